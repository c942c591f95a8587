import { CallerGone } from '../core/failures.js';
import { NotSent } from './exchange.js';

/** How long a call may take. */
export interface Patience {
  /** On the monotonic clock. */
  readonly deadline: number;
  /** Aborts when nobody waits for the answer any more. Reads have one; what changes something goes on. */
  readonly signal: AbortSignal | undefined;
}

/** `arrive` answers whether it was still waited for: where not, what was waited for must not be done. */
type Begin = (arrive: () => boolean, leave: (cause: Error) => void) => () => void;

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
      const end = (): boolean => {
        if (isOver) return false;
        isOver = true;
        callOff();
        this.#leaves.delete(leave);
        signal?.removeEventListener('abort', goAway);
        return true;
      };
      const leave = (cause: Error): void => {
        if (end()) reject(new NotSent(cause));
      };
      const goAway = (): void => leave(new CallerGone());
      const callOff = begin(() => {
        const wasWaiting = end();
        resolve();
        return wasWaiting;
      }, leave);
      this.#leaves.add(leave);
      signal?.addEventListener('abort', goAway);
      if (signal?.aborted === true) goAway();
      if (this.#isClosed) leave(closed());
    });
  }

  close(): void {
    this.#isClosed = true;
    for (const leave of this.#leaves) leave(closed());
  }
}

function closed(): Error {
  return new Error('The gateway is stopping.');
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
