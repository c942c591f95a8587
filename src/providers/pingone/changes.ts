import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { z } from 'zod';
import { resultUnion } from '../../core/errors.js';
import { GraphQLUUID } from '../../core/scalars.js';
import { changeKeyDescription, nodeId, Rules } from '../../core/validation.js';
import { DigitalWallet, digitalWalletId } from './types.js';

/** Changes of a digital wallet, and its end. */

export enum DigitalWalletTargetStatus {
  ACTIVE = 'ACTIVE',
  DISABLED = 'DISABLED',
}

registerEnumType(DigitalWalletTargetStatus, {
  name: 'DigitalWalletTargetStatus',
  description: 'What a digital wallet can be made by hand. The other states are for PingOne itself to set.',
  valuesConfig: {
    ACTIVE: { description: 'In use. Needs an application instance, now or before.' },
    DISABLED: { description: 'Switched off, until it is made ACTIVE again: `state` becomes SUSPENDED.' },
  },
});

@Rules(
  z
    .object({
      digitalWalletId: nodeId(digitalWalletId),
      status: z.string().nullish(),
      applicationInstanceId: z.string().nullish(),
    })
    .refine(({ status, applicationInstanceId }) => status != null || applicationInstanceId != null, {
      error: 'Give a status, an application instance, or both.',
      params: { code: 'EMPTY' },
    }),
)
@InputType({ description: 'What is to be changed in a digital wallet. At least one of the two must be given.' })
export class UpdateDigitalWalletInput {
  @Field({ description: changeKeyDescription })
  readonly idempotencyKey!: string;

  @Field(() => ID, { description: 'The wallet: the `id` of a DigitalWallet.' })
  readonly digitalWalletId!: string;

  @Field(() => DigitalWalletTargetStatus, {
    nullable: true,
    description: 'What it is to become; stays as it is where left out. An expired wallet can only be deleted.',
  })
  readonly status!: DigitalWalletTargetStatus | null;

  @Field(() => GraphQLUUID, {
    nullable: true,
    description: 'The installation of the wallet app. Only where none is set yet: it cannot be changed afterwards.',
  })
  readonly applicationInstanceId!: string | null;
}

@ObjectType({ description: 'The wallet stands as it was asked to, from now on or before.' })
export class DigitalWalletUpdated {
  @Field(() => DigitalWallet, { description: 'The wallet as it is now.' })
  readonly digitalWallet!: DigitalWallet;
}

export const UpdateDigitalWalletResult = resultUnion(
  'UpdateDigitalWalletResult',
  'What became of updateDigitalWallet: the wallet as it is now, or an error that says what to do next.',
  [DigitalWalletUpdated],
);

@Rules(z.object({ digitalWalletId: nodeId(digitalWalletId) }))
@InputType({ description: 'A digital wallet to be deleted. It and the credentials in it are gone for good.' })
export class DeleteDigitalWalletInput {
  @Field({ description: changeKeyDescription })
  readonly idempotencyKey!: string;

  @Field(() => ID, { description: 'The wallet: the `id` of a DigitalWallet.' })
  readonly digitalWalletId!: string;
}

@ObjectType({ description: 'The wallet is gone, from now on or before.' })
export class DigitalWalletDeleted {
  @Field(() => ID, { description: "For the client's cache: nothing is behind this id any more." })
  readonly deletedId!: string;
}

export const DeleteDigitalWalletResult = resultUnion(
  'DeleteDigitalWalletResult',
  'What became of deleteDigitalWallet: the id that is gone, or an error that says what to do next.',
  [DigitalWalletDeleted],
);
