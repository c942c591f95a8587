import { describe, expect, test } from '@jest/globals';
import { idEnding } from '../../src/simulators/outcomes.js';
import { startMoov, type MoovOptions, type MoovSimulator } from '../../src/simulators/moov.js';
import { aDay, askMoov, during } from './calls.js';

interface Wallet {
  readonly walletID: string;
  readonly createdOn: string;
  readonly description?: string;
}

const account = idEnding();
const list = async <Row = Wallet>(moov: MoovSimulator, path = '/wallets'): Promise<Row[]> =>
  (await askMoov<Row[]>(moov, `/${account}${path}`)).body;
const idsOf = (wallets: readonly Wallet[]): string[] => wallets.map(({ walletID }) => walletID);

const withMoov = (options: MoovOptions, body: (moov: MoovSimulator) => Promise<void>): Promise<void> =>
  during(startMoov(options), body);

/** A wallet made by a request, whose answer is given. */
async function create(moov: MoovSimulator, asked: object = { name: 'Payroll' }): Promise<Wallet> {
  const { status, body } = await askMoov<Wallet>(moov, `/${account}/wallets`, {
    method: 'POST',
    body: JSON.stringify(asked),
  });
  expect(status).toBe(200);
  return body;
}

describe('a list of wallets', () => {
  test('has a hundred where so many were seeded, past the limit of ten, and pages them', () =>
    withMoov({ longestPage: 30 }, async moov => {
      const seeded = Array.from({ length: 100 }, (_, index) => moov.addWallet(account, { name: `Wallet ${index}` }));
      const pages = await Promise.all([0, 30, 60, 90].map(skip => list(moov, `/wallets?skip=${skip}&count=200`)));
      expect(pages.map(({ length }) => length)).toEqual([30, 30, 30, 11]); // the default one is among them
      expect(idsOf(pages.flat()).slice(1)).toEqual(seeded);
      expect(moov.ledger).toEqual([]);
    }));

  test('has a new wallet at once, and later where it lags, while a read by id has it', () =>
    withMoov({}, async moov => {
      const { walletID } = await create(moov);
      expect(idsOf(await list(moov))).toContain(walletID);
      moov.setListLag(aDay);
      expect(idsOf(await list(moov))).not.toContain(walletID);
      expect(await list(moov)).toHaveLength(1); // the default one was there long before
      expect((await askMoov(moov, `/${account}/wallets/${walletID}`)).status).toBe(200);
      expect(await list(moov, `/payment-methods?sourceID=${walletID}`)).toEqual([]);
      moov.setListLag(0);
      expect(idsOf(await list(moov))).toContain(walletID);
      expect(await list(moov, `/payment-methods?sourceID=${walletID}`)).toHaveLength(1);
    }));

  test('lags from the start where the option says so, and after a reset again', () =>
    withMoov({ listLagMs: aDay }, async moov => {
      moov.setListLag(0);
      moov.reset();
      const id = moov.addWallet(account, { name: 'Late' });
      expect(idsOf(await list(moov))).not.toContain(id);
    }));

  test('shows a closed wallet as closed, and no payment method of it', () =>
    withMoov({}, async moov => {
      const id = moov.addWallet(account, { name: 'Old' });
      moov.setBalance(id, '-5');
      moov.close(id);
      expect(await list(moov, '/wallets?status=closed')).toEqual([
        expect.objectContaining({ walletID: id, status: 'closed', closedOn: expect.any(String) }),
      ]);
      expect(await list(moov, `/payment-methods?sourceID=${id}`)).toEqual([]);
    }));
});

describe('a quirk', () => {
  test('of times with nine digits appears where it is switched on, and otherwise not', async () => {
    const nineDigits = /\.\d{9}Z$/;
    await withMoov({}, async moov => expect((await create(moov)).createdOn).not.toMatch(nineDigits));
    await withMoov({ nanoseconds: true }, async moov => {
      const { walletID, createdOn } = await create(moov);
      expect(createdOn).toMatch(nineDigits);
      moov.close(walletID);
      moov.addTransaction(walletID, { cents: '1', createdOn: '2026-01-15T11:00:00Z' });
      moov.addTransaction(walletID, { cents: '1', createdOn: '2026-01-15T10:00:00.123456789Z' });
      expect(await list(moov, '/wallets?status=closed')).toMatchObject([
        { closedOn: expect.stringMatching(nineDigits) },
      ]);
      expect(await list(moov, `/wallets/${walletID}/transactions`)).toMatchObject([
        { createdOn: '2026-01-15T11:00:00.000645592Z', completedOn: '2026-01-15T11:00:00.000645592Z' },
        { createdOn: '2026-01-15T10:00:00.123456789Z' },
      ]);
    });
  });

  test('of times with an offset appears where it is switched on, and otherwise not', async () => {
    await withMoov({}, async moov => expect((await create(moov)).createdOn).toMatch(/\dZ$/));
    await withMoov({ offsetTimes: true }, async moov => {
      const { walletID, createdOn } = await create(moov);
      expect(createdOn).toMatch(/\.\d{3}\+00:00$/);
      moov.addTransaction(walletID, { cents: '1', createdOn: '2026-01-15T11:00:00Z' });
      const since = encodeURIComponent('2026-01-15T12:00:00+01:00');
      const path = `/wallets/${walletID}/transactions?createdStartDateTime=${since}`;
      expect(await list(moov, path)).toMatchObject([{ createdOn: '2026-01-15T11:00:00+00:00' }]);
    });
  });

  test('of an empty description that is left out appears where it is switched on, and otherwise not', async () => {
    await withMoov({}, async moov => expect(await create(moov)).toHaveProperty('description', ''));
    await withMoov({ missingDescription: true }, async moov => {
      expect(await create(moov)).not.toHaveProperty('description');
      expect(await create(moov, { name: 'Payroll', description: 'Wages' })).toHaveProperty('description', 'Wages');
      for (const wallet of (await list(moov)).slice(0, 2)) expect(wallet).not.toHaveProperty('description');
    });
  });

  const patch = (moov: MoovSimulator, id: string, asked: object) =>
    askMoov<Wallet & { readonly name: string; readonly status: string }>(moov, `/${account}/wallets/${id}`, {
      method: 'PATCH',
      body: JSON.stringify(asked),
    });
  const closed = (moov: MoovSimulator): string => {
    const id = moov.addWallet(account, { name: 'Old' });
    moov.close(id);
    return id;
  };

  test('of naming a closed wallet is a 409, and a 200 where it is switched on', async () => {
    await withMoov({}, async moov => {
      expect((await patch(moov, closed(moov), { name: 'Older' })).status).toBe(409);
      expect((await patch(moov, closed(moov), {})).status).toBe(409);
    });
    await withMoov({ patchOnClosed: 'allowed' }, async moov => {
      const renamed = await patch(moov, closed(moov), { name: 'Older' });
      expect(renamed).toMatchObject({ status: 200, body: { name: 'Older', status: 'closed' } });
      expect((await patch(moov, closed(moov), { status: 'closed' })).status).toBe(409);
    });
  });

  test('of closing a closed wallet is a 409, and where it is switched on a 200 that changes nothing', async () => {
    await withMoov({}, async moov => {
      expect((await patch(moov, closed(moov), { status: 'closed' })).status).toBe(409);
      expect(moov.changes).toEqual([]);
    });
    await withMoov({ closingClosed: 'done' }, async moov => {
      const id = closed(moov);
      const before = await list(moov, '/wallets?status=closed');
      expect((await patch(moov, id, { status: 'closed' })).status).toBe(200);
      expect(await list(moov, '/wallets?status=closed')).toEqual(before);
      expect((await patch(moov, id, { status: 'closed', name: 'Older' })).status).toBe(409);
    });
  });

  test.each<MoovOptions>([{}, { patchOnClosed: 'allowed', closingClosed: 'done' }])(
    'of %j or not: a closed wallet is never opened again, and a default or a full one never closed',
    options =>
      withMoov(options, async moov => {
        expect((await patch(moov, closed(moov), { status: 'active' })).status).toBe(409);
        const [standard] = await list(moov);
        const full = moov.addWallet(account, { name: 'Full' });
        moov.setBalance(full, '1');
        for (const id of [standard?.walletID ?? '', full])
          expect((await patch(moov, id, { status: 'closed' })).status).toBe(409);
        expect(moov.changes).toEqual([]);
      }),
  );
});
