import { within, type Clock } from '../../core/clock.js';
import {
  firstAttempt,
  tooFarAheadOf,
  type JournalRow,
  type JournalStore,
  type Move,
  type NewRow,
  type OlderHashes,
  type Use,
} from '../../core/journal-store.js';
import { moves, type RowStatus } from '../../core/state-machine.js';
import { batched } from './batches.js';
import { ConnectionLost, Refused, Undone, type Database, type Query } from './database.js';
import { statements } from './statements.js';

/** The journal's rows in PostgreSQL, which any number of gateways share. */

export interface PostgresStoreOptions {
  /** Names the store keys that this gateway has. */
  readonly keyIds: readonly string[];
  readonly clock: Clock;
  /** Calls back when everything of this turn of the event loop has been asked for. */
  readonly endOfTurn: (callback: () => void) => void;
  /** How often somebody who waits for a move looks by themselves; being told of it is quicker. */
  readonly pollMs?: number;
}

type Claimed = { readonly row: JournalRow; readonly isClaimed: boolean };

interface AttemptsMove extends Omit<Move, 'guard'> {
  readonly id: string;
  readonly attempt: number;
}

const everyStatus = Object.keys(moves) as RowStatus[]; // its keys are all of them
/**
 * What was lost with its connection, or undone, is tried again; but nothing is begun so long after it was asked for. Whoever
 * asks waits five seconds, and one try may take two and a half.
 */
const patienceMs = 2_000;
const passing = [ConnectionLost, Undone];
/** Of several at once each is tried alone then: others are in the way of one of them only. */
const passingTogether = [ConnectionLost];
/** Between two tries. */
const pauseMs = 50;
const usualPollMs = 250;

export function postgresStore(
  database: Database,
  { keyIds, clock, endOfTurn, pollMs = usualPollMs }: PostgresStoreOptions,
): JournalStore {
  /** Each work is such that doing it twice comes to the same, or says that it is done already. */
  async function patiently<Result>(
    work: () => Promise<Result>,
    askedAt = clock.monotonic(),
    kinds = passing,
  ): Promise<Result> {
    const isLate = (inMs: number): boolean => clock.monotonic() + inMs - askedAt > patienceMs;
    if (isLate(0)) throw new ConnectionLost('The database of the journal takes too long.');
    try {
      return await work();
    } catch (error) {
      if (!kinds.some(kind => error instanceof kind) || isLate(pauseMs)) throw error;
    }
    await new Promise<void>(resolve => clock.after(pauseMs, resolve));
    return patiently(work, askedAt, kinds);
  }
  /** For all the statements of one call, or of several at once: one patience. */
  const asking = (askedAt?: number, kinds?: typeof passing): Query => {
    const since = askedAt ?? clock.monotonic();
    return (statement, values) => patiently(() => database.query(statement, values), since, kinds);
  };
  const query: Query = (statement, values) => asking()(statement, values);
  const transaction = <Result>(work: (query: Query) => Promise<Result>): Promise<Result> =>
    patiently(() => database.transaction(work));
  const changesOne: (...asked: Parameters<Query>) => Promise<boolean> = async (...asked) =>
    (await query(...asked)).length === 1;
  const inBatches = <Item, Result>(all: (ask: Query, items: readonly Item[]) => Promise<readonly Result[]>) =>
    batched<Item, Result>({
      run: (items, askedAt) => all(asking(askedAt, items.length > 1 ? passingTogether : passing), items),
      endOfTurn,
      clock,
      patienceMs,
    });

  // ── Claims ──────────────────────────────────────────────────────────────────────────────────
  const claimAll = async (ask: Query, rows: readonly NewRow[]): Promise<readonly (Claimed | 'unseen' | 'barred')[]> => {
    // In one order for everybody: who waits for another one's key is not waited for by them.
    const ordered = rows.toSorted((one, other) => Buffer.compare(one.keyHash, other.keyHash));
    const found = await ask(statements.claim, claimValues(ordered, keyIds));
    const byPlace = new Map(found.map(({ place, ...rest }) => [ordered[place - 1], rest]));
    return rows.map(row => {
      const { isMade = false, isBarred = false, ...seen } = byPlace.get(row) ?? {};
      if (isMade) return { row: firstAttempt(row), isClaimed: true };
      if (isRow(seen)) return { row: seen, isClaimed: isOwnClaim(seen, row) };
      return isBarred ? 'barred' : 'unseen';
    });
  };
  const claimAlone = inBatches(claimAll);

  /** What a key that is not new comes to: nothing, or the next attempt. */
  async function claimKnown(
    ask: Query,
    given: NewRow,
    inputHash: Buffer,
    { row, isClaimed }: Claimed,
  ): Promise<Claimed> {
    if (isClaimed || !isFree(row) || !row.inputHash.equals(inputHash)) return { row, isClaimed };
    const { owner, startedAt, quietAt } = given;
    const [retaken] = await ask(statements.retake, [row.id, inputHash, owner, startedAt, quietAt]);
    if (retaken !== undefined) return { row: retaken, isClaimed: true };
    const [now] = await ask(statements.byId, [row.id]);
    return { row: now ?? row, isClaimed: false };
  }

  async function claim(given: NewRow, ask = asking()): Promise<Claimed> {
    const first = await claimAlone(given);
    if (first === 'barred') throw keyMissing();
    if (first !== 'unseen') return claimKnown(ask, given, given.inputHash, first);
    // Somebody inserted it after the statement had begun: another statement sees it.
    const [row] = await ask(statements.byKey, [given.tenant, given.mutation, [given.keyHash]]);
    if (row === undefined) return claim(given, ask); // and somebody dropped it since
    return claimKnown(ask, given, given.inputHash, { row, isClaimed: isOwnClaim(row, given) });
  }

  /** Where the row's key alone does not say who comes first: one after the other, by locks that are taken before anything is looked at. */
  async function claimInLine(
    ask: Query,
    given: NewRow,
    older: readonly OlderHashes[],
    targets: readonly Buffer[],
  ): Promise<Claimed | null> {
    const hashes = [given, ...older];
    await ask(statements.lock, [locksOf([...targets, ...(older.length > 0 ? hashes.map(one => one.keyHash) : [])])]);
    const mustWait = async (id: string): Promise<boolean> =>
      targets.length > 0 && (await ask(statements.apart, [targets, id])).length > 0;
    // A key from before a rotation is found under its own store key; only where there is none at all is it new.
    const [row] = await ask(statements.byKey, [given.tenant, given.mutation, hashes.map(one => one.keyHash)]);
    if (row !== undefined) {
      const { inputHash } = hashes.find(one => one.keyHash.equals(row.keyHash)) ?? given;
      const isClaimed = isOwnClaim(row, given);
      if (!isClaimed && isFree(row) && row.inputHash.equals(inputHash) && (await mustWait(row.id))) return null;
      return claimKnown(ask, given, inputHash, { row, isClaimed });
    }
    if (await mustWait(given.id)) return null;
    const [made] = await ask(statements.claim, claimValues([given], keyIds));
    if (made?.isBarred === true) throw keyMissing();
    if (made?.isMade !== true) throw new Undone('The key was claimed by somebody who stands in no line.');
    return { row: firstAttempt(given), isClaimed: true };
  }

  // ── Moves ───────────────────────────────────────────────────────────────────────────────────
  type Outcome = Awaited<ReturnType<JournalStore['move']>>;
  const moveAll = async (ask: Query, all: readonly AttemptsMove[]): Promise<readonly Outcome[]> => {
    // A statement moves a row once: who wants to move one that is in it already finds it as that has left it.
    const first = new Map(all.toReversed().map(move => [move.id, move]));
    const given = [...first.values()];
    const moved = await ask(statements.move, moveValues(given));
    const stood = new Map(moved.map(({ place, isMoved }) => [given[place - 1], isMoved]));
    const others = all.filter(move => first.get(move.id) !== move);
    const later = others.length === 0 ? [] : await moveAll(ask, others);
    return all.map(move => {
      const place = others.indexOf(move);
      if (place !== -1) return later[place] ?? 'stale';
      const isMoved = stood.get(move);
      return isMoved === undefined ? 'stale' : isMoved ? 'moved' : 'owned';
    });
  };
  const moveAlone = inBatches(moveAll);

  const countRivals = async (ask: Query, targets: readonly Buffer[]) => {
    const [counts] = targets.length === 0 ? [] : await ask(statements.rivals, [targets]);
    return counts ?? { calling: 0, undecided: 0 };
  };

  // ── Waiting ─────────────────────────────────────────────────────────────────────────────────
  async function awaitMove(id: string, attempt: number, from: RowStatus, until: number): Promise<void> {
    const moved = database.moved(id); // from before the mark on: nothing is missed
    try {
      const [standing] = await query(statements.await, [id, attempt, from]);
      const leftMs = until - clock.monotonic();
      if (standing === undefined || leftMs <= 0) return;
      await within(clock, Math.min(pollMs, leftMs), moved.told, () => undefined);
    } finally {
      moved.forget();
    }
    return awaitMove(id, attempt, from, until);
  }

  return {
    claim: (row, older, targets = []) =>
      older.length === 0 && targets.length === 0
        ? claim(row)
        : transaction(ask => claimInLine(ask, row, older, targets)),
    move: (id, attempt, { guard, ...move }) =>
      guard === null
        ? moveAlone({ id, attempt, ...move })
        : transaction(async ask => {
            await ask(statements.lock, [locksOf(guard.targets)]);
            const { calling, undecided } = await countRivals(ask, guard.targets);
            if (calling > 0 || undecided !== guard.undecided) return 'stale';
            const [outcome = 'stale'] = await moveAll(ask, [{ id, attempt, ...move }]);
            return outcome;
          }),
    retarget: (id, attempt, target, intent) => changesOne(statements.retarget, [id, attempt, target, intent]),
    take: (id, attempt, owner, quietAt) => changesOne(statements.take, [id, attempt, owner, quietAt]),
    note: (id, attempt, note) => changesOne(statements.note, [id, attempt, note]),
    byId: async id => (isUuid(id) ? ((await query(statements.byId, [id]))[0] ?? null) : null),
    byKey: async (tenant, mutation, keyHashes) =>
      (await query(statements.byKey, [tenant, mutation, keyHashes]))[0] ?? null,
    async list({ tenant, statuses, after, limit }) {
      const ask = asking();
      const [before] = after === null ? [farAhead] : isUuid(after) ? await ask(statements.place, [tenant, after]) : [];
      if (before === undefined) return [];
      return ask(statements.list, [tenant, statuses ?? everyStatus, before.place, limit]);
    },
    count: async (tenant, statuses) => (await query(statements.count, [tenant, statuses]))[0]?.count ?? 0,
    orphan: async (owner, now, longestMs) => (await query(statements.orphan, [now, longestMs, owner]))[0]?.count ?? 0,
    due: ({ limits, owner, now, abandonedSince, tooFarAhead, until }) =>
      query(statements.due, [
        Object.keys(limits),
        Object.values(limits),
        owner,
        now,
        abandonedSince,
        tooFarAhead,
        until,
      ]),
    seek: (id, attempt, { owner, now, until, tooFarAhead }) =>
      changesOne(statements.seek, [id, attempt, owner, now, until, tooFarAhead]),
    awaitMove: (id, attempt, from, waitMs) => awaitMove(id, attempt, from, clock.monotonic() + waitMs),
    postpone: async (...given) => void (await query(statements.postpone, given)),
    async rivals(targets, resources) {
      const ask = asking();
      const counts = await countRivals(ask, targets);
      const found = resources.length === 0 ? [] : await ask(statements.owned, [resources]);
      const owned = resources.filter(one => found.some(({ resource }) => resource.equals(one)));
      return { ...counts, owned };
    },
    useUp: use => transaction(ask => usedUp(ask, use)),
    giveBack: async id => void (await query(statements.giveBack, [id])),
    async forget(now) {
      const ask = asking();
      await ask(statements.forget, [now]);
      await ask(statements.forgetUses, [now]);
    },
    erase: (id, attempt, intent) =>
      intent === null
        ? changesOne(statements.drop, [id, attempt])
        : changesOne(statements.blank, [id, attempt, intent]),
    reap: async (endedBefore, limit) => (await query(statements.reap, [endedBefore, limit]))[0]?.count ?? 0,
    scrub: () => database.vacuum(),
    async check() {
      const used = await query(statements.check, []);
      if (used.some(({ id }) => !keyIds.includes(id))) throw keyMissing();
    },
    close: () => database.close(),
  };
}

async function usedUp(ask: Query, { id, names, maximum, now, until }: Use): ReturnType<JournalStore['useUp']> {
  await ask(statements.lock, [locksOf(names)]);
  const counted = await ask(statements.uses, [names, now, tooFarAheadOf({ now, until }), id]);
  if (counted.length >= maximum) return { noneUntil: counted[counted.length - maximum]?.until ?? until };
  await ask(statements.use, [id, names[0] ?? null, until]);
  return { left: maximum - counted.length - 1 };
}

/** After every row. */
const farAhead = { place: Number.MAX_SAFE_INTEGER };

function isUuid(text: string): boolean {
  return /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(text);
}

function isRow(seen: { readonly [Member in keyof JournalRow]?: JournalRow[Member] | null }): seen is JournalRow {
  return seen.id != null; // it is a whole row, or none
}

function isFree({ status }: JournalRow): boolean {
  return status === 'refused' || status === 'absent';
}

/** The claim was carried out, and its answer was lost: nobody else gives a row that id. */
function isOwnClaim({ id, status, attempt }: JournalRow, given: NewRow): boolean {
  return id === given.id && status === 'calling' && attempt === 1;
}

/** Numbers to lock instead of hashes, in one order for everybody. Two that share one by chance wait for each other a little. */
function locksOf(hashes: readonly Buffer[]): readonly string[] {
  const numbers = new Set(hashes.map(hash => hash.readBigInt64BE(0)));
  return [...numbers].toSorted((one, other) => (one < other ? -1 : 1)).map(String);
}

/** Under a key that is not here somebody else may have claimed what would be claimed. */
function keyMissing(): Refused {
  return new Refused('STORE_KEY lacks a key that others seal with.');
}

function claimValues(rows: readonly NewRow[], keyIds: readonly string[]) {
  return [
    rows.map(({ id }) => id),
    rows.map(({ tenant }) => tenant),
    rows.map(({ mutation }) => mutation),
    rows.map(({ provider }) => provider),
    rows.map(({ keyHash }) => keyHash),
    rows.map(({ inputHash }) => inputHash),
    rows.map(({ sealKeyId }) => sealKeyId),
    rows.map(({ owner }) => owner),
    rows.map(({ startedAt }) => startedAt),
    rows.map(({ quietAt }) => quietAt),
    rows.map(({ target }) => target),
    rows.map(({ intent }) => intent),
    keyIds,
  ];
}

function moveValues(all: readonly AttemptsMove[]) {
  return [
    all.map(({ id }) => id),
    all.map(({ attempt }) => attempt),
    all.map(({ from }) => from.join(' ')),
    all.map(({ to }) => to),
    all.map(({ finishedAt }) => finishedAt),
    all.map(({ result }) => result),
    all.map(({ remainder }) => remainder),
    all.map(({ forgetAt }) => forgetAt),
    all.map(({ resource }) => resource),
    all.map(({ lookAt }) => lookAt),
  ];
}
