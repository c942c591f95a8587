import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { openSeals } from '../../src/core/seals.js';
import { storePlaceFrom } from '../../src/core/settings.js';
import { isStoreFit } from '../../src/store/fitness/check.js';
import type { Finding } from '../../src/store/fitness/finding.js';
import { openPostgresStore } from '../../src/store/postgres/open.js';
import { migrations } from '../../src/store/postgres/schema.js';
import { openSqliteStore } from '../../src/store/sqlite/open.js';
import { schemaVersion } from '../../src/store/sqlite/schema.js';
import { listening } from '../support/ports.js';
import { isOwnPostgresHere, startPostgres, type TestDatabase, type TestPostgres } from '../support/postgres.js';
import { cleanUp, runProgram, temporaryFolder } from '../support/process.js';

/** What `npm run store:check` says of databases that are fit, and of each way in which one is not. */

const describeHere = isOwnPostgresHere ? describe : describe.skip;

const storeKey = randomBytes(32);
const { keyIds } = openSeals([storeKey]);
const { version: own } = migrations.at(-1) ?? migrations[0];

afterAll(cleanUp);

const places: Readonly<Record<Finding['is'], string>> = { fit: '', doubtful: 'doubtful: ', unfit: 'unfit: ' };

/** What it says, but what is fit only where it is asked for. */
async function told(url: string, known: readonly string[] | null = keyIds, all = false): Promise<string[]> {
  const place = storePlaceFrom(url);
  if (place === null) throw new Error('That is no place.');
  const findings: Finding[] = [];
  const isFit = await isStoreFit({ place, keyIds: known, connections: 8 }, found => findings.push(found));
  expect(isFit).toBe(!findings.some(({ is }) => is === 'unfit'));
  return findings.filter(({ is }) => all || is !== 'fit').map(({ is, says }) => `${places[is]}${says}`);
}

describeHere('a PostgreSQL', () => {
  let server: TestPostgres;
  let database: TestDatabase;
  let clerk: string;
  beforeAll(async () => {
    server = await startPostgres({ fsync: 'on' });
    database = await server.database();
    await database.ask('CREATE ROLE clerk LOGIN');
  });
  beforeEach(async () => {
    database = await server.database();
    clerk = database.url.replace('billfold@', 'clerk@');
  });
  afterEach(() => database.drop());
  afterAll(() => server.cleanUp());

  const prepare = async (): Promise<void> => {
    await (await openPostgresStore({ server: database.server, connections: 2, keyIds })).close();
  };
  const set = (text: string) => database.ask(`ALTER DATABASE ${new URL(database.url).pathname.slice(1)} SET ${text}`);

  test('that is new is fit, says what was looked at, and stays as it is', async () => {
    expect(await told(database.url, keyIds, true)).toEqual([
      expect.stringMatching(/^127\.0\.0\.1:\d+\/\w+ is reached without TLS, on this machine\.$/),
      expect.stringMatching(/^It is PostgreSQL \d+/),
      'It is no standby, and takes writes.',
      'fsync and full_page_writes are on: what is committed outlives a power cut.',
      'A commit (synchronous_commit=on) waits for the disk of this server, and for no standby.',
      'Its encoding is UTF8.',
      'A connection is a session of its own, so that time-outs and prepared statements last.',
      expect.stringMatching(/^LISTEN and NOTIFY work \(\d+ ms\)\.$/),
      'Nothing is there yet, and the role may prepare it: the first gateway does.',
      expect.stringMatching(
        /^200 connections are allowed \(\d+ are in use by others\), so that 25 gateways fit with up to 8 each\.$/,
      ),
      'Its clock agrees with the one here.',
    ]);
    expect(await database.ask(`SELECT 1 FROM pg_namespace WHERE nspname = 'billfold'`)).toEqual([]);
  });

  test('with tables tells whether this program and its keys fit them', async () => {
    await prepare();
    expect(await told(database.url)).toEqual([]);
    const version = (text: string) => database.ask(`UPDATE billfold.version SET ${text}`);
    await version(`version = ${own + 1}`);
    expect((await told(database.url, keyIds, true)).at(8)).toBe(
      `Its tables are of version ${own + 1}, newer than this Billfold (${own}), which may run beside it.`,
    );
    await version(`oldest = ${own + 1}`);
    expect(await told(database.url)).toEqual([
      `unfit: Its tables are of version ${own + 1}, beside which this Billfold (version ${own}) cannot run: take a newer one.`,
    ]);
    await version(`version = ${own - 1}, oldest = ${own - 1}`);
    expect((await told(database.url, keyIds, true)).at(8)).toMatch(
      new RegExp(`^Its tables are of version ${own - 1}: the next gateway makes`),
    );

    await version(`version = ${own}, oldest = ${own}`);
    const other = openSeals([randomBytes(32)]).keyIds;
    expect(await told(database.url, other)).toEqual([
      expect.stringMatching(/^unfit: STORE_KEY lacks a key that was used here/),
    ]);
    expect(await told(database.url, [...other, ...keyIds])).toEqual([
      expect.stringMatching(/^doubtful: The first key of STORE_KEY is new here: all gateways must know it/),
    ]);
    expect(await told(database.url, [...keyIds, ...other])).toEqual([]);
    expect(await told(database.url, null)).toEqual([expect.stringMatching(/^doubtful: STORE_KEY is not set/)]);
    expect(await database.ask('SELECT id FROM billfold.store_key')).toEqual(keyIds.map(id => ({ id })));
  });

  test('tells a role which rights it lacks, until it has them', async () => {
    const [lacking = ''] = await told(clerk);
    expect(lacking).toMatch(
      /^unfit: Nothing is there yet, and the role may not prepare it: GRANT CREATE ON DATABASE \w+ TO clerk, or /,
    );
    await database.ask('CREATE SCHEMA billfold');
    await database.ask('GRANT USAGE ON SCHEMA billfold TO clerk');
    expect(await told(clerk)).toEqual([
      'unfit: Its schema is empty, and the role may not fill it: GRANT CREATE ON SCHEMA billfold TO clerk.',
    ]);
    await prepare();
    // It says what to do, and that is done, until nothing is left to say.
    const said: string[] = [];
    await database.ask('REVOKE USAGE ON SCHEMA billfold FROM clerk');
    for (let left = await told(clerk); left.length > 0; left = await told(clerk)) {
      expect(left).toHaveLength(1);
      said.push(...left);
      for (const [grant] of left.join().matchAll(/GRANT [^;.]+(?:\.\w+)? TO \w+/g)) await database.ask(grant);
    }
    expect(said).toEqual([
      'unfit: The role may not use the schema: GRANT USAGE ON SCHEMA billfold TO clerk.',
      'unfit: The role may not read its tables: GRANT SELECT ON billfold.version TO clerk.',
      `unfit: The role lacks rights: GRANT SELECT, INSERT, DELETE ON billfold.changed_key TO clerk; ${['operation', 'store_key', 'use', 'wallet'].map(table => `GRANT SELECT, INSERT, UPDATE, DELETE ON billfold.${table} TO clerk`).join('; ')}; GRANT USAGE ON SEQUENCE billfold.operation_place TO clerk.`,
    ]);
    await database.ask('UPDATE billfold.version SET version = version - 1');
    expect(await told(clerk)).toEqual([expect.stringMatching(/^unfit: .* but the role does not own them/)]);
    await database.ask('DROP OWNED BY clerk');
  });

  test.each([
    ['default_transaction_read_only TO on', 'unfit: Its transactions only read: '],
    ['synchronous_commit TO off', 'synchronous_commit is off for this role; a gateway sets it to on for itself.'],
  ])('%s is told', async (setting, said) => {
    await set(setting);
    const all = await told(database.url, keyIds, true);
    expect(all.filter(line => line.startsWith(said))).toHaveLength(1);
  });

  test.each([
    ['full_page_writes', 'off', /^doubtful: full_page_writes is off/],
    ['synchronous_standby_names', `'nobody'`, /^doubtful: synchronous_commit is local/],
  ])('%s = %s is doubtful', async (name, value, said) => {
    await set('synchronous_commit TO local');
    await database.ask(`ALTER SYSTEM SET ${name} = ${value}`);
    await database.ask('SELECT pg_reload_conf()');
    let all = await told(database.url);
    while (all.length === 0) all = await told(database.url); // it takes effect in its own time
    await database.ask(`ALTER SYSTEM RESET ${name}`);
    await database.ask('SELECT pg_reload_conf()');
    expect(all).toEqual([expect.stringMatching(said)]);
    while ((await told(database.url)).length > 0) await wait(10);
  });

  test('of another encoding is not fit', async () => {
    await database.ask(`CREATE DATABASE latin ENCODING 'LATIN1' TEMPLATE template0 LC_COLLATE 'C' LC_CTYPE 'C'`);
    const latin = new URL(database.url);
    latin.pathname = '/latin';
    expect(await told(latin.href)).toEqual(['unfit: Its encoding is LATIN1: take a database in UTF8.']);
    await database.ask('DROP DATABASE latin');
  });

  test('that allows too few connections is not fit, and is doubtful where only one gateway fits', async () => {
    await database.ask('CREATE SCHEMA billfold AUTHORIZATION clerk');
    await database.ask('ALTER ROLE clerk CONNECTION LIMIT 7');
    expect(await told(clerk)).toEqual([
      expect.stringMatching(/^unfit: 7 connections are allowed .* so that 0 gateways fit/),
    ]);
    await database.ask('ALTER ROLE clerk CONNECTION LIMIT 15');
    expect(await told(clerk)).toEqual([
      expect.stringMatching(/^doubtful: 15 connections are allowed .* so that 1 gateways fit/),
    ]);
    await database.ask('ALTER ROLE clerk CONNECTION LIMIT -1');
    await database.ask('DROP OWNED BY clerk');
  });

  test('behind a pooler that shares sessions between statements is not fit', async () => {
    const pooler = await transactionPooler(server.port);
    expect(await told(database.through(pooler.port))).toEqual([
      expect.stringMatching(/^unfit: What is set for a connection does not last: there is a pooler/),
      expect.stringMatching(/^doubtful: NOTIFY did not arrive within a second/),
    ]);
    pooler.close();
  });

  test('whose clock is another is doubtful', async () => {
    const now = Date.now;
    const shifted = jest.spyOn(Date, 'now').mockImplementation(() => now() + 10_000);
    expect(await told(database.url)).toEqual([
      expect.stringMatching(/^doubtful: Its clock and the one here are (?:9|10) seconds apart/),
    ]);
    shifted.mockRestore();
  });

  test('the command ends with 0, 1 or 2, and never prints the password', async () => {
    const url = database.url.replace('billfold@', 'billfold:geheim@');
    const check = (environment: Readonly<Record<string, string>>, ...given: string[]) =>
      runProgram('ops.js', { environment, given: ['store:check', ...given] }).ended;
    const [good, bad, away, nowhere, odd] = await Promise.all([
      check({ STORE_URL: url, STORE_KEY: storeKey.toString('base64') }),
      check({ STORE_CONNECTIONS: '100' }, '--url', `${url}?options=-c%20default_transaction_read_only%3Don`),
      check({ STORE_URL: 'postgres://x:geheim@127.0.0.1:1/x' }),
      check({}),
      check({ STORE_URL: url }, 'now'),
    ]);
    expect(good).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringMatching(/^ok {4}[^]*\nIt is fit for the journal\.\n$/),
    });
    expect(bad).toMatchObject({ code: 1, stderr: 'It is not fit for the journal.\n' });
    expect(bad?.stdout).toMatch(/^FAIL {2}Its transactions only read/m);
    expect(bad?.stdout).toMatch(/^warn {2}STORE_KEY is not set/m);
    expect(away).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/^FAIL {2}The journal at 127\.0\.0\.1:1\/x .* cannot be reached: .*\n$/),
    });
    expect(nowhere).toMatchObject({ code: 1, stderr: expect.stringMatching(/^STORE_URL \(or --url\) must say where/) });
    expect(odd).toMatchObject({ code: 2, stderr: expect.stringContaining('npm run store:check') });
    for (const { stdout, stderr } of [good, bad, away, odd]) expect(stdout + stderr).not.toContain('geheim');
  });
});

describeHere('a PostgreSQL of another kind', () => {
  test('that may lose what it committed, or is a standby, is not fit', async () => {
    const server = await startPostgres({ fsync: 'off' });
    const database = await server.database();
    expect(await told(database.url)).toEqual([expect.stringMatching(/^unfit: fsync is off/)]);
    await server.stop('fast');
    writeFileSync(join(server.folder, 'data', 'standby.signal'), '', { mode: 0o644 });
    void server.start().catch(() => undefined); // it never says that it takes writes
    const isUp = () =>
      database.ask('SELECT 1').then(
        () => true,
        () => false,
      );
    while (!(await isUp())) await wait(50);
    expect(await told(database.url)).toEqual([
      'unfit: It is a standby, which takes no writes: name the primary.',
      expect.stringMatching(/^unfit: fsync is off/),
      expect.stringMatching(
        /^unfit: The journal at [^ ]+ \(STORE_URL\) cannot be used: cannot execute LISTEN during recovery\.$/,
      ),
    ]);
    await server.cleanUp();
  });
});

test('an SQLite file is looked at, too', async () => {
  const file = join(temporaryFolder(), 'billfold.sqlite');
  expect(await told(`sqlite:${file}`, keyIds, true)).toEqual([`There is no ${file} yet: the gateway makes it.`]);
  expect(await told('sqlite::memory:')).toEqual(['doubtful: The journal is in memory, and ends with its gateway.']);
  const store = openSqliteStore({ file, keyIds });
  expect(await told(`sqlite:${file}`, keyIds, true)).toEqual([
    expect.stringMatching(/ is of version \d+, as this Billfold has it, and for one gateway\.$/),
    'STORE_KEY has the keys that were used here.',
  ]);
  expect(await told(`sqlite:${file}`, ['another'])).toEqual([expect.stringMatching(/^unfit: STORE_KEY lacks/)]);
  await store.close();
  const sqlite = new DatabaseSync(file);
  sqlite.exec(`INSERT INTO moved VALUES ('postgres://host/journal')`);
  expect(await told(`sqlite:${file}`)).toEqual([
    'unfit: It was moved to postgres://host/journal: set STORE_URL to that.',
  ]);
  sqlite.exec(`PRAGMA user_version = ${schemaVersion - 1}`);
  expect(await told(`sqlite:${file}`, keyIds, true)).toEqual([
    `${file} is of version ${schemaVersion - 1}: the gateway makes it ${schemaVersion}.`,
  ]);
  sqlite.exec(`PRAGMA user_version = ${schemaVersion + 1}`);
  expect(await told(`sqlite:${file}`)).toEqual([
    `unfit: ${file} was written by a newer Billfold (version ${schemaVersion + 1}).`,
  ]);
  sqlite.close();
  writeFileSync(file, 'no database at all, though it is long enough to be one'.repeat(50));
  expect(await told(`sqlite:${file}`)).toEqual([expect.stringMatching(/^unfit: The journal .* cannot be used: /)]);
});

/** Gives each transaction the session that was used last, as poolers do. */
async function transactionPooler(port: number): Promise<{ readonly port: number; close(): void }> {
  const free: Socket[] = [];
  const all: Socket[] = [];
  const server = createServer(near => {
    let held: Socket | null = connect(port, '127.0.0.1'); // for the greeting
    const hear = (far: Socket): void => {
      far.removeAllListeners('data').on('data', answer => {
        near.write(answer);
        if (answer.at(-6) !== 0x5a || answer.at(-1) !== 0x49) return; // ready, and in no transaction
        held = null;
        free.push(far.removeAllListeners('data'));
      });
    };
    all.push(near, held);
    hear(held);
    near.on('data', asked => {
      if (asked.at(0) === 0x58) return; // goodbye
      const far = held ?? free.pop();
      if (far === undefined) throw new Error('Nothing is free.');
      held = far;
      hear(far);
      far.write(asked);
    });
    near.on('error', () => undefined);
  });
  return {
    port: await listening(server),
    close() {
      for (const socket of all) socket.destroy();
      server.close();
    },
  };
}
