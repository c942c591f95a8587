import type { Clock } from '../core/clock.js';
import type { CallClass } from '../core/health.js';
import { CallerGone, LeaseOver } from '../core/failures.js';
import { AnswerLost, NotSent, TooLarge } from './exchange.js';

/** What may be sent again, when, and how often at all. */

const most = 2;
const firstPauseMs = 100;
const longestPauseMs = 2_000;

/** What a read may meet and be asked again. A create is not in question here: most of them prove nothing. */
const passing: ReadonlySet<number> = new Set([408, 421, 429, 500, 502, 503, 504]);

/** How a sending ended: with an answer of some status, or with an error. */
export interface Ended {
  readonly status: number | null;
  /** The wait that the answer asks for. */
  readonly waitSeconds: number | null;
  readonly error: unknown;
}

/**
 * Whether it may be sent again after so many times. A create only where nothing of it was sent, or, once, where a 429
 * said that it was not carried out and when to come back. Lost answers and 5xx prove nothing: it may have been done.
 */
export function isRepeatable(calls: CallClass, { status, waitSeconds, error }: Ended, resends: number): boolean {
  if (resends >= most) return false;
  if (error instanceof NotSent) return !(error.cause instanceof LeaseOver || error.cause instanceof CallerGone);
  if (calls === 'writes') return status === 429 && waitSeconds !== null && resends === 0;
  if (error instanceof AnswerLost) return !(error.cause instanceof TooLarge || error.cause instanceof CallerGone);
  return status !== null && passing.has(status);
}

/** Full jitter: callers that failed together do not come back together. */
export function pauseMs(resends: number, random: () => number): number {
  return random() * Math.min(longestPauseMs, firstPauseMs * 2 ** resends);
}

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
