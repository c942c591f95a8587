import { randomUUID } from 'node:crypto';
import { jsonObject, jsonText } from './json.js';
import type { JsonObject } from './json.js';
import { openSimulator, plainUnknown } from './kit.js';
import type { ListenOptions } from './http.js';
import type { Route, Simulator } from './kit.js';
import { bearerToken, formOf, hasContentType, isSame, isUuid } from './requests.js';
import { tokenDesk } from './tokens.js';
import type { TokenOptions, Tokens } from './tokens.js';
import { json, retryAfter } from './wire.js';
import type { WireAnswer, WireRequest } from './wire.js';

export interface LiquidoOptions extends ListenOptions, TokenOptions {
  readonly clientId?: string;
  readonly clientSecret?: string;
  readonly apiKey?: string;
  /** The token endpoint is another host (reference section 1). */
  readonly authPort?: number;
}

export interface LiquidoSimulator extends Simulator {
  readonly tokens: Tokens;
  /** Minor units, digit for digit. */
  setBalance(walletId: string, cents: string): void;
  /** A wallet that no request made; its id. */
  addWallet(seed?: WalletSeed): string;
}

/** As the published samples where it says nothing. */
export interface WalletSeed {
  readonly country?: string;
  readonly currency?: string;
  readonly groupId?: string;
  /** Minor units, digit for digit. */
  readonly cents?: string;
}

interface Wallet {
  readonly id: string;
  readonly status: string;
  readonly groupId?: string;
  readonly country: string;
  readonly currency: string;
  balanceInCents: bigint;
}

/** Reference section 2. */
const usualTokenSeconds = 3600;

export async function startLiquido(options: LiquidoOptions = {}): Promise<LiquidoSimulator> {
  const {
    clientId = 'sandbox-client-liquido',
    clientSecret = 'sandbox-secret-liquido',
    apiKey = 'sandbox-key-liquido',
  } = options;
  const wallets = new Map<string, Wallet>();
  /** Per operation and key; whether the operations share their keys is not published, so they do not. */
  const remembered = new Map<string, { readonly body: string; readonly answer: WireAnswer }>();
  const tokens = tokenDesk({ ...options, usualSeconds: usualTokenSeconds });

  function refusal(request: WireRequest): WireAnswer | undefined {
    if (tokens.scopeOf(bearerToken(request)) === undefined) return json(401, { message: 'Unauthorized' });
    if (!isSame(request.headers['x-api-key'], apiKey)) return json(403, { message: 'Forbidden' });
    const mustBeJson = request.method !== 'GET' && !hasContentType(request, 'application/json');
    return mustBeJson ? failed(400, 'Invalid request: Content-Type must be application/json') : undefined;
  }

  /** The same key with the same body is answered again, with another body refused (reference section 8, inferred). */
  function repeated(operation: string, asked: JsonObject): WireAnswer | undefined {
    const earlier = remembered.get(`${operation} ${String(asked.idempotencyKey)}`);
    if (!earlier) return undefined;
    return earlier.body === canonical(asked)
      ? earlier.answer
      : failed(409, 'The idempotencyKey was used with another request');
  }

  function remember(operation: string, asked: JsonObject, answer: WireAnswer): void {
    remembered.set(`${operation} ${String(asked.idempotencyKey)}`, { body: canonical(asked), answer });
  }

  function move(operation: 'topup' | 'charge', request: WireRequest): WireAnswer {
    const refused = refusal(request);
    if (refused) return refused;
    const asked = jsonObject(request.body);
    if (!asked) return failed(400, 'Invalid request: the body is not JSON');
    const { walletAccountId, amountInCents, currency, idempotencyKey } = asked;
    if (!isUuid(walletAccountId)) return invalid('walletAccountId', 'must be a UUID');
    if (!isPositiveInteger(amountInCents)) return invalid('amountInCents', 'must be a positive integer');
    if (typeof currency !== 'string' || !/^[A-Z]{3}$/.test(currency))
      return invalid('currency', 'must be an ISO 4217 code');
    if (typeof idempotencyKey !== 'string' || idempotencyKey === '') return invalid('idempotencyKey', 'is required');
    const again = repeated(operation, asked);
    if (again) return again;
    const wallet = wallets.get(walletAccountId);
    if (!wallet) return failed(404, `No wallet has the id ${walletAccountId}`);
    if (currency !== wallet.currency) return invalid('currency', 'is not the currency of the wallet');
    const balance = wallet.balanceInCents + (operation === 'topup' ? BigInt(amountInCents) : -BigInt(amountInCents));
    if (balance < 0n) return failed(422, 'Funds are insufficient.');
    wallet.balanceInCents = balance;
    const answer = json(200, wallet);
    remember(operation, asked, answer);
    return answer;
  }

  const routes: readonly Route[] = [
    {
      kind: 'create',
      operation: 'createWallet',
      method: 'POST',
      path: '/v1/accounts/wallet',
      prepare(request) {
        const refused = refusal(request);
        if (refused) return refused;
        const asked = jsonObject(request.body);
        if (!asked) return failed(400, 'Invalid request: the body is not JSON');
        const problem = createProblem(asked) ?? repeated('create', asked);
        if (problem) return problem;
        const { phoneNumber, groupId, country, currency } = asked;
        const wallet: Wallet = {
          id: randomUUID(),
          balanceInCents: 0n,
          status: 'ACTIVE',
          ...(groupId !== undefined && { groupId: String(groupId) }),
          country: String(country),
          currency: String(currency),
        };
        const answer = json(200, wallet);
        return {
          mainId: String(phoneNumber),
          resourceId: wallet.id,
          answer,
          apply() {
            wallets.set(wallet.id, wallet);
            remember('create', asked, answer);
          },
        };
      },
    },
    {
      kind: 'change',
      operation: 'topUpWallet',
      method: 'POST',
      path: '/v1/accounts/wallet/topup',
      answer: request => move('topup', request),
    },
    {
      kind: 'change',
      operation: 'chargeWallet',
      method: 'POST',
      path: '/v1/accounts/wallet/charge',
      answer: request => move('charge', request),
    },
    {
      kind: 'read',
      operation: 'queryWallet',
      method: 'GET',
      path: '/v1/accounts/wallet/{wallet_id}',
      answer(request) {
        const refused = refusal(request);
        if (refused) return refused;
        const id = request.parameters.wallet_id ?? '';
        const wallet = wallets.get(id);
        return wallet ? json(200, wallet) : failed(404, `No wallet has the id ${id}`);
      },
    },
  ];

  const tokenRoute: Route = {
    kind: 'token',
    operation: 'getAccessToken',
    method: 'POST',
    path: '/oauth2/token',
    answer(request) {
      // Refusals by analogy to RFC 6749; LIQUIDO publishes none.
      if (!hasContentType(request, 'application/x-www-form-urlencoded')) return json(400, { error: 'invalid_request' });
      const { client_id, client_secret, grant_type } = formOf(request);
      if (!isSame(client_id, clientId) || !isSame(client_secret, clientSecret))
        return json(400, { error: 'invalid_client' });
      if (grant_type !== 'client_credentials') return json(400, { error: 'unsupported_grant_type' });
      return json(200, { ...tokens.issue(), token_type: 'Bearer' });
    },
  };

  const { otherwiseFree, pathPrefix } = options;
  const simulator = await openSimulator({
    name: 'LIQUIDO',
    hosts: [
      { listen: options, routes, headers: () => ({}), unknown: plainUnknown },
      {
        listen: { port: options.authPort, otherwiseFree, pathPrefix },
        routes: [tokenRoute],
        headers: () => ({}),
        unknown: plainUnknown,
      },
    ],
    refusals: {
      '400': () => invalid('phoneNumber', 'Invalid Phone Number'),
      '401': () => json(401, { message: 'Unauthorized' }),
      '403': () => json(403, { message: 'Forbidden' }),
      '404': () => failed(404, 'No wallet holder has this phone number'),
      '409': () => failed(409, 'The wallet holder has a wallet already'),
      '418': () => failed(422, 'The wallet holder was declined'),
      '422': () => failed(422, 'Invalid request field: name: not accepted'),
      '429': () => json(429, { message: 'Too Many Requests' }, retryAfter),
      '500': () => failed(500, 'Something broke.'),
      '503': () => json(503, { message: 'Service Unavailable' }, retryAfter),
    },
    strange: wallet => ({
      ...wallet,
      status: 'PENDING_KYC',
      tier: 'GOLD',
      createdAt: '2026-01-15T05:00:00.123456789-0500',
    }),
    forget() {
      wallets.clear();
      remembered.clear();
    },
    environment: ([url = '', authUrl = '']) => ({
      LIQUIDO_API_URL: url,
      LIQUIDO_AUTH_URL: authUrl,
      LIQUIDO_CLIENT_ID: clientId,
      LIQUIDO_CLIENT_SECRET: clientSecret,
      LIQUIDO_API_KEY: apiKey,
    }),
  });

  return {
    ...simulator,
    tokens,
    setBalance(walletId, cents) {
      const wallet = wallets.get(walletId);
      if (!wallet) throw new Error(`No LIQUIDO wallet has the id ${walletId}`);
      wallet.balanceInCents = BigInt(cents);
    },
    addWallet({ country = 'CO', currency = 'COP', groupId, cents = '0' } = {}) {
      const id = randomUUID();
      wallets.set(id, { id, balanceInCents: BigInt(cents), status: 'ACTIVE', groupId, country, currency });
      return id;
    },
  };
}

/** Limits from the guide; which fields are required is inferred. */
function createProblem(asked: JsonObject): WireAnswer | undefined {
  const { phoneNumber, name, country, currency, groupId, idempotencyKey } = asked;
  if (typeof phoneNumber !== 'string' || !/^\+[0-9]{5,19}$/.test(phoneNumber))
    return invalid('phoneNumber', 'Invalid Phone Number');
  if (typeof name !== 'string' || name.trim() === '') return invalid('name', 'is required');
  if (typeof country !== 'string' || !/^[A-Z]{2}$/.test(country)) return invalid('country', 'not supported');
  if (typeof currency !== 'string' || !/^[A-Z]{3}$/.test(currency)) return invalid('currency', 'not supported');
  if (groupId !== undefined && (typeof groupId !== 'string' || groupId.length > 64))
    return invalid('groupId', 'at most 64 characters');
  if (typeof idempotencyKey !== 'string' || idempotencyKey === '') return invalid('idempotencyKey', 'is required');
  return undefined;
}

function isPositiveInteger(value: unknown): value is number | bigint {
  return typeof value === 'bigint' ? value > 0n : Number.isSafeInteger(value) && Number(value) > 0;
}

/** The status is repeated as a string in `code` (guide). */
function failed(status: number, errorMessage: string): WireAnswer {
  return json(status, { errors: [{ code: String(status), errorMessage }] });
}

/** The documented pattern, out of which a client may read the field (guide). */
function invalid(field: string, reason: string): WireAnswer {
  return failed(400, `Invalid request field: ${field}: ${reason}`);
}

/** The order of members makes no other request. */
function canonical(asked: JsonObject): string {
  return jsonText(Object.fromEntries(Object.entries(asked).toSorted(([left], [right]) => (left < right ? -1 : 1))));
}
