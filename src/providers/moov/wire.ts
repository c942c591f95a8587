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
  refusal,
  requiredUuid,
  string,
  time,
  uuid,
  word,
  type Answer,
  type ProviderWords,
} from '../../upstream/answers.js';
import {
  MoovWallet,
  MoovWalletTransaction,
  MoovWalletType,
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

/** What goes to Moov for a person's labels: a wallet says by the marker which operation made it. */
function markedMetadata(metadata: Readonly<Record<string, string>> | null | undefined, operationId: string): object {
  return Object.assign(Object.create(null) as object, metadata, { [operationMarker]: operationId });
}

const balance = z
  .object({ currency: z.string().regex(/^[A-Z]{3}$/), value: int64 })
  .transform(({ currency, value }) => (value === null ? null : hundredths(currency, value)))
  .nullable()
  .catch(null);

/** Every member that a person gave, also one named `__proto__`. */
const stringMap = z
  .unknown()
  .optional()
  .transform(value => {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return null;
    const isText = Object.values(value).every(member => typeof member === 'string');
    return isText ? Object.assign(Object.create(null) as Record<string, string>, value) : null;
  });

/** A person's own labels: without the gateway's, and null where that was the only one. */
function ownLabels(metadata: Readonly<Record<string, string>> | null): Readonly<Record<string, string>> | null {
  if (metadata === null || !Object.hasOwn(metadata, operationMarker)) return metadata;
  const { [operationMarker]: _marker, ...own } = metadata;
  return Object.keys(own).length === 0 ? null : own;
}

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
  availableBalance: balance, // valueDecimal may disagree with value: the integer decides
  metadata: stringMap,
  createdOn: time,
  closedOn: time,
});

const states: Readonly<Record<string, WalletState>> = { active: WalletState.ACTIVE, closed: WalletState.CLOSED };

/** The answer has no account in it, so the caller says whose wallet was asked for. */
export function walletFrom(answer: Answer, accountId: string): MoovWallet {
  return moovWallet(read(wallet, answer), accountId);
}

export function walletsFrom(answer: Answer, accountId: string): MoovWallet[] {
  return read(z.array(wallet), answer).map(found => moovWallet(found, accountId));
}

function moovWallet(found: z.output<typeof wallet>, accountId: string): MoovWallet {
  return make(MoovWallet, {
    id: globalId('MoovWallet', accountId, found.walletID.toLowerCase()),
    provider: WalletProvider.MOOV,
    providerId: found.walletID,
    state: lookUp(states, found.status) ?? WalletState.UNRECOGNIZED,
    providerStatus: found.status,
    accountId,
    partnerAccountId: found.partnerAccountID,
    name: found.name,
    description: found.description,
    walletType: found.walletType,
    availableBalance: found.availableBalance,
    metadata: ownLabels(found.metadata),
    createdAt: found.createdOn,
    closedAt: found.closedOn,
  });
}

/** Whatever else is among the labels. */
const marker = z
  .object({ [operationMarker]: z.string() })
  .nullable()
  .catch(null);
const listed = z.array(z.object({ walletID: requiredUuid, metadata: marker }));

/** A wallet, and the operation that its marker names. */
export interface MarkedWallet {
  readonly providerId: string;
  readonly marker: string | null;
}

export function markersFrom(answer: Answer): MarkedWallet[] {
  return read(listed, answer).map(({ walletID, metadata }) => ({
    providerId: walletID.toLowerCase(),
    marker: metadata?.[operationMarker] ?? null,
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

const transaction = z.object({
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
});

export function transactionsFrom(answer: Answer): MoovWalletTransaction[] {
  return read(z.array(transaction), answer).map(found => {
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

/**
 * Moov's errors: `{ "error": text }` on 400 and 409, a flat map of field names to messages on 422, and no body at all
 * on the rest. The texts are for people; there are no codes.
 */
export function moovRefusal(answer: Answer): Error {
  return refusal(answer, wordsFrom(answer.json));
}

function wordsFrom(body: unknown): ProviderWords {
  if (body === null || typeof body !== 'object' || Array.isArray(body)) return {};
  if ('error' in body) return { message: typeof body.error === 'string' ? body.error : null };
  const problems = fieldProblems(body);
  return {
    details: problems.map(({ target, message }) => ({ target, message })),
    fields: problems
      .filter(({ target }) => inputNames.has(target.split('.')[0] ?? ''))
      .map(({ target, message }) => ({ path: ['input', ...target.split('.')], message })),
  };
}

/** What Moov calls a field of a create is what we call it. */
const inputNames = new Set(['name', 'description', 'metadata']);

/** Field names and messages; other Moov endpoints nest them, so this reads nested ones too. */
function fieldProblems(body: object, prefix = '', depth = 0): { target: string; message: string }[] {
  return Object.entries(body)
    .slice(0, 100)
    .flatMap(([name, value]: [string, unknown]) => {
      if (typeof value === 'string') return [{ target: prefix + name, message: value }];
      const isNested = value !== null && typeof value === 'object' && depth < 4;
      return isNested ? fieldProblems(value, `${prefix}${name}.`, depth + 1) : [];
    });
}
