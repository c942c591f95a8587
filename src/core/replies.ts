import {
  ConflictError,
  IdempotencyKeyReusedError,
  NotFoundError,
  OperationInProgressError,
  OutcomeUnknownError,
  ProviderUnavailableError,
  RateLimitedError,
  RetryAdvice,
  type MutationError,
} from './errors.js';
import { errorOf } from './failures.js';
import type { Operation } from './operation.js';
import { providerTitles, type WalletProvider } from './provider.js';

/** What the gateway itself answers, in its own words. */

export const notWritten = 'The gateway could not write down how this ended: it may or may not have been done.';

/** What is said where an answer was lost. */
export function noAnswer(provider: WalletProvider): string {
  return `The request was sent to ${providerTitles[provider]}, and no trustworthy answer is known: it may or may not have been done.`;
}

/** As it is stored: the operation points to its error, and not back. */
export function withoutOperation(error: OutcomeUnknownError): OutcomeUnknownError {
  return errorOf(OutcomeUnknownError, { ...error, operation: null });
}

/** A copy: callers whose attempts failed for one reason, such as a token they all waited for, share the error. */
export function withOperation(error: MutationError, operation: Operation): MutationError {
  const copy = Object.create(Object.getPrototypeOf(error) as object) as MutationError; // of the error's own class
  return Object.assign(copy, error, { operation });
}

/** The operation is left out where it is about somebody for whom the caller may not act. */
export function keyReused(operation: Operation | null): object {
  return errorOf(IdempotencyKeyReusedError, {
    message: 'This idempotency key was used before with another input. Nothing was sent.',
    operation,
  });
}

/** For somebody else's and for what is not there: nobody can tell one from the other. */
export function notFound(): NotFoundError {
  return errorOf(NotFoundError, { message: 'There is nothing of that kind that this caller may act for.' });
}

export function inProgress(operation: Operation): object {
  return errorOf(OperationInProgressError, {
    message: 'The same key is being worked on right now.',
    retryAfterSeconds: 1,
    operation,
  });
}

/** What came of it was erased with whom it was about; that it was done is all that is known. */
export function erased(operation: Operation): object {
  return errorOf(ConflictError, {
    message: 'What was done under this key has been erased since. Nothing was sent.',
    operation,
  });
}

/** For one that would change a wallet of which another change is not over. */
export function changeUnderWay(): object {
  return errorOf(ConflictError, {
    message: 'Another change of this wallet is under way, or how it ended is not known yet. Nothing was sent.',
    retry: RetryAdvice.RETRY_WITH_SAME_KEY,
    retryAfterSeconds: 1,
  });
}

export function tooMany(refusal: string, milliseconds: number): RateLimitedError {
  return errorOf(RateLimitedError, {
    message: refusal,
    retryAfterSeconds: Math.max(1, Math.ceil(milliseconds / 1000)),
  });
}

export function limiterDown(): ProviderUnavailableError {
  return errorOf(ProviderUnavailableError, {
    message: "The store of the gateway's limits (CACHE_URL) does not answer, so nothing was sent.",
  });
}

export function journalDown(): ProviderUnavailableError {
  return errorOf(ProviderUnavailableError, {
    message: 'The gateway cannot write its journal, so nothing was sent.',
  });
}

export function nothingSent(): ProviderUnavailableError {
  return errorOf(ProviderUnavailableError, { message: 'The gateway failed before anything was sent.' });
}
