import 'reflect-metadata';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { settleByHand } from '../../src/core/by-hand.js';
import { ConflictError, ProviderAccessDeniedError, ProviderUnavailableError } from '../../src/core/errors.js';
import { failure, OutcomeUncertain } from '../../src/core/failures.js';
import { WalletProvider } from '../../src/core/provider.js';
import type { Attempt } from '../../src/core/attempt.js';
import type { BoundRecovery } from '../../src/core/recovery.js';
import { MoovWalletCreated } from '../../src/providers/moov/types.js';
import { openTestRunner, type TestRunner } from '../support/runner.js';

/** Changes of a wallet as core sees them: repeated, read back, one at a time, and counted; time is in the test's hand. */

const hour = 3_600_000;
const provider = WalletProvider.MOOV;
const success = () => Object.assign(new MoovWalletCreated(), { moovWallet: { providerId: 'w', id: 'w' } });
const lose = () => Promise.reject(new OutcomeUncertain(provider, null));
const no = () => Promise.reject(failure(ConflictError, { provider, message: 'It says no.' }));
const unavailable = () => Promise.reject(failure(ProviderUnavailableError, { provider, message: 'away' }));

let runner: TestRunner;
let asked: number;
const open = (recovery: object): void => {
  const named: object = { mutation: 'createMoovWallet', provider, source: Object, ...recovery };
  runner = openTestRunner({ recovery: named as BoundRecovery }); // each test gives what its word needs
};
beforeEach(() => {
  asked = 0;
});
afterEach(async () => {
  await runner.settler.stop();
  await runner.close();
});

const operationOf = async (key: string) =>
  (await runner.journal.byKey('default', 'createMoovWallet', key))?.operation ?? null;
const statusOf = async (key: string) => (await operationOf(key))?.status;

describe('what is repeatable', () => {
  let again: () => Promise<object>;
  beforeEach(() => {
    open({
      by: 'repeatable',
      owner: () => null,
      again: () => {
        asked += 1;
        return again();
      },
    });
  });

  test('is done again after an unknown outcome, and that is the outcome', async () => {
    again = async () => success();
    expect(await runner.run('k', lose)).toMatchObject({ code: 'OUTCOME_UNKNOWN', retry: 'FOLLOW_OPERATION' });
    expect(await runner.run('k', no)).toMatchObject({ moovWallet: { id: 'w' } });
    expect([asked, await statusOf('k')]).toEqual([1, 'SUCCEEDED']);
    // From then on it is replayed.
    expect(await runner.run('k', no)).toMatchObject({ moovWallet: { id: 'w' } });
    expect(asked).toBe(1);
  });

  test('is done again by itself, as long as the provider only fails', async () => {
    again = unavailable;
    await runner.run('k', lose);
    runner.settler.start();
    await runner.clock.pass(60_000);
    expect(asked).toBeGreaterThan(2);
    expect(await statusOf('k')).toBe('UNKNOWN');
    again = lose;
    await runner.clock.pass(60_000);
    expect(await statusOf('k')).toBe('UNKNOWN');
    again = async () => success();
    await runner.clock.pass(30_000);
    expect(await statusOf('k')).toBe('SUCCEEDED');
  });

  test('of an attempt that nobody ended is done again only when nothing of it is on its way any more', async () => {
    again = async () => success();
    void runner.run('k', () => new Promise(() => undefined));
    await runner.clock.pass(30_000);
    runner.settler.start();
    await runner.clock.pass(10_000);
    expect([asked, await statusOf('k')]).toEqual([0, 'UNKNOWN']);
    await runner.clock.pass(40_000);
    expect([asked, await statusOf('k')]).toEqual([1, 'SUCCEEDED']);
  });

  test('that the provider says no to by then is unknown for good: a new key asks anew, and no person must', async () => {
    again = no;
    await runner.run('k', lose);
    const answer = await runner.run('k', lose);
    expect(answer).toMatchObject({
      code: 'OUTCOME_UNKNOWN',
      retry: 'RETRY_WITH_NEW_KEY',
      message: 'Whether it was done is not known, and now Moov says no. It says no.',
    });
    expect(await statusOf('k')).toBe('FAILED');
    expect(await runner.run('k', lose)).toMatchObject({ retry: 'RETRY_WITH_NEW_KEY' });
    expect(asked).toBe(1);
  });

  test('that nobody let the gateway repeat for ten minutes is given up without a person, and frees the wallet', async () => {
    again = () => Promise.reject(failure(ProviderAccessDeniedError, { provider, message: 'no' }));
    await runner.run('k', lose);
    runner.settler.start();
    await runner.clock.pass(595_000);
    expect(await statusOf('k')).toBe('UNKNOWN');
    await runner.clock.pass(20_000);
    expect(await operationOf('k')).toMatchObject({ status: 'FAILED', result: { retry: 'RETRY_WITH_NEW_KEY' } });
  });

  test('is not settled as found by hand: there is nothing to be found', async () => {
    await runner.run('k', lose);
    const entry = await runner.journal.entry('default', (await operationOf('k'))?.id ?? '');
    if (entry === null) throw new Error('The operation is gone.');
    await expect(settleByHand(runner, entry, { found: 'w' })).rejects.toThrow('Nothing of this kind');
  });
});

describe('what is read back', () => {
  let read: () => Promise<object | null>;
  beforeEach(() => {
    open({
      by: 'readBack',
      owner: () => null,
      otherwise: 'It is not linked.',
      read: () => {
        asked += 1;
        return read();
      },
    });
  });

  test('is done where the wallet stands so', async () => {
    read = async () => success();
    await runner.run('k', lose);
    expect(await runner.run('k', no)).toMatchObject({ moovWallet: { id: 'w' } });
  });

  test('is not so when it was not seen twice, and then a new key asks anew', async () => {
    read = async () => null;
    await runner.run('k', lose);
    runner.settler.start();
    await runner.clock.pass(4_000);
    expect(await statusOf('k')).toBe('UNKNOWN');
    await runner.clock.pass(10_000);
    const ended = { code: 'OUTCOME_UNKNOWN', retry: 'RETRY_WITH_NEW_KEY', message: 'It is not linked.' };
    expect(await operationOf('k')).toMatchObject({ status: 'FAILED', result: ended });
    expect(await runner.run('k', async () => success())).toMatchObject(ended);
  });

  test('that arrives between two looks is done', async () => {
    read = async () => (asked > 1 ? success() : null);
    await runner.run('k', lose);
    runner.settler.start();
    await runner.clock.pass(14_000);
    expect([asked, await statusOf('k')]).toEqual([2, 'SUCCEEDED']);
  });

  test('of an attempt that nobody ended is read only when nothing of it is on its way any more', async () => {
    read = async () => null;
    void runner.run('k', () => new Promise(() => undefined));
    await runner.clock.pass(30_000);
    runner.settler.start();
    await runner.clock.pass(20_000);
    expect([asked, await statusOf('k')]).toEqual([0, 'UNKNOWN']);
    await runner.clock.pass(40_000);
    expect(await statusOf('k')).toBe('FAILED');
  });

  test('of a wallet that cannot be read any more is unknown for good', async () => {
    read = no;
    await runner.run('k', lose);
    expect(await runner.run('k', lose)).toMatchObject({ retry: 'RETRY_WITH_NEW_KEY' });
    expect(await statusOf('k')).toBe('FAILED');
  });
});

describe('changes of one wallet', () => {
  beforeEach(() =>
    open({ by: 'repeatable', owner: () => null, changes: () => 'wallet', again: async () => success() }),
  );

  test('do not begin while another one is under way, and leave the key as it was', async () => {
    let finish: (success: object) => void = () => undefined;
    const first = runner.run('first', () => new Promise(resolve => (finish = resolve)));
    await runner.clock.pass(1);
    const refused = await runner.run('second', async () => success());
    expect(refused).toMatchObject({
      code: 'CONFLICT',
      provider: null,
      operation: null,
      retry: 'RETRY_WITH_SAME_KEY',
      retryAfterSeconds: 1,
    });
    expect(await operationOf('second')).toBeNull();
    finish(success());
    await first;
    expect(await runner.run('second', async () => success())).toMatchObject({ moovWallet: { id: 'w' } });
  });

  test('do not begin while the outcome of another one is unknown', async () => {
    await runner.run('first', lose);
    expect(await runner.run('second', no)).toMatchObject({ code: 'CONFLICT', retry: 'RETRY_WITH_SAME_KEY' });
    await runner.run('first', no); // repeated, and done
    expect(await runner.run('second', async () => success())).toMatchObject({ moovWallet: { id: 'w' } });
  });
});

describe('what may be done so many times', () => {
  const guesses = { of: 'guesses', maximum: 2, withinMs: hour, refusal: 'Too many guesses.' };
  const sent = async (attempt: Attempt): Promise<object> => {
    const left = await attempt.useUp(guesses);
    attempt.onSending();
    throw failure(ConflictError, { provider, message: `left ${left}` });
  };
  const unsent = async (attempt: Attempt): Promise<object> => {
    await attempt.useUp(guesses);
    return unavailable();
  };
  beforeEach(() => open({ by: 'nothing', owner: () => null }));

  test('is refused when it is used up, until the first use is an hour old', async () => {
    expect(await runner.run('a', sent)).toMatchObject({ message: 'left 1' });
    await runner.clock.pass(600_000);
    expect(await runner.run('b', sent)).toMatchObject({ message: 'left 0' });
    const tooMany = { code: 'RATE_LIMITED', provider: null, message: 'Too many guesses.' };
    expect(await runner.run('c', sent)).toMatchObject({ ...tooMany, retryAfterSeconds: 3_000 });
    await runner.clock.pass(3_000_000);
    expect(await runner.run('c', sent)).toMatchObject({ message: 'left 0' });
    expect(await runner.run('d', sent)).toMatchObject(tooMany);
  });

  test('counts each attempt, also those of one key', async () => {
    expect(await runner.run('a', sent)).toMatchObject({ message: 'left 1' });
    expect(await runner.run('a', sent)).toMatchObject({ message: 'left 0' });
    expect(await runner.run('a', sent)).toMatchObject({ code: 'RATE_LIMITED' });
  });

  test('is given back where nothing was sent, and only there', async () => {
    for (let index = 0; index < 5; index += 1) {
      expect(await runner.run(`unsent-${index}`, unsent)).toMatchObject({ code: 'PROVIDER_UNAVAILABLE' });
    }
    for (const key of ['a', 'b']) {
      const answer = await runner.run(key, async attempt => {
        await attempt.useUp(guesses);
        attempt.onSending();
        return lose();
      });
      expect(answer).toMatchObject({ code: 'OUTCOME_UNKNOWN' });
    }
    expect(await runner.run('c', sent)).toMatchObject({ code: 'RATE_LIMITED' });
  });

  test('is freed where the clock that dated it has been set back since', async () => {
    runner.clock.jump(24 * hour);
    for (const key of ['a', 'b']) await runner.run(key, sent);
    runner.clock.jump(-24 * hour);
    expect(await runner.run('c', sent)).toMatchObject({ message: 'left 1' });
  });

  test('is answered for even where what is given back cannot be written', async () => {
    runner.interfering.giveBack = () => new Promise(() => undefined);
    expect(await runner.run('a', unsent)).toMatchObject({ code: 'PROVIDER_UNAVAILABLE' });
  });

  test('is refused, and nothing sent, where it cannot be counted', async () => {
    runner.interfering.useUp = () => Promise.reject(new Error('The disk is full.'));
    expect(await runner.run('a', sent)).toMatchObject({ code: 'PROVIDER_UNAVAILABLE', provider: null });
  });
});
