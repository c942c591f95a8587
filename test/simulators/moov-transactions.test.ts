import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startMoov, type MoovSimulator } from '../../src/simulators/moov.js';
import { idEnding } from '../../src/simulators/outcomes.js';
import { aDay, askMoov, during } from './calls.js';

let moov: MoovSimulator;
beforeAll(async () => {
  moov = await startMoov();
});
afterAll(() => moov.stop());

const account = idEnding();
let wallet: string;
beforeEach(() => {
  moov.reset();
  wallet = moov.addWallet(account, { name: 'Payroll' });
});

interface Transaction {
  readonly transactionID: string;
}

const path = (query = ''): string => `/${account}/wallets/${wallet}/transactions${query}`;

async function listed(query = '', at: MoovSimulator = moov): Promise<string[]> {
  const { status, body } = await askMoov<Transaction[]>(at, path(query));
  expect(status).toBe(200);
  return body.map(({ transactionID }) => transactionID);
}

describe('a transaction', () => {
  test('has its amounts in cents and dollars, moves the balance and tells what it was afterwards', async () => {
    const paid = moov.addTransaction(wallet, {
      cents: '9007199254750993',
      memo: 'Pay',
      createdOn: '2026-01-15T11:00:00Z',
    });
    const fee = moov.addTransaction(wallet, {
      cents: '-250',
      feeCents: '30',
      feeIDs: ['fee-1'],
      transactionType: 'payout',
      completedOn: '2026-01-16T11:00:00Z',
    });
    const first = await askMoov(moov, path(`/${paid}`));
    expect(first.body).toEqual({
      walletID: wallet,
      transactionID: paid,
      transactionType: 'top-up',
      sourceType: 'transfer',
      sourceID: expect.any(String),
      status: 'completed',
      memo: 'Pay',
      createdOn: '2026-01-15T11:00:00Z',
      completedOn: '2026-01-15T11:00:00Z',
      currency: 'USD',
      grossAmount: 9007199254750993n,
      grossAmountDecimal: '90071992547509.93',
      fee: 0,
      feeDecimal: '0',
      netAmount: 9007199254750993n,
      netAmountDecimal: '90071992547509.93',
      availableBalance: 9007199254750993n,
      availableBalanceDecimal: '90071992547509.93',
    });
    const second = await askMoov(moov, path(`/${fee}`));
    expect(second.body).toMatchObject({
      feeIDs: ['fee-1'],
      grossAmount: -250,
      fee: 30,
      feeDecimal: '0.3',
      netAmount: -280,
      netAmountDecimal: '-2.8',
      completedOn: '2026-01-16T11:00:00Z',
      availableBalance: 9007199254750713n,
    });
    const { body } = await askMoov(moov, `/${account}/wallets/${wallet}`);
    expect(body).toMatchObject({ availableBalance: { value: 9007199254750713n } });
  });

  test('that is not completed moves nothing', async () => {
    for (const status of ['pending', 'canceled', 'failed'] as const) {
      const id = moov.addTransaction(wallet, { cents: '100', status });
      const { body } = await askMoov(moov, path(`/${id}`));
      expect(body).toMatchObject({ status, grossAmount: 100 });
      expect(body).not.toHaveProperty('availableBalance');
      expect(body).not.toHaveProperty('completedOn');
    }
    const { body } = await askMoov(moov, `/${account}/wallets/${wallet}`);
    expect(body).toMatchObject({ availableBalance: { value: 0 } });
  });

  test('of another wallet is not found', async () => {
    const id = moov.addTransaction(moov.addWallet(account, { name: 'Other' }), { cents: '100' });
    expect((await askMoov(moov, path(`/${id}`))).status).toBe(404);
    expect(await listed()).toEqual([]);
  });
});

describe('a list of transactions', () => {
  test('has the newest first unless told otherwise', async () => {
    const seed = (at: MoovSimulator) =>
      ['2026-01-02T00:00:00Z', '2026-01-01T00:00:00.000000001Z', '2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z'].map(
        createdOn => at.addTransaction(wallet, { cents: '1', createdOn }),
      );
    const [first, second, third, fourth] = seed(moov);
    expect(await listed()).toEqual([fourth, first, second, third]);
    await during(startMoov({ transactionOrder: 'oldest-first' }), async other => {
      wallet = other.addWallet(account, { name: 'Payroll' });
      const [one, two, three, four] = seed(other);
      expect(await listed('', other)).toEqual([three, two, one, four]);
    });
  });

  test('is paged by skip and count, and no page is longer than the longest', async () => {
    const ids = Array.from({ length: 5 }, () => moov.addTransaction(wallet, { cents: '1' })).toReversed();
    expect(await listed('?skip=1&count=2')).toEqual(ids.slice(1, 3));
    expect(await listed('?skip=4&count=2')).toEqual(ids.slice(4));
    await during(startMoov({ longestPage: 2 }), async other => {
      wallet = other.addWallet(account, { name: 'Payroll' });
      for (let count = 0; count < 3; count += 1) other.addTransaction(wallet, { cents: '1' });
      expect(await listed('?count=3', other)).toHaveLength(2);
    });
  });

  test('is narrowed by each of its filters, of which ends do not belong to a range and starts do', async () => {
    const sourceID = idEnding();
    const sweepID = idEnding();
    const early = moov.addTransaction(wallet, {
      cents: '1',
      createdOn: '2026-01-01T00:00:00.000000001Z',
      completedOn: '2026-02-01T00:00:00Z',
      transactionType: 'payout',
      sourceID,
    });
    const late = moov.addTransaction(wallet, {
      cents: '1',
      createdOn: '2026-01-02T00:00:00Z',
      transactionType: 'refund',
      sourceType: 'sweep',
      sweepID,
      status: 'pending',
    });
    const other = moov.addTransaction(wallet, { cents: '1', createdOn: '2026-01-03T00:00:00Z' });
    const cases: readonly (readonly [query: string, expected: readonly string[]])[] = [
      ['status=pending', [late]],
      ['status=completed', [other, early]],
      ['transactionType=payout', [early]],
      ['transactionTypes=payout,refund', [late, early]],
      ['sourceType=sweep', [late]],
      [`sourceID=${sourceID}`, [early]],
      [`sweepID=${sweepID}`, [late]],
      ['createdStartDateTime=2026-01-02T00:00:00Z', [other, late]],
      ['createdEndDateTime=2026-01-02T00:00:00Z', [early]],
      ['createdStartDateTime=2026-01-01T00:00:00.000000001Z&createdEndDateTime=2026-01-03T00:00:00Z', [late, early]],
      ['createdStartDateTime=2026-01-01T00:00:00.000000002Z', [other, late]],
      ['completedStartDateTime=2026-02-01T00:00:00Z', [early]],
      ['completedEndDateTime=2026-02-01T00:00:00Z', [other]],
    ];
    for (const [query, expected] of cases) expect([query, await listed(`?${query}`)]).toEqual([query, expected]);
  });

  test.each([
    ['status=lost', 'status'],
    ['skip=-1', 'skip'],
    ['count=0', 'count'],
    ['createdStartDateTime=yesterday', 'createdStartDateTime'],
  ])('for %s is refused, and the field named', async (query, field) => {
    const { status, body } = await askMoov(moov, path(`?${query}`));
    expect(status).toBe(422);
    expect(Object.keys(body)).toEqual([field]);
  });

  test('lags, while a read by id does not', async () => {
    const id = moov.addTransaction(wallet, { cents: '1' });
    moov.setListLag(aDay);
    expect(await listed()).toEqual([]);
    expect((await askMoov(moov, path(`/${id}`))).status).toBe(200);
    moov.setListLag(0);
    expect(await listed()).toEqual([id]);
  });
});
