import 'reflect-metadata';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { idEnding } from '../../src/simulators/outcomes.js';
import { freshKey, startTestGateway, withGateway, type GraphQLAnswer, type TestGateway } from '../support/gateway.js';
import { post, type Answered } from '../support/http.js';

/** Documents and variables that are made to cost more than they are worth. Rows are those of the list of attacks. */

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
beforeEach(() => gateway.simulators.reset());
afterAll(() => gateway.stop());

test('the measure › notices who holds everybody up', async () => {
  const { stallMs } = await stallOf(async () => {
    const since = process.cpuUsage();
    while (process.cpuUsage(since).user < 1_500 * longestStallMs); // nothing else runs
  });
  expect(stallMs).toBeGreaterThanOrEqual(longestStallMs);
});

const accept = { accept: 'application/graphql-response+json' };
const times = (count: number, make: (index: number) => string | number) =>
  Array.from({ length: count }, (_none, index) => make(index)).join(' ');
/** Each of `count` fragments spreads the next one twice. */
const doubling = (count: number, type: string, field: string, name: (index: number) => string) =>
  `${times(count, at => `fragment ${name(at)} on ${type} { ...${name(at + 1)} ... { ...${name(at + 1)} } }`)}
   fragment ${name(count)} on ${type} { ${field} }`;

/** No other request had this text: nothing of it is known already. */
let texts = 0;
const fresh = (query: string) => `${query} # ${(texts += 1)}`;

/** What a refusal may be at the most. */
const longestRefusal = 16 * 1024;
const mostErrors = 20;
const longestMessage = 501;
/** What is promised of the event loop. These take some milliseconds: only a machine that stands still takes so long. */
const longestStallMs = 200;

/**
 * The longest that nothing else could run meanwhile. The gateway runs in this process; what the machine did for others
 * in that time is not counted.
 */
async function stallOf<Result>(run: () => Promise<Result>): Promise<{ result: Result; stallMs: number }> {
  let stallMs = 0;
  let last = performance.now();
  let lastUsed = process.cpuUsage();
  const tick = (): void => {
    const now = performance.now();
    const { user, system } = process.cpuUsage(lastUsed);
    stallMs = Math.max(stallMs, Math.min(now - last, (user + system) / 1_000));
    last = now;
    lastUsed = process.cpuUsage();
  };
  const ticking = setInterval(tick, 1);
  const result = await run();
  await new Promise(setImmediate);
  tick();
  clearInterval(ticking);
  return { result, stallMs };
}

/** A machine that was held up tries again: it must go quickly once. */
async function calmly<Result>(run: () => Promise<Result>, triesLeft = 5): Promise<Result> {
  const { result, stallMs } = await stallOf(run);
  if (stallMs >= longestStallMs && triesLeft > 1) return calmly(run, triesLeft - 1);
  expect(stallMs).toBeLessThan(longestStallMs);
  return result;
}

interface Sent {
  readonly query: string;
  readonly variables?: object;
  readonly operationName?: string;
}

const send = (sent: Sent, headers: Record<string, string> = accept): Promise<Answered> =>
  calmly(() => post(gateway.url, { ...sent, query: fresh(sent.query) }, headers));

function errorsIn({ text }: Answered) {
  const { errors = [], data } = JSON.parse(text) as GraphQLAnswer<unknown>;
  expect(errors.length).toBeLessThanOrEqual(mostErrors);
  for (const { message } of errors) expect(message.length).toBeLessThanOrEqual(longestMessage);
  return { errors, data };
}

/** Refused in both dialects, briefly, and before anybody was asked or anything was written down. */
async function expectRefusal(sent: Sent, extensions: object): Promise<void> {
  const answer = await send(sent);
  const { errors, data } = errorsIn(answer);
  expect({ status: answer.status, data, extensions: errors[0]?.extensions }).toMatchObject({
    status: 400,
    data: undefined,
    extensions,
  });
  expect(answer.text.length).toBeLessThan(longestRefusal);
  expect(answer.text).not.toMatch(/\bat .+:\d+:\d+|node_modules|call stack/i);
  expect(await send(sent, { accept: 'application/json' })).toMatchObject({ status: 200, text: answer.text });
  await expectNothingDone();
}

async function expectNothingDone(): Promise<void> {
  for (const { exchanges } of [gateway.simulators.moov, gateway.simulators.equalsMoney, gateway.simulators.pingone])
    expect(exchanges).toEqual([]);
  const { data } = await gateway.send<{ operations: { nodes: object[] } }, object>('{ operations { nodes { id } } }');
  expect(data?.operations.nodes).toEqual([]);
}

const beyond = (limit: string) => ({ code: 'DOCUMENT_LIMIT_EXCEEDED', limit });
const invalid = { code: 'GRAPHQL_VALIDATION_FAILED' };
const unparsable = { code: 'GRAPHQL_PARSE_FAILED' };

describe('A1 › floods', () => {
  const oneOfAll = `{ ${times(21, () => '... @a @b @c @d @e { __typename }')} }`;
  const long = 'n'.repeat(100_000);
  test.each<[string, string, object]>([
    ['a thousand aliases', `{ ${times(1_000, at => `a${at}: __typename`)} }`, beyond('aliases')],
    [
      'aliases in fragments that nobody uses',
      `{ __typename } fragment F on Query { ${times(101, at => `a${at}: __typename`)} }`,
      beyond('aliases'),
    ],
    ['a thousand times one field', `{ ${times(1_000, () => '__typename')} }`, beyond('repeats')],
    [
      'a hundred times one list, in fragments',
      `{ ${times(100, () => '... { providers { provider } }')} }`,
      beyond('repeatsInFragments'),
    ],
    ['a thousand times one list', `{ ${times(1_000, () => 'providers { provider }')} }`, beyond('repeats')],
    ['a thousand times one fragment', `{ ${times(1_000, () => '...F')} } fragment F on Query { a }`, beyond('repeats')],
    ['sixteen hundred fields', `{ providers { ${times(1_600, at => `f${at}`)} } }`, beyond('selections')],
    ['known directives', `{ __typename ${times(500, () => '@skip(if: false)')} }`, beyond('directivesPerLocation')],
    ['unknown directives', `{ __typename ${times(2_000, at => `@d${at}`)} }`, beyond('directivesPerLocation')],
    [
      'directives on an operation',
      `query ${times(6, at => `@d${at}`)} { __typename }`,
      beyond('directivesPerLocation'),
    ],
    ['a few directives in many places', oneOfAll, beyond('directives')],
    [
      'fragments that nobody uses',
      `{ __typename } ${times(500, at => `fragment F${at} on Query { a }`)}`,
      beyond('fragments'),
    ],
    ['a thousand operations', times(1_000, () => '{ a }'), beyond('operations')],
    ['a thousand variables', `query (${times(1_000, at => `$v${at}: Int`)}) { __typename }`, beyond('variables')],
    ['fifty-one different fields', `{ ${times(51, at => `f${at}`)} }`, beyond('rootFields')],
    ['a name of a hundred thousand letters', `{ ${long}: __typename }`, beyond('nameLength')],
    ['tokens', `{ ${times(5_001, () => '__typename')} }`, unparsable],
    ['punctuation that never ends', '{'.repeat(200_000), unparsable],
    ['a hundred thousand spaces and a mistake', `${' '.repeat(100_000)}}`, unparsable],
  ])('A1 › %s are refused', (_what, query, extensions) => expectRefusal({ query }, extensions));

  test('A1 › five directives in one place pass, and a hundred of no use are only invalid', () =>
    expectRefusal({ query: `{ ${times(20, () => '... @a @b @c @d @e { __typename }')} }` }, invalid));

  test('A1 › of a hundred mistakes twenty are told, and that there were more', async () => {
    const answer = await send({ query: `{ providers { ${times(200, at => `f${at}`)} } }` });
    expect(answer.status).toBe(400);
    const { errors } = errorsIn(answer);
    expect(errors).toHaveLength(mostErrors);
    expect(JSON.parse(answer.text)).toMatchObject({ extensions: { errorsLeftOut: 1 } });
  });

  test('A1 › of a hundred failures in an answer twenty are told, and the data is whole', async () => {
    const ids = Array.from({ length: 100 }, (_none, at) => `no id ${at}`);
    const answer = await send({ query: 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', variables: { ids } });
    const { errors, data } = errorsIn(answer);
    expect(errors).toHaveLength(mostErrors);
    expect(JSON.parse(answer.text)).toMatchObject({ extensions: { errorsLeftOut: 80 } });
    expect(data).toEqual({ nodes: ids.map(() => null) });
  });
});

describe('A1 › huge variables', () => {
  const nodes = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
  const wallets = 'query ($states: [WalletState!]) { wallets(owners: [], states: $states) { nodes { id } } }';
  const badInput = { code: 'BAD_USER_INPUT' };
  const nestedLists = (depth: number) => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`) as unknown;

  test.each<[string, Sent, object]>([
    [
      'ten thousand ids',
      { query: nodes, variables: { ids: Array.from({ length: 10_000 }, (_none, at) => `${at}`) } },
      beyond('calls'),
    ],
    [
      'ten thousand numbers',
      { query: nodes, variables: { ids: Array.from({ length: 10_000 }, (_none, at) => at + 0.5) } },
      beyond('calls'),
    ],
    [
      'ten thousand unknown words',
      { query: wallets, variables: { states: Array.from({ length: 10_000 }, (_none, at) => `S${at}`) } },
      badInput,
    ],
    ['a word of 200 KB', { query: wallets, variables: { states: ['😀'.repeat(50_000)] } }, badInput],
    [
      'a word of 200 KB that proposes words',
      { query: wallets, variables: { states: [' Did you mean '.repeat(14_000)] } },
      badInput,
    ],
  ])('A1 › %s are refused', (_what, sent, extensions) => expectRefusal(sent, extensions));

  test('A1 › a hundred thousand lists in one another are refused', async () => {
    // JSON.stringify has not the stack for it.
    const depth = 100_000;
    const body = `{"query":${JSON.stringify(nodes)},"variables":{"ids":${'['.repeat(depth)}${']'.repeat(depth)}}}`;
    const answer = await calmly(() => post(gateway.url, body, accept));
    const { errors } = errorsIn(answer);
    expect(answer.status).toBe(400);
    expect(errors[0]?.extensions).toMatchObject(badInput);
    expect(answer.text).not.toMatch(/call stack/i);
    await expectNothingDone();
  });

  test.each([
    ['objects', '{"a":', '1', '}'],
    ['lists', '[', '', ']'],
  ])('A1 › labels that are ten thousand %s in one another are refused', async (_what, open, middle, close) => {
    const input = `{"idempotencyKey":"${freshKey()}","accountId":"${idEnding()}","name":"x","metadata":{"a":${open.repeat(10_000)}${middle}${close.repeat(10_000)}}}`;
    const query = 'mutation ($input: CreateMoovWalletInput!) { createMoovWallet(input: $input) { __typename } }';
    const body = `{"query":${JSON.stringify(query)},"variables":{"input":${input}}}`;
    const answer = await calmly(() => post(gateway.url, body, accept));
    expect(answer.status).toBe(400);
    expect(errorsIn(answer).errors[0]?.extensions).toMatchObject(badInput);
    expect(answer.text).not.toMatch(/call stack/i);
    await expectNothingDone();
  });

  test('A1 › variables that nobody asked for are nothing to the answer', async () => {
    const variables = {
      deep: nestedLists(1_000),
      ...Object.fromEntries(Array.from({ length: 5_000 }, (_n, at) => [`v${at}`, at])),
    };
    expect(await send({ query: '{ __typename }', variables })).toMatchObject({
      status: 200,
      text: '{"data":{"__typename":"Query"}}',
    });
  });

  test('A1 › an id of 200 KB is no id, and is not repeated', async () => {
    const answer = await send({
      query: 'query ($id: ID!) { node(id: $id) { id } }',
      variables: { id: 'x'.repeat(200_000) },
    });
    expect(errorsIn(answer).errors[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT' });
    expect(answer.text.length).toBeLessThan(longestRefusal);
  });
});

describe('A2 › depth and fragments', () => {
  const inline = (depth: number) => `${'{ ... '.repeat(depth)}{ __typename }${' }'.repeat(depth)}`;
  const ring = (length: number) =>
    `{ ...F0 } ${times(length, at => `fragment F${at} on Query { ...F${(at + 1) % length} }`)}`;
  const chain = times(30, at => `fragment F${at} on Query { providers { ...F${at + 1} } }`);
  const loop = (left: number): string =>
    `... on ConflictError { ${left === 0 ? 'code' : `operation { result { ${loop(left - 1)} } }`} }`;

  test.each<[string, string, object]>([
    ['selections in one another', inline(25), beyond('depth')],
    ['two thousand selections', inline(1_200), beyond('depth')],
    ['lists in one another', `{ nodes(ids: ${'['.repeat(100)}${']'.repeat(100)}) { id } }`, beyond('depth')],
    ['lists until the parser has no stack', `{ nodes(ids: ${'['.repeat(4_900)}`, beyond('depth')],
    ['objects', `{ wallets(owners: ${'{a:'.repeat(100)}1${'}'.repeat(100)}) { nodes { id } } }`, beyond('depth')],
    ['a type of lists', `query ($a: ${'['.repeat(100)}Int${']'.repeat(100)}) { __typename }`, beyond('depth')],
    ['depth through fragments', `{ ...F0 } ${chain} fragment F30 on Query { a }`, beyond('depth')],
    ['a fragment that spreads itself', ring(1), invalid],
    ['two fragments in a ring', ring(2), invalid],
    ['a hundred fragments in a ring', ring(100), invalid],
    ['a ring that nobody uses', `{ __typename } ${ring(3).replace('{ ...F0 }', '')}`, invalid],
    ['two fragments of one name', '{ ...F } fragment F on Query { a } fragment F on Query { b }', invalid],
    ['2^30 fields', `{ ...F0 } ${doubling(30, 'Query', '__typename', at => `F${at}`)}`, beyond('expanded')],
    ['2^99 fields', `{ ...F0 } ${doubling(99, 'Query', '__typename', at => `F${at}`)}`, beyond('expanded')],
    [
      '2^30 fields that nobody uses',
      `{ __typename } ${doubling(30, 'Query', '__typename', at => `F${at}`)}`,
      beyond('expanded'),
    ],
    [
      '2^30 questions about the schema',
      `{ __schema { types { ...F0 } } } ${doubling(30, '__Type', 'name', at => `F${at}`)}`,
      beyond('expanded'),
    ],
    [
      '2^30 fields in a fragment named __schema',
      `{ ...__schema } ${doubling(30, 'Query', 'a', at => (at === 0 ? '__schema' : `F${at}`))}`,
      beyond('expanded'),
    ],
    [
      'aliases in a fragment named __typename',
      `{ ...__typename } fragment __typename on Query { ${times(101, at => `a${at}: providers { provider }`)} }`,
      beyond('aliases'),
    ],
    [
      'results of operations of results',
      `{ operations(first: 100) { nodes { result { ${loop(8)} } } } }`,
      beyond('depth'),
    ],
  ])('A2 › %s are refused', (_what, query, extensions) => expectRefusal({ query }, extensions));
});

describe('A2 › cost', () => {
  const details = '... on MoovWallet { paymentMethodId transactions(first: 100) { nodes { providerId } } }';
  const page = (first: string) => `wallets(owners: [], first: ${first}) { nodes { ${details} } }`;
  const three = (first: string) => `a: ${page(first)} b: ${page(first)} c: ${page(first)}`;

  test.each<[string, Sent, string]>([
    ['calls', { query: `{ ${three('100')} }` }, 'calls'],
    ['calls by a variable', { query: `query ($n: Int) { ${three('$n')} }`, variables: { n: 100 } }, 'calls'],
    ['calls by a default', { query: `query ($n: Int = 100) { ${three('$n')} }` }, 'calls'],
    [
      'calls in a fragment named __schema',
      { query: `{ ...__schema } fragment __schema on Query { ${three('100')} }` },
      'calls',
    ],
    ['calls that are skipped', { query: `{ ... @skip(if: true) { ${three('100')} } }` }, 'calls'],
    [
      'the operation that is named',
      { query: `query A { __typename } query B { ${three('100')} }`, operationName: 'B' },
      'calls',
    ],
    [
      'fields',
      {
        query: `{ ${times(4, at => `a${at}: wallets(owners: [], first: 100) { nodes { ${details.replace('paymentMethodId', '')} } }`)} }`,
      },
      'fields',
    ],
    [
      'the whole schema, many times',
      { query: `{ ${times(50, at => `a${at}: __schema { types { name fields { name args { name } } } }`)} }` },
      'fields',
    ],
  ])('A2 › %s beyond what one request may have are refused', (_what, sent, limit) =>
    expectRefusal(sent, beyond(limit)),
  );

  test('A2 › an operation that is not the one named costs nothing', async () => {
    const query = `query A { __typename } query B { ${three('100')} }`;
    expect(await send({ query, operationName: 'A' })).toMatchObject({ status: 200 });
  });

  test('A2 › what is forbidden with some variables is allowed with others, and the other way round', async () => {
    const query = `query ($n: Int) { ${three('$n')} }`;
    for (const [n, status] of [
      [1, 200],
      [100, 400],
      [2, 200],
      [100, 400],
    ])
      expect(await post(gateway.url, { query, variables: { n } }, accept)).toMatchObject({ status });
  });
});

describe('A3 › many creates in one document', () => {
  const accountId = idEnding();
  const create = (name: string) =>
    `${name}: createMoovWallet(input: { idempotencyKey: "${freshKey()}", accountId: "${accountId}", name: "x" }) { __typename }`;
  const creates = (count: number) => times(count, at => create(`c${at}`));

  test.each<[string, string, () => string]>([
    ['a hundred aliases of one create', 'rootFields', () => `mutation { ${creates(100)} }`],
    ['eleven creates', 'mutations', () => `mutation { ${creates(11)} }`],
    [
      'eleven creates in fragments',
      'mutations',
      () => `mutation { ...A ... { ${create('z')} } } fragment A on Mutation { ${creates(10)} }`,
    ],
    [
      'eleven creates, some of them skipped',
      'mutations',
      () => `mutation { ${creates(10)} ... @include(if: false) { ${create('z')} } }`,
    ],
    [
      'eleven creates in a fragment named __schema',
      'mutations',
      () => `mutation { ...__schema } fragment __schema on Mutation { ${creates(11)} }`,
    ],
  ])('A3 › %s are refused, and none is made', async (_what, limit, query) => {
    await expectRefusal({ query: query() }, beyond(limit));
    expect(gateway.simulators.moov.ledger).toEqual([]);
  });

  test('A3 › a refusal says how many there were', async () => {
    const { errors } = errorsIn(await send({ query: `mutation { ${creates(11)} }` }));
    expect(errors[0]?.message).toBe('This would be 11 mutations at once; 10 may be (CREATES_PER_DOCUMENT).');
  });

  test('A3 › ten creates are made, in the order in which they were asked for', async () => {
    await withGateway({}, async ({ url, simulators }) => {
      const { status, text } = await post(url, { query: `mutation { ${creates(10)} __typename }` }, accept);
      const { data } = JSON.parse(text) as { data: Record<string, { __typename: string }> };
      expect(status).toBe(200);
      expect(Object.values(data).filter(made => made.__typename === 'MoovWalletCreated')).toHaveLength(10);
      expect(simulators.moov.ledger).toHaveLength(10);
    });
  });

  test('A3 › CREATES_PER_DOCUMENT is the limit, and 0 leaves it to the others', async () => {
    const statuses = async (setting: string) =>
      withGateway({ environment: { CREATES_PER_DOCUMENT: setting } }, async ({ url }) => {
        const answers = [1, 2, 20, 51].map(count => post(url, { query: `mutation { ${creates(count)} }` }, accept));
        return (await Promise.all(answers)).map(({ status }) => status);
      });
    expect(await statuses('1')).toEqual([200, 400, 400, 400]);
    expect(await statuses('0')).toEqual([200, 200, 200, 400]);
  });
});

describe('A4 › introspection', () => {
  const whole = getIntrospectionQuery({
    descriptions: true,
    specifiedByUrl: true,
    directiveIsRepeatable: true,
    schemaDescription: true,
    inputValueDeprecation: true,
    oneOf: true,
  });
  const spelled = ['{ wallet { id } }', '{ wallets(owners: [], state: ACTIVE) { nodes { id } } }'];
  const states = 'query ($states: [WalletState!]) { wallets(owners: [], states: $states) { nodes { id } } }';
  const wrong = { states: ['ACTIV'] };

  test('A4 › where it is on, the largest question that graphql-js asks is answered, and names are proposed', async () => {
    const { status, text } = await post(gateway.url, { query: whole }, accept);
    expect(status).toBe(200);
    expect((JSON.parse(text) as { data: { __schema: object } }).data.__schema).toMatchObject({
      queryType: { name: 'Query' },
    });
    expect((await send({ query: spelled[0] ?? '' })).text).toContain('Did you mean');
    // Of a variable's value nothing is quoted, so that nothing can be proposed for it.
    expect((await send({ query: states, variables: wrong })).text).toContain('got an invalid value at');
  });

  test('A4 › where it is off, nothing is told of the schema but what was asked for', async () => {
    await withGateway({ environment: { INTROSPECTION: 'off' } }, async ({ url }) => {
      const questions = [whole, '{ __schema { queryType { name } } }', '{ __type(name: "Query") { name } }'];
      const hidden = '{ ...__schema } fragment __schema on Query { a: __schema { queryType { name } } }';
      for (const query of [...questions, hidden]) {
        const answer = await post(url, { query }, accept);
        expect(answer.status).toBe(400);
        const { data, errors } = errorsIn(answer);
        expect(data).toBeUndefined();
        for (const { message, extensions } of errors) {
          expect(message).toBe('Introspection is off here (INTROSPECTION).');
          expect(extensions).toMatchObject({ code: 'GRAPHQL_VALIDATION_FAILED' });
        }
      }
      for (const query of spelled) {
        const { status, text } = await post(url, { query }, accept);
        expect(status).toBe(400);
        expect(text).not.toContain('Did you mean');
      }
      const coerced = await post(url, { query: states, variables: wrong }, accept);
      expect(coerced.status).toBe(400);
      expect(coerced.text).not.toMatch(/Did you mean|"ACTIVE/);
      expect(await post(url, { query: '{ __typename }' })).toMatchObject({ text: '{"data":{"__typename":"Query"}}' });
    });
  });
});
