import { GraphQLError } from 'graphql';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { Needs } from '../core/authorization.js';
import type { Context } from '../core/context.js';
import { WalletErrorCode } from '../core/errors.js';
import { Node } from '../core/wallet.js';

/** As many as one screen shows. */
const maximumIds = 100;

@Resolver()
export class NodesResolver {
  @Needs('wallets:read')
  @Query(() => Node, {
    nullable: true,
    description:
      'Anything by its id, as it is now: a wallet from its provider (some seconds old at the most), an operation from the journal. Null where it does not exist; null with an error where the id is malformed or the provider cannot be asked.',
  })
  node(
    @Arg('id', () => ID, { description: 'An id that this gateway gave.' }) id: string,
    @Ctx() context: Context,
  ): Promise<object | null> {
    return context.reads.node(id);
  }

  @Needs('wallets:read')
  @Query(() => [Node], {
    nullable: 'items',
    description:
      'In the order of `ids`, 100 at the most; each as `node` has it. Those of one Moov account, or of one Juspay customer, are asked for by one call.',
  })
  nodes(
    @Arg('ids', () => [ID], { description: 'Ids that this gateway gave.' }) ids: readonly string[],
    @Ctx() context: Context,
  ): Promise<object | null>[] {
    if (ids.length > maximumIds) {
      throw new GraphQLError(`"ids" must hold at most ${maximumIds}.`, {
        extensions: { code: WalletErrorCode.INVALID_INPUT },
      });
    }
    return ids.map(id => context.reads.node(id));
  }
}
