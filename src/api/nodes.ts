import { GraphQLError } from 'graphql';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { Needs } from '../core/authorization.js';
import type { Context } from '../core/context.js';
import { Costs, listGiven } from '../core/costs.js';
import { WalletErrorCode } from '../core/errors.js';
import { readGlobalId } from '../core/ids.js';
import { Node } from '../core/wallet.js';
import { cardTokenId } from '../providers/equals-money/card-tokens.js';
import { listCalls } from '../providers/equals-money/lists.js';

/** As many as one screen shows. */
const maximumIds = 100;

@Resolver()
export class NodesResolver {
  @Needs('wallets:read')
  @Costs(({ id }) => callsFor([id]))
  @Query(() => Node, {
    nullable: true,
    description:
      'Anything by its id, as it is now: a wallet from its provider (some seconds old at the most), an operation from the journal. Null where it does not exist; null with an error where the id is malformed or the provider cannot be asked. An operation needs `operations:read` besides.',
  })
  node(
    @Arg('id', () => ID, { description: 'An id that this gateway gave.' }) id: string,
    @Ctx() context: Context,
  ): Promise<object | null> {
    return context.reads.node(id);
  }

  @Needs('wallets:read')
  @Costs(({ ids }) => callsFor(listGiven(ids)))
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

/** One for each; but the tokens of an account at Equals Money are found on its lists. */
function callsFor(ids: readonly unknown[]): number {
  if (ids.length > maximumIds) return ids.length; // it will be refused, and is not worth reading
  const alone = new Set<unknown>();
  const accounts = new Set<unknown>();
  for (const id of ids) {
    const named = typeof id === 'string' ? readGlobalId(id) : null;
    if (named?.typeName === cardTokenId.typeName) accounts.add(named.parts[0]);
    else alone.add(id);
  }
  return alone.size + accounts.size * listCalls;
}
