import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { WalletProvider } from './provider.js';
import { GraphQLDateTime } from './scalars.js';
import { Node } from './wallet.js';

export enum OperationStatus {
  IN_PROGRESS = 'IN_PROGRESS',
  SUCCEEDED = 'SUCCEEDED',
  FAILED = 'FAILED',
  UNKNOWN = 'UNKNOWN',
  NEEDS_ATTENTION = 'NEEDS_ATTENTION',
}

registerEnumType(OperationStatus, {
  name: 'OperationStatus',
  description: 'How an operation stands.',
  valuesConfig: {
    IN_PROGRESS: { description: 'The provider is being asked.' },
    SUCCEEDED: { description: 'It was done; `result` is what came of it.' },
    FAILED: {
      description: 'Nothing usable came of it; `result` says why and whether the same key may be sent again.',
    },
    UNKNOWN: {
      description:
        "The provider's answer was lost: it may or may not have been done. It is being settled; do not use another key.",
    },
    NEEDS_ATTENTION: {
      description: 'Whether it was done cannot be told from outside. A person must look, and settle it.',
    },
  },
});

/**
 * The record of one intent. Its field `result` is added in `api/operations`, where the providers' results are known;
 * here nothing refers to the error types, so that error → operation is no circle.
 */
@ObjectType({
  implements: Node,
  description: 'One intent, from the moment before the provider is asked until its outcome is known.',
})
export class Operation implements Node {
  @Field(() => ID, { description: 'Opaque. Give it to `operation` or `node`.' })
  readonly id!: string;

  @Field({ description: "The mutation's field name." })
  readonly mutation!: string;

  @Field(() => WalletProvider, { description: 'The provider that is asked.' })
  readonly provider!: WalletProvider;

  @Field({ description: 'The key that the client gave; empty once the operation was erased.' })
  readonly idempotencyKey!: string;

  @Field(() => OperationStatus, { description: 'How it stands now.' })
  readonly status!: OperationStatus;

  @Field(() => GraphQLDateTime, { description: 'When the first attempt began.' })
  readonly startedAt!: string;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When the last attempt ended, or its outcome was settled; null while it runs.',
  })
  readonly finishedAt!: string | null;

  @Field(() => Int, { description: 'How many attempts were made, also those that ended before anything was sent.' })
  readonly attempts!: number;

  /** A success or a MutationError; null while in progress or unknown. */
  readonly result!: object | null;
}
