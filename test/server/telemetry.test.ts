import 'reflect-metadata';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { faults } from '../../src/simulators/faults.js';
import { idEnding } from '../../src/simulators/outcomes.js';
import {
  CreateDigitalWalletDocument,
  CreateMoovWalletDocument,
  CreateWalletAccountDocument,
  NodesDocument,
} from '../generated/operations.js';
import { breakDisk, canBreakDisk } from '../support/disk.js';
import { freshKey, startTestGateway, type TestGateway } from '../support/gateway.js';
import { ask, post } from '../support/http.js';
import { cleanUp, startGatewayProcess, temporaryFolder } from '../support/process.js';

/** What is logged, and that nothing else is. */

let gateway: TestGateway;
afterEach(() => gateway.stop());
afterAll(cleanUp);

const moovInput = (outcome?: Parameters<typeof idEnding>[0]) => ({
  idempotencyKey: freshKey(),
  accountId: idEnding(outcome),
  name: 'Payroll',
});
const named = (message: string) => gateway.lines.filter(({ msg }) => msg === message);
const milliseconds = expect.any(Number);

test('a circuit › is a warning when it opens, with the provider and the class of calls', async () => {
  gateway = await startTestGateway();
  gateway.simulators.moov.next(faults.answer(500), { times: 5 });
  for (let index = 0; index < 6; index += 1) {
    await gateway.execute(CreateMoovWalletDocument, { input: moovInput() });
  }
  const circuit = { provider: 'MOOV', calls: 'writes', state: 'OPEN' };
  expect(named('a provider fails: calls are refused')).toMatchObject([{ level: 40, ...circuit }]);
});

test('a pause that a provider asks for › is one warning, however many meet it', async () => {
  gateway = await startTestGateway({ environment: { PROVIDER_TIMEOUT_MS: '20000' } });
  gateway.simulators.moov.next(faults.answer(429, { headers: { 'retry-after': '30' } }));
  for (let index = 0; index < 3; index += 1) {
    const { createMoovWallet } = await gateway.execute(CreateMoovWalletDocument, { input: moovInput() });
    expect(createMoovWallet?.__typename).toBe('RateLimitedError');
  }
  expect(named('a provider asked for a pause: calls wait or are refused')).toMatchObject([
    { level: 40, provider: 'MOOV', seconds: 30 },
  ]);
});

describe('one line for a request', () => {
  test('says who asked for what, whom we asked, how it ended and how long it took', async () => {
    gateway = await startTestGateway();
    const input = moovInput();
    const body = {
      query: 'mutation OpenWallet($input: CreateMoovWalletInput!) { createMoovWallet(input: $input) { __typename } }',
      variables: { input },
    };
    await post(gateway.url, body, { 'x-request-id': 'trace-1' });
    await post(gateway.url, body, { 'x-request-id': 'trace-2' });
    const operation = { mutation: 'createMoovWallet', provider: 'MOOV', result: 'MoovWalletCreated', ms: milliseconds };
    const line = {
      level: 30,
      time: milliseconds,
      tenant: 'default',
      method: 'POST',
      status: 200,
      operationName: 'OpenWallet',
      ms: milliseconds,
    };
    const [first, second, ...others] = named('request').map(({ pid: _pid, hostname: _hostname, ...rest }) => rest);
    expect(first).toEqual({
      ...line,
      requestId: 'trace-1',
      calls: [
        {
          provider: 'MOOV',
          method: 'POST',
          route: '/accounts/{id}/wallets',
          status: 200,
          ms: milliseconds,
          providerRequestId: gateway.simulators.moov.exchanges[0]?.answer?.headers['x-request-id'],
        },
      ],
      operations: [{ ...operation, id: expect.any(String), isReplay: false }],
      msg: 'request',
    });
    expect(second).toEqual({
      ...line,
      requestId: 'trace-2',
      calls: [],
      operations: [
        {
          ...operation,
          id: (first as { operations: { id: string }[] } | undefined)?.operations[0]?.id,
          isReplay: true,
        },
      ],
      msg: 'request',
    });
    expect(others).toEqual([]);
  });

  test('names fifty calls, and counts those beyond', async () => {
    gateway = await startTestGateway();
    const { moov } = gateway.simulators;
    const ids = Array.from({ length: 60 }, () => {
      const accountId = idEnding();
      const wallet = moov.addWallet(accountId, { name: 'Payroll' });
      return Buffer.from(`MoovWallet/${accountId}/${wallet}`).toString('base64url');
    });
    await gateway.execute(NodesDocument, { ids });
    const [line] = named('request');
    expect(line).toMatchObject({ moreCalls: 10 });
    expect(line?.calls).toHaveLength(50);
  });

  test('tells what the gateway itself answered, too', async () => {
    gateway = await startTestGateway();
    const input = { idempotencyKey: freshKey(), accountId: idEnding(), name: 'Payroll' };
    await gateway.execute(CreateMoovWalletDocument, { input });
    await gateway.execute(CreateMoovWalletDocument, { input: { ...input, name: 'Savings' } });
    await gateway.execute(CreateMoovWalletDocument, { input: { ...input, accountId: 'nonsense' } });
    const operations = named('request').flatMap(line => line.operations as { id: string | null; result: string }[]);
    expect(operations.map(({ result, id }) => ({ result, hasId: id !== null }))).toEqual([
      { result: 'MoovWalletCreated', hasId: true },
      { result: 'IdempotencyKeyReusedError', hasId: true },
      { result: 'InvalidInputError', hasId: false },
    ]);
  });

  test('is written for refusals too, and for what was never GraphQL', async () => {
    gateway = await startTestGateway();
    await post(gateway.url, '{');
    await post(gateway.url, { query: '{ __typename }' }, { host: 'evil.example' });
    await ask(gateway.url, { method: 'GET', path: '/nothing?secret=4711' });
    await ask(gateway.url, { method: 'GET', path: '/healthz' });
    expect(named('request').map(({ method, status, operationName }) => ({ method, status, operationName }))).toEqual([
      { method: 'POST', status: 400, operationName: null },
      { method: 'POST', status: 421, operationName: null },
      { method: 'GET', status: 404, operationName: null },
      { method: 'GET', status: 200, operationName: null },
    ]);
    expect(JSON.stringify(gateway.lines)).not.toContain('4711');
  });
});

describe('lines of their own', () => {
  test('start-up tells of every provider that is off', async () => {
    gateway = await startTestGateway({
      environment: { JUSPAY_API_KEY: undefined, MOOV_PUBLIC_KEY: undefined, MOOV_SECRET_KEY: undefined },
    });
    const off = named('provider is off: it has no credentials');
    expect(off.map(({ provider }) => provider).toSorted()).toEqual(['JUSPAY', 'MOOV']);
  });

  test('a token that was fetched, and one that was not', async () => {
    gateway = await startTestGateway();
    const create = () =>
      gateway.execute(CreateDigitalWalletDocument, {
        input: { idempotencyKey: freshKey(), userId: idEnding(), digitalWalletApplicationId: idEnding() },
      });
    gateway.simulators.pingone.next(faults.answer(401), { route: 'token' });
    expect(await create()).toMatchObject({ createDigitalWallet: { __typename: 'ProviderAccessDeniedError' } });
    expect(named('no token')).toEqual([
      expect.objectContaining({
        level: 40,
        provider: 'PINGONE',
        ms: milliseconds,
        error: expect.objectContaining({ name: 'MutationFailure' }),
      }),
    ]);
    expect(await create()).toMatchObject({ createDigitalWallet: { __typename: 'DigitalWalletCreated' } });
    expect(named('token fetched')).toEqual([
      expect.objectContaining({ level: 30, provider: 'PINGONE', ms: milliseconds, expiresInSeconds: 3600 }),
    ]);
  });

  test('a provider that did not answer › whether it was sent, and the place but not the words of the error', async () => {
    gateway = await startTestGateway();
    gateway.simulators.moov.next(faults.reset('before-answer'));
    const answer = await post(
      gateway.url,
      {
        query: 'mutation ($input: CreateMoovWalletInput!) { createMoovWallet(input: $input) { __typename } }',
        variables: { input: moovInput() },
      },
      { 'x-request-id': 'torn' },
    );
    expect(answer.text).toContain('OutcomeUnknownError');
    expect(named('a provider did not answer')).toEqual([
      expect.objectContaining({
        level: 40,
        requestId: 'torn',
        provider: 'MOOV',
        status: null,
        wasSent: true,
        error: expect.objectContaining({ name: 'AnswerLost', at: expect.any(Array) }),
      }),
    ]);
  });

  test('an unknown outcome that was settled › which, how and after how long; louder where a person must look', async () => {
    gateway = await startTestGateway({ environment: { LIQUIDO_RESEND_WITHIN: '0s' } });
    const liquido = { phoneNumber: '+573000000001', name: 'Ana Example', country: 'CO', currency: 'COP' };
    const account = { idempotencyKey: freshKey(), account: { liquido } };
    const input = moovInput();
    gateway.simulators.moov.next(faults.reset('before-answer', { applied: true }));
    gateway.simulators.liquido.next(faults.reset('before-answer'));
    for (let times = 0; times < 2; times += 1) {
      await gateway.execute(CreateMoovWalletDocument, { input });
      await gateway.execute(CreateWalletAccountDocument, { input: account });
    }
    const operationId = expect.stringMatching(/^[\w-]+$/);
    expect(named('an unknown outcome was settled')).toEqual([
      expect.objectContaining({
        level: 30,
        mutation: 'createMoovWallet',
        provider: 'MOOV',
        status: 'done',
        operationId,
        ms: milliseconds,
      }),
    ]);
    expect(named('an operation needs attention')).toEqual([
      expect.objectContaining({
        level: 50,
        mutation: 'createWalletAccount',
        provider: 'LIQUIDO',
        status: 'attention',
        operationId,
        ms: milliseconds,
      }),
    ]);
  });

  test('an answer that could not be read › a short sample with nothing of ours in it', async () => {
    gateway = await startTestGateway();
    const input = { ...moovInput(), name: 'Canary Payroll' };
    gateway.simulators.moov.next(
      faults.answer(200, {
        headers: { 'content-type': 'text/html' },
        body: `<b>Canary Payroll</b>\r\n\u001b[31m${'x'.repeat(5000)}`,
      }),
    );
    await gateway.execute(CreateMoovWalletDocument, { input });
    const [line, ...others] = named('an answer could not be read');
    expect(others).toEqual([]);
    expect(line).toMatchObject({ level: 40, provider: 'MOOV', status: 200, requestId: expect.any(String) });
    expect(line?.sample).toMatch(/^[^\p{Cc}]{1,200}$/u);
    expect(line?.sample).not.toContain('Canary');
  });
});

describe('forging', () => {
  const controls = /\p{Cc}/u;

  test('what callers write stays in its member and its line, or is left out', async () => {
    gateway = await startTestGateway();
    const forged = '\n{"level":50,"msg":"forged"}\u001b[2J\u009b31m\r';
    await post(gateway.url, { query: `query { __typename } # ${forged}`, operationName: forged });
    await post(gateway.url, { query: `{ node(id: ${JSON.stringify(forged)}) { id } }` });
    await post(gateway.url, { query: '{ __typename }' }, { 'x-request-id': 'a\u009b31mb' });
    await gateway.execute(CreateMoovWalletDocument, { input: { ...moovInput(), name: forged } });
    await gateway.execute(CreateMoovWalletDocument, { input: { ...moovInput(), idempotencyKey: forged } });
    expect(gateway.lines.map(({ msg }) => msg)).toEqual(Array.from({ length: 5 }, () => 'request'));
    expect(JSON.stringify(gateway.lines)).not.toMatch(/forged/);
    expect(textsIn(gateway.lines).filter(text => controls.test(text))).toEqual([]);
  });

  test('what providers write does as well', async () => {
    // The bytes that a header may hold by RFC 9110 include those of terminals' control sequences in eight bits.
    const provider = createServer((_request, response) => {
      response.writeHead(403, { 'x-request-id': `a\u009b31m${'b'.repeat(2000)}` });
      response.end('{"error":"\\n\\u001b[31mforged\\u009b"}');
    });
    provider.unref();
    await new Promise<void>(resolve => provider.listen(0, '127.0.0.1', resolve));
    const { port } = provider.address() as AddressInfo; // it listens on a port
    gateway = await startTestGateway({ environment: { MOOV_API_URL: `http://127.0.0.1:${port}` } });
    const { createMoovWallet: result } = await gateway.execute(CreateMoovWalletDocument, { input: moovInput() });
    expect(result).toMatchObject({ __typename: 'ProviderAccessDeniedError' });
    expect(textsIn(result).filter(text => controls.test(text))).toEqual([]);
    expect(gateway.lines.map(({ msg }) => msg)).toEqual(['request']);
    expect(textsIn(gateway.lines).filter(text => controls.test(text) || text.length > 500)).toEqual([]);
  });
});

describe('what nobody expected', () => {
  const storeKey = Buffer.alloc(32, 1).toString('base64');
  const startWith = (file: string) =>
    startTestGateway({ environment: { STORE_URL: `sqlite:${file}`, STORE_KEY: storeKey } });
  const byKeyQuery = (idempotencyKey: string) =>
    `{ operationByKey(mutation: "createMoovWallet", idempotencyKey: "${idempotencyKey}") { id } }`;

  test('a row that was tampered with › masked for the caller; logged with its place, without its words', async () => {
    const file = `${temporaryFolder()}/tampered.sqlite`;
    const input = moovInput();
    gateway = await startWith(file);
    await gateway.execute(CreateMoovWalletDocument, { input });
    await gateway.stop();
    const database = new DatabaseSync(file);
    database.exec('UPDATE operation SET intent = zeroblob(64), result = zeroblob(64)');
    database.close();

    // A process of its own: here an error of Node's would not be known for one.
    gateway = await startTestGateway();
    const real = await startGatewayProcess({ environment: { STORE_URL: `sqlite:${file}`, STORE_KEY: storeKey } });
    const { text } = await post(real.url, { query: byKeyQuery(input.idempotencyKey) });
    expect(JSON.parse(text)).toEqual({
      data: { operationByKey: null },
      errors: [
        {
          message: 'Internal server error',
          path: ['operationByKey'],
          locations: [{ line: 1, column: 3 }],
          extensions: { code: 'INTERNAL_SERVER_ERROR' },
        },
      ],
    });
    const query = 'mutation ($input: CreateMoovWalletInput!) { createMoovWallet(input: $input) { __typename } }';
    const created = await post(real.url, { query, variables: { input } }, { 'x-request-id': 'again' });
    expect(created.text).toBe('{"data":{"createMoovWallet":{"__typename":"ProviderUnavailableError"}}}');
    await real.stop();

    const journal = {
      name: 'Error',
      at: expect.arrayContaining([expect.stringMatching(/core\/journal-rows\.ts:\d+/)]),
    };
    expect(real.lines().filter(({ level }) => Number(level) > 30)).toEqual([
      expect.objectContaining({ level: 50, msg: 'something broke', doing: 'graphql', error: journal }),
      expect.objectContaining({
        level: 50,
        msg: 'the journal failed',
        doing: 'claim',
        requestId: 'again',
        error: journal,
      }),
    ]);
    expect(real.lines().flatMap(({ calls }) => calls ?? [])).toEqual([]);
    expect(real.stdout()).not.toMatch(/authenticate|"message"|"stack"/);
  });

  (canBreakDisk ? test : test.skip)(
    'a disk that breaks › typed for a mutation, masked for a query, logged for both',
    async () => {
      const file = `${temporaryFolder()}/broken.sqlite`;
      await (await startWith(file)).stop();
      gateway = await startWith(file); // what it has not written itself, it must read
      breakDisk(file);
      const { createMoovWallet: result } = await gateway.execute(CreateMoovWalletDocument, { input: moovInput() });
      expect(result).toMatchObject({
        __typename: 'ProviderUnavailableError',
        message: 'The gateway cannot write its journal, so nothing was sent.',
        retry: 'RETRY_WITH_SAME_KEY',
        provider: null,
      });
      expect(gateway.simulators.moov.exchanges).toEqual([]);
      expect(await gateway.send(byKeyQuery('any'))).toMatchObject({
        errors: [{ message: 'Internal server error', extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
      });
      const failures = gateway.lines.filter(
        ({ level, doing }) => level === 50 && doing !== 'settle' && doing !== 'keep house',
      ); // they go on trying
      expect(failures.map(({ msg, doing }) => ({ msg, doing }))).toEqual([
        { msg: 'the journal failed', doing: 'claim' },
        { msg: 'something broke', doing: 'graphql' },
      ]);
      expect(JSON.stringify(gateway.lines)).not.toContain(file);
    },
  );

  (canBreakDisk ? test : test.skip)(
    'a disk that breaks while the provider is asked › the outcome is unknown, whatever the provider said',
    async () => {
      const file = `${temporaryFolder()}/late.sqlite`;
      gateway = await startWith(file);
      const { moov } = gateway.simulators;
      moov.next(faults.change(success => (breakDisk(file), success)));
      const { createMoovWallet: result } = await gateway.execute(CreateMoovWalletDocument, { input: moovInput() });
      expect(moov.ledger).toHaveLength(1);
      expect(result).toMatchObject({ __typename: 'OutcomeUnknownError', retry: 'FOLLOW_OPERATION', provider: 'MOOV' });
      // The settler, which belongs to no request, fails as well.
      const failures = named('the journal failed').filter(({ requestId }) => requestId !== null);
      expect(failures).toEqual([expect.objectContaining({ doing: 'settle' })]);
    },
  );
});

/** Every text in a value, members' names included. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object'
    ? Object.entries(value).flatMap(([name, inner]) => [name, ...textsIn(inner)])
    : [];
}
