import { exactNumber } from './json.js';
import type { JsonObject } from './json.js';
import { listBody } from './juspay-lists.js';
import type { ListStyle } from './juspay-lists.js';
import {
  body,
  delink,
  described,
  exists,
  failed,
  invalid,
  lettersAndDigits,
  link,
  localTime,
  missing,
  newCustomer,
  newWallet,
  notFound,
  obey,
  unauthenticated,
  withClientToken,
} from './juspay-rules.js';
import type { Form, SubAccount, Wallet, WalletSeed } from './juspay-rules.js';
import { openSimulator, plainUnknown } from './kit.js';
import type { ListenOptions } from './http.js';
import type { Route, Simulator } from './kit.js';
import { listLag } from './list-lag.js';
import type { ListLagControl, ListLagOptions } from './list-lag.js';
import { basicText, formOf, hasContentType, isSame } from './requests.js';
import { json, retryAfter } from './wire.js';
import type { WireAnswer, WireRequest } from './wire.js';

export interface JuspayOptions extends ListenOptions, ListLagOptions, ListStyle {
  readonly apiKey?: string;
  readonly merchantId?: string;
  /** What a second create for one customer and gateway does; the truth is not published, so the dangerous case is the default. */
  readonly secondCreate?: 'another-wallet' | 'same-wallet';
}

export interface JuspaySimulator extends Simulator, ListLagControl {
  /** As a person would link it with the right code; the balance is written as it stands. */
  setBalance(walletId: string, balance: string): void;
  setSubAccounts(walletId: string, subAccounts: readonly SubAccount[]): void;
  /** A wallet that no request made; its id. */
  addWallet(customerId: string, seed: WalletSeed): string;
  /** As a person would, with the right code. */
  link(walletId: string): void;
  delink(walletId: string): void;
}

export async function startJuspay(options: JuspayOptions = {}): Promise<JuspaySimulator> {
  const {
    apiKey = 'sandbox-secret-juspay',
    merchantId = 'sandbox_merchant',
    secondCreate = 'another-wallet',
  } = options;
  const wallets = new Map<string, Wallet>();
  const customers = new Map<string, JsonObject>();
  const lag = listLag(options);

  /** Basic auth of `key:`, a routing id, and forms on every POST (guide). */
  function refusal(request: WireRequest): WireAnswer | undefined {
    // The colon is part of the encoded text; without it the key is refused (reference section 2).
    if (!isSame(basicText(request), `${apiKey}:`)) return unauthenticated();
    const merchant = request.headers['x-merchantid'];
    if (merchant !== undefined && merchant !== merchantId) return unauthenticated();
    if (!request.headers['x-routing-id']) return missing('x-routing-id');
    if (!/^(\d{4}-\d{2}-\d{2})?$/.test(request.headers.version ?? '')) return invalid('version', 'Must be a date.');
    const mustBeForm = request.method === 'POST' && !hasContentType(request, 'application/x-www-form-urlencoded');
    return mustBeForm ? invalid('content-type', 'Must be application/x-www-form-urlencoded.') : undefined;
  }

  /** The same wallet again, where it is there, is not a new one. */
  function add(wallet: Wallet): void {
    if (!wallets.has(wallet.id)) lag.note(wallet);
    wallets.set(wallet.id, wallet);
  }

  /** A customer is known by Juspay's id and by the merchant's. */
  function customerKey(id: string): string {
    for (const [reference, customer] of customers) if (customer.id === id) return reference;
    return id;
  }

  function walletsOf(request: WireRequest): Wallet[] {
    const key = customerKey(request.parameters.customer_id ?? '');
    return [...wallets.values()].filter(({ customer }) => customer === key);
  }

  function list(request: WireRequest, isFresh: boolean): WireAnswer {
    const found = lag.shown(walletsOf(request));
    if (isFresh) for (const wallet of found) if (wallet.linked) wallet.refreshed = localTime();
    return json(200, listBody(found, options));
  }

  function customerOf(request: WireRequest): JsonObject {
    const reference = customerKey(request.parameters.customer_id ?? '');
    // A customer that nobody named exists all the same, so that any id may be tried.
    const known = customers.get(reference) ?? newCustomer(reference, {});
    customers.set(reference, known);
    return known;
  }

  /** Every plain route asks for the same credentials first. */
  function guarded(answer: (request: WireRequest) => WireAnswer): (request: WireRequest) => WireAnswer {
    return request => refusal(request) ?? answer(request);
  }

  function onWallet(answer: (wallet: Wallet, form: Form) => WireAnswer): (request: WireRequest) => WireAnswer {
    return guarded(request => {
      const wallet = wallets.get(request.parameters.wallet_id ?? '');
      return wallet ? answer(wallet, formOf(request)) : notFound('No wallet has this id.');
    });
  }

  const routes: readonly Route[] = [
    {
      kind: 'create',
      operation: 'createWallet',
      method: 'POST',
      path: '/customers/{customer_id}/wallets',
      prepare(request) {
        const refused = refusal(request);
        if (refused) return refused;
        const {
          gateway = '',
          command,
          mobile_number: mobileNumber,
          gateway_reference_id: gatewayReferenceId,
        } = formOf(request);
        if (gateway === '') return missing('gateway');
        if (command !== undefined && command !== 'authenticate') return invalid('command', 'Must be authenticate.');
        if (mobileNumber !== undefined && !/^\d{6,15}$/.test(mobileNumber))
          return invalid('mobile_number', 'Must be digits only.');
        const mainId = request.parameters.customer_id ?? '';
        const earlier = walletsOf(request).find(other => other.wallet === gateway);
        const wallet: Wallet =
          earlier && secondCreate === 'same-wallet'
            ? earlier
            : {
                ...newWallet(customerKey(mainId), { gateway, mobileNumber, gatewayReferenceId }),
                isCodeSent: command === 'authenticate',
              };
        return {
          mainId,
          resourceId: wallet.id,
          answer: json(200, body(wallet)),
          apply: () => add(wallet),
        };
      },
    },
    {
      kind: 'read',
      operation: 'listWallets',
      method: 'GET',
      path: '/customers/{customer_id}/wallets',
      answer: guarded(request => list(request, false)),
    },
    {
      kind: 'read',
      operation: 'refreshAllWallets',
      method: 'GET',
      path: '/customers/{customer_id}/wallets/refresh-balances',
      answer: guarded(request => list(request, true)),
    },
    {
      kind: 'read',
      operation: 'getWallet',
      method: 'GET',
      path: '/wallets/{wallet_id}',
      answer: onWallet(wallet => json(200, body(wallet))),
    },
    {
      kind: 'change',
      operation: 'commandWallet',
      method: 'POST',
      path: '/wallets/{wallet_id}',
      answer: onWallet(obey),
    },
    {
      kind: 'change',
      operation: 'createCustomer',
      method: 'POST',
      path: '/customers',
      answer: guarded(request => {
        const form = formOf(request);
        const { object_reference_id: reference = '', mobile_number: mobileNumber = '' } = form;
        if (reference === '') return missing('object_reference_id');
        if (reference.length < 8) return invalid('object_reference_id', 'At least 8 characters.');
        if (mobileNumber === '') return missing('mobile_number');
        if (!/^\d{10}$/.test(mobileNumber)) return invalid('mobile_number', 'Must be 10 digits.');
        if (customers.has(reference)) return exists('Reference id is taken.');
        const customer = newCustomer(reference, form);
        customers.set(reference, customer);
        return json(200, withClientToken(customer, form));
      }),
    },
    {
      kind: 'read',
      operation: 'getCustomer',
      method: 'GET',
      path: '/customers/{customer_id}',
      answer: guarded(request => json(200, withClientToken(customerOf(request), request.query))),
    },
    {
      kind: 'change',
      operation: 'updateCustomer',
      method: 'POST',
      path: '/customers/{customer_id}',
      answer: guarded(request => {
        const { object_reference_id: _immutable, ...form } = formOf(request);
        const customer = customerOf(request);
        Object.assign(customer, described(form), { last_updated: localTime() });
        return json(200, withClientToken(customer, form));
      }),
    },
  ];

  const simulator = await openSimulator({
    name: 'Juspay',
    hosts: [
      {
        listen: options,
        routes,
        headers: () => ({
          'x-request-id': lettersAndDigits(32),
          'x-response-id': lettersAndDigits(32),
          'x-jp-merchant-id': merchantId,
        }),
        unknown: plainUnknown,
      },
    ],
    refusals: {
      '400': () => invalid('mobile_number', 'Invalid value.'),
      '401': unauthenticated,
      '403': () =>
        failed(403, {
          status: 'Forbidden',
          error_code: 'access_denied',
          error_info: { code: 'BAD_ORIGIN', category: 'USER_ERROR' },
        }),
      // Reference section 5: seen when listing for an unknown customer; the status is inferred.
      '404': () =>
        failed(400, {
          status: 'Invalid Request',
          error_code: 'null_error',
          error_message: 'No customer has this id.',
        }),
      '409': () => exists('Wallet exists already.'),
      '418': () =>
        failed(400, {
          status: 'Bad Request',
          error_code: 'invalid_request_error',
          error_message: 'The gateway is not configured for this merchant.',
          error_info: {
            code: 'GATEWAY_NOT_FOUND',
            category: 'CONFIG_ERROR',
            developer_message: 'The gateway is not configured for this merchant.',
          },
        }),
      '422': () => invalid('gateway', 'Not supported for wallets.'),
      '429': () => failed(429, { status: 'Too Many Requests', error_message: 'Too many requests.' }, retryAfter),
      '500': () =>
        failed(500, {
          status: 'error',
          error_code: 'internal_server_error',
          error_message: 'Something went wrong.',
        }),
      '503': () => failed(503, { status: 'error', error_message: 'Service unavailable.' }, retryAfter),
    },
    strange: wallet => ({
      ...wallet,
      // Pages disagree on the type of a balance and print offsets without a colon.
      current_balance: '0.00',
      last_refreshed: '2026-01-31T09:15:00.123456789+0530',
      kyc_status: 'HALF_VERIFIED',
      metadata: { mobile_number: null, device_id: 'device-1' },
    }),
    forget() {
      wallets.clear();
      customers.clear();
      lag.forget();
    },
    environment: ([url = '']) => ({
      JUSPAY_API_URL: url,
      JUSPAY_API_KEY: apiKey,
      JUSPAY_MERCHANT_ID: merchantId,
    }),
  });

  function walletOf(id: string): Wallet {
    const wallet = wallets.get(id);
    if (!wallet) throw new Error(`No Juspay wallet has the id ${id}`);
    return wallet;
  }

  return {
    ...simulator,
    setListLag: lag.setListLag,
    setBalance(walletId, balance) {
      exactNumber(balance); // refuses what is no number now rather than when it is read
      Object.assign(walletOf(walletId), { balance, linked: true, refreshed: localTime() });
    },
    setSubAccounts(walletId, subAccounts) {
      for (const account of subAccounts) exactNumber(String(account.current_balance));
      walletOf(walletId).subAccounts = subAccounts;
    },
    addWallet(customerId, seed) {
      const wallet = newWallet(customerKey(customerId), seed);
      add(wallet);
      return wallet.id;
    },
    link: walletId => link(walletOf(walletId)),
    delink: walletId => delink(walletOf(walletId)),
  };
}
