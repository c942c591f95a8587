import { randomBytes } from 'node:crypto';
import { afterEach, describe, expect, test } from '@jest/globals';
import { systemClock } from '../../src/core/clock.js';
import { make } from '../../src/core/codec.js';
import { ProviderUnavailableError } from '../../src/core/errors.js';
import { Events } from '../../src/core/events.js';
import { failure, OutcomeUncertain } from '../../src/core/failures.js';
import { unlimited, type Limiter } from '../../src/core/limiter.js';
import { anybody } from '../../src/core/principal.js';
import { WalletProvider } from '../../src/core/provider.js';
import type { BoundRecovery } from '../../src/core/recovery.js';
import { openLimiter } from '../../src/limiter/open.js';
import { MoovWalletCreated } from '../../src/providers/moov/types.js';
import { openTestRunner, type TestRunner } from '../support/runner.js';
import { handClock } from '../support/time.js';

/** What counts for a caller, and what does not. */

let wallets = 0;
/** Each success is another wallet; nothing is found of one that is lost. */
const recovery: BoundRecovery = {
  mutation: 'createMoovWallet',
  provider: WalletProvider.MOOV,
  by: 'lookUp',
  owner: () => null,
  target: null,
  source: Object,
  providerId: () => `wallet-${(wallets += 1)}`,
  absentAfterMs: () => null,
  look: () => Promise.reject(failure(ProviderUnavailableError, { message: 'down' })),
  read: () => Promise.reject(new Error('Nothing is read.')),
};
const success = () => make(MoovWalletCreated, { moovWallet: null as never }); // nobody looks into it

const runners: TestRunner[] = [];
afterEach(async () => {
  await Promise.all(runners.splice(0).map(runner => runner.close()));
});

const openWith = (perMinute: number, clock = systemClock) =>
  openLimiter({ perMinute, server: null, storeKeys: [randomBytes(32)], events: new Events(), clock });

/** A runner under a limit that can be lifted, and how often a provider was asked for something. */
async function runnerUnder(perMinute: number) {
  const rule: { limiter: Limiter } = { limiter: await openWith(perMinute) };
  const runner = openTestRunner({ recovery, limiter: { roomFor: principal => rule.limiter.roomFor(principal) } });
  runners.push(runner);
  let asked = 0;
  const create = (key: string, name = 'n', principal = anybody) =>
    runner.run(
      key,
      async () => {
        asked += 1;
        return success();
      },
      { name },
      principal,
    );
  return { ...runner, create, asked: () => asked, lift: () => void (rule.limiter = unlimited) };
}

const created = expect.objectContaining({ moovWallet: null });
const limited = expect.objectContaining({ code: 'RATE_LIMITED', provider: null, operation: null });

describe('a caller who has begun as many mutations as they may', () => {
  test('is told when to come again; nothing is sent or written, and the key can be used', async () => {
    const { create, asked, journal, lift } = await runnerUnder(2);
    expect([await create('a'), await create('b')]).toEqual([created, created]);
    const refused = await create('c');
    expect(refused).toMatchObject({
      code: 'RATE_LIMITED',
      message: 'A caller may begin 2 mutations in a minute. Nothing was sent.',
      provider: null,
      retry: 'RETRY_WITH_SAME_KEY',
      operation: null,
    });
    const { retryAfterSeconds } = refused as { retryAfterSeconds: number };
    expect(retryAfterSeconds).toBeGreaterThanOrEqual(1);
    expect(retryAfterSeconds).toBeLessThanOrEqual(60);
    expect(asked()).toBe(2);
    expect(await journal.byKey('default', 'createMoovWallet', 'c')).toBeNull();
    lift();
    expect(await create('c')).toEqual(created);
  });

  test('gets the answers of keys that have one, and learns of a key used otherwise', async () => {
    const { create, asked } = await runnerUnder(1);
    expect(await create('a')).toEqual(created);
    expect(await create('b')).toEqual(limited);
    for (let times = 0; times < 20; times += 1) expect(await create('a')).toEqual(created);
    expect(await create('a', 'other')).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
    expect(asked()).toBe(1);
    expect(await create('b')).toEqual(limited);
  });

  test('does not begin with a key that becomes free while it is looked at', async () => {
    const { create, interfering, store, run, journal } = await runnerUnder(1);
    const refusal = Promise.withResolvers<never>();
    const begun = Promise.withResolvers<void>();
    const first = run('a', () => {
      begun.resolve();
      return refusal.promise;
    });
    await begun.promise;
    interfering.byKey = async (...given) => {
      const row = await store.byKey(...given);
      refusal.reject(failure(ProviderUnavailableError, { message: 'refused' }));
      await first;
      return row;
    };
    expect(await create('a')).toMatchObject({ code: 'RATE_LIMITED', operation: { status: 'FAILED' } });
    delete interfering.byKey;
    expect(await journal.byKey('default', 'createMoovWallet', 'a')).toMatchObject({ status: 'FAILED' });
  });

  test('is refused where it cannot be told whether a key is known', async () => {
    const { create, interfering, failures } = await runnerUnder(1);
    await create('a');
    interfering.byKey = () => Promise.reject(new Error('The disk is gone.'));
    expect(await create('a')).toEqual(limited);
    expect(failures).toMatchObject([{ doing: 'find' }]);
  });
});

describe('what does not count', () => {
  test('A19 › a client that resends one key a thousand times is not limited', async () => {
    const { create, asked } = await runnerUnder(2);
    for (let times = 0; times < 1_000; times += 1) expect(await create('a')).toEqual(created);
    expect(asked()).toBe(1);
    expect([await create('b'), await create('c')]).toEqual([created, limited]);
  });

  test('A19 › nor one that resends it a thousand times at once', async () => {
    const { create, asked } = await runnerUnder(2);
    await create('a');
    const answers = await Promise.all(Array.from({ length: 1_000 }, () => create('a')));
    expect(new Set(answers.map(answer => JSON.stringify(answer))).size).toBe(1);
    expect(asked()).toBe(1);
    expect([await create('b'), await create('c')]).toEqual([created, limited]);
  });

  test('input that is refused', async () => {
    const { create } = await runnerUnder(1);
    for (let times = 0; times < 10; times += 1)
      expect(await create(`k${times}`, '')).toMatchObject({ code: 'INVALID_INPUT' });
    expect([await create('a'), await create('b')]).toEqual([created, limited]);
  });

  test('what the journal could not write', async () => {
    const { create, interfering } = await runnerUnder(1);
    interfering.claim = () => Promise.reject(new Error('The disk is full.'));
    for (let times = 0; times < 10; times += 1) {
      expect(await create('a')).toMatchObject({ code: 'PROVIDER_UNAVAILABLE', provider: null });
    }
    delete interfering.claim;
    expect([await create('a'), await create('b')]).toEqual([created, limited]);
  });

  test('what others begin: of another name, or of that name in another tenant', async () => {
    const { create } = await runnerUnder(1);
    const callers = [
      anybody,
      { ...anybody, name: 'another' },
      { ...anybody, tenant: 'elsewhere' },
      { ...anybody, name: 'default', tenant: 'anybody' },
    ];
    for (const [index, caller] of callers.entries()) {
      const keys = [`a${index}`, `b${index}`] as const;
      expect([await create(keys[0], 'n', caller), await create(keys[1], 'n', caller)]).toEqual([created, limited]);
    }
  });
});

describe('what counts', () => {
  test('an attempt that the provider refuses, each time', async () => {
    const { run } = await runnerUnder(2);
    const refuse = () => run('a', () => Promise.reject(failure(ProviderUnavailableError, { message: 'no' })));
    expect([await refuse(), await refuse(), await refuse()]).toMatchObject([
      { code: 'PROVIDER_UNAVAILABLE' },
      { code: 'PROVIDER_UNAVAILABLE' },
      { code: 'RATE_LIMITED' },
    ]);
  });

  test('an attempt whose answer is lost; asking how it ended does not', async () => {
    const { run, create } = await runnerUnder(1);
    const lose = () => run('a', () => Promise.reject(new OutcomeUncertain(WalletProvider.MOOV, null)));
    for (let times = 0; times < 3; times += 1) expect(await lose()).toMatchObject({ code: 'OUTCOME_UNKNOWN' });
    expect(await create('b')).toEqual(limited);
  });
});

test('CREATES_PER_MINUTE=0 › is no limit', async () => {
  const { create } = await runnerUnder(0);
  const answers = await Promise.all(Array.from({ length: 1_000 }, (_unused, index) => create(`k${index}`)));
  expect(new Set(answers.map(answer => JSON.stringify(answer))).size).toBe(1);
});

test('what is given back after its minute makes no room in the next one', async () => {
  const clock = handClock();
  const limiter = await openWith(1, clock);
  const room = await limiter.roomFor(anybody);
  await clock.pass(60_001);
  room.giveBack(); // its count would be gone by now: another one may have begun
  expect((await limiter.roomFor(anybody)).refusal).toMatchObject({ code: 'RATE_LIMITED' });
});
