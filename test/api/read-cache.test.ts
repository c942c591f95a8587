import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Keyv } from 'keyv';
import { openReadCache } from '../../src/api/read-cache.js';
import { faults } from '../../src/simulators/faults.js';
import { idEnding } from '../../src/simulators/outcomes.js';
import {
  CreateDigitalWalletDocument,
  CreateMoovWalletDocument,
  CreateWalletAccountDocument,
  NodeDetailsDocument,
  NodesDocument,
  OneTimeTokenDocument,
} from '../generated/operations.js';
import { freshKey, startTestGateway, withGateway, type TestGateway } from '../support/gateway.js';
import { decided, until } from '../support/operations.js';
import {
  asked,
  give,
  listing,
  quickly,
  somebody,
  tally,
  walletsOf,
  type Owner,
  type Person,
} from '../support/reading.js';
import { handClock } from '../support/time.js';

/** What is read is kept for three seconds, unless it has changed, or holds a secret. */

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway({});
});
afterAll(() => gateway.stop());
beforeEach(() => gateway.simulators.reset());

const listOf = async (owner: Owner) => (await walletsOf(gateway, { owners: [owner], first: 100 })).nodes;
const providerIdsAt = async (owner: Owner) => (await listOf(owner)).map(({ providerId }) => providerId);

const create = {
  async moov({ accountId }: Person) {
    const input = { idempotencyKey: freshKey(), accountId, name: 'Payroll' };
    const { createMoovWallet: result } = await gateway.execute(CreateMoovWalletDocument, { input });
    return { key: input.idempotencyKey, mutation: 'createMoovWallet', result: result?.__typename };
  },
  async pingone({ userId }: Person) {
    const digitalWalletApplicationId = '9f000000-0000-4000-8000-000000000001';
    const input = { idempotencyKey: freshKey(), userId, digitalWalletApplicationId };
    const { createDigitalWallet: result } = await gateway.execute(CreateDigitalWalletDocument, { input });
    return { key: input.idempotencyKey, mutation: 'createDigitalWallet', result: result?.__typename };
  },
  async juspay({ customerId }: Person) {
    const input = { idempotencyKey: freshKey(), account: { juspay: { customerId, gateway: 'MOBIKWIK' } } };
    const { createWalletAccount: result } = await gateway.execute(CreateWalletAccountDocument, { input });
    return { key: input.idempotencyKey, mutation: 'createWalletAccount', result: result?.__typename };
  },
};
const creating = ['moov', 'pingone', 'juspay'] as const;

describe('within seconds', () => {
  test('a list is asked for once, for whatever page and states', async () => {
    const seen = await quickly(async () => {
      gateway.simulators.reset();
      const person = somebody();
      give(gateway.simulators, person, { moov: 1, pingone: 2, juspay: 2, equalsMoney: 2 });
      const owners = [...person.owners];
      const whole = await walletsOf(gateway, { owners });
      const before = tally(gateway.simulators);
      const page = await walletsOf(gateway, { owners, first: 3 });
      const rest = await walletsOf(gateway, { owners, first: 100, after: page.pageInfo.endCursor });
      await walletsOf(gateway, { owners: owners.toReversed(), states: ['ACTIVE'] });
      return { whole, pages: [...page.nodes, ...rest.nodes], before, after: tally(gateway.simulators) };
    });
    expect(seen.after).toEqual(seen.before);
    expect(seen.pages).toEqual(seen.whole.nodes);
  });

  test('what `wallets` has listed is not asked for again by `nodes`', async () => {
    const seen = await quickly(async () => {
      gateway.simulators.reset();
      const person = somebody();
      give(gateway.simulators, person, { moov: 0, pingone: 0, juspay: 4, equalsMoney: 0 });
      const ids = (await listOf(person.owners[2])).map(({ id }) => id);
      const first = await gateway.execute(NodesDocument, { ids: ids.slice(0, 3) });
      const again = await gateway.execute(NodesDocument, { ids });
      return { first, again, counted: tally(gateway.simulators) };
    });
    expect(seen.again.nodes.slice(0, 3)).toEqual(seen.first.nodes);
    expect(seen.counted).toEqual({ listWallets: 1 });
  });

  test('what failed is not kept', async () => {
    const person = somebody();
    give(gateway.simulators, person, { moov: 0, pingone: 0, juspay: 2, equalsMoney: 0 });
    gateway.simulators.juspay.always(faults.answer(404), { route: 'read' });
    const owners = [person.owners[2]];
    expect((await walletsOf(gateway, { owners })).failures).toMatchObject([{ code: 'NOT_FOUND' }]);
    gateway.simulators.juspay.always(null, { route: 'read' });
    expect((await walletsOf(gateway, { owners })).nodes).toHaveLength(2);
  });

  test('one owner never sees what is kept of another', async () => {
    const [one, another] = [somebody(), somebody()];
    give(gateway.simulators, one, { moov: 0, pingone: 2, juspay: 2, equalsMoney: 2 });
    const { nodes } = await walletsOf(gateway, { owners: one.owners.slice(1) });
    expect(nodes).toHaveLength(6);
    expect((await walletsOf(gateway, { owners: another.owners.slice(1) })).nodes).toEqual([]);
    const person = { equalsMoneyAccount: { accountId: one.cardAccountId, personId: idEnding() } };
    expect(await listOf(person)).toEqual([]);
  });
});

test('after three seconds a list is asked for again', async () => {
  const person = somebody();
  const [, , owner] = person.owners;
  expect(await listOf(owner)).toEqual([]);
  const wallet = gateway.simulators.juspay.addWallet(person.customerId, { gateway: 'MOBIKWIK' });
  while (!(await providerIdsAt(owner)).includes(wallet)) {
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  expect(asked(gateway.simulators, 'juspay').length).toBeGreaterThan(1);
});

describe('what this gateway changed is read anew', () => {
  test.each(creating)('a list after a create: %s', async provider => {
    const person = somebody();
    const owner = person.owners[listing.indexOf(provider)];
    if (owner === undefined) throw new Error('No such owner.');
    const before = await providerIdsAt(owner);
    expect((await create[provider](person)).result).toMatch(/Created/);
    const made = gateway.simulators[provider].ledger.at(-1)?.resourceId;
    expect(await providerIdsAt(owner)).toEqual([...before, made]);
  });

  test.each(creating)('a list after an outcome was settled: %s', async provider => {
    const person = somebody();
    const owner = person.owners[listing.indexOf(provider)];
    if (owner === undefined) throw new Error('No such owner.');
    const before = await providerIdsAt(owner);
    gateway.simulators[provider].next(faults.reset('before-answer', { applied: true }));
    const { key, mutation, result } = await create[provider](person);
    expect(result).toBe('OutcomeUnknownError');
    expect((await decided(gateway, mutation, key)).status).toBe('SUCCEEDED');
    const made = gateway.simulators[provider].ledger.at(-1)?.resourceId;
    expect(await providerIdsAt(owner)).toEqual([...before, made]);
  });

  test.each(creating)('a list that was on its way while a create ended is not kept: %s', async provider => {
    const person = somebody();
    const owner = person.owners[listing.indexOf(provider)];
    if (owner === undefined) throw new Error('No such owner.');
    gateway.simulators[provider].next(faults.delay(1_000), { route: 'read' });
    const slow = providerIdsAt(owner); // its answer is that of now, and comes later
    await until(() => asked(gateway.simulators, provider).length > 0);
    expect((await create[provider](person)).result).toMatch(/Created/);
    const made = gateway.simulators[provider].ledger.at(-1)?.resourceId;
    const old = await slow;
    expect(old).not.toContain(made);
    expect(await providerIdsAt(owner)).toEqual([...old, made]);
  });
});

describe('a secret is never kept', () => {
  test('a wallet with an open pairing session is read each time, and seen paired at once', async () => {
    const { userId, owners } = somebody();
    const wallet = gateway.simulators.pingone.addWallet(userId);
    const ids = (await listOf(owners[1])).map(({ id }) => id);
    const detail = async () => (await gateway.execute(NodeDetailsDocument, { id: ids[0] ?? '' })).node;
    const open = await detail();
    expect(open).toMatchObject({ pairingSession: { qrUrl: expect.stringMatching(/^http/) } });
    const { nodes } = await gateway.execute(NodesDocument, { ids });
    expect(nodes).toMatchObject([{ id: ids[0] }]);
    const reads = () => asked(gateway.simulators, 'pingone').filter(name => name === 'readOneDigitalWallet');
    expect(reads()).toHaveLength(2);
    gateway.simulators.pingone.pair(wallet);
    expect(await detail()).toMatchObject({ state: 'ACTIVE', pairingSession: null });
  });

  test('the list that it is on holds none, so that asking for one reads its page each time', async () => {
    const { userId, owners } = somebody();
    gateway.simulators.pingone.addWallet(userId);
    const document = `query Sessions($owners: [WalletOwnerInput!]!) {
      wallets(owners: $owners) { nodes { ... on DigitalWallet { pairingSession { qrUrl } } } }
    }`;
    const session = async () => JSON.stringify((await gateway.send(document, { owners: [owners[1]] })).data);
    expect(await session()).toMatch(/"qrUrl":"http/);
    expect(await session()).toMatch(/"qrUrl":"http/);
    expect(tally(gateway.simulators).readOneDigitalWallet).toBe(2);
  });

  test('a one-time token is another one each time, and stands in no log', async () => {
    await withGateway({}, async own => {
      const person = somebody();
      own.simulators.juspay.addWallet(person.customerId, { gateway: 'MOBIKWIK', linked: true });
      const { nodes } = await walletsOf(own, { owners: [person.owners[2]] });
      const id = nodes[0]?.id ?? '';
      const token = async () => {
        const { node } = await own.execute(OneTimeTokenDocument, { id });
        return node !== null && 'oneTimeToken' in node ? node.oneTimeToken : null;
      };
      const tokens = [await token(), await token(), await token()];
      expect(tokens).toEqual(tokens.map(() => expect.stringMatching(/^tok_\w+$/)));
      expect(new Set(tokens).size).toBe(3);
      // Each was minted by the last read of the wallet: what Juspay answered before is over, and nobody was given it.
      const minted = own.simulators.juspay.exchanges.flatMap(({ answer }) => answer?.body.match(/tok_\w+/g) ?? []);
      expect(minted.length).toBeGreaterThanOrEqual(3);
      const logged = own.lines.map(line => JSON.stringify(line)).join('\n');
      expect(logged).not.toBe('');
      for (const secret of minted) expect(logged).not.toContain(secret);
    });
  });
});

test('what is dropped is remembered only while somebody reads, and what was asked for before is not kept', async () => {
  const clock = handClock();
  const options = { ttlMs: 3_000, longestReadMs: 5_000, isShared: false, holdsSecret: () => false };
  const cache = openReadCache({ ...options, entries: new Keyv(), clock });
  const keys = jest.fn(() => ['wallet']);
  await clock.pass(8_001);
  const first = clock.monotonic();
  await cache.drop(keys);
  expect(keys).not.toHaveBeenCalled(); // nobody has read anything since it was opened
  await clock.pass(10);
  expect(await cache.get('wallet')).toBeUndefined();
  await cache.keep('wallet', { name: 'before' }, first); // it may have been dropped since then
  expect(await cache.get('wallet')).toBeUndefined();
  await cache.keep('wallet', { name: 'before' }, clock.monotonic());
  expect(await cache.get('wallet')).toEqual({ name: 'before' });
  await clock.pass(8_000);
  const askedLast = clock.monotonic(); // the longest read may still be on its way
  await cache.drop(keys);
  expect(keys).toHaveBeenCalledTimes(1);
  await clock.pass(1_000);
  await cache.drop(keys);
  expect(keys).toHaveBeenCalledTimes(1);
  expect(await cache.get('wallet')).toBeUndefined();
  await cache.keep('wallet', { name: 'before' }, askedLast);
  expect(await cache.get('wallet')).toBeUndefined();
});
