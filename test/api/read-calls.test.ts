import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { faults } from '../../src/simulators/faults.js';
import { idEnding } from '../../src/simulators/outcomes.js';
import { CreateMoovWalletDocument, CreateWalletAccountDocument, NodesDocument } from '../generated/operations.js';
import { freshKey, startTestGateway, type TestGateway } from '../support/gateway.js';
import { asked, give, onReplica, somebody, tally, walletsOf, type Counts, type Person } from '../support/reading.js';

/** How often a provider is asked for what a document wants. Ids come from another gateway, so that nothing is kept here. */

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway({ simulators: { pingone: { pageLength: 10 } } });
});
afterAll(() => gateway.stop());
beforeEach(() => gateway.simulators.reset());

const none: Counts = { moov: 0, pingone: 0, juspay: 0, equalsMoney: 0 };

/** A person's ids in the order of their lists, with nothing counted yet. */
async function idsOf(person: Person, counts: Counts): Promise<string[]> {
  give(gateway.simulators, person, counts);
  const owners = person.owners.filter((_owner, index) => Object.values(counts)[index] !== 0);
  const { nodes, failures } = await onReplica(gateway.simulators, replica =>
    walletsOf(replica, { owners, first: 100 }),
  );
  expect(failures).toEqual([]);
  for (const name of ['moov', 'pingone', 'juspay', 'equalsMoney'] as const) {
    (gateway.simulators[name].exchanges as unknown[]).length = 0; // read-only for tests; an array to the simulator, as in its reset
  }
  return nodes.map(({ id }) => id);
}

const nodesOf = async (ids: readonly string[]) => (await gateway.execute(NodesDocument, { ids: [...ids] })).nodes;
const shownIds = (nodes: Awaited<ReturnType<typeof nodesOf>>) => nodes.map(node => node?.id ?? null);

describe('one call for all that a list can tell', () => {
  test('fifty wallets of one Moov account, each asked for by `node`', async () => {
    const ids = await idsOf(somebody(), { ...none, moov: 49 });
    expect(ids).toHaveLength(50);
    const fields = ids.map((id, index) => `w${index}: node(id: "${id}") { id }`);
    const { data, errors } = await gateway.send(`{ ${fields.join(' ')} }`);
    expect(errors).toBeUndefined();
    expect(data).toEqual(Object.fromEntries(ids.map((id, index) => [`w${index}`, { id }])));
    expect(tally(gateway.simulators)).toEqual({ listWallets: 1 });
  });

  test.each([50, 100])('%d wallets of one Moov account through `nodes`', async count => {
    const ids = await idsOf(somebody(), { ...none, moov: count - 1 });
    expect(shownIds(await nodesOf(ids))).toEqual(ids);
    expect(tally(gateway.simulators)).toEqual({ listWallets: 1 });
  });

  test.each([50, 100])('%d wallets of one Juspay customer through `nodes`', async count => {
    const ids = await idsOf(somebody(), { ...none, juspay: count });
    expect(shownIds(await nodesOf(ids))).toEqual(ids);
    expect(tally(gateway.simulators)).toEqual({ listWallets: 1 });
  });

  test('each Moov account and each Juspay customer has its own', async () => {
    const people = [somebody(), somebody(), somebody()];
    const lists = [];
    for (const person of people) lists.push(await idsOf(person, { ...none, moov: 2, juspay: 2 }));
    const ids = lists.flat();
    expect(shownIds(await nodesOf(ids))).toEqual(ids);
    expect([asked(gateway.simulators, 'moov').length, asked(gateway.simulators, 'juspay').length]).toEqual([3, 3]);
  });

  test('one id in one document is asked for once, alone', async () => {
    const [id = ''] = await idsOf(somebody(), { ...none, juspay: 3 });
    const { data } = await gateway.send(
      `query Twice($ids: [ID!]!) { nodes(ids: $ids) { id } a: node(id: "${id}") { id } b: node(id: "${id}") { id } }`,
      { ids: [id, id, id] },
    );
    expect(data).toEqual({ nodes: [{ id }, { id }, { id }], a: { id }, b: { id } });
    expect(tally(gateway.simulators)).toEqual({ getWallet: 1 });
  });

  test('card tokens of an account, which only its lists tell: one as a whole, and one for each state', async () => {
    const ids = await idsOf(somebody(), { ...none, equalsMoney: 60 });
    expect(shownIds(await nodesOf(ids))).toEqual(ids);
    expect(tally(gateway.simulators)).toEqual({ findDigitalWalletTokens: 6 });
  });
});

describe('a list that lags', () => {
  test('at Moov: a wallet that is not on it yet is read alone', async () => {
    const accountId = idEnding();
    const input = () => ({ idempotencyKey: freshKey(), accountId, name: 'Payroll' });
    gateway.simulators.moov.setListLag(3_600_000);
    const made = [];
    for (const one of [input(), input()]) {
      const { createMoovWallet: result } = await gateway.execute(CreateMoovWalletDocument, { input: one });
      if (result?.__typename !== 'MoovWalletCreated') throw new Error(JSON.stringify(result));
      made.push(result.moovWallet.id);
    }
    const { nodes } = await onReplica(gateway.simulators, replica =>
      walletsOf(replica, { owners: [{ moovAccount: { accountId } }] }),
    );
    const ids = [...made, ...nodes.map(({ id }) => id)];
    expect(ids).toHaveLength(3); // Moov's own wallet was always there
    const before = tally(gateway.simulators);
    expect(shownIds(await nodesOf(ids))).toEqual(ids);
    const after = tally(gateway.simulators);
    expect([(after.listWallets ?? 0) - (before.listWallets ?? 0), after.getWallet]).toEqual([1, 2]);
  });

  test('at Juspay: likewise', async () => {
    const ids = await idsOf(somebody(), { ...none, juspay: 3 });
    gateway.simulators.juspay.setListLag(3_600_000);
    expect(shownIds(await nodesOf(ids))).toEqual(ids);
    expect(tally(gateway.simulators)).toEqual({ listWallets: 1, getWallet: 3 });
  });

  test('a wallet that is neither on it nor anywhere is null, without an error', async () => {
    const person = somebody();
    const ids = await idsOf(person, { ...none, moov: 1 });
    const gone = Buffer.from(`MoovWallet/${person.accountId}/${idEnding()}`).toString('base64url');
    expect(await gateway.send(NodesDocument, { ids: [...ids, gone] })).toMatchObject({
      data: { nodes: [{ id: ids[0] }, { id: ids[1] }, null] },
    });
    expect(tally(gateway.simulators)).toEqual({ listWallets: 1, getWallet: 1 });
  });
});

describe('`nodes`', () => {
  const liquidoAccount = async () => {
    const liquido = { phoneNumber: '+573000000001', name: 'Ana', country: 'CO', currency: 'COP' };
    const input = { idempotencyKey: freshKey(), account: { liquido } };
    const { createWalletAccount: result } = await gateway.execute(CreateWalletAccountDocument, { input });
    if (result?.__typename !== 'WalletAccountCreated') throw new Error(JSON.stringify(result));
    return result.walletAccount.id;
  };

  test('of all providers come in the order of the ids, whoever answers first', async () => {
    const listed = await idsOf(somebody(), { moov: 1, pingone: 2, juspay: 2, equalsMoney: 2 });
    const ids = [...listed, await liquidoAccount()];
    const mixed = ids.toSorted((left, right) => left.slice(-5).localeCompare(right.slice(-5)));
    gateway.simulators.moov.next(faults.delay(200), { route: 'read' });
    expect(shownIds(await nodesOf(mixed))).toEqual(mixed);
    expect(asked(gateway.simulators, 'moov')).toEqual(['listWallets']);
    expect(asked(gateway.simulators, 'juspay')).toEqual(['listWallets']);
    expect(asked(gateway.simulators, 'pingone')).toEqual(['readOneDigitalWallet', 'readOneDigitalWallet']);
    expect(asked(gateway.simulators, 'equalsMoney')).toHaveLength(6);
  });

  test('that cannot be had are null with an error each, and the others come', async () => {
    const ids = await idsOf(somebody(), { ...none, moov: 1, pingone: 1 });
    gateway.simulators.pingone.always(faults.answer(500), { route: 'read' });
    const answer = await gateway.send(NodesDocument, { ids: [ids[2] ?? '', 'nonsense', ids[1] ?? '', ids[0] ?? ''] });
    expect(answer.data?.nodes).toMatchObject([null, null, { id: ids[1] }, { id: ids[0] }]);
    expect(answer.errors).toHaveLength(2);
    expect(answer.errors).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          path: ['nodes', 0],
          extensions: expect.objectContaining({ code: 'PROVIDER_UNAVAILABLE', provider: 'PINGONE' }),
        }),
        expect.objectContaining({ path: ['nodes', 1], extensions: expect.objectContaining({ code: 'INVALID_INPUT' }) }),
      ]),
    );
  });

  test('are a hundred at the most', async () => {
    const ids = await idsOf(somebody(), { ...none, moov: 1 });
    const answer = await gateway.send(NodesDocument, { ids: Array.from({ length: 101 }, () => ids[0] ?? '') });
    expect(answer).toMatchObject({ data: null, errors: [{ path: ['nodes'], extensions: { code: 'INVALID_INPUT' } }] });
    expect(tally(gateway.simulators)).toEqual({});
    expect(await nodesOf([])).toEqual([]);
  });
});

describe('a page of a hundred wallets over four providers', () => {
  /** With the one that Moov makes by itself, 25 at each; three of PingOne's are not paired yet. */
  const hundred: Counts = { moov: 24, pingone: 22, juspay: 25, equalsMoney: 25 };
  /**
   * Moov 2: a page of twenty or more may have been cut short, so that a further one must prove the end. PingOne 3: its
   * pages hold ten. Juspay 1. Equals Money 6: the whole list, and one for each of five states.
   */
  const lists = { readAllDigitalWallets: 3, findDigitalWalletTokens: 6 };

  async function read(fields: string): Promise<Record<string, number>> {
    const person = somebody();
    give(gateway.simulators, person, hundred);
    for (let made = 0; made < 3; made += 1) gateway.simulators.pingone.addWallet(person.userId);
    const document = `query Page($owners: [WalletOwnerInput!]!) {
      wallets(owners: $owners, first: 100) { nodes { id ${fields} } failures { code } }
    }`;
    const { data, errors } = await gateway.send(document, { owners: person.owners });
    expect(errors).toBeUndefined();
    const { wallets } = data as { wallets: { nodes: object[]; failures: object[] } }; // as the document asks
    expect([wallets.nodes.length, wallets.failures]).toEqual([100, []]);
    return tally(gateway.simulators);
  }
  const calls = (counted: Record<string, number>) => Object.values(counted).reduce((sum, count) => sum + count, 0);

  test('costs twelve calls', async () => {
    const counted = await read('');
    expect(counted).toEqual({ ...lists, listWallets: 3 }); // two of Moov's, one of Juspay's
    expect(calls(counted)).toBe(12);
    expect([asked(gateway.simulators, 'moov').length, asked(gateway.simulators, 'juspay').length]).toEqual([2, 1]);
  });

  test('costs eleven where Moov has fewer than twenty of them', async () => {
    const person = somebody();
    give(gateway.simulators, person, { ...hundred, moov: 18 });
    const { nodes } = await walletsOf(gateway, { owners: [...person.owners], first: 100 });
    expect(nodes).toHaveLength(91);
    expect(calls(tally(gateway.simulators))).toBe(11);
  });

  test.each([
    ['paymentMethodId: one for the account', '... on MoovWallet { paymentMethodId }', { listPaymentMethods: 1 }],
    [
      'subAccounts: none, since the list tells them',
      '... on JuspayWalletAccount { bankCode subAccounts { paymentMethod } }',
      {},
    ],
    ['tokenType: three for the account', '... on CardToken { tokenType }', { findDigitalWalletTokens: 9 }],
    [
      'pairingSession: one for each wallet that waits for its pairing',
      '... on DigitalWallet { pairingSession { qrUrl } }',
      { readOneDigitalWallet: 3 },
    ],
    [
      'device and pairingAttempts: one for each wallet, and not one for each field',
      '... on DigitalWallet { pairingSession { qrUrl } device { model } pairingAttempts { succeeded } }',
      { readOneDigitalWallet: 25 },
    ],
  ])('and with %s', async (_what, fields, further) => {
    expect(await read(fields)).toEqual({ ...lists, listWallets: 3, ...further });
  });

  test('costs one list for an account and all of its cards', async () => {
    const person = somebody();
    give(gateway.simulators, person, { ...none, equalsMoney: 5 });
    const { cardAccountId: accountId, cardId } = person;
    const cards = [cardId, idEnding(), idEnding()].map(one => ({ equalsMoneyCard: { accountId, cardId: one } }));
    expect((await walletsOf(gateway, { owners: cards })).nodes).toHaveLength(5);
    expect(tally(gateway.simulators)).toEqual({ findDigitalWalletTokens: 6 });
  });
});
