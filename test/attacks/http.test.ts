import 'reflect-metadata';
import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { anybody } from '../../src/core/principal.js';
import { idEnding } from '../../src/simulators/outcomes.js';
import { startEdge } from '../../src/server/http.js';
import { freshKey, startTestGateway, type TestGateway } from '../support/gateway.js';
import { ask, converse, post } from '../support/http.js';
import { answersIn, expectRefusal, expectRefusalOrClosed } from './answers.js';

/** Attacks on the edge, over raw sockets where a client would not let us. More of these rows are in test/server. */

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.stop());

const query = '{ __typename }';
const createWallet = 'mutation ($input: CreateMoovWalletInput!) { createMoovWallet(input: $input) { __typename } }';
const createInput = () => ({ input: { idempotencyKey: freshKey(), accountId: idEnding(), name: 'Payroll' } });
const createBody = () => JSON.stringify({ query: createWallet, variables: createInput() });
const created = () => gateway.simulators.moov.ledger.length;

/** A whole request that would make a wallet, for where only half of it is to be looked at. */
const smuggled = (): string => {
  const body = createBody();
  return `POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`;
};

/** Nothing was made, and somebody else is served as if nothing had been. */
async function expectNoHarm(before: number): Promise<void> {
  expect(created()).toBe(before);
  expect(await post(gateway.url, { query })).toMatchObject({ status: 200, text: '{"data":{"__typename":"Query"}}' });
}

describe('A5 › a page cannot act in the name of whoever visits it', () => {
  test.each([
    ['x-http-method-override', 'POST'],
    ['x-http-method', 'POST'],
    ['x-method-override', 'POST'],
    ['x-original-url', '/graphql'],
    ['x-rewrite-url', '/graphql'],
  ])('a GET with a mutation stays a GET, whatever %s says', async (name, value) => {
    const before = created();
    const parameters = new URLSearchParams({ query: createWallet, variables: JSON.stringify(createInput()) });
    for (const others of [{}, { 'apollo-require-preflight': 'true' }]) {
      const path = `/graphql?${parameters.toString()}&_method=POST`;
      expectRefusal(await ask(gateway.url, { method: 'GET', path, headers: { [name]: value, ...others } }));
    }
    await expectNoHarm(before);
  });

  test.each([
    ['after', ['text/plain', 'application/json']],
    ['before', ['application/json', 'text/plain']],
    ['beside the same', ['application/json', 'application/json']],
    ['in one line with', ['text/plain, application/json']],
  ])('application/json %s another content type is not believed', async (_where, types) => {
    const before = created();
    const body = createBody();
    const lines = types.map(type => `Content-Type: ${type}\r\n`).join('');
    const received = await converse(
      gateway.url,
      `POST /graphql HTTP/1.1\r\nHost: localhost\r\n${lines}Content-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
    );
    expectRefusal(answersIn(received)[0] ?? { status: 0, headers: {}, text: '' });
    await expectNoHarm(before);
  });

  test.each(['application/json;', 'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])(
    'a beacon of type %s with a create in it makes nothing',
    async type => {
      const before = created();
      const headers = { 'content-type': type, origin: 'https://evil.example', 'sec-fetch-mode': 'no-cors' };
      const answer = await ask(gateway.url, { headers, body: createBody() });
      // With a lone semicolon it is JSON, of which a browser asks first.
      if (type.startsWith('application/json')) return expect(answer.status).toBe(200);
      expectRefusal(answer);
      await expectNoHarm(before);
    },
  );
});

describe('A5 › where a token is needed', () => {
  /** The edge alone, with one token that is good. */
  async function withEdge(use: (url: string) => Promise<void>): Promise<void> {
    const edge = await startEdge({
      host: '127.0.0.1',
      port: 0,
      allowedHosts: ['127.0.0.1'],
      corsOrigins: ['https://app.example'],
      trusted: null,
      page: { html: '<!doctype html>', headers: { 'content-type': 'text/html' } },
      authenticate: async authorization => (authorization === 'Bearer good' ? anybody : 'refused'),
      execute: async () => ({ status: 200, body: '{"data":{}}', operationName: null }),
      isReady: async () => true,
      log: { began: id => ({ id }), ended: () => undefined },
      broke: error => {
        throw error;
      },
    });
    try {
      await use(edge.url);
    } finally {
      await edge.stop();
    }
  }

  test('a cookie is nothing, whatever is in it', async () => {
    await withEdge(async url => {
      for (const name of ['authorization', 'token', 'access_token', 'session', 'id', '__Host-session']) {
        const cookie = `${name}=Bearer good; ${name}=good`;
        expect((await post(url, { query }, { cookie })).status).toBe(401);
        const other = await post(url, { query }, { cookie, authorization: 'Bearer good' });
        expect({ status: other.status, cookie: other.headers['set-cookie'] }).toEqual({ status: 200 });
      }
    });
  });

  test('two tokens are refused, in either order', async () => {
    await withEdge(async url => {
      for (const tokens of [
        ['Bearer good', 'Bearer bad'],
        ['Bearer bad', 'Bearer good'],
      ]) {
        const lines = tokens.map(token => `Authorization: ${token}\r\n`).join('');
        const received = await converse(
          url,
          `POST /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n${lines}Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}`,
        );
        expectRefusalOrClosed(received);
      }
    });
  });

  test('browsers may ask first without one, and the page is there without one', async () => {
    await withEdge(async url => {
      const headers = { origin: 'https://app.example', 'access-control-request-method': 'POST' };
      expect(await ask(url, { method: 'OPTIONS', headers })).toMatchObject({
        status: 204,
        headers: {
          'access-control-allow-origin': 'https://app.example',
          'access-control-allow-headers': expect.stringContaining('authorization'),
        },
      });
      expect((await ask(url, { method: 'GET', path: '/' })).status).toBe(200);
      // A refusal can be read by the page that was let in: else its person sees a network error instead of the reason.
      expect(await post(url, { query }, { origin: 'https://app.example' })).toMatchObject({
        status: 401,
        headers: { 'access-control-allow-origin': 'https://app.example' },
      });
    });
  });

  test('no line of ours reads a cookie', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts'));
    const readers = files.filter(file =>
      /\.cookies?\b|['"](?:set-)?cookie['"]/i.test(readFileSync(`src/${file}`, 'utf8')),
    );
    expect(readers).toEqual([]);
  });
});

describe('A7 › encoded bodies are refused before a byte is inflated', () => {
  const zeros = Buffer.alloc(64 * 1024 * 1024);
  const bomb = gzipSync(zeros);
  test.each([
    ['gzip', bomb],
    ['GZIP', bomb],
    ['x-gzip', bomb],
    ['gzip, gzip', gzipSync(bomb)],
    ['identity, gzip', bomb],
    ['deflate', deflateSync(zeros)],
    ['br', brotliCompressSync(Buffer.alloc(1024 * 1024))],
    ['zstd', Buffer.from('28b52ffd', 'hex')],
    ['aes128gcm', Buffer.alloc(16)],
    ['', Buffer.from('{}')],
  ])('%s', async (encoding, body) => {
    const before = created();
    // The body never comes: nothing of it is needed to refuse it.
    const received = await converse(
      gateway.url,
      `POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Encoding: ${encoding}\r\nContent-Length: 99\r\n\r\n`,
      text => text.includes('}]}'),
    );
    expect(answersIn(received).map(({ status }) => status)).toEqual([415]);
    const answer = await post(gateway.url, body.subarray(0, 200_000), { 'content-encoding': encoding });
    expect(answer.status).toBe(415);
    expectRefusal(answer);
    await expectNoHarm(before);
  });
});

describe('A8 › no second request hides in a first one', () => {
  const head = 'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n';
  const chunked = (coding: string): string => `${head}${coding}\r\n\r\n0\r\n\r\n${smuggled()}`;
  const both = (coding: string): string => `${head}Content-Length: 4\r\n${coding}\r\n\r\n0\r\n\r\n${smuggled()}`;
  const chunk = (bytes: string): string => `${head}Transfer-Encoding: chunked\r\n\r\n${bytes}${smuggled()}`;

  test.each<readonly [string, () => string]>([
    ['a length and chunks', () => both('Transfer-Encoding: chunked')],
    [
      'chunks and a length',
      () => `${head}Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n${smuggled()}`,
    ],
    ['a length, and chunks with a space before the colon', () => both('Transfer-Encoding : chunked')],
    ['a length, and chunks after a tab', () => both('Transfer-Encoding:\tchunked')],
    ['a length, and chunks in capitals', () => both('TRANSFER-ENCODING: CHUNKED')],
    ['a length, and folded chunks', () => both('Transfer-Encoding:\r\n chunked')],
    ['a length, and chunks behind a vertical tab', () => both('Transfer-Encoding: \u000bchunked')],
    ['chunked, identity', () => chunked('Transfer-Encoding: chunked, identity')],
    ['identity', () => chunked('Transfer-Encoding: identity')],
    ['identity, chunked', () => chunked('Transfer-Encoding: identity, chunked')],
    ['gzip, chunked', () => chunked('Transfer-Encoding: gzip, chunked')],
    ['chunked twice', () => chunked('Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked')],
    [
      'chunked, then identity in a line of its own',
      () => chunked('Transfer-Encoding: chunked\r\nTransfer-Encoding: identity'),
    ],
    ['xchunked', () => chunked('Transfer-Encoding: xchunked')],
    ['quoted chunked', () => chunked('Transfer-Encoding: "chunked"')],
    ['chunked with a parameter', () => chunked('Transfer-Encoding: chunked;q=1')],
    ['chunks in HTTP/1.0', () => chunked('Transfer-Encoding: chunked').replace('HTTP/1.1', 'HTTP/1.0')],
    ['two lengths that differ', () => `${head}Content-Length: 0\r\nContent-Length: 5\r\n\r\n${smuggled()}`],
    ['two lengths in one line', () => `${head}Content-Length: 0, 5\r\n\r\n${smuggled()}`],
    ['a negative length', () => `${head}Content-Length: -1\r\n\r\n${smuggled()}`],
    ['a length with a plus', () => `${head}Content-Length: +0\r\n\r\n${smuggled()}`],
    ['a length in hexadecimal', () => `${head}Content-Length: 0x0\r\n\r\n${smuggled()}`],
    ['a length beyond 64 bits', () => `${head}Content-Length: 18446744073709551616\r\n\r\n${smuggled()}`],
    ['a length with a space in it', () => `${head}Content-Length: 0 0\r\n\r\n${smuggled()}`],
    ['a length with a space before the colon', () => `${head}Content-Length : 0\r\n\r\n${smuggled()}`],
    ['lines that end in LF alone', () => `${head.replaceAll('\r\n', '\n')}Content-Length: 0\n\n${smuggled()}`],
    ['a line that ends in CR alone', () => `${head}X: a\rContent-Length: 0\r\n\r\n${smuggled()}`],
    ['a folded header', () => `${head}X: a\r\n b\r\nContent-Length: 0\r\n\r\n${smuggled()}`],
    [
      'a folded first header',
      () => `POST /graphql HTTP/1.1\r\n Host: localhost\r\nContent-Length: 0\r\n\r\n${smuggled()}`,
    ],
    ['NUL in a header', () => `${head}X: a\u0000b\r\nContent-Length: 0\r\n\r\n${smuggled()}`],
    ['a chunk size beyond 64 bits', () => chunk('10000000000000000\r\n')],
    ['a negative chunk size', () => chunk('-1\r\n')],
    ['a chunk size with 0x', () => chunk('0x0\r\n\r\n')],
    ['a chunk size after a space', () => chunk(' 0\r\n\r\n')],
    ['a chunk size with an underscore', () => chunk('0_0\r\n\r\n')],
    ['a chunk that ends in LF alone', () => chunk('0\n\n')],
    ['a chunk longer than it says', () => chunk('1\r\n{}\r\n0\r\n\r\n')],
    ['a chunk extension with LF in it', () => chunk('0;a\nb\r\n\r\n')],
    ['a chunk extension without end', () => chunk(`1;${'a'.repeat(64 * 1024)}`)],
    [
      'a second line after the request line',
      () => `GET / HTTP/1.1\r\nGET /graphql HTTP/1.1\r\nHost: localhost\r\n\r\n`,
    ],
    ['a target with a space', () => `GET / /graphql HTTP/1.1\r\nHost: localhost\r\n\r\n`],
    [
      'a whole URL of another host',
      () => `GET http://evil.example/healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`,
    ],
    [
      'another host than that of the URL',
      () => `GET http://localhost/graphql HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n`,
    ],
    ['a tunnel', () => 'CONNECT localhost:22 HTTP/1.1\r\nHost: localhost:22\r\n\r\n'],
    [
      'two hosts, ours first',
      () => `GET /healthz HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\nConnection: close\r\n\r\n`,
    ],
  ])('%s', async (_what, bytes) => {
    const before = created();
    expectRefusalOrClosed(await converse(gateway.url, bytes()));
    await expectNoHarm(before);
  });

  test('requests in one write are answered one by one, in their order', async () => {
    const one = (name: string): string => {
      const body = JSON.stringify({ query: `{ ${name}: __typename }` });
      return `POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
    };
    const names = Array.from({ length: 300 }, (_none, index) => `a${index}`);
    const received = await converse(gateway.url, names.map(one).join(''), text => text.includes('{"a299"'));
    expect(answersIn(received).map(({ text }) => text)).toEqual(names.map(name => `{"data":{"${name}":"Query"}}`));
  });
});

describe('A8 › what is no request, and too much of one', () => {
  const many = (count: number, header = (index: number) => `X${index}: a`): string =>
    `GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${Array.from({ length: count }, (_none, index) => `${header(index)}\r\n`).join('')}\r\n`;

  test.each<readonly [string, string | Uint8Array]>([
    ['the preface of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\u0000\u0000\u0000\u0004\u0000\u0000\u0000\u0000\u0000'],
    ['a greeting in TLS', Buffer.concat([Buffer.from('16030102000100', 'hex'), Buffer.alloc(512)])],
    ['a greeting in SSH', 'SSH-2.0-OpenSSH_9.6\r\n'],
    ['a command for Redis', '*1\r\n$4\r\nPING\r\n'],
    ['zeros', Buffer.alloc(1024)],
    ['HTTP/0.9', 'GET /healthz\r\n\r\n'],
    ['101 headers', many(99)],
    ['3,000 headers', many(3_000, () => 'a:')],
    ['100,000 headers', many(100_000)],
    ['a header of 1 MB', many(1, () => `X: ${'x'.repeat(1024 * 1024)}`)],
    ['a header with a name of 1 MB', many(1, () => `${'x'.repeat(1024 * 1024)}: a`)],
    ['a target of 1 MB', `GET /${'x'.repeat(1024 * 1024)} HTTP/1.1\r\nHost: localhost\r\n\r\n`],
    ['a method of 1 MB', `${'X'.repeat(1024 * 1024)} / HTTP/1.1\r\nHost: localhost\r\n\r\n`],
    ['an expectation beside another', many(1, () => 'Expect: 100-continue, more')],
    ['two expectations', many(2, () => 'Expect: 100-continue')],
  ])('%s', async (_what, bytes) => {
    const before = created();
    expectRefusalOrClosed(await converse(gateway.url, bytes));
    await expectNoHarm(before);
  });

  test('98 headers besides those that must be there are read; one more is told why it is not', async () => {
    expect(answersIn(await converse(gateway.url, many(98)))).toMatchObject([{ status: 200 }]);
    expect(answersIn(await converse(gateway.url, many(99)))).toMatchObject([{ status: 431 }]);
    expect(
      answersIn(
        await converse(
          gateway.url,
          many(20, () => `X: ${'x'.repeat(900)}`),
        ),
      ),
    ).toMatchObject([{ status: 431, text: expect.stringContaining('REQUEST_HEADER_FIELDS_TOO_LARGE') }]);
  });

  test('who asks whether to go on is told to, and then refused like everybody else', async () => {
    const before = created();
    const received = await converse(
      gateway.url,
      `POST /graphql HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Type: text/plain\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}`,
    );
    expect(answersIn(received).map(({ status }) => status)).toEqual([415]);
    await expectNoHarm(before);
  });
});
