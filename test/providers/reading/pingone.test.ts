import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { faults } from '../../../src/simulators/faults.js';
import type { PingOneOptions } from '../../../src/simulators/pingone.js';
import { NodeDetailsDocument, NodesDocument, WalletDetailsDocument } from '../../generated/operations.js';
import { startTestGateway, type TestGateway } from '../../support/gateway.js';
import { asked, onReplica, providerIdsOf, somebody, walletsOf } from '../../support/reading.js';

/** What PingOne tells of a wallet: half of it on a list, the rest on the wallet's own page. */

const styles: readonly [string, PingOneOptions][] = [
  ['as in the newer samples', {}],
  [
    'as in the older samples',
    { nanoseconds: true, listLinks: 'missing', emptyEmbedded: 'missing', pageLength: 2, credentialsPageLength: 1 },
  ],
  ['with details on the list', { listDetails: 'device', pageLength: 3, credentialsPageLength: 2 }],
];

describe.each(styles)('%s', (_style, pingone) => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway({ simulators: { pingone } });
  });
  afterAll(() => gateway.stop());

  const isFine = pingone.nanoseconds === true;
  const time = expect.stringMatching(isFine ? /\.\d{9}Z$/ : /\.\d{3}Z$/);

  async function listed(userId: string) {
    const { wallets } = await gateway.execute(WalletDetailsDocument, { owners: [{ pingOneUser: { userId } }] });
    expect(wallets.failures).toEqual([]);
    return wallets.nodes.map(node => {
      if (node.__typename !== 'DigitalWallet') throw new Error(node.__typename);
      return node;
    });
  }

  test('a user without wallets has none', async () => {
    expect(await listed(somebody().userId)).toEqual([]);
  });

  test.each([1, 2, 3, 4, 7])('%d wallets come in the order in which PingOne has them', async count => {
    const { userId, owners } = somebody();
    const made = Array.from({ length: count }, () =>
      gateway.simulators.pingone.addWallet(userId, { status: 'ACTIVE' }),
    );
    const before = asked(gateway.simulators, 'pingone').length;
    expect(providerIdsOf([await walletsOf(gateway, { owners: [owners[1]] })])).toEqual(made);
    const pages = Math.ceil(count / (pingone.pageLength ?? count));
    expect(asked(gateway.simulators, 'pingone').length - before).toBe(pages);
  });

  test('a wallet that waits for its pairing has its open session, and no device', async () => {
    const { userId } = somebody();
    gateway.simulators.pingone.addWallet(userId);
    const [wallet] = await listed(userId);
    expect(wallet).toMatchObject({
      state: 'PENDING',
      providerStatus: 'PAIRING_REQUIRED',
      userId,
      pairingSession: { status: 'INITIAL', qrUrl: expect.stringMatching(/^http/), createdAt: time },
      device: null,
      pairingAttempts: [],
      provisionedCredentials: [],
      createdAt: time,
      updatedAt: time,
    });
  });

  test('a paired wallet has its phone, and the push token of it nowhere', async () => {
    const { userId } = somebody();
    const { pingone: simulator } = gateway.simulators;
    const applicationInstanceId = somebody().userId;
    const id = simulator.addWallet(userId);
    simulator.pair(id, applicationInstanceId);
    const wallets = await listed(userId);
    expect(wallets).toMatchObject([
      {
        providerId: id,
        state: 'ACTIVE',
        applicationInstanceId,
        pairingSession: null,
        device: { appPackage: 'com.example.wallet', osType: 'ANDROID', manufacturer: 'Example', pushSandbox: null },
        pairingAttempts: [{ succeeded: true, attemptedAt: expect.stringMatching(/\.\d{9}Z$/), errorCode: null }],
      },
    ]);
    expect(JSON.stringify([wallets, gateway.lines])).not.toContain('sandbox-push-token');
  });

  test('a pairing that failed tells why, and the next one comes behind it', async () => {
    const { userId } = somebody();
    const { pingone: simulator } = gateway.simulators;
    const id = simulator.addWallet(userId);
    simulator.failPairing(id, 'APP_PACKAGE_MISMATCH');
    const [failed] = await listed(userId);
    const first = { succeeded: false, errorCode: 'APP_PACKAGE_MISMATCH' };
    expect(failed).toMatchObject({ state: 'PENDING', pairingAttempts: [first] });
    simulator.pair(id);
    const { node } = await onReplica(gateway.simulators, replica =>
      replica.execute(NodeDetailsDocument, { id: failed?.id ?? '' }),
    );
    expect(node).toMatchObject({ state: 'ACTIVE', pairingAttempts: [first, { succeeded: true, errorCode: null }] });
  });

  test('its states are folded, expiry and switching off among them', async () => {
    const { userId } = somebody();
    const { pingone: simulator } = gateway.simulators;
    const [expired = '', disabled = ''] = [
      simulator.addWallet(userId),
      simulator.addWallet(userId, { status: 'ACTIVE' }),
    ];
    simulator.expire(expired);
    simulator.disable(disabled);
    expect(await listed(userId)).toMatchObject([
      { providerId: expired, state: 'EXPIRED', providerStatus: 'EXPIRED', pairingSession: null, device: null },
      { providerId: disabled, state: 'SUSPENDED', providerStatus: 'DISABLED', device: { model: 'Phone 1' } },
    ]);
  });

  test('a wallet on a list and on its own page is one and the same', async () => {
    const { userId } = somebody();
    const { pingone: simulator } = gateway.simulators;
    simulator.provision(simulator.addWallet(userId, { status: 'ACTIVE' }));
    simulator.failPairing(simulator.addWallet(userId), 'SDK_ERROR');
    const wallets = await listed(userId);
    expect(wallets).toHaveLength(2);
    for (const { __typename, ...wallet } of wallets) {
      const { node } = await gateway.execute(NodeDetailsDocument, { id: wallet.id });
      expect(node).toMatchObject(wallet);
    }
  });

  test('what was given into a wallet comes whole, over all pages', async () => {
    const { userId } = somebody();
    const { pingone: simulator } = gateway.simulators;
    const id = simulator.addWallet(userId, { status: 'ACTIVE' });
    const credentialId = somebody().userId;
    const made = [
      simulator.provision(id, { credentialId, expiresAt: '2030-01-01T00:00:00.000Z' }),
      simulator.provision(id, { status: 'REVOKED', walletActions: [] }),
      simulator.provision(id, {
        walletActions: [
          { type: 'CREDENTIAL_ACCEPTED', occurredAt: '2026-01-15T16:55:46.729645592Z' },
          { type: 'CREDENTIAL_SOMETHING_NEW', occurredAt: '2026-01-15T16:55:47Z' },
        ],
      }),
    ];
    const [wallet] = await listed(userId);
    const credentials = wallet?.provisionedCredentials ?? [];
    expect(credentials.map(({ providerId }) => providerId)).toEqual(made);
    const expiresAt = isFine ? '2030-01-01T00:00:00.000645592Z' : '2030-01-01T00:00:00.000Z';
    expect(credentials).toMatchObject([
      { credentialId, status: 'ACCEPTED', expiresAt, createdAt: time, actions: [{ type: 'CREDENTIAL_ACCEPTED' }] },
      { status: 'REVOKED', expiresAt: null, actions: [] },
      {
        actions: [
          { type: 'CREDENTIAL_ACCEPTED', occurredAt: '2026-01-15T16:55:46.729645592Z' },
          { type: 'CREDENTIAL_SOMETHING_NEW', occurredAt: '2026-01-15T16:55:47Z' },
        ],
      },
    ]);
  });

  test('a wallet that a lagging list does not show is found by its id', async () => {
    const { userId } = somebody();
    gateway.simulators.pingone.addWallet(userId, { status: 'ACTIVE' });
    const ids = (await listed(userId)).map(({ id }) => id);
    gateway.simulators.pingone.setListLag(3_600_000);
    const [nodes, list] = await onReplica(gateway.simulators, replica =>
      Promise.all([
        replica.execute(NodesDocument, { ids }),
        walletsOf(replica, { owners: [{ pingOneUser: { userId } }] }),
      ]),
    );
    gateway.simulators.pingone.setListLag(0);
    expect(nodes.nodes).toMatchObject([{ id: ids[0] }]);
    expect([list.nodes, list.failures]).toEqual([[], []]);
  });
});

describe('what is on the way of a detail', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway({ simulators: { pingone: { pageLength: 2 } } });
  });
  afterAll(() => gateway.stop());

  test('a wallet that is gone by then has no session, no device and no attempts', async () => {
    const { userId, owners } = somebody();
    const { pingone } = gateway.simulators;
    const gone = [pingone.addWallet(userId), pingone.addWallet(userId, { status: 'ACTIVE' })];
    await walletsOf(gateway, { owners: [owners[1]] });
    for (const id of gone) pingone.remove(id);
    const document = `query Gone($owners: [WalletOwnerInput!]!) { wallets(owners: $owners) { nodes { ... on DigitalWallet {
      pairingSession { qrUrl } device { model } pairingAttempts { succeeded } } } } }`;
    const answer = await gateway.send(document, { owners: [owners[1]] });
    expect(answer.errors).toBeUndefined();
    const nodes = (answer.data as { wallets: { nodes: object[] } }).wallets.nodes; // as the document asks
    // A machine that was held up for three seconds has asked again, and finds none.
    expect(nodes).toEqual(nodes.map(() => ({ pairingSession: null, device: null, pairingAttempts: [] })));
  });

  test('a page that fails makes null of what may be null, and leaves the list whole', async () => {
    const { userId, owners } = somebody();
    const made = [0, 1, 2].map(() => gateway.simulators.pingone.addWallet(userId));
    gateway.simulators.pingone.always(
      faults.change(body => ('_embedded' in body ? body : { surprise: true })),
      { route: 'read' },
    );
    const answer = await gateway.send(WalletDetailsDocument, { owners: [owners[1]] });
    gateway.simulators.pingone.always(null, { route: 'read' });
    expect(answer.data?.wallets.nodes.map(node => node.providerId)).toEqual(made);
    for (const node of answer.data?.wallets.nodes ?? []) {
      expect(node).toMatchObject({ pairingSession: null, pairingAttempts: [] });
    }
    const failed = answer.errors?.filter(({ path }) => path?.at(-1) === 'pairingSession');
    expect(failed).toHaveLength(3);
    expect(failed?.[0]?.extensions).toMatchObject({ code: 'PROVIDER_UNAVAILABLE', provider: 'PINGONE' });
  });

  test.each<[string, (body: Record<string, unknown>) => unknown]>([
    ['no list', ({ _embedded, ...rest }) => ({ ...rest, size: 2 })],
    ['wallets of another user', body => swapped(body, { user: { id: '6b6f1a52-5c0e-4d6e-9f3a-000000000001' } })],
    [
      'wallets of another environment',
      body => swapped(body, { environment: { id: '6b6f1a52-5c0e-4d6e-9f3a-000000000001' } }),
    ],
    ['a wallet without an id', body => swapped(body, { id: null })],
    ['a link to more that cannot be read', body => ({ ...body, _links: { next: 'more' } })],
  ])('an answer with %s is a failure, and not a shorter list', async (_what, change) => {
    const { userId, owners } = somebody();
    gateway.simulators.pingone.addWallet(userId, { status: 'ACTIVE' });
    gateway.simulators.pingone.always(faults.change(change), { route: 'read' });
    const page = await onReplica(gateway.simulators, replica => walletsOf(replica, { owners: [owners[1]] }));
    gateway.simulators.pingone.always(null, { route: 'read' });
    expect(page).toMatchObject({ nodes: [], failures: [{ code: 'PROVIDER_UNAVAILABLE', provider: 'PINGONE' }] });
  });

  test('a link to more is asked for at the address of the settings, wherever it points', async () => {
    const { userId, owners } = somebody();
    const made = [0, 1, 2].map(() => gateway.simulators.pingone.addWallet(userId, { status: 'ACTIVE' }));
    const elsewhere = (body: Record<string, unknown>) => {
      const text = JSON.stringify(body).replaceAll(
        /http:\/\/127\.0\.0\.1:\d+[^"]*\?/g,
        'https://elsewhere.example/steal?',
      );
      return JSON.parse(text) as unknown;
    };
    gateway.simulators.pingone.always(faults.change(elsewhere), { route: 'read' });
    const page = await walletsOf(gateway, { owners: [owners[1]] });
    gateway.simulators.pingone.always(null, { route: 'read' });
    expect(providerIdsOf([page])).toEqual(made);
  });
});

/** The list with that put into each of its wallets. */
function swapped(body: Record<string, unknown>, members: object): unknown {
  const { digitalWallets = [] } = (body._embedded ?? {}) as { digitalWallets?: object[] }; // as the simulator writes it
  return { ...body, _embedded: { digitalWallets: digitalWallets.map(wallet => ({ ...wallet, ...members })) } };
}
