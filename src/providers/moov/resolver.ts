import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { make } from '../../core/codec.js';
import type { Context } from '../../core/context.js';
import { WalletProvider } from '../../core/provider.js';
import { MoovDataSource } from './datasource.js';
import { CreateMoovWalletInput, CreateMoovWalletResult, MoovWalletCreated } from './types.js';

@Resolver()
export class MoovResolver {
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
}
