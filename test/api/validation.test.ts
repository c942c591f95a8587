import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  CreateDigitalWalletDocument,
  CreateMoovWalletDocument,
  CreateWalletAccountDocument,
  ProvisionCardTokenDocument,
  type CardTokenWalletInput,
} from '../generated/operations.js';
import { freshKey, startTestGateway, type TestGateway } from '../support/gateway.js';

/** Wrong input: what a form can mend is an InvalidInputError with a path, the rest a GraphQL error; nothing is sent. */

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.stop());
beforeEach(() => gateway.simulators.reset());

const uuid = '6b6f1a52-5c0e-4d6e-9f3a-000000000001';

interface Result {
  readonly __typename: string;
  readonly fields?: readonly { readonly path: readonly string[]; readonly code: string | null }[];
}

async function resultOf(document: object, input: object): Promise<Result> {
  const answer = await gateway.send(document as typeof CreateMoovWalletDocument, {
    input: { idempotencyKey: freshKey(), ...input } as never, // wrong on purpose
  });
  const [result] = Object.values(answer.data ?? {}) as (Result | null)[];
  if (result == null) throw new Error(JSON.stringify(answer.errors));
  return result;
}

const digital = { userId: uuid, digitalWalletApplicationId: uuid };
const moov = { accountId: uuid, name: 'Payroll' };
const juspay = (fields: object) => ({ account: { juspay: { customerId: 'c', gateway: 'MOBIKWIK', ...fields } } });
const liquido = (fields: object) => ({
  account: { liquido: { phoneNumber: '+573000000001', name: 'Ana', country: 'CO', currency: 'COP', ...fields } },
});
const card = (fields: object, wallet: CardTokenWalletInput = { google: { deviceId: 'd', walletUserId: 'w' } }) => ({
  accountId: 'F00042',
  cardId: uuid,
  deviceType: 'WATCH',
  provisioningAppVersion: '1',
  wallet,
  ...fields,
});
const google = (fields: object) => card({}, { google: { deviceId: 'd', walletUserId: 'w', ...fields } });
const apple = (fields: object) =>
  card({}, { apple: { certificates: ['a'], nonce: 'n', nonceSignature: 's', ...fields } });
const at = (...path: string[]) => ['input', ...path];

test.each<[string, object, object, string[], string]>([
  ['a user that is no UUID', CreateDigitalWalletDocument, { ...digital, userId: 'x' }, at('userId'), 'FORMAT'],
  [
    'an environment that is no UUID',
    CreateDigitalWalletDocument,
    { ...digital, environmentId: '../..' },
    at('environmentId'),
    'FORMAT',
  ],
  [
    'a method twice',
    CreateDigitalWalletDocument,
    { ...digital, notification: { methods: ['SMS', 'SMS'] } },
    at('notification', 'methods'),
    'DUPLICATE',
  ],
  [
    'an empty locale',
    CreateDigitalWalletDocument,
    { ...digital, notification: { template: { locale: '', variant: 'v' } } },
    at('notification', 'template', 'locale'),
    'EMPTY',
  ],
  [
    'too deep a template variable',
    CreateDigitalWalletDocument,
    { ...digital, notification: { template: { locale: 'en', variant: 'v', variables: deep(10) } } },
    at('notification', 'template', 'variables'),
    'TOO_LARGE',
  ],
  [
    'a customer with a slash',
    CreateWalletAccountDocument,
    juspay({ customerId: 'a/b' }),
    at('account', 'juspay', 'customerId'),
    'FORMAT',
  ],
  [
    'a customer of dots',
    CreateWalletAccountDocument,
    juspay({ customerId: '..' }),
    at('account', 'juspay', 'customerId'),
    'FORMAT',
  ],
  [
    'a mobile number with a prefix',
    CreateWalletAccountDocument,
    juspay({ mobileNumber: '+919000000001' }),
    at('account', 'juspay', 'mobileNumber'),
    'FORMAT',
  ],
  [
    'a line break in a routing id',
    CreateWalletAccountDocument,
    juspay({ routingId: 'a\r\nx-evil: 1' }),
    at('account', 'juspay', 'routingId'),
    'FORMAT',
  ],
  [
    'a routing id that no header can hold',
    CreateWalletAccountDocument,
    juspay({ routingId: 'ключ' }),
    at('account', 'juspay', 'routingId'),
    'FORMAT',
  ],
  [
    'a phone number without a plus',
    CreateWalletAccountDocument,
    liquido({ phoneNumber: '573000000001' }),
    at('account', 'liquido', 'phoneNumber'),
    'FORMAT',
  ],
  [
    'a phone number of 20 digits',
    CreateWalletAccountDocument,
    liquido({ phoneNumber: `+${'1'.repeat(20)}` }),
    at('account', 'liquido', 'phoneNumber'),
    'FORMAT',
  ],
  [
    'a currency in small letters',
    CreateWalletAccountDocument,
    liquido({ currency: 'cop' }),
    at('account', 'liquido', 'currency'),
    'FORMAT',
  ],
  [
    'a country of three letters',
    CreateWalletAccountDocument,
    liquido({ country: 'COL' }),
    at('account', 'liquido', 'country'),
    'FORMAT',
  ],
  [
    'a group of 65 characters',
    CreateWalletAccountDocument,
    liquido({ groupId: 'g'.repeat(65) }),
    at('account', 'liquido', 'groupId'),
    'TOO_LONG',
  ],
  [
    'the 51st character of a version',
    ProvisionCardTokenDocument,
    card({ provisioningAppVersion: '1'.repeat(51) }),
    at('provisioningAppVersion'),
    'TOO_LONG',
  ],
  [
    'the 25th character of a device id',
    ProvisionCardTokenDocument,
    google({ deviceId: 'd'.repeat(25) }),
    at('wallet', 'google', 'deviceId'),
    'TOO_LONG',
  ],
  [
    'the 51st character of a wallet user',
    ProvisionCardTokenDocument,
    google({ walletUserId: 'w'.repeat(51) }),
    at('wallet', 'google', 'walletUserId'),
    'TOO_LONG',
  ],
  [
    'no certificate',
    ProvisionCardTokenDocument,
    apple({ certificates: [] }),
    at('wallet', 'apple', 'certificates'),
    'TOO_SMALL',
  ],
  [
    'an empty certificate',
    ProvisionCardTokenDocument,
    apple({ certificates: ['a', ''] }),
    at('wallet', 'apple', 'certificates', '1'),
    'EMPTY',
  ],
  [
    'an account with a question mark',
    ProvisionCardTokenDocument,
    card({ accountId: 'F1?x=y' }),
    at('accountId'),
    'FORMAT',
  ],
  // Three of these letters compose to one, so that 100 of them are fewer characters than they look.
  [
    'a customer behind many composing letters',
    CreateWalletAccountDocument,
    juspay({ customerId: `../x?a=b#${'\u1112\u1161\u11ab'.repeat(90)}`, routingId: 'r' }),
    at('account', 'juspay', 'customerId'),
    'FORMAT',
  ],
  [
    'a number behind many composing letters',
    CreateWalletAccountDocument,
    juspay({ mobileNumber: `+91${'\u1112\u1161\u11ab'.repeat(10)}` }),
    at('account', 'juspay', 'mobileNumber'),
    'FORMAT',
  ],
  // Three of these letters compose to one, so that 90 of them are fewer characters than they look.
  [
    'a customer behind composing letters',
    CreateWalletAccountDocument,
    juspay({ customerId: `../x?a=b#${'\u1112\u1161\u11ab'.repeat(90)}`, routingId: 'r' }),
    at('account', 'juspay', 'customerId'),
    'FORMAT',
  ],
  ['an empty name', CreateMoovWalletDocument, { ...moov, name: '' }, at('name'), 'EMPTY'],
  ['a name of 1025 characters', CreateMoovWalletDocument, { ...moov, name: 'é'.repeat(1025) }, at('name'), 'TOO_LONG'],
  ['a control character', CreateMoovWalletDocument, { ...moov, name: 'a\u0007b' }, at('name'), 'CHARACTERS'],
  ['half a surrogate pair', CreateMoovWalletDocument, { ...moov, name: 'a\ud800b' }, at('name'), 'CHARACTERS'],
  [
    'labels beyond 16 KiB',
    CreateMoovWalletDocument,
    { ...moov, metadata: { a: 'x'.repeat(17_000) } },
    at('metadata'),
    'TOO_LARGE',
  ],
])('%s is refused with its path, and nothing is sent', async (_what, document, input, path, code) => {
  const result = await resultOf(document, input);
  expect(result).toMatchObject({
    __typename: 'InvalidInputError',
    code: 'INVALID_INPUT',
    retry: 'DO_NOT_RETRY',
    provider: null,
    operation: null,
  });
  expect(result.fields?.map(field => ({ path: field.path, code: field.code }))).toContainEqual({ path, code });
  expectNothingSent();
});

test.each<[string, object, object]>([
  ['50 characters of a version', ProvisionCardTokenDocument, card({ provisioningAppVersion: '1'.repeat(50) })],
  [
    '24 and 50 characters of ids',
    ProvisionCardTokenDocument,
    google({ deviceId: 'd'.repeat(24), walletUserId: 'w'.repeat(50) }),
  ],
  ['24 characters outside the basic plane', ProvisionCardTokenDocument, google({ deviceId: '💳'.repeat(12) })],
  ['64 characters of a group', CreateWalletAccountDocument, liquido({ groupId: 'g'.repeat(64) })],
  ['19 digits of a phone number', CreateWalletAccountDocument, liquido({ phoneNumber: `+57${'0'.repeat(14)}001` })],
])('%s are accepted', async (_what, document, input) => {
  expect((await resultOf(document, input)).__typename).not.toBe('InvalidInputError');
});

test('a label may be a variable inside a literal', async () => {
  const query = `mutation ($key: String!, $label: String!) {
    createMoovWallet(input: { idempotencyKey: $key, accountId: "${uuid}", name: "n", metadata: { team: $label } }) {
      ... on MoovWalletCreated { moovWallet { metadata } }
    }
  }`;
  expect(await gateway.send(query, { key: freshKey(), label: 'blue' })).toEqual({
    data: { createMoovWallet: { moovWallet: { metadata: { team: 'blue' } } } },
  });
});

test('all that is wrong is said at once', async () => {
  const result = await resultOf(CreateMoovWalletDocument, { accountId: 'x', name: '', description: 'a\u0000' });
  expect(result.fields?.map(({ path }) => path.join('.')).toSorted()).toEqual([
    'input.accountId',
    'input.description',
    'input.name',
  ]);
});

test('names, labels and their odd characters come through letter for letter', async () => {
  const odd = [
    'Ünï',
    'Иван',
    '👩‍👩‍👧',
    'e\u0301',
    '\u202eabc',
    'a\u200bb',
    '<script>',
    '"quoted"',
    '${x}',
    '__proto__',
    'constructor',
  ];
  const metadata = Object.fromEntries(odd.map((label, index) => [label, odd[(index + 1) % odd.length] as string]));
  metadata['hasOwnProperty'] = 'x';
  for (const name of odd) {
    const { createMoovWallet: result } = await gateway.execute(CreateMoovWalletDocument, {
      input: { idempotencyKey: freshKey(), ...moov, name, metadata },
    });
    gateway.simulators.reset();
    if (result?.__typename !== 'MoovWalletCreated') throw new Error(JSON.stringify(result));
    expect(result.moovWallet.name).toBe(name);
    const returned = JSON.stringify(result.moovWallet.metadata);
    expect(returned).toContain('"constructor":"Ünï"');
    expect(returned).toContain('"__proto__":"constructor"');
  }
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

describe('what no form can mend is a GraphQL error', () => {
  test.each<[string, object]>([
    ['a number for a UUID', { ...moov, accountId: 1 }],
    ['a number for a name', { ...moov, name: 1 }],
    ['null for a name', { ...moov, name: null }],
    ['a list for labels', { ...moov, metadata: ['a'] }],
    ['a number in labels', { ...moov, metadata: { a: 1 } }],
    ['a member that does not exist', { ...moov, nmae: 'x' }],
  ])('%s', async (_what, input) => {
    const answer = await gateway.send(CreateMoovWalletDocument, {
      input: { idempotencyKey: freshKey(), ...input } as never,
    });
    expect(answer.data).toBeUndefined();
    expect(answer.errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
    expectNothingSent();
  });

  test.each<[string, object]>([
    ['none', {}],
    ['two', { ...juspay({}).account, ...liquido({}).account }],
    ['null', { juspay: null }],
    ['one and a null', { ...juspay({}).account, liquido: null }],
  ])('%s of exactly one, in variables', async (_what, account) => {
    const answer = await gateway.send(CreateWalletAccountDocument, {
      input: { idempotencyKey: freshKey(), account } as never,
    });
    expect(answer.data).toBeUndefined();
    expect(answer.errors?.[0]?.message).toMatch(/[Ee]xactly one|non-null/);
    expectNothingSent();
  });
});

test('any text at all in any field is answered, and never with an error of the gateway', async () => {
  const anyText = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('..', '%2e%2e', '\r\n', '\u0000', '💳'),
  );
  await fc.assert(
    fc.asyncProperty(anyText, anyText, fc.dictionary(anyText, anyText), async (id, name, metadata) => {
      const answer = await gateway.send(CreateMoovWalletDocument, {
        input: { idempotencyKey: freshKey(), accountId: id, name, metadata },
      });
      expect(answer.errors).toBeUndefined();
      expect(answer.data?.createMoovWallet?.__typename).toBe('InvalidInputError');
    }),
    { numRuns: 200 },
  );
  expectNothingSent();
});

function expectNothingSent(): void {
  const { moov: a, pingone: b, juspay: c, liquido: d, equalsMoney: e } = gateway.simulators;
  expect([a, b, c, d, e].flatMap(({ exchanges }) => exchanges)).toEqual([]);
}

function deep(levels: number): object {
  return levels === 0 ? {} : { a: deep(levels - 1) };
}
