import { CallerGone } from '../core/failures.js';
import { NotSent } from './exchange.js';

/** How long a call may take. */
export interface Patience {
  /** On the monotonic clock. */
  readonly deadline: number;
  /** Aborts when nobody waits for the answer any more. Reads have one; what changes something goes on. */
  readonly signal: AbortSignal | undefined;
}

/** With less time than this left, nothing is worth waiting for, and no create worth sending. */
const usualRoomMs = 250;

/** Less where the usual time-out is short, so that such a gateway still sends something. */
export function roomMs(timeoutMs: number): number {
  return Math.min(usualRoomMs, timeoutMs / 4);
}

/** After so long it is the provider that is silent, and no deadline that was short: most answer within a tenth of it. */
const longSilenceMs = 2_000;

/** In one sending, until its whole answer is there. The tenth is for what comes before a call is sent. */
export function silentAfterMs(timeoutMs: number): number {
  return Math.min(longSilenceMs, 0.9 * timeoutMs);
}

/** A cause: this process is about to end. */
export class Stopping extends Error {
  constructor() {
    super('The gateway is stopping.');
    this.name = 'Stopping';
  }
}

type Begin = (arrive: () => void, leave: (cause: Error) => void) => () => void;

/** Waits before anything is sent. Each ends early when its caller goes away, and all of them when they are closed. */
export class Waits {
  readonly #leaves = new Set<(cause: Error) => void>();
  #isClosed = false;

  get areClosed(): boolean {
    return this.#isClosed;
  }

  /** `begin` arranges for the arrival, in a later turn, and gives what calls that off. Rejects with `NotSent`. */
  until(signal: AbortSignal | undefined, begin: Begin): Promise<void> {
    return new Promise((resolve, reject) => {
      let isOver = false;
      const end = (): void => {
        if (isOver) return;
        isOver = true;
        callOff();
        this.#leaves.delete(leave);
        signal?.removeEventListener('abort', goAway);
      };
      const leave = (cause: Error): void => {
        end();
        reject(new NotSent(cause));
      };
      const goAway = (): void => leave(new CallerGone());
      const callOff = begin(() => {
        end();
        resolve();
      }, leave);
      this.#leaves.add(leave);
      signal?.addEventListener('abort', goAway);
      if (signal?.aborted === true) goAway();
      if (this.#isClosed) leave(new Stopping());
    });
  }

  close(): void {
    this.#isClosed = true;
    for (const leave of this.#leaves) leave(new Stopping());
  }
}

/** The value, or a rejection as soon as the caller has gone; what gives the value goes on for others. */
export function unlessGone<Value>(value: Promise<Value>, signal: AbortSignal | undefined): Promise<Value> {
  if (signal === undefined) return value;
  return new Promise((resolve, reject) => {
    const goAway = (): void => reject(new NotSent(new CallerGone()));
    const settled = (): void => signal.removeEventListener('abort', goAway);
    signal.addEventListener('abort', goAway);
    if (signal.aborted) goAway();
    value.then(resolve, reject).finally(settled);
  });
}
