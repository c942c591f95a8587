import { exactNumber } from './json.js';
import type { JsonObject } from './json.js';
import { listBody } from './juspay-lists.js';
import type { ListStyle } from './juspay-lists.js';
import {
  body,
  delink,
  described,
  exists,
  invalid,
  lettersAndDigits,
  link,
  localTime,
  missing,
  newCustomer,
  newWallet,
  notFound,
  obey,
  sampleWallet,
  unauthenticated,
  withClientToken,
} from './juspay-rules.js';
import type { CommandStyle, SubAccount, Wallet, WalletSeed } from './juspay-rules.js';
import { wording } from './juspay-wording.js';
import { openSimulator } from './kit.js';
import type { ListenOptions } from './http.js';
import type { Simulator } from './kit.js';
import { listLag } from './list-lag.js';
import type { ListLagControl, ListLagOptions } from './list-lag.js';
import { sampleExists } from './outcomes.js';
import { basicText, formOf, hasContentType, isSame } from './requests.js';
import { plainUnknown } from './routes.js';
import type { Change, Route } from './routes.js';
import { json } from './wire.js';
import type { WireAnswer, WireRequest } from './wire.js';

export interface JuspayOptions extends ListenOptions, ListLagOptions, ListStyle, CommandStyle {
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

const noWallet = 'No wallet has this id.';

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

  /** Every route asks for the same credentials first. */
  function guarded<Given>(answer: (request: WireRequest) => Given): (request: WireRequest) => WireAnswer | Given {
    return request => refusal(request) ?? answer(request);
  }

  /** Nothing where there is no such wallet. A sample is there from when somebody asks for it. */
  function walletIn(request: WireRequest): Wallet | undefined {
    const id = request.parameters.wallet_id ?? '';
    if (!wallets.has(id) && sampleExists(id)) wallets.set(id, sampleWallet(id));
    return wallets.get(id);
  }

  function commanded(request: WireRequest): WireAnswer | Change {
    const wallet = walletIn(request);
    if (!wallet) return notFound(noWallet);
    const obeyed = obey(wallet, formOf(request), options);
    if ('status' in obeyed) return obeyed;
    const { answer, changes } = obeyed;
    return { mainId: wallet.id, had: { ...wallet }, answer, apply: () => void Object.assign(wallet, changes) };
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
          answer: json(200, body({ ...wallet, linked: false })), // which a create always answers
          // With the command, what was there already is authenticated as by its own.
          apply: () =>
            add(Object.assign(wallet, command === 'authenticate' ? { isCodeSent: true, linked: false } : {})),
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
      answer: guarded(request => {
        const wallet = walletIn(request);
        return wallet ? json(200, body(wallet)) : notFound(noWallet);
      }),
    },
    {
      kind: 'change',
      operation: 'commandWallet',
      method: 'POST',
      path: '/wallets/{wallet_id}',
      prepare: guarded(commanded),
    },
    {
      kind: 'change',
      operation: 'createCustomer',
      method: 'POST',
      path: '/customers',
      prepare: guarded((request): WireAnswer | Change => {
        const form = formOf(request);
        const { object_reference_id: reference = '', mobile_number: mobileNumber = '' } = form;
        if (reference === '') return missing('object_reference_id');
        if (reference.length < 8) return invalid('object_reference_id', 'At least 8 characters.');
        if (mobileNumber === '') return missing('mobile_number');
        if (!/^\d{10}$/.test(mobileNumber)) return invalid('mobile_number', 'Must be 10 digits.');
        if (customers.has(reference)) return exists('Reference id is taken.');
        const customer = newCustomer(reference, form);
        return {
          mainId: reference,
          had: {},
          answer: json(200, withClientToken(customer, form)),
          apply: () => void customers.set(reference, customer),
        };
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
      prepare: guarded((request): Change => {
        const { object_reference_id: _immutable, ...form } = formOf(request);
        const customer = customerOf(request);
        const changes = { ...described(form), last_updated: localTime() };
        return {
          mainId: String(customer.object_reference_id),
          had: { ...customer },
          answer: json(200, withClientToken({ ...customer, ...changes }, form)),
          apply: () => void Object.assign(customer, changes),
        };
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
    wording,
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
