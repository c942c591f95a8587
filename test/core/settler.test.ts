import 'reflect-metadata';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { settleByHand } from '../../src/core/by-hand.js';
import { ConflictError, ProviderAccessDeniedError } from '../../src/core/errors.js';
import { failure, OutcomeUncertain } from '../../src/core/failures.js';
import { WalletProvider } from '../../src/core/provider.js';
import type { BoundRecovery, Candidate } from '../../src/core/recovery.js';
import { MoovWalletCreated } from '../../src/providers/moov/types.js';
import { openTestRunner, type TestRunner } from '../support/runner.js';

/** What the settler does when days pass, and where settings change between attempts: with time in the test's hand. */

const day = 86_400_000;
const walletId = '00000000-0000-4000-8000-000000000001';
const success = () => Object.assign(new MoovWalletCreated(), { moovWallet: { providerId: walletId } });
const lose = () => Promise.reject(new OutcomeUncertain(WalletProvider.MOOV, null));
const refuse = () => Promise.reject(failure(ConflictError, { message: 'no' }));

let isOn: boolean;
let target: string;
let look: () => Promise<readonly Candidate[]>;
let runner: TestRunner;
let recovery: BoundRecovery;

beforeEach(() => {
  isOn = true;
  target = 'here';
  look = async () => [];
  recovery = {
    mutation: 'createMoovWallet',
    provider: WalletProvider.MOOV,
    by: 'lookUp',
    owner: () => null,
    source: Object,
    target: () => target,
    absentAfterMs: () => null,
    providerId: () => walletId,
    look: () => look(),
    read: async () => success(),
  };
  runner = openTestRunner({ recovery, isOn: () => isOn });
});
afterEach(async () => {
  await runner.settler.stop();
  await runner.close();
});

const statusOf = async (key: string) =>
  (await runner.journal.byKey('default', 'createMoovWallet', key))?.operation.status;
const entryOf = async (key: string) => {
  const entry = await runner.journal.byKey('default', 'createMoovWallet', key);
  if (entry === null) throw new Error(`There is no operation for ${key}.`);
  return entry;
};

test('a provider that lets nobody look for a day is left to a person, and not before', async () => {
  look = () => Promise.reject(failure(ProviderAccessDeniedError, { message: 'no' }));
  await runner.run('k', lose);
  runner.settler.start();
  await runner.clock.pass(60_000);
  expect(await statusOf('k')).toBe('UNKNOWN');
  // A day without ticks, then a few with them: nothing depends on how many there were.
  await runner.settler.stop();
  await runner.clock.pass(day - 120_000);
  runner.settler.start();
  await runner.clock.pass(30_000);
  expect(await statusOf('k')).toBe('UNKNOWN');
  await runner.clock.pass(60_000);
  expect(await statusOf('k')).toBe('NEEDS_ATTENTION');
});

describe('a gateway that lacks the provider, or the tenant', () => {
  const letsNobodyLook = () => Promise.reject(failure(ProviderAccessDeniedError, { message: 'no' }));

  test('gives no create up, and a day in which nobody may look begins when it can ask', async () => {
    look = letsNobodyLook;
    await runner.run('k', lose);
    /** A while without ticks, then a minute with them. */
    const goOn = async (ms: number): Promise<unknown> => {
      await runner.clock.pass(ms - 60_000);
      runner.settler.start();
      await runner.clock.pass(60_000);
      await runner.settler.stop();
      return statusOf('k');
    };
    await goOn(3_600_000);
    isOn = false;
    // What was not looked for in a day is forgotten: there is a look in each.
    for (let half = 0; half < 4; half += 1) expect(await goOn(day / 2)).toBe('UNKNOWN');
    isOn = true;
    expect(await goOn(day - 120_000)).toBe('UNKNOWN');
    expect(await goOn(240_000)).toBe('NEEDS_ATTENTION');
  });

  test('gives no change up, and settles it once it can ask', async () => {
    let isDone = false;
    recovery = {
      mutation: 'createMoovWallet',
      provider: WalletProvider.MOOV,
      by: 'readBack',
      owner: () => null,
      source: Object,
      changes: () => 'wallet',
      read: async () => (isDone ? success() : null),
      otherwise: 'It stands as before.',
    };
    await runner.close();
    runner = openTestRunner({ recovery, isOn: () => isOn });
    await runner.run('k', lose);
    isOn = false;
    runner.settler.start();
    await runner.clock.pass(900_000);
    expect(await statusOf('k')).toBe('UNKNOWN');
    [isOn, isDone] = [true, true];
    await runner.clock.pass(60_000);
    expect(await statusOf('k')).toBe('SUCCEEDED');
  });
});

test('of the two looks that show absence, the second begins five seconds after the first was through', async () => {
  const lookFor = async (ms: number): Promise<unknown> => {
    look = async () => {
      await new Promise<void>(resolve => runner.clock.after(ms, resolve));
      return []; // read at the end, maybe from a replica that lags
    };
    const looked = runner.settler.look(await entryOf('k'), 0);
    await runner.clock.pass(ms);
    await looked;
    return statusOf('k');
  };
  await runner.run('k', lose);
  await lookFor(1);
  await runner.clock.pass(120_000);
  expect(await lookFor(4_000)).toBe('UNKNOWN');
  await runner.clock.pass(2_000);
  expect(await lookFor(1)).toBe('UNKNOWN');
  await runner.clock.pass(3_000);
  expect(await lookFor(1)).toBe('FAILED');
});

test('a look that was taken so long ago that others may look is not begun', async () => {
  await runner.run('k', lose);
  let looks = 0;
  look = async () => {
    looks += 1;
    return [];
  };
  const { seek } = runner.store;
  runner.interfering.seek = async (...given) => {
    const isTaken = await seek(...given);
    await runner.clock.pass(30_000); // stopped just then
    return isTaken;
  };
  const entry = await entryOf('k');
  expect(await runner.settler.look(entry, 0)).toMatchObject({ status: 'unknown' });
  expect(looks).toBe(0);
  delete runner.interfering.seek;
  await runner.settler.look(entry, 0);
  expect(looks).toBe(1);
});

test('what is still unknown can be settled by a person, too', async () => {
  look = () => Promise.reject(failure(ProviderAccessDeniedError, { message: 'no' }));
  for (const key of ['found', 'absent']) await runner.run(key, lose);
  const parts = { journal: runner.journal, recoveries: runner.recoveries };
  await settleByHand(parts, await entryOf('found'), { found: walletId });
  await settleByHand(parts, await entryOf('absent'), { isAbsent: true });
  expect([await statusOf('found'), await statusOf('absent')]).toEqual(['SUCCEEDED', 'FAILED']);
  await expect(settleByHand(parts, await entryOf('found'), { isAbsent: true })).rejects.toThrow('It is SUCCEEDED');
});

test('an attempt that goes elsewhere than the refused one before it is looked for where it went', async () => {
  await runner.run('k', refuse);
  expect(await entryOf('k')).toMatchObject({ target: 'here', attempt: 1 });
  target = 'there';
  await runner.run('k', lose);
  expect(await entryOf('k')).toMatchObject({ target: 'there', attempt: 2, status: 'unknown', input: { name: 'n' } });
  // It is a rival of others that went there, not of those that go where it was refused.
  await runner.run('other', lose);
  expect(await runner.journal.rivals(await entryOf('other'), [])).toMatchObject({ undecided: 2 });
  target = 'here';
  await runner.run('third', lose);
  expect(await runner.journal.rivals(await entryOf('third'), [])).toMatchObject({ undecided: 1 });
});

test('what is sought is sought from the start of the first attempt that was not refused', async () => {
  await runner.run('k', refuse);
  const refusedAt = runner.clock.now();
  await runner.clock.pass(3_600_000);
  await runner.run('k', lose);
  expect((await entryOf('k')).soughtSince).toBe(refusedAt + 3_600_000);
});

test('a success that is heard after the outcome was given up is the outcome', async () => {
  const answer = runner.run('k', async () => {
    await runner.clock.pass(26_000); // longer than its lease and its deadline
    await runner.journal.orphan(25_000);
    expect(await statusOf('k')).toBe('UNKNOWN');
    return success();
  });
  expect(await answer).toMatchObject({ moovWallet: { providerId: walletId } });
  expect(await statusOf('k')).toBe('SUCCEEDED');
});

test('a look is its own for as long as what is sent again may take', async () => {
  const patient = openTestRunner({ recovery, timeoutMs: 120_000 });
  const looked = Promise.withResolvers<readonly Candidate[]>();
  look = () => looked.promise;
  await patient.run('k', lose);
  patient.settler.start();
  await patient.clock.pass(2_000);
  const entry = await patient.journal.byKey('default', 'createMoovWallet', 'k');
  expect((entry?.lookAt ?? 0) - patient.clock.now()).toBeGreaterThan(15_000 + 120_000);
  looked.resolve([]);
  await patient.settler.stop();
  await patient.close();
});

test('a clock that is set right by a little gives up nobody', async () => {
  const answer = runner.run('k', async () => {
    runner.clock.jump(-500);
    expect(await runner.journal.orphan(25_000)).toBe(0);
    return success();
  });
  expect(await answer).toMatchObject({ moovWallet: { providerId: walletId } });
});

test('a look that falls due while a caller is just about to look is made, and once', async () => {
  await runner.run('k', lose);
  await runner.clock.pass(60_000);
  let looks = 0;
  look = async () => {
    looks += 1;
    return [];
  };
  const gate = Promise.withResolvers<void>();
  runner.interfering.seek = async (...asked) => {
    await gate.promise;
    return runner.store.seek(...asked); // the other one has been quicker
  };
  const answer = runner.run('k', lose);
  await runner.clock.pass(0);
  runner.settler.start();
  await runner.clock.pass(100);
  expect(looks).toBe(0);
  gate.resolve();
  await runner.clock.pass(100);
  expect(looks).toBe(1);
  expect(await answer).toMatchObject({ code: 'OUTCOME_UNKNOWN' });
});
