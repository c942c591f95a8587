import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { JournalRow, JournalStore } from '../../../src/core/journal-store.js';
import { WalletProvider } from '../../../src/core/provider.js';
import { isOwnPostgresHere, startPostgres, type TestDatabase, type TestPostgres } from '../../support/postgres.js';
import { startProxy } from '../../support/proxy.js';
import { bytes, ended, moveTo, newRow, start } from '../rows.js';
import { closeStores, freshKey, openStoreAt } from './stores.js';

/** Gateways that want the same at once: one has it. */

(isOwnPostgresHere ? describe : describe.skip)('several gateways on one PostgreSQL', () => {
  let server: TestPostgres;
  let database: TestDatabase;
  beforeAll(async () => {
    server = await startPostgres();
    database = await server.database();
  });
  afterEach(closeStores);
  afterAll(() => server.cleanUp());

  const openMany = (count: number, connections: number): Promise<JournalStore[]> =>
    Promise.all(Array.from({ length: count }, () => openStoreAt(database.url, { connections })));
  const keysOf = (count: number): string[] => Array.from({ length: count }, freshKey);
  const claimed = async (store: JournalStore, fields = {}): Promise<JournalRow> => {
    const outcome = await store.claim(newRow(freshKey(), fields), []);
    if (outcome === null) throw new Error('It must wait, though nothing was named.');
    return outcome.row;
  };
  const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

  test('one key at once, plainly › one claim each', async () => {
    const stores = await openMany(4, 4);
    const keys = keysOf(100);
    const claims = await Promise.all(keys.flatMap(key => stores.map(store => store.claim(newRow(key), []))));
    expect(claims.filter(claim => claim?.isClaimed)).toHaveLength(keys.length);
    expect(new Set(claims.map(claim => claim?.row.id)).size).toBe(keys.length);
  });

  test('one key at once while the store key is replaced › one claim each', async () => {
    const [before, after] = [
      await openStoreAt(database.url, { keyIds: ['seal-key-1', 'seal-key-2'] }),
      await openStoreAt(database.url, { keyIds: ['seal-key-2', 'seal-key-1'] }),
    ];
    const hashesOf = (key: string, keyId: string) => ({ keyHash: bytes(`${key} ${keyId}`), inputHash: bytes(keyId) });
    const claimWith = (store: JournalStore, key: string, own: string, older: string) =>
      store.claim(newRow(key, { ...hashesOf(key, own), sealKeyId: own }), [hashesOf(key, older)]);
    // Not all at once: on a slow machine the last ones would wait for a connection for too long.
    for (let round = 0; round < 15; round += 1) {
      const claims = await Promise.all(
        keysOf(20).map(key =>
          Promise.all([
            claimWith(before, key, 'seal-key-1', 'seal-key-2'),
            claimWith(after, key, 'seal-key-2', 'seal-key-1'),
          ]),
        ),
      );
      expect(claims.filter(both => both.filter(claim => claim?.isClaimed).length !== 1)).toEqual([]);
      expect(claims.filter(([one, other]) => one?.row.id !== other?.row.id)).toEqual([]);
    }
  });

  test('one wallet at once, to change it › one begins', async () => {
    const stores = await openMany(20, 2);
    const target = bytes(freshKey());
    const claims = await Promise.all(stores.map(store => store.claim(newRow(freshKey(), { target }), [], [target])));
    expect(claims.filter(claim => claim?.isClaimed)).toHaveLength(1);
    expect(claims.filter(claim => claim === null)).toHaveLength(19);
  });

  test('two decisions on one sight › one falls', async () => {
    const [one, other] = (await openMany(2, 4)) as [JournalStore, JournalStore];
    const pairs = await Promise.all(
      Array.from({ length: 30 }, async () => {
        const target = bytes(freshKey());
        const rows = [await claimed(one, { target }), await claimed(other, { target })] as const;
        for (const { id } of rows) await one.move(id, 1, moveTo('unknown'));
        return { rows, guard: { targets: [target], undecided: 2 } };
      }),
    );
    const decided = await Promise.all(
      pairs.map(({ rows: [mine, theirs], guard }) =>
        Promise.all([
          one.move(mine.id, 1, moveTo('done', { from: ['unknown'], guard })),
          other.move(theirs.id, 1, moveTo('absent', { from: ['unknown'], guard })),
        ]),
      ),
    );
    expect(decided.map(both => both.toSorted())).toEqual(pairs.map(() => ['moved', 'stale']));
  });

  test('one wallet as the outcome of two › it belongs to one', async () => {
    const [one, other] = (await openMany(2, 4)) as [JournalStore, JournalStore];
    const outcomes = await Promise.all(
      Array.from({ length: 30 }, async () => {
        const resource = bytes(freshKey());
        const rows = [await claimed(one), await claimed(other)] as const;
        return Promise.all([
          one.move(rows[0].id, 1, moveTo('done', { resource })),
          other.move(rows[1].id, 1, moveTo('done', { resource })),
        ]);
      }),
    );
    expect(outcomes.map(both => both.toSorted())).toEqual(outcomes.map(() => ['moved', 'owned']));
  });

  test('what is due, by turn and because callers ask › one looks for each', async () => {
    await database.ask('TRUNCATE billfold.operation');
    const stores = await openMany(4, 4);
    const [first] = stores as [JournalStore, ...JournalStore[]];
    const rows = await Promise.all(Array.from({ length: 80 }, () => claimed(first)));
    await Promise.all(rows.map(({ id }) => first.move(id, 1, moveTo('unknown'))));
    const now = ended + 5_000;
    const seeker = (owner: string) => ({ owner, now, until: now + 30_000, tooFarAhead: now + 60_000 });
    const taken = await Promise.all(
      stores.map(async (store, index) => {
        const own = seeker(`owner-${index}`);
        const due = { ...own, abandonedSince: now - 3_000, limits: { [WalletProvider.MOOV]: 30 } };
        const seek = async ({ id }: JournalRow) => ((await store.seek(id, 1, own)) ? [id] : []);
        const found = [store.due(due).then(all => all.map(({ id }) => id)), ...rows.map(seek)];
        return [...new Set((await Promise.all(found)).flat())]; // whoever has taken one may be told so twice
      }),
    );
    expect(taken.flat().toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
  });

  test('guesses at one card › no more than the maximum', async () => {
    const stores = await openMany(4, 4);
    const use = { names: [bytes(freshKey())], maximum: 5, now: start, until: ended };
    const uses = await Promise.all(
      stores.flatMap(store => Array.from({ length: 10 }, () => store.useUp({ id: freshKey(), ...use }))),
    );
    expect(uses.flatMap(used => ('left' in used ? [used.left] : [])).toSorted()).toEqual([0, 1, 2, 3, 4]);
  });

  describe('what is asked for in one turn', () => {
    test('is one statement', async () => {
      const proxy = await startProxy(server.port);
      const store = await openStoreAt(database.through(proxy.port));
      const rows = await Promise.all(Array.from({ length: 150 }, () => claimed(store)));
      expect(proxy.heard('\0claim\0')).toBe(1);
      await Promise.all(rows.map(({ id }) => store.move(id, 1, moveTo('done'))));
      expect(proxy.heard('\0move\0')).toBe(1);
      await closeStores();
      await proxy.stop();
    });

    test('while much is under way, is few statements', async () => {
      const proxy = await startProxy(server.port);
      const store = await openStoreAt(database.through(proxy.port));
      const claims: Promise<JournalRow>[] = [];
      for (let turn = 0; turn < 200; turn += 1) {
        claims.push(claimed(store));
        await new Promise(setImmediate);
      }
      await Promise.all(claims);
      expect(proxy.heard('\0claim\0')).toBeLessThan(100);
      await closeStores();
      await proxy.stop();
    });

    test('cannot be written all › what can be is, and the rest fails alone', async () => {
      const store = await openStoreAt(database.url);
      const keys = keysOf(30);
      const claims = await Promise.allSettled(
        keys.map((key, index) => store.claim(newRow(key, index === 7 ? { tenant: 'a\0b' } : {}), [])),
      );
      expect(claims.flatMap(({ status }, index) => (status === 'rejected' ? [index] : []))).toEqual([7]);
    });

    test('names one key more than once › one claim, of which the others hear', async () => {
      const store = await openStoreAt(database.url);
      const [key, owners] = [freshKey(), keysOf(30)];
      const claims = await Promise.all(owners.map(owner => store.claim(newRow(key, { owner }), [])));
      expect(sum(claims.map(claim => Number(claim?.isClaimed)))).toBe(1);
      expect(new Set(claims.map(claim => claim?.row.owner)).size).toBe(1);
    });
  });
});
