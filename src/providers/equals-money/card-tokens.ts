import { ArgsType, Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { z } from 'zod';
import { namePart, namePattern, uuidPart, type NodeId } from '../../core/ids.js';
import { PageInfo } from '../../core/pages.js';
import { GraphQLUUID } from '../../core/scalars.js';
import { Rules, text } from '../../core/validation.js';
import { Wallet, WalletState } from '../../core/wallet.js';
import { ListedWallet } from '../../core/wallet-pages.js';

/** Card tokens as they are listed, and whose they are. What makes them is in `types`. */

export const cardTokenId: NodeId<[accountId: string, cardId: string, token: string]> = {
  typeName: 'CardToken',
  parts: z.tuple([namePart, uuidPart, uuidPart]),
};

export const accountText = text({
  maximum: 128,
  pattern: namePattern,
  expectation: 'letters, digits and . _ ~ @ : + = - only',
});

export enum CardTokenType {
  APPLE_PAY = 'APPLE_PAY',
  GOOGLE_PAY = 'GOOGLE_PAY',
  SAMSUNG_PAY = 'SAMSUNG_PAY',
  UNRECOGNIZED = 'UNRECOGNIZED',
}

registerEnumType(CardTokenType, {
  name: 'CardTokenType',
  description: 'Whose device wallet a card token is in.',
  valuesConfig: {
    APPLE_PAY: { description: "In Apple's wallet." },
    GOOGLE_PAY: { description: "In Google's wallet." },
    SAMSUNG_PAY: { description: "In Samsung's wallet." },
    UNRECOGNIZED: { description: 'In one that this gateway does not know yet; it cannot be asked for.' },
  },
});

@ObjectType({
  implements: Wallet,
  description: "A card in a device's wallet. Tokens that nobody asked for here are normal: people also type cards in.",
})
export class CardToken extends Wallet {
  /** No field of the graph: at Moov an account's id is a UUID, and both stand side by side in a list. */
  readonly accountId!: string;

  @Field(() => GraphQLUUID, { description: 'The card.' })
  readonly cardId!: string;

  @Field(() => String, { nullable: true, description: "The card's name, for people." })
  readonly cardName!: string | null;

  @Field(() => String, { nullable: true, description: "The card's last four digits." })
  readonly lastFour!: string | null;

  @Field(() => String, { nullable: true, description: 'The device that it is on, where Equals Money says it.' })
  readonly deviceId!: string | null;
}

@ObjectType({ description: 'A card token in a list.' })
export class CardTokenEdge extends ListedWallet<CardToken> {
  @Field(() => CardToken, { description: 'The card token.' })
  get node(): CardToken {
    return this.wallet;
  }
}

@ObjectType({ description: "A page of card tokens, in Equals Money's order." })
export class CardTokenConnection {
  @Field(() => [CardTokenEdge], { description: 'The card tokens with their cursors.' })
  readonly edges!: readonly CardTokenEdge[];

  @Field(() => [CardToken], { description: 'The card tokens alone.' })
  readonly nodes!: readonly CardToken[];

  @Field(() => PageInfo, { description: 'Whether there is more.' })
  readonly pageInfo!: PageInfo;
}

@Rules(z.object({ accountId: accountText }))
@InputType({ description: 'An account at Equals Money, or a person in it, as an owner of card tokens.' })
export class EqualsMoneyAccountInput {
  @Field({ description: 'The account, e.g. F00042. At most 128 characters.' })
  readonly accountId!: string;

  @Field(() => GraphQLUUID, {
    nullable: true,
    description: "Only this person's; everybody's in the account where left out.",
  })
  readonly personId!: string | null;
}

@Rules(z.object({ accountId: accountText }))
@InputType({ description: 'A card at Equals Money, as an owner of card tokens.' })
export class EqualsMoneyCardInput {
  @Field({ description: 'The account that the card belongs to, e.g. F00042. At most 128 characters.' })
  readonly accountId!: string;

  @Field(() => GraphQLUUID, { description: 'The card.' })
  readonly cardId!: string;
}

@ArgsType()
export class CardTokensArguments {
  @Field({ description: 'The account, e.g. F00042. At most 128 characters.' })
  readonly accountId!: string;

  @Field(() => GraphQLUUID, { nullable: true, description: "Only this card's." })
  readonly cardId!: string | null;

  @Field(() => GraphQLUUID, { nullable: true, description: "Only this person's." })
  readonly personId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Only those of which Equals Money says that they are on this device. At most 24 characters.',
  })
  readonly deviceId!: string | null;

  @Field(() => CardTokenType, {
    nullable: true,
    description: 'Only those in this device wallet; UNRECOGNIZED cannot be asked for.',
  })
  readonly tokenType!: CardTokenType | null;

  @Field(() => [WalletState], { nullable: true, description: 'Only those that stand so.' })
  readonly states!: readonly WalletState[] | null;

  @Field(() => Int, { nullable: true, description: 'How many: 20 where left out, at most 100.' })
  readonly first!: number | null;

  @Field(() => String, { nullable: true, description: 'The cursor after which the list goes on.' })
  readonly after!: string | null;
}

export const cardTokensRules = z.object({
  accountId: accountText,
  deviceId: text({ maximum: 24 }),
  tokenType: z
    .string()
    .refine(type => type !== 'UNRECOGNIZED', { error: 'Cannot be asked for.', params: { code: 'NOT_ALLOWED' } })
    .nullish(),
});
