import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { migrated } from '../../../src/store/postgres/migration.js';
import { openPostgresStore } from '../../../src/store/postgres/open.js';
import { migrations, type Migration } from '../../../src/store/postgres/schema.js';
import {
  isOwnPostgresHere,
  serverAt,
  startPostgres,
  type TestDatabase,
  type TestPostgres,
} from '../../support/postgres.js';
import { startProxy } from '../../support/proxy.js';
import { moveTo, newRow } from '../rows.js';
import { describeJournalStore } from '../suite.js';
import { closeStores, endingsOf, everyCall, freshKey, keyIds, openStoreAt } from './stores.js';

/** Whoever comes first prepares the database; and the version before goes on beside the next one. */

const own = migrations.at(-1) ?? migrations[0];
const version = own.version + 1;
/** Such as a later version may bring: this one neither writes nor reads what it adds. */
const next: Migration = {
  version,
  oldest: own.version,
  sql: `
    ALTER TABLE operation ADD COLUMN region text NOT NULL DEFAULT 'here';
    ALTER TABLE wallet ADD COLUMN seen_at bigint;
    ALTER TABLE use ADD COLUMN region text;
    CREATE INDEX operation_region ON operation (region, place);
    CREATE TABLE region (name text PRIMARY KEY);
  `,
};

(isOwnPostgresHere ? describe : describe.skip)('preparing a PostgreSQL', () => {
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

  const migrateTo = (last: Migration, url = database.url): Promise<void> =>
    migrated({ server: serverAt(url), keyIds, steps: [...migrations, last] });
  const standing = () => database.ask('SELECT version, oldest FROM billfold.version');
  const worksAt = async (url: string): Promise<void> => {
    const store = await openStoreAt(url);
    const claim = await store.claim(newRow(freshKey()), []);
    const endings = await endingsOf(everyCall(store, claim?.row.id ?? ''));
    expect(endings.filter(({ error }) => error !== null)).toEqual([]);
  };

  test('ten that come at once prepare it once, and all work', async () => {
    const stores = await Promise.all(Array.from({ length: 10 }, () => openStoreAt(database.url, { connections: 2 })));
    expect(await standing()).toEqual([{ version: own.version, oldest: own.oldest }]);
    expect(await database.ask('SELECT id FROM billfold.store_key')).toEqual([{ id: keyIds[0] }]);
    const claims = await Promise.all(stores.map(store => store.claim(newRow('k'), [])));
    expect(claims.filter(claim => claim?.isClaimed)).toHaveLength(1);
  });

  test.each(['CREATE TABLE operation', 'INSERT INTO version', 'COMMIT'])(
    'one that dies at %s leaves nothing half done, and the next one prepares it',
    async text => {
      const proxy = await startProxy(server.port);
      proxy.loseQuestion(text);
      await expect(migrated({ server: serverAt(database.through(proxy.port)), keyIds })).rejects.toThrow(
        /cannot be reached/,
      );
      expect(await database.ask(`SELECT 1 FROM pg_namespace WHERE nspname = 'billfold'`)).toEqual([]);
      await worksAt(database.url);
      await proxy.stop();
    },
  );

  test('one that stands still in the middle is cut off, and the next one prepares it', async () => {
    const proxy = await startProxy(server.port);
    proxy.stallAt('COMMIT');
    // Nobody waits for it: as far as it can tell, its database stands still.
    void migrated({ server: serverAt(database.through(proxy.port)), keyIds }).catch(() => undefined);
    await worksAt(database.url);
    await proxy.stop();
  });

  test('one whose step fails leaves the version before, which works', async () => {
    await openStoreAt(database.url);
    const broken = { ...next, sql: `${next.sql}; ALTER TABLE nothing ADD COLUMN region text` };
    await expect(migrateTo(broken)).rejects.toThrow(/"nothing" does not exist\.$/);
    expect(await standing()).toEqual([{ version: own.version, oldest: own.oldest }]);
    await worksAt(database.url);
  });

  test('the next version comes while this one works: it goes on, and can be started again', async () => {
    const store = await openStoreAt(database.url);
    const first = await store.claim(newRow(freshKey()), []);
    // Each statement is prepared on its connections by now, for the tables as they are.
    const calls = everyCall(store, first?.row.id ?? '');
    await endingsOf(calls);
    let isOver = false;
    const migration = migrateTo(next).finally(() => (isOver = true));
    const failures: unknown[] = [];
    const work = async (): Promise<void> => {
      const claim = await store.claim(newRow(freshKey()), []);
      await store.move(claim?.row.id ?? '', 1, moveTo('done'));
      if (!isOver) return work();
    };
    await Promise.all(Array.from({ length: 5 }, () => work().catch((error: unknown) => failures.push(error))));
    await migration;
    expect(failures).toEqual([]);
    expect((await endingsOf(calls)).filter(({ error }) => error !== null)).toEqual([]);
    await worksAt(database.url);
    expect(await standing()).toEqual([{ version, oldest: own.version }]);
  });

  test('two next versions that come at once change it once', async () => {
    await openStoreAt(database.url);
    await Promise.all([migrateTo(next), migrateTo(next)]);
    expect(await standing()).toEqual([{ version, oldest: own.version }]);
  });

  test('a version beside which this one cannot run is said to be so, and nothing is changed', async () => {
    await migrateTo({ ...next, oldest: version });
    await expect(openStoreAt(database.url)).rejects.toThrow(
      /^The journal at [^\n]+ cannot be used: it was changed by a newer Billfold \(version \d+\), beside which this one cannot run\.$/,
    );
    expect(await standing()).toEqual([{ version, oldest: version }]);
  });

  describe('on the tables of the next version', () => {
    let later: TestDatabase;
    beforeAll(async () => {
      later = await server.database();
      await migrateTo(next, later.url);
    });

    const open = () => openPostgresStore({ server: later.server, connections: 8, keyIds });
    describeJournalStore('rows', {
      isSingleOwner: false,
      async open() {
        const store = await open();
        await later.ask('TRUNCATE billfold.operation, billfold.wallet, billfold.use');
        return { store, reopen: async () => (await store.close(), open()) };
      },
    });
  });
});
