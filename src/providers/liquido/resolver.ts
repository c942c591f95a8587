import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Needs } from '../../core/authorization.js';
import type { Context } from '../../core/context.js';
import { WalletProvider } from '../../core/provider.js';
import { LiquidoDataSource } from './datasource.js';
import {
  ChargeWalletAccountInput,
  ChargeWalletAccountResult,
  TopUpWalletAccountInput,
  TopUpWalletAccountResult,
} from './moves.js';

@Resolver()
export class LiquidoResolver {
  @Needs('wallets:manage')
  @Mutation(() => TopUpWalletAccountResult, {
    nullable: true,
    description: 'Puts money into a wallet account at LIQUIDO: once for each key, however often it is sent.',
  })
  topUpWalletAccount(
    @Arg('input', () => TopUpWalletAccountInput, { description: 'The wallet account, and how much.' })
    input: TopUpWalletAccountInput,
    @Ctx() context: Context,
  ): Promise<object> {
    return context.operations.run(
      { mutation: 'topUpWalletAccount', provider: WalletProvider.LIQUIDO, input },
      async attempt => context.source(LiquidoDataSource).topUpWallet(input, attempt),
    );
  }

  @Needs('wallets:manage')
  @Mutation(() => ChargeWalletAccountResult, {
    nullable: true,
    description:
      'Takes money out of a wallet account at LIQUIDO: once for each key, however often it is sent, and never more than is in it.',
  })
  chargeWalletAccount(
    @Arg('input', () => ChargeWalletAccountInput, { description: 'The wallet account, and how much.' })
    input: ChargeWalletAccountInput,
    @Ctx() context: Context,
  ): Promise<object> {
    return context.operations.run(
      { mutation: 'chargeWalletAccount', provider: WalletProvider.LIQUIDO, input },
      async attempt => context.source(LiquidoDataSource).chargeWallet(input, attempt),
    );
  }
}
