import { randomUUID } from 'node:crypto';
import { isObject, jsonObject } from './json.js';
import type { JsonObject } from './json.js';
import { openSimulator } from './kit.js';
import type { ListenOptions } from './http.js';
import type { Simulator } from './kit.js';
import { listLag } from './list-lag.js';
import type { ListLagControl, ListLagOptions } from './list-lag.js';
import {
  close,
  fieldProblems,
  newWallet,
  pageOf,
  patched,
  paymentMethod,
  sampleWallet,
  walletBody,
} from './moov-rules.js';
import type { ClosedStyle, Wallet, WalletSeed } from './moov-rules.js';
import { tokenRoutes } from './moov-tokens.js';
import { book, matching, ordered, queryProblems, transactionBody } from './moov-transactions.js';
import type { Transaction, TransactionOrder, TransactionSeed } from './moov-transactions.js';
import { wording } from './moov-wording.js';
import { isSample, sampleExists } from './outcomes.js';
import { basicText, bearerToken, hasContentType, isSame, isUuid } from './requests.js';
import type { Change, Route } from './routes.js';
import { withNanoseconds } from './times.js';
import { tokenDesk } from './tokens.js';
import type { TokenOptions, Tokens } from './tokens.js';
import { empty, json } from './wire.js';
import type { WireAnswer, WireRequest } from './wire.js';

export interface MoovOptions extends ListenOptions, TokenOptions, ListLagOptions, ClosedStyle {
  readonly publicKey?: string;
  readonly secretKey?: string;
  /** A page of a list is never longer, whatever `count` says; the longest is not published. */
  readonly longestPage?: number;
  /** The order of a list is not published. */
  readonly transactionOrder?: TransactionOrder;
  /** Times with nine digits, as older samples have them (reference section 8). */
  readonly nanoseconds?: boolean;
  /** Times with `+00:00` for `Z`, which RFC 3339 allows as well. */
  readonly offsetTimes?: boolean;
  /** An empty description is left out, as the Go client expects (reference section 4). */
  readonly missingDescription?: boolean;
}

export interface MoovSimulator extends Simulator, ListLagControl {
  readonly tokens: Tokens;
  /** Cents, digit for digit; negative ones are legal (reference: fees, reversals, disputes). */
  setBalance(walletId: string, cents: string): void;
  /** A general wallet past the limit and every other rule; its id. */
  addWallet(accountId: string, seed: WalletSeed): string;
  /** As Moov's own people would, whatever the balance. */
  close(walletId: string): void;
  /** Its id. */
  addTransaction(walletId: string, seed: TransactionSeed): string;
}

/** Moov's reference: up to ten general wallets per account. */
const generalWalletsPerAccount = 10;

/** Moov's reference: an older page of the token endpoint shows 900. */
const usualTokenSeconds = 900;

/** Moov's reference: null clears from this version on; a missing header means v2024.01.00. */
const nullClearsFrom = 'v2026.04.00';

export async function startMoov(options: MoovOptions = {}): Promise<MoovSimulator> {
  const {
    publicKey = 'sandbox-public-moov',
    secretKey = 'sandbox-secret-moov',
    longestPage = Infinity,
    transactionOrder = 'newest-first',
    nanoseconds = false,
    offsetTimes = false,
    missingDescription = false,
  } = options;
  const transactions: Transaction[] = [];
  const lag = listLag(options);
  const accounts = new Map<string, Wallet[]>();
  const tokens = tokenDesk({ ...options, usualSeconds: usualTokenSeconds });

  /** A time, now unless given, in the style that was asked for. */
  function written(at = new Date().toISOString()): string {
    const fine = nanoseconds ? withNanoseconds(at) : at;
    return offsetTimes ? fine.replace(/Z$/, '+00:00') : fine;
  }

  function body(wallet: Wallet): JsonObject {
    const { description, ...rest } = walletBody(wallet);
    return missingDescription && description === '' ? rest : { description, ...rest };
  }

  /** Every account has a default wallet: Moov makes it with the capability. */
  function walletsOf(accountId: string): Wallet[] {
    const known = accounts.get(accountId);
    if (known) return known;
    const wallets = [newWallet('default', { name: 'Default' }, written())];
    accounts.set(accountId, wallets);
    return wallets;
  }

  /** Basic is not narrowed by scopes; a bearer token is. Bodies of 401 and 403 are empty (reference). */
  function refusal(request: WireRequest, scope: string): WireAnswer | undefined {
    const version = request.headers['x-moov-version'];
    if (version !== undefined && !/^v\d{4}\.(01|04|07|10)\.\d{2}$/.test(version)) {
      return json(400, { error: 'X-Moov-Version is not a version' });
    }
    const accountId = request.parameters.accountID;
    const basic = basicText(request);
    if (basic !== undefined) {
      if (!isSame(basic, `${publicKey}:${secretKey}`)) return empty(401);
    } else {
      const granted = tokens.scopeOf(bearerToken(request));
      if (granted === undefined) return empty(401);
      if (accountId !== undefined && !granted.split(' ').includes(`/accounts/${accountId}/${scope}`)) return empty(403);
    }
    // An empty or foreign account id gives 403, not 404 (seen in Moov's own tests).
    return accountId === undefined || isUuid(accountId) ? undefined : empty(403);
  }

  /** A sample belongs to the account that asks for it first. */
  function found(request: WireRequest): Wallet | undefined {
    const { accountID = '', walletID = '' } = request.parameters;
    const wallets = walletsOf(accountID);
    const isNew = sampleExists(walletID) && !allWallets().some(wallet => wallet.walletID === walletID);
    if (isNew) wallets.push(sampleWallet(walletID, written()));
    return wallets.find(wallet => wallet.walletID === walletID);
  }

  function allWallets(): Wallet[] {
    return [...accounts.values()].flat();
  }

  function patch(request: WireRequest): WireAnswer | Change {
    const refused = refusal(request, 'wallets.write');
    if (refused) return refused;
    const wallet = found(request);
    if (!wallet) return empty(404);
    const asked = hasContentType(request, 'application/json') ? jsonObject(request.body) : undefined;
    if (!asked) return json(400, { error: 'request body could not be parsed' });
    const problems = fieldProblems(asked, (request.headers['x-moov-version'] ?? '') >= nullClearsFrom);
    if (problems) return json(422, problems);
    const judged = patched(wallet, asked, written(), options);
    if (!('changes' in judged)) return judged;
    const { changes } = judged;
    return {
      mainId: wallet.walletID,
      had: { ...wallet },
      answer: json(200, body({ ...wallet, ...changes })),
      apply: () => void Object.assign(wallet, changes),
    };
  }

  /** Nothing where the account has no such wallet: a list of transactions documents no 404 (reference section 4). */
  function bookedOn(request: WireRequest): Transaction[] {
    const walletID = found(request)?.walletID;
    return transactions.filter(transaction => transaction.walletID === walletID);
  }

  const routes: readonly Route[] = [
    {
      kind: 'read',
      operation: 'ping',
      method: 'GET',
      path: '/ping',
      answer: request => refusal(request, '') ?? empty(200),
    },
    ...tokenRoutes({ publicKey, secretKey, tokens }),
    {
      kind: 'create',
      operation: 'createWallet',
      method: 'POST',
      path: '/accounts/{accountID}/wallets',
      prepare(request) {
        const refused = refusal(request, 'wallets.write');
        if (refused) return refused;
        const asked = hasContentType(request, 'application/json') ? jsonObject(request.body) : undefined;
        if (!asked) return json(400, { error: 'request body could not be parsed' });
        const problems = fieldProblems({ name: undefined, ...asked }, false);
        if (problems) return json(422, problems);
        const mainId = request.parameters.accountID ?? '';
        const wallets = walletsOf(mainId);
        // Samples take nobody's place: else a person who tries things out could soon create nothing any more.
        const open = wallets.filter(
          ({ walletID, walletType, status }) => walletType === 'general' && status === 'active' && !isSample(walletID),
        );
        // The status of the eleventh is not published; inferred.
        if (open.length >= generalWalletsPerAccount)
          return json(409, { error: 'account has the maximum number of wallets' });
        const wallet = newWallet('general', seedFrom(asked), written());
        // The status really is 200 (guide).
        return {
          mainId,
          resourceId: wallet.walletID,
          answer: json(200, body(wallet)),
          apply() {
            wallets.push(wallet);
            lag.note(wallet);
          },
        };
      },
    },
    {
      kind: 'read',
      operation: 'listWallets',
      method: 'GET',
      path: '/accounts/{accountID}/wallets',
      answer(request) {
        const refused = refusal(request, 'wallets.read');
        if (refused) return refused;
        const { status, walletType } = request.query;
        const page = pageOf(request.query);
        const problems = {
          ...(status !== undefined && !['active', 'closed'].includes(status) && { status: 'must be active or closed' }),
          ...(walletType !== undefined &&
            !['default', 'general', 'card-issuing'].includes(walletType) && { walletType: 'is not valid' }),
          ...page.problems,
        };
        if (Object.keys(problems).length > 0) return json(422, problems);
        const listed = lag
          .shown(walletsOf(request.parameters.accountID ?? ''))
          .filter(wallet => status === undefined || wallet.status === status)
          .filter(wallet => walletType === undefined || wallet.walletType === walletType);
        return json(200, page.cut(listed, longestPage).map(body));
      },
    },
    {
      kind: 'read',
      operation: 'getWallet',
      method: 'GET',
      path: '/accounts/{accountID}/wallets/{walletID}',
      answer(request) {
        const refused = refusal(request, 'wallets.read');
        if (refused) return refused;
        const wallet = found(request);
        return wallet ? json(200, body(wallet)) : empty(404);
      },
    },
    {
      kind: 'change',
      operation: 'updateWallet',
      method: 'PATCH',
      path: '/accounts/{accountID}/wallets/{walletID}',
      prepare: patch,
    },
    {
      kind: 'read',
      operation: 'listWalletTransactions',
      method: 'GET',
      path: '/accounts/{accountID}/wallets/{walletID}/transactions',
      answer(request) {
        const refused = refusal(request, 'wallets.read');
        if (refused) return refused;
        const problems = queryProblems(request.query);
        if (Object.keys(problems).length > 0) return json(422, problems);
        const listed = ordered(matching(lag.shown(bookedOn(request)), request.query), transactionOrder);
        return json(200, pageOf(request.query).cut(listed, longestPage).map(transactionBody));
      },
    },
    {
      kind: 'read',
      operation: 'getWalletTransaction',
      method: 'GET',
      path: '/accounts/{accountID}/wallets/{walletID}/transactions/{transactionID}',
      answer(request) {
        const refused = refusal(request, 'wallets.read');
        if (refused) return refused;
        const { transactionID } = request.parameters;
        const transaction = bookedOn(request).find(each => each.transactionID === transactionID);
        return transaction ? json(200, transactionBody(transaction)) : empty(404);
      },
    },
    {
      kind: 'read',
      operation: 'listPaymentMethods',
      method: 'GET',
      path: '/accounts/{accountID}/payment-methods',
      answer(request) {
        const refused = refusal(request, 'payment-methods.read');
        if (refused) return refused;
        const { sourceID, paymentMethodType = 'moov-wallet' } = request.query;
        const listed = lag.shown(walletsOf(request.parameters.accountID ?? '')).filter(
          ({ status, walletID }) =>
            // Closing a wallet disables its payment method (guide).
            status === 'active' &&
            paymentMethodType === 'moov-wallet' &&
            (sourceID === undefined || sourceID === walletID),
        );
        return json(200, listed.map(paymentMethod));
      },
    },
  ];

  const simulator = await openSimulator({
    name: 'Moov',
    hosts: [
      {
        listen: options,
        routes,
        headers: () => ({ 'x-request-id': randomUUID() }),
        unknown: () => empty(404),
      },
    ],
    wording,
    forget() {
      accounts.clear();
      transactions.length = 0;
      lag.forget();
    },
    environment: ([url = '']) => ({
      MOOV_API_URL: url,
      MOOV_PUBLIC_KEY: publicKey,
      MOOV_SECRET_KEY: secretKey,
    }),
  });

  function walletOf(walletId: string): Wallet {
    const wallet = allWallets().find(({ walletID }) => walletID === walletId);
    if (!wallet) throw new Error(`No Moov wallet has the id ${walletId}`);
    return wallet;
  }

  return {
    ...simulator,
    tokens,
    setListLag: lag.setListLag,
    setBalance(walletId, cents) {
      walletOf(walletId).cents = BigInt(cents);
    },
    addWallet(accountId, seed) {
      const wallet = newWallet('general', seed, written());
      walletsOf(accountId).push(wallet);
      lag.note(wallet);
      return wallet.walletID;
    },
    close: walletId => close(walletOf(walletId), written()),
    addTransaction(walletId, seed) {
      const transaction = book(walletOf(walletId), seed, written);
      transactions.push(transaction);
      lag.note(transaction);
      return transaction.transactionID;
    },
  };
}

/** What a create asks for, once it was judged. */
function seedFrom({ name, description, metadata }: JsonObject): WalletSeed {
  return {
    name: String(name),
    description: String(description ?? ''),
    metadata: isObject(metadata) ? metadata : undefined,
  };
}
