import 'reflect-metadata';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { faults } from '../../../src/simulators/faults.js';
import { freshKey, startTestGateway, type TestGateway } from '../../support/gateway.js';
import { decided, operationOf } from '../../support/operations.js';
import { subjects, walletIn, type Subject } from '../conformance.js';

/** A create that was looked for and is not there: it was never done, and its key may be used again. */

const lookedFor = subjects.filter(({ settles }) => settles === 'by looking');
const moov = subjects.find(({ provider }) => provider === 'MOOV') as Subject; // it is in the table

let gateway: TestGateway;
const lost = new Map<Subject, Lost>();
let lostBeforeConflict: Lost;

interface Lost {
  readonly key: string;
  readonly input: object;
  /** When it was sent, at the earliest. */
  readonly since: number;
}

/** Nothing is made, and nobody says so. */
async function lose(subject: Subject): Promise<Lost> {
  const key = freshKey();
  const input = subject.input(key);
  const since = Date.now();
  subject.simulator(gateway.simulators).next(faults.reset('before-answer'));
  expect(await subject.send(gateway, input)).toMatchObject({
    __typename: 'OutcomeUnknownError',
    operation: { status: 'UNKNOWN', attempts: 1 },
  });
  return { key, input, since };
}

// A wallet is absent only after two looks, seconds apart: all of them wait at the same time.
beforeAll(async () => {
  gateway = await startTestGateway({
    environment: {
      // Of the gateway, nothing would be absent before these tests are long over; each provider has its own.
      SETTLE_ABSENT_AFTER_MS: '3600000',
      MOOV_SETTLE_ABSENT_AFTER_MS: '0',
      PINGONE_SETTLE_ABSENT_AFTER_MS: '0',
      JUSPAY_SETTLE_ABSENT_AFTER_MS: '300',
    },
  });
  for (const subject of lookedFor) lost.set(subject, await lose(subject));
  lostBeforeConflict = await lose(moov);
});
afterAll(() => gateway.stop());

test('a caller who asks again and again neither hastens the second look nor keeps it off', async () => {
  const { key, input, since } = await lose(moov);
  // Until its key is free at last, and the same request makes a second attempt.
  while ((await moov.send(gateway, input)).__typename !== moov.success) await wait(100);
  expect(await operationOf(gateway, moov.mutation, key)).toMatchObject({ status: 'SUCCEEDED', attempts: 2 });
  const [made, ...others] = gateway.simulators.moov.ledger;
  expect(others).toEqual([]);
  // Five seconds from the first look, which a caller made, to the second.
  expect(Number(made?.at) - since).toBeGreaterThanOrEqual(5_000);
});

for (const subject of lookedFor) {
  test(`${subject.provider} › it failed, and the same key makes a second attempt and exactly one wallet`, async () => {
    const { key, input } = lost.get(subject) as Lost; // from beforeAll
    const simulator = subject.simulator(gateway.simulators);
    const operation = await decided(gateway, subject.mutation, key);
    expect(operation).toMatchObject({
      status: 'FAILED',
      attempts: 1,
      result: { __typename: 'ProviderUnavailableError', retry: 'RETRY_WITH_SAME_KEY', provider: subject.provider },
    });
    const before = simulator.ledger.length;
    const made = await subject.send(gateway, input);
    expect(made.__typename).toBe(subject.success);
    expect(simulator.ledger).toHaveLength(before + 1);
    expect(walletIn(made)?.providerId).toBe(simulator.ledger.at(-1)?.resourceId);
    expect(await operationOf(gateway, subject.mutation, key)).toMatchObject({ status: 'SUCCEEDED', attempts: 2 });
    expect(await subject.send(gateway, input)).toEqual(made);
    expect(simulator.ledger).toHaveLength(before + 1);
  });
}

test('a conflict in the second attempt may be the first one’s wallet: it is looked up, not believed', async () => {
  const { key, input } = lostBeforeConflict;
  expect(await decided(gateway, moov.mutation, key)).toMatchObject({ status: 'FAILED', attempts: 1 });
  gateway.simulators.moov.next(faults.answer(409, { body: { error: 'there is one already' } }));
  expect(await moov.send(gateway, input)).toMatchObject({
    __typename: 'OutcomeUnknownError',
    retry: 'FOLLOW_OPERATION',
    providerResponse: { httpStatus: 409, message: 'there is one already' },
    operation: { status: 'UNKNOWN', attempts: 2 },
  });
});
