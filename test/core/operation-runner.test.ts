import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { schemaOf } from '../../src/api/schema.js';
import type { Attempt } from '../../src/core/attempt.js';
import { systemClock, type Clock } from '../../src/core/clock.js';
import { make } from '../../src/core/codec.js';
import { ConflictError, ProviderUnavailableError } from '../../src/core/errors.js';
import { failure } from '../../src/core/failures.js';
import { Events } from '../../src/core/events.js';
import type { JournalStore } from '../../src/core/journal-store.js';
import { openJournal, type Journal } from '../../src/core/journal.js';
import { unlimited } from '../../src/core/limiter.js';
import { operationRunner, type OperationRunner } from '../../src/core/operation-runner.js';
import { openSettler } from '../../src/core/settler.js';
import { openSeals } from '../../src/core/seals.js';
import type { Recoveries } from '../../src/core/recovery.js';
import { anybody } from '../../src/core/principal.js';
import { WalletProvider } from '../../src/core/provider.js';
import { CardTokenProvisioned, SamsungPayPayload } from '../../src/providers/equals-money/types.js';
import { providers } from '../../src/providers/index.js';
import { openSqliteStore } from '../../src/store/sqlite/open.js';

/** The runner over a real store, with faults put in at the store's port and a clock of our own. */

const schema = schemaOf(providers);
const storeKey = randomBytes(32);
const request = { id: 'test' };
/** Its provider says nothing when it is asked, so that what is unknown stays so; card tokens cannot be asked for. */
const recoveries: Recoveries = {
  of: provider =>
    provider === WalletProvider.EQUALS_MONEY
      ? { mutation: 'provisionCardToken', provider, by: 'nothing', owner: () => null }
      : {
          mutation: 'createMoovWallet',
          provider,
          by: 'lookUp',
          owner: () => null,
          target: null,
          source: Object,
          providerId: () => cardId,
          absentAfterMs: () => null,
          look: () => Promise.reject(failure(ProviderUnavailableError, { message: 'down' })),
          read: () => Promise.reject(new Error('Nothing is read.')),
        },
  source: recovery => recovery,
};
const caller = { request, principal: anybody };
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

/** What is still to be given back when a test is over does not keep the process from ending. */
const afterwards: Clock['after'] = (milliseconds, callback) => {
  const timer = setTimeout(callback, milliseconds).unref();
  return () => clearTimeout(timer);
};

let store: JournalStore;
let journal: Journal;
let runner: OperationRunner;
let runnerWaiting: (sameKeyWaitMs: number) => OperationRunner;
let now: number;
let broken: unknown[];
let interfering: Partial<JournalStore>;

beforeEach(() => {
  store = openSqliteStore({ file: ':memory:', keyIds: openSeals([storeKey]).keyIds });
  interfering = {};
  now = Date.parse('2026-01-01T00:00:00Z');
  broken = [];
  const watched: JournalStore = {
    ...store,
    claim: (...given) => (interfering.claim ?? store.claim)(...given),
    move: (...given) => (interfering.move ?? store.move)(...given),
  };
  const events = new Events();
  events.on('journalFailed', fact => broken.push(fact));
  const clock: Clock = { ...systemClock, now: () => now, after: afterwards };
  journal = openJournal({ store: watched, seals: openSeals([storeKey]), clock });
  runnerWaiting = sameKeyWaitMs => {
    const settler = openSettler({
      schema,
      journal,
      recoveries,
      events,
      clock,
      absentAfterMs: 120_000,
      perSecond: 20,
      leaseMs: 15_000,
      timeoutMs: 10_000,
    });
    return operationRunner({
      schema,
      journal,
      settler,
      limiter: unlimited,
      recoveries,
      events,
      clock,
      sameKeyWaitMs,
      leaseMs: 15_000,
      timeoutMs: 10_000,
    });
  };
  runner = runnerWaiting(50);
});
afterEach(() => store.close());

const intent = (idempotencyKey: string, fields: object = {}) => ({
  mutation: 'createMoovWallet',
  provider: WalletProvider.MOOV,
  input: { idempotencyKey, accountId: '6b6f1a52-5c0e-4d6e-9f3a-000000000001', name: 'n', ...fields },
});
const run = (key: string, perform: (attempt: Attempt) => Promise<object>, fields?: object) =>
  runner.run(caller, intent(key, fields), perform);
const standing = async (key: string) => (await journal.byKey('default', 'createMoovWallet', key))?.operation ?? null;

test('nothing is sent before the claim is durable', async () => {
  const order: string[] = [];
  interfering.claim = async (row, older) => {
    const claimed = await store.claim(row, older);
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
  runner = runnerWaiting(5_000);
  const answers = Promise.all([run('k', refuse), run('k', refuse), run('k', refuse)]);
  await new Promise(resolve => setTimeout(resolve, 30));
  gate.resolve();
  for (const answer of await answers) expect(answer).toMatchObject({ code: 'CONFLICT', operation: { attempts: 1 } });
  expect(performed).toBe(1);
  await run('k', refuse);
  expect(performed).toBe(2);
});

test('an attempt that hears late of its end does not take the next one for its own', async () => {
  runner = runnerWaiting(5_000);
  const [said, gate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  interfering.move = async (...given) => {
    const moved = await store.move(...given);
    await said.promise; // it stands in the journal, and nobody here knows yet
    return moved;
  };
  const refused = run('k', () => Promise.reject(failure(ConflictError, { message: 'busy' })));
  while ((await standing('k'))?.status !== 'FAILED') await new Promise(setImmediate);
  interfering = {};
  const next = run('k', async () => {
    await gate.promise;
    return success();
  });
  while ((await standing('k'))?.status !== 'IN_PROGRESS') await new Promise(setImmediate);
  said.resolve();
  expect(await refused).toMatchObject({ code: 'CONFLICT' });
  const waiting = run('k', async () => success());
  await new Promise(resolve => setTimeout(resolve, 20));
  expect(await standing('k')).toMatchObject({ status: 'IN_PROGRESS', attempts: 2 });
  gate.resolve();
  expect(await waiting).toEqual(await next);
});

test('who hears that a key is claimed before its claimer does shares what that one begins', async () => {
  const gate = Promise.withResolvers<void>();
  interfering.claim = async (...given) => {
    interfering = {};
    const claimed = await store.claim(...given);
    await gate.promise; // its answer is on its way
    return claimed;
  };
  runner = runnerWaiting(5_000);
  const first = run('k', async () => success());
  await new Promise(setImmediate);
  const second = run('k', () => Promise.reject(new Error('It is worked on twice.')));
  await new Promise(resolve => setTimeout(resolve, 30));
  gate.resolve();
  for (const answer of [await first, await second]) expect(answer).toMatchObject({ cardId: success().cardId });
});

test('a success that somebody else has written down in the meantime is told as it stands there', async () => {
  const other = { ...success(), cardId: 'as it was found' };
  const answer = await run('k', async () => {
    const entry = await journal.byKey('default', 'createMoovWallet', 'k');
    if (entry === null) throw new Error('It was not claimed.');
    await journal.move(entry, { status: 'done', result: Object.assign(success(), other) });
    return success();
  });
  expect(answer).toMatchObject(other);
  expect(await run('k', async () => success())).toMatchObject(other);
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
    interfering.move = () => Promise.reject(new Error('disk full'));
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
  const provision = { ...intent('k'), provider: WalletProvider.EQUALS_MONEY };
  const claim = { tenant: 'default', ...provision, idempotencyKey: 'k', target: null, quietAfterMs: 25_000 };
  await openJournal({ store, seals: openSeals([storeKey]) }).claim(claim); // by a process that then dies
  await journal.orphan(25_000);
  const answer = await runner.run(caller, provision, async () => success());
  expect(answer).toMatchObject({ code: 'OUTCOME_UNKNOWN', retry: 'RETRY_WITH_NEW_KEY' });
});

test('an attempt whose fence has moved on cannot settle', async () => {
  const claim = {
    tenant: 'default',
    mutation: 'm',
    provider: WalletProvider.MOOV,
    idempotencyKey: 'k',
    input: {},
    target: null,
    quietAfterMs: 25_000,
  };
  const first = await journal.claim(claim);
  await journal.move(first, { status: 'refused', result: null });
  const second = await journal.claim(claim);
  expect(second).toMatchObject({ isClaimed: true, attempt: 2 });
  expect(await journal.move(first, { status: 'done', result: success() })).toBe('stale');
  expect(await journal.byKey('default', 'm', 'k')).toMatchObject({ status: 'calling', attempt: 2 });
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
    const other = openSqliteStore({ file: ':memory:', keyIds: openSeals([secret]).keyIds });
    const claim = {
      tenant,
      mutation,
      provider: WalletProvider.LIQUIDO,
      idempotencyKey: key,
      input: { at: Math.random() },
      target: null,
      quietAfterMs: 25_000,
    };
    keys.add((await openJournal({ store: other, seals: openSeals([secret]) }).claim(claim)).providerKey);
    await other.close();
  }
  expect(keys.size).toBe(4);
  // Written down: a provider may remember it for years, so no release may derive it otherwise.
  expect([...keys][0]).toBe('9ce681d1-72a2-8e8c-be59-661a827819f6');
});

test('an operation of another tenant does not exist', async () => {
  await run('k', async () => success());
  expect(await journal.byKey('other', 'createMoovWallet', 'k')).toBeNull();
  expect(await journal.entry('other', (await standing('k'))?.id ?? '')).toBeNull();
});

function idOf(operation: { readonly id: string } | null): string {
  return Buffer.from(operation?.id ?? '', 'base64url')
    .toString()
    .slice('Operation/'.length);
}
