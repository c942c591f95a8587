import { copyFileSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync, StatementSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { JournalStore, Listing, NewRow } from '../../src/core/journal-store.js';
import { openSqliteStore } from '../../src/store/sqlite/open.js';
import { bytes, ended, moveTo, newRow, start } from './rows.js';

/** Claims that have no row yet in the file: written down once, and nothing that anybody sees tells the difference. */

const keyIds = ['seal-key-1'];
const all: Listing = { tenant: 'default', statuses: null, after: null, limit: 100 };

let folder: string;
let file: string;
let store: JournalStore;
const opened: JournalStore[] = [];
const open = (path: string, isGuest = false): JournalStore => {
  const one = openSqliteStore({ file: path, keyIds, isGuest });
  opened.push(one);
  return one;
};
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'claims-'));
  file = join(folder, 'billfold.sqlite');
  store = open(file);
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map(one => one.close()));
  rmSync(folder, { recursive: true });
});

/** What a process finds that starts after this one was killed just now. */
let copies = 0;
function afterKill(): JournalStore {
  copies += 1;
  const copy = join(folder, `copy-${copies}.sqlite`);
  copyFileSync(file, copy);
  copyFileSync(`${file}-wal`, `${copy}-wal`);
  return open(copy);
}
function inFile(text: string): unknown {
  const database = new DatabaseSync(file, { readOnly: true });
  const [value] = Object.values(database.prepare(text).get() ?? {});
  database.close();
  return value;
}
const rows = () => inFile('SELECT count(*) FROM operation');
const written = () => inFile('SELECT count(*) FROM claim');

/** In one turn, so that they are written down together. */
const claimed = async (...keys: readonly string[]): Promise<NewRow[]> => {
  const given = keys.map(key => newRow(key, { target: bytes(`target of ${key}`) }));
  for (const one of await Promise.all(given.map(row => store.claim(row, [])))) expect(one?.isClaimed).toBe(true);
  return given;
};
const claimedOne = async (key: string): Promise<NewRow> => (await claimed(key))[0] ?? newRow(key);
const unsealable = (): never => {
  throw new Error('It cannot be sealed.');
};
const byKey = (at: JournalStore, key: string) => at.byKey('default', 'createMoovWallet', [bytes(key)]);

test('are no rows, until they end: then they are, as they ended', async () => {
  const [one, two] = (await claimed('one', 'two')) as [NewRow, NewRow];
  expect([rows(), written()]).toEqual([0, 1]);
  expect(await store.move(one.id, 1, moveTo('done', { resource: bytes('wallet') }))).toBe('moved');
  expect([rows(), written()]).toEqual([1, 1]);
  expect(await store.move(two.id, 1, moveTo('unknown'))).toBe('moved');
  expect([rows(), written()]).toEqual([2, 0]);
  expect((await store.list(all)).map(({ id, status }) => [id, status])).toEqual([
    [two.id, 'unknown'],
    [one.id, 'done'],
  ]);
});

test('one that is over in the turn in which it began is written down as a row only', async () => {
  const row = newRow('k');
  const [, outcome] = await Promise.all([store.claim(row, []), store.move(row.id, 1, moveTo('refused'))]);
  expect(outcome).toBe('moved');
  expect([rows(), written()]).toEqual([1, 0]);
});

test('a second caller finds them, and so does whoever asks for them', async () => {
  const given = await claimedOne('k');
  const again = await store.claim(newRow('k'), []);
  expect(again).toMatchObject({ isClaimed: false, row: { id: given.id, status: 'calling' } });
  const old = [{ keyHash: bytes('k'), inputHash: bytes('input') }];
  expect(await store.claim(newRow('newer hash'), old)).toMatchObject({ isClaimed: false, row: { id: given.id } });
  expect(await store.byId(given.id)).toMatchObject({ id: given.id });
  expect(await byKey(store, 'k')).toMatchObject({ id: given.id });
  expect(await store.count('default', ['calling'])).toBe(1);
  expect(await store.rivals([bytes('target of k')], [])).toMatchObject({ calling: 1 });
  expect(await store.claim(newRow('other'), [], [bytes('target of k')])).toBeNull();
  expect(await store.list({ ...all, statuses: ['calling'] })).toMatchObject([{ id: given.id }]);
  expect(await store.list({ ...all, statuses: ['done'] })).toEqual([]);
  expect(await store.list({ ...all, after: given.id })).toEqual([]);
  expect(rows()).toBe(0);
});

test('a guard falls over one', async () => {
  const other = await claimedOne('other');
  await store.move(other.id, 1, moveTo('unknown'));
  await claimedOne('k');
  const guard = { targets: [bytes('target of other'), bytes('target of k')], undecided: 1 };
  expect(await store.move(other.id, 1, moveTo('absent', { guard }))).toBe('stale');
});

test('are listed where they came, among those that have ended since', async () => {
  const [one, two, three] = (await claimed('one', 'two', 'three')) as [NewRow, NewRow, NewRow];
  await store.move(three.id, 1, moveTo('done'));
  await store.note(one.id, 1, bytes('note'));
  const ids = [three.id, two.id, one.id];
  expect((await store.list(all)).map(({ id }) => id)).toEqual(ids);
  expect((await store.list({ ...all, after: three.id, limit: 1 })).map(({ id }) => id)).toEqual([two.id]);
  expect((await store.list({ ...all, after: two.id })).map(({ id }) => id)).toEqual([one.id]);
  expect((await afterKill().list(all)).map(({ id }) => id)).toEqual(ids);
});

test.each<[string, (row: NewRow) => Promise<unknown>]>([
  ['noted', ({ id }) => store.note(id, 1, bytes('note'))],
  ['retargeted', ({ id }) => store.retarget(id, 1, bytes('elsewhere'), bytes('intent'))],
])('one that is %s becomes a row, and ends as one', async (_what, change) => {
  const [row] = (await claimed('k', 'another')) as [NewRow, NewRow];
  expect(await change(row)).toBe(true);
  expect([rows(), written()]).toEqual([1, 1]);
  const before = await store.byId(row.id);
  expect(before).toMatchObject({ status: 'calling', attempt: 1 });
  expect(await afterKill().byId(row.id)).toEqual(before);
  expect(await store.claim(newRow('k'), [])).toEqual({ row: before, isClaimed: false });
  expect(await store.move(row.id, 1, moveTo('done'))).toBe('moved');
  expect(await store.byId(row.id)).toEqual({ ...before, status: 'done', finishedAt: ended });
  expect((await store.list(all)).map(({ status }) => status)).toEqual(['calling', 'done']);
});

test('those that take long become rows, which a guest sees; what they were written down in is gone', async () => {
  const [long] = (await claimed('long', 'over')) as [NewRow, NewRow];
  await store.move((await byKey(store, 'over'))?.id ?? '', 1, moveTo('done'));
  expect(await store.orphan('owner-1', start + 2_999, 25_000)).toBe(0);
  expect([rows(), written()]).toEqual([1, 1]);
  expect(await store.orphan('owner-1', start + 3_000, 25_000)).toBe(0);
  expect([rows(), written()]).toEqual([2, 0]);
  const guest = open(file, true);
  expect(await guest.byId(long.id)).toMatchObject({ status: 'calling' });
  expect(await byKey(guest, 'long')).toMatchObject({ status: 'calling' });
});

test('a guest finds by key and by wallet what the owner has not put into its table yet, and claims nothing', async () => {
  const row = await claimedOne('k');
  await store.move(row.id, 1, moveTo('done', { resource: bytes('wallet') }));
  const guest = open(file, true);
  expect(await byKey(guest, 'k')).toMatchObject({ id: row.id });
  expect((await guest.rivals([], [bytes('wallet'), bytes('free')])).owned).toEqual([bytes('wallet')]);
  await expect(guest.claim(newRow('l'), [])).rejects.toThrow('Only the gateway');
});

test('a guest sees them at once, and cannot take out what they say', async () => {
  const given = await claimedOne('k');
  const guest = open(file, true);
  expect(await guest.list(all)).toMatchObject([{ id: given.id, status: 'calling' }]);
  expect(await guest.count('default', ['calling'])).toBe(1);
  expect(await guest.byId(given.id)).toMatchObject({ id: given.id });
  expect(await byKey(guest, 'k')).toMatchObject({ id: given.id });
  expect(await guest.erase(given.id, 1, null)).toBe(false);
  expect(await guest.move(given.id, 1, moveTo('done'))).toBe('stale');
  expect(await store.move(given.id, 1, moveTo('done'))).toBe('moved');
});

test('whoever lost the file to another owner writes nothing any more, whatever became of the lock', async () => {
  const given = await claimedOne('k');
  rmSync(`${file}.lock`);
  const other = open(file);
  const refusal = /another owner/;
  await expect(store.claim(newRow('m'), [])).rejects.toThrow(refusal);
  await expect(store.move(given.id, 1, moveTo('done', { resource: bytes('wallet') }))).rejects.toThrow(refusal);
  expect(await other.claim(newRow('m'), [])).toMatchObject({ isClaimed: true });
  expect(await byKey(other, 'k')).toMatchObject({ id: given.id, status: 'calling' });
});

test('a file is one file, by whatever name it is opened', async () => {
  const link = join(folder, 'link.sqlite');
  symlinkSync(file, link);
  expect(() => open(link)).toThrow(/another process uses it/);
});

test('the wallet that a guest gives to an operation is known to the owner', async () => {
  const [one, two] = (await claimed('one', 'two')) as [NewRow, NewRow];
  await store.move(one.id, 1, moveTo('unknown'));
  const guest = open(file, true);
  expect(await guest.move(one.id, 1, moveTo('done', { resource: bytes('wallet') }))).toBe('moved');
  expect(await store.move(two.id, 1, moveTo('done', { resource: bytes('wallet') }))).toBe('owned');
  expect(await afterKill().rivals([], [bytes('wallet')])).toMatchObject({ owned: [bytes('wallet')] });
});

describe('of a process that was killed', () => {
  test('stand as they stood, and are unknown when their attempts are taken for dead', async () => {
    const [done, left] = (await claimed('done', 'left')) as [NewRow, NewRow];
    const later = await claimedOne('later');
    await store.move(done.id, 1, moveTo('done', { resource: bytes('wallet'), result: bytes('result') }));
    const before = await store.list(all);

    const next = afterKill();
    expect(await next.list(all)).toEqual(before);
    expect(await next.claim(newRow('left', { owner: 'owner-2' }), [])).toMatchObject({ isClaimed: false });
    expect(await next.claim(newRow('done', { owner: 'owner-2' }), [])).toMatchObject({
      isClaimed: false,
      row: { status: 'done', result: bytes('result') },
    });
    expect(await next.orphan('owner-2', start + 1, 25_000)).toBe(2);
    for (const { id } of [left, later]) expect(await next.byId(id)).toMatchObject({ status: 'unknown' });
    expect(await next.byId(done.id)).toMatchObject({ status: 'done' });
    const fresh = await next.claim(newRow('fresh', { owner: 'owner-2' }), []);
    expect((await next.list(all)).map(({ id }) => id)).toEqual([fresh?.row.id, later.id, left.id, done.id]);
  });

  test('do not come back where they ended and were dropped since', async () => {
    const [gone, reaped] = (await claimed('gone', 'reaped', 'left')) as [NewRow, NewRow, NewRow];
    await store.move(gone.id, 1, moveTo('refused'));
    expect(await store.erase(gone.id, 1, null)).toBe(true);
    await store.move(reaped.id, 1, moveTo('done'));
    expect(await store.reap(ended + 1, 10)).toBe(1);
    expect(written()).toBe(1);
    expect((await afterKill().list(all)).map(({ keyHash }) => keyHash)).toEqual([bytes('left')]);
  });

  test('what is erased is not left in what it was written down in', async () => {
    const [done] = (await claimed('done', 'left')) as [NewRow, NewRow];
    const sealed = done.intent().toString('latin1');
    const left = () => Buffer.from(inFile('SELECT rows FROM claim') as Uint8Array).toString('latin1');
    await store.move(done.id, 1, moveTo('done'));
    expect(left()).toContain(sealed);
    expect(await open(file, true).erase(done.id, 1, bytes('nothing'))).toBe(true);
    expect(left()).not.toContain(sealed);
    expect(await afterKill().list(all)).toMatchObject([{ status: 'calling' }, { intent: bytes('nothing') }]);
  });

  test('keep their store key needed', async () => {
    await claimedOne('k');
    await store.close();
    opened.length = 0;
    const rotated = ['seal-key-2', 'seal-key-1'];
    await openSqliteStore({ file, keyIds: rotated }).close();
    expect(() => openSqliteStore({ file, keyIds: ['seal-key-2'] })).toThrow(/STORE_KEY lacks a key/);
    store = openSqliteStore({ file, keyIds: rotated });
    opened.push(store);
    expect(await byKey(store, 'k')).toMatchObject({ status: 'calling' });
  });
});

describe('in a transaction that comes to nothing', () => {
  test('nothing is claimed, and what was to end goes on', async () => {
    const [one, two] = (await claimed('one', 'two')) as [NewRow, NewRow];
    const before = await store.list(all);
    const { run } = StatementSync.prototype;
    const failing = jest.spyOn(StatementSync.prototype, 'run').mockImplementation(function fail(
      this: StatementSync,
      ...given: Parameters<typeof run>
    ) {
      if (this.sourceSQL === 'COMMIT') throw new Error('disk I/O error');
      return run.apply(this, given);
    } as typeof run);
    const lost = newRow('lost');
    const outcomes = await Promise.allSettled([
      store.claim(lost, []),
      store.move(one.id, 1, moveTo('done', { resource: bytes('wallet') })),
      store.move(two.id, 1, moveTo('refused')),
      store.note(two.id, 1, bytes('note')),
    ]);
    failing.mockRestore();
    expect(outcomes.map(({ status }) => status)).toEqual(outcomes.map(() => 'rejected'));

    expect(await store.list(all)).toEqual(before);
    expect(await byKey(store, 'lost')).toBeNull();
    expect((await store.rivals([], [bytes('wallet')])).owned).toEqual([]);
    expect(await afterKill().list(all)).toEqual(before);

    expect(await store.claim(newRow('lost'), [])).toMatchObject({ isClaimed: true });
    expect(await store.move(one.id, 1, moveTo('done', { resource: bytes('wallet') }))).toBe('moved');
    expect(await store.move(two.id, 1, moveTo('refused'))).toBe('moved');
    expect([rows(), written()]).toEqual([2, 1]);
    expect((await afterKill().list(all)).map(({ status }) => status)).toEqual(['calling', 'refused', 'done']);
  });

  test('a key that was dropped in it, and claimed anew, stands as before', async () => {
    const one = await claimedOne('k');
    const outcomes = await Promise.allSettled([
      store.move(one.id, 1, moveTo('refused')),
      store.claim(newRow('fails', { id: one.id, intent: unsealable }), []),
      store.erase(one.id, 1, null),
      store.claim(newRow('k'), []),
      store.claim(newRow('fails'), [], [bytes('nobody')]),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
      'fulfilled',
    ]);
    expect(outcomes[3]).toMatchObject({ value: { isClaimed: true } });
    expect(await byKey(store, 'k')).toMatchObject({ status: 'calling' });
    expect((await byKey(store, 'k'))?.id).not.toBe(one.id);
    expect(await afterKill().list(all)).toHaveLength(2);
  });

  test('of those that shared it, each that can goes on alone', async () => {
    const standing = await claimedOne('standing');
    const row = newRow('fine');
    const outcomes = await Promise.allSettled([
      store.move(standing.id, 1, moveTo('done')),
      store.claim(row, []),
      store.claim(newRow('its id is taken', { id: row.id }), []),
      store.claim(newRow('fine, too'), []),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
    expect(await byKey(store, 'its id is taken')).toBeNull();
    expect([rows(), written()]).toEqual([1, 2]);
    expect(await afterKill().list(all)).toHaveLength(3);
  });
});

test('what comes when all rows are gone is found after a kill, too', async () => {
  const old = await claimedOne('old');
  await store.move(old.id, 1, moveTo('done'));
  await store.close();
  opened.length = 0;
  const database = new DatabaseSync(file);
  database.exec('DELETE FROM operation; UPDATE found_until SET place = 100'); // as if a hundred had come and gone
  database.close();
  store = open(file);
  const row = await claimedOne('new');
  await store.move(row.id, 1, moveTo('done', { resource: bytes('wallet') }));
  const next = afterKill();
  expect(await byKey(next, 'new')).toMatchObject({ id: row.id });
  expect((await next.rivals([], [bytes('wallet')])).owned).toEqual([bytes('wallet')]);
});

test('what is dropped before its hashes are in their table never gets there', async () => {
  const count = 33_000; // so many hashes begin to move into the table, two for each
  for (let made = 0; made < count; made += 1_000) {
    const given = Array.from({ length: 1_000 }, (_none, at) => newRow(`row ${made + at}`));
    await Promise.all(given.map(row => store.claim(row, [])));
    await Promise.all(
      given.map(({ id }, at) => store.move(id, 1, moveTo('done', { resource: bytes(`wallet ${made + at}`) }))),
    );
    while ((await store.reap(Number.MAX_SAFE_INTEGER, 1_000)) > 0);
  }
  for (let turn = 0; turn < 100; turn += 1) await store.check();
  expect([rows(), inFile('SELECT count(*) FROM found')]).toEqual([0, 0]);
});

test('keys and wallets are found while they go into their table, after it, and by whoever comes after a kill', async () => {
  const count = 36_000;
  const key = (index: number) => `key ${index}`;
  const wallet = (index: number) => bytes(`wallet ${index}`);
  const sample = Array.from({ length: 200 }, (_unused, index) => Math.floor((index * count) / 200));
  const expectAll = async (at: JournalStore, until: number): Promise<void> => {
    const known = sample.filter(index => index < until);
    for (const index of known) expect(await byKey(at, key(index))).toMatchObject({ resource: wallet(index) });
    const { owned } = await at.rivals([], [...known.map(wallet), wallet(count)]);
    expect(owned).toEqual(known.map(wallet));
    expect(await byKey(at, key(count))).toBeNull();
  };
  const inTable = () => Number(inFile('SELECT count(*) FROM found'));

  const perTurn = 500;
  for (let from = 0; from < count; from += perTurn) {
    const given = Array.from({ length: perTurn }, (_unused, index) => newRow(key(from + index)));
    await Promise.all(given.map(row => store.claim(row, [])));
    await Promise.all(
      given.map(({ id }, index) => store.move(id, 1, moveTo('done', { resource: wallet(from + index) }))),
    );
    if (from === 33_500) {
      expect(inTable()).toBeGreaterThan(0);
      expect(inFile('SELECT place FROM found_until')).toBe(0);
      await expectAll(store, from + perTurn);
      await expectAll(afterKill(), from + perTurn);
    }
  }
  // What goes on in a gateway takes the rest along.
  while (inFile('SELECT place FROM found_until') === 0) await store.forget(start);
  expect(inTable()).toBeGreaterThanOrEqual(65_536);
  await expectAll(store, count);
  await expectAll(afterKill(), count);
  const guest = open(file, true);
  await expectAll(guest, count);
  expect(await store.reap(ended + 1, 1_000)).toBe(1_000);
  expect(await byKey(store, key(0))).toBeNull();
  expect(await store.claim(newRow(key(0)), [])).toMatchObject({ isClaimed: true });
}, 240_000);
