import { bulkhead, type BulkheadPolicy } from 'cockatiel';
import type { Clock } from '../core/clock.js';
import { NotSent } from './exchange.js';
import type { Patience, Waits } from './waiting.js';

/** So many calls at once, and so many that wait. */
export interface Limits {
  readonly atOnce: number;
  readonly waiting: number;
}

/** A cause: no more may wait, or nobody left a place in time. Says nothing of the provider. */
export class TooManyWait extends Error {
  constructor() {
    super('Too many calls wait.');
    this.name = 'TooManyWait';
  }
}

export interface BulkheadOptions {
  readonly clock: Clock;
  readonly waits: Waits;
  readonly limits: Limits;
  /** Called when the first is refused; then not before one has found a place without waiting. */
  readonly overflowed: () => void;
}

/**
 * The places for one class of calls to a provider. cockatiel hands them out. Who waits is ours, since it would keep
 * the place in its queue of one who has left: first come, first served, and leaving costs the same however many wait.
 */
export class Bulkhead {
  readonly #options: BulkheadOptions;
  readonly #places: BulkheadPolicy;
  readonly #waiting = new Set<() => void>();
  #isOverflowing = false;

  constructor(options: BulkheadOptions) {
    this.#options = options;
    this.#places = bulkhead(options.limits.atOnce, 0);
  }

  /** Rejects with `NotSent` where there is no place by the deadline, or the caller goes away before there is one. */
  run<Value>(patience: Patience, work: () => Promise<Value>): Promise<Value> {
    if (this.#waiting.size > 0 || this.#places.executionSlots === 0) return this.#runLater(patience, work);
    this.#isOverflowing = false;
    return this.#take(work);
  }

  async #runLater<Value>({ deadline, signal }: Patience, work: () => Promise<Value>): Promise<Value> {
    const { clock, waits, limits } = this.#options;
    const leftMs = deadline - clock.monotonic();
    if (this.#waiting.size >= limits.waiting || leftMs <= 0) throw new NotSent(this.#overflow());
    const { promise, resolve } = Promise.withResolvers<Value>();
    await waits.until(signal, (arrive, leave) => {
      const turn = (): void => {
        arrive();
        resolve(this.#take(work));
      };
      this.#waiting.add(turn);
      const callOff = clock.after(leftMs, () => leave(this.#overflow()));
      return () => {
        callOff();
        this.#waiting.delete(turn);
      };
    });
    return promise;
  }

  #take<Value>(work: () => Promise<Value>): Promise<Value> {
    const ending = this.#places.execute(work);
    ending.then(this.#next, this.#next); // before whoever asked for the place hears of its end
    return ending;
  }

  /** In one step with the place becoming free, as far as a newcomer can tell: while one waits, it waits, too. */
  readonly #next = (): void => {
    for (const turn of this.#waiting) {
      if (this.#places.executionSlots === 0) return;
      turn();
    }
  };

  #overflow(): TooManyWait {
    if (!this.#isOverflowing) this.#options.overflowed();
    this.#isOverflowing = true;
    return new TooManyWait();
  }
}
