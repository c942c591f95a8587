import 'reflect-metadata';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { faults } from '../../src/simulators/faults.js';
import { idEnding } from '../../src/simulators/outcomes.js';
import {
  CreateDigitalWalletDocument,
  CreateDigitalWalletWithQrCodeDocument,
  NodeDocument,
  type CreateDigitalWalletMutationVariables,
} from '../generated/operations.js';
import { freshKey, startTestGateway, type TestGateway } from '../support/gateway.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.stop());
beforeEach(() => gateway.simulators.reset());

const digitalWalletApplicationId = '9f000000-0000-4000-8000-000000000001';

type Input = CreateDigitalWalletMutationVariables['input'];

async function create(more: Partial<Input> = {}) {
  const input = { idempotencyKey: freshKey(), userId: idEnding(), digitalWalletApplicationId, ...more };
  const { createDigitalWallet: result } = await gateway.execute(CreateDigitalWalletDocument, { input });
  if (result == null) throw new Error('The mutation answered nothing.');
  return result;
}

async function created(more: Partial<Input> = {}) {
  const result = await create(more);
  if (!('digitalWallet' in result)) throw new Error(JSON.stringify(result));
  return result;
}

function sent() {
  const exchange = gateway.simulators.pingone.exchanges.findLast(({ route }) => route === 'create');
  if (exchange === undefined) throw new Error('Nothing was sent.');
  return exchange.request;
}

const bothMethods = { methods: ['EMAIL', 'SMS'] } as unknown as NonNullable<Input['notification']>;

describe('the request', () => {
  test('environment and user in the path, a bearer token, a telemetry id of at most 100 characters', async () => {
    const userId = idEnding().toUpperCase();
    await created({ userId });
    const { path, headers, body, query } = sent();
    const environment = gateway.simulators.environment.PINGONE_ENVIRONMENT_ID;
    expect(path).toBe(`/v1/environments/${environment}/users/${userId.toLowerCase()}/digitalWallets`);
    expect(query).toEqual({});
    expect(headers.authorization).toMatch(/^Bearer \S+$/);
    expect(headers['x-ping-external-transaction-id']).toMatch(/^[\w./@=#+-]{1,100}$/);
    expect(JSON.parse(body)).toEqual({ digitalWalletApplication: { id: digitalWalletApplicationId } });
  });

  test('everything that can be given goes out under its own name', async () => {
    const applicationInstanceId = '23000000-0000-4000-8000-000000000002';
    const variables = { name: 'Ana "A"', nested: { list: [1, null, true] } };
    const template = { locale: 'en', variant: 'variant_B', variables };
    await created({ applicationInstanceId, notification: { ...bothMethods, template } });
    expect(JSON.parse(sent().body)).toEqual({
      digitalWalletApplication: { id: digitalWalletApplicationId },
      applicationInstance: { id: applicationInstanceId },
      notification: { methods: ['EMAIL', 'SMS'], template },
    });
  });

  test('an environment that callers may not name › InvalidInputError, and nothing is sent', async () => {
    expect(await create({ environmentId: idEnding() })).toMatchObject({
      __typename: 'InvalidInputError',
      provider: null,
      fields: [{ path: ['input', 'environmentId'], code: 'NOT_ALLOWED' }],
    });
    expect(gateway.simulators.pingone.exchanges).toEqual([]);
  });

  test('one method twice › InvalidInputError, and nothing is sent', async () => {
    const methods = ['SMS', 'SMS'] as unknown as NonNullable<Input['notification']>['methods'];
    expect(await create({ notification: { methods } })).toMatchObject({
      __typename: 'InvalidInputError',
      fields: [{ path: ['input', 'notification', 'methods'], code: 'DUPLICATE' }],
    });
    expect(gateway.simulators.pingone.exchanges).toEqual([]);
  });
});

describe('notifications', () => {
  test('both went out › DigitalWalletCreated with both ids', async () => {
    const result = await created({ notification: bothMethods });
    expect(result).toMatchObject({ __typename: 'DigitalWalletCreated', digitalWallet: { state: 'PENDING' } });
    expect(result.sent.map(({ channel }) => channel)).toEqual(['EMAIL', 'SMS']);
    for (const { providerId } of result.sent) expect(providerId).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('nobody was to be told › DigitalWalletCreated, and nothing sent', async () => {
    expect(await created()).toMatchObject({ __typename: 'DigitalWalletCreated', sent: [] });
  });

  test('only EMAIL went out › keeps the wallet, and tells the code, details and id of the SMS', async () => {
    const userId = idEnding('207');
    const result = await created({ userId, notification: bothMethods });
    const answered = JSON.parse(gateway.simulators.pingone.exchanges.at(-1)?.answer?.body ?? '') as {
      notification: { results: { error?: { id: string } }[] };
    };
    expect(result).toMatchObject({
      __typename: 'DigitalWalletCreatedWithNotificationFailures',
      digitalWallet: { state: 'PENDING', userId },
      sent: [{ channel: 'EMAIL' }],
      failures: [
        {
          channel: 'SMS',
          code: 'INVALID_DATA',
          providerErrorId: answered.notification.results[1]?.error?.id,
          details: [{ code: 'INVALID_VALUE', message: `Could not find phone attribute for user ${userId}.` }],
        },
      ],
    });
    expect(gateway.simulators.pingone.ledger).toHaveLength(1);
  });

  test('none went out › keeps the wallet and its nanoseconds, and tells both', async () => {
    const input = { idempotencyKey: freshKey(), userId: idEnding('208'), notification: bothMethods };
    const result = await created(input);
    expect(result).toMatchObject({
      __typename: 'DigitalWalletCreatedWithNotificationFailures',
      sent: [],
      failures: [
        { channel: 'EMAIL', code: 'NOT_FOUND', message: 'The resource was not found.', details: [] },
        { channel: 'SMS', code: 'NOT_FOUND' },
      ],
    });
    if (!('failures' in result)) throw new Error('Just seen.');
    const [email, sms] = result.failures;
    expect(email?.providerErrorId).toBe(sms?.providerErrorId);
    expect(result.digitalWallet.createdAt).toMatch(/\.\d{9}Z$/);
    expect(await created(input)).toEqual(result); // the same from the journal
    expect(gateway.simulators.pingone.ledger).toHaveLength(1);
  });

  for (const [title, results, expected] of [
    ['no list at all', 'soon', []],
    ['entries that are no objects', [null, 42, 'SMS'], []],
    ['a channel that nobody knows', [{ method: 'PIGEON', sent: false }], ['UNRECOGNIZED']],
    ['a channel that is missing', [{ sent: false, error: { code: 'X' } }], ['UNRECOGNIZED']],
    ['no word on whether it was sent', [{ method: 'SMS' }], ['SMS']],
    ['an error of another type', [{ method: 'SMS', sent: false, error: 'broken' }], ['SMS']],
  ] as const) {
    test(`results with ${title} › never spoil the wallet, and no failure is lost`, async () => {
      gateway.simulators.pingone.next(faults.change(json => ({ ...json, notification: { results } })));
      const result = await created();
      const failures = 'failures' in result ? result.failures : [];
      expect(failures.map(({ channel }) => channel)).toEqual(expected);
      for (const { message } of failures) expect(message).not.toBe('');
    });
  }
});

describe('the wallet', () => {
  test('is read again as it then stands, and never from a cache while it holds a secret', async () => {
    const { digitalWallet } = await created();
    expect(digitalWallet.pairingSession?.qrUrl).toMatch(/^http/);
    expect(digitalWallet.appOpenUrl).toMatch(/^https:\/\/wallet\.example\.com\/open\?u=/);
    const first = await gateway.execute(NodeDocument, { id: digitalWallet.id });
    expect(first.node).toMatchObject({ __typename: 'DigitalWallet', state: 'PENDING', id: digitalWallet.id });
    gateway.simulators.pingone.pair(digitalWallet.providerId, '23000000-0000-4000-8000-000000000002');
    const { node } = await gateway.execute(NodeDocument, { id: digitalWallet.id });
    expect(node).toMatchObject({
      state: 'ACTIVE',
      providerStatus: 'ACTIVE',
      applicationInstanceId: '23000000-0000-4000-8000-000000000002',
      pairingSession: null,
    });
  });

  for (const [word, state] of [
    ['PAIRING_REQUIRED', 'PENDING'],
    ['ACTIVE', 'ACTIVE'],
    ['EXPIRED', 'EXPIRED'],
    ['DISABLED', 'SUSPENDED'],
    ['QUARANTINED', 'UNRECOGNIZED'],
    ['toString', 'UNRECOGNIZED'],
  ] as const) {
    test(`the status ${word} › is ${state}, and the word is kept`, async () => {
      gateway.simulators.pingone.next(faults.change(json => ({ ...json, status: word })));
      const { digitalWallet } = await created();
      expect(digitalWallet).toMatchObject({ state, providerStatus: word });
    });
  }

  test('links that would run code › are not passed on', async () => {
    gateway.simulators.pingone.next(
      faults.change(json => ({
        ...json,
        _links: { appOpen: { href: 'javascript:alert(1)' }, qrUrl: { href: 'data:text/html,x' } },
        pairingSession: { id: 'a', qrUrl: 'javascript:alert(1)' },
      })),
    );
    const { digitalWallet } = await created();
    expect(digitalWallet).toMatchObject({ appOpenUrl: null, pairingSession: { qrUrl: null } });
  });

  test('the QR code › is an SVG without scripts, and drawn only when it is asked for', async () => {
    const input = { idempotencyKey: freshKey(), userId: idEnding(), digitalWalletApplicationId };
    const { createDigitalWallet: result } = await gateway.execute(CreateDigitalWalletWithQrCodeDocument, { input });
    if (result == null || !('digitalWallet' in result)) throw new Error(JSON.stringify(result));
    const svg = result.digitalWallet.pairingSession?.qrCodeSvg ?? '';
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"[^>]*>.*<\/svg>\s*$/s);
    expect(svg).not.toMatch(/script|href|on\w+=|javascript|foreignObject/i);
    expect(svg.length).toBeGreaterThan(500);

    const { createDigitalWallet: again } = await gateway.execute(CreateDigitalWalletDocument, { input });
    expect(JSON.stringify(again)).not.toContain('<svg');
    expect(gateway.lines.some(line => JSON.stringify(line).includes('<svg'))).toBe(false);
  });

  test('a QR code of a URL that no code can hold › is null, and the wallet is there', async () => {
    const qrUrl = `https://api.pingone.com/${'x'.repeat(3000)}`;
    gateway.simulators.pingone.next(faults.change(json => ({ ...json, pairingSession: { id: 'a', qrUrl } })));
    const input = { idempotencyKey: freshKey(), userId: idEnding(), digitalWalletApplicationId };
    const { createDigitalWallet: result } = await gateway.execute(CreateDigitalWalletWithQrCodeDocument, { input });
    expect(result).toMatchObject({ digitalWallet: { pairingSession: { qrUrl, qrCodeSvg: null } } });
  });
});

describe('refusals, in its own words', () => {
  const failed = (code: string, details?: readonly object[]) => ({
    id: 'd1000000-0000-4000-8000-000000000040',
    code,
    message: 'For developers.',
    ...(details === undefined ? {} : { details }),
  });
  const detail = (code: string, target?: string) => ({ code, target, message: `About ${code}.`, innerError: {} });
  const application = ['input', 'digitalWalletApplicationId'];

  const cases: readonly (readonly [
    status: number,
    body: object,
    type: string,
    paths?: readonly (readonly string[])[],
  ])[] = [
    ...[
      'INVALID_VALUE',
      'REQUIRED_VALUE',
      'EMPTY_VALUE',
      'OUT_OF_RANGE',
      'SIZE_LIMIT_EXCEEDED',
      'INVALID_PARAMETER',
      'INVALID_FILTER',
    ].map(
      code =>
        [
          400,
          failed('INVALID_DATA', [detail(code, 'digitalWalletApplication.id')]),
          'InvalidInputError',
          [application],
        ] as const,
    ),
    [
      400,
      failed('INVALID_DATA', [detail('INVALID_VALUE', 'applicationInstance.id')]),
      'InvalidInputError',
      [['input', 'applicationInstanceId']],
    ],
    [
      400,
      failed('INVALID_DATA', [
        detail('INVALID_VALUE', 'notification.methods[0]'),
        detail('REQUIRED_VALUE', 'notification.template.locale'),
      ]),
      'InvalidInputError',
      [
        ['input', 'notification', 'methods', '0'],
        ['input', 'notification', 'template', 'locale'],
      ],
    ],
    [400, failed('INVALID_DATA', [detail('INVALID_VALUE', 'population')]), 'InvalidInputError', []],
    [400, failed('INVALID_DATA', [detail('UNIQUENESS_VIOLATION', 'name')]), 'ConflictError'],
    [400, failed('INVALID_DATA', [detail('CONSTRAINT_VIOLATION')]), 'ConflictError'],
    [400, failed('REQUEST_FAILED', [detail('CONSTRAINT_VIOLATION')]), 'ConflictError'],
    [400, failed('INVALID_REQUEST'), 'InvalidInputError', []],
    [400, failed('REQUEST_FAILED', [detail('ACCOUNT_NOT_USABLE')]), 'InvalidInputError', []],
    [403, failed('ACCESS_FAILED', [detail('INSUFFICIENT_PERMISSIONS')]), 'ProviderAccessDeniedError'],
    [403, failed('ACCESS_FAILED', [detail('LICENSE_EXCEEDED')]), 'ProviderAccessDeniedError'],
    [
      403,
      failed('INVALID_DATA', [detail('INVALID_VALUE', 'digitalWalletApplication.id')]),
      'InvalidInputError',
      [application],
    ],
    [404, failed('NOT_FOUND'), 'NotFoundError'],
    [400, failed('NOT_FOUND'), 'NotFoundError'],
    [409, failed('INVALID_DATA', [detail('UNIQUENESS_VIOLATION')]), 'ConflictError'],
    [409, failed('SOMETHING_NEW'), 'ConflictError'],
    [415, failed('INVALID_REQUEST'), 'InvalidInputError', []],
    [429, failed('REQUEST_LIMITED', [detail('LIMIT_EXCEEDED')]), 'RateLimitedError'],
    [429, failed('REQUEST_LIMITED', [detail('QUOTA_EXCEEDED')]), 'RateLimitedError'],
    [418, failed('SOMETHING_NEW'), 'ProviderRejectedError'],
    [500, failed('UNEXPECTED_ERROR'), 'OutcomeUnknownError'],
    [503, failed('SERVICE_UNAVAILABLE'), 'OutcomeUnknownError'],
    [500, failed('INVALID_DATA', [detail('INVALID_VALUE', 'digitalWalletApplication.id')]), 'OutcomeUnknownError'],
  ];
  for (const [status, body, type, paths] of cases) {
    test(`${status} ${JSON.stringify(body).slice(50, 200)} › ${type}`, async () => {
      gateway.simulators.pingone.next(faults.answer(status, { body }));
      const result = await create();
      const { code, details = [] } = body as { code: string; details?: { code: string; target?: string }[] };
      if (type === 'OutcomeUnknownError') expect(result).toMatchObject({ providerResponse: { httpStatus: status } });
      else
        expect(result).toMatchObject({
          providerResponse: {
            httpStatus: status,
            code,
            message: 'For developers.',
            requestId: 'd1000000-0000-4000-8000-000000000040',
            details: details.map(each => ({
              code: each.code,
              message: `About ${each.code}.`,
              target: each.target ?? null,
            })),
          },
        });
      expect(result.__typename).toBe(type);
      if (paths !== undefined) {
        expect((result as { fields?: { path: string[] }[] }).fields?.map(({ path }) => path)).toEqual(paths);
      }
      expect(gateway.simulators.pingone.ledger).toEqual([]);
    });
  }

  test('a 429 › is a rate limit, whatever its body says', async () => {
    gateway.simulators.pingone.next(faults.answer(429, { body: failed('INVALID_REQUEST') }));
    expect(await create()).toMatchObject({ __typename: 'RateLimitedError', retry: 'RETRY_WITH_SAME_KEY' });
  });
});
