import { spawn } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from '@jest/globals';
import { bugs, type Bug } from './bugs.js';

/** The simulation is worth what it finds: each of these mistakes must fail it. */

const build = fileURLToPath(new URL('../../', import.meta.url)); // dist
const copies = join(build, 'planted');
const schedules = 4_000;

afterAll(() => rmSync(copies, { recursive: true, force: true }));

test.each(bugs.map(bug => [bug.name, bug] as const))(
  'the simulation finds › %s',
  async (_name, bug) => {
    const { code, output } = await simulateWith(bug);
    expect(output).toMatch(/^seed \d+: /m);
    expect(output).not.toMatch(/ broke at /); // by what the mistake does, not by a patch that does not run
    expect(code).toBe(1);
  },
  5 * 60_000,
);

test('a patch that fits nowhere is noticed', async () => {
  const stale: Bug = { name: 'stale', patches: [['src/core/settler.js', 'what was never there', '']] };
  await expect(simulateWith(stale)).rejects.toThrow('fits 0 times');
});

async function simulateWith({ name, from: first = 1, patches }: Bug): Promise<{ code: number | null; output: string }> {
  const copy = join(copies, name.replace(/\W+/g, '-'));
  cpSync(join(build, 'src'), join(copy, 'src'), { recursive: true });
  cpSync(join(build, 'test/simulation'), join(copy, 'test/simulation'), { recursive: true });
  for (const [file, from, to] of patches) {
    const path = join(copy, file);
    const text = readFileSync(path, 'utf8');
    const fits = text.split(from).length - 1;
    if (fits !== 1) throw new Error(`The patch for ${file} fits ${fits} times: ${from}`);
    writeFileSync(
      path,
      text.replace(from, () => to),
    );
  }
  const child = spawn(
    process.execPath,
    [join(copy, 'test/simulation/main.js'), `--seeds=${schedules}`, `--from=${first}`, '--failures=1'],
    { timeout: 4 * 60_000 },
  );
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>(resolve => child.once('close', resolve));
  return { code, output };
}
