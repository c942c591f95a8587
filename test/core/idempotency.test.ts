import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { faults } from '../../src/simulators/faults.js';
import { idEnding } from '../../src/simulators/outcomes.js';
import {
  CreateMoovWalletDocument,
  CreateWalletAccountDocument,
  NodeDocument,
  OperationByKeyDocument,
  OperationDocument,
  ProvisionCardTokenDocument,
  type CreateMoovWalletInput,
  type ProvisionCardTokenInput,
} from '../generated/operations.js';
import { freshKey, startTestGateway, type TestGateway } from '../support/gateway.js';

/** One key, one wallet: what a key answers, however often and in whatever state it is asked. */

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway({ environment: { SAME_KEY_WAIT_MS: '500' } });
});
afterAll(() => gateway.stop());
beforeEach(() => gateway.simulators.reset());

const moovInput = (fields: Partial<CreateMoovWalletInput> = {}): CreateMoovWalletInput => ({
  idempotencyKey: freshKey(),
  accountId: idEnding(),
  name: 'Payroll',
  ...fields,
});
const openWallet = async (input: CreateMoovWalletInput) =>
  (await gateway.execute(CreateMoovWalletDocument, { input })).createMoovWallet;
const creates = () => gateway.simulators.moov.exchanges.filter(({ route }) => route === 'create').length;

describe('a success', () => {
  test('is replayed, letter for letter, without a call to the provider', async () => {
    const input = moovInput({ metadata: { team: 'blue' } });
    const first = await openWallet(input);
    expect(first).toMatchObject({ __typename: 'MoovWalletCreated' });
    const again = await openWallet(input);
    expect(again).toEqual(first);
    expect(creates()).toBe(1);
    expect(gateway.simulators.moov.exchanges).toHaveLength(1);
  });

  test.each<[string, Partial<CreateMoovWalletInput>, Partial<CreateMoovWalletInput>]>([
    [
      'an id in capitals',
      { accountId: 'abcdef12-0000-4000-8000-000000000001' },
      { accountId: 'ABCDEF12-0000-4000-8000-000000000001' },
    ],
    ['null for what was left out', {}, { description: null, metadata: null }],
    ['labels in another order', { metadata: { a: '1', b: '2' } }, { metadata: { b: '2', a: '1' } }],
  ])('is replayed for the same input spelled otherwise: %s', async (_how, left, right) => {
    const input = moovInput();
    const first = await openWallet({ ...input, ...left });
    expect(await openWallet({ ...input, ...right })).toEqual(first);
    expect(creates()).toBe(1);
  });

  test.each<Record<string, string>>([{ $bigint: '12' }, { $bigint: 'abc' }, { __typename: 'Money', minorUnits: '1' }])(
    'is replayed with labels that look like marks of ours: %j',
    async metadata => {
      const input = moovInput({ metadata });
      const first = await openWallet(input);
      expect(first).toMatchObject({ __typename: 'MoovWalletCreated', moovWallet: { metadata } });
      expect(await openWallet(input)).toEqual(first);
      const byKey = { mutation: 'createMoovWallet', idempotencyKey: input.idempotencyKey };
      expect((await gateway.execute(OperationByKeyDocument, byKey)).operationByKey).toMatchObject({
        status: 'SUCCEEDED',
      });
    },
  );

  test('is replayed where a default was written out', async () => {
    const idempotencyKey = freshKey();
    const create = async (authenticate: { authenticate?: boolean }) => {
      const account = { juspay: { customerId: 'shopper-000001', gateway: 'MOBIKWIK', ...authenticate } };
      return (await gateway.execute(CreateWalletAccountDocument, { input: { idempotencyKey, account } }))
        .createWalletAccount;
    };
    expect(await create({})).toMatchObject({ __typename: 'WalletAccountCreated' });
    expect(await create({ authenticate: false })).toMatchObject({ __typename: 'WalletAccountCreated' });
    expect(await create({ authenticate: true })).toMatchObject({ __typename: 'IdempotencyKeyReusedError' });
    expect(gateway.simulators.juspay.ledger).toHaveLength(1);
  });

  test('belongs to its mutation: another one may use the same key', async () => {
    const input = moovInput();
    await openWallet(input);
    const account = { juspay: { customerId: 'shopper-000001', gateway: 'MOBIKWIK' } };
    const { createWalletAccount } = await gateway.execute(CreateWalletAccountDocument, {
      input: { idempotencyKey: input.idempotencyKey, account },
    });
    expect(createWalletAccount).toMatchObject({ __typename: 'WalletAccountCreated' });
  });
});

describe('another input under a used key', () => {
  test.each<[string, string]>([
    ['a success', '001'],
    ['a refusal', '404'],
    ['an unknown outcome', '500'],
  ])('is refused after %s, and nothing is sent', async (_state, ending) => {
    const input = moovInput({ accountId: `6b6f1a52-5c0e-4d6e-9f3a-000000000${ending}` });
    await openWallet(input);
    const sent = creates();
    const other = await openWallet({ ...input, name: 'Another' });
    expect(other).toMatchObject({
      __typename: 'IdempotencyKeyReusedError',
      retry: 'DO_NOT_RETRY',
      provider: null,
      operation: { attempts: 1 },
    });
    expect(creates()).toBe(sent);
  });

  test.each<[string, Partial<CreateMoovWalletInput>]>([
    ['the description', { description: 'x' }],
    ['a label', { metadata: { a: '1' } }],
    ['the account', { accountId: '6b6f1a52-5c0e-4d6e-9f3a-000000000002' }],
  ])('is noticed where only %s differs', async (_what, change) => {
    const input = moovInput();
    await openWallet(input);
    expect(await openWallet({ ...input, ...change })).toMatchObject({ __typename: 'IdempotencyKeyReusedError' });
  });
});

test('a refusal is tried anew under the same key, as the next attempt of one operation', async () => {
  const input = moovInput();
  gateway.simulators.moov.next(faults.answer(429));
  const refused = await openWallet(input);
  if (refused?.__typename !== 'RateLimitedError') throw new Error(JSON.stringify(refused));
  expect(refused.operation).toMatchObject({
    status: 'FAILED',
    attempts: 1,
    result: { __typename: 'RateLimitedError' },
  });

  expect(await openWallet(input)).toMatchObject({ __typename: 'MoovWalletCreated' });
  const { operation } = await gateway.execute(OperationDocument, { id: refused.operation?.id ?? '' });
  expect(operation).toMatchObject({ status: 'SUCCEEDED', attempts: 2, result: { __typename: 'MoovWalletCreated' } });
  expect(gateway.simulators.moov.ledger).toHaveLength(1);
});

describe('while an attempt runs', () => {
  test('forty callers with one key get one wallet and one answer', async () => {
    const input = moovInput();
    gateway.simulators.moov.next(faults.delay(150));
    const answers = await Promise.all(Array.from({ length: 40 }, () => openWallet(input)));
    expect(new Set(answers.map(answer => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ __typename: 'MoovWalletCreated' });
    expect(creates()).toBe(1);
  });

  test('a caller who has waited long enough is told so, and gets the wallet later', async () => {
    const input = moovInput();
    gateway.simulators.moov.next(faults.delay(1_000));
    const first = openWallet(input);
    const second = await openWallet(input);
    expect(second).toMatchObject({
      __typename: 'OperationInProgressError',
      retry: 'FOLLOW_OPERATION',
      operation: { status: 'IN_PROGRESS', finishedAt: null, result: null },
    });
    const made = await first;
    expect(made).toMatchObject({ __typename: 'MoovWalletCreated' });
    expect(await openWallet(input)).toEqual(made);
    expect(creates()).toBe(1);
  });

  test('another input under the key is refused at once', async () => {
    const input = moovInput();
    gateway.simulators.moov.next(faults.delay(600));
    const first = openWallet(input);
    expect(await openWallet({ ...input, name: 'Other' })).toMatchObject({ __typename: 'IdempotencyKeyReusedError' });
    expect(await first).toMatchObject({ __typename: 'MoovWalletCreated' });
  });

  test('a client that hangs up does not orphan its create', async () => {
    const input = moovInput();
    gateway.simulators.moov.next(faults.delay(300));
    const leaving = new AbortController();
    const query = 'mutation ($input: CreateMoovWalletInput!) { createMoovWallet(input: $input) { __typename } }';
    const gone = fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables: { input } }),
      signal: leaving.signal,
    }).catch((error: unknown) => error);
    while (creates() === 0) await new Promise(resolve => setTimeout(resolve, 5));
    leaving.abort();
    await gone;
    expect(await openWallet(input)).toMatchObject({ __typename: 'MoovWalletCreated' });
    expect(creates()).toBe(1);
  });
});

test('the same key twice in one document is one operation', async () => {
  const input = moovInput();
  const query = `mutation ($input: CreateMoovWalletInput!) {
    a: createMoovWallet(input: $input) { ... on MoovWalletCreated { moovWallet { id } } }
    b: createMoovWallet(input: $input) { ... on MoovWalletCreated { moovWallet { id } } }
  }`;
  const { data } = await gateway.send<{ a: object; b: object }, object>(query, { input });
  expect(data?.a).toEqual({ moovWallet: { id: expect.any(String) } });
  expect(data?.b).toEqual(data?.a);
  expect(creates()).toBe(1);
});

test('aliased mutations in one document each have a key of their own', async () => {
  const query = `mutation ($one: CreateMoovWalletInput!, $other: CreateMoovWalletInput!) {
    one: createMoovWallet(input: $one) { ... on MoovWalletCreated { moovWallet { id } } }
    other: createMoovWallet(input: $other) { ... on MoovWalletCreated { moovWallet { id } } }
  }`;
  const variables = { one: moovInput(), other: moovInput() };
  const { data } = await gateway.send<{ one: object; other: object }, object>(query, variables);
  expect(creates()).toBe(2);
  expect(data?.one).toEqual({ moovWallet: { id: expect.any(String) } });
  expect(data?.other).not.toEqual(data?.one);
  const again = await gateway.send<{ one: object; other: object }, object>(query, variables);
  expect(again.data).toEqual(data);
  expect(creates()).toBe(2);
});

describe('an unknown outcome', () => {
  const unknown = {
    __typename: 'OutcomeUnknownError',
    retry: 'FOLLOW_OPERATION',
    provider: 'MOOV',
    operation: { status: 'UNKNOWN', attempts: 1, result: null },
  };

  test('is the wallet that was made, once the same key asks again; then its answer is replayed', async () => {
    const input = moovInput({ metadata: { team: 'blue' } });
    gateway.simulators.moov.next(faults.reset('before-answer', { applied: true }));
    const first = await openWallet(input);
    expect(first).toMatchObject(unknown);
    const [made] = gateway.simulators.moov.ledger;
    const found = await openWallet(input);
    expect(found).toMatchObject({
      __typename: 'MoovWalletCreated',
      moovWallet: { providerId: made?.resourceId, name: 'Payroll', metadata: { team: 'blue' } },
    });
    expect(await openWallet(input)).toEqual(found);
    const byKey = { mutation: 'createMoovWallet', idempotencyKey: input.idempotencyKey };
    expect((await gateway.execute(OperationByKeyDocument, byKey)).operationByKey).toMatchObject({
      status: 'SUCCEEDED',
      attempts: 1,
      result: { __typename: 'MoovWalletCreated' },
    });
    expect(creates()).toBe(1);
    expect(gateway.simulators.moov.ledger).toHaveLength(1);
  });

  async function expectToStayUnknown(): Promise<void> {
    const input = moovInput();
    const first = await openWallet(input);
    expect(first).toMatchObject(unknown);
    for (let times = 0; times < 3; times += 1) {
      const again = await openWallet(input);
      if (again?.__typename !== 'OutcomeUnknownError' || first?.__typename !== 'OutcomeUnknownError') throw new Error();
      expect(again.operation).toEqual(first.operation);
    }
    expect(creates()).toBe(1);
  }

  test('is not sent again where nothing is found, and says so each time with its operation', async () => {
    gateway.simulators.moov.next(faults.reset('before-answer'));
    await expectToStayUnknown();
    expect(gateway.simulators.moov.ledger).toHaveLength(0);
  });

  test('is not sent again where the provider does not say what there is, and says so each time', async () => {
    gateway.simulators.moov.next(faults.reset('before-answer', { applied: true }));
    gateway.simulators.moov.next(faults.answer(503), { route: 'read', times: 1_000 });
    await expectToStayUnknown();
    expect(gateway.simulators.moov.ledger).toHaveLength(1);
  });

  test('is final and harmless for a card token: the same answer, and a new key may be used', async () => {
    const input: ProvisionCardTokenInput = {
      idempotencyKey: freshKey(),
      accountId: 'F00042',
      cardId: idEnding(),
      deviceType: 'WATCH',
      provisioningAppVersion: '1.0',
      wallet: { samsung: { deviceId: 'd', walletUserId: 'w' } },
    };
    const provision = async () => (await gateway.execute(ProvisionCardTokenDocument, { input })).provisionCardToken;
    gateway.simulators.equalsMoney.next(faults.answer(500, { applied: true }));
    const first = await provision();
    expect(first).toMatchObject({
      __typename: 'OutcomeUnknownError',
      retry: 'RETRY_WITH_NEW_KEY',
      provider: 'EQUALS_MONEY',
      providerResponse: { httpStatus: 500 },
      operation: { status: 'FAILED', result: { __typename: 'OutcomeUnknownError' } },
    });
    expect(await provision()).toEqual(first);
    const { exchanges } = gateway.simulators.equalsMoney;
    expect(exchanges.filter(({ route }) => route === 'create')).toHaveLength(1);
  });
});

describe('the journal, read', () => {
  test('gives an operation by its id, by its key and as a node', async () => {
    const input = moovInput();
    gateway.simulators.moov.next(faults.answer(409, { body: { error: 'there are ten wallets already' } }));
    const refused = await openWallet(input);
    if (refused?.__typename !== 'ConflictError') throw new Error(JSON.stringify(refused));
    const id = refused.operation?.id ?? '';
    const { operation } = await gateway.execute(OperationDocument, { id });
    expect(operation).toMatchObject({
      id,
      mutation: 'createMoovWallet',
      provider: 'MOOV',
      idempotencyKey: input.idempotencyKey,
      status: 'FAILED',
      attempts: 1,
      result: {
        __typename: 'ConflictError',
        providerResponse: { httpStatus: 409, message: 'there are ten wallets already' },
        operation: { id },
      },
    });
    const byKey = { mutation: 'createMoovWallet', idempotencyKey: input.idempotencyKey };
    expect((await gateway.execute(OperationByKeyDocument, byKey)).operationByKey).toEqual(operation);
    expect((await gateway.execute(NodeDocument, { id })).node).toMatchObject({ __typename: 'Operation', id });
  });

  test('has null for what it does not know, and an error for a mutation that is none', async () => {
    const unknown = { mutation: 'createMoovWallet', idempotencyKey: freshKey() };
    expect((await gateway.execute(OperationByKeyDocument, unknown)).operationByKey).toBeNull();
    const id = Buffer.from('Operation/none').toString('base64url');
    expect((await gateway.execute(OperationDocument, { id })).operation).toBeNull();
    for (const malformed of ['', 'nonsense', Buffer.from('MoovWallet/..').toString('base64url')]) {
      const answer = await gateway.send(OperationDocument, { id: malformed });
      expect(answer).toMatchObject({ data: { operation: null }, errors: [{ extensions: { code: 'INVALID_INPUT' } }] });
    }
    const { errors } = await gateway.send(OperationByKeyDocument, { mutation: 'toString', idempotencyKey: 'k' });
    expect(errors?.[0]?.extensions?.code).toBe('INVALID_INPUT');
  });
});

test.each([
  ['', 'EMPTY'],
  ['k'.repeat(256), 'TOO_LONG'],
  ['with space', 'FORMAT'],
  ['schlüssel', 'FORMAT'],
  ['tab\there', 'CHARACTERS'],
])('the key %j is refused with its path, and leaves no row', async (idempotencyKey, code) => {
  const refused = await openWallet(moovInput({ idempotencyKey }));
  if (refused?.__typename !== 'InvalidInputError') throw new Error(JSON.stringify(refused));
  expect(refused).toMatchObject({ provider: null, operation: null });
  expect(refused.fields).toContainEqual({ path: ['input', 'idempotencyKey'], message: expect.any(String), code });
  expect(creates()).toBe(0);
});
