import { randomUUID } from 'node:crypto';
import { isObject } from './json.js';
import type { JsonObject } from './json.js';
import { json } from './wire.js';
import type { WireAnswer } from './wire.js';

/** Neither default nor maximum is published; inferred. */
const usualCount = 200;

const partnerAccountID = '2c9a6a0d-7e52-4b6b-8e0b-1b9c7f0e0002';

export interface Wallet {
  readonly walletID: string;
  readonly paymentMethodID: string;
  readonly walletType: 'default' | 'general';
  readonly createdOn: string;
  name: string;
  description: string;
  metadata?: JsonObject;
  status: 'active' | 'closed';
  closedOn?: string;
  cents: bigint;
}

/** Which rows are asked for, and what is wrong with that. There is no cursor and no total (reference section 4). */
export function pageOf({ skip = '0', count = String(usualCount) }: Readonly<Record<string, string>>): {
  readonly problems: Readonly<Record<string, string>>;
  cut<Row>(rows: readonly Row[], longestPage: number): Row[];
} {
  return {
    problems: {
      ...(!/^\d{1,9}$/.test(skip) && { skip: 'must not be negative' }),
      ...(!/^[1-9]\d{0,8}$/.test(count) && { count: 'must be a positive number' }),
    },
    cut: (rows, longestPage) => rows.slice(Number(skip), Number(skip) + Math.min(Number(count), longestPage)),
  };
}

/** 422 is a flat map of field names to messages (guide). Only what is present is judged. */
export function fieldProblems(asked: JsonObject, nullClears: boolean): Record<string, string> | undefined {
  const problems: Record<string, string> = {};
  const { name, description, metadata, status } = asked;
  const isCleared = (value: unknown): boolean => value === null && nullClears;
  if ('name' in asked && (typeof name !== 'string' || name.trim() === '')) problems.name = 'is required';
  if (status !== undefined && status !== 'active' && status !== 'closed') problems.status = 'must be active or closed';
  if (description !== undefined && typeof description !== 'string' && !isCleared(description)) {
    problems.description = 'must be a string';
  }
  const isMap = isObject(metadata) && Object.values(metadata).every(value => typeof value === 'string');
  if (metadata !== undefined && !isMap && !isCleared(metadata)) problems.metadata = 'must be a map of strings';
  return Object.keys(problems).length > 0 ? problems : undefined;
}

/** A refusal, or nothing where it is done. Closing is final, for general wallets only and with an empty balance (reference; the 409 is inferred). */
export function change(wallet: Wallet, asked: JsonObject, now: string): WireAnswer | undefined {
  if (wallet.status === 'closed') return json(409, { error: 'wallet is closed' });
  if (asked.status === 'closed') {
    if (wallet.walletType !== 'general' || wallet.cents !== 0n) return json(409, { error: 'wallet cannot be closed' });
    close(wallet, now);
  }
  if (typeof asked.name === 'string') wallet.name = asked.name;
  if (asked.description !== undefined) wallet.description = String(asked.description ?? '');
  if (asked.metadata !== undefined) wallet.metadata = isObject(asked.metadata) ? asked.metadata : undefined;
  return undefined;
}

export function close(wallet: Wallet, closedOn: string): void {
  Object.assign(wallet, { status: 'closed', closedOn });
}

export interface WalletSeed {
  readonly name: string;
  readonly description?: string;
  readonly metadata?: JsonObject;
}

export function newWallet(walletType: Wallet['walletType'], seed: WalletSeed, createdOn: string): Wallet {
  const { name, description = '', metadata } = seed;
  return {
    walletID: randomUUID(),
    paymentMethodID: randomUUID(),
    walletType,
    createdOn,
    name,
    description,
    metadata,
    status: 'active',
    cents: 0n,
  };
}

/** No account id, no update time: the body has neither (guide). */
export function walletBody(wallet: Wallet): JsonObject {
  const { cents, paymentMethodID: _kept, ...rest } = wallet;
  return {
    ...rest,
    partnerAccountID,
    availableBalance: { currency: 'USD', value: cents, valueDecimal: dollars(cents) },
  };
}

/** `"0"` for an empty wallet, `"-2.5"` for -250 cents (reference). */
export function dollars(cents: bigint): string {
  const digits = String(cents < 0n ? -cents : cents).padStart(3, '0');
  const fraction = digits.slice(-2).replace(/0+$/, '');
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}${fraction && `.${fraction}`}`;
}

export function paymentMethod({ paymentMethodID, walletID, walletType }: Wallet): JsonObject {
  return {
    paymentMethodID,
    paymentMethodType: 'moov-wallet',
    wallet: { walletID, partnerAccountID, walletType },
  };
}
