import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { JournalStore } from '../../../src/core/journal-store.js';
import { migrated } from '../../../src/store/postgres/migration.js';
import { isOwnPostgresHere, startPostgres, type TestDatabase, type TestPostgres } from '../../support/postgres.js';
import { eventually } from '../../support/time.js';
import { bytes, newRow } from '../rows.js';
import { closeStores, freshKey, openStoreAt } from './stores.js';

/** Gateways whose lists of store keys differ while one key takes another's place: no idempotency key is free twice. */

(isOwnPostgresHere ? describe : describe.skip)('store keys on PostgreSQL', () => {
  let server: TestPostgres;
  let database: TestDatabase;
  beforeAll(async () => {
    server = await startPostgres();
  });
  beforeEach(async () => {
    database = await server.database();
  });
  afterEach(closeStores);
  afterAll(() => server.cleanUp());

  const openWith = (...keyIds: string[]): Promise<JournalStore> => openStoreAt(database.url, { keyIds });
  const hashesOf = (key: string, keyId: string) => ({ keyHash: bytes(`${key} ${keyId}`), inputHash: bytes(keyId) });
  /** As a gateway with these keys claims it. */
  const claimWith = (store: JournalStore, key: string, [first = '', ...others]: readonly string[]) =>
    store.claim(
      newRow(key, { ...hashesOf(key, first), sealKeyId: first }),
      others.map(keyId => hashesOf(key, keyId)),
    );
  const missing = /STORE_KEY lacks a key that/;

  test('another one than rows were sealed with is refused, and the rows are there for the right one', async () => {
    const store = await openWith('old');
    await claimWith(store, 'k', ['old']);
    await expect(openWith('other')).rejects.toThrow(missing);
    await expect(openWith('other', 'another')).rejects.toThrow(missing);
    expect(await claimWith(await openWith('old'), 'k', ['old'])).toMatchObject({ isClaimed: false });
  });

  test('takes the place of another one, one gateway after the other', async () => {
    const both = await openWith('old', 'new');
    await claimWith(both, 'k', ['old', 'new']);
    const turned = await openWith('new', 'old');
    for (const store of [both, turned]) await store.check();
    expect(await claimWith(turned, 'k', ['new', 'old'])).toMatchObject({ isClaimed: false });
    expect(await claimWith(turned, 'l', ['new', 'old'])).toMatchObject({ isClaimed: true });
    expect(await claimWith(both, 'l', ['old', 'new'])).toMatchObject({ isClaimed: false });

    await expect(openWith('new')).rejects.toThrow(missing);
    await database.ask(`DELETE FROM billfold.operation WHERE seal_key_id = 'old'`);
    const later = await openWith('new');
    expect(await claimWith(later, 'l', ['new'])).toMatchObject({ isClaimed: false });
    expect(await database.ask('SELECT id FROM billfold.store_key')).toEqual([{ id: 'new' }]);
  });

  test('a gateway that lacks the one by which others claim is not fit, and claims nothing', async () => {
    const before = await openWith('old');
    const known = await claimWith(before, 'known', ['old']);
    const after = await openWith('new', 'old');
    expect(await claimWith(after, 'k', ['new', 'old'])).toMatchObject({ isClaimed: true });
    await expect(before.check()).rejects.toThrow(missing);
    await expect(claimWith(before, 'k', ['old'])).rejects.toThrow(missing);
    await expect(before.claim(newRow('l', { sealKeyId: 'old' }), [], [bytes('wallet')])).rejects.toThrow(missing);
    // What it knows, it tells.
    expect(await claimWith(before, 'known', ['old'])).toEqual({ row: known?.row, isClaimed: false });
  });

  test('a gateway whose own one is out of use claims nothing, either', async () => {
    const behind = await openWith('old', 'new');
    await openWith('new', 'old');
    await openWith('new'); // nothing was sealed with the old one
    await expect(claimWith(behind, freshKey(), ['old', 'new'])).rejects.toThrow(missing);
  });

  const claimBegun = () =>
    database.hold(
      `INSERT INTO billfold.operation (id, tenant, mutation, provider, key_hash, input_hash, seal_key_id, status, attempt,
         owner, created_at, started_at, sought_since, quiet_at, intent)
       VALUES (gen_random_uuid(), 'default', 'm', 'MOOV', 'k', 'i', 'old', 'calling', 1, 'o', 0, 0, 0, 0, 'i')`,
    );
  const changed = () => database.ask('SELECT id FROM billfold.changed_key');
  const waitsForClaims = () => eventually(async () => (await changed()).length > 0);

  test('whoever brings one waits for claims that were begun without it', async () => {
    const before = await openWith('old');
    const begun = await claimBegun();
    let isOpen = false;
    const after = openWith('new', 'old').finally(() => (isOpen = true));
    await waitsForClaims();
    await expect(before.check()).rejects.toThrow(missing);
    expect(isOpen).toBe(false);
    await begun.letGo();
    await after;
  });

  test('nobody who knows it stands behind whoever brings it', async () => {
    await openWith('old');
    const both = await openWith('old', 'new');
    const begun = await claimBegun();
    const after = openWith('new', 'old');
    await waitsForClaims();
    expect(await claimWith(both, freshKey(), ['old', 'new'])).toMatchObject({ isClaimed: true });
    await begun.letGo();
    await after;
    expect(await changed()).toEqual([]);
  });

  /** One that is killed while it waits. */
  const startAndCutOff = async (...keyIds: string[]): Promise<void> => {
    const refused = expect(migrated({ server: database.server, keyIds })).rejects.toThrow();
    await waitsForClaims();
    await database.ask(`SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'`);
    await refused;
  };

  test('whoever starts after one that was cut off while it waited waits, too', async () => {
    await openWith('old');
    const begun = await claimBegun();
    await startAndCutOff('new', 'old');
    let isOpen = false;
    const after = openWith('new', 'old').finally(() => (isOpen = true));
    await new Promise(resolve => setTimeout(resolve, 500));
    expect(isOpen).toBe(false);
    await begun.letGo();
    await after;
    expect(await changed()).toEqual([]);
  });

  test('one that was about to leave is not forgotten by who starts after one that was cut off', async () => {
    await openWith('old');
    await openWith('new', 'old');
    const begun = await claimBegun();
    await startAndCutOff('new');
    await begun.keep();
    await expect(openWith('new')).rejects.toThrow(missing);
    await openWith('new', 'old');
    expect(await changed()).toEqual([]);
  });

  test('whoever brings one does not wait for a table that is being vacuumed', async () => {
    await openWith('old');
    const vacuum = await database.hold('LOCK TABLE billfold.operation IN SHARE UPDATE EXCLUSIVE MODE');
    await openWith('new', 'old');
    await vacuum.letGo();
  });

  test('that was about to leave stays where somebody has just claimed by it', async () => {
    await openWith('old');
    await openWith('new', 'old');
    const begun = await claimBegun();
    const refused = expect(openWith('new')).rejects.toThrow(missing);
    await waitsForClaims();
    await begun.keep();
    await refused;
    expect(await database.ask('SELECT id FROM billfold.store_key ORDER BY id')).toEqual([{ id: 'new' }, { id: 'old' }]);
  });
});
