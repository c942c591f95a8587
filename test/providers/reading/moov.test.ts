import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { faults } from '../../../src/simulators/faults.js';
import { startSimulators } from '../../../src/simulators/index.js';
import { NodeDetailsDocument, NodesDocument, WalletDetailsDocument } from '../../generated/operations.js';
import { startTestGateway, withGateway, type TestGateway } from '../../support/gateway.js';
import { asked, onReplica, providerIdsOf, somebody, walletsOf } from '../../support/reading.js';

/** What Moov's lists and pages tell of a wallet, in each of the ways in which Moov is known to write it. */

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway({
    simulators: { moov: { nanoseconds: true, offsetTimes: true, missingDescription: true } },
  });
});
afterAll(() => gateway.stop());
beforeEach(() => gateway.simulators.reset());

const fineTime = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}\+00:00$/);

async function listed(accountId: string, at = gateway) {
  const { wallets } = await at.execute(WalletDetailsDocument, { owners: [{ moovAccount: { accountId } }], first: 100 });
  expect(wallets.failures).toEqual([]);
  return wallets.nodes.map(node => {
    if (node.__typename !== 'MoovWallet') throw new Error(node.__typename);
    return node;
  });
}

describe('a wallet on a list', () => {
  test('has times with nine digits and an offset, and an empty description where Moov leaves it out', async () => {
    const { accountId } = somebody();
    const { moov } = gateway.simulators;
    const open = moov.addWallet(accountId, { name: 'Payroll', metadata: { team: 'blue' } });
    const closed = moov.addWallet(accountId, { name: 'Old', description: 'Set aside' });
    moov.close(closed);
    const [first, second, third] = await listed(accountId);
    expect(first).toMatchObject({ walletType: 'DEFAULT', description: '', metadata: null, createdAt: fineTime });
    expect(second).toMatchObject({
      providerId: open,
      accountId,
      walletType: 'GENERAL',
      state: 'ACTIVE',
      providerStatus: 'active',
      name: 'Payroll',
      description: '',
      metadata: { team: 'blue' },
      createdAt: fineTime,
      closedAt: null,
      availableBalance: { currency: 'USD', minorUnits: '0', decimal: '0.00' },
    });
    expect(third).toMatchObject({ providerId: closed, state: 'CLOSED', description: 'Set aside', closedAt: fineTime });
  });

  test('is the same as on its own page', async () => {
    const { accountId } = somebody();
    gateway.simulators.moov.addWallet(accountId, { name: 'Payroll', metadata: { team: 'blue' } });
    for (const wallet of await listed(accountId)) {
      const { __typename, ...whole } = wallet;
      const { node } = await gateway.execute(NodeDetailsDocument, { id: wallet.id });
      expect({ ...node }).toMatchObject(whole);
    }
  });

  test.each([
    ['9223372036854775807', '92233720368547758.07'],
    ['-9223372036854775808', '-92233720368547758.08'],
    ['9007199254740993', '90071992547409.93'],
    ['-250', '-2.50'],
    ['-7', '-0.07'],
    ['1204', '12.04'],
  ])('has its balance digit for digit: %s', async (cents, decimal) => {
    const { accountId } = somebody();
    const wallet = gateway.simulators.moov.addWallet(accountId, { name: 'Payroll' });
    gateway.simulators.moov.setBalance(wallet, cents);
    const balance = { currency: 'USD', minorUnits: cents, decimal };
    expect((await listed(accountId))[1]?.availableBalance).toEqual(balance);
  });

  test('in words that nobody documented is UNRECOGNIZED, and keeps them', async () => {
    const { accountId } = somebody();
    gateway.simulators.moov.always(
      faults.change(list =>
        (list as unknown as object[]).map(row => ({ ...row, status: 'frozen', walletType: 'escrow' })),
      ), // the list is an array
      { route: 'read' },
    );
    const { nodes } = await walletsOf(gateway, { owners: [{ moovAccount: { accountId } }], states: ['UNRECOGNIZED'] });
    expect(nodes).toMatchObject([{ state: 'UNRECOGNIZED', providerStatus: 'frozen' }]);
  });
});

describe('paymentMethodId', () => {
  test("is each wallet's own, and null for a closed one", async () => {
    const { accountId } = somebody();
    const { moov } = gateway.simulators;
    moov.addWallet(accountId, { name: 'Payroll' });
    moov.close(moov.addWallet(accountId, { name: 'Old' }));
    const wallets = await listed(accountId);
    const [first, second, closed] = wallets.map(({ paymentMethodId }) => paymentMethodId);
    expect([first, second, closed]).toEqual([expect.any(String), expect.any(String), null]);
    expect(first).not.toBe(second);
    const alone = await onReplica(gateway.simulators, replica =>
      replica.execute(NodeDetailsDocument, { id: wallets[1]?.id ?? '' }),
    );
    expect(alone.node).toMatchObject({ paymentMethodId: second });
    const call = moov.exchanges.findLast(({ operation }) => operation === 'listPaymentMethods');
    expect(call?.request.query).toMatchObject({ sourceID: wallets[1]?.providerId });
  });
});

describe('a list in pages that Moov cuts shorter than they are asked for', () => {
  test.each([
    [20, 19, 1],
    [20, 20, 2],
    [20, 45, 3],
    [21, 20, 2],
    [21, 21, 2],
    [21, 50, 3],
    [Infinity, 19, 1],
    [Infinity, 50, 2],
  ])('of %d is read whole: %d wallets by %d calls', async (longestPage, count, calls) => {
    const simulators = await startSimulators({ moov: { longestPage } });
    try {
      const { accountId } = somebody();
      const names = Array.from({ length: count - 1 }, (_name, index) => `Purse ${index}`);
      const made = names.map(name => simulators.moov.addWallet(accountId, { name })); // and Moov's own
      const page = await onReplica(simulators, replica =>
        walletsOf(replica, { owners: [{ moovAccount: { accountId } }], first: 100 }),
      );
      expect(providerIdsOf([page]).slice(1)).toEqual(made);
      expect(asked(simulators, 'moov')).toHaveLength(calls);
    } finally {
      await simulators.stop();
    }
  });

  test('of two hides wallets from the list, but not from whoever has their ids', async () => {
    const simulators = await startSimulators();
    try {
      const { accountId } = somebody();
      for (const name of ['A', 'B', 'C', 'D']) simulators.moov.addWallet(accountId, { name });
      const { nodes } = await onReplica(simulators, replica =>
        walletsOf(replica, { owners: [{ moovAccount: { accountId } }] }),
      );
      simulators.moov.always(
        faults.change(list => (Array.isArray(list) ? list.slice(0, 2) : list)),
        { route: 'read' },
      );
      const ids = nodes.map(({ id }) => id);
      const found = await onReplica(simulators, replica => replica.execute(NodesDocument, { ids }));
      expect(found.nodes.map(node => node?.id)).toEqual(ids);
    } finally {
      await simulators.stop();
    }
  });

  test('that shows one wallet twice shows it once', async () => {
    const { accountId } = somebody();
    gateway.simulators.moov.addWallet(accountId, { name: 'Payroll' });
    gateway.simulators.moov.always(
      faults.change(list => (Array.isArray(list) ? [...list, ...list] : list)),
      { route: 'read' },
    );
    const page = await walletsOf(gateway, { owners: [{ moovAccount: { accountId } }] });
    expect(new Set(providerIdsOf([page])).size).toBe(2);
    expect(page.nodes).toHaveLength(2);
  });

  test('that never ends is a failure, not a part of it', async () => {
    // Each page is full of wallets that nobody has seen.
    let made = 0;
    const endless = () =>
      Array.from({ length: 20 }, () => ({
        walletID: `6b6f1a52-5c0e-4d6e-9f3a-${String((made += 1)).padStart(12, '0')}`,
        name: 'Endless',
        status: 'active',
      }));
    await withGateway({}, async own => {
      own.simulators.moov.always(faults.change(endless), { route: 'read' });
      const page = await walletsOf(own, { owners: [somebody().owners[0]] });
      expect(page).toMatchObject({ nodes: [], failures: [{ code: 'PROVIDER_REJECTED', provider: 'MOOV' }] });
    });
  });
});
