import { setTimeout } from 'node:timers/promises';
import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite';
import { tooFarAheadOf, type JournalRow, type JournalStore, type Move } from '../../core/journal-store.js';
import { moves, type RowStatus } from '../../core/state-machine.js';
import { claimsIn, guestClaims, openClaims, rowInserter, thinClaims, type Claim } from './claims.js';
import { openFinding, openGuestFinding } from './finding.js';
import { columns, endings, pageBytes, rowFrom } from './schema.js';
import { busyPauseMs, groupedByTurn } from './turns.js';

/** The journal's rows in an open SQLite file. */

const everyStatus = Object.keys(moves) as RowStatus[]; // its keys are all of them
/**
 * Kept free for the endings of attempts under way: no new one begins in it. An eighth of a small file, a megabyte of
 * others.
 */
const reservedPages = 256;
const reservedShare = 8;
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
  const statement = (text: string): StatementSync => database.prepare(text);
  /** Gives rows as arrays. */
  const rowStatement = (text: string): StatementSync => {
    const made = statement(text);
    made.setReturnArrays(true);
    return made;
  };
  const insert = rowInserter(database);
  // A note from an attempt that ended unknown is still what was there before it.
  const retake = rowStatement(`
    UPDATE operation SET status = 'calling', attempt = attempt + 1, owner = :owner, started_at = :startedAt,
      sought_since = iif(was_unknown, sought_since, :startedAt), quiet_at = :quietAt, finished_at = NULL,
      look_at = NULL, note = iif(was_unknown, note, NULL),
      result = NULL, remainder = NULL, forget_at = NULL
    WHERE id = :id AND input_hash = :inputHash AND status IN ('refused', 'absent')
    RETURNING ${columns}`);
  const standing = rowStatement('SELECT status, place, resource FROM operation WHERE id = ? AND attempt = ?');
  const move = statement(`
    UPDATE operation SET status = :to, finished_at = :finishedAt, result = :result, remainder = :remainder,
      forget_at = :forgetAt, resource = :resource, look_at = :lookAt, is_sought = 0,
      quiet_at = iif(:to = 'unknown', :finishedAt, quiet_at), was_unknown = iif(:to = 'unknown', 1, was_unknown)
    WHERE place = :place`);
  const retarget = statement(`
    UPDATE operation SET target = :target, intent = :intent WHERE id = :id AND attempt = :attempt AND status = 'calling'`);
  const take = statement(`
    UPDATE operation SET attempt = attempt + 1, owner = :owner, quiet_at = :quietAt
    WHERE id = :id AND attempt = :attempt AND status = 'unknown'`);
  const note = statement(
    `UPDATE operation SET note = :note WHERE id = :id AND attempt = :attempt AND status = 'calling'`,
  );
  const byPlace = rowStatement(`SELECT ${columns} FROM operation WHERE place = ?`);
  const byId = rowStatement(`SELECT ${columns} FROM operation WHERE id = ?`);
  // Another tenant's row is no place in this one's list: where it stands would tell that it is there, and since when.
  const position = statement(`SELECT place FROM operation WHERE id = :id AND tenant = :tenant`);
  // Newest first, by the order in which rows were inserted. For each status, since that is what there is an index for: a
  // tenant's few rows are not looked for among everybody's.
  const checkpoint = statement('PRAGMA wal_checkpoint(TRUNCATE)');
  const newestOfStatus = rowStatement(`
    SELECT ${columns} FROM operation WHERE tenant = :tenant AND status = :status AND place < :before
    ORDER BY place DESC LIMIT :limit`);
  const countOfStatus = statement(
    `SELECT count(*) AS count FROM operation WHERE tenant = :tenant AND status = :status`,
  );
  // As the index has it; what waits for a person keeps nobody waiting.
  const apart = statement(`
    SELECT 1 FROM operation WHERE target = :target AND id <> :id AND status <> 'attention'
      AND status IN ('calling', 'unknown', 'attention') LIMIT 1`);
  const owner = rowStatement('SELECT id FROM operation WHERE place = ? AND resource = ?');
  const rivals = statement(`
    SELECT count(*) FILTER (WHERE status = 'calling') AS calling,
      count(*) FILTER (WHERE status IN ('unknown', 'attention')) AS undecided
    FROM operation WHERE target = :target AND status IN ('calling', 'unknown', 'attention')`);
  const orphan = statement(`
    UPDATE operation SET status = 'unknown', was_unknown = 1, finished_at = :now, look_at = :now,
      owner = :owner
    WHERE status = 'calling' AND (owner <> :owner OR quiet_at < :now OR quiet_at > :now + :longestMs)`);
  const due = rowStatement(`
    UPDATE operation SET look_at = :until, owner = :owner, is_sought = 1
    WHERE place IN (SELECT place FROM operation
      WHERE provider = :provider AND status = 'unknown'
        AND (look_at <= iif(owner = :owner, :now, :abandonedSince) OR look_at > :tooFarAhead)
      ORDER BY look_at LIMIT :limit)
    RETURNING ${columns}`);
  const seek = statement(`
    UPDATE operation SET look_at = :until, owner = :owner, is_sought = 1
    WHERE id = :id AND attempt = :attempt AND status = 'unknown'
      AND (NOT is_sought OR owner = :owner OR look_at <= :now OR look_at > :tooFarAhead)`);
  const postpone = statement(`
    UPDATE operation SET look_at = :lookAt, is_sought = 0
    WHERE id = :id AND attempt = :attempt AND status = 'unknown' AND look_at = :takenUntil`);
  const forget = statement(
    `UPDATE operation SET result = remainder, remainder = NULL, forget_at = NULL WHERE forget_at <= :now`,
  );
  const uses = statement(`SELECT until FROM use WHERE name = :name AND until > :now AND until <= :tooFarAhead`);
  const use = statement(`INSERT INTO use (id, name, until) VALUES (:id, :name, :until)`);
  const giveBack = statement(`DELETE FROM use WHERE id = :id`);
  const forgetUses = statement(`DELETE FROM use WHERE until <= :now`);
  const blank = statement(`
    UPDATE operation SET intent = :intent, note = NULL, result = NULL, remainder = NULL, forget_at = NULL, target = NULL
    WHERE id = :id AND attempt = :attempt AND status IN (${endings})`);
  const hashes = 'RETURNING place, key_hash, resource';
  const drop = rowStatement(
    `DELETE FROM operation WHERE id = :id AND attempt = :attempt AND status IN (${endings}) ${hashes}`,
  );
  const reap = rowStatement(`
    DELETE FROM operation WHERE place IN (SELECT place FROM operation
      WHERE status IN (${endings}) AND finished_at < :endedBefore ORDER BY finished_at LIMIT :limit) ${hashes}`);

  const maximumPages = Number(statement('PRAGMA max_page_count').get()?.max_page_count);
  const keptFree = Math.min(reservedPages, Math.ceil(maximumPages / reservedShare));
  const pages = statement('PRAGMA page_count');
  const freePages = statement('PRAGMA freelist_count');
  /** As the transaction began; null where nobody has asked in it yet. */
  let usedPages: number | null = null;
  const hasRoom = (): boolean => {
    usedPages ??= Number(pages.get()?.page_count) - Number(freePages.get()?.freelist_count);
    return usedPages + claims.awaitedBytes / pageBytes + keptFree <= maximumPages;
  };
  const expectRoom = (): void => {
    if (!hasRoom()) throw new Error('The journal is full (STORE_MAX_MB).');
  };

  const claims = isGuest ? guestClaims(database) : openClaims(database, claimsIn(database));
  const owning = rowStatement('SELECT id FROM owner');
  const finding = isGuest
    ? openGuestFinding(database)
    : openFinding(database, { placeBefore: () => claims.placeBefore(), hasRoom });
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
      const row = one(byPlace, place);
      if (row?.tenant === tenant && row.mutation === mutation && row.keyHash.equals(keyHash)) return row;
    }
    return null;
  };
  const ownerOf = (resource: Buffer): string | null => {
    for (const place of finding.placesOf(resource)) {
      const found = owner.get(place, resource) as unknown as [string] | undefined; // as an array
      if (found !== undefined) return found[0];
    }
    return null;
  };

  const countRivals = (targets: readonly Buffer[]): { calling: number; undecided: number } => {
    const counts = targets.map(target => rivals.get({ target }) as { calling: number; undecided: number }); // as selected
    return {
      calling: counts.reduce((sum, { calling }) => sum + calling, claims.filter(isOneOf(targets)).length),
      undecided: counts.reduce((sum, { undecided }) => sum + undecided, 0),
    };
  };

  const mustWait = (id: string, targets: readonly Buffer[]): boolean =>
    targets.length > 0 &&
    (claims.filter(isOneOf(targets)).some(({ row }) => row.id !== id) ||
      targets.some(target => apart.get({ id, target }) !== undefined));

  /** For what writes. What only reads needs no lock: it goes on while somebody else writes, or nobody can. */
  const inTurn = groupedByTurn(database, {
    committing(isAlone) {
      // Whatever became of the lock: what is in memory says nothing any more.
      const [whose] = owning.get() as unknown as [string]; // as an array
      if (!isGuest && whose !== ownerId) throw new Error('The journal has another owner by now.');
      claims.write();
      if (!isAlone) finding.write(inserted); // what can wait keeps no ending from being written
    },
    committed() {
      claims.committed();
      finding.committed();
      [usedPages, inserted] = [null, 0];
    },
    rolledBack() {
      claims.rolledBack();
      finding.rolledBack();
      [usedPages, inserted] = [null, 0];
    },
  });

  const scrubbed = async (until: number): Promise<void> => {
    if (checkpoint.get()?.busy === 0) return;
    if (performance.now() > until) throw new Error('The journal is too busy to be rid of what was erased: try again.');
    await setTimeout(busyPauseMs);
    return scrubbed(until);
  };

  return {
    claim: (row, older, targets = []) =>
      inTurn(() => {
        if (isGuest) throw new Error('Only the gateway that owns the journal claims keys.');
        const { tenant, mutation, owner: claimant, startedAt, quietAt } = row;
        for (const { keyHash, inputHash } of [row, ...older]) {
          // A key from before a rotation is found under its own store key; only where there is none at all is it new.
          const found = rowByKey(tenant, mutation, keyHash);
          if (found === null) continue;
          const isFree = found.status === 'refused' || found.status === 'absent';
          if (!isFree || !found.inputHash.equals(inputHash)) return { row: found, isClaimed: false };
          if (mustWait(found.id, targets)) return null;
          const retaken = one(retake, { id: found.id, inputHash, owner: claimant, startedAt, quietAt });
          if (retaken !== null) expectRoom();
          return { row: retaken ?? found, isClaimed: retaken !== null };
        }
        if (mustWait(row.id, targets)) return null;
        expectRoom();
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
        const now = standing.get(id, attempt) as unknown as [RowStatus, number, Uint8Array | null] | undefined; // as an array
        if (now === undefined || !from.includes(now[0])) return 'stale';
        const [, place, former] = now;
        move.run({ to, finishedAt, result, remainder, forgetAt, resource, lookAt, place });
        if (former !== null) finding.drop(Buffer.from(former), place);
        if (resource !== null) finding.addNow(resource, place);
        return 'moved';
      }),
    retarget: (id, attempt, target, intent) =>
      inTurn(() => {
        giveRow(id);
        return retarget.run({ id, attempt, target, intent }).changes === 1;
      }),
    take: (id, attempt, taker, quietAt) => inTurn(() => take.run({ id, attempt, owner: taker, quietAt }).changes === 1),
    note: (id, attempt, text) =>
      inTurn(() => {
        giveRow(id);
        return note.run({ id, attempt, note: text }).changes === 1;
      }),
    byId: async id => claims.byId(id) ?? one(byId, id),
    async byKey(tenant, mutation, keyHashes) {
      for (const keyHash of keyHashes) {
        const found = rowByKey(tenant, mutation, keyHash);
        if (found !== null) return found;
      }
      return null;
    },
    list: async ({ tenant, statuses, after, limit }) => {
      const [claimedAfter] = after === null ? [] : claims.filter(row => row.id === after && row.tenant === tenant);
      const placeAfter = claimedAfter?.place ?? position.get({ id: after, tenant })?.place ?? 0; // nothing is before that
      const before = after === null ? Number.MAX_SAFE_INTEGER : Number(placeAfter);
      const isListed = statuses?.includes('calling') ?? true;
      const claimed = isListed ? claims.filter(row => row.tenant === tenant).filter(({ place }) => place < before) : [];
      const found = (statuses ?? everyStatus).flatMap(status =>
        newestOfStatus.all({ tenant, status, before, limit }).map(asValues),
      );
      return [...claimed, ...found.map(values => ({ place: Number(values[0]), row: rowFrom(values) }))]
        .toSorted((left, right) => right.place - left.place)
        .slice(0, limit)
        .map(({ row }) => row);
    },
    count: async (tenant, statuses) =>
      statuses.reduce(
        (sum, status) => sum + Number(countOfStatus.get({ tenant, status })?.count),
        statuses.includes('calling') ? claims.filter(row => row.tenant === tenant).length : 0,
      ),
    orphan: (own, now, longestMs) =>
      inTurn(() => {
        // With those that have been under way for long: a guest is to see them, and what they are written down in is to end.
        const isLong = ({ owner: whose, startedAt, quietAt }: JournalRow): boolean =>
          whose !== own || quietAt < now || quietAt > now + longestMs || Math.abs(now - startedAt) >= claimedForMs;
        for (const { row } of claims.filter(isLong)) giveRow(row.id);
        return Number(orphan.run({ owner: own, now, longestMs }).changes);
      }),
    due: ({ limits, ...looks }) =>
      inTurn(() => Object.entries(limits).flatMap(([provider, limit]) => rowsOf(due, { ...looks, provider, limit }))),
    seek: (id, attempt, seeker) => inTurn(() => seek.run({ id, attempt, ...seeker }).changes === 1),
    awaitMove: async () => undefined, // one process owns the file
    postpone: (id, attempt, takenUntil, lookAt) => inTurn(() => void postpone.run({ id, attempt, takenUntil, lookAt })),
    rivals: async (targets, resources) => ({
      ...countRivals(targets),
      owned: resources.filter(resource => ownerOf(resource) !== null),
    }),
    useUp: ({ id, names, maximum, now, until }) =>
      inTurn(() => {
        const ends = names.flatMap(name =>
          uses.all({ name, now, tooFarAhead: tooFarAheadOf({ now, until }) }).map(counted => Number(counted.until)),
        );
        if (ends.length >= maximum)
          return { noneUntil: ends.toSorted((left, right) => left - right)[ends.length - maximum] ?? until };
        expectRoom();
        use.run({ id, name: names[0] ?? null, until });
        return { left: maximum - ends.length - 1 };
      }),
    giveBack: id => inTurn(() => void giveBack.run({ id })),
    forget: now =>
      inTurn(() => {
        forget.run({ now });
        forgetUses.run({ now });
      }),
    erase: (id, attempt, intent) =>
      inTurn(() => {
        thinClaims(database);
        if (intent === null) {
          const rows = drop.all({ id, attempt }) as unknown as DroppedRow[]; // as arrays
          dropped(rows);
          return rows.length === 1;
        }
        return blank.run({ id, attempt, intent }).changes === 1;
      }),
    reap: (endedBefore, limit) =>
      inTurn(() => {
        thinClaims(database);
        const rows = reap.all({ endedBefore, limit }) as unknown as DroppedRow[]; // as arrays
        dropped(rows);
        return rows.length;
      }),
    // Freed pages are overwritten (secure_delete); but the write-ahead log holds former ones until it is emptied.
    scrub: () => scrubbed(performance.now() + scrubPatienceMs),
    // Something the size of an operation: a transaction that needs no new page would not notice a full disk.
    check: () =>
      inTurn(() => {
        expectRoom();
        database.exec(
          `INSERT INTO store_key VALUES (hex(zeroblob(${pageBytes}))); DELETE FROM store_key WHERE length(id) > 64`,
        );
      }),
    close: async () => {
      database.close();
      closed();
    },
  };
}

/** Place, and the hashes that lead there. */
type DroppedRow = readonly [place: number, keyHash: Uint8Array, resource: Uint8Array | null];
type Parameters = Readonly<Record<string, SQLInputValue>>;

function rowsOf(statement: StatementSync, parameters: Parameters): JournalRow[] {
  return statement.all(parameters).map(asValues).map(rowFrom);
}

function one(statement: StatementSync, parameters: Parameters | string | number): JournalRow | null {
  const found = typeof parameters === 'object' ? statement.get(parameters) : statement.get(parameters);
  return found === undefined ? null : rowFrom(asValues(found));
}

/** What a statement gives that was told to give arrays. */
function asValues(found: unknown): readonly SQLOutputValue[] {
  return found as readonly SQLOutputValue[];
}

function isOneOf(targets: readonly Buffer[]): (row: JournalRow) => boolean {
  return row => row.target !== null && targets.some(target => row.target?.equals(target) === true);
}
