import 'reflect-metadata';
import { once } from 'node:events';
import { Agent, createServer, request, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { farewellMs, openFarewell, type Farewell } from '../../src/server/farewell.js';
import { idEnding } from '../../src/simulators/outcomes.js';
import { freshKey } from '../support/gateway.js';
import { jsonHeaders } from '../support/http.js';
import { cleanUp, startGatewayProcess } from '../support/process.js';
import { eventually, handClock, type HandClock } from '../support/time.js';

/** G8: a gateway that is told to stop takes its leave, and nobody loses a request by it. */

afterAll(cleanUp);

describe('G8 › SIGTERM under load', () => {
  const clients = 32;
  /** A client that stood still itself for so long may well find its connection closed. */
  const stoodStillMs = 1_000;

  interface Kept {
    readonly answers: readonly Heard[];
    /** What ended it, where it was not told that the connection ends. */
    failure: { readonly code: string | undefined; readonly wasReused: boolean } | null;
  }

  interface Heard {
    readonly status: number;
    readonly text: string;
    readonly isLast: boolean;
  }

  interface Asked {
    readonly path: string;
    readonly body: () => string | null;
  }

  const typename: Asked = { path: '/graphql', body: () => '{"query":"{ __typename }"}' };
  const readiness: Asked = { path: '/readyz', body: () => null };
  const create: Asked = {
    path: '/graphql',
    body: () =>
      JSON.stringify({
        query: 'mutation ($input: CreateMoovWalletInput!) { createMoovWallet(input: $input) { __typename } }',
        variables: { input: { idempotencyKey: freshKey(), accountId: idEnding(), name: 'Payroll' } },
      }),
  };

  /** Asks without a rest on one connection, until it is told that this connection ends. */
  async function ask(url: string, { path, body }: Asked, kept: { answers: Heard[]; failure: Kept['failure'] }) {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const answerTo = (text: string | null): Promise<Heard> =>
      new Promise((resolve, reject) => {
        const method = text === null ? 'GET' : 'POST';
        const since = performance.now();
        const asked = request(new URL(path, url), { method, headers: jsonHeaders, agent }, response => {
          let received = '';
          response.setEncoding('utf8').on('data', (chunk: string) => (received += chunk));
          response.on('error', reject);
          response.on('end', () => {
            const isLast = response.headers.connection === 'close';
            resolve({ status: response.statusCode ?? 0, text: received, isLast });
          });
        });
        asked.on('error', (error: NodeJS.ErrnoException) => {
          if (asked.reusedSocket && since - heardAt > stoodStillMs)
            return resolve({ status: 0, text: '', isLast: true });
          kept.failure = { code: error.code, wasReused: asked.reusedSocket };
          reject(error);
        });
        asked.end(text ?? undefined);
      });
    let heardAt = performance.now();
    try {
      for (let isLast = false; !isLast;) {
        const heard = await answerTo(body());
        heardAt = performance.now();
        if (heard.status === 0) return; // it was this client that stood still
        kept.answers.push(heard);
        ({ isLast } = heard);
      }
    } catch (error) {
      kept.failure ??= { code: String(error), wasReused: false };
    } finally {
      agent.destroy();
    }
  }

  test('who is busy on a kept connection is answered and told, none is reset, and readiness is red first', async () => {
    const gateway = await startGatewayProcess({ environment: { CREATES_PER_MINUTE: '0', LOG_LEVEL: 'warn' } });
    const kinds = Array.from({ length: clients }, (_none, index) =>
      index === 0 ? readiness : index % 4 === 0 ? create : typename,
    );
    const all = kinds.map(kind => ({ kind, answers: [] as Heard[], failure: null as Kept['failure'] }));
    const working = all.map(kept => ask(gateway.url, kept.kind, kept));
    await eventually(() => all.every(({ answers, failure }) => answers.length >= 3 || failure !== null));
    expect(all.flatMap(({ failure }) => failure ?? [])).toEqual([]);

    const ended = gateway.stop('SIGTERM');
    await Promise.all(working);
    expect(all.flatMap(({ failure }) => failure ?? [])).toEqual([]);
    for (const { kind, answers } of all) {
      for (const { status, text, isLast } of answers) {
        if (kind === readiness) expect(status).toBe(isLast ? 503 : 200);
        else expect({ status, text }).toEqual({ status: 200, text: whole(kind) });
      }
    }
    expect(await ended).toMatchObject({ code: 0, signal: null, stderr: '' });
  }, 120_000);

  const whole = (kind: Asked): string =>
    kind === create
      ? '{"data":{"createMoovWallet":{"__typename":"MoovWalletCreated"}}}'
      : '{"data":{"__typename":"Query"}}';
});

describe('how long it takes to leave', () => {
  let server: Server;
  let clock: HandClock;
  let farewell: Farewell;
  let hurry: AbortController;
  beforeEach(async () => {
    server = createServer((_request, response) => void response.end());
    clock = handClock();
    farewell = openFarewell(server, clock);
    hurry = new AbortController();
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  /** Somebody who asks nothing. */
  async function connected(): Promise<Socket> {
    const arrived = once(server, 'connection');
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1'); // it listens on a port
    socket.on('error', () => undefined);
    await arrived;
    return socket;
  }

  function leave(): { readonly over: Promise<void>; isOver(): boolean } {
    let isOver = false;
    const over = farewell(hurry.signal).then(() => void (isOver = true));
    return { over, isOver: () => isOver };
  }

  test('none, where nobody is connected', async () => {
    await leave().over;
    const socket = await connected();
    const left = once(socket, 'close');
    socket.destroy();
    await left;
    await eventually(() => new Promise(resolve => server.getConnections((_error, count) => resolve(count === 0))));
    await leave().over;
    expect(clock.waiting()).toBe(0);
  });

  test('until the last one who is connected has gone', async () => {
    const [one, other] = [await connected(), await connected()];
    const { over, isOver } = leave();
    one.destroy();
    await clock.pass(farewellMs - 1);
    expect(isOver()).toBe(false);
    other.destroy();
    await over;
    expect(clock.waiting()).toBe(0);
  });

  test('two seconds, where somebody stays and asks nothing', async () => {
    await connected();
    const { over, isOver } = leave();
    await clock.pass(farewellMs - 1);
    expect(isOver()).toBe(false);
    await clock.pass(1);
    await over;
  });

  test('none, once somebody is in a hurry', async () => {
    await connected();
    const { over } = leave();
    await clock.pass(1);
    hurry.abort();
    await over;
    expect(clock.waiting()).toBe(0);
    await leave().over; // or was so before
  });
});
