import { OutcomeUnknownError, ProviderUnavailableError, RetryAdvice, type MutationError } from './errors.js';
import { errorOf } from './failures.js';
import type { Ending, Entry } from './journal-entry.js';
import { providerTitles } from './provider.js';
import { noAnswer } from './replies.js';
import type { Sought } from './recovery.js';
import type { Call } from './request.js';

/** What an operation with an unknown outcome is looked for by, and what it can be found to be besides done. */

export function soughtFrom({ id, input, target, soughtSince, note }: Entry): Sought<object> {
  return { id, input, target: target ?? '', since: soughtSince, note };
}

export function callFor({ id }: Entry): Call {
  return { request: { id: `settle-${id}` } };
}

export function absent({ provider }: Entry): Ending {
  const message = `It was looked for and is not there: ${providerTitles[provider]} never did it.`;
  return { status: 'absent', result: errorOf(ProviderUnavailableError, { provider, message }) };
}

export function attention({ provider }: Entry): Ending {
  const message = `Whether it was done cannot be told from outside: a person must look at ${providerTitles[provider]}.`;
  const retry = RetryAdvice.ASK_OPERATOR;
  return { status: 'attention', result: errorOf(OutcomeUnknownError, { provider, message, retry }) };
}

/** For what can be asked for anew without harm: the provider's no to that may not be how the first time ended. */
export function refusedNow({ provider }: Entry, no: MutationError): Ending {
  const why = no.provider === null ? 'it cannot be done' : `${providerTitles[provider]} says no`;
  const message = `Whether it was done is not known, and now ${why}. ${no.message}`;
  const retry = RetryAdvice.RETRY_WITH_NEW_KEY;
  const { providerResponse } = no;
  return { status: 'lost', result: errorOf(OutcomeUnknownError, { provider, message, retry, providerResponse }) };
}

/** For what was read back, and is not so. */
export function notSo({ provider }: Entry, message: string): Ending {
  const retry = RetryAdvice.RETRY_WITH_NEW_KEY;
  return { status: 'lost', result: errorOf(OutcomeUnknownError, { provider, message, retry }) };
}

export function lost({ provider }: Entry): Ending {
  const message = noAnswer(provider); // as the attempt itself would have said
  const retry = RetryAdvice.RETRY_WITH_NEW_KEY;
  return { status: 'lost', result: errorOf(OutcomeUnknownError, { provider, message, retry }) };
}
