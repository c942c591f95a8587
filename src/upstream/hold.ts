import type { Clock } from '../core/clock.js';
import type { CallClass } from '../core/health.js';
import { TooManyWait, type Limits } from './bulkhead.js';
import { NotSent } from './exchange.js';
import type { Waits } from './waiting.js';

/** However long a provider asks for, after a minute one call may see whether it meant it. */
export const longestHoldMs = 60_000;
/** Those who were held back are let go within this. */
const releasedWithinMs = 250;

/** Thrown where a hold began, or the time ran out, between a place and the wire: the call begins at the gate again. */
export class HeldBack extends Error {
  constructor() {
    super('The call must not be sent now.');
    this.name = 'HeldBack';
  }
}

export interface HoldOptions {
  readonly clock: Clock;
  readonly random: () => number;
  readonly waits: Waits;
  readonly limits: Readonly<Record<CallClass, Limits>>;
  readonly began: (seconds: number) => void;
}

/** The pause that a provider asked for (`Retry-After`): all calls of one client heed it. */
export class Hold {
  readonly #options: HoldOptions;
  readonly #waiting: Record<CallClass, number> = { reads: 0, writes: 0 };
  #until = Number.NEGATIVE_INFINITY;
  #isRateLimit = false;

  constructor(options: HoldOptions) {
    this.#options = options;
  }

  /** A shorter one does not end a longer one. */
  begin(seconds: number, isRateLimit: boolean): void {
    const holdMs = Math.min(longestHoldMs, seconds * 1000);
    const until = this.#options.clock.monotonic() + holdMs;
    if (until <= this.#until) return;
    const isFirst = this.leftMs() === 0;
    this.#until = until;
    this.#isRateLimit = isRateLimit;
    if (isFirst && holdMs > 0) this.#options.began(holdMs / 1000);
  }

  leftMs(): number {
    const hasBegun = this.#until !== Number.NEGATIVE_INFINITY;
    return hasBegun ? Math.max(0, this.#until - this.#options.clock.monotonic()) : 0;
  }

  /** Whether it was a 429 that asked for it. */
  get isRateLimit(): boolean {
    return this.#isRateLimit;
  }

  /** Until its end, and a little longer, as far as there is time to spare. As many may wait as for a place. */
  async wait(calls: CallClass, spareMs: number, signal: AbortSignal | undefined): Promise<void> {
    const { clock, random, waits, limits } = this.#options;
    if (this.#waiting[calls] >= limits[calls].waiting) throw new NotSent(new TooManyWait());
    this.#waiting[calls] += 1;
    try {
      const waitMs = this.leftMs() + random() * Math.min(releasedWithinMs, spareMs);
      await waits.until(signal, arrive => clock.after(waitMs, arrive));
    } finally {
      this.#waiting[calls] -= 1;
    }
  }
}
