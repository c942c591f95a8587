import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { globalId } from '../../../src/core/ids.js';
import { faults, type Fault } from '../../../src/simulators/faults.js';
import { idEnding } from '../../../src/simulators/outcomes.js';
import { ChargeWalletAccountDocument, NodeDocument, TopUpWalletAccountDocument } from '../../generated/operations.js';
import { freshKey, inHaste, startTestGateway, withGateway, type TestGateway } from '../../support/gateway.js';
import { idTricks } from '../../support/id-tricks.js';
import { operationOf } from '../../support/operations.js';

/** Money into LIQUIDO's wallet accounts, and out of them: once for each key, to the last digit. */

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway({ environment: inHaste });
});
afterAll(() => gateway.stop());
beforeEach(() => gateway.simulators.reset());

interface Move {
  readonly idempotencyKey: string;
  readonly walletAccountId: string;
  readonly amount: { readonly currency: string; readonly minorUnits: string };
}

const idOf = (walletId: string) => globalId('LiquidoWalletAccount', walletId);

/** A move of 12.04 on a new wallet that holds that many cents, unless told otherwise. */
function moveOf(cents: string, { minorUnits = '1204', ...more }: Partial<Move> & { minorUnits?: string } = {}): Move {
  const walletAccountId = idOf(gateway.simulators.liquido.addWallet({ cents, groupId: 'team-a' }));
  return { idempotencyKey: freshKey(), walletAccountId, amount: { currency: 'COP', minorUnits }, ...more };
}

async function topUp(input: Move, at: TestGateway = gateway) {
  const { topUpWalletAccount: result } = await at.execute(TopUpWalletAccountDocument, { input });
  if (result == null) throw new Error('The mutation answered nothing.');
  return result;
}

async function charge(input: Move, at: TestGateway = gateway) {
  const { chargeWalletAccount: result } = await at.execute(ChargeWalletAccountDocument, { input });
  if (result == null) throw new Error('The mutation answered nothing.');
  return result;
}

const moves = [
  ['topUpWalletAccount', topUp, '/v1/accounts/wallet/topup', '6204', 'WalletAccountToppedUp'],
  ['chargeWalletAccount', charge, '/v1/accounts/wallet/charge', '3796', 'WalletAccountCharged'],
] as const;

const sent = (at: TestGateway = gateway) =>
  at.simulators.liquido.exchanges.filter(({ route }) => route === 'change').map(({ request }) => request);
const bodies = (at: TestGateway = gateway) => sent(at).map(({ body }) => body);

async function balanceOf(walletAccountId: string): Promise<string | undefined> {
  const { node } = await gateway.execute(NodeDocument, { id: walletAccountId });
  return node?.__typename === 'LiquidoWalletAccount' ? node.balance?.minorUnits : undefined;
}

describe.each(moves)('%s', (mutation, move, path, after, member) => {
  test('moves the amount, shows the wallet with its new balance, and leaves nothing old in the cache', async () => {
    const input = moveOf('5000');
    expect(await balanceOf(input.walletAccountId)).toBe('5000');
    const result = await move(input);
    expect(result).toMatchObject({
      __typename: member,
      walletAccount: {
        id: input.walletAccountId,
        state: 'ACTIVE',
        balance: { currency: 'COP', minorUnits: after, decimal: `${after.slice(0, 2)}.${after.slice(2)}` },
        groupId: 'team-a',
        country: 'CO',
      },
    });
    const [request, ...others] = sent();
    expect(others).toEqual([]);
    expect(request?.path).toBe(path);
    expect(request?.headers['x-api-key']).toBe(gateway.simulators.environment.LIQUIDO_API_KEY);
    const { idempotencyKey, ...body } = JSON.parse(request?.body ?? '') as Record<string, unknown>;
    const [, walletAccountId] = Buffer.from(input.walletAccountId, 'base64url').toString().split('/');
    expect(body).toEqual({ walletAccountId, amountInCents: 1204, currency: 'COP' });
    expect(idempotencyKey).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(await balanceOf(input.walletAccountId)).toBe(after);
    expect(await move(input)).toEqual(result); // done already
    expect(sent()).toHaveLength(1);
  });

  test('a double click, and the same key twice at once, are one move', async () => {
    const input = moveOf('5000');
    const [one, other] = await Promise.all([move(input), move(input)]);
    expect(one).toMatchObject({ __typename: member });
    expect(other).toEqual(one);
    expect(sent()).toHaveLength(1);
    expect(await balanceOf(input.walletAccountId)).toBe(after);
  });

  test('the same key with another amount is IdempotencyKeyReusedError, and nothing is sent', async () => {
    const input = moveOf('5000');
    await move(input);
    const other = { ...input, amount: { currency: 'COP', minorUnits: '1205' } };
    expect(await move(other)).toMatchObject({ __typename: 'IdempotencyKeyReusedError' });
    expect(sent()).toHaveLength(1);
  });

  test.each([
    ['an id of another type of wallet', globalId('CardToken', 'F1', idEnding(), idEnding())],
    ['an id that holds no UUID', idOf('42')],
    ['an id of a parent folder', idOf('..')],
    ['a UUID of the provider itself', idEnding()],
    ...idTricks.map(trick => [`the trick ${JSON.stringify(trick).slice(0, 40)}`, trick] as const),
  ])('%s is InvalidInputError with its path, and nothing is sent', async (_what, walletAccountId) => {
    const result = await move(moveOf('5000', { walletAccountId }));
    expect(result).toMatchObject({ __typename: 'InvalidInputError', provider: null, operation: null });
    const { fields } = result as { fields: { path: string[] }[] };
    expect(fields.map(field => field.path)).toContainEqual(['input', 'walletAccountId']);
    expect(gateway.simulators.liquido.exchanges).toEqual([]);
  });

  test.each([
    ['nothing', { currency: 'COP', minorUnits: '0' }, 'minorUnits', 'NOT_POSITIVE'],
    ['less than nothing', { currency: 'COP', minorUnits: '-1' }, 'minorUnits', 'NOT_POSITIVE'],
    ['money of no currency', { currency: 'pesos', minorUnits: '1' }, 'currency', 'FORMAT'],
  ])('%s cannot be moved: InvalidInputError, and nothing is sent', async (_what, amount, field, code) => {
    expect(await move(moveOf('5000', { amount }))).toMatchObject({
      __typename: 'InvalidInputError',
      fields: [{ path: ['input', 'amount', field], code }],
    });
    expect(gateway.simulators.liquido.exchanges).toEqual([]);
  });

  test('more than 64 bits is an error of the document', async () => {
    await expect(move(moveOf('5000', { minorUnits: '9223372036854775808' }))).rejects.toThrow(/64-bit/);
    expect(gateway.simulators.liquido.exchanges).toEqual([]);
  });

  test('a wallet that is not there is NotFoundError', async () => {
    expect(await move(moveOf('0', { walletAccountId: idOf(idEnding()) }))).toMatchObject({
      __typename: 'NotFoundError',
      provider: 'LIQUIDO',
    });
  });

  const failed = (status: number, errorMessage: string) => ({ errors: [{ code: String(status), errorMessage }] });
  const named = (field: string, status = 400) => failed(status, `Invalid request field: ${field}: not so`);
  test.each<[number, object, object]>([
    [400, failed(400, 'No.'), { __typename: 'InvalidInputError', fields: [] }],
    [400, named('walletAccountId'), { fields: [{ path: ['input', 'walletAccountId'], message: 'not so' }] }],
    [400, named('amountInCents'), { fields: [{ path: ['input', 'amount', 'minorUnits'] }] }],
    [422, named('currency', 422), { fields: [{ path: ['input', 'amount', 'currency'], code: '422' }] }],
    [422, named('idempotencyKey', 422), { __typename: 'InvalidInputError', fields: [] }],
    [403, { message: 'Forbidden' }, { __typename: 'ProviderAccessDeniedError', retry: 'ASK_OPERATOR' }],
    [404, failed(404, 'Nobody.'), { __typename: 'NotFoundError', provider: 'LIQUIDO' }],
    [409, failed(409, 'Used.'), { __typename: 'ConflictError', provider: 'LIQUIDO' }],
    [429, { message: 'Limit Exceeded' }, { __typename: 'RateLimitedError', retry: 'RETRY_WITH_SAME_KEY' }],
    [500, failed(500, 'Broken.'), { __typename: 'OutcomeUnknownError', retry: 'FOLLOW_OPERATION' }],
  ])('a %d with %j is said so, and the same key moves the amount once', async (status, body, expected) => {
    const input = moveOf('5000');
    gateway.simulators.liquido.next(faults.answer(status, { body }), { route: 'change' });
    expect(await move(input)).toMatchObject(expected);
    expect(await move(input)).toMatchObject({ __typename: member });
    expect(await balanceOf(input.walletAccountId)).toBe(after);
  });

  const lost: readonly [string, Fault][] = [
    ['that hangs after it was done', faults.hang({ applied: true })],
    ['that hangs before it is done', faults.hang()],
    ['that is reset after it was done', faults.reset('before-answer', { applied: true })],
    ['that is reset before it is done', faults.reset('before-answer')],
    ['with a 502 after it was done', faults.answer(502, { applied: true })],
    ['that is torn', faults.torn({ applied: true })],
    ['about another wallet', faults.change(json => ({ ...json, id: idEnding() }))],
    ['in another currency', faults.change(json => ({ ...json, currency: 'BRL' }))],
    ['without an id', faults.change(({ id: _gone, ...json }) => json)],
  ];
  test.each(lost)('an answer %s is unknown; the same key heals it, and it was moved once', async (_what, fault) => {
    const input = moveOf('5000');
    gateway.simulators.liquido.next(fault, { route: 'change' });
    expect(await move(input)).toMatchObject({
      __typename: 'OutcomeUnknownError',
      retry: 'FOLLOW_OPERATION',
      provider: 'LIQUIDO',
      operation: { status: 'UNKNOWN' },
    });
    expect(await move(input)).toMatchObject({ __typename: member, walletAccount: { balance: { minorUnits: after } } });
    const [first, second, ...others] = bodies();
    expect(second).toBe(first);
    expect(others).toEqual([]);
    expect(await balanceOf(input.walletAccountId)).toBe(after);
    expect(await operationOf(gateway, mutation, input.idempotencyKey)).toMatchObject({
      status: 'SUCCEEDED',
      attempts: 1,
    });
  });

  test('the largest amount keeps every digit, also where it is sent again, byte for byte', async () => {
    const minorUnits = '9223372036854775807';
    const input = moveOf(mutation === 'topUpWalletAccount' ? '0' : minorUnits, { minorUnits });
    gateway.simulators.liquido.next(faults.reset('before-answer'), { route: 'change' });
    expect(await move(input)).toMatchObject({ __typename: 'OutcomeUnknownError' });
    expect(await move(input)).toMatchObject({ __typename: member });
    const [first, second, ...others] = bodies();
    expect(first).toContain('"amountInCents":9223372036854775807,');
    expect(second).toBe(first);
    expect(others).toEqual([]);
    expect(await balanceOf(input.walletAccountId)).toBe(mutation === 'topUpWalletAccount' ? minorUnits : '0');
  });

  test('outside LIQUIDO_RESEND_WITHIN nothing is sent again: a person must look', () =>
    withGateway({ environment: { LIQUIDO_RESEND_WITHIN: '0s' } }, async late => {
      const walletAccountId = idOf(late.simulators.liquido.addWallet({ cents: '5000' }));
      const input = { ...moveOf('0'), walletAccountId };
      late.simulators.liquido.next(faults.reset('before-answer', { applied: true }), { route: 'change' });
      expect(await move(input, late)).toMatchObject({ __typename: 'OutcomeUnknownError', retry: 'FOLLOW_OPERATION' });
      expect(await move(input, late)).toMatchObject({
        __typename: 'OutcomeUnknownError',
        retry: 'ASK_OPERATOR',
        operation: { status: 'NEEDS_ATTENTION' },
      });
      expect(sent(late)).toHaveLength(1);
    }));
});

test('one key may top up and charge: it is another key to LIQUIDO for each', async () => {
  const input = moveOf('5000');
  expect(await topUp(input)).toMatchObject({ __typename: 'WalletAccountToppedUp' });
  expect(await charge(input)).toMatchObject({ __typename: 'WalletAccountCharged' });
  const keys = bodies().map(body => (JSON.parse(body) as { idempotencyKey: string }).idempotencyKey);
  expect(new Set(keys).size).toBe(2);
  expect(await balanceOf(input.walletAccountId)).toBe('5000');
});

test('moves of one wallet do not wait for each other, also where the answers to some were lost', async () => {
  const input = moveOf('5000');
  const another = () => ({ ...input, idempotencyKey: freshKey() });
  const lost = faults.reset('before-answer', { applied: true });
  gateway.simulators.liquido.next(lost, { route: 'change', times: 2 });
  expect(await topUp(input)).toMatchObject({ __typename: 'OutcomeUnknownError' });
  expect(await charge(input)).toMatchObject({ __typename: 'OutcomeUnknownError' });
  expect(await topUp(another())).toMatchObject({ __typename: 'WalletAccountToppedUp' });
  expect(await charge(another())).toMatchObject({ __typename: 'WalletAccountCharged' });
  expect(await topUp(input)).toMatchObject({ __typename: 'WalletAccountToppedUp' });
  expect(await charge(input)).toMatchObject({ __typename: 'WalletAccountCharged' });
  expect(await balanceOf(input.walletAccountId)).toBe('5000');
});

describe('a charge that the balance does not cover', () => {
  test.each([
    ['in LIQUIDO’s words', null, 'Funds are insufficient.'],
    ['in words that cannot be read', faults.answer(422, { body: '<html>' }), null],
  ])('%s is InsufficientFundsError, and nothing is taken', async (_what, fault, message) => {
    const input = moveOf('1203');
    if (fault !== null) gateway.simulators.liquido.next(fault, { route: 'change' });
    const result = await charge(input);
    expect(result).toMatchObject({
      __typename: 'InsufficientFundsError',
      code: 'INSUFFICIENT_FUNDS',
      retry: 'DO_NOT_RETRY',
      provider: 'LIQUIDO',
      providerResponse: { httpStatus: 422, message },
      operation: { status: 'FAILED', result: { __typename: 'InsufficientFundsError' } },
    });
    expect(await balanceOf(input.walletAccountId)).toBe('1203');
  });

  test('all that is there can be taken', async () => {
    const input = moveOf('1204');
    expect(await charge(input)).toMatchObject({ walletAccount: { balance: { minorUnits: '0' } } });
  });

  test('is nothing that a top-up could meet: there a 422 is ProviderRejectedError', async () => {
    const body = { errors: [{ code: '422', errorMessage: 'Not this wallet.' }] };
    gateway.simulators.liquido.next(faults.answer(422, { body }), { route: 'change' });
    expect(await topUp(moveOf('0'))).toMatchObject({
      __typename: 'ProviderRejectedError',
      retry: 'DO_NOT_RETRY',
      providerResponse: { message: 'Not this wallet.' },
    });
  });
});

test.each([401, 403])('a create that meets a %d says what its credentials may lack', async status => {
  await withGateway({}, async own => {
    own.simulators.liquido.always(faults.answer(status, { body: { message: 'No.' } }), { route: 'create' });
    const account = { phoneNumber: '+573000000001', name: 'Ana Example', country: 'CO', currency: 'COP' };
    const { data } = await own.send<{ createWalletAccount: object }, object>(
      `mutation ($input: CreateWalletAccountInput!) { createWalletAccount(input: $input) { __typename ... on MutationError { message } } }`,
      { input: { idempotencyKey: freshKey(), account: { liquido: account } } },
    );
    expect(data?.createWalletAccount).toEqual({
      __typename: 'ProviderAccessDeniedError',
      message:
        'LIQUIDO does not let the gateway do this. Wallets have a scope of their own, which the credentials may lack. docs/providers.md tells how.',
    });
  });
});
