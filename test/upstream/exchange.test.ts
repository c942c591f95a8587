import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { afterEach, expect, test } from '@jest/globals';
import { Pool } from 'undici';
import { connect } from '../../src/upstream/client.js';
import { CallerGone, DeadlinePassed } from '../../src/core/failures.js';
import { AnswerLost, exchange, NotSent, type WireRequest } from '../../src/upstream/exchange.js';
import { systemClock } from '../../src/core/clock.js';
import { Events } from '../../src/core/events.js';
import { closedPort, listening } from '../support/ports.js';

/** A server that speaks bytes, and remembers what it was told. */
interface RawServer {
  readonly origin: string;
  /** Everything that arrived, one text for each connection. */
  readonly heard: string[];
  readonly sockets: Socket[];
}

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map(close => close()));
});

/** `onRequest` is called for each whole request, with the number of requests on this connection so far. */
async function rawServer(
  onRequest: (socket: Socket, count: number) => void,
  onConnection: (socket: Socket) => void = () => undefined,
): Promise<RawServer> {
  const heard: string[] = [];
  const sockets: Socket[] = [];
  const server: Server = createServer(socket => {
    const index = heard.push('') - 1;
    sockets.push(socket);
    let count = 0;
    socket.on('error', () => undefined);
    socket.on('data', chunk => {
      heard[index] += chunk.toString('latin1');
      const whole = requestsIn(heard[index] ?? '');
      for (; count < whole;) onRequest(socket, ++count);
    });
    onConnection(socket);
  });
  const origin = `http://127.0.0.1:${await listening(server)}`;
  closing.push(async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, 'close');
  });
  return { origin, heard, sockets };
}

const body = '{"name":"Payroll"}';

/** Every request of these tests is a POST with this body, or a GET. */
function requestsIn(text: string): number {
  return text.split(body).length - 1 + (text.split('GET /').length - 1);
}

function posts(server: RawServer): number {
  return server.heard.join('').split('POST /').length - 1;
}

/** As the gateway makes them. */
function dispatcherFor(origin: string): Pool {
  const pool = connect(origin, {
    tenant: 'default',
    events: new Events(),
    clock: systemClock,
    random: Math.random,
    timeoutMs: 1000,
    maximumBytes: 1000,
    useProxy: false,
  }) as Pool;
  closing.push(() => pool.destroy());
  return pool;
}

/** One connection, so that each request follows the one before over the same. */
function singlePool(origin: string): Pool {
  const pool = new Pool(origin, { connections: 1, pipelining: 1 });
  closing.push(() => pool.destroy());
  return pool;
}

const longMs = 15_000; // no verdict waits for it: the fact comes first

function post(origin: string, more: Partial<WireRequest> = {}): WireRequest {
  return {
    origin,
    method: 'POST',
    path: '/wallets',
    headers: ['content-type', 'application/json'],
    body,
    clock: systemClock,
    deadline: performance.now() + longMs,
    roomMs: 0,
    silentAfterMs: 500,
    maximumBytes: 1000,
    ...more,
  };
}

/** How an exchange ended, as a value. */
async function ending(answer: Promise<unknown>): Promise<unknown> {
  try {
    return await answer;
  } catch (error) {
    return error;
  }
}

function expectLost(error: unknown, status: number | null): void {
  expect(error).toBeInstanceOf(AnswerLost);
  expect((error as AnswerLost).status).toBe(status);
}

const ok = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}';

// ── Not sent ──

test('a port on which nobody listens › NotSent, and sending is never announced', async () => {
  const origin = `http://127.0.0.1:${await closedPort()}`;
  let announced = 0;
  const error = await ending(exchange(dispatcherFor(origin), post(origin, { onSending: () => (announced += 1) })));
  expect(error).toBeInstanceOf(NotSent);
  expect(announced).toBe(0);
});

test('a name that does not exist › NotSent', async () => {
  const origin = 'http://wallets.invalid';
  expect(await ending(exchange(dispatcherFor(origin), post(origin)))).toBeInstanceOf(NotSent);
});

test('https to a port that speaks http › NotSent, and the server sees no request', async () => {
  const server = await rawServer(
    socket => socket.end(ok),
    socket => socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')),
  );
  const origin = server.origin.replace('http:', 'https:');
  expect(await ending(exchange(dispatcherFor(origin), post(origin)))).toBeInstanceOf(NotSent);
  expect(posts(server)).toBe(0);
  expect(server.heard.join('')).not.toContain('Payroll');
});

test('https to a server without a certificate › NotSent, and no request arrives', async () => {
  let secured = 0;
  const server = createTlsServer({}, () => (secured += 1));
  server.on('tlsClientError', () => undefined);
  closing.push(async () => {
    server.close();
    await once(server, 'close');
  });
  const origin = `https://127.0.0.1:${await listening(server)}`;
  expect(await ending(exchange(dispatcherFor(origin), post(origin)))).toBeInstanceOf(NotSent);
  expect(secured).toBe(0);
});

test('https to a port that says nothing › NotSent at the deadline', async () => {
  const server = await rawServer(socket => socket.end(ok));
  const origin = server.origin.replace('http:', 'https:');
  const error = await ending(exchange(dispatcherFor(origin), post(origin, { deadline: performance.now() + 300 })));
  expect(error).toBeInstanceOf(NotSent);
  expect(server.heard.join('')).not.toContain('Payroll');
});

test('a deadline that has passed already › NotSent, and the server never sees it', async () => {
  const server = await rawServer(socket => socket.write(ok));
  const dispatcher = dispatcherFor(server.origin);
  const late = post(server.origin, { path: '/late', deadline: performance.now() - 1 });
  let announced = 0;
  expect(await ending(exchange(dispatcher, { ...late, onSending: () => (announced += 1) }))).toBeInstanceOf(NotSent);
  // One that comes after it is answered: had the late one been sent, it would have come first.
  await exchange(dispatcher, post(server.origin));
  expect(server.heard.join('')).not.toContain('/late');
  expect(announced).toBe(0);
});

test('a deadline that passes in the queue of a full pool › NotSent, also when a place becomes free', async () => {
  let answerFirst = (): void => undefined;
  let requests = 0;
  const server = await rawServer(socket => {
    requests += 1;
    if (requests === 1) answerFirst = () => socket.write(ok);
    else socket.write(ok);
  });
  const pool = singlePool(server.origin);
  let hasBegun = (): void => undefined;
  const begun = new Promise<void>(resolve => (hasBegun = resolve));
  const first = exchange(pool, post(server.origin, { onSending: () => hasBegun() }));
  await begun;
  const queued = post(server.origin, { path: '/queued', deadline: performance.now() + 50 });
  expect(await ending(exchange(pool, queued))).toBeInstanceOf(NotSent);
  while (server.heard.join('').split(body).length < 2) await new Promise(setImmediate);
  answerFirst();
  await first;
  await exchange(pool, post(server.origin, { path: '/third' }));
  expect(server.heard.join('')).toContain('/third');
  expect(server.heard.join('')).not.toContain('/queued');
});

test('a connection that took so long that there is no room for an answer › NotSent, and not one byte is written', async () => {
  const server = await rawServer(socket => socket.write(ok));
  const dispatcher = dispatcherFor(server.origin);
  let announced = 0;
  const late = post(server.origin, { path: '/late', roomMs: longMs, onSending: () => (announced += 1) });
  const error = await ending(exchange(dispatcher, late));
  expect(error).toBeInstanceOf(NotSent);
  expect((error as NotSent).cause).toBeInstanceOf(DeadlinePassed);
  await exchange(dispatcher, post(server.origin));
  expect(server.heard.join('')).not.toContain('/late');
  expect(announced).toBe(0);
});

test.each([
  ['the deadline', () => ({ deadline: performance.now() + 100 }), DeadlinePassed],
  ['the caller', () => ({ signal: AbortSignal.timeout(100) }), CallerGone],
])('silence that %s ends › says whether it was long', async (_who, given, cause) => {
  const server = await rawServer(() => undefined);
  const dispatcher = dispatcherFor(server.origin);
  for (const [silentAfterMs, wasSilent] of [
    [1, true],
    [longMs, false],
  ] as const) {
    const error = await ending(exchange(dispatcher, post(server.origin, { ...given(), silentAfterMs })));
    expect((error as AnswerLost).cause).toBeInstanceOf(cause);
    expect((error as AnswerLost).cause).toMatchObject({ wasSilent });
  }
});

test('sending that is refused in the last moment › NotSent, and not one byte is written', async () => {
  const server = await rawServer(socket => socket.write(ok));
  const dispatcher = dispatcherFor(server.origin);
  const refused = post(server.origin, {
    path: '/refused',
    onSending() {
      throw new Error('The lease is over.');
    },
  });
  const error = await ending(exchange(dispatcher, refused));
  expect(error).toBeInstanceOf(NotSent);
  expect((error as NotSent).cause).toMatchObject({ message: 'The lease is over.' });
  await exchange(dispatcher, post(server.origin));
  expect(server.heard.join('')).not.toContain('/refused');
  expect(posts(server)).toBe(1);
});

for (const [what, value] of [
  ['a line break', 'one\r\nx-two: 2'],
  ['a character beyond Latin-1', 'Łódź'],
  ['a NUL', 'a\0b'],
] as const) {
  test(`a header value with ${what} › NotSent, and nothing is written`, async () => {
    const server = await rawServer(socket => socket.write(ok));
    const dispatcher = dispatcherFor(server.origin);
    const error = await ending(exchange(dispatcher, post(server.origin, { headers: ['x-routing-id', value] })));
    expect(error).toBeInstanceOf(NotSent);
    expect(posts(server)).toBe(0);
  });
}

test('a path with a line break › NotSent, and nothing is written', async () => {
  const server = await rawServer(socket => socket.write(ok));
  const smuggled = post(server.origin, { path: '/a HTTP/1.1\r\nhost: b\r\n\r\nGET /c' });
  expect(await ending(exchange(dispatcherFor(server.origin), smuggled))).toBeInstanceOf(NotSent);
  expect(server.heard.join('')).toBe('');
});

test('a pool that is closed › NotSent', async () => {
  const server = await rawServer(socket => socket.write(ok));
  const dispatcher = dispatcherFor(server.origin);
  await dispatcher.destroy();
  expect(await ending(exchange(dispatcher, post(server.origin)))).toBeInstanceOf(NotSent);
  expect(posts(server)).toBe(0);
});

// ── Sent, and lost ──

test('a connection that is reset as soon as it is there › sent once at most, and never called not sent after it was', async () => {
  const server = await rawServer(
    () => undefined,
    socket => socket.resetAndDestroy(),
  );
  let announced = 0;
  const sent = post(server.origin, { onSending: () => (announced += 1) });
  const error = await ending(exchange(dispatcherFor(server.origin), sent));
  // Whether the reset overtakes the first byte is up to the system; what is said of it is not.
  expect(error).toBeInstanceOf(announced === 0 ? NotSent : AnswerLost);
  expect(announced).toBeLessThanOrEqual(1);
  expect(posts(server)).toBeLessThanOrEqual(announced);
});

const deaths: readonly (readonly [title: string, status: number | null, die: (socket: Socket) => void])[] = [
  ['a reset after the request', null, socket => socket.resetAndDestroy()],
  ['an end before the headers', null, socket => socket.end()],
  ['an end in the status line', null, socket => socket.end('HTTP/1.1 20')],
  ['an end in the headers', null, socket => socket.end('HTTP/1.1 201 Created\r\ncontent-le')],
  ['no HTTP at all', null, socket => socket.end('220 smtp.example.com ESMTP\r\n')],
  [
    'headers beyond every measure',
    null,
    socket => socket.end(`HTTP/1.1 201 Created\r\nx-long: ${'x'.repeat(100_000)}\r\ncontent-length: 2\r\n\r\n{}`),
  ],
  [
    'a 201 and then a reset',
    201,
    socket =>
      socket.write('HTTP/1.1 201 Created\r\ncontent-length: 100\r\n\r\n{"id"', () =>
        setTimeout(() => socket.resetAndDestroy(), 30),
      ),
  ],
  [
    'fewer bytes than announced',
    201,
    socket => socket.end('HTTP/1.1 201 Created\r\ncontent-length: 100\r\n\r\n{"id":1}'),
  ],
  [
    'a chunk that is cut',
    201,
    socket => socket.end('HTTP/1.1 201 Created\r\ntransfer-encoding: chunked\r\n\r\nff\r\n{"id"'),
  ],
  [
    'chunks without the last one',
    201,
    socket => socket.end('HTTP/1.1 201 Created\r\ntransfer-encoding: chunked\r\n\r\n2\r\n{}\r\n'),
  ],
  [
    'a chunk without a size',
    201,
    socket => socket.end('HTTP/1.1 201 Created\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n{}\r\n'),
  ],
];

for (const [title, status, die] of deaths) {
  test(`${title} › AnswerLost with status ${status}, and written once`, async () => {
    const server = await rawServer(socket => die(socket));
    let announced = 0;
    const sent = post(server.origin, { onSending: () => (announced += 1) });
    expectLost(await ending(exchange(dispatcherFor(server.origin), sent)), status);
    expect(announced).toBe(1);
    expect(posts(server)).toBe(1);
  });
}

test('a deadline after the request was written › AnswerLost, and the connection is closed', async () => {
  const server = await rawServer(() => undefined);
  const error = await ending(
    exchange(dispatcherFor(server.origin), post(server.origin, { deadline: performance.now() + 1000 })),
  );
  expectLost(error, null);
  const [socket] = server.sockets;
  if (socket !== undefined && !socket.closed) await once(socket, 'close');
  expect(posts(server)).toBe(1);
});

test('a body that trickles › AnswerLost with its status at the deadline', async () => {
  let timer: NodeJS.Timeout | undefined;
  const server = await rawServer(socket => {
    socket.write('HTTP/1.1 201 Created\r\ncontent-length: 100000\r\n\r\n{');
    timer = setInterval(() => socket.write(' '), 20);
  });
  const error = await ending(
    exchange(
      dispatcherFor(server.origin),
      post(server.origin, { deadline: performance.now() + 1000, maximumBytes: 1e6 }),
    ),
  );
  clearInterval(timer); // it was still going on
  expectLost(error, 201);
  expect(posts(server)).toBe(1);
});

test('headers that trickle › AnswerLost at the deadline', async () => {
  let timer: NodeJS.Timeout | undefined;
  const server = await rawServer(socket => {
    socket.write('HTTP/1.1 201 Created\r\n');
    timer = setInterval(() => socket.write('x-a: b\r\n'), 20);
  });
  const error = await ending(
    exchange(dispatcherFor(server.origin), post(server.origin, { deadline: performance.now() + 1000 })),
  );
  clearInterval(timer);
  expectLost(error, null);
});

test('only informational answers › AnswerLost without a status at the deadline', async () => {
  const server = await rawServer(socket => socket.write('HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n'));
  const error = await ending(
    exchange(dispatcherFor(server.origin), post(server.origin, { deadline: performance.now() + 1000 })),
  );
  expectLost(error, null);
});

test('a 100 Continue that nobody asked for › AnswerLost: the client reads no further', async () => {
  const server = await rawServer(socket => socket.write(`HTTP/1.1 100 Continue\r\n\r\n${ok}`));
  expectLost(await ending(exchange(dispatcherFor(server.origin), post(server.origin))), null);
  expect(posts(server)).toBe(1);
});

test('a length beyond the cap › AnswerLost with its status, before any of it is read', async () => {
  const server = await rawServer(socket => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 1001\r\n\r\n'));
  expectLost(await ending(exchange(dispatcherFor(server.origin), post(server.origin))), 200);
});

test('more bytes than the cap in chunks › AnswerLost with its status', async () => {
  const server = await rawServer(socket => {
    socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n');
    for (let sent = 0; sent < 11; sent += 1) socket.write(`64\r\n${'x'.repeat(100)}\r\n`);
  });
  expectLost(await ending(exchange(dispatcherFor(server.origin), post(server.origin))), 200);
});

test('as many bytes as the cap › a whole answer', async () => {
  const server = await rawServer(socket => {
    socket.write(`HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n${'x'.repeat(1000)}`);
  });
  expect(await exchange(dispatcherFor(server.origin), post(server.origin))).toMatchObject({ status: 200 });
});

// ── Answers ──

test('an informational answer first › the final one is the answer', async () => {
  const server = await rawServer(socket =>
    socket.write(
      'HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\nHTTP/1.1 201 Created\r\nx-request-id: r-1\r\ncontent-length: 2\r\n\r\n{}',
    ),
  );
  const answer = await exchange(dispatcherFor(server.origin), post(server.origin));
  expect(answer).toMatchObject({ status: 201, headers: { 'x-request-id': 'r-1' } });
  expect(answer.headers).not.toHaveProperty('link');
  expect(answer.body.toString()).toBe('{}');
});

test('a body that ends with the connection › a whole answer', async () => {
  const server = await rawServer(socket => socket.end('HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n{"a":1}'));
  const answer = await exchange(dispatcherFor(server.origin), post(server.origin));
  expect(answer.body.toString()).toBe('{"a":1}');
});

for (const status of [204, 301, 304, 307, 401, 404, 429, 500, 503]) {
  test(`status ${status} › an answer like any other, and nothing is sent again`, async () => {
    const server = await rawServer(socket =>
      socket.write(
        `HTTP/1.1 ${status} X\r\nlocation: /elsewhere\r\n${status === 204 || status === 304 ? '' : 'content-length: 0\r\n'}\r\n`,
      ),
    );
    expect(await exchange(dispatcherFor(server.origin), post(server.origin))).toMatchObject({ status });
    expect(posts(server)).toBe(1);
    expect(server.heard.join('')).not.toContain('elsewhere');
  });
}

test('what is written › is the path, the headers and the body as they were given', async () => {
  const server = await rawServer(socket => socket.write(ok));
  await exchange(dispatcherFor(server.origin), post(server.origin, { path: '/a%2Fb?c=d%20e', headers: ['x-a', 'b'] }));
  expect(server.heard).toHaveLength(1);
  expect(server.heard[0]).toMatch(/^POST \/a%2Fb\?c=d%20e HTTP\/1\.1\r\n/);
  expect(server.heard[0]).toMatch(/\r\nx-a: b\r\n/);
  expect(server.heard[0]).toContain(`content-length: ${body.length}\r\n`);
  expect(server.heard[0]).toMatch(new RegExp(`\r\n\r\n${body.replaceAll(/[{}]/g, '\\$&')}$`));
});

// ── Connections that were used before ──

test('a kept connection that the server closed meanwhile › the next request goes over a new one, once', async () => {
  const server = await rawServer(socket => socket.write(ok));
  const dispatcher = singlePool(server.origin);
  await exchange(dispatcher, post(server.origin));
  const [socket] = server.sockets;
  socket?.end();
  if (socket !== undefined && !socket.closed) await once(socket, 'close'); // the client has seen it, and closed its side
  await exchange(dispatcher, post(server.origin, { path: '/second' }));
  expect(server.heard).toHaveLength(2);
  expect(server.heard[1]).toContain('POST /second');
  expect(posts(server)).toBe(2);
});

test('a kept connection that dies under a POST › AnswerLost, and it is not written again', async () => {
  const server = await rawServer((socket, count) => (count === 1 ? socket.write(ok) : socket.resetAndDestroy()));
  const dispatcher = singlePool(server.origin);
  await exchange(dispatcher, post(server.origin));
  expectLost(await ending(exchange(dispatcher, post(server.origin, { path: '/second' }))), null);
  await exchange(dispatcher, post(server.origin, { path: '/third' }));
  expect(server.heard.join('').split('/second')).toHaveLength(2);
  expect(posts(server)).toBe(3);
});

test('a kept connection that ends under a POST › AnswerLost, and it is not written again', async () => {
  const server = await rawServer((socket, count) => (count === 1 ? socket.write(ok) : socket.end()));
  const dispatcher = singlePool(server.origin);
  await exchange(dispatcher, post(server.origin));
  expectLost(await ending(exchange(dispatcher, post(server.origin, { path: '/second' }))), null);
  expect(server.heard.join('').split('/second')).toHaveLength(2);
});

test('a hundred POSTs over connections that break at random › each is written once at most, and told rightly', async () => {
  let requests = 0;
  const server = await rawServer(socket => {
    requests += 1;
    if (requests % 3 === 0) socket.resetAndDestroy();
    else if (requests % 5 === 0) socket.end('HTTP/1.1 201 Created\r\ncontent-length: 9\r\n\r\n');
    else if (requests % 7 === 0) socket.end(ok);
    else socket.write(ok);
  });
  const dispatcher = dispatcherFor(server.origin);
  const endings = await Promise.all(
    Array.from({ length: 100 }, async (_item, index) => {
      const path = `/wallets/${index}-`;
      return { path, end: await ending(exchange(dispatcher, post(server.origin, { path }))) };
    }),
  );
  const heard = server.heard.join('');
  for (const { path, end } of endings) {
    const times = heard.split(`POST ${path} `).length - 1;
    expect(times).toBeLessThanOrEqual(1);
    if (end instanceof NotSent) expect(times).toBe(0);
    else if (!(end instanceof AnswerLost)) expect(times).toBe(1);
  }
});

test('a GET that is lost › is not repeated either', async () => {
  const server = await rawServer(socket => socket.resetAndDestroy());
  const get = post(server.origin, { method: 'GET', body: null });
  expectLost(await ending(exchange(dispatcherFor(server.origin), get)), null);
  expect(server.heard.join('').split('GET /')).toHaveLength(2);
});
