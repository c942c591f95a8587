import type { JournalChange } from '../../core/events.js';

/** Whether the database can be reached, by what came of the calls to it. */
export interface Outage {
  /** A call that began then has had its answer. */
  answered(at: number): void;
  /** One that began then has had none, nor had any other try of it. */
  unanswered(begunAt: number, error: unknown): void;
}

/** Stated once when it cannot be reached, and once when it can again, however many calls find it so. */
export function openOutage(changed: (change: Omit<JournalChange, 'database'>) => void): Outage {
  let isWorking = true;
  let lastAnsweredAt = Number.NEGATIVE_INFINITY;
  const state = (works: boolean, reason: string | null): void => {
    if (works === isWorking) return;
    isWorking = works;
    changed({ isWorking, reason });
  };
  return {
    answered(at) {
      lastAnsweredAt = at;
      state(true, null);
    },
    unanswered(begunAt, error) {
      if (begunAt >= lastAnsweredAt) state(false, reasonOf(error)); // else it is the last of what is over
    },
  };
}

/** ECONNREFUSED, 57P01, timeout: enough to find the cause, and nothing that may quote a password. */
export function reasonOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  if ('code' in error && typeof error.code === 'string') return error.code;
  if ('cause' in error && error.cause !== undefined) return reasonOf(error.cause);
  return 'message' in error && /timeout|does not answer/i.test(String(error.message))
    ? 'timeout'
    : error.constructor.name;
}
