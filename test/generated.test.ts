import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { generatedFiles } from '../scripts/generated-files.js';

test.each(Object.entries(generatedFiles()))('%s is as the code says: `npm run generate` writes it', (file, text) => {
  expect(readFileSync(file, 'utf8')).toBe(text);
});

test('what codegen makes of the schema and the documents is committed: `npm run generate` writes it', () => {
  // --check compares with what is there, writes nothing, and fails where it differs.
  const cli = ['node_modules/@graphql-codegen/cli/cjs/bin.js', '--config', 'codegen.yml', '--check'];
  execFileSync(process.execPath, cli, { stdio: 'pipe' });
}, 60_000);
