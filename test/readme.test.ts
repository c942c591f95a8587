import 'reflect-metadata';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { isScalarType, isSpecifiedScalarType } from 'graphql';
import { parse } from 'yaml';
import { schemaOf } from '../src/api/schema.js';
import { gatewaySettings } from '../src/config.js';
import { moves } from '../src/core/state-machine.js';
import { providers } from '../src/providers/index.js';
import { withGateway } from './support/gateway.js';

const readme = readFileSync('README.md', 'utf8');

test("the README's first mutation answers as the README says", async () => {
  const payload = /-d '(\{.*?\})'\n```/s.exec(readme)?.[1] ?? '';
  const promised = JSON.parse(/```json\n(.*?)```/s.exec(readme)?.[1] ?? '') as { data: { createMoovWallet: object } };
  const headers = { 'content-type': 'application/json' };
  const answer = await withGateway({}, async ({ url }) => {
    const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: payload });
    return (await response.json()) as { data: { createMoovWallet: { moovWallet: { id: string } } } };
  });
  const { id } = answer.data.createMoovWallet.moovWallet;
  expect(id).toMatch(/^TW9vdldhbGxldC82YjZmMWE1Mi01YzBl/);
  expect(JSON.parse(JSON.stringify(answer).replace(id, 'TW9vdldhbGxldC82YjZmMWE1Mi01YzBl…'))).toEqual(promised);
});

test("the README's life of a wallet goes as the README says", async () => {
  const query = /```graphql\n(.*?)```/s.exec(readme)?.[1] ?? '';
  const steps = [...query.matchAll(/^mutation (\w+).*# → (\w+)$/gm)].map(([, name = '', type = '']) => ({
    name,
    type,
  }));
  expect(steps).toHaveLength(4);
  await withGateway({}, async ({ url }) => {
    const headers = { 'content-type': 'application/json' };
    const heard: string[] = [];
    let id: string | undefined;
    for (const { name } of steps) {
      const body = JSON.stringify({ query, operationName: name, variables: { id } });
      const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body });
      const { data } = (await response.json()) as { data: Record<string, Step> };
      const [step] = Object.values(data);
      heard.push(step?.__typename ?? 'nothing');
      id ??= step?.walletAccount?.id;
    }
    expect(heard).toEqual(steps.map(({ type }) => type));
  });
});

test('code generators are told of every scalar that the schema has, and of no other', () => {
  const ours = Object.values(schemaOf(providers).getTypeMap()).filter(type => isScalarType(type));
  const names = ours.filter(type => !isSpecifiedScalarType(type)).map(({ name }) => name);
  const ofClients = ['README.md', 'docs/trusted-documents.md'].map(page => {
    const block = readFileSync(page, 'utf8')
      .split(/^ *```/m)
      .find(text => text.includes('preset: client'));
    return parse(block?.replace(/^yaml\n/, '') ?? '') as Codegen;
  });
  const ofTests = parse(readFileSync('codegen.yml', 'utf8')) as Codegen;
  for (const { generates } of [...ofClients, ofTests]) {
    const { config } = Object.values(generates)[0] ?? {};
    expect(config?.strictScalars).toBe(true);
    expect(config?.scalars).toEqual(Object.values(ofTests.generates)[0]?.config.scalars);
    expect(Object.keys(config?.scalars ?? {}).toSorted()).toEqual(names.toSorted());
  }
});

interface Codegen {
  readonly generates: Readonly<
    Record<
      string,
      { readonly config: { readonly strictScalars: boolean; readonly scalars: Readonly<Record<string, string>> } }
    >
  >;
}

test('the examples of callers who may make wallets may follow what they began', () => {
  const page = readFileSync('docs/callers.md', 'utf8');
  const makers = page.split('\n').filter(line => /--grant wallets:create|"scope": ".*wallets:create/.test(line));
  expect(makers).not.toEqual([]);
  for (const line of makers) expect(line).toContain('operations:read');
});

test('what supervisors are told to run is what `npm start` runs', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  for (const page of [readme, readFileSync('docs/production.md', 'utf8')]) {
    expect(page).toContain(`node_modules/.bin/${scripts.start ?? ''}`);
  }
});

interface Step {
  readonly __typename: string;
  readonly walletAccount?: { readonly id?: string };
}

test('every setting stands in the README and in .env.example, with a sentence', () => {
  const names = [gatewaySettings, ...providers.map(({ settings }) => settings)].flatMap(({ shape }) =>
    Object.entries(shape),
  );
  expect(names.length).toBeGreaterThan(30);
  for (const [name, rule] of names) {
    expect(`${name}: ${rule.description ?? ''}`).toMatch(/: .{10,}/);
    expect(readme).toContain(`| \`${name}\` |`);
    expect(readFileSync('.env.example', 'utf8')).toContain(`# ${name}=`);
  }
});

test('the picture of the state machine is the state machine', () => {
  const picture = /```mermaid\n(.*?)```/s.exec(readFileSync('docs/idempotency.md', 'utf8'))?.[1] ?? '';
  const drawn = [...picture.matchAll(/^ +(\w+) --> (\w+):/gm)].map(([, from, to]) => `${from} → ${to}`);
  const meant = Object.entries(moves).flatMap(([from, to]) => to.map(status => `${from} → ${status}`));
  expect(drawn.toSorted()).toEqual(meant.toSorted());
});

test('every link between the documents leads somewhere', () => {
  const pages = [
    'README.md',
    'CHANGELOG.md',
    ...readdirSync('docs', { recursive: true, encoding: 'utf8' }).map(name => join('docs', name)),
  ];
  const broken = pages
    .filter(page => page.endsWith('.md'))
    .flatMap(page =>
      [...readFileSync(page, 'utf8').matchAll(/\]\((?!https?:)([^)#]+)/g)]
        .map(([, target = '']) => join(dirname(page), target))
        .filter(target => !existsSync(target)),
    );
  expect(broken).toEqual([]);
});

test('every package that is needed stands in docs/dependencies.md, and nothing else', () => {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, Record<string, string>>;
  const wanted = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap(kind =>
    Object.entries(manifest[kind] ?? {}),
  );
  const page = readFileSync('docs/dependencies.md', 'utf8');
  const listed = [...page.matchAll(/`([@\w/*.-]+)`/g)].map(([, name = '']) => name);
  for (const [name, version] of wanted) {
    expect(version).toMatch(/^\d+\.\d+\.\d+(?:-[\w.]+)?$/);
    expect({
      name,
      isListed: listed.some(entry => entry === name || (entry.endsWith('*') && name.startsWith(entry.slice(0, -1)))),
    }).toEqual({ name, isListed: true });
  }
});
