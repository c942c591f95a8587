import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { z } from 'zod';
import { resultUnion } from '../../core/errors.js';
import { GraphQLStringMap } from '../../core/scalars.js';
import { changeKeyDescription, nodeId, Rules } from '../../core/validation.js';
import { labels, MoovWallet, moovWalletId, walletDescription, walletName } from './types.js';

/** Changes of a Moov wallet, and its end. */

@Rules(
  z
    .object({
      moovWalletId: nodeId(moovWalletId),
      name: walletName.refine(name => name !== null, {
        error: 'A wallet has a name: leave it out where it is to stay.',
        params: { code: 'EMPTY' },
      }),
      description: walletDescription,
      metadata: labels,
    })
    .refine(given => [given.name, given.description, given.metadata].some(member => member !== undefined), {
      error: 'Give a name, a description, metadata, or several of them.',
      params: { code: 'EMPTY' },
    }),
)
@InputType({
  description: 'What is to be changed in a wallet: at least one of the three. What is left out stays as it is.',
})
export class UpdateMoovWalletInput {
  @Field({ description: changeKeyDescription })
  readonly idempotencyKey!: string;

  @Field(() => ID, { description: 'The wallet: the `id` of a MoovWallet.' })
  readonly moovWalletId!: string;

  @Field(() => String, { nullable: true, description: 'Its new name, for people. It cannot be cleared.' })
  readonly name?: string | null;

  @Field(() => String, { nullable: true, description: 'What it is for. At most 4,096 characters; null clears it.' })
  readonly description?: string | null;

  @Field(() => GraphQLStringMap, {
    nullable: true,
    description: 'Your own labels. They take the place of all that were there; null clears them.',
  })
  readonly metadata?: Readonly<Record<string, string>> | null;
}

@ObjectType({ description: 'Moov has taken the change.' })
export class MoovWalletUpdated {
  @Field(() => MoovWallet, { description: 'The wallet, as Moov told of it then.' })
  readonly moovWallet!: MoovWallet;
}

export const UpdateMoovWalletResult = resultUnion(
  'UpdateMoovWalletResult',
  'What became of updateMoovWallet: the wallet as it is now, or an error that says what to do next.',
  [MoovWalletUpdated],
);

@Rules(z.object({ moovWalletId: nodeId(moovWalletId) }))
@InputType({ description: 'A wallet to be closed, for good. Only general wallets can be, empty and quiet.' })
export class CloseMoovWalletInput {
  @Field({ description: changeKeyDescription })
  readonly idempotencyKey!: string;

  @Field(() => ID, { description: 'The wallet: the `id` of a MoovWallet.' })
  readonly moovWalletId!: string;
}

@ObjectType({ description: 'The wallet is closed, from now on or before.' })
export class MoovWalletClosed {
  @Field(() => MoovWallet, { description: 'The wallet as it is now.' })
  readonly moovWallet!: MoovWallet;
}

export const CloseMoovWalletResult = resultUnion(
  'CloseMoovWalletResult',
  'What became of closeMoovWallet: the closed wallet, or an error that says what to do next.',
  [MoovWalletClosed],
);
