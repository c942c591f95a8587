import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { idEnding } from '../../src/simulators/outcomes.js';
import { startPingOne, type PingOneOptions, type PingOneSimulator } from '../../src/simulators/pingone.js';
import { aDay, askPingOne, during } from './calls.js';

interface Wallet {
  readonly id: string;
  readonly status: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

interface Collection<Item> {
  readonly _links?: { readonly self?: unknown; readonly next?: { readonly href: string } };
  readonly _embedded?: Readonly<Record<string, readonly Item[]>>;
  readonly size: number;
}

let pingone: PingOneSimulator;
beforeAll(async () => {
  pingone = await startPingOne();
});
afterAll(() => pingone.stop());
beforeEach(() => pingone.reset());

const user = idEnding();
const path = `/users/${user}/digitalWallets`;
const nineDigits = /\.\d{9}Z$/;

const withPingOne = (options: PingOneOptions, body: (other: PingOneSimulator) => Promise<void>): Promise<void> =>
  during(startPingOne(options), body);

async function collection<Item = Wallet>(query = '', at = pingone, of = path): Promise<Collection<Item>> {
  const { status, body } = await askPingOne<Collection<Item>>(at, `${of}${query}`);
  expect(status).toBe(200);
  return body;
}

const idsIn = ({ _embedded = {} }: Collection<Wallet>): string[] =>
  Object.values(_embedded).flatMap(items => items.map(({ id }) => id));

/** The query of the next page; the cursor is not for us to read. */
function nextOf({ _links }: Collection<Wallet>): string {
  const url = new URL(_links?.next?.href ?? '');
  expect(url.pathname).toMatch(/\/digitalWallets(\/[\w-]+\/provisionedCredentials)?$/);
  return url.search;
}

const one = async (id: string, at = pingone) => (await askPingOne<Wallet>(at, `${path}/${id}`)).body;

async function create(at = pingone): Promise<Wallet> {
  const asked = { digitalWalletApplication: { id: '9f000000-0000-4000-8000-000000000002' } };
  const { status, body } = await askPingOne<Wallet>(at, path, { method: 'POST', body: JSON.stringify(asked) });
  expect(status).toBe(201);
  return body;
}

describe('a list of wallets', () => {
  test('has those of the user alone, seeded ones in each status too', async () => {
    const statuses = ['PAIRING_REQUIRED', 'ACTIVE', 'EXPIRED', 'DISABLED'] as const;
    const ids = statuses.map(status => pingone.addWallet(user, { status }));
    pingone.addWallet(idEnding());
    const all = await collection();
    expect(all).toMatchObject({ size: 4, _embedded: { digitalWallets: statuses.map(status => ({ status })) } });
    expect(idsIn(all)).toEqual(ids);
    expect(pingone.ledger).toEqual([]);
  });

  test('has a new wallet at once, and later where it lags, while a read by id has it', async () => {
    const { id } = await create();
    expect(idsIn(await collection())).toEqual([id]);
    pingone.setListLag(aDay);
    expect(idsIn(await collection())).toEqual([]);
    expect(await one(id)).toMatchObject({ id });
    pingone.setListLag(0);
    expect(idsIn(await collection())).toEqual([id]);
    await withPingOne({ listLagMs: aDay }, async other => {
      await create(other);
      expect((await collection('', other)).size).toBe(0);
    });
  });

  test('tells no pairing session and no links for the person, nor the device unless that is switched on', async () => {
    const paired = pingone.addWallet(user, { status: 'ACTIVE' });
    const { id: waiting } = await create();
    expect(await one(paired)).toMatchObject({ deviceData: {}, pairingAttempts: [{ success: true }] });
    expect(await one(waiting)).toHaveProperty('pairingSession');
    const plain = JSON.stringify(await collection());
    for (const member of ['pairingSession', 'qrUrl', 'appOpen', 'deviceData', 'pairingAttempts'])
      expect(plain).not.toContain(member);
    await withPingOne({ listDetails: 'device' }, async other => {
      other.addWallet(user, { status: 'ACTIVE' });
      other.addWallet(user);
      const detailed = await collection('', other);
      expect(detailed._embedded?.digitalWallets?.[0]).toMatchObject({ deviceData: {}, pairingAttempts: [{}] });
      expect(JSON.stringify(detailed)).not.toContain('pairingSession');
    });
  });

  test('is whole where it is not paged, whatever cursor is sent', async () => {
    for (let count = 0; count < 30; count += 1) pingone.addWallet(user);
    const all = await collection('?cursor=anything');
    expect(all.size).toBe(30);
    expect(all._links).not.toHaveProperty('next');
  });

  test('is paged where that is switched on, and what comes and goes meanwhile shifts nothing', () =>
    withPingOne({ pageLength: 2 }, async other => {
      const [first = '', second = '', third, fourth, fifth] = Array.from({ length: 5 }, () => other.addWallet(user));
      const firstPage = await collection('', other);
      expect(idsIn(firstPage)).toEqual([first, second]);
      expect(firstPage.size).toBe(2);
      other.remove(first);
      other.remove(second); // the very one that the cursor stands behind
      const sixth = other.addWallet(user);
      const secondPage = await collection(nextOf(firstPage), other);
      expect(idsIn(secondPage)).toEqual([third, fourth]);
      const lastPage = await collection(nextOf(secondPage), other);
      expect(idsIn(lastPage)).toEqual([fifth, sixth]);
      expect(lastPage._links).not.toHaveProperty('next');
      const refused = await askPingOne(other, `${path}?cursor=2`);
      expect(refused).toMatchObject({ status: 400, body: { code: 'INVALID_DATA' } });
    }));

  test('has links unless they are switched off, and then only the one to a next page', async () => {
    pingone.addWallet(user);
    expect(await collection()).toMatchObject({
      _links: { self: {} },
      _embedded: { digitalWallets: [{ _links: { self: {} } }] },
    });
    await withPingOne({ listLinks: 'missing', pageLength: 1 }, async other => {
      other.addWallet(user);
      const last = await collection('', other);
      expect(JSON.stringify(last)).not.toContain('_links');
      other.addWallet(user);
      const first = await collection('', other);
      expect(first._links).toEqual({ next: { href: expect.stringContaining('cursor=') } });
      expect(JSON.stringify(first._embedded)).not.toContain('_links');
    });
  });

  test('of nothing is an empty one, or where that is switched on none', async () => {
    expect(await collection()).toMatchObject({ _embedded: { digitalWallets: [] }, size: 0 });
    await withPingOne({ emptyEmbedded: 'missing' }, async other => {
      const empty = await collection('', other);
      expect(empty).not.toHaveProperty('_embedded');
      expect(empty.size).toBe(0);
      other.addWallet(user);
      expect(await collection('', other)).toHaveProperty('_embedded');
    });
  });
});

describe('the life of a wallet', () => {
  test('waits for its pairing as long as the window is open, and no longer', async () => {
    const { id, status } = await create();
    expect(status).toBe('PAIRING_REQUIRED');
    expect(await one(id)).toMatchObject({ status: 'PAIRING_REQUIRED' });
    pingone.setPairingWindow(0);
    expect(await one(id)).toMatchObject({ status: 'EXPIRED' });
    expect(await one(id)).not.toHaveProperty('pairingSession');
    pingone.setPairingWindow(aDay);
    expect(await one(id)).toMatchObject({ status: 'EXPIRED' });
    expect(await one((await create()).id)).toMatchObject({ status: 'PAIRING_REQUIRED' });
  });

  test('expires where nobody looked as well, but never once it is paired', () =>
    withPingOne({ pairingWindowMs: 0 }, async other => {
      await create(other);
      const { id } = await create(other);
      other.pair(id);
      expect((await collection('', other))._embedded?.digitalWallets?.map(({ status }) => status)).toEqual([
        'EXPIRED',
        'ACTIVE',
      ]);
    }));

  test('keeps each attempt to pair it, and a failed one leaves it waiting', async () => {
    const { id } = await create();
    pingone.failPairing(id, 'APP_PACKAGE_MISMATCH');
    const failed = { success: false, error: { code: 'APP_PACKAGE_MISMATCH' }, attemptedAt: expect.any(String) };
    expect(await one(id)).toMatchObject({ status: 'PAIRING_REQUIRED', pairingAttempts: [failed] });
    pingone.pair(id);
    expect(await one(id)).toMatchObject({
      status: 'ACTIVE',
      pairingAttempts: [failed, { success: true, attemptedAt: expect.stringMatching(nineDigits) }],
    });
  });

  test('may end by an administrator, or with a deletion', async () => {
    const { id } = await create();
    pingone.disable(id);
    expect(await one(id)).toMatchObject({ status: 'DISABLED' });
    pingone.remove(id);
    expect((await askPingOne(pingone, `${path}/${id}`)).status).toBe(404);
    expect(idsIn(await collection())).toEqual([]);
    expect(() => pingone.remove(id)).toThrow(id);
  });

  test('has times with nine digits where that is switched on, and otherwise not', async () => {
    expect((await one((await create()).id)).createdAt).toMatch(/\.\d{3}Z$/);
    await withPingOne({ nanoseconds: true }, async other => {
      const { id, createdAt } = await create(other);
      expect(createdAt).toMatch(nineDigits);
      other.disable(id);
      expect((await one(id, other)).updatedAt).toMatch(nineDigits);
      other.provision(id, { expiresAt: '2027-01-01T00:00:00Z' });
      const credentials = await collection('', other, `${path}/${id}/provisionedCredentials`);
      expect(credentials._embedded?.provisionedCredentials).toMatchObject([
        { createdAt: expect.stringMatching(nineDigits), expiredAt: '2027-01-01T00:00:00.000645592Z' },
      ]);
    });
  });
});

describe('the credentials in a wallet', () => {
  const below = (id: string): string => `${path}/${id}/provisionedCredentials`;

  test('are listed with what the wallet did to them', async () => {
    const id = pingone.addWallet(user, { status: 'ACTIVE' });
    pingone.provision(pingone.addWallet(user));
    const walletActions = [{ type: 'CREDENTIAL_REVOKED', occurredAt: '2026-01-15T17:05:09.000Z' }];
    const first = pingone.provision(id);
    const second = pingone.provision(id, { status: 'REVOKED', expiresAt: '2027-01-01T00:00:00.000Z', walletActions });
    const credentials = await collection('', pingone, below(id));
    expect(credentials._embedded?.provisionedCredentials).toEqual([
      expect.objectContaining({
        id: first,
        status: 'ACCEPTED',
        digitalWallet: { id },
        user: { id: user },
        credential: { id: expect.any(String) },
        walletActions: [{ type: 'CREDENTIAL_ACCEPTED', occurredAt: expect.any(String) }],
      }),
      expect.objectContaining({ id: second, status: 'REVOKED', expiredAt: '2027-01-01T00:00:00.000Z', walletActions }),
    ]);
    expect(credentials._embedded?.provisionedCredentials?.[0]).not.toHaveProperty('expiredAt');
  });

  test('are paged where that is switched on, lag like every list, and go with their wallet', async () => {
    const id = pingone.addWallet(user);
    for (let count = 0; count < 3; count += 1) pingone.provision(id);
    expect((await collection('', pingone, below(id))).size).toBe(3);
    pingone.setListLag(aDay);
    expect((await collection('', pingone, below(id))).size).toBe(0);
    await withPingOne({ credentialsPageLength: 2 }, async other => {
      const wallet = other.addWallet(user);
      const ids = Array.from({ length: 3 }, () => other.provision(wallet));
      const page = await collection('', other, below(wallet));
      expect(idsIn(page)).toEqual(ids.slice(0, 2));
      expect(idsIn(await collection(nextOf(page), other, below(wallet)))).toEqual(ids.slice(2));
      await askPingOne(other, `${path}/${wallet}`, { method: 'DELETE' });
      expect((await askPingOne(other, below(wallet))).status).toBe(404);
    });
  });
});

describe('a change of a wallet', () => {
  const put = (id: string, asked: object, at = pingone) =>
    askPingOne<Wallet>(at, `${path}/${id}`, { method: 'PUT', body: JSON.stringify(asked) });
  const refused = (target: string) => ({
    status: 400,
    body: { code: 'INVALID_DATA', details: [{ code: 'INVALID_VALUE', target }] },
  });
  const [instance, another] = [idEnding(), idEnding()];

  test('to ACTIVE needs an instance, given now or before', async () => {
    const id = pingone.addWallet(user);
    expect(await put(id, { status: 'ACTIVE' })).toMatchObject(refused('status'));
    expect((await put(id, { applicationInstance: { id: instance } })).body).toMatchObject({
      status: 'PAIRING_REQUIRED',
      applicationInstance: { id: instance },
    });
    expect((await put(id, { status: 'ACTIVE' })).body).toMatchObject({ status: 'ACTIVE' });
    const other = pingone.addWallet(user);
    const both = { status: 'ACTIVE', applicationInstance: { id: instance } };
    expect((await put(other, both)).body).toMatchObject(both);
  });

  test('assigns an instance once, and may repeat it', async () => {
    const id = pingone.addWallet(user);
    await put(id, { applicationInstance: { id: instance } });
    const again = await put(id, { applicationInstance: { id: another } });
    expect(again).toMatchObject(refused('applicationInstance.id'));
    expect((await put(id, { applicationInstance: { id: instance } })).status).toBe(200);
    expect(await one(id)).toMatchObject({ applicationInstance: { id: instance } });
  });

  test('is none of the statuses that belong to PingOne', async () => {
    const id = pingone.addWallet(user, { status: 'ACTIVE' });
    for (const status of ['PAIRING_REQUIRED', 'EXPIRED', 'LOST'])
      expect(await put(id, { status })).toMatchObject(refused('status'));
    expect(pingone.changes).toEqual([]);
  });

  test('that is expired is refused, and carried out where that is switched on', async () => {
    const asked = { status: 'ACTIVE', applicationInstance: { id: instance } };
    expect(await put(pingone.addWallet(user, { status: 'EXPIRED' }), asked)).toMatchObject(refused('status'));
    await withPingOne({ expiredByPut: 'allowed' }, async other => {
      const id = other.addWallet(user, { status: 'EXPIRED' });
      expect((await put(id, asked, other)).body).toMatchObject({ status: 'ACTIVE' });
    });
  });

  test('that deletes it is a 204, and where that is switched on a 200; of none it is a 404', async () => {
    const remove = (id: string, at = pingone) => askPingOne(at, `${path}/${id}`, { method: 'DELETE' });
    expect(await remove(pingone.addWallet(user))).toEqual({ status: 204, body: undefined });
    expect(await remove(idEnding())).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    expect(pingone.changes).toHaveLength(1);
    await withPingOne({ deletedAnswer: 200 }, async other =>
      expect(await remove(other.addWallet(user), other)).toEqual({ status: 200, body: {} }),
    );
  });
});
