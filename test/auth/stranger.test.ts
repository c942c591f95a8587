import 'reflect-metadata';
import { createHmac } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { changeKeyFile, freshKeyText } from '../../src/auth/key-file.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { ask, jsonHeaders, post, type Answered, type Asked } from '../support/http.js';
import { cleanUp, liveEnvironment, runProgram, startGatewayProcess, temporaryFolder } from '../support/process.js';
import { newIssuer, startKeyServer, unsigned, type KeyServer } from '../support/tokens.js';

/** What a stranger learns from a gateway in production: nothing, whatever is sent. */

const issuer = newIssuer();
const eve = newIssuer();
let keyServer: KeyServer;
/** Where eve's tokens say that her keys are. */
let evil: KeyServer;
beforeAll(async () => {
  keyServer = await startKeyServer(issuer.jwk);
  evil = await startKeyServer(eve.jwk);
});
afterAll(async () => {
  await keyServer.stop();
  await evil.stop();
  await cleanUp();
});

const production = () => ({ ...liveEnvironment(), NODE_ENV: 'production', STORE_URL: 'sqlite::memory:' });
const seconds = () => Math.floor(Date.now() / 1000);
const claims = () => ({ iss: 'https://issuer.example', aud: 'billfold', sub: 'eve', exp: seconds() + 600 });

function signedWithPem(): string {
  const text = unsigned({ alg: 'HS256', typ: 'JWT' }, claims());
  return `${text}.${createHmac('sha256', issuer.pem).update(text).digest('base64url')}`;
}

/** Authorization headers that let nobody in; a list is one header for each. */
const strangers: readonly (readonly [string, () => string | string[] | undefined])[] = [
  ['no token', () => undefined],
  ['an empty header', () => ''],
  ['another scheme', () => 'Basic dXNlcjpwYXNzd29yZA=='],
  ['garbage', () => 'Bearer garbage'],
  ['an expired token', () => `Bearer ${issuer.token({ exp: seconds() - 60 })}`],
  ['alg none', () => `Bearer ${unsigned({ alg: 'none' }, claims())}.`],
  ['HS256 with the public key as its secret', () => `Bearer ${signedWithPem()}`],
  ['another issuer', () => `Bearer ${issuer.token({ iss: 'https://other.example' })}`],
  ['another audience', () => `Bearer ${issuer.token({ aud: 'another' })}`],
  ['no exp', () => `Bearer ${issuer.token({ exp: undefined })}`],
  ['a token of tomorrow', () => `Bearer ${issuer.token({ nbf: seconds() + 86_400 })}`],
  ['an unknown kid', () => `Bearer ${eve.token()}`],
  ['the kid of another key', () => `Bearer ${eve.token({}, { kid: issuer.jwk.kid })}`],
  ['a key that comes along', () => `Bearer ${eve.token({}, { jwk: eve.jwk })}`],
  ['a key from elsewhere', () => `Bearer ${eve.token({}, { jku: evil.url })}`],
  ['a certificate from elsewhere', () => `Bearer ${eve.token({}, { x5u: evil.url })}`],
  ['an issuer from elsewhere', () => `Bearer ${eve.token({ iss: evil.url })}`],
  ['a critical extension', () => `Bearer ${issuer.token({}, { crit: ['urgent'], urgent: 1 })}`],
  ['an unknown tenant', () => issuer.bearer({ tenant: 'nobody' })],
  ['owners that cannot be read', () => `Bearer ${issuer.token({ owners: 'everybody' })}`],
  ['two tokens that are good', () => [issuer.bearer(), issuer.bearer()]],
  ['a good token and garbage', () => [issuer.bearer(), 'Bearer garbage']],
  ['garbage and a good token', () => ['Bearer garbage', issuer.bearer()]],
  ['8 KiB of a token', () => `Bearer ${'x'.repeat(8_192)}`],
  ['8 KiB of a token that is signed', () => `Bearer ${issuer.token({ padding: 'x'.repeat(6_000) })}`],
];

const json = (body: unknown): Asked => ({ headers: jsonHeaders, body: JSON.stringify(body) });
const requests: readonly (readonly [string, Asked])[] = [
  ['a query', json({ query: '{ __typename }' })],
  ['an operation', json({ query: '{ operations { nodes { id } } }' })],
  ['an unknown field', json({ query: '{ walletz }' })],
  ['a field that is nearly right', json({ query: '{ operation { id } }' })],
  ['introspection', json({ query: '{ __schema { types { name } } }' })],
  ['a mutation with a wrong input', json({ query: 'mutation { createMoovWallet(input: 7) { __typename } }' })],
  ['a syntax error', json({ query: '{' })],
  ['no document', json({})],
  ['a batch', json([{ query: '{ __typename }' }])],
  ['no JSON', { headers: jsonHeaders, body: '{"query":' }],
  ['no body', { headers: jsonHeaders }],
  ['half a character', { headers: jsonHeaders, body: Buffer.from([0x22, 0xc3]) }],
  ['a form', { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'query={__typename}' }],
  ['a compressed body', { headers: { ...jsonHeaders, 'content-encoding': 'gzip' }, body: 'x' }],
  ['another charset', { headers: { 'content-type': 'application/json; charset=utf-16' }, body: '{}' }],
  ['an Accept that nobody can meet', { headers: { ...jsonHeaders, accept: 'text/html' }, body: '{}' }],
  ['the newer media type', { headers: { ...jsonHeaders, accept: 'application/graphql-response+json' }, body: '{}' }],
  ['an origin', { headers: { ...jsonHeaders, origin: 'https://studio.apollographql.com' }, body: '{}' }],
  ['a body that is too large', { headers: { ...jsonHeaders, 'content-length': 300_000 }, body: '{' }],
  [
    'a query by GET',
    { method: 'GET', path: '/graphql?query={__typename}', headers: { 'apollo-require-preflight': '1' } },
  ],
  ['a simple GET', { method: 'GET', path: '/graphql?query={__typename}' }],
  ['a GET for nothing', { method: 'GET' }],
  ['PUT', { method: 'PUT', headers: jsonHeaders, body: '{}' }],
  ['DELETE', { method: 'DELETE' }],
  ['TRACE', { method: 'TRACE' }],
];

/** Everything that a client sees but what differs from one request to the next by nature. */
function seen({ status, headers: { 'x-request-id': _id, date: _date, ...headers }, text }: Answered): object {
  return { status, headers, text };
}

const refused = {
  status: 401,
  headers: {
    'content-type': 'application/json; charset=utf-8',
    'x-content-type-options': 'nosniff',
    'www-authenticate': 'Bearer',
    'content-length': '99',
    connection: 'close',
  },
  text: '{"errors":[{"message":"This needs a valid bearer token.","extensions":{"code":"UNAUTHENTICATED"}}]}',
};

const as = (authorization: string | string[] | undefined, asked: Asked): Asked => ({
  ...asked,
  headers: { ...asked.headers, ...(authorization === undefined ? {} : { Authorization: authorization }) },
});

describe('with AUTH=jwt', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway({
      environment: { ...production(), ...keyServer.environmentOf(issuer), AUTH_JWKS_OUTAGE: '1h' },
    });
  });
  afterAll(() => gateway.stop());

  test('who is none is let in', async () => {
    const answer = await post(gateway.url, { query: '{ __typename }' }, { authorization: issuer.bearer() });
    expect({ status: answer.status, text: answer.text }).toEqual({
      status: 200,
      text: '{"data":{"__typename":"Query"}}',
    });
    // The token that names an issuer's keys elsewhere is believed for its signature; nobody looks there.
    const token = issuer.token({}, { jku: evil.url, x5u: evil.url });
    expect((await post(gateway.url, { query: '{ __typename }' }, { authorization: `Bearer ${token}` })).status).toBe(
      200,
    );
    expect(evil.fetches).toBe(0);
  });

  test.each(strangers)('A4 › %s gets one and the same answer to whatever is asked', async (_who, authorization) => {
    for (const [what, asked] of requests) {
      expect({ what, ...seen(await ask(gateway.url, as(authorization(), asked))) }).toEqual({ what, ...refused });
    }
    const head = await ask(gateway.url, as(authorization(), { method: 'HEAD' }));
    expect(seen(head)).toEqual({ ...refused, text: '' });
  });

  test('A17 › nobody is asked for keys but the server that the settings name, and that one rarely', () => {
    expect(evil.fetches).toBe(0);
    expect(keyServer.fetches).toBeLessThan(5);
  });

  test('callers may do what their tokens say, each on the same gateway', async () => {
    const reader = gateway.as(issuer.bearer({ permissions: ['operations:read'] }));
    expect(await reader.send('{ operations { nodes { id } } }')).toEqual({ data: { operations: { nodes: [] } } });
    const nobody = gateway.as(issuer.bearer({ permissions: ['openid'] }));
    const { errors } = await nobody.send('{ operations { nodes { id } } }');
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN', permission: 'operations:read' } }]);
  });

  test('A14 › no token and no claim is in the log, whether it was good or not', async () => {
    const canaries = {
      sub: 'canary-subject',
      tenant: 'canary-tenant',
      owners: { moov: ['canary-owner'] },
    };
    const tokens = [
      issuer.tokenFor(canaries),
      issuer.tokenFor({ ...canaries, tenant: 'default' }),
      eve.tokenFor(canaries),
    ];
    for (const token of tokens)
      await post(gateway.url, { query: '{ __typename }' }, { authorization: `Bearer ${token}` });
    const secrets = ['canary', ...tokens.flatMap(token => token.split('.'))];
    const log = JSON.stringify(gateway.lines);
    expect(secrets.filter(secret => log.includes(secret))).toEqual([]);
  });
});

describe('with AUTH=api-key', () => {
  const [key, other] = [freshKeyText(), freshKeyText()];
  let gateway: TestGateway;
  beforeAll(async () => {
    const file = join(temporaryFolder(), 'keys.json');
    const usual = { name: 'a test', grants: [], owners: null, created: '2026-01-01T00:00:00Z' };
    await changeKeyFile(file, () => [
      { ...usual, id: key.id, sha256: key.sha256, tenant: 'default', expires: null },
      { ...usual, id: other.id, sha256: other.sha256, tenant: 'default', expires: '2026-01-02T00:00:00Z' },
    ]);
    gateway = await startTestGateway({ environment: { ...production(), AUTH: 'api-key', API_KEYS_FILE: file } });
  });
  afterAll(() => gateway.stop());

  test.each<readonly [string, string | undefined]>([
    ['no key', undefined],
    ['garbage', 'Bearer garbage'],
    ['an unknown key', `Bearer ${freshKeyText().text}`],
    ['a key with the secret of another', `Bearer bf_${key.id}_${other.text.split('_')[2] ?? ''}`],
    ['a key whose time is over', `Bearer ${other.text}`],
    ['a token of an issuer', issuer.bearer()],
  ])('A4 › %s gets one and the same answer to whatever is asked', async (_who, authorization) => {
    for (const [what, asked] of requests) {
      expect({ what, ...seen(await ask(gateway.url, as(authorization, asked))) }).toEqual({ what, ...refused });
    }
  });

  test('A14 › who is none is let in, and no key is in the log', async () => {
    const answer = await post(gateway.url, { query: '{ __typename }' }, { authorization: `Bearer ${key.text}` });
    expect(answer.status).toBe(200);
    const secrets = [key, other].flatMap(({ text, sha256 }) => [text.split('_')[2] ?? text, sha256]);
    const log = JSON.stringify(gateway.lines);
    expect(secrets.filter(secret => log.includes(secret))).toEqual([]);
  });
});

describe('as a process in production', () => {
  test('A4 › strangers get the same answer, whoever they are, and callers theirs', async () => {
    const environment = { ...production(), ...keyServer.environmentOf(issuer) };
    const gateway = await startGatewayProcess({ environment });
    for (const [who, authorization] of strangers) {
      for (const [what, asked] of requests.slice(0, 5)) {
        const answer = await ask(gateway.url, as(authorization(), asked));
        expect({ who, what, ...seen(answer) }).toEqual({ who, what, ...refused });
      }
    }
    const { status } = await post(gateway.url, { query: '{ __typename }' }, { authorization: issuer.bearer() });
    expect(status).toBe(200);
    expect(await gateway.stop()).toMatchObject({ code: 0, stderr: '' });
  });

  test('it does not start where nobody would be asked who they are', async () => {
    for (const environment of [production(), { ...production(), AUTH: 'off' }]) {
      const { code, stderr } = await runProgram('main.js', { environment }).ended;
      expect({ code, stderr }).toEqual({
        code: 1,
        stderr:
          'Billfold cannot start with these settings:\n  - AUTH must be jwt or api-key in production: otherwise whoever reaches the gateway may use it.\n',
      });
    }
  });

  test('it does not start with keys that it cannot read', async () => {
    const folder = temporaryFolder();
    const environment = { ...production(), AUTH: 'api-key', API_KEYS_FILE: 'keys.json' };
    const none = await runProgram('main.js', { folder, environment }).ended;
    expect(none).toMatchObject({
      code: 1,
      stderr: 'API_KEYS_FILE (keys.json) is not there: `npm run keys -- create` makes it.\n',
    });
    writeFileSync(join(folder, 'keys.json'), 'bf_000000000000_secret');
    const broken = await runProgram('main.js', { folder, environment }).ended;
    expect(broken).toMatchObject({
      code: 1,
      stderr: 'API_KEYS_FILE (keys.json) cannot be used: it is not as expected at its beginning.\n',
    });
  });
});
