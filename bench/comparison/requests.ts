import { isDeepStrictEqual } from 'node:util';

/** What is sent again and again. In `body`, `{{n}}` becomes something that no other request has. */
export interface Request {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Whether that answer is the one that was asked for, in full. */
  fits(answer: unknown): boolean;
}

export const accountId = '3b1f2c9e-5b4d-4a6f-8e3b-1b9c7f0e0001';
export const uniquePart = '{{n}}';

const query = `mutation CreateMoovWallet($input: CreateMoovWalletInput!) {
  createMoovWallet(input: $input) {
    __typename
    ... on MoovWalletCreated {
      moovWallet {
        id providerId provider accountId name description walletType state createdAt
        availableBalance { currency minorUnits decimal }
      }
    }
    ... on MutationError { code message retry }
  }
}`;

const json = { 'content-type': 'application/json' };

export interface Asking {
  readonly headers?: Readonly<Record<string, string>>;
  /** A new one each time where left out. */
  readonly idempotencyKey?: string;
  /** A name of the operation, in the text too. */
  readonly operationName?: string;
}

/** The mutation that everything is measured by: thirteen fields of a new wallet. */
export function createMoovWallet({
  headers,
  idempotencyKey = `key-${uniquePart}`,
  operationName = 'CreateMoovWallet',
}: Asking = {}): Request {
  const input = { idempotencyKey, accountId, name: 'Savings', description: 'For the next bicycle' };
  return {
    path: '/graphql',
    headers: { ...json, ...headers },
    body: JSON.stringify({
      query: query.replace('CreateMoovWallet', operationName),
      operationName,
      variables: { input },
    }),
    fits: answer =>
      isDeepStrictEqual(withoutIds(answer), {
        data: {
          createMoovWallet: {
            __typename: 'MoovWalletCreated',
            moovWallet: {
              id: 'string',
              providerId: 'string',
              provider: 'MOOV',
              accountId,
              name: 'Savings',
              description: 'For the next bicycle',
              walletType: 'GENERAL',
              state: 'ACTIVE',
              createdAt: 'string',
              availableBalance: { currency: 'USD', minorUnits: '0', decimal: '0.00' },
            },
          },
        },
      }),
  };
}

const hiveQuery = `mutation CreateWallet($accountID: UUID!, $input: CreateWallet_Input) {
  createWallet(accountID: $accountID, input: $input) {
    __typename
    ... on Wallet {
      walletID partnerAccountID name description status walletType metadata createdOn closedOn
      availableBalance { currency value valueDecimal }
    }
  }
}`;

/** The same of the schema that Hive makes of Moov's description: thirteen fields too. */
export function createWalletAtHive(): Request {
  const input = { name: 'Savings', description: 'For the next bicycle', metadata: { operation: `key-${uniquePart}` } };
  return {
    path: '/graphql',
    headers: { ...json },
    body: JSON.stringify({
      query: hiveQuery,
      operationName: 'CreateWallet',
      variables: { accountID: accountId, input },
    }),
    fits: answer =>
      isDeepStrictEqual(withoutIds(answer), {
        data: {
          createWallet: {
            __typename: 'Wallet',
            walletID: 'string',
            partnerAccountID: 'string',
            name: 'Savings',
            description: 'For the next bicycle',
            status: 'active',
            walletType: 'general',
            metadata: { team: 'growth' },
            createdOn: 'string',
            closedOn: null,
            availableBalance: { currency: 'USD', value: 0, valueDecimal: '0' },
          },
        },
      }),
  };
}

const differing: readonly string[] = ['id', 'providerId', 'createdAt', 'walletID', 'partnerAccountID', 'createdOn'];

/** With the word for its type in place of each value that differs from answer to answer, or from contender to contender. */
function withoutIds(answer: unknown): unknown {
  const replaced = (name: string, value: unknown): unknown => (differing.includes(name) ? typeof value : value);
  return JSON.parse(JSON.stringify(answer, replaced));
}
