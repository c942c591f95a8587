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
  beforeEach(() => {
    sent = 0;
    under = openTestRunner({
      leaseMs: 15_000,
      recovery: {
        mutation: 'createMoovWallet',
        provider: WalletProvider.MOOV,
        by: 'lookUp',
        owner: () => null,
        target: null,
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
  });
});
