import 'reflect-metadata';
import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterEach, describe, expect, test } from '@jest/globals';
import { withGateway } from '../support/gateway.js';
import { post } from '../support/http.js';
import { closedPort } from '../support/ports.js';
import { eventually, handClock } from '../support/time.js';
import { newIssuer, startKeyServer, unsigned, type KeyServer } from '../support/tokens.js';
import { authenticationWith, type TestAuthentication } from './authentication.js';

/** An issuer's published keys: when they are fetched, how long they are believed, and what is made of a bad answer. */

const minute = 60_000;
const clock = handClock(); // one for all: only what passes within a test counts
const issuer = newIssuer({ now: clock.now });
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

async function keyServer(...published: readonly object[]): Promise<KeyServer> {
  const server = await startKeyServer(...published);
  ends.push(() => server.stop());
  return server;
}

async function opened(server: KeyServer, settings: Readonly<Record<string, string>> = {}): Promise<TestAuthentication> {
  const authentication = await authenticationWith({ ...server.environmentOf(issuer), ...settings }, { clock });
  ends.push(() => authentication.close());
  return authentication;
}

const busy = (_request: IncomingMessage, response: ServerResponse): void => void response.writeHead(503).end();
const flood = (word: TestAuthentication['word']): Promise<string[]> =>
  Promise.all(Array.from({ length: 100 }, (_, index) => word(issuer.token({}, { kid: `unknown-${index}` }))));

describe('keys that are there', () => {
  test('are fetched once for all who come at the same time', async () => {
    const server = await keyServer(issuer.jwk);
    const { word, facts } = await opened(server);
    const words = await Promise.all(Array.from({ length: 50 }, (_, index) => word(issuer.token({ sub: `${index}` }))));
    expect(new Set(words)).toEqual(new Set(['accepted']));
    expect(server.fetches).toBe(1);
    expect(facts).toEqual([{ fact: 'keysFetched', keys: 1 }]);
  });

  test('A17 › unknown ones cause one fetch in half a minute, whatever the flood', async () => {
    const server = await keyServer(issuer.jwk);
    const { word } = await opened(server);
    expect(await word(issuer.token())).toBe('accepted');
    expect(new Set(await flood(word))).toEqual(new Set(['refused']));
    expect(server.fetches).toBe(1);
    for (const fetches of [2, 3]) {
      await clock.pass(30_000);
      for (let times = 0; times < 3; times += 1) {
        expect(new Set(await flood(word))).toEqual(new Set(['refused']));
        expect(await word(issuer.token())).toBe('accepted');
      }
      expect(server.fetches).toBe(fetches);
    }
  });

  test('a new one is found by the first token that names it', async () => {
    const server = await keyServer(issuer.jwk);
    const { word } = await opened(server);
    expect(await word(issuer.token())).toBe('accepted');
    const next = newIssuer({ now: clock.now });
    server.publishes(issuer.jwk, next.jwk);
    await clock.pass(30_000);
    expect(await Promise.all([word(next.token()), word(next.token()), word(issuer.token())])).toEqual(
      Array.from({ length: 3 }, () => 'accepted'),
    );
    expect(server.fetches).toBe(2);
  });

  test('A17 › a withdrawn one is refused within ten minutes, also for tokens that were verified, and if nobody calls', async () => {
    const server = await keyServer(issuer.jwk);
    const { word, facts } = await opened(server);
    const token = issuer.token();
    expect(await word(token)).toBe('accepted');
    server.publishes(newIssuer().jwk);
    await clock.pass(10 * minute - 1);
    expect(await word(token)).toBe('accepted');
    expect(server.fetches).toBe(1);
    await clock.pass(1);
    await eventually(() => facts.length === 2);
    expect(await word(token)).toBe('refused');
  });

  test('are fetched anew when somebody says so', async () => {
    const server = await keyServer(issuer.jwk);
    const { word, reload, facts } = await opened(server);
    expect(await word(issuer.token())).toBe('accepted');
    server.publishes();
    reload();
    await eventually(() => facts.length === 2);
    expect(facts[1]).toEqual({ fact: 'keysFetched', keys: 0 });
    expect(await word(issuer.token())).toBe('refused');
  });

  test('a token that names none is verified with the only one that fits', async () => {
    const server = await keyServer(issuer.jwk);
    const { word } = await opened(server);
    expect(await word(issuer.token({}, { kid: undefined }))).toBe('accepted');
  });
});

describe('an outage', () => {
  test('A17 › the last keys outlive it for as long as was said, and no longer; then they are back at once', async () => {
    const server = await keyServer(issuer.jwk);
    const { word, facts } = await opened(server, { AUTH_JWKS_OUTAGE: '20m' });
    const token = issuer.tokenFor();
    expect(await word(token)).toBe('accepted');
    server.answers(busy);
    await clock.pass(20 * minute - 1);
    expect(await word(token)).toBe('accepted');
    expect(await word(issuer.tokenFor({ sub: 'another' }))).toBe('accepted');
    await eventually(() => facts.length > 1);
    expect(facts[1]).toMatchObject({ fact: 'keysFetchFailed', hasKeys: true });

    await clock.pass(1);
    expect(await word(token)).toBe('unavailable');
    expect(await word(issuer.tokenFor({ sub: 'another' }))).toBe('unavailable');
    server.publishes(issuer.jwk);
    await eventually(async () => {
      await clock.pass(5_000);
      return (await word(token)) === 'accepted';
    });
    expect(facts.at(-1)).toEqual({ fact: 'keysFetched', keys: 1 });
  });

  test('A17 › without keys from before nobody is let in, and the server is asked once in five seconds', async () => {
    const server = await keyServer();
    server.answers(busy);
    const { word, facts } = await opened(server);
    for (const fetches of [1, 2, 3]) {
      const words = await Promise.all(Array.from({ length: 100 }, () => word(issuer.token())));
      expect(new Set(words)).toEqual(new Set(['unavailable']));
      expect(await word(issuer.token())).toBe('unavailable');
      expect(server.fetches).toBe(fetches);
      await clock.pass(5_000);
    }
    server.publishes(issuer.jwk);
    await eventually(async () => {
      await clock.pass(5_000);
      return (await word(issuer.token())) === 'accepted';
    });
    // Once, however often it failed.
    expect(facts).toEqual([
      { fact: 'keysFetchFailed', reason: 'status 503', hasKeys: false },
      { fact: 'keysFetched', keys: 1 },
    ]);
  });

  test('what cannot be a token of the issuer is refused all the same', async () => {
    const server = await keyServer();
    server.answers(busy);
    const { word, authenticate } = await opened(server);
    expect(await authenticate(undefined, () => undefined)).toBe('refused');
    for (const token of ['garbage', `${unsigned({ alg: 'none' }, {})}.`, issuer.token({}, { alg: 'HS256' })]) {
      expect(await word(token)).toBe('refused');
    }
  });

  test.each([
    ['never answers', () => undefined],
    [
      'never ends its answer',
      (_request: IncomingMessage, response: ServerResponse) => {
        const drip = setInterval(() => response.write(' '), 5);
        response.on('close', () => clearInterval(drip));
      },
    ],
  ])('a server that %s is given five seconds in all', async (_how, answers) => {
    const server = await keyServer();
    server.answers(answers);
    const { word, facts } = await opened(server);
    await eventually(() => server.fetches === 1);
    const waiting = word(issuer.token());
    await clock.pass(4_999);
    expect(facts).toEqual([]);
    await clock.pass(1);
    expect(await waiting).toBe('unavailable');
    expect(facts).toEqual([{ fact: 'keysFetchFailed', reason: 'too late', hasKeys: false }]);
  });

  test('a gateway starts while the key server is down, is ready, and says that tokens cannot be checked', async () => {
    const { AUTH_PUBLIC_KEY: _key, ...settings } = newIssuer().environment;
    const environment = { ...settings, AUTH_JWKS_URL: `http://127.0.0.1:${await closedPort()}/keys` };
    const caller = newIssuer();
    await withGateway({ environment }, async ({ url, lines }) => {
      expect((await fetch(`${url}/readyz`)).status).toBe(200);
      const query = { query: '{ __typename }' };
      const checked = await post(url, query, { authorization: caller.bearer() });
      expect({ status: checked.status, text: checked.text }).toEqual({
        status: 503,
        text: '{"errors":[{"message":"Tokens cannot be checked at present.","extensions":{"code":"AUTHENTICATION_UNAVAILABLE"}}]}',
      });
      expect(checked.headers['retry-after']).toBe('5');
      expect((await post(url, query)).status).toBe(401);
      const said = lines.filter(({ msg }) => String(msg).startsWith("the issuer's keys"));
      expect(said).toMatchObject([{ level: 50, reason: 'ECONNREFUSED' }]);
    });
  });
});

describe('A17 › an answer that is no key set is no key set', () => {
  const padded = JSON.stringify({ keys: [issuer.jwk], padding: 'x'.repeat(300_000) });
  const text = (status: number, body: string) => (_request: IncomingMessage, response: ServerResponse) =>
    void response.writeHead(status, { 'content-type': 'application/json' }).end(body);

  test.each([
    ['too large', text(200, padded), 'too large'],
    [
      'too large when it is inflated',
      (_request: IncomingMessage, response: ServerResponse) =>
        void response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(padded)),
      'too large',
    ],
    ['a page', text(200, '<html></html>'), 'not a key set'],
    ['empty', text(200, ''), 'not a key set'],
    ['a list', text(200, '[]'), 'not a key set'],
    ['without keys', text(200, '{}'), 'not a key set'],
    ['with keys that are no list', text(200, '{"keys":{}}'), 'not a key set'],
    ['with keys that are no keys', text(200, '{"keys":[7]}'), 'not a key set'],
    ['a refusal with keys in it', text(404, JSON.stringify({ keys: [issuer.jwk] })), 'status 404'],
    ['a failure', text(500, 'no'), 'status 500'],
    [
      'torn',
      (_request: IncomingMessage, response: ServerResponse) => {
        response.writeHead(200, { 'content-length': 500 }).write('{"keys":[');
        setImmediate(() => response.destroy());
      },
      expect.stringMatching(/^(?:[A-Z_]+|broken off)$/),
    ],
  ])('%s', async (_what, answers, reason) => {
    const server = await keyServer();
    server.answers(answers);
    const { word, facts } = await opened(server);
    expect(await word(issuer.token())).toBe('unavailable');
    expect(facts).toEqual([{ fact: 'keysFetchFailed', reason, hasKeys: false }]);
  });

  test.each([301, 302, 303, 307, 308])('elsewhere (%i) is not followed', async status => {
    const elsewhere = await keyServer(issuer.jwk);
    const server = await keyServer();
    server.answers((_request, response) => void response.writeHead(status, { location: elsewhere.url }).end());
    const { word } = await opened(server);
    expect(await word(issuer.token())).toBe('unavailable');
    expect(elsewhere.fetches).toBe(0);
  });

  test('and does not take the place of one', async () => {
    const server = await keyServer(issuer.jwk);
    const { word, facts } = await opened(server);
    expect(await word(issuer.token())).toBe('accepted');
    server.answers(text(200, '{}'));
    await clock.pass(10 * minute);
    await eventually(() => facts.length === 2);
    expect(facts[1]).toEqual({ fact: 'keysFetchFailed', reason: 'not a key set', hasKeys: true });
    expect(await word(issuer.token())).toBe('accepted');
  });
});

describe('A17 › keys that are not fit for it are left out', () => {
  const kid = 'odd';
  const secret = Buffer.from('a secret that everybody can read now');

  test('a shared secret', async () => {
    const server = await keyServer(issuer.jwk, { kty: 'oct', k: secret.toString('base64url'), kid, alg: 'HS256' });
    const { word, facts } = await opened(server);
    const head = unsigned({ alg: 'HS256', kid }, claimsOf(issuer.token()));
    expect(await word(`${head}.${createHmac('sha256', secret).update(head).digest('base64url')}`)).toBe('refused');
    expect(await word(issuer.token())).toBe('accepted');
    expect(facts[0]).toEqual({ fact: 'keysFetched', keys: 1 });
  });

  const own = newIssuer({ kid, now: clock.now });
  test.each<readonly [string, object]>([
    ['a private key that everybody can read now', { ...own.privateKey.export({ format: 'jwk' }), kid }],
    ['a key for encryption', { ...own.jwk, use: 'enc' }],
    ['a key for another algorithm', { ...own.jwk, alg: 'ES384' }],
    ['a key that may only sign', { ...own.jwk, key_ops: ['sign'] }],
    ['a key of a kind that nobody knows', { ...own.jwk, kty: 'NEW' }],
    ['a key that is off its curve', { ...own.jwk, x: own.jwk.y }],
  ])('%s', async (_what, key) => {
    const server = await keyServer({ ...key, kid }, issuer.jwk);
    const { word } = await opened(server);
    expect(await word(own.token())).toBe('refused');
    expect(await word(issuer.token())).toBe('accepted');
  });

  test('a short RSA key', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
    const server = await keyServer({ ...publicKey.export({ format: 'jwk' }), kid }, issuer.jwk);
    const { word } = await opened(server);
    const text = unsigned({ alg: 'RS256', kid }, claimsOf(issuer.token()));
    expect(await word(`${text}.${sign('sha256', Buffer.from(text), privateKey).toString('base64url')}`)).toBe(
      'refused',
    );
    expect(await word(issuer.token())).toBe('accepted');
  });

  test('two of one name, of which nobody can tell which is meant', async () => {
    const server = await keyServer(own.jwk, newIssuer({ kid }).jwk, issuer.jwk);
    const { word } = await opened(server);
    expect(await word(own.token())).toBe('refused');
    expect(await word(issuer.token())).toBe('accepted');
  });
});

function claimsOf(token: string): object {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as object;
}
