import { OutcomeUnknownError, RetryAdvice, type MutationError, type ProviderErrorResponse } from './errors.js';
import { errorOf } from './failures.js';
import type { Intent } from './intent.js';
import type { Entry } from './journal-entry.js';
import type { Operation } from './operation.js';
import type { Recoveries } from './recovery.js';
import { noAnswer, notWritten, withOperation } from './replies.js';

/** What callers are told of an operation, by what the journal says of it. */
export interface Outcomes {
  /** How it stands. */
  told(intent: Intent, entry: Entry): object;
  /** An attempt that comes late tells what stands for good; what still changes may have changed again since it was read. */
  decidedMeanwhile(intent: Intent, entry: Entry): object;
  unknown(
    intent: Intent,
    operation: Operation,
    message: string,
    providerResponse?: ProviderErrorResponse | null,
  ): OutcomeUnknownError;
}

export function outcomesBy(recoveries: Recoveries): Outcomes {
  return { told, decidedMeanwhile, unknown };

  function told(intent: Intent, { operation, status }: Entry): object {
    const { result } = operation;
    if (result === null) {
      const answer = unknown(intent, operation, noAnswer(intent.provider));
      return status === 'attention'
        ? errorOf(OutcomeUnknownError, { ...answer, retry: RetryAdvice.ASK_OPERATOR })
        : answer;
    }
    return 'retry' in result ? withOperation(result as MutationError, operation) : result; // only errors have advice
  }

  function decidedMeanwhile(intent: Intent, entry: Entry): object {
    const isForGood = entry.status === 'done' || entry.status === 'attention' || entry.status === 'lost';
    return isForGood ? told(intent, entry) : unknown(intent, entry.operation, notWritten);
  }

  function unknown(
    { provider, mutation }: Intent,
    operation: Operation,
    message: string,
    providerResponse: ProviderErrorResponse | null = null,
  ): OutcomeUnknownError {
    const isFollowed = recoveries.of(provider, mutation)?.by !== 'nothing';
    const retry = isFollowed ? RetryAdvice.FOLLOW_OPERATION : RetryAdvice.RETRY_WITH_NEW_KEY;
    return errorOf(OutcomeUnknownError, { message, retry, provider, providerResponse, operation });
  }
}
