import type { Trigger } from '../server/page.js';

/** What to ask once something is there. */

/** The person whose wallets the triggers of success make, as each provider knows them. */
const person = [
  { pingOneUser: { userId: '49000000-0000-4000-8000-000000000001' } },
  { juspayCustomer: { customerId: 'customer-000001' } },
  { moovAccount: { accountId: '6b6f1a52-5c0e-4d6e-9f3a-000000000001' } },
  { equalsMoneyCard: { accountId: 'F00042', cardId: '7c2a9c1e-5b4d-4a6f-8e3b-000000000001' } },
];

const wallets = `query ($owners: [WalletOwnerInput!]!, $first: Int, $after: String) {
  wallets(owners: $owners, first: $first, after: $after) {
    __typename
    nodes {
      __typename
      id
      provider
      state
      ... on DigitalWallet { createdAt device { manufacturer model } }
      ... on JuspayWalletAccount { walletName linked currentBalance }
      ... on MoovWallet { name availableBalance { decimal currency } }
      ... on CardToken { cardName lastFour tokenType }
    }
    failures { provider ownerIndex code message retryAfterSeconds }
    pageInfo { hasNextPage endCursor }
  }
}
`;

const cardTokens = `query ($accountId: String!, $states: [WalletState!]) {
  cardTokens(accountId: $accountId, states: $states) {
    __typename
    nodes { id state providerStatus cardName lastFour deviceId tokenType }
    pageInfo { hasNextPage endCursor }
  }
}
`;

const providersQuery = `{
  providers {
    __typename
    provider
    configured
    capabilities
    idempotency
    limits { name maximum }
    health { circuit p50Milliseconds p99Milliseconds lastErrorCode lastErrorAt }
  }
}
`;

export const queries: readonly Trigger[] = [
  {
    field: 'wallets',
    member: 'WalletConnection',
    title: 'the wallets of one person, at four providers',
    steps: [{ query: wallets, variables: { owners: person } }],
    note: 'Those that the …001 triggers have made; Moov makes a first one by itself.',
  },
  {
    field: 'wallets',
    member: 'WalletConnection',
    title: 'the same, where one provider fails',
    steps: [
      {
        query: wallets,
        variables: {
          owners: [
            {
              pingOneUser: {
                environmentId: '49000000-0000-4000-8000-00000000e001',
                userId: person[0]?.pingOneUser?.userId,
              },
            },
            ...person.slice(1),
          ],
        },
      },
    ],
    note: 'The gateway does not work in that PingOne environment; it stands in `failures`, and the others answer.',
  },
  {
    field: 'cardTokens',
    member: 'CardTokenConnection',
    title: 'the live card tokens of an account',
    steps: [{ query: cardTokens, variables: { accountId: 'F5a000000000001', states: ['PENDING', 'ACTIVE'] } }],
    note: 'One that was there before; those that the …001 triggers of provisionCardToken make are of F00042.',
  },
  {
    field: 'providers',
    member: 'Provider',
    title: 'what each provider can do, and how it is',
    steps: [{ query: providersQuery, variables: {} }],
  },
];
