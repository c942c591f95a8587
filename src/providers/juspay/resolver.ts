import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Needs } from '../../core/authorization.js';
import type { Context } from '../../core/context.js';
import { Costs } from '../../core/costs.js';
import { oncePerRequest } from '../../core/loaders.js';
import { WalletProvider } from '../../core/provider.js';
import { Sensitive } from '../../core/sensitive.js';
import { JuspayDataSource } from './datasource.js';
import { placeOf } from './ids.js';
import { JuspaySubAccount, JuspayWalletAccount } from './types.js';
import {
  AuthenticateWalletAccountInput,
  AuthenticateWalletAccountResult,
  DelinkWalletAccountInput,
  DelinkWalletAccountResult,
  LinkWalletAccountInput,
  LinkWalletAccountResult,
  RefreshWalletAccountInput,
  RefreshWalletAccountResult,
} from './commands.js';

const provider = WalletProvider.JUSPAY;

@Resolver()
export class JuspayResolver {
  @Needs('wallets:manage')
  @Mutation(() => AuthenticateWalletAccountResult, {
    nullable: true,
    description:
      "Sends a wallet's customer a one-time code, to link the wallet by. Each key sends one code; a lost answer is never asked for by sending another one.",
  })
  authenticateWalletAccount(
    @Arg('input', () => AuthenticateWalletAccountInput, { description: 'The wallet.' })
    input: AuthenticateWalletAccountInput,
    @Ctx() context: Context,
  ): Promise<object> {
    return context.operations.run({ mutation: 'authenticateWalletAccount', provider, input }, async attempt =>
      context.source(JuspayDataSource).authenticate(input, attempt),
    );
  }

  @Needs('wallets:manage')
  @Mutation(() => LinkWalletAccountResult, {
    nullable: true,
    description:
      'Links a wallet by the code that its customer got, so that it can be paid from. Five codes may be tried for a wallet in an hour.',
  })
  linkWalletAccount(
    @Arg('input', () => LinkWalletAccountInput, { description: 'The wallet and the code.' })
    input: LinkWalletAccountInput,
    @Ctx() context: Context,
  ): Promise<object> {
    return context.operations.run({ mutation: 'linkWalletAccount', provider, input }, async attempt => {
      const known = await context.reads.known(input.walletAccountId);
      return context.source(JuspayDataSource).link(input, attempt, known);
    });
  }

  @Needs('wallets:manage')
  @Mutation(() => RefreshWalletAccountResult, {
    nullable: true,
    description: 'Asks a linked wallet for its balance now. The wallet itself is asked, which may take long.',
  })
  refreshWalletAccount(
    @Arg('input', () => RefreshWalletAccountInput, { description: 'The wallet.' })
    input: RefreshWalletAccountInput,
    @Ctx() context: Context,
  ): Promise<object> {
    return context.operations.run({ mutation: 'refreshWalletAccount', provider, input }, async attempt =>
      context.source(JuspayDataSource).refresh(input, attempt),
    );
  }

  @Needs('wallets:manage')
  @Mutation(() => DelinkWalletAccountResult, {
    nullable: true,
    description: 'Takes the link of a wallet away: it cannot be paid from until it is linked again.',
  })
  delinkWalletAccount(
    @Arg('input', () => DelinkWalletAccountInput, { description: 'The wallet.' })
    input: DelinkWalletAccountInput,
    @Ctx() context: Context,
  ): Promise<object> {
    return context.operations.run({ mutation: 'delinkWalletAccount', provider, input }, async attempt =>
      context.source(JuspayDataSource).delink(input, attempt),
    );
  }
}

@Resolver(() => JuspayWalletAccount)
export class JuspayWalletAccountResolver {
  @Costs(1)
  @Needs('wallets:read', provider)
  @FieldResolver(() => [JuspaySubAccount], {
    nullable: true,
    description:
      'E.g. a postpaid account in the same wallet. Costs a further call, one for each customer; none for a wallet from a list.',
  })
  async subAccounts(
    @Root() wallet: JuspayWalletAccount,
    @Ctx() context: Context,
  ): Promise<readonly JuspaySubAccount[] | null> {
    if (wallet.subAccounts != null) return wallet.subAccounts;
    const all = await context.reads.list(provider, [wallet.customerId, placeOf(wallet.id).routingId]);
    const listed = all.find(({ id }) => id === wallet.id) as JuspayWalletAccount | undefined; // Juspay's lists hold no other
    return listed?.subAccounts ?? null;
  }

  @Costs(1)
  @Sensitive(provider)
  @FieldResolver(() => String, {
    nullable: true,
    description:
      "pays from the wallet once, within ten minutes. Each read makes a new one, and any other read of the customer's wallets may end it: ask for it alone, and last. Null unless the wallet is linked.",
  })
  oneTimeToken(@Root() wallet: JuspayWalletAccount, @Ctx() context: Context): Promise<string | null> {
    return oneTimeToken(wallet, context);
  }
}

/** A second one within a request would end the first. */
const oneTimeToken = oncePerRequest<JuspayWalletAccount, string | null>(
  ({ id }) => id,
  async (wallet, context) =>
    context.source(JuspayDataSource).oneTimeToken(wallet, placeOf(wallet.id).routingId, context.reads.call()),
);
