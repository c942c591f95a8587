import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { globalId } from '../../src/core/ids.js';
import { faults } from '../../src/simulators/faults.js';
import { ChargeWalletAccountDocument, NodeDocument, TopUpWalletAccountDocument } from '../generated/operations.js';
import { freshKey, startTestGateway, type TestGateway } from '../support/gateway.js';

/**
 * A wallet's money through any sequence of top-ups and charges, answered or not, clicked once or thrice: each moves it
 * once or not at all, as the gateway says, and never below zero.
 */

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway({ environment: { LOG_LEVEL: 'error' } });
});
afterAll(() => gateway.stop());

const answers = {
  comes: null,
  done: faults.reset('before-answer', { applied: true }),
  undone: faults.reset('before-answer'),
  hidden: faults.answer(502, { applied: true }),
  later: faults.answer(429),
} as const;

const amounts = fc.oneof(
  fc.bigInt({ min: 1n, max: 5_000n }),
  fc.bigInt({ min: 1n, max: 2n ** 40n }),
  fc.bigInt({ min: 2n ** 53n, max: 2n ** 55n }), // a double would round it
);
const step = fc.record({
  isCharge: fc.boolean(),
  amount: amounts,
  answer: fc.constantFrom(...(Object.keys(answers) as (keyof typeof answers)[])),
  clicks: fc.integer({ min: 1, max: 3 }),
});

async function move(isCharge: boolean, input: object): Promise<{ readonly __typename: string }> {
  const document = isCharge ? ChargeWalletAccountDocument : TopUpWalletAccountDocument;
  const { data, errors } = await gateway.send<Record<string, { readonly __typename: string } | null>, object>(
    document as never, // the two answer under different names
    { input },
  );
  const [result] = Object.values(data ?? {});
  if (result == null) throw new Error(JSON.stringify(errors));
  return result;
}

test('property › moves of one wallet', async () => {
  const { liquido } = gateway.simulators;
  await fc.assert(
    fc.asyncProperty(amounts, fc.array(step, { minLength: 1, maxLength: 7 }), async (start, steps) => {
      liquido.reset();
      const walletAccountId = globalId('LiquidoWalletAccount', liquido.addWallet({ cents: String(start) }));
      let balance = start;
      for (const { isCharge, amount, answer, clicks } of steps) {
        const isCovered = !isCharge || balance >= amount;
        const input = {
          idempotencyKey: freshKey(),
          walletAccountId,
          amount: { currency: 'COP', minorUnits: String(amount) },
        };
        const fault = isCovered ? answers[answer] : null;
        if (fault !== null) {
          liquido.next(fault, { route: 'change' });
          expect((await move(isCharge, input)).__typename).toBe(
            answer === 'later' ? 'RateLimitedError' : 'OutcomeUnknownError',
          );
        }
        const results = await Promise.all(Array.from({ length: clicks }, () => move(isCharge, input)));
        if (isCovered) balance += isCharge ? -amount : amount;
        for (const result of results) {
          expect(result).toMatchObject(
            isCovered
              ? {
                  __typename: isCharge ? 'WalletAccountCharged' : 'WalletAccountToppedUp',
                  walletAccount: { balance: { minorUnits: String(balance) } },
                }
              : { __typename: 'InsufficientFundsError', retry: 'DO_NOT_RETRY' },
          );
        }
      }
      const { node } = await gateway.execute(NodeDocument, { id: walletAccountId });
      expect(node).toMatchObject({ balance: { minorUnits: String(balance) } });
      // One key to LIQUIDO, one body.
      const bodies = liquido.exchanges.filter(({ route }) => route === 'change').map(({ request }) => request.body);
      expect(new Set(bodies).size).toBe(steps.length);
    }),
    { numRuns: 40 },
  );
});
