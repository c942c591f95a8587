import { gzipSync } from 'node:zlib';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { WalletProvider } from '../../src/core/provider.js';
import { faults, type Fault } from '../../src/simulators/faults.js';
import type { Simulators } from '../../src/simulators/index.js';
import type { JsonObject } from '../../src/simulators/json.js';
import type { Simulator } from '../../src/simulators/kit.js';
import { idEnding } from '../../src/simulators/outcomes.js';
import {
  CreateDigitalWalletDocument,
  CreateMoovWalletDocument,
  CreateWalletAccountDocument,
  ProvisionCardTokenDocument,
} from '../generated/operations.js';
import type { TestGateway } from '../support/gateway.js';

/**
 * What may come back from a create, and what must be made of it, whoever the provider: one table. A provider that
 * differs says so in the row, with its reason.
 */

export interface Subject {
  readonly provider: WalletProvider;
  readonly mutation: string;
  readonly simulator: (simulators: Simulators) => Simulator;
  /** The setting that says where the create goes. */
  readonly urlSetting: string;
  /** How an unknown outcome is settled: by looking, by sending the very same request again, or not at all. */
  readonly settles: 'by looking' | 'by resending' | 'never';
  /** Bearer tokens are renewed once on a 401; keys cannot be. */
  readonly renewsToken: boolean;
  readonly success: string;
  readonly input: (idempotencyKey: string) => object;
  /** The status of a success. */
  readonly created: 200 | 201;
  /** A body that is a success for that input, about a wallet that no other operation has. */
  readonly genuine: (input: object) => JsonObject;
  /** The success without what it cannot be used without. */
  readonly withoutId: (body: JsonObject) => unknown;
  /** Members besides the id, as paths: none of them may spoil a success. */
  readonly members: readonly (readonly string[])[];
  readonly send: (gateway: TestGateway, input: object) => Promise<Result>;
  /** The state made of a status word that nobody documented. */
  readonly strangeState: string | null;
}

/** A mutation's answer, whichever it is. */
export interface Result {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: string;
  readonly retry?: string;
  readonly retryAfterSeconds?: number | null;
  readonly provider?: string | null;
  readonly providerResponse?: { readonly httpStatus: number } | null;
  readonly operation?: { readonly id: string; readonly status: string; readonly attempts: number } | null;
  /** A success has one of these, or a payload. */
  readonly digitalWallet?: ResultWallet;
  readonly walletAccount?: ResultWallet;
  readonly moovWallet?: ResultWallet;
}

interface ResultWallet {
  readonly providerId: string;
  readonly state: string;
}

export function walletIn({ digitalWallet, walletAccount, moovWallet }: Result): ResultWallet | null {
  return digitalWallet ?? walletAccount ?? moovWallet ?? null;
}

function sender(document: TypedDocumentNode<unknown, never>) {
  return async (gateway: TestGateway, input: object): Promise<Result> => {
    const data = await gateway.execute(document as TypedDocumentNode<object, object>, { input });
    return Object.values(data)[0] as Result; // each document asks for one mutation
  };
}

const application = '9f000000-0000-4000-8000-000000000001';
const environment = 'ab000000-0000-4000-8000-000000000010'; // the simulator's own

const pingOne: Subject = {
  provider: WalletProvider.PINGONE,
  mutation: 'createDigitalWallet',
  simulator: ({ pingone }) => pingone,
  urlSetting: 'PINGONE_API_URL',
  settles: 'by looking',
  renewsToken: true,
  success: 'DigitalWalletCreated',
  input: idempotencyKey => ({ idempotencyKey, userId: idEnding(), digitalWalletApplicationId: application }),
  created: 201,
  genuine: input => ({
    id: idEnding(),
    environment: { id: environment },
    user: { id: (input as { userId: string }).userId },
    digitalWalletApplication: { id: application },
    status: 'PAIRING_REQUIRED',
  }),
  withoutId: ({ id: _id, ...rest }) => rest,
  members: [
    ['_links'],
    ['_links', 'qrUrl'],
    ['_links', 'appOpen'],
    ['createdAt'],
    ['updatedAt'],
    ['environment'],
    ['environment', 'id'],
    ['user'],
    ['user', 'id'],
    ['digitalWalletApplication'],
    ['digitalWalletApplication', 'id'],
    ['status'],
    ['pairingSession'],
    ['pairingSession', 'id'],
    ['pairingSession', 'qrUrl'],
    ['pairingSession', 'status'],
    ['pairingSession', 'createdAt'],
    ['applicationInstance'],
    ['deviceData'],
  ],
  send: sender(CreateDigitalWalletDocument),
  strangeState: 'UNRECOGNIZED',
};

const juspay: Subject = {
  provider: WalletProvider.JUSPAY,
  mutation: 'createWalletAccount',
  simulator: simulators => simulators.juspay,
  urlSetting: 'JUSPAY_API_URL',
  settles: 'by looking',
  renewsToken: false,
  success: 'WalletAccountCreated',
  input: idempotencyKey => ({
    idempotencyKey,
    account: { juspay: { customerId: `shopper-${idEnding()}`, gateway: 'MOBIKWIK', mobileNumber: '9000000001' } },
  }),
  created: 200,
  genuine: () => ({ id: `wlt_${idEnding()}`, object: 'wallet_account', wallet: 'MOBIKWIK', linked: false }),
  withoutId: ({ id: _id, ...rest }) => rest,
  members: [
    ['object'],
    ['wallet'],
    ['token'],
    ['current_balance'],
    ['linked'],
    ['last_refreshed'],
    ['metadata'],
    ['metadata', 'mobile_number'],
    ['gateway_reference_id'],
  ],
  send: sender(CreateWalletAccountDocument),
  strangeState: null, // it has no status word
};

const liquido: Subject = {
  provider: WalletProvider.LIQUIDO,
  mutation: 'createWalletAccount',
  simulator: simulators => simulators.liquido,
  urlSetting: 'LIQUIDO_API_URL',
  settles: 'by resending',
  renewsToken: true,
  success: 'WalletAccountCreated',
  input: idempotencyKey => ({
    idempotencyKey,
    account: {
      liquido: { phoneNumber: '+573000000001', name: 'Ana Example', country: 'CO', currency: 'COP', groupId: 'team-a' },
    },
  }),
  created: 200,
  genuine: () => ({
    id: idEnding(),
    balanceInCents: 0,
    status: 'ACTIVE',
    country: 'CO',
    currency: 'COP',
  }),
  withoutId: ({ id: _id, ...rest }) => rest,
  members: [['balanceInCents'], ['status'], ['groupId'], ['country'], ['currency']],
  send: sender(CreateWalletAccountDocument),
  strangeState: 'UNRECOGNIZED',
};

const equalsMoney: Subject = {
  provider: WalletProvider.EQUALS_MONEY,
  mutation: 'provisionCardToken',
  simulator: simulators => simulators.equalsMoney,
  urlSetting: 'EQUALS_MONEY_API_URL',
  settles: 'never', // nothing can be read back, and an unused payload is harmless: start over
  renewsToken: false,
  success: 'CardTokenProvisioned',
  input: idempotencyKey => ({
    idempotencyKey,
    accountId: 'F00042',
    cardId: idEnding(),
    deviceType: 'MOBILE_PHONE',
    provisioningAppVersion: '1.4.0',
    wallet: { google: { deviceId: 'device-000000000001', walletUserId: 'wallet-user-0001' } },
  }),
  created: 201,
  genuine: () => ({ pushTokenizeRequestData: { opaquePaymentCard: 'T1BDLURFTU8=' } }),
  withoutId: body => ({ ...body, pushTokenizeRequestData: {} }), // it gives no id: none of the payload's members instead
  members: [
    ['createdAt'],
    ['updatedAt'],
    ['pushTokenizeRequestData', 'displayName'],
    ['pushTokenizeRequestData', 'lastDigits'],
    ['pushTokenizeRequestData', 'network'],
    ['pushTokenizeRequestData', 'tokenServiceProvider'],
    ['pushTokenizeRequestData', 'opaquePaymentCard'],
    ['pushTokenizeRequestData', 'userAddress'],
    ['pushTokenizeRequestData', 'userAddress', 'city'],
  ],
  send: sender(ProvisionCardTokenDocument),
  strangeState: null, // it has no status word
};

const moov: Subject = {
  provider: WalletProvider.MOOV,
  mutation: 'createMoovWallet',
  simulator: simulators => simulators.moov,
  urlSetting: 'MOOV_API_URL',
  settles: 'by looking',
  renewsToken: false,
  success: 'MoovWalletCreated',
  input: idempotencyKey => ({ idempotencyKey, accountId: idEnding(), name: 'Payroll', metadata: { team: 'blue' } }),
  created: 200,
  genuine: () => ({
    walletID: idEnding(),
    availableBalance: { currency: 'USD', value: 0, valueDecimal: '0' },
    partnerAccountID: '2c9a6a0d-7e52-4b6b-8e0b-1b9c7f0e0002',
    name: 'Payroll',
    status: 'active',
    walletType: 'general',
    description: '',
    createdOn: '2026-01-15T10:00:00Z',
  }),
  withoutId: ({ walletID: _id, ...rest }) => rest,
  members: [
    ['availableBalance'],
    ['availableBalance', 'currency'],
    ['availableBalance', 'value'],
    ['availableBalance', 'valueDecimal'],
    ['partnerAccountID'],
    ['name'],
    ['status'],
    ['walletType'],
    ['description'],
    ['metadata'],
    ['metadata', 'team'],
    ['createdOn'],
    ['closedOn'],
  ],
  send: sender(CreateMoovWalletDocument),
  strangeState: 'UNRECOGNIZED',
};

export const subjects: readonly Subject[] = [pingOne, juspay, liquido, equalsMoney, moov];

/** What each member of the unions says of itself. */
export const advice = {
  InvalidInputError: { code: 'INVALID_INPUT', retry: 'DO_NOT_RETRY', status: 'FAILED' },
  NotFoundError: { code: 'NOT_FOUND', retry: 'DO_NOT_RETRY', status: 'FAILED' },
  ConflictError: { code: 'CONFLICT', retry: 'DO_NOT_RETRY', status: 'FAILED' },
  ProviderRejectedError: { code: 'PROVIDER_REJECTED', retry: 'DO_NOT_RETRY', status: 'FAILED' },
  ProviderAccessDeniedError: { code: 'PROVIDER_ACCESS_DENIED', retry: 'ASK_OPERATOR', status: 'FAILED' },
  RateLimitedError: { code: 'RATE_LIMITED', retry: 'RETRY_WITH_SAME_KEY', status: 'FAILED' },
  ProviderUnavailableError: { code: 'PROVIDER_UNAVAILABLE', retry: 'RETRY_WITH_SAME_KEY', status: 'FAILED' },
  OutcomeUnknownError: { code: 'OUTCOME_UNKNOWN', retry: 'FOLLOW_OPERATION', status: 'UNKNOWN' },
} as const;

export function adviceFor(subject: Subject, member: keyof typeof advice) {
  return member === 'OutcomeUnknownError' && subject.settles === 'never'
    ? { code: 'OUTCOME_UNKNOWN', retry: 'RETRY_WITH_NEW_KEY', status: 'FAILED' }
    : advice[member];
}

export interface Verdict {
  readonly member: keyof typeof advice | 'success';
  /** In `providerResponse`; null where there is none. */
  readonly httpStatus: number | null;
  readonly retryAfterSeconds?: number;
  /** How many create requests the provider sees; one unless told otherwise. */
  readonly requests?: number;
}

export interface Outcome {
  readonly title: string;
  readonly fault: (subject: Subject, input: object) => Fault;
  /** What the second request meets, where there is one. */
  readonly secondFault?: Fault;
  /** A token is there that has served for a while. */
  readonly hasToken?: true;
  readonly verdict: Verdict;
  /** Providers that differ, each with the reason. */
  readonly except?: Readonly<Partial<Record<WalletProvider, Partial<Verdict> & { readonly because: string }>>>;
  /** The provider did it all the same. */
  readonly isApplied?: boolean;
  readonly only?: readonly WalletProvider[];
}

export function verdictOf(outcome: Outcome, subject: Subject): Verdict {
  const { because: _reason, ...instead } = outcome.except?.[subject.provider] ?? { because: '' };
  return { ...outcome.verdict, ...instead };
}

const refused = (status: number, member: Verdict['member'], except?: Outcome['except']): Outcome => ({
  title: `status ${status}`,
  fault: () => faults.answer(status, { body: {} }),
  verdict: { member, httpStatus: status },
  ...(except === undefined ? {} : { except }),
});

const unknown = (title: string, fault: Outcome['fault'], httpStatus: number | null, isApplied = false): Outcome => ({
  title,
  fault,
  verdict: { member: 'OutcomeUnknownError', httpStatus },
  isApplied,
});

/** A success that cannot be read: the wallet may be there. */
const unreadable = (title: string, body: (genuine: string) => string | Uint8Array, headers = {}): Outcome => ({
  title: `a success that is ${title}`,
  fault: (subject, input) =>
    faults.answer(200, {
      applied: true,
      headers: { 'content-type': 'application/json', ...headers },
      body: body(JSON.stringify(subject.genuine(input))),
    }),
  verdict: { member: 'OutcomeUnknownError', httpStatus: 200 },
  isApplied: true,
});

const fine = (title: string, fault: Outcome['fault']): Outcome => ({
  title,
  fault,
  verdict: { member: 'success', httpStatus: null },
  isApplied: true,
});

const renewed = 'a token that was refused is renewed, once, and the request sent again with the new one';

/** 401 */
const unauthorized: readonly Outcome[] = [
  {
    title: 'status 401, once',
    fault: () => faults.answer(401, { body: {} }),
    hasToken: true,
    verdict: { member: 'ProviderAccessDeniedError', httpStatus: 401 },
    except: {
      PINGONE: { member: 'success', httpStatus: null, requests: 2, because: renewed },
      LIQUIDO: { member: 'success', httpStatus: null, requests: 2, because: renewed },
    },
  },
  {
    title: 'status 401, again and again',
    fault: () => faults.answer(401, { body: {} }),
    hasToken: true,
    secondFault: faults.answer(401, { body: {} }),
    verdict: { member: 'ProviderAccessDeniedError', httpStatus: 401 },
    except: { PINGONE: { requests: 2, because: renewed }, LIQUIDO: { requests: 2, because: renewed } },
  },
  {
    title: 'status 401, and then 500',
    fault: () => faults.answer(401, { body: {} }),
    hasToken: true,
    secondFault: faults.answer(500, { body: {} }),
    verdict: { member: 'ProviderAccessDeniedError', httpStatus: 401 },
    except: {
      PINGONE: { member: 'OutcomeUnknownError', httpStatus: 500, requests: 2, because: renewed },
      LIQUIDO: { member: 'OutcomeUnknownError', httpStatus: 500, requests: 2, because: renewed },
    },
  },
];

/** Waits that cannot be made out: it is not sent again. */
const unclearWaits = [
  ['retry-after', '-5'],
  ['retry-after', 'in a moment'],
  ['retry-after', '1.5'],
  ['x-retry-in', 'soon'],
] as const;

/** Waits that are over soon: it is sent again when they are. */
const shortWaits = [
  ['retry-after', '0'],
  ['retry-after', '1'],
  ['retry-after', 'Thu, 01 Jan 1970 00:00:00 GMT'],
  ['retry-after-ms', '900'],
  ['x-retry-in', '250'],
] as const;

/** Waits that no deadline here is long enough for. */
export const longWaits = [
  ['retry-after', '20', 20],
  ['retry-after', '604800', 604_800],
  ['retry-after-ms', '19500', 20],
  ['x-retry-in', '20000', 20],
] as const;

const bom = '\uFEFF';

export const outcomes: readonly Outcome[] = [
  refused(400, 'InvalidInputError'),
  ...unauthorized,
  refused(402, 'ProviderRejectedError'),
  refused(403, 'ProviderAccessDeniedError'),
  refused(404, 'NotFoundError'),
  refused(405, 'ProviderRejectedError'),
  refused(409, 'ConflictError'),
  refused(410, 'ProviderRejectedError'),
  refused(415, 'ProviderRejectedError'),
  refused(418, 'ProviderRejectedError'),
  refused(421, 'ProviderUnavailableError'),
  refused(422, 'InvalidInputError', {
    EQUALS_MONEY: { member: 'ConflictError', because: 'it is not listed there; the state of the card is the reason' },
    LIQUIDO: {
      member: 'ProviderRejectedError',
      because: 'it is a refusal for reasons of its own, unless it names a field',
    },
  }),
  refused(429, 'RateLimitedError'),
  refused(451, 'ProviderRejectedError'),
  ...unclearWaits.map(([header, value]): Outcome => ({
    title: `status 429 with ${header}: ${value}`,
    fault: () => faults.answer(429, { headers: { [header]: value } }),
    verdict: { member: 'RateLimitedError', httpStatus: 429 },
  })),

  unknown('status 408', () => faults.answer(408), 408),
  unknown('status 500', () => faults.answer(500, { body: {} }), 500),
  unknown('status 500, though it was done', () => faults.answer(500, { applied: true }), 500, true),
  unknown('status 502 with a page of HTML', () => faults.answer(502, { body: '<html>Bad Gateway</html>' }), 502),
  unknown('status 503', () => faults.answer(503), 503),
  unknown('status 504, though it was done', () => faults.answer(504, { applied: true }), 504, true),
  unknown('status 599', () => faults.answer(599), 599),
  unknown('status 304', () => faults.answer(304), 304),

  unknown('a reset before the answer', () => faults.reset('before-answer'), null),
  unknown('a reset after it was done', () => faults.reset('before-answer', { applied: true }), null, true),
  unknown('a reset in the headers', () => faults.reset('in-headers', { applied: true }), null, true),
  unknown('a reset in the body', () => faults.reset('mid-body', { applied: true }), null, true),
  unknown('a torn body', () => faults.torn({ applied: true }), null, true),
  unknown('an answer without an end', () => faults.oversize(3 * 1024 * 1024, { applied: true }), null, true),
  {
    ...unknown('truncated JSON', () => faults.truncated({ applied: true }), 200, true),
    except: {
      PINGONE: { httpStatus: 201, because: 'it creates with 201' },
      EQUALS_MONEY: { httpStatus: 201, because: 'it creates with 201' },
    },
  },

  unreadable('a page of HTML', () => '<html>Welcome</html>', { 'content-type': 'text/html' }),
  unreadable('called plain text', genuine => genuine, { 'content-type': 'text/plain' }),
  unreadable('an empty object', () => '{}'),
  unreadable('an array', () => '[]'),
  unreadable('an array of successes', genuine => `[${genuine}]`),
  unreadable('null', () => 'null'),
  unreadable('a number', () => '1'),
  unreadable('empty', () => ''),
  unreadable('two values', genuine => `${genuine}${genuine}`),
  unreadable('behind a byte order mark', genuine => `${bom}${genuine}`),
  unreadable('no valid UTF-8', genuine =>
    Buffer.concat([
      Buffer.from(genuine.slice(0, -1)),
      Buffer.from(',"a":"'),
      Uint8Array.of(0xff, 0xc3),
      Buffer.from('"}'),
    ]),
  ),
  unreadable('UTF-16', genuine => Buffer.from(genuine, 'utf16le')),
  unreadable('100000 arrays deep', () => '['.repeat(100_000) + ']'.repeat(100_000)),
  unreadable('compressed, though nobody asked for it', genuine => gzipSync(genuine), { 'content-encoding': 'gzip' }),
  unreadable('compressed and does not say so', genuine => gzipSync(genuine)),
  {
    title: 'status 204',
    fault: () => faults.answer(204, { applied: true }),
    verdict: { member: 'OutcomeUnknownError', httpStatus: 204 },
    isApplied: true,
  },
  {
    title: 'a success without its id',
    fault: subject => faults.change(subject.withoutId),
    verdict: { member: 'OutcomeUnknownError', httpStatus: 200 },
    except: {
      PINGONE: { httpStatus: 201, because: 'it creates with 201' },
      EQUALS_MONEY: { httpStatus: 201, because: 'it creates with 201' },
    },
    isApplied: true,
  },
  ...foreign(),

  fine('a success', () => faults.change(body => body)),
  fine('a success with members that nobody documented', () =>
    faults.change(body => ({ ...body, riskScore: 7, nested: { list: [{ a: [[[1]]] }] }, __proto__: null })),
  ),
  fine('a success with a member 100000 arrays deep', (subject, input) =>
    faults.answer(200, {
      applied: true,
      body: `{"deep":${'['.repeat(100_000)}${']'.repeat(100_000)},${JSON.stringify(subject.genuine(input)).slice(1)}`,
    }),
  ),
  fine('a success under another 2xx status', (subject, input) =>
    faults.answer(202, { applied: true, body: subject.genuine(input) }),
  ),
  fine('a success as application/hal+json', (subject, input) =>
    faults.answer(subject.created, {
      applied: true,
      headers: { 'content-type': 'application/hal+json;charset=UTF-8' },
      body: subject.genuine(input),
    }),
  ),
];

/** An answer about someone else is somebody else's answer. */
function foreign(): Outcome[] {
  const other = 'ffffffff-0000-4000-8000-0000000000ff';
  const about = (provider: WalletProvider, member: string, value: unknown, httpStatus: number): Outcome => ({
    title: `a success about another ${member}`,
    fault: () => faults.change(body => ({ ...body, [member]: value })),
    verdict: { member: 'OutcomeUnknownError', httpStatus },
    isApplied: true,
    only: [provider],
  });
  return [
    about(WalletProvider.PINGONE, 'user', { id: other }, 201),
    about(WalletProvider.PINGONE, 'environment', { id: other }, 201),
    about(WalletProvider.PINGONE, 'digitalWalletApplication', { id: other }, 201),
    about(WalletProvider.LIQUIDO, 'currency', 'USD', 200),
    about(WalletProvider.LIQUIDO, 'country', 'BR', 200),
  ];
}

/** Those that take as long as the deadline. */
/** Each holds back what comes after it, so each wants a gateway of its own. */
export const waitOutcomes: readonly Outcome[] = [
  ...shortWaits.map(([header, value]): Outcome => ({
    title: `status 429 with ${header}: ${value}`,
    fault: () => faults.answer(429, { headers: { [header]: value } }),
    verdict: { member: 'success', httpStatus: null, requests: 2 },
    isApplied: true,
  })),
  unknown('status 503 with retry-after: 1', () => faults.answer(503, { headers: { 'retry-after': '1' } }), 503),
];

export const lateOutcomes: readonly Outcome[] = [
  unknown('no answer at all', () => faults.hang(), null),
  unknown('no answer though it was done', () => faults.hang({ applied: true }), null, true),
  // Its whole body would take longer than a test may: one that ends has been ended by the deadline.
  unknown('one byte now and then', () => faults.trickle(1000), null, true),
];
