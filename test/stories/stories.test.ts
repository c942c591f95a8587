import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { idEnding } from '../../src/simulators/outcomes.js';
import {
  AuthenticateWalletAccountDocument,
  CardTokensDocument,
  ChangeCardTokenStateDocument,
  ChargeWalletAccountDocument,
  CloseMoovWalletDocument,
  CreateDigitalWalletDocument,
  CreateMoovWalletDocument,
  CreateWalletAccountDocument,
  DeleteDigitalWalletDocument,
  DelinkWalletAccountDocument,
  LinkWalletAccountDocument,
  NodeDocument,
  ProvisionCardTokenDocument,
  RefreshWalletAccountDocument,
  TopUpWalletAccountDocument,
  UpdateDigitalWalletDocument,
  UpdateMoovWalletDocument,
} from '../generated/operations.js';
import { freshKey as idempotencyKey, startTestGateway, type TestGateway } from '../support/gateway.js';
import { eventually } from '../support/time.js';

/** One wallet of each provider, from nothing to its end, as a client goes through it with the documents it has generated. */

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.stop());

const nodeOf = async (id: string) => (await gateway.execute(NodeDocument, { id })).node;

/** The answer, where it is the one that the story goes on with. */
function as<Answer extends { readonly __typename: string }, Name extends Answer['__typename']>(
  answer: Answer | null | undefined,
  name: Name,
): Extract<Answer, { readonly __typename: Name }> {
  if (answer?.__typename !== name) throw new Error(`Not ${name}, but ${JSON.stringify(answer)}`);
  return answer as Extract<Answer, { readonly __typename: Name }>; // by its name
}

test('PingOne: made, paired by a phone, switched off and on, and deleted', async () => {
  const userId = idEnding();
  const { createDigitalWallet } = await gateway.execute(CreateDigitalWalletDocument, {
    input: { idempotencyKey: idempotencyKey(), userId, digitalWalletApplicationId: randomUUID() },
  });
  const { id, providerId, pairingSession } = as(createDigitalWallet, 'DigitalWalletCreated').digitalWallet;
  expect(pairingSession?.qrUrl).toMatch(/^https?:/);

  const update = async (input: { status: 'ACTIVE' | 'DISABLED' }) =>
    (
      await gateway.execute(UpdateDigitalWalletDocument, {
        input: { idempotencyKey: idempotencyKey(), digitalWalletId: id, ...input },
      })
    ).updateDigitalWallet;
  // Nobody has paired it yet.
  expect(as(await update({ status: 'ACTIVE' }), 'ConflictError').provider).toBeNull();
  gateway.simulators.pingone.pair(providerId);
  await eventually(async () => {
    const node = await nodeOf(id);
    return node?.__typename === 'DigitalWallet' && node.state === 'ACTIVE';
  });
  expect(as(await update({ status: 'DISABLED' }), 'DigitalWalletUpdated').digitalWallet.state).toBe('SUSPENDED');
  expect(as(await update({ status: 'ACTIVE' }), 'DigitalWalletUpdated').digitalWallet.state).toBe('ACTIVE');
  expect(await nodeOf(id)).toMatchObject({ state: 'ACTIVE' });

  const remove = async () =>
    (
      await gateway.execute(DeleteDigitalWalletDocument, {
        input: { idempotencyKey: idempotencyKey(), digitalWalletId: id },
      })
    ).deleteDigitalWallet;
  expect(as(await remove(), 'DigitalWalletDeleted').deletedId).toBe(id);
  expect(await nodeOf(id)).toBeNull();
  expect(as(await remove(), 'DigitalWalletDeleted').deletedId).toBe(id);
  expect(as(await update({ status: 'ACTIVE' }), 'NotFoundError').provider).toBe('PINGONE');
});

test('Juspay: made with a code on its way, linked at the second guess, asked for its balance, and unlinked', async () => {
  const { juspay } = gateway.simulators;
  const customerId = `customer-${idEnding()}`;
  const { createWalletAccount } = await gateway.execute(CreateWalletAccountDocument, {
    input: {
      idempotencyKey: idempotencyKey(),
      account: { juspay: { customerId, gateway: 'MOBIKWIK', authenticate: true } },
    },
  });
  const { id: walletAccountId, providerId } = as(createWalletAccount, 'WalletAccountCreated').walletAccount;
  const link = async (otp: string) =>
    (
      await gateway.execute(LinkWalletAccountDocument, {
        input: { idempotencyKey: idempotencyKey(), walletAccountId, otp },
      })
    ).linkWalletAccount;
  expect(as(await link('731840'), 'OneTimeCodeRejectedError').attemptsLeft).toBe(4);
  expect(as(await link('731841'), 'WalletAccountLinked').walletAccount.state).toBe('ACTIVE');
  juspay.setBalance(providerId, '250.75');
  const input = () => ({ idempotencyKey: idempotencyKey(), walletAccountId });
  const { refreshWalletAccount } = await gateway.execute(RefreshWalletAccountDocument, { input: input() });
  expect(as(refreshWalletAccount, 'WalletAccountRefreshed').walletAccount.currentBalance).toBe('250.75');
  const { delinkWalletAccount } = await gateway.execute(DelinkWalletAccountDocument, { input: input() });
  expect(as(delinkWalletAccount, 'WalletAccountDelinked').walletAccount.linked).toBe(false);
  expect(await nodeOf(walletAccountId)).toMatchObject({ linked: false, state: 'PENDING' });
  // It can be linked again, with another code.
  const { authenticateWalletAccount } = await gateway.execute(AuthenticateWalletAccountDocument, { input: input() });
  as(authenticateWalletAccount, 'OneTimeCodeSent');
  as(await link('731841'), 'WalletAccountLinked');
});

test('LIQUIDO: opened, filled, and charged until nothing is left', async () => {
  const { createWalletAccount } = await gateway.execute(CreateWalletAccountDocument, {
    input: {
      idempotencyKey: idempotencyKey(),
      account: { liquido: { phoneNumber: '+573000000001', name: 'Ana Example', country: 'CO', currency: 'COP' } },
    },
  });
  const { id: walletAccountId } = as(createWalletAccount, 'WalletAccountCreated').walletAccount;
  const move = (minorUnits: string) => ({
    input: { idempotencyKey: idempotencyKey(), walletAccountId, amount: { currency: 'COP', minorUnits } },
  });
  const topUp = move('5000000000000');
  for (let click = 0; click < 2; click += 1) {
    const { topUpWalletAccount } = await gateway.execute(TopUpWalletAccountDocument, topUp);
    expect(as(topUpWalletAccount, 'WalletAccountToppedUp').walletAccount.balance?.decimal).toBe('50000000000.00');
  }
  const charge = async (minorUnits: string) =>
    (await gateway.execute(ChargeWalletAccountDocument, move(minorUnits))).chargeWalletAccount;
  expect(as(await charge('5000000000001'), 'InsufficientFundsError').retry).toBe('DO_NOT_RETRY');
  as(await charge('4999999999999'), 'WalletAccountCharged');
  expect(as(await charge('1'), 'WalletAccountCharged').walletAccount.balance?.minorUnits).toBe('0');
  // LIQUIDO has no call that closes an account: this is where its story ends.
  expect(await nodeOf(walletAccountId)).toMatchObject({ state: 'ACTIVE', balance: { minorUnits: '0' } });
});

test('Equals Money: a card goes into a phone, its token is suspended, used again, and ended', async () => {
  const [accountId, cardId] = ['F00077', idEnding()];
  const { provisionCardToken } = await gateway.execute(ProvisionCardTokenDocument, {
    input: {
      idempotencyKey: idempotencyKey(),
      accountId,
      cardId,
      deviceType: 'MOBILE_PHONE',
      provisioningAppVersion: '1.4.0',
      wallet: { google: { deviceId: 'device-000000000001', walletUserId: 'wallet-user-0001' } },
    },
  });
  as(provisionCardToken, 'CardTokenProvisioned');
  // The device finishes the job: then the token is on the account's list.
  const listed = async () => (await gateway.execute(CardTokensDocument, { accountId, cardId })).cardTokens?.nodes ?? [];
  await eventually(async () => (await listed())[0]?.state === 'ACTIVE');
  const [token] = await listed();
  const change = async (state: 'ACTIVE' | 'SUSPENDED' | 'TERMINATED') =>
    (
      await gateway.execute(ChangeCardTokenStateDocument, {
        input: { idempotencyKey: idempotencyKey(), cardTokenId: token?.id ?? '', state },
      })
    ).changeCardTokenState;
  expect(as(await change('SUSPENDED'), 'CardTokenStateChanged').cardToken.state).toBe('SUSPENDED');
  expect(as(await change('ACTIVE'), 'CardTokenStateChanged').cardToken.state).toBe('ACTIVE');
  expect(as(await change('TERMINATED'), 'CardTokenStateChanged').cardToken).toMatchObject({
    state: 'CLOSED',
    providerStatus: 'TERMINATED',
  });
  expect(as(await change('ACTIVE'), 'ConflictError').provider).toBeNull();
  expect(await listed()).toMatchObject([{ state: 'CLOSED' }]);
}, 120_000);

test('Moov: opened, renamed and labelled anew, emptied, and closed for good', async () => {
  const accountId = idEnding();
  const { createMoovWallet } = await gateway.execute(CreateMoovWalletDocument, {
    input: { idempotencyKey: idempotencyKey(), accountId, name: 'Payroll', metadata: { team: 'payroll' } },
  });
  const { id: moovWalletId, providerId } = as(createMoovWallet, 'MoovWalletCreated').moovWallet;
  const { updateMoovWallet } = await gateway.execute(UpdateMoovWalletDocument, {
    input: { idempotencyKey: idempotencyKey(), moovWalletId, name: 'Travel', metadata: { team: 'travel' } },
  });
  expect(as(updateMoovWallet, 'MoovWalletUpdated').moovWallet).toMatchObject({
    name: 'Travel',
    metadata: { team: 'travel' },
  });
  const close = async () =>
    (await gateway.execute(CloseMoovWalletDocument, { input: { idempotencyKey: idempotencyKey(), moovWalletId } }))
      .closeMoovWallet;
  gateway.simulators.moov.setBalance(providerId, '1204');
  expect(as(await close(), 'ConflictError').provider).toBeNull();
  gateway.simulators.moov.setBalance(providerId, '0');
  expect(as(await close(), 'MoovWalletClosed').moovWallet).toMatchObject({ state: 'CLOSED' });
  as(await close(), 'MoovWalletClosed'); // closed already counts as done
  expect(await nodeOf(moovWalletId)).toMatchObject({ state: 'CLOSED', name: 'Travel' });
});
