import { randomUUID } from 'node:crypto';
import { isObject } from './json.js';
import type { JsonObject } from './json.js';
import { sampleOutcome } from './outcomes.js';
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

export interface ClosedStyle {
  /** Whether a closed wallet still takes a name, a description and metadata; not published (reference section 5). */
  readonly patchOnClosed?: 'refused' | 'allowed';
  /** What closing a closed wallet is: a 409, or a 200 that changes nothing (reference section 7). */
  readonly closingClosed?: 'conflict' | 'done';
}

/**
 * What a PATCH makes of a wallet; the caller carries it out. Closing is final, for general wallets only and with an
 * empty balance (reference; the 409 is inferred).
 */
export function patched(
  wallet: Wallet,
  asked: JsonObject,
  now: string,
  { patchOnClosed = 'refused', closingClosed = 'conflict' }: ClosedStyle,
): WireAnswer | { readonly changes: Partial<Wallet> } {
  const { name, description, metadata, status } = asked;
  const isClosing = status === 'closed';
  if (wallet.status === 'closed') {
    const isDescribing = !isClosing || [name, description, metadata].some(value => value !== undefined);
    const isAllowed =
      status !== 'active' && (!isClosing || closingClosed === 'done') && (!isDescribing || patchOnClosed === 'allowed');
    if (!isAllowed) return json(409, { error: 'wallet is closed' });
  } else if (isClosing && (wallet.walletType !== 'general' || wallet.cents !== 0n)) {
    return json(409, { error: 'wallet cannot be closed' });
  }
  const changes: Partial<Wallet> = {
    ...(isClosing && wallet.status !== 'closed' && closed(now)),
    ...(typeof name === 'string' && { name }),
    ...(description !== undefined && { description: String(description ?? '') }),
    ...(metadata !== undefined && { metadata: isObject(metadata) ? metadata : undefined }),
  };
  return { changes };
}

function closed(closedOn: string): Partial<Wallet> {
  return { status: 'closed', closedOn };
}

export function close(wallet: Wallet, closedOn: string): void {
  Object.assign(wallet, closed(closedOn));
}

export interface WalletSeed {
  readonly name: string;
  readonly description?: string;
  readonly metadata?: JsonObject;
}

/** In the state that its id asks for (outcomes.ts). */
export function sampleWallet(walletID: string, createdOn: string): Wallet {
  const code = sampleOutcome(walletID);
  const wallet = newWallet(code === '208' ? 'default' : 'general', { name: 'Sample' }, createdOn);
  return { ...wallet, walletID, cents: code === '207' ? 100n : 0n };
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
  const fraction = digits.slice(-2).replace(/0{1,2}$/, '');
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}${fraction && `.${fraction}`}`;
}

export function paymentMethod({ paymentMethodID, walletID, walletType }: Wallet): JsonObject {
  return {
    paymentMethodID,
    paymentMethodType: 'moov-wallet',
    wallet: { walletID, partnerAccountID, walletType },
  };
}
