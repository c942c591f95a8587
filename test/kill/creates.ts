import { idEnding } from '../../src/simulators/outcomes.js';
import type { Wish } from './wishes.js';

/** Every create, at every provider that has it. */

const applicationId = '9f000000-0000-4000-8000-000000000001';

export const creates: readonly [Wish, ...Wish[]] = [
  {
    provider: 'pingone',
    mutation: 'createDigitalWallet',
    inputType: 'CreateDigitalWalletInput',
    success: '... on DigitalWalletCreation { made: digitalWallet { id: providerId } }',
    mainId: () => idEnding(),
    input: userId => ({ userId, digitalWalletApplicationId: applicationId, notification: { methods: ['EMAIL'] } }),
  },
  {
    provider: 'juspay',
    mutation: 'createWalletAccount',
    inputType: 'CreateWalletAccountInput',
    success: '... on WalletAccountCreated { made: walletAccount { id: providerId } }',
    mainId: () => `customer-${idEnding()}`,
    input: customerId => ({ account: { juspay: { customerId, gateway: 'MOBIKWIK' } } }),
  },
  {
    provider: 'liquido',
    mutation: 'createWalletAccount',
    inputType: 'CreateWalletAccountInput',
    success: '... on WalletAccountCreated { made: walletAccount { id: providerId } }',
    mainId: (lane, count) => `+57${lane + 1}${String(count).padStart(7, '0')}000`,
    input: phoneNumber => ({
      account: { liquido: { phoneNumber, name: 'Ana Example', country: 'CO', currency: 'COP' } },
    }),
  },
  {
    provider: 'equalsMoney',
    mutation: 'provisionCardToken',
    inputType: 'ProvisionCardTokenInput',
    isLostAtTimes: true,
    // A payload has no id, but no two are the same.
    success: '... on CardTokenProvisioned { made: payload { ... on GooglePayPayload { id: opaquePaymentCard } } }',
    mainId: () => idEnding(),
    input: cardId => ({
      accountId: 'F00042',
      cardId,
      deviceType: 'MOBILE_PHONE',
      provisioningAppVersion: '1.4.0',
      wallet: { google: { deviceId: 'device-000000000001', walletUserId: 'wallet-user-0001' } },
    }),
  },
  {
    provider: 'moov',
    mutation: 'createMoovWallet',
    inputType: 'CreateMoovWalletInput',
    success: '... on MoovWalletCreated { made: moovWallet { id: providerId } }',
    mainId: () => idEnding(),
    input: accountId => ({ accountId, name: 'Payroll' }),
  },
];
