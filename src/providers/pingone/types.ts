import { Field, InputType, InterfaceType, ObjectType, registerEnumType } from 'type-graphql';
import { z } from 'zod';
import { ProviderErrorDetail, resultUnion } from '../../core/errors.js';
import { uuidPart, type NodeId } from '../../core/ids.js';
import { WalletProvider } from '../../core/provider.js';
import { GraphQLDateTime, GraphQLJSONObject, GraphQLURL, GraphQLUUID } from '../../core/scalars.js';
import { Sensitive } from '../../core/sensitive.js';
import { Rules, text } from '../../core/validation.js';
import { Wallet } from '../../core/wallet.js';

export enum NotificationMethod {
  EMAIL = 'EMAIL',
  SMS = 'SMS',
}

registerEnumType(NotificationMethod, {
  name: 'NotificationMethod',
  description: 'How the user may be told to pair the wallet.',
  valuesConfig: {
    EMAIL: { description: "To the user's e-mail address." },
    SMS: { description: "To the user's primary phone." },
  },
});

export enum NotificationChannel {
  EMAIL = 'EMAIL',
  SMS = 'SMS',
  UNRECOGNIZED = 'UNRECOGNIZED',
}

registerEnumType(NotificationChannel, {
  name: 'NotificationChannel',
  description: 'The channel of a notification, as the provider names it. What you can ask for is NotificationMethod.',
  valuesConfig: {
    EMAIL: { description: 'By e-mail.' },
    SMS: { description: 'By text message.' },
    UNRECOGNIZED: { description: 'By a way that this gateway does not know yet.' },
  },
});

@ObjectType({ description: 'The open invitation to pair a wallet app with the wallet.' })
export class PairingSession {
  @Field({ description: 'The id under which PingOne knows the session.' })
  readonly providerId!: string;

  @Field(() => String, { nullable: true, description: "The provider's word. Only INITIAL is documented." })
  readonly status!: string | null;

  @Sensitive(WalletProvider.PINGONE)
  @Field(() => GraphQLURL, {
    nullable: true,
    description: 'what the wallet app scans. Null where the app is paired without a QR code.',
  })
  readonly qrUrl!: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was opened.' })
  readonly createdAt!: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it last changed.' })
  readonly updatedAt!: string | null;
}

@ObjectType({ description: 'The phone that a wallet is paired with.' })
export class DigitalWalletDevice {
  @Field(() => String, { nullable: true, description: "The wallet app's package." })
  readonly appPackage!: string | null;

  @Field(() => String, { nullable: true, description: 'The version of the wallet SDK in the app.' })
  readonly sdkVersion!: string | null;

  @Field(() => String, { nullable: true, description: 'ANDROID or IOS.' })
  readonly osType!: string | null;

  @Field(() => String, { nullable: true, description: 'The version of its operating system.' })
  readonly osVersion!: string | null;

  @Field(() => String, { nullable: true, description: 'Who made the phone.' })
  readonly manufacturer!: string | null;

  @Field(() => String, { nullable: true, description: 'Which phone it is.' })
  readonly model!: string | null;

  @Field(() => Boolean, { nullable: true, description: "Whether pushes go through the phone maker's sandbox." })
  readonly pushSandbox!: boolean | null;
}

@ObjectType({ description: 'A try to pair a wallet app with the wallet.' })
export class PairingAttempt {
  @Field({ description: 'Whether it succeeded.' })
  readonly succeeded!: boolean;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was made.' })
  readonly attemptedAt!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it failed: WALLET_ALREADY_PAIRED, APP_PACKAGE_MISMATCH, ...',
  })
  readonly errorCode!: string | null;
}

@ObjectType({ description: 'What happened to a credential in a wallet.' })
export class CredentialAction {
  @Field({ description: 'CREDENTIAL_ACCEPTED, CREDENTIAL_REJECTED, CREDENTIAL_REVOKED, CREDENTIAL_DELETED, ...' })
  readonly type!: string;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it happened.' })
  readonly occurredAt!: string | null;
}

@ObjectType({ description: 'A credential that was given into a wallet.' })
export class ProvisionedCredential {
  @Field({ description: 'The id under which PingOne knows the provision.' })
  readonly providerId!: string;

  @Field(() => GraphQLUUID, { nullable: true, description: 'The credential that was provisioned.' })
  readonly credentialId!: string | null;

  @Field(() => String, { nullable: true, description: "The provider's word." })
  readonly status!: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was provisioned.' })
  readonly createdAt!: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it ends, or ended.' })
  readonly expiresAt!: string | null;

  @Field(() => [CredentialAction], { description: 'What happened to it since; often empty.' })
  readonly actions!: readonly CredentialAction[];
}

@ObjectType({
  implements: Wallet,
  description: 'An identity wallet: it binds a PingOne user to a wallet app on a phone.',
})
export class DigitalWallet extends Wallet {
  @Field(() => GraphQLUUID, { description: 'The PingOne environment it is in.' })
  readonly environmentId!: string;

  @Field(() => GraphQLUUID, { description: 'The user that it belongs to.' })
  readonly userId!: string;

  @Field(() => GraphQLUUID, { description: 'The wallet application that it is paired through.' })
  readonly digitalWalletApplicationId!: string;

  @Field(() => GraphQLUUID, { nullable: true, description: 'The installation of the app, once it is known.' })
  readonly applicationInstanceId!: string | null;

  /** As it came; a list has none. */
  readonly pairingSession!: PairingSession | null;

  /** As it came; lists may leave it out. */
  readonly device!: DigitalWalletDevice | null;

  /** As they came; lists may leave them out, and results from before they were read have none. */
  readonly pairingAttempts?: readonly PairingAttempt[];

  /** Such a wallet is not told whole. */
  readonly isFromList?: boolean;

  @Sensitive(WalletProvider.PINGONE)
  @Field(() => GraphQLURL, {
    nullable: true,
    description: 'deep link that opens the wallet app with the pairing request.',
  })
  readonly appOpenUrl!: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was made.' })
  readonly createdAt!: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it last changed.' })
  readonly updatedAt!: string | null;
}

export const digitalWalletId: NodeId<[environmentId: string, userId: string, walletId: string]> = {
  typeName: 'DigitalWallet',
  parts: z.tuple([uuidPart, uuidPart, uuidPart]),
};

@InputType({ description: 'A user at PingOne, as an owner of wallets.' })
export class PingOneUserInput {
  @Field(() => GraphQLUUID, {
    nullable: true,
    description: "Defaults to the environment in the gateway's configuration.",
  })
  readonly environmentId!: string | null;

  @Field(() => GraphQLUUID, { description: 'The user.' })
  readonly userId!: string;
}

@ObjectType({ description: 'A notification that the provider accepted for delivery.' })
export class SentNotification {
  @Field(() => NotificationChannel, { description: 'By which channel it was sent.' })
  readonly channel!: NotificationChannel;

  @Field(() => String, { nullable: true, description: 'The id under which the provider knows the notification.' })
  readonly providerId!: string | null;
}

@ObjectType({ description: 'A notification that did not go out.' })
export class NotificationFailure {
  @Field(() => NotificationChannel, { description: 'By which channel it should have been sent.' })
  readonly channel!: NotificationChannel;

  @Field(() => String, { nullable: true, description: "The provider's code, e.g. INVALID_DATA." })
  readonly code!: string | null;

  @Field({ description: "The provider's words, for developers." })
  readonly message!: string;

  @Field(() => String, { nullable: true, description: "The provider's id of this failure, for its support desk." })
  readonly providerErrorId!: string | null;

  @Field(() => [ProviderErrorDetail], { description: 'What exactly was wrong; often empty.' })
  readonly details!: readonly ProviderErrorDetail[];
}

@InterfaceType({ description: 'Both ways in which a digital wallet comes to be.' })
export abstract class DigitalWalletCreation {
  @Field(() => DigitalWallet, { description: 'The new wallet.' })
  readonly digitalWallet!: DigitalWallet;

  @Field(() => [SentNotification], {
    description: 'Notifications that the provider accepted for delivery; empty where none was asked for.',
  })
  readonly sent!: readonly SentNotification[];
}

@ObjectType({
  implements: DigitalWalletCreation,
  description: 'The wallet exists, can be paired, and every notification that was asked for is on its way.',
})
export class DigitalWalletCreated extends DigitalWalletCreation {}

@ObjectType({
  implements: DigitalWalletCreation,
  description:
    'The wallet exists and can be paired; one or more of its notifications, perhaps all, did not go out. Show the QR code.',
})
export class DigitalWalletCreatedWithNotificationFailures extends DigitalWalletCreation {
  @Field(() => [NotificationFailure], { description: 'What did not go out, and why.' })
  readonly failures!: readonly NotificationFailure[];
}

@Rules(z.object({ locale: text({ maximum: 64 }), variant: text({ maximum: 255 }) }))
@InputType({ description: "Which text of PingOne's template digital_wallet_pairing is sent." })
export class NotificationTemplateInput {
  @Field({ description: 'Its language, e.g. en. At most 64 characters.' })
  readonly locale!: string;

  @Field({ description: 'Its variant, e.g. variant_B. At most 255 characters.' })
  readonly variant!: string;

  @Field(() => GraphQLJSONObject, { nullable: true, description: "Values for the template's dynamic variables." })
  readonly variables!: Readonly<Record<string, unknown>> | null;
}

@Rules(
  z.object({
    methods: z
      .array(z.string())
      .refine(methods => new Set(methods).size === methods.length, {
        error: 'Must not hold one method twice.',
        params: { code: 'DUPLICATE' },
      })
      .nullish(),
  }),
)
@InputType({ description: 'Whom to tell, and how.' })
export class DigitalWalletNotificationInput {
  @Field(() => [NotificationMethod], {
    nullable: true,
    description:
      'The channels to use. Where left out, PingOne is named none and decides by itself: `sent` tells what it sent.',
  })
  readonly methods!: readonly NotificationMethod[] | null;

  @Field(() => NotificationTemplateInput, {
    nullable: true,
    description: "The text; PingOne's default where left out.",
  })
  readonly template!: NotificationTemplateInput | null;
}

@InputType({ description: 'A digital wallet to be made for a user.' })
export class CreateDigitalWalletInput {
  @Field({
    description:
      'Your key for this intent: the same key never makes a second wallet. 1 to 255 visible ASCII characters.',
  })
  readonly idempotencyKey!: string;

  @Field(() => GraphQLUUID, {
    nullable: true,
    description:
      "Defaults to the environment in the gateway's configuration. Only environments that it is set up for are accepted.",
  })
  readonly environmentId!: string | null;

  @Field(() => GraphQLUUID, { description: 'The user who gets the wallet.' })
  readonly userId!: string;

  @Field(() => GraphQLUUID, { description: 'The wallet application, as set up in PingOne.' })
  readonly digitalWalletApplicationId!: string;

  @Field(() => GraphQLUUID, {
    nullable: true,
    description: 'A known installation of the wallet app: paired without a QR code.',
  })
  readonly applicationInstanceId!: string | null;

  @Field(() => DigitalWalletNotificationInput, {
    nullable: true,
    description: 'Left out: nobody is told, show the QR code. It cannot be added later.',
  })
  readonly notification!: DigitalWalletNotificationInput | null;
}

export const CreateDigitalWalletResult = resultUnion(
  'CreateDigitalWalletResult',
  'What became of createDigitalWallet: the wallet, with or without its notifications, or an error that says what to do next.',
  [DigitalWalletCreated, DigitalWalletCreatedWithNotificationFailures],
);
