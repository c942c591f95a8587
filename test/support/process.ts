import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Real processes: a gateway as its users start it, in a folder of its own and with no settings but the ones given. */

export type Environment = Readonly<Record<string, string>>;

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Program {
  readonly child: ChildProcess;
  /** Resolves when it ended and all of its output is here. */
  readonly ended: Promise<Ended>;
  /** What it printed so far. */
  stdout(): string;
  /** The first value that `find` makes of the output as it grows; rejects where the program ends without one. */
  printed<Found>(find: (stdout: string) => Found | null | undefined): Promise<Found>;
  /** Its log so far. */
  lines(): Readonly<Record<string, unknown>>[];
  /** By SIGINT, which spares the seconds in which those who are connected are told of it. */
  stop(signal?: NodeJS.Signals): Promise<Ended>;
}

export interface GatewayProcess extends Program {
  readonly url: string;
}

const compiled = (path: string): string => fileURLToPath(new URL(`../../src/${path}`, import.meta.url));
const folders: string[] = [];
const programs: Program[] = [];

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'billfold-'));
  folders.push(folder);
  return folder;
}

/** To be called when a file's tests are over: nothing outlives them. */
export async function cleanUp(): Promise<void> {
  await Promise.all(programs.map(program => program.stop('SIGKILL')));
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}

export interface Start {
  readonly folder?: string;
  readonly environment?: Environment;
  readonly given?: readonly string[];
  /** The Node to run it with. */
  readonly node?: string;
}

export function runProgram(
  script: string,
  { folder = temporaryFolder(), environment = {}, given = [], node }: Start = {},
): Program {
  const child = spawn(node ?? process.execPath, ['--enable-source-maps', compiled(script), ...given], {
    cwd: folder,
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
  const program: Program = {
    child,
    ended,
    stdout: () => stdout,
    printed: find =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = find(stdout);
          if (found == null) return;
          child.stdout?.off('data', look);
          resolve(found);
        };
        child.stdout?.on('data', look);
        void ended.then(() => reject(new Error(`It ended first.\n${stdout}\n${stderr}`)));
        look();
      }),
    lines: () =>
      stdout
        .slice(0, stdout.lastIndexOf('\n') + 1)
        .split('\n')
        .filter(line => line !== '')
        .map(line => JSON.parse(line) as Record<string, unknown>),
    stop(signal = 'SIGINT') {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      return ended;
    },
  };
  programs.push(program);
  return program;
}

/** Starts a gateway on a free port and waits until it says where it is. */
export async function startGatewayProcess(start: Start = {}): Promise<GatewayProcess> {
  const program = runProgram('main.js', { ...start, environment: { PORT: '0', ...start.environment } });
  const url = await new Promise<string>((resolve, reject) => {
    program.child.once('message', message => resolve((message as { url: string }).url)); // main.ts sends nothing else
    void program.ended.then(({ code, stderr }) => reject(new Error(`It ended with ${code}:\n${stderr}`)));
  });
  return { ...program, url };
}

/** Settings of a live gateway whose journal is a file in its own folder. */
export function liveEnvironment(providers: Environment = {}): Record<string, string> {
  return { PROVIDERS: 'live', STORE_KEY: randomBytes(32).toString('base64'), ...providers };
}
