import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { print } from 'graphql';
import { idEnding } from '../../src/simulators/outcomes.js';
import { CreateMoovWalletDocument, NodeDocument, ProvidersDocument } from '../generated/operations.js';
import { freshKey, startTestGateway, type TestGateway } from '../support/gateway.js';
import { until, operationOf } from '../support/operations.js';
import { listening } from '../support/ports.js';
import { growOlder } from '../support/time.js';

/** What becomes of a call to a provider when the client that wanted it hangs up. */

interface Held {
  readonly method: string;
  readonly response: ServerResponse;
}

/** Moov, which answers when the test says so. */
const held: Held[] = [];
const moov = createServer((request, response) => {
  request.resume().on('end', () => held.push({ method: request.method ?? '', response }));
});
let gateway: TestGateway;
const clients: Socket[] = [];

beforeAll(async () => {
  const url = `http://127.0.0.1:${await listening(moov)}`;
  gateway = await startTestGateway({ environment: { MOOV_API_URL: url, PROVIDER_TIMEOUT_MS: '15000' } });
});
afterEach(() => {
  held.length = 0;
  for (const client of clients.splice(0)) client.destroy();
});
afterAll(async () => {
  moov.close();
  moov.closeAllConnections();
  await gateway.stop();
});

const isClosed = ({ response }: Held): boolean => response.destroyed && !response.writableEnded;

/** Sends it on a connection of its own, and does not wait for the answer. */
function sent(query: string, variables: object): Socket {
  const { hostname, port } = new URL(gateway.url);
  const client = connect(Number(port), hostname);
  clients.push(client);
  client.on('error', () => undefined);
  const body = JSON.stringify({ query, variables });
  const head = 'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ';
  client.write(`${head}${Buffer.byteLength(body)}\r\n\r\n${body}`);
  return client;
}

async function theOne(): Promise<Held> {
  await until(() => held.length === 1);
  const [one] = held;
  if (one === undefined) throw new Error('It was there.');
  return one;
}

function answerWith({ response }: Held, walletID: string): void {
  const balance = { currency: 'USD', value: 0, valueDecimal: '0' };
  const wallet = { walletID, availableBalance: balance, name: 'Payroll', status: 'active', walletType: 'general' };
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(wallet));
}

const linesOf = (message: string) => gateway.lines.filter(({ msg }) => msg === message);

test('a read › is ended at the provider, and the provider is not blamed', async () => {
  const id = Buffer.from(`MoovWallet/${randomUUID()}/${randomUUID()}`).toString('base64url');
  for (let round = 0; round < 6; round += 1) {
    held.length = 0;
    const client = sent(print(NodeDocument), { id });
    const read = await theOne();
    expect(isClosed(read)).toBe(false);
    client.destroy();
    await until(() => isClosed(read));
    await until(() => linesOf('request').filter(({ wasHungUp }) => wasHungUp === true).length > round);
  }
  expect(linesOf('a provider did not answer')).toEqual([]);
  expect(linesOf('a provider fails: calls are refused')).toEqual([]);
});

test('a read for which the client waited two seconds › is the provider’s failure: one warning, and its health says so', async () => {
  const id = Buffer.from(`MoovWallet/${randomUUID()}/${randomUUID()}`).toString('base64url');
  const client = sent(print(NodeDocument), { id });
  const read = await theOne();
  growOlder(2_000);
  client.destroy();
  await until(() => isClosed(read));
  await until(() => linesOf('a provider did not answer').length > 0);
  expect(linesOf('a provider did not answer')).toMatchObject([{ level: 40, provider: 'MOOV', method: 'GET' }]);
  const { providers } = await gateway.execute(ProvidersDocument, {});
  const health = providers.find(({ provider }) => provider === 'MOOV')?.health;
  expect(health).toMatchObject({ lastErrorCode: 'PROVIDER_UNAVAILABLE' });
  expect(health?.p50Milliseconds).toBeGreaterThanOrEqual(2_000);
});

test('a create › goes on, and its operation succeeds', async () => {
  const input = { idempotencyKey: freshKey(), accountId: idEnding(), name: 'Payroll' };
  const before = linesOf('request').length;
  const client = sent(print(CreateMoovWalletDocument), { input });
  const create = await theOne();
  client.destroy();
  // The gateway has noticed when it has answered something on another connection after the close came.
  await new Promise<void>(resolve => client.once('close', () => resolve()));
  for (let round = 0; round < 5; round += 1) await operationOf(gateway, 'createMoovWallet', input.idempotencyKey);
  expect(isClosed(create)).toBe(false);
  answerWith(create, randomUUID());
  await until(() =>
    linesOf('request')
      .slice(before)
      .some(({ wasHungUp }) => wasHungUp === true),
  );
  expect(await operationOf(gateway, 'createMoovWallet', input.idempotencyKey)).toMatchObject({ status: 'SUCCEEDED' });
  expect(held).toHaveLength(1);
});
