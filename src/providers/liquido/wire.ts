import { z } from 'zod';
import { make } from '../../core/codec.js';
import { globalId, partsOf } from '../../core/ids.js';
import { WalletProvider } from '../../core/provider.js';
import { hundredths, WalletState } from '../../core/wallet.js';
import { int64, ownWord, read, requiredUuid, string, unreadable, type Answer } from '../../upstream/answers.js';
import type { MoneyInput } from './moves.js';
import { LiquidoWalletAccount, liquidoWalletAccountId, type LiquidoWalletAccountInput } from './types.js';

/** LIQUIDO's JSON, as in "Create Wallet", "Query Wallet", "Wallet Top-up" and "Wallet Charges". */

/** `idempotencyKey` is LIQUIDO's own protection: the same key in every attempt of one operation, for ever. */
export function walletRequest(input: LiquidoWalletAccountInput, idempotencyKey: string): object {
  const { phoneNumber, name, country, currency, groupId } = input;
  return { phoneNumber, name, country, currency, ...(groupId == null ? {} : { groupId }), idempotencyKey };
}

/** TypeScript's library does not know it yet. */
const exact = JSON as unknown as { rawJSON(digits: string): object };

/**
 * The same bytes in every attempt: once the input has been in the journal, the amount in it is a text. A number would be
 * rounded beyond 2^53.
 */
export function moveRequest(
  { walletAccountId, amount }: { readonly walletAccountId: string; readonly amount: MoneyInput },
  idempotencyKey: string,
): object {
  const [walletId] = partsOf(walletAccountId, liquidoWalletAccountId);
  const amountInCents = exact.rawJSON(BigInt(amount.minorUnits).toString());
  return { walletAccountId: walletId, amountInCents, currency: amount.currency, idempotencyKey };
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

/** What a wallet must agree with, as far as its answer tells it. */
export interface AskedWallet {
  /** In lower case. */
  readonly walletId?: string;
  readonly currency?: string;
  readonly country?: string;
}

export function walletFrom(answer: Answer, asked: AskedWallet = {}): LiquidoWalletAccount {
  const found = read(wallet, answer);
  const differs = (told: string | null, wanted: string | undefined): boolean =>
    told !== null && wanted !== undefined && told !== wanted;
  const isAnother =
    differs(found.id.toLowerCase(), asked.walletId) ||
    differs(found.currency, asked.currency) ||
    differs(found.country, asked.country);
  if (isAnother) throw unreadable(answer); // somebody else's answer
  return make(LiquidoWalletAccount, {
    id: globalId(liquidoWalletAccountId.typeName, found.id.toLowerCase()),
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
