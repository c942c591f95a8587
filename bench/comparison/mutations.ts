import { randomUUID } from 'node:crypto';
import { phonelessUser } from '../answers.js';
import { cpuOf, find, ratios, spread } from '../measure.js';
import { settingsFor, startStandIns } from '../stand-ins.js';
import { billfold } from './contenders.js';
import { lineOf, type Measure } from './parts.js';
import { uniquePart, type Request } from './requests.js';
import { measured } from './rounds.js';

/** All four mutations, and the one that is half done: PingOne made the wallet, and could not tell its owner. */

const json = { 'content-type': 'application/json' };
const errors = '... on MutationError { code message retry }';

/** A mutation of one provider; its answer must be of the type that is named first. */
interface Asked {
  readonly mutation: string;
  readonly member: string;
  readonly input: object;
  readonly selection: string;
}

const userId = randomUUID();
const digitalWallet = `digitalWallet { id providerId provider state providerStatus environmentId userId createdAt
  pairingSession { providerId status qrUrl } }`;

const pingOne: Asked = {
  mutation: 'createDigitalWallet',
  member: 'DigitalWalletCreated',
  input: { userId, digitalWalletApplicationId: '7f1c2a7e-0b7d-4c39-9d5f-1b9c7f0e0003' },
  selection: `... on DigitalWalletCreation { ${digitalWallet} sent { channel providerId } }`,
};

const asked: Readonly<Record<string, Asked>> = {
  createDigitalWallet: pingOne,
  'createDigitalWallet, of whose messages one failed': {
    ...pingOne,
    member: 'DigitalWalletCreatedWithNotificationFailures',
    input: { ...pingOne.input, userId: phonelessUser, notification: { methods: ['EMAIL', 'SMS'] } },
    selection: `${pingOne.selection}
      ... on DigitalWalletCreatedWithNotificationFailures { failures { channel code message } }`,
  },
  createWalletAccount: {
    mutation: 'createWalletAccount',
    member: 'WalletAccountCreated',
    input: { account: { juspay: { customerId: 'shopper-000042', gateway: 'MOBIKWIK' } } },
    selection: `... on WalletAccountCreated { walletAccount { ... on JuspayWalletAccount {
      id providerId provider state customerId walletName linked } } }`,
  },
  provisionCardToken: {
    mutation: 'provisionCardToken',
    member: 'CardTokenProvisioned',
    input: {
      accountId: 'F00042',
      cardId: '7c2a9c1e-5b4d-4a6f-8e3b-1d0f9a8b7c66',
      deviceType: 'MOBILE_PHONE',
      provisioningAppVersion: '1.4.0',
      wallet: {
        apple: {
          certificates: ['TEVBRi1ERU1P', 'U1VCQ0EtREVNTw=='],
          nonce: 'Tk9OQ0UtREVNTw==',
          nonceSignature: 'U0lHTi1ERU1P',
        },
      },
    },
    selection: `... on CardTokenProvisioned { accountId cardId payload { ... on ApplePayPayload {
      deviceType provisioningAppVersion nonce passRequest { activationData encryptedPassData ephemeralPublicKey } } } }`,
  },
  createMoovWallet: {
    mutation: 'createMoovWallet',
    member: 'MoovWalletCreated',
    input: { accountId: randomUUID(), name: 'Savings', description: 'For the next bicycle' },
    selection: `... on MoovWalletCreated { moovWallet { id providerId provider accountId name description walletType state
      createdAt availableBalance { currency minorUnits decimal } } }`,
  },
};

const base = 'createMoovWallet';
const mostRounds = 5;

export const measureMutations: Measure = async ({ rounds, seconds, say }) => {
  const { urls } = await startStandIns();
  const { launch, headers } = billfold(urls.moov, { more: settingsFor(urls) });
  const candidates = Object.entries(asked).map(([name, one]) => ({
    name,
    launch,
    request: requestFor(one, headers),
    at: 'one and the same gateway',
  }));
  const rows = await measured(candidates, { rounds: Math.min(rounds, mostRounds), seconds, say });
  const moov = cpuOf(find(rows, base));
  return {
    targets: [],
    lines: rows.map(row => {
      const { what, figures } = lineOf(row.name, row);
      return { what, figures: `${figures}, CPU ÷ ${base} ${spread(ratios(cpuOf(row), moov), 2)}` };
    }),
  };
};

function requestFor({ mutation, member, input, selection }: Asked, headers: Readonly<Record<string, string>>): Request {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}`;
  return {
    path: '/graphql',
    headers: { ...json, ...headers },
    body: JSON.stringify({
      query: `mutation ${type}($input: ${type}Input!) { ${mutation}(input: $input) { __typename ${selection} ${errors} } }`,
      operationName: type,
      variables: { input: { idempotencyKey: `key-${uniquePart}`, ...input } },
    }),
    fits(answer) {
      const { data } = answer as { readonly data?: Readonly<Record<string, { readonly __typename: string }>> | null };
      return data?.[mutation]?.__typename === member;
    },
  };
}
