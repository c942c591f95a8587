import type { JsonObject } from './json.js';
import { json } from './wire.js';
import type { Headers, WireAnswer, WireRequest } from './wire.js';

export type TokenState = 'REQUESTED' | 'REQUEST_DECLINED' | 'ACTIVE' | 'SUSPENDED' | 'TERMINATED';
export type TokenType = 'APPLE_PAY' | 'ANDROID_PAY' | 'SAMSUNG_PAY';

export interface Token {
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

/** People type cards in themselves: tokens appear that nobody asked for (reference section 3). */
export interface TokenSeed {
  readonly accountId: string;
  readonly cardId: string;
  readonly personId?: string;
  readonly type?: TokenType;
  readonly state?: TokenState;
  readonly deviceId?: string;
  readonly deviceType?: string;
}

export interface ListStyle {
  /** The guide's rows have no `deviceId` (reference section 2.3). */
  readonly rows?: 'reference' | 'guide';
  /**
   * Which names a query may use. Those of the other are ignored without a word, and `deviceId` is the reference's
   * alone: `tokenState=ACTIVE` then lists everything (reference section 2.3).
   */
  readonly queryNames?: 'reference' | 'guide';
}

export const deviceTypes = ['MOBILE_PHONE', 'TABLET', 'WATCH'];
const states = ['REQUESTED', 'REQUEST_DECLINED', 'ACTIVE', 'SUSPENDED', 'TERMINATED'];
const types = ['APPLE_PAY', 'ANDROID_PAY', 'SAMSUNG_PAY'];

interface Listed {
  readonly tokens: readonly Token[];
  stateOf(token: Token): TokenState;
}

/** Defaults of limit and offset as seen on other lists (reference section 2.3). */
export function tokenList({ query }: WireRequest, { tokens, stateOf }: Listed, style: ListStyle): WireAnswer {
  const { accountId, personId, deviceType, search, limit = '100', offset = '0' } = query;
  const isGuide = style.queryNames === 'guide';
  const [stateName, typeName] = isGuide ? ['state', 'type'] : ['tokenState', 'tokenType'];
  const [state, type, deviceId] = [query[stateName], query[typeName], isGuide ? undefined : query.deviceId];
  if (state !== undefined && !states.includes(state)) return invalid(`${stateName} is not valid`);
  if (type !== undefined && !types.includes(type)) return invalid(`${typeName} is not valid`);
  if (deviceType !== undefined && !deviceTypes.includes(deviceType)) return invalid('deviceType is not valid');
  if (!/^\d{1,6}$/.test(limit) || !/^\d{1,6}$/.test(offset)) return invalid('limit and offset must be numbers');
  const found = tokens.filter(
    token =>
      token.accountId === accountId &&
      (personId === undefined || token.personId === personId) &&
      (state === undefined || stateOf(token) === state) &&
      (type === undefined || token.type === type) &&
      (deviceType === undefined || token.deviceType === deviceType) &&
      (deviceId === undefined || token.deviceId === deviceId) &&
      (search === undefined || search.split(',').includes(lastFour(token.cardId))),
  );
  const rows = found.slice(Number(offset), Number(offset) + Number(limit)).map(token => row(token, style));
  return json(200, { count: found.length, rows });
}

/** Neither state nor type: rows carry none (reference section 2.3). */
function row({ id, deviceId, cardId }: Token, { rows }: ListStyle): JsonObject {
  return {
    token: id,
    ...(rows !== 'guide' && { deviceId: deviceId ?? null }),
    cardId,
    cardName: 'Travel',
    lastFour: lastFour(cardId),
  };
}

/** By analogy to Marqeta's life cycle (reference section 3). */
export function mayFollow(from: TokenState, to: TokenState): boolean {
  const before: Partial<Record<TokenState, readonly TokenState[]>> = {
    ACTIVE: ['REQUESTED', 'SUSPENDED'],
    SUSPENDED: ['ACTIVE'],
    TERMINATED: ['REQUESTED', 'ACTIVE', 'SUSPENDED'],
  };
  return before[to]?.includes(from) ?? false;
}

/** Any four digits that stay with the card. */
export function lastFour(cardId: string): string {
  return String(Number.parseInt(cardId.slice(-4), 16) % 10_000).padStart(4, '0');
}

/** The body of errors is not published; inferred. */
export function failed(statusCode: number, error: string, message: string, headers: Headers = {}): WireAnswer {
  return json(statusCode, { statusCode, error, message }, headers);
}

export function invalid(message: string): WireAnswer {
  return failed(400, 'Bad Request', message);
}
