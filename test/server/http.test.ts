import 'reflect-metadata';
import { createHash } from 'node:crypto';
import { createConnection } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { faults } from '../../src/simulators/faults.js';
import { idEnding } from '../../src/simulators/outcomes.js';
import { canBreakDisk, breakDisk } from '../support/disk.js';
import { freshKey, startTestGateway, withGateway, type TestGateway } from '../support/gateway.js';
import { ask, converse, jsonHeaders, post, type Answered, type Asked } from '../support/http.js';
import { cleanUp, liveEnvironment, temporaryFolder } from '../support/process.js';
import { newIssuer } from '../support/tokens.js';

/** The edge: what it lets in, and that whatever it does not let in is answered as JSON with `errors`. */

const maximumBodyBytes = 256 * 1024;
/** By then a connection whose headers never end is long closed: the limit is 10 s, and is looked after every second. */
const slowestMs = 60_000;
const sandboxOrigin = 'https://studio.apollographql.com';
const letIn = [sandboxOrigin, 'http://localhost:3000'];

let gateway: TestGateway;
let host: string;
let slowHeaders: Promise<string>;
beforeAll(async () => {
  gateway = await startTestGateway({
    environment: { ALLOWED_HOSTS: 'Wallets.example, [2001:db8::1]', CORS_ORIGINS: letIn.join() },
  });
  host = new URL(gateway.url).host;
  slowHeaders = converse(gateway.url, `POST /graphql HTTP/1.1\r\nHost: ${host}\r\nX-Slow: `);
});
afterAll(async () => {
  await gateway.stop();
  await cleanUp();
});

const query = '{ __typename }';
const createWallet = `mutation ($input: CreateMoovWalletInput!) { createMoovWallet(input: $input) { __typename } }`;
const createInput = () => ({ input: { idempotencyKey: freshKey(), accountId: idEnding(), name: 'Payroll' } });
const created = () => gateway.simulators.moov.ledger.length;
const newer = 'application/graphql-response+json';

/** JSON with `errors`, and neither a stack nor a path nor a page. */
function expectProblem({ status, headers, text }: Answered, expected: number, code?: string): void {
  expect({ status, text }).toEqual({ status: expected, text });
  expect(headers['content-type']).toMatch(/^application\/(?:graphql-response\+)?json; charset=utf-8$/);
  expect(headers['x-content-type-options']).toBe('nosniff');
  const { errors, data } = JSON.parse(text) as {
    errors: { message: string; extensions: { code: string } }[];
    data: unknown;
  };
  expect(errors[0]?.message).toMatch(/\S/);
  if (code !== undefined) expect(errors[0]?.extensions.code).toBe(code);
  expect(data).toBeUndefined();
  expectNoInsides(text);
}

function expectNoInsides(text: string): void {
  expect(text).not.toMatch(/\bat .+:\d+:\d+|node_modules|node:internal|<!doctype|<html|dist\/src/i);
}

function expectData({ status, text }: Answered, data: unknown = { __typename: 'Query' }): void {
  expect({ status, answer: JSON.parse(text) as unknown }).toEqual({ status: 200, answer: { data } });
}

const get = (parameters: Readonly<Record<string, string>>, headers: Asked['headers'] = {}) =>
  ask(gateway.url, { method: 'GET', path: `/graphql?${new URLSearchParams(parameters).toString()}`, headers });

describe('the way in', () => {
  test('POST › a JSON body is executed, whatever other members it has', async () => {
    expectData(await post(gateway.url, { query }));
    expectData(await post(gateway.url, { query, operationName: null, variables: null, extensions: {}, other: [1] }));
    expectData(await post(gateway.url, { query }, { 'content-type': 'Application/JSON ; Charset="UTF-8"' }));
    expectData(await post(gateway.url, { query }, { 'content-encoding': 'identity' }));
  });

  test('POST › an answer is never kept by caches, and has a length', async () => {
    const { headers, text } = await post(gateway.url, { query });
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'content-length': String(text.length) });
  });

  test('A5 › GET › needs a header that no simple request of a page has', async () => {
    expectProblem(await get({ query }), 400, 'BAD_REQUEST');
    expectProblem(await get({ query }, { 'apollo-require-preflight': '' }), 400, 'BAD_REQUEST');
    expectData(await get({ query }, { 'apollo-require-preflight': 'true' }));
    expectData(await get({ query }, { 'x-apollo-operation-name': 'Any' }));
    expectData(
      await get(
        { query: 'query A { __typename } query B { b: __typename }', operationName: 'B', variables: '{}' },
        { 'apollo-require-preflight': 'true' },
      ),
      { b: 'Query' },
    );
  });

  test('GET › parameters that are missing or no JSON are refused', async () => {
    const headers = { 'apollo-require-preflight': 'true' };
    expectProblem(await get({}, headers), 400, 'BAD_REQUEST');
    expectProblem(await get({ query: '' }, headers), 400, 'BAD_REQUEST');
    expectProblem(await get({ query, variables: '{' }, headers), 400, 'BAD_REQUEST');
    expectProblem(await get({ query, variables: '[]' }, headers), 400, 'BAD_REQUEST');
    expectProblem(await get({ query, extensions: '"x"' }, headers), 400, 'BAD_REQUEST');
    expectProblem(await ask(gateway.url, { method: 'GET', path: '/graphql?query=%ff%00', headers }), 200);
  });

  test('A5 › GET › a mutation is refused, says what is allowed, and nothing is sent', async () => {
    const before = created();
    const answer = await get(
      { query: createWallet, variables: JSON.stringify(createInput()) },
      { 'apollo-require-preflight': 'true', accept: newer },
    );
    expectProblem(answer, 405, 'METHOD_NOT_ALLOWED');
    expect(answer.headers.allow).toMatch(/POST/);
    expect(created()).toBe(before);
  });

  test.each(['PUT', 'PATCH', 'DELETE', 'HEAD', 'TRACE', 'PROPFIND'])('%s › is refused', async method => {
    const answer = await ask(gateway.url, { method, headers: jsonHeaders });
    if (method === 'HEAD') expect(answer).toMatchObject({ status: 405, text: '' });
    else expectProblem(answer, 405, 'METHOD_NOT_ALLOWED');
    expect(answer.headers.allow).toBe('GET, POST, OPTIONS');
  });

  test.each(['/', '/graphql/', '/graphqlx', '//graphql', '/graphql%2f', '/.env', '/../etc/passwd', '/healthz/', '*'])(
    'there is nothing at %s',
    async path => {
      const answer = await converse(
        gateway.url,
        `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nApollo-Require-Preflight: true\r\nConnection: close\r\n\r\n`,
      );
      expectProblem(parsed(answer), 404, 'NOT_FOUND');
    },
  );
});

describe('A5 › forged requests › what a page may send without asking is refused before anything is executed', () => {
  const form = new URLSearchParams({ query: createWallet }).toString();
  test.each([
    ['a form', 'application/x-www-form-urlencoded', form],
    ['plain text that is JSON', 'text/plain', JSON.stringify({ query: createWallet, variables: createInput() })],
    ['plain text that claims to be JSON', 'text/plain; application/json', JSON.stringify({ query })],
    [
      'multipart',
      'multipart/form-data; boundary=x',
      `--x\r\ncontent-disposition: form-data; name="query"\r\n\r\n${query}\r\n--x--\r\n`,
    ],
    ['a bare document', 'application/graphql', query],
    ['JSON of another kind', 'application/jsonp', JSON.stringify({ query })],
    ['an empty type', '', JSON.stringify({ query })],
  ])('%s', async (_what, type, body) => {
    const before = created();
    expectProblem(
      await ask(gateway.url, { headers: { 'content-type': type, 'apollo-require-preflight': 'true' }, body }),
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    );
    expect(created()).toBe(before);
  });

  test('a body without a type', async () => {
    expectProblem(await ask(gateway.url, { body: JSON.stringify({ query }) }), 415, 'UNSUPPORTED_MEDIA_TYPE');
  });

  test('a batch, also of one', async () => {
    const before = created();
    const one = { query: createWallet, variables: createInput() };
    for (const batch of [[one], [one, one], []]) expectProblem(await post(gateway.url, batch), 400, 'BAD_REQUEST');
    expect(created()).toBe(before);
  });
});

describe('A7 › bodies', () => {
  const padded = (bytes: number): string => {
    const body = JSON.stringify({ query, padding: '' });
    return body.replace('""', `"${'x'.repeat(bytes - body.length)}"`);
  };

  test('of the largest size are read; one byte more is too much', async () => {
    expectData(await post(gateway.url, padded(maximumBodyBytes)));
    expectProblem(await post(gateway.url, padded(maximumBodyBytes + 1)), 413, 'PAYLOAD_TOO_LARGE');
    expectData(await post(gateway.url, { query }));
  });

  test('far too large › the sender is told at once, the connection is closed, others go on', async () => {
    const refused = await converse(
      gateway.url,
      `POST /graphql HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\nContent-Length: 999999999999\r\n\r\n{`,
    );
    expectProblem(parsed(refused), 413, 'PAYLOAD_TOO_LARGE');
    expect(refused).toMatch(/\r\nconnection: close\r\n/i);
    expectData(await post(gateway.url, { query }));
  });

  test('far too large › a sender who writes all of it before reading still learns why', async () => {
    for (let round = 0; round < 5; round += 1) {
      const answer = await fetch(`${gateway.url}/graphql`, {
        method: 'POST',
        headers: jsonHeaders,
        body: padded(24 * maximumBodyBytes),
      });
      expect(answer.status).toBe(413);
      expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'PAYLOAD_TOO_LARGE' } }] });
    }
  });

  test('in chunks without end › are cut off', async () => {
    const received = await new Promise<string>(resolve => {
      const { hostname, port } = new URL(gateway.url);
      const socket = createConnection(Number(port), hostname);
      const chunk = `4000\r\n${'x'.repeat(0x4000)}\r\n`;
      let text = '';
      let isOver = false;
      const pour = (): void => {
        if (isOver) return;
        if (socket.write(chunk)) setImmediate(pour);
        else socket.once('drain', pour);
      };
      socket.write(
        `POST /graphql HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`,
      );
      pour();
      socket.on('data', (data: Buffer) => (text += data.toString()));
      socket.on('error', () => undefined); // the reset that ends it
      socket.on('close', () => {
        isOver = true;
        resolve(text);
      });
    });
    expectProblem(parsed(received), 413, 'PAYLOAD_TOO_LARGE');
    expectData(await post(gateway.url, { query }));
  });

  test('cut short › leave nothing behind', async () => {
    const { hostname, port } = new URL(gateway.url);
    const before = gateway.lines.length;
    const socket = createConnection(Number(port), hostname);
    socket.write(
      `POST /graphql HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"query"`,
      () => socket.end(),
    );
    await until(() => gateway.lines.slice(before).some(line => line.msg === 'request'));
    expect(gateway.lines.slice(before)).toEqual([expect.objectContaining({ msg: 'request', status: 400 })]);
    expectData(await post(gateway.url, { query }));
  });

  test('with a byte order mark are read', async () => {
    expectData(await post(gateway.url, `\uFEFF${JSON.stringify({ query })}`));
  });

  test.each([
    ['UTF-16, little end first', Buffer.from(JSON.stringify({ query }), 'utf16le')],
    ['UTF-16 with a mark', Buffer.from(`\uFEFF${JSON.stringify({ query })}`, 'utf16le')],
    ['invalid UTF-8', Buffer.concat([Buffer.from('{"query":"'), Buffer.from([0xc3, 0x28]), Buffer.from('"}')])],
    ['overlong UTF-8', Buffer.concat([Buffer.from('{"query":"'), Buffer.from([0xc0, 0x80]), Buffer.from('"}')])],
    [
      'surrogates in UTF-8',
      Buffer.concat([Buffer.from('{"query":"'), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from('"}')]),
    ],
    ['Latin-1', Buffer.from('{"query":"{ __typename } # é"}', 'latin1')],
    ['zeros', Buffer.alloc(64)],
    ['nothing', Buffer.alloc(0)],
    ['gzip that says nothing of it', gzipSync(JSON.stringify({ query }))],
  ])('in %s are refused', async (_what, body) => {
    expectProblem(await post(gateway.url, body), 400, 'BAD_REQUEST');
  });

  test.each(['utf-16', 'iso-8859-1', 'utf-7', 'us-ascii', 'nonsense', '"'])(
    'in charset %s are refused',
    async charset => {
      expectProblem(
        await post(gateway.url, { query }, { 'content-type': `application/json; charset=${charset}` }),
        415,
        'UNSUPPORTED_MEDIA_TYPE',
      );
    },
  );

  test.each(['gzip', 'br', 'deflate', 'gzip, identity', 'nonsense'])('encoded as %s are refused', async encoding => {
    expectProblem(
      await post(gateway.url, gzipSync(JSON.stringify({ query })), { 'content-encoding': encoding }),
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    );
  });

  test('with NUL or half a surrogate pair in them › the fields are named and nothing is sent', async () => {
    const before = created();
    for (const name of ['Pay\u0000roll', 'Pay\ud800roll', '\udfff', 'Pay\u001b[31mroll', 'Pay\r\nroll']) {
      const input = { ...createInput().input, name };
      const { status, text } = await post(gateway.url, {
        query: createWallet.replace('__typename', '__typename ... on InvalidInputError { fields { path code } }'),
        variables: { input },
      });
      expect({ status, answer: JSON.parse(text) as unknown }).toEqual({
        status: 200,
        answer: {
          data: {
            createMoovWallet: {
              __typename: 'InvalidInputError',
              fields: [{ path: ['input', 'name'], code: 'CHARACTERS' }],
            },
          },
        },
      });
    }
    expect(created()).toBe(before);
    for (const document of ['{ __typename\u0000 }', '{ \ud800 }', '{ node(id: "\ud800") { id } }']) {
      expect((await post(gateway.url, { query: document })).status).toBe(200);
    }
  });
});

describe('A7 › documents without measure', () => {
  const nested = (open: string, close: string, times: number): string => open.repeat(times) + close.repeat(times);
  test.each([
    ['selections', nested('{a', '}', 2_400)],
    ['inline fragments', `{ ${nested('... on Query {', '}', 1_200)} }`],
    ['lists', `{ node(id: ${nested('[', ']', 2_400)}) { id } }`],
    ['objects', `mutation { createMoovWallet(input: ${nested('{a:', '}', 1_600)}) { __typename } }`],
    ['list types', `query ($a: ${nested('[', ']', 2_400)}) { __typename }`],
    ['a circle of fragments', 'query { ...A } fragment A on Query { ...B } fragment B on Query { ...A }'],
    ['tokens beyond the limit', `{ ${'__typename '.repeat(5_001)} }`],
    ['aliases', `{ ${Array.from({ length: 1_600 }, (_none, index) => `a${index}:__typename`).join(' ')} }`],
    ['directives', `{ __typename ${'@nope '.repeat(2_000)} }`],
    ['operations', 'query A { __typename } '.repeat(900)],
  ])('documents made of %s › break nothing', async (_what, document) => {
    const before = gateway.lines.length;
    const answer = await post(gateway.url, { query: document }, { accept: newer });
    expect([200, 400]).toContain(answer.status);
    expectNoInsides(answer.text);
    expect(answer.text).not.toContain('INTERNAL_SERVER_ERROR');
    expect(gateway.lines.slice(before).map(({ msg }) => msg)).toEqual(['request']);
  });
});

describe('Host › against pages that rebind a name of theirs', () => {
  const askAs = (name: string, path = '/graphql') =>
    ask(gateway.url, { path, headers: { ...jsonHeaders, host: name }, body: JSON.stringify({ query }) });

  test.each([
    'localhost',
    'LOCALHOST',
    'localhost:4000',
    '127.0.0.1',
    '127.0.0.1:1',
    '[::1]',
    '[::1]:4000',
    'wallets.example',
    'WALLETS.Example:443',
    '[2001:db8::1]:8080',
  ])('%s is let in', async name => {
    expectData(await askAs(name));
  });

  test.each([
    'evil.example',
    'evil.example:4000',
    'localhost.evil.example',
    'evil.example/localhost',
    'wallets.example.evil.example',
    'xwallets.example',
    '127.0.0.1.evil.example',
    '0.0.0.0',
    '[::]',
    '127.0.0.2',
    'localhost.',
    'user@localhost',
    'localhost:4000:4000',
    'localhost:',
    'localhost:port',
    'localhost, evil.example',
    '*',
  ])('%j is not', async name => {
    expectProblem(await askAs(name), 421, 'MISDIRECTED_REQUEST');
    expectProblem(await askAs(name, '/'), 421, 'MISDIRECTED_REQUEST');
  });

  test('a request without one is answered like every other refusal', async () => {
    expectProblem(
      parsed(await converse(gateway.url, 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n')),
      400,
      'BAD_REQUEST',
    );
    for (const request of ['GET / HTTP/1.0\r\n\r\n', 'GET / HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n']) {
      expectProblem(parsed(await converse(gateway.url, request)), 421, 'MISDIRECTED_REQUEST');
    }
  });

  test('two of them let nobody choose the one that is looked at', async () => {
    const { status } = parsed(
      await converse(
        gateway.url,
        'GET /graphql?query={__typename} HTTP/1.1\r\nHost: evil.example\r\nHost: localhost\r\nApollo-Require-Preflight: 1\r\nConnection: close\r\n\r\n',
      ),
    );
    expect([400, 421]).toContain(status);
  });

  test('probes come by address, so that health is told under any name', async () => {
    expect((await ask(gateway.url, { method: 'GET', path: '/healthz', headers: { host: '10.1.2.3' } })).status).toBe(
      200,
    );
    expect((await ask(gateway.url, { method: 'GET', path: '/readyz', headers: { host: '10.1.2.3' } })).status).toBe(
      200,
    );
  });
});

describe('A8 › the wire', () => {
  test.each([
    ['garbage', 'hello\r\n\r\n'],
    ['a TLS greeting', Buffer.from('16030100050100000100', 'hex')],
    ['another protocol', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['a version of its own', 'GET / HTTP/9.9\r\nHost: localhost\r\n\r\n'],
    ['a header without a name', 'GET / HTTP/1.1\r\nHost: localhost\r\n: x\r\n\r\n'],
    ['a folded header', 'GET / HTTP/1.1\r\nHost: localhost\r\nX: a\r\n b\r\n\r\n'],
    ['a space before the colon', 'GET / HTTP/1.1\r\nHost : localhost\r\n\r\n'],
    ['two lengths', 'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}'],
    [
      'a length and chunks',
      'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}',
    ],
    ['a negative length', 'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n'],
    [
      'a bad chunk',
      'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n',
    ],
    [
      'headers without end',
      `GET / HTTP/1.1\r\nHost: localhost\r\n${`X-Filler: ${'x'.repeat(1000)}\r\n`.repeat(40)}\r\n`,
    ],
  ])('%s › is answered in JSON and the connection closed', async (_what, bytes) => {
    const received = await converse(gateway.url, bytes);
    const { status, text } = parsed(received);
    expect({ received, isRefused: status >= 400 && status < 500 }).toEqual({ received, isRefused: true });
    expect(JSON.parse(text)).toEqual({ errors: [expect.objectContaining({ message: expect.any(String) })] });
    expectNoInsides(text);
    expectData(await post(gateway.url, { query }));
  });

  test('an expectation that nobody can meet is answered in JSON', async () => {
    const received = await converse(
      gateway.url,
      `POST /graphql HTTP/1.1\r\nHost: ${host}\r\nExpect: a-miracle\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}`,
    );
    expectProblem(parsed(received), 417);
  });

  test('a request to switch to another protocol is taken for what it is without that', async () => {
    const received = await converse(
      gateway.url,
      `GET /graphql HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade, close\r\nUpgrade: websocket\r\n\r\n`,
    );
    expectProblem(parsed(received), 400, 'BAD_REQUEST');
  });

  test('a request that follows a refused one is answered as itself', async () => {
    const body = JSON.stringify({ query });
    const received = await converse(
      gateway.url,
      `POST /graphql HTTP/1.1\r\nHost: ${host}\r\nContent-Type: text/plain\r\nContent-Length: ${body.length}\r\n\r\n${body}` +
        `POST /graphql HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
    );
    expect([...received.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status)).toEqual(['415', '200']);
  });

  test('what follows a body that was not read is never taken for a request', async () => {
    const smuggled = `GET /healthz HTTP/1.1\r\nHost: ${host}\r\n\r\n`;
    const received = await converse(
      gateway.url,
      `POST /graphql HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\nContent-Length: ${maximumBodyBytes * 2}\r\n\r\n${smuggled.repeat(3)}`,
    );
    expect([...received.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status)).toEqual(['413']);
  });
});

describe('the media type of an answer', () => {
  const broken = { query: '{ nope }' };

  test.each([
    [undefined, 'application/json'],
    ['*/*', 'application/json'],
    ['application/*', 'application/json'],
    ['application/json', 'application/json'],
    ['APPLICATION/JSON', 'application/json'],
    [newer, newer],
    [`${newer}, application/json`, newer],
    [`application/json, ${newer}`, newer],
    [`${newer};q=0.5, application/json;q=0.9`, 'application/json'],
    [`${newer};q=0.9, application/json;q=0.5`, newer],
    [`${newer};q=0, */*`, 'application/json'],
    [`${newer};q=0.1, text/html`, newer],
    ['application/json;q=0, */*', newer],
    ['text/html, application/json;q=0.1', 'application/json'],
    ['text/html,application/xhtml+xml,*/*;q=0.8', 'application/json'],
    [`${newer}; charset=utf-8; q=1.0`, newer],
  ])('for %j is %s, and with it the status of a broken document', async (accept, expected) => {
    const headers = accept === undefined ? {} : { accept };
    const good = await post(gateway.url, { query }, headers);
    expectData(good);
    expect(good.headers['content-type']).toBe(`${expected}; charset=utf-8`);
    // Whoever knows only application/json takes a 4xx for a broken server.
    expectProblem(
      await post(gateway.url, broken, headers),
      expected === newer ? 400 : 200,
      'GRAPHQL_VALIDATION_FAILED',
    );
    expectProblem(
      await post(gateway.url, { query: '{' }, headers),
      expected === newer ? 400 : 200,
      'GRAPHQL_PARSE_FAILED',
    );
    expectProblem(await post(gateway.url, '{', headers), 400, 'BAD_REQUEST');
  });

  test.each([
    'text/html',
    'image/*',
    'application/xml',
    `${newer};q=0`,
    'application/json;q=0',
    '*/*;q=0',
    'nonsense',
    ',',
  ])('for %j there is none', async accept => {
    const before = created();
    const body = { query: createWallet, variables: createInput() };
    expectProblem(await post(gateway.url, body, { accept }), 406, 'NOT_ACCEPTABLE');
    expect(created()).toBe(before);
  });
});

describe('x-request-id', () => {
  test.each(['abc', 'trace:1/2+3=4@5.6_7-8', 'x'.repeat(128)])('%j is taken over', async id => {
    expect((await post(gateway.url, { query }, { 'x-request-id': id })).headers['x-request-id']).toBe(id);
  });

  test.each([
    '',
    ' ',
    'two words',
    'x'.repeat(129),
    'a"b',
    'a,b',
    '<script>',
    '${jndi:ldap://x}',
    'é',
    '{"a":1}',
    'a\tb',
    'a;b',
  ])('%j is replaced by one of ours', async id => {
    const { headers } = await post(gateway.url, { query }, { 'x-request-id': Buffer.from(id).toString('latin1') });
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('two of them are replaced, and refusals have one as well', async () => {
    const { headers } = await post(gateway.url, { query }, { 'x-request-id': ['a', 'b'] });
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect((await post(gateway.url, '{', { 'x-request-id': 'mine' })).headers['x-request-id']).toBe('mine');
  });
});

describe('A6 › origins', () => {
  const preflight = (origin: string, url = gateway.url) =>
    ask(url, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type,apollo-require-preflight',
        'access-control-request-private-network': 'true',
      },
    });

  test.each(letIn)('%s is let in where it is named', async origin => {
    const asked = await preflight(origin);
    expect(asked).toMatchObject({
      status: 204,
      text: '',
      headers: {
        'access-control-allow-origin': origin,
        'access-control-allow-methods': 'GET, POST',
        'access-control-allow-private-network': 'true',
        vary: 'origin',
      },
    });
    expect(asked.headers['access-control-allow-headers']?.split(', ')).toEqual(
      expect.arrayContaining(['content-type', 'apollo-require-preflight', 'x-request-id']),
    );
    expect(asked.headers['access-control-allow-credentials']).toBeUndefined();
    expect(asked.headers['content-length']).toBeUndefined(); // RFC 9110, section 8.6
    const real = await post(gateway.url, { query }, { origin });
    expectData(real);
    expect(real.headers).toMatchObject({ 'access-control-allow-origin': origin, vary: 'origin' });
    // A refusal too: else the person sees a network error instead of the reason.
    expect((await post(gateway.url, '{', { origin })).headers['access-control-allow-origin']).toBe(origin);
  });

  test.each([
    'https://evil.example',
    'null',
    '*',
    'http://studio.apollographql.com',
    'https://studio.apollographql.com.evil.example',
    'https://studio.apollographql.com:8443',
    'https://evil-studio.apollographql.com',
    'HTTPS://STUDIO.APOLLOGRAPHQL.COM/',
    'https://studio.apollographql.com, https://evil.example',
    'https://studio.apollographql.com\u00a0',
    'https://studio-apollographql.com',
    'https://studio.apollographql.com@evil.example',
    'https://localhost:3000',
    'http://localhost:3001',
    'http://127.0.0.1:3000',
    'https://sandbox.embed.apollographql.com',
  ])('%s is not', async origin => {
    for (const { headers } of [await preflight(origin), await post(gateway.url, { query }, { origin })]) {
      expect(Object.keys(headers).filter(name => name.startsWith('access-control'))).toEqual([]);
      expect(headers.vary).toBe('origin');
    }
  });

  test('nobody is let in, wherever it runs, where none is named', async () => {
    await withGateway({}, async ({ url }) => {
      for (const origin of [...letIn, 'null', 'https://evil.example', url]) {
        for (const { status, headers } of [await preflight(origin, url), await post(url, { query }, { origin })]) {
          expect(status).toBeLessThan(300);
          expect(Object.keys(headers).filter(name => name.startsWith('access-control') || name === 'vary')).toEqual([]);
        }
      }
    });
  });

  describe('in production', () => {
    let production: TestGateway;
    const caller = newIssuer();
    const authorization = caller.bearer();
    beforeAll(async () => {
      production = await startTestGateway({
        environment: {
          NODE_ENV: 'production',
          STORE_URL: 'sqlite::memory:',
          ...liveEnvironment(),
          ...caller.environment,
        },
      });
    });
    afterAll(() => production.stop());

    test('nobody is let in from elsewhere, and nobody may ask for the schema', async () => {
      for (const { headers } of [
        await preflight(sandboxOrigin, production.url),
        await post(production.url, { query }, { authorization, origin: sandboxOrigin }),
      ]) {
        expect(Object.keys(headers).filter(name => name.startsWith('access-control'))).toEqual([]);
      }
      expectProblem(await post(production.url, { query: '{ __schema { types { name } } }' }, { authorization }), 200);
      expectProblem(await ask(production.url, { method: 'GET', path: '/' }), 404, 'NOT_FOUND');
    });

    test('mutations are done all the same', async () => {
      expectData(await post(production.url, { query: createWallet, variables: createInput() }, { authorization }), {
        createMoovWallet: { __typename: 'MoovWalletCreated' },
      });
      expect(production.simulators.moov.ledger).toHaveLength(1);
    });
  });
});

describe('health', () => {
  const probe = (url: string, path: string) => ask(url, { method: 'GET', path });

  test('a running gateway is alive and ready', async () => {
    expect(await probe(gateway.url, '/healthz')).toMatchObject({ status: 200, text: '{"status":"alive"}' });
    expect(await probe(gateway.url, '/readyz?now')).toMatchObject({ status: 200, text: '{"status":"ready"}' });
    expect(await ask(gateway.url, { method: 'HEAD', path: '/readyz' })).toMatchObject({ status: 200, text: '' });
  });

  test('while it stops it is not ready, and says that the connection ends', async () => {
    const stopping = await startTestGateway();
    const { hostname, port, host: name } = new URL(stopping.url);
    const socket = createConnection(Number(port), hostname);
    let received = '';
    const closed = new Promise<void>(resolve => socket.once('close', () => resolve()));
    socket.on('data', (chunk: Buffer) => (received += chunk.toString()));
    // A first answer shows that the server has the connection; then half a request keeps it from being idle.
    socket.write(`GET /readyz HTTP/1.1\r\nHost: ${name}\r\n\r\nGET /readyz HTTP/1.1\r\n`);
    await until(() => received.includes('"ready"'));
    const stopped = stopping.stop();
    socket.write(`Host: ${name}\r\n\r\n`);
    await Promise.all([closed, stopped]);
    expect(received).toMatch(/HTTP\/1\.1 200 [\s\S]*HTTP\/1\.1 503 [\s\S]*connection: close[\s\S]*"not ready"/i);
  });

  (canBreakDisk ? test : test.skip)('with a broken disk it is alive but not ready, and sends nothing', async () => {
    const file = `${temporaryFolder()}/full.sqlite`;
    const storeKey = createHash('sha256').update('any').digest('base64');
    const full = await startTestGateway({ environment: { STORE_URL: `sqlite:${file}`, STORE_KEY: storeKey } });
    try {
      expect((await probe(full.url, '/readyz')).status).toBe(200);
      breakDisk(file);
      // It is checked once in a second, for all who ask.
      while ((await probe(full.url, '/readyz')).status === 200) await new Promise(resolve => setTimeout(resolve, 50));
      expect(await probe(full.url, '/readyz')).toMatchObject({ status: 503, text: '{"status":"not ready"}' });
      expect((await probe(full.url, '/healthz')).status).toBe(200);
      expectData(await post(full.url, { query: createWallet, variables: createInput() }), {
        createMoovWallet: { __typename: 'ProviderUnavailableError' },
      });
      expect(full.simulators.moov.exchanges).toEqual([]);
    } finally {
      await full.stop();
    }
  });
});

test(
  'A8 › headers that never end › the connection is closed, with a reason',
  async () => {
    const { status, text } = parsed(await slowHeaders);
    expect({ text, isRefused: status === 400 || status === 408 }).toEqual({ text, isRefused: true });
    expect(JSON.parse(text)).toEqual({ errors: [expect.anything()] });
  },
  slowestMs,
);

/** The first answer in what came over a socket. */
function parsed(received: string): Answered {
  const [head = '', ...rest] = received.split('\r\n\r\n');
  const [first = '', ...lines] = head.split('\r\n');
  const headers = Object.fromEntries(
    lines.map(line => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
  const text = rest.join('\r\n\r\n').slice(0, Number(headers['content-length'] ?? Infinity));
  return { status: Number(first.split(' ')[1]), headers, text };
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise(setImmediate);
}

test('a whole URL as the target is as good as its path', async () => {
  const answer = await converse(
    gateway.url,
    `GET http://${host}/healthz HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`,
  );
  expect(answer).toMatch(/^HTTP\/1\.1 200 /);
});

test('garbage behind a request that is being answered is not taken for its answer', async () => {
  const body = JSON.stringify({
    query: 'mutation ($input: CreateMoovWalletInput!) { createMoovWallet(input: $input) { __typename } }',
    variables: { input: { idempotencyKey: freshKey(), accountId: idEnding(), name: 'Payroll' } },
  });
  gateway.simulators.moov.next(faults.delay(300));
  const answer = await converse(
    gateway.url,
    `POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}@@@ garbage\r\n\r\n`,
  );
  expect(answer).not.toMatch(/^HTTP\/1\.1 400/);
});
