import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeEach, expect, test } from '@jest/globals';
import { globalId } from '../src/core/ids.js';
import { startSimulators, type Simulators } from '../src/simulators/index.js';
import { faults } from '../src/simulators/faults.js';
import { idEnding } from '../src/simulators/outcomes.js';
import { freshKey } from './support/gateway.js';
import { isOwnPostgresHere, startPostgres } from './support/postgres.js';
import {
  cleanUp,
  liveEnvironment,
  runProgram,
  startGatewayProcess,
  temporaryFolder,
  type Ended,
  type GatewayProcess,
} from './support/process.js';

/** What a person settles by hand, in a process of its own beside the running gateway. */

let simulators: Simulators;
let gateway: GatewayProcess;
let environment: Readonly<Record<string, string>>;
let folder: string;

beforeEach(async () => {
  simulators = await startSimulators();
  environment = { ...liveEnvironment(simulators.environment), SETTLE_ABSENT_AFTER_MS: '0' };
  folder = temporaryFolder();
  gateway = await startGatewayProcess({ folder, environment });
});
afterEach(async () => {
  await gateway.stop();
  await simulators.stop();
});
afterAll(cleanUp);

const ops = (...given: readonly string[]): Promise<Ended> => runProgram('ops.js', { folder, environment, given }).ended;

interface Answer {
  readonly __typename: string;
  readonly retry?: string;
  readonly operation?: { readonly id: string; readonly status: string; readonly attempts: number };
  readonly digitalWallet?: { readonly providerId: string };
}

async function graphql<Data>(query: string, variables: object = {}): Promise<Data> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ query, variables });
  const response = await fetch(`${gateway.url}/graphql`, { method: 'POST', headers, body });
  return ((await response.json()) as { data: Data }).data;
}

async function create(input: object): Promise<Answer> {
  const query = `mutation ($input: CreateDigitalWalletInput!) { createDigitalWallet(input: $input) { __typename
    ... on DigitalWalletCreation { digitalWallet { providerId } }
    ... on MutationError { retry operation { id status attempts } } } }`;
  return (await graphql<{ createDigitalWallet: Answer }>(query, { input })).createDigitalWallet;
}

/** Two operations for one user and application, both done, both without an answer: nobody can tell which is whose. */
async function twoThatNeedAttention() {
  const userId = idEnding();
  const inputs = [freshKey(), freshKey()].map(idempotencyKey => ({
    idempotencyKey,
    userId,
    digitalWalletApplicationId: '84000000-0000-4000-8000-000000000020',
  }));
  simulators.pingone.next(faults.reset('before-answer', { applied: true }), { times: 2 });
  await Promise.all(inputs.map(create));
  const listed = async () =>
    (
      await graphql<{ operations: { nodes: { id: string; idempotencyKey: string }[] } }>(
        '{ operations(status: NEEDS_ATTENTION) { nodes { id idempotencyKey } } }',
      )
    ).operations.nodes;
  while ((await listed()).length < 2) await new Promise(resolve => setTimeout(resolve, 100));
  const operations = await listed();
  const [one, other] = inputs.map(input => ({
    input,
    operation: operations.find(({ idempotencyKey }) => idempotencyKey === input.idempotencyKey)?.id ?? '',
  }));
  if (one === undefined || other === undefined) throw new Error('There are two.');
  return { one, other, wallets: simulators.pingone.ledger.map(({ resourceId = '' }) => resourceId) };
}

test('a person ends what looking cannot tell, beside the running gateway', async () => {
  const { one, other, wallets } = await twoThatNeedAttention();
  expect(await create(one.input)).toMatchObject({
    __typename: 'OutcomeUnknownError',
    retry: 'ASK_OPERATOR',
    operation: { status: 'NEEDS_ATTENTION' },
  });

  const found = await ops('settle', one.operation, '--found', wallets[0] ?? '');
  expect(found).toMatchObject({ code: 0, stdout: 'createDigitalWallet at PINGONE: SUCCEEDED\n', stderr: '' });
  expect(await create(one.input)).toMatchObject({ digitalWallet: { providerId: wallets[0] } });

  // The first one's wallet cannot be the second one's too, and what is not there is not believed.
  const taken = await ops('settle', other.operation, '--found', wallets[0] ?? '');
  expect(taken).toMatchObject({ code: 1, stderr: 'That wallet belongs to another operation.\n' });
  expect((await ops('settle', other.operation, '--found', randomUUID())).code).toBe(1);
  expect((await ops('settle', other.operation, '--found', '../x')).stderr).toBe('No wallet has an id like that.\n');

  const absent = await ops('settle', other.operation, '--absent');
  expect(absent).toMatchObject({ code: 0, stdout: 'createDigitalWallet at PINGONE: FAILED\n' });
  expect(simulators.pingone.ledger).toHaveLength(2);
  expect(await create(other.input)).toMatchObject({ __typename: 'DigitalWalletCreated' });
  expect(simulators.pingone.ledger).toHaveLength(3);

  // What is settled stays so.
  const again = await ops('settle', one.operation, '--absent');
  expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining('It is SUCCEEDED') });
});

test('a person is shown what to look for, but no secret', async () => {
  const { one } = await twoThatNeedAttention();
  const ended = await ops('show', one.operation);
  expect(ended).toMatchObject({ code: 0, stderr: '' });
  const [title, ...lines] = ended.stdout.trimEnd().split('\n');
  expect(title).toBe('createDigitalWallet at PINGONE: NEEDS_ATTENTION');
  expect(lines).toContain(`key                 ${one.input.idempotencyKey}`);
  for (const name of ['first begun', 'may be there since']) {
    const time =
      lines
        .find(line => line.startsWith(name))
        ?.slice('may be there since'.length)
        .trim() ?? '';
    expect(Math.abs(Date.parse(time) - Date.now())).toBeLessThan(120_000);
  }
  expect(JSON.parse(ended.stdout.slice(ended.stdout.indexOf('{')))).toEqual(one.input);
  expect(await ops('show', one.operation, '--tenant', 'acme')).toMatchObject({
    code: 1,
    stderr: 'There is no such operation.\n',
  });
});

test('of a one-time code nothing is shown, but the ids in the opaque one are', async () => {
  const id = globalId('JuspayWalletAccount', 'customer-7', Buffer.from('route').toString('base64url'), 'wlt_7');
  const input = { idempotencyKey: freshKey(), walletAccountId: id, otp: '731841' };
  simulators.juspay.next(faults.reset('before-answer', { applied: true }));
  const { linkWalletAccount } = await graphql<{ linkWalletAccount: Answer }>(
    `
      mutation ($input: LinkWalletAccountInput!) {
        linkWalletAccount(input: $input) {
          __typename
          ... on MutationError {
            operation {
              id
            }
          }
        }
      }
    `,
    { input },
  );
  const { stdout } = await ops('show', linkWalletAccount.operation?.id ?? '');
  expect(stdout).toContain(`linkWalletAccount at JUSPAY: `);
  expect(stdout).toContain(`"walletAccountId": "${id}"`);
  expect(stdout).toContain('walletAccountId is JuspayWalletAccount customer-7 cm91dGU wlt_7');
  expect(stdout).not.toContain('731841');
});

test('what was erased is shown without its key and its input', async () => {
  const input = { idempotencyKey: freshKey(), userId: idEnding(), digitalWalletApplicationId: randomUUID() };
  expect(await create(input)).toMatchObject({ __typename: 'DigitalWalletCreated' });
  const { operationByKey } = await graphql<{ operationByKey: { id: string } }>(
    `{ operationByKey(mutation: "createDigitalWallet", idempotencyKey: "${input.idempotencyKey}") { id } }`,
  );
  expect((await ops('show', operationByKey.id)).stdout).toContain(input.userId);
  expect(await ops('tenants', 'erase', 'default')).toMatchObject({ code: 0 });
  const { stdout } = await ops('show', operationByKey.id);
  expect(stdout).toMatch(/^createDigitalWallet at PINGONE: SUCCEEDED\n/);
  expect(stdout).toMatch(/^key +erased$/m);
  expect(stdout.trimEnd()).toMatch(/Its input was erased\.$/);
  expect(stdout).not.toContain(input.userId);
  expect(stdout).not.toContain(input.idempotencyKey);
});

test('what it is not asked rightly, or cannot do, it says in a sentence', async () => {
  const cases: readonly (readonly [given: readonly string[], why: string])[] = [
    [[], 'Say what is to be done:'],
    [['show'], 'show takes the id of one operation.'],
    [['settle'], 'settle takes the id of one operation.'],
    [['settle', 'x'], 'Say what you found at the provider: either --found <id> or --absent.'],
    [
      ['settle', 'x', '--found', 'y', '--absent'],
      'Say what you found at the provider: either --found <id> or --absent.',
    ],
    [['forget', 'x'], 'There is no command "forget":'],
  ];
  for (const [given, why] of cases) {
    const { code, stderr } = await ops(...given);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('\nnpm run ops -- ') });
    expect(stderr.split('\n')[0]).toBe(why);
  }
  expect(await ops('settle', 'x', '--absent')).toMatchObject({ code: 1, stderr: 'There is no such operation.\n' });
  const elsewhere = await runProgram('ops.js', { environment, given: ['settle', 'x', '--absent'] }).ended;
  expect(elsewhere).toMatchObject({ code: 1, stderr: expect.stringContaining('There is no journal') });
});

(isOwnPostgresHere ? test : test.skip)('where the file of tenants is wrong, it says so and ends', async () => {
  const server = await startPostgres();
  const database = await server.database();
  const place = { ...environment, STORE_URL: database.url };
  await (await startGatewayProcess({ environment: place })).stop();
  const wrong = { ...place, AUTH: 'api-key', TENANTS_FILE: '/nowhere/tenants.json' };
  const given = ['settle', 'x', '--absent'];
  expect(await runProgram('ops.js', { environment: wrong, given }).ended).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('/nowhere/tenants.json'),
  });
  expect(await runProgram('ops.js', { environment: place, given }).ended).toMatchObject({
    code: 1,
    stderr: 'There is no such operation.\n',
  });
  await server.cleanUp();
});
