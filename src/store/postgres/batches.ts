import { ConnectionLost, Undone } from './database.js';

/** So many statements of one kind are under way at once: one is written down while the next one is sent. */
const underWayAtOnce = 2;
/** Items in one statement. */
const largest = 200;
/** Items that wait for their turn; more are refused, since their callers would not wait so long. */
const waitingAtMost = 5_000;

interface Job<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

export interface BatchOptions<Item, Result> {
  /** Does them all in one transaction; answers in their order. */
  readonly run: (items: readonly Item[]) => Promise<readonly Result[]>;
  /** Calls back when everything of this turn of the event loop has been asked for. */
  readonly endOfTurn: (callback: () => void) => void;
}

/**
 * Group commit: what is asked for within one turn of the event loop, or while two batches are on their way, is one
 * statement, so that the more there is to do, the less each costs. Where something in a batch cannot be done, each of it is
 * done alone.
 */
export function batched<Item, Result>({ run, endOfTurn }: BatchOptions<Item, Result>): (item: Item) => Promise<Result> {
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
    await answered(jobs);
    underWay -= 1;
    plan();
  };

  const answered = async (jobs: readonly Job<Item, Result>[]): Promise<void> => {
    try {
      const results = await run(jobs.map(({ item }) => item));
      jobs.forEach(({ resolve }, index) => resolve(results[index] as Result)); // `run` answers for each
    } catch (error) {
      const isAboutOne = !(error instanceof ConnectionLost) && !(error instanceof Undone);
      if (isAboutOne && jobs.length > 1) await Promise.all(jobs.map(job => answered([job])));
      else for (const { reject } of jobs) reject(error);
    }
  };

  return item =>
    new Promise((resolve, reject) => {
      if (waiting.length >= waitingAtMost) return reject(new Error('Too much waits for the journal.'));
      waiting.push({ item, resolve, reject });
      plan();
    });
}
