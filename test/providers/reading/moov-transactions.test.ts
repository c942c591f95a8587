import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { faults } from '../../../src/simulators/faults.js';
import type { MoovOptions } from '../../../src/simulators/moov.js';
import { NodeDetailsDocument, TransactionsDocument } from '../../generated/operations.js';
import { startTestGateway, withGateway, type TestGateway } from '../../support/gateway.js';
import { asked, somebody, walletsOf } from '../../support/reading.js';

/** A wallet's transactions, page by page, while new ones arrive; Moov does not say in which order it lists them. */

type Asked = { readonly first?: number; readonly after?: string | null };

async function purse(gateway: TestGateway): Promise<{ id: string; walletId: string }> {
  const { accountId } = somebody();
  const walletId = gateway.simulators.moov.addWallet(accountId, { name: 'Payroll' });
  const { nodes } = await walletsOf(gateway, { owners: [{ moovAccount: { accountId } }] });
  const id = nodes.find(({ providerId }) => providerId === walletId)?.id;
  if (id === undefined) throw new Error('The wallet is not listed.');
  return { id, walletId };
}

async function page(gateway: TestGateway, id: string, variables: Asked) {
  const { node } = await gateway.execute(TransactionsDocument, { id, ...variables });
  const transactions = node !== null && 'transactions' in node ? node.transactions : null;
  if (transactions == null) throw new Error('There are no transactions.');
  return transactions;
}

/** All ids, page after page. */
async function paged(
  gateway: TestGateway,
  id: string,
  { first, after = null }: Asked,
  between: () => void,
): Promise<string[]> {
  const { nodes, edges, pageInfo } = await page(gateway, id, first === undefined ? { after } : { first, after });
  const ids = nodes.map(({ providerId }) => providerId);
  expect(edges.map(({ node }) => node.providerId)).toEqual(ids);
  expect(pageInfo).toMatchObject({ hasPreviousPage: after !== null, endCursor: edges.at(-1)?.cursor ?? null });
  if (!pageInfo.hasNextPage) return ids;
  between();
  return [
    ...ids,
    ...(await paged(gateway, id, { ...(first === undefined ? {} : { first }), after: pageInfo.endCursor }, between)),
  ];
}

const styles: readonly [string, MoovOptions][] = [
  ['newest first', { transactionOrder: 'newest-first' }],
  ['oldest first', { transactionOrder: 'oldest-first', nanoseconds: true }],
  ['newest first, in pages of twenty', { transactionOrder: 'newest-first', longestPage: 20 }],
  ['oldest first, in pages of 21', { transactionOrder: 'oldest-first', longestPage: 21, offsetTimes: true }],
];

describe.each(styles)('%s', (_style, moov) => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway({ simulators: { moov } });
  });
  afterAll(() => gateway.stop());

  const book = (walletId: string, count: number) =>
    Array.from({ length: count }, (_one, index) =>
      gateway.simulators.moov.addTransaction(walletId, { cents: `${index}` }),
    );
  const isOldestFirst = moov.transactionOrder === 'oldest-first';
  const inOrder = (ids: readonly string[]) => (isOldestFirst ? ids : ids.toReversed());

  test.each([[1], [7], [20], [undefined], [100]])('pages of %s have them all, none twice', async first => {
    const { id, walletId } = await purse(gateway);
    const booked = book(walletId, 45);
    const ids = await paged(gateway, id, first === undefined ? {} : { first }, () => undefined);
    expect(ids).toEqual(inOrder(booked));
  });

  test('a page as long as all of them is the last one', async () => {
    const { id, walletId } = await purse(gateway);
    book(walletId, 20);
    expect((await page(gateway, id, { first: 20 })).pageInfo.hasNextPage).toBe(false);
    expect((await page(gateway, id, { first: 19 })).pageInfo.hasNextPage).toBe(true);
  });

  test('property › while new ones arrive, none that was there is lost, and none comes twice', async () => {
    const lengths = fc.integer({ min: 1, max: 12 });
    const arrivals = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 40 }), lengths, arrivals, async (count, first, arriving) => {
        const { id, walletId } = await purse(gateway);
        const booked = book(walletId, count);
        let turn = 0;
        const ids = await paged(gateway, id, { first }, () => {
          book(walletId, turn < arriving.length ? (arriving[turn] ?? 0) : 0);
          turn += 1;
        });
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.filter(one => booked.includes(one))).toEqual(inOrder(booked));
      }),
      { numRuns: 25 },
    );
  });
});

test.each(['newest-first', 'oldest-first'] as const)(
  'one page that takes several calls has none twice and none lost, though new ones arrive between these: %s',
  async transactionOrder => {
    await withGateway({ simulators: { moov: { transactionOrder, longestPage: 20 } } }, async gateway => {
      const { moov } = gateway.simulators;
      const { id, walletId } = await purse(gateway);
      const booked = Array.from({ length: 45 }, (_one, index) => moov.addTransaction(walletId, { cents: `${index}` }));
      const arriving = (rows: unknown) => {
        moov.addTransaction(walletId, { cents: '1' }); // its list was read, and is not answered yet
        return rows;
      };
      moov.next(faults.change(arriving), { route: 'read', times: 2 });
      const { nodes } = await page(gateway, id, { first: 100 });
      const ids = nodes.map(({ providerId }) => providerId);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).toEqual(expect.arrayContaining(booked));
    });
  },
);

test('however many new ones arrive, the next page shows none that was shown', async () => {
  await withGateway({}, async gateway => {
    const { moov } = gateway.simulators;
    const { id, walletId } = await purse(gateway);
    const book = (count: number) =>
      Array.from({ length: count }, (_one, index) => moov.addTransaction(walletId, { cents: `${index}` }));
    const booked = book(12);
    const ids = await paged(gateway, id, { first: 5 }, () => {
      if (asked(gateway.simulators, 'moov').length < 4) book(150);
    });
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(booked));
  });
});

describe('one transaction', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway({
      simulators: { moov: { nanoseconds: true, offsetTimes: true } },
    });
  });
  afterAll(() => gateway.stop());

  test('has its amounts digit for digit, also below zero and beyond what a double holds', async () => {
    const { id, walletId } = await purse(gateway);
    const { moov } = gateway.simulators;
    moov.setBalance(walletId, '-9007199254740994');
    moov.addTransaction(walletId, {
      cents: '-9007199254740993',
      feeCents: '25',
      memo: 'Dispute',
      transactionType: 'dispute',
    });
    moov.addTransaction(walletId, { cents: '1', status: 'pending', sourceType: 'issuing-authorization' });
    const { nodes } = await page(gateway, id, {});
    const time = expect.stringMatching(/\.\d{9}\+00:00$/);
    expect(nodes).toMatchObject([
      { status: 'pending', sourceType: 'issuing-authorization', completedAt: null, availableBalance: null },
      {
        transactionType: 'dispute',
        memo: 'Dispute',
        status: 'completed',
        createdAt: time,
        completedAt: time,
        grossAmount: { minorUnits: '-9007199254740993', decimal: '-90071992547409.93' },
        fee: { minorUnits: '25' },
        netAmount: { minorUnits: '-9007199254741018', decimal: '-90071992547410.18' },
        availableBalance: { currency: 'USD', minorUnits: '-18014398509482012', decimal: '-180143985094820.12' },
      },
    ]);
    const { node } = await gateway.execute(NodeDetailsDocument, { id });
    expect(node).toMatchObject({ transactions: { nodes } });
  });

  test.each([0, 101, -1])('first: %d is an error of the field alone', async first => {
    const { id } = await purse(gateway);
    const answer = await gateway.send(TransactionsDocument, { id, first });
    expect(answer.data?.node).toMatchObject({ id, transactions: null });
    expect(answer.errors).toMatchObject([{ path: ['node', 'transactions'], extensions: { code: 'INVALID_INPUT' } }]);
  });

  const cursor = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  test.each([
    ['nothing', ''],
    ['words', 'next'],
    ['another list', cursor(['x', 1])],
    ['a place below the first', cursor([-5, 'x'])],
    ['a place beyond any', cursor([1e300, 'x'])],
    ['a place without its transaction', cursor([3])],
    ['padding', `${Buffer.from('[1,"x"]').toString('base64')}`],
  ])('a cursor of %s is an error, and Moov is not asked', async (_what, after) => {
    const { id } = await purse(gateway);
    const before = asked(gateway.simulators, 'moov').filter(name => name === 'listWalletTransactions').length;
    const answer = await gateway.send(TransactionsDocument, { id, after });
    expect(answer.errors).toMatchObject([{ path: ['node', 'transactions'], extensions: { code: 'INVALID_INPUT' } }]);
    expect(asked(gateway.simulators, 'moov').filter(name => name === 'listWalletTransactions')).toHaveLength(before);
  });

  test('a failure makes the field null, and leaves the wallet', async () => {
    const { id } = await purse(gateway);
    await gateway.execute(NodeDetailsDocument, { id });
    gateway.simulators.moov.always(
      faults.change(body => (Array.isArray(body) ? { surprise: true } : body)),
      { route: 'read' },
    );
    const answer = await gateway.send(TransactionsDocument, { id });
    gateway.simulators.moov.always(null, { route: 'read' });
    expect(answer.data?.node).toMatchObject({ id, transactions: null });
    const extensions = { code: 'PROVIDER_UNAVAILABLE', provider: 'MOOV' };
    expect(answer.errors).toMatchObject([{ path: ['node', 'transactions'], extensions }]);
  });
});
