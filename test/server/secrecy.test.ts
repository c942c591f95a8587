import { randomBytes } from 'node:crypto';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { Events } from '../../src/core/events.js';
import { logEvents } from '../../src/server/telemetry.js';
import { idEnding } from '../../src/simulators/outcomes.js';
import { freshKey, startTestGateway, type TestGateway } from '../support/gateway.js';
import { post } from '../support/http.js';
import { cleanUp, startGatewayProcess } from '../support/process.js';
import { eventually } from '../support/time.js';

/** What is told of errors: to the client what it can act upon, to the log where it happened, to neither what was sent. */

afterAll(cleanUp);

const canary = `canary-${randomBytes(6).toString('hex')}`;

function logged(error: unknown): { readonly text: string; readonly error: unknown } {
  const lines: string[] = [];
  const sink = new Writable({ write: (chunk: Buffer, _encoding, done) => (lines.push(chunk.toString()), done()) });
  const events = new Events();
  logEvents(events, pino({ level: 'trace' }, sink));
  events.emit('broken', { request: { id: 'r' }, doing: 'graphql', error });
  expect(lines).toHaveLength(1);
  return { text: lines.join(''), error: (JSON.parse(lines.join('')) as { error: unknown }).error };
}

const frame = expect.stringMatching(/^at .*secrecy\.test\.(?:ts|js):\d+/);

describe('A14 › an error in the log', () => {
  test('is known by name, code, frames and causes; its words, and theirs, are left out', () => {
    const cause = Object.assign(new TypeError(canary, { cause: new RangeError(canary, { cause: canary }) }), {
      code: 'ERR_CAUSE',
      body: canary,
    });
    const { text, error } = logged(
      Object.assign(new Error(canary, { cause }), { code: 'ERR_OUTER', errcode: 11, input: { otp: canary } }),
    );
    expect(text).not.toContain(canary);
    const at = expect.arrayContaining([frame]);
    expect(error).toEqual({
      name: 'Error',
      code: 'ERR_OUTER',
      errcode: 11,
      at,
      cause: { name: 'TypeError', code: 'ERR_CAUSE', at, cause: { name: 'RangeError', at, cause: 'string' } },
    });
  });

  test.each([
    [
      'lines that look like frames',
      () => new Error(`no\n    at ${canary} (file:///${canary}.js:1:1)\n    at ${canary}`),
    ],
    ['nothing but a frame', () => new Error(`at ${canary}`)],
    ['a message that was changed', () => Object.assign(new Error(`no\n    at ${canary}`), { message: 'changed' })],
    ['a name that is no word', () => Object.assign(new Error('no'), { name: `${canary} (4711)` })],
    ['a code that is no word', () => Object.assign(new Error('no'), { code: `+57 ${canary}` })],
    ['a code that is an object', () => Object.assign(new Error('no'), { code: { canary } })],
    ['several errors in one', () => new AggregateError([new Error(canary)], canary)],
    ['a circle of causes', () => circular()],
    ['no error at all', () => ({ message: canary })],
    ['a text', () => canary],
  ])('does not tell what it holds: %s', (_what, make) => {
    expect(logged(make()).text).not.toContain(canary);
  });

  test('has its own frames where its message has lines like them', () => {
    expect(logged(new Error(`no\n    at ${canary}`)).error).toMatchObject({ at: expect.arrayContaining([frame]) });
  });
});

function circular(): Error {
  const error = new Error(canary);
  error.cause = error;
  return error;
}

describe('A14 › an answer that refuses a document', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway();
  });
  afterAll(() => gateway.stop());

  const link = 'mutation ($input: LinkWalletAccountInput!) { linkWalletAccount(input: $input) { __typename } }';
  const linkWith = (input: string) => `mutation { linkWalletAccount(input: ${input}) { __typename } }`;
  const notText = 'String cannot represent a non string value.';

  test.each<[string, string, unknown, string]>([
    [
      'a missing member',
      link,
      { idempotencyKey: 'k', otp: canary },
      `Variable "$input" got an invalid value; Field "walletAccountId" of required type "ID!" was not provided.`,
    ],
    [
      'a member too many',
      link,
      { idempotencyKey: 'k', walletAccountId: 'w', otp: canary, opt: 1 },
      `Variable "$input" got an invalid value; Field "opt" is not defined by type "LinkWalletAccountInput".`,
    ],
    [
      'a wrong type',
      link,
      { idempotencyKey: 'k', walletAccountId: 'w', otp: [canary] },
      `Variable "$input" got an invalid value at "input.otp"; ${notText}`,
    ],
    [
      'a wrong type with words in it',
      link,
      { idempotencyKey: 'k', walletAccountId: 'w', otp: { a: `; String cannot represent it: ${canary} at "x"; y` } },
      `Variable "$input" got an invalid value at "input.otp"; ${notText}`,
    ],
    [
      'null',
      link,
      { idempotencyKey: canary, walletAccountId: 'w', otp: null },
      'Variable "$input" got an invalid value at "input.otp"; Expected non-nullable type "String!" not to be null.',
    ],
    [
      'no object',
      link,
      canary,
      'Variable "$input" got an invalid value; Expected type "LinkWalletAccountInput" to be an object.',
    ],
    ['a literal number', linkWith('{ idempotencyKey: "k", walletAccountId: "w", otp: 47114711 }'), undefined, notText],
    [
      'a literal of another kind',
      linkWith(`"${canary}"`),
      undefined,
      'Expected value of type "LinkWalletAccountInput!".',
    ],
    [
      'a slip of the pen',
      linkWith(`{ idempotencyKey: "k" otp "${canary}" }`),
      undefined,
      'Syntax Error: Expected ":", found String.',
    ],
    [
      'a slip before a number',
      linkWith('{ idempotencyKey: "k" otp 47114711 }'),
      undefined,
      'Syntax Error: Expected ":", found Int.',
    ],
  ])('says where and why, and quotes no value: %s', async (_what, query, input, message) => {
    const { text } = await post(gateway.url, { query, variables: { input } });
    expect(text).not.toMatch(new RegExp(`${canary}|47114711`));
    const { errors } = JSON.parse(text) as { errors: { message: string }[] };
    expect(errors.map(error => error.message.replace(/ Did you mean.*$/, ''))).toContain(message);
    expect(text).not.toMatch(/\.(?:js|ts):\d+|node_modules|"stack/);
  });
});

/** Run before the gateway in its process: throws what its parent sends it, with that as the words of error and cause. */
const thrower = `process.on('message', ({ how, text }) => {
  const error = new TypeError(text, { cause: Object.assign(new Error(text), { code: 'ERR_CAUSE' }) });
  if (how === 'throw') throw error;
  void Promise.reject(error);
});`;

test.each([
  ['throw', 'uncaughtException'],
  ['reject', 'unhandledRejection'],
])('A14 › a process that breaks with canaries in flight tells where, and nothing of them: %s', async (how, event) => {
  const environment = {
    NODE_OPTIONS: `--import "data:text/javascript,${encodeURIComponent(thrower)}"`,
    LOG_LEVEL: 'trace',
  };
  const gateway = await startGatewayProcess({ environment });
  const input = { idempotencyKey: freshKey(), accountId: idEnding('102'), name: canary, description: canary };
  const query = 'mutation ($input: CreateMoovWalletInput!) { createMoovWallet(input: $input) { __typename } }';
  const asked = post(gateway.url, { query, variables: { input } }).catch(() => 'cut off');
  const underWay = async () =>
    (await post(gateway.url, { query: '{ operations(status: IN_PROGRESS, first: 1) { totalCount nodes { id } } }' }))
      .text;
  await eventually(async () => (await underWay()).includes('"id"'));
  gateway.child.send({ how, text: `${canary}\n    at ${canary} (${canary}:1:1)` });
  const { code, stdout, stderr } = await gateway.ended;
  expect(await asked).toBe('cut off');
  expect(code).toBe(1);
  expect(gateway.lines().at(-1)).toMatchObject({
    level: 60,
    msg: event,
    error: { name: 'TypeError', at: expect.any(Array), cause: { name: 'Error', code: 'ERR_CAUSE' } },
  });
  expect(stdout + stderr).not.toContain(canary);
  expect(stderr).toBe('');
});
