import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { readGlobalId } from '../../src/core/ids.js';
import { faults } from '../../src/simulators/faults.js';
import { startSimulators, type Simulators } from '../../src/simulators/index.js';
import { isPostgresHere, openTestDatabase, type TestDatabase } from '../support/postgres.js';
import { cleanUp, liveEnvironment, startGatewayProcess, type GatewayProcess } from '../support/process.js';
import { startProxy, type Proxy } from '../support/proxy.js';
import { creates } from './creates.js';
import { ask, keyFor, standing, type Key } from './key.js';
import type { Wish } from './wishes.js';

/** One of two replicas stands still, or dies, and the other one goes on with what it left. */

const providers = ['pingone', 'juspay', 'liquido', 'moov'] as const;
let simulators: Simulators;
let database: TestDatabase;
let first: GatewayProcess;
let second: GatewayProcess;
/** The first one's way to PingOne's tokens, and the second one's to its wallets. */
let tokens: Proxy;
let wallets: Proxy;
beforeAll(async () => {
  if (!isPostgresHere) return;
  simulators = await startSimulators();
  database = await openTestDatabase();
  const { PINGONE_AUTH_URL = '', PINGONE_API_URL = '' } = simulators.environment;
  tokens = await startProxy(Number(new URL(PINGONE_AUTH_URL).port));
  wallets = await startProxy(Number(new URL(PINGONE_API_URL).port));
  const at = ({ port }: Proxy): string => `http://127.0.0.1:${port}`;
  const environment = liveEnvironment({
    ...simulators.environment,
    STORE_URL: database.url,
    LEASE_MS: '3000',
    PROVIDER_TIMEOUT_MS: '3000',
    SETTLE_ABSENT_AFTER_MS: '500',
  });
  [first, second] = await Promise.all([
    startGatewayProcess({ environment: { ...environment, PINGONE_AUTH_URL: at(tokens) } }),
    startGatewayProcess({ environment: { ...environment, PINGONE_API_URL: at(wallets), SAME_KEY_WAIT_MS: '300' } }),
  ]);
}, 120_000);
beforeEach(() => simulators.reset());
afterAll(async () => {
  await cleanUp();
  if (!isPostgresHere) return;
  await Promise.all([tokens.stop(), wallets.stop()]);
  await database.drop();
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

/** Read, and not asked for: nobody looks because of it. */
const settled = (gateway: GatewayProcess, key: Key): Promise<void> =>
  until(async () => !['undecided', 'free'].includes((await standing(gateway.url, key)).state));

async function rowOf(gateway: GatewayProcess, key: Key): Promise<{ status: string; attempt: number } | undefined> {
  const { operationId } = await standing(gateway.url, key);
  const [row] = await database.ask<{ status: string; attempt: number }>(
    'SELECT status, attempt FROM billfold.operation WHERE id = $1',
    [readGlobalId(operationId ?? '')?.parts[0]],
  );
  return row;
}

function expectOneEach(asked: readonly Key[]): void {
  for (const key of asked) {
    const { ledger } = simulators[key.wish.provider];
    expect(ledger).toMatchObject([{ mainId: key.mainId }]);
    expect([...key.successes]).toEqual([ledger[0]?.resourceId]);
    expect(key.oddities).toEqual([]);
  }
}

(isPostgresHere ? describe : describe.skip)('two replicas › one is stopped', () => {
  test('before it sent anything, past its lease: the other one finds nothing, and the first one sends nothing and changes nothing', async () => {
    const { pingone } = simulators;
    const all = [keyAt('pingone'), keyAt('pingone'), keyAt('pingone')] as const;
    const [left, repeated, underWay] = all;
    tokens.holdAnswers();
    const said = all.map(key => ask(first.url, key));
    const isClaimed = (key: Key) => until(async () => (await standing(second.url, key)).state === 'undecided');
    await Promise.all(all.map(isClaimed));
    await until(() => pingone.exchanges.some(({ route }) => route === 'token'));
    first.child.kill('SIGSTOP');

    expect(await ask(second.url, left)).toBe('in progress');
    await Promise.all(all.map(key => settled(second, key)));
    expect(await ask(second.url, repeated)).toBe('success');
    wallets.holdAnswers();
    const answer = ask(second.url, underWay);
    await until(() => pingone.ledger.length === 2);
    tokens.letAnswersGo();
    first.child.kill('SIGCONT');
    await said[1];
    wallets.letAnswersGo();

    // It cannot know whether what it finds lasts; what was done meanwhile does.
    expect((await Promise.all(said)).slice(0, 2)).toEqual(['unknown', 'success']);
    expect(await answer).toBe('success');
    expect(pingone.ledger.map(({ mainId }) => mainId)).toEqual([repeated.mainId, underWay.mainId]);
    expect(await rowOf(second, left)).toEqual({ status: 'absent', attempt: 1 });
    expect(await rowOf(second, repeated)).toEqual({ status: 'done', attempt: 2 });
    expect(await rowOf(second, underWay)).toEqual({ status: 'done', attempt: 2 });

    for (const gateway of [first, second]) {
      expect(await Promise.all(all.map(key => ask(gateway.url, key)))).toEqual(all.map(() => 'success'));
    }
    expect(pingone.ledger).toHaveLength(3);
    for (const key of all) {
      expect(key.successes.size).toBe(1);
      expect(key.oddities).toEqual([]);
    }
  }, 120_000);

  test('after it sent, past its deadline: the other one finds what was made, and both say the same', async () => {
    const asked = providers.map(provider => keyAt(provider));
    // Done at once; the answers arrive while the gateway stands still.
    for (const provider of providers) simulators[provider].next(faults.delay(2_200));
    const said = asked.map(key => ask(first.url, key));
    await until(() => providers.every(provider => simulators[provider].ledger.length > 0));
    first.child.kill('SIGSTOP');
    await Promise.all(asked.map(key => settled(second, key)));
    first.child.kill('SIGCONT');

    expect((await Promise.all(said)).filter(one => one !== 'success' && one !== 'unknown')).toEqual([]);
    for (const gateway of [first, second]) {
      expect(await Promise.all(asked.map(key => ask(gateway.url, key)))).toEqual(asked.map(() => 'success'));
    }
    expectOneEach(asked);
  }, 120_000);
});

(isPostgresHere ? describe : describe.skip)('two replicas › one is killed', () => {
  test('before it looked for an outcome: the other one looks in its place', async () => {
    const asked = providers.map(provider => keyAt(provider));
    for (const provider of providers) simulators[provider].next(faults.hang({ applied: true }));
    expect(await Promise.all(asked.map(key => ask(first.url, key)))).toEqual(asked.map(() => 'unknown'));
    await first.stop('SIGKILL');

    await Promise.all(asked.map(key => settled(second, key)));
    expect(await Promise.all(asked.map(key => ask(second.url, key)))).toEqual(asked.map(() => 'success'));
    expectOneEach(asked);
  }, 120_000);
});
