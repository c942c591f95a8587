import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { globalId } from '../../src/core/ids.js';
import {
  AuthenticateWalletAccountDocument,
  DelinkWalletAccountDocument,
  LinkWalletAccountDocument,
  NodeDocument,
  RefreshWalletAccountDocument,
} from '../generated/operations.js';
import { freshKey, startTestGateway, type TestGateway } from '../support/gateway.js';

/**
 * Whatever is done with a wallet at Juspay, in whatever order: no command reaches it that its state forbids, and what
 * the gateway answers is what became of it. Only a link is sent without asking how the wallet stands, since a guess is
 * to be one call: there it counts what the client has just been shown.
 */

let gateway: TestGateway;
let wallets = 0;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.stop());

const steps = ['authenticate', 'link', 'linkWrongly', 'refresh', 'delink'] as const;
type Step = (typeof steps)[number];

interface Model {
  linked: boolean;
  codeSent: boolean;
  guesses: number;
}

/** The state machine of Juspay's sheet: from which state a command may be sent at all. */
const sentFrom: Readonly<Record<Step, 'linked' | 'unlinked'>> = {
  authenticate: 'unlinked',
  link: 'unlinked',
  linkWrongly: 'unlinked',
  refresh: 'linked',
  delink: 'linked',
};

/** What must be answered, and how the wallet stands then. */
function expected(step: Step, model: Model): string {
  const stands = model.linked ? 'linked' : 'unlinked';
  if (step === 'delink' && !model.linked) return 'WalletAccountDelinked'; // done already
  if (sentFrom[step] !== stands) return 'ConflictError';
  switch (step) {
    case 'authenticate':
      model.codeSent = true;
      return 'OneTimeCodeSent';
    case 'refresh':
      return 'WalletAccountRefreshed';
    case 'delink':
      Object.assign(model, { linked: false, codeSent: false });
      return 'WalletAccountDelinked';
    case 'link':
    case 'linkWrongly': {
      if (model.guesses === 5) return 'RateLimitedError';
      model.guesses += 1;
      if (step === 'linkWrongly' || !model.codeSent) return 'OneTimeCodeRejectedError';
      Object.assign(model, { linked: true, codeSent: false });
      return 'WalletAccountLinked';
    }
  }
}

async function take(step: Step, walletAccountId: string): Promise<string | undefined> {
  const input = { idempotencyKey: freshKey(), walletAccountId };
  const otp = step === 'link' ? '731841' : '731840';
  switch (step) {
    case 'authenticate':
      return (await gateway.execute(AuthenticateWalletAccountDocument, { input })).authenticateWalletAccount
        ?.__typename;
    case 'refresh':
      return (await gateway.execute(RefreshWalletAccountDocument, { input })).refreshWalletAccount?.__typename;
    case 'delink':
      return (await gateway.execute(DelinkWalletAccountDocument, { input })).delinkWalletAccount?.__typename;
    case 'link':
    case 'linkWrongly':
      return (await gateway.execute(LinkWalletAccountDocument, { input: { ...input, otp } })).linkWalletAccount
        ?.__typename;
  }
}

test('no sequence of steps sends Juspay a command that the state of the wallet forbids', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...steps), { minLength: 1, maxLength: 12 }),
      fc.boolean(),
      async (sequence, isLinked) => {
        wallets += 1;
        const customerId = `states-${wallets}`;
        const { juspay } = gateway.simulators;
        const walletId = juspay.addWallet(customerId, { gateway: 'PAYTM', linked: isLinked });
        const id = globalId('JuspayWalletAccount', customerId, Buffer.from(customerId).toString('base64url'), walletId);
        const model: Model = { linked: isLinked, codeSent: false, guesses: 0 };
        const commands = (): number => juspay.exchanges.filter(({ operation }) => operation === 'commandWallet').length;
        for (const step of sequence) {
          const stood = model.linked ? 'linked' : 'unlinked';
          const { node } = await gateway.execute(NodeDocument, { id });
          expect(node).toMatchObject({ linked: model.linked });
          const before = commands();
          const answer = expected(step, model);
          expect(`${step}: ${await take(step, id)}`).toBe(`${step}: ${answer}`);
          const isSent = sentFrom[step] === stood && answer !== 'RateLimitedError';
          expect(commands() - before).toBe(isSent ? 1 : 0);
        }
      },
    ),
    { numRuns: 60 },
  );
}, 60_000);
