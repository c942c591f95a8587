import 'reflect-metadata';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { faults } from '../../src/simulators/faults.js';
import { idEnding } from '../../src/simulators/outcomes.js';
import { CreateWalletAccountDocument, NodeDocument } from '../generated/operations.js';
import { freshKey, startTestGateway, type TestGateway } from '../support/gateway.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.stop());
beforeEach(() => gateway.simulators.reset());

interface Account {
  readonly customerId: string;
  readonly gateway: string;
  readonly authenticate?: boolean;
  readonly mobileNumber?: string | null;
  readonly gatewayReferenceId?: string | null;
  readonly clientAuthToken?: string | null;
  readonly routingId?: string | null;
}

async function create(more: Partial<Account> = {}, at: TestGateway = gateway) {
  const juspay: Account = { customerId: `shopper-${idEnding()}`, gateway: 'MOBIKWIK', ...more };
  const input = { idempotencyKey: freshKey(), account: { juspay } };
  const { createWalletAccount: result } = await at.execute(CreateWalletAccountDocument, { input });
  if (result == null) throw new Error('The mutation answered nothing.');
  return result;
}

async function created(more: Partial<Account> = {}) {
  const result = await create(more);
  if (result.__typename !== 'WalletAccountCreated') throw new Error(JSON.stringify(result));
  if (result.walletAccount.__typename !== 'JuspayWalletAccount') throw new Error(JSON.stringify(result));
  return result.walletAccount;
}

function sent(at: TestGateway = gateway) {
  const exchange = at.simulators.juspay.exchanges.findLast(({ route }) => route === 'create');
  if (exchange === undefined) throw new Error('Nothing was sent.');
  return exchange.request;
}

describe('the request', () => {
  test('the key with a colon in Basic, the merchant and the customer in headers, a form in the body', async () => {
    const customerId = 'shopper-000042@example.com';
    await created({ customerId, authenticate: true, mobileNumber: '9000000001', gatewayReferenceId: 'mid 7&b=c+d' });
    const { headers, path, body } = sent();
    const { JUSPAY_API_KEY: key, JUSPAY_MERCHANT_ID: merchant } = gateway.simulators.environment;
    expect(headers.authorization).toBe(`Basic ${Buffer.from(`${key}:`).toString('base64')}`);
    expect(headers['x-merchantid']).toBe(merchant);
    expect(headers['x-routing-id']).toBe(customerId);
    expect(headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(path).toBe('/customers/shopper-000042%40example.com/wallets');
    expect(body).toBe(
      'gateway=MOBIKWIK&command=authenticate&mobile_number=9000000001&gateway_reference_id=mid+7%26b%3Dc%2Bd',
    );
  });

  test('what was not given is not sent', async () => {
    await created({ mobileNumber: null, gatewayReferenceId: null, clientAuthToken: null, routingId: null });
    expect(sent().body).toBe('gateway=MOBIKWIK');
  });

  test('a routing id of its own › goes out now and with every later read', async () => {
    const { id } = await created({ routingId: 'cart-7' });
    expect(sent().headers['x-routing-id']).toBe('cart-7');
    await gateway.execute(NodeDocument, { id });
    expect(gateway.simulators.juspay.exchanges.at(-1)?.request.headers['x-routing-id']).toBe('cart-7');
  });

  test('without a merchant id › no header for it', async () => {
    const bare = await startTestGateway({ environment: { JUSPAY_MERCHANT_ID: undefined } });
    try {
      expect((await create({}, bare)).__typename).toBe('WalletAccountCreated');
      expect(sent(bare).headers).not.toHaveProperty('x-merchantid');
    } finally {
      await bare.stop();
    }
  });

  test('a client token › travels in the form, and is seen neither in an error nor in a log', async () => {
    const clientAuthToken = 'tkn_canary0123456789';
    const body = { status: 'x', error_code: clientAuthToken, error_message: `no ${clientAuthToken} here` };
    gateway.simulators.juspay.next(faults.answer(400, { body }));
    const result = await create({ clientAuthToken });
    expect(new URLSearchParams(sent().body).get('client_auth_token')).toBe(clientAuthToken);
    expect(result).toMatchObject({ providerResponse: { code: '***', message: 'no *** here' } });
    expect(JSON.stringify(gateway.lines)).not.toContain(clientAuthToken);
  });

  for (const mobileNumber of ['+919000000001', '900 000', '', '123', '1234567890123456', '９０００００００']) {
    test(`the mobile number "${mobileNumber}" › InvalidInputError, and nothing is sent`, async () => {
      expect(await create({ mobileNumber })).toMatchObject({
        __typename: 'InvalidInputError',
        fields: expect.arrayContaining([
          expect.objectContaining({ path: ['input', 'account', 'juspay', 'mobileNumber'] }),
        ]) as unknown,
      });
      expect(gateway.simulators.juspay.exchanges).toEqual([]);
    });
  }
});

describe('the wallet', () => {
  test('is read again: linked, with its balance to the last digit', async () => {
    const { id, providerId } = await created({ mobileNumber: '9000000001' });
    gateway.simulators.juspay.setBalance(providerId, '12345678901234567.25');
    const { node } = await gateway.execute(NodeDocument, { id });
    expect(node).toMatchObject({ state: 'ACTIVE', linked: true, mobileNumber: '9000000001', walletName: 'MOBIKWIK' });
  });

  for (const [given, read] of [
    [250.5, '250.5'],
    ['0.00', '0.00'],
    [12345678901234567890n, '12345678901234567890'],
    ['12345678901234567890.123', '12345678901234567890.123'],
    [-3, '-3'],
    [null, null],
    ['1,000.00', null],
    [{}, null],
  ] as const) {
    test(`a balance of ${typeof given === 'object' ? JSON.stringify(given) : given} (${typeof given}) › is ${read}`, async () => {
      gateway.simulators.juspay.next(faults.change(json => ({ ...json, current_balance: given })));
      expect((await created()).currentBalance).toBe(read);
    });
  }

  test('linked as text, and a time whose offset has no colon › are read', async () => {
    gateway.simulators.juspay.next(
      faults.change(json => ({ ...json, linked: 'true', last_refreshed: '2026-01-31T09:15:00.123456789+0530' })),
    );
    expect(await created()).toMatchObject({
      linked: true,
      state: 'ACTIVE',
      lastRefreshed: '2026-01-31T09:15:00.123456789+05:30',
    });
  });

  test('its one-time token › appears nowhere', async () => {
    const { id, providerId } = await created();
    gateway.simulators.juspay.setBalance(providerId, '1');
    await gateway.execute(NodeDocument, { id });
    const token = /tok_\w+/.exec(gateway.simulators.juspay.exchanges.at(-1)?.answer?.body ?? '')?.[0];
    expect(token).toBeDefined();
    expect(JSON.stringify(gateway.lines)).not.toContain(token);
  });

  test('an id that is no path segment › the outcome is unknown', async () => {
    for (const id of ['../wlt_1', '..', '', 'wlt 1', 7]) {
      gateway.simulators.juspay.next(faults.change(json => ({ ...json, id })));
      expect((await create()).__typename).toBe('OutcomeUnknownError');
    }
  });
});

describe('refusals, in its own words', () => {
  const info = (code: string, category = 'USER_ERROR', more: object = {}) => ({
    status: 'Invalid Request',
    error_code: 'Invalid Request',
    error_message: 'For developers.',
    error_info: { code, category, request_id: 'r-1', ...more },
  });
  const old = (error_code: string) => ({ status: 'Invalid Request', error_code, error_message: 'For developers.' });
  const field = (field_name: string) =>
    info('INVALID_INPUT', 'USER_ERROR', { fields: [{ field_name, reason: 'No.' }] });
  const under = (name: string) => [{ path: ['input', 'account', 'juspay', name], message: 'No.' }];

  const cases: readonly (readonly [status: number, body: object, expected: object])[] = [
    [400, {}, { __typename: 'InvalidInputError', fields: [], providerResponse: { code: null, message: null } }],
    [400, info('INVALID_INPUT'), { __typename: 'InvalidInputError', providerResponse: { requestId: 'r-1' } }],
    [400, info('MISSING_MANDATORY_PARAMETER'), { __typename: 'InvalidInputError' }],
    [400, field('customer_id'), { __typename: 'InvalidInputError', fields: under('customerId') }],
    [400, field('gateway'), { __typename: 'InvalidInputError', fields: under('gateway') }],
    [400, field('command'), { __typename: 'InvalidInputError', fields: under('authenticate') }],
    [400, field('mobile_number'), { __typename: 'InvalidInputError', fields: under('mobileNumber') }],
    [400, field('gateway_reference_id'), { __typename: 'InvalidInputError', fields: under('gatewayReferenceId') }],
    [400, field('client_auth_token'), { __typename: 'InvalidInputError', fields: under('clientAuthToken') }],
    [
      400,
      field('object_reference_id'),
      {
        __typename: 'InvalidInputError',
        fields: [],
        providerResponse: { details: [{ target: 'object_reference_id' }] },
      },
    ],
    [400, info('RESOURCE_NOT_FOUND'), { __typename: 'NotFoundError' }],
    [404, old('object_not_found'), { __typename: 'NotFoundError' }],
    [400, old('object_not_found'), { __typename: 'NotFoundError' }],
    [400, old('null_error'), { __typename: 'NotFoundError', providerResponse: { code: 'null_error' } }],
    [400, info('ALREADY_EXISTS'), { __typename: 'ConflictError', retry: 'DO_NOT_RETRY' }],
    [400, old('unique'), { __typename: 'ConflictError', providerResponse: { message: 'For developers.' } }],
    [400, info('INVALID_ACTION'), { __typename: 'ConflictError' }],
    [400, info('DUPLICATE_REQUEST'), { __typename: 'ConflictError', retry: 'RETRY_WITH_SAME_KEY' }],
    [400, info('EXPIRED'), { __typename: 'ProviderRejectedError', retry: 'DO_NOT_RETRY' }],
    [400, info('GATEWAY_NOT_FOUND', 'CONFIG_ERROR'), { __typename: 'ProviderRejectedError', retry: 'ASK_OPERATOR' }],
    [400, info('GATEWAY_NOT_FOUND'), { __typename: 'ProviderRejectedError', retry: 'ASK_OPERATOR' }],
    [400, info('FEATURE_NOT_ENABLED'), { __typename: 'ProviderRejectedError', retry: 'ASK_OPERATOR' }],
    [400, info('ACCOUNT_NOT_FOUND', 'CONFIG_ERROR'), { __typename: 'ProviderRejectedError', retry: 'ASK_OPERATOR' }],
    [400, info('INVALID_ACCOUNT_DETAILS', 'CONFIG_ERROR'), { __typename: 'ProviderRejectedError' }],
    [400, info('LOCKER_NOT_CONFIGURED', 'CONFIG_ERROR'), { __typename: 'ProviderRejectedError' }],
    [401, old('access_denied'), { __typename: 'ProviderAccessDeniedError' }],
    [400, info('UNAUTHENTICATED'), { __typename: 'ProviderAccessDeniedError' }],
    [400, info('UNAUTHORIZED'), { __typename: 'ProviderAccessDeniedError' }],
    [403, info('BAD_ORIGIN'), { __typename: 'ProviderAccessDeniedError' }],
    [400, info('SOMETHING_NEW'), { __typename: 'InvalidInputError', providerResponse: { code: 'SOMETHING_NEW' } }],
    [
      429,
      { status: 'x', error_message: 'Slowly.' },
      { __typename: 'RateLimitedError', providerResponse: { message: 'Slowly.' } },
    ],
    [500, info('INVALID_INPUT'), { __typename: 'OutcomeUnknownError' }],
    [
      400,
      { errorCode: 'unique', errorMessage: 'Twin.', errorInfo: { code: 'ALREADY_EXISTS', developerMessage: 'x' } },
      { __typename: 'ConflictError', providerResponse: { code: 'ALREADY_EXISTS', message: 'Twin.' } },
    ],
    [
      400,
      { error_code: 'x', error_info: JSON.stringify({ code: 'RESOURCE_NOT_FOUND', developer_message: 'As text.' }) },
      { __typename: 'NotFoundError', providerResponse: { code: 'RESOURCE_NOT_FOUND', message: 'As text.' } },
    ],
    [400, { error_code: 'unique', error_info: '{broken' }, { __typename: 'ConflictError' }],
  ];
  for (const [status, body, expected] of cases) {
    test(`${status} ${JSON.stringify(body)} › ${JSON.stringify(expected)}`, async () => {
      gateway.simulators.juspay.next(faults.answer(status, { body }));
      const result = await create();
      expect(result).toMatchObject({ ...expected, provider: 'JUSPAY' });
      expect(gateway.simulators.juspay.ledger).toEqual([]);
    });
  }

  test.each(['ACCOUNT_NOT_FOUND', 'INVALID_ACCOUNT_DETAILS', 'LOCKER_NOT_CONFIGURED'])(
    "%s without its category › the merchant's set-up lacks something",
    async code => {
      gateway.simulators.juspay.next(faults.answer(400, { body: { error_info: { code } } }));
      expect(await create()).toMatchObject({ __typename: 'ProviderRejectedError', retry: 'ASK_OPERATOR' });
    },
  );

  test('a 429 › is a rate limit, whatever its body says', async () => {
    gateway.simulators.juspay.next(faults.answer(429, { body: { error_info: { code: 'INVALID_INPUT' } } }));
    expect(await create()).toMatchObject({ __typename: 'RateLimitedError', retry: 'RETRY_WITH_SAME_KEY' });
  });

  test('an error nested twenty thousand levels deep › is a refusal all the same', async () => {
    const body = `${'{"errorInfo":'.repeat(20_000)}{}${'}'.repeat(20_000)}`;
    gateway.simulators.juspay.next(faults.answer(400, { body }));
    expect(await create()).toMatchObject({ __typename: 'InvalidInputError', operation: { status: 'FAILED' } });
  });

  test('without an id in the body › the one in the headers is kept', async () => {
    gateway.simulators.juspay.next(faults.answer(409, { body: {}, headers: { 'x-request-id': 'from-header' } }));
    expect(await create()).toMatchObject({ providerResponse: { requestId: 'from-header' } });
  });
});
