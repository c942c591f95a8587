import { Field, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { z } from 'zod';
import { resultUnion } from '../../core/errors.js';
import { uuidPart, type NodeId } from '../../core/ids.js';
import { PageInfo } from '../../core/pages.js';
import { GraphQLDateTime, GraphQLStringMap, GraphQLUUID } from '../../core/scalars.js';
import { Rules, text } from '../../core/validation.js';
import { Money, Wallet } from '../../core/wallet.js';

export enum MoovWalletType {
  DEFAULT = 'DEFAULT',
  GENERAL = 'GENERAL',
  CARD_ISSUING = 'CARD_ISSUING',
  UNRECOGNIZED = 'UNRECOGNIZED',
}

registerEnumType(MoovWalletType, {
  name: 'MoovWalletType',
  description: 'What a Moov wallet is for.',
  valuesConfig: {
    DEFAULT: { description: "The account's first wallet, which Moov makes itself; it cannot be closed." },
    GENERAL: { description: 'Made on demand, up to ten in an account.' },
    CARD_ISSUING: { description: 'Made by Moov where an account issues cards.' },
    UNRECOGNIZED: { description: 'A type that this gateway does not know yet.' },
  },
});

@ObjectType({ implements: Wallet, description: 'A stored balance in a Moov account.' })
export class MoovWallet extends Wallet {
  @Field(() => GraphQLUUID, { description: 'The account that owns it.' })
  readonly accountId!: string;

  @Field(() => GraphQLUUID, { nullable: true, description: "The platform's own account." })
  readonly partnerAccountId!: string | null;

  @Field({ description: 'Its name, for people.' })
  readonly name!: string;

  @Field({ description: 'What it is for. Empty where there is none.' })
  readonly description!: string;

  @Field(() => MoovWalletType, { description: 'What kind of wallet it is.' })
  readonly walletType!: MoovWalletType;

  @Field(() => Money, { nullable: true, description: 'What may be spent now. Can be below zero.' })
  readonly availableBalance!: Money | null;

  @Field(() => GraphQLStringMap, {
    nullable: true,
    description: 'Your own labels, as given; null where there are none.',
  })
  readonly metadata!: Readonly<Record<string, string>> | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was made.' })
  readonly createdAt!: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was closed, for good.' })
  readonly closedAt!: string | null;
}

export const moovWalletId: NodeId<[accountId: string, walletId: string]> = {
  typeName: 'MoovWallet',
  parts: z.tuple([uuidPart, uuidPart]),
};

@ObjectType({ description: "A movement on a wallet. Words are the provider's own; its lists grow." })
export class MoovWalletTransaction {
  @Field({ description: 'The id under which Moov knows it.' })
  readonly providerId!: string;

  @Field(() => String, { nullable: true, description: 'What it is: top-up, wallet-transfer, moov-fee, ...' })
  readonly transactionType!: string | null;

  @Field(() => String, { nullable: true, description: 'What caused it: transfer, dispute, sweep, ...' })
  readonly sourceType!: string | null;

  @Field(() => GraphQLUUID, { nullable: true, description: 'The id of what caused it.' })
  readonly sourceId!: string | null;

  @Field(() => String, { nullable: true, description: 'pending, completed, canceled or failed.' })
  readonly status!: string | null;

  @Field(() => String, { nullable: true, description: 'A note, for people.' })
  readonly memo!: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it began.' })
  readonly createdAt!: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was completed; null before.' })
  readonly completedAt!: string | null;

  @Field(() => Money, { nullable: true, description: 'Before fees. Below zero where it left the wallet.' })
  readonly grossAmount!: Money | null;

  @Field(() => Money, { nullable: true, description: 'What Moov took of it.' })
  readonly fee!: Money | null;

  @Field(() => Money, { nullable: true, description: 'What changed in the wallet.' })
  readonly netAmount!: Money | null;

  @Field(() => Money, { nullable: true, description: 'The balance after it, where Moov says it.' })
  readonly availableBalance!: Money | null;
}

@ObjectType({ description: 'A transaction in a list.' })
export class MoovWalletTransactionEdge {
  @Field({ description: 'Where it stands in the list: give it to `after`.' })
  readonly cursor!: string;

  @Field(() => MoovWalletTransaction, { description: 'The transaction.' })
  readonly node!: MoovWalletTransaction;
}

@ObjectType({ description: "A page of a wallet's transactions, in Moov's order." })
export class MoovWalletTransactionConnection {
  @Field(() => [MoovWalletTransactionEdge], { description: 'The transactions with their cursors.' })
  readonly edges!: readonly MoovWalletTransactionEdge[];

  @Field(() => [MoovWalletTransaction], { description: 'The transactions alone.' })
  readonly nodes!: readonly MoovWalletTransaction[];

  @Field(() => PageInfo, { description: 'Whether there is more.' })
  readonly pageInfo!: PageInfo;
}

@InputType({ description: 'An account at Moov, as an owner of wallets.' })
export class MoovAccountInput {
  @Field(() => GraphQLUUID, { description: 'The account.' })
  readonly accountId!: string;
}

/** The label by which the gateway finds a wallet again whose answer was lost. Clients neither see nor give it. */
export const operationMarker = 'billfoldOperation';

export const walletName = text();
export const walletDescription = z.string().max(4096, 'Must be at most 4096 characters long.').nullish();

export const labels = z
  .record(z.string(), z.string())
  .refine(metadata => !Object.hasOwn(metadata, operationMarker), {
    error: `The label ${operationMarker} is the gateway's own.`,
    path: [operationMarker],
    params: { code: 'RESERVED' },
  })
  .nullish();

@Rules(z.object({ name: walletName, description: walletDescription, metadata: labels }))
@InputType({ description: 'A wallet to be opened in a Moov account.' })
export class CreateMoovWalletInput {
  @Field({
    description:
      'Your key for this intent: the same key never opens a second wallet. 1 to 255 visible ASCII characters.',
  })
  readonly idempotencyKey!: string;

  @Field(() => GraphQLUUID, { description: 'The Moov account that will own the wallet.' })
  readonly accountId!: string;

  @Field({ description: 'Its name, for people. Names need not be unique.' })
  readonly name!: string;

  @Field(() => String, { nullable: true, description: 'What it is for. At most 4,096 characters.' })
  readonly description!: string | null;

  @Field(() => GraphQLStringMap, { nullable: true, description: 'Your own labels, kept with the wallet at Moov.' })
  readonly metadata!: Readonly<Record<string, string>> | null;
}

@ObjectType({ description: 'The wallet is open.' })
export class MoovWalletCreated {
  @Field(() => MoovWallet, { description: 'The new wallet.' })
  readonly moovWallet!: MoovWallet;
}

export const CreateMoovWalletResult = resultUnion(
  'CreateMoovWalletResult',
  'What became of createMoovWallet: the wallet, or an error that says what to do next.',
  [MoovWalletCreated],
);
