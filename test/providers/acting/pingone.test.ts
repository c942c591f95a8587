import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { globalId } from '../../../src/core/ids.js';
import { faults } from '../../../src/simulators/faults.js';
import { idEnding } from '../../../src/simulators/outcomes.js';
import { readContract } from '../../contract/openapi.js';
import {
  CreateDigitalWalletDocument,
  DeleteDigitalWalletDocument,
  NodeDocument,
  UpdateDigitalWalletDocument,
  type UpdateDigitalWalletInput,
} from '../../generated/operations.js';
import { freshKey, startTestGateway, type TestGateway } from '../../support/gateway.js';
import { decided, operationOf, settled } from '../../support/operations.js';

/** Changes of PingOne's wallets: what is sent, what is not, and what becomes of a change whose answer was lost. */

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway({ environment: { PROVIDER_TIMEOUT_MS: '10000', SAME_KEY_WAIT_MS: '10000' } });
});
afterAll(() => gateway.stop());
afterEach(async () => {
  gateway.simulators.reset();
  await settled(gateway);
  gateway.simulators.reset();
});

const environmentId = 'ab000000-0000-4000-8000-000000000010'; // the simulator's own
const contract = readContract('pingone');

interface Wallet {
  readonly id: string;
  readonly userId: string;
  readonly walletId: string;
}

type Status = 'PAIRING_REQUIRED' | 'ACTIVE' | 'EXPIRED' | 'DISABLED';

/** A wallet that stands so; with that application instance, where one is given. */
function standing(status: Status, instanceId?: string): Wallet {
  const { pingone } = gateway.simulators;
  const userId = idEnding();
  const walletId = pingone.addWallet(userId, { status });
  if (instanceId !== undefined) pingone.pair(walletId, instanceId);
  if (instanceId !== undefined && status === 'DISABLED') pingone.disable(walletId);
  if (instanceId !== undefined && status === 'EXPIRED') pingone.expire(walletId);
  return { id: globalId('DigitalWallet', environmentId, userId, walletId), userId, walletId };
}

type Asked = Omit<UpdateDigitalWalletInput, 'idempotencyKey' | 'digitalWalletId'>;

async function update(digitalWalletId: string, asked: Asked, idempotencyKey = freshKey(), at = gateway) {
  const input = { idempotencyKey, digitalWalletId, ...asked };
  const { updateDigitalWallet: result } = await at.execute(UpdateDigitalWalletDocument, { input });
  if (result == null) throw new Error('The mutation answered nothing.');
  return result;
}

async function remove(digitalWalletId: string, idempotencyKey = freshKey()) {
  const input = { idempotencyKey, digitalWalletId };
  const { deleteDigitalWallet: result } = await gateway.execute(DeleteDigitalWalletDocument, { input });
  if (result == null) throw new Error('The mutation answered nothing.');
  return result;
}

/** Every change that was sent, as it went over the wire; none of them is other than PingOne documents. */
function sent(): readonly (readonly [method: string, path: string, body: unknown])[] {
  const changes = gateway.simulators.pingone.exchanges.filter(({ route }) => route === 'change');
  expect(changes.flatMap(change => contract.requestProblems(change))).toEqual([]);
  return changes.map(({ request: { method, path, body } }) => [method, path, body === '' ? null : JSON.parse(body)]);
}

const pathOf = ({ userId, walletId }: Wallet) =>
  `/v1/environments/${environmentId}/users/${userId}/digitalWallets/${walletId}`;
const invalidData = (target: string) => ({
  id: randomUUID(),
  code: 'INVALID_DATA',
  message: 'The request could not be completed.',
  details: [{ code: 'INVALID_VALUE', target, message: 'Not so.' }],
});
const wrongInstance = { __typename: 'InvalidInputError', fields: [{ path: ['input', 'applicationInstanceId'] }] };
const refused = { __typename: 'ConflictError', provider: null, retry: 'DO_NOT_RETRY', providerResponse: null };
const lost = { __typename: 'OutcomeUnknownError', retry: 'FOLLOW_OPERATION', operation: { status: 'UNKNOWN' } };
const [mine, other] = ['23000000-0000-4000-8000-000000000002', '23000000-0000-4000-8000-000000000003'];

describe('updateDigitalWallet', () => {
  test.each<[title: string, wallet: () => Wallet, asked: Asked, body: object, state: string]>([
    [
      'switches an active wallet off',
      () => standing('ACTIVE', mine),
      { status: 'DISABLED' },
      { status: 'DISABLED' },
      'SUSPENDED',
    ],
    [
      'switches one off that waits for its pairing',
      () => standing('PAIRING_REQUIRED'),
      { status: 'DISABLED' },
      { status: 'DISABLED' },
      'SUSPENDED',
    ],
    [
      'switches one on again, with the instance that it had before',
      () => standing('DISABLED', mine),
      { status: 'ACTIVE' },
      { status: 'ACTIVE' },
      'ACTIVE',
    ],
    [
      'switches one on with the instance that comes along',
      () => standing('DISABLED'),
      { status: 'ACTIVE', applicationInstanceId: mine.toUpperCase() },
      { status: 'ACTIVE', applicationInstance: { id: mine } },
      'ACTIVE',
    ],
    [
      'assigns the instance alone',
      () => standing('PAIRING_REQUIRED'),
      { applicationInstanceId: mine },
      { applicationInstance: { id: mine } },
      'PENDING',
    ],
    [
      'sends only what changes',
      () => standing('DISABLED', mine),
      { status: 'ACTIVE', applicationInstanceId: mine },
      { status: 'ACTIVE' },
      'ACTIVE',
    ],
    // A read may lag, and PUT of the same changes nothing.
    ['a status that it has', () => standing('ACTIVE', mine), { status: 'ACTIVE' }, { status: 'ACTIVE' }, 'ACTIVE'],
    [
      'one that it has, and null for the instance',
      () => standing('DISABLED'),
      stay('DISABLED'),
      { status: 'DISABLED' },
      'SUSPENDED',
    ],
    [
      'both as they are',
      () => standing('DISABLED', mine),
      { status: 'DISABLED', applicationInstanceId: mine.toUpperCase() },
      { status: 'DISABLED' },
      'SUSPENDED',
    ],
  ])('%s', async (_title, make, asked, body, state) => {
    const wallet = make();
    const result = await update(wallet.id, asked);
    expect(sent()).toEqual([['PUT', pathOf(wallet), body]]);
    expect(result).toMatchObject({
      __typename: 'DigitalWalletUpdated',
      digitalWallet: { id: wallet.id, providerId: wallet.walletId, userId: wallet.userId, environmentId, state },
    });
    if ('applicationInstance' in body) {
      expect(result).toMatchObject({ digitalWallet: { applicationInstanceId: mine } });
    }
  });

  test.each<[title: string, wallet: () => Wallet, asked: Asked]>([
    ['an instance that it has', () => standing('ACTIVE', mine), { applicationInstanceId: mine }],
    ['an instance that an expired one has', () => standing('EXPIRED', mine), { applicationInstanceId: mine }],
  ])('%s › is done already, and nothing is sent', async (_title, make, asked) => {
    const wallet = make();
    expect(await update(wallet.id, asked)).toMatchObject({
      __typename: 'DigitalWalletUpdated',
      digitalWallet: { id: wallet.id },
    });
    expect(sent()).toEqual([]);
  });

  test.each<[title: string, wallet: () => Wallet, asked: Asked, message: RegExp]>([
    ['ACTIVE without an instance', () => standing('DISABLED'), { status: 'ACTIVE' }, /no application instance/],
    ['ACTIVE of one never paired', () => standing('PAIRING_REQUIRED'), { status: 'ACTIVE' }, /no application instance/],
    ['ACTIVE of an expired one', () => standing('EXPIRED'), activeWith(mine), /expired/],
    ['DISABLED of an expired one', () => standing('EXPIRED'), { status: 'DISABLED' }, /expired/],
    ['an instance for an expired one', () => standing('EXPIRED'), { applicationInstanceId: mine }, /expired/],
    ['another instance', () => standing('ACTIVE', mine), { applicationInstanceId: other }, /assigned once/],
    ['another instance, with a status', () => standing('DISABLED', mine), activeWith(other), /assigned once/],
    ['another instance, with a status that it has', () => standing('ACTIVE', mine), activeWith(other), /assigned once/],
  ])('%s › ConflictError, and nothing is sent', async (_title, make, asked, message) => {
    const result = await update(make().id, asked);
    expect(result).toMatchObject({ ...refused, message: expect.stringMatching(message) });
    expect(sent()).toEqual([]);
  });

  test('a status that nobody documented forbids nothing', async () => {
    const wallet = standing('ACTIVE', mine);
    const strange = faults.change(answer => ({ ...answer, status: 'QUARANTINED' }));
    gateway.simulators.pingone.next(strange, { route: 'read' });
    expect(await update(wallet.id, { status: 'ACTIVE' })).toMatchObject({ digitalWallet: { state: 'ACTIVE' } });
    expect(sent()).toEqual([['PUT', pathOf(wallet), { status: 'ACTIVE' }]]);
  });

  test.each([{}, { status: null, applicationInstanceId: null }])(
    'nothing to change, as %j › InvalidInputError, and the key stays free',
    async asked => {
      const wallet = standing('ACTIVE', mine);
      const key = freshKey();
      expect(await update(wallet.id, asked, key)).toMatchObject({
        __typename: 'InvalidInputError',
        provider: null,
        operation: null,
        fields: [{ path: ['input'], code: 'EMPTY' }],
      });
      expect(gateway.simulators.pingone.exchanges).toEqual([]);
      expect(await update(wallet.id, { status: 'DISABLED' }, key)).toHaveProperty('digitalWallet.state', 'SUSPENDED');
    },
  );

  test.each<[status: number, target: string, expected: object]>([
    [400, 'status', { __typename: 'InvalidInputError', fields: [{ path: ['input', 'status'], message: 'Not so.' }] }],
    [400, 'applicationInstance.id', wrongInstance],
    [403, '', { __typename: 'ProviderAccessDeniedError', retry: 'ASK_OPERATOR' }],
    [404, '', { __typename: 'NotFoundError' }],
    [409, '', { __typename: 'ConflictError', retry: 'DO_NOT_RETRY' }],
    [429, '', { __typename: 'RateLimitedError', retry: 'RETRY_WITH_SAME_KEY' }],
    [500, '', lost],
    [503, '', lost],
  ])('PingOne answers %i %s › as is due', async (status, target, expected) => {
    const wallet = standing('ACTIVE', mine);
    const body = target === '' ? '' : invalidData(target);
    gateway.simulators.pingone.next(faults.answer(status, { body }), { route: 'change' });
    expect(await update(wallet.id, { status: 'DISABLED' })).toMatchObject({
      ...expected,
      provider: 'PINGONE',
      providerResponse: { httpStatus: status },
    });
    expect(sent()).toHaveLength(1);
  });

  test('a wallet that is gone › NotFoundError, and nothing is sent', async () => {
    const wallet = standing('ACTIVE', mine);
    gateway.simulators.pingone.remove(wallet.walletId);
    expect(await update(wallet.id, { status: 'DISABLED' })).toMatchObject({ __typename: 'NotFoundError' });
    expect(sent()).toEqual([]);
  });

  test.each([
    ['about another one', () => ({ id: randomUUID() })],
    ['about another user', () => ({ user: { id: randomUUID() } })],
    ['without an id', () => ({ id: null })],
  ])('a wallet read %s is not acted upon', async (_title, spoilt) => {
    const wallet = standing('ACTIVE', mine);
    gateway.simulators.pingone.next(
      faults.change(answer => ({ ...answer, ...spoilt() })),
      { route: 'read', times: 3 },
    );
    expect(await update(wallet.id, { status: 'DISABLED' })).toMatchObject({
      __typename: 'ProviderUnavailableError',
      retry: 'RETRY_WITH_SAME_KEY',
    });
    expect(sent()).toEqual([]);
  });

  test.each([
    ['about another one', () => ({ id: randomUUID() })],
    ['about another user', () => ({ user: { id: randomUUID() } })],
    ["about another application's", () => ({ digitalWalletApplication: { id: randomUUID() } })],
    ['in another state than was asked for', () => ({ status: 'ACTIVE' })],
    ['with another instance', () => ({ applicationInstance: { id: other } })],
  ])('an answer %s is not believed: it is done again', async (_title, spoilt) => {
    const wallet = standing('PAIRING_REQUIRED');
    const asked: Asked = { status: 'DISABLED', applicationInstanceId: mine };
    const key = freshKey();
    gateway.simulators.pingone.next(
      faults.change(answer => ({ ...answer, ...spoilt() })),
      { route: 'change' },
    );
    expect(await update(wallet.id, asked, key)).toMatchObject(lost);
    expect(await update(wallet.id, asked, key)).toMatchObject({
      digitalWallet: { id: wallet.id, state: 'SUSPENDED', applicationInstanceId: mine },
    });
    expect(sent()).toHaveLength(2);
  });

  test('an answer that leaves out what it may is read all the same', async () => {
    const wallet = standing('ACTIVE', mine);
    const spare = ({ id, status }: Readonly<Record<string, unknown>>) => ({ id, status });
    gateway.simulators.pingone.next(faults.change(spare), { route: 'change' });
    expect(await update(wallet.id, { status: 'DISABLED' })).toMatchObject({
      digitalWallet: { id: wallet.id, state: 'SUSPENDED' },
    });
  });
});

describe('deleteDigitalWallet', () => {
  test.each<Status>(['PAIRING_REQUIRED', 'ACTIVE', 'EXPIRED', 'DISABLED'])(
    'deletes a wallet that is %s',
    async status => {
      const wallet = standing(status);
      expect(await remove(wallet.id)).toEqual({ __typename: 'DigitalWalletDeleted', deletedId: wallet.id });
      expect(sent()).toEqual([['DELETE', pathOf(wallet), null]]);
      expect(await gateway.execute(NodeDocument, { id: wallet.id })).toEqual({ node: null });
    },
  );

  test('an answer with a body is as good as one without', async () => {
    const wallet = standing('ACTIVE');
    gateway.simulators.pingone.next(faults.answer(200, { applied: true, body: 'gone' }), { route: 'change' });
    expect(await remove(wallet.id)).toMatchObject({ deletedId: wallet.id });
  });

  test('one that is gone already counts as done', async () => {
    const wallet = standing('ACTIVE');
    gateway.simulators.pingone.remove(wallet.walletId);
    expect(await remove(wallet.id)).toMatchObject({ __typename: 'DigitalWalletDeleted', deletedId: wallet.id });
  });

  test('one of a user whom PingOne does not know › NotFoundError', async () => {
    const wallet = standing('ACTIVE');
    gateway.simulators.pingone.remove(wallet.walletId);
    gateway.simulators.pingone.next(faults.answer(404), { route: 'read' });
    expect(await remove(wallet.id)).toMatchObject({ __typename: 'NotFoundError', provider: 'PINGONE' });
  });

  test('one that is not there, of a user who cannot be asked for › may be tried again', async () => {
    const wallet = standing('ACTIVE');
    gateway.simulators.pingone.remove(wallet.walletId);
    gateway.simulators.pingone.next(faults.answer(500), { route: 'read', times: 3 });
    const key = freshKey();
    expect(await remove(wallet.id, key)).toMatchObject({
      __typename: 'ProviderUnavailableError',
      retry: 'RETRY_WITH_SAME_KEY',
    });
    expect(await remove(wallet.id, key)).toMatchObject({ deletedId: wallet.id });
  });

  test.each<[status: number, expected: object]>([
    [400, { __typename: 'InvalidInputError' }],
    [403, { __typename: 'ProviderAccessDeniedError' }],
    [409, { __typename: 'ConflictError' }],
    [429, { __typename: 'RateLimitedError' }],
    [500, lost],
  ])('PingOne answers %i › as is due, and nobody is asked about the user', async (status, expected) => {
    const wallet = standing('ACTIVE');
    gateway.simulators.pingone.next(faults.answer(status), { route: 'change' });
    expect(await remove(wallet.id)).toMatchObject({ ...expected, provider: 'PINGONE' });
    expect(gateway.simulators.pingone.exchanges.filter(({ route }) => route === 'read')).toEqual([]);
  });
});

describe('an id', () => {
  const wrong: readonly (readonly [title: string, id: string])[] = [
    ['that is none', 'x'],
    ['of nothing', ''],
    ['of another type of wallet', globalId('MoovWallet', randomUUID(), randomUUID())],
    ['with too few parts', globalId('DigitalWallet', environmentId, randomUUID())],
    ['that climbs', globalId('DigitalWallet', environmentId, '..', randomUUID())],
    ['in upper case', globalId('DigitalWallet', environmentId, randomUUID(), randomUUID().toUpperCase())],
  ];

  test.each(wrong)('%s › InvalidInputError, and nobody is asked', async (_title, id) => {
    const expected = {
      __typename: 'InvalidInputError',
      provider: null,
      operation: null,
      fields: [{ path: ['input', 'digitalWalletId'], code: 'WRONG_ID' }],
    };
    expect(await update(id, { status: 'DISABLED' })).toMatchObject(expected);
    expect(await remove(id)).toMatchObject(expected);
    expect(gateway.simulators.pingone.exchanges).toEqual([]);
  });

  test('of an environment that the gateway does not work in › InvalidInputError, and nobody is asked', async () => {
    const id = globalId('DigitalWallet', randomUUID(), randomUUID(), randomUUID());
    const expected = {
      __typename: 'InvalidInputError',
      provider: null,
      fields: [{ path: ['input', 'digitalWalletId'], code: 'NOT_ALLOWED' }],
    };
    expect(await update(id, { status: 'DISABLED' })).toMatchObject(expected);
    expect(await remove(id)).toMatchObject(expected);
    expect(gateway.simulators.pingone.exchanges).toEqual([]);
  });
});

test.each([
  ['an answer of PingOne', {}],
  ['a page of something in between', { body: '<html>not here</html>' }],
])('a 404 to a deletion (%s) of a wallet that is listed all the same is no deletion', async (_title, rest) => {
  const wallet = standing('ACTIVE', mine);
  gateway.simulators.pingone.next(faults.answer(404, rest), { route: 'change' });
  const key = freshKey();
  expect(await remove(wallet.id, key)).toMatchObject({
    __typename: 'ProviderUnavailableError',
    retry: 'RETRY_WITH_SAME_KEY',
  });
  expect(await remove(wallet.id, key)).toMatchObject({ __typename: 'DigitalWalletDeleted' });
});

describe('a change whose answer was lost', () => {
  test.each([true, false])('an update (carried out: %s) › is healed by its key, by being done again', async applied => {
    const wallet = standing('PAIRING_REQUIRED');
    const asked: Asked = { status: 'ACTIVE', applicationInstanceId: mine };
    const key = freshKey();
    gateway.simulators.pingone.next(faults.reset('before-answer', { applied }), { route: 'change' });
    expect(await update(wallet.id, asked, key)).toMatchObject(lost);
    const healed = await update(wallet.id, asked, key);
    expect(healed).toMatchObject({
      __typename: 'DigitalWalletUpdated',
      digitalWallet: { id: wallet.id, state: 'ACTIVE', applicationInstanceId: mine },
    });
    expect(await update(wallet.id, asked, key)).toEqual(healed); // now from the journal
    expect(sent()).toHaveLength(2);
    const operation = await operationOf(gateway, 'updateDigitalWallet', key);
    expect(operation).toMatchObject({ status: 'SUCCEEDED', attempts: 2 });
  });

  test.each([true, false])('a deletion (carried out: %s) › is healed by its key', async applied => {
    const wallet = standing('ACTIVE');
    const key = freshKey();
    gateway.simulators.pingone.next(faults.reset('before-answer', { applied }), { route: 'change' });
    expect(await remove(wallet.id, key)).toMatchObject(lost);
    expect(await remove(wallet.id, key)).toEqual({ __typename: 'DigitalWalletDeleted', deletedId: wallet.id });
    expect(sent()).toHaveLength(2);
    expect(await gateway.execute(NodeDocument, { id: wallet.id })).toEqual({ node: null });
  });

  test('is followed by no other change of that wallet until it is known, and by those of others at once', async () => {
    const [wallet, another] = [standing('ACTIVE', mine), standing('ACTIVE', mine)];
    const [first, second] = [freshKey(), freshKey()];
    gateway.simulators.pingone.always(faults.reset('before-answer'), { route: 'change' });
    expect(await remove(wallet.id, first)).toMatchObject(lost);
    expect(await update(wallet.id, { status: 'DISABLED' }, second)).toMatchObject({
      __typename: 'ConflictError',
      provider: null,
      retry: 'RETRY_WITH_SAME_KEY',
    });
    expect(await remove(wallet.id)).toMatchObject({ __typename: 'ConflictError', retry: 'RETRY_WITH_SAME_KEY' });
    expect(sent().filter(([method]) => method === 'PUT')).toEqual([]);
    expect(await update(another.id, { status: 'DISABLED' })).toMatchObject(lost);
    expect(sent().filter(([method]) => method === 'PUT')).toHaveLength(1);

    gateway.simulators.pingone.always(null, { route: 'change' });
    expect(await decided(gateway, 'deleteDigitalWallet', first)).toMatchObject({ status: 'SUCCEEDED' });
    expect(await update(wallet.id, { status: 'DISABLED' }, second)).toMatchObject({ __typename: 'NotFoundError' });
  });
});

test('what was read before a change is read anew after it', async () => {
  const wallet = standing('ACTIVE', mine);
  const state = async () => (await gateway.execute(NodeDocument, { id: wallet.id })).node;
  expect(await state()).toMatchObject({ state: 'ACTIVE' });
  await update(wallet.id, { status: 'DISABLED' });
  expect(await state()).toMatchObject({ state: 'SUSPENDED' });
  await remove(wallet.id);
  expect(await state()).toBeNull();
});

describe('a create that lacks something says where to read how to get it', () => {
  const create = async (more: object) => {
    const digitalWalletApplicationId = '9f000000-0000-4000-8000-000000000001';
    const input = { idempotencyKey: freshKey(), userId: idEnding(), digitalWalletApplicationId, ...more };
    return (await gateway.execute(CreateDigitalWalletDocument, { input })).createDigitalWallet;
  };
  const hint =
    'The user and the digital wallet application must exist in that environment first: docs/providers.md tells how.';

  test('where PingOne finds nothing, or objects to the application', async () => {
    const missing = await create({ userId: idEnding('404') });
    expect(missing).toMatchObject({ __typename: 'NotFoundError', message: expect.stringContaining(hint) });
    const wrong = await create({ userId: idEnding('400') }); // in the simulator's words, for the application
    expect(wrong).toMatchObject({ __typename: 'InvalidInputError', message: expect.stringContaining(hint) });
  });

  test('and nowhere else', async () => {
    for (const code of ['403', '409', '422', '429'] as const) {
      const { message } = (await create({ userId: idEnding(code) })) as { message: string };
      expect(message).not.toContain('docs/');
    }
  });
});

function stay(status: 'DISABLED'): Asked {
  return { status, applicationInstanceId: null };
}

function activeWith(applicationInstanceId: string): Asked {
  return { status: 'ACTIVE', applicationInstanceId };
}
