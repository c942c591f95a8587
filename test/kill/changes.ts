import { globalId } from '../../src/core/ids.js';
import { sampleUuid } from '../../src/simulators/outcomes.js';
import type { Environment } from '../support/process.js';
import type { Wish } from './wishes.js';

/** Every change. Each key has a sample of its own, which is there as soon as somebody asks for it: see `outcomes`. */

const environmentId = 'ab000000-0000-4000-8000-000000000010';
const ownerId = '5b000000-0000-4000-8000-000000000001';
const customerId = 'sample-customer';

/** Nine digits: no two keys have the same. */
const runOf = (lane: number, count: number): string => `${lane + 1}${String(count).padStart(8, '0')}`;
const sampleOf = (lane: number, count: number): string => sampleUuid(runOf(lane, count), '000');

const atPingOne = (id: string) => ({ digitalWalletId: globalId('DigitalWallet', environmentId, ownerId, id) });
const atJuspay = (id: string) => ({
  walletAccountId: globalId('JuspayWalletAccount', customerId, Buffer.from(customerId).toString('base64url'), id),
});
const atMoov = (id: string) => ({ moovWalletId: globalId('MoovWallet', ownerId, id) });
const ofMoney = (id: string) => ({
  walletAccountId: globalId('LiquidoWalletAccount', id),
  amount: { currency: 'COP', minorUnits: '1200' },
});

/** One that has not answered by then meets a fault that was meant for somebody else. */
const patienceMs = 1_000;

/** A customer's code is on its way before anybody links. */
async function sendCode(
  id: string,
  { JUSPAY_API_URL: url = '', JUSPAY_API_KEY: key = '' }: Environment,
): Promise<void> {
  const headers = {
    authorization: `Basic ${Buffer.from(`${key}:`).toString('base64')}`,
    'x-routing-id': customerId,
    'content-type': 'application/x-www-form-urlencoded',
  };
  for (;;) {
    const sent = fetch(`${url}/wallets/${id}`, {
      method: 'POST',
      headers,
      body: 'command=authenticate',
      signal: AbortSignal.timeout(patienceMs),
    });
    // The whole answer: one that is torn may be about nothing.
    const { id: whose } = await sent
      .then(answer => answer.json() as Promise<{ id?: string }>)
      .catch(() => ({ id: '' }));
    if (whose === id) return;
  }
}

const juspayWallet = 'walletAccount { id: providerId }';

export const changes: readonly Wish[] = [
  {
    provider: 'pingone',
    mutation: 'updateDigitalWallet',
    operation: 'updateDigitalWallet',
    inputType: 'UpdateDigitalWalletInput',
    success: '... on DigitalWalletUpdated { made: digitalWallet { id: providerId } }',
    mainId: sampleOf,
    input: id => ({ ...atPingOne(id), status: 'DISABLED' }),
  },
  {
    provider: 'pingone',
    mutation: 'deleteDigitalWallet',
    operation: 'deleteDigitalWallet',
    inputType: 'DeleteDigitalWalletInput',
    success: '... on DigitalWalletDeleted { deletedId }',
    mainId: sampleOf,
    input: atPingOne,
  },
  {
    provider: 'juspay',
    mutation: 'authenticateWalletAccount',
    operation: 'authenticate',
    inputType: 'AuthenticateWalletAccountInput',
    success: `... on OneTimeCodeSent { made: ${juspayWallet} }`,
    isOnce: true,
    isLostAtTimes: true,
    mainId: (lane, count) => `wlt_smpl${runOf(lane, count)}000`,
    input: atJuspay,
  },
  {
    provider: 'juspay',
    mutation: 'linkWalletAccount',
    operation: 'link',
    inputType: 'LinkWalletAccountInput',
    success: `... on WalletAccountLinked { made: ${juspayWallet} }`,
    isOnce: true,
    isLostAtTimes: true,
    mainId: (lane, count) => `wlt_smpl${runOf(lane, count)}000`,
    prepare: sendCode,
    input: id => ({ ...atJuspay(id), otp: '271828' }),
  },
  {
    provider: 'juspay',
    mutation: 'refreshWalletAccount',
    operation: 'refresh',
    inputType: 'RefreshWalletAccountInput',
    success: `... on WalletAccountRefreshed { made: ${juspayWallet} }`,
    isOnce: true,
    isLostAtTimes: true,
    mainId: (lane, count) => `wlt_lnkd${runOf(lane, count)}000`,
    input: atJuspay,
  },
  {
    provider: 'juspay',
    mutation: 'delinkWalletAccount',
    operation: 'delink',
    inputType: 'DelinkWalletAccountInput',
    success: `... on WalletAccountDelinked { made: ${juspayWallet} }`,
    mainId: (lane, count) => `wlt_lnkd${runOf(lane, count)}000`,
    input: atJuspay,
  },
  {
    provider: 'liquido',
    mutation: 'topUpWalletAccount',
    operation: 'topUpWallet',
    inputType: 'TopUpWalletAccountInput',
    success: '... on WalletAccountToppedUp { made: walletAccount { id: providerId } }',
    isOnce: true,
    mainId: sampleOf,
    input: ofMoney,
  },
  {
    provider: 'liquido',
    mutation: 'chargeWalletAccount',
    operation: 'chargeWallet',
    inputType: 'ChargeWalletAccountInput',
    success: '... on WalletAccountCharged { made: walletAccount { id: providerId } }',
    isOnce: true,
    mainId: sampleOf,
    input: ofMoney,
  },
  {
    provider: 'equalsMoney',
    mutation: 'changeCardTokenState',
    operation: 'createDigitalWalletTransition',
    inputType: 'ChangeCardTokenStateInput',
    success: '... on CardTokenStateChanged { made: cardToken { id: providerId } }',
    mainId: sampleOf,
    input: id => ({ cardTokenId: globalId('CardToken', `F5a${id.slice(-12)}`, id, id), state: 'TERMINATED' }),
  },
  {
    provider: 'moov',
    mutation: 'updateMoovWallet',
    operation: 'updateWallet',
    inputType: 'UpdateMoovWalletInput',
    success: '... on MoovWalletUpdated { made: moovWallet { id: providerId } }',
    mainId: sampleOf,
    input: id => ({ ...atMoov(id), name: 'Rent', metadata: { team: 'b' } }),
  },
  {
    provider: 'moov',
    mutation: 'closeMoovWallet',
    operation: 'updateWallet',
    inputType: 'CloseMoovWalletInput',
    success: '... on MoovWalletClosed { made: moovWallet { id: providerId } }',
    mainId: sampleOf,
    input: atMoov,
  },
];
