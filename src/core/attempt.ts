import type { Call } from './request.js';

/** One try at an intent, as those who carry it out see it. */
export interface Attempt extends Call {
  /** The operation's own id, the same for all its attempts: what a marker at the provider holds. */
  readonly operationId: string;
  /** The idempotency key for a provider that takes one: a UUID made of tenant, mutation and key alone. */
  readonly providerKey: string;
  /** What an earlier attempt noted whose outcome was unknown, or null. */
  readonly noted: unknown;
  /** Writes down, durably, what is to be known if this attempt's answer is lost. Throws a failure where it cannot. */
  note(note: unknown): Promise<void>;
  /**
   * Uses up one of so many in a time, durably: whatever the key or the alias it comes under, at whichever replica.
   * Answers with how many are left; throws a failure where none was. Given back if nothing is sent then.
   */
  useUp(allowance: Allowance): Promise<number>;
  /**
   * Called in the synchronous step before the first byte of what makes or changes something is written. From then on it may be done. Throws
   * where the attempt's lease is over: then it must not be sent any more.
   */
  onSending(): void;
}

/** What may be done so many times in a time, such as to guess at a code. */
export interface Allowance {
  /** What is counted together, at one provider: e.g. the guesses for one wallet. */
  readonly of: string;
  readonly maximum: number;
  readonly withinMs: number;
  /** For a person: what there was too much of. */
  readonly refusal: string;
}
