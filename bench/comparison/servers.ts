import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { once } from 'node:events';
import { connect } from 'node:net';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { temporaryFolder, type Environment } from '../../test/support/process.js';
import { closedPort } from '../../test/support/ports.js';
import { cpuMicrosOf, delayMicrosOf, residentBytesOf } from '../processes.js';
import { versionOf } from './tools.js';

/** The programs that are compared: each a process of its own, all on one core, which nothing else of the bench uses. */

const hasTaskset = availableParallelism() > 1 && versionOf('taskset', '--version') !== null;
const measuredCore = '0';
const otherCores = `1-${availableParallelism() - 1}`;
export const pinning = hasTaskset
  ? 'what is measured has one core, everything else the others'
  : 'nothing is pinned to a core: taskset is missing, or there is one core only';

/** This process, and what it starts from now on, leaves the measured core alone. */
export function leaveMeasuredCore(): void {
  if (hasTaskset) spawnSync('taskset', ['-a', '-c', '-p', otherCores, String(process.pid)]);
}

export interface Launch {
  readonly command: readonly [string, ...string[]];
  /** Besides PATH, and the PORT to listen on. */
  readonly environment: Environment;
  readonly folder?: string;
  /** For one that takes its port from there. */
  readonly argumentsFor?: (port: number) => readonly string[];
}

export interface Server {
  readonly url: string;
  readonly folder: string;
  cpuMicros(): number;
  /** How long it has been ready to run without a core to run on. */
  delayMicros(): number;
  residentBytes(): number;
  signal(name: NodeJS.Signals): void;
  stop(): Promise<void>;
}

const running = new Set<ChildProcess>();
const patienceMs = 60_000;

/** Started as a service manager would: what it prints goes to a file. Resolves when its port is open. */
export async function startServer({
  command,
  environment,
  folder = temporaryFolder(),
  argumentsFor,
}: Launch): Promise<Server> {
  const port = await closedPort();
  const given = [...command, ...(argumentsFor?.(port) ?? [])];
  const [program = '', ...rest] = hasTaskset ? ['taskset', '-c', measuredCore, ...given] : given;
  const log = join(folder, 'bench.log');
  const output = openSync(log, 'a');
  const child = spawn(program, rest, {
    cwd: folder,
    env: { PATH: process.env.PATH, PORT: String(port), ...environment },
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  running.add(child);
  child.once('close', () => running.delete(child));
  await opened(port, () => {
    if (child.exitCode !== null) throw new Error(`${given.join(' ')} ended:\n${readFileSync(log, 'utf8')}`);
  });
  return {
    url: `http://127.0.0.1:${port}`,
    folder,
    cpuMicros: () => cpuMicrosOf(child.pid),
    delayMicros: () => delayMicrosOf(child.pid),
    residentBytes: () => residentBytesOf(child.pid),
    signal: name => void child.kill(name),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const closed = once(child, 'close');
      child.kill('SIGKILL');
      await closed;
    },
  };
}

/** Nothing that was started here outlives the bench. */
export function stopServers(): void {
  for (const child of running) child.kill('SIGKILL');
}

/** Waits until somebody listens; asks so often that a cold start is known to two milliseconds. */
async function opened(port: number, look: () => void): Promise<void> {
  const until = performance.now() + patienceMs;
  while (performance.now() < until) {
    look();
    if (await isOpen(port)) return;
    await wait(2);
  }
  throw new Error(`Nobody listens on ${port}.`);
}

function isOpen(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
