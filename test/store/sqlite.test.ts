import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { JournalRow, JournalStore } from '../../src/core/journal-store.js';
import { openJournal, storeKeyId } from '../../src/core/journal.js';
import { WalletProvider } from '../../src/core/provider.js';
import { openSqliteStore } from '../../src/store/sqlite.js';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'store-'));
  file = join(folder, 'deep', 'billfold.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true }));

const key = randomBytes(32);
const claim = (idempotencyKey: string, input: object = {}) => ({
  tenant: 'default',
  mutation: 'createMoovWallet',
  provider: WalletProvider.MOOV,
  idempotencyKey,
  input,
});

test('one process owns the file: a second one is told so', async () => {
  const first = openSqliteStore(file, storeKeyId(key));
  expect(() => openSqliteStore(file, storeKeyId(key))).toThrow(/another process uses it/);
  await first.close();
  await openSqliteStore(file, storeKeyId(key)).close();
});

test('a store that was opened before is owned from its opening, before anything is written', async () => {
  await openSqliteStore(file, storeKeyId(key)).close();
  const first = openSqliteStore(file, storeKeyId(key));
  expect(() => openSqliteStore(file, storeKeyId(key))).toThrow(/another process uses it/);
  await first.close();
});

test('another store key is refused before anything is read or written', async () => {
  await openSqliteStore(file, storeKeyId(key)).close();
  expect(() => openSqliteStore(file, storeKeyId(randomBytes(32)))).toThrow(/STORE_KEY is not the key/);
});

test('a file of a newer version is refused, and left as it is', async () => {
  await openSqliteStore(file, storeKeyId(key)).close();
  const database = new DatabaseSync(file);
  database.exec('PRAGMA user_version = 99');
  database.close();
  expect(() => openSqliteStore(file, storeKeyId(key))).toThrow(/newer Billfold/);
});

test('a file that is no database is refused in one sentence', () => {
  expect(() => openSqliteStore('package.json', storeKeyId(key))).toThrow(/^The journal package\.json cannot be used: /);
});

test('commits reach the disk: WAL and synchronous=FULL', async () => {
  const journal = openJournal(openSqliteStore(file, storeKeyId(key)), key);
  await journal.claim(claim('k'));
  // A copy of the files as they are now, as after a power cut, has the claim in it.
  const copy = join(folder, 'copy.sqlite');
  copyFileSync(file, copy);
  copyFileSync(`${file}-wal`, `${copy}-wal`);
  const database = new DatabaseSync(copy);
  expect(database.prepare('SELECT status FROM operation').all()).toEqual([{ status: 'calling' }]);
  database.close();
});

test('key, input and result are nowhere on the disk in the clear', async () => {
  const store = openSqliteStore(file, storeKeyId(key));
  const journal = openJournal(store, key);
  const entry = await journal.claim(claim('canary-key-4711', { name: 'canary-name-4712' }));
  await journal.settle(entry, 'done', { secret: 'canary-result-4713' });
  await store.close();
  const bytes = readdirSync(join(folder, 'deep')).map(name => readFileSync(join(folder, 'deep', name), 'latin1'));
  expect(bytes.join('')).toContain('createMoovWallet');
  expect(bytes.join('')).not.toMatch(/canary/);
});

test('what a dead process left in progress is unknown at the next start, and nothing else changes', async () => {
  let store = openSqliteStore(file, storeKeyId(key));
  let journal = openJournal(store, key);
  await journal.claim(claim('left'));
  await journal.settle(await journal.claim(claim('done')), 'done', { a: 1 });
  await store.close();

  store = openSqliteStore(file, storeKeyId(key));
  journal = openJournal(store, key);
  expect(await store.orphan(journal.owner, Date.now())).toBe(1);
  expect(await journal.byKey('default', 'createMoovWallet', 'left')).toMatchObject({ status: 'UNKNOWN' });
  expect(await journal.byKey('default', 'createMoovWallet', 'done')).toMatchObject({
    status: 'SUCCEEDED',
    result: { a: 1 },
  });
  expect(await journal.claim(claim('left'))).toMatchObject({ isClaimed: false, status: 'unknown' });
  await store.close();
});

test('a row cannot be passed off as another one', async () => {
  const store = openSqliteStore(file, storeKeyId(key));
  const journal = openJournal(store, key);
  await journal.claim(claim('one'));
  await journal.claim(claim('two'));
  await store.close();
  const database = new DatabaseSync(file);
  database.exec(`UPDATE operation SET intent = (SELECT intent FROM operation ORDER BY created_at, id LIMIT 1)`);
  database.close();
  const reopened = openSqliteStore(file, storeKeyId(key));
  const again = openJournal(reopened, key);
  const reads = await Promise.allSettled([
    again.byKey('default', 'createMoovWallet', 'one'),
    again.byKey('default', 'createMoovWallet', 'two'),
  ]);
  expect(reads.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  await reopened.close();
});

test('keys and inputs are compared by hashes that only the store key can make', async () => {
  const rows: JournalRow[] = [];
  for (const secret of [randomBytes(32), randomBytes(32)]) {
    const store = openSqliteStore(':memory:', storeKeyId(secret));
    const watched: JournalStore = { ...store, claim: row => (rows.push(row), store.claim(row)) };
    await openJournal(watched, secret).claim(claim('same key', { same: 'input' }));
    await store.close();
  }
  expect(rows).toHaveLength(2);
  expect(rows[0]?.keyHash).not.toEqual(rows[1]?.keyHash);
  expect(rows[0]?.inputHash).not.toEqual(rows[1]?.inputHash);
});

test('what is asked for in one turn of the event loop is one commit', async () => {
  const journal = openJournal(openSqliteStore(':memory:', storeKeyId(key)), key);
  const entries = await Promise.all(
    Array.from({ length: 100 }, (_unused, index) => journal.claim(claim(`k${index % 50}`))),
  );
  expect(entries.filter(({ isClaimed }) => isClaimed)).toHaveLength(50);
});
