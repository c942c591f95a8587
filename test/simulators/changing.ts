import { randomInt, randomUUID } from 'node:crypto';
import type { Simulators } from '../../src/simulators/index.js';
import type { Simulator } from '../../src/simulators/kit.js';
import { sampleUuid, type OutcomeCode } from '../../src/simulators/outcomes.js';
import { askEqualsMoney, askJuspay, askLiquido, askMoov, askPingOne, type Got } from './calls.js';

/** Every change that a provider can be asked for, done to a sample. */

export const freshRun = (): string => String(randomInt(1_000_000_000)).padStart(9, '0');

/** A refusal in the provider's words. */
export interface Refused {
  readonly status: number;
  readonly body?: object;
}

export interface Subject {
  readonly name: string;
  readonly operation: string;
  readonly simulator: (simulators: Simulators) => Simulator;
  /** Its id for the provider. */
  readonly id: (run: string, ending: string) => string;
  readonly change: (simulators: Simulators, id: string, init?: RequestInit) => Promise<Got<unknown>>;
  /** What of it a change would show in; undefined where it is not there. */
  readonly state: (simulators: Simulators, id: string) => Promise<unknown>;
  /** Its state before the change and after. */
  readonly becomes: readonly [before: unknown, after: unknown];
  /** How the provider says that it is not there. */
  readonly missing: Refused;
  readonly refusals: Readonly<Record<string, Refused>>;
  /** The success in words that nobody documented. */
  readonly strange: object | undefined;
}

export const userId = '49000000-0000-4000-8000-000000000001';
export const moovAccountId = '6b6f1a52-5c0e-4d6e-9f3a-000000000001';

const json = (method: string, body: object): RequestInit => ({ method, body: JSON.stringify(body) });
const ok = ({ status }: Got<unknown>): boolean => status === 200;

const pingOneInvalid = (target: string): Refused => ({
  status: 400,
  body: { code: 'INVALID_DATA', details: [{ code: 'INVALID_VALUE', target }] },
});

const pingOne = {
  simulator: ({ pingone }: Simulators) => pingone,
  id: sampleUuid,
  async state({ pingone }: Simulators, id: string) {
    const read = await askPingOne<{ status: string }>(pingone, `/users/${userId}/digitalWallets/${id}`);
    return ok(read) ? read.body.status : undefined;
  },
  missing: { status: 404, body: { code: 'NOT_FOUND' } },
  refusals: {
    '400': pingOneInvalid('status'),
    '401': { status: 401, body: { code: 'ACCESS_FAILED', details: [{ code: 'INVALID_TOKEN' }] } },
    '403': { status: 403, body: { code: 'ACCESS_FAILED', details: [{ code: 'INSUFFICIENT_PERMISSIONS' }] } },
    '409': { status: 409, body: { code: 'INVALID_DATA', details: [{ code: 'UNIQUENESS_VIOLATION' }] } },
    '418': { status: 418, body: { code: 'REQUEST_FAILED', details: [{ code: 'ACCOUNT_NOT_USABLE' }] } },
    '422': pingOneInvalid('applicationInstance.id'),
    '429': { status: 429, body: { code: 'REQUEST_LIMITED' } },
    '500': { status: 500, body: { code: 'UNEXPECTED_ERROR' } },
    '503': { status: 503, body: { code: 'SERVICE_UNAVAILABLE' } },
  },
};

const juspayInvalid = (field: string): Refused => ({
  status: 400,
  body: { error_info: { code: 'INVALID_INPUT', fields: [{ field_name: field }] } },
});

const juspay = (
  command: string,
  field: string,
  isLinkedAfter: boolean,
  rest: Readonly<Record<string, string>> = {},
) => ({
  name: `Juspay, ${command}`,
  operation: 'commandWallet',
  simulator: (simulators: Simulators) => simulators.juspay,
  id: (run: string, ending: string) => `wlt_lnkd${run}${ending}`,
  change: (simulators: Simulators, id: string, init: RequestInit = {}) =>
    askJuspay<unknown>(simulators.juspay, `/wallets/${id}`, {
      method: 'POST',
      body: new URLSearchParams({ command, ...rest }),
      ...init,
    }),
  async state(simulators: Simulators, id: string) {
    const read = await askJuspay<{ linked: boolean }>(simulators.juspay, `/wallets/${id}`);
    return ok(read) ? read.body.linked : undefined;
  },
  becomes: [true, isLinkedAfter] as const,
  missing: { status: 404, body: { error_code: 'object_not_found' } },
  refusals: {
    '400': juspayInvalid(field),
    '401': { status: 401, body: { error_code: 'access_denied' } },
    '403': { status: 403, body: { error_info: { code: 'BAD_ORIGIN' } } },
    '409': { status: 400, body: { error_info: { code: 'INVALID_ACTION' } } },
    '418': { status: 400, body: { error_info: { code: 'GATEWAY_NOT_FOUND' } } },
    '422': juspayInvalid('command'),
    '429': { status: 429 },
    '500': { status: 500, body: { error_code: 'internal_server_error' } },
    '503': { status: 503 },
  },
  strange: { kyc_status: 'HALF_VERIFIED', current_balance: '0.00' },
});

const liquidoFailed = (status: number, errorMessage: string): Refused => ({
  status,
  body: { errors: [{ code: String(status), errorMessage }] },
});

const liquido = (operation: 'topup' | 'charge', after: number) => ({
  name: `LIQUIDO, ${operation}`,
  operation: operation === 'topup' ? 'topUpWallet' : 'chargeWallet',
  simulator: (simulators: Simulators) => simulators.liquido,
  id: sampleUuid,
  change: (simulators: Simulators, id: string, init: RequestInit = {}) =>
    askLiquido<unknown>(simulators.liquido, `/v1/accounts/wallet/${operation}`, {
      ...json('POST', { walletAccountId: id, amountInCents: 500, currency: 'COP', idempotencyKey: randomUUID() }),
      ...init,
    }),
  async state(simulators: Simulators, id: string) {
    const read = await askLiquido<{ balanceInCents: number }>(simulators.liquido, `/v1/accounts/wallet/${id}`);
    return ok(read) ? read.body.balanceInCents : undefined;
  },
  becomes: [1_000_000, after] as const,
  missing: { status: 404, body: { errors: [{ code: '404' }] } },
  refusals: {
    '400': liquidoFailed(400, 'Invalid request field: amountInCents: not accepted'),
    '401': { status: 401, body: { message: 'Unauthorized' } },
    '403': { status: 403, body: { message: 'Forbidden' } },
    '409': liquidoFailed(409, 'The wallet is locked by another request'),
    '418': liquidoFailed(418, 'The transaction was declined'),
    '422': liquidoFailed(422, 'Invalid request field: currency: not accepted'),
    '429': { status: 429, body: { message: 'Too Many Requests' } },
    '500': liquidoFailed(500, 'Something broke.'),
    '503': { status: 503, body: { message: 'Service Unavailable' } },
  },
  strange: { status: 'PENDING_KYC', tier: 'GOLD' },
});

const equalsMoneyFailed = (statusCode: number, message: string): Refused => ({
  status: statusCode,
  body: { statusCode, message },
});

/** The account that holds the sample. */
const equalsMoneyAccount = (id: string): string => `F5a${id.slice(-12)}`;

const equalsMoney = {
  name: 'Equals Money, suspend',
  operation: 'createDigitalWalletTransition',
  simulator: (simulators: Simulators) => simulators.equalsMoney,
  id: sampleUuid,
  change: (simulators: Simulators, id: string, init: RequestInit = {}) =>
    askEqualsMoney<unknown>(
      simulators.equalsMoney,
      `/${id}/digital-wallet-token-transitions?accountId=${equalsMoneyAccount(id)}`,
      { ...json('POST', { state: 'SUSPENDED', digitalWalletToken: id }), ...init },
    ),
  /** A row does not tell it. */
  async state(simulators: Simulators, id: string) {
    const states = ['REQUESTED', 'ACTIVE', 'SUSPENDED', 'TERMINATED'];
    for (const state of states) {
      const path = `/tokens?accountId=${equalsMoneyAccount(id)}&tokenState=${state}`;
      const { body } = await askEqualsMoney<{ rows: readonly { token: string }[] }>(simulators.equalsMoney, path);
      if (body.rows.some(({ token }) => token === id)) return state;
    }
    return undefined;
  },
  becomes: ['ACTIVE', 'SUSPENDED'] as const,
  missing: equalsMoneyFailed(404, 'Digital wallet token not found'),
  refusals: {
    '400': equalsMoneyFailed(400, 'state is not accepted'),
    '401': equalsMoneyFailed(401, 'The API key has expired'),
    '403': equalsMoneyFailed(403, 'Access denied'),
    '409': equalsMoneyFailed(409, 'The token is being changed'),
    '418': equalsMoneyFailed(418, 'The network has declined the transition'),
    '422': equalsMoneyFailed(400, 'digitalWalletToken is not accepted'),
    '429': equalsMoneyFailed(429, 'Too many requests'),
    '500': equalsMoneyFailed(500, 'Something went wrong'),
    '503': equalsMoneyFailed(503, 'Try later'),
  },
  strange: { fulfillmentStatus: 'DECISION_PURPLE' },
};

const moov = (name: string, patch: object, after: object, refused422: object) => ({
  name: `Moov, ${name}`,
  operation: 'updateWallet',
  simulator: (simulators: Simulators) => simulators.moov,
  id: sampleUuid,
  change: (simulators: Simulators, id: string, init: RequestInit = {}) =>
    askMoov<unknown>(simulators.moov, `/${moovAccountId}/wallets/${id}`, { ...json('PATCH', patch), ...init }),
  async state(simulators: Simulators, id: string) {
    const read = await askMoov<{ name: string; status: string }>(simulators.moov, `/${moovAccountId}/wallets/${id}`);
    return ok(read) ? { name: read.body.name, status: read.body.status } : undefined;
  },
  becomes: [{ name: 'Sample', status: 'active' }, after] as const,
  missing: { status: 404 },
  refusals: {
    '400': { status: 400, body: { error: 'status: must not contain markup' } },
    '401': { status: 401 },
    '403': { status: 403 },
    '409': { status: 409, body: { error: 'wallet has pending transfers' } },
    '418': { status: 418, body: { error: 'declined by underwriting' } },
    '422': { status: 422, body: refused422 },
    '429': { status: 429 },
    '500': { status: 500 },
    '503': { status: 503 },
  },
  strange: { status: 'frozen', walletType: 'escrow', riskScore: 7 },
});

export const subjects: readonly Subject[] = [
  {
    ...pingOne,
    name: 'PingOne, update',
    operation: 'updateDigitalWallet',
    change: ({ pingone }, id, init = {}) =>
      askPingOne<unknown>(pingone, `/users/${userId}/digitalWallets/${id}`, {
        ...json('PUT', { status: 'DISABLED' }),
        ...init,
      }),
    becomes: ['PAIRING_REQUIRED', 'DISABLED'],
    strange: { status: 'QUARANTINED', updatedAt: null, trustLevel: { name: 'SILVER' } },
  },
  {
    ...pingOne,
    name: 'PingOne, delete',
    operation: 'deleteDigitalWallet',
    change: ({ pingone }, id, init = {}) =>
      askPingOne<unknown>(pingone, `/users/${userId}/digitalWallets/${id}`, { method: 'DELETE', ...init }),
    becomes: ['PAIRING_REQUIRED', undefined],
    strange: undefined, // a 204 has no words
  },
  juspay('authenticate', 'gateway_reference_id', false),
  juspay('link', 'otp', false, { otp: '123456' }), // nobody sent a code, so it is a wrong one
  juspay('refresh', 'command', true),
  juspay('delink', 'command', false),
  liquido('topup', 1_000_500),
  liquido('charge', 999_500),
  equalsMoney,
  moov('rename', { name: 'Renamed' }, { name: 'Renamed', status: 'active' }, { name: 'must be at most 64 characters' }),
  moov('close', { status: 'closed' }, { name: 'Sample', status: 'closed' }, { status: 'is not allowed' }),
];

export function subjectNamed(name: string): Subject {
  const found = subjects.find(subject => subject.name === name);
  if (found === undefined) throw new Error(`There is no change called ${name}`);
  return found;
}

/** Outcomes in which a provider says no. */
export const refusing: readonly OutcomeCode[] = ['400', '401', '403', '409', '418', '422', '429', '500', '503'];
