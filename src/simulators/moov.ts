import { randomUUID } from 'node:crypto';
import { isObject, jsonObject } from './json.js';
import type { JsonObject } from './json.js';
import { openSimulator } from './kit.js';
import type { ListenOptions } from './http.js';
import type { Route, Simulator } from './kit.js';
import { basicText, bearerToken, formOf, hasContentType, isSame, isUuid } from './requests.js';
import { tokenDesk } from './tokens.js';
import type { TokenOptions, Tokens } from './tokens.js';
import { empty, json, retryAfter } from './wire.js';
import type { WireAnswer, WireRequest } from './wire.js';

export interface MoovOptions extends ListenOptions, TokenOptions {
  readonly publicKey?: string;
  readonly secretKey?: string;
  /** A page of a list is never longer, whatever `count` says; the longest is not published. */
  readonly longestPage?: number;
}

export interface MoovSimulator extends Simulator {
  readonly tokens: Tokens;
  /** Cents, digit for digit; negative ones are legal (reference: fees, reversals, disputes). */
  setBalance(walletId: string, cents: string): void;
}

interface Wallet {
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

/** Moov's reference: up to ten general wallets per account. */
const generalWalletsPerAccount = 10;

/** Moov's reference: an older page of the token endpoint shows 900. */
const usualTokenSeconds = 900;

/** Neither default nor maximum is published; inferred. */
const usualCount = 200;

/** Moov's reference: null clears from this version on; a missing header means v2024.01.00. */
const nullClearsFrom = 'v2026.04.00';

const partnerAccountID = '2c9a6a0d-7e52-4b6b-8e0b-1b9c7f0e0002';

export async function startMoov(options: MoovOptions = {}): Promise<MoovSimulator> {
  const { publicKey = 'sandbox-public-moov', secretKey = 'sandbox-secret-moov', longestPage = Infinity } = options;
  const accounts = new Map<string, Wallet[]>();
  const refreshScopes = new Map<string, string>();
  const tokens = tokenDesk({ ...options, usualSeconds: usualTokenSeconds });

  /** Every account has a default wallet: Moov makes it with the capability. */
  function walletsOf(accountId: string): Wallet[] {
    const known = accounts.get(accountId);
    if (known) return known;
    const wallets = [newWallet('default', { name: 'Default' })];
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

  function found(request: WireRequest): Wallet | undefined {
    return walletsOf(request.parameters.accountID ?? '').find(
      ({ walletID }) => walletID === request.parameters.walletID,
    );
  }

  const routes: readonly Route[] = [
    {
      kind: 'read',
      operation: 'ping',
      method: 'GET',
      path: '/ping',
      answer: request => refusal(request, '') ?? empty(200),
    },
    {
      kind: 'token',
      operation: 'createAccessToken',
      method: 'POST',
      path: '/oauth2/token',
      answer(request) {
        const asked = tokenRequest(request);
        if (!asked) return json(400, { error: 'request body could not be parsed' });
        const credentials = basicText(request) ?? `${String(asked.client_id)}:${String(asked.client_secret)}`;
        if (!isSame(credentials, `${publicKey}:${secretKey}`)) return json(400, { error: 'invalid_client' });
        let scope = asked.scope;
        if (asked.grant_type === 'refresh_token') {
          scope = refreshScopes.get(String(asked.refresh_token));
          if (scope === undefined) return json(422, { refresh_token: 'is not valid' });
        } else if (asked.grant_type !== 'client_credentials') {
          return json(400, { error: 'invalid_request' });
        }
        if (typeof scope !== 'string' || scope.trim() === '') return json(422, { scope: 'must not be empty' });
        const refresh_token = randomUUID();
        refreshScopes.set(refresh_token, scope);
        return json(200, { token_type: 'Bearer', ...tokens.issue(scope), refresh_token, scope });
      },
    },
    {
      kind: 'change',
      operation: 'revokeAccessToken',
      method: 'POST',
      path: '/oauth2/revoke',
      answer(request) {
        const asked = tokenRequest(request);
        if (!asked) return json(400, { error: 'request body could not be parsed' });
        if (typeof asked.token !== 'string') return json(422, { token: 'is required' });
        tokens.revoke(asked.token);
        refreshScopes.delete(asked.token);
        return empty(204);
      },
    },
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
        const open = wallets.filter(({ walletType, status }) => walletType === 'general' && status === 'active');
        // The status of the eleventh is not published; inferred.
        if (open.length >= generalWalletsPerAccount)
          return json(409, { error: 'account has the maximum number of wallets' });
        const wallet = newWallet('general', asked);
        // The status really is 200 (guide).
        return {
          mainId,
          resourceId: wallet.walletID,
          answer: json(200, body(wallet)),
          apply: () => void wallets.push(wallet),
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
        const { status, walletType, skip = '0', count = String(usualCount) } = request.query;
        const problems = {
          ...(status !== undefined && !['active', 'closed'].includes(status) && { status: 'must be active or closed' }),
          ...(walletType !== undefined &&
            !['default', 'general', 'card-issuing'].includes(walletType) && { walletType: 'is not valid' }),
          ...(!/^\d{1,9}$/.test(skip) && { skip: 'must not be negative' }),
          ...(!/^[1-9]\d{0,8}$/.test(count) && { count: 'must be a positive number' }),
        };
        if (Object.keys(problems).length > 0) return json(422, problems);
        const listed = walletsOf(request.parameters.accountID ?? '')
          .filter(wallet => status === undefined || wallet.status === status)
          .filter(wallet => walletType === undefined || wallet.walletType === walletType)
          .slice(Number(skip), Number(skip) + Math.min(Number(count), longestPage));
        return json(200, listed.map(body));
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
      answer(request) {
        const refused = refusal(request, 'wallets.write');
        if (refused) return refused;
        const wallet = found(request);
        if (!wallet) return empty(404);
        const asked = hasContentType(request, 'application/json') ? jsonObject(request.body) : undefined;
        if (!asked) return json(400, { error: 'request body could not be parsed' });
        const problems = fieldProblems(asked, (request.headers['x-moov-version'] ?? '') >= nullClearsFrom);
        if (problems) return json(422, problems);
        return change(wallet, asked);
      },
    },
    {
      kind: 'read',
      operation: 'listWalletTransactions',
      method: 'GET',
      path: '/accounts/{accountID}/wallets/{walletID}/transactions',
      // Balances are set by hand here, so there is never a transaction behind them.
      answer: request => refusal(request, 'wallets.read') ?? json(200, []),
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
        const listed = walletsOf(request.parameters.accountID ?? '').filter(
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
    refusals: {
      '400': () => json(400, { error: 'name: must not contain markup' }),
      '401': () => empty(401),
      '403': () => empty(403),
      '404': () => empty(404),
      '409': () => json(409, { error: 'account lacks the wallet.balance capability' }),
      '418': () => json(418, { error: 'declined by underwriting' }),
      '422': () => json(422, { name: 'must be at most 64 characters' }),
      '429': () => empty(429, retryAfter),
      '500': () => empty(500),
      '503': () => empty(503, retryAfter),
    },
    strange: wallet => ({
      ...wallet,
      status: 'frozen',
      walletType: 'escrow',
      createdOn: '2026-01-15T10:00:00.123456789+00:00',
      riskScore: 7,
    }),
    forget: () => accounts.clear(),
    environment: ([url = '']) => ({
      MOOV_API_URL: url,
      MOOV_PUBLIC_KEY: publicKey,
      MOOV_SECRET_KEY: secretKey,
    }),
  });

  return {
    ...simulator,
    tokens,
    setBalance(walletId, cents) {
      const wallet = [...accounts.values()].flat().find(({ walletID }) => walletID === walletId);
      if (!wallet) throw new Error(`No Moov wallet has the id ${walletId}`);
      wallet.cents = BigInt(cents);
    },
  };
}

/** The token endpoint takes JSON and forms (reference). */
function tokenRequest(request: WireRequest): JsonObject | undefined {
  if (hasContentType(request, 'application/x-www-form-urlencoded')) return { ...formOf(request) };
  return hasContentType(request, 'application/json') ? jsonObject(request.body) : undefined;
}

/** 422 is a flat map of field names to messages (guide). Only what is present is judged. */
function fieldProblems(asked: JsonObject, nullClears: boolean): Record<string, string> | undefined {
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

/** Closing is final, for general wallets only and with an empty balance (reference; the 409 is inferred). */
function change(wallet: Wallet, asked: JsonObject): WireAnswer {
  if (wallet.status === 'closed') return json(409, { error: 'wallet is closed' });
  if (asked.status === 'closed') {
    if (wallet.walletType !== 'general' || wallet.cents !== 0n) return json(409, { error: 'wallet cannot be closed' });
    wallet.status = 'closed';
    wallet.closedOn = new Date().toISOString();
  }
  if (typeof asked.name === 'string') wallet.name = asked.name;
  if (asked.description !== undefined) wallet.description = String(asked.description ?? '');
  if (asked.metadata !== undefined) wallet.metadata = isObject(asked.metadata) ? asked.metadata : undefined;
  return json(200, body(wallet));
}

function newWallet(walletType: 'default' | 'general', asked: JsonObject): Wallet {
  return {
    walletID: randomUUID(),
    paymentMethodID: randomUUID(),
    walletType,
    createdOn: new Date().toISOString(),
    name: String(asked.name),
    description: String(asked.description ?? ''),
    metadata: isObject(asked.metadata) ? asked.metadata : undefined,
    status: 'active',
    cents: 0n,
  };
}

/** No account id, no update time: the body has neither (guide). */
function body(wallet: Wallet): JsonObject {
  const { cents, paymentMethodID: _kept, ...rest } = wallet;
  return {
    ...rest,
    partnerAccountID,
    availableBalance: { currency: 'USD', value: cents, valueDecimal: dollars(cents) },
  };
}

/** `"0"` for an empty wallet, `"-2.5"` for -250 cents (reference). */
function dollars(cents: bigint): string {
  const digits = String(cents < 0n ? -cents : cents).padStart(3, '0');
  const fraction = digits.slice(-2).replace(/0+$/, '');
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}${fraction && `.${fraction}`}`;
}

function paymentMethod({ paymentMethodID, walletID, walletType }: Wallet): JsonObject {
  return {
    paymentMethodID,
    paymentMethodType: 'moov-wallet',
    wallet: { walletID, partnerAccountID, walletType },
  };
}
