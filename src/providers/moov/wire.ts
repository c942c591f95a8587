import { z } from 'zod';
import { make } from '../../core/codec.js';
import { globalId } from '../../core/ids.js';
import { WalletProvider } from '../../core/provider.js';
import { hundredths, WalletState } from '../../core/wallet.js';
import {
  int64,
  lookUp,
  ownWord,
  read,
  requiredUuid,
  string,
  time,
  unreadable,
  uuid,
  word,
  type Answer,
} from '../../upstream/answers.js';
import type { UpdateMoovWalletInput } from './changes.js';
import {
  MoovWallet,
  MoovWalletTransaction,
  MoovWalletType,
  moovWalletId,
  operationMarker,
  type CreateMoovWalletInput,
} from './types.js';

/** Moov's JSON, as in its reference for API version v2026.07.00. */

export function walletRequest(input: CreateMoovWalletInput, operationId: string): object {
  return {
    name: input.name,
    ...(input.description == null ? {} : { description: input.description }),
    metadata: markedMetadata(input.metadata, operationId),
  };
}

/**
 * An empty text and an empty map clear, whatever the API version: null does so from v2026.04.00 on only. Moov replaces
 * the whole map, so the marker that the wallet has goes along.
 */
export function changeRequest({ name, description, metadata }: UpdateMoovWalletInput, marker: string | null): object {
  return {
    ...(name == null ? {} : { name }),
    ...(description === undefined ? {} : { description: description ?? '' }),
    ...(metadata === undefined ? {} : { metadata: markedMetadata(metadata, marker) }),
  };
}

/** Moov has no other way to close a wallet. */
export const closingRequest = { status: 'closed' };

/** What goes to Moov for a person's labels: a wallet says by the marker which operation made it. */
function markedMetadata(metadata: Readonly<Record<string, string>> | null | undefined, marker: string | null): object {
  const own = marker === null ? {} : { [operationMarker]: marker };
  return metadata == null ? own : Object.assign(Object.create(null) as object, metadata, own);
}

/** Told twice: `value` is exact, and counts; whether `valueDecimal` says another amount is reported. */
const balance = z
  .object({ currency: z.string().regex(/^[A-Z]{3}$/), value: int64, valueDecimal: z.unknown().optional() })
  .transform(({ currency, value, valueDecimal }) =>
    value === null ? null : { money: hundredths(currency, value), isDisputed: differs(valueDecimal, value) },
  )
  .nullable()
  .catch(null);

/** Digits beyond hundredths are dropped. What is no decimal says nothing. */
function differs(text: unknown, cents: bigint): boolean {
  const [, whole = '', fraction = ''] =
    (typeof text === 'string' && /^(-?\d{1,30})(?:\.(\d{1,30}))?$/.exec(text)) || [];
  return whole !== '' && BigInt(whole + fraction.slice(0, 2).padEnd(2, '0')) !== cents;
}

/** Which operation made the wallet, where a label says it, and a person's own labels. */
interface Labels {
  readonly marker: string | null;
  /** Also one named `__proto__`; null where there are none, or not all are text. */
  readonly own: Readonly<Record<string, string>> | null;
}

const labels = z
  .unknown()
  .optional()
  .transform((value): Labels => {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return { marker: null, own: null };
    const { [operationMarker]: mark, ...others } = value as Readonly<Record<string, unknown>>; // parsed from JSON
    const marker = typeof mark === 'string' ? mark : null;
    const own = Object.create(null) as Record<string, string>;
    let hasOwn = false;
    for (const name of Object.keys(others)) {
      const text = others[name];
      if (typeof text !== 'string') return { marker, own: null };
      own[name] = text;
      hasOwn = true;
    }
    return { marker, own: hasOwn ? own : null };
  });

const wallet = z.object({
  walletID: requiredUuid,
  partnerAccountID: uuid,
  name: z.string().catch(''),
  description: z.string().catch(''), // Moov's own Go client models it as one that may be missing
  status: ownWord,
  walletType: word(
    {
      default: MoovWalletType.DEFAULT,
      general: MoovWalletType.GENERAL,
      'card-issuing': MoovWalletType.CARD_ISSUING,
    },
    MoovWalletType.UNRECOGNIZED,
  ),
  availableBalance: balance,
  metadata: labels,
  createdOn: time,
  closedOn: time,
});
const wallets = z.array(wallet);

const states: Readonly<Record<string, WalletState>> = { active: WalletState.ACTIVE, closed: WalletState.CLOSED };

/** The answer has no account in it, so the caller says whose wallet was asked for; and which, where that is known. */
export function walletFrom(answer: Answer, accountId: string, walletId?: string): MoovWallet {
  const found = read(wallet, answer);
  if (walletId !== undefined && found.walletID.toLowerCase() !== walletId) throw unreadable(answer);
  return moovWallet(found, accountId, answer);
}

/** The wallet that an operation has made: where a label names another one, the answer is that one's. */
export function newWalletFrom(answer: Answer, accountId: string, operationId: string): MoovWallet {
  const found = read(wallet, answer);
  if ((found.metadata.marker ?? operationId) !== operationId) throw unreadable(answer);
  return moovWallet(found, accountId, answer);
}

/** The answer to a closing shows a closed wallet, else it is no answer to that. */
export function closedWalletFrom(answer: Answer, accountId: string, walletId: string): MoovWallet {
  const found = walletFrom(answer, accountId, walletId);
  if (found.state !== WalletState.CLOSED) throw unreadable(answer);
  return found;
}

export function walletsFrom(answer: Answer, accountId: string): MoovWallet[] {
  return read(wallets, answer).map(found => moovWallet(found, accountId, answer));
}

function moovWallet(found: z.output<typeof wallet>, accountId: string, answer: Answer): MoovWallet {
  if (found.availableBalance?.isDisputed === true) answer.reportDisputed('availableBalance');
  return make(MoovWallet, {
    id: globalId(moovWalletId.typeName, accountId, found.walletID.toLowerCase()),
    provider: WalletProvider.MOOV,
    providerId: found.walletID,
    state: lookUp(states, found.status) ?? WalletState.UNRECOGNIZED,
    providerStatus: found.status,
    accountId,
    partnerAccountId: found.partnerAccountID,
    name: found.name,
    description: found.description,
    walletType: found.walletType,
    availableBalance: found.availableBalance?.money ?? null,
    metadata: found.metadata.own,
    createdAt: found.createdOn,
    closedAt: found.closedOn,
  });
}

const marked = z.object({ walletID: requiredUuid, metadata: labels, name: string, createdOn: time });
const allMarked = z.array(marked);

/** A wallet, and what tells which operation made it. */
export interface MarkedWallet {
  readonly providerId: string;
  readonly marker: string | null;
  readonly name: string | null;
  readonly createdAt: string | null;
}

/** Which operation made that wallet; null where none of ours did. */
export function markerFrom(answer: Answer, walletId: string): string | null {
  const found = read(marked, answer);
  if (found.walletID.toLowerCase() !== walletId) throw unreadable(answer);
  return found.metadata.marker;
}

export function markersFrom(answer: Answer): MarkedWallet[] {
  return read(allMarked, answer).map(({ walletID, metadata, name, createdOn }) => ({
    providerId: walletID.toLowerCase(),
    marker: metadata.marker,
    name,
    createdAt: createdOn,
  }));
}

const paymentMethods = z.array(
  z.object({ paymentMethodID: uuid, wallet: z.object({ walletID: uuid }).nullable().catch(null) }),
);

/** The payment method by wallet. */
export function paymentMethodsFrom(answer: Answer): ReadonlyMap<string, string | null> {
  return new Map(
    read(paymentMethods, answer).flatMap(({ paymentMethodID, wallet: source }) =>
      source?.walletID == null ? [] : [[source.walletID.toLowerCase(), paymentMethodID] as const],
    ),
  );
}

const transactions = z.array(
  z.object({
    transactionID: z.string().min(1),
    transactionType: ownWord,
    sourceType: ownWord,
    sourceID: uuid,
    status: ownWord,
    memo: string,
    createdOn: time,
    completedOn: time,
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .nullable()
      .catch(null),
    grossAmount: int64,
    fee: int64,
    netAmount: int64,
    availableBalance: int64,
  }),
);

export function transactionsFrom(answer: Answer): MoovWalletTransaction[] {
  return read(transactions, answer).map(found => {
    const money = (value: bigint | null) =>
      value === null || found.currency === null ? null : hundredths(found.currency, value);
    return make(MoovWalletTransaction, {
      providerId: found.transactionID,
      transactionType: found.transactionType,
      sourceType: found.sourceType,
      sourceId: found.sourceID,
      status: found.status,
      memo: found.memo,
      createdAt: found.createdOn,
      completedAt: found.completedOn,
      grossAmount: money(found.grossAmount),
      fee: money(found.fee),
      netAmount: money(found.netAmount),
      availableBalance: money(found.availableBalance),
    });
  });
}
