import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Attempt } from '../../src/core/attempt.js';
import { ProviderUnavailableError } from '../../src/core/errors.js';
import { failure } from '../../src/core/failures.js';
import { WalletProvider } from '../../src/core/provider.js';
import { faults } from '../../src/simulators/faults.js';
import { idEnding } from '../../src/simulators/outcomes.js';
import { CreateDigitalWalletDocument, OperationByKeyDocument } from '../generated/operations.js';
import { freshKey, withGateway } from '../support/gateway.js';
import { openTestRunner, type TestRunner } from '../support/runner.js';

/** LEASE_MS: for so long after it claimed its key an attempt may begin to send. Later it sends nothing. */

test('an attempt that waited for a token for too long sends nothing, says so and frees its key', () =>
  withGateway({ environment: { LEASE_MS: '1000', PROVIDER_TIMEOUT_MS: '10000' } }, async gateway => {
    const { pingone } = gateway.simulators;
    const input = {
      idempotencyKey: freshKey(),
      userId: idEnding(),
      digitalWalletApplicationId: '9f000000-0000-4000-8000-000000000001',
    };
    const create = async () => (await gateway.execute(CreateDigitalWalletDocument, { input })).createDigitalWallet;
    const creates = () => pingone.exchanges.filter(({ route }) => route === 'create').length;

    pingone.next(faults.delay(1_250), { route: 'token' });
    expect(await create()).toMatchObject({
      __typename: 'ProviderUnavailableError',
      provider: 'PINGONE',
      retry: 'RETRY_WITH_SAME_KEY',
      message: 'The gateway was held up for too long, so nothing was sent.',
      operation: { status: 'FAILED', attempts: 1 },
    });
    expect(creates()).toBe(0);
    expect(await create()).toMatchObject({ __typename: 'DigitalWalletCreated' });
    expect(creates()).toBe(1);
    const { operationByKey } = await gateway.execute(OperationByKeyDocument, {
      mutation: 'createDigitalWallet',
      idempotencyKey: input.idempotencyKey,
    });
    expect(operationByKey).toMatchObject({ status: 'SUCCEEDED', attempts: 2 });
  }));

describe('the step before the first byte', () => {
  const success = { walletId: expect.any(String) };
  let under: TestRunner;
  let sent: number;
  /** What a setting makes of it. */
  let goesTo: string;
  beforeEach(() => {
    sent = 0;
    goesTo = 'here';
    under = openTestRunner({
      leaseMs: 15_000,
      recovery: {
        mutation: 'createMoovWallet',
        provider: WalletProvider.MOOV,
        by: 'lookUp',
        owner: () => null,
        target: () => goesTo,
        source: Object,
        providerId: made => (made as { readonly walletId: string }).walletId, // as `heldUp` gives it
        absentAfterMs: () => null,
        look: () => Promise.reject(failure(ProviderUnavailableError, { message: 'down' })),
        read: () => Promise.reject(new Error('Nothing is read.')),
      },
    });
  });
  afterEach(() => under.close());

  /** Held up for so long before it sends, as a client is that waits for a token or a connection. */
  const heldUp =
    (milliseconds: number, jump = 0) =>
    async (attempt: Attempt) => {
      await under.clock.pass(milliseconds);
      under.clock.jump(jump);
      try {
        attempt.onSending();
      } catch (error) {
        throw failure(ProviderUnavailableError, { message: 'held up' }, error);
      }
      sent += 1;
      return { walletId: attempt.operationId };
    };
  const unavailable = { code: 'PROVIDER_UNAVAILABLE', retry: 'RETRY_WITH_SAME_KEY', operation: { status: 'FAILED' } };

  test('may be taken until the lease is over, and not then', async () => {
    expect(await under.run('in-time', heldUp(14_999))).toEqual(success);
    expect(sent).toBe(1);
    expect(await under.run('late', heldUp(15_000))).toMatchObject(unavailable);
    expect(sent).toBe(1);
    expect(await under.run('late', heldUp(0))).toEqual(success);
  });

  test('is measured from before the claim: a slow journal is part of it', async () => {
    under.interfering.claim = async (...given) => {
      await under.clock.pass(4_000);
      return under.store.claim(...given);
    };
    expect(await under.run('in-time', heldUp(10_999))).toEqual(success);
    expect(await under.run('late', heldUp(11_000))).toMatchObject(unavailable);
    expect(sent).toBe(1);
  });

  test.each([
    ['an hour ahead', 3_600_000],
    ['a day back', -86_400_000],
  ])('is nothing to a wall clock that is set %s', async (_how, jump) => {
    expect(await under.run('in-time', heldUp(14_999, jump))).toEqual(success);
    expect(await under.run('late', heldUp(15_000, jump))).toMatchObject(unavailable);
  });

  test('a lease that is over while the attempt waits makes it unknown; what it would send late stays unsent', async () => {
    const answer = under.run('k', async attempt => {
      await under.clock.pass(25_001);
      expect(await under.journal.orphan(25_000)).toBe(1); // another look at the journal takes it for dead
      return heldUp(0)(attempt);
    });
    // It cannot say any more that nothing was sent: somebody may have looked on the strength of that it was.
    expect(await answer).toMatchObject({ code: 'OUTCOME_UNKNOWN' });
    expect(sent).toBe(0);
    expect(await under.run('k', heldUp(0))).toMatchObject({
      code: 'OUTCOME_UNKNOWN',
      operation: { status: 'UNKNOWN' },
    });
    expect(sent).toBe(0);
  });

  describe('a claim whose answer was lost', () => {
    const claimLost = async (...given: Parameters<typeof under.store.claim>): Promise<never> => {
      await under.store.claim(...given);
      throw new Error('The connection is gone.');
    };
    const told = { code: 'PROVIDER_UNAVAILABLE', operation: null };
    const standing = async () =>
      (await under.journal.byKey('default', 'createMoovWallet', 'k'))?.operation ?? { status: 'nothing' };

    test('is given back, so that nothing is sent later of what was told to be unsent', async () => {
      under.interfering.claim = claimLost;
      expect(await under.run('k', heldUp(0))).toMatchObject(told);
      expect(await standing()).toMatchObject({ status: 'IN_PROGRESS' });
      await under.clock.pass(1_000);
      expect(await standing()).toMatchObject({ status: 'FAILED', result: { code: 'PROVIDER_UNAVAILABLE' } });
      delete under.interfering.claim;
      expect(await under.run('k', heldUp(0))).toEqual(success);
      expect(sent).toBe(1);
    });

    test('is given back when it arrives late, and where the journal is away at first', async () => {
      const arrivals: (() => Promise<unknown>)[] = [];
      under.interfering.claim = async (...given) => {
        arrivals.push(() => under.store.claim(...given));
        throw new Error('The connection is gone.');
      };
      expect(await under.run('k', heldUp(0))).toMatchObject(told);
      await under.clock.pass(9_000);
      expect(await standing()).toMatchObject({ status: 'nothing' });
      for (const arrive of arrivals) await arrive();
      under.interfering.move = () => Promise.reject(new Error('away'));
      await under.clock.pass(3_000);
      expect(await standing()).toMatchObject({ status: 'IN_PROGRESS' });
      delete under.interfering.move;
      await under.clock.pass(1_000);
      expect(await standing()).toMatchObject({ status: 'FAILED' });
      expect(sent).toBe(0);
    });

    test('of a key that was refused before is given back, whatever attempt it is', async () => {
      expect(await under.run('k', heldUp(15_000))).toMatchObject(unavailable);
      under.interfering.claim = claimLost;
      expect(await under.run('k', heldUp(0))).toMatchObject(told);
      expect(await standing()).toMatchObject({ status: 'IN_PROGRESS', attempts: 2 });
      await under.clock.pass(1_000);
      expect(await standing()).toMatchObject({ status: 'FAILED', attempts: 2 });
      delete under.interfering.claim;
      expect(await under.run('k', heldUp(0))).toEqual(success);
      expect(sent).toBe(1);
    });

    describe('and that is asked for once more, which finds the key taken', () => {
      const claimTwice = async (...given: Parameters<typeof under.store.claim>) => {
        await under.store.claim(...given);
        return under.store.claim(...given);
      };
      beforeEach(async () => {
        expect(await under.run('k', heldUp(15_000))).toMatchObject(unavailable);
        under.interfering.claim = claimTwice;
      });

      test('is nobody else’s: nothing was sent, and the key is free', async () => {
        expect(await under.run('k', heldUp(0))).toMatchObject(unavailable);
        expect(await standing()).toMatchObject({ status: 'FAILED', attempts: 2 });
        delete under.interfering.claim;
        expect(await under.run('k', heldUp(0))).toEqual(success);
        expect(sent).toBe(1);
      });

      test('is given back later where that cannot be written', async () => {
        under.interfering.move = () => Promise.reject(new Error('away'));
        expect(await under.run('k', heldUp(0))).toMatchObject(told);
        expect(await standing()).toMatchObject({ status: 'IN_PROGRESS', attempts: 2 });
        delete under.interfering.move;
        await under.clock.pass(1_000);
        expect(await standing()).toMatchObject({ status: 'FAILED', attempts: 2 });
        expect(sent).toBe(0);
      });
    });

    test('is given back as soon as the journal is there again, though that be after its lease', async () => {
      under.interfering.claim = claimLost;
      under.interfering.byKey = () => Promise.reject(new Error('away'));
      expect(await under.run('k', heldUp(0))).toMatchObject(told);
      await under.clock.pass(60_000);
      delete under.interfering.byKey;
      expect(await standing()).toMatchObject({ status: 'IN_PROGRESS' });
      await under.clock.pass(1_000);
      expect(await standing()).toMatchObject({ status: 'FAILED' });
    });

    test('is given back though another one, which comes first, cannot be read', async () => {
      const { byKey } = under.store;
      under.interfering.claim = claimLost;
      expect(await under.run('unreadable', heldUp(0))).toMatchObject(told);
      const [unreadable] = await under.store.list({ tenant: 'default', statuses: null, after: null, limit: 1 });
      under.interfering.byKey = async (...given) => {
        const found = await byKey(...given);
        return found?.id === unreadable?.id && found !== null ? { ...found, intent: Buffer.alloc(40) } : found;
      };
      expect(await under.run('k', heldUp(0))).toMatchObject(told);
      await under.clock.pass(2_000);
      expect(await standing()).toMatchObject({ status: 'FAILED' });
    });

    test('is given back where it came late and the first refusal could not be written', async () => {
      const arrived = Promise.withResolvers<void>();
      under.interfering.claim = async (...given) => {
        await arrived.promise;
        return under.store.claim(...given);
      };
      const answer = under.run('k', heldUp(0));
      await under.clock.pass(5_000);
      expect(await answer).toMatchObject(told);
      under.interfering.move = () => Promise.reject(new Error('away'));
      arrived.resolve();
      await under.clock.pass(0);
      expect(await standing()).toMatchObject({ status: 'IN_PROGRESS' });
      delete under.interfering.move;
      await under.clock.pass(1_000);
      expect(await standing()).toMatchObject({ status: 'FAILED' });
      expect(sent).toBe(0);
    });

    test('is given back where it was known, and where it goes now could not be written', async () => {
      expect(await under.run('k', heldUp(15_000))).toMatchObject(unavailable);
      goesTo = 'elsewhere';
      under.interfering.retarget = () => Promise.reject(new Error('away'));
      expect(await under.run('k', heldUp(0))).toMatchObject(told);
      expect(await standing()).toMatchObject({ status: 'IN_PROGRESS', attempts: 2 });
      await under.clock.pass(1_000);
      expect(await standing()).toMatchObject({ status: 'FAILED', attempts: 2 });
      expect(sent).toBe(0);
    });

    test('takes nothing back that was sent, though its end could not be written', async () => {
      under.interfering.move = () => Promise.reject(new Error('away'));
      expect(await under.run('k', heldUp(0))).toMatchObject({ code: 'OUTCOME_UNKNOWN' });
      under.interfering.claim = () => Promise.reject(new Error('away'));
      expect(await under.run('k', heldUp(0))).toMatchObject(told);
      delete under.interfering.move;
      await under.clock.pass(30_000);
      expect(await standing()).toMatchObject({ status: 'IN_PROGRESS', attempts: 1 });
      delete under.interfering.claim;
      expect(await under.run('k', heldUp(0))).toMatchObject({ code: 'OUTCOME_UNKNOWN' });
      expect(sent).toBe(1);
    });

    test('leaves to another caller what is just being claimed for them', async () => {
      expect(await under.run('k', heldUp(15_000))).toMatchObject(unavailable);
      under.interfering.claim = () => Promise.reject(new Error('The connection is gone.'));
      expect(await under.run('k', heldUp(0))).toMatchObject(told);
      const heard = Promise.withResolvers<void>();
      under.interfering.claim = async (...given) => {
        const claimed = await under.store.claim(...given);
        await heard.promise;
        return claimed;
      };
      const other = under.run('k', heldUp(0));
      await under.clock.pass(2_000);
      expect(await standing()).toMatchObject({ status: 'IN_PROGRESS', attempts: 2 });
      heard.resolve();
      expect(await other).toEqual(success);
      await under.clock.pass(2_000);
      expect(await standing()).toMatchObject({ status: 'SUCCEEDED', attempts: 2 });
      expect(sent).toBe(1);
    });
  });
});
