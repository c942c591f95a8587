import { z } from 'zod';
import { InvalidInputError, ProviderRejectedError } from '../../core/errors.js';
import { failure, MutationFailure } from '../../core/failures.js';
import { lookUp, refusal, string, type Answer } from '../../upstream/answers.js';
import { InsufficientFundsError } from './moves.js';

/** LIQUIDO's refusals: its words, the fields that they name, and our errors for both. */

const listed = z.object({ code: string, errorMessage: string });
/** The service answers with `errors`; other products and the layer in front of it with a single message. */
const errorBody = z.object({
  errors: z.array(listed.nullable().catch(null)).catch([]),
  errorMsg: string,
  message: string,
});

/** Where a field of LIQUIDO's stands in our input, by its name. */
type Places = Readonly<Record<string, readonly string[]>>;

const createPlaces: Places = Object.fromEntries(
  ['phoneNumber', 'name', 'country', 'currency', 'groupId'].map(name => [name, ['input', 'account', 'liquido', name]]),
);
const movePlaces: Places = {
  walletAccountId: ['input', 'walletAccountId'],
  amountInCents: ['input', 'amount', 'minorUnits'],
  currency: ['input', 'amount', 'currency'],
};

/** What the credentials may lack, where they are refused: LIQUIDO's tokens carry the scope of one API. */
const scopeHint = 'Wallets have a scope of their own, which the credentials may lack. docs/providers.md tells how.';

export function createRefusal(answer: Answer): Error {
  const isAccess = answer.status === 401 || answer.status === 403;
  return liquidoRefusal(answer, createPlaces, isAccess ? scopeHint : undefined);
}

export function topUpRefusal(answer: Answer): Error {
  return liquidoRefusal(answer, movePlaces);
}

/** "Wallet Charges": 422 where the funds do not cover it. */
export function chargeRefusal(answer: Answer): Error {
  const refused = liquidoRefusal(answer, movePlaces);
  const isDeclined =
    answer.status === 422 && refused instanceof MutationFailure && refused.error instanceof ProviderRejectedError;
  if (!isDeclined) return refused;
  return failure(InsufficientFundsError, {
    provider: answer.provider,
    providerResponse: refused.error.providerResponse,
    message: 'The balance does not cover the charge; nothing was taken.',
  });
}

export function liquidoRefusal(answer: Answer, places: Places = {}, hint?: string): Error {
  const body = errorBody.safeParse(answer.json);
  const declined = answer.status === 422 ? ProviderRejectedError : undefined;
  if (!body.success) return refusal(answer, { type: declined, hint });
  const errors = body.data.errors.filter(error => error !== null);
  const named = errors.flatMap(({ code, errorMessage }) => {
    const [, name, message = ''] = /^Invalid request field: (\w{1,64}): (.*)$/s.exec(errorMessage ?? '') ?? [];
    return name === undefined ? [] : [{ name, message, code }];
  });
  return refusal(answer, {
    // 422 is a refusal for the wallet's own reasons, unless it names a field.
    type: answer.status === 422 && named.length > 0 ? InvalidInputError : declined,
    code: errors[0]?.code,
    message: errors[0]?.errorMessage ?? body.data.errorMsg ?? body.data.message,
    details: errors.map(error => ({ code: error.code, message: error.errorMessage })),
    fields: named.flatMap(({ name, ...problem }) => {
      const place = lookUp(places, name);
      return place === undefined ? [] : [{ path: place, ...problem }];
    }),
    hint,
  });
}
