import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { allTests, namesIn } from './support/test-names.js';

/** SECURITY.md names the tests that prove it. */

interface Proof {
  readonly row: string;
  readonly file: string;
  /** A test's name, or its end from one of its groups on; or `A1 › …` for all with this id. */
  readonly named: string;
}

const page = readFileSync('SECURITY.md', 'utf8');
const rows = [...page.matchAll(/^\| (?<row>A\d+) \| .+ \| (?<tests>.+) \|$/gm)].map(
  ({ groups: { row = '', tests = '' } = {} }) => ({
    row,
    tests,
  }),
);
const proofs = rows.flatMap(({ row, tests }) => proofsIn(row, tests));
const known = allTests();

function proofsIn(row: string, tests: string): Proof[] {
  return [...tests.matchAll(/`(?<named>[^`]+)` in (?<files>\[[^\]]+\]\([^)]+\)(?:, \[[^\]]+\]\([^)]+\))*)/g)].flatMap(
    ({ groups: { named = '', files = '' } = {} }) =>
      [...files.matchAll(/\]\(([^)]+)\)/g)].map(([, file = '']) => ({ row, file, named })),
  );
}

/** `A7` and `A12` of `A7, A12 › JSON › …`, in whichever group they stand. */
function rowsOf(name: string): string[] {
  return name.split(' › ').flatMap(part => (/^A\d+(?:, A\d+)*$/.test(part) ? part.split(', ') : []));
}

function isNamedBy({ row, named }: Proof, name: string): boolean {
  if (named === `${row} › …`) return rowsOf(name).includes(row);
  return name === named || name.endsWith(` › ${named}`);
}

test('every attack has its row, in order', () => {
  expect(rows.map(({ row }) => row)).toEqual(Array.from({ length: 20 }, (_none, index) => `A${index + 1}`));
  for (const { row } of rows) expect(proofs.map(proof => proof.row)).toContain(row);
});

test('every test that a row names is there, in that file', () => {
  const missing = proofs.filter(
    proof => !known.some(({ file, name }) => file === proof.file && isNamedBy(proof, name)),
  );
  expect(missing).toEqual([]);
});

test('every test that has the id of a row is named by it', () => {
  const forgotten = known.flatMap(({ file, name }) =>
    rowsOf(name)
      .filter(row => !proofs.some(proof => proof.row === row && proof.file === file && isNamedBy(proof, name)))
      .map(row => `${row}: ${name} (${file})`),
  );
  expect(forgotten).toEqual([]);
});

test('every page that it leads to is there', () => {
  const pages = [...page.matchAll(/\]\((?!test\/)([^)#]+)/g)].map(([, file = '']) => file);
  expect(pages).toContain('docs/limits.md');
  expect(pages.filter(file => !existsSync(file))).toEqual([]);
});

test('the reader of names › finds those of groups, tables, loops and choices, over several lines too', () => {
  const source = [
    "describe('a', () => {",
    "  test('b', () => {});",
    '  test.each([',
    "    ['no (name', () => test],",
    "  ])('c %s', () => {});",
    '  test.each<[string]>(table)(',
    `    "it's d",`,
    '    () => {},',
    '  );',
    "  describe.each(['x'])('e', () => {",
    "    (isHere ? test : test.skip)('f', () => {});",
    '  });',
    '});',
    'for (const g of all) {',
    '  describe(g.name, () => {',
    '    test(',
    '      `h ${g}`,',
    '      () => {},',
    '    );',
    '  });',
    '}',
    "(isHere ? describe : describe.skip)('i', () => {",
    "  test('j', () => {});",
    '});',
  ];
  expect(namesIn(source.join('\n'))).toEqual([
    'a › b',
    'a › c %s',
    "a › it's d",
    'a › e › f',
    '${g.name} › h ${g}',
    'i › j',
  ]);
});
