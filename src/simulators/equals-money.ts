import { randomUUID } from 'node:crypto';
import { payload, requestProblem } from './equals-money-payloads.js';
import { failed, invalid, mayFollow, tokenList } from './equals-money-tokens.js';
import type { ListStyle, Token, TokenSeed, TokenState, TokenType } from './equals-money-tokens.js';
import { wording } from './equals-money-wording.js';
import { sampleTokens } from './equals-money-samples.js';
import { jsonObject } from './json.js';
import type { JsonObject } from './json.js';
import { openSimulator } from './kit.js';
import type { ListenOptions } from './http.js';
import type { Simulator } from './kit.js';
import { listLag } from './list-lag.js';
import type { ListLagControl, ListLagOptions } from './list-lag.js';
import { hasContentType, isSame, isUuid } from './requests.js';
import type { Change, Route } from './routes.js';
import { json } from './wire.js';
import type { WireAnswer, WireRequest } from './wire.js';

export interface EqualsMoneyOptions extends ListenOptions, ListLagOptions, ListStyle {
  readonly apiKey?: string;
  /** The API reference's shapes, or the guide's exactly: `createAt`, and for Apple the echo only. */
  readonly answers?: 'reference' | 'guide';
  /** How long a token stays REQUESTED. */
  readonly activatesAfterMs?: number;
  /** The guide's transition answers with another token id than it was sent, a typo most likely (reference section 7). */
  readonly transitionAnswer?: 'reference' | 'guide';
}

export interface EqualsMoneySimulator extends Simulator, ListLagControl {
  /** As the network or the issuer would, past every rule. */
  setTokenState(tokenId: string, state: TokenState): void;
  /** A token that no request asked for, past every limit; its id. ACTIVE unless told otherwise. */
  addToken(seed: TokenSeed): string;
}

/** Guide: active and suspended together; the next one fails on the device only, so the answer is the same. */
const tokensPerCard = 25;

export async function startEqualsMoney(options: EqualsMoneyOptions = {}): Promise<EqualsMoneySimulator> {
  const {
    apiKey = 'sandbox-key-equals-money',
    answers = 'reference',
    activatesAfterMs = 1000,
    transitionAnswer = 'reference',
  } = options;
  const tokens = new Map<string, Token>();
  const nonces = new Set<string>();
  const lag = listLag(options);

  /** Approval takes the network a moment; nothing needs to happen for it. */
  function stateOf(token: Token): TokenState {
    return token.state ?? (Date.now() - token.at >= activatesAfterMs ? 'ACTIVE' : 'REQUESTED');
  }

  /** No header is 401, a wrong key 403 (reference section 1). */
  function refusal(request: WireRequest): WireAnswer | undefined {
    const { authorization } = request.headers;
    if (authorization === undefined) return failed(401, 'Unauthorized', 'The Authorization header is missing');
    if (!isSame(authorization, `ApiKey ${apiKey}`)) return failed(403, 'Forbidden', 'Access denied');
    const { cardId } = request.parameters;
    const { accountId = '', personId } = request.query;
    if (cardId !== undefined && !isUuid(cardId)) return invalid('cardId must be a uuid');
    if (accountId === '') return invalid('accountId is required');
    if (personId !== undefined && !isUuid(personId)) return invalid('personId must be a uuid');
    const isUnsupported = request.method === 'POST' && !hasContentType(request, 'application/json');
    return isUnsupported ? failed(415, 'Unsupported Media Type', 'Content-Type must be application/json') : undefined;
  }

  /** With the samples of this account, which are there from when somebody asks for them. */
  function allTokens(accountId: string): Token[] {
    for (const sample of sampleTokens(accountId)) if (!tokens.has(sample.id)) tokens.set(sample.id, sample);
    return [...tokens.values()];
  }

  function add(token: Token): void {
    tokens.set(token.id, token);
    lag.note(token);
  }

  function issue(request: WireRequest, asked: JsonObject, type: TokenType): Token {
    const { personId, accountId = '' } = request.query;
    const deviceId = typeof asked.deviceId === 'string' ? asked.deviceId : undefined;
    const cardId = request.parameters.cardId ?? '';
    return {
      id: randomUUID(),
      cardId,
      accountId,
      personId,
      type,
      deviceType: String(asked.deviceType),
      deviceId,
      at: Date.now(),
    };
  }

  function provisioning(wallet: 'apple' | 'google' | 'samsung', operation: string, type: TokenType): Route {
    return {
      kind: 'create',
      operation,
      method: 'POST',
      path: `/v2/cards/{cardId}/${wallet}-wallet`,
      prepare(request) {
        const refused = refusal(request);
        if (refused) return refused;
        const asked = jsonObject(request.body);
        if (!asked) return invalid('the body is not a JSON object');
        const problem = requestProblem(asked, wallet);
        if (problem) return invalid(problem);
        const nonce = String(asked.nonce);
        // Apple's nonce is single use (guide); the status is inferred.
        if (wallet === 'apple' && nonces.has(nonce)) return invalid('nonce was used before');
        const token = issue(request, asked, type);
        return {
          mainId: token.cardId,
          resourceId: token.id,
          answer: json(201, payload(wallet, asked, token, answers)),
          apply() {
            if (wallet === 'apple') nonces.add(nonce);
            const live = allTokens(token.accountId).filter(
              other => other.cardId === token.cardId && ['ACTIVE', 'SUSPENDED', 'REQUESTED'].includes(stateOf(other)),
            );
            if (live.length < tokensPerCard) add(token);
          },
        };
      },
    };
  }

  function transition(request: WireRequest): WireAnswer | Change {
    const refused = refusal(request);
    if (refused) return refused;
    const asked = jsonObject(request.body);
    if (!asked) return invalid('the body is not a JSON object');
    const { state, digitalWalletToken } = asked;
    if (state !== 'ACTIVE' && state !== 'SUSPENDED' && state !== 'TERMINATED')
      return invalid('state must be one of ACTIVE, SUSPENDED, TERMINATED');
    if (!isUuid(digitalWalletToken)) return invalid('digitalWalletToken must be a uuid');
    const { accountId = '' } = request.query;
    const token = allTokens(accountId).find(({ id }) => id === digitalWalletToken);
    if (!token || token.cardId !== request.parameters.cardId || token.accountId !== accountId)
      return failed(404, 'Not Found', 'Digital wallet token not found');
    const from = stateOf(token);
    if (!mayFollow(from, state)) return invalid(`a token cannot go from ${from} to ${state}`);
    const told = transitionAnswer === 'guide' ? randomUUID() : token.id;
    return {
      mainId: token.id,
      had: { ...token, state: from },
      answer: json(201, { state, digitalWalletToken: told, fulfillmentStatus: 'PROVISIONED' }),
      apply() {
        token.state = state;
      },
    };
  }

  const routes: readonly Route[] = [
    provisioning('apple', 'provisionAppleWallet', 'APPLE_PAY'),
    provisioning('google', 'provisionGoogleWallet', 'ANDROID_PAY'),
    provisioning('samsung', 'provisionSamsungWallet', 'SAMSUNG_PAY'),
    {
      kind: 'read',
      operation: 'findDigitalWalletTokens',
      method: 'GET',
      path: '/v2/cards/tokens',
      answer(request) {
        const refused = refusal(request);
        if (refused) return refused;
        return tokenList(request, { tokens: lag.shown(allTokens(request.query.accountId ?? '')), stateOf }, options);
      },
    },
    {
      kind: 'change',
      operation: 'createDigitalWalletTransition',
      method: 'POST',
      path: '/v2/cards/{cardId}/digital-wallet-token-transitions',
      prepare: transition,
    },
  ];

  const simulator = await openSimulator({
    name: 'Equals Money',
    hosts: [
      {
        listen: options,
        routes,
        headers: () => ({}),
        unknown: (_request, missing) =>
          missing === 'path'
            ? failed(404, 'Not Found', 'No such path')
            : failed(405, 'Method Not Allowed', 'No such method'),
      },
    ],
    wording,
    forget() {
      tokens.clear();
      nonces.clear();
      lag.forget();
    },
    environment: ([url = '']) => ({ EQUALS_MONEY_API_URL: url, EQUALS_MONEY_API_KEY: apiKey }),
  });

  return {
    ...simulator,
    setTokenState(tokenId, state) {
      const token = tokens.get(tokenId);
      if (!token) throw new Error(`No Equals Money token has the id ${tokenId}`);
      token.state = state;
    },
    addToken(seed) {
      const { type = 'ANDROID_PAY', state = 'ACTIVE', deviceType = 'MOBILE_PHONE', ...rest } = seed;
      const id = randomUUID();
      add({ ...rest, id, type, state, deviceType, at: Date.now() });
      return id;
    },
    setListLag: lag.setListLag,
  };
}
