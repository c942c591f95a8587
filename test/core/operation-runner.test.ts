import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { schemaOf } from '../../src/api/schema.js';
import { make } from '../../src/core/codec.js';
import { ConflictError } from '../../src/core/errors.js';
import { failure } from '../../src/core/failures.js';
import { Events } from '../../src/core/events.js';
import type { JournalStore } from '../../src/core/journal-store.js';
import { openJournal, storeKeyId, type Journal } from '../../src/core/journal.js';
import { operationRunner, type Attempt, type OperationRunner } from '../../src/core/operation-runner.js';
import { WalletProvider } from '../../src/core/provider.js';
import { CardTokenProvisioned, SamsungPayPayload } from '../../src/providers/equals-money/types.js';
import { providers } from '../../src/providers/index.js';
import { openSqliteStore } from '../../src/store/sqlite.js';

/** The runner over a real store, with faults put in at the store's port and a clock of our own. */

const schema = schemaOf(providers);
const storeKey = randomBytes(32);
const request = { id: 'test' };
const caller = { request, tenant: 'default' };
const payload = make(SamsungPayPayload, {
  cardType: null,
  displayName: 'Visa',
  lastDigits: null,
  network: null,
  tokenServiceProvider: null,
  extraProvisionPayload: 'blob',
  createdAt: null,
  updatedAt: null,
});
const cardId = '7c2a9c1e-5b4d-4a6f-8e3b-000000000001';
const success = () => make(CardTokenProvisioned, { accountId: 'F00042', cardId, payload });

let store: JournalStore;
let journal: Journal;
let runner: OperationRunner;
let now: number;
let broken: unknown[];
let interfering: Partial<JournalStore>;

beforeEach(() => {
  store = openSqliteStore(':memory:', storeKeyId(storeKey));
  interfering = {};
  now = Date.parse('2026-01-01T00:00:00Z');
  broken = [];
  const watched: JournalStore = {
    ...store,
    claim: row => (interfering.claim ?? store.claim)(row),
    settle: (...given) => (interfering.settle ?? store.settle)(...given),
  };
  const events = new Events();
  events.on('journalFailed', fact => broken.push(fact));
  journal = openJournal(watched, storeKey, () => now);
  runner = operationRunner({ schema, journal, events, sameKeyWaitMs: 50 });
});
afterEach(() => store.close());

const intent = (idempotencyKey: string, fields: object = {}) => ({
  mutation: 'createMoovWallet',
  provider: WalletProvider.MOOV,
  input: { idempotencyKey, accountId: '6b6f1a52-5c0e-4d6e-9f3a-000000000001', name: 'n', ...fields },
});
const run = (key: string, perform: (attempt: Attempt) => Promise<object>, fields?: object) =>
  runner.run(caller, intent(key, fields), perform);
const standing = (key: string) => journal.byKey('default', 'createMoovWallet', key);

test('nothing is sent before the claim is durable', async () => {
  const order: string[] = [];
  interfering.claim = async row => {
    const claimed = await store.claim(row);
    await new Promise(resolve => setTimeout(resolve, 20));
    order.push((await store.byId(row.id))?.status ?? 'no row');
    return claimed;
  };
  await run('k', async () => {
    order.push('sent');
    return success();
  });
  expect(order).toEqual(['calling', 'sent']);
});

test('callers that wait for an attempt share its refusal; the next one is a new attempt', async () => {
  let performed = 0;
  const gate = Promise.withResolvers<void>();
  const refuse = async () => {
    performed += 1;
    await gate.promise;
    throw failure(ConflictError, { provider: WalletProvider.MOOV, message: 'busy' });
  };
  runner = operationRunner({ schema, journal, events: new Events(), sameKeyWaitMs: 5_000 });
  const answers = Promise.all([run('k', refuse), run('k', refuse), run('k', refuse)]);
  await new Promise(resolve => setTimeout(resolve, 30));
  gate.resolve();
  for (const answer of await answers) expect(answer).toMatchObject({ code: 'CONFLICT', operation: { attempts: 1 } });
  expect(performed).toBe(1);
  await run('k', refuse);
  expect(performed).toBe(2);
});

describe('a journal that fails', () => {
  test('before the claim: nothing is sent, and the same key may be used', async () => {
    interfering.claim = () => Promise.reject(new Error('disk full'));
    let wasCalled = false;
    const answer = await run('k', async () => {
      wasCalled = true;
      return success();
    });
    expect(answer).toMatchObject({
      code: 'PROVIDER_UNAVAILABLE',
      retry: 'RETRY_WITH_SAME_KEY',
      provider: null,
      operation: null,
    });
    expect(wasCalled).toBe(false);
    expect(broken).toHaveLength(1);
  });

  test('after the provider said yes: the outcome is unknown, and the key is not free', async () => {
    interfering.settle = () => Promise.reject(new Error('disk full'));
    const answer = await run('k', async () => success());
    expect(answer).toMatchObject({
      code: 'OUTCOME_UNKNOWN',
      retry: 'FOLLOW_OPERATION',
      operation: { mutation: 'createMoovWallet' },
    });
    interfering = {};
    let wasCalled = false;
    const again = await run('k', async () => {
      wasCalled = true;
      return success();
    });
    expect(again).toMatchObject({ code: 'OUTCOME_UNKNOWN' });
    expect(wasCalled).toBe(false);
    expect(await standing('k')).toMatchObject({ status: 'UNKNOWN', attempts: 1 });
  });
});

describe('a mistake of ours', () => {
  test('before anything was sent leaves the key free', async () => {
    await expect(run('k', () => Promise.reject(new TypeError('oops')))).rejects.toThrow('oops');
    expect(await standing('k')).toMatchObject({ status: 'FAILED', result: { code: 'PROVIDER_UNAVAILABLE' } });
    expect(await run('k', async () => success())).toMatchObject({ cardId });
  });

  test('after something was sent leaves the outcome unknown', async () => {
    const perform = async (attempt: Attempt) => {
      attempt.onSending();
      throw new TypeError('oops');
    };
    expect(await run('k', perform)).toMatchObject({ code: 'OUTCOME_UNKNOWN', operation: { status: 'UNKNOWN' } });
    expect(await standing('k')).toMatchObject({ status: 'UNKNOWN', result: null });
    expect(await run('k', async () => success())).toMatchObject({ code: 'OUTCOME_UNKNOWN' });
  });
});

test('an outcome that nobody can follow keeps its advice after a restart', async () => {
  const claim = { tenant: 'default', ...intent('k'), idempotencyKey: 'k' };
  await openJournal(store, storeKey).claim(claim); // by a process that then dies
  await store.orphan(journal.owner, now);
  const answer = await runner.run(caller, { ...intent('k'), whenUnknown: 'startOver' }, async () => success());
  expect(answer).toMatchObject({ code: 'OUTCOME_UNKNOWN', retry: 'RETRY_WITH_NEW_KEY' });
});

test('an attempt whose fence has moved on cannot settle', async () => {
  const claim = { tenant: 'default', mutation: 'm', provider: WalletProvider.MOOV, idempotencyKey: 'k', input: {} };
  const first = await journal.claim(claim);
  await journal.settle(first, 'refused', null);
  const second = await journal.claim(claim);
  expect(second).toMatchObject({ isClaimed: true, attempt: 2 });
  await expect(journal.settle(first, 'done', success())).rejects.toThrow('taken this operation over');
  expect(await journal.byKey('default', 'm', 'k')).toMatchObject({ status: 'IN_PROGRESS', attempts: 2 });
});

test('what must not be kept is gone after its time, from the answer and from the row', async () => {
  const forgets = { members: ['payload'], afterSeconds: 600 };
  const provision = () => runner.run(caller, { ...intent('k'), forgets }, async () => success());
  await provision();
  now += 599_000;
  expect(await provision()).toMatchObject({ cardId, payload: { extraProvisionPayload: 'blob' } });
  now += 1_000;
  expect(await provision()).toMatchObject({ __typename: 'CardTokenProvisioned', cardId, payload: null });

  const rowBefore = await store.byId(idOf(await standing('k')));
  expect(rowBefore?.remainder).not.toBeNull();
  await store.forget(now);
  expect(await store.byId(idOf(await standing('k')))).toMatchObject({ remainder: null, forgetAt: null });
  expect(await provision()).toMatchObject({ cardId, payload: null });
});

test("a provider's own key is made of tenant, mutation and key alone, whatever the store key", async () => {
  const keys = new Set<string>();
  for (const [tenant, mutation, key, secret] of [
    ['a', 'm', 'k', storeKey],
    ['a', 'm', 'k', randomBytes(32)],
    ['b', 'm', 'k', storeKey],
    ['a', 'n', 'k', storeKey],
    ['a', 'm', 'l', storeKey],
  ] as const) {
    const other = openSqliteStore(':memory:', storeKeyId(secret));
    const claim = {
      tenant,
      mutation,
      provider: WalletProvider.LIQUIDO,
      idempotencyKey: key,
      input: { at: Math.random() },
    };
    keys.add((await openJournal(other, secret).claim(claim)).providerKey);
    await other.close();
  }
  expect(keys.size).toBe(4);
  // Written down: a provider may remember it for years, so no release may derive it otherwise.
  expect([...keys][0]).toBe('9ce681d1-72a2-8e8c-be59-661a827819f6');
});

test('an operation of another tenant does not exist', async () => {
  await run('k', async () => success());
  expect(await journal.byKey('other', 'createMoovWallet', 'k')).toBeNull();
  expect(await journal.byId('other', idOf(await standing('k')))).toBeNull();
});

function idOf(operation: { readonly id: string } | null): string {
  return Buffer.from(operation?.id ?? '', 'base64url')
    .toString()
    .slice('Operation/'.length);
}
