import { bulkhead, type BulkheadPolicy } from 'cockatiel';
import type { Clock } from '../core/clock.js';
import type { Patience, Waits } from './waiting.js';

/** So many calls at once, and so many that wait. */
export interface Limits {
  readonly atOnce: number;
  readonly waiting: number;
}

/** Thrown where no more may wait. */
export class TooManyWait extends Error {
  constructor() {
    super('Too many calls wait for a place.');
    this.name = 'TooManyWait';
  }
}

/**
 * The places for one class of calls to a provider. cockatiel hands them out; those who wait are counted here, since it
 * would keep the place in its queue of one who has left until it comes to it.
 */
export class Places {
  readonly #clock: Clock;
  readonly #waits: Waits;
  readonly #mayWait: number;
  readonly #policy: BulkheadPolicy;
  #waiting = 0;

  constructor(clock: Clock, waits: Waits, { atOnce, waiting }: Limits) {
    this.#clock = clock;
    this.#waits = waits;
    this.#mayWait = waiting;
    this.#policy = bulkhead(atOnce, Number.POSITIVE_INFINITY);
  }

  /** Rejects with `NotSent` where the deadline passes, or the caller goes away, before there is a place. */
  async run<Value>({ deadline, signal }: Patience, work: () => Promise<Value>): Promise<Value> {
    if (this.#policy.executionSlots > 0) return this.#policy.execute(work);
    if (this.#waiting >= this.#mayWait) throw new TooManyWait();
    this.#waiting += 1;
    const ended: Promise<Value>[] = [];
    try {
      await this.#waits.until(signal, (arrive, leave) => {
        const whenFree = async (): Promise<void> => {
          if (!arrive()) return; // the place is free again at once
          const end = work();
          ended.push(end);
          await end.catch(() => undefined); // it is told below
        };
        void this.#policy.execute(whenFree);
        const leftMs = Math.max(0, deadline - this.#clock.monotonic());
        return this.#clock.after(leftMs, () => leave(new Error('The deadline passed.')));
      });
    } finally {
      this.#waiting -= 1;
    }
    return Promise.race(ended); // there is just one
  }
}
