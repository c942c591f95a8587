import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { faults } from '../../src/simulators/faults.js';
import { CreateWalletAccountDocument, NodeDocument } from '../generated/operations.js';
import { freshKey, startTestGateway, type TestGateway } from '../support/gateway.js';
import { idTricks } from '../support/id-tricks.js';
import { growOlder } from '../support/time.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.stop());
beforeEach(() => gateway.simulators.reset());

interface Account {
  readonly phoneNumber: string;
  readonly name: string;
  readonly country: string;
  readonly currency: string;
  readonly groupId?: string | null;
}

const ana: Account = { phoneNumber: '+573000000001', name: 'Ana Example', country: 'CO', currency: 'COP' };

async function create(more: Partial<Account> = {}, idempotencyKey = freshKey(), at: TestGateway = gateway) {
  const input = { idempotencyKey, account: { liquido: { ...ana, ...more } } };
  const { createWalletAccount: result } = await at.execute(CreateWalletAccountDocument, { input });
  if (result == null) throw new Error('The mutation answered nothing.');
  return result;
}

async function created(more: Partial<Account> = {}, idempotencyKey = freshKey(), at: TestGateway = gateway) {
  const result = await create(more, idempotencyKey, at);
  if (result.__typename !== 'WalletAccountCreated') throw new Error(JSON.stringify(result));
  if (result.walletAccount.__typename !== 'LiquidoWalletAccount') throw new Error(JSON.stringify(result));
  return result.walletAccount;
}

function sentBodies(at: TestGateway = gateway): Record<string, unknown>[] {
  return at.simulators.liquido.exchanges
    .filter(({ route }) => route === 'create')
    .map(({ request }) => JSON.parse(request.body) as Record<string, unknown>);
}

describe('the request', () => {
  test('what was given, and a key of our own making: a UUID that is not the client’s', async () => {
    const key = freshKey();
    await created({ groupId: 'team-a', name: 'Łukasz "Ł" Żółć' }, key);
    const [body] = sentBodies();
    const { idempotencyKey, ...rest } = body ?? {};
    expect(rest).toEqual({ ...ana, groupId: 'team-a', name: 'Łukasz "Ł" Żółć' });
    expect(idempotencyKey).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  test('no group › no member for it', async () => {
    await created({ groupId: null });
    expect(sentBodies()[0]).not.toHaveProperty('groupId');
  });

  test('the key in the body › is the same for one key whatever the store key, and another for another key', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'billfold-'));
    const stores = ['one', 'two'].map(name => ({
      STORE_URL: `sqlite:${join(folder, name)}`,
      STORE_KEY: randomBytes(32).toString('base64'),
    }));
    const gateways = await Promise.all(stores.map(environment => startTestGateway({ environment })));
    const key = freshKey();
    const keys: unknown[] = [];
    try {
      for (const each of gateways) {
        await created({}, key, each);
        await created({}, freshKey(), each);
        keys.push(...sentBodies(each).map(({ idempotencyKey }) => idempotencyKey));
      }
    } finally {
      await Promise.all(gateways.map(each => each.stop()));
      await rm(folder, { recursive: true, force: true });
    }
    expect(keys[0]).toBe(keys[2]);
    expect(new Set(keys).size).toBe(3);
  });

  test('another attempt of one operation › sends the very same body', async () => {
    const key = freshKey();
    gateway.simulators.liquido.next(faults.answer(429));
    expect((await create({}, key)).__typename).toBe('RateLimitedError');
    await created({}, key);
    const [first, second] = gateway.simulators.liquido.exchanges.filter(({ route }) => route === 'create');
    expect(first?.request.body).toBe(second?.request.body);
  });

  test('a key with every visible character and 255 of them › is taken', async () => {
    const key = `${freshKey()}!"#$%&'()*+,-./:;<=>?@[]^_{|}~`.padEnd(255, 'x');
    await created({}, key);
    await created({}, key);
    expect(gateway.simulators.liquido.ledger).toHaveLength(1);
  });

  const wrong: readonly (readonly [name: keyof Account, values: readonly string[]])[] = [
    [
      'phoneNumber',
      ['573000000001', '+57 300', '+1234', `+${'1'.repeat(20)}`, '+57300000000a', '', '+５７３００００００'],
    ],
    ['name', ['', 'x'.repeat(256), 'a\nb', 'a\0b', '\u0085']],
    ['country', ['', 'co', 'COL', 'C', 'C0']],
    ['currency', ['', 'cop', 'COPS', 'CO']],
    ['groupId', ['', 'x'.repeat(65), 'a\tb']],
  ];
  for (const [name, values] of wrong) {
    test(`a wrong ${name} › InvalidInputError with its path, and nothing is sent`, async () => {
      for (const value of values) {
        const result = await create({ [name]: value });
        expect({ value, result }).toMatchObject({ value, result: { __typename: 'InvalidInputError' } });
        const { fields } = result as { fields: { path: string[] }[] };
        expect(fields.map(({ path }) => path)).toContainEqual(['input', 'account', 'liquido', name]);
      }
      expect(gateway.simulators.liquido.exchanges).toEqual([]);
    });
  }

  test('tricks in a phone number, a country or a currency › InvalidInputError, and nothing is sent', async () => {
    for (const trick of idTricks) {
      for (const name of ['phoneNumber', 'country', 'currency'] as const) {
        expect((await create({ [name]: trick })).__typename).toBe('InvalidInputError');
      }
    }
    expect(gateway.simulators.liquido.exchanges).toEqual([]);
  });

  test('64 characters of a group, counted as a person counts › are sent', async () => {
    await create({ groupId: '👍'.repeat(64) }); // whether LIQUIDO counts alike is not published
    expect(sentBodies()[0]?.groupId).toBe('👍'.repeat(64));
    expect((await create({ groupId: '👍'.repeat(65) })).__typename).toBe('InvalidInputError');
    expect(sentBodies()).toHaveLength(1);
  });
});

describe('the wallet', () => {
  test('is read again with its balance to the last digit', async () => {
    const { id, providerId } = await created();
    gateway.simulators.liquido.setBalance(providerId, '9223372036854775807');
    const { node } = await gateway.execute(NodeDocument, { id });
    expect(node).toMatchObject({
      balance: { currency: 'COP', minorUnits: '9223372036854775807', decimal: '92233720368547758.07' },
    });
  });

  for (const [given, read] of [
    [9223372036854775807n, '9223372036854775807'],
    [-9223372036854775808n, '-9223372036854775808'],
    [9223372036854775808n, null],
    ['1204', '1204'],
    [1.5, null],
    ['1e3', null],
  ] as const) {
    test(`a balance of ${given} (${typeof given}) › is ${read}`, async () => {
      gateway.simulators.liquido.next(faults.change(json => ({ ...json, balanceInCents: given })));
      expect((await created()).balance?.minorUnits ?? null).toBe(read);
    });
  }

  test('no currency › no balance, as money without one is none', async () => {
    gateway.simulators.liquido.next(faults.change(({ currency: _gone, ...json }) => json));
    expect(await created()).toMatchObject({ balance: null, currency: null });
  });
});

describe('refusals, in its own words', () => {
  const failed = (status: number, errorMessage: string) => ({ errors: [{ code: String(status), errorMessage }] });
  const named = (name: string) => failed(400, `Invalid request field: ${name}: not supported`);
  const cases: readonly (readonly [status: number, body: object, expected: object])[] = [
    ...['phoneNumber', 'name', 'country', 'currency', 'groupId'].map(
      name =>
        [
          400,
          named(name),
          {
            __typename: 'InvalidInputError',
            fields: [{ path: ['input', 'account', 'liquido', name], message: 'not supported', code: '400' }],
            providerResponse: { code: '400', message: `Invalid request field: ${name}: not supported` },
          },
        ] as const,
    ),
    [400, named('idempotencyKey'), { __typename: 'InvalidInputError', fields: [] }],
    [400, failed(400, 'Something else'), { __typename: 'InvalidInputError', fields: [] }],
    [
      400,
      { errors: [...named('name').errors, ...named('country').errors] },
      { __typename: 'InvalidInputError', fields: [{ code: '400' }, { code: '400' }] },
    ],
    [
      403,
      { message: 'Forbidden' },
      { __typename: 'ProviderAccessDeniedError', providerResponse: { message: 'Forbidden' } },
    ],
    [
      404,
      failed(404, 'Nobody.'),
      { __typename: 'NotFoundError', providerResponse: { code: '404', message: 'Nobody.' } },
    ],
    [409, failed(409, 'There is one.'), { __typename: 'ConflictError' }],
    [422, failed(422, 'Funds are insufficient.'), { __typename: 'ProviderRejectedError', retry: 'DO_NOT_RETRY' }],
    [
      422,
      failed(422, 'Invalid request field: name: not accepted'),
      { __typename: 'InvalidInputError', fields: [{ path: ['input', 'account', 'liquido', 'name'] }] },
    ],
    [
      429,
      { message: 'Limit Exceeded' },
      { __typename: 'RateLimitedError', providerResponse: { message: 'Limit Exceeded' } },
    ],
    [500, failed(500, 'Something broke.'), { __typename: 'OutcomeUnknownError', providerResponse: { code: '500' } }],
    [
      422,
      { statusCode: 422, errorMsg: 'Of another product.', message: 'second' },
      { __typename: 'ProviderRejectedError', providerResponse: { message: 'Of another product.' } },
    ],
  ];
  for (const [status, body, expected] of cases) {
    test(`${status} ${JSON.stringify(body)} › ${(expected as { __typename: string }).__typename}`, async () => {
      const key = freshKey();
      gateway.simulators.liquido.next(faults.answer(status, { body }));
      expect(await create({}, key)).toMatchObject(expected);
      await created({}, key); // so that nothing is left which is sent again while other tests run
    });
  }

  test('401 › the token has served for a while: it is renewed, and the wallet is made', async () => {
    await created();
    growOlder(5_000);
    gateway.simulators.liquido.next(faults.answer(401, { body: { message: 'Unauthorized' } }));
    expect(await create()).toMatchObject({ __typename: 'WalletAccountCreated' });
  });

  test('the outcome of status 500, followed by the same key › is asked for with the same body, and makes no second wallet', async () => {
    const key = freshKey();
    gateway.simulators.liquido.next(faults.answer(500, { applied: true }));
    expect((await create({}, key)).__typename).toBe('OutcomeUnknownError');
    const [made] = gateway.simulators.liquido.ledger;
    expect(await created({}, key)).toMatchObject({ providerId: made?.resourceId });
    const [first, second, ...others] = sentBodies();
    expect(second).toEqual(first);
    expect(others).toEqual([]);
    expect(gateway.simulators.liquido.ledger).toHaveLength(1);
  });
});
