import { randomUUID } from 'node:crypto';
import type { JsonObject } from './json.js';
import { dollars, pageOf } from './moov-rules.js';
import type { Wallet } from './moov-rules.js';
import { instantOf } from './times.js';

/** What a test may say of a transaction (reference section 4, "Wallet transaction"). */
export interface TransactionSeed {
  /** The gross amount, digit for digit; negative where money leaves the wallet. */
  readonly cents: string;
  readonly feeCents?: string;
  readonly feeIDs?: readonly string[];
  readonly transactionType?: string;
  /** Only a completed one moves the balance and tells what it is afterwards. */
  readonly status?: 'pending' | 'completed' | 'canceled' | 'failed';
  readonly sourceType?: string;
  readonly sourceID?: string;
  readonly sweepID?: string;
  readonly memo?: string;
  readonly createdOn?: string;
  /** Of a completed one; as `createdOn` where it is not given. */
  readonly completedOn?: string;
}

export interface Transaction {
  readonly walletID: string;
  readonly transactionID: string;
  readonly transactionType: string;
  readonly sourceType: string;
  readonly sourceID: string;
  readonly status: string;
  readonly memo: string;
  readonly createdOn: string;
  readonly completedOn?: string;
  readonly sweepID?: string;
  readonly feeIDs?: readonly string[];
  readonly gross: bigint;
  readonly fee: bigint;
  readonly balanceAfter?: bigint;
}

export type TransactionOrder = 'newest-first' | 'oldest-first';

const statuses = ['pending', 'completed', 'canceled', 'failed'];

const bounds = [
  'createdStartDateTime',
  'createdEndDateTime',
  'completedStartDateTime',
  'completedEndDateTime',
] as const;

/** Books it on the wallet. `written` puts a time into the style of this simulator. */
export function book(wallet: Wallet, seed: TransactionSeed, written: (at?: string) => string): Transaction {
  const { transactionType = 'top-up', sourceType = 'transfer', status = 'completed', memo = '' } = seed;
  const { sourceID = randomUUID(), sweepID, feeIDs } = seed;
  const createdOn = written(seed.createdOn);
  const [gross, fee] = [BigInt(seed.cents), BigInt(seed.feeCents ?? '0')];
  const isCompleted = status === 'completed';
  if (isCompleted) wallet.cents += gross - fee;
  return {
    walletID: wallet.walletID,
    transactionID: randomUUID(),
    transactionType,
    sourceType,
    sourceID,
    status,
    memo,
    createdOn,
    ...(isCompleted && {
      completedOn: seed.completedOn === undefined ? createdOn : written(seed.completedOn),
      balanceAfter: wallet.cents,
    }),
    sweepID,
    feeIDs,
    gross,
    fee,
  };
}

/** 422 is a flat map of query names to messages, as on every list. */
export function queryProblems(query: Readonly<Record<string, string>>): Record<string, string> {
  const problems: Record<string, string> = {};
  if (query.status !== undefined && !statuses.includes(query.status)) problems.status = 'is not valid';
  for (const bound of bounds) {
    const given = query[bound];
    if (given !== undefined && instantOf(given) === undefined) problems[bound] = 'must be a date-time';
  }
  return { ...problems, ...pageOf(query).problems };
}

/** Starts of a range belong to it and ends do not (reference section 4). */
export function matching(all: readonly Transaction[], query: Readonly<Record<string, string>>): Transaction[] {
  const types = query.transactionTypes?.split(',');
  const isSaid = (name: string, own: string | undefined): boolean => query[name] === undefined || query[name] === own;
  return all.filter(
    transaction =>
      isSaid('status', transaction.status) &&
      isSaid('transactionType', transaction.transactionType) &&
      isSaid('sourceType', transaction.sourceType) &&
      isSaid('sourceID', transaction.sourceID) &&
      isSaid('sweepID', transaction.sweepID) &&
      (types === undefined || types.includes(transaction.transactionType)) &&
      isWithin(transaction.createdOn, query.createdStartDateTime, query.createdEndDateTime) &&
      isWithin(transaction.completedOn, query.completedStartDateTime, query.completedEndDateTime),
  );
}

function isWithin(at: string | undefined, start: string | undefined, end: string | undefined): boolean {
  if (start === undefined && end === undefined) return true;
  const instant = instantOf(at ?? '');
  if (instant === undefined) return false; // such as one that was never completed
  const isStarted = start === undefined || instant >= (instantOf(start) ?? 0n);
  return isStarted && (end === undefined || instant < (instantOf(end) ?? 0n));
}

/** By time of creation, and in the order of booking where that is the same. */
export function ordered(all: readonly Transaction[], order: TransactionOrder): Transaction[] {
  const oldestFirst = all.toSorted((left, right) => {
    const difference = (instantOf(left.createdOn) ?? 0n) - (instantOf(right.createdOn) ?? 0n);
    return difference < 0n ? -1 : Number(difference > 0n);
  });
  return order === 'oldest-first' ? oldestFirst : oldestFirst.toReversed();
}

/** Amounts are int64 with a decimal twin each (reference section 4). */
export function transactionBody({ gross, fee, balanceAfter, ...rest }: Transaction): JsonObject {
  return {
    ...rest,
    currency: 'USD',
    ...amount('grossAmount', gross),
    ...amount('fee', fee),
    ...amount('netAmount', gross - fee),
    ...(balanceAfter !== undefined && amount('availableBalance', balanceAfter)),
  };
}

function amount(name: string, cents: bigint): JsonObject {
  return { [name]: cents, [`${name}Decimal`]: dollars(cents) };
}
