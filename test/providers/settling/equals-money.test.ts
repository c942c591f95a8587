import 'reflect-metadata';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { print } from 'graphql';
import { faults } from '../../../src/simulators/faults.js';
import { startSimulators, type Simulators } from '../../../src/simulators/index.js';
import { idEnding } from '../../../src/simulators/outcomes.js';
import {
  OperationByKeyDocument,
  ProvisionCardTokenDocument,
  type ProvisionCardTokenInput,
} from '../../generated/operations.js';
import { freshKey, withGateway } from '../../support/gateway.js';
import { post } from '../../support/http.js';
import { operationOf, until } from '../../support/operations.js';
import { cleanUp, liveEnvironment, startGatewayProcess, temporaryFolder } from '../../support/process.js';

/** A payload that nobody received cannot be read back, and unused it harms nobody: its operation is lost at once. */

let simulators: Simulators;
beforeAll(async () => {
  simulators = await startSimulators();
});
beforeEach(() => simulators.reset());
afterAll(async () => {
  await cleanUp();
  await simulators.stop();
});

const cardInput = (): ProvisionCardTokenInput => ({
  idempotencyKey: freshKey(),
  accountId: 'F00042',
  cardId: idEnding(),
  deviceType: 'WATCH',
  provisioningAppVersion: '1.0',
  wallet: { samsung: { deviceId: 'device-000000000001', walletUserId: 'wallet-user-0001' } },
});

/** Besides the lists that it looks at first. */
const creates = (at: Simulators) => at.equalsMoney.exchanges.filter(({ route }) => route === 'create');

const lost = {
  __typename: 'OutcomeUnknownError',
  retry: 'RETRY_WITH_NEW_KEY',
  provider: 'EQUALS_MONEY',
  operation: { status: 'FAILED', attempts: 1, result: { __typename: 'OutcomeUnknownError' } },
};

test('an outcome that is unknown is final at once: the same key says so ever after, a new one starts over', () =>
  withGateway({}, async gateway => {
    const input = cardInput();
    const provision = async (more: Partial<ProvisionCardTokenInput> = {}) =>
      (await gateway.execute(ProvisionCardTokenDocument, { input: { ...input, ...more } })).provisionCardToken;
    gateway.simulators.equalsMoney.next(faults.reset('before-answer', { applied: true }));
    const first = await provision();
    expect(first).toMatchObject(lost);
    expect(await operationOf(gateway, 'provisionCardToken', input.idempotencyKey)).toMatchObject({
      status: 'FAILED',
      finishedAt: expect.any(String),
      result: { __typename: 'OutcomeUnknownError', retry: 'RETRY_WITH_NEW_KEY' },
    });
    expect(await provision()).toEqual(first);
    expect(await provision({ idempotencyKey: freshKey() })).toMatchObject({ __typename: 'CardTokenProvisioned' });
    expect(creates(gateway.simulators)).toHaveLength(2);
  }));

test('one whose process died is final as soon as another starts', async () => {
  const start = { folder: temporaryFolder(), environment: liveEnvironment({ ...simulators.environment }) };
  const input = cardInput();
  const ask = async (url: string, query: string, variables: object) => {
    const { text } = await post(url, { query, variables });
    return (JSON.parse(text) as { data: Record<string, unknown> }).data;
  };
  const provision = (url: string) => ask(url, print(ProvisionCardTokenDocument), { input });
  const first = await startGatewayProcess(start);
  simulators.equalsMoney.next(faults.hang({ applied: true }));
  const gone = provision(first.url).catch(() => 'gone');
  await until(() => simulators.equalsMoney.ledger.length === 1);
  await first.stop('SIGKILL');
  expect(await gone).toBe('gone');

  const second = await startGatewayProcess(start);
  await second.printed(stdout => stdout.includes('an unknown outcome was settled') || null);
  const byKey = { mutation: 'provisionCardToken', idempotencyKey: input.idempotencyKey };
  expect(await ask(second.url, print(OperationByKeyDocument), byKey)).toMatchObject({
    operationByKey: { status: 'FAILED', attempts: 1, result: { retry: 'RETRY_WITH_NEW_KEY' } },
  });
  expect(await provision(second.url)).toMatchObject({ provisionCardToken: lost });
  expect(creates(simulators)).toHaveLength(1);
});
