import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { globalId } from '../../src/core/ids.js';
import type { TokenState } from '../../src/simulators/equals-money-tokens.js';
import { faults } from '../../src/simulators/faults.js';
import { ChangeCardTokenStateDocument, NodeDetailsDocument } from '../generated/operations.js';
import { freshKey, startTestGateway, type TestGateway } from '../support/gateway.js';
import { somebody } from '../support/reading.js';

/**
 * Card tokens through any sequence of steps, ours and the network's: no step that is not allowed reaches Equals Money,
 * nothing comes back from a final state, and what the gateway says is how the token stands.
 */

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway({ environment: { LOG_LEVEL: 'error' } });
});
afterAll(() => gateway.stop());

const targets = ['ACTIVE', 'SUSPENDED', 'TERMINATED'] as const;
type Target = (typeof targets)[number];

/** Reference section 3: ours, and beside them what the network and the issuer do. */
const ours: Readonly<Record<TokenState, readonly Target[]>> = {
  REQUESTED: ['ACTIVE', 'TERMINATED'],
  ACTIVE: ['SUSPENDED', 'TERMINATED'],
  SUSPENDED: ['ACTIVE', 'TERMINATED'],
  REQUEST_DECLINED: [],
  TERMINATED: [],
};
const theirs: Readonly<Record<TokenState, readonly TokenState[]>> = {
  ...ours,
  REQUESTED: ['ACTIVE', 'REQUEST_DECLINED', 'TERMINATED'],
};

const lost = { done: faults.reset('before-answer', { applied: true }), undone: faults.reset('before-answer') };

const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ by: fc.constant('us' as const), to: fc.constantFrom(...targets) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      by: fc.constant('us' as const),
      to: fc.constantFrom(...targets),
      answer: fc.constantFrom(...(['done', 'undone'] as const)),
    }),
  },
  { weight: 1, arbitrary: fc.record({ by: fc.constant('them' as const), which: fc.nat() }) },
);
const anyState = fc.constantFrom(...(Object.keys(ours) as TokenState[]));

async function change(cardTokenId: string, state: Target, idempotencyKey: string) {
  const input = { idempotencyKey, cardTokenId, state };
  const { changeCardTokenState: result } = await gateway.execute(ChangeCardTokenStateDocument, { input });
  if (result == null) throw new Error('The mutation answered nothing.');
  return result;
}

test('property › steps from any state', async () => {
  const { equalsMoney } = gateway.simulators;
  await fc.assert(
    fc.asyncProperty(anyState, fc.array(step, { minLength: 1, maxLength: 7 }), async (first, steps) => {
      equalsMoney.reset();
      const { cardAccountId: accountId, cardId } = somebody();
      const token = equalsMoney.addToken({ accountId, cardId, state: first });
      const cardTokenId = globalId('CardToken', accountId, cardId, token);
      let state = first;
      for (const one of steps) {
        if (one.by === 'them') {
          const next = theirs[state];
          state = next[one.which % next.length] ?? state;
          equalsMoney.setTokenState(token, state);
          continue;
        }
        const { to } = one;
        const mayBeSent = ours[state].includes(to);
        const answer = 'answer' in one && mayBeSent ? one.answer : null;
        const sentBefore = sent(gateway);
        const idempotencyKey = freshKey();
        if (answer !== null) {
          equalsMoney.next(lost[answer], { route: 'change' });
          const unknown = await change(cardTokenId, to, idempotencyKey);
          expect(unknown).toMatchObject({ __typename: 'OutcomeUnknownError', retry: 'FOLLOW_OPERATION' });
        }
        const result = await change(cardTokenId, to, idempotencyKey);
        expect(sent(gateway) - sentBefore).toBe(mayBeSent ? (answer === 'undone' ? 2 : 1) : 0);
        if (mayBeSent || state === to) {
          state = to;
          expect(result).toMatchObject({ __typename: 'CardTokenStateChanged', cardToken: { providerStatus: to } });
        } else {
          expect(result).toMatchObject({ __typename: 'ConflictError', provider: null });
        }
        // What it is at Equals Money, by its own lists; after a change nothing of before it is kept.
        if (mayBeSent) {
          const { node } = await gateway.execute(NodeDetailsDocument, { id: cardTokenId });
          expect(node).toMatchObject({ providerStatus: state });
        }
      }
      // Equals Money refuses what is not allowed: it never had to.
      const answers = equalsMoney.exchanges
        .filter(({ route }) => route === 'change')
        .map(({ answer }) => answer?.status);
      expect(answers.every(status => status === 201 || status === undefined)).toBe(true);
    }),
    { numRuns: 40 },
  );
});

function sent({ simulators }: TestGateway): number {
  return simulators.equalsMoney.exchanges.filter(({ route }) => route === 'change').length;
}
