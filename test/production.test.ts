import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from '@jest/globals';
import { closedPort } from './support/ports.js';
import { cleanUp, temporaryFolder } from './support/process.js';

/** docs/production.md, executed as a stranger would: its commands, in its order, and the answers that it shows. */

const root = fileURLToPath(new URL('../../', import.meta.url));
const page = readFileSync(join(root, 'docs/production.md'), 'utf8');
const blocks = [...page.matchAll(/```sh\n(?<commands>[^]*?)```/g)].map(({ groups }) => groups?.commands ?? '');
const shown = blocks.flatMap(commands => [...commands.matchAll(/^# → (.*)$/gm)].map(([, answer]) => answer ?? ''));

const tools = ['bash', 'curl', 'openssl'];
const hasTools = tools.every(tool => spawnSync(tool, ['--help']).error === undefined);
const testWithTools = hasTools || process.env.CI !== undefined ? test : test.skip;
if (!hasTools) process.stderr.write(`docs/production.md is not executed: it needs ${tools.join(', ')}.\n`);

afterAll(cleanUp);

test('there are ten commands, numbered, and three answers are shown', () => {
  expect([...page.matchAll(/^\*\*(\d+)\.\*\* /gm)].map(([, number]) => Number(number))).toEqual(
    Array.from({ length: 10 }, (_, index) => index + 1),
  );
  expect(blocks).toHaveLength(10);
  expect(shown).toHaveLength(3);
});

testWithTools(
  'its commands give a gateway that two tenants use, with the answers that it shows',
  async () => {
    const folder = temporaryFolder();
    // What its first command makes is there already.
    for (const made of ['node_modules', 'dist', 'package.json']) symlinkSync(join(root, made), join(folder, made));
    const port = String(await closedPort());
    const [install, ...others] = blocks;
    expect(install).toBe('npm ci --ignore-scripts && npm run build\n');
    const script = others
      .map(commands => `${commands}\necho`)
      .join('\n')
      .replaceAll('4000', port);
    const { output, code } = await executed(folder, script);
    const answers = output.split('\n').filter(line => line.startsWith('{"'));
    expect({ answers: answers.filter(line => !line.includes('"status"')), code }).toEqual({ answers: shown, code: 0 });
    expect(readFileSync(join(folder, 'gateway.log'), 'utf8')).not.toMatch(/"level":(?:50|60)/);
  },
  120_000,
);

/** In a process group of its own, all of which ends with it: what it leaves in the background is ended here. */
async function executed(folder: string, script: string): Promise<{ output: string; code: number | null }> {
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
