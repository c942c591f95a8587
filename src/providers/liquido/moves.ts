import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { z } from 'zod';
import { MutationError, resultUnion, RetryAdvice, WalletErrorCode } from '../../core/errors.js';
import { GraphQLBigInt, GraphQLCurrencyCode } from '../../core/scalars.js';
import { changeKeyDescription, nodeId, Rules } from '../../core/validation.js';
import { LiquidoWalletAccount, liquidoWalletAccountId } from './types.js';

/** Money that goes into a wallet account, and out of it. */

@Rules(
  z.object({
    minorUnits: z
      .bigint()
      .refine(amount => amount > 0n, { error: 'Must be more than zero.', params: { code: 'NOT_POSITIVE' } }),
  }),
)
@InputType({ description: 'An exact amount of money. More than zero.' })
export class MoneyInput {
  @Field(() => GraphQLCurrencyCode, { description: 'Which currency: that of the wallet.' })
  readonly currency!: string;

  @Field(() => GraphQLBigInt, {
    description: "Whole number of the provider's smallest unit, hundredths at LIQUIDO: 1204 is 12.04. More than zero.",
  })
  readonly minorUnits!: bigint;
}

const rules = z.object({ walletAccountId: nodeId(liquidoWalletAccountId) });

@Rules(rules)
@InputType({ description: 'Money to be put into a wallet account at LIQUIDO.' })
export class TopUpWalletAccountInput {
  @Field({ description: changeKeyDescription })
  readonly idempotencyKey!: string;

  @Field(() => ID, { description: 'The wallet account: the `id` of a LiquidoWalletAccount.' })
  readonly walletAccountId!: string;

  @Field(() => MoneyInput, { description: 'How much.' })
  readonly amount!: MoneyInput;
}

@Rules(rules)
@InputType({ description: 'Money to be taken out of a wallet account at LIQUIDO.' })
export class ChargeWalletAccountInput {
  @Field({ description: changeKeyDescription })
  readonly idempotencyKey!: string;

  @Field(() => ID, { description: 'The wallet account: the `id` of a LiquidoWalletAccount.' })
  readonly walletAccountId!: string;

  @Field(() => MoneyInput, { description: 'How much.' })
  readonly amount!: MoneyInput;
}

@ObjectType({ description: 'The money is in the wallet account.' })
export class WalletAccountToppedUp {
  @Field(() => LiquidoWalletAccount, { description: 'The wallet account, with the new balance.' })
  readonly walletAccount!: LiquidoWalletAccount;
}

@ObjectType({ description: 'The money is out of the wallet account.' })
export class WalletAccountCharged {
  @Field(() => LiquidoWalletAccount, { description: 'The wallet account, with the new balance.' })
  readonly walletAccount!: LiquidoWalletAccount;
}

@ObjectType({
  implements: MutationError,
  description: 'The balance does not cover the charge; nothing was taken. DO_NOT_RETRY.',
})
export class InsufficientFundsError extends MutationError {
  override readonly code = WalletErrorCode.INSUFFICIENT_FUNDS;
  override readonly retry: RetryAdvice = RetryAdvice.DO_NOT_RETRY;
}

export const TopUpWalletAccountResult = resultUnion(
  'TopUpWalletAccountResult',
  'What became of topUpWalletAccount: the account with its new balance, or an error that says what to do next.',
  [WalletAccountToppedUp],
);

export const ChargeWalletAccountResult = resultUnion(
  'ChargeWalletAccountResult',
  'What became of chargeWalletAccount: the account with its new balance, or an error that says what to do next.',
  [WalletAccountCharged, InsufficientFundsError],
);
