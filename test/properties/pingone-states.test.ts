import 'reflect-metadata';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { globalId } from '../../src/core/ids.js';
import { faults } from '../../src/simulators/faults.js';
import { idEnding } from '../../src/simulators/outcomes.js';
import {
  DeleteDigitalWalletDocument,
  UpdateDigitalWalletDocument,
  type DigitalWalletTargetStatus,
} from '../generated/operations.js';
import { freshKey, startTestGateway, type TestGateway } from '../support/gateway.js';

/**
 * A digital wallet's life, in any order: what callers ask for through the gateway, what PingOne does by itself, and
 * answers that are lost. The simulator's own rules say what is legal, and its state what is true.
 */

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway({ environment: { LOG_LEVEL: 'error' } });
});
afterAll(() => gateway.stop());

const environmentId = 'ab000000-0000-4000-8000-000000000010'; // the simulator's own
const instances = ['23000000-0000-4000-8000-000000000002', '23000000-0000-4000-8000-000000000003'] as const;

interface Wallet {
  readonly id: string;
  readonly walletId: string;
  readonly path: string;
}

/** Null once it is gone. */
type Truth = { readonly status: string; readonly instanceId: string | null } | null;

interface Change {
  readonly status: DigitalWalletTargetStatus | null;
  readonly applicationInstanceId: string | null;
}

interface Asking {
  readonly does: 'update' | 'delete';
  readonly asked: Change;
  readonly loses: 'nothing' | 'answer' | 'request';
}

type Happening =
  { readonly does: 'pair'; readonly instanceId: string } | { readonly does: 'expire' | 'disable' | 'remove' };

type Step = Asking | Happening;

/** Somebody's own call to PingOne: a PUT where there is a body. */
async function byHand({ path }: Wallet, body?: object) {
  const { PINGONE_API_URL: url } = gateway.simulators.environment;
  const token = gateway.simulators.pingone.tokens.issue().access_token;
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const put = body === undefined ? {} : { method: 'PUT', body: JSON.stringify(body) };
  const response = await fetch(`${url}${path}`, { headers, ...put });
  return { status: response.status, json: (await response.json()) as Readonly<Record<string, unknown>> };
}

async function truth(wallet: Wallet): Promise<Truth> {
  const { status, json } = await byHand(wallet);
  if (status === 404) return null;
  const instance = json.applicationInstance as { id: string } | undefined; // as the simulator writes it
  return { status: String(json.status), instanceId: instance?.id ?? null };
}

/** What PingOne does by itself, where it could. */
function happen(step: Happening, { walletId }: Wallet, before: Truth): void {
  const { pingone } = gateway.simulators;
  if (before === null) return;
  const isWaiting = before.status === 'PAIRING_REQUIRED';
  if (step.does === 'pair' && isWaiting) pingone.pair(walletId, before.instanceId ?? step.instanceId);
  if (step.does === 'expire' && isWaiting) pingone.expire(walletId);
  if (step.does === 'disable' && before.status !== 'EXPIRED') pingone.disable(walletId);
  if (step.does === 'remove') pingone.remove(walletId);
}

/** What the caller is told in the end. */
async function ask({ does, asked, loses }: Asking, { id }: Wallet) {
  const input = { idempotencyKey: freshKey(), digitalWalletId: id };
  const send = async () => {
    if (does === 'delete')
      return (await gateway.execute(DeleteDigitalWalletDocument, { input })).deleteDigitalWallet ?? null;
    const update = { input: { ...input, ...asked } };
    return (await gateway.execute(UpdateDigitalWalletDocument, update)).updateDigitalWallet ?? null;
  };
  if (loses === 'nothing') return send();
  const { pingone } = gateway.simulators;
  pingone.always(faults.reset('before-answer', { applied: loses === 'answer' }), { route: 'change' });
  const result = await send();
  pingone.always(null, { route: 'change' });
  return result?.__typename === 'OutcomeUnknownError' ? send() : result;
}

/** Every change that was sent since, with PingOne's answer, where it gave one. */
function changesSince(count: number) {
  return gateway.simulators.pingone.exchanges.slice(count).filter(({ route }) => route === 'change');
}

async function take(step: Step, wallet: Wallet): Promise<void> {
  const before = await truth(wallet);
  if (!('asked' in step)) return happen(step, wallet, before);
  const count = gateway.simulators.pingone.exchanges.length;
  const result = await ask(step, wallet);
  const changes = changesSince(count);
  const after = await truth(wallet);

  const legal = step.does === 'update' ? [200] : [204, 404];
  for (const { answer } of changes) if (answer !== undefined) expect(legal).toContain(answer.status);
  if (step.loses === 'nothing') expect(changes.length).toBeLessThanOrEqual(1);
  // What is final stays: only a deletion leads on from EXPIRED, and nothing from there.
  if (before === null) expect(after).toBeNull();
  if (before?.status === 'EXPIRED' && after !== null) expect(after).toEqual(before);

  switch (result?.__typename) {
    case 'DigitalWalletUpdated': {
      const { status, applicationInstanceId } = step.asked;
      expect(after).toEqual({
        status: status ?? before?.status,
        instanceId: applicationInstanceId ?? before?.instanceId ?? null,
      });
      const told = result.digitalWallet;
      return expect(after).toEqual({ status: told.providerStatus, instanceId: told.applicationInstanceId });
    }
    case 'DigitalWalletDeleted':
      return expect([after, result.deletedId]).toEqual([null, wallet.id]);
    case 'NotFoundError':
      return expect([step.does, before, changes]).toEqual(['update', null, []]);
    case 'ConflictError': {
      // Nothing is forbidden here that PingOne would have done.
      expect([result.provider, changes, after]).toEqual([null, [], before]);
      const { status, applicationInstanceId: id } = step.asked;
      const refusal = await byHand(wallet, {
        ...(status === null ? {} : { status }),
        ...(id === null ? {} : { applicationInstance: { id } }),
      });
      return expect(refusal.status).toBe(400);
    }
    default:
      throw new Error(`${step.does} ended with ${JSON.stringify(result)}`);
  }
}

const loses = fc.oneof(
  { weight: 6, arbitrary: fc.constant('nothing' as const) },
  { weight: 1, arbitrary: fc.constantFrom('answer' as const, 'request' as const) },
);
const change = fc
  .record({
    status: fc.constantFrom<(DigitalWalletTargetStatus | null)[]>('ACTIVE', 'DISABLED', null),
    applicationInstanceId: fc.constantFrom<(string | null)[]>(...instances, null),
  })
  .filter(({ status, applicationInstanceId }) => status !== null || applicationInstanceId !== null);
const step = fc.oneof(
  { weight: 8, arbitrary: fc.record({ does: fc.constant('update' as const), asked: change, loses }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('delete' as const), asked: change, loses }) },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant('pair' as const), instanceId: fc.constantFrom(...instances) }),
  },
  { weight: 1, arbitrary: fc.constant({ does: 'expire' as const }) },
  { weight: 1, arbitrary: fc.constant({ does: 'disable' as const }) },
  { weight: 1, arbitrary: fc.constant({ does: 'remove' as const }) },
);

test('property › whatever is asked in whatever order, no illegal change reaches PingOne, and what is told is true', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8, size: 'max' }), async steps => {
      const userId = idEnding();
      const walletId = gateway.simulators.pingone.addWallet(userId);
      const path = `/v1/environments/${environmentId}/users/${userId}/digitalWallets/${walletId}`;
      const wallet = { id: globalId('DigitalWallet', environmentId, userId, walletId), walletId, path };
      for (const next of steps) await take(next, wallet);
    }),
    { numRuns: 50 },
  );
});
