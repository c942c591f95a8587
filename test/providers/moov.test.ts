import 'reflect-metadata';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { faults } from '../../src/simulators/faults.js';
import { idEnding } from '../../src/simulators/outcomes.js';
import {
  CreateMoovWalletDocument,
  NodeDocument,
  OperationByKeyDocument,
  type CreateMoovWalletMutationVariables,
} from '../generated/operations.js';
import { freshKey, startTestGateway, withGateway, type TestGateway } from '../support/gateway.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.stop());
beforeEach(() => gateway.simulators.reset());

async function create(more: Partial<CreateMoovWalletMutationVariables['input']> = {}) {
  const input = { idempotencyKey: freshKey(), accountId: idEnding(), name: 'Payroll', ...more };
  const { createMoovWallet: result } = await gateway.execute(CreateMoovWalletDocument, { input });
  if (result == null) throw new Error('The mutation answered nothing.');
  return result;
}

async function created(more: Partial<CreateMoovWalletMutationVariables['input']> = {}) {
  const result = await create(more);
  if (result.__typename !== 'MoovWalletCreated') throw new Error(JSON.stringify(result));
  return result.moovWallet;
}

/** The gateway's own label, by which a lost wallet is found again. */
const marker = { billfoldOperation: expect.stringMatching(/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/) };

/** The create as it went over the wire. */
function sent() {
  const exchange = gateway.simulators.moov.exchanges.findLast(({ route }) => route === 'create');
  if (exchange === undefined) throw new Error('Nothing was sent.');
  return exchange.request;
}

test('createMoovWallet › opens a wallet that can be fetched again', async () => {
  const accountId = idEnding();
  const wallet = await created({ accountId, metadata: { team: 'blue' } });
  expect(wallet).toMatchObject({ state: 'ACTIVE', name: 'Payroll', metadata: { team: 'blue' }, accountId });

  gateway.simulators.moov.setBalance(wallet.providerId, '9223372036854775807');
  const { node } = await gateway.execute(NodeDocument, { id: wallet.id });
  expect(node).toMatchObject({
    __typename: 'MoovWallet',
    availableBalance: { currency: 'USD', minorUnits: '9223372036854775807', decimal: '92233720368547758.07' },
  });
});

describe('the request', () => {
  test('keys and version in the headers, the account in the path, what was given in the body', async () => {
    const accountId = idEnding().toUpperCase();
    await created({ accountId, description: 'Money set aside', metadata: { team: 'blue' } });
    const { headers, path, body, query } = sent();
    const { MOOV_PUBLIC_KEY: name, MOOV_SECRET_KEY: secret } = gateway.simulators.environment;
    expect(headers.authorization).toBe(`Basic ${Buffer.from(`${name}:${secret}`).toString('base64')}`);
    expect(headers['x-moov-version']).toBe('v2026.07.00');
    expect(headers['content-type']).toBe('application/json');
    expect(headers['accept-encoding']).toBe('identity');
    expect(path).toBe(`/accounts/${accountId.toLowerCase()}/wallets`);
    expect(query).toEqual({});
    expect(JSON.parse(body)).toEqual({
      name: 'Payroll',
      description: 'Money set aside',
      metadata: { team: 'blue', ...marker },
    });
  });

  test('what was not given, or given as null, is not sent', async () => {
    await created({ description: null, metadata: null });
    expect(JSON.parse(sent().body)).toEqual({ name: 'Payroll', metadata: marker });
    await created({ description: '' });
    expect(JSON.parse(sent().body)).toEqual({ name: 'Payroll', description: '', metadata: marker });
  });

  test('text arrives letter for letter', async () => {
    const name = 'Löhne & "Gehälter" \\ 工资 👩‍👩‍👧 </script>';
    const wallet = await created({ name, metadata: { __proto__x: name, constructor: 'c', é: name } });
    expect(JSON.parse(sent().body)).toMatchObject({ name, metadata: { constructor: 'c', é: name } });
    expect(wallet).toMatchObject({ name, metadata: { constructor: 'c', é: name } });
  });
});

test('another version › is asked for when it is set', () =>
  withGateway({ environment: { MOOV_API_VERSION: 'v2025.01.00' } }, async other => {
    const input = { idempotencyKey: freshKey(), accountId: idEnding(), name: 'Payroll' };
    await other.execute(CreateMoovWalletDocument, { input });
    expect(other.simulators.moov.exchanges[0]?.request.headers['x-moov-version']).toBe('v2025.01.00');
  }));

test('a wallet id of a version that is yet to come › is read', async () => {
  const walletID = '11111111-2222-9333-0444-555555555555';
  gateway.simulators.moov.next(faults.change(wallet => ({ ...wallet, walletID })));
  expect(await created()).toMatchObject({ providerId: walletID });
});

describe('the answer', () => {
  for (const [value, minorUnits, decimal] of [
    ['0', '0', '0.00'],
    ['7', '7', '0.07'],
    ['1204', '1204', '12.04'],
    ['-5', '-5', '-0.05'],
    ['-250', '-250', '-2.50'],
    ['9007199254740993', '9007199254740993', '90071992547409.93'],
    ['9223372036854775807', '9223372036854775807', '92233720368547758.07'],
    ['-9223372036854775808', '-9223372036854775808', '-92233720368547758.08'],
  ] as const) {
    test(`a balance of ${value} cents › is ${decimal}, exactly, and so it is when the key is sent again`, async () => {
      const change = (json: object) => ({
        ...json,
        availableBalance: { currency: 'USD', value: BigInt(value), valueDecimal: 'something else' },
      });
      gateway.simulators.moov.next(faults.change(change));
      const idempotencyKey = freshKey();
      const accountId = idEnding();
      const expected = { currency: 'USD', minorUnits, decimal };
      expect((await created({ idempotencyKey, accountId })).availableBalance).toEqual(expected);
      expect((await created({ idempotencyKey, accountId })).availableBalance).toEqual(expected);
    });
  }

  test.each([
    ['12.04', 0],
    ['12.0499', 0],
    ['12.05', 1],
    ['-12.04', 1],
    ['12', 1],
    [12.05, 0], // a double is not held against it
    ['a dozen', 0],
  ])(
    'a balance whose decimal is %j › is as the integer says; the log says where they differ',
    async (text, warnings) => {
      const told = () => gateway.lines.filter(({ msg }) => msg === 'an answer tells an amount in two ways that differ');
      const before = told().length;
      const availableBalance = { currency: 'USD', value: 1204, valueDecimal: text };
      gateway.simulators.moov.next(faults.change(json => ({ ...json, availableBalance })));
      expect((await created()).availableBalance).toEqual({ currency: 'USD', minorUnits: '1204', decimal: '12.04' });
      expect(told().slice(before)).toHaveLength(warnings);
      if (warnings > 0) expect(told().at(-1)).toMatchObject({ level: 40, provider: 'MOOV', field: 'availableBalance' });
    },
  );

  for (const value of ['9223372036854775808', '-9223372036854775809', '1.5', '1e3', '1E18', '"12.5"', 'null', '[]']) {
    test(`a balance of ${value} › is no 64-bit integer, so that none is shown`, async () => {
      const body = `{"walletID":"${idEnding()}","availableBalance":{"currency":"USD","value":${value}}}`;
      gateway.simulators.moov.next(faults.answer(200, { applied: true, body }));
      const { availableBalance } = await created();
      // 1e3 is a whole number to JSON, however it is spelled.
      expect(availableBalance).toEqual(
        value === '1e3' ? { currency: 'USD', minorUnits: '1000', decimal: '10.00' } : null,
      );
    });
  }

  test('times with nine digits, and an offset without a colon › are kept', async () => {
    gateway.simulators.moov.next(
      faults.change(json => ({
        ...json,
        createdOn: '2026-01-15T10:00:00.123456789Z',
        closedOn: '2026-05-15T10:00:00+0000',
        status: 'closed',
      })),
    );
    expect(await created()).toMatchObject({
      state: 'CLOSED',
      providerStatus: 'closed',
      createdAt: '2026-01-15T10:00:00.123456789Z',
      closedAt: '2026-05-15T10:00:00+00:00',
    });
  });

  for (const [word, walletType] of [
    ['default', 'DEFAULT'],
    ['general', 'GENERAL'],
    ['card-issuing', 'CARD_ISSUING'],
    ['escrow', 'UNRECOGNIZED'],
  ] as const) {
    test(`the type ${word} › is ${walletType}`, async () => {
      gateway.simulators.moov.next(faults.change(json => ({ ...json, walletType: word })));
      expect(await created()).toMatchObject({ walletType });
    });
  }

  test('a wallet that is gone › is null', async () => {
    const { id } = await created();
    gateway.simulators.moov.reset();
    expect(await gateway.execute(NodeDocument, { id })).toEqual({ node: null });
  });

  for (const [status, code] of [
    [401, 'PROVIDER_ACCESS_DENIED'],
    [403, 'PROVIDER_ACCESS_DENIED'],
    [429, 'RATE_LIMITED'],
    [500, 'PROVIDER_UNAVAILABLE'],
    [504, 'PROVIDER_UNAVAILABLE'],
    [200, 'PROVIDER_UNAVAILABLE'],
  ] as const) {
    test(`a read that is answered ${status} › is an error ${code}, and no wallet`, async () => {
      const { id } = await created();
      gateway.simulators.moov.next(faults.answer(status), { route: 'read', times: 3 }); // a read is asked again
      const { data, errors } = await gateway.send(NodeDocument, { id });
      expect(data).toEqual({ node: null });
      expect(errors?.[0]?.extensions).toMatchObject({ code, provider: 'MOOV' });
    });
  }
});

describe('refusals, in its own words', () => {
  for (const [status, body, expected] of [
    [
      400,
      { error: 'request body could not be parsed' },
      {
        __typename: 'InvalidInputError',
        fields: [],
        providerResponse: { message: 'request body could not be parsed' },
      },
    ],
    [401, '', { __typename: 'ProviderAccessDeniedError', providerResponse: { message: null } }],
    [403, '', { __typename: 'ProviderAccessDeniedError', providerResponse: { message: null } }],
    [404, '', { __typename: 'NotFoundError', providerResponse: { message: null } }],
    [
      409,
      { error: 'account has the maximum number of wallets' },
      {
        __typename: 'ConflictError',
        providerResponse: { message: 'account has the maximum number of wallets', code: null },
      },
    ],
    [
      422,
      { name: 'is required', description: 'is too long', metadata: 'is too large' },
      {
        __typename: 'InvalidInputError',
        fields: [
          { path: ['input', 'name'], message: 'is required', code: null },
          { path: ['input', 'description'], message: 'is too long', code: null },
          { path: ['input', 'metadata'], message: 'is too large', code: null },
        ],
        providerResponse: {
          details: [
            { target: 'name', message: 'is required', code: null },
            { target: 'description', message: 'is too long', code: null },
            { target: 'metadata', message: 'is too large', code: null },
          ],
        },
      },
    ],
    [
      422,
      { metadata: { team: 'must be short' } },
      { __typename: 'InvalidInputError', fields: [{ path: ['input', 'metadata', 'team'], message: 'must be short' }] },
    ],
    [
      422,
      { error: 'as on other endpoints' },
      { __typename: 'InvalidInputError', fields: [], providerResponse: { message: 'as on other endpoints' } },
    ],
    [422, ['name'], { __typename: 'InvalidInputError', fields: [] }],
    [429, '', { __typename: 'RateLimitedError' }],
    [500, '', { __typename: 'OutcomeUnknownError', operation: { status: 'UNKNOWN' } }],
    [504, '', { __typename: 'OutcomeUnknownError', operation: { status: 'UNKNOWN' } }],
  ] as const) {
    test(`${status} ${JSON.stringify(body)} › ${expected.__typename}`, async () => {
      const headers = { 'x-request-id': 'f0a1c1de-0000-4000-8000-00000000000a' };
      gateway.simulators.moov.next(faults.answer(status, { body, headers }));
      const result = await create();
      expect(result).toMatchObject(expected);
      expect(result).toMatchObject({ providerResponse: { httpStatus: status, requestId: headers['x-request-id'] } });
      expect(gateway.simulators.moov.ledger).toHaveLength(0);
    });
  }

  test('its words › are cut to 500 characters, without control characters and without our keys', async () => {
    const { MOOV_SECRET_KEY: secret = '' } = gateway.simulators.environment;
    const error = `no ${secret}\u0000\u001b[31m${'x'.repeat(1000)}`;
    gateway.simulators.moov.next(faults.answer(409, { body: { error } }));
    const result = await create();
    if (result.__typename !== 'ConflictError') throw new Error(JSON.stringify(result));
    const message = result.providerResponse?.message ?? '';
    expect(message).toHaveLength(500);
    expect(message).toMatch(/^no \*\*\* \[31mx+$/);
  });

  test('fields that are none of the input › are details only, and no more of them than a person reads', async () => {
    const body = Object.fromEntries(Array.from({ length: 60_000 }, (_none, index) => [`field${index}`, 'wrong']));
    gateway.simulators.moov.next(faults.answer(422, { body: { name: 'is taken', ...body } }));
    const result = await create();
    if (result.__typename !== 'InvalidInputError') throw new Error(JSON.stringify(result));
    expect(result.fields.map(({ path }) => path)).toEqual([['input', 'name']]);
    expect(result.providerResponse?.details).toHaveLength(20);
  });

  test('the eleventh wallet of an account › ConflictError', async () => {
    const accountId = idEnding();
    for (let wallet = 0; wallet < 10; wallet += 1) await created({ accountId });
    expect(await create({ accountId })).toMatchObject({ __typename: 'ConflictError', retry: 'DO_NOT_RETRY' });
    expect(gateway.simulators.moov.ledger).toHaveLength(10);
  });
});

test('a name of nothing › InvalidInputError, nothing is sent, and the key stays free', async () => {
  const idempotencyKey = freshKey();
  expect(await create({ idempotencyKey, name: '' })).toMatchObject({
    __typename: 'InvalidInputError',
    provider: null,
    operation: null,
    fields: [{ path: ['input', 'name'], code: 'EMPTY' }],
  });
  expect(gateway.simulators.moov.exchanges.filter(({ route }) => route === 'create')).toEqual([]);
  const variables = { mutation: 'createMoovWallet', idempotencyKey };
  expect(await gateway.execute(OperationByKeyDocument, variables)).toEqual({ operationByKey: null });
  await created({ idempotencyKey });
});
