import 'reflect-metadata';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  getNamedType,
  isInputObjectType,
  isScalarType,
  type GraphQLInputObjectType,
  type GraphQLInputType,
} from 'graphql';
import { schemaOf } from '../../src/api/schema.js';
import { providers } from '../../src/providers/index.js';
import { filled } from '../../src/server/page-script.js';
import { idEnding } from '../../src/simulators/outcomes.js';
import { triggers } from '../../src/triggers/index.js';
import { freshKey, startTestGateway, type TestGateway } from '../support/gateway.js';
import { ask, post } from '../support/http.js';
import { expectRefusal } from './answers.js';
import { broken, long, odd } from './naughty-texts.js';

/** A12, A13 and A15: every text field of every mutation, and every place from which a text reaches the log. */

const slowMs = 170_000;

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.stop());
beforeEach(() => gateway.simulators.reset());

type Json = Readonly<Record<string, unknown>>;

const mutations = schemaOf(providers).getMutationType()?.getFields() ?? {};
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A request that works, for each shape that a mutation's input may have. */
const successes = triggers.filter(({ field, member }) => field in mutations && !member.endsWith('Error'));
const samples = [...Map.groupBy(successes, each => `${each.field} ${shapeOf(each)}`).values()].flatMap(all =>
  all.slice(0, 1),
);

function shapeOf({ steps }: Pick<(typeof triggers)[number], 'steps'>): string {
  const input = steps.at(-1)?.variables.input;
  const branches = isObject(input)
    ? Object.values(input).flatMap(value => (isObject(value) ? Object.keys(value) : []))
    : [];
  return branches.join();
}

/** Where in an input of that type a text may stand; of the branches of a choice, only the one that was made. */
function textPaths(type: GraphQLInputObjectType, sample: Json): string[][] {
  return Object.values(type.getFields()).flatMap(({ name, type: wrapped }) => {
    const named: GraphQLInputType = getNamedType(wrapped);
    const chosen = sample[name];
    if (type.isOneOf && chosen === undefined) return [];
    if (isScalarType(named)) return ['Boolean', 'Int', 'Float'].includes(named.name) ? [] : [[name]];
    if (!isInputObjectType(named)) return [];
    return textPaths(named, isObject(chosen) ? chosen : {}).map(path => [name, ...path]);
  });
}

function withValue(sample: Json, [name = '', ...rest]: readonly string[], value: unknown): Json {
  const member = sample[name];
  return { ...sample, [name]: rest.length === 0 ? value : withValue(isObject(member) ? member : {}, rest, value) };
}

describe('A13, A12 › each text in each field of a mutation', () => {
  test('all mutations are tried, some in more than one way', () => {
    expect([...new Set(samples.map(({ field }) => field))].toSorted()).toEqual(Object.keys(mutations).toSorted());
    expect(samples.length).toBeGreaterThan(Object.keys(mutations).length);
  });

  test.each(samples.map((sample, index) => [sample.field, sample.title, index] as const))(
    '%s, %s › is taken or refused in words, and what is broken or endless is refused',
    async (field, _title, index) => {
      const step = samples[index]?.steps.at(-1);
      const type = getNamedType(mutations[field]?.args[0]?.type);
      if (step === undefined || !isInputObjectType(type)) throw new Error(`${field} has no input.`);
      for (const text of [...odd, ...broken, ...long]) {
        const { input } = filled(step.variables, { key: freshKey(), run: '123456789' });
        if (!isObject(input)) throw new Error(`${field} has no input.`);
        const isRefused = !odd.includes(text);
        const answers = await Promise.all(
          textPaths(type, input).map(async path => {
            const where = path.join('.');
            const variables = { input: withValue(input, path, text) };
            if (where !== 'idempotencyKey') Object.assign(variables.input, { idempotencyKey: freshKey() });
            const { status, text: answered } = await post(gateway.url, { query: step.query, variables });
            return { where, status, answered };
          }),
        );
        for (const { where, status, answered } of answers) {
          const about = `${where}: ${JSON.stringify(text.slice(0, 40))}`;
          expect({ about, status }).toEqual({ about, status: 200 });
          expect({
            about,
            answered,
            isMasked: /INTERNAL_SERVER_ERROR|\bat .+:\d+:\d+|node:internal/.test(answered),
          }).toEqual({ about, answered, isMasked: false });
          const { data, errors } = JSON.parse(answered) as { data?: Record<string, Json> | null; errors?: unknown };
          const member = data?.[field]?.__typename;
          expect({ about, errors, isTold: typeof member === 'string' || Array.isArray(errors) }).toMatchObject({
            about,
            isTold: true,
          });
          if (isRefused && typeof member === 'string')
            expect({ about, member }).toEqual({ about, member: 'InvalidInputError' });
        }
      }
      expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
      expect(gateway.lines.filter(({ level }) => Number(level) >= 50)).toEqual([]);
    },
    slowMs,
  );

  test('what a wallet at Moov is called comes back as it was given, to the last code unit', async () => {
    const query = `mutation ($input: CreateMoovWalletInput!) { createMoovWallet(input: $input) { __typename
      ... on MoovWalletCreated { moovWallet { id name description metadata } } } }`;
    for (const text of odd) {
      const accountId = idEnding(); // one account has a few wallets at most
      const metadata = Object.fromEntries([
        ['label', text],
        [text, 'value'],
      ]);
      for (const own of [
        { name: text, description: text, metadata: { label: text } },
        { name: 'n', metadata },
      ]) {
        const { data } = await gateway.send<{ createMoovWallet: Json }, object>(query, {
          input: { idempotencyKey: freshKey(), accountId, ...own },
        });
        const wallet = data?.createMoovWallet.moovWallet as Json | undefined;
        if (wallet === undefined) {
          expect({ text, answer: data?.createMoovWallet.__typename }).toEqual({ text, answer: 'InvalidInputError' });
          continue;
        }
        expect({ text, wallet }).toMatchObject({ text, wallet: own });
        const read = await gateway.send<{ node: Json }, object>(
          'query ($id: ID!) { node(id: $id) { ... on MoovWallet { id name description metadata } } }',
          { id: wallet.id },
        );
        expect(read.data?.node).toEqual(wallet);
      }
    }
  });

  test('a name of 1 MB is too much for a request', async () => {
    const body = { query: '{ __typename }', variables: { name: 'x'.repeat(1024 * 1024) } };
    expectRefusal(await post(gateway.url, body));
  });
});

describe('A12 › names that mean something to JavaScript', () => {
  test.each(['__proto__', 'constructor', 'prototype'])('%s pollutes nothing, wherever it stands', async name => {
    const poison = `{"${name}":{"polluted":1,"prototype":{"polluted":1}}}`;
    const input = `{"idempotencyKey":"${freshKey()}","accountId":"6b6f1a52-5c0e-4d6e-9f3a-000000000001","name":"n","metadata":`;
    const create =
      '"query":"mutation ($input: CreateMoovWalletInput!) { createMoovWallet(input: $input) { __typename } }"';
    const bodies = [
      `{"query":"{ __typename }","${name}":{"polluted":1}}`,
      `{"query":"{ __typename }","variables":${poison}}`,
      `{"query":"{ __typename }","extensions":${poison}}`,
      `{${create},"variables":{"input":${input}${poison}}}}`,
      `{${create},"variables":{"input":${input}{"${name}":"polluted"}}}}`,
      `{${create},"variables":{"input":${poison}}}`,
      `{${create},"variables":{"${name}":{"polluted":1},"input":${input}{}}}}`,
    ];
    for (const body of bodies) {
      const { status, text } = await post(gateway.url, body);
      expect({ body, text, status }).toEqual({ body, text, status: 200 });
      expect(text).not.toMatch(/INTERNAL_SERVER_ERROR/);
    }
    expect([({} as Json).polluted, (Object.prototype as unknown as Json).polluted]).toEqual([undefined, undefined]);
  });
});

describe('A15 › nobody writes into the log but the gateway', () => {
  const forged = '{"level":60,"msg":"forged"}';
  const payloads = [
    `a\n${forged}`,
    `a\r\n${forged}`,
    '\u001b[2J\u001b[31mforged',
    'a\u0000forged',
    'forged\u2028x',
    '\u009bforged',
  ];

  test('every line is one record of ours, whatever was sent, and holds none of it', async () => {
    const before = gateway.lines.length;
    const query = 'query forged { __typename }';
    for (const payload of payloads) {
      const header = Buffer.from(encodeURIComponent(payload)).toString('latin1');
      await post(gateway.url, { query, operationName: payload });
      await post(gateway.url, { query: `query ${payload} { __typename }` });
      await post(gateway.url, { query: payload, variables: { a: payload }, extensions: { a: payload } });
      await post(gateway.url, payload);
      await ask(gateway.url, { method: 'GET', path: `/${encodeURIComponent(payload)}` });
      const headers = { 'x-request-id': header, 'user-agent': header, 'x-apollo-operation-name': header };
      await ask(gateway.url, { method: 'GET', path: `/graphql?query=${encodeURIComponent(payload)}`, headers });
      await post(gateway.url, { query }, { ...headers, origin: header, host: 'localhost', referer: header });
    }
    const lines = gateway.lines.slice(before);
    expect(lines).toHaveLength(payloads.length * 7);
    for (const line of lines) {
      const { operationName, ...rest } = line;
      expect(line.msg).toBe('request');
      expect([null, 'forged', '']).toContain(operationName); // a name by the grammar, nothing else
      expect(JSON.stringify(rest)).not.toMatch(/forged/);
      // eslint-disable-next-line no-control-regex -- these are what a terminal would obey
      expect(JSON.stringify(line)).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
    }
  });
});
