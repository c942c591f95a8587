import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { globalId } from '../../../src/core/ids.js';
import { faults } from '../../../src/simulators/faults.js';
import { idEnding } from '../../../src/simulators/outcomes.js';
import { readContract } from '../../contract/openapi.js';
import {
  CloseMoovWalletDocument,
  CreateMoovWalletDocument,
  NodeDocument,
  UpdateMoovWalletDocument,
  WalletsDocument,
  type UpdateMoovWalletInput,
} from '../../generated/operations.js';
import { freshKey, startTestGateway, withGateway, type TestGateway } from '../../support/gateway.js';
import { decided, operationOf, settled } from '../../support/operations.js';

/** Changes of Moov's wallets: what is sent, what is not, and what becomes of a change whose answer was lost. */

const patient = { PROVIDER_TIMEOUT_MS: '10000', SAME_KEY_WAIT_MS: '10000' };

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway({ environment: patient });
});
afterAll(() => gateway.stop());
afterEach(async () => {
  gateway.simulators.reset();
  await settled(gateway);
  gateway.simulators.reset();
});

const contract = readContract('moov');

interface Wallet {
  readonly id: string;
  readonly accountId: string;
  readonly walletId: string;
}

interface Seed {
  readonly description?: string;
  readonly metadata?: Record<string, string>;
}

/** A wallet named Payroll. */
function standing(seed: Seed = {}, at = gateway): Wallet {
  const accountId = idEnding();
  const walletId = at.simulators.moov.addWallet(accountId, { name: 'Payroll', ...seed });
  return { id: globalId('MoovWallet', accountId, walletId), accountId, walletId };
}

type Asked = Omit<UpdateMoovWalletInput, 'idempotencyKey' | 'moovWalletId'>;

async function update(moovWalletId: string, asked: Asked, idempotencyKey = freshKey(), at = gateway) {
  const input = { idempotencyKey, moovWalletId, ...asked };
  const { updateMoovWallet: result } = await at.execute(UpdateMoovWalletDocument, { input });
  if (result == null) throw new Error('The mutation answered nothing.');
  return result;
}

async function close(moovWalletId: string, idempotencyKey = freshKey()) {
  const input = { idempotencyKey, moovWalletId };
  const { closeMoovWallet: result } = await gateway.execute(CloseMoovWalletDocument, { input });
  if (result == null) throw new Error('The mutation answered nothing.');
  return result;
}

/** Every change that was sent, as it went over the wire; none of them is other than Moov documents. */
function sent(at = gateway): readonly (readonly [method: string, path: string, body: unknown])[] {
  const changes = at.simulators.moov.exchanges.filter(({ route }) => route === 'change');
  expect(changes.flatMap(change => contract.requestProblems(change))).toEqual([]);
  return changes.map(({ request: { method, path, body } }) => [method, path, JSON.parse(body)]);
}

const pathOf = ({ accountId, walletId }: Wallet) => `/accounts/${accountId}/wallets/${walletId}`;
const refused = { __typename: 'ConflictError', provider: null, retry: 'DO_NOT_RETRY', providerResponse: null };
const lost = { __typename: 'OutcomeUnknownError', retry: 'FOLLOW_OPERATION', operation: { status: 'UNKNOWN' } };
const marked = (marker: string, labels: Record<string, string> = {}): Seed => ({
  description: 'Money set aside',
  metadata: { ...labels, billfoldOperation: marker },
});

describe('updateMoovWallet', () => {
  test.each<[title: string, seed: Seed, asked: Asked, body: object]>([
    ['renames', {}, { name: 'Löhne' }, { name: 'Löhne' }],
    ['describes', {}, { description: 'Money' }, { description: 'Money' }],
    ['labels', { metadata: { team: 'red' } }, { metadata: { team: 'blue' } }, { metadata: { team: 'blue' } }],
    ['clears the description', { description: 'Money' }, { description: null }, { description: '' }],
    ['clears the labels', { metadata: { team: 'red' } }, { metadata: null }, { metadata: {} }],
    ['takes an empty map for a clearing', { metadata: { team: 'red' } }, { metadata: {} }, { metadata: {} }],
    [
      'keeps its own label where others are given',
      marked('op-1', { team: 'red' }),
      { metadata: { cost: '7' } },
      { metadata: { cost: '7', billfoldOperation: 'op-1' } },
    ],
    [
      'keeps its own label where all others are cleared',
      marked('op-1', { team: 'red' }),
      { metadata: null },
      { metadata: { billfoldOperation: 'op-1' } },
    ],
    ['sends no labels where none are given', marked('op-1', { team: 'red' }), { name: 'Wages' }, { name: 'Wages' }],
    // A read may lag, and what is sent again changes nothing.
    ['sends a name that it has', {}, { name: 'Payroll' }, { name: 'Payroll' }],
    ['clears what is clear', {}, { description: null, metadata: null }, { description: '', metadata: {} }],
  ])('%s', async (_title, seed, asked, body) => {
    const wallet = standing(seed);
    const result = await update(wallet.id, asked);
    expect(sent()).toEqual([['PATCH', pathOf(wallet), body]]);
    const { description = '', metadata: { billfoldOperation: _own, ...labels } = {} } = seed;
    const stands = asked.metadata === undefined ? labels : (asked.metadata ?? {});
    expect(result).toMatchObject({
      __typename: 'MoovWalletUpdated',
      moovWallet: {
        id: wallet.id,
        accountId: wallet.accountId,
        providerId: wallet.walletId,
        state: 'ACTIVE',
        name: asked.name ?? 'Payroll',
        description: asked.description === undefined ? description : (asked.description ?? ''),
        metadata: Object.keys(stands).length === 0 ? null : stands,
      },
    });
  });

  test('labels of any name arrive letter for letter', async () => {
    const metadata = JSON.parse('{"__proto__":"p","constructor":"c","é":"工资"}') as Record<string, string>;
    const wallet = standing(marked('op-1'));
    const result = await update(wallet.id, { metadata });
    if (result.__typename !== 'MoovWalletUpdated') throw new Error(JSON.stringify(result));
    expect(Object.entries(result.moovWallet.metadata ?? {}).toSorted()).toEqual(Object.entries(metadata).toSorted());
    const body = sent()[0]?.[2] as { metadata: Record<string, string> }; // the only change
    const all = [...Object.entries(metadata), ['billfoldOperation', 'op-1']];
    expect(Object.entries(body.metadata).toSorted()).toEqual(all.toSorted());
  });

  test.each<[title: string, asked: Asked, field: object]>([
    ['nothing', {}, { path: ['input'], code: 'EMPTY' }],
    ['a name of null', { name: null }, { path: ['input', 'name'], code: 'EMPTY' }],
    ['a name of null beside another change', { name: null, description: 'x' }, { path: ['input', 'name'] }],
    ['a name of nothing', { name: '' }, { path: ['input', 'name'], code: 'EMPTY' }],
    ['a name too long', { name: 'x'.repeat(1025) }, { path: ['input', 'name'], code: 'TOO_LONG' }],
    ['a description too long', { description: 'x'.repeat(4097) }, { path: ['input', 'description'] }],
    [
      "the gateway's own label",
      { metadata: { billfoldOperation: 'mine' } },
      { path: ['input', 'metadata', 'billfoldOperation'], code: 'RESERVED' },
    ],
  ])('%s › InvalidInputError, nobody is asked, and the key stays free', async (_title, asked, field) => {
    const wallet = standing();
    const key = freshKey();
    expect(await update(wallet.id, asked, key)).toMatchObject({
      __typename: 'InvalidInputError',
      provider: null,
      operation: null,
      fields: [field],
    });
    expect(gateway.simulators.moov.exchanges).toEqual([]);
    expect(await update(wallet.id, { name: 'Wages' }, key)).toHaveProperty('moovWallet.name', 'Wages');
  });

  test.each<[title: string, first: Asked, second: Asked]>([
    ['a description of null and none', { name: 'Wages', description: null }, { name: 'Wages' }],
    ['no metadata and null', { name: 'Wages' }, { name: 'Wages', metadata: null }],
    ['null and an empty text', { description: null }, { description: '' }],
  ])('one key with %s › IdempotencyKeyReusedError: they mean two things', async (_title, first, second) => {
    const wallet = standing(marked('op-1', { team: 'red' }));
    const key = freshKey();
    const done = await update(wallet.id, first, key);
    expect(done.__typename).toBe('MoovWalletUpdated');
    const changes = sent().length;
    expect(await update(wallet.id, second, key)).toMatchObject({ __typename: 'IdempotencyKeyReusedError' });
    expect(await update(wallet.id, first, key)).toEqual(done);
    expect(sent()).toHaveLength(changes);
  });

  for (const version of ['v2025.07.00', 'v2026.07.00']) {
    test(`clearing works with the API version ${version}`, () =>
      withGateway({ environment: { ...patient, MOOV_API_VERSION: version } }, async older => {
        const wallet = standing(marked('op-1', { team: 'red' }), older);
        const asked = { description: null, metadata: null };
        expect(await update(wallet.id, asked, freshKey(), older)).toMatchObject({
          moovWallet: { description: '', metadata: null },
        });
        expect(older.simulators.moov.exchanges.at(-1)?.request.headers['x-moov-version']).toBe(version);
        expect(sent(older)).toEqual([
          ['PATCH', pathOf(wallet), { description: '', metadata: { billfoldOperation: 'op-1' } }],
        ]);
      }));
  }

  test('whether a closed wallet can be renamed is for Moov to say', async () => {
    const wallet = standing();
    gateway.simulators.moov.close(wallet.walletId);
    expect(await update(wallet.id, { name: 'Wages' })).toMatchObject({
      __typename: 'ConflictError',
      provider: 'MOOV',
      providerResponse: { httpStatus: 409, message: 'wallet is closed' },
    });
    expect(sent()).toHaveLength(1);
  });

  test.each<[status: number, body: string | object, expected: object]>([
    [400, { error: 'no' }, { __typename: 'InvalidInputError', fields: [] }],
    [
      422,
      { name: 'is taken', metadata: { team: 'is long' } },
      {
        __typename: 'InvalidInputError',
        fields: [
          { path: ['input', 'name'], message: 'is taken' },
          { path: ['input', 'metadata', 'team'], message: 'is long' },
        ],
      },
    ],
    [403, '', { __typename: 'ProviderAccessDeniedError', retry: 'ASK_OPERATOR' }],
    [404, '', { __typename: 'NotFoundError' }],
    [409, { error: 'no' }, { __typename: 'ConflictError', retry: 'DO_NOT_RETRY' }],
    [429, '', { __typename: 'RateLimitedError', retry: 'RETRY_WITH_SAME_KEY' }],
    [500, '', lost],
    [504, '', lost],
  ])('Moov answers %i %j › as is due', async (status, body, expected) => {
    gateway.simulators.moov.next(faults.answer(status, { body }), { route: 'change' });
    const result = await update(standing().id, { name: 'Wages' });
    expect(result).toMatchObject({ ...expected, provider: 'MOOV', providerResponse: { httpStatus: status } });
    expect(result).toMatchObject({ message: expect.not.stringContaining('docs/') });
  });
});

describe('closeMoovWallet', () => {
  test('closes an empty general wallet', async () => {
    const wallet = standing();
    const { walletId, accountId, id } = wallet;
    const result = await close(id);
    expect(sent()).toEqual([['PATCH', pathOf(wallet), { status: 'closed' }]]);
    expect(result).toMatchObject({
      __typename: 'MoovWalletClosed',
      moovWallet: { id, accountId, providerId: walletId, state: 'CLOSED', closedAt: expect.stringMatching(/^2/) },
    });
  });

  test('one that is closed already counts as done, and nothing is sent', async () => {
    const wallet = standing();
    gateway.simulators.moov.setBalance(wallet.walletId, '5'); // whatever else would be in the way
    gateway.simulators.moov.close(wallet.walletId);
    expect(await close(wallet.id)).toMatchObject({ __typename: 'MoovWalletClosed', moovWallet: { state: 'CLOSED' } });
    expect(sent()).toEqual([]);
  });

  test.each(['1', '-1', '9223372036854775807'])(
    'a balance of %s cents › ConflictError, and nothing is sent',
    async cents => {
      const wallet = standing();
      gateway.simulators.moov.setBalance(wallet.walletId, cents);
      const message = expect.stringMatching(/balance is not zero/);
      expect(await close(wallet.id)).toMatchObject({ ...refused, message });
      expect(sent()).toEqual([]);
    },
  );

  /** What Moov tells of the wallet before it is closed. */
  const told = (members: object) =>
    gateway.simulators.moov.next(
      faults.change(answer => ({ ...answer, ...members })),
      { route: 'read' },
    );

  test('the default wallet of an account › ConflictError, and nothing is sent', async () => {
    const accountId = idEnding();
    const owners = { moovAccount: { accountId } };
    const [wallet] = (await gateway.execute(WalletsDocument, { owners })).wallets.nodes;
    const message = expect.stringMatching(/default wallet/);
    expect(await close(wallet?.id ?? '')).toMatchObject({ ...refused, message });
    expect(sent()).toEqual([]);
  });

  test.each<[title: string, members: object]>([
    ['a wallet that cards are issued on', { walletType: 'card-issuing' }],
    ['a type that nobody documented', { walletType: 'escrow' }],
    ['a status that nobody documented', { status: 'frozen' }],
    ['a balance that cannot be read', { availableBalance: { currency: 'USD', value: 'some' } }],
  ])('%s › is for Moov to judge', async (_title, members) => {
    const wallet = standing();
    told(members);
    expect(await close(wallet.id)).toMatchObject({ __typename: 'MoovWalletClosed' });
    expect(sent()).toHaveLength(1);
  });

  test("a conflict › is Moov's verdict, such as that it was not quiet for long enough", async () => {
    const body = { error: 'wallet had activity in the past 75 days' };
    gateway.simulators.moov.next(faults.answer(409, { body }), { route: 'change' });
    expect(await close(standing().id)).toMatchObject({
      __typename: 'ConflictError',
      provider: 'MOOV',
      retry: 'DO_NOT_RETRY',
      providerResponse: { httpStatus: 409, message: body.error },
    });
    expect(gateway.simulators.moov.exchanges.map(({ operation }) => operation)).toEqual([
      'getWallet',
      'updateWallet',
      'getWallet',
    ]);
  });

  test('a conflict with somebody who closed it meanwhile › is done', async () => {
    const wallet = standing();
    gateway.simulators.moov.close(wallet.walletId);
    told({ status: 'active', closedOn: null });
    expect(await close(wallet.id)).toMatchObject({ __typename: 'MoovWalletClosed', moovWallet: { state: 'CLOSED' } });
    expect(sent()).toHaveLength(1);
    expect(gateway.simulators.moov.exchanges.find(({ route }) => route === 'change')?.answer?.status).toBe(409);
  });

  test('a conflict after which the wallet cannot be read › may be tried again', async () => {
    const wallet = standing();
    const { moov } = gateway.simulators;
    moov.next(
      faults.change(answer => answer),
      { route: 'read' },
    );
    moov.next(faults.answer(500), { route: 'read', times: 3 });
    moov.next(faults.answer(409), { route: 'change' });
    expect(await close(wallet.id)).toMatchObject({
      __typename: 'ProviderUnavailableError',
      retry: 'RETRY_WITH_SAME_KEY',
    });
  });

  test.each<[status: number, body: string | object, expected: object]>([
    [400, { error: 'no' }, { __typename: 'InvalidInputError', fields: [] }],
    [422, { status: 'must be active or closed' }, { __typename: 'InvalidInputError', fields: [] }],
    [403, '', { __typename: 'ProviderAccessDeniedError' }],
    [404, '', { __typename: 'NotFoundError' }],
    [429, '', { __typename: 'RateLimitedError' }],
    [500, '', lost],
  ])('Moov answers %i %j › as is due', async (status, body, expected) => {
    gateway.simulators.moov.next(faults.answer(status, { body }), { route: 'change' });
    const result = await close(standing().id);
    expect(result).toMatchObject({ ...expected, provider: 'MOOV', providerResponse: { httpStatus: status } });
  });
});

describe('an id', () => {
  test.each([
    ['that is none', 'x'],
    ['of nothing', ''],
    ['of another type of wallet', globalId('DigitalWallet', randomUUID(), randomUUID(), randomUUID())],
    ['with too few parts', globalId('MoovWallet', randomUUID())],
    ['that climbs', globalId('MoovWallet', '..', randomUUID())],
    ['in upper case', globalId('MoovWallet', randomUUID(), randomUUID().toUpperCase())],
  ])('%s › InvalidInputError, and nobody is asked', async (_title, id) => {
    const expected = {
      __typename: 'InvalidInputError',
      provider: null,
      operation: null,
      fields: [{ path: ['input', 'moovWalletId'], code: 'WRONG_ID' }],
    };
    expect(await update(id, { name: 'Wages' })).toMatchObject(expected);
    expect(await close(id)).toMatchObject(expected);
    expect(gateway.simulators.moov.exchanges).toEqual([]);
  });

  test('of a wallet that is not there, or not in that account › NotFoundError', async () => {
    const { walletId } = standing();
    for (const id of [globalId('MoovWallet', idEnding(), randomUUID()), globalId('MoovWallet', idEnding(), walletId)]) {
      expect(await update(id, { name: 'Wages' })).toMatchObject({ __typename: 'NotFoundError', provider: 'MOOV' });
      expect(await close(id)).toMatchObject({ __typename: 'NotFoundError', provider: 'MOOV' });
    }
    // A name needs nothing read first, so that Moov itself says so.
    expect(sent().map(([, , body]) => body)).toEqual([{ name: 'Wages' }, { name: 'Wages' }]);
  });
});

describe('what Moov says of another wallet', () => {
  const another = faults.change(answer => ({ ...answer, walletID: randomUUID() }));

  test('before a change › is not acted upon', async () => {
    const { id } = standing({ metadata: { team: 'red' } });
    for (const change of [() => update(id, { metadata: null }), () => close(id)]) {
      gateway.simulators.moov.next(another, { route: 'read' });
      expect(await change()).toMatchObject({ __typename: 'ProviderUnavailableError', retry: 'RETRY_WITH_SAME_KEY' });
    }
    expect(sent()).toEqual([]);
  });

  test('after a change › is not believed: it is done again', async () => {
    const { id } = standing();
    const [renaming, closing] = [freshKey(), freshKey()];
    gateway.simulators.moov.next(another, { route: 'change' });
    expect(await update(id, { name: 'Wages' }, renaming)).toMatchObject(lost);
    expect(await update(id, { name: 'Wages' }, renaming)).toMatchObject({ moovWallet: { id, name: 'Wages' } });
    gateway.simulators.moov.next(another, { route: 'change' });
    expect(await close(id, closing)).toMatchObject(lost);
    expect(await close(id, closing)).toMatchObject({ moovWallet: { id, state: 'CLOSED' } });
    expect(sent()).toHaveLength(3);
  });

  test('nor is a closing that shows an open wallet', async () => {
    const { id } = standing();
    const key = freshKey();
    const open = faults.change(answer => ({ ...answer, status: 'active' }), { applied: false });
    gateway.simulators.moov.next(open, { route: 'change' });
    expect(await close(id, key)).toMatchObject(lost);
    expect(await close(id, key)).toMatchObject({ __typename: 'MoovWalletClosed', moovWallet: { state: 'CLOSED' } });
  });
});

describe('a change whose answer was lost', () => {
  test.each([true, false])('an update (carried out: %s) › is healed by its key, by being done again', async applied => {
    const { id } = standing(marked('op-1', { team: 'red' }));
    const asked: Asked = { name: 'Wages', description: null, metadata: { cost: '7' } };
    const key = freshKey();
    gateway.simulators.moov.next(faults.reset('before-answer', { applied }), { route: 'change' });
    expect(await update(id, asked, key)).toMatchObject(lost);
    const healed = await update(id, asked, key);
    expect(healed).toMatchObject({ moovWallet: { id, name: 'Wages', description: '', metadata: { cost: '7' } } });
    expect(await update(id, asked, key)).toEqual(healed); // now from the journal
    expect(sent()).toHaveLength(2);
    expect(sent().at(-1)?.[2]).toMatchObject({ metadata: { cost: '7', billfoldOperation: 'op-1' } });
    expect(await operationOf(gateway, 'updateMoovWallet', key)).toMatchObject({ status: 'SUCCEEDED', attempts: 2 });
  });

  test.each([
    [true, 1],
    [false, 2],
  ])('a closing (carried out: %s) › is healed by its key, and was sent %i times', async (applied, times) => {
    const { id } = standing();
    const key = freshKey();
    gateway.simulators.moov.next(faults.reset('before-answer', { applied }), { route: 'change' });
    expect(await close(id, key)).toMatchObject(lost);
    expect(await close(id, key)).toMatchObject({ __typename: 'MoovWalletClosed', moovWallet: { state: 'CLOSED' } });
    expect(sent()).toHaveLength(times);
  });

  test('a closing that was not carried out, of a wallet that was paid into since › is given up, and says why', async () => {
    const { id, walletId } = standing();
    const key = freshKey();
    gateway.simulators.moov.always(faults.reset('before-answer'), { route: 'change' });
    expect(await close(id, key)).toMatchObject(lost);
    gateway.simulators.moov.setBalance(walletId, '100');
    gateway.simulators.moov.always(null, { route: 'change' });
    await decided(gateway, 'closeMoovWallet', key);
    expect(await close(id, key)).toMatchObject({
      __typename: 'OutcomeUnknownError',
      retry: 'RETRY_WITH_NEW_KEY',
      message: expect.stringContaining('balance is not zero'),
    });
  });

  test('is followed by no other change of that wallet until it is known, and by those of others at once', async () => {
    const [wallet, another] = [standing(), standing()];
    const [first, second] = [freshKey(), freshKey()];
    gateway.simulators.moov.always(faults.reset('before-answer'), { route: 'change' });
    expect(await update(wallet.id, { name: 'Wages' }, first)).toMatchObject(lost);
    expect(await close(wallet.id, second)).toMatchObject({
      __typename: 'ConflictError',
      provider: null,
      retry: 'RETRY_WITH_SAME_KEY',
    });
    expect(sent().map(([, , body]) => body)).not.toContainEqual({ status: 'closed' });
    expect(await close(another.id)).toMatchObject(lost);
    gateway.simulators.moov.always(null, { route: 'change' });
    expect(await decided(gateway, 'updateMoovWallet', first)).toMatchObject({ status: 'SUCCEEDED' });
    expect(await close(wallet.id, second)).toMatchObject({ moovWallet: { name: 'Wages', state: 'CLOSED' } });
  });
});

test('a wallet whose create is still looked for › is found by its marker after its labels were replaced', async () => {
  const accountId = idEnding();
  const input = { idempotencyKey: freshKey(), accountId, name: 'Payroll', metadata: { team: 'red' } };
  const create = async () => (await gateway.execute(CreateMoovWalletDocument, { input })).createMoovWallet;
  const { moov } = gateway.simulators;
  moov.next(faults.reset('before-answer', { applied: true }));
  moov.setListLag(600_000); // the create is looked for in the list, which does not show it yet
  expect(await create()).toMatchObject(lost);
  const walletId = moov.ledger[0]?.resourceId ?? '';

  const id = globalId('MoovWallet', accountId, walletId);
  expect(await update(id, { metadata: { cost: '7' } })).toMatchObject({ moovWallet: { metadata: { cost: '7' } } });
  moov.setListLag(0);
  await decided(gateway, 'createMoovWallet', input.idempotencyKey);
  const found = { id, providerId: walletId, metadata: { cost: '7' } };
  expect(await create()).toMatchObject({ __typename: 'MoovWalletCreated', moovWallet: found });
  expect(moov.ledger).toHaveLength(1);
});

test('what was read before a change is read anew after it', async () => {
  const { id } = standing();
  const read = async () => (await gateway.execute(NodeDocument, { id })).node;
  expect(await read()).toMatchObject({ name: 'Payroll', state: 'ACTIVE' });
  await update(id, { name: 'Wages' });
  expect(await read()).toMatchObject({ name: 'Wages', state: 'ACTIVE' });
  await close(id);
  expect(await read()).toMatchObject({ name: 'Wages', state: 'CLOSED' });
});

describe('a create that lacks something says where to read how to get it', () => {
  const create = async (code: '403' | '404' | '409' | '422') => {
    const input = { idempotencyKey: freshKey(), accountId: idEnding(code), name: 'Payroll' };
    return (await gateway.execute(CreateMoovWalletDocument, { input })).createMoovWallet;
  };

  test.each([
    [
      '409',
      'ConflictError',
      /`wallet\.balance`, or have its ten open wallets already: docs\/providers\.md tells how\.$/,
    ],
    ['403', 'ProviderAccessDeniedError', /not be connected .* `wallet\.balance`: docs\/providers\.md tells how\.$/],
  ] as const)('where Moov answers %s', async (code, __typename, message) => {
    expect(await create(code)).toMatchObject({ __typename, message: expect.stringMatching(message) });
  });

  test('and nowhere else', async () => {
    for (const code of ['404', '422'] as const) {
      expect(await create(code)).toMatchObject({ message: expect.not.stringContaining('docs/') });
    }
  });
});
