import type { DatabaseSync } from 'node:sqlite';

/** How long another process's write to the file, such as a person's settlement, is waited for. */
export const busyMs = 1_000;
/** So often it is tried meanwhile, each time with the process standing still for so long at most. */
export const busyPauseMs = 20;
export const standstillMs = 5;

interface Job {
  readonly work: () => unknown;
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
  /** On the monotonic clock: until then it waits while somebody else writes. */
  readonly patientUntil: number;
}

/** What is told of each transaction. */
export interface TurnEnds {
  /** Before it commits: adds what is to be in it besides. Alone is a job that could not be done with others. */
  readonly committing: (isAlone: boolean) => void;
  readonly committed: () => void;
  readonly rolledBack: () => void;
}

/**
 * Does what was asked for within one turn of the event loop in one transaction: with FULL, a commit per statement
 * costs far more than everything else. A promise resolves after the commit. Where something in a turn cannot be done,
 * each of its jobs is done alone: what a full disk refuses does not take endings with it.
 */
export function groupedByTurn(database: DatabaseSync, ends: TurnEnds): <Result>(work: () => Result) => Promise<Result> {
  const begin = database.prepare('BEGIN IMMEDIATE');
  const end = database.prepare('COMMIT');
  let waiting: Job[] = [];

  /** SQLite would wait for another writer with the whole process standing still; so it is asked again instead. */
  const turn = (): void => {
    try {
      begin.run();
    } catch (error) {
      const now = performance.now();
      const isLeft = (job: Job): boolean => isBusy(error) && now < job.patientUntil;
      const given = waiting.filter(job => !isLeft(job));
      waiting = waiting.filter(isLeft);
      if (waiting.length > 0) setTimeout(turn, busyPauseMs);
      for (const job of given) job.reject(error);
      return;
    }
    const jobs = waiting;
    waiting = [];
    commit(jobs, false);
  };

  const commit = (jobs: readonly Job[], isAlone: boolean): void => {
    let isWorking = true;
    try {
      if (!database.isTransaction) begin.run();
      const results = jobs.map(job => job.work());
      ends.committing(isAlone);
      isWorking = false;
      end.run();
      ends.committed();
      jobs.forEach((job, index) => job.resolve(results[index] as never));
    } catch (error) {
      if (database.isOpen && database.isTransaction) database.exec('ROLLBACK');
      ends.rolledBack();
      if (isWorking && !isAlone) for (const job of jobs) commit([job], true);
      else for (const job of jobs) job.reject(error);
    }
  };

  return work =>
    new Promise((resolve, reject) => {
      const isFirst = waiting.length === 0;
      waiting.push({ work, resolve, reject, patientUntil: performance.now() + busyMs });
      if (isFirst) setImmediate(turn);
    });
}

export function isBusy(error: unknown): boolean {
  return /locked|busy/i.test(reason(error));
}

export function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
