import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { JournalRow, JournalStore } from '../../../src/core/journal-store.js';
import type { ListeningChange } from '../../../src/store/postgres/listener.js';
import { isOwnPostgresHere, startPostgres, type TestDatabase, type TestPostgres } from '../../support/postgres.js';
import { startProxy, type Proxy } from '../../support/proxy.js';
import { eventually } from '../../support/time.js';
import { moveTo, newRow } from '../rows.js';
import { closeStores, freshKey, openStoreAt } from './stores.js';

/** Whoever waits for another gateway's operation is told of its end; and where nobody can be told, looks. */

/** No test lives so long: whoever looks only so seldom was told. */
const neverMs = 600_000;

(isOwnPostgresHere ? describe : describe.skip)('waiting for a move', () => {
  let server: TestPostgres;
  let database: TestDatabase;
  let proxy: Proxy;
  beforeAll(async () => {
    server = await startPostgres();
    database = await server.database();
    proxy = await startProxy(server.port);
  });
  afterEach(closeStores);
  afterAll(async () => {
    await proxy.stop();
    await server.cleanUp();
  });

  const changes: ListeningChange[] = [];
  /** Waits beside another one, through which a test can reach it. */
  const openWaiting = async (pollMs: number): Promise<JournalStore> => {
    changes.splice(0);
    const store = await openStoreAt(database.through(proxy.port), {
      pollMs,
      listeningChanged: change => changes.push(change),
    });
    await eventually(async () => (await listening()).length === 1);
    return store;
  };
  const listening = () =>
    database.ask<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity WHERE application_name = 'billfold' AND query LIKE 'LISTEN%' AND state = 'idle'`,
    );
  const claimed = async (store: JournalStore): Promise<JournalRow> => {
    const outcome = await store.claim(newRow(freshKey()), []);
    if (outcome === null) throw new Error('It must wait, though nothing was named.');
    return outcome.row;
  };
  const marked = (rows: readonly JournalRow[]): Promise<void> =>
    eventually(async () => {
      const text = 'SELECT 1 FROM billfold.operation WHERE is_awaited AND id = ANY ($1)';
      return (await database.ask(text, [rows.map(({ id }) => id)])).length === rows.length;
    });
  /** Nobody can open a connection any more, and nobody listens. */
  const deafen = async (): Promise<void> => {
    proxy.shut();
    for (const { pid } of await listening()) await database.ask('SELECT pg_terminate_backend($1)', [pid]);
    await eventually(() => changes.length > 0);
  };

  test('made by another gateway: it is told, without having looked again', async () => {
    const waiting = await openWaiting(neverMs);
    const other = await openStoreAt(database.url);
    const row = await claimed(other);
    const moved = waiting.awaitMove(row.id, 1, 'calling', neverMs);
    await marked([row]);
    expect(await other.move(row.id, 1, moveTo('done'))).toBe('moved');
    await moved;
    expect(await waiting.byId(row.id)).toMatchObject({ status: 'done' });
  });

  test('many at once, of several gateways, for one operation and for many: each is told', async () => {
    const [waiting, mover] = [await openWaiting(neverMs), await openStoreAt(database.url)];
    const third = await openStoreAt(database.url, { pollMs: neverMs });
    await eventually(async () => (await listening()).length === 3);
    const rows = await Promise.all(Array.from({ length: 20 }, () => claimed(mover)));
    const all = rows.flatMap(({ id }) =>
      [waiting, third, waiting].map(store => store.awaitMove(id, 1, 'calling', neverMs)),
    );
    await marked(rows);
    await Promise.all(rows.map(({ id }) => mover.move(id, 1, moveTo('refused'))));
    await Promise.all(all);
  });

  test('that was made already, of another attempt, or of nothing that is there: at once', async () => {
    const waiting = await openWaiting(neverMs);
    const row = await claimed(waiting);
    await waiting.move(row.id, 1, moveTo('unknown'));
    await waiting.awaitMove(row.id, 1, 'calling', neverMs);
    await waiting.awaitMove(row.id, 7, 'unknown', neverMs);
    await waiting.awaitMove('00000000-0000-4000-8000-000000000000', 1, 'calling', neverMs);
  });

  test('that is not made: when patience is over, and the row is as it was', async () => {
    const waiting = await openWaiting(neverMs);
    const row = await claimed(waiting);
    await waiting.awaitMove(row.id, 1, 'calling', 150);
    expect(await waiting.byId(row.id)).toEqual(row);
  });

  test('while nobody can be told: it is found by looking, and told of again when that works again', async () => {
    const waiting = await openWaiting(50);
    const other = await openStoreAt(database.url);
    const [first, second] = [await claimed(other), await claimed(other)];
    const moved = waiting.awaitMove(first.id, 1, 'calling', neverMs);
    await marked([first]);
    await deafen();
    expect(changes).toEqual([{ isWorking: false, reason: '57P01' }]);
    await other.move(first.id, 1, moveTo('done'));
    await moved;

    proxy.letIn();
    await eventually(() => changes.length > 1);
    expect(changes.slice(1)).toEqual([{ isWorking: true, reason: null }]);
    const again = waiting.awaitMove(second.id, 1, 'calling', neverMs);
    await other.move(second.id, 1, moveTo('done'));
    await again;
  });

  test('that was made while nobody listened: it is known as soon as somebody listens again', async () => {
    const waiting = await openWaiting(neverMs);
    const other = await openStoreAt(database.url);
    const row = await claimed(other);
    const moved = waiting.awaitMove(row.id, 1, 'calling', neverMs);
    await marked([row]);
    await deafen();
    await other.move(row.id, 1, moveTo('done'));
    proxy.letIn();
    await moved;
  });

  test('a connection that falls silent before it listens is given up for another one', async () => {
    proxy.stallAt('LISTEN');
    const waiting = await openWaiting(neverMs);
    expect(changes).toMatchObject([{ isWorking: false }, { isWorking: true }]);
    const row = await claimed(waiting);
    const moved = waiting.awaitMove(row.id, 1, 'calling', neverMs);
    await marked([row]);
    await waiting.move(row.id, 1, moveTo('done'));
    await moved;
  });

  test('is closed meanwhile: nobody waits for ever', async () => {
    const waiting = await openWaiting(neverMs);
    const row = await claimed(waiting);
    const moved = expect(waiting.awaitMove(row.id, 1, 'calling', neverMs)).rejects.toThrow('closed');
    await marked([row]);
    await closeStores();
    await moved;
  });
});
