import type { Trigger } from '../server/page.js';
import { document, usualFailures } from './documents.js';

/** Of mutations that make something: the last three digits of the main id are the outcome. */

interface Scene {
  readonly mutation: string;
  /** Which of the things that the mutation does; part of the titles. */
  readonly about: string;
  readonly query: string;
  /** The input with that outcome; `label` makes two inputs different. */
  readonly input: (outcome: string, label?: string) => Readonly<Record<string, unknown>>;
  readonly successes: readonly (readonly [member: string, outcome: string, title: string])[];
}

const digitalWallet: Scene = {
  mutation: 'createDigitalWallet',
  about: 'PingOne',
  query: document(
    'createDigitalWallet',
    'CreateDigitalWalletInput',
    `
    ... on DigitalWalletCreation {
      digitalWallet { id state providerStatus appOpenUrl pairingSession { qrUrl } createdAt }
      sent { channel providerId }
    }
    ... on DigitalWalletCreatedWithNotificationFailures { failures { channel code message providerErrorId } }`,
  ),
  input: (outcome, label = 'variant_B') => ({
    idempotencyKey: '{{key}}',
    userId: `49000000-0000-4000-8000-000000000${outcome}`,
    digitalWalletApplicationId: '9f000000-0000-4000-8000-000000000001',
    notification: { methods: ['EMAIL', 'SMS'], template: { locale: 'en', variant: label } },
  }),
  successes: [
    ['DigitalWalletCreated', '001', 'made, both messages sent'],
    ['DigitalWalletCreatedWithNotificationFailures', '207', 'made, but the SMS did not go out'],
    ['DigitalWalletCreatedWithNotificationFailures', '208', 'made, but no message went out'],
    ['DigitalWalletCreated', '299', 'made, with words that nobody documented'],
  ],
};

const juspayAccount: Scene = {
  mutation: 'createWalletAccount',
  about: 'Juspay',
  query: document(
    'createWalletAccount',
    'CreateWalletAccountInput',
    `
    ... on WalletAccountCreated {
      walletAccount { id provider providerId state ... on JuspayWalletAccount { walletName linked mobileNumber } }
    }`,
  ),
  input: (outcome, label = 'MOBIKWIK') => ({
    idempotencyKey: '{{key}}',
    account: {
      juspay: { customerId: `customer-000${outcome}`, gateway: label, authenticate: true, mobileNumber: '9000000001' },
    },
  }),
  successes: [['WalletAccountCreated', '001', 'made, to be linked']],
};

const liquidoAccount: Scene = {
  mutation: 'createWalletAccount',
  about: 'LIQUIDO',
  query: document(
    'createWalletAccount',
    'CreateWalletAccountInput',
    `
    ... on WalletAccountCreated {
      walletAccount { id provider providerId state ... on LiquidoWalletAccount { balance { decimal currency } groupId } }
    }`,
  ),
  input: (outcome, label = 'Ana Example') => ({
    idempotencyKey: '{{key}}',
    account: {
      liquido: { phoneNumber: `+573000000${outcome}`, name: label, country: 'CO', currency: 'COP', groupId: 'team-a' },
    },
  }),
  successes: [['WalletAccountCreated', '001', 'made, with a balance of nothing']],
};

const card = (about: string, wallet: Readonly<Record<string, unknown>>): Scene => ({
  mutation: 'provisionCardToken',
  about,
  query: document(
    'provisionCardToken',
    'ProvisionCardTokenInput',
    `
    ... on CardTokenProvisioned {
      accountId
      cardId
      payload {
        __typename
        ... on ApplePayPayload { passRequest { activationData encryptedPassData ephemeralPublicKey } }
        ... on GooglePayPayload { displayName opaquePaymentCard userAddress { city country } }
        ... on SamsungPayPayload { displayName extraProvisionPayload }
      }
    }`,
  ),
  input: (outcome, label = '1.4.0') => ({
    idempotencyKey: '{{key}}',
    accountId: 'F00042',
    cardId: `7c2a9c1e-5b4d-4a6f-8e3b-000000000${outcome}`,
    deviceType: 'MOBILE_PHONE',
    provisioningAppVersion: label,
    wallet,
  }),
  successes: [['CardTokenProvisioned', '001', 'payload made']],
});

const googleCard = card('Equals Money, Google', {
  google: { deviceId: 'device-000000000001', walletUserId: 'wallet-user-0001' },
});
const samsungCard = card('Equals Money, Samsung', {
  samsung: { deviceId: 'device-000000000002', walletUserId: 'wallet-user-0002' },
});
const appleCard = card('Equals Money, Apple', {
  // The nonce works once, so each click makes its own.
  apple: { certificates: ['TEVBRi1ERU1P', 'U1VCQ0EtREVNTw=='], nonce: '{{key}}', nonceSignature: 'U0lHTi1ERU1P' },
});

const moovWallet: Scene = {
  mutation: 'createMoovWallet',
  about: 'Moov',
  query: document(
    'createMoovWallet',
    'CreateMoovWalletInput',
    `
    ... on MoovWalletCreated {
      moovWallet { id name state walletType availableBalance { decimal currency minorUnits } metadata createdAt }
    }`,
  ),
  input: (outcome, label = 'Payroll') => ({
    idempotencyKey: '{{key}}',
    accountId: `6b6f1a52-5c0e-4d6e-9f3a-000000000${outcome}`,
    name: label,
    metadata: { team: 'payroll' },
  }),
  successes: [
    ['MoovWalletCreated', '001', 'opened'],
    ['MoovWalletCreated', '299', 'opened, with words that nobody documented'],
  ],
};

function triggersOf({ mutation, about, query, input, successes }: Scene, labels: readonly [string, string]): Trigger[] {
  const step = (outcome: string, label?: string) => ({ query, variables: { input: input(outcome, label) } });
  return [
    ...[...successes, ...usualFailures].map(([member, outcome, title, note]) => ({
      field: mutation,
      member,
      title: `${about} …${outcome}: ${title}`,
      steps: [step(outcome)],
      ...(note === undefined ? {} : { note }),
    })),
    {
      field: mutation,
      member: 'OperationInProgressError',
      title: `${about} …102: slow, and the same key again meanwhile`,
      steps: [step('102'), step('102')],
      overlaps: true,
      note: 'The first takes eight seconds; the second waits SAME_KEY_WAIT_MS for it, then says so.',
    },
    {
      field: mutation,
      member: 'IdempotencyKeyReusedError',
      title: `${about} …001: the same key, another input`,
      steps: [step('001', labels[0]), step('001', labels[1])],
    },
  ];
}

export const creates: readonly Trigger[] = [
  ...triggersOf(digitalWallet, ['variant_A', 'variant_B']),
  ...triggersOf(juspayAccount, ['MOBIKWIK', 'PAYTM']),
  ...triggersOf(liquidoAccount, ['Ana Example', 'Eva Example']),
  ...triggersOf(googleCard, ['1.4.0', '1.4.1']),
  ...triggersOf(samsungCard, ['1.4.0', '1.4.1']).slice(0, 1),
  ...triggersOf(appleCard, ['1.4.0', '1.4.1']).slice(0, 1),
  ...triggersOf(moovWallet, ['Payroll', 'Savings']),
  {
    field: 'provisionCardToken',
    member: 'CardTokenLimitReachedError',
    title: 'Equals Money, Google: a card of account F00025, which has 25 live tokens, so that nothing is asked for',
    steps: [
      {
        query: googleCard.query,
        variables: { input: { ...googleCard.input('025'), accountId: 'F00025' } },
      },
    ],
  },
];
