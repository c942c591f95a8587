import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../core/context.js';
import { WalletProvider } from '../../core/provider.js';
import { EqualsMoneyDataSource } from './datasource.js';
import { ProvisionCardTokenInput, ProvisionCardTokenResult } from './types.js';

/** A payload works for whoever holds it, and the device needs it within minutes. */
const forgetsPayload = { members: ['payload'], afterSeconds: 600 };

@Resolver()
export class EqualsMoneyResolver {
  @Mutation(() => ProvisionCardTokenResult, {
    nullable: true,
    description:
      "Asks for what a device needs to add an Equals Money card to its Apple, Google or Samsung wallet. The device's SDK finishes the job.",
  })
  provisionCardToken(
    @Arg('input', () => ProvisionCardTokenInput, { description: 'The card, and what the device gave.' })
    input: ProvisionCardTokenInput,
    @Ctx() context: Context,
  ): Promise<object> {
    return context.operations.run(
      { mutation: 'provisionCardToken', provider: WalletProvider.EQUALS_MONEY, input, forgets: forgetsPayload },
      async attempt => context.source(EqualsMoneyDataSource).provisionCardToken(input, attempt),
    );
  }
}
