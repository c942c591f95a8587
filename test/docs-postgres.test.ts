import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, copyFileSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startSimulators } from '../src/simulators/index.js';
import { openPostgresStore } from '../src/store/postgres/open.js';
import { creates } from './kill/creates.js';
import { ask, keyFor } from './kill/key.js';
import { executed, readPage, root } from './support/pages.js';
import { closedPort } from './support/ports.js';
import {
  isOwnPostgresHere,
  serverAt,
  startPostgres,
  type TestDatabase,
  type TestPostgres,
} from './support/postgres.js';
import { cleanUp, liveEnvironment, runProgram, startGatewayProcess, temporaryFolder } from './support/process.js';

/** docs/postgres.md: its commands, the rights that it names, and what it says of TLS, at a real server. */

const { page, blocks, shown } = readPage('docs/postgres.md');
const numbered = [...page.matchAll(/^\*\*(\d+)\.\*\* /gm)].length;

const tools = ['bash', 'curl', 'openssl', 'psql'];
const hasTools = isOwnPostgresHere && tools.every(tool => spawnSync(tool, ['--help']).error === undefined);
const describeHere = hasTools || process.env.CI !== undefined ? describe : describe.skip;
if (!hasTools) process.stderr.write(`docs/postgres.md is not executed: it needs ${tools.join(', ')} and PostgreSQL.\n`);

let server: TestPostgres;
beforeAll(async () => {
  if (hasTools) server = await startPostgres({ fsync: 'on' });
});
afterAll(async () => {
  await cleanUp();
  await server?.cleanUp();
});

describeHere('docs/postgres.md', () => {
  test('its commands give two gateways on one journal, with the answers that it shows', async () => {
    const folder = temporaryFolder();
    for (const made of ['node_modules', 'dist', 'package.json']) symlinkSync(join(root, made), join(folder, made));
    const [first, second] = [await closedPort(), await closedPort()];
    const [install, ...others] = blocks.slice(0, numbered);
    expect(numbered).toBe(6);
    expect(install).toBe('npm ci --ignore-scripts && npm run build\n');
    const script = others
      .join('\n')
      .replaceAll('4001', String(first))
      .replaceAll('4002', String(second))
      .replaceAll(':5432', `:${server.port}`)
      .replaceAll('postgres@', 'billfold@'); // as the test's server calls its administrator
    const { output, code } = await executed(folder, script);
    const answers = output.split('\n').filter(line => /^(?:\{"data|It is )/.test(line));
    expect({ answers, code }).toEqual({ answers: shown, code: 0 });
    expect(shown).toHaveLength(4);
    expect(readFileSync(join(folder, 'second.log'), 'utf8')).not.toMatch(/"level":(?:50|60)|change-me/);
  }, 60_000);

  test('its grants are enough for a gateway on tables that another role owns, and for no more', async () => {
    const simulators = await startSimulators();
    const database = await server.database();
    await database.ask('CREATE ROLE keeper LOGIN');
    await database.ask(`DO $$ BEGIN CREATE ROLE gateway LOGIN; EXCEPTION WHEN duplicate_object THEN END $$`);
    const grants = /```sql\n(?<sql>[^]*?)```/.exec(page)?.groups?.sql ?? '';
    await database.ask(grants);
    const as = (role: string) => ({
      ...environment,
      STORE_URL: database.url.replace('billfold@', `${role}:change-me@`),
    });
    const environment = liveEnvironment(simulators.environment);
    const wish = creates.find(({ provider }) => provider === 'moov');
    if (wish === undefined) throw new Error('Nothing is created at Moov.');
    const tooEarly = await runProgram('main.js', { environment: as('gateway') }).ended;
    expect(tooEarly).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/cannot be used: permission denied for schema/),
    });

    await (await startGatewayProcess({ environment: as('keeper') })).stop();
    const gateway = await startGatewayProcess({ environment: as('gateway') });
    expect((await fetch(`${gateway.url}/readyz`)).status).toBe(200);
    expect(await ask(gateway.url, keyFor(wish, 8, 1))).toBe('success');
    const ops = (role: string, ...given: string[]) => runProgram('ops.js', { environment: as(role), given }).ended;
    expect(await ops('gateway', 'store:check')).toMatchObject({
      code: 0,
      stdout: expect.not.stringMatching(/^FAIL|^warn/m),
    });
    expect(await ops('gateway', 'tenants', 'erase', 'default')).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(
        /^It was erased, but not cleaned up \(.*\): run this as the role that owns the tables\.\n$/,
      ),
    });
    expect(await ask(gateway.url, keyFor(wish, 8, 2))).toBe('success');
    expect(await ops('keeper', 'tenants', 'erase', 'default')).toMatchObject({ code: 0, stderr: '' });
    await gateway.stop();
    const mayDrop = await database.ask(`SET ROLE gateway; DROP TABLE billfold.use`).then(
      () => true,
      () => false,
    );
    expect(mayDrop).toBe(false);
    await simulators.stop();
    await database.drop();
  }, 60_000);

  describe('TLS', () => {
    let database: TestDatabase;
    let authority: string;
    let other: string;
    beforeAll(async () => {
      database = await server.database();
      ({ authority, other } = await encrypted(server, database));
    });

    const placeAt = (host: string, query: string) => {
      const url = new URL(database.url);
      url.hostname = host;
      return serverAt(`${url.href}?${query}`);
    };
    const open = async (host: string, query: string) => {
      const store = await openPostgresStore({ server: placeAt(host, query), connections: 2, keyIds: ['key'] });
      await store.check();
      await store.close();
    };
    const check = (query: string, environment: Readonly<Record<string, string>> = {}) =>
      runProgram('ops.js', {
        environment: { ...environment, STORE_URL: `${database.url}?${query}` },
        given: ['store:check'],
      }).ended;

    test.each(['verify-full', 'verify-ca', 'require', 'prefer'])(
      'sslmode=%s wants a certificate of an authority that it knows',
      async mode => {
        await open('127.0.0.1', `sslmode=${mode}&sslrootcert=${authority}`);
        await expect(open('127.0.0.1', `sslmode=${mode}`)).rejects.toThrow(
          /^The journal at 127\.0\.0\.1:\d+\/\w+ \(STORE_URL\) cannot be used: .*certificate.*\.$/,
        );
        await expect(open('127.0.0.1', `sslmode=${mode}&sslrootcert=${other}`)).rejects.toThrow(/certificate/);
      },
    );

    test('a certificate for another name is refused', async () => {
      await expect(open('localhost', `sslmode=verify-full&sslrootcert=${authority}`)).rejects.toThrow(
        /cannot be used: .*Hostname\/IP does not match certificate's altnames: .*localhost/,
      );
    });

    test('no-verify takes any, and an authority that is not there is told', async () => {
      await open('localhost', 'sslmode=no-verify');
      await expect(open('127.0.0.1', 'sslmode=verify-full&sslrootcert=/nowhere.pem')).rejects.toThrow(
        /cannot be used: .*ENOENT.*nowhere\.pem/,
      );
    });

    test('store:check says how it is reached, also by an authority that the whole process trusts', async () => {
      const [named, trusted, any, unknown] = await Promise.all([
        check(`sslmode=verify-full&sslrootcert=${authority}`),
        check('sslmode=verify-full', { NODE_EXTRA_CA_CERTS: authority }),
        check('sslmode=no-verify'),
        check('sslmode=verify-full'),
      ]);
      for (const { code, stdout } of [named, trusted]) {
        expect({ code, stdout }).toEqual({
          code: 0,
          stdout: expect.stringMatching(/^ok {4}.* is reached over TLS 1\.3, and has proved/),
        });
      }
      expect(any).toMatchObject({
        code: 0,
        stdout: expect.stringMatching(/^warn {2}.* over TLS 1\.3, but anybody could say to be it/),
      });
      expect(unknown).toMatchObject({
        code: 1,
        stdout: expect.stringMatching(/certificate.*\. Name its authority with sslrootcert/),
      });
    });
  });
});

/** Gives the server a certificate for 127.0.0.1, by an authority of its own; `other` is one that has nothing to do with it. */
async function encrypted(
  { folder, owner }: TestPostgres,
  database: TestDatabase,
): Promise<{ readonly authority: string; readonly other: string }> {
  const own = temporaryFolder();
  const at = (name: string): string => join(own, name);
  const openssl = (...given: string[]) => execFileSync('openssl', given, { stdio: 'pipe' });
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  for (const name of ['authority', 'other']) {
    openssl(
      'req',
      '-x509',
      ...key,
      '-keyout',
      at(`${name}.key`),
      '-out',
      at(`${name}.pem`),
      '-subj',
      `/CN=${name}`,
      '-days',
      '2',
    );
  }
  openssl('req', ...key, '-keyout', at('server.key'), '-out', at('server.csr'), '-subj', '/CN=server');
  writeFileSync(at('names'), 'subjectAltName=IP:127.0.0.1');
  openssl('x509', '-req', '-in', at('server.csr'), '-CA', at('authority.pem'), '-CAkey', at('authority.key'), '-CAcreateserial',
    '-days', '2', '-extfile', at('names'), '-out', at('server.crt')); // prettier-ignore
  for (const name of ['server.key', 'server.crt']) {
    const there = join(folder, 'data', name);
    copyFileSync(at(name), there);
    if (owner !== null) chownSync(there, owner.uid, owner.gid);
  }
  await database.ask('ALTER SYSTEM SET ssl = on');
  await database.ask('SELECT pg_reload_conf()');
  const isOn = async () => (await database.ask<{ ssl: string }>('SHOW ssl'))[0]?.ssl === 'on';
  while (!(await isOn())) await new Promise(resolve => setTimeout(resolve, 20));
  return { authority: at('authority.pem'), other: at('other.pem') };
}
