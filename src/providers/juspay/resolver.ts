import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../core/context.js';
import { readGlobalId } from '../../core/ids.js';
import { oncePerRequest } from '../../core/loaders.js';
import { WalletProvider } from '../../core/provider.js';
import { JuspayDataSource } from './datasource.js';
import { JuspaySubAccount, JuspayWalletAccount } from './types.js';
import { routingPart } from './wire.js';

@Resolver(() => JuspayWalletAccount)
export class JuspayWalletAccountResolver {
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
    const all = await context.reads.list(WalletProvider.JUSPAY, [wallet.customerId, routingIdOf(wallet)]);
    const listed = all.find(({ id }) => id === wallet.id) as JuspayWalletAccount | undefined; // Juspay's lists hold no other
    return listed?.subAccounts ?? null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "Secret: pays from the wallet once, within ten minutes. Each read makes a new one, and any other read of the customer's wallets may end it: ask for it alone, and last. Null unless the gateway is set up to tell it (JUSPAY_ONE_TIME_TOKENS).",
  })
  oneTimeToken(@Root() wallet: JuspayWalletAccount, @Ctx() context: Context): Promise<string | null> {
    return oneTimeToken(wallet, context);
  }
}

/** A second one within a request would end the first. */
const oneTimeToken = oncePerRequest<JuspayWalletAccount, string | null>(
  ({ id }) => id,
  async (wallet, context) =>
    context.source(JuspayDataSource).oneTimeToken(wallet, routingIdOf(wallet), context.reads.call()),
);

/** The same for all calls about one customer; it stands in the wallet's id. */
function routingIdOf({ id, customerId }: JuspayWalletAccount): string {
  return routingPart.safeParse(readGlobalId(id)?.parts[1]).data ?? customerId;
}
