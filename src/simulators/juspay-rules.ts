import { randomBytes, randomInt } from 'node:crypto';
import { exactNumber } from './json.js';
import type { JsonObject } from './json.js';
import { json } from './wire.js';
import type { Headers, WireAnswer } from './wire.js';

export type Form = Readonly<Record<string, string>>;

export interface Wallet {
  readonly id: string;
  readonly customer: string;
  readonly wallet: string;
  readonly gatewayReferenceId?: string;
  mobileNumber?: string;
  isCodeSent: boolean;
  linked: boolean;
  balance: string;
  refreshed?: string;
  subAccounts: readonly SubAccount[];
}

/** Such as a postpaid account beside the wallet; lists alone tell of it (reference section 3.1). */
export interface SubAccount {
  readonly payment_method: string;
  readonly payment_method_type: string;
  /** Text where a double would not do. */
  readonly current_balance: string | number;
  readonly last_refreshed: string;
}

export interface WalletSeed {
  readonly gateway: string;
  readonly linked?: boolean;
  readonly balance?: string;
  readonly mobileNumber?: string;
  readonly gatewayReferenceId?: string;
}

export function newWallet(customer: string, seed: WalletSeed): Wallet {
  const { gateway, linked = false, balance = '0', mobileNumber, gatewayReferenceId } = seed;
  exactNumber(balance); // refuses what is no number now rather than when it is read
  return {
    id: `wlt_${lettersAndDigits(16)}`,
    customer,
    wallet: gateway,
    gatewayReferenceId,
    mobileNumber,
    isCodeSent: false,
    linked,
    balance,
    subAccounts: [],
    ...(linked && { refreshed: localTime() }),
  };
}

/** A sample is unlinked unless its id says otherwise (outcomes.ts). */
export function sampleWallet(id: string): Wallet {
  const linked = id.startsWith('wlt_lnkd');
  return { ...newWallet('sample-customer', { gateway: 'MOBIKWIK', linked, balance: linked ? '250.75' : '0' }), id };
}

function linkedNow(): Partial<Wallet> {
  return { linked: true, isCodeSent: false, refreshed: localTime() };
}

const delinked: Partial<Wallet> = { linked: false, isCodeSent: false, refreshed: undefined };

export function link(wallet: Wallet): void {
  Object.assign(wallet, linkedNow());
}

export function delink(wallet: Wallet): void {
  Object.assign(wallet, delinked);
}

/** What a command makes of a wallet; the caller carries it out. */
export interface Obeyed {
  readonly changes: Partial<Wallet>;
  readonly answer: WireAnswer;
}

export interface CommandStyle {
  /** Whether a wrong code is a 200 whose `linked` is false, or a 400 as some gateways may have it (reference section 4). */
  readonly wrongCode?: 'unlinked' | 'refused';
}

/** All commands share one path; the form says which (reference section 3). */
export function obey(wallet: Wallet, form: Form, { wrongCode = 'unlinked' }: CommandStyle): WireAnswer | Obeyed {
  const { command, otp = '', mobile_number: mobileNumber } = form;
  const becoming = (changes: Partial<Wallet>): Obeyed => ({
    changes,
    answer: json(200, body({ ...wallet, ...changes })),
  });
  switch (command) {
    case 'authenticate':
      return becoming({ isCodeSent: true, linked: false });
    case 'link':
      if (otp === '') return missing('otp');
      // Codes that end in 0 are wrong.
      if (wallet.isCodeSent && !otp.endsWith('0')) return becoming(linkedNow());
      return wrongCode === 'refused' ? invalid('otp', 'The code is wrong.') : becoming({ linked: false });
    case 'refresh':
      return wallet.linked ? becoming({ refreshed: localTime() }) : invalidAction('The wallet is not linked.');
    case 'delink': {
      // The India page shows these four only.
      const answer = json(200, { id: wallet.id, object: 'wallet_account', wallet: wallet.wallet, linked: false });
      return { changes: delinked, answer };
    }
    case undefined:
      return mobileNumber === undefined ? missing('command') : becoming({ mobileNumber });
    default:
      return invalid('command', 'Must be authenticate, link, refresh or delink.');
  }
}

/** The guide's two samples: metadata and reference appear with a mobile number, else both are absent. */
export function body(wallet: Wallet): JsonObject {
  const { linked, mobileNumber, gatewayReferenceId } = wallet;
  return {
    id: wallet.id,
    object: 'wallet_account',
    wallet: wallet.wallet,
    // Every reading mints a new one-time token (reference section 3.1).
    token: linked ? `tok_${lettersAndDigits(12)}` : null,
    current_balance: linked ? exactNumber(wallet.balance) : null,
    linked,
    last_refreshed: wallet.refreshed ?? null,
    ...(mobileNumber !== undefined && { metadata: { mobile_number: mobileNumber } }),
    ...((mobileNumber ?? gatewayReferenceId) !== undefined && {
      gateway_reference_id: gatewayReferenceId ?? null,
    }),
  };
}

export function newCustomer(reference: string, form: Form): JsonObject {
  const now = localTime();
  return {
    id: `cst_${lettersAndDigits(16)}`,
    object: 'customer',
    object_reference_id: reference,
    ...described(form),
    date_created: now,
    last_updated: now,
  };
}

export function described(form: Form): JsonObject {
  const names = ['mobile_number', 'email_address', 'first_name', 'last_name', 'mobile_country_code'];
  return Object.fromEntries(names.filter(name => name in form).map(name => [name, form[name]]));
}

/** Fifteen minutes, bound to the customer (reference section 2). */
export function withClientToken(customer: JsonObject, asked: Form): JsonObject {
  if (asked['options.get_client_auth_token'] !== 'true') return customer;
  const expiry = localTime(new Date(Date.now() + 15 * 60_000));
  return {
    ...customer,
    juspay: { client_auth_token: `tkn_${lettersAndDigits(24)}`, client_auth_token_expiry: expiry },
  };
}

/** The offset has no colon (reference section 3.1). */
export function localTime(at = new Date()): string {
  return at.toISOString().replace(/\.\d+Z$/, '+0000');
}

export function lettersAndDigits(length: number): string {
  const digits = randomBytes(length * 2)
    .toString('base64')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
  return digits.slice(0, length).padEnd(length, String(randomInt(10)));
}

export function failed(status: number, problem: JsonObject, headers: Headers = {}): WireAnswer {
  return json(status, problem, headers);
}

export function unauthenticated(): WireAnswer {
  return failed(401, {
    status: 'Invalid Authentication',
    error_code: 'access_denied',
    error_message: 'Invalid Authentication',
  });
}

export function notFound(message: string): WireAnswer {
  const error_info = { code: 'RESOURCE_NOT_FOUND', category: 'USER_ERROR' };
  return failed(404, {
    status: 'Not Found',
    error_code: 'object_not_found',
    error_message: message,
    error_info,
  });
}

export function exists(message: string): WireAnswer {
  const error_info = {
    code: 'ALREADY_EXISTS',
    category: 'USER_ERROR',
    user_message: 'Exists already.',
    developer_message: message,
  };
  return failed(400, {
    status: 'invalid_request_error',
    error_code: 'unique',
    error_message: message,
    user_message: null,
    error_info,
  });
}

export function invalidAction(message: string): WireAnswer {
  return failed(400, {
    status: 'Invalid Request',
    error_code: 'Invalid Request',
    error_message: message,
    error_info: { code: 'INVALID_ACTION', category: 'USER_ERROR' },
  });
}

export function missing(field: string): WireAnswer {
  const error_info = {
    code: 'MISSING_MANDATORY_PARAMETER',
    category: 'USER_ERROR',
    fields: [{ field_name: field, reason: 'Missing.' }],
  };
  return failed(400, {
    status: 'invalid_request_error',
    error_code: `missing_${field}`,
    error_message: `${field} is needed.`,
    error_info,
  });
}

export function invalid(field: string, reason: string): WireAnswer {
  const error_info = {
    code: 'INVALID_INPUT',
    category: 'USER_ERROR',
    fields: [{ field_name: field, reason }],
  };
  return failed(400, {
    status: 'Invalid Request',
    error_code: 'Invalid Request',
    error_message: `${field}: ${reason}`,
    error_info,
  });
}
