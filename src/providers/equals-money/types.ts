import { createUnionType, Directive, Field, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { z } from 'zod';
import { resultUnion } from '../../core/errors.js';
import { WalletProvider } from '../../core/provider.js';
import { GraphQLDateTime, GraphQLUUID } from '../../core/scalars.js';
import { Sensitive } from '../../core/sensitive.js';
import { Rules, text } from '../../core/validation.js';
import { accountText } from './card-tokens.js';
import { CardTokenLimitReachedError } from './limit.js';

export enum DeviceType {
  MOBILE_PHONE = 'MOBILE_PHONE',
  TABLET = 'TABLET',
  WATCH = 'WATCH',
}

registerEnumType(DeviceType, {
  name: 'DeviceType',
  description: 'The device that the card is added to.',
  valuesConfig: {
    MOBILE_PHONE: { description: 'A phone.' },
    TABLET: { description: 'A tablet.' },
    WATCH: { description: 'A watch.' },
  },
});

@ObjectType({ description: 'The three values of PKAddPaymentPassRequest.' })
export class ApplePayPassRequest {
  @Sensitive(WalletProvider.EQUALS_MONEY)
  @Field({ description: 'set it as PKAddPaymentPassRequest.activationData.' })
  readonly activationData!: string;

  @Sensitive(WalletProvider.EQUALS_MONEY)
  @Field({ description: 'set it as PKAddPaymentPassRequest.encryptedPassData.' })
  readonly encryptedPassData!: string;

  @Sensitive(WalletProvider.EQUALS_MONEY)
  @Field({ description: 'set it as PKAddPaymentPassRequest.ephemeralPublicKey.' })
  readonly ephemeralPublicKey!: string;
}

@ObjectType({ description: "What an Apple device needs: the request's own values, and what PassKit asks for." })
export class ApplePayPayload {
  @Field(() => DeviceType, {
    nullable: true,
    description: 'Your device type, echoed by Equals Money; null where it is not echoed.',
  })
  readonly deviceType!: DeviceType | null;

  @Field(() => String, {
    nullable: true,
    description: 'Your app version, echoed by Equals Money; null where it is not echoed.',
  })
  readonly provisioningAppVersion!: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Your certificates, echoed by Equals Money; null where they are not.',
  })
  readonly certificates!: readonly string[] | null;

  @Sensitive(WalletProvider.EQUALS_MONEY)
  @Field(() => String, {
    nullable: true,
    description: 'your nonce, echoed by Equals Money; null where it is not echoed.',
  })
  readonly nonce!: string | null;

  @Sensitive(WalletProvider.EQUALS_MONEY)
  @Field(() => String, {
    nullable: true,
    description: 'the signature of the nonce, echoed by Equals Money; null where it is not echoed.',
  })
  readonly nonceSignature!: string | null;

  @Field(() => ApplePayPassRequest, {
    nullable: true,
    description:
      'What PassKit needs. Null where the provider only echoed the request: the card cannot be added with this answer.',
  })
  readonly passRequest!: ApplePayPassRequest | null;
}

@ObjectType({ description: "The cardholder's address, as Google's SDK takes it." })
export class CardholderAddress {
  @Field(() => String, { nullable: true, description: "The cardholder's name." })
  readonly name!: string | null;

  @Field(() => String, { nullable: true, description: 'First line.' })
  readonly address1!: string | null;

  @Field(() => String, { nullable: true, description: 'Second line.' })
  readonly address2!: string | null;

  @Field(() => String, { nullable: true, description: 'City.' })
  readonly city!: string | null;

  @Field(() => String, { nullable: true, description: 'State or county.' })
  readonly state!: string | null;

  @Field(() => String, { nullable: true, description: 'Postal code.' })
  readonly postalCode!: string | null;

  @Field(() => String, { nullable: true, description: 'Country.' })
  readonly country!: string | null;

  @Field(() => String, { nullable: true, description: 'Phone number.' })
  readonly phone!: string | null;
}

@ObjectType({ description: "What Google's push provisioning needs." })
export class GooglePayPayload {
  @Field(() => String, { nullable: true, description: 'What the card is called in the wallet.' })
  readonly displayName!: string | null;

  @Field(() => String, { nullable: true, description: "The card's last digits." })
  readonly lastDigits!: string | null;

  @Field(() => String, { nullable: true, description: 'The card network.' })
  readonly network!: string | null;

  @Field(() => String, { nullable: true, description: "The network's token service." })
  readonly tokenServiceProvider!: string | null;

  @Sensitive(WalletProvider.EQUALS_MONEY)
  @Field(() => String, { nullable: true, description: "for Google's tap-and-pay SDK." })
  readonly opaquePaymentCard!: string | null;

  @Field(() => CardholderAddress, { nullable: true, description: "The cardholder's address." })
  readonly userAddress!: CardholderAddress | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was made.' })
  readonly createdAt!: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it last changed.' })
  readonly updatedAt!: string | null;
}

@ObjectType({ description: "What Samsung's push provisioning needs." })
export class SamsungPayPayload {
  @Field(() => String, { nullable: true, description: 'What kind of card it is.' })
  readonly cardType!: string | null;

  @Field(() => String, { nullable: true, description: 'What the card is called in the wallet.' })
  readonly displayName!: string | null;

  @Field(() => String, { nullable: true, description: "The card's last digits." })
  readonly lastDigits!: string | null;

  @Field(() => String, { nullable: true, description: 'The card network.' })
  readonly network!: string | null;

  @Field(() => String, { nullable: true, description: "The network's token service." })
  readonly tokenServiceProvider!: string | null;

  @Sensitive(WalletProvider.EQUALS_MONEY)
  @Field(() => String, { nullable: true, description: "for Samsung's SDK." })
  readonly extraProvisionPayload!: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was made.' })
  readonly createdAt!: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it last changed.' })
  readonly updatedAt!: string | null;
}

export const CardTokenPayload = createUnionType({
  name: 'CardTokenPayload',
  description: "Secret: what the device's wallet needs, by wallet.",
  types: () => [ApplePayPayload, GooglePayPayload, SamsungPayPayload] as const,
});

@ObjectType({
  description: 'The provider gave what the device needs. The card is in the wallet only when the device has finished.',
})
export class CardTokenProvisioned {
  @Field({ description: 'The account that the card belongs to.' })
  readonly accountId!: string;

  @Field(() => GraphQLUUID, { description: 'The card.' })
  readonly cardId!: string;

  @Sensitive(WalletProvider.EQUALS_MONEY)
  @Field(() => CardTokenPayload, {
    nullable: true,
    description:
      "what the device's wallet needs to finish adding the card. Null once it is no longer kept (ten minutes): start over with a new key.",
  })
  readonly payload!: ApplePayPayload | GooglePayPayload | SamsungPayPayload | null;
}

const fromDevice = text({ maximum: 16_384 });

@Rules(
  z.object({
    certificates: z
      .array(fromDevice)
      .min(1, 'Must hold at least one certificate.')
      .max(10, 'Must hold at most 10 certificates.'),
    nonce: fromDevice,
    nonceSignature: fromDevice,
  }),
)
@InputType({ description: 'As PassKit hands them over; passed on unchanged.' })
export class ApplePayInput {
  @Field(() => [String], {
    description:
      'Base64 certificates from Apple: the leaf first, then the sub-CA. At most 10, of 16,384 characters each.',
  })
  readonly certificates!: readonly string[];

  @Sensitive()
  @Field({ description: 'single-use, a new attempt needs a new one. At most 16,384 characters.' })
  readonly nonce!: string;

  @Sensitive()
  @Field({ description: "Apple's signature of the nonce. At most 16,384 characters." })
  readonly nonceSignature!: string;
}

const androidRules = z.object({ deviceId: text({ maximum: 24 }), walletUserId: text({ maximum: 50 }) });

@Rules(androidRules)
@InputType({ description: "What Google's SDK gives about the device and its wallet." })
export class GooglePayInput {
  @Field({ description: "Google's id of the device. At most 24 characters." })
  readonly deviceId!: string;

  @Field({ description: "Google's id of the wallet. At most 50 characters." })
  readonly walletUserId!: string;
}

@Rules(androidRules)
@InputType({ description: "What Samsung's SDK gives about the device and its wallet." })
export class SamsungPayInput {
  @Field({ description: "Samsung's id of the device. At most 24 characters." })
  readonly deviceId!: string;

  @Field({ description: "Samsung's id of the wallet's user. At most 50 characters." })
  readonly walletUserId!: string;
}

@Directive('@oneOf')
@InputType({ description: 'Exactly one wallet.' })
export class CardTokenWalletInput {
  @Field(() => ApplePayInput, { nullable: true, description: "Apple's wallet." })
  readonly apple?: ApplePayInput;

  @Field(() => GooglePayInput, { nullable: true, description: "Google's wallet." })
  readonly google?: GooglePayInput;

  @Field(() => SamsungPayInput, { nullable: true, description: "Samsung's wallet." })
  readonly samsung?: SamsungPayInput;
}

@Rules(
  z.object({
    accountId: accountText,
    provisioningAppVersion: text({ maximum: 50 }),
  }),
)
@InputType({ description: "A card to be added to a device's wallet." })
export class ProvisionCardTokenInput {
  @Field({
    description:
      'Your key for this intent. A new attempt on the device takes a new key. 1 to 255 visible ASCII characters.',
  })
  readonly idempotencyKey!: string;

  @Field({ description: 'The account that the card belongs to, e.g. F00042. At most 128 characters.' })
  readonly accountId!: string;

  @Field(() => GraphQLUUID, { description: 'The card.' })
  readonly cardId!: string;

  @Field(() => GraphQLUUID, { nullable: true, description: 'The person that the card belongs to.' })
  readonly personId!: string | null;

  @Field(() => DeviceType, { description: 'The device that the card is added to.' })
  readonly deviceType!: DeviceType;

  @Field({ description: 'The version of the app that asks, for fraud prevention. At most 50 characters.' })
  readonly provisioningAppVersion!: string;

  @Field(() => CardTokenWalletInput, { description: "Which wallet, and what the device's SDK gave for it." })
  readonly wallet!: CardTokenWalletInput;
}

export const ProvisionCardTokenResult = resultUnion(
  'ProvisionCardTokenResult',
  'What became of provisionCardToken: what the device needs, or an error that says what to do next.',
  [CardTokenProvisioned, CardTokenLimitReachedError],
);
