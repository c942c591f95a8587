import { Arg, Ctx, Directive, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Needs } from '../core/authorization.js';
import { make } from '../core/codec.js';
import type { Context } from '../core/context.js';
import { resultUnion } from '../core/errors.js';
import { WalletProvider } from '../core/provider.js';
import { defineRecovery } from '../core/recovery.js';
import { WalletAccount } from '../core/wallet.js';
import { JuspayDataSource } from '../providers/juspay/datasource.js';
import { JuspayWalletAccount, JuspayWalletAccountInput } from '../providers/juspay/types.js';
import { LiquidoDataSource } from '../providers/liquido/datasource.js';
import { LiquidoWalletAccount, LiquidoWalletAccountInput } from '../providers/liquido/types.js';

/** The one mutation that two providers share. */

@Directive('@oneOf')
@InputType({ description: 'Exactly one provider.' })
export class WalletAccountInput {
  @Field(() => JuspayWalletAccountInput, {
    nullable: true,
    description: "A customer's wallet, to be linked at Juspay.",
  })
  readonly juspay?: JuspayWalletAccountInput;

  @Field(() => LiquidoWalletAccountInput, { nullable: true, description: 'A wallet account at LIQUIDO.' })
  readonly liquido?: LiquidoWalletAccountInput;
}

@InputType({ description: 'A wallet account to be made, at one of the providers that have them.' })
export class CreateWalletAccountInput {
  @Field({
    description:
      'Your key for this intent: the same key never makes a second account. 1 to 255 visible ASCII characters.',
  })
  readonly idempotencyKey!: string;

  @Field(() => WalletAccountInput, { description: 'The provider, and what it needs to open the account.' })
  readonly account!: WalletAccountInput;
}

@ObjectType({ description: 'The wallet account exists.' })
export class WalletAccountCreated {
  @Field(() => WalletAccount, { description: 'The new account: PENDING where its owner has to link it first.' })
  readonly walletAccount!: WalletAccount;
}

export const CreateWalletAccountResult = resultUnion(
  'CreateWalletAccountResult',
  'What became of createWalletAccount: the account, or an error that says what to do next.',
  [WalletAccountCreated],
);

/** Types that only an interface leads to: the schema must be told of them. */
export const walletAccountTypes = [JuspayWalletAccount, LiquidoWalletAccount];

/** How its unknown outcomes are settled, at either provider. */
export const walletAccountRecoveries = [
  defineRecovery<JuspayDataSource, { readonly account: { readonly juspay: JuspayWalletAccountInput } }>({
    mutation: 'createWalletAccount',
    provider: WalletProvider.JUSPAY,
    by: 'lookUp',
    owner: ({ account: { juspay } }) => juspay.customerId,
    source: JuspayDataSource,
    target: (source, { account: { juspay } }) => `${juspay.customerId}/${source.walletNameOf(juspay.gateway)}`,
    absentAfterMs: source => source.absentAfterMs,
    // Whether a second create for one customer and gateway makes a second wallet is not published.
    sharesWallets: true,
    providerId: idOf,
    look: (source, { input, note }, call) => source.walletsLike(input.account.juspay, note, call),
    read: async (source, walletId, { input }, call) =>
      created(await source.walletOfCustomer(input.account.juspay, walletId, call)),
  }),
  defineRecovery<LiquidoDataSource, { readonly account: { readonly liquido: LiquidoWalletAccountInput } }>({
    mutation: 'createWalletAccount',
    provider: WalletProvider.LIQUIDO,
    by: 'native',
    owner: () => null, // LIQUIDO knows no owner but the wallet, which is yet to be made
    source: LiquidoDataSource,
    withinMs: source => source.resendWithinMs,
    providerId: idOf,
    again: async (source, { account }, attempt) => created(await source.createWallet(account.liquido, attempt)),
    read: async (source, walletId, { input }, call) =>
      created(await source.wallet(walletId, call, input.account.liquido)),
  }),
];

function idOf(success: object): string {
  return (success as WalletAccountCreated).walletAccount.providerId; // the mutation's only success
}

@Resolver()
export class WalletAccountsResolver {
  @Needs('wallets:create')
  @Mutation(() => CreateWalletAccountResult, {
    nullable: true,
    description: 'Makes a wallet account to pay from: one of a customer at Juspay, or one at LIQUIDO.',
  })
  createWalletAccount(
    @Arg('input', () => CreateWalletAccountInput, { description: 'The account to be made.' })
    input: CreateWalletAccountInput,
    @Ctx() context: Context,
  ): Promise<object> {
    const { juspay, liquido } = input.account;
    const provider = juspay != null ? WalletProvider.JUSPAY : WalletProvider.LIQUIDO;
    return context.operations.run({ mutation: 'createWalletAccount', provider, input }, async attempt => {
      if (juspay != null) return created(await context.source(JuspayDataSource).createWallet(juspay, attempt));
      if (liquido != null) return created(await context.source(LiquidoDataSource).createWallet(liquido, attempt));
      throw new Error('@oneOf let an empty input pass.');
    });
  }
}

function created(walletAccount: WalletAccount): WalletAccountCreated {
  return make(WalletAccountCreated, { walletAccount });
}
