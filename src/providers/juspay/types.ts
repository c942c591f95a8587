import { Field, InputType, ObjectType } from 'type-graphql';
import { z } from 'zod';
import { namePattern } from '../../core/ids.js';
import { GraphQLDateTime, GraphQLDecimal } from '../../core/scalars.js';
import { Sensitive } from '../../core/sensitive.js';
import { Rules, text } from '../../core/validation.js';
import { WalletAccount } from '../../core/wallet.js';

@ObjectType({ description: 'An account within a wallet, such as a postpaid one.' })
export class JuspaySubAccount {
  @Field(() => String, { nullable: true, description: "Juspay's name of it." })
  readonly paymentMethod!: string | null;

  @Field(() => String, { nullable: true, description: 'What kind of payment method it is.' })
  readonly paymentMethodType!: string | null;

  @Field(() => GraphQLDecimal, { nullable: true, description: 'As of `lastRefreshed`. Juspay names no currency.' })
  readonly currentBalance!: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When Juspay last asked the wallet.' })
  readonly lastRefreshed!: string | null;
}

@ObjectType({ implements: WalletAccount, description: "A customer's wallet at Juspay, to pay from once it is linked." })
export class JuspayWalletAccount extends WalletAccount {
  @Field({ description: "The customer, by Juspay's id or the merchant's own, as it was given." })
  readonly customerId!: string;

  @Field({ description: "The wallet's name at Juspay: MOBIKWIK, ..." })
  readonly walletName!: string;

  @Field({ description: 'Whether it can be paid from.' })
  readonly linked!: boolean;

  @Field(() => GraphQLDecimal, { nullable: true, description: 'As of `lastRefreshed`. Juspay names no currency.' })
  readonly currentBalance!: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When Juspay last asked the wallet.' })
  readonly lastRefreshed!: string | null;

  @Field(() => String, { nullable: true, description: 'The mobile number that it is linked by, where Juspay says it.' })
  readonly mobileNumber!: string | null;

  @Field(() => String, { nullable: true, description: "Which of the merchant's gateway set-ups it belongs to." })
  readonly gatewayReferenceId!: string | null;

  @Field(() => String, { nullable: true, description: "Juspay's bank code; known from lists alone." })
  readonly bankCode?: string | null;

  /** Known from lists alone. */
  readonly subAccounts?: readonly JuspaySubAccount[] | null;
}

const name = text({ maximum: 128, pattern: namePattern, expectation: 'letters, digits and . _ ~ @ : + = - only' });
const headerText = text({ maximum: 128, pattern: /^[\x21-\x7e]*$/, expectation: 'visible ASCII characters only' });

export const clientAuthTokenText = text({
  maximum: 1024,
  pattern: /^[\x21-\x7e]*$/,
  expectation: 'visible ASCII characters only',
});

@Rules(z.object({ customerId: name, routingId: headerText }))
@InputType({ description: 'A customer at Juspay, as an owner of wallets.' })
export class JuspayCustomerInput {
  @Field({
    description: "Juspay's customer id, or the merchant's own reference for the customer. At most 128 characters.",
  })
  readonly customerId!: string;

  @Field(() => String, {
    nullable: true,
    description: "As in the customer's other calls; the customer id where left out. At most 128 characters.",
  })
  readonly routingId!: string | null;
}

@Rules(
  z.object({
    customerId: name,
    gateway: text({ maximum: 64, pattern: /^\w+$/, expectation: 'letters, digits and _ only' }),
    mobileNumber: text({ maximum: 15, pattern: /^\d{4,15}$/, expectation: '4 to 15 digits, without a prefix' }),
    gatewayReferenceId: text({ maximum: 128 }),
    clientAuthToken: clientAuthTokenText,
    routingId: headerText,
  }),
)
@InputType({ description: "A customer's wallet to be added at Juspay. The customer must exist there." })
export class JuspayWalletAccountInput {
  @Field({
    description: "Juspay's customer id, or the merchant's own reference for the customer. At most 128 characters.",
  })
  readonly customerId!: string;

  @Field({ description: "The wallet to link, by Juspay's gateway name: MOBIKWIK, PAYTM, ... At most 64 characters." })
  readonly gateway!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Start linking at once: the customer gets a one-time code.',
  })
  readonly authenticate!: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      "National number, 4 to 15 digits without a prefix, as Juspay wants it; the customer's own where left out.",
  })
  readonly mobileNumber!: string | null;

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

  @Field(() => String, {
    nullable: true,
    description:
      'Sent as x-routing-id, the same for one customer always; the customer id where left out. At most 128 characters.',
  })
  readonly routingId!: string | null;
}
