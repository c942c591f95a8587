import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import { Needs } from '../../core/authorization.js';
import { make } from '../../core/codec.js';
import type { Context } from '../../core/context.js';
import { Costs } from '../../core/costs.js';
import { loaderPerRequest, oncePerRequest } from '../../core/loaders.js';
import { invalidCursor, PageInfo, pageLength } from '../../core/pages.js';
import { WalletProvider } from '../../core/provider.js';
import { GraphQLUUID } from '../../core/scalars.js';
import {
  CloseMoovWalletInput,
  CloseMoovWalletResult,
  UpdateMoovWalletInput,
  UpdateMoovWalletResult,
} from './changes.js';
import { MoovDataSource } from './datasource.js';
import { cursorOf, pageBehind, readCursor, type TransactionPage } from './transactions.js';
import {
  CreateMoovWalletInput,
  CreateMoovWalletResult,
  MoovWallet,
  MoovWalletCreated,
  MoovWalletTransactionConnection,
  MoovWalletTransactionEdge,
} from './types.js';

@Resolver()
export class MoovResolver {
  @Needs('wallets:create')
  @Mutation(() => CreateMoovWalletResult, {
    nullable: true,
    description:
      'Opens a general wallet, a stored balance, in a Moov account. A Moov account holds ten of them at most.',
  })
  createMoovWallet(
    @Arg('input', () => CreateMoovWalletInput, { description: 'The wallet to be opened.' })
    input: CreateMoovWalletInput,
    @Ctx() context: Context,
  ): Promise<object> {
    return context.operations.run(
      { mutation: 'createMoovWallet', provider: WalletProvider.MOOV, input },
      async attempt =>
        make(MoovWalletCreated, { moovWallet: await context.source(MoovDataSource).createWallet(input, attempt) }),
    );
  }

  @Needs('wallets:manage')
  @Mutation(() => UpdateMoovWalletResult, {
    nullable: true,
    description:
      'Renames or describes a wallet, or replaces its labels. What is left out stays as it is; what stands so already counts as done.',
  })
  updateMoovWallet(
    @Arg('input', () => UpdateMoovWalletInput, { description: 'The wallet, and what is to be changed in it.' })
    input: UpdateMoovWalletInput,
    @Ctx() context: Context,
  ): Promise<object> {
    return context.operations.run(
      // A plain object keeps its nulls where inputs are compared: here null clears, and is not the same as left out.
      { mutation: 'updateMoovWallet', provider: WalletProvider.MOOV, input: { ...input } },
      async attempt => context.source(MoovDataSource).updateWallet(input, attempt),
    );
  }

  @Needs('wallets:manage')
  @Mutation(() => CloseMoovWalletResult, {
    nullable: true,
    description:
      'Closes a general wallet for good. It must be empty, and Moov wants it to have been quiet for 75 days. One that is closed already counts as done.',
  })
  closeMoovWallet(
    @Arg('input', () => CloseMoovWalletInput, { description: 'The wallet to be closed.' })
    input: CloseMoovWalletInput,
    @Ctx() context: Context,
  ): Promise<object> {
    return context.operations.run(
      { mutation: 'closeMoovWallet', provider: WalletProvider.MOOV, input },
      async attempt => context.source(MoovDataSource).closeWallet(input, attempt),
    );
  }
}

/** One call for one wallet, and one for any number of wallets of an account. */
const paymentMethods = loaderPerRequest<MoovWallet, string | null>({
  textOf: ({ id }) => id,
  groupOf: ({ accountId }) => accountId,
  async fetch(wallets, context) {
    const [only, ...others] = wallets;
    if (only === undefined) return [];
    const walletId = others.length === 0 ? only.providerId : null;
    const found = await context.source(MoovDataSource).paymentMethods(only.accountId, walletId, context.reads.call());
    return wallets.map(({ providerId }) => found.get(providerId.toLowerCase()) ?? null);
  },
});

interface TransactionsAsked {
  readonly wallet: MoovWallet;
  readonly length: number;
  readonly after: string | null;
}

const transactionPage = oncePerRequest<TransactionsAsked, TransactionPage>(
  ({ wallet, length, after }) => JSON.stringify([wallet.id, length, after]),
  async ({ wallet, length, after }, context) => {
    const from = after === null ? { skip: 0, last: null } : readCursor(after);
    if (from === null) throw invalidCursor();
    const call = context.reads.call();
    const source = context.source(MoovDataSource);
    return pageBehind(from, length, window => source.transactions(wallet, window, call));
  },
);

@Resolver(() => MoovWallet)
export class MoovWalletResolver {
  @Costs(1)
  @Needs('wallets:read', WalletProvider.MOOV)
  @FieldResolver(() => GraphQLUUID, {
    nullable: true,
    description: 'To pay from or into the wallet; null once it is closed. Costs a further call, one for each account.',
  })
  paymentMethodId(@Root() wallet: MoovWallet, @Ctx() context: Context): Promise<string | null> {
    return paymentMethods(context).load(wallet);
  }

  @Costs(({ after }) => (after == null ? 1 : 2)) // behind a cursor it may have to look for the place
  @Needs('wallets:read', WalletProvider.MOOV)
  @FieldResolver(() => MoovWalletTransactionConnection, {
    nullable: true,
    description: "What moved on the wallet, in Moov's order. Costs a further call.",
  })
  async transactions(
    @Root() wallet: MoovWallet,
    @Arg('first', () => Int, { nullable: true, description: 'How many: 20 where left out, at most 100.' })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'The cursor after which the list goes on.' })
    after: string | null,
    @Ctx() context: Context,
  ): Promise<MoovWalletTransactionConnection> {
    const asked = { wallet, length: pageLength(first), after: after ?? null };
    const { entries, hasMore } = await transactionPage(asked, context);
    const edges = entries.map(({ transaction, position }) =>
      make(MoovWalletTransactionEdge, { cursor: cursorOf(position), node: transaction }),
    );
    return make(MoovWalletTransactionConnection, {
      edges,
      nodes: edges.map(({ node }) => node),
      pageInfo: new PageInfo(edges, { isFirst: after == null, hasMore }),
    });
  }
}
