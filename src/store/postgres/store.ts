import { within, type Clock } from '../../core/clock.js';
import { tooFarAheadOf, type JournalStore, type Use } from '../../core/journal-store.js';
import { moves, type RowStatus } from '../../core/state-machine.js';
import { claimsWith, keyMissing } from './claims.js';
import type { Database, Query } from './database.js';
import { locksOf } from './locks.js';
import { countRivals, movesWith } from './moves.js';
import { openOutage } from './outage.js';
import { retriesWith } from './retries.js';
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
  /** Stated once when the database cannot be reached, and once when it can again. */
  readonly changed?: Parameters<typeof openOutage>[0];
}

const everyStatus = Object.keys(moves) as RowStatus[]; // its keys are all of them
const usualPollMs = 250;
const forgottenAtOnce = 500;

export function postgresStore(
  database: Database,
  { keyIds, clock, endOfTurn, pollMs = usualPollMs, changed = () => undefined }: PostgresStoreOptions,
): JournalStore {
  const retries = retriesWith({ database, clock, endOfTurn, outage: openOutage(changed) });
  const { asking, transaction } = retries;
  const query: Query = (statement, values) => asking()(statement, values);
  const changesOne: (...asked: Parameters<Query>) => Promise<boolean> = async (...asked) =>
    (await query(...asked)).length === 1;

  /** Marked first, then waited for: whoever moves a marked row says so. */
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

  /** A few at a time: however many there are, no statement takes too long. */
  async function forgetResults(now: number): Promise<void> {
    const [forgotten] = await query(statements.forget, [now, forgottenAtOnce]);
    if (forgotten?.count === forgottenAtOnce) return forgetResults(now);
  }

  return {
    claim: claimsWith(retries, keyIds),
    move: movesWith(retries),
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
      await forgetResults(now);
      await query(statements.forgetUses, [now]);
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
