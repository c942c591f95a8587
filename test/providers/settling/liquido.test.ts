import 'reflect-metadata';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { print } from 'graphql';
import { faults } from '../../../src/simulators/faults.js';
import { CreateWalletAccountDocument } from '../../generated/operations.js';
import { freshKey, startTestGateway, withGateway, type TestGateway } from '../../support/gateway.js';
import { post } from '../../support/http.js';
import { decided, operationOf, until } from '../../support/operations.js';
import { cleanUp, liveEnvironment, startGatewayProcess, temporaryFolder } from '../../support/process.js';

/** How a lost answer is had again from LIQUIDO, which remembers idempotency keys: the same request, byte for byte. */

let gateway: TestGateway;
beforeAll(async () => {
  // What is asked for again is waited for: on a busy machine, too.
  gateway = await startTestGateway();
});
afterAll(() => gateway.stop());
afterAll(cleanUp);
beforeEach(() => gateway.simulators.reset());

const accountInput = () => ({
  idempotencyKey: freshKey(),
  account: {
    liquido: {
      phoneNumber: '+573000000001',
      name: 'Łukasz "Ł" Żółć 工资',
      country: 'CO',
      currency: 'COP',
      groupId: 'team-a',
    },
  },
});
type Input = ReturnType<typeof accountInput>;

async function create(input: Input, at: TestGateway = gateway) {
  const { createWalletAccount: result } = await at.execute(CreateWalletAccountDocument, { input });
  if (result == null) throw new Error('The mutation answered nothing.');
  return result;
}

/** The raw bodies of all creates. */
const bodies = (at: TestGateway = gateway) =>
  at.simulators.liquido.exchanges.filter(({ route }) => route === 'create').map(({ request }) => request.body);

async function lose(input: Input, wasApplied: boolean, at: TestGateway = gateway): Promise<void> {
  at.simulators.liquido.next(faults.reset('before-answer', { applied: wasApplied }));
  expect(await create(input, at)).toMatchObject({ __typename: 'OutcomeUnknownError', retry: 'FOLLOW_OPERATION' });
}

const attention = {
  __typename: 'OutcomeUnknownError',
  retry: 'ASK_OPERATOR',
  provider: 'LIQUIDO',
  operation: { status: 'NEEDS_ATTENTION', attempts: 1, result: { __typename: 'OutcomeUnknownError' } },
};

test.each([
  ['was done', true],
  ['was not done', false],
])('a create that %s and whose answer was lost is sent again, byte for byte, and is one wallet', async (_what, was) => {
  const input = accountInput();
  await lose(input, was);
  const found = await create(input);
  const { ledger } = gateway.simulators.liquido;
  expect(found).toMatchObject({
    __typename: 'WalletAccountCreated',
    walletAccount: { providerId: ledger[0]?.resourceId, country: 'CO', currency: 'COP', groupId: 'team-a' },
  });
  expect(await create(input)).toEqual(found);
  const [first, second, ...others] = bodies();
  expect(second).toBe(first);
  expect(JSON.parse(second ?? '')).toMatchObject({ ...input.account.liquido, idempotencyKey: expect.any(String) });
  expect(others).toEqual([]);
  expect(ledger).toHaveLength(1);
  expect(await operationOf(gateway, 'createWalletAccount', input.idempotencyKey)).toMatchObject({
    status: 'SUCCEEDED',
    attempts: 1,
  });
});

test('it is sent again though nobody asks', async () => {
  const input = accountInput();
  await lose(input, true);
  expect(await decided(gateway, 'createWalletAccount', input.idempotencyKey)).toMatchObject({
    status: 'SUCCEEDED',
    attempts: 1,
    result: { __typename: 'WalletAccountCreated' },
  });
  expect(gateway.simulators.liquido.ledger).toHaveLength(1);
});

test('an answer that is lost again, or a passing refusal, decides nothing: it is sent once more', async () => {
  for (const fault of [faults.reset('before-answer', { applied: true }), faults.answer(503), faults.answer(429)]) {
    gateway.simulators.reset();
    const input = accountInput();
    await lose(input, false);
    gateway.simulators.liquido.next(fault);
    expect(await create(input)).toMatchObject({ __typename: 'OutcomeUnknownError', operation: { status: 'UNKNOWN' } });
    expect(await decided(gateway, 'createWalletAccount', input.idempotencyKey)).toMatchObject({ status: 'SUCCEEDED' });
    expect(new Set(bodies()).size).toBe(1);
    expect(gateway.simulators.liquido.ledger).toHaveLength(1);
  }
});

test('while it is on its way again, it is not sent a third time, whoever asks and whenever its next look is due', () =>
  withGateway({ environment: { PROVIDER_TIMEOUT_MS: '10000', SAME_KEY_WAIT_MS: '10000' } }, async patient => {
    const input = accountInput();
    await lose(input, false, patient);
    patient.simulators.liquido.next(faults.delay(2_500));
    const answers = await Promise.all([create(input, patient), create(input, patient)]);
    for (const answer of answers) expect(answer).toMatchObject({ __typename: 'WalletAccountCreated' });
    expect(bodies(patient)).toHaveLength(2);
  }));

test('outside LIQUIDO_RESEND_WITHIN nothing is sent again: a person must look', () =>
  withGateway({ environment: { LIQUIDO_RESEND_WITHIN: '0s' } }, async late => {
    const input = accountInput();
    await lose(input, true, late);
    const asked = await create(input, late);
    expect(asked).toMatchObject(attention);
    expect(await create(input, late)).toEqual(asked);
    expect(bodies(late)).toHaveLength(1);
  }));

test('after its process died it is sent again only when nothing of the first attempt can be on its way', async () => {
  const { simulators } = gateway;
  const leaseMs = 600;
  const timeoutMs = 900;
  const start = {
    folder: temporaryFolder(),
    environment: liveEnvironment({
      ...simulators.environment,
      LEASE_MS: String(leaseMs),
      PROVIDER_TIMEOUT_MS: String(timeoutMs),
    }),
  };
  const input = accountInput();
  const first = await startGatewayProcess(start);
  simulators.liquido.next(faults.hang());
  const since = Date.now();
  const query = print(CreateWalletAccountDocument);
  const gone = post(first.url, { query, variables: { input } }).catch(() => 'gone');
  await until(() => bodies().length === 1);
  await first.stop('SIGKILL');
  expect(await gone).toBe('gone');

  const second = await startGatewayProcess(start);
  await second.printed(stdout => stdout.includes('an unknown outcome was settled') || null);
  const [made, ...others] = simulators.liquido.ledger;
  expect(others).toEqual([]);
  expect(Number(made?.at) - since).toBeGreaterThanOrEqual(leaseMs + timeoutMs);
  expect(bodies()).toHaveLength(2);
  expect(new Set(bodies()).size).toBe(1);
  const { text } = await post(second.url, { query, variables: { input } });
  expect(JSON.parse(text)).toMatchObject({
    data: { createWalletAccount: { walletAccount: { providerId: made?.resourceId } } },
  });
  expect(bodies()).toHaveLength(2);
});

describe('a lasting refusal of what is sent again', () => {
  test.each([
    ['a duplicate, so that it was done, and its id is lost', 409, true],
    ['a refusal of the input, which the first request may not have met', 400, false],
    ['a refusal for reasons of its own', 422, false],
  ])('%s (%#): a person must look, and nothing more is sent', async (_what, status, was) => {
    const input = accountInput();
    await lose(input, was);
    gateway.simulators.liquido.next(faults.answer(status, { body: { errors: [{ code: `${status}` }] } }));
    const asked = await create(input);
    expect(asked).toMatchObject(attention);
    expect(await create(input)).toEqual(asked);
    expect(bodies()).toHaveLength(2);
    expect(gateway.simulators.liquido.ledger).toHaveLength(was ? 1 : 0);
  });
});
