import { CallerGone, LeaseOver } from '../core/failures.js';
import { AnswerLost, NotSent, TooLarge } from './exchange.js';

/** What may be sent again, and when. How often at all, `budget` says. */

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
export function isRepeatable(isRead: boolean, { status, waitSeconds, error }: Ended, resends: number): boolean {
  if (resends >= most) return false;
  if (error instanceof NotSent) return !(error.cause instanceof LeaseOver || error.cause instanceof CallerGone);
  if (!isRead) return status === 429 && waitSeconds !== null && resends === 0;
  if (error instanceof AnswerLost) return !(error.cause instanceof TooLarge || error.cause instanceof CallerGone);
  return status !== null && passing.has(status);
}

/** Full jitter: callers that failed together do not come back together. */
export function pauseMs(resends: number, random: () => number): number {
  return random() * Math.min(longestPauseMs, firstPauseMs * 2 ** resends);
}
