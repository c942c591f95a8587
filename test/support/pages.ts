import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Pages of the documentation, executed as a stranger would: their commands, in their order. */

export const root = fileURLToPath(new URL('../../../', import.meta.url));

export interface Page {
  readonly page: string;
  /** The commands of each block. */
  readonly blocks: readonly string[];
  /** The answers that it shows. */
  readonly shown: readonly string[];
}

export function readPage(path: string): Page {
  const page = readFileSync(join(root, path), 'utf8');
  const blocks = [...page.matchAll(/```sh\n(?<commands>[^]*?)```/g)].map(({ groups }) => groups?.commands ?? '');
  const shown = blocks.flatMap(commands => [...commands.matchAll(/^# → (.*)$/gm)].map(([, answer]) => answer ?? ''));
  return { page, blocks, shown };
}

/** In a process group of its own, all of which ends with it: what it leaves in the background is ended here. */
export async function executed(folder: string, script: string): Promise<{ output: string; code: number | null }> {
  const shell = spawn('bash', ['-c', `set -eo pipefail\n${script}\n`], {
    cwd: folder,
    detached: true,
    env: { PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH ?? ''}`, HOME: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let problems = '';
  shell.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  shell.stderr.on('data', (chunk: Buffer) => (problems += chunk.toString()));
  const code = await new Promise<number | null>(resolve => shell.once('exit', resolve));
  if (shell.pid !== undefined) process.kill(-shell.pid, 'SIGTERM');
  if (code !== 0) throw new Error(`It ended with ${code}.\n${output}\n${problems}`);
  return { output, code };
}
