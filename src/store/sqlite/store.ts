import { setTimeout } from 'node:timers/promises';
import type { DatabaseSync } from 'node:sqlite';
import { tooFarAheadOf, type JournalRow, type JournalStore, type Move } from '../../core/journal-store.js';
import { moves, type RowStatus } from '../../core/state-machine.js';
import { guestClaims, openClaims } from './claims.js';
import { openFinding, openGuestFinding } from './finding.js';
import { roomIn } from './room.js';
import { rowFrom } from './schema.js';
import { one, rowsOf, statementsOn, trialWrite, type DroppedRow } from './statements.js';
import { busyPauseMs, groupedByTurn } from './turns.js';
import { claimsIn, rowInserter, thinClaims, type Claim } from './written-claims.js';

/** The journal's rows in an open SQLite file. */

const everyStatus = Object.keys(moves) as RowStatus[]; // its keys are all of them
/** What is under way for so long has a row of its own within a second. Most providers answer before that. */
const claimedForMs = 3_000;
/** Whoever erases waits so long for a moment in which nobody reads or writes. */
const scrubPatienceMs = 5_000;

export interface SqliteStoreOptions {
  readonly database: DatabaseSync;
  /** As whom the file is owned; null for a guest beside its owner. */
  readonly ownerId: string | null;
  /** Called when it has been closed. */
  readonly closed: () => void;
}

export function sqliteStore({ database, ownerId, closed }: SqliteStoreOptions): JournalStore {
  const isGuest = ownerId === null;
  const statements = statementsOn(database);
  const insert = rowInserter(database);
  const claims = isGuest ? guestClaims(database) : openClaims(database, claimsIn(database));
  const room = roomIn(database, claims);
  const finding = isGuest
    ? openGuestFinding(database)
    : openFinding(database, { placeBefore: () => claims.placeBefore(), hasRoom: room.isLeft });
  let inserted = 0;

  /** Of a claim that has none. */
  const insertRow = (claim: Claim, ending: Move | null): void => {
    const { place, row } = claim;
    insert(claim, ending);
    inserted += 1;
    finding.add(row.keyHash, place);
    if (ending?.resource != null) finding.add(ending.resource, place);
  };
  /** Whoever is to be changed as a row has to be one. */
  const giveRow = (id: string): void => {
    const claim = claims.remove(id);
    if (claim !== null) insertRow(claim, null);
  };
  const dropped = (rows: readonly DroppedRow[]): void => {
    const found = rows.flatMap(([place, ...ofRow]) => ofRow.flatMap(hash => (hash === null ? [] : { hash, place })));
    // In their order, so that those beside each other are taken out of one page.
    for (const { hash, place } of found.toSorted((left, right) => Buffer.compare(left.hash, right.hash))) {
      finding.drop(Buffer.from(hash), place);
    }
  };

  const rowByKey = (tenant: string, mutation: string, keyHash: Buffer): JournalRow | null => {
    const claimed = claims.byKey({ tenant, mutation, keyHash });
    if (claimed !== null) return claimed;
    for (const place of finding.placesOf(keyHash)) {
      const row = one(statements.byPlace, place);
      if (row?.tenant === tenant && row.mutation === mutation && row.keyHash.equals(keyHash)) return row;
    }
    return null;
  };
  const ownerOf = (resource: Buffer): string | null => {
    for (const place of finding.placesOf(resource)) {
      const found = statements.ownerAt.get(place, resource);
      if (found !== undefined) return found[0];
    }
    return null;
  };

  const countRivals = (targets: readonly Buffer[]): { calling: number; undecided: number } => {
    const counts = targets.map(target => statements.rivals.get({ target }));
    return {
      calling: counts.reduce((sum, found) => sum + (found?.calling ?? 0), claims.filter(isOneOf(targets)).length),
      undecided: counts.reduce((sum, found) => sum + (found?.undecided ?? 0), 0),
    };
  };

  const mustWait = (id: string, targets: readonly Buffer[]): boolean =>
    targets.length > 0 &&
    (claims.filter(isOneOf(targets)).some(({ row }) => row.id !== id) ||
      targets.some(target => statements.apart.get({ id, target }) !== undefined));

  /** For what writes. What only reads needs no lock: it goes on while somebody else writes, or nobody can. */
  const inTurn = groupedByTurn(database, {
    committing(isAlone) {
      // Whatever became of the lock: what is in memory says nothing any more.
      const [whose] = statements.fileOwner.get() ?? [];
      if (!isGuest && whose !== ownerId) throw new Error('The journal has another owner by now.');
      claims.write();
      if (!isAlone) finding.write(inserted); // what can wait keeps no ending from being written
    },
    committed() {
      claims.committed();
      finding.committed();
      room.forget();
      inserted = 0;
    },
    rolledBack() {
      claims.rolledBack();
      finding.rolledBack();
      room.forget();
      inserted = 0;
    },
  });

  const scrubbed = async (until: number): Promise<void> => {
    if (statements.checkpoint.get()?.busy === 0) return;
    if (performance.now() > until) throw new Error('The journal is too busy to be rid of what was erased: try again.');
    await setTimeout(busyPauseMs);
    return scrubbed(until);
  };

  return {
    claim: (row, older, targets = []) =>
      inTurn(() => {
        if (isGuest) throw new Error('Only the gateway that owns the journal claims keys.');
        const { tenant, mutation, owner, startedAt, quietAt } = row;
        for (const { keyHash, inputHash } of [row, ...older]) {
          // A key from before a rotation is found under its own store key; only where there is none at all is it new.
          const found = rowByKey(tenant, mutation, keyHash);
          if (found === null) continue;
          const isFree = found.status === 'refused' || found.status === 'absent';
          if (!isFree || !found.inputHash.equals(inputHash)) return { row: found, isClaimed: false };
          if (mustWait(found.id, targets)) return null;
          const retaken = one(statements.retake, { id: found.id, inputHash, owner, startedAt, quietAt });
          if (retaken !== null) room.expect();
          return { row: retaken ?? found, isClaimed: retaken !== null };
        }
        if (mustWait(row.id, targets)) return null;
        room.expect();
        return { row: claims.add(row).row, isClaimed: true };
      }),
    move: (id, attempt, ending) =>
      inTurn(() => {
        const { from, to, guard, resource, finishedAt, result, remainder, forgetAt, lookAt } = ending;
        if (guard !== null) {
          const { calling, undecided } = countRivals(guard.targets);
          if (calling > 0 || undecided !== guard.undecided) return 'stale';
        }
        if (resource !== null && (ownerOf(resource) ?? id) !== id) return 'owned';
        if (claims.byId(id) !== null) {
          const claim = attempt === 1 && from.includes('calling') ? claims.remove(id) : null;
          if (claim === null) return 'stale';
          insertRow(claim, ending);
          return 'moved';
        }
        const now = statements.standing.get(id, attempt);
        if (now === undefined || !from.includes(now[0])) return 'stale';
        const [, place, former] = now;
        statements.move.run({ to, finishedAt, result, remainder, forgetAt, resource, lookAt, place });
        if (former !== null) finding.drop(Buffer.from(former), place);
        if (resource !== null) finding.addNow(resource, place);
        return 'moved';
      }),
    retarget: (id, attempt, target, intent) =>
      inTurn(() => {
        giveRow(id);
        return statements.retarget.run({ id, attempt, target, intent }).changes === 1;
      }),
    take: (id, attempt, owner, quietAt) =>
      inTurn(() => statements.take.run({ id, attempt, owner, quietAt }).changes === 1),
    note: (id, attempt, note) =>
      inTurn(() => {
        giveRow(id);
        return statements.note.run({ id, attempt, note }).changes === 1;
      }),
    byId: async id => claims.byId(id) ?? one(statements.byId, id),
    async byKey(tenant, mutation, keyHashes) {
      for (const keyHash of keyHashes) {
        const found = rowByKey(tenant, mutation, keyHash);
        if (found !== null) return found;
      }
      return null;
    },
    list: async ({ tenant, statuses, after, limit }) => {
      const [claimedAfter] = after === null ? [] : claims.filter(row => row.id === after && row.tenant === tenant);
      const placeAfter = claimedAfter?.place ?? statements.position.get({ id: after, tenant })?.place ?? 0; // nothing is before that
      const before = after === null ? Number.MAX_SAFE_INTEGER : placeAfter;
      const isListed = statuses?.includes('calling') ?? true;
      const claimed = isListed ? claims.filter(row => row.tenant === tenant).filter(({ place }) => place < before) : [];
      const found = (statuses ?? everyStatus).flatMap(status =>
        statements.newestOfStatus.all({ tenant, status, before, limit }),
      );
      return [...claimed, ...found.map(values => ({ place: Number(values[0]), row: rowFrom(values) }))]
        .toSorted((left, right) => right.place - left.place)
        .slice(0, limit)
        .map(({ row }) => row);
    },
    count: async (tenant, statuses) =>
      statuses.reduce(
        (sum, status) => sum + (statements.countOfStatus.get({ tenant, status })?.count ?? 0),
        statuses.includes('calling') ? claims.filter(row => row.tenant === tenant).length : 0,
      ),
    orphan: (owner, now, longestMs) =>
      inTurn(() => {
        // With those that have been under way for long: a guest is to see them, and what they are written down in is to end.
        const isLong = ({ owner: whose, startedAt, quietAt }: JournalRow): boolean =>
          whose !== owner || quietAt < now || quietAt > now + longestMs || Math.abs(now - startedAt) >= claimedForMs;
        for (const { row } of claims.filter(isLong)) giveRow(row.id);
        return Number(statements.orphan.run({ owner, now, longestMs }).changes);
      }),
    due: ({ limits, ...looks }) =>
      inTurn(() =>
        Object.entries(limits).flatMap(([provider, limit]) => rowsOf(statements.due, { ...looks, provider, limit })),
      ),
    seek: (id, attempt, seeker) => inTurn(() => statements.seek.run({ id, attempt, ...seeker }).changes === 1),
    awaitMove: async () => undefined, // one process owns the file
    postpone: (id, attempt, takenUntil, lookAt) =>
      inTurn(() => void statements.postpone.run({ id, attempt, takenUntil, lookAt })),
    rivals: async (targets, resources) => ({
      ...countRivals(targets),
      owned: resources.filter(resource => ownerOf(resource) !== null),
    }),
    useUp: ({ id, names, maximum, now, until }) =>
      inTurn(() => {
        const ends = names.flatMap(name =>
          statements.uses.all({ name, now, tooFarAhead: tooFarAheadOf({ now, until }) }).map(counted => counted.until),
        );
        if (ends.length >= maximum)
          return { noneUntil: ends.toSorted((left, right) => left - right)[ends.length - maximum] ?? until };
        room.expect();
        statements.use.run({ id, name: names[0] ?? null, until });
        return { left: maximum - ends.length - 1 };
      }),
    giveBack: id => inTurn(() => void statements.giveBack.run({ id })),
    forget: now =>
      inTurn(() => {
        statements.forget.run({ now });
        statements.forgetUses.run({ now });
      }),
    erase: (id, attempt, intent) =>
      inTurn(() => {
        thinClaims(database);
        if (intent === null) {
          const rows = statements.drop.all({ id, attempt });
          dropped(rows);
          return rows.length === 1;
        }
        return statements.blank.run({ id, attempt, intent }).changes === 1;
      }),
    reap: (endedBefore, limit) =>
      inTurn(() => {
        thinClaims(database);
        const rows = statements.reap.all({ endedBefore, limit });
        dropped(rows);
        return rows.length;
      }),
    // Freed pages are overwritten (secure_delete); but the write-ahead log holds former ones until it is emptied.
    scrub: () => scrubbed(performance.now() + scrubPatienceMs),
    check: () =>
      inTurn(() => {
        room.expect();
        database.exec(trialWrite);
      }),
    close: async () => {
      database.close();
      closed();
    },
  };
}

function isOneOf(targets: readonly Buffer[]): (row: JournalRow) => boolean {
  return row => row.target !== null && targets.some(target => row.target?.equals(target) === true);
}
