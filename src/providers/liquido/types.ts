import { Field, InputType, ObjectType } from 'type-graphql';
import { z } from 'zod';
import { uuidPart, type NodeId } from '../../core/ids.js';
import { GraphQLCountryCode, GraphQLCurrencyCode, GraphQLPhoneNumber } from '../../core/scalars.js';
import { Rules, text } from '../../core/validation.js';
import { Money, WalletAccount } from '../../core/wallet.js';

export const liquidoWalletAccountId: NodeId<[walletId: string]> = {
  typeName: 'LiquidoWalletAccount',
  parts: z.tuple([uuidPart]),
};

@ObjectType({ implements: WalletAccount, description: 'A wallet account held at LIQUIDO.' })
export class LiquidoWalletAccount extends WalletAccount {
  @Field(() => Money, { nullable: true, description: 'What is in it.' })
  readonly balance!: Money | null;

  @Field(() => String, { nullable: true, description: 'The group that its holder belongs to.' })
  readonly groupId!: string | null;

  @Field(() => GraphQLCountryCode, { nullable: true, description: "The holder's country." })
  readonly country!: string | null;

  @Field(() => GraphQLCurrencyCode, { nullable: true, description: 'The currency it is kept in.' })
  readonly currency!: string | null;
}

@Rules(z.object({ name: text({ maximum: 255 }), groupId: text({ maximum: 64 }) }))
@InputType({ description: 'A wallet account to be opened at LIQUIDO.' })
export class LiquidoWalletAccountInput {
  @Field(() => GraphQLPhoneNumber, { description: "The holder's number with its country code: +573000000001." })
  readonly phoneNumber!: string;

  @Field({ description: "The holder's full name. At most 255 characters." })
  readonly name!: string;

  @Field(() => GraphQLCountryCode, { description: "The holder's country, e.g. CO." })
  readonly country!: string;

  @Field(() => GraphQLCurrencyCode, { description: 'The currency of the account, e.g. COP.' })
  readonly currency!: string;

  @Field(() => String, { nullable: true, description: 'A group of holders, by its id or name. At most 64 characters.' })
  readonly groupId!: string | null;
}
