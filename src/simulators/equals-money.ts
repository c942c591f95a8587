import { randomBytes, randomUUID } from 'node:crypto';
import { jsonObject } from './json.js';
import type { JsonObject } from './json.js';
import { openSimulator } from './kit.js';
import type { ListenOptions } from './http.js';
import type { Route, Simulator } from './kit.js';
import { hasContentType, isSame, isUuid } from './requests.js';
import { json, retryAfter } from './wire.js';
import type { Headers, WireAnswer, WireRequest } from './wire.js';

export interface EqualsMoneyOptions extends ListenOptions {
  readonly apiKey?: string;
  /** The API reference's shapes, or the guide's exactly: `createAt`, and for Apple the echo only. */
  readonly answers?: 'reference' | 'guide';
  /** How long a token stays REQUESTED. */
  readonly activatesAfterMs?: number;
}

export interface EqualsMoneySimulator extends Simulator {
  /** As the network or the issuer would, past every rule. */
  setTokenState(tokenId: string, state: TokenState): void;
}

type TokenState = 'REQUESTED' | 'REQUEST_DECLINED' | 'ACTIVE' | 'SUSPENDED' | 'TERMINATED';
type TokenType = 'APPLE_PAY' | 'ANDROID_PAY' | 'SAMSUNG_PAY';

interface Token {
  readonly id: string;
  readonly cardId: string;
  readonly accountId: string;
  readonly personId?: string;
  readonly type: TokenType;
  readonly deviceType: string;
  readonly deviceId?: string;
  readonly at: number;
  state?: TokenState;
}

/** Guide: active and suspended together; the next one fails on the device only, so the answer is the same. */
const tokensPerCard = 25;

const deviceTypes = ['MOBILE_PHONE', 'TABLET', 'WATCH'];
const states = ['REQUESTED', 'REQUEST_DECLINED', 'ACTIVE', 'SUSPENDED', 'TERMINATED'];
const types = ['APPLE_PAY', 'ANDROID_PAY', 'SAMSUNG_PAY'];

export async function startEqualsMoney(options: EqualsMoneyOptions = {}): Promise<EqualsMoneySimulator> {
  const { apiKey = 'sandbox-key-equals-money', answers = 'reference', activatesAfterMs = 1000 } = options;
  const tokens = new Map<string, Token>();
  const nonces = new Set<string>();

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
            const live = [...tokens.values()].filter(
              other => other.cardId === token.cardId && ['ACTIVE', 'SUSPENDED', 'REQUESTED'].includes(stateOf(other)),
            );
            if (live.length < tokensPerCard) tokens.set(token.id, token);
          },
        };
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
        // The reference's names; the guide's `state` and `type` are ignored, as an unknown name may be (section 2.3).
        const {
          accountId,
          personId,
          tokenState,
          tokenType,
          deviceType,
          deviceId,
          search,
          limit = '100',
          offset = '0',
        } = request.query;
        if (tokenState !== undefined && !states.includes(tokenState)) return invalid('tokenState is not valid');
        if (tokenType !== undefined && !types.includes(tokenType)) return invalid('tokenType is not valid');
        if (deviceType !== undefined && !deviceTypes.includes(deviceType)) return invalid('deviceType is not valid');
        if (!/^\d{1,6}$/.test(limit) || !/^\d{1,6}$/.test(offset)) return invalid('limit and offset must be numbers');
        const found = [...tokens.values()].filter(
          token =>
            token.accountId === accountId &&
            (personId === undefined || token.personId === personId) &&
            (tokenState === undefined || stateOf(token) === tokenState) &&
            (tokenType === undefined || token.type === tokenType) &&
            (deviceType === undefined || token.deviceType === deviceType) &&
            (deviceId === undefined || token.deviceId === deviceId) &&
            (search === undefined || search.split(',').includes(lastFour(token.cardId))),
        );
        const rows = found.slice(Number(offset), Number(offset) + Number(limit)).map(row);
        return json(200, { count: found.length, rows });
      },
    },
    {
      kind: 'change',
      operation: 'createDigitalWalletTransition',
      method: 'POST',
      path: '/v2/cards/{cardId}/digital-wallet-token-transitions',
      answer(request) {
        const refused = refusal(request);
        if (refused) return refused;
        const asked = jsonObject(request.body);
        if (!asked) return invalid('the body is not a JSON object');
        const { state, digitalWalletToken } = asked;
        if (state !== 'ACTIVE' && state !== 'SUSPENDED' && state !== 'TERMINATED')
          return invalid('state must be one of ACTIVE, SUSPENDED, TERMINATED');
        if (!isUuid(digitalWalletToken)) return invalid('digitalWalletToken must be a uuid');
        const token = tokens.get(digitalWalletToken);
        if (!token || token.cardId !== request.parameters.cardId)
          return failed(404, 'Not Found', 'Digital wallet token not found');
        if (!mayFollow(stateOf(token), state)) return invalid(`a token cannot go from ${stateOf(token)} to ${state}`);
        token.state = state;
        return json(201, { state, digitalWalletToken, fulfillmentStatus: 'PROVISIONED' });
      },
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
    refusals: {
      '400': () => invalid('provisioningAppVersion is not accepted'),
      '401': () => failed(401, 'Unauthorized', 'The API key has expired'),
      '403': () => failed(403, 'Forbidden', 'Access denied'),
      '404': () => failed(404, 'Not Found', 'Card not found'),
      '409': () => failed(409, 'Conflict', 'The card has a token on this device'),
      '418': () => failed(418, 'Declined', 'Tokenisation is not enabled for this card product'),
      '422': () => invalid('deviceType is not supported for this card'),
      '429': () => failed(429, 'Too Many Requests', 'Too many requests', retryAfter),
      '500': () => failed(500, 'Internal Server Error', 'Something went wrong'),
      '503': () => failed(503, 'Service Unavailable', 'Try later', retryAfter),
    },
    strange: success => ({
      ...success,
      ...('createdAt' in success && { createdAt: '2026-01-31T09:15:00.123456789+0000' }),
      fulfillmentStatus: 'DECISION_PURPLE',
      walletProviderHint: { tier: 'X' },
    }),
    forget() {
      tokens.clear();
      nonces.clear();
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
  };
}

/** By analogy to Marqeta's life cycle (reference section 3). */
function mayFollow(from: TokenState, to: TokenState): boolean {
  const before: Partial<Record<TokenState, readonly TokenState[]>> = {
    ACTIVE: ['REQUESTED', 'SUSPENDED'],
    SUSPENDED: ['ACTIVE'],
    TERMINATED: ['REQUESTED', 'ACTIVE', 'SUSPENDED'],
  };
  return before[to]?.includes(from) ?? false;
}

/** Members, enumeration and lengths of the guide. */
function requestProblem(asked: JsonObject, wallet: 'apple' | 'google' | 'samsung'): string | undefined {
  const isText = (value: unknown, most = Infinity): boolean =>
    typeof value === 'string' && value !== '' && value.length <= most;
  if (!deviceTypes.includes(String(asked.deviceType))) return `deviceType must be one of ${deviceTypes.join(', ')}`;
  if (!isText(asked.provisioningAppVersion, 50)) return 'provisioningAppVersion must be 1 to 50 characters';
  if (wallet === 'apple') {
    const { certificates } = asked;
    const isList = Array.isArray(certificates) && certificates.length > 0 && certificates.every(each => isText(each));
    if (!isList) return 'certificates must be an array of strings';
    if (!isText(asked.nonce)) return 'nonce is required';
    return isText(asked.nonceSignature) ? undefined : 'nonceSignature is required';
  }
  if (!isText(asked.deviceId, 24)) return 'deviceId must be 1 to 24 characters';
  return isText(asked.walletUserId, 50) ? undefined : 'walletUserId must be 1 to 50 characters';
}

function payload(
  wallet: 'apple' | 'google' | 'samsung',
  asked: JsonObject,
  token: Token,
  answers: 'reference' | 'guide',
): JsonObject {
  const secret = (): string => randomBytes(24).toString('base64');
  if (wallet === 'apple') {
    const { deviceType, provisioningAppVersion, certificates, nonce, nonceSignature } = asked;
    const echo = { deviceType, provisioningAppVersion, certificates, nonce, nonceSignature };
    if (answers === 'guide') return echo;
    return { ...echo, encryptedPassData: secret(), activationData: secret(), ephemeralPublicKey: secret() };
  }
  // The API prints whole seconds.
  const now = new Date(token.at).toISOString().replace(/\.\d+Z$/, 'Z');
  const lastDigits = lastFour(token.cardId);
  if (wallet === 'samsung') {
    // `network` holds a card type in the guide's sample, too.
    const data = {
      cardType: 'CREDIT',
      displayName: `Visa ${lastDigits}`,
      extraProvisionPayload: secret(),
      lastDigits,
      network: 'CREDIT',
      tokenServiceProvider: 'MC',
    };
    return { createdAt: now, updatedAt: now, pushTokenizeRequestData: data };
  }
  return {
    [answers === 'guide' ? 'createAt' : 'createdAt']: now,
    updatedAt: now,
    pushTokenizeRequestData: {
      displayName: `Visa ${lastDigits}`,
      lastDigits,
      network: 'Visa',
      tokenServiceProvider: 'TOKEN_PROVIDER_VISA',
      opaquePaymentCard: secret(),
      userAddress: {
        name: 'Ana Example',
        address1: '1 Sample Street',
        address2: 'Floor 2',
        city: 'Sampletown',
        state: 'SA',
        postalCode: '00001',
        country: 'GB',
        phone: '0200000001',
      },
    },
  };
}

/** Neither state nor type: rows carry none (reference section 2.3). */
function row(token: Token): JsonObject {
  return {
    token: token.id,
    deviceId: token.deviceId ?? null,
    cardId: token.cardId,
    cardName: 'Travel',
    lastFour: lastFour(token.cardId),
  };
}

/** Any four digits that stay with the card. */
function lastFour(cardId: string): string {
  return String(Number.parseInt(cardId.slice(-4), 16) % 10_000).padStart(4, '0');
}

/** The body of errors is not published; inferred. */
function failed(statusCode: number, error: string, message: string, headers: Headers = {}): WireAnswer {
  return json(statusCode, { statusCode, error, message }, headers);
}

function invalid(message: string): WireAnswer {
  return failed(400, 'Bad Request', message);
}
