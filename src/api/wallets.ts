import { GraphQLError, type GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Directive, Field, Info, InputType, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { Needs } from '../core/authorization.js';
import { canonical, make } from '../core/codec.js';
import type { Context } from '../core/context.js';
import { Costs, listGiven } from '../core/costs.js';
import {
  ProviderErrorResponse,
  ProviderUnavailableError,
  RetryAdvice,
  WalletErrorCode,
  type MutationError,
} from '../core/errors.js';
import { errorOf, MutationFailure } from '../core/failures.js';
import { ProviderCapability } from '../core/offers.js';
import { invalidCursor, PageInfo, pageLength } from '../core/pages.js';
import type { DataSource, OwnerKind, OwnerPlace, Provider } from '../core/provider-port.js';
import { providerTitles, WalletProvider } from '../core/provider.js';
import { checkArguments } from '../core/validation.js';
import { Wallet, WalletState } from '../core/wallet.js';
import {
  cursorWriter,
  ListedWallet,
  pageFrom,
  positionFrom,
  start,
  type OwnerList,
  type WalletPage,
  type WriteCursor,
} from '../core/wallet-pages.js';

/** All wallets of a person, whoever keeps them. */

/** A person has a few; each costs a call. */
const maximumOwners = 50;
@ObjectType({ description: 'A wallet in a list.' })
class WalletEdge extends ListedWallet<Wallet> {
  @Field(() => Wallet, { description: 'The wallet.' })
  get node(): Wallet {
    return this.wallet;
  }
}

@ObjectType({ description: 'An owner whose wallets are missing from a page, and why.' })
class WalletListFailure {
  @Field(() => WalletProvider, { description: 'Who was asked, or would have been.' })
  readonly provider!: WalletProvider;

  @Field(() => Int, { description: 'Position in `owners`, from 0.' })
  readonly ownerIndex!: number;

  @Field(() => WalletErrorCode, { description: "Stable and machine-readable, as a mutation's errors have it." })
  readonly code!: WalletErrorCode;

  @Field({ description: "For a person; never holds a secret or another tenant's data." })
  readonly message!: string;

  @Field(() => Int, { nullable: true, description: 'How long to wait before asking again, where it is known.' })
  readonly retryAfterSeconds!: number | null;

  @Field(() => ProviderErrorResponse, { nullable: true, description: 'What the provider answered, where it did.' })
  readonly providerResponse!: ProviderErrorResponse | null;
}

@ObjectType({
  description: 'A page of wallets: owners in the order in which they were given, then as each provider lists.',
})
class WalletConnection {
  @Field(() => [WalletEdge], { description: 'The wallets with their cursors.' })
  readonly edges!: readonly WalletEdge[];

  @Field(() => [Wallet], { description: 'The wallets alone.' })
  readonly nodes!: readonly Wallet[];

  @Field(() => PageInfo, { description: 'Whether there is more.' })
  readonly pageInfo!: PageInfo;

  @Field(() => [WalletListFailure], {
    description:
      'Owners whose wallets are missing from this page, and why. Ask for these again on their own: the pages that follow go on behind them.',
  })
  readonly failures!: readonly WalletListFailure[];
}

/** An owner as it was asked about. */
interface Asked {
  readonly provider: Provider;
  readonly kind: OwnerKind<DataSource>;
  readonly input: object;
}

/** Which owners can be asked about is what the providers say of themselves. */
export function walletsResolver(providers: readonly Provider[]): Function {
  const listing = providers.filter(({ offers }) => offers.capabilities.includes(ProviderCapability.LIST));
  const kinds = listing.flatMap(provider =>
    (provider.lists?.owners ?? []).map(kind => ({ provider, kind: kind as OwnerKind<DataSource> })),
  );

  /** Of an owner, at the provider where it takes most; at the others it may have pages. */
  const listCalls = Math.max(...listing.map(({ lists }) => lists?.calls ?? 1));

  @Directive('@oneOf')
  @InputType({ description: 'Exactly one owner.' })
  class WalletOwnerInput {}
  for (const { kind } of kinds) {
    Field(() => kind.input, { nullable: true, description: kind.description })(WalletOwnerInput.prototype, kind.member);
  }

  @Resolver()
  class WalletsResolver {
    @Needs('wallets:read')
    @Costs(({ owners }) => listGiven(owners).length * listCalls)
    @Query(() => WalletConnection, {
      description:
        'All wallets of one person, across providers. They are asked side by side, and one that fails, is slow or is off does not take the others down: it stands in `failures`. LIQUIDO has no list to ask for.',
    })
    async wallets(
      @Arg('owners', () => [WalletOwnerInput], {
        description:
          'The person, as each provider knows them. 50 at the most, and no two that can have one wallet. A Juspay customer goes by one of its ids: under both, its wallets come twice.',
      })
      owners: readonly Readonly<Record<string, object | null>>[],
      @Arg('states', () => [WalletState], { nullable: true, description: 'Only wallets that stand so.' })
      states: readonly WalletState[] | null,
      @Arg('first', () => Int, { nullable: true, description: 'How many: 20 where left out, at most 100.' })
      first: number | null,
      @Arg('after', () => String, { nullable: true, description: 'The cursor after which the list goes on.' })
      after: string | null,
      @Ctx() context: Context,
      @Info() info: GraphQLResolveInfo,
    ): Promise<WalletConnection> {
      const length = pageLength(first);
      if (owners.length > maximumOwners) throw invalid(`"owners" must hold at most ${maximumOwners}.`);
      checkArguments(info, { owners, states });
      const asked = owners.map(askedBy);
      const list = canonical([asked.map(({ kind, input }) => [kind.member, input]), states]);
      const from = after == null ? start : positionFrom(after, list);
      if (from === null) throw invalidCursor();

      const places = asked.map(owner => ownerPlaceOf(owner, context));
      refuseShared(asked, places);
      const lists = await Promise.all(
        asked.map((owner, index) => (index < from.owner ? null : listOf(owner, places[index], states, context))),
      );
      const page = pageFrom(new Map([...lists.entries()].filter(isAsked)), from, length);
      return connectionOf(page, { asked, writeCursor: cursorWriter(list, context.request), isFirst: after == null });
    }
  }

  /** GraphQL has seen to it that there is exactly one. */
  function askedBy(owner: Readonly<Record<string, object | null>>): Asked {
    const found = kinds.find(({ kind }) => owner[kind.member] != null);
    const input = found === undefined ? undefined : owner[found.kind.member];
    if (found === undefined || input == null) throw new Error('@oneOf let an empty owner pass.');
    return { ...found, input };
  }

  return WalletsResolver;
}

const isAsked = (entry: [number, OwnerList | null]): entry is [number, OwnerList] => entry[1] !== null;

/** The error that stands for a provider that is off, or may not be asked about this owner. */
function ownerPlaceOf({ provider, kind, input }: Asked, context: Context): OwnerPlace | MutationError {
  try {
    return kind.place(context.source(provider.source), input);
  } catch (error) {
    if (error instanceof MutationFailure) return error.error;
    throw error;
  }
}

/** A wallet that two owners have would come twice. */
function refuseShared(asked: readonly Asked[], places: readonly (OwnerPlace | MutationError)[]): void {
  for (const [index, place] of places.entries()) {
    const rival = places.findIndex(
      (other, before) =>
        before < index &&
        asked[before]?.provider === asked[index]?.provider &&
        'scope' in place &&
        'scope' in other &&
        place.scope.every((part, at) => part === '' || other.scope[at] === '' || part === other.scope[at]),
    );
    if (rival >= 0) throw invalid(`"owners" ${rival} and ${index} may have a wallet in common: ask for one of them.`);
  }
}

async function listOf(
  { provider }: Asked,
  place: OwnerPlace | MutationError | undefined,
  states: readonly WalletState[] | null,
  context: Context,
): Promise<OwnerList> {
  if (place === undefined || !('list' in place)) return { error: place ?? brokenRead(provider) };
  try {
    const all = await context.reads.list(provider.name, place.list);
    const own = place.owns === undefined ? all : all.filter(place.owns);
    return { wallets: states == null ? own : own.filter(({ state }) => states.includes(state)) };
  } catch (error) {
    if (error instanceof MutationFailure) return { error: error.error };
    if (error instanceof GraphQLError) throw error; // a permission is missing
    context.broke('wallets', error);
    return { error: brokenRead(provider) };
  }
}

/** A mistake of ours in one provider's part must not take the others down. */
function brokenRead({ name }: Provider): MutationError {
  const message = `The gateway cannot read ${providerTitles[name]}'s list: whoever runs it finds the reason in its log.`;
  return errorOf(ProviderUnavailableError, { provider: name, message, retry: RetryAdvice.ASK_OPERATOR });
}

function connectionOf(
  { entries, failures, hasMore }: WalletPage,
  given: { readonly asked: readonly Asked[]; readonly writeCursor: WriteCursor; readonly isFirst: boolean },
): WalletConnection {
  const { asked, writeCursor, isFirst } = given;
  const edges = entries.map(({ wallet, position }) => new WalletEdge(wallet, position, writeCursor));
  return make(WalletConnection, {
    edges,
    nodes: entries.map(({ wallet }) => wallet),
    pageInfo: new PageInfo(edges, { isFirst, hasMore }),
    failures: failures.flatMap(({ owner, error }) => {
      const provider = error.provider ?? asked[owner]?.provider.name;
      const { code, message, retryAfterSeconds, providerResponse } = error;
      return provider === undefined
        ? []
        : [
            make(WalletListFailure, {
              provider,
              ownerIndex: owner,
              code,
              message,
              retryAfterSeconds,
              providerResponse,
            }),
          ];
    }),
  });
}

function invalid(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: WalletErrorCode.INVALID_INPUT } });
}
