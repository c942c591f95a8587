import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { globalId } from '../src/core/ids.js';
import {
  CreateMoovWalletDocument,
  NodeDocument,
  NodesDocument,
  WalletsDocument,
  type CreateMoovWalletMutation,
  type CreateMoovWalletMutationVariables,
  type NodeQuery,
  type NodeQueryVariables,
  type NodesQuery,
  type WalletOwnerInput,
  type WalletProvider,
  type WalletsQuery,
} from '../test/generated/operations.js';
import { newOwner, walletIdsOf } from './answers.js';
import type { Question } from './gateway.js';

/** What is asked, each time about somebody whom nobody asked about before, so that no cache answers. */

/** Of an owner at one provider. */
export const walletsEach = 10;
/** As many ids as `nodes` takes. */
export const idsAtOnce = 100;

export function create(
  nextKey: () => string = randomUUID,
): Question<CreateMoovWalletMutation, CreateMoovWalletMutationVariables> {
  const accountId = randomUUID();
  return {
    document: CreateMoovWalletDocument,
    variables: () => ({
      input: { idempotencyKey: nextKey(), accountId, name: 'Savings', description: 'For the next bicycle' },
    }),
    fits({ createMoovWallet: created }) {
      if (created?.__typename !== 'MoovWalletCreated') return false;
      const { moovWallet } = created;
      return moovWallet.accountId === accountId && moovWallet.name === 'Savings' && moovWallet.state === 'ACTIVE';
    },
  };
}

export const oneNode: Question<NodeQuery, NodeQueryVariables> = {
  document: NodeDocument,
  variables: () => ({ id: moovIds(1)[0] ?? '' }),
  fits: ({ node }, { id }) => node?.__typename === 'MoovWallet' && node.id === id && node.name === 'Savings',
};

export const hundredNodes: Question<NodesQuery, { readonly ids: string[] }> = {
  document: NodesDocument,
  variables: () => ({ ids: moovIds(idsAtOnce) }),
  fits: ({ nodes }, { ids }) =>
    isDeepStrictEqual(
      nodes.map(node => (node?.__typename === 'MoovWallet' ? node.id : null)),
      ids,
    ),
};

/** 'any': whoever the answer says. */
type Missing = readonly WalletProvider[] | 'any';

interface Owners {
  readonly owners: WalletOwnerInput[];
  readonly first: number;
}

export type WalletsQuestion = Question<WalletsQuery, Owners>;

export const moovWallets: WalletsQuestion = {
  document: WalletsDocument,
  variables: () => ({ owners: [{ moovAccount: { accountId: newOwner(walletsEach) } }], first: walletsEach }),
  fits: holdsAllBut([]),
};

/** All wallets of a person whom four providers know. The answer says that those in `missing`, and no others, failed. */
export function fourWallets(missing: Missing = []): WalletsQuestion {
  return {
    document: WalletsDocument,
    variables: () => ({
      owners: [
        { pingOneUser: { userId: newOwner(walletsEach) } },
        { juspayCustomer: { customerId: newOwner(walletsEach) } },
        { equalsMoneyAccount: { accountId: newOwner(walletsEach) } },
        { moovAccount: { accountId: newOwner(walletsEach) } },
      ],
      first: 4 * walletsEach,
    }),
    fits: holdsAllBut(missing),
  };
}

/** About one and the same owner for ever. */
export function repeated<Data, Variables>(question: Question<Data, Variables>): Question<Data, Variables> {
  const variables = question.variables();
  return { ...question, variables: () => variables };
}

function holdsAllBut(missing: Missing): (answer: WalletsQuery, asked: Owners) => boolean {
  return ({ wallets: { nodes, failures } }, { owners }) => {
    const failed = failures.map(({ provider }) => provider);
    const known = owners.map(ownerOf).filter(({ provider }) => !failed.includes(provider));
    const ids = known.flatMap(({ provider, owner }) => walletIdsOf(owner).map(id => `${provider} ${id}`));
    const found = nodes.map(({ provider, providerId }) => `${provider} ${providerId}`);
    return isDeepStrictEqual(found, ids) && (missing === 'any' || isDeepStrictEqual(failed, missing));
  };
}

function ownerOf(input: WalletOwnerInput): { readonly provider: WalletProvider; readonly owner: string } {
  if (input.pingOneUser) return { provider: 'PINGONE', owner: input.pingOneUser.userId };
  if (input.juspayCustomer) return { provider: 'JUSPAY', owner: input.juspayCustomer.customerId };
  if (input.equalsMoneyAccount) return { provider: 'EQUALS_MONEY', owner: input.equalsMoneyAccount.accountId };
  if (input.moovAccount) return { provider: 'MOOV', owner: input.moovAccount.accountId };
  throw new Error('Nobody is asked about such an owner here.');
}

function moovIds(count: number): string[] {
  const accountId = newOwner(count);
  return walletIdsOf(accountId).map(walletId => globalId('MoovWallet', accountId, walletId));
}
