import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { storePlaceFrom, type PostgresServer } from '../../src/core/settings.js';
import { ownPort } from './ports.js';

/**
 * A real PostgreSQL: that of TEST_POSTGRES_URL, or one of the tests' own, as an ordinary user's process in a folder of its
 * own, to be stopped, killed and started again.
 */

const given = process.env.TEST_POSTGRES_URL;
const binaries = foldersOfBinaries().find(folder => existsSync(join(folder, 'initdb')));
const untested =
  given === undefined
    ? 'There is no PostgreSQL, so the journal on it is NOT tested; install it, or set TEST_POSTGRES_URL.'
    : 'There are no binaries of PostgreSQL, so a journal whose server is stopped is NOT tested; install them.';
if (binaries === undefined && process.env.CI) throw new Error(untested);
if (binaries === undefined) console.warn(untested);

/** Whether there is any. */
export const isPostgresHere = binaries !== undefined || given !== undefined;
/** Whether there can be one that a test stops. */
export const isOwnPostgresHere = binaries !== undefined;

/** The newest first. */
function foldersOfBinaries(): readonly string[] {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).toSorted((one, other) => Number(other) - Number(one)) : [];
  return [
    ...versions.map(version => join(debian, version, 'bin')),
    '/usr/local/bin',
    '/usr/bin',
    '/opt/homebrew/bin',
    '/usr/local/pgsql/bin',
  ];
}

export interface TestDatabase {
  readonly url: string;
  /** The same, as a store is opened at it. */
  readonly server: PostgresServer;
  /** The URL of the same database through another port of this machine. */
  through(port: number): string;
  /** Asks as the test itself, over a connection of its own. */
  ask<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Does that in a transaction which it does not end until it is told to: it is undone then, or kept. */
  hold(text: string, values?: readonly unknown[]): Promise<{ letGo(): Promise<void>; keep(): Promise<void> }>;
  /** To be called when the test is over. */
  drop(): Promise<void>;
}

export interface TestPostgres {
  readonly port: number;
  database(): Promise<TestDatabase>;
  /** As `kill -9`, or as an administrator's order, until it is started again on the same port. */
  stop(how: 'immediate' | 'fast'): Promise<void>;
  start(): Promise<void>;
  /** It keeps its connections and answers nothing, until it goes on. */
  pause(): void;
  goOn(): void;
  /** The folder with its files, where certificates may be put before it is started again. */
  readonly folder: string;
  /** The user and group that its process has; none where they are the test's own. */
  readonly owner: Owner | null;
  cleanUp(): Promise<void>;
}

export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL does not run as root; any other user will do. */
function ordinaryUser(): Owner | null {
  if (process.getuid?.() !== 0) return null;
  const idOf = (flag: string, name: string): number => Number(execFileSync('id', [flag, name], { encoding: 'utf8' }));
  const name = ['postgres', 'nobody'].find(user => {
    try {
      return idOf('-u', user) > 0;
    } catch {
      return false;
    }
  });
  if (name === undefined) throw new Error('There is no ordinary user to run PostgreSQL as.');
  return { uid: idOf('-u', name), gid: idOf('-g', name) };
}

/** A server of the test's own. `settings` as in postgresql.conf; nothing here needs to outlive a power cut, unless it says so. */
export async function startPostgres(settings: Readonly<Record<string, string>> = {}): Promise<TestPostgres> {
  if (binaries === undefined) throw new Error('There is no PostgreSQL.');
  const owner = ordinaryUser();
  const folder = mkdtempSync(join(tmpdir(), 'billfold-postgres-'));
  if (owner !== null) chownSync(folder, owner.uid, owner.gid);
  const files = join(folder, 'data');
  const as = { ...owner, cwd: folder, env: { PATH: process.env.PATH, LC_ALL: 'C' } };
  execFileSync(join(binaries, 'initdb'), ['-D', files, '-U', 'billfold', '--auth=trust', '--no-sync', '-E', 'UTF8'], {
    ...as,
    stdio: 'pipe',
  });
  const port = await ownPort();
  const all = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: folder,
    fsync: 'off',
    max_connections: '200',
    shared_buffers: '64MB',
    ...settings,
  };
  let child: ChildProcess | null = null;

  const start = async (): Promise<void> => {
    const options = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const own = spawn(join(binaries, 'postgres'), ['-D', files, ...options], {
      ...as,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child = own;
    let printed = '';
    own.stdout.on('data', () => undefined);
    await new Promise<void>((resolve, reject) => {
      own.stderr.on('data', (chunk: Buffer) => {
        printed = (printed + chunk.toString()).slice(-10_000);
        if (/ready to accept connections/.test(printed)) resolve();
      });
      own.once('error', reject);
      own.once('close', () => reject(new Error(`PostgreSQL ended:\n${printed}`)));
    });
  };
  const stop = async (how: 'immediate' | 'fast'): Promise<void> => {
    const own = child;
    child = null;
    if (own === null || own.exitCode !== null || own.signalCode !== null) return;
    const closed = once(own, 'close');
    own.kill('SIGCONT');
    own.kill(how === 'immediate' ? 'SIGQUIT' : 'SIGINT');
    await closed;
  };
  const signal = (name: 'SIGSTOP' | 'SIGCONT'): void => {
    // Each connection is a process, too.
    const pid = child?.pid ?? 0;
    const children = execFileSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' });
    for (const one of [pid, ...children.trim().split(/\s+/).map(Number)]) {
      try {
        process.kill(one, name);
      } catch {
        // That connection has ended since.
      }
    }
  };
  await start();
  return {
    port,
    folder,
    owner,
    database: () => createDatabase(`postgres://billfold@127.0.0.1:${port}/postgres`),
    start,
    stop,
    pause: () => signal('SIGSTOP'),
    goOn: () => signal('SIGCONT'),
    async cleanUp() {
      if (child !== null) signal('SIGCONT');
      await stop('immediate');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A database of the test's own, wherever there is a server. */
export async function openTestDatabase(): Promise<TestDatabase> {
  if (given !== undefined) return createDatabase(given);
  const server = await startPostgres();
  const database = await server.database();
  return {
    ...database,
    async drop() {
      await database.drop();
      await server.cleanUp();
    },
  };
}

async function createDatabase(server: string): Promise<TestDatabase> {
  const name = `billfold_${randomBytes(8).toString('hex')}`;
  await askOnce(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    server: serverAt(url.href),
    through: port => Object.assign(new URL(url), { hostname: '127.0.0.1', port: String(port) }).href,
    ask: (text, values) => askOnce(url.href, text, values),
    async hold(text, values = []) {
      const client = await connected(url.href);
      await client.query('BEGIN');
      await client.query(text, [...values]);
      return {
        letGo: () => client.end(),
        async keep() {
          await client.query('COMMIT');
          await client.end();
        },
      };
    },
    drop: async () => void (await askOnce(server, `DROP DATABASE ${name} WITH (FORCE)`)),
  };
}

export function serverAt(url: string): PostgresServer {
  const place = storePlaceFrom(url);
  if (place?.kind !== 'postgres') throw new Error('That is no PostgreSQL.');
  return place.server;
}

async function connected(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined); // the tests stop it
  await client.connect();
  return client;
}

async function askOnce<Row extends object>(url: string, text: string, values: readonly unknown[] = []): Promise<Row[]> {
  const client = await connected(url);
  try {
    const { rows } = await client.query<Row>(text, [...values]);
    return rows;
  } finally {
    await client.end();
  }
}
