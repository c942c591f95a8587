import 'reflect-metadata';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect, type AddressInfo, type Server, type Socket } from 'node:net';
import { delimiter, join } from 'node:path';
import { createServer as createTlsServer } from 'node:tls';
import { Moov } from '@moovio/sdk';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { faults, type Fault } from '../src/simulators/faults.js';
import { startSimulators, type Simulators } from '../src/simulators/index.js';
import { idEnding } from '../src/simulators/outcomes.js';
import { filled } from '../src/server/page-script.js';
import { triggers } from '../src/triggers/index.js';
import { freshKey } from './support/gateway.js';
import { ask, jsonHeaders, post } from './support/http.js';
import {
  cleanUp,
  liveEnvironment,
  runProgram,
  startGatewayProcess,
  temporaryFolder,
  type Ended,
  type Environment,
} from './support/process.js';
import { newIssuer } from './support/tokens.js';

/** The program as it is started and ended by people, supervisors and accidents. */

let simulators: Simulators;
const servers: Server[] = [];
beforeAll(async () => {
  simulators = await startSimulators();
});
beforeEach(() => simulators.reset());
afterAll(async () => {
  await cleanUp();
  for (const server of servers) server.close();
  await simulators.stop();
});

const createQuery = `mutation ($input: CreateMoovWalletInput!) {
  createMoovWallet(input: $input) {
    __typename
    ... on MoovWalletCreated { moovWallet { id } }
    ... on MutationError { message retry operation { status attempts } }
  }
}`;
const moovInput = () => ({ idempotencyKey: freshKey(), accountId: idEnding(), name: 'Payroll' });

async function execute(url: string, query: string, variables: object = {}): Promise<Record<string, unknown>> {
  const { text } = await post(url, { query, variables });
  const { data, errors } = JSON.parse(text) as { data: Record<string, unknown>; errors?: unknown };
  expect(errors).toBeUndefined();
  return data;
}
const create = async (url: string, input: object = moovInput()) =>
  (await execute(url, createQuery, { input })).createMoovWallet;
const operation = async (url: string, key: string) =>
  (await execute(url, `{ operationByKey(mutation: "createMoovWallet", idempotencyKey: "${key}") { status attempts } }`))
    .operationByKey;
const created = expect.objectContaining({ __typename: 'MoovWalletCreated' });

test('settings of real providers that happen to be there are nothing to the sandbox', async () => {
  const environment = { PINGONE_WORKER_ENVIRONMENT_ID: idEnding(), MOOV_API_URL: 'https://api.moov.io' };
  const { url } = await startGatewayProcess({ environment });
  expect(await create(url)).toEqual(created);
  const pingOne = triggers.find(({ field }) => field === 'createDigitalWallet');
  const { query, variables } = pingOne?.steps[0] ?? { query: '', variables: {} };
  const input = { ...(variables.input as object), idempotencyKey: freshKey() };
  expect(await execute(url, query, { input })).toMatchObject({ createDigitalWallet: { __typename: pingOne?.member } });
});

test('LOG_LEVEL is the lowest level that is logged', async () => {
  const gateway = await startGatewayProcess({ environment: { LOG_LEVEL: 'warn' } });
  expect(await create(gateway.url)).toEqual(created);
  await gateway.stop('SIGTERM');
  expect(gateway.stdout()).toBe('');
});

test('a file of authorities that holds none is refused by its name', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'ca.pem'), 'no certificate');
  writeFileSync(join(folder, '.env'), 'NODE_EXTRA_CA_CERTS=ca.pem\n');
  const { code, stderr } = await runProgram('main.js', { folder }).ended;
  expect(code).toBe(1);
  expect(stderr).toContain('NODE_EXTRA_CA_CERTS (ca.pem)');
});

/** It ended because it could not start, and says why to a person: no stack, nothing else. */
function expectRefusal({ code, stdout, stderr }: Ended, reason: RegExp): void {
  expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(reason) });
  expect(stderr).not.toMatch(/^\s+at |node:internal|Error:/m);
  expect(stdout).not.toContain('"msg":"ready"');
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise(resolve => setTimeout(resolve, 5));
}

describe('a sandbox', () => {
  test('needs nothing: it starts, makes a wallet, and stops when told, however soon', async () => {
    const gateway = await startGatewayProcess();
    expect(await create(gateway.url)).toEqual(created);
    const page = await ask(gateway.url, { method: 'GET', path: '/' });
    expect(page).toMatchObject({ status: 200, headers: { 'content-type': expect.stringMatching(/^text\/html/) } });
    expect(await gateway.stop()).toMatchObject({ code: 0, stderr: '' });
    expect(gateway.lines().map(({ msg }) => msg)).toEqual(expect.arrayContaining(['ready', 'request', 'stopping']));

    const short = await startGatewayProcess();
    expect(await short.stop()).toMatchObject({ code: 0, signal: null });
  });

  test('reads .env, and believes the environment first', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, '.env'), 'ALLOWED_HOSTS=wallets.example\nPORT=no number\nSTORE_KEY=\n');
    const { url } = await startGatewayProcess({ folder });
    const headers = { ...jsonHeaders, host: 'wallets.example' };
    expect(await ask(url, { headers, body: '{"query":"{__typename}"}' })).toMatchObject({ status: 200 });
  });

  test('refuses to start with a name in .env that is no setting, or that is nearly one in the environment', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, '.env'), 'PROVIDER=live\nWALLETS=x\nFORGOTTEN=\n');
    const environment = { CREATE_PER_MINUTE: '5' };
    const ended = await runProgram('main.js', { folder, environment }).ended;
    expectRefusal(ended, /PROVIDER \(in \.env\) is no setting of Billfold: is PROVIDERS meant\?/);
    expectRefusal(ended, /WALLETS \(in \.env\)/);
    expectRefusal(ended, /CREATE_PER_MINUTE is no setting of Billfold: is CREATES_PER_MINUTE meant\?/);
    expect(ended.stderr).not.toContain('FORGOTTEN');
  });
});

describe('what it cannot start with', () => {
  test('wrong settings › all of them in one message', async () => {
    const environment = { PORT: 'four', LOG_LEVEL: 'loud', HOST: '0.0.0.0', STORE_URL: 'sqlite:kept.sqlite' };
    const ended = await runProgram('main.js', { environment }).ended;
    expectRefusal(ended, /^Billfold cannot start with these settings:\n(?: {2}- .+\n){4}$/);
    for (const name of Object.keys(environment).filter(known => known !== 'STORE_URL')) {
      expect(ended.stderr).toContain(name);
    }
    expect(ended.stderr).toContain('STORE_KEY');
  });

  test('wrong settings of providers › as well, before anything listens', async () => {
    const environment = liveEnvironment({
      MOOV_PUBLIC_KEY: 'public',
      JUSPAY_API_KEY: 'key',
      JUSPAY_API_URL: 'nowhere',
    });
    const ended = await runProgram('main.js', { environment }).ended;
    expectRefusal(
      ended,
      /JUSPAY_API_URL must be[\s\S]*MOOV_SECRET_KEY is missing|MOOV_SECRET_KEY is missing[\s\S]*JUSPAY_API_URL must be/,
    );
  });

  test('a .env that cannot be read', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, '.env'));
    expectRefusal(await runProgram('main.js', { folder }).ended, /\.env/);
  });

  test('a port that is taken', async () => {
    const { url } = await startGatewayProcess();
    const { port } = new URL(url);
    expectRefusal(
      await runProgram('main.js', { environment: { PORT: port } }).ended,
      new RegExp(`HOST, PORT.*in use.*:${port}\\.\n$`),
    );
    expect(await create(url)).toEqual(created);
  });

  test('an authority that cannot be read', async () => {
    const environment = { NODE_EXTRA_CA_CERTS: '/nowhere/ca.pem' };
    const folder = temporaryFolder();
    writeFileSync(join(folder, '.env'), 'NODE_EXTRA_CA_CERTS=/nowhere/ca.pem\n');
    expectRefusal(
      await runProgram('main.js', { folder }).ended,
      /^Billfold cannot start[\s\S]*NODE_EXTRA_CA_CERTS \(\/nowhere/,
    );
    const { code, stderr } = await runProgram('main.js', { environment }).ended;
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('NODE_EXTRA_CA_CERTS (/nowhere') });
  });

  test('a proxy that is no URL', async () => {
    const environment = liveEnvironment({
      MOOV_PUBLIC_KEY: 'public',
      MOOV_SECRET_KEY: 'secret',
      HTTPS_PROXY: 'nowhere at all',
    });
    expectRefusal(await runProgram('main.js', { environment }).ended, /HTTPS_PROXY/);
  });

  const old = [...(process.env.PATH ?? '').split(delimiter), '/usr/local/bin', '/usr/bin']
    .map(folder => join(folder, 'node'))
    .find(node => existsSync(node) && Number(execFileSync(node, ['-v']).toString().slice(1).split('.')[0]) <= 20);
  if (old === undefined) console.warn('No Node of version 20 or older was found: its message is not tested.');
  (old === undefined ? test.skip : test)('a Node that is too old', async () => {
    const ended = await runProgram('main.js', { node: old ?? '' }).ended;
    expectRefusal(ended, /^Billfold needs Node 22\.19 or newer; this is \d+\.\d+\.\d+\. Start it with `npm start`/);
  });
});

describe('live', () => {
  test('without credentials › it says of each provider that it is off, and so do their mutations', async () => {
    const gateway = await startGatewayProcess({ environment: liveEnvironment() });
    await gateway.printed(stdout => stdout.includes('"msg":"ready"') || null);
    const off = gateway.lines().filter(({ msg }) => msg === 'provider is off: it has no credentials');
    expect(off.map(({ provider }) => provider).toSorted()).toEqual([
      'EQUALS_MONEY',
      'JUSPAY',
      'LIQUIDO',
      'MOOV',
      'PINGONE',
    ]);
    expect(await create(gateway.url)).toMatchObject({ __typename: 'ProviderUnavailableError', retry: 'ASK_OPERATOR' });
  });

  test('in production › there is no page', async () => {
    const caller = newIssuer();
    const { url } = await startGatewayProcess({
      environment: {
        ...liveEnvironment({ ...simulators.environment }),
        ...caller.environment,
        NODE_ENV: 'production',
      },
    });
    expect((await ask(url, { method: 'GET', path: '/' })).status).toBe(404);
    const body = { query: createQuery, variables: { input: moovInput() } };
    const { text } = await post(url, body, { authorization: caller.bearer() });
    expect(JSON.parse(text)).toEqual({ data: { createMoovWallet: created } });
  });
});

describe('the journal in a file', () => {
  let folder: string;
  let environment: Environment;
  beforeEach(() => {
    folder = temporaryFolder();
    environment = liveEnvironment({ ...simulators.environment });
  });
  const start = () => startGatewayProcess({ folder, environment });

  test('outlives the process: the same key gets the same answer, and the provider is not asked', async () => {
    const input = moovInput();
    const first = await start();
    const answer = await create(first.url, input);
    expect(answer).toEqual(created);
    await first.stop();
    expect(existsSync(join(folder, 'data', 'billfold.sqlite'))).toBe(true);

    const second = await start();
    const asked = simulators.moov.exchanges.length;
    expect(await create(second.url, input)).toEqual(answer);
    expect(simulators.moov.exchanges).toHaveLength(asked);
    expect(await operation(second.url, input.idempotencyKey)).toEqual({ status: 'SUCCEEDED', attempts: 1 });
    const other = { ...input, name: 'Savings' };
    expect(await create(second.url, other)).toMatchObject({ __typename: 'IdempotencyKeyReusedError' });
    expect(simulators.moov.ledger).toHaveLength(1);
  });

  test('has one owner: a second process is refused, and the first goes on', async () => {
    const first = await start();
    const second = await runProgram('main.js', { folder, environment: { ...environment, PORT: '0' } }).ended;
    expectRefusal(second, /^The journal data\/billfold\.sqlite cannot be used: another process uses it\.\n$/);
    expect(await create(first.url)).toEqual(created);
  });

  test('is sealed with one key: another one is refused, and nothing is lost', async () => {
    const input = moovInput();
    const first = await start();
    await create(first.url, input);
    await first.stop();
    const wrong = { ...environment, PORT: '0', STORE_KEY: Buffer.alloc(32, 9).toString('base64') };
    expectRefusal(
      await runProgram('main.js', { folder, environment: wrong }).ended,
      /^STORE_KEY lacks a key that the journal .+\n$/,
    );
    const again = await start();
    expect(await operation(again.url, input.idempotencyKey)).toEqual({ status: 'SUCCEEDED', attempts: 1 });
  });

  test('a file that is no journal is refused', async () => {
    mkdirSync(join(folder, 'data'));
    writeFileSync(join(folder, 'data', 'billfold.sqlite'), 'Dear diary, '.repeat(1000));
    expectRefusal(
      await runProgram('main.js', { folder, environment: { ...environment, PORT: '0' } }).ended,
      /^The journal data\/billfold\.sqlite cannot be used: .*not a database.*\n$/,
    );
  });

  /** The process dies while the provider has that create. */
  async function killDuring(input: object, fault: Fault): Promise<void> {
    const first = await start();
    simulators.moov.next(fault);
    const lost = create(first.url, input).catch(() => 'lost');
    await until(() => simulators.moov.exchanges.some(({ route }) => route === 'create'));
    expect(await first.stop('SIGKILL')).toMatchObject({ signal: 'SIGKILL' });
    expect(await lost).toBe('lost');
  }
  const creates = () => simulators.moov.exchanges.filter(({ route }) => route === 'create').length;

  test('killed while a create is under way that was done › found after the restart, unasked, and never sent again', async () => {
    const input = moovInput();
    await killDuring(input, faults.hang({ applied: true }));
    const second = await start();
    await second.printed(stdout => stdout.includes('an unknown outcome was settled') || null);
    expect(await operation(second.url, input.idempotencyKey)).toEqual({ status: 'SUCCEEDED', attempts: 1 });
    const walletId = simulators.moov.ledger[0]?.resourceId ?? '';
    const id = Buffer.from(`MoovWallet/${input.accountId}/${walletId}`).toString('base64url');
    expect(await create(second.url, input)).toEqual({ __typename: 'MoovWalletCreated', moovWallet: { id } });
    expect(creates()).toBe(1);
    expect(simulators.moov.ledger).toHaveLength(1);
    await second.stop();
    expect(second.lines()).toContainEqual(expect.objectContaining({ level: 40, operations: 1 }));
  });

  test('killed while a create is under way that was not done › unknown after the restart, and never sent again', async () => {
    const input = moovInput();
    await killDuring(input, faults.hang());
    const second = await start();
    for (let round = 0; round < 2; round += 1) {
      expect(await create(second.url, input)).toMatchObject({
        __typename: 'OutcomeUnknownError',
        retry: 'FOLLOW_OPERATION',
        operation: { status: 'UNKNOWN', attempts: 1 },
      });
      expect(await operation(second.url, input.idempotencyKey)).toEqual({ status: 'UNKNOWN', attempts: 1 });
    }
    expect(simulators.moov.exchanges.some(({ operation: name }) => name === 'listWallets')).toBe(true);
    expect(creates()).toBe(1);
    expect(simulators.moov.ledger).toHaveLength(0);
    await second.stop();
    expect(second.lines()).toContainEqual(expect.objectContaining({ level: 40, operations: 1 }));
  });

  test('told to stop while a create is under way › it is finished and answered first', async () => {
    const input = moovInput();
    const first = await start();
    simulators.moov.next(faults.delay(1_000));
    const answer = create(first.url, input);
    await until(() => simulators.moov.ledger.length === 1);
    const ended = first.stop('SIGTERM');
    void first.stop('SIGTERM'); // twice, as an impatient supervisor does
    expect(await answer).toEqual(created);
    expect(await ended).toMatchObject({ code: 0, signal: null, stderr: '' });
    const second = await start();
    expect(await operation(second.url, input.idempotencyKey)).toEqual({ status: 'SUCCEEDED', attempts: 1 });
  });

  test('told to stop while a caller has left whose create is under way › it is finished all the same', async () => {
    const input = moovInput();
    const first = await start();
    simulators.moov.next(faults.delay(1_000));
    const { hostname, port } = new URL(first.url);
    const socket = connect(Number(port), hostname);
    const body = JSON.stringify({ query: createQuery, variables: { input } });
    socket.write(
      `POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    );
    await until(() => simulators.moov.ledger.length === 1);
    socket.destroy();
    expect(await first.stop()).toMatchObject({ code: 0 });
    const second = await start();
    expect(await operation(second.url, input.idempotencyKey)).toEqual({ status: 'SUCCEEDED', attempts: 1 });
  });
});

describe('a provider behind a private authority or a proxy', () => {
  let authority: string;
  let secureUrl: string;
  beforeAll(async () => {
    const folder = temporaryFolder();
    const openssl = (...parts: readonly string[]) => execFileSync('openssl', parts, { cwd: folder, stdio: 'pipe' });
    openssl(...'req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=Private -keyout ca.key -out ca.pem'.split(' '));
    openssl(...'req -newkey rsa:2048 -nodes -subj /CN=localhost -keyout server.key -out server.csr'.split(' '));
    writeFileSync(join(folder, 'names'), 'subjectAltName=DNS:localhost,IP:127.0.0.1');
    openssl(
      ...'x509 -req -days 2 -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -extfile names -out server.pem'.split(
        ' ',
      ),
    );
    authority = join(folder, 'ca.pem');
    const behind = Number(new URL(simulators.environment.MOOV_API_URL ?? '').port);
    const port = await listening(
      createTlsServer(
        { key: readFileSync(join(folder, 'server.key')), cert: readFileSync(join(folder, 'server.pem')) },
        socket => tie(socket, connect(behind, '127.0.0.1')),
      ),
    );
    secureUrl = `https://localhost:${port}`;
  });

  const environment = (more: Environment = {}): Environment => {
    const { MOOV_PUBLIC_KEY = '', MOOV_SECRET_KEY = '' } = simulators.environment;
    return { ...liveEnvironment({ MOOV_PUBLIC_KEY, MOOV_SECRET_KEY, MOOV_API_URL: secureUrl }), ...more };
  };

  test('without the authority › nothing is sent, and the caller is told so', async () => {
    const { url } = await startGatewayProcess({ environment: environment() });
    expect(await create(url)).toMatchObject({
      __typename: 'ProviderUnavailableError',
      message: 'Moov cannot be reached; nothing was sent.',
      retry: 'RETRY_WITH_SAME_KEY',
      operation: { status: 'FAILED', attempts: 1 },
    });
    expect(simulators.moov.exchanges).toEqual([]);
  });

  test('NODE_EXTRA_CA_CERTS › from the environment', async () => {
    const { url } = await startGatewayProcess({ environment: environment({ NODE_EXTRA_CA_CERTS: authority }) });
    expect(await create(url)).toEqual(created);
  });

  test('NODE_EXTRA_CA_CERTS › from .env, which Node itself reads too late', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, '.env'), `NODE_EXTRA_CA_CERTS=${authority}\n`);
    const { url } = await startGatewayProcess({ folder, environment: environment() });
    expect(await create(url)).toEqual(created);
  });

  /** A proxy that only joins connections; it knows where to. */
  async function startProxy(): Promise<{ readonly url: string; readonly targets: string[] }> {
    const targets: string[] = [];
    const proxy = createServer((_request, response) => void response.writeHead(501).end());
    proxy.on('connect', (request, socket: Socket) => {
      targets.push(request.url ?? '');
      const [name = '', port] = (request.url ?? '').split(':');
      const upstream = connect(Number(port), name, () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        tie(socket, upstream);
      });
    });
    return { url: `http://127.0.0.1:${await listening(proxy)}`, targets };
  }

  test('HTTPS_PROXY › is how the provider is reached; from .env too', async () => {
    const proxy = await startProxy();
    const folder = temporaryFolder();
    writeFileSync(join(folder, '.env'), `HTTPS_PROXY=${proxy.url}\n`);
    const { url } = await startGatewayProcess({ folder, environment: environment({ NODE_EXTRA_CA_CERTS: authority }) });
    expect(await create(url)).toEqual(created);
    expect(proxy.targets).toEqual([new URL(secureUrl).host]);
  });

  test('NO_PROXY › leaves it out', async () => {
    const proxy = await startProxy();
    const { url } = await startGatewayProcess({
      environment: environment({ NODE_EXTRA_CA_CERTS: authority, HTTPS_PROXY: proxy.url, NO_PROXY: 'localhost' }),
    });
    expect(await create(url)).toEqual(created);
    expect(proxy.targets).toEqual([]);
  });

  test('a proxy that is not there › nothing is sent', async () => {
    const { url } = await startGatewayProcess({
      environment: environment({ NODE_EXTRA_CA_CERTS: authority, HTTPS_PROXY: 'http://127.0.0.1:9' }),
    });
    expect(await create(url)).toMatchObject({
      __typename: 'ProviderUnavailableError',
      operation: { status: 'FAILED' },
    });
    expect(simulators.moov.exchanges).toEqual([]);
  });
});

describe('the simulators as a program', () => {
  test('print a .env that a live gateway works with, provider by provider', async () => {
    const program = runProgram('simulators/main.js');
    const settings = await program.printed(stdout => (/^MOOV_SECRET_KEY=.+\n/m.test(stdout) ? stdout : null));
    const folder = temporaryFolder();
    const { STORE_KEY = '' } = liveEnvironment();
    writeFileSync(join(folder, '.env'), `PROVIDERS=live\nSTORE_KEY=${STORE_KEY}\n${settings}`);
    const { url } = await startGatewayProcess({ folder });
    const plain = triggers.filter(({ title, steps }) => title.includes('…001') && steps.length === 1);
    expect(plain.length).toBeGreaterThanOrEqual(5);
    for (const [index, { field, member, steps }] of plain.entries()) {
      const run = String(index).padStart(9, '0');
      const variables = filled(steps[0]?.variables ?? {}, { key: freshKey(), run });
      const { [field]: result } = await execute(url, steps[0]?.query ?? '', variables);
      expect(result).toMatchObject({ __typename: member });
    }
    expect(await program.stop()).toMatchObject({ stderr: '' });
  });

  test("Moov's own client works against the simulator", async () => {
    const { MOOV_API_URL = '', MOOV_PUBLIC_KEY = '', MOOV_SECRET_KEY = '' } = simulators.environment;
    const { wallets } = new Moov({
      serverURL: MOOV_API_URL,
      security: { username: MOOV_PUBLIC_KEY, password: MOOV_SECRET_KEY },
    });
    const accountID = idEnding();
    const { result: made } = await wallets.create({
      accountID,
      createWallet: { name: 'Payroll', description: 'For salaries', metadata: { team: 'blue' } },
    });
    expect(made).toMatchObject({
      name: 'Payroll',
      status: 'active',
      walletType: 'general',
      metadata: { team: 'blue' },
    });
    const { walletID } = made;
    const { result: listed } = await wallets.list({ accountID });
    expect(listed.map(wallet => wallet.walletType).toSorted()).toEqual(['default', 'general']);
    expect((await wallets.get({ accountID, walletID })).result).toMatchObject({
      walletID,
      availableBalance: { currency: 'USD' },
    });
    const { result: patched } = await wallets.update({
      accountID,
      walletID,
      patchWallet: { name: 'Savings', status: 'closed' },
    });
    expect(patched).toMatchObject({ walletID, name: 'Savings', status: 'closed', closedOn: expect.any(Date) });
  });
});

async function listening(server: Server): Promise<number> {
  servers.push(server);
  server.unref();
  await new Promise<void>(resolve => server.listen(0, 'localhost', resolve));
  return (server.address() as AddressInfo).port; // it listens on a port
}

function tie(one: Socket, other: Socket): void {
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    from.on('error', () => to.destroy());
    from.pipe(to);
  }
}
