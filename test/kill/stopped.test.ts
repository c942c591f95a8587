import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { faults } from '../../src/simulators/faults.js';
import { startSimulators, type Simulators } from '../../src/simulators/index.js';
import { cleanUp, liveEnvironment, startGatewayProcess } from '../support/process.js';
import { creates } from './creates.js';
import { ask, keyFor, standing, type Key } from './key.js';
import type { Wish } from './wishes.js';

/** A gateway that stands still, as in a suspended machine, and goes on as if nothing had been. */

let simulators: Simulators;
beforeAll(async () => {
  simulators = await startSimulators();
});
beforeEach(() => simulators.reset());
afterAll(async () => {
  await cleanUp();
  await simulators.stop();
});

let keys = 0;
function keyAt(provider: Wish['provider']): Key {
  const wish = creates.find(create => create.provider === provider);
  if (wish === undefined) throw new Error(`Nothing is created at ${provider}.`);
  return keyFor(wish, 0, (keys += 1));
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await wait(20);
}

const leaseMs = 3_000;
const start = (timeoutMs: number) =>
  startGatewayProcess({
    environment: liveEnvironment({
      ...simulators.environment,
      LEASE_MS: String(leaseMs),
      PROVIDER_TIMEOUT_MS: String(timeoutMs),
      SETTLE_ABSENT_AFTER_MS: '1500',
    }),
  });

describe.each(['pingone', 'liquido'] as const)('%s › stopped before it sent anything', provider => {
  test('past its lease: it sends nothing, says so, and the key is free', async () => {
    const simulator = simulators[provider];
    // The deadline is far, so that it is the lease which is over.
    const gateway = await start(10_000);
    const key = keyAt(provider);
    simulator.next(faults.delay(1_500), { route: 'token' });
    const said = ask(gateway.url, key);
    await until(() => simulator.exchanges.some(({ route }) => route === 'token'));
    gateway.child.kill('SIGSTOP');
    await wait(leaseMs + 500);
    gateway.child.kill('SIGCONT');

    expect(await said).toBe('refused');
    expect(key.story.at(-1)).toMatch(/PROVIDER_UNAVAILABLE, RETRY_WITH_SAME_KEY: The gateway was held up/);
    expect(simulator.exchanges.filter(({ route }) => route === 'create')).toEqual([]);
    expect(simulator.ledger).toEqual([]);

    expect(await ask(gateway.url, key)).toBe('success');
    expect(simulator.ledger).toHaveLength(1);
  });
});

describe.each(['pingone', 'juspay', 'liquido', 'moov'] as const)('%s › stopped after it sent', provider => {
  test('past its deadline: one create, and its outcome is found', async () => {
    const timeoutMs = 1_000;
    const simulator = simulators[provider];
    const gateway = await start(timeoutMs);
    const key = keyAt(provider);
    // Done at once; the answer arrives while the gateway stands still.
    simulator.next(faults.delay(300));
    const said = ask(gateway.url, key);
    await until(() => simulator.ledger.length > 0);
    gateway.child.kill('SIGSTOP');
    await wait(leaseMs + timeoutMs + 500);
    gateway.child.kill('SIGCONT');

    expect(['success', 'unknown']).toContain(await said);
    await until(async () => (await standing(gateway.url, key)).state !== 'undecided');
    expect(await ask(gateway.url, key)).toBe('success');
    expect(simulator.ledger).toMatchObject([{ mainId: key.mainId }]);
    expect([...key.successes]).toEqual([simulator.ledger[0]?.resourceId]);
    expect(key.oddities).toEqual([]);
  });
});
