import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Needs } from '../../core/authorization.js';
import { canonical, make } from '../../core/codec.js';
import type { Context } from '../../core/context.js';
import { Costs } from '../../core/costs.js';
import { loaderPerRequest } from '../../core/loaders.js';
import { invalidCursor, PageInfo, pageLength } from '../../core/pages.js';
import { WalletProvider } from '../../core/provider.js';
import { checkArguments } from '../../core/validation.js';
import { cursorWriter, pageFrom, positionFrom, start } from '../../core/wallet-pages.js';
import { EqualsMoneyDataSource } from './datasource.js';
import { listCalls, listKeyOf } from './lists.js';
import {
  CardToken,
  CardTokenConnection,
  CardTokenEdge,
  CardTokensArguments,
  cardTokensRules,
  CardTokenType,
} from './card-tokens.js';
import { ChangeCardTokenStateInput, ChangeCardTokenStateResult } from './states.js';
import { ProvisionCardTokenInput, ProvisionCardTokenResult } from './types.js';

/** A list for each type that can be asked for. */
const typeCalls = 3;

/** A payload works for whoever holds it, and the device needs it within minutes. */
const forgetsPayload = { members: ['payload'], afterSeconds: 600 };

@Resolver()
export class EqualsMoneyResolver {
  @Needs('wallets:create')
  @Costs(1 + 20)
  @Mutation(() => ProvisionCardTokenResult, {
    nullable: true,
    description:
      "Asks for what a device needs to add an Equals Money card to its Apple, Google or Samsung wallet. The device's SDK finishes the job. Costs two calls more, or up to twenty where the account has many tokens, which look whether the card has as many live ones as it may have.",
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

  @Needs('wallets:manage')
  @Costs(1 + listCalls)
  @Mutation(() => ChangeCardTokenStateResult, {
    nullable: true,
    description:
      'Suspends a card token, makes it active again, or ends it for good. Costs six calls more, which tell how it stands: what it cannot become from there is not asked for.',
  })
  changeCardTokenState(
    @Arg('input', () => ChangeCardTokenStateInput, { description: 'The card token, and what it is to be made.' })
    input: ChangeCardTokenStateInput,
    @Ctx() context: Context,
  ): Promise<object> {
    return context.operations.run(
      { mutation: 'changeCardTokenState', provider: WalletProvider.EQUALS_MONEY, input },
      async attempt => context.source(EqualsMoneyDataSource).changeCardTokenState(input, attempt),
    );
  }

  @Needs('wallets:read')
  @Costs(({ tokenType }) => listCalls + (tokenType == null ? 0 : typeCalls))
  @Query(() => CardTokenConnection, {
    nullable: true,
    description:
      "The card tokens of an account, or of a card, a person or a device in it: also those of cards that people typed in themselves. Equals Money tells a token's state only by listing: six calls, and three more where a type is asked for.",
  })
  async cardTokens(
    @Args(() => CardTokensArguments) asked: CardTokensArguments,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CardTokenConnection> {
    const { accountId, cardId, personId, deviceId, tokenType, states, first, after } = asked;
    const length = pageLength(first);
    checkArguments(info, { ...asked }, cardTokensRules);
    const list = canonical([accountId, cardId, personId, deviceId, tokenType, states]);
    const from = after == null ? start : positionFrom(after, list);
    if (from === null) throw invalidCursor();
    const listed = await context.reads.list(WalletProvider.EQUALS_MONEY, listKeyOf(accountId, personId));
    const tokens = (listed as readonly CardToken[]).filter(
      token =>
        (cardId == null || token.cardId === cardId) &&
        (deviceId == null || token.deviceId === deviceId) &&
        (states == null || states.includes(token.state)),
    ); // Equals Money's lists hold no other
    const types = tokenType == null ? [] : await tokenTypes(context).loadMany(tokens);
    const failed = types.find(type => type instanceof Error);
    if (failed !== undefined) throw failed;
    const wallets = tokenType == null ? tokens : tokens.filter((_token, index) => types[index] === tokenType);
    const { entries, hasMore } = pageFrom(new Map([[0, { wallets }]]), from, length);
    // Of those just listed.
    const writeCursor = cursorWriter(list, context.request);
    const edges = entries.map(({ wallet, position }) => new CardTokenEdge(wallet as CardToken, position, writeCursor));
    return make(CardTokenConnection, {
      edges,
      nodes: edges.map(({ node }) => node),
      pageInfo: new PageInfo(edges, { isFirst: after == null, hasMore }),
    });
  }
}

/** Three calls, for any number of tokens of an account. */
const tokenTypes = loaderPerRequest<CardToken, CardTokenType>({
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
  @Costs(typeCalls)
  @Needs('wallets:read', WalletProvider.EQUALS_MONEY)
  @FieldResolver(() => CardTokenType, {
    nullable: true,
    description: 'Whose device wallet it is in. Costs further calls, three for each account.',
  })
  tokenType(@Root() token: CardToken, @Ctx() context: Context): Promise<CardTokenType> {
    return tokenTypes(context).load(token);
  }
}
