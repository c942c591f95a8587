import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { z } from 'zod';
import { MutationError, resultUnion, RetryAdvice, WalletErrorCode } from '../../core/errors.js';
import { Sensitive } from '../../core/sensitive.js';
import { changeKeyDescription, nodeId, Rules, text } from '../../core/validation.js';
import { juspayWalletAccountId } from './ids.js';
import { clientAuthTokenText, JuspayWalletAccount } from './types.js';

/** What can be done with a wallet at Juspay, and what comes of it. */

const walletRules = { walletAccountId: nodeId(juspayWalletAccountId) };

@Rules(z.object({ ...walletRules, gatewayReferenceId: text({ maximum: 128 }), clientAuthToken: clientAuthTokenText }))
@InputType({ description: 'A wallet at Juspay whose customer is to get a one-time code.' })
export class AuthenticateWalletAccountInput {
  @Field({ description: changeKeyDescription })
  readonly idempotencyKey!: string;

  @Field(() => ID, { description: 'The wallet: the `id` of a JuspayWalletAccount.' })
  readonly walletAccountId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Needed where the merchant has several merchant ids. At most 128 characters.',
  })
  readonly gatewayReferenceId!: string | null;

  @Sensitive()
  @Field(() => String, {
    nullable: true,
    description: "Juspay's short-lived token for calls on behalf of a client. At most 1,024 characters.",
  })
  readonly clientAuthToken!: string | null;
}

@Rules(z.object({ ...walletRules, otp: text({ maximum: 64 }) }))
@InputType({ description: 'A wallet at Juspay to be linked, and the code that its customer got.' })
export class LinkWalletAccountInput {
  @Field({
    description: `${changeKeyDescription} Another code takes a new key; the code itself must not be in it, for keys are shown.`,
  })
  readonly idempotencyKey!: string;

  @Field(() => ID, { description: 'The wallet: the `id` of a JuspayWalletAccount.' })
  readonly walletAccountId!: string;

  @Sensitive()
  @Field({ description: 'the one-time code as the customer typed it. At most 64 characters.' })
  readonly otp!: string;
}

@Rules(z.object(walletRules))
@InputType({ description: 'A linked wallet at Juspay, to be asked for its balance.' })
export class RefreshWalletAccountInput {
  @Field({ description: changeKeyDescription })
  readonly idempotencyKey!: string;

  @Field(() => ID, { description: 'The wallet: the `id` of a JuspayWalletAccount.' })
  readonly walletAccountId!: string;
}

@Rules(z.object(walletRules))
@InputType({ description: 'A linked wallet at Juspay whose link is to be taken away.' })
export class DelinkWalletAccountInput {
  @Field({ description: changeKeyDescription })
  readonly idempotencyKey!: string;

  @Field(() => ID, { description: 'The wallet: the `id` of a JuspayWalletAccount.' })
  readonly walletAccountId!: string;
}

@ObjectType({ description: 'A one-time code is on its way to the customer: give it to `linkWalletAccount`.' })
export class OneTimeCodeSent {
  @Field(() => JuspayWalletAccount, { description: 'The wallet, not linked yet.' })
  readonly walletAccount!: JuspayWalletAccount;
}

@ObjectType({
  description:
    'The wallet is linked: it can be paid from. After a lost answer that is what was seen then, whether by this code or before.',
})
export class WalletAccountLinked {
  @Field(() => JuspayWalletAccount, { description: 'The wallet, linked.' })
  readonly walletAccount!: JuspayWalletAccount;
}

@ObjectType({ description: 'The wallet was asked for its balance.' })
export class WalletAccountRefreshed {
  @Field(() => JuspayWalletAccount, { description: 'The wallet with its balance as of `lastRefreshed`.' })
  readonly walletAccount!: JuspayWalletAccount;
}

@ObjectType({ description: 'The wallet is not linked any more; it can be linked again.' })
export class WalletAccountDelinked {
  @Field(() => JuspayWalletAccount, {
    description: 'The wallet without its link. Juspay tells little of it then: read it again for the rest.',
  })
  readonly walletAccount!: JuspayWalletAccount;
}

@ObjectType({
  implements: MutationError,
  description:
    'The code is wrong or too old; the wallet stays unlinked. Too many guesses are a RateLimitedError. DO_NOT_RETRY: another code takes a new key.',
})
export class OneTimeCodeRejectedError extends MutationError {
  override readonly code = WalletErrorCode.ONE_TIME_CODE_REJECTED;
  override readonly retry: RetryAdvice = RetryAdvice.DO_NOT_RETRY;

  @Field(() => Int, {
    nullable: true,
    description:
      'Guesses left for this wallet in this hour, counted when this code was tried. It is there today; null is for codes that are not counted.',
  })
  readonly attemptsLeft: number | null = null;
}

export const AuthenticateWalletAccountResult = resultUnion(
  'AuthenticateWalletAccountResult',
  'What became of authenticateWalletAccount: a code is on its way, or an error that says what to do next.',
  [OneTimeCodeSent],
);

export const LinkWalletAccountResult = resultUnion(
  'LinkWalletAccountResult',
  'What became of linkWalletAccount: the linked wallet, a code that was not accepted, or an error that says what to do next.',
  [WalletAccountLinked, OneTimeCodeRejectedError],
);

export const RefreshWalletAccountResult = resultUnion(
  'RefreshWalletAccountResult',
  'What became of refreshWalletAccount: the wallet with its balance, or an error that says what to do next.',
  [WalletAccountRefreshed],
);

export const DelinkWalletAccountResult = resultUnion(
  'DelinkWalletAccountResult',
  'What became of delinkWalletAccount: the wallet without its link, or an error that says what to do next.',
  [WalletAccountDelinked],
);

/** What these mutations can end with, besides the errors that all can. */
export const commandResults = [
  OneTimeCodeSent,
  WalletAccountLinked,
  WalletAccountRefreshed,
  WalletAccountDelinked,
  OneTimeCodeRejectedError,
];
