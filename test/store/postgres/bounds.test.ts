import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { systemClock } from '../../../src/core/clock.js';
import { WalletProvider } from '../../../src/core/provider.js';
import { openConnections } from '../../../src/store/postgres/connections.js';
import { isOwnPostgresHere, startPostgres, type TestDatabase, type TestPostgres } from '../../support/postgres.js';
import { startProxy } from '../../support/proxy.js';
import { eventually } from '../../support/time.js';
import { bytes, ended, moveTo, newRow, start } from '../rows.js';
import { closeStores, endingsOf, everyCall, freshKey, openStoreAt } from './stores.js';

/** How much a gateway takes of its database, and how long it lets itself be kept waiting. */

const ofStores = `FROM pg_stat_activity WHERE application_name = 'billfold'`;

(isOwnPostgresHere ? describe : describe.skip)('what PostgreSQL is asked for at once', () => {
  let server: TestPostgres;
  let database: TestDatabase;
  beforeAll(async () => {
    server = await startPostgres();
    database = await server.database();
  });
  afterEach(async () => {
    await closeStores();
    await eventually(async () => (await database.ask(`SELECT 1 ${ofStores}`)).length === 0);
  });
  afterAll(() => server.cleanUp());

  const settled = (calls: readonly Promise<unknown>[]) => Promise.allSettled(calls);

  test('thousands of calls open no more connections than they may', async () => {
    const connections = 4;
    const store = await openStoreAt(database.url, { connections });
    const row = await store.claim(newRow(freshKey()), []);
    const claims = Array.from({ length: 3_000 }, () => store.claim(newRow(freshKey()), []));
    const reads = Array.from({ length: 400 }, () => store.byId(row?.row.id ?? ''));
    await settled([...claims, ...reads]);
    // None is closed before it has been idle for a minute: these are all that there ever were.
    expect(await database.ask(`SELECT 1 ${ofStores}`)).toHaveLength(connections);
  });

  test('what exceeds the queue is refused at once, and the rest goes on', async () => {
    const store = await openStoreAt(database.url, { connections: 4 });
    const outcome = await store.claim(newRow(freshKey()), []);
    const others = await database.hold('LOCK TABLE billfold.operation IN ACCESS EXCLUSIVE MODE');
    const reads = Array.from({ length: 600 }, () => store.byId(outcome?.row.id ?? ''));
    const claims = Array.from({ length: 5_500 }, () => store.claim(newRow(freshKey()), []));
    const refused: string[] = [];
    for (const call of [...reads, ...claims]) call.catch((error: Error) => refused.push(error.message));
    // 500 and those under way; 5,000 and no batch is under way before the turn ends.
    await eventually(() => refused.length >= 90 + 500);
    expect(new Set(refused)).toEqual(
      new Set(['Too much waits for a connection to the journal.', 'Too much waits for the journal.']),
    );
    await others.letGo();
    await settled([...reads, ...claims]);
    expect(await store.byId(outcome?.row.id ?? '')).toEqual(outcome?.row);
  });

  test('an ending is written down, however many read at the same time', async () => {
    const store = await openStoreAt(database.url, { connections: 4 });
    const outcome = await store.claim(newRow(freshKey()), []);
    const id = outcome?.row.id ?? '';
    const busy = settled(Array.from({ length: 3 }, () => store.byId(id))); // one each for all that do not listen
    const reads = new Promise<Promise<unknown>[]>(resolve =>
      setImmediate(() => resolve(Array.from({ length: 600 }, () => store.byId(id)))),
    );
    const moved = store.move(id, 1, moveTo('done')); // its group is sent right after they were asked for
    const refused = (await settled(await reads)).filter(({ status }) => status === 'rejected');
    expect(refused.length).toBeGreaterThan(0); // there was no room for all of them
    expect(await moved).toBe('moved');
    await busy;
  });

  test('a row that somebody holds is given up in time, which is said; what came with it goes on', async () => {
    const store = await openStoreAt(database.url);
    const keys = Array.from({ length: 20 }, freshKey);
    const claims = await Promise.all(keys.map(key => store.claim(newRow(key), [])));
    const ids = claims.map(claim => claim?.row.id ?? '');
    const others = await database.hold('SELECT 1 FROM billfold.operation WHERE id = $1 FOR UPDATE', [ids[3]]);
    const moves = await settled(ids.map(id => store.move(id, 1, moveTo('done', { from: ['calling'] }))));
    expect(moves.filter(({ status }) => status === 'rejected')).toHaveLength(1);
    expect(moves[3]).toMatchObject({ status: 'rejected', reason: { message: 'Others were in the way.' } });
    await others.letGo();
    expect(await store.move(ids[3] ?? '', 1, moveTo('done'))).toBe('moved');
  });

  test('a row that somebody holds for a moment is waited for', async () => {
    const store = await openStoreAt(database.url);
    const claim = await store.claim(newRow(freshKey()), []);
    const others = await database.hold('SELECT 1 FROM billfold.operation WHERE id = $1 FOR UPDATE', [claim?.row.id]);
    const move = store.move(claim?.row.id ?? '', 1, moveTo('done'));
    await eventually(async () => (await database.ask(`SELECT 1 ${ofStores} AND wait_event_type = 'Lock'`)).length > 0);
    await others.letGo();
    expect(await move).toBe('moved');
  });

  test('a look that somebody else is just taking is left to them, and nobody waits for it', async () => {
    const store = await openStoreAt(database.url);
    const claims = await Promise.all(['late', 'later'].map(() => store.claim(newRow(freshKey()), [])));
    const [held = '', free = ''] = claims.map(claim => claim?.row.id ?? '');
    for (const id of [held, free]) await store.move(id, 1, moveTo('unknown'));
    const others = await database.hold('SELECT 1 FROM billfold.operation WHERE id = $1 FOR UPDATE', [held]);
    const now = ended + 5_000;
    const seeker = { owner: 'owner-1', now, until: now + 30_000, tooFarAhead: now + 60_000 };
    const due = await store.due({ ...seeker, abandonedSince: now - 3_000, limits: { [WalletProvider.MOOV]: 5 } });
    expect(due.map(({ id }) => id)).toEqual([free]);
    await others.letGo();
  });

  test('a gateway that stands still in a transaction is cut off, and others go on', async () => {
    const proxy = await startProxy(server.port);
    const still = await openStoreAt(database.through(proxy.port));
    const other = await openStoreAt(database.url);
    const use = { names: [bytes(freshKey())], maximum: 5, now: start, until: ended };
    proxy.stallAt('COMMIT');
    const lost = settled([still.useUp({ id: freshKey(), ...use })]);
    const idle = async () => (await database.ask(`SELECT 1 ${ofStores} AND state = 'idle in transaction'`)).length;
    await eventually(async () => (await idle()) > 0);
    await eventually(() =>
      other.useUp({ id: freshKey(), ...use }).then(
        used => 'left' in used && used.left === 4, // what stood still is undone
        () => false,
      ),
    );
    expect(await idle()).toBe(0);
    expect(await lost).toMatchObject([{ status: 'rejected' }]);
    await closeStores();
    await proxy.stop();
  });

  test('whatever the database has as its defaults, its own settings hold', async () => {
    const odd = await server.database();
    const name = new URL(odd.url).pathname.slice(1);
    for (const setting of [
      `default_transaction_isolation TO 'serializable'`,
      'synchronous_commit TO off',
      'search_path TO pg_catalog',
      'statement_timeout TO 50',
      'lock_timeout TO 1',
      'idle_in_transaction_session_timeout TO 1',
    ]) {
      await database.ask(`ALTER DATABASE ${name} SET ${setting}`);
    }
    const store = await openStoreAt(odd.url);
    const claim = await store.claim(newRow(freshKey()), []);
    const endings = await endingsOf(everyCall(store, claim?.row.id ?? ''));
    expect(endings.filter(({ error }) => error !== null)).toEqual([]);

    const listeningChanged = () => undefined;
    const connections = await openConnections({
      server: odd.server,
      size: 1,
      clock: systemClock,
      listeningChanged,
    });
    const settings = {
      transaction_isolation: 'read committed',
      synchronous_commit: 'on',
      search_path: 'billfold',
      statement_timeout: '2s',
      lock_timeout: '1s',
      idle_in_transaction_session_timeout: '2s',
    };
    const text = `SELECT ${Object.keys(settings)
      .map(one => `current_setting('${one}') AS ${one}`)
      .join(', ')}`;
    const found = await Promise.all([
      connections.query({ name: 'settings', text }, []),
      connections.transaction(query => query({ name: 'settings', text }, [])),
    ]);
    await connections.close();
    expect(found).toEqual([[settings], [settings]]);
  });
});
