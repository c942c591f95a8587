import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { startJuspay, type JuspaySimulator } from '../../src/simulators/juspay.js';
import { aDay, askJuspay, during } from './calls.js';

let juspay: JuspaySimulator;
beforeAll(async () => {
  juspay = await startJuspay();
});
afterAll(() => juspay.stop());
beforeEach(() => juspay.reset());

const customer = 'shopper-000042';
const lists = [`/customers/${customer}/wallets`, `/customers/${customer}/wallets/refresh-balances`] as const;

interface List {
  readonly list: readonly { readonly id: string; readonly token: string | null }[];
  readonly total: number;
  readonly count: number;
}

async function list(at = juspay, path: string = lists[0]): Promise<List> {
  const { status, body } = await askJuspay<List>(at, path);
  expect(status).toBe(200);
  return body;
}

const subAccount = {
  payment_method: 'POSTPAID',
  payment_method_type: 'WALLET',
  current_balance: '12.50',
  last_refreshed: '2026-01-31T20:15:00+0000',
};

test('a list › tells of linked wallets a balance and a token, of others neither, and of all the bank', async () => {
  juspay.addWallet(customer, { gateway: 'MOBIKWIK', linked: true, balance: '250.5', mobileNumber: '9000000001' });
  const other = juspay.addWallet(customer, { gateway: 'PAYTM' });
  juspay.addWallet('somebody-else', { gateway: 'PAYTM' });
  juspay.setSubAccounts(other, [subAccount]);
  expect(await list()).toMatchObject({
    total: 2,
    count: 2,
    list: [
      {
        wallet: 'MOBIKWIK',
        linked: true,
        current_balance: 250.5,
        token: expect.stringMatching(/^tok_/),
        last_refreshed: expect.stringMatching(/\+0000$/),
        juspay_bank_code: 'JP_MOBIKWIK',
        sub_details: [],
        metadata: { mobile_number: '9000000001' },
      },
      {
        wallet: 'PAYTM',
        linked: false,
        current_balance: null,
        token: null,
        last_refreshed: null,
        juspay_bank_code: 'JP_PAYTM',
        sub_details: [{ ...subAccount, current_balance: 12.5 }],
      },
    ],
  });
  expect(juspay.ledger).toEqual([]);
});

test('a token › is another one for each reading', async () => {
  const id = juspay.addWallet(customer, { gateway: 'MOBIKWIK', linked: true });
  const tokens = [
    (await list()).list[0]?.token,
    (await list()).list[0]?.token,
    (await askJuspay(juspay, `/wallets/${id}`)).body.token,
  ];
  expect(new Set(tokens).size).toBe(3);
});

test('linking and delinking › show in the list', async () => {
  const id = juspay.addWallet(customer, { gateway: 'MOBIKWIK' });
  juspay.link(id);
  expect((await list()).list).toMatchObject([{ id, linked: true, current_balance: 0 }]);
  juspay.delink(id);
  expect((await list()).list).toMatchObject([{ id, linked: false, current_balance: null, token: null }]);
  expect(() => juspay.link('wlt_unknown')).toThrow('wlt_unknown');
});

test('a list › has a new wallet at once, and later where it lags, while a read by id has it', async () => {
  const { body } = await askJuspay(juspay, lists[0], {
    method: 'POST',
    body: new URLSearchParams({ gateway: 'MOBIKWIK' }),
  });
  for (const path of lists) {
    juspay.setListLag(0);
    expect((await list(juspay, path)).list).toMatchObject([{ id: body.id }]);
    juspay.setListLag(aDay);
    expect(await list(juspay, path)).toMatchObject({ list: [], total: 0, count: 0 });
  }
  expect((await askJuspay(juspay, `/wallets/${String(body.id)}`)).status).toBe(200);
  await during(startJuspay({ listLagMs: aDay }), async other => {
    other.addWallet(customer, { gateway: 'MOBIKWIK' });
    expect((await list(other)).list).toEqual([]);
  });
});

test('a list › shows no more than the longest, and still counts all', async () => {
  const seed = (at: JuspaySimulator) =>
    Array.from({ length: 5 }, (_, index) => at.addWallet(customer, { gateway: `GATEWAY${index}` }));
  seed(juspay);
  expect(await list()).toMatchObject({ total: 5, count: 5 });
  await during(startJuspay({ longestList: 3 }), async other => {
    const ids = seed(other);
    const short = await list(other);
    expect(short).toMatchObject({ total: 5, count: 3, offset: 0 });
    expect(short.list.map(({ id }) => id)).toEqual(ids.slice(0, 3));
  });
});

test('a list of strings › writes booleans and balances as text and times of India, where it is switched on', () =>
  during(startJuspay({ listStyle: 'strings' }), async other => {
    const id = other.addWallet(customer, { gateway: 'MOBIKWIK', linked: true, balance: '250.50' });
    other.addWallet(customer, { gateway: 'PAYTM' });
    other.setSubAccounts(id, [subAccount]);
    expect((await list(other)).list).toMatchObject([
      {
        linked: 'true',
        current_balance: '250.50',
        last_refreshed: expect.stringMatching(/T\d\d:\d\d:\d\d\+0530$/),
        sub_details: [{ ...subAccount, last_refreshed: '2026-02-01T01:45:00+0530' }],
      },
      { linked: 'false', current_balance: null, last_refreshed: null },
    ]);
    expect((await askJuspay(other, `/wallets/${id}`)).body).toMatchObject({ linked: true, current_balance: 250.5 });
  }));

test('a wrong code › leaves the wallet unlinked with a 200, and is a 400 where that is switched on', async () => {
  const guess = async (at: JuspaySimulator, otp: string) => {
    const id = at.addWallet(customer, { gateway: 'MOBIKWIK' });
    const command = (form: Readonly<Record<string, string>>) =>
      askJuspay(at, `/wallets/${id}`, { method: 'POST', body: new URLSearchParams(form) });
    await command({ command: 'authenticate' });
    return command({ command: 'link', otp });
  };
  expect(await guess(juspay, '123450')).toMatchObject({ status: 200, body: { linked: false } });
  expect(juspay.changes).toHaveLength(2); // a guess counts
  await during(startJuspay({ wrongCode: 'refused' }), async other => {
    expect(await guess(other, '123450')).toMatchObject({
      status: 400,
      body: { error_info: { code: 'INVALID_INPUT', fields: [{ field_name: 'otp' }] } },
    });
    expect(other.changes).toHaveLength(1); // a refusal does not
    expect(await guess(other, '123456')).toMatchObject({ status: 200, body: { linked: true } });
  });
});

test('a second create that answers with the first wallet › links nothing; it sends a code where it is to authenticate', () =>
  during(startJuspay({ secondCreate: 'same-wallet' }), async same => {
    const path = `/customers/${customer}/wallets`;
    const id = same.addWallet(customer, { gateway: 'MOBIKWIK', linked: true });
    const again = (form: Record<string, string>) =>
      askJuspay(same, path, { method: 'POST', body: new URLSearchParams({ gateway: 'MOBIKWIK', ...form }) });
    expect((await again({})).body).toMatchObject({ id, linked: false });
    expect((await list(same)).list).toMatchObject([{ id, linked: true }]);
    expect((await again({ command: 'authenticate' })).body).toMatchObject({ id, linked: false });
    expect((await list(same)).list).toMatchObject([{ id, linked: false }]);
    const linked = await askJuspay(same, `/wallets/${id}`, {
      method: 'POST',
      body: new URLSearchParams({ command: 'link', otp: '1234' }),
    });
    expect(linked.body).toMatchObject({ id, linked: true });
  }));
