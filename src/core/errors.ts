import { createUnionType, Field, Int, InterfaceType, ObjectType, registerEnumType } from 'type-graphql';
import { Operation } from './operation.js';
import { WalletProvider } from './provider.js';

export enum WalletErrorCode {
  INVALID_INPUT = 'INVALID_INPUT',
  NOT_FOUND = 'NOT_FOUND',
  CONFLICT = 'CONFLICT',
  PROVIDER_REJECTED = 'PROVIDER_REJECTED',
  PROVIDER_ACCESS_DENIED = 'PROVIDER_ACCESS_DENIED',
  RATE_LIMITED = 'RATE_LIMITED',
  PROVIDER_UNAVAILABLE = 'PROVIDER_UNAVAILABLE',
  OUTCOME_UNKNOWN = 'OUTCOME_UNKNOWN',
  IDEMPOTENCY_KEY_REUSED = 'IDEMPOTENCY_KEY_REUSED',
  OPERATION_IN_PROGRESS = 'OPERATION_IN_PROGRESS',
  ONE_TIME_CODE_REJECTED = 'ONE_TIME_CODE_REJECTED',
  INSUFFICIENT_FUNDS = 'INSUFFICIENT_FUNDS',
  CARD_TOKEN_LIMIT_REACHED = 'CARD_TOKEN_LIMIT_REACHED',
}

registerEnumType(WalletErrorCode, {
  name: 'WalletErrorCode',
  description: 'Stable codes, one for each error type. More may come.',
  valuesConfig: {
    INVALID_INPUT: { description: 'The input is wrong; InvalidInputError says where.' },
    NOT_FOUND: { description: 'What the input names does not exist at the provider.' },
    CONFLICT: { description: 'The state of things forbids it.' },
    PROVIDER_REJECTED: { description: 'Declined by the provider for a reason of its own.' },
    PROVIDER_ACCESS_DENIED: { description: 'The provider does not let the gateway in.' },
    RATE_LIMITED: { description: 'Too many requests.' },
    PROVIDER_UNAVAILABLE: { description: 'Certainly not processed: nothing reached the provider, or it said so.' },
    OUTCOME_UNKNOWN: { description: 'It was sent, and no trustworthy answer came back.' },
    IDEMPOTENCY_KEY_REUSED: { description: 'This key was used before with another input.' },
    OPERATION_IN_PROGRESS: { description: 'The same key is being worked on right now.' },
    ONE_TIME_CODE_REJECTED: { description: 'The one-time code is wrong or too old.' },
    INSUFFICIENT_FUNDS: { description: 'The balance does not cover it.' },
    CARD_TOKEN_LIMIT_REACHED: { description: 'The card has as many live tokens as it may have.' },
  },
});

export enum RetryAdvice {
  DO_NOT_RETRY = 'DO_NOT_RETRY',
  RETRY_WITH_SAME_KEY = 'RETRY_WITH_SAME_KEY',
  RETRY_WITH_NEW_KEY = 'RETRY_WITH_NEW_KEY',
  FOLLOW_OPERATION = 'FOLLOW_OPERATION',
  ASK_OPERATOR = 'ASK_OPERATOR',
}

registerEnumType(RetryAdvice, {
  name: 'RetryAdvice',
  description: 'What to do next. Each value is one thing to do, and this list is closed.',
  valuesConfig: {
    DO_NOT_RETRY: { description: 'Unchanged, it will be refused again. A changed input takes a new key.' },
    RETRY_WITH_SAME_KEY: {
      description:
        'Nothing was done: send the same input with the same key, after `retryAfterSeconds` where it is known, else with a back-off. It cannot be done twice.',
    },
    RETRY_WITH_NEW_KEY: {
      description:
        "Nothing usable came of it, and starting over is safe: a new key, and fresh values from the device where it gave some (Apple's nonce is single-use).",
    },
    FOLLOW_OPERATION: {
      description:
        'Still being settled: follow `operation`. The same key does no harm and gets the final answer once there is one; another key may make a second wallet.',
    },
    ASK_OPERATOR: {
      description:
        'Neither waiting nor another input helps: whoever runs the gateway must look (credentials, set-up, an outcome nobody can tell). Keep the key; it works once that is done.',
    },
  },
});

@ObjectType({ description: "One detail of a provider's error body." })
export class ProviderErrorDetail {
  @Field(() => String, { nullable: true, description: "The provider's code for it, e.g. INVALID_VALUE." })
  readonly code!: string | null;

  @Field(() => String, { nullable: true, description: "The provider's words, for developers." })
  readonly message!: string | null;

  @Field(() => String, { nullable: true, description: "What it is about, in the provider's own field names." })
  readonly target!: string | null;
}

@ObjectType({ description: 'What the provider itself said, normalised from its own error body.' })
export class ProviderErrorResponse {
  @Field(() => Int, { description: 'The HTTP status of its answer.' })
  readonly httpStatus!: number;

  @Field(() => String, { nullable: true, description: "The provider's own error code, where its errors have one." })
  readonly code!: string | null;

  @Field(() => String, { nullable: true, description: "The provider's words, for developers; at most 500 characters." })
  readonly message!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The provider's trace id (x-request-id, PingOne's error id, ...), for its support desk.",
  })
  readonly requestId!: string | null;

  @Field(() => [ProviderErrorDetail], { description: 'What exactly it objected to; often empty.' })
  readonly details!: readonly ProviderErrorDetail[];
}

@InterfaceType({
  description:
    'What every error of a mutation carries: enough to act and to report. One fragment on this interface handles each failure, known today or later.',
})
export abstract class MutationError {
  @Field(() => WalletErrorCode, { description: 'Stable and machine-readable; one for each error type.' })
  readonly code!: WalletErrorCode;

  @Field({ description: "For a person; never holds a secret or another tenant's data." })
  readonly message!: string;

  @Field(() => RetryAdvice, { description: 'What the client should do next.' })
  readonly retry!: RetryAdvice;

  @Field(() => Int, {
    nullable: true,
    description:
      'How long to wait first, for RETRY_WITH_SAME_KEY and FOLLOW_OPERATION; null where not known: back off.',
  })
  readonly retryAfterSeconds: number | null = null;

  @Field(() => WalletProvider, {
    nullable: true,
    description:
      "Whose refusal it is. Null where it is the gateway's own: wrong input, its own limit, its own journal.",
  })
  readonly provider: WalletProvider | null = null;

  @Field(() => ProviderErrorResponse, { nullable: true, description: 'What the provider answered, where it did.' })
  readonly providerResponse: ProviderErrorResponse | null = null;

  @Field(() => Operation, {
    nullable: true,
    description:
      "The journal's entry for the key. Null where the request was refused before it got one; never null for FOLLOW_OPERATION.",
  })
  readonly operation: Operation | null = null;
}

@ObjectType({ description: 'One wrong field of the input.' })
export class InvalidField {
  @Field(() => [String], {
    description: 'Path into the mutation\'s arguments, e.g. ["input", "notification", "template", "locale"].',
  })
  readonly path!: readonly string[];

  @Field({ description: 'What is wrong with it, for a person.' })
  readonly message!: string;

  @Field(() => String, { nullable: true, description: "The provider's or the validator's own code." })
  readonly code!: string | null;
}

@ObjectType({
  implements: MutationError,
  description:
    'The input is wrong, found by the gateway before the call (`provider` is null) or by the provider in it. Nothing was done. DO_NOT_RETRY.',
})
export class InvalidInputError extends MutationError {
  override readonly code = WalletErrorCode.INVALID_INPUT;
  override readonly retry: RetryAdvice = RetryAdvice.DO_NOT_RETRY;

  @Field(() => [InvalidField], { description: 'Which fields. Empty where the provider did not say which.' })
  readonly fields: readonly InvalidField[] = [];
}

@ObjectType({
  implements: MutationError,
  description:
    'The user, customer, account, card or wallet that the input names does not exist at the provider. DO_NOT_RETRY.',
})
export class NotFoundError extends MutationError {
  override readonly code = WalletErrorCode.NOT_FOUND;
  override readonly retry: RetryAdvice = RetryAdvice.DO_NOT_RETRY;
}

@ObjectType({
  implements: MutationError,
  description:
    'The state of things forbids it: it exists already, is in the wrong state, or is being changed just now. `provider` is null where that was known, and nothing was sent. DO_NOT_RETRY, or RETRY_WITH_SAME_KEY where it will pass.',
})
export class ConflictError extends MutationError {
  override readonly code = WalletErrorCode.CONFLICT;
  override readonly retry: RetryAdvice = RetryAdvice.DO_NOT_RETRY;
}

@ObjectType({
  implements: MutationError,
  description:
    'Well-formed, understood, and declined by the provider for a reason of its own. DO_NOT_RETRY, or ASK_OPERATOR where its set-up for this merchant lacks something.',
})
export class ProviderRejectedError extends MutationError {
  override readonly code = WalletErrorCode.PROVIDER_REJECTED;
  override readonly retry: RetryAdvice = RetryAdvice.DO_NOT_RETRY;
}

@ObjectType({
  implements: MutationError,
  description:
    'The provider does not let the gateway in: its credentials were refused or lack a right. Moov, PingOne and Equals Money say the same of an account or environment that is not there: check the id first. ASK_OPERATOR.',
})
export class ProviderAccessDeniedError extends MutationError {
  override readonly code = WalletErrorCode.PROVIDER_ACCESS_DENIED;
  override readonly retry: RetryAdvice = RetryAdvice.ASK_OPERATOR;
}

@ObjectType({
  implements: MutationError,
  description:
    'Too many requests for the provider; or too many guesses at a code, or mutations of this caller (`provider` is null). Nothing was done. RETRY_WITH_SAME_KEY.',
})
export class RateLimitedError extends MutationError {
  override readonly code = WalletErrorCode.RATE_LIMITED;
  override readonly retry: RetryAdvice = RetryAdvice.RETRY_WITH_SAME_KEY;
}

@ObjectType({
  implements: MutationError,
  description:
    "Certainly not processed: connection refused, no token to be had, an answer that says so, looked for and not there, the gateway's journal or the store of its limits down (`provider` is null). RETRY_WITH_SAME_KEY; ASK_OPERATOR where the provider is not configured.",
})
export class ProviderUnavailableError extends MutationError {
  override readonly code = WalletErrorCode.PROVIDER_UNAVAILABLE;
  override readonly retry: RetryAdvice = RetryAdvice.RETRY_WITH_SAME_KEY;
}

@ObjectType({
  implements: MutationError,
  description:
    'The request was sent and no trustworthy answer came back: the provider may or may not have acted. The gateway looks for what became of it. FOLLOW_OPERATION; ASK_OPERATOR once settling was given up; RETRY_WITH_NEW_KEY where nothing can be read back and asking again is harmless (card tokens, one-time codes), where it was read back and is not so, or where the provider said no, or nothing for ten minutes, to what was asked again.',
})
export class OutcomeUnknownError extends MutationError {
  override readonly code = WalletErrorCode.OUTCOME_UNKNOWN;
  override readonly retry: RetryAdvice = RetryAdvice.FOLLOW_OPERATION;
}

@ObjectType({
  implements: MutationError,
  description:
    'This key was used before with another input; `operation` is that earlier one. Nothing was sent. DO_NOT_RETRY: look at it before making a new key.',
})
export class IdempotencyKeyReusedError extends MutationError {
  override readonly code = WalletErrorCode.IDEMPOTENCY_KEY_REUSED;
  override readonly retry: RetryAdvice = RetryAdvice.DO_NOT_RETRY;
}

@ObjectType({
  implements: MutationError,
  description: 'The same key is being worked on right now. FOLLOW_OPERATION.',
})
export class OperationInProgressError extends MutationError {
  override readonly code = WalletErrorCode.OPERATION_IN_PROGRESS;
  override readonly retry: RetryAdvice = RetryAdvice.FOLLOW_OPERATION;
}

/** How an attempt may end without success, and be kept in the journal. */
export const attemptErrors = [
  InvalidInputError,
  NotFoundError,
  ConflictError,
  ProviderRejectedError,
  ProviderAccessDeniedError,
  RateLimitedError,
  ProviderUnavailableError,
  OutcomeUnknownError,
] as const;

/** The ten errors that every mutation may answer with: this is the one list of them. */
const commonErrors = [...attemptErrors, IdempotencyKeyReusedError, OperationInProgressError] as const;

type Class = abstract new () => object;

/** The union that a mutation answers with: its own successes and errors, and the common errors. */
export function resultUnion<const Own extends readonly Class[]>(name: string, description: string, own: Own) {
  const types = [...own, ...commonErrors] as unknown as readonly [Own[number], ...(typeof commonErrors)[number][]];
  return createUnionType({ name, description, types: () => types as never }) as unknown as InstanceType<
    Own[number] | (typeof commonErrors)[number]
  >;
}
