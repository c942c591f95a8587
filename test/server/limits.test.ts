import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { getIntrospectionQuery, graphqlSync, GraphQLError, parse, type OperationDefinitionNode } from 'graphql';
import { schemaOf } from '../../src/api/schema.js';
import { globalId } from '../../src/core/ids.js';
import { providers } from '../../src/providers/index.js';
import { maximumAnswer } from '../../src/core/answer-limit.js';
import { answerSize } from '../../src/server/answer-size.js';
import { costOf, usualList, type Cost } from '../../src/server/cost.js';
import { maximumCalls, maximumFields, openDocuments } from '../../src/server/documents.js';
import { shown, withoutHint } from '../../src/server/errors.js';
import { documentLimits, measured } from '../../src/server/limits.js';

/** What documents are measured by, number by number. That they are held to it over HTTP is in `attacks`. */

const schema = schemaOf(providers);

function cost(query: string, variables: Readonly<Record<string, unknown>> = {}): Cost {
  const { document, fragments } = measured(parse(query));
  const [operation] = document.definitions as readonly [OperationDefinitionNode]; // they come first here
  return costOf({ schema, operation, fragments, variables });
}
const fields = (query: string, variables = {}) => cost(query, variables).fields;
const calls = (query: string, variables = {}) => cost(query, variables).calls;

describe('cost › fields', () => {
  test.each([
    ['{ __typename }', 1],
    ['{ a: __typename b: __typename }', 2],
    ['{ ...A ...A } fragment A on Query { __typename }', 2],
    ['{ providers { provider } }', 1 + usualList],
    ['{ providers { limits { name maximum } } }', 1 + usualList * (1 + usualList * 2)],
    ['{ nodes(ids: []) { id } }', 1],
    ['{ nodes(ids: ["a", "b", "c"]) { id __typename } }', 1 + 3 * 2],
    ['{ nodes(ids: "a") { id } }', 1 + 1],
    ['{ operations { nodes { id } } }', 1 + 1 + 20],
    ['{ operations(first: null) { nodes { id } } }', 1 + 1 + 20],
    ['{ operations(first: 7) { nodes { id } edges { node { id } } pageInfo { endCursor } } }', 1 + 8 + 15 + 2],
    ['{ operations(first: 100000) { nodes { id } } }', 1 + 1 + 100],
    ['{ operations(first: -1) { nodes { id } } }', 1 + 1 + 100],
    ['{ operations(first: "x") { nodes { id } } }', 1 + 1 + 100],
    ['{ operations(first: 2) { ...P } } fragment P on OperationConnection { nodes { id } }', 1 + 1 + 2],
    ['{ ... @skip(if: true) { __typename } a: __typename @include(if: false) }', 2],
  ])('%s', (query, expected) => {
    expect(fields(query)).toBe(expected);
  });

  test('a variable, its default and nothing at all are what the page is as long as', () => {
    const query = (given: string) => `query ($n: Int${given}) { operations(first: $n) { nodes { id } } }`;
    expect(fields(query(''), { n: 3 })).toBe(2 + 3);
    expect(fields(query(' = 5'))).toBe(2 + 5);
    expect(fields(query(' = 5'), { n: 3 })).toBe(2 + 3);
    expect(fields(query(' = 5'), { n: null })).toBe(2 + 20);
    expect(fields(query(''))).toBe(2 + 20);
  });

  test('a variable that is the list, or in it, counts', () => {
    expect(fields('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: ['a', 'b'] })).toBe(1 + 2);
    expect(fields('query ($id: ID!) { nodes(ids: [$id, $id]) { id } }', { id: 'a' })).toBe(1 + 2);
  });

  test('of an abstract type the costliest counts, each type with the fragments that are about it', () => {
    const node = (within: string) => fields(`{ node(id: "x") { ${within} } }`);
    expect(node('id ... on MoovWallet { name } ... on CardToken { cardId cardName lastFour }')).toBe(1 + 4);
    expect(node('... on Wallet { id state } ... on MoovWallet { name }')).toBe(1 + 3);
    expect(node('... on Node { ... on MoovWallet { name } ... on Wallet { ... on CardToken { cardId } } }')).toBe(
      1 + 1,
    );
  });

  test('what is not in the schema is counted too, however it is written', () => {
    expect(fields('{ strange { stranger { strangest } } }')).toBe(3);
    expect(fields('{ ... on Nothing { a b } ...Missing }')).toBe(2);
    expect(fields('{ __proto__ constructor { toString } }')).toBe(3);
    expect(fields('{ __type(name: {a: 1}) { name } }')).toBe(1);
  });

  test('neither overflows nor is no number', () => {
    const alias = (at: number) =>
      Array.from({ length: 4 }, (_none, n) => `a${n}: operations { nodes { ...F${at} } }`).join(' ');
    const chain = (at: number, left: number): string =>
      left === 0
        ? `fragment F${at} on Operation { id }`
        : `fragment F${at} on Query { ${alias(at + 1)} } ${chain(at + 1, left - 1)}`;
    const found = cost(`{ nodes(ids: []) { ...F0 } a: nodes(ids: ["a"]) { ...F0 } } ${chain(0, 3)}`);
    expect(Number.isSafeInteger(found.fields)).toBe(true);
  });
});

describe('cost › calls', () => {
  const moov = (at: number) => globalId('MoovWallet', `account-${at}`, `wallet-${at}`);
  const token = (account: string, at: number) => globalId('CardToken', account, 'card', `token-${at}`);

  test.each([
    ['{ providers { provider health { circuit } } }', 0],
    ['{ operations { nodes { id } } }', 50],
    [`{ node(id: "${moov(1)}") { id } }`, 1],
    [`{ nodes(ids: ["${moov(1)}", "${moov(2)}", "${moov(2)}"]) { id } }`, 2],
    [`{ node(id: "${token('A', 1)}") { id } }`, 6],
    [`{ nodes(ids: ["${token('A', 1)}", "${token('A', 2)}", "${token('B', 1)}", "${moov(1)}"]) { id } }`, 6 + 6 + 1],
    ['{ wallets(owners: [{ moovAccount: { accountId: "a" } }, {}]) { nodes { id } } }', 12],
    [
      '{ wallets(owners: {}, first: 9) { nodes { ... on DigitalWallet { device { model } provisionedCredentials { status } } } } }',
      6 + 9 * 2,
    ],
    ['{ cardTokens(accountId: "a") { nodes { id } } }', 6],
    ['{ cardTokens(accountId: "a", tokenType: APPLE_PAY, first: 2) { nodes { tokenType } } }', 6 + 3 + 2 * 3],
    ['mutation { createMoovWallet(input: {}) { __typename } }', 3],
    [
      'mutation { provisionCardToken(input: {}) { __typename } changeCardTokenState(input: {}) { __typename } }',
      21 + 7,
    ],
    ['mutation { __typename }', 0],
  ])('%s', (query, expected) => {
    expect(calls(query)).toBe(expected);
  });

  test('every field whose description says that it costs calls declares them', () => {
    const said = Object.values(schema.getTypeMap())
      .flatMap(type => ('getFields' in type ? Object.values(type.getFields()) : []))
      .filter(({ description }) => /\bCosts (?!no )/.test(description ?? ''));
    expect(said.length).toBeGreaterThanOrEqual(10);
    expect(said.filter(({ extensions }) => extensions.calls === undefined).map(({ name }) => name)).toEqual([]);
  });
});

describe('introspection', () => {
  const whole = getIntrospectionQuery({
    descriptions: true,
    specifiedByUrl: true,
    directiveIsRepeatable: true,
    schemaDescription: true,
    inputValueDeprecation: true,
    oneOf: true,
  });
  /** How many fields an answer holds; a question that asks for each under one name alone. */
  const fieldsIn = (value: unknown): number => {
    if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + fieldsIn(one), 0);
    if (value === null || typeof value !== 'object') return 0;
    return Object.values(value).reduce<number>((sum, one) => sum + 1 + fieldsIn(one), 0);
  };

  test.each([
    ['the whole of it', whole],
    ['one type', '{ __type(name: "MoovWallet") { name fields { name type { name ofType { name } } } } }'],
    ['no type', '{ __type(name: "Nothing") { name } }'],
    [
      'kinds of kinds',
      '{ __schema { types { ...T } } } fragment T on __Type { possibleTypes { name interfaces { name } } }',
    ],
    ['values', '{ __schema { types { enumValues(includeDeprecated: true) { name } } directives { args { name } } } }'],
  ])('%s is counted as it is executed', (_what, query) => {
    const { data, errors } = graphqlSync({ schema, source: query });
    expect(errors).toBeUndefined();
    expect(fields(query)).toBe(fieldsIn(data));
  });
});

describe('documents', () => {
  const documents = openDocuments({ schema, mutationsPerDocument: 10 });

  test('what is no document is left to those who parse it', () => {
    expect(documents.look({ query: '{' })).toBeNull();
    expect(documents.look({})).toBeNull();
    expect(documents.look({ query: '{ a }', operationName: 'B' })).toBeNull();
  });

  /** A document comes to be known when it comes again. */
  const lookTwice = (query: string) => {
    documents.look({ query });
    return documents.look({ query });
  };

  test('ten thousand documents later the first is measured as before', () => {
    const bad = `{ ${'__typename '.repeat(documentLimits.repeats + 1)} }`;
    const refused = lookTwice(bad);
    expect(refused).toBeInstanceOf(GraphQLError);
    expect(documents.look({ query: bad })).toBe(refused);
    for (let at = 0; at < 10_000; at += 1) expect(lookTwice(`{ a${at} }`)).not.toBeInstanceOf(GraphQLError);
    expect(documents.look({ query: bad })).not.toBe(refused);
    expect(documents.look({ query: bad })).toEqual(refused);
  });

  test('ten thousand documents that come once put out nothing that is known', () => {
    const bad = `{ ${'__typename '.repeat(documentLimits.repeats + 3)} }`;
    const refused = lookTwice(bad);
    for (let at = 0; at < 10_000; at += 1) documents.look({ query: `{ b${at} }` });
    expect(documents.look({ query: bad })).toBe(refused);
  });

  test('few long documents put out what is known, too', () => {
    const bad = `{ ${'__typename '.repeat(documentLimits.repeats + 2)} }`;
    const refused = lookTwice(bad);
    expect(documents.look({ query: bad })).toBe(refused);
    for (const at of [1, 2, 3]) lookTwice(`{ a${at} } #${'x'.repeat(200_000)}`);
    expect(documents.look({ query: bad })).not.toBe(refused);
  });
});

describe('errors', () => {
  const error = (message: string) => ({ message, extensions: { code: 'BAD_USER_INPUT' } });

  test('twenty are shown as they are, and of more the number', () => {
    const few = Array.from({ length: 20 }, (_none, at) => error(`${at}`));
    expect(shown(undefined)).toEqual({});
    expect(shown(few)).toEqual({ errors: few });
    expect(shown([...few, error('more'), error('more')])).toEqual({ errors: few, extensions: { errorsLeftOut: 2 } });
  });

  test('a long message is cut between two characters', () => {
    const cut = (message: string) => shown([error(message)]).errors?.[0]?.message;
    expect(cut('x'.repeat(500))).toBe('x'.repeat(500));
    expect(cut('x'.repeat(501))).toBe(`${'x'.repeat(500)}…`);
    expect(cut(`${'x'.repeat(499)}😀😀`)).toBe(`${'x'.repeat(499)}…`);
    expect(cut(`${'x'.repeat(498)}😀😀`)).toBe(`${'x'.repeat(498)}😀…`);
  });

  test('a hint is taken away, and nothing else', () => {
    expect(withoutHint('Cannot query field "a" on type "B". Did you mean "c", "d", or "e"?')).toBe(
      'Cannot query field "a" on type "B".',
    );
    expect(withoutHint('Did you mean well?')).toBe('Did you mean well?');
    expect(withoutHint('What Did you mean by that.')).toBe('What Did you mean by that.');
  });
});

test('docs/limits.md tells each limit as it is', () => {
  const page = readFileSync('docs/limits.md', 'utf8');
  const told = (limit: string): number | null => {
    const [, number] =
      new RegExp(`\\| \`${limit}\` \\| ([\\d,]+) \\||\`${limit}\`: (\\d+)`).exec(page)?.filter(Boolean) ?? [];
    return number === undefined ? null : Number(number.replaceAll(',', ''));
  };
  const all = { ...documentLimits, fields: maximumFields, calls: maximumCalls };
  expect(Object.fromEntries(Object.keys(all).map(limit => [limit, told(limit)]))).toEqual(all);
});

describe('the size of an answer', () => {
  test('is counted with names and what is nested, and what stands in it often is looked at once', () => {
    expect(answerSize({ a: 'bc' })).toBe(2 + 1 + 4 + 4);
    const long = { text: 'x'.repeat(1_000) };
    expect(answerSize([long, long, { again: long }])).toBeGreaterThan(3_000);
    let deep: unknown = 'x'.repeat(100);
    for (let level = 0; level < 24; level += 1) deep = { left: deep, right: deep };
    expect(answerSize(deep)).toBeGreaterThan(maximumAnswer); // 2^24 texts, in a moment
  });
});
