import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { JournalRow, JournalStore } from '../../../src/core/journal-store.js';
import { isOwnPostgresHere, startPostgres, type TestDatabase, type TestPostgres } from '../../support/postgres.js';
import { startProxy, type Proxy } from '../../support/proxy.js';
import { eventually } from '../../support/time.js';
import { bytes, ended, moveTo, newRow, start } from '../rows.js';
import { closeStores, endingsOf, everyCall, freshKey, openStoreAt } from './stores.js';

/**
 * A database that is gone, stands still, or is cut off: what is asked meanwhile ends before the test's own time is over,
 * and later it all works again.
 */

(isOwnPostgresHere ? describe : describe.skip)('a database that is away for a while', () => {
  let server: TestPostgres;
  let database: TestDatabase;
  let proxy: Proxy;
  let store: JournalStore;
  let row: JournalRow;
  const oddities: unknown[] = [];
  const odd = (error: unknown): void => void oddities.push(error);

  beforeAll(async () => {
    for (const event of ['unhandledRejection', 'uncaughtException'] as const) process.on(event, odd);
    server = await startPostgres();
    database = await server.database();
    proxy = await startProxy(server.port);
  });
  beforeEach(async () => {
    store = await openStoreAt(database.through(proxy.port));
    row = await claimed(freshKey());
  });
  afterEach(async () => {
    await closeStores();
    expect(oddities.splice(0)).toEqual([]);
    expect(await connectionsOfStores()).toBe(0);
  });
  afterAll(async () => {
    for (const event of ['unhandledRejection', 'uncaughtException'] as const) process.off(event, odd);
    await proxy.stop();
    await server.cleanUp();
  });

  const claimed = async (key: string, fields = {}): Promise<JournalRow> => {
    const outcome = await store.claim(newRow(key, fields), []);
    if (outcome?.isClaimed !== true) throw new Error('It was there before.');
    return outcome.row;
  };
  const rowsOf = (key: string) =>
    database.ask<{ id: string; status: string; attempt: number }>(
      'SELECT id, status, attempt FROM billfold.operation WHERE key_hash = $1',
      [bytes(key)],
    );
  const ofStores = `FROM pg_stat_activity WHERE application_name = 'billfold'`;
  const connectionsOfStores = async (): Promise<number> => {
    await eventually(async () => (await database.ask(`SELECT 1 ${ofStores}`)).length === 0);
    return 0;
  };
  const allWorks = async (): Promise<void> => {
    const endings = await endingsOf(everyCall(store, row.id));
    expect(endings.filter(({ error }) => error !== null)).toEqual([]);
  };
  const allFails = async (): Promise<void> => {
    const endings = await endingsOf(everyCall(store, row.id));
    expect(endings.filter(({ error }) => error === null).map(({ name }) => name)).toEqual([]);
  };
  /** Where a statement is tried again, it may be only after this or the next try that it works. */
  const worksAgain = async (): Promise<void> => {
    await eventually(() =>
      store.check().then(
        () => true,
        () => false,
      ),
    );
    await allWorks();
  };

  test('is stopped and started: nothing hangs, and all works again', async () => {
    await allWorks();
    await server.stop('immediate');
    await allFails();
    await server.start();
    await worksAgain();
    expect(await store.byId(row.id)).toEqual(row);
  });

  test('refuses connections while it is asked: the call is made once more, and one row comes of it', async () => {
    const [key, before] = [freshKey(), proxy.refused()];
    proxy.shut();
    proxy.cut();
    const asked = store.claim(newRow(key), []);
    await eventually(() => proxy.refused() > before + 1); // who listens may be one of them
    proxy.letIn();
    expect(await asked).toMatchObject({ isClaimed: true });
    expect(await rowsOf(key)).toHaveLength(1);
  });

  test('stands still: every call ends soon, and what is carried out late does no harm', async () => {
    await allWorks();
    const [claimedLate, movedLate, usedLate] = [freshKey(), freshKey(), freshKey()];
    const moved = await claimed(movedLate);
    const use = { id: usedLate, names: [bytes(usedLate)], maximum: 5, now: start, until: ended };
    server.pause();
    const late = endingsOf({
      ...everyCall(store, row.id),
      'claimed late': () => store.claim(newRow(claimedLate), []),
      'moved late': () => store.move(moved.id, 1, moveTo('refused')),
      'used late': () => store.useUp(use),
    });
    expect((await late).filter(({ error }) => error === null)).toEqual([]);
    server.goOn();
    await worksAgain();

    // It may have been claimed, by somebody who has been told that it was not: another caller hears of it.
    await store.claim(newRow(claimedLate), []);
    expect(await rowsOf(claimedLate)).toMatchObject([{ status: 'calling', attempt: 1 }]);
    // It may be refused by now, and tried again: then the late move is one of an earlier attempt.
    await store.move(moved.id, 1, moveTo('refused'));
    expect(await store.claim(newRow(movedLate), [])).toMatchObject({ isClaimed: true, row: { attempt: 2 } });
    expect(await store.move(moved.id, 1, moveTo('refused'))).toBe('stale');
    // It counts once, if at all.
    expect(await store.useUp(use)).toEqual({ left: 4 });
    expect(await store.useUp({ ...use, id: freshKey() })).toEqual({ left: 3 });
  });

  test('stands still under more calls than it has connections: none waits longer than the others', async () => {
    server.pause();
    const hot = new Set(['claim a new key', 'move', 'byId', 'useUp']);
    const some = () => Object.fromEntries(Object.entries(everyCall(store, row.id)).filter(([name]) => hot.has(name)));
    const endings = await Promise.all(Array.from({ length: 300 }, () => endingsOf(some())));
    server.goOn();
    expect(endings.flat().filter(({ error }) => error === null)).toEqual([]);
    await worksAgain();
  });

  test('cannot be heard: what was asked ends soon, and new connections take its place', async () => {
    await allWorks();
    proxy.swallow();
    await allFails();
    proxy.letIn();
    await worksAgain();
  });

  test('answers late, each time: what needs one answer has it, and what needs many is given up', async () => {
    await allWorks();
    proxy.delayAnswers(1_000);
    expect(await store.byId(row.id)).toEqual(row);
    const { 'claim a change': claim, 'move by what was seen': move, useUp } = everyCall(store, row.id);
    const endings = await endingsOf({ claim, move, useUp } as Record<string, () => Promise<unknown>>);
    proxy.delayAnswers(0);
    expect(endings.filter(({ error }) => error === null)).toEqual([]);
    await worksAgain();
  });

  test('connections are cut one by one: calls go on', async () => {
    await allWorks();
    while (proxy.connections() > 0) {
      proxy.cut(1);
      expect(await store.byId(row.id)).toEqual(row);
      if (proxy.connections() <= 2) break; // the one that was opened anew, and the one that listens
    }
    await allWorks();
  });

  test('connections are ended by the server, idle and busy ones: calls go on', async () => {
    await allWorks();
    const terminate = () => database.ask(`SELECT pg_terminate_backend(pid) ${ofStores}`);
    await terminate();
    await allWorks();
    const others = await database.hold('LOCK TABLE billfold.operation IN EXCLUSIVE MODE');
    const claims = Array.from({ length: 50 }, () => store.claim(newRow(freshKey()), []));
    await eventually(async () => (await database.ask(`SELECT 1 ${ofStores} AND wait_event_type = 'Lock'`)).length > 0);
    await terminate();
    await others.letGo();
    expect((await Promise.all(claims)).filter(claim => claim?.isClaimed !== true)).toEqual([]);
    await allWorks();
  });

  test('takes only reads for a while: claims are refused meanwhile, and all works again over new connections', async () => {
    await allWorks();
    const beside = await server.database();
    const setting = `ALTER DATABASE ${new URL(database.url).pathname.slice(1)}`;
    await beside.ask(`${setting} SET default_transaction_read_only TO on`);
    await beside.ask(`SELECT pg_terminate_backend(pid) ${ofStores}`);
    await expect(store.claim(newRow(freshKey()), [])).rejects.toThrow();
    // What is opened meanwhile takes only reads for as long as it lasts.
    const reads = await Promise.all(Array.from({ length: 8 }, () => store.byId(row.id)));
    expect(reads).toEqual(reads.map(() => row));
    await beside.ask(`${setting} RESET default_transaction_read_only`);
    await allWorks();
    await beside.drop();
  });

  describe('an answer is lost', () => {
    test('of a claim › it is known as its own, and one row', async () => {
      const key = freshKey();
      proxy.loseAnswerTo('\0claim\0');
      expect(await store.claim(newRow(key), [])).toMatchObject({ isClaimed: true, row: { attempt: 1 } });
      expect(await rowsOf(key)).toMatchObject([{ status: 'calling', attempt: 1 }]);
    });

    test('of a claim during a rotation, or of a change › it is known as its own, and one row', async () => {
      for (const [older, targets] of [
        [[{ keyHash: bytes(freshKey()), inputHash: bytes('input') }], []],
        [[], [bytes(freshKey())]],
      ] as const) {
        const key = freshKey();
        proxy.loseAnswerTo('COMMIT');
        expect(await store.claim(newRow(key, { target: targets[0] ?? null }), older, targets)).toMatchObject({
          isClaimed: true,
          row: { attempt: 1 },
        });
        expect(await rowsOf(key)).toMatchObject([{ status: 'calling', attempt: 1 }]);
      }
    });

    test('of the next attempt of a refused one › it may be any caller’s, and whose it is, its owner knows', async () => {
      const key = freshKey();
      const { id } = await claimed(key);
      await store.move(id, 1, moveTo('refused'));
      proxy.loseAnswerTo('\0retake\0');
      const again = await store.claim(newRow(key, { owner: 'owner-2' }), []);
      expect(again).toMatchObject({ isClaimed: false, row: { status: 'calling', attempt: 2, owner: 'owner-2' } });
    });

    test('of a move › it is stale, and the row stands as it was moved', async () => {
      proxy.loseAnswerTo('\0move\0');
      const move = moveTo('done', { from: ['calling'], result: bytes('result') });
      expect(await store.move(row.id, 1, move)).toBe('stale');
      expect(await store.byId(row.id)).toMatchObject({ status: 'done', attempt: 1, result: bytes('result') });
    });

    test('of a use › it counts once', async () => {
      const use = { id: freshKey(), names: [bytes(freshKey())], maximum: 5, now: start, until: ended };
      proxy.loseAnswerTo('COMMIT');
      expect(await store.useUp(use)).toEqual({ left: 4 });
      expect(await store.useUp({ ...use, id: freshKey() })).toEqual({ left: 3 });
    });

    test('of a note or a look › it is its own; of a take › the caller is told that it is another one’s, and does not go on', async () => {
      proxy.loseAnswerTo('\0note\0');
      expect(await store.note(row.id, 1, bytes('note'))).toBe(true);
      await store.move(row.id, 1, moveTo('unknown'));
      const seeker = { owner: 'owner-2', now: start, until: start + 30_000, tooFarAhead: start + 60_000 };
      proxy.loseAnswerTo('\0seek\0');
      expect(await store.seek(row.id, 1, seeker)).toBe(true);
      proxy.loseAnswerTo('\0take\0');
      expect(await store.take(row.id, 1, 'owner-2', start)).toBe(false);
      expect(await store.byId(row.id)).toMatchObject({ attempt: 2, owner: 'owner-2', isSought: true });
    });
  });

  test('a connection is cut before a transaction is committed: it is made again, once', async () => {
    const use = { id: freshKey(), names: [bytes(freshKey())], maximum: 5, now: start, until: ended };
    proxy.loseQuestion('COMMIT');
    expect(await store.useUp(use)).toEqual({ left: 4 });
    expect(await store.useUp({ ...use, id: freshKey() })).toEqual({ left: 3 });
  });

  test('is closed with calls under way: each ends, and nothing stays open', async () => {
    const calls = Array.from({ length: 100 }, () => store.claim(newRow(freshKey()), []));
    const endings = Promise.allSettled(calls);
    await closeStores();
    expect(await endings).toHaveLength(100);
    await expect(store.byId(row.id)).rejects.toThrow('closed');
  });

  test('is closed while it stands still: that ends soon, too', async () => {
    store = await openStoreAt(database.url);
    await allWorks();
    server.pause();
    const calls = endingsOf(everyCall(store, row.id));
    await closeStores();
    expect((await calls).filter(({ error }) => error === null)).toEqual([]);
    server.goOn();
  });
});
