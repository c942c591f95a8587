import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from '@jest/globals';
import { Keyv } from 'keyv';
import { openReadCache } from '../../src/api/read-cache.js';
import { faults } from '../../src/simulators/faults.js';
import { idEnding } from '../../src/simulators/outcomes.js';
import { NodesDocument } from '../generated/operations.js';
import { freshKey, startTestGateway, withGateway, type TestGateway } from '../support/gateway.js';
import { cleanUp, temporaryFolder } from '../support/process.js';
import { asked, give, somebody, tally, walletsOf } from '../support/reading.js';
import { eventually, handClock } from '../support/time.js';

/** What belongs to one request, and what a change does to what was read before it. */

let gateway: TestGateway;
afterEach(() => gateway.stop());
afterAll(cleanUp);

test('what several fields of a document ask of one wallet is one call', async () => {
  gateway = await startTestGateway();
  const person = somebody();
  give(gateway.simulators, person, { moov: 1, pingone: 1, juspay: 1, equalsMoney: 0 });
  const details = `
    ... on MoovWallet { transactions(first: 3) { pageInfo { hasNextPage } } }
    ... on DigitalWallet { provisionedCredentials { providerId } }
    ... on JuspayWalletAccount { oneTimeToken }`;
  const { data } = await gateway.send<{ wallets: { nodes: object[]; edges: { node: object }[] } }, object>(
    `query ($owners: [WalletOwnerInput!]!) {
      wallets(owners: $owners) { nodes { ${details} } edges { node { ${details} } } }
    }`,
    { owners: person.owners.slice(0, 3) },
  );
  expect(data?.wallets.edges.map(({ node }) => node)).toEqual(data?.wallets.nodes); // the same token, too
  const { listWalletTransactions, readOneDigitalWalletCredential, getWallet } = tally(gateway.simulators);
  expect({ listWalletTransactions, readOneDigitalWalletCredential, getWallet }).toEqual({
    listWalletTransactions: 2, // Moov has made one wallet itself
    readOneDigitalWalletCredential: 1,
    getWallet: 1,
  });
});

test('what `wallets` lists is not asked for again by `nodes` beside it', async () => {
  gateway = await startTestGateway();
  const person = somebody();
  const made = give(gateway.simulators, person, { moov: 3, pingone: 0, juspay: 0, equalsMoney: 0 });
  const ids = made.map(id => Buffer.from(`MoovWallet/${person.accountId}/${id}`).toString('base64url'));
  const { data } = await gateway.send<{ nodes: { id: string }[] }, object>(
    `query ($owners: [WalletOwnerInput!]!, $ids: [ID!]!) {
      wallets(owners: $owners) { nodes { id } }
      nodes(ids: $ids) { id }
    }`,
    { owners: [person.owners[0]], ids },
  );
  expect(data?.nodes.map(({ id }) => id)).toEqual(ids);
  expect(asked(gateway.simulators, 'moov')).toEqual(['listWallets']);
});

test('a second mutation of a document is not answered from what was read before it', async () => {
  gateway = await startTestGateway();
  const create = (alias: string, wallet: string) =>
    `${alias}: createWalletAccount(input: { idempotencyKey: "${freshKey()}", account: { juspay: { customerId: "shopper-1", gateway: "${wallet}" } } }) {
      ... on WalletAccountCreated { walletAccount { ... on JuspayWalletAccount { subAccounts { paymentMethod } } } }
    }`;
  const { data, errors } = await gateway.send(`mutation { ${create('a', 'PAYTM')} ${create('b', 'MOBIKWIK')} }`);
  expect(errors).toBeUndefined();
  const account = { walletAccount: { subAccounts: [] } }; // null would say that the list had no such wallet
  expect(data).toEqual({ a: account, b: account });
});

test('a row that cannot be read keeps nobody from the others: each is read alone', async () => {
  gateway = await startTestGateway();
  const accountId = idEnding();
  const ids = ['Payroll', 'Savings'].map(name => {
    const wallet = gateway.simulators.moov.addWallet(accountId, { name });
    return Buffer.from(`MoovWallet/${accountId}/${wallet}`).toString('base64url');
  });
  gateway.simulators.moov.next(
    faults.change(rows => [{ odd: true }, ...(rows as unknown as object[])]),
    { route: 'read' },
  );
  const { nodes } = await gateway.execute(NodesDocument, { ids });
  expect(nodes).toMatchObject([{ name: 'Payroll' }, { name: 'Savings' }]);
  expect(asked(gateway.simulators, 'moov')).toEqual(['listWallets', 'getWallet', 'getWallet']);
});

test('a node of a quick provider does not wait for one of a provider that hangs', async () => {
  gateway = await startTestGateway();
  const { moov, pingone } = gateway.simulators;
  const [accountId, userId] = [idEnding(), idEnding()];
  const environmentId = gateway.simulators.environment.PINGONE_ENVIRONMENT_ID ?? '';
  const slow = Buffer.from(`DigitalWallet/${environmentId}/${userId}/${pingone.addWallet(userId)}`).toString(
    'base64url',
  );
  const quick = Buffer.from(`MoovWallet/${accountId}/${moov.addWallet(accountId, { name: 'A' })}`).toString(
    'base64url',
  );
  pingone.next(faults.hang(), { route: 'read' });
  const gone = new AbortController();
  const query = `{ nodes(ids: ["${slow}", "${quick}"]) { id ... on MoovWallet { transactions { nodes { providerId } } } } }`;
  const answer = fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
    signal: gone.signal,
  }).catch(() => null);
  // The next step of the quick one is taken while the other one hangs, for a minute if it is let.
  await eventually(() => asked(gateway.simulators, 'moov').includes('listWalletTransactions'));
  gone.abort();
  expect(await answer).toBeNull();
});

test('a list that lagged behind our own create is not kept', async () => {
  gateway = await startTestGateway();
  const { moov } = gateway.simulators;
  const owners = [{ moovAccount: { accountId: idEnding() } }];
  moov.setListLag(60_000);
  const created = await gateway.send(
    `mutation { createMoovWallet(input: { idempotencyKey: "${freshKey()}", accountId: "${owners[0]?.moovAccount.accountId}", name: "Payroll" }) { __typename } }`,
  );
  expect(created.data).toMatchObject({ createMoovWallet: { __typename: 'MoovWalletCreated' } });
  expect((await walletsOf(gateway, { owners })).nodes).toHaveLength(1);
  moov.setListLag(0);
  expect((await walletsOf(gateway, { owners })).nodes).toHaveLength(2);
});

test('a wallet from the journal is not looked at in an environment that was closed since', async () => {
  const STORE_URL = `sqlite:${join(temporaryFolder(), 'journal.sqlite')}`;
  const STORE_KEY = randomBytes(32).toString('base64');
  const input = `{ idempotencyKey: "${freshKey()}", userId: "${idEnding()}", digitalWalletApplicationId: "9f000000-0000-4000-8000-000000000001" }`;
  const query = `mutation { createDigitalWallet(input: ${input}) { ... on DigitalWalletCreation { digitalWallet { id provisionedCredentials { providerId } } } } }`;
  const open = await withGateway({ environment: { STORE_URL, STORE_KEY } }, first => first.send(query));
  expect(open.errors).toBeUndefined();
  gateway = await startTestGateway({ environment: { STORE_URL, STORE_KEY, PINGONE_ENVIRONMENT_ID: idEnding() } });
  const closed = await gateway.send(query);
  expect(closed.errors).toMatchObject([{ extensions: { code: 'INVALID_INPUT' } }]);
  expect(closed.data).toMatchObject({ createDigitalWallet: { digitalWallet: { provisionedCredentials: null } } });
  expect(asked(gateway.simulators, 'pingone')).toEqual([]);
});

test('what was dropped is not believed, though the store could not be told and still has it', async () => {
  gateway = await startTestGateway();
  const clock = handClock();
  const entries = new Map<string, unknown>();
  const deaf = Object.assign(new Map<string, unknown>(), {
    get: (key: string) => entries.get(key),
    set: (key: string, value: unknown) => entries.set(key, value),
    delete: () => false,
  });
  const options = { ttlMs: 3_000, longestReadMs: 5_000, isShared: true, holdsSecret: () => false };
  const cache = openReadCache({ ...options, entries: new Keyv({ store: deaf }), clock });
  await cache.keep('wallet', { name: 'before' }, clock.monotonic());
  expect(await cache.get('wallet')).toEqual({ name: 'before' });
  const askedAt = clock.monotonic();
  await clock.pass(10);
  await cache.drop(() => ['wallet']);
  expect(await cache.get('wallet')).toBeUndefined();
  await cache.keep('wallet', { name: 'before' }, askedAt); // an answer that was under way
  expect(await cache.get('wallet')).toBeUndefined();
  await clock.pass(10);
  await cache.keep('wallet', { name: 'after' }, clock.monotonic());
  expect(await cache.get('wallet')).toEqual({ name: 'after' });
});
