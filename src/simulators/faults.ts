import type { JsonObject } from './json.js';
import type { Headers } from './wire.js';

/** Whether the create is carried out before the misbehaviour. */
interface Applied {
  readonly applied?: boolean;
}

/** One misbehaviour of a provider, used up by the request it happens to. */
export type Fault = Applied &
  (
    | {
        readonly does: 'answer';
        readonly status: number;
        readonly headers?: Headers;
        readonly body?: string | Uint8Array | object;
      }
    | { readonly does: 'change'; readonly change: (json: JsonObject) => unknown }
    | { readonly does: 'reset'; readonly when: 'before-answer' | 'in-headers' | 'mid-body' }
    | { readonly does: 'torn' }
    | { readonly does: 'truncated' }
    | { readonly does: 'hang' }
    | { readonly does: 'delay'; readonly ms: number }
    | { readonly does: 'trickle'; readonly everyMs: number }
    | { readonly does: 'oversize'; readonly bytes: number }
  );

/**
 * Faults by readable names. They leave the create undone unless told `{ applied: true }`; only
 * `change`, `delay` and `trickle` start from a genuine success, so there it is done unless told otherwise.
 */
export const faults = {
  /** A fixed answer in place of the provider's own. */
  answer: (status: number, rest: Applied & { headers?: Headers; body?: string | Uint8Array | object } = {}): Fault => ({
    does: 'answer',
    status,
    ...rest,
  }),
  /** The genuine success, with its JSON changed on the way out. */
  change: (change: (json: JsonObject) => unknown, rest: Applied = {}): Fault => ({
    does: 'change',
    change,
    applied: true,
    ...rest,
  }),
  /** A TCP reset. */
  reset: (when: 'before-answer' | 'in-headers' | 'mid-body', rest: Applied = {}): Fault => ({
    does: 'reset',
    when,
    ...rest,
  }),
  /** Announces more bytes than it sends, then closes. */
  torn: (rest: Applied = {}): Fault => ({ does: 'torn', ...rest }),
  /** A well-framed body whose JSON ends too early. */
  truncated: (rest: Applied = {}): Fault => ({ does: 'truncated', ...rest }),
  /** No answer until the client leaves. */
  hang: (rest: Applied = {}): Fault => ({ does: 'hang', ...rest }),
  /** Done at once and answered late; `{ applied: false }` is both done and answered late, even if the client has left. */
  delay: (ms: number, rest: Applied = {}): Fault => ({ does: 'delay', ms, applied: true, ...rest }),
  /** The genuine answer, one byte at a time. */
  trickle: (everyMs: number, rest: Applied = {}): Fault => ({
    does: 'trickle',
    everyMs,
    applied: true,
    ...rest,
  }),
  /** A success whose body does not seem to end. */
  oversize: (bytes: number, rest: Applied = {}): Fault => ({ does: 'oversize', bytes, ...rest }),
} as const;
