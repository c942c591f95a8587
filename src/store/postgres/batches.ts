import type { Clock } from '../../core/clock.js';
import { ConnectionLost, Refused } from './database.js';

/** So many statements of one kind are under way at once: one is written down while the next one is sent. */
const underWayAtOnce = 2;
/** Items in one statement. */
const largest = 200;
/** Items that wait for their turn; more are refused, since their callers would not wait so long. */
const waitingAtMost = 5_000;

interface Job<Item, Result> {
  readonly item: Item;
  readonly askedAt: number;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

export interface BatchOptions<Item, Result> {
  /** Does them all in one transaction; answers in their order. The first of them was asked for at that time. */
  readonly run: (items: readonly Item[], askedAt: number) => Promise<readonly Result[]>;
  /** Calls back when everything of this turn of the event loop has been asked for. */
  readonly endOfTurn: (callback: () => void) => void;
  readonly clock: Clock;
  /** What has waited longer for its turn is not begun any more. */
  readonly patienceMs: number;
}

/**
 * Group commit: what is asked for within one turn of the event loop, or while two batches are on their way, is one
 * statement, so that the more there is to do, the less each costs. Where something in a batch cannot be done, each of it is
 * done alone.
 */
export function batched<Item, Result>({
  run,
  endOfTurn,
  clock,
  patienceMs,
}: BatchOptions<Item, Result>): (item: Item) => Promise<Result> {
  let waiting: Job<Item, Result>[] = [];
  let underWay = 0;
  let isPlanned = false;

  const plan = (): void => {
    if (isPlanned || waiting.length === 0 || underWay >= underWayAtOnce) return;
    isPlanned = true;
    endOfTurn(() => {
      isPlanned = false;
      const jobs = waiting.slice(0, largest);
      waiting = waiting.slice(largest);
      underWay += 1;
      void done(jobs);
      plan();
    });
  };

  const done = async (jobs: readonly Job<Item, Result>[]): Promise<void> => {
    const isLate = ({ askedAt }: Job<Item, Result>): boolean => clock.monotonic() - askedAt > patienceMs;
    for (const { reject } of jobs.filter(isLate)) reject(tooMuch());
    await answered(jobs.filter(job => !isLate(job)));
    underWay -= 1;
    plan();
  };

  const answered = async (jobs: readonly Job<Item, Result>[]): Promise<void> => {
    const [first] = jobs;
    if (first === undefined) return;
    try {
      const items = jobs.map(({ item }) => item);
      const results = await run(items, first.askedAt);
      jobs.forEach(({ resolve }, index) => resolve(results[index] as Result)); // `run` answers for each
    } catch (error) {
      // What others are in the way of may be one of them, too.
      const isAboutAll = error instanceof ConnectionLost || error instanceof Refused;
      if (!isAboutAll && jobs.length > 1) await Promise.all(jobs.map(job => answered([job])));
      else for (const { reject } of jobs) reject(error);
    }
  };

  return item =>
    new Promise((resolve, reject) => {
      if (waiting.length >= waitingAtMost) return reject(tooMuch());
      waiting.push({ item, askedAt: clock.monotonic(), resolve, reject });
      plan();
    });
}

function tooMuch(): Refused {
  return new Refused('Too much waits for the journal.');
}
