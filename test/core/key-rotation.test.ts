import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readConfig } from '../../src/config.js';
import { openJournal, type Journal } from '../../src/core/journal.js';
import { WalletProvider } from '../../src/core/provider.js';
import { openSeals } from '../../src/core/seals.js';
import { faults } from '../../src/simulators/faults.js';
import { providers } from '../../src/providers/index.js';
import { idEnding } from '../../src/simulators/outcomes.js';
import { openSqliteStore } from '../../src/store/sqlite/open.js';
import {
  CreateMoovWalletDocument,
  OperationByKeyDocument,
  OperationDocument,
  type CreateMoovWalletInput,
} from '../generated/operations.js';
import { freshKey, withGateway, type TestGateway } from '../support/gateway.js';

/** A new store key is put before the old one; the old one leaves the list when no row needs it any more. */

const older = randomBytes(32);
const newer = randomBytes(32);
const listed = (...keys: readonly Buffer[]): string => keys.map(key => key.toString('base64')).join(',');

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rotation-'));
  file = join(folder, 'billfold.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true }));

const input = (): CreateMoovWalletInput => ({ idempotencyKey: freshKey(), accountId: idEnding(), name: 'Payroll' });
const create = async (gateway: TestGateway, of: CreateMoovWalletInput) =>
  (await gateway.execute(CreateMoovWalletDocument, { input: of })).createMoovWallet;
const withKeys = <Result>(keys: string, use: (gateway: TestGateway) => Promise<Result>): Promise<Result> =>
  withGateway({ environment: { STORE_URL: `sqlite:${file}`, STORE_KEY: keys } }, use);
const creates = ({ simulators }: TestGateway) =>
  simulators.moov.exchanges.filter(({ route }) => route === 'create').length;

/** Which store key each row was sealed with. */
function sealedWith(): unknown[] {
  const database = new DatabaseSync(file);
  const rows = database.prepare('SELECT seal_key_id AS key FROM operation ORDER BY rowid').all();
  database.close();
  return rows.map(({ key }) => key);
}

describe('STORE_KEY', () => {
  const read = (keys: string) => readConfig({ PROVIDERS: 'live', STORE_KEY: keys }, providers).storeKeys;

  test('is one key, or several with the new one first', () => {
    expect(read(listed(older))).toEqual([older]);
    expect(read(listed(newer, older))).toEqual([newer, older]);
    expect(read(` ${listed(newer)} ,\t${listed(older).replace('=', '')}, `)).toEqual([newer, older]);
  });

  test.each([
    ['no key', ','],
    ['a key that is too short', `${listed(newer)},short`],
    ['another separator', `${listed(newer)};${listed(older)}`],
    ['no separator', `${listed(newer)} ${listed(older)}`],
    ['a key that is too long', listed(newer, randomBytes(33))],
    ['a key in hex', `${listed(newer)},${older.toString('hex')}`],
  ])('%s is refused, and nothing of it quoted', (_what, keys) => {
    const refusal = expect(() => read(keys));
    refusal.toThrow(
      /^ {2}- STORE_KEY must be 32 bytes in base64, as .+ prints them, or several of these separated by commas\.$/m,
    );
    refusal.not.toThrow(listed(newer));
  });
});

describe('after a rotation', () => {
  test('a key that was used before is not free: its answer is replayed, and another input refused', async () => {
    const of = input();
    const before = await withKeys(listed(older), gateway => create(gateway, of));
    expect(before).toMatchObject({ __typename: 'MoovWalletCreated' });
    await withKeys(listed(newer, older), async gateway => {
      expect(await create(gateway, of)).toEqual(before);
      expect(await create(gateway, { ...of, name: 'Other' })).toMatchObject({
        __typename: 'IdempotencyKeyReusedError',
        operation: { status: 'SUCCEEDED' },
      });
      expect(creates(gateway)).toBe(0);
    });
    expect(sealedWith()).toEqual(openSeals([older]).keyIds);
  });

  test('what is new is sealed by the first key, what is old is still read', async () => {
    const [before, after] = [input(), input()];
    await withKeys(listed(older), gateway => create(gateway, before));
    await withKeys(listed(newer, older), async gateway => {
      expect(await create(gateway, after)).toMatchObject({ __typename: 'MoovWalletCreated' });
      for (const { idempotencyKey } of [before, after]) {
        const { operationByKey } = await gateway.execute(OperationByKeyDocument, {
          mutation: 'createMoovWallet',
          idempotencyKey,
        });
        expect(operationByKey).toMatchObject({ idempotencyKey, status: 'SUCCEEDED' });
        expect(operationByKey?.result).toMatchObject({ __typename: 'MoovWalletCreated' });
        const { operation } = await gateway.execute(OperationDocument, { id: operationByKey?.id ?? '' });
        expect(operation).toEqual(operationByKey);
      }
    });
    expect(sealedWith()).toEqual(openSeals([older, newer]).keyIds);
  });

  test('a refusal from before is tried anew as the next attempt of the same operation', async () => {
    const of = input();
    await withKeys(listed(older), async gateway => {
      gateway.simulators.moov.next(faults.answer(429));
      expect(await create(gateway, of)).toMatchObject({ __typename: 'RateLimitedError', operation: { attempts: 1 } });
    });
    await withKeys(listed(newer, older), async gateway => {
      expect(await create(gateway, of)).toMatchObject({ __typename: 'MoovWalletCreated' });
      expect(await create(gateway, of)).toMatchObject({ __typename: 'MoovWalletCreated' });
      expect(gateway.simulators.moov.ledger).toHaveLength(1);
      const { operationByKey } = await gateway.execute(OperationByKeyDocument, {
        mutation: 'createMoovWallet',
        idempotencyKey: of.idempotencyKey,
      });
      expect(operationByKey).toMatchObject({ status: 'SUCCEEDED', attempts: 2 });
    });
    // The row's hashes are made with its old key, so its seals stay so too.
    expect(sealedWith()).toEqual(openSeals([older]).keyIds);
  });

  test('an unknown outcome from before is settled', async () => {
    const of = input();
    await withGateway({}, async elsewhere => {
      // Both gateways speak to one provider: this one's simulators.
      const moov = elsewhere.simulators.moov;
      const environment = { STORE_URL: `sqlite:${file}`, ...moov.environment };
      moov.next(faults.reset('before-answer', { applied: true }));
      await withGateway({ environment: { ...environment, STORE_KEY: listed(older) } }, async gateway => {
        expect(await create(gateway, of)).toMatchObject({ __typename: 'OutcomeUnknownError' });
      });
      await withGateway({ environment: { ...environment, STORE_KEY: listed(newer, older) } }, async gateway => {
        expect(await create(gateway, of)).toMatchObject({
          __typename: 'MoovWalletCreated',
          moovWallet: { providerId: moov.ledger[0]?.resourceId },
        });
      });
      expect(moov.ledger).toHaveLength(1);
    });
  });
});

describe('at start', () => {
  const open = (...keys: readonly Buffer[]) => openSqliteStore({ file, keyIds: openSeals(keys).keyIds });
  const claim = (idempotencyKey: string) => ({
    tenant: 'default',
    mutation: 'createMoovWallet',
    provider: WalletProvider.MOOV,
    idempotencyKey,
    input: {},
    target: null,
    quietAfterMs: 25_000,
  });
  const sentence =
    /^STORE_KEY lacks a key that the journal .+ was sealed with\. Keep it in the list, after the new one\.$/;

  test('a key that rows need cannot be left out, and nothing is changed by trying', async () => {
    const of = input();
    const before = await withKeys(listed(older), gateway => create(gateway, of));
    await expect(withKeys(listed(newer), async () => undefined)).rejects.toThrow(sentence);
    await withKeys(listed(newer, older), gateway => create(gateway, input()));
    for (const keys of [[newer], [older]]) {
      await expect(withKeys(listed(...keys), async () => undefined)).rejects.toThrow(sentence);
    }
    await withKeys(listed(older, newer), async gateway => expect(await create(gateway, of)).toEqual(before));
  });

  test('a key that no row needs any more may be left out, and is then gone for good', async () => {
    let store = open(older);
    const entry = await openJournal({ store, seals: openSeals([older]) }).claim(claim('k'));
    await store.close();

    store = open(newer, older);
    const journal = openJournal({ store, seals: openSeals([newer, older]) });
    await journal.claim(claim('l'));
    await journal.move(entry, { status: 'refused', result: null });
    await store.close();
    expect(() => open(newer)).toThrow(sentence);

    store = open(newer, older);
    expect(await store.reap(Date.now() + 1, 100)).toBe(1);
    await store.close();
    store = open(newer);
    expect(
      await openJournal({ store, seals: openSeals([newer]) }).byKey('default', 'createMoovWallet', 'l'),
    ).not.toBeNull();
    await store.close();
    expect(() => open(older)).toThrow(sentence);
  });

  test('no list without any key that the journal knows is taken, not even for an empty one', async () => {
    await open(older).close();
    expect(() => open(newer)).toThrow(sentence);
    await open(newer, older).close();
    await open(newer).close();
  });
});

describe('wallets that could be mistaken for each other', () => {
  const claim = (idempotencyKey: string, target: string | null) => ({
    tenant: 'default',
    mutation: 'createWalletAccount',
    provider: WalletProvider.JUSPAY,
    idempotencyKey,
    input: {},
    target,
    quietAfterMs: 25_000,
  });
  const unknown = async (journal: Journal, idempotencyKey: string, target: string | null) => {
    const moved = await journal.move(await journal.claim(claim(idempotencyKey, target)), {
      status: 'unknown',
      result: null,
    });
    if (typeof moved === 'string') throw new Error(moved);
    return moved;
  };

  test('operations from before are rivals still, and those from afterwards to them', async () => {
    const store = openSqliteStore({ file, keyIds: openSeals([newer, older]).keyIds });
    const before = openJournal({ store, seals: openSeals([older]) });
    const after = openJournal({ store, seals: openSeals([newer, older]) });
    const old = await unknown(before, 'old', 'customer/MOBIKWIK');
    await before.claim(claim('old, calling', 'customer/MOBIKWIK'));
    const fresh = await unknown(after, 'fresh', 'customer/MOBIKWIK');
    await unknown(after, 'another', 'customer/PAYTM');
    await unknown(after, 'without', null);
    const rivals = { calling: 1, undecided: 2 };
    expect(await after.rivals(fresh, [])).toMatchObject(rivals);
    expect(await after.rivals(old, [])).toMatchObject(rivals);

    // A decision on the sight of one alone does not stand.
    const calling = await after.claim(claim('old, calling', 'customer/MOBIKWIK'));
    expect(await after.move(fresh, { status: 'absent', result: null }, { undecided: 2 })).toBe('stale');
    await after.move(calling, { status: 'refused', result: null });
    expect(await after.move(fresh, { status: 'absent', result: null }, { undecided: 1 })).toBe('stale');
    expect(await after.move(fresh, { status: 'absent', result: null }, { undecided: 2 })).toMatchObject({
      status: 'absent',
    });
    await store.close();
  });

  test('a wallet of an operation from before is owned still', async () => {
    const store = openSqliteStore({ file, keyIds: openSeals([newer, older]).keyIds });
    const before = openJournal({ store, seals: openSeals([older]) });
    const after = openJournal({ store, seals: openSeals([newer, older]) });
    const done = { status: 'done', result: {}, providerId: 'wallet-1' } as const;
    await before.move(await before.claim(claim('old', null)), done);
    const fresh = await unknown(after, 'fresh', null);
    expect((await after.rivals(fresh, ['wallet-1', 'WALLET-1', 'wallet-2'])).isOwned).toEqual([true, true, false]);
    expect(await after.move(fresh, done)).toBe('owned');
    await store.close();
  });
});
