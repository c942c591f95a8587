import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { openPostgresStore } from '../../../src/store/postgres/open.js';
import { closedPort } from '../../support/ports.js';
import {
  isOwnPostgresHere,
  serverAt,
  startPostgres,
  type TestDatabase,
  type TestPostgres,
} from '../../support/postgres.js';
import { cleanUp, liveEnvironment, runProgram, startGatewayProcess } from '../../support/process.js';
import { startProxy } from '../../support/proxy.js';
import { eventually, handClock } from '../../support/time.js';
import { newRow } from '../rows.js';
import { closeStores, endingsOf, everyCall, freshKey, keyIds, openStoreAt } from './stores.js';

/** A database that cannot be used is said to be so in one sentence, which holds no password; one that comes soon is waited for. */

const password = 'Canary-Pass/word:41';
const written = encodeURIComponent(password);

(isOwnPostgresHere ? describe : describe.skip)('opening a PostgreSQL', () => {
  let server: TestPostgres;
  let database: TestDatabase;
  beforeAll(async () => {
    server = await startPostgres();
    database = await server.database();
    const rules = join(server.folder, 'data', 'pg_hba.conf');
    writeFileSync(rules, `host all guarded,plain 127.0.0.1/32 scram-sha-256\n${readFileSync(rules, 'utf8')}`);
    for (const role of ['guarded', 'plain']) await database.ask(`CREATE ROLE ${role} LOGIN PASSWORD '${password}'`);
    await database.ask(`GRANT CREATE ON DATABASE ${nameOf(database)} TO guarded`);
    await database.ask('SELECT pg_reload_conf()');
  });
  afterEach(closeStores);
  afterAll(async () => {
    await cleanUp();
    await server.cleanUp();
  });

  const nameOf = ({ url }: TestDatabase): string => new URL(url).pathname.slice(1);
  const urlOf = (fields: Partial<Pick<URL, 'username' | 'password' | 'port' | 'pathname'>>, of = database): string =>
    Object.assign(new URL(of.url), { password: written }, fields).href;
  const expectNoPassword = (text: string): void => {
    expect(text).not.toContain(password);
    expect(text).not.toContain(written);
  };
  /** What a store that does not open is said to be, without waiting for what does not pass. */
  const refusalOf = async (url: string): Promise<string> => {
    const clock = handClock(); // does not go on
    const error: unknown = await openPostgresStore({ server: serverAt(url), connections: 8, keyIds, clock }).catch(
      (reason: unknown) => reason,
    );
    if (!(error instanceof Error)) throw new Error('It opened.');
    expectNoPassword(inspect(error, { depth: 20, showHidden: true }));
    return error.message;
  };

  test.each<[string, Parameters<typeof urlOf>[0], RegExp]>([
    [
      'another password',
      { username: 'guarded', password: 'Canary-wrong' },
      /password authentication failed for user "guarded"/,
    ],
    ['another database', { pathname: '/nowhere' }, /database "nowhere" does not exist/],
    ['a role that may not prepare it', { username: 'plain' }, /permission denied for database/],
    ['a role that is not there', { username: 'nobody' }, /role "nobody" does not exist/],
  ])('%s › is refused at once, in one sentence', async (_what, fields, reason) => {
    const refusal = await refusalOf(urlOf(fields));
    expect(refusal).toMatch(reason);
    expect(refusal).toMatch(/^The journal at 127\.0\.0\.1:\d+\/\w+ \(STORE_URL\) cannot be used: [^\n]+[^.]\.$/);
    expect(refusal).not.toContain('Canary');
  });

  test('a certificate that is not there › is refused in one sentence', async () => {
    const url = `${urlOf({})}?sslmode=verify-full&sslrootcert=/nowhere/ca.pem`;
    expect(await refusalOf(url)).toMatch(/\(STORE_URL\) cannot be used: [^\n]*\/nowhere\/ca\.pem'?\.$/);
  });

  test('nobody who answers for ten seconds › is refused in one sentence, and asked until then', async () => {
    const [clock, port] = [handClock(), String(await closedPort())];
    const opened = openPostgresStore({ server: serverAt(urlOf({ port })), connections: 8, keyIds, clock });
    let error: unknown = null;
    opened.catch((reason: unknown) => (error = reason));
    for (let passed = 0; passed < 10_000; passed += 250) {
      await eventually(() => clock.waiting() > 0);
      expect(error).toBeNull();
      await clock.pass(250);
    }
    await eventually(() => error !== null);
    expect(String(error)).toMatch(
      /^Error: The journal at 127\.0\.0\.1:\d+\/\w+ \(STORE_URL\) cannot be reached: [^\n]+\.$/,
    );
    expectNoPassword(inspect(error, { depth: 20, showHidden: true }));
  });

  test('a gateway that may not use it ends, and says so in one line', async () => {
    const environment = liveEnvironment({
      PORT: '0',
      STORE_URL: urlOf({ username: 'guarded', password: 'Canary-wrong' }),
    });
    const { code, stdout, stderr } = await runProgram('main.js', { environment }).ended;
    expect(code).toBe(1);
    expect(stderr).toMatch(/^The journal at [^\n]+: password authentication failed for user "guarded"\.\n$/);
    expect(stdout + stderr).not.toContain('Canary');
  });

  test('a gateway that starts before its database waits for it; its log tells of an outage, and of no password', async () => {
    const proxy = await startProxy(server.port);
    proxy.shut();
    const url = urlOf({ username: 'guarded', port: String(proxy.port) });
    const started = startGatewayProcess({ environment: liveEnvironment({ STORE_URL: url, LOG_LEVEL: 'trace' }) });
    await eventually(() => proxy.refused() > 1);
    proxy.letIn();
    const gateway = await started;
    const listening = () => gateway.lines().filter(({ msg }) => /\bheard\b/.test(String(msg)));
    await server.stop('immediate');
    await eventually(() => listening().length === 1);
    await eventually(async () => (await fetch(`${gateway.url}/readyz`)).status === 503);
    await server.start();
    await eventually(() => listening().length === 2);
    await eventually(async () => (await fetch(`${gateway.url}/readyz`)).status === 200);
    const { code, stdout, stderr } = await gateway.stop();
    expect(code).toBe(0);
    expectNoPassword(stdout + stderr);
    await proxy.stop();
  });

  test('a role that may read and write, and no more, works where somebody else has prepared it', async () => {
    const prepared = await server.database();
    await openStoreAt(prepared.url);
    for (const grant of [
      'USAGE ON SCHEMA billfold',
      'SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA billfold',
      'USAGE ON ALL SEQUENCES IN SCHEMA billfold',
    ]) {
      await prepared.ask(`GRANT ${grant} TO plain`);
    }
    const store = await openStoreAt(urlOf({ username: 'plain' }, prepared));
    const claim = await store.claim(newRow(freshKey()), []);
    const endings = await endingsOf(everyCall(store, claim?.row.id ?? ''));
    expect(endings.filter(({ error }) => error !== null)).toEqual([]);
  });

  test('a role that was given the schema, and may make none, prepares it', async () => {
    const given = await server.database();
    await given.ask('CREATE SCHEMA billfold AUTHORIZATION plain');
    await (await openStoreAt(urlOf({ username: 'plain' }, given))).check();
  });

  test('a guest is refused where no gateway has been, and changes nothing', async () => {
    const empty = await server.database();
    await expect(openStoreAt(empty.url, { isGuest: true })).rejects.toThrow(
      /it is not in use: start the gateway first\.$/,
    );
    expect(await empty.ask(`SELECT 1 FROM pg_namespace WHERE nspname = 'billfold'`)).toEqual([]);
  });
});
