import 'reflect-metadata';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { parse, visit } from 'graphql';
import { schemaOf } from '../../src/api/schema.js';
import { Events, type Facts } from '../../src/core/events.js';
import { providers } from '../../src/providers/index.js';
import { openTrustedDocuments } from '../../src/server/trusted-documents.js';
import { idEnding } from '../../src/simulators/outcomes.js';
import { freshKey, startTestGateway, withGateway, type TestGateway } from '../support/gateway.js';
import { ask, post, type Answered } from '../support/http.js';
import { cleanUp, startGatewayProcess, temporaryFolder } from '../support/process.js';
import { eventually } from '../support/time.js';

/** Only the documents of known clients, by their ids: what is accepted, and that nothing else tells anything. */

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

const ready = 'query Ready { __typename }';
const names = 'query Names { providers { provider } }';
const create =
  'mutation Create($input: CreateMoovWalletInput!) { createMoovWallet(input: $input) { __typename ... on MutationError { message } } }';
/** As the client preset of GraphQL Code Generator writes it: by SHA-1 unless it is told otherwise, then with a prefix. */
const fromCodegen = {
  df0a70e04a9dd501860947004371225bfaeaf234:
    'fragment F on Query { providers { provider } } query Ready { __typename ...F }',
  [`sha256:${digest(names)}`]: names,
};
/** As this gateway's own generator writes it, and an id of somebody's choice. */
const manifest = { [digest(ready)]: ready, [digest(create)]: create, 'names-v1': names };

afterAll(cleanUp);

function fileWith(content: unknown): string {
  const file = join(temporaryFolder(), 'trusted-documents.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}
const settings = (mode: 'off' | 'log' | 'file', content: unknown = manifest) => ({
  TRUSTED_DOCUMENTS: mode,
  TRUSTED_DOCUMENTS_FILE: fileWith(content),
});

function get(url: string, parameters: Readonly<Record<string, string>>): Promise<Answered> {
  const headers = { 'apollo-require-preflight': 'true' };
  return ask(url, { method: 'GET', path: `/graphql?${String(new URLSearchParams(parameters))}`, headers });
}
const codeOf = ({ status, text }: Answered): string => {
  const { errors } = JSON.parse(text) as { errors?: { extensions: { code: string } }[] };
  return `${status} ${errors?.map(({ extensions }) => extensions.code).join() ?? ''}`;
};
const dataOf = ({ text }: Answered): unknown => (JSON.parse(text) as { data: unknown }).data;

describe('TRUSTED_DOCUMENTS=file', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway({ environment: settings('file') });
  });
  afterAll(() => gateway.stop());

  test.each([
    ['the prefixed digest of its text', `sha256:${digest(ready)}`],
    ['its key in the manifest', digest(ready)],
  ])('a document › is executed by %s, by POST and by GET', async (_what, documentId) => {
    expect(dataOf(await post(gateway.url, { documentId }))).toEqual({ __typename: 'Query' });
    expect(dataOf(await get(gateway.url, { documentId }))).toEqual({ __typename: 'Query' });
  });

  test('a document › that has an id of its own has the prefixed digest, too', async () => {
    for (const documentId of ['names-v1', `sha256:${digest(names)}`]) {
      expect(dataOf(await post(gateway.url, { documentId, operationName: 'Names' }))).toMatchObject({
        providers: expect.arrayContaining([{ provider: 'MOOV' }]),
      });
    }
    expect(codeOf(await post(gateway.url, { documentId: digest(names) }))).toBe('400 DOCUMENT_NOT_FOUND');
  });

  test('a document › gets its variables, and is held to its types', async () => {
    const documentId = `sha256:${digest(create)}`;
    const input = { idempotencyKey: freshKey(), accountId: idEnding(), name: 'Payroll' };
    expect(dataOf(await post(gateway.url, { documentId, variables: { input } }))).toEqual({
      createMoovWallet: { __typename: 'MoovWalletCreated' },
    });
    expect(codeOf(await post(gateway.url, { documentId, variables: [] }))).toBe('400 BAD_REQUEST');
    expect(codeOf(await post(gateway.url, { documentId, operationName: 1 }))).toBe('400 BAD_REQUEST');
    const other = await post(gateway.url, { documentId: digest(ready), operationName: 'Other' });
    expect(dataOf(other)).toBeUndefined();
  });

  test('a mutation › is not executed by GET', async () => {
    const before = gateway.simulators.moov.ledger.length;
    const input = { idempotencyKey: freshKey(), accountId: idEnding(), name: 'Payroll' };
    const answer = await get(gateway.url, { documentId: digest(create), variables: JSON.stringify({ input }) });
    expect(codeOf(answer)).toBe('405 METHOD_NOT_ALLOWED');
    expect(gateway.simulators.moov.ledger).toHaveLength(before);
  });

  test.each([
    ['a text', { query: ready }],
    ['a text that is no document', { query: '{' }],
    ['a query that is no text', { query: 7 }],
    ['an empty text', { query: '' }],
    ['introspection', { query: '{ __schema { types { name } } }' }],
    ['both a text and its id', { query: ready, documentId: digest(ready) }],
    ['neither', {}],
    ['an id that is null', { documentId: null }],
    ["Apollo's hash instead of an id", { extensions: { persistedQuery: { version: 1, sha256Hash: digest(ready) } } }],
    [
      "Apollo's hash with a text",
      { query: ready, extensions: { persistedQuery: { version: 1, sha256Hash: digest(ready) } } },
    ],
  ])('%s › is refused', async (_what, body) => {
    const answer = await post(gateway.url, body);
    expect(codeOf(answer)).toBe('400 DOCUMENT_ID_REQUIRED');
    expect(answer.text).not.toMatch(/ready|query|type/i);
  });

  test.each([
    '',
    'ready',
    'Ready',
    '__proto__',
    'constructor',
    'sha256:',
    `sha256:${'0'.repeat(64)}`,
    'x'.repeat(9_000),
  ])('an unknown id › is not found, by POST and by GET: %#', async documentId => {
    const answers = [await post(gateway.url, { documentId }), await get(gateway.url, { documentId })];
    expect(answers.map(codeOf)).toEqual(['400 DOCUMENT_NOT_FOUND', '400 DOCUMENT_NOT_FOUND']);
  });

  test.each([[7], [true], [['names-v1']], [{ id: 'names-v1' }]])('an id that is %j › is refused', async documentId => {
    expect(codeOf(await post(gateway.url, { documentId }))).toBe('400 BAD_REQUEST');
  });

  test("Apollo's hash beside an id › does not make it honoured", async () => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: digest(names) } };
    const answer = await post(gateway.url, { documentId: digest(ready), extensions });
    expect(dataOf(answer)).toBeUndefined();
  });
});

/** Every name in the schema, and as many that are not in it. */
function wordList(): string[] {
  const words = new Set<string>();
  visit(parse(readFileSync('schema/schema.graphql', 'utf8')), { Name: ({ value }) => void words.add(value) });
  const known = [...words].slice(0, 300);
  return [...known, ...known.map(word => `${word}s`)].filter(word => /^[_A-Za-z]\w*$/.test(word));
}

/** All that comes back but what is never the same. */
function bytesOf({ status, headers, text }: Answered): string {
  const { date: _date, 'x-request-id': _id, ...others } = headers;
  return JSON.stringify([status, others, text]);
}

const guesses = (word: string): string[] => [
  `{ ${word} }`,
  `mutation { ${word} }`,
  `{ __type(name: "${word}") { fields { name } } }`,
  `{ wallets(${word}: 1) { __typename } }`,
];

describe('A4', () => {
  async function answersTo(url: string): Promise<Set<string>> {
    const seen = new Set<string>();
    for (const word of wordList()) {
      for (const [index, query] of guesses(word).entries()) {
        seen.add(bytesOf(index % 2 === 0 ? await post(url, { query }) : await get(url, { query })));
      }
    }
    return seen;
  }

  test('a word list learns nothing where only trusted documents are accepted', async () => {
    expect(wordList().length).toBeGreaterThan(400);
    await withGateway({ environment: settings('file') }, async ({ url }) => {
      expect((await answersTo(url)).size).toBe(1);
    });
  }, 120_000);

  test('a word list learns from a gateway that accepts any document, so that this is seen here', async () => {
    await withGateway({ environment: settings('off') }, async ({ url }) => {
      const [known, unknown] = [
        await post(url, { query: '{ providers }' }),
        await post(url, { query: '{ provider }' }),
      ];
      expect(bytesOf(known)).not.toBe(bytesOf(unknown));
    });
  });

  test('a word list learns nothing from ids', async () => {
    await withGateway({ environment: settings('file') }, async ({ url }) => {
      const seen = new Set<string>();
      for (const documentId of wordList()) seen.add(bytesOf(await post(url, { documentId })));
      expect(seen.size).toBe(1);
    });
  }, 60_000);
});

describe('a manifest', () => {
  test("of GraphQL Code Generator's client preset › is understood", async () => {
    await withGateway({ environment: settings('file', fromCodegen) }, async ({ url }) => {
      for (const documentId of Object.keys(fromCodegen)) {
        expect(dataOf(await post(url, { documentId }))).toMatchObject({ providers: expect.any(Array) });
      }
    });
  });

  test.each([
    ['is no JSON', '{"a":', ['it is not JSON']],
    ['is a list', [ready], ['it is not a JSON object of texts by id']],
    ['is null', 'null', ['it is not a JSON object of texts by id']],
    ['is empty', {}, ['there are no documents in it']],
    [
      'holds what is no text',
      { one: ready, two: 2, three: { query: ready } },
      ['two: it is not a text.', 'three: it is'],
    ],
    ['holds what does not parse', { one: 'query {' }, ['one: Syntax Error: Expected Name, found <EOF>. (line 1, ']],
    ['holds an empty text', { one: '' }, ['one: Syntax Error']],
    [
      'asks for what is not in the schema',
      { one: ready, two: '{ wallet }', three: '{ x }' },
      ['two: Cannot query field "wallet" on type "Query".', 'three: Cannot query field "x"'],
    ],
    ['holds types', { one: 'type Query { a: Int }' }, ['one: The "Query" definition is not executable.']],
    ['holds a fragment alone', { one: 'fragment F on Query { __typename }' }, ['one: Fragment "F" is never used.']],
    ['says a digest that is not its own', { [`sha256:${digest(names)}`]: ready }, ['its text has another digest.']],
    [
      'is broken all over',
      Object.fromEntries(Array.from({ length: 25 }, (_unused, index) => [`id-${index}`, '{ x }'])),
      ['id-0: Cannot', 'id-9: Cannot', 'and 15 more'],
    ],
  ])('that %s › keeps the gateway from starting, and the reason is said', async (_what, content, reasons) => {
    const started = startTestGateway({ environment: settings('file', content) });
    const error = await started.then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(Error);
    const { message } = error as Error;
    expect(message).toMatch(/^TRUSTED_DOCUMENTS_FILE \(.+\.json\) cannot be used:\n {2}- /);
    for (const reason of reasons) expect(message).toContain(reason);
    expect(message.split('\n').length).toBeLessThan(13);
  });

  test('that is not there › keeps the gateway from starting', async () => {
    const environment = { TRUSTED_DOCUMENTS: 'log', TRUSTED_DOCUMENTS_FILE: join(temporaryFolder(), 'none.json') };
    await expect(startTestGateway({ environment })).rejects.toThrow(
      /cannot be used:\n {2}- it cannot be read \(ENOENT\)$/,
    );
  });
});

describe('TRUSTED_DOCUMENTS=log', () => {
  const found: TestGateway[] = [];
  afterEach(() => Promise.all(found.splice(0).map(gateway => gateway.stop())));
  async function start(): Promise<TestGateway> {
    const gateway = await startTestGateway({ environment: settings('log') });
    found.push(gateway);
    return gateway;
  }
  const stated = ({ lines }: TestGateway) =>
    lines
      .filter(({ msg }) => String(msg).startsWith('a document came as text'))
      .map(({ operationName, sha256, isTrusted }) => ({ operationName, sha256, isTrusted }));

  test('what file would refuse passes, and is logged once each, by name and digest', async () => {
    const gateway = await start();
    const text = 'query Canary { __typename alias4711: __typename }';
    for (let times = 0; times < 3; times += 1) expect((await post(gateway.url, { query: text })).status).toBe(200);
    expect((await get(gateway.url, { query: ready })).status).toBe(200);
    expect((await post(gateway.url, { query: '{ __typename }' })).status).toBe(200);
    expect(stated(gateway)).toEqual([
      { operationName: 'Canary', sha256: digest(text), isTrusted: false },
      { operationName: 'Ready', sha256: digest(ready), isTrusted: true },
      { operationName: 'query', sha256: digest('{ __typename }'), isTrusted: false },
    ]);
    expect(JSON.stringify(gateway.lines)).not.toContain('alias4711');
  });

  test('what comes by its id passes, and is not logged', async () => {
    const gateway = await start();
    expect(dataOf(await post(gateway.url, { documentId: digest(ready) }))).toEqual({ __typename: 'Query' });
    expect(codeOf(await post(gateway.url, { documentId: 'none' }))).toBe('400 DOCUMENT_NOT_FOUND');
    expect(stated(gateway)).toEqual([]);
  });

  test('what is refused in any case is not logged', async () => {
    const gateway = await start();
    for (const query of ['{', '{ nothingLikeThis }', '']) {
      expect(codeOf(await post(gateway.url, { query }, { accept: 'application/graphql-response+json' }))).toMatch(
        /^400 /,
      );
    }
    expect(stated(gateway)).toEqual([]);
  });

  test('a text goes before an id, as where this is off', async () => {
    const gateway = await start();
    const answer = await post(gateway.url, { query: names, documentId: digest(ready) });
    expect(dataOf(answer)).toMatchObject({ providers: expect.any(Array) });
    expect(stated(gateway)).toHaveLength(1);
  });

  test('of very many documents the oldest is forgotten', () => {
    const events = new Events();
    const facts: Facts['cameAsText'][] = [];
    events.on('cameAsText', fact => facts.push(fact));
    const file = fileWith(manifest);
    const trusted = openTrustedDocuments({ file, isRequired: false, schema: schemaOf(providers), events });
    const say = (text: string) => trusted.cameAsText({ text, operationName: 'n', request: { id: 'test' } });
    for (let index = 0; index <= 10_000; index += 1) say(`text ${index}`);
    say('text 10000');
    expect(facts).toHaveLength(10_001);
    say('text 0');
    expect(facts).toHaveLength(10_002);
  });
});

test('TRUSTED_DOCUMENTS=off › documentId is nothing, and texts are executed unlogged', async () => {
  await withGateway({ environment: settings('off', 'no manifest') }, async gateway => {
    expect(codeOf(await post(gateway.url, { documentId: digest(ready) }))).toBe('400 BAD_REQUEST');
    expect(dataOf(await post(gateway.url, { query: ready, documentId: 7 }))).toEqual({ __typename: 'Query' });
    expect(JSON.stringify(gateway.lines)).not.toContain('came as text');
  });
});

test('SIGHUP › reads the manifest again without a failed request, and keeps it where the new one is broken', async () => {
  const environment = settings('file', { [digest(ready)]: ready, 'names-v1': names });
  const gateway = await startGatewayProcess({ environment });
  const load = { isOver: false, answered: 0 };
  const client = async (): Promise<void> => {
    while (!load.isOver) {
      expect(dataOf(await post(gateway.url, { documentId: digest(ready) }))).toEqual({ __typename: 'Query' });
      load.answered += 1;
    }
  };
  const clients = Promise.all(Array.from({ length: 8 }, client));
  const reloaded = async (content: unknown, count: number): Promise<void> => {
    writeFileSync(environment.TRUSTED_DOCUMENTS_FILE, typeof content === 'string' ? content : JSON.stringify(content));
    gateway.child.kill('SIGHUP');
    const enough = load.answered + 50;
    await gateway.printed(stdout => (stdout.match(/"what":"trusted documents"/g)?.length === count ? count : null));
    await eventually(() => load.answered >= enough);
  };
  const named = async () => [
    codeOf(await post(gateway.url, { documentId: 'names-v1' })),
    codeOf(await post(gateway.url, { documentId: 'names-v2' })),
  ];

  expect(await named()).toEqual(['200 ', '400 DOCUMENT_NOT_FOUND']);
  await reloaded({ [digest(ready)]: ready, 'names-v2': names }, 1);
  expect(await named()).toEqual(['400 DOCUMENT_NOT_FOUND', '200 ']);
  await reloaded({ [digest(ready)]: '{ nothing }' }, 2);
  await reloaded('{"half":', 3);
  expect(await named()).toEqual(['400 DOCUMENT_NOT_FOUND', '200 ']);
  load.isOver = true;
  await clients;
  const lines = gateway.lines().filter(({ what }) => what === 'trusted documents');
  expect(lines.map(({ level }) => level)).toEqual([30, 50, 50]);
  expect(lines[1]?.problem).toContain(`${digest(ready)}: Cannot query field "nothing"`);
  expect(await gateway.stop()).toMatchObject({ code: 0, stderr: '' });
}, 60_000);
