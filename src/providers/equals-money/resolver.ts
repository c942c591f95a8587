import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import { canonical, make } from '../../core/codec.js';
import type { Context } from '../../core/context.js';
import { loaderPerRequest } from '../../core/loaders.js';
import { invalidCursor, pageInfo, pageLength } from '../../core/pages.js';
import { WalletProvider } from '../../core/provider.js';
import { checkArguments } from '../../core/validation.js';
import { cursorFrom, pageFrom, positionFrom, start } from '../../core/wallet-pages.js';
import { EqualsMoneyDataSource } from './datasource.js';
import { listKeyOf } from './lists.js';
import {
  CardToken,
  CardTokenConnection,
  CardTokenEdge,
  CardTokensArguments,
  cardTokensRules,
  CardTokenType,
  ProvisionCardTokenInput,
  ProvisionCardTokenResult,
} from './types.js';

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

  @Query(() => CardTokenConnection, {
    nullable: true,
    description:
      "The card tokens of an account, or of a card, a person or a device in it: also those of cards that people typed in themselves. Equals Money tells a token's state only by listing: six calls, whatever is asked for.",
  })
  async cardTokens(
    @Args(() => CardTokensArguments) asked: CardTokensArguments,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CardTokenConnection> {
    const { first, after, states, cardId, ...filter } = asked;
    const length = pageLength(first);
    checkArguments(info, { ...asked }, cardTokensRules);
    const list = canonical([listKeyOf(filter), cardId, states]);
    const from = after == null ? start : positionFrom(after, list);
    if (from === null) throw invalidCursor();
    const tokens = (await context.reads.list(WalletProvider.EQUALS_MONEY, listKeyOf(filter))) as readonly CardToken[]; // its lists hold no other
    const wallets = tokens.filter(
      token => (cardId == null || token.cardId === cardId) && (states == null || states.includes(token.state)),
    );
    const { entries, hasMore } = pageFrom(new Map([[0, { wallets }]]), from, length);
    const nodes = entries.map(({ wallet }) => wallet as CardToken); // of those just listed
    const cursors = entries.map(({ position }) => cursorFrom(position, list));
    return make(CardTokenConnection, {
      nodes,
      edges: nodes.map((node, index) => make(CardTokenEdge, { cursor: cursors[index] ?? '', node })),
      pageInfo: pageInfo(cursors, { isFirst: after == null, hasMore }),
    });
  }
}

/** Three calls, for any number of tokens of an account. */
const types = loaderPerRequest<CardToken, CardTokenType>({
  textOf: ({ id }) => id,
  groupOf: ({ accountId }) => accountId,
  async fetch(tokens, context) {
    const [first] = tokens;
    if (first === undefined) return [];
    const found = await context.source(EqualsMoneyDataSource).tokenTypes(first.accountId, context.reads.call());
    return tokens.map(({ providerId }) => found.get(providerId) ?? CardTokenType.UNRECOGNIZED);
  },
});

@Resolver(() => CardToken)
export class CardTokenResolver {
  @FieldResolver(() => CardTokenType, {
    nullable: true,
    description: 'Whose device wallet it is in. Costs further calls, three for each account.',
  })
  tokenType(@Root() token: CardToken, @Ctx() context: Context): CardTokenType | Promise<CardTokenType> {
    return token.tokenType ?? types(context).load(token);
  }
}
