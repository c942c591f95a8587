import type { Clock } from '../core/clock.js';

const perCall = 0.1;
const perSecond = 0.5;
const capacity = 5;

/** A tenth of the calls, and a small floor: a provider that is down is not asked three times as often for it. */
export class RetryBudget {
  readonly #clock: Clock;
  #left = capacity;
  #countedAt: number;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#countedAt = clock.monotonic();
  }

  /** For every call, when it begins. */
  earn(): void {
    this.#left = Math.min(capacity, this.#left + perCall);
  }

  /** Whether one retry may be made; it is counted then. */
  spend(): boolean {
    const now = this.#clock.monotonic();
    this.#left = Math.min(capacity, this.#left + ((now - this.#countedAt) / 1000) * perSecond);
    this.#countedAt = now;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}
