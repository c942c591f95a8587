import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, RESP_TYPES } from '@redis/client';
import { closedPort } from './ports.js';
import { eventually } from './time.js';

/** A real Redis, as an ordinary child process in a folder of its own, to be killed, stopped and looked into. */

const path = ['/usr/bin', '/usr/local/bin', '/opt/homebrew/bin']
  .map(folder => join(folder, 'redis-server'))
  .find(place => existsSync(place));
if (path === undefined && process.env.CI) throw new Error('There is no redis-server.');
if (path === undefined) console.warn('There is no redis-server, so the shared cache is NOT tested; install it.');

export const isRedisHere = path !== undefined;

export interface RedisOptions {
  readonly port?: number;
  /** More of its settings, as on its command line. */
  readonly settings?: readonly string[];
  readonly password?: string;
}

export interface TestRedis {
  readonly port: number;
  readonly url: string;
  /** A connection for the test itself, to look at everything with. */
  readonly look: Awaited<ReturnType<typeof lookInto>>;
  /** Resolves when so many others are connected. */
  connected(others: number): Promise<void>;
  /** Resolves when nobody else is connected any more. */
  alone(): Promise<void>;
  /** How many connections it has ever had. */
  connections(): Promise<number>;
  /** Every key and value, and the file on the disk, as one text in which each byte is a letter. */
  everything(): Promise<string>;
  /** Everything that it is told from now on, also what it forgets a moment later. */
  overhear(): Promise<Overheard>;
  /** It keeps its connections and answers nothing, until it goes on. */
  stop(): Promise<void>;
  goOn(): void;
  /** It is gone, until it is started again on the same port. */
  kill(): Promise<void>;
  start(): Promise<void>;
  /** To be called when the test is over. */
  cleanUp(): Promise<void>;
}

export interface Overheard {
  text(): string;
  stop(): void;
}

function lookInto(port: number, password: string) {
  const client = createClient({
    socket: { host: '127.0.0.1', port },
    ...(password === '' ? {} : { password }),
    commandOptions: { typeMapping: { [RESP_TYPES.BLOB_STRING]: Buffer } },
  });
  client.on('error', () => undefined); // the tests kill it
  return client.connect();
}

export async function startRedis({ port: given, settings = [], password = '' }: RedisOptions = {}): Promise<TestRedis> {
  const port = given ?? (await closedPort());
  const folder = mkdtempSync(join(tmpdir(), 'billfold-redis-'));
  const start = async (): Promise<ChildProcess> => {
    const fixed = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--rdbcompression', 'no'];
    const locked = password === '' ? [] : ['--requirepass', password];
    const child = spawn(path ?? '', [...fixed, '--save', '', ...locked, ...settings], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise<void>((resolve, reject) => {
      let printed = '';
      child.stdout.on('data', (chunk: Buffer) => {
        printed += chunk.toString();
        if (printed.includes('Ready to accept connections')) resolve();
      });
      child.once('error', reject);
      child.once('close', () => reject(new Error(`redis-server ended:\n${printed}`)));
    });
    return child;
  };
  let child = await start();
  const kill = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const closed = once(child, 'close');
    child.kill('SIGKILL'); // ends a stopped one too
    await closed;
  };
  const look = await lookInto(port, password);
  const clients = async (): Promise<number> =>
    String(await look.sendCommand(['CLIENT', 'LIST']))
      .trim()
      .split('\n').length;

  return {
    port,
    url: `redis://${password === '' ? '' : `:${encodeURIComponent(password)}@`}127.0.0.1:${port}`,
    look,
    connected: others => eventually(async () => (await clients()) > others),
    alone: () => eventually(async () => (await clients()) === 1),
    async connections() {
      const statistics = String(await look.info('stats'));
      return Number(/total_connections_received:(\d+)/.exec(statistics)?.[1]);
    },
    async everything() {
      const keys = (await look.keys('*')).map(String);
      const values = await Promise.all(keys.map(key => look.get(key)));
      await look.sendCommand(['SAVE']);
      const file = readFileSync(join(folder, 'dump.rdb'), 'latin1');
      return [...keys, ...values.map(value => value?.toString('latin1')), file].join('\n');
    },
    async overhear() {
      const heard: string[] = [];
      const listener = await lookInto(port, password);
      await listener.monitor(line => void heard.push(String(line)));
      return { text: () => heard.join('\n'), stop: () => listener.destroy() };
    },
    async stop() {
      child.kill('SIGSTOP');
      await eventually(async () => / T /.test(readFileSync(`/proc/${child.pid}/stat`, 'utf8')));
    },
    goOn: () => void child.kill('SIGCONT'),
    kill,
    async start() {
      child = await start();
    },
    async cleanUp() {
      look.destroy();
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
