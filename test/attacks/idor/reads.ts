import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { WalletProvider } from '../../../src/core/provider.js';
import {
  CardTokensDocument,
  NodeDocument,
  NodesDocument,
  OperationByKeyDocument,
  OperationDocument,
  OperationsDocument,
  ProvidersDocument,
  WalletsDocument,
} from '../../generated/operations.js';
import type { Shelf } from './parties.js';

/** Every query: how it names somebody's things. */

export interface Read {
  readonly field: string;
  readonly what: string;
  /** Whose thing it names; null where it names none in particular. */
  readonly provider: WalletProvider | null;
  readonly document: TypedDocumentNode<unknown, object>;
  readonly variables: (shelf: Shelf) => object;
  /** What stands in the answer of whoever it belongs to. */
  readonly shows: (shelf: Shelf) => string;
  /** It lists what a whole tenant did: nobody may have it who may act for some owners only. */
  readonly isForOperators?: true;
}

/** Keeps the types of a document's variables while the read is written. */
function read<Data, Variables>(
  field: string,
  what: string,
  rest: Omit<Read, 'field' | 'what' | 'document' | 'variables'> & {
    readonly document: TypedDocumentNode<Data, Variables>;
    readonly variables: (shelf: Shelf) => Variables;
  },
): Read {
  return { field, what, ...rest } as unknown as Read; // `variables` goes with the document it was written for
}

const { MOOV, PINGONE, JUSPAY, EQUALS_MONEY, LIQUIDO } = WalletProvider;

const nodes: readonly (readonly [what: string, provider: WalletProvider, idOf: (shelf: Shelf) => string])[] = [
  ['a Moov wallet', MOOV, ({ moovWallet }) => moovWallet],
  ['a digital wallet', PINGONE, ({ digitalWallet }) => digitalWallet],
  ['a Juspay wallet', JUSPAY, ({ juspayWallet }) => juspayWallet],
  ['a LIQUIDO wallet', LIQUIDO, ({ liquidoWallet }) => liquidoWallet],
  ['a card token', EQUALS_MONEY, ({ cardToken }) => cardToken],
  ['an operation', MOOV, ({ operation }) => operation],
];

const owners = (
  what: string,
  provider: WalletProvider,
  variables: (shelf: Shelf) => typeof WalletsDocument extends TypedDocumentNode<unknown, infer Given> ? Given : never,
  shows: (shelf: Shelf) => string,
): Read => read('wallets', what, { provider, document: WalletsDocument, variables, shows });

const tokens = (
  what: string,
  variables: (
    shelf: Shelf,
  ) => typeof CardTokensDocument extends TypedDocumentNode<unknown, infer Given> ? Given : never,
  shows: (shelf: Shelf) => string = ({ cardToken }) => cardToken,
): Read => read('cardTokens', what, { provider: EQUALS_MONEY, document: CardTokensDocument, variables, shows });

export const reads: readonly Read[] = [
  ...nodes.flatMap(([what, provider, idOf]) => [
    read('node', what, { provider, document: NodeDocument, variables: shelf => ({ id: idOf(shelf) }), shows: idOf }),
    read('nodes', what, {
      provider,
      document: NodesDocument,
      variables: shelf => ({ ids: [idOf(shelf)] }),
      shows: idOf,
    }),
  ]),
  read('nodes', 'everything at once, twice', {
    provider: null,
    document: NodesDocument,
    variables: shelf => ({ ids: [...nodes, ...nodes].map(([, , idOf]) => idOf(shelf)) }),
    shows: ({ cardToken }) => cardToken,
  }),

  read('operation', 'by its id', {
    provider: MOOV,
    document: OperationDocument,
    variables: ({ operation }) => ({ id: operation }),
    shows: ({ key }) => key,
  }),
  read('operationByKey', 'by its key', {
    provider: MOOV,
    document: OperationByKeyDocument,
    variables: ({ key }) => ({ mutation: 'createMoovWallet', idempotencyKey: key }),
    shows: ({ operation }) => operation,
  }),
  read('operations', 'after one of theirs', {
    provider: null,
    document: OperationsDocument,
    variables: ({ operation }) => ({ after: operation }),
    shows: () => '"pageInfo":',
    isForOperators: true,
  }),
  read('operations', 'without naming any', {
    provider: null,
    document: OperationsDocument,
    variables: () => ({ first: 100 }),
    shows: ({ operation }) => operation,
    isForOperators: true,
  }),

  owners(
    'of a Moov account',
    MOOV,
    ({ owner }) => ({ owners: [{ moovAccount: { accountId: owner.moovAccount } }] }),
    ({ moovWallet }) => moovWallet,
  ),
  owners(
    'of a Moov account in capitals',
    MOOV,
    ({ owner }) => ({ owners: [{ moovAccount: { accountId: owner.moovAccount.toUpperCase() } }] }),
    ({ moovWallet }) => moovWallet,
  ),
  owners(
    'of a Moov account, after a cursor of the list',
    MOOV,
    ({ owner, walletsCursor }) => ({
      owners: [{ moovAccount: { accountId: owner.moovAccount } }],
      first: 1,
      after: walletsCursor,
    }),
    () => '"hasPreviousPage":true',
  ),
  owners(
    'of a PingOne user',
    PINGONE,
    ({ owner }) => ({ owners: [{ pingOneUser: { userId: owner.pingOneUser } }] }),
    ({ digitalWallet }) => digitalWallet,
  ),
  owners(
    'of a Juspay customer',
    JUSPAY,
    ({ owner }) => ({ owners: [{ juspayCustomer: { customerId: owner.juspayCustomer } }] }),
    ({ juspayWallet }) => juspayWallet,
  ),
  owners(
    'of an Equals Money account',
    EQUALS_MONEY,
    ({ owner }) => ({ owners: [{ equalsMoneyAccount: { accountId: owner.cardAccount } }] }),
    ({ cardToken }) => cardToken,
  ),
  owners(
    'of a person in it',
    EQUALS_MONEY,
    ({ owner }) => ({ owners: [{ equalsMoneyAccount: { accountId: owner.cardAccount, personId: owner.person } }] }),
    ({ cardToken }) => cardToken,
  ),
  owners(
    'of a card',
    EQUALS_MONEY,
    ({ owner }) => ({ owners: [{ equalsMoneyCard: { accountId: owner.cardAccount, cardId: owner.card } }] }),
    ({ cardToken }) => cardToken,
  ),

  tokens('of an account', ({ owner }) => ({ accountId: owner.cardAccount })),
  tokens('of a card', ({ owner }) => ({ accountId: owner.cardAccount, cardId: owner.card })),
  tokens('of a person', ({ owner }) => ({ accountId: owner.cardAccount, personId: owner.person })),
  tokens('on a device', ({ owner }) => ({ accountId: owner.cardAccount, deviceId: owner.device })),
  tokens('of a type', ({ owner }) => ({ accountId: owner.cardAccount, tokenType: 'GOOGLE_PAY' })),
  tokens(
    'after a cursor of the list',
    ({ owner, tokensCursor }) => ({ accountId: owner.cardAccount, first: 1, after: tokensCursor }),
    () => '"hasPreviousPage":true',
  ),

  read('providers', 'which name nobody', {
    provider: null,
    document: ProvidersDocument,
    variables: () => ({}),
    shows: () => '"MOOV"',
  }),
];
