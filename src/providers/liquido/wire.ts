import { z } from 'zod';
import { make } from '../../core/codec.js';
import { InvalidInputError, ProviderRejectedError } from '../../core/errors.js';
import { globalId } from '../../core/ids.js';
import { WalletProvider } from '../../core/provider.js';
import { hundredths, WalletState } from '../../core/wallet.js';
import {
  int64,
  ownWord,
  read,
  refusal,
  requiredUuid,
  string,
  unreadable,
  type Answer,
} from '../../upstream/answers.js';
import { LiquidoWalletAccount, type LiquidoWalletAccountInput } from './types.js';

/** LIQUIDO's JSON, as in "Create Wallet" and "Query Wallet". */

/** `idempotencyKey` is LIQUIDO's own protection: the same key in every attempt of one operation, for ever. */
export function walletRequest(input: LiquidoWalletAccountInput, idempotencyKey: string): object {
  const { phoneNumber, name, country, currency, groupId } = input;
  return { phoneNumber, name, country, currency, ...(groupId == null ? {} : { groupId }), idempotencyKey };
}

const code = (pattern: RegExp) => z.string().regex(pattern).nullable().catch(null);

const wallet = z.object({
  id: requiredUuid,
  balanceInCents: int64,
  status: ownWord,
  groupId: string,
  country: code(/^[A-Z]{2}$/),
  currency: code(/^[A-Z]{3}$/),
});

/** `asked` is what a new wallet must agree with. */
export function walletFrom(answer: Answer, asked?: LiquidoWalletAccountInput): LiquidoWalletAccount {
  const found = read(wallet, answer);
  const isAnother =
    asked !== undefined &&
    ((found.currency !== null && found.currency !== asked.currency) ||
      (found.country !== null && found.country !== asked.country));
  if (isAnother) throw unreadable(answer); // somebody else's answer
  return make(LiquidoWalletAccount, {
    id: globalId('LiquidoWalletAccount', found.id.toLowerCase()),
    provider: WalletProvider.LIQUIDO,
    providerId: found.id,
    state: found.status === 'ACTIVE' ? WalletState.ACTIVE : WalletState.UNRECOGNIZED, // the only documented word
    providerStatus: found.status,
    balance:
      found.currency === null || found.balanceInCents === null
        ? null
        : hundredths(found.currency, found.balanceInCents),
    groupId: found.groupId,
    country: found.country,
    currency: found.currency,
  });
}

const listed = z.object({ code: string, errorMessage: string });
/** The service answers with `errors`; other products and the layer in front of it with a single message. */
const errorBody = z.object({
  errors: z.array(listed.nullable().catch(null)).catch([]),
  errorMsg: string,
  message: string,
});

const fieldNames = new Set(['phoneNumber', 'name', 'country', 'currency', 'groupId']);

export function liquidoRefusal(answer: Answer): Error {
  const body = errorBody.safeParse(answer.json);
  if (!body.success) return refusal(answer, answer.status === 422 ? { type: ProviderRejectedError } : {});
  const errors = body.data.errors.filter(error => error !== null);
  const fields = errors.flatMap(({ code: errorCode, errorMessage }) => {
    const [, name = '', reason = ''] = /^Invalid request field: (\w{1,64}): (.*)$/s.exec(errorMessage ?? '') ?? [];
    return fieldNames.has(name)
      ? [{ path: ['input', 'account', 'liquido', name], message: reason, code: errorCode }]
      : [];
  });
  return refusal(answer, {
    // 422 is a refusal for the wallet's own reasons, unless it names a field.
    type: answer.status !== 422 ? undefined : fields.length > 0 ? InvalidInputError : ProviderRejectedError,
    code: errors[0]?.code,
    message: errors[0]?.errorMessage ?? body.data.errorMsg ?? body.data.message,
    details: errors.map(error => ({ code: error.code, message: error.errorMessage })),
    fields,
  });
}
