import 'reflect-metadata';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { Kind, parse } from 'graphql';
import { withGateway } from './support/gateway.js';
import { post } from './support/http.js';
import { cleanUp, runProgram, temporaryFolder, type Ended } from './support/process.js';

/** The manifest of trusted documents, printed from the operations of a client. */

afterAll(cleanUp);

const folder = resolve('test/operations');
const print = (...given: readonly string[]): Promise<Ended> =>
  runProgram('ops.js', { given: ['documents', ...given] }).ended;
const manifestOf = ({ stdout }: Ended) => JSON.parse(stdout) as Readonly<Record<string, string>>;

function filesWith(contents: Readonly<Record<string, string>>): string {
  const place = temporaryFolder();
  mkdirSync(join(place, 'deeper'));
  for (const [name, text] of Object.entries(contents)) writeFileSync(join(place, name), text);
  return place;
}

const ready = 'query Ready {\n  __typename\n}';

test('documents › an entry for each operation, with the fragments it uses, by the digest of its text', async () => {
  const ended = await print(folder);
  expect(ended).toMatchObject({ code: 0, stderr: '' });
  const manifest = manifestOf(ended);
  const ids = Object.keys(manifest);
  expect(ids).toEqual(ids.toSorted());
  expect(ids.length).toBeGreaterThan(25);
  for (const [id, text] of Object.entries(manifest)) {
    expect(createHash('sha256').update(text).digest('hex')).toBe(id);
    const [operation, ...fragments] = parse(text).definitions;
    expect(operation?.kind).toBe(Kind.OPERATION_DEFINITION);
    for (const { kind } of fragments) expect(kind).toBe(Kind.FRAGMENT_DEFINITION);
  }
});

test('documents › the same from a folder, from its files in any order, and from a file named twice', async () => {
  const files = readdirSync(folder).map(name => join(folder, name));
  const { stdout } = await print(folder);
  expect((await print(...files.toReversed())).stdout).toBe(stdout);
  expect((await print(folder, ...files)).stdout).toBe(stdout);
});

test('documents › the gateway starts with it, and executes by its ids', async () => {
  const { stdout } = await print(folder);
  const file = join(temporaryFolder(), 'trusted-documents.json');
  writeFileSync(file, stdout);
  const [id] = Object.entries(JSON.parse(stdout) as object).find(([, text]) => /^query Providers\b/.test(text)) ?? [];
  await withGateway({ environment: { TRUSTED_DOCUMENTS: 'file', TRUSTED_DOCUMENTS_FILE: file } }, async ({ url }) => {
    for (const documentId of [id, `sha256:${id}`]) {
      expect(JSON.parse((await post(url, { documentId })).text)).toMatchObject({
        data: { providers: expect.any(Array) },
      });
    }
  });
});

test('documents › folders are searched deeply; operations without a name, and fragments without use, do no harm', async () => {
  const place = filesWith({
    'one.graphql': '{ __typename }\nfragment Unused on Query { __typename }',
    'deeper/two.gql': '{ providers { provider } }',
    'deeper/notes.txt': 'not GraphQL',
  });
  expect(Object.values(manifestOf(await print(place)))).toHaveLength(2);
});

test.each([
  ['what is not in the schema', { 'a.graphql': ready, 'b.graphql': '{ wallet }' }, ['b.graphql:1:3', '"wallet"']],
  ['a fragment that is not there', { 'a.graphql': '{ ...Gone }' }, ['Unknown fragment "Gone"']],
  [
    'two fragments of one name',
    { 'a.graphql': '{ ...F } fragment F on Query { __typename }', 'b.graphql': 'fragment F on Query { __typename }' },
    ['only one fragment named "F"'],
  ],
  [
    'two operations of one name',
    { 'a.graphql': ready, 'deeper/b.graphql': ready },
    ['only one operation named "Ready"'],
  ],
  [
    'what does not parse, in all files',
    { 'a.graphql': '{', 'b.graphql': 'query {' },
    ['a.graphql:1:2', 'b.graphql:1:8'],
  ],
  ['an empty file', { 'a.graphql': '' }, ['Syntax Error: Unexpected <EOF>']],
  [
    'no operation at all',
    { 'a.graphql': 'fragment F on Query { __typename }' },
    ['There are no operations in these files.'],
  ],
  ['a folder without documents', {}, ['There are no operations in these files.']],
])('documents › %s › is refused with the place', async (_what, contents: Readonly<Record<string, string>>, reasons) => {
  const ended = await print(filesWith(contents));
  expect(ended).toMatchObject({ code: 1, stdout: '' });
  for (const reason of reasons) expect(ended.stderr).toContain(reason);
  expect(ended.stderr).not.toMatch(/\n\s+at /);
});

test('documents › a path that is not there is said; without any, how it is called', async () => {
  expect(await print('nowhere')).toMatchObject({ code: 1, stderr: 'There is no file or folder nowhere.\n' });
  expect(await print()).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^Say which files .*\n.*npm run --silent documents --/),
  });
});
