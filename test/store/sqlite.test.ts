import { randomBytes } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync, StatementSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { systemClock } from '../../src/core/clock.js';
import { canonical } from '../../src/core/codec.js';
import type { JournalStore, Listing, Move, NewRow } from '../../src/core/journal-store.js';
import { openJournal, type Journal } from '../../src/core/journal.js';
import type { Entry } from '../../src/core/journal-entry.js';
import { OperationStatus } from '../../src/core/operation.js';
import { WalletProvider } from '../../src/core/provider.js';
import { openSeals, providerKeyFrom } from '../../src/core/seals.js';
import { openSqliteStore } from '../../src/store/sqlite/open.js';
import { expectSound, isSound } from '../../src/store/sqlite/version.js';
import { describeJournalStore } from './suite.js';

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
  target: null,
  quietAfterMs: 25_000,
});

const keyIds = openSeals([key]).keyIds;
const all: Listing = { tenant: 'default', statuses: null, after: null, limit: 100 };

const unknownNow: Move = {
  from: ['calling'],
  to: 'unknown',
  finishedAt: 1,
  result: null,
  remainder: null,
  forgetAt: null,
  resource: null,
  lookAt: 1,
  guard: null,
};

describeJournalStore('rows in memory', {
  isSingleOwner: true,
  open: async () => ({ store: openSqliteStore({ file: ':memory:', keyIds }) }),
});

describeJournalStore('rows in a file', {
  isSingleOwner: true,
  open: async () => {
    const store = openSqliteStore({ file, keyIds });
    const reopen = async () => {
      await store.close();
      return openSqliteStore({ file, keyIds });
    };
    return { store, reopen };
  },
});

test('one process owns the file: a second one is told so', async () => {
  const first = openSqliteStore({ file, keyIds: openSeals([key]).keyIds });
  expect(() => openSqliteStore({ file, keyIds: openSeals([key]).keyIds })).toThrow(/another process uses it/);
  await first.close();
  await openSqliteStore({ file, keyIds: openSeals([key]).keyIds }).close();
});

test('a store that was opened before is owned from its opening, before anything is written', async () => {
  await openSqliteStore({ file, keyIds: openSeals([key]).keyIds }).close();
  const first = openSqliteStore({ file, keyIds: openSeals([key]).keyIds });
  expect(() => openSqliteStore({ file, keyIds: openSeals([key]).keyIds })).toThrow(/another process uses it/);
  await first.close();
});

test('another store key is refused before anything is read or written', async () => {
  await openSqliteStore({ file, keyIds: openSeals([key]).keyIds }).close();
  expect(() => openSqliteStore({ file, keyIds: openSeals([randomBytes(32)]).keyIds })).toThrow(/STORE_KEY lacks a key/);
});

test('a file of a newer version is refused, and left as it is', async () => {
  await openSqliteStore({ file, keyIds: openSeals([key]).keyIds }).close();
  const database = new DatabaseSync(file);
  database.exec('PRAGMA user_version = 99');
  database.close();
  expect(() => openSqliteStore({ file, keyIds: openSeals([key]).keyIds })).toThrow(/newer Billfold/);
});

test('a file that is no database is refused in one sentence', () => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, '{ "name": "a file of another kind, and long enough to be asked what it is" }'.repeat(20));
  expect(() => openSqliteStore({ file, keyIds })).toThrow(/^The journal .*billfold\.sqlite cannot be used: /);
});

const canRefuseFolders = existsSync('/proc/self'); // Linux's folder in which nobody makes one
(canRefuseFolders ? test : test.skip)('a folder that cannot be made is said to be so', () => {
  const lost = '/proc/nope/deep/billfold.sqlite';
  expect(() => openSqliteStore({ file: lost, keyIds })).toThrow(
    /^The folder of the journal \/proc\/nope\/deep\/billfold\.sqlite \(STORE_URL\) cannot be made: .*ENOENT.*'\/proc\/nope'\.$/,
  );
});

describe('the SQLite of an older Node', () => {
  test.each([
    ['3.51.3', true],
    ['3.51.10', true],
    ['3.52.0', true],
    ['4.0.0', true],
    ['3.51.2', false],
    ['3.50.4', false],
    ['3.9.10', false],
    ['2.99.99', false],
    ['3.51', false],
  ])('%s › is sound: %s', (version, sound) => {
    expect(isSound(version)).toBe(sound);
  });

  test('is refused in one sentence that says what to do', () => {
    expect(() => expectSound('3.50.4')).toThrow(
      /^The journal needs SQLite 3\.51\.3 or newer, .* has 3\.50\.4: use a newer Node, such as `npm start` does, or a PostgreSQL\.$/,
    );
    expect(() => expectSound()).not.toThrow();
  });
});

test('commits reach the disk: WAL and synchronous=FULL', async () => {
  const journal = openJournal({
    store: openSqliteStore({ file, keyIds: openSeals([key]).keyIds }),
    seals: openSeals([key]),
  });
  await journal.claim(claim('k'));
  // A copy of the files as they are now, as after a power cut, has the claim in it.
  const copy = join(folder, 'copy.sqlite');
  copyFileSync(file, copy);
  copyFileSync(`${file}-wal`, `${copy}-wal`);
  const store = openSqliteStore({ file: copy, keyIds });
  expect(await store.list(all)).toMatchObject([{ status: 'calling' }]);
  await store.close();
});

test('key, input and result are nowhere on the disk in the clear', async () => {
  const store = openSqliteStore({ file, keyIds: openSeals([key]).keyIds });
  const journal = openJournal({ store, seals: openSeals([key]) });
  const entry = await journal.claim(claim('canary-key-4711', { name: 'canary-name-4712' }));
  await journal.move(entry, { status: 'done', result: { secret: 'canary-result-4713' } });
  await store.close();
  const bytes = readdirSync(join(folder, 'deep')).map(name => readFileSync(join(folder, 'deep', name), 'latin1'));
  expect(bytes.join('')).toContain('createMoovWallet');
  expect(bytes.join('')).not.toMatch(/canary/);
});

test('what a dead process left in progress is unknown at the next start, and nothing else changes', async () => {
  let store = openSqliteStore({ file, keyIds: openSeals([key]).keyIds });
  let journal = openJournal({ store, seals: openSeals([key]) });
  await journal.claim(claim('left'));
  await journal.move(await journal.claim(claim('done')), { status: 'done', result: { a: 1 } });
  await store.close();

  store = openSqliteStore({ file, keyIds: openSeals([key]).keyIds });
  journal = openJournal({ store, seals: openSeals([key]) });
  expect(await journal.orphan(25_000)).toBe(1);
  expect(await journal.byKey('default', 'createMoovWallet', 'left')).toMatchObject({
    operation: { status: 'UNKNOWN' },
  });
  expect(await journal.byKey('default', 'createMoovWallet', 'done')).toMatchObject({
    operation: {
      status: 'SUCCEEDED',
      result: { a: 1 },
    },
  });
  expect(await journal.claim(claim('left'))).toMatchObject({ isClaimed: false, status: 'unknown' });
  await store.close();
});

test('a row cannot be passed off as another one', async () => {
  const store = openSqliteStore({ file, keyIds: openSeals([key]).keyIds });
  const journal = openJournal({ store, seals: openSeals([key]) });
  for (const name of ['one', 'two']) await store.move((await journal.claim(claim(name))).id, 1, unknownNow);
  await store.close();
  const database = new DatabaseSync(file);
  database.exec(`UPDATE operation SET intent = (SELECT intent FROM operation ORDER BY created_at, id LIMIT 1)`);
  database.close();
  const reopened = openSqliteStore({ file, keyIds: openSeals([key]).keyIds });
  const again = openJournal({ store: reopened, seals: openSeals([key]) });
  const reads = await Promise.allSettled([
    again.byKey('default', 'createMoovWallet', 'one'),
    again.byKey('default', 'createMoovWallet', 'two'),
  ]);
  expect(reads.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  await reopened.close();
});

test('keys and inputs are compared by hashes that only the store key can make', async () => {
  const rows: NewRow[] = [];
  for (const secret of [randomBytes(32), randomBytes(32)]) {
    const store = openSqliteStore({ file: ':memory:', keyIds: openSeals([secret]).keyIds });
    const watched: JournalStore = { ...store, claim: (row, older) => (rows.push(row), store.claim(row, older)) };
    await openJournal({ store: watched, seals: openSeals([secret]) }).claim(claim('same key', { same: 'input' }));
    await store.close();
  }
  expect(rows).toHaveLength(2);
  expect(rows[0]?.keyHash).not.toEqual(rows[1]?.keyHash);
  expect(rows[0]?.inputHash).not.toEqual(rows[1]?.inputHash);
});

test('what is asked for in one turn of the event loop is one commit', async () => {
  const journal = openJournal({ store: openSqliteStore({ file: ':memory:', keyIds }), seals: openSeals([key]) });
  const run = jest.spyOn(StatementSync.prototype, 'run');
  const claims = Array.from({ length: 100 }, (_unused, index) => journal.claim(claim(`k${index % 50}`)));
  const entries = await Promise.all(claims);
  expect(entries.filter(({ isClaimed }) => isClaimed)).toHaveLength(50);
  expect(run.mock.contexts.filter(at => (at as StatementSync).sourceSQL === 'COMMIT')).toHaveLength(1);
  run.mockRestore();
});

test('what cannot be written fails alone, and not all of its turn', async () => {
  const store = openSqliteStore({ file: ':memory:', keyIds });
  const rows: NewRow[] = [];
  const watched: JournalStore = { ...store, claim: (row, older) => (rows.push(row), store.claim(row, older)) };
  const journal = openJournal({ store: watched, seals: openSeals([key]) });
  await journal.claim(claim('taken'));
  const [taken] = rows;
  if (taken === undefined) throw new Error('Nothing was claimed.');
  const outcomes = await Promise.allSettled([
    journal.claim(claim('before')),
    store.claim({ ...taken, keyHash: randomBytes(32) }, []), // its id is another row's
    store.byId(taken.id),
    journal.claim(claim('after')),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
  expect(await store.list({ tenant: 'default', statuses: null, after: null, limit: 10 })).toHaveLength(3);
  await store.close();
});

describe('a file of version 2 to 4', () => {
  /** As version 4 had it. */
  const schema = `
    CREATE TABLE operation (
      id TEXT PRIMARY KEY,
      tenant TEXT NOT NULL,
      mutation TEXT NOT NULL,
      provider TEXT NOT NULL,
      key_hash BLOB NOT NULL,
      input_hash BLOB NOT NULL,
      seal_key_id TEXT NOT NULL,
      status TEXT NOT NULL,
      attempt INTEGER NOT NULL,
      owner TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      started_at INTEGER NOT NULL,
      finished_at INTEGER,
      sought_since INTEGER NOT NULL,
      quiet_at INTEGER NOT NULL,
      was_unknown INTEGER NOT NULL,
      look_at INTEGER,
      is_sought INTEGER NOT NULL DEFAULT 0,
      target BLOB,
      resource BLOB,
      intent BLOB NOT NULL,
      note BLOB,
      result BLOB,
      remainder BLOB,
      forget_at INTEGER,
      UNIQUE (tenant, mutation, key_hash)
    ) STRICT;
    CREATE INDEX operation_calling ON operation (quiet_at) WHERE status = 'calling';
    CREATE INDEX operation_due ON operation (provider, look_at) WHERE status = 'unknown';
    CREATE INDEX operation_listed ON operation (tenant, status);
    CREATE INDEX operation_target ON operation (target)
      WHERE target IS NOT NULL AND status IN ('calling', 'unknown', 'attention');
    CREATE UNIQUE INDEX operation_resource ON operation (resource) WHERE resource IS NOT NULL;
    CREATE INDEX operation_forget ON operation (forget_at) WHERE forget_at IS NOT NULL;
    CREATE INDEX operation_ended ON operation (finished_at) WHERE status IN ('done', 'refused', 'absent', 'lost');
    CREATE INDEX operation_seal_key ON operation (seal_key_id);
    CREATE TABLE store_key (id TEXT PRIMARY KEY) STRICT;
    CREATE TABLE use (id TEXT PRIMARY KEY, name BLOB NOT NULL, until INTEGER NOT NULL) STRICT;
    CREATE INDEX use_counted ON use (name, until);
    CREATE INDEX use_over ON use (until);
    CREATE TABLE moved (destination TEXT NOT NULL) STRICT;`;
  const members = `id, tenant, mutation, provider, key_hash, input_hash, seal_key_id, status, attempt, owner, created_at,
    started_at, finished_at, sought_since, quiet_at, was_unknown, look_at, is_sought, target, resource, intent, note, result,
    remainder, forget_at`;

  test.each([
    [2, 'DROP TABLE use; DROP TABLE moved; ALTER TABLE operation DROP COLUMN is_sought'],
    [3, 'DROP TABLE moved; ALTER TABLE operation DROP COLUMN is_sought'],
    [4, ''],
  ])('%i is taken over with all that it has, and finds, counts and looks from then on', async (version, older) => {
    const newest = join(folder, 'newest.sqlite');
    const first = openSqliteStore({ file: newest, keyIds });
    const journal = openJournal({ store: first, seals: openSeals([key]) });
    const kept = await journal.claim(claim('kept'));
    await first.move(kept.id, 1, unknownNow);
    const done = await journal.claim(claim('done'));
    await journal.move(done, { status: 'done', result: { a: 1 }, providerId: 'wallet' });
    await first.note((await journal.claim(claim('calling'))).id, 1, randomBytes(9)); // so that it has a row
    const before = await first.list(all);
    await first.close();
    mkdirSync(dirname(file), { recursive: true });
    const database = new DatabaseSync(file);
    database.exec(`PRAGMA journal_mode = WAL; ${schema} ATTACH '${newest}' AS newest;
      INSERT INTO operation (rowid, ${members}) SELECT place * 3, ${members} FROM newest.operation;
      INSERT INTO store_key SELECT * FROM newest.store_key; DETACH newest; ${older}; PRAGMA user_version = ${version}`);
    database.close();

    let store = openSqliteStore({ file, keyIds });
    expect(await store.list(all)).toEqual(before.map(row => (row.status === 'unknown' ? { ...row, lookAt: 0 } : row)));
    for (const { keyHash, id } of before) {
      expect(await store.byKey('default', 'createMoovWallet', [keyHash])).toMatchObject({ id });
    }
    const taken = openJournal({ store, seals: openSeals([key]) });
    expect((await taken.byKey('default', 'createMoovWallet', 'kept'))?.operation.idempotencyKey).toBe('kept');
    expect(await taken.rivals(done, ['wallet', 'another'])).toMatchObject({ isOwned: [true, false] });
    expect(await taken.seek(kept, 30_000)).toMatchObject({ id: kept.id });
    expect(await taken.claim(claim('new'))).toMatchObject({ isClaimed: true });
    expect((await store.list(all))[0]).toMatchObject({ status: 'calling', attempt: 1, note: null });
    const use = { id: 'a', names: [Buffer.from('n')], maximum: 2, now: 1, until: 2 };
    expect(await store.useUp(use)).toEqual({ left: 1 });
    await store.close();
    store = openSqliteStore({ file, keyIds });
    expect(await store.useUp({ ...use, id: 'b' })).toEqual({ left: 0 });
    await store.close();
  });
});

describe('a file of version 1', () => {
  const t0 = Date.parse('2026-01-01T00:00:00Z');
  const seals = openSeals([key]);
  const statuses = ['calling', 'done', 'refused', 'unknown', 'lost'] as const;
  const providers = [WalletProvider.MOOV, WalletProvider.LIQUIDO] as const;

  /** As release 0.1.0 made it. */
  const schema = `
    CREATE TABLE operation (
      id TEXT PRIMARY KEY,
      tenant TEXT NOT NULL,
      mutation TEXT NOT NULL,
      provider TEXT NOT NULL,
      key_hash BLOB NOT NULL,
      input_hash BLOB NOT NULL,
      seal_key_id TEXT NOT NULL,
      status TEXT NOT NULL CHECK (status IN ('calling', 'done', 'refused', 'unknown', 'lost')),
      attempt INTEGER NOT NULL,
      owner TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      started_at INTEGER NOT NULL,
      finished_at INTEGER,
      intent BLOB NOT NULL,
      result BLOB,
      remainder BLOB,
      forget_at INTEGER,
      UNIQUE (tenant, mutation, key_hash)
    ) STRICT;
    CREATE INDEX operation_calling ON operation (owner) WHERE status = 'calling';
    CREATE INDEX operation_forget ON operation (forget_at) WHERE forget_at IS NOT NULL;
    CREATE TABLE store (seal_key_id TEXT NOT NULL) STRICT;`;

  const keyOf = (provider: WalletProvider, status: string) => `${provider} ${status}`;

  beforeEach(async () => {
    await openSqliteStore({ file, keyIds }).close(); // for its folder
    for (const name of readdirSync(join(folder, 'deep'))) rmSync(join(folder, 'deep', name));
    const database = new DatabaseSync(file);
    database.exec(`PRAGMA journal_mode = WAL; ${schema} PRAGMA user_version = 1`);
    database.prepare('INSERT INTO store VALUES (?)').run(seals.keyIds[0]);
    const insert = database.prepare(`
      INSERT INTO operation VALUES (:id, 'default', 'createMoovWallet', :provider, :keyHash, :inputHash, :sealKeyId,
        :status, 2, 'dead', ${t0}, ${t0 + 1_000}, :finishedAt, :intent, :result, :remainder, :forgetAt)`);
    for (const [index, status] of statuses.entries()) {
      for (const provider of providers) {
        const id = keyOf(provider, status);
        const hash = (purpose: string, ...parts: string[]) => seals.hashes(purpose, ...parts)[0] ?? Buffer.alloc(0);
        const intent = {
          key: id,
          providerKey: providerKeyFrom('default', 'createMoovWallet', id),
          input: { name: 'n' },
        };
        const result = status === 'done' ? { name: 'n', secret: 's' } : null;
        insert.run({
          id,
          provider,
          status,
          sealKeyId: seals.keyIds[0],
          keyHash: hash('key', 'default', 'createMoovWallet', id),
          inputHash: hash('input', 'v1', 'createMoovWallet', canonical({ name: 'n' }, 'idempotencyKey')),
          finishedAt: status === 'calling' ? null : t0 + 2_000 + index,
          intent: seals.seal(seals.keyIds[0], id, 'intent', intent),
          result: result && seals.seal(seals.keyIds[0], id, 'result', result),
          remainder: result && seals.seal(seals.keyIds[0], id, 'result', { ...result, secret: null }),
          forgetAt: result && t0 + 60_000,
        });
      }
    }
    database.close();
  });

  test('is taken over with nothing lost, once', async () => {
    for (let time = 0; time < 2; time += 1) {
      const store = openSqliteStore({ file, keyIds });
      const rows = await store.list({ tenant: 'default', statuses: null, after: null, limit: 100 });
      expect(rows.map(({ id }) => id).toReversed()).toEqual(
        statuses.flatMap(status => providers.map(provider => keyOf(provider, status))),
      );
      for (const row of rows) {
        expect(row).toMatchObject({
          tenant: 'default',
          attempt: 2,
          owner: 'dead',
          createdAt: t0,
          startedAt: t0 + 1_000,
        });
      }
      const journal = openJournal({
        store,
        seals: openSeals([key]),
        clock: { ...systemClock, now: () => t0 + 10_000 },
      });
      const byKey = (id: string) => journal.byKey('default', 'createMoovWallet', id);
      expect(await byKey('LIQUIDO done')).toMatchObject({
        operation: { status: 'SUCCEEDED', result: { name: 'n', secret: 's' } },
      });
      expect(await byKey('LIQUIDO refused')).toMatchObject({
        operation: { status: 'FAILED', idempotencyKey: 'LIQUIDO refused' },
      });
      expect(await byKey('LIQUIDO lost')).toMatchObject({ operation: { status: 'FAILED' } });
      expect(await byKey('LIQUIDO unknown')).toMatchObject({ operation: { status: 'UNKNOWN' } });
      expect(await byKey('LIQUIDO calling')).toMatchObject({ operation: { status: 'UNKNOWN' } });
      await store.close();
    }
  });

  test('its keys are as they were: a success is replayed, a refusal tried again, nothing else sent', async () => {
    const store = openSqliteStore({ file, keyIds });
    const journal = openJournal({ store, seals: openSeals([key]), clock: { ...systemClock, now: () => t0 + 10_000 } });
    for (const provider of providers) {
      for (const status of statuses) {
        const again = { ...claim(keyOf(provider, status), { name: 'n' }), provider };
        expect(await journal.claim({ ...again, input: { name: 'other' } })).toMatchObject({
          isClaimed: false,
          isSameInput: false,
        });
        const entry = await journal.claim(again);
        expect({ status, isClaimed: entry.isClaimed }).toEqual({ status, isClaimed: status === 'refused' });
        expect(entry).toMatchObject({ isSameInput: true, target: null, attempt: status === 'refused' ? 3 : 2 });
      }
    }
    await store.close();
  });

  test('what was unknown, or being done, is asked for again where the provider deduplicates', async () => {
    const store = openSqliteStore({ file, keyIds });
    const journal = openJournal({ store, seals: openSeals([key]), clock: { ...systemClock, now: () => t0 + 10_000 } });
    const due = await journal.due(30_000, { LIQUIDO: 100 });
    expect(due.map(({ id }) => id).toSorted()).toEqual(['LIQUIDO calling', 'LIQUIDO unknown']);
    for (const entry of due) expect(entry).toMatchObject({ status: 'unknown', wasUnknown: true });
    await store.close();
  });

  test('at Moov, where it left no marker, a person must look: not finding one proves nothing', async () => {
    const store = openSqliteStore({ file, keyIds });
    const journal = openJournal({ store, seals: openSeals([key]), clock: { ...systemClock, now: () => t0 + 10_000 } });
    expect(await journal.orphan(25_000)).toBe(0);
    expect(await journal.due(30_000, { MOOV: 100 })).toEqual([]);
    const { entries } = await journal.list('default', OperationStatus.NEEDS_ATTENTION, 100, null);
    const operations = entries.map(({ operation }) => operation);
    expect(operations.map(({ idempotencyKey }) => idempotencyKey)).toEqual(['MOOV unknown', 'MOOV calling']);
    for (const { finishedAt } of operations) expect(finishedAt).not.toBeNull();
    await store.close();
  });

  test('is sealed with its key still: without it, it is refused and left as it was', () => {
    const other = openSeals([randomBytes(32)]).keyIds[0];
    expect(() => openSqliteStore({ file, keyIds: [other] })).toThrow(/STORE_KEY lacks a key/);
    const database = new DatabaseSync(file);
    expect(database.prepare('PRAGMA user_version').get()).toEqual({ user_version: 1 });
    database.close();
  });
});

describe('a guest', () => {
  test('works beside the owner, which sees what it wrote', async () => {
    const store = openSqliteStore({ file, keyIds });
    const journal = openJournal({ store, seals: openSeals([key]) });
    const entry = await journal.claim(claim('k'));
    const unknown = await journal.move(entry, { status: 'unknown', result: null });
    if (typeof unknown === 'string') throw new Error(unknown);
    await journal.move(unknown, { status: 'attention', result: null });

    const guestStore = openSqliteStore({ file, keyIds, isGuest: true });
    const guest = openJournal({ store: guestStore, seals: openSeals([key]) });
    const seen = await guest.entry('default', entry.operation.id);
    if (seen === null) throw new Error('The guest does not see the row.');
    expect(seen).toMatchObject({ status: 'attention' });
    expect(await guest.move(seen, { status: 'done', result: { found: true } })).toMatchObject({ status: 'done' });
    expect(await journal.byKey('default', 'createMoovWallet', 'k')).toMatchObject({
      operation: { result: { found: true } },
    });
    await guestStore.close();

    // It took nothing from the owner, neither the file nor the attempts.
    expect(() => openSqliteStore({ file, keyIds })).toThrow(/another process uses it/);
    expect(await journal.claim(claim('l'))).toMatchObject({ isClaimed: true });
    await store.close();
  });

  test('needs the keys like anybody else', async () => {
    const store = openSqliteStore({ file, keyIds });
    const strange = openSeals([randomBytes(32)]).keyIds;
    expect(() => openSqliteStore({ file, keyIds: strange, isGuest: true })).toThrow(/STORE_KEY lacks a key/);
    await store.close();
  });

  test('is refused where there is no journal yet, and leaves none behind that would keep the owner out', async () => {
    expect(() => openSqliteStore({ file, keyIds, isGuest: true })).toThrow(/is not in use: start the gateway first/);
    await openSqliteStore({ file, keyIds }).close();
    const guest = openSqliteStore({ file, keyIds, isGuest: true });
    const store = openSqliteStore({ file, keyIds });
    await store.check();
    await guest.close();
    await store.close();
  });
});

describe('a full file', () => {
  const full = /full/;
  let store: JournalStore;
  let journal: Journal;
  beforeEach(() => {
    store = openSqliteStore({ file, keyIds, maximumBytes: 1024 * 1024 });
    journal = openJournal({ store, seals: openSeals([key]) });
  });
  afterEach(() => store.close());

  /** Claims and refuses until there is no room for one more; answers with those that went in. */
  async function fill(): Promise<Entry[]> {
    const entries: Entry[] = [];
    for (const size of [8_000, 1]) {
      for (;;) {
        const entry = await journal.claim(claim(`k${entries.length}`, { text: 'x'.repeat(size) })).catch(() => null);
        if (entry === null) break;
        entries.push(entry);
        await journal.move(entry, { status: 'refused', result: null });
      }
    }
    return entries;
  }

  test('refuses claims and checks, and grows no further; reads go on', async () => {
    const entries = await fill();
    expect(entries.length).toBeGreaterThan(50);
    await expect(journal.claim(claim('one more'))).rejects.toThrow(full);
    await expect(store.check()).rejects.toThrow(full);
    expect(statSync(file).size).toBeLessThanOrEqual(1024 * 1024);
    expect(await journal.byKey('default', 'createMoovWallet', 'k0')).toMatchObject({
      operation: { idempotencyKey: 'k0' },
    });
    expect(await journal.byKey('default', 'createMoovWallet', 'one more')).toBeNull();
    expect((await journal.list('default', null, 10, null)).entries).toHaveLength(10);
  });

  test('has room for the endings of all that it let begin', async () => {
    const begun: Entry[] = [];
    for (
      let entry;
      (entry = await journal.claim(claim(`k${begun.length}`, { text: 'x'.repeat(4_000) })).catch(() => null));
    )
      begun.push(entry);
    expect(begun.length).toBeGreaterThan(50);
    for (const [index, entry] of begun.slice(-20).entries()) {
      const ending =
        index % 2 === 0
          ? ({ status: 'done', result: { text: 'y'.repeat(4_000) }, providerId: `w${index}` } as const)
          : ({ status: 'unknown', result: null } as const);
      expect(await journal.move(entry, ending)).toMatchObject({ status: ending.status });
    }
  });

  test('does not begin the next attempt of what it has either', async () => {
    await fill();
    await expect(journal.claim(claim('k0', { text: 'x'.repeat(8_000) }))).rejects.toThrow(full);
    expect(await journal.claim(claim('k0', { text: 'another' }))).toMatchObject({
      isClaimed: false,
      isSameInput: false,
    });
    expect(await journal.byKey('default', 'createMoovWallet', 'k0')).toMatchObject({
      operation: { status: 'FAILED', attempts: 1 },
    });
  });

  test('a read in the same turn as a claim that is refused goes on', async () => {
    await fill();
    const [refused, read] = await Promise.allSettled([
      journal.claim(claim('one more')),
      journal.byKey('default', 'createMoovWallet', 'k0'),
    ]);
    expect(refused).toMatchObject({ status: 'rejected' });
    expect(read).toMatchObject({ status: 'fulfilled', value: { operation: { idempotencyKey: 'k0' } } });
  });

  test('takes rows again when others were reaped, without being opened anew', async () => {
    await fill();
    await expect(store.check()).rejects.toThrow(full);
    expect(await store.reap(Date.now() + 1, 60)).toBe(60);
    await store.check();
    expect(await journal.claim(claim('one more', { text: 'x'.repeat(8_000) }))).toMatchObject({ isClaimed: true });
  });

  test('may be opened, and is reaped then', async () => {
    await fill();
    await store.close();
    store = openSqliteStore({ file, keyIds, maximumBytes: 1024 * 1024 });
    await expect(store.check()).rejects.toThrow(full);
    expect(await store.reap(Date.now() + 1, 60)).toBe(60);
    await store.check();
  });

  test('takes rows again when it may grow further', async () => {
    await fill();
    await store.close();
    store = openSqliteStore({ file, keyIds, maximumBytes: 2 * 1024 * 1024 });
    await store.check();
    await store.close();
    // Less than it has already: it grows no further.
    store = openSqliteStore({ file, keyIds, maximumBytes: 512 * 1024 });
    await expect(store.check()).rejects.toThrow(full);
  });
});

describe('a file that somebody else writes to', () => {
  let store: JournalStore;
  let journal: Journal;
  let other: DatabaseSync;
  beforeEach(async () => {
    store = openSqliteStore({ file, keyIds });
    journal = openJournal({ store, seals: openSeals([key]) });
    await journal.claim(claim('k'));
    other = new DatabaseSync(file);
    other.exec('BEGIN IMMEDIATE');
  });
  afterEach(async () => {
    other.close();
    await store.close();
  });

  test('for too long › refuses, and goes on afterwards', async () => {
    await expect(journal.claim(claim('l'))).rejects.toThrow(/locked/);
    await expect(store.check()).rejects.toThrow(/locked/);
    other.exec('ROLLBACK');
    await store.check();
    expect(await journal.byKey('default', 'createMoovWallet', 'l')).toBeNull();
    expect(await journal.claim(claim('l'))).toMatchObject({ isClaimed: true });
  });

  test('for a moment › is waited for, and the process does not stand still meanwhile', async () => {
    const claims = Promise.all([journal.claim(claim('l')), journal.claim(claim('m'))]);
    for (let turns = 0; turns < 20; turns += 1) await new Promise(resolve => setTimeout(resolve, 1));
    other.exec('ROLLBACK');
    expect(await claims).toMatchObject([{ isClaimed: true }, { isClaimed: true }]);
  });

  test('is read meanwhile', async () => {
    expect(await journal.byKey('default', 'createMoovWallet', 'k')).toMatchObject({
      operation: { status: 'IN_PROGRESS' },
    });
    expect((await journal.list('default', null, 10, null)).entries).toHaveLength(1);
  });

  test('is closed meanwhile › what waits is refused', async () => {
    const claimed = expect(journal.claim(claim('l'))).rejects.toThrow();
    await new Promise(setImmediate);
    await store.close();
    await claimed;
    other.exec('ROLLBACK');
    store = openSqliteStore({ file, keyIds });
    expect(await store.byId('l')).toBeNull();
  });
});
