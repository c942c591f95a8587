import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import type { JournalRow, JournalStore, Use } from '../../src/core/journal-store.js';
import type { Entry } from '../../src/core/journal-entry.js';
import { openJournal, type Journal } from '../../src/core/journal.js';
import { WalletProvider } from '../../src/core/provider.js';
import { openSeals } from '../../src/core/seals.js';
import type { RowStatus } from '../../src/core/state-machine.js';
import { faults } from '../../src/simulators/faults.js';
import { startSimulators } from '../../src/simulators/index.js';
import { moveHistory } from '../../src/store/transfer/history.js';
import { openPostgresStore } from '../../src/store/postgres/open.js';
import { openSqliteStore } from '../../src/store/sqlite/open.js';
import { operations, tables } from '../../src/store/transfer/tables.js';
import { creates as wishes } from '../kill/creates.js';
import { ask, keyFor, standing } from '../kill/key.js';
import { isPostgresHere, openTestDatabase, type TestDatabase } from '../support/postgres.js';
import {
  cleanUp,
  liveEnvironment,
  runProgram,
  startGatewayProcess,
  temporaryFolder,
  type Ended,
  type Program,
} from '../support/process.js';
import { startProxy } from '../support/proxy.js';

/** A history that moves from an SQLite file to a PostgreSQL, by the command itself. */

const describeHere = isPostgresHere ? describe : describe.skip;

const older = randomBytes(32);
const newer = randomBytes(32);
const listed = (...keys: readonly Buffer[]): string => keys.map(key => key.toString('base64')).join(',');
const seals = openSeals([newer, older]);
const { keyIds } = seals;
const tenants = ['default', 'größer'];

let database: TestDatabase;
let folder: string;
let file: string;
let template: string;
let countOfAll: number;
beforeAll(async () => {
  if (!isPostgresHere) return;
  database = await openTestDatabase();
  template = join(temporaryFolder(), 'billfold.sqlite');
  countOfAll = await written(template);
});
beforeEach(async () => {
  await database?.ask('DROP SCHEMA IF EXISTS billfold CASCADE');
  folder = temporaryFolder();
  file = join(folder, 'billfold.sqlite');
});
const opened: JournalStore[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map(store => store.close()));
});
afterAll(async () => {
  await cleanUp();
  await database?.drop();
});

const fromFile = (path = file): JournalStore => openSqliteStore({ file: path, keyIds });
async function fromPostgres(): Promise<JournalStore> {
  const store = await openPostgresStore({ server: database.server, connections: 3, keyIds });
  opened.push(store);
  return store;
}

const migrating = (given: readonly string[] = ['--from', `sqlite:${file}`, '--to', database.url]): Program =>
  runProgram('ops.js', {
    folder,
    environment: { STORE_KEY: listed(newer, older) },
    given: ['store:migrate', ...given],
  });
const migrated = (given?: readonly string[]): Promise<Ended> => migrating(given).ended;
const moved = (count: number) => ({
  code: 0,
  stderr: '',
  stdout: expect.stringMatching(new RegExp(`^${count} operations are at .*\\. Set STORE_URL to it: .*\n$`)),
});

const ways: Readonly<Record<RowStatus, readonly Exclude<RowStatus, 'calling'>[]>> = {
  calling: [],
  done: ['done'],
  refused: ['refused'],
  unknown: ['unknown'],
  absent: ['unknown', 'absent'],
  attention: ['unknown', 'attention'],
  lost: ['lost'],
};
const statuses = Object.keys(ways) as RowStatus[]; // its keys are all of them

const claim = (journal: Journal, tenant: string, idempotencyKey: string) =>
  journal.claim({
    tenant,
    mutation: 'createMoovWallet',
    provider: WalletProvider.MOOV,
    idempotencyKey,
    input: { name: `of ${idempotencyKey}` },
    target: idempotencyKey.startsWith('plain') ? null : `target of ${idempotencyKey}`,
    quietAfterMs: 1,
  });

/** One of each: rows in every state, from before and after a rotation, of two tenants, with all that a row may have. */
async function filled(journal: Journal, about: string): Promise<number> {
  let count = 0;
  for await (const [tenant, status] of tenants.flatMap(name => statuses.map(each => [name, each] as const))) {
    for await (const kind of ['plain', 'full']) {
      const key = `${kind} ${about} ${status}`;
      let entry: Entry = await claim(journal, tenant, key);
      count += 1;
      if (kind === 'full') {
        await journal.note(entry, { before: ['one', 'two'] });
        await journal.useUp(entry, { of: `codes of ${about}`, maximum: 100, withinMs: 3_600_000, refusal: '' });
      }
      for await (const to of ways[status]) {
        const isEnd = kind === 'full' && to === status && to !== 'unknown';
        const outcome = await journal.move(entry, {
          status: to,
          result: isEnd ? { __typename: 'X', secret: 'ß'.repeat(3_000), kept: 'k' } : null,
          ...(isEnd && to === 'done' ? { providerId: `wallet ${tenant} ${key}` } : {}),
          forgets: isEnd ? { members: ['secret'], afterSeconds: 3_600 } : undefined,
        });
        if (typeof outcome === 'string') throw new Error(outcome);
        entry = outcome;
      }
      if (status === 'unknown' && kind === 'full') await journal.take(entry, 1_000);
      if (status === 'refused' && kind === 'full') await claim(journal, tenant, key); // its second attempt
    }
  }
  return count;
}

/** Writes a history into a file, and answers with how many operations it has. */
async function written(path: string): Promise<number> {
  const before = openSqliteStore({ file: path, keyIds: openSeals([older]).keyIds });
  const first = await filled(openJournal({ store: before, seals: openSeals([older]) }), 'old');
  await before.close();
  const store = fromFile(path);
  const journal = openJournal({ store, seals });
  const second = await filled(journal, 'new');
  // What was dropped leaves a gap.
  const gone = await journal.byKey('default', 'createMoovWallet', 'plain new refused');
  if (gone !== null) await store.erase(gone.id, gone.attempt, null);
  await store.close();
  return first + second - 1;
}

/** It takes a while to write, and is the same for all. */
function history(): number {
  copyFileSync(template, file);
  return countOfAll;
}

const rowsOf = async (store: JournalStore): Promise<readonly JournalRow[]> =>
  (await Promise.all(tenants.map(tenant => store.list({ tenant, statuses: null, after: null, limit: 1_000 })))).flat();
const countThere = async (): Promise<number> =>
  Number((await database.ask<{ count: string }>('SELECT count(*) FROM billfold.operation'))[0]?.count);
const isPrepared = async (): Promise<void> => void (await (await fromPostgres()).check());

/** As it is before it moves: what is opened afterwards is another file. */
function copied(): string {
  const copy = join(folder, 'copy.sqlite');
  copyFileSync(file, copy);
  if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${copy}-wal`);
  return copy;
}

describeHere('store:migrate', () => {
  test('takes each row along as it is, and the file is used no more', async () => {
    const count = history();
    const source = fromFile(copied());
    opened.push(source);
    expect(await migrated()).toEqual(expect.objectContaining(moved(count)));

    const target = await fromPostgres();
    const [before, after] = [await rowsOf(source), await rowsOf(target)];
    expect(before).toHaveLength(count);
    expect(after).toEqual(before);
    expect(new Set(before.map(({ status }) => status))).toEqual(new Set(statuses));
    expect(new Set(before.map(({ sealKeyId }) => sealKeyId))).toEqual(new Set(keyIds));
    const wallets = before.flatMap(({ resource }) => resource ?? []);
    expect((await target.rivals([], wallets)).owned).toEqual(wallets);
    expect(await database.ask('SELECT id FROM billfold.store_key ORDER BY id')).toEqual(
      keyIds.toSorted().map(id => ({ id })),
    );
    // Each count of uses goes on where it was.
    const [codes = Buffer.alloc(0)] = seals.hashes('allowance', 'default', WalletProvider.MOOV, 'codes of new');
    const use: Use = { id: 'one more', names: [codes], maximum: 100, now: Date.now(), until: Date.now() + 3_600_000 };
    expect(await target.useUp(use)).toEqual(await source.useUp(use));
    expect(await target.useUp({ ...use, id: 'another' })).toEqual({ left: 100 - statuses.length - 2 });

    expect(() => fromFile()).toThrow(/^The journal .* was moved to postgres:\/\/\S+: set STORE_URL to that\.$/);
    expect(await migrated()).toMatchObject({ code: 1, stderr: expect.stringMatching(/was moved to/) });
  });

  test('no key of it is free, and what is new comes after it', async () => {
    history();
    await migrated();
    const journal = openJournal({ store: await fromPostgres(), seals });
    for await (const about of ['old', 'new']) {
      for await (const status of ['calling', 'done', 'unknown', 'attention', 'lost'] as const) {
        expect(await claim(journal, 'default', `full ${about} ${status}`)).toMatchObject({ isClaimed: false, status });
      }
      expect(await claim(journal, 'default', `full ${about} absent`)).toMatchObject({ isClaimed: true, attempt: 2 });
    }
    const fresh = await claim(journal, 'default', 'fresh');
    expect(fresh).toMatchObject({ isClaimed: true });
    expect((await journal.list('default', null, 1, null)).entries).toMatchObject([{ id: fresh.id }]);
    // Whoever made these calls is dead, and their leases are over.
    expect(await journal.orphan(25_000)).toBeGreaterThan(0);
    expect(await claim(journal, 'default', 'plain old calling')).toMatchObject({ isClaimed: false, status: 'unknown' });
  });

  test('knows every table and column that there is on either side', async () => {
    fromFile()
      .close()
      .catch(() => undefined);
    await isPrepared();
    const columns = await database.ask<{ table: string; column: string }>(
      `SELECT table_name AS table, column_name AS column FROM information_schema.columns WHERE table_schema = 'billfold'`,
    );
    const known = tables.flatMap(({ name, columns: all }) => Object.keys(all).map(column => `${name}.${column}`));
    // Who waits for a row waits at a gateway that runs; keys and versions have their own ways.
    const others = ['operation.is_awaited', 'store_key.id', 'changed_key.id', 'version.version', 'version.oldest'];
    expect(columns.map(({ table, column }) => `${table}.${column}`).toSorted()).toEqual(
      [...known, ...others].toSorted(),
    );
  });

  test('a gateway goes on with it as if nothing had been', async () => {
    const simulators = await startSimulators();
    const environment = {
      ...liveEnvironment(simulators.environment),
      SETTLE_ABSENT_AFTER_MS: '1500',
      LEASE_MS: '1000',
      PROVIDER_TIMEOUT_MS: '1000',
    };
    const { moov } = simulators;
    const wish = wishes.find(({ provider }) => provider === 'moov');
    if (wish === undefined) throw new Error('Nothing is created at Moov.');
    const [done, refused, unknown, calling] = [0, 1, 2, 3].map(count => keyFor(wish, 7, count)) as [
      ReturnType<typeof keyFor>,
      ReturnType<typeof keyFor>,
      ReturnType<typeof keyFor>,
      ReturnType<typeof keyFor>,
    ];
    const creates = () => moov.exchanges.filter(({ route }) => route === 'create').length;
    const before = await startGatewayProcess({ folder, environment });
    expect(await ask(before.url, done)).toBe('success');
    moov.next(faults.answer(429));
    expect(await ask(before.url, refused)).toBe('refused');
    moov.always(faults.answer(503), { route: 'read' });
    moov.next(faults.reset('before-answer', { applied: true }), { route: 'create' });
    expect(await ask(before.url, unknown)).toBe('unknown');
    moov.next(faults.hang({ applied: true }), { route: 'create' });
    const sent = creates();
    const cutOff = ask(before.url, calling);
    while (creates() === sent) await wait(10);
    const from = ['--from', `sqlite:${join(folder, 'data/billfold.sqlite')}`, '--to', database.url];
    const migratedWith = () => runProgram('ops.js', { folder, environment, given: ['store:migrate', ...from] }).ended;
    expect(await migratedWith()).toMatchObject({ code: 1, stderr: expect.stringMatching(/another process uses it/) });
    await before.stop('SIGKILL');
    await cutOff;
    expect(await migratedWith()).toMatchObject(moved(4));

    const old = runProgram('main.js', { folder, environment: { ...environment, PORT: '0' } });
    expect(await old.ended).toMatchObject({ code: 1, stderr: expect.stringMatching(/was moved to/) });
    moov.always(null, { route: 'read' });
    const already = creates();
    const after = await startGatewayProcess({ folder, environment: { ...environment, STORE_URL: database.url } });
    expect(await ask(after.url, done)).toBe('success');
    const standsAs = async (key: typeof done) => (await standing(after.url, key)).state;
    for (const key of [unknown, calling]) while ((await standsAs(key)) === 'undecided') await wait(50);
    expect(creates()).toBe(already);
    for (const key of [unknown, calling]) expect(await ask(after.url, key)).toBe('success');
    expect(creates()).toBe(already);
    expect(await ask(after.url, refused)).toBe('success');
    expect(creates()).toBe(already + 1);
    expect(moov.ledger).toHaveLength(4);
    for (const { successes } of [done, refused, unknown, calling]) expect(successes.size).toBe(1);
    await after.stop();
    await simulators.stop();
  });

  describe('cut off', () => {
    test('before the commit: nothing is there, the file is as it was, and the next run moves it', async () => {
      const count = history();
      await isPrepared();
      const lock = await lockedOut();
      const program = migrating();
      await lock.isAwaited();
      await program.stop('SIGKILL');
      await lock.free();
      await lock.isNoMore();
      expect(await countThere()).toBe(0);
      expect(await rowsOf(await fromPostgres())).toEqual([]);
      const source = fromFile();
      expect(await rowsOf(source)).toHaveLength(count);
      await source.close();
      expect(await migrated()).toMatchObject(moved(count));
    });

    test.each(['killed', 'told nothing'])('after the commit, and %s: the next run finds all there', async how => {
      const count = history();
      await isPrepared();
      const { port, hostname } = new URL(database.url);
      const between = await startProxy(Number(port || 5432), hostname);
      between.withholdAnswerTo('COMMIT\0');
      const program = migrating(['--from', `sqlite:${file}`, '--to', database.through(between.port)]);
      while ((await countThere()) === 0) await wait(20);
      if (how === 'killed') {
        await program.stop('SIGKILL');
      } else {
        between.cut();
        expect(await program.ended).toMatchObject({
          code: 1,
          stderr: expect.stringMatching(/not certain whether the operations are there\. Run this again/),
        });
      }
      await between.stop();
      const source = fromFile(); // nothing says in it that it was moved, yet
      expect(await rowsOf(source)).toHaveLength(count);
      await source.close();
      expect(await migrated()).toMatchObject(moved(count));
      expect(await countThere()).toBe(count);
      expect(() => fromFile()).toThrow(/was moved to/);
    });
  });

  test.each([
    ['leaves a row out', 'RETURN NULL'],
    ['alters a seal', `NEW.intent = NEW.intent || '\\x00'; RETURN NEW`],
    ['alters a time', 'NEW.sought_since = NEW.sought_since + 1; RETURN NEW'],
    ['loses a member', 'NEW.remainder = NULL; RETURN NEW'],
    ['frees a key', 'NEW.key_hash = NEW.input_hash; RETURN NEW'],
    ['says that it is over', `NEW.status = 'absent'; RETURN NEW`],
    [
      'brings a row twice',
      `IF pg_trigger_depth() = 1 THEN NEW.mutation = 'other'; INSERT INTO billfold.operation VALUES (NEW.*);
      NEW.mutation = 'createMoovWallet'; END IF; RETURN NEW`,
    ],
  ])('where the other side %s, nothing is moved', async (_what, deed) => {
    const count = history();
    await isPrepared();
    await interfering(
      `BEGIN IF NEW.remainder IS NOT NULL AND NEW.status = 'done' THEN ${deed}; END IF; RETURN NEW; END`,
    );
    await expect(moveHistory({ file, server: database.server, keyIds, say: () => undefined })).rejects.toThrow(
      /^The journal at .* cannot be used: operation \d+ did not arrive as it was, so that nothing was moved\.$/,
    );
    expect(await countThere()).toBe(0);
    const source = fromFile();
    expect(await rowsOf(source)).toHaveLength(count);
    await source.close();
  });

  describe('of more rows than are in memory at once', () => {
    test('all of them arrive, as they are and in their order', async () => {
      history();
      const count = multiplied(21);
      const source = fromFile(copied());
      opened.push(source);
      expect(await moveHistory({ file, server: database.server, keyIds, say: () => undefined })).toBe(count);
      const before = await rowsOf(source);
      expect(before).toHaveLength(count);
      expect(await rowsOf(await fromPostgres())).toEqual(before);
    });

    test('one that is left out after the first of them is missed', async () => {
      history();
      multiplied(21);
      await isPrepared();
      await interfering('BEGIN IF NEW.place = 700 THEN RETURN NULL; END IF; RETURN NEW; END');
      await expect(moveHistory({ file, server: database.server, keyIds, say: () => undefined })).rejects.toThrow(
        /cannot be used: operation 700 did not arrive as it was, so that nothing was moved\.$/,
      );
      expect(await countThere()).toBe(0);
    });
  });

  describe('refuses', () => {
    const refused = async (reason: RegExp, given?: readonly string[]) => {
      const ended = await migrated(given);
      expect(ended).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(reason) });
      expect(ended.stderr).not.toContain('geheim');
    };

    test('a file that another process uses, or whose owner could write to it meanwhile', async () => {
      const source = fromFile();
      await refused(/^The journal .* cannot be used: another process uses it\.\n$/);
      await source.close();
    });

    test('a database with other rows, also where a gateway works on what was moved', async () => {
      history();
      const journal = openJournal({ store: await fromPostgres(), seals });
      await claim(journal, 'default', 'elsewhere');
      await refused(
        /cannot be used: it holds other rows \(operation \d+\)\. Take a database in which no gateway has worked\.\n$/,
      );
      expect(await countThere()).toBe(1);
      await fromFile().close();
    });

    test('another STORE_KEY, on either side', async () => {
      history();
      const with_ = (key: Buffer) =>
        runProgram('ops.js', {
          folder,
          environment: { STORE_KEY: listed(key) },
          given: ['store:migrate', '--from', `sqlite:${file}`, '--to', database.url],
        }).ended;
      expect(await with_(randomBytes(32))).toMatchObject({
        code: 1,
        stderr: expect.stringMatching(/STORE_KEY lacks a key that the journal/),
      });
      await isPrepared();
      await database.ask(`UPDATE billfold.store_key SET id = 'another'`);
      await refused(/STORE_KEY lacks a key that it was sealed with/);
      await fromFile().close();
    });

    test('what is no file and no PostgreSQL, or is not there', async () => {
      const [from, to] = [`sqlite:${file}`, database.url];
      await Promise.all([
        refused(/^There is no journal /, ['--from', from, '--to', to]),
        refused(/^--from must be an SQLite file/, ['--from', 'sqlite::memory:', '--to', to]),
        refused(/^--to \(or STORE_URL\) must be a PostgreSQL/, ['--from', from]),
        migrated(['--to', to]).then(ended =>
          expect(ended).toMatchObject({ code: 2, stderr: expect.stringContaining('npm run store:migrate') }),
        ),
      ]);
      expect(existsSync(file)).toBe(false);
      history();
      await refused(/cannot be reached/, ['--from', from, '--to', 'postgres://x:geheim@127.0.0.1:1/x']);
    });
  });

  test('a person who had the file open beside it changes nothing in it any more', async () => {
    history();
    const guest = openSqliteStore({ file, keyIds, isGuest: true });
    const [row] = await guest.list({ tenant: 'default', statuses: ['attention'], after: null, limit: 1 });
    expect(await migrated()).toMatchObject({ code: 0 });
    await expect(guest.erase(row?.id ?? '', 1, null)).resolves.toBe(false); // it is not over
    const [done] = await guest.list({ tenant: 'default', statuses: ['done'], after: null, limit: 1 });
    await expect(guest.erase(done?.id ?? '', done?.attempt ?? 0, Buffer.from('nothing'))).rejects.toThrow(
      'The journal was moved elsewhere.',
    );
    await guest.close();
  });
});

/** What the server does with each row of the operations that come in. */
async function interfering(body: string): Promise<void> {
  await database.ask(`CREATE FUNCTION billfold.interfere() RETURNS trigger LANGUAGE plpgsql AS $$ ${body} $$`);
  await database.ask(
    'CREATE TRIGGER interfere BEFORE INSERT ON billfold.operation FOR EACH ROW EXECUTE FUNCTION billfold.interfere()',
  );
}

/** The last row that comes in must wait, until it is let through. */
async function lockedOut() {
  const number = 77;
  await interfering(
    `BEGIN IF NEW.remainder IS NOT NULL THEN PERFORM pg_advisory_xact_lock(${number}); END IF; RETURN NEW; END`,
  );
  const client = new Client({ connectionString: database.url });
  await client.connect();
  await client.query(`SELECT pg_advisory_lock(${number})`);
  const waiting = async () =>
    (await database.ask(`SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND objid = ${number} AND NOT granted`))
      .length;
  const mine = async () =>
    (await database.ask(`SELECT 1 FROM pg_stat_activity WHERE application_name = 'billfold' AND query LIKE 'INSERT%'`))
      .length;
  return {
    async isAwaited() {
      while ((await waiting()) === 0) await wait(20);
    },
    free: () => client.end(),
    async isNoMore() {
      while ((await mine()) > 0) await wait(20);
      await database.ask('DROP TRIGGER interfere ON billfold.operation');
    },
  };
}

/** Copies of each row under other keys, put into the file so that it has more than one page; nobody opens what is sealed in them. */
function multiplied(copies: number): number {
  const altered: Readonly<Record<string, string>> = {
    id: `lower(printf('%s-%s-%s-%s-%s', ${[4, 2, 2, 2, 6].map(count => `hex(randomblob(${count}))`).join(', ')}))`,
    key_hash: 'randomblob(32)',
    resource: 'iif(resource IS NULL, NULL, randomblob(32))',
  };
  const columns = Object.keys(operations.columns).filter(column => column !== 'place');
  const sqlite = new DatabaseSync(file);
  const rows = Number(sqlite.prepare('SELECT count(*) AS count FROM operation').get()?.count); // claims have none yet
  sqlite.exec(`
    WITH RECURSIVE copy (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM copy WHERE number < ${copies})
    INSERT INTO operation (${columns.join(', ')})
    SELECT ${columns.map(column => altered[column] ?? column).join(', ')} FROM operation, copy ORDER BY number, rowid
  `);
  sqlite.close();
  return countOfAll + rows * copies;
}
