import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';

/** Who may import whom. An import of a type counts like any other: it is part of what a reader must know. */

interface Edge {
  readonly from: string;
  /** A file of ours by its path in src, or the name of a package. */
  readonly to: string;
  readonly isLazy: boolean;
}

const root = fileURLToPath(new URL('../../', import.meta.url)); // from dist/test
const topLevel = [
  'main',
  'program',
  'config',
  'contexts',
  'gateway',
  'misspelt',
  'sources',
  'tenancy',
  'tenants',
  'ops',
];

/** What each part may import besides itself. `providers/*` is any one provider's folder. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  main: ['program'],
  program: [
    'config',
    'gateway',
    'misspelt',
    'sources',
    'tenants',
    'triggers',
    'providers',
    'server',
    'simulators',
    'core',
  ],
  config: ['misspelt', 'auth', 'core'],
  misspelt: ['core'],
  gateway: [
    'config',
    'contexts',
    'sources',
    'tenancy',
    'tenants',
    'server',
    'auth',
    'api',
    'store',
    'cache',
    'limiter',
    'core',
  ],
  contexts: ['tenancy', 'api', 'core'],
  tenants: ['config', 'auth', 'core'],
  tenancy: ['config', 'sources', 'tenants', 'core'],
  sources: ['config', 'api', 'core'],
  ops: ['operator'],
  operator: ['config', 'misspelt', 'sources', 'tenancy', 'tenants', 'api', 'providers', 'store', 'auth', 'core'],
  triggers: ['server', 'core'],
  server: ['core'],
  auth: ['core'],
  api: ['providers/*', 'core'],
  providers: ['providers/*', 'core'],
  'providers/*': ['upstream', 'core'],
  upstream: ['core'],
  store: ['core'],
  cache: ['redis', 'core'],
  limiter: ['redis', 'core'],
  redis: ['core'],
  core: [],
  simulators: [],
};

/** Parts that may know few libraries, or none but Node's own. */
const mayUse: Readonly<Record<string, RegExp>> = {
  core: /^(?:type-graphql|graphql|graphql-scalars|dataloader|zod|node:crypto)$/,
  simulators: /^node:/,
  upstream: /^(?:cockatiel|undici|zod|node:\w+)$/,
  store: /^(?:pg|node:[\w/]+)$/,
  auth: /^(?:jose|zod|node:[\w/]+)$/,
  cache: /^(?:keyv|node:crypto)$/,
  limiter: /^(?:rate-limiter-flexible|node:crypto)$/,
  redis: /^@redis\/client$/,
};

/** Libraries that are loaded only where a setting says so. */
const optional = ['@redis/client', 'pg'];

/** `core/errors.ts` → `core`; `providers/moov/wire.ts` → `providers/moov`; `main.ts` → `main`. */
function partOf(file: string): string {
  const segments = file.replace(/\.ts$/, '').split('/');
  if (segments[0] === 'providers' && segments.length > 2) return `providers/${segments[1]}`;
  return segments[0] ?? '';
}

const kindOf = (part: string): string => part.replace(/^providers\/.+$/, 'providers/*');

/** Every import that the rules do not allow, each with its reason. */
function breaches(edges: readonly Edge[]): string[] {
  return edges.flatMap(({ from, to, isLazy }) => {
    const [part, other] = [partOf(from), partOf(to)];
    const kind = kindOf(part);
    if (!to.endsWith('.ts')) {
      if (mayUse[kind]?.test(to) === false) return [`${from} → ${to}: not a library for ${kind}`];
      return optional.includes(to) && !isLazy ? [`${from} → ${to}: loaded only when it is wanted`] : [];
    }
    if (part === other) return [];
    if (mayImport[kind]?.includes(kindOf(other)) !== true) return [`${from} → ${to}: ${kind} may not import ${other}`];
    if (other === 'simulators' && !isLazy) return [`${from} → ${to}: simulators are loaded only when they are wanted`];
    return [];
  });
}

/** The circles that a walk along all imports runs into. */
function circles(edges: readonly Edge[]): string[] {
  const next = Map.groupBy(edges, ({ from }) => from);
  const done = new Set<string>();
  const found: string[] = [];
  const walk = (file: string, trail: readonly string[]): void => {
    if (trail.includes(file)) return void found.push([...trail.slice(trail.indexOf(file)), file].join(' → '));
    if (done.has(file)) return;
    for (const { to } of next.get(file) ?? []) walk(to, [...trail, file]);
    done.add(file);
  };
  for (const file of next.keys()) walk(file, []);
  return found;
}

const importPattern = /(?:\bfrom\s*|^import\s*)'(?<fixed>[^']+)'|\bimport\(\s*'(?<lazy>[^']+)'\s*\)/gm;

function importsOf(file: string, source: string): Edge[] {
  const code = source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  return [...code.matchAll(importPattern)].map(({ groups: { fixed = '', lazy } = {} }) => {
    const name = lazy ?? fixed;
    const to = name.startsWith('.') ? join(dirname(file), name).replace(/\.js$/, '.ts') : name;
    return { from: file, to, isLazy: lazy !== undefined };
  });
}

const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .map(file => file.replaceAll('\\', '/'))
  .filter(file => file.endsWith('.ts'));
const sourceOf = (file: string): string => readFileSync(join(root, 'src', file), 'utf8');
const imports = files.flatMap(file => importsOf(file, sourceOf(file)));

test('src › is made of the known parts and nothing else', () => {
  const parts = new Set(files.map(file => kindOf(partOf(file))));
  expect([...parts].toSorted()).toEqual(Object.keys(mayImport).toSorted());
  expect(files.filter(file => !file.includes('/')).toSorted()).toEqual(topLevel.map(name => `${name}.ts`).toSorted());
});

test('src › every import of ours leads to a file, and every word of import was understood', () => {
  expect(imports.filter(({ to }) => to.endsWith('.ts') && !files.includes(to))).toEqual([]);
  const understood = (file: string): number => imports.filter(({ from }) => from === file).length;
  const said = (file: string): number =>
    sourceOf(file).match(/^(?:import|export) (?:type )?(?:[\w*{][^;=(]*? from )?'[^']+';$|\bimport\('/gm)?.length ?? 0;
  expect(files.filter(file => understood(file) < said(file))).toEqual([]);
  expect(imports.length).toBeGreaterThan(files.length);
});

test('src › nobody imports what they may not know', () => {
  expect(breaches(imports)).toEqual([]);
});

test('src › nobody but the program knows the simulators', () => {
  const importers = imports.filter(({ from, to }) => partOf(to) === 'simulators' && partOf(from) !== 'simulators');
  expect(importers.map(({ from }) => from)).toEqual(['program.ts']);
});

/** What is loaded by it: a type is not. */
const takesHttp = /^import (?!type )[^;]* from 'node:http';$/m;

test('src › what starts with the gateway takes types alone of node:http: see server/node-http', () => {
  const starting = files.filter(file => partOf(file) !== 'simulators');
  expect(starting.filter(file => takesHttp.test(sourceOf(file)))).toEqual([]);
  expect(takesHttp.test("import { createServer, type Server } from 'node:http';")).toBe(true);
});

test('src › there are no circles, not even of types', () => {
  expect(circles(imports)).toEqual([]);
});

test('src › nothing in it is generated: generators write to schema and test/generated alone', () => {
  const { generates } = parse(readFileSync(join(root, 'codegen.yml'), 'utf8')) as { generates: object };
  expect(Object.keys(generates).filter(path => !/^(?:schema|test\/generated)\//.test(path))).toEqual([]);
  const marks = /@generated|auto-?generated|do not edit|eslint-disable \*\//i;
  expect(files.filter(file => marks.test(sourceOf(file)))).toEqual([]);
});

const edge = (from: string, to: string, isLazy = false): Edge => ({ from, to, isLazy });

test('the rules › hold for what is allowed', () => {
  const allowed = [
    edge('gateway.ts', 'store/sqlite.ts'),
    edge('api/schema.ts', 'providers/moov/types.ts'),
    edge('providers/moov/wire.ts', 'providers/moov/types.ts'),
    edge('program.ts', 'simulators/index.ts', true),
    edge('redis/connection.ts', '@redis/client', true),
    edge('core/errors.ts', 'zod'),
  ];
  expect(breaches(allowed)).toEqual([]);
  expect(circles(allowed)).toEqual([]);
});

test.each([
  ['a provider that knows another one', edge('providers/moov/wire.ts', 'providers/juspay/wire.ts')],
  ['a server that knows the store', edge('server/http.ts', 'store/sqlite.ts')],
  ['an api that speaks to providers itself', edge('api/nodes.ts', 'upstream/client.ts')],
  ['an api that takes all providers as a list', edge('api/schema.ts', 'providers/index.ts')],
  ['a core that knows anyone', edge('core/ids.ts', 'api/nodes.ts')],
  ['a core with a server library', edge('core/context.ts', '@apollo/server')],
  ['a simulator that agrees with itself', edge('simulators/moov.ts', 'providers/moov/wire.ts')],
  ['a cache with a client of another kind', edge('cache/open.ts', 'undici')],
  ['a Redis client that is always loaded', edge('redis/connection.ts', '@redis/client')],
  ['simulators that are always loaded', edge('program.ts', 'simulators/index.ts')],
  ['simulators that somebody else loads', edge('gateway.ts', 'simulators/index.ts', true)],
])('the rules › find %s', (_what, planted) => {
  expect(breaches([edge('core/errors.ts', 'core/operation.ts'), planted])).toHaveLength(1);
});

test('the rules › find a circle, by whichever file it is entered', () => {
  const planted = [
    edge('core/a.ts', 'core/b.ts'),
    edge('core/b.ts', 'core/c.ts'),
    edge('core/c.ts', 'core/b.ts'),
    edge('core/d.ts', 'core/c.ts'),
  ];
  expect(circles(planted)).toEqual(['core/b.ts → core/c.ts → core/b.ts']);
  expect(circles([edge('core/a.ts', 'core/a.ts')])).toEqual(['core/a.ts → core/a.ts']);
});

test('the reader of imports › sees fixed, lazy, re-exporting, type and bare ones, over several lines too', () => {
  const source = `import type { A } from './a.js';
import {
  b,
  type C,
} from '../upstream/b.js';
import 'reflect-metadata';
export { d } from './d.js';
// import { no } from './no.js';
type E = import('./e.js').E;
const f = await import('../simulators/f.js');`;
  expect(importsOf('core/x.ts', source).map(({ to, isLazy }) => `${to}${isLazy ? ' lazily' : ''}`)).toEqual([
    'core/a.ts',
    'upstream/b.ts',
    'reflect-metadata',
    'core/d.ts',
    'core/e.ts lazily',
    'simulators/f.ts lazily',
  ]);
});
