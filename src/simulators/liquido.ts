import { randomUUID } from 'node:crypto';
import { jsonObject } from './json.js';
import { openSimulator } from './kit.js';
import type { ListenOptions } from './http.js';
import type { Simulator } from './kit.js';
import { openMemory } from './liquido-memory.js';
import type { MemoryOptions } from './liquido-memory.js';
import { createProblem, failed, invalid, movement } from './liquido-rules.js';
import { wording } from './liquido-wording.js';
import { sampleExists } from './outcomes.js';
import { bearerToken, formOf, hasContentType, isSame } from './requests.js';
import { plainUnknown } from './routes.js';
import type { Change, Route } from './routes.js';
import { tokenDesk } from './tokens.js';
import type { TokenOptions, Tokens } from './tokens.js';
import { json } from './wire.js';
import type { WireAnswer, WireRequest } from './wire.js';

export interface LiquidoOptions extends ListenOptions, TokenOptions, MemoryOptions {
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
  const memory = openMemory(options);
  const tokens = tokenDesk({ ...options, usualSeconds: usualTokenSeconds });

  function refusal(request: WireRequest): WireAnswer | undefined {
    if (tokens.scopeOf(bearerToken(request)) === undefined) return json(401, { message: 'Unauthorized' });
    if (!isSame(request.headers['x-api-key'], apiKey)) return json(403, { message: 'Forbidden' });
    const mustBeJson = request.method !== 'GET' && !hasContentType(request, 'application/json');
    return mustBeJson ? failed(400, 'Invalid request: Content-Type must be application/json') : undefined;
  }

  /** A sample is there from when somebody asks for it. */
  function walletOf(id: string): Wallet | undefined {
    if (!wallets.has(id) && sampleExists(id)) addWallet(id, { cents: '1000000' });
    return wallets.get(id);
  }

  function addWallet(id: string, { country = 'CO', currency = 'COP', groupId, cents = '0' }: WalletSeed): void {
    wallets.set(id, { id, balanceInCents: BigInt(cents), status: 'ACTIVE', groupId, country, currency });
  }

  function move(operation: 'topup' | 'charge', request: WireRequest): WireAnswer | Change {
    const refused = refusal(request);
    if (refused) return refused;
    const asked = jsonObject(request.body);
    if (!asked) return failed(400, 'Invalid request: the body is not JSON');
    const moved = movement(asked);
    if ('status' in moved) return moved;
    const again = memory.repeated(operation, asked);
    if (again) return again;
    const { walletId, cents, currency } = moved;
    const wallet = walletOf(walletId);
    if (!wallet) return failed(404, `No wallet has the id ${walletId}`);
    if (currency !== wallet.currency) return invalid('currency', 'is not the currency of the wallet');
    const balanceInCents = wallet.balanceInCents + (operation === 'topup' ? cents : -cents);
    if (balanceInCents < 0n) return failed(422, 'Funds are insufficient.');
    const answer = json(200, { ...wallet, balanceInCents });
    return {
      mainId: wallet.id,
      had: { ...wallet },
      answer,
      apply() {
        wallet.balanceInCents = balanceInCents;
        memory.remember(operation, asked, answer);
      },
    };
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
        const problem = createProblem(asked) ?? memory.repeated('create', asked);
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
            memory.remember('create', asked, answer);
          },
        };
      },
    },
    {
      kind: 'change',
      operation: 'topUpWallet',
      method: 'POST',
      path: '/v1/accounts/wallet/topup',
      prepare: request => move('topup', request),
    },
    {
      kind: 'change',
      operation: 'chargeWallet',
      method: 'POST',
      path: '/v1/accounts/wallet/charge',
      prepare: request => move('charge', request),
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
        const wallet = walletOf(id);
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
    wording,
    forget() {
      wallets.clear();
      memory.forget();
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
    addWallet(seed = {}) {
      const id = randomUUID();
      addWallet(id, seed);
      return id;
    },
  };
}
