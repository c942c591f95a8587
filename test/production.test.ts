import { spawnSync } from 'node:child_process';
import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { executed, readPage, root } from './support/pages.js';
import { closedPort } from './support/ports.js';
import { cleanUp, temporaryFolder } from './support/process.js';

/** docs/production.md, executed as a stranger would: its commands, in its order, and the answers that it shows. */

const { page, blocks, shown } = readPage('docs/production.md');

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
