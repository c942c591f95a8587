import type { Attempt } from './attempt.js';
import type { Forgets } from './journal-entry.js';
import type { Principal } from './principal.js';
import type { WalletProvider } from './provider.js';
import type { RequestRecord } from './request.js';

/** What a client wants done, once. */
export interface Intent {
  /** The mutation's field name; its argument `input` is validated by the schema's type for it. */
  readonly mutation: string;
  readonly provider: WalletProvider;
  readonly input: { readonly idempotencyKey: string };
  /** Parts of a success that are not kept for long. */
  readonly forgets?: Forgets;
}

/** Carries out an attempt: answers with the success, throws a `MutationFailure` or `OutcomeUncertain`. */
export type Perform<Success extends object> = (attempt: Attempt) => Promise<Success>;

export interface Caller {
  readonly request: RequestRecord;
  readonly principal: Principal;
}
