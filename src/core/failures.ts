import { ConflictError, type MutationError, type ProviderErrorResponse } from './errors.js';
import type { WalletProvider } from './provider.js';

/** What is thrown below a resolver. The runner alone makes data of it. */

type ErrorFields<Type extends MutationError> = Partial<Omit<Type, 'code'>> & { readonly message: string };

/** An error as data, with the advice that is usual for its type unless another one is given. */
export function errorOf<Type extends MutationError>(type: new () => Type, fields: ErrorFields<Type>): Type {
  return Object.assign(new type(), fields);
}

/** Thrown below a resolver for an expected error; the runner makes data of it. Proves that nothing was done. */
export class MutationFailure extends Error {
  constructor(
    readonly error: MutationError,
    cause?: unknown,
  ) {
    super(error.message, { cause });
    this.name = 'MutationFailure';
  }
}

/** To be thrown: `errorOf` that type. */
export function failure<Type extends MutationError>(
  type: new () => Type,
  fields: ErrorFields<Type>,
  cause?: unknown,
): MutationFailure {
  return new MutationFailure(errorOf(type, fields), cause);
}

/** For a step that the known state forbids: the provider is not asked, so that the refusal is the gateway's own. */
export function forbidden(message: string): MutationFailure {
  return failure(ConflictError, { message });
}

/** The cause of a failure that is none of the provider's: its answer came, and cannot be read. */
export class Unreadable extends Error {
  constructor(cause: unknown) {
    super('The answer cannot be read.', { cause });
    this.name = 'Unreadable';
  }
}

/** Thrown where a request left and no trustworthy answer came back. Only the runner knows what to say of it. */
export class OutcomeUncertain extends Error {
  constructor(
    readonly provider: WalletProvider,
    readonly providerResponse: ProviderErrorResponse | null,
    cause?: unknown,
  ) {
    super('The request was sent and no trustworthy answer came back.', { cause });
    this.name = 'OutcomeUncertain';
  }
}

/** Thrown in the step before the first byte: the attempt was held up for too long, and must not be sent any more. */
export class LeaseOver extends Error {
  constructor() {
    super('The lease is over: nothing may be sent any more.');
    this.name = 'LeaseOver';
  }
}

/** A cause: the journal cannot be reached, does not answer in time, or has too much to do. */
export class JournalAway extends Error {}

/** Whether a key was claimed is not known; if it was, nothing of that attempt has begun. */
export class ClaimUncertain extends Error {
  constructor(cause: unknown) {
    super(`The key may have been claimed: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.name = 'ClaimUncertain';
  }
}

/** A claim was not made: another operation that changes the same wallet is not over. */
export class MustWait extends Error {
  constructor() {
    super('Another change of this wallet is not over.');
    this.name = 'MustWait';
  }
}

/** A cause: whoever asked has hung up, so that nobody waits for the answer any more. */
export class CallerGone extends Error {
  constructor(/** By then the provider had been silent for so long that it is to blame. */ readonly wasSilent = false) {
    super('The caller has gone.');
    this.name = 'CallerGone';
  }
}

/** A cause: the time for a call is over. */
export class DeadlinePassed extends Error {
  constructor(/** As above. Else it was short when the provider's turn came. */ readonly wasSilent = false) {
    super('The deadline passed.');
    this.name = 'DeadlinePassed';
  }
}

/** What was thrown, which need not be an Error. */
export function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
