import type { Clock } from '../../core/clock.js';
import { batched } from './batches.js';
import { ConnectionLost, Undone, type Database, type Query } from './database.js';
import type { Outage } from './outage.js';

/** How long a call is tried, and how many are one statement: the same for all that the journal asks of its database. */

export interface Retries {
  /** For all the statements of one call, or of several at once: one patience. */
  asking(askedAt?: number): Query;
  transaction<Result>(work: (ask: Query) => Promise<Result>): Promise<Result>;
  /** What is asked for at the same time is done together. */
  inBatches<Item, Result>(
    all: (ask: Query, items: readonly Item[]) => Promise<readonly Result[]>,
  ): (item: Item) => Promise<Result>;
}

export interface RetriesOptions {
  readonly database: Database;
  readonly clock: Clock;
  /** Calls back when everything of this turn of the event loop has been asked for. */
  readonly endOfTurn: (callback: () => void) => void;
  /** Hears what comes of each call. */
  readonly outage: Outage;
}

/** One try. */
interface Failed {
  readonly begunAt: number;
  readonly error: unknown;
}

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

export function retriesWith({ database, clock, endOfTurn, outage }: RetriesOptions): Retries {
  return {
    asking: askedAt => asking(askedAt),
    transaction: work => patiently(() => database.transaction(work)),
    inBatches: all =>
      batched({
        run: (items, askedAt) => all(asking(askedAt, items.length > 1 ? passingTogether : passing), items),
        endOfTurn,
        clock,
        patienceMs,
      }),
  };

  function asking(askedAt = clock.monotonic(), kinds = passing): Query {
    return (statement, values) => patiently(() => database.query(statement, values), askedAt, kinds);
  }

  /** Each work is such that doing it twice comes to the same, or says that it is done already. */
  async function patiently<Result>(
    work: () => Promise<Result>,
    askedAt = clock.monotonic(),
    kinds = passing,
    before: Failed | null = null,
  ): Promise<Result> {
    const isLate = (inMs: number): boolean => clock.monotonic() + inMs - askedAt > patienceMs;
    if (isLate(0)) {
      if (before !== null) tell(before);
      throw new ConnectionLost('The database of the journal takes too long.', { cause: before?.error });
    }
    const begunAt = clock.monotonic();
    let failed: Failed;
    try {
      const result = await work();
      outage.answered(clock.monotonic());
      return result;
    } catch (error) {
      failed = { begunAt, error };
      if (!kinds.some(kind => error instanceof kind) || isLate(pauseMs)) {
        tell(failed);
        throw error;
      }
    }
    await new Promise<void>(resolve => clock.after(pauseMs, resolve));
    return patiently(work, askedAt, kinds, failed);
  }

  function tell({ begunAt, error }: Failed): void {
    if (error instanceof ConnectionLost) outage.unanswered(begunAt, error);
  }
}
