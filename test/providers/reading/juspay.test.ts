import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { faults } from '../../../src/simulators/faults.js';
import { startSimulators } from '../../../src/simulators/index.js';
import type { JuspayOptions } from '../../../src/simulators/juspay.js';
import {
  NodeDetailsDocument,
  NodesDocument,
  OneTimeTokenDocument,
  WalletDetailsDocument,
} from '../../generated/operations.js';
import { startTestGateway, withGateway, type TestGateway } from '../../support/gateway.js';
import { asked, onReplica, somebody, walletsOf } from '../../support/reading.js';

/** What Juspay's list tells of a customer's wallets, and what only its own page does. */

const styles: readonly [string, JuspayOptions, offset: string][] = [
  ['as the pages usually write it', {}, '+00:00'],
  ['with truth and balances as text, and times of India', { listStyle: 'strings' }, '+05:30'],
];

describe.each(styles)('%s', (_style, juspay, offset) => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway({ simulators: { juspay } });
  });
  afterAll(() => gateway.stop());

  async function listed(customerId: string, routingId: string | null = null) {
    const owners = [{ juspayCustomer: { customerId, routingId } }];
    const { wallets } = await gateway.execute(WalletDetailsDocument, { owners });
    expect(wallets.failures).toEqual([]);
    return wallets.nodes.map(node => {
      if (node.__typename !== 'JuspayWalletAccount') throw new Error(node.__typename);
      return node;
    });
  }

  test('a wallet has what only lists know, and its balance digit for digit', async () => {
    const { customerId } = somebody();
    const { juspay: simulator } = gateway.simulators;
    const seed = { gateway: 'PAYTM', linked: true, mobileNumber: '9000000001', gatewayReferenceId: 'ref-1' };
    const id = simulator.addWallet(customerId, { ...seed, balance: '123456789012345678.901234567' });
    const account = { payment_method: 'LAZYPAY', payment_method_type: 'PAYLATER' };
    simulator.setSubAccounts(id, [
      { ...account, current_balance: '98765432109876543210.01', last_refreshed: '2026-01-31T09:15:00+0000' },
    ]);
    const [wallet] = await listed(customerId);
    expect(wallet).toMatchObject({
      providerId: id,
      state: 'ACTIVE',
      providerStatus: null,
      customerId,
      walletName: 'PAYTM',
      linked: true,
      lastRefreshed: expect.stringMatching(new RegExp(`T\\d\\d:\\d\\d:\\d\\d${offset.replace('+', '\\+')}$`)),
      mobileNumber: '9000000001',
      gatewayReferenceId: 'ref-1',
      bankCode: 'JP_PAYTM',
    });
    const [sub] = wallet?.subAccounts ?? [];
    expect(sub).toMatchObject({ paymentMethod: 'LAZYPAY', paymentMethodType: 'PAYLATER' });
    const refreshed = offset === '+00:00' ? '2026-01-31T09:15:00+00:00' : '2026-01-31T14:45:00+05:30';
    expect(sub?.lastRefreshed).toBe(refreshed);
    // A number with a fraction is a double by the time that JSON was read; text is exact.
    const isText = juspay.listStyle === 'strings';
    expect(Number(wallet?.currentBalance)).toBe(Number('123456789012345678.901234567'));
    if (isText) expect(wallet?.currentBalance).toBe('123456789012345678.901234567');
    if (isText) expect(sub?.currentBalance).toBe('98765432109876543210.01');
  });

  test.each(['0', '0.01', '1500.5', '-20', '9007199254740993', '100000000000000000000'])(
    'a balance of %s is just that',
    async balance => {
      const { customerId } = somebody();
      gateway.simulators.juspay.addWallet(customerId, { gateway: 'PAYTM', linked: true, balance });
      expect((await listed(customerId))[0]?.currentBalance).toBe(balance);
    },
  );

  test('a wallet that is not linked is pending, without balance', async () => {
    const { customerId } = somebody();
    gateway.simulators.juspay.addWallet(customerId, { gateway: 'MOBIKWIK' });
    const unlinked = { state: 'PENDING', linked: false, currentBalance: null, lastRefreshed: null };
    expect(await listed(customerId)).toMatchObject([{ ...unlinked, subAccounts: [] }]);
  });

  test('linking and delinking show on the next read', async () => {
    const { customerId } = somebody();
    const id = gateway.simulators.juspay.addWallet(customerId, { gateway: 'MOBIKWIK' });
    const stateNow = () =>
      onReplica(gateway.simulators, async replica => {
        const { nodes } = await walletsOf(replica, { owners: [{ juspayCustomer: { customerId } }] });
        return nodes[0]?.state;
      });
    gateway.simulators.juspay.link(id);
    expect(await stateNow()).toBe('ACTIVE');
    gateway.simulators.juspay.delink(id);
    expect(await stateNow()).toBe('PENDING');
  });

  test('by its own id it has its bank and sub-accounts too: the former from a list only, the latter by asking for it', async () => {
    const { customerId } = somebody();
    const id = gateway.simulators.juspay.addWallet(customerId, { gateway: 'PAYTM', linked: true });
    const account = { payment_method: 'LAZYPAY', payment_method_type: 'PAYLATER', current_balance: 5 };
    gateway.simulators.juspay.setSubAccounts(id, [{ ...account, last_refreshed: '2026-01-31T09:15:00+0000' }]);
    const [wallet] = await listed(customerId, 'cart-42/x');
    const { node } = await onReplica(gateway.simulators, replica =>
      replica.execute(NodeDetailsDocument, { id: wallet?.id ?? '' }),
    );
    expect(node).toMatchObject({ bankCode: null, subAccounts: [{ paymentMethod: 'LAZYPAY', currentBalance: '5' }] });
    const routed = gateway.simulators.juspay.exchanges.slice(-3).map(({ request }) => request.headers['x-routing-id']);
    expect(new Set(routed)).toEqual(new Set(['cart-42/x']));
  });
});

describe('a list that says that there is more than it shows', () => {
  test('is a failure, and not a part of it', async () => {
    const simulators = await startSimulators({ juspay: { longestList: 2 } });
    try {
      const { customerId, owners } = somebody();
      const add = () => simulators.juspay.addWallet(customerId, { gateway: 'PAYTM' });
      const both = [add(), add()];
      const read = () => onReplica(simulators, replica => walletsOf(replica, { owners: [owners[2], owners[0]] }));
      const whole = await read();
      expect(whole.nodes.slice(0, 2).map(({ providerId }) => providerId)).toEqual(both);
      add();
      const short = await read();
      expect(short.nodes).toMatchObject([{ provider: 'MOOV' }]);
      expect(short.failures).toMatchObject([
        { ownerIndex: 0, provider: 'JUSPAY', code: 'PROVIDER_REJECTED', retryAfterSeconds: null },
      ]);
      // What is known by its id is found all the same.
      const ids = whole.nodes.slice(0, 1).map(({ id }) => id);
      const { nodes } = await onReplica(simulators, replica => replica.execute(NodesDocument, { ids }));
      expect(nodes.map(node => node?.id)).toEqual(ids);
    } finally {
      await simulators.stop();
    }
  });

  test('does not keep several of its wallets from being found by their ids', async () => {
    const simulators = await startSimulators();
    try {
      const { customerId, owners } = somebody();
      for (const gateway of ['PAYTM', 'MOBIKWIK', 'AMAZONPAY']) simulators.juspay.addWallet(customerId, { gateway });
      const { nodes } = await onReplica(simulators, replica => walletsOf(replica, { owners: [owners[2]] }));
      const ids = nodes.map(({ id }) => id);
      simulators.juspay.always(
        faults.change(body => ('list' in body ? { ...body, total: 9 } : body)),
        { route: 'read' },
      );
      const found = await onReplica(simulators, replica => replica.execute(NodesDocument, { ids }));
      expect(found.nodes.map(node => node?.id)).toEqual(ids);
    } finally {
      await simulators.stop();
    }
  });
});

describe('oneTimeToken', () => {
  async function tokensOf(gateway: TestGateway, linked: boolean): Promise<unknown[]> {
    const { customerId, owners } = somebody();
    gateway.simulators.juspay.addWallet(customerId, { gateway: 'PAYTM', linked });
    const { wallets } = await gateway.execute(WalletDetailsDocument, { owners: [owners[2]] });
    const [listed] = wallets.nodes;
    const id = listed !== undefined && 'id' in listed ? listed.id : '';
    const token = async () => (await gateway.execute(OneTimeTokenDocument, { id })).node;
    return [await token(), await token()].map(node => (node === null ? null : Object.values(node)[0]));
  }

  test('is another one for each read', async () => {
    await withGateway({}, async gateway => {
      const tokens = await tokensOf(gateway, true);
      expect(tokens).toEqual(tokens.map(() => expect.stringMatching(/^tok_\w{12}$/)));
      expect(new Set(tokens).size).toBe(2);
    });
  });

  test('is null for a wallet that is not linked, and nothing is asked for it', async () => {
    await withGateway({}, async gateway => {
      expect(await tokensOf(gateway, false)).toEqual([null, null]);
      expect(asked(gateway.simulators, 'juspay').filter(name => name === 'getWallet').length).toBeLessThanOrEqual(2);
    });
  });
});
