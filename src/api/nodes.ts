import { GraphQLError } from 'graphql';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { Needs } from '../core/authorization.js';
import type { Context } from '../core/context.js';
import { Costs, listGiven } from '../core/costs.js';
import { WalletErrorCode } from '../core/errors.js';
import { asError } from '../core/failures.js';
import { readGlobalId } from '../core/ids.js';
import type { Provider } from '../core/provider-port.js';
import { Node } from '../core/wallet.js';

/** As many as one screen shows. */
const maximumIds = 100;

export function nodesResolver(providers: readonly Provider[]): Function {
  @Resolver()
  class NodesResolver {
    @Needs('wallets:read')
    @Costs(({ id }) => callsFor(providers, [id]))
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
    @Costs(({ ids }) => callsFor(providers, listGiven(ids)))
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
      // One that fails is an Error in its place: a compiled plan puts the null for a rejected promise where there is room.
      return ids.map(id => context.reads.node(id).catch(asError));
    }
  }

  return NodesResolver;
}

/** One for each; but what a provider tells of by listing alone is found on its lists. */
function callsFor(providers: readonly Provider[], ids: readonly unknown[]): number {
  if (ids.length > maximumIds) return ids.length; // it will be refused, and is not worth reading
  const alone = new Set<unknown>();
  const listed = new Map<string, number>();
  for (const id of ids) {
    const named = typeof id === 'string' ? readGlobalId(id) : null;
    const provider = providers.find(({ nodes }) => named !== null && Object.hasOwn(nodes, named.typeName));
    const kind = named === null ? undefined : provider?.nodes[named.typeName];
    if (named === null || kind === undefined || kind.read !== undefined) alone.add(id);
    else listed.set(JSON.stringify([named.typeName, kind.listOf?.(named.parts)]), provider?.lists?.calls ?? 1);
  }
  return alone.size + [...listed.values()].reduce((sum, calls) => sum + calls, 0);
}
