/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** As PassKit hands them over; passed on unchanged. */
export type ApplePayInput = {
  /** Base64 certificates from Apple: the leaf first, then the sub-CA. At most 10, of 16,384 characters each. */
  certificates: Array<string>;
  /** Secret: single-use, a new attempt needs a new one. At most 16,384 characters. */
  nonce: string;
  /** Secret: Apple's signature of the nonce. At most 16,384 characters. */
  nonceSignature: string;
};

/** A wallet at Juspay whose customer is to get a one-time code. */
export type AuthenticateWalletAccountInput = {
  /** Secret: Juspay's short-lived token for calls on behalf of a client. At most 1,024 characters. */
  clientAuthToken?: string | null | undefined;
  /** Needed where the merchant has several merchant ids. At most 128 characters. */
  gatewayReferenceId?: string | null | undefined;
  /** Your key for this intent: with the same key it is done once. 1 to 255 visible ASCII characters. */
  idempotencyKey: string;
  /** The wallet: the `id` of a JuspayWalletAccount. */
  walletAccountId: string | number;
};

/** What a card token can be made. */
export type CardTokenTargetState =
  /** In use: one that was requested or suspended. */
  | 'ACTIVE'
  /** Out of use until it is made active again: one that is active. */
  | 'SUSPENDED'
  /** For good: `state` becomes CLOSED. */
  | 'TERMINATED';

/** Whose device wallet a card token is in. */
export type CardTokenType =
  /** In Apple's wallet. */
  | 'APPLE_PAY'
  /** In Google's wallet. */
  | 'GOOGLE_PAY'
  /** In Samsung's wallet. */
  | 'SAMSUNG_PAY'
  /** In one that this gateway does not know yet; it cannot be asked for. */
  | 'UNRECOGNIZED';

/** Exactly one wallet. */
export type CardTokenWalletInput =
  {   /** Apple's wallet. */
  apple: ApplePayInput; google?: never; samsung?: never; }
  |  { apple?: never;   /** Google's wallet. */
  google: GooglePayInput; samsung?: never; }
  |  { apple?: never; google?: never;   /** Samsung's wallet. */
  samsung: SamsungPayInput; };

/** A card token, and what it is to be made. */
export type ChangeCardTokenStateInput = {
  /** The card token: the `id` of a CardToken. */
  cardTokenId: string | number;
  /** Your key for this intent: with the same key it is done once. 1 to 255 visible ASCII characters. */
  idempotencyKey: string;
  /** What it is to be made. */
  state: CardTokenTargetState;
};

/** Money to be taken out of a wallet account at LIQUIDO. */
export type ChargeWalletAccountInput = {
  /** How much. */
  amount: MoneyInput;
  /** Your key for this intent: with the same key it is done once. 1 to 255 visible ASCII characters. */
  idempotencyKey: string;
  /** The wallet account: the `id` of a LiquidoWalletAccount. */
  walletAccountId: string | number;
};

/** Whether calls to a provider are let through. */
export type CircuitState =
  /** They are: the usual state. */
  | 'CLOSED'
  /** The next call, or the one under way, shows whether the provider works again. */
  | 'HALF_OPEN'
  /** Too many failed in a row: they are refused at once, and nothing is sent. Ask later. */
  | 'OPEN';

/** A wallet to be closed, for good. Only general wallets can be, empty and quiet. */
export type CloseMoovWalletInput = {
  /** Your key for this intent: with the same key it is done once. 1 to 255 visible ASCII characters. */
  idempotencyKey: string;
  /** The wallet: the `id` of a MoovWallet. */
  moovWalletId: string | number;
};

/** A digital wallet to be made for a user. */
export type CreateDigitalWalletInput = {
  /** A known installation of the wallet app: paired without a QR code. */
  applicationInstanceId?: string | null | undefined;
  /** The wallet application, as set up in PingOne. */
  digitalWalletApplicationId: string;
  /** Defaults to the environment in the gateway's configuration. Only environments that it is set up for are accepted. */
  environmentId?: string | null | undefined;
  /** Your key for this intent: the same key never makes a second wallet. 1 to 255 visible ASCII characters. */
  idempotencyKey: string;
  /** Left out: nobody is told, show the QR code. It cannot be added later. */
  notification?: DigitalWalletNotificationInput | null | undefined;
  /** The user who gets the wallet. */
  userId: string;
};

/** A wallet to be opened in a Moov account. */
export type CreateMoovWalletInput = {
  /** The Moov account that will own the wallet. */
  accountId: string;
  /** What it is for. At most 4,096 characters. */
  description?: string | null | undefined;
  /** Your key for this intent: the same key never opens a second wallet. 1 to 255 visible ASCII characters. */
  idempotencyKey: string;
  /** Your own labels, kept with the wallet at Moov. */
  metadata?: Record<string, string> | null | undefined;
  /** Its name, for people. Names need not be unique. */
  name: string;
};

/** A wallet account to be made, at one of the providers that have them. */
export type CreateWalletAccountInput = {
  /** The provider, and what it needs to open the account. */
  account: WalletAccountInput;
  /** Your key for this intent: the same key never makes a second account. 1 to 255 visible ASCII characters. */
  idempotencyKey: string;
};

/** A digital wallet to be deleted. It and the credentials in it are gone for good. */
export type DeleteDigitalWalletInput = {
  /** The wallet: the `id` of a DigitalWallet. */
  digitalWalletId: string | number;
  /** Your key for this intent: with the same key it is done once. 1 to 255 visible ASCII characters. */
  idempotencyKey: string;
};

/** A linked wallet at Juspay whose link is to be taken away. */
export type DelinkWalletAccountInput = {
  /** Your key for this intent: with the same key it is done once. 1 to 255 visible ASCII characters. */
  idempotencyKey: string;
  /** The wallet: the `id` of a JuspayWalletAccount. */
  walletAccountId: string | number;
};

/** The device that the card is added to. */
export type DeviceType =
  /** A phone. */
  | 'MOBILE_PHONE'
  /** A tablet. */
  | 'TABLET'
  /** A watch. */
  | 'WATCH';

/** Whom to tell, and how. */
export type DigitalWalletNotificationInput = {
  /** The channels to use. Where left out, PingOne is named none and decides by itself: `sent` tells what it sent. */
  methods?: Array<NotificationMethod> | null | undefined;
  /** The text; PingOne's default where left out. */
  template?: NotificationTemplateInput | null | undefined;
};

/** What a digital wallet can be made by hand. The other states are for PingOne itself to set. */
export type DigitalWalletTargetStatus =
  /** In use. Needs an application instance, now or before. */
  | 'ACTIVE'
  /** Switched off, until it is made ACTIVE again: `state` becomes SUSPENDED. */
  | 'DISABLED';

/** An account at Equals Money, or a person in it, as an owner of card tokens. */
export type EqualsMoneyAccountInput = {
  /** The account, e.g. F00042. At most 128 characters. */
  accountId: string;
  /** Only this person's; everybody's in the account where left out. */
  personId?: string | null | undefined;
};

/** A card at Equals Money, as an owner of card tokens. */
export type EqualsMoneyCardInput = {
  /** The account that the card belongs to, e.g. F00042. At most 128 characters. */
  accountId: string;
  /** The card. */
  cardId: string;
};

/** What Google's SDK gives about the device and its wallet. */
export type GooglePayInput = {
  /** Google's id of the device. At most 24 characters. */
  deviceId: string;
  /** Google's id of the wallet. At most 50 characters. */
  walletUserId: string;
};

/** How a create whose answer was lost is kept from happening twice. The promise to clients is one and the same: one key, one wallet. */
export type IdempotencySupport =
  /** Looked for among what the owner has: what fits, and belongs to no other operation, is it. Where that cannot be told, a person decides. */
  | 'LOOK_UP'
  /** A marker on the wallet says whose it is; it is found again by listing. */
  | 'MARKER'
  /** The provider takes our key: the same request is sent again, and it deduplicates. */
  | 'NATIVE'
  /** Asking again, under a new key, does no harm. */
  | 'REPEATABLE';

/** A customer at Juspay, as an owner of wallets. */
export type JuspayCustomerInput = {
  /** Juspay's customer id, or the merchant's own reference for the customer. At most 128 characters. */
  customerId: string;
  /** As in the customer's other calls; the customer id where left out. At most 128 characters. */
  routingId?: string | null | undefined;
};

/** A customer's wallet to be added at Juspay. The customer must exist there. */
export type JuspayWalletAccountInput = {
  /** Start linking at once: the customer gets a one-time code. */
  authenticate?: boolean;
  /** Secret: Juspay's short-lived token for calls on behalf of a client. At most 1,024 characters. */
  clientAuthToken?: string | null | undefined;
  /** Juspay's customer id, or the merchant's own reference for the customer. At most 128 characters. */
  customerId: string;
  /** The wallet to link, by Juspay's gateway name: MOBIKWIK, PAYTM, ... At most 64 characters. */
  gateway: string;
  /** Needed where the merchant has several merchant ids. At most 128 characters. */
  gatewayReferenceId?: string | null | undefined;
  /** National number, 4 to 15 digits without a prefix, as Juspay wants it; the customer's own where left out. */
  mobileNumber?: string | null | undefined;
  /** Sent as x-routing-id, the same for one customer always; the customer id where left out. At most 128 characters. */
  routingId?: string | null | undefined;
};

/** A wallet at Juspay to be linked, and the code that its customer got. */
export type LinkWalletAccountInput = {
  /** Your key for this intent: with the same key it is done once. 1 to 255 visible ASCII characters. Another code takes a new key; the code itself must not be in it, for keys are shown. */
  idempotencyKey: string;
  /** Secret: the one-time code as the customer typed it. At most 64 characters. */
  otp: string;
  /** The wallet: the `id` of a JuspayWalletAccount. */
  walletAccountId: string | number;
};

/** A wallet account to be opened at LIQUIDO. */
export type LiquidoWalletAccountInput = {
  /** The holder's country, e.g. CO. */
  country: string;
  /** The currency of the account, e.g. COP. */
  currency: string;
  /** A group of holders, by its id or name. At most 64 characters. */
  groupId?: string | null | undefined;
  /** The holder's full name. At most 255 characters. */
  name: string;
  /** The holder's number with its country code: +573000000001. */
  phoneNumber: string;
};

/** An exact amount of money. More than zero. */
export type MoneyInput = {
  /** Which currency: that of the wallet. */
  currency: string;
  /** Whole number of the provider's smallest unit, hundredths at LIQUIDO: 1204 is 12.04. More than zero. */
  minorUnits: string;
};

/** An account at Moov, as an owner of wallets. */
export type MoovAccountInput = {
  /** The account. */
  accountId: string;
};

/** What a Moov wallet is for. */
export type MoovWalletType =
  /** Made by Moov where an account issues cards. */
  | 'CARD_ISSUING'
  /** The account's first wallet, which Moov makes itself; it cannot be closed. */
  | 'DEFAULT'
  /** Made on demand, up to ten in an account. */
  | 'GENERAL'
  /** A type that this gateway does not know yet. */
  | 'UNRECOGNIZED';

/** The channel of a notification, as the provider names it. What you can ask for is NotificationMethod. */
export type NotificationChannel =
  /** By e-mail. */
  | 'EMAIL'
  /** By text message. */
  | 'SMS'
  /** By a way that this gateway does not know yet. */
  | 'UNRECOGNIZED';

/** How the user may be told to pair the wallet. */
export type NotificationMethod =
  /** To the user's e-mail address. */
  | 'EMAIL'
  /** To the user's primary phone. */
  | 'SMS';

/** Which text of PingOne's template digital_wallet_pairing is sent. */
export type NotificationTemplateInput = {
  /** Its language, e.g. en. At most 64 characters. */
  locale: string;
  /** Values for the template's dynamic variables. */
  variables?: Record<string, unknown> | null | undefined;
  /** Its variant, e.g. variant_B. At most 255 characters. */
  variant: string;
};

/** How an operation stands. */
export type OperationStatus =
  /** Nothing usable came of it; `result` says why and whether the same key may be sent again. */
  | 'FAILED'
  /** The provider is being asked. */
  | 'IN_PROGRESS'
  /** Whether it was done cannot be told from outside. A person must look, and settle it. */
  | 'NEEDS_ATTENTION'
  /** It was done; `result` is what came of it. */
  | 'SUCCEEDED'
  /** The provider's answer was lost: it may or may not have been done. It is being settled; do not use another key. */
  | 'UNKNOWN';

/** A user at PingOne, as an owner of wallets. */
export type PingOneUserInput = {
  /** Defaults to the environment in the gateway's configuration. */
  environmentId?: string | null | undefined;
  /** The user. */
  userId: string;
};

/** What this gateway can do with a provider, whatever else its API has. More may come. */
export type ProviderCapability =
  /** End a wallet for good. */
  | 'CLOSE'
  /** Make a wallet, or issue a payload for one. */
  | 'CREATE'
  /** List an owner's wallets: `wallets`. */
  | 'LIST'
  /** Fetch a wallet again by its id, as it is now: `node`. */
  | 'READ'
  /** Change a wallet. */
  | 'UPDATE'
  /** Hear from the provider when a wallet changes, without asking. */
  | 'WEBHOOKS';

/** A card to be added to a device's wallet. */
export type ProvisionCardTokenInput = {
  /** The account that the card belongs to, e.g. F00042. At most 128 characters. */
  accountId: string;
  /** The card. */
  cardId: string;
  /** The device that the card is added to. */
  deviceType: DeviceType;
  /** Your key for this intent. A new attempt on the device takes a new key. 1 to 255 visible ASCII characters. */
  idempotencyKey: string;
  /** The person that the card belongs to. */
  personId?: string | null | undefined;
  /** The version of the app that asks, for fraud prevention. At most 50 characters. */
  provisioningAppVersion: string;
  /** Which wallet, and what the device's SDK gave for it. */
  wallet: CardTokenWalletInput;
};

/** A linked wallet at Juspay, to be asked for its balance. */
export type RefreshWalletAccountInput = {
  /** Your key for this intent: with the same key it is done once. 1 to 255 visible ASCII characters. */
  idempotencyKey: string;
  /** The wallet: the `id` of a JuspayWalletAccount. */
  walletAccountId: string | number;
};

/** What to do next. Each value is one thing to do, and this list is closed. */
export type RetryAdvice =
  /** Neither waiting nor another input helps: whoever runs the gateway must look (credentials, set-up, an outcome nobody can tell). Keep the key; it works once that is done. */
  | 'ASK_OPERATOR'
  /** Unchanged, it will be refused again. A changed input takes a new key. */
  | 'DO_NOT_RETRY'
  /** Still being settled: follow `operation`. The same key does no harm and gets the final answer once there is one; another key may make a second wallet. */
  | 'FOLLOW_OPERATION'
  /** Nothing usable came of it, and starting over is safe: a new key, and fresh values from the device where it gave some (Apple's nonce is single-use). */
  | 'RETRY_WITH_NEW_KEY'
  /** Nothing was done: send the same input with the same key, after `retryAfterSeconds` where it is known, else with a back-off. It cannot be done twice. */
  | 'RETRY_WITH_SAME_KEY';

/** What Samsung's SDK gives about the device and its wallet. */
export type SamsungPayInput = {
  /** Samsung's id of the device. At most 24 characters. */
  deviceId: string;
  /** Samsung's id of the wallet's user. At most 50 characters. */
  walletUserId: string;
};

/** Money to be put into a wallet account at LIQUIDO. */
export type TopUpWalletAccountInput = {
  /** How much. */
  amount: MoneyInput;
  /** Your key for this intent: with the same key it is done once. 1 to 255 visible ASCII characters. */
  idempotencyKey: string;
  /** The wallet account: the `id` of a LiquidoWalletAccount. */
  walletAccountId: string | number;
};

/** What is to be changed in a digital wallet. At least one of the two must be given. */
export type UpdateDigitalWalletInput = {
  /** The installation of the wallet app. Only where none is set yet: it cannot be changed afterwards. */
  applicationInstanceId?: string | null | undefined;
  /** The wallet: the `id` of a DigitalWallet. */
  digitalWalletId: string | number;
  /** Your key for this intent: with the same key it is done once. 1 to 255 visible ASCII characters. */
  idempotencyKey: string;
  /** What it is to become; stays as it is where left out. An expired wallet can only be deleted. */
  status?: DigitalWalletTargetStatus | null | undefined;
};

/** What is to be changed in a wallet: at least one of the three. What is left out stays as it is. */
export type UpdateMoovWalletInput = {
  /** What it is for. At most 4,096 characters; null clears it. */
  description?: string | null | undefined;
  /** Your key for this intent: with the same key it is done once. 1 to 255 visible ASCII characters. */
  idempotencyKey: string;
  /** Your own labels. They take the place of all that were there; null clears them. */
  metadata?: Record<string, string> | null | undefined;
  /** The wallet: the `id` of a MoovWallet. */
  moovWalletId: string | number;
  /** Its new name, for people. It cannot be cleared. */
  name?: string | null | undefined;
};

/** Exactly one provider. */
export type WalletAccountInput =
  {   /** A customer's wallet, to be linked at Juspay. */
  juspay: JuspayWalletAccountInput; liquido?: never; }
  |  { juspay?: never;   /** A wallet account at LIQUIDO. */
  liquido: LiquidoWalletAccountInput; };

/** Stable codes, one for each error type. More may come. */
export type WalletErrorCode =
  /** The card has as many live tokens as it may have. */
  | 'CARD_TOKEN_LIMIT_REACHED'
  /** The state of things forbids it. */
  | 'CONFLICT'
  /** This key was used before with another input. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** The balance does not cover it. */
  | 'INSUFFICIENT_FUNDS'
  /** The input is wrong; InvalidInputError says where. */
  | 'INVALID_INPUT'
  /** What the input names does not exist at the provider. */
  | 'NOT_FOUND'
  /** The one-time code is wrong or too old. */
  | 'ONE_TIME_CODE_REJECTED'
  /** The same key is being worked on right now. */
  | 'OPERATION_IN_PROGRESS'
  /** It was sent, and no trustworthy answer came back. */
  | 'OUTCOME_UNKNOWN'
  /** The provider does not let the gateway in. */
  | 'PROVIDER_ACCESS_DENIED'
  /** Declined by the provider for a reason of its own. */
  | 'PROVIDER_REJECTED'
  /** Certainly not processed: nothing reached the provider, or it said so. */
  | 'PROVIDER_UNAVAILABLE'
  /** Too many requests. */
  | 'RATE_LIMITED';

/** Exactly one owner. */
export type WalletOwnerInput =
  {   /** An account at Equals Money, or a person in it. */
  equalsMoneyAccount: EqualsMoneyAccountInput; equalsMoneyCard?: never; juspayCustomer?: never; moovAccount?: never; pingOneUser?: never; }
  |  { equalsMoneyAccount?: never;   /** A card at Equals Money. */
  equalsMoneyCard: EqualsMoneyCardInput; juspayCustomer?: never; moovAccount?: never; pingOneUser?: never; }
  |  { equalsMoneyAccount?: never; equalsMoneyCard?: never;   /** A customer at Juspay. */
  juspayCustomer: JuspayCustomerInput; moovAccount?: never; pingOneUser?: never; }
  |  { equalsMoneyAccount?: never; equalsMoneyCard?: never; juspayCustomer?: never;   /** An account at Moov. */
  moovAccount: MoovAccountInput; pingOneUser?: never; }
  |  { equalsMoneyAccount?: never; equalsMoneyCard?: never; juspayCustomer?: never; moovAccount?: never;   /** A user at PingOne. */
  pingOneUser: PingOneUserInput; };

/** Who keeps the wallet. More providers may come. */
export type WalletProvider =
  /** Equals Money: cards put into Apple, Google and Samsung wallets. */
  | 'EQUALS_MONEY'
  /** Juspay Express Checkout: wallets of a customer, linked to pay from. */
  | 'JUSPAY'
  /** LIQUIDO: wallet accounts that hold a balance. */
  | 'LIQUIDO'
  /** Moov: stored balances of an account. */
  | 'MOOV'
  /** PingOne Credentials: identity wallets that a phone app pairs with. */
  | 'PINGONE';

/** Every provider's status words, folded into one list. More states may come. */
export type WalletState =
  /** In use. */
  | 'ACTIVE'
  /** Over for good. */
  | 'CLOSED'
  /** Its owner did not act in time; a new one is needed. */
  | 'EXPIRED'
  /** Made, but its owner must act first: pair it (PingOne), link it (Juspay). */
  | 'PENDING'
  /** Switched off, and can be switched on again: PingOne's DISABLED. */
  | 'SUSPENDED'
  /** A word that this gateway does not know yet; `providerStatus` has it. */
  | 'UNRECOGNIZED';

export type ChangedTokenFragment = { id: string, providerId: string, state: WalletState, providerStatus: string | null, cardId: string, cardName: string | null, lastFour: string | null, deviceId: string | null };

export type ChangeCardTokenStateMutationVariables = Exact<{
  input: ChangeCardTokenStateInput;
}>;


export type ChangeCardTokenStateMutation = { changeCardTokenState:
    | { __typename: 'CardTokenStateChanged', fulfillmentStatus: string | null, cardToken: { id: string, providerId: string, state: WalletState, providerStatus: string | null, cardId: string, cardName: string | null, lastFour: string | null, deviceId: string | null } }
    | { __typename: 'ConflictError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'IdempotencyKeyReusedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'InvalidInputError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, fields: Array<{ path: Array<string>, message: string, code: string | null }>, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'NotFoundError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'OperationInProgressError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'OutcomeUnknownError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'ProviderAccessDeniedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'ProviderRejectedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'ProviderUnavailableError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'RateLimitedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
   | null };

export type ChangeCardTokenStateWithTypeMutationVariables = Exact<{
  input: ChangeCardTokenStateInput;
}>;


export type ChangeCardTokenStateWithTypeMutation = { changeCardTokenState:
    | { __typename: 'CardTokenStateChanged', cardToken: { tokenType: CardTokenType | null, id: string, providerId: string, state: WalletState, providerStatus: string | null, cardId: string, cardName: string | null, lastFour: string | null, deviceId: string | null } }
    | { __typename: 'ConflictError' }
    | { __typename: 'IdempotencyKeyReusedError' }
    | { __typename: 'InvalidInputError' }
    | { __typename: 'NotFoundError' }
    | { __typename: 'OperationInProgressError' }
    | { __typename: 'OutcomeUnknownError' }
    | { __typename: 'ProviderAccessDeniedError' }
    | { __typename: 'ProviderRejectedError' }
    | { __typename: 'ProviderUnavailableError' }
    | { __typename: 'RateLimitedError' }
   | null };

export type ProvisionWithinLimitMutationVariables = Exact<{
  input: ProvisionCardTokenInput;
}>;


export type ProvisionWithinLimitMutation = { provisionCardToken:
    | { __typename: 'CardTokenLimitReachedError', limit: number, code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'CardTokenProvisioned' }
    | { __typename: 'ConflictError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'IdempotencyKeyReusedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'InvalidInputError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, fields: Array<{ path: Array<string>, message: string, code: string | null }>, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'NotFoundError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'OperationInProgressError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'OutcomeUnknownError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'ProviderAccessDeniedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'ProviderRejectedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'ProviderUnavailableError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'RateLimitedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
   | null };

export type AuthenticateWalletAccountMutationVariables = Exact<{
  input: AuthenticateWalletAccountInput;
}>;


export type AuthenticateWalletAccountMutation = { authenticateWalletAccount:
    | { __typename: 'ConflictError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'IdempotencyKeyReusedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'InvalidInputError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, fields: Array<{ path: Array<string>, message: string, code: string | null }>, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'NotFoundError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'OneTimeCodeSent', walletAccount: { __typename: 'JuspayWalletAccount', customerId: string, walletName: string, linked: boolean, currentBalance: string | null, lastRefreshed: string | null, mobileNumber: string | null, gatewayReferenceId: string | null, id: string, provider: WalletProvider, providerId: string, state: WalletState, providerStatus: string | null } }
    | { __typename: 'OperationInProgressError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'OutcomeUnknownError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'ProviderAccessDeniedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'ProviderRejectedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'ProviderUnavailableError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'RateLimitedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
   | null };

export type LinkWalletAccountMutationVariables = Exact<{
  input: LinkWalletAccountInput;
}>;


export type LinkWalletAccountMutation = { linkWalletAccount:
    | { __typename: 'ConflictError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'IdempotencyKeyReusedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'InvalidInputError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, fields: Array<{ path: Array<string>, message: string, code: string | null }>, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'NotFoundError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'OneTimeCodeRejectedError', attemptsLeft: number | null, code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'OperationInProgressError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'OutcomeUnknownError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'ProviderAccessDeniedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'ProviderRejectedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'ProviderUnavailableError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'RateLimitedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'WalletAccountLinked', walletAccount: { __typename: 'JuspayWalletAccount', customerId: string, walletName: string, linked: boolean, currentBalance: string | null, lastRefreshed: string | null, mobileNumber: string | null, gatewayReferenceId: string | null, id: string, provider: WalletProvider, providerId: string, state: WalletState, providerStatus: string | null } }
   | null };

export type RefreshWalletAccountMutationVariables = Exact<{
  input: RefreshWalletAccountInput;
}>;


export type RefreshWalletAccountMutation = { refreshWalletAccount:
    | { __typename: 'ConflictError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'IdempotencyKeyReusedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'InvalidInputError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, fields: Array<{ path: Array<string>, message: string, code: string | null }>, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'NotFoundError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'OperationInProgressError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'OutcomeUnknownError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'ProviderAccessDeniedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'ProviderRejectedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'ProviderUnavailableError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'RateLimitedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'WalletAccountRefreshed', walletAccount: { __typename: 'JuspayWalletAccount', customerId: string, walletName: string, linked: boolean, currentBalance: string | null, lastRefreshed: string | null, mobileNumber: string | null, gatewayReferenceId: string | null, id: string, provider: WalletProvider, providerId: string, state: WalletState, providerStatus: string | null } }
   | null };

export type DelinkWalletAccountMutationVariables = Exact<{
  input: DelinkWalletAccountInput;
}>;


export type DelinkWalletAccountMutation = { delinkWalletAccount:
    | { __typename: 'ConflictError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'IdempotencyKeyReusedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'InvalidInputError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, fields: Array<{ path: Array<string>, message: string, code: string | null }>, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'NotFoundError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'OperationInProgressError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'OutcomeUnknownError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'ProviderAccessDeniedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'ProviderRejectedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'ProviderUnavailableError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'RateLimitedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'WalletAccountDelinked', walletAccount: { __typename: 'JuspayWalletAccount', customerId: string, walletName: string, linked: boolean, currentBalance: string | null, lastRefreshed: string | null, mobileNumber: string | null, gatewayReferenceId: string | null, id: string, provider: WalletProvider, providerId: string, state: WalletState, providerStatus: string | null } }
   | null };

export type MovedAccountFragment = { id: string, providerId: string, state: WalletState, groupId: string | null, country: string | null, currency: string | null, balance: { currency: string, minorUnits: string, decimal: string } | null };

export type TopUpWalletAccountMutationVariables = Exact<{
  input: TopUpWalletAccountInput;
}>;


export type TopUpWalletAccountMutation = { topUpWalletAccount:
    | { __typename: 'ConflictError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'IdempotencyKeyReusedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'InvalidInputError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, fields: Array<{ path: Array<string>, message: string, code: string | null }>, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'NotFoundError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'OperationInProgressError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'OutcomeUnknownError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'ProviderAccessDeniedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'ProviderRejectedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'ProviderUnavailableError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'RateLimitedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'WalletAccountToppedUp', walletAccount: { id: string, providerId: string, state: WalletState, groupId: string | null, country: string | null, currency: string | null, balance: { currency: string, minorUnits: string, decimal: string } | null } }
   | null };

export type ChargeWalletAccountMutationVariables = Exact<{
  input: ChargeWalletAccountInput;
}>;


export type ChargeWalletAccountMutation = { chargeWalletAccount:
    | { __typename: 'ConflictError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'IdempotencyKeyReusedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'InsufficientFundsError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'InvalidInputError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, fields: Array<{ path: Array<string>, message: string, code: string | null }>, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'NotFoundError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'OperationInProgressError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'OutcomeUnknownError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'ProviderAccessDeniedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'ProviderRejectedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'ProviderUnavailableError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'RateLimitedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'WalletAccountCharged', walletAccount: { id: string, providerId: string, state: WalletState, groupId: string | null, country: string | null, currency: string | null, balance: { currency: string, minorUnits: string, decimal: string } | null } }
   | null };

export type UpdateMoovWalletMutationVariables = Exact<{
  input: UpdateMoovWalletInput;
}>;


export type UpdateMoovWalletMutation = { updateMoovWallet:
    | { __typename: 'ConflictError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'IdempotencyKeyReusedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'InvalidInputError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, fields: Array<{ path: Array<string>, message: string, code: string | null }>, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'MoovWalletUpdated', moovWallet: { __typename: 'MoovWallet', accountId: string, partnerAccountId: string | null, name: string, description: string, walletType: MoovWalletType, metadata: Record<string, string> | null, createdAt: string | null, closedAt: string | null, id: string, provider: WalletProvider, providerId: string, state: WalletState, providerStatus: string | null, availableBalance: { currency: string, minorUnits: string, decimal: string } | null } }
    | { __typename: 'NotFoundError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'OperationInProgressError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'OutcomeUnknownError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'ProviderAccessDeniedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'ProviderRejectedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'ProviderUnavailableError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'RateLimitedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
   | null };

export type CloseMoovWalletMutationVariables = Exact<{
  input: CloseMoovWalletInput;
}>;


export type CloseMoovWalletMutation = { closeMoovWallet:
    | { __typename: 'ConflictError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'IdempotencyKeyReusedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'InvalidInputError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, fields: Array<{ path: Array<string>, message: string, code: string | null }>, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'MoovWalletClosed', moovWallet: { __typename: 'MoovWallet', accountId: string, partnerAccountId: string | null, name: string, description: string, walletType: MoovWalletType, metadata: Record<string, string> | null, createdAt: string | null, closedAt: string | null, id: string, provider: WalletProvider, providerId: string, state: WalletState, providerStatus: string | null, availableBalance: { currency: string, minorUnits: string, decimal: string } | null } }
    | { __typename: 'NotFoundError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'OperationInProgressError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'OutcomeUnknownError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'ProviderAccessDeniedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'ProviderRejectedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'ProviderUnavailableError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'RateLimitedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
   | null };

export type CreateDigitalWalletMutationVariables = Exact<{
  input: CreateDigitalWalletInput;
}>;


export type CreateDigitalWalletMutation = { createDigitalWallet:
    | { __typename: 'ConflictError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'DigitalWalletCreated', digitalWallet: { __typename: 'DigitalWallet', environmentId: string, userId: string, digitalWalletApplicationId: string, applicationInstanceId: string | null, appOpenUrl: string | null, createdAt: string | null, updatedAt: string | null, id: string, provider: WalletProvider, providerId: string, state: WalletState, providerStatus: string | null, pairingSession: { providerId: string, status: string | null, qrUrl: string | null, createdAt: string | null, updatedAt: string | null } | null }, sent: Array<{ channel: NotificationChannel, providerId: string | null }> }
    | { __typename: 'DigitalWalletCreatedWithNotificationFailures', digitalWallet: { __typename: 'DigitalWallet', environmentId: string, userId: string, digitalWalletApplicationId: string, applicationInstanceId: string | null, appOpenUrl: string | null, createdAt: string | null, updatedAt: string | null, id: string, provider: WalletProvider, providerId: string, state: WalletState, providerStatus: string | null, pairingSession: { providerId: string, status: string | null, qrUrl: string | null, createdAt: string | null, updatedAt: string | null } | null }, sent: Array<{ channel: NotificationChannel, providerId: string | null }>, failures: Array<{ channel: NotificationChannel, code: string | null, message: string, providerErrorId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> }> }
    | { __typename: 'IdempotencyKeyReusedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'InvalidInputError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, fields: Array<{ path: Array<string>, message: string, code: string | null }>, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'NotFoundError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'OperationInProgressError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'OutcomeUnknownError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'ProviderAccessDeniedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'ProviderRejectedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'ProviderUnavailableError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'RateLimitedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
   | null };

export type CreateDigitalWalletWithQrCodeMutationVariables = Exact<{
  input: CreateDigitalWalletInput;
}>;


export type CreateDigitalWalletWithQrCodeMutation = { createDigitalWallet:
    | { __typename: 'ConflictError' }
    | { __typename: 'DigitalWalletCreated', digitalWallet: { pairingSession: { qrUrl: string | null, qrCodeSvg: string | null } | null } }
    | { __typename: 'DigitalWalletCreatedWithNotificationFailures', digitalWallet: { pairingSession: { qrUrl: string | null, qrCodeSvg: string | null } | null } }
    | { __typename: 'IdempotencyKeyReusedError' }
    | { __typename: 'InvalidInputError' }
    | { __typename: 'NotFoundError' }
    | { __typename: 'OperationInProgressError' }
    | { __typename: 'OutcomeUnknownError' }
    | { __typename: 'ProviderAccessDeniedError' }
    | { __typename: 'ProviderRejectedError' }
    | { __typename: 'ProviderUnavailableError' }
    | { __typename: 'RateLimitedError' }
   | null };

export type CreateWalletAccountMutationVariables = Exact<{
  input: CreateWalletAccountInput;
}>;


export type CreateWalletAccountMutation = { createWalletAccount:
    | { __typename: 'ConflictError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'IdempotencyKeyReusedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'InvalidInputError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, fields: Array<{ path: Array<string>, message: string, code: string | null }>, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'NotFoundError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'OperationInProgressError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'OutcomeUnknownError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'ProviderAccessDeniedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'ProviderRejectedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'ProviderUnavailableError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'RateLimitedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'WalletAccountCreated', walletAccount:
        | { __typename: 'JuspayWalletAccount', customerId: string, walletName: string, linked: boolean, currentBalance: string | null, lastRefreshed: string | null, mobileNumber: string | null, gatewayReferenceId: string | null, id: string, provider: WalletProvider, providerId: string, state: WalletState, providerStatus: string | null }
        | { __typename: 'LiquidoWalletAccount', groupId: string | null, country: string | null, currency: string | null, id: string, provider: WalletProvider, providerId: string, state: WalletState, providerStatus: string | null, balance: { currency: string, minorUnits: string, decimal: string } | null }
       }
   | null };

export type ProvisionCardTokenMutationVariables = Exact<{
  input: ProvisionCardTokenInput;
}>;


export type ProvisionCardTokenMutation = { provisionCardToken:
    | { __typename: 'CardTokenLimitReachedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'CardTokenProvisioned', accountId: string, cardId: string, payload:
        | { __typename: 'ApplePayPayload', deviceType: DeviceType | null, provisioningAppVersion: string | null, certificates: Array<string> | null, nonce: string | null, nonceSignature: string | null, passRequest: { activationData: string, encryptedPassData: string, ephemeralPublicKey: string } | null }
        | { __typename: 'GooglePayPayload', displayName: string | null, lastDigits: string | null, network: string | null, tokenServiceProvider: string | null, opaquePaymentCard: string | null, createdAt: string | null, updatedAt: string | null, userAddress: { name: string | null, address1: string | null, address2: string | null, city: string | null, state: string | null, postalCode: string | null, country: string | null, phone: string | null } | null }
        | { __typename: 'SamsungPayPayload', cardType: string | null, displayName: string | null, lastDigits: string | null, network: string | null, tokenServiceProvider: string | null, extraProvisionPayload: string | null, createdAt: string | null, updatedAt: string | null }
       | null }
    | { __typename: 'ConflictError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'IdempotencyKeyReusedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'InvalidInputError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, fields: Array<{ path: Array<string>, message: string, code: string | null }>, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'NotFoundError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'OperationInProgressError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'OutcomeUnknownError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'ProviderAccessDeniedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'ProviderRejectedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'ProviderUnavailableError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'RateLimitedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
   | null };

export type CreateMoovWalletMutationVariables = Exact<{
  input: CreateMoovWalletInput;
}>;


export type CreateMoovWalletMutation = { createMoovWallet:
    | { __typename: 'ConflictError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'IdempotencyKeyReusedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'InvalidInputError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, fields: Array<{ path: Array<string>, message: string, code: string | null }>, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'MoovWalletCreated', moovWallet: { __typename: 'MoovWallet', accountId: string, partnerAccountId: string | null, name: string, description: string, walletType: MoovWalletType, metadata: Record<string, string> | null, createdAt: string | null, closedAt: string | null, id: string, provider: WalletProvider, providerId: string, state: WalletState, providerStatus: string | null, availableBalance: { currency: string, minorUnits: string, decimal: string } | null } }
    | { __typename: 'NotFoundError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'OperationInProgressError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'OutcomeUnknownError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'ProviderAccessDeniedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'ProviderRejectedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'ProviderUnavailableError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'RateLimitedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
   | null };

type ErrorParts_CardTokenLimitReachedError_Fragment = { code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
      | { __typename: 'CardTokenLimitReachedError' }
      | { __typename: 'CardTokenProvisioned' }
      | { __typename: 'CardTokenStateChanged' }
      | { __typename: 'ConflictError' }
      | { __typename: 'DigitalWalletCreated' }
      | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
      | { __typename: 'DigitalWalletDeleted' }
      | { __typename: 'DigitalWalletUpdated' }
      | { __typename: 'InsufficientFundsError' }
      | { __typename: 'InvalidInputError' }
      | { __typename: 'MoovWalletClosed' }
      | { __typename: 'MoovWalletCreated' }
      | { __typename: 'MoovWalletUpdated' }
      | { __typename: 'NotFoundError' }
      | { __typename: 'OneTimeCodeRejectedError' }
      | { __typename: 'OneTimeCodeSent' }
      | { __typename: 'OutcomeUnknownError' }
      | { __typename: 'ProviderAccessDeniedError' }
      | { __typename: 'ProviderRejectedError' }
      | { __typename: 'ProviderUnavailableError' }
      | { __typename: 'RateLimitedError' }
      | { __typename: 'WalletAccountCharged' }
      | { __typename: 'WalletAccountCreated' }
      | { __typename: 'WalletAccountDelinked' }
      | { __typename: 'WalletAccountLinked' }
      | { __typename: 'WalletAccountRefreshed' }
      | { __typename: 'WalletAccountToppedUp' }
     | null } | null };

type ErrorParts_ConflictError_Fragment = { code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
      | { __typename: 'CardTokenLimitReachedError' }
      | { __typename: 'CardTokenProvisioned' }
      | { __typename: 'CardTokenStateChanged' }
      | { __typename: 'ConflictError' }
      | { __typename: 'DigitalWalletCreated' }
      | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
      | { __typename: 'DigitalWalletDeleted' }
      | { __typename: 'DigitalWalletUpdated' }
      | { __typename: 'InsufficientFundsError' }
      | { __typename: 'InvalidInputError' }
      | { __typename: 'MoovWalletClosed' }
      | { __typename: 'MoovWalletCreated' }
      | { __typename: 'MoovWalletUpdated' }
      | { __typename: 'NotFoundError' }
      | { __typename: 'OneTimeCodeRejectedError' }
      | { __typename: 'OneTimeCodeSent' }
      | { __typename: 'OutcomeUnknownError' }
      | { __typename: 'ProviderAccessDeniedError' }
      | { __typename: 'ProviderRejectedError' }
      | { __typename: 'ProviderUnavailableError' }
      | { __typename: 'RateLimitedError' }
      | { __typename: 'WalletAccountCharged' }
      | { __typename: 'WalletAccountCreated' }
      | { __typename: 'WalletAccountDelinked' }
      | { __typename: 'WalletAccountLinked' }
      | { __typename: 'WalletAccountRefreshed' }
      | { __typename: 'WalletAccountToppedUp' }
     | null } | null };

type ErrorParts_IdempotencyKeyReusedError_Fragment = { code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
      | { __typename: 'CardTokenLimitReachedError' }
      | { __typename: 'CardTokenProvisioned' }
      | { __typename: 'CardTokenStateChanged' }
      | { __typename: 'ConflictError' }
      | { __typename: 'DigitalWalletCreated' }
      | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
      | { __typename: 'DigitalWalletDeleted' }
      | { __typename: 'DigitalWalletUpdated' }
      | { __typename: 'InsufficientFundsError' }
      | { __typename: 'InvalidInputError' }
      | { __typename: 'MoovWalletClosed' }
      | { __typename: 'MoovWalletCreated' }
      | { __typename: 'MoovWalletUpdated' }
      | { __typename: 'NotFoundError' }
      | { __typename: 'OneTimeCodeRejectedError' }
      | { __typename: 'OneTimeCodeSent' }
      | { __typename: 'OutcomeUnknownError' }
      | { __typename: 'ProviderAccessDeniedError' }
      | { __typename: 'ProviderRejectedError' }
      | { __typename: 'ProviderUnavailableError' }
      | { __typename: 'RateLimitedError' }
      | { __typename: 'WalletAccountCharged' }
      | { __typename: 'WalletAccountCreated' }
      | { __typename: 'WalletAccountDelinked' }
      | { __typename: 'WalletAccountLinked' }
      | { __typename: 'WalletAccountRefreshed' }
      | { __typename: 'WalletAccountToppedUp' }
     | null } | null };

type ErrorParts_InsufficientFundsError_Fragment = { code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
      | { __typename: 'CardTokenLimitReachedError' }
      | { __typename: 'CardTokenProvisioned' }
      | { __typename: 'CardTokenStateChanged' }
      | { __typename: 'ConflictError' }
      | { __typename: 'DigitalWalletCreated' }
      | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
      | { __typename: 'DigitalWalletDeleted' }
      | { __typename: 'DigitalWalletUpdated' }
      | { __typename: 'InsufficientFundsError' }
      | { __typename: 'InvalidInputError' }
      | { __typename: 'MoovWalletClosed' }
      | { __typename: 'MoovWalletCreated' }
      | { __typename: 'MoovWalletUpdated' }
      | { __typename: 'NotFoundError' }
      | { __typename: 'OneTimeCodeRejectedError' }
      | { __typename: 'OneTimeCodeSent' }
      | { __typename: 'OutcomeUnknownError' }
      | { __typename: 'ProviderAccessDeniedError' }
      | { __typename: 'ProviderRejectedError' }
      | { __typename: 'ProviderUnavailableError' }
      | { __typename: 'RateLimitedError' }
      | { __typename: 'WalletAccountCharged' }
      | { __typename: 'WalletAccountCreated' }
      | { __typename: 'WalletAccountDelinked' }
      | { __typename: 'WalletAccountLinked' }
      | { __typename: 'WalletAccountRefreshed' }
      | { __typename: 'WalletAccountToppedUp' }
     | null } | null };

type ErrorParts_InvalidInputError_Fragment = { code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, fields: Array<{ path: Array<string>, message: string, code: string | null }>, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
      | { __typename: 'CardTokenLimitReachedError' }
      | { __typename: 'CardTokenProvisioned' }
      | { __typename: 'CardTokenStateChanged' }
      | { __typename: 'ConflictError' }
      | { __typename: 'DigitalWalletCreated' }
      | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
      | { __typename: 'DigitalWalletDeleted' }
      | { __typename: 'DigitalWalletUpdated' }
      | { __typename: 'InsufficientFundsError' }
      | { __typename: 'InvalidInputError' }
      | { __typename: 'MoovWalletClosed' }
      | { __typename: 'MoovWalletCreated' }
      | { __typename: 'MoovWalletUpdated' }
      | { __typename: 'NotFoundError' }
      | { __typename: 'OneTimeCodeRejectedError' }
      | { __typename: 'OneTimeCodeSent' }
      | { __typename: 'OutcomeUnknownError' }
      | { __typename: 'ProviderAccessDeniedError' }
      | { __typename: 'ProviderRejectedError' }
      | { __typename: 'ProviderUnavailableError' }
      | { __typename: 'RateLimitedError' }
      | { __typename: 'WalletAccountCharged' }
      | { __typename: 'WalletAccountCreated' }
      | { __typename: 'WalletAccountDelinked' }
      | { __typename: 'WalletAccountLinked' }
      | { __typename: 'WalletAccountRefreshed' }
      | { __typename: 'WalletAccountToppedUp' }
     | null } | null };

type ErrorParts_NotFoundError_Fragment = { code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
      | { __typename: 'CardTokenLimitReachedError' }
      | { __typename: 'CardTokenProvisioned' }
      | { __typename: 'CardTokenStateChanged' }
      | { __typename: 'ConflictError' }
      | { __typename: 'DigitalWalletCreated' }
      | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
      | { __typename: 'DigitalWalletDeleted' }
      | { __typename: 'DigitalWalletUpdated' }
      | { __typename: 'InsufficientFundsError' }
      | { __typename: 'InvalidInputError' }
      | { __typename: 'MoovWalletClosed' }
      | { __typename: 'MoovWalletCreated' }
      | { __typename: 'MoovWalletUpdated' }
      | { __typename: 'NotFoundError' }
      | { __typename: 'OneTimeCodeRejectedError' }
      | { __typename: 'OneTimeCodeSent' }
      | { __typename: 'OutcomeUnknownError' }
      | { __typename: 'ProviderAccessDeniedError' }
      | { __typename: 'ProviderRejectedError' }
      | { __typename: 'ProviderUnavailableError' }
      | { __typename: 'RateLimitedError' }
      | { __typename: 'WalletAccountCharged' }
      | { __typename: 'WalletAccountCreated' }
      | { __typename: 'WalletAccountDelinked' }
      | { __typename: 'WalletAccountLinked' }
      | { __typename: 'WalletAccountRefreshed' }
      | { __typename: 'WalletAccountToppedUp' }
     | null } | null };

type ErrorParts_OneTimeCodeRejectedError_Fragment = { code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
      | { __typename: 'CardTokenLimitReachedError' }
      | { __typename: 'CardTokenProvisioned' }
      | { __typename: 'CardTokenStateChanged' }
      | { __typename: 'ConflictError' }
      | { __typename: 'DigitalWalletCreated' }
      | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
      | { __typename: 'DigitalWalletDeleted' }
      | { __typename: 'DigitalWalletUpdated' }
      | { __typename: 'InsufficientFundsError' }
      | { __typename: 'InvalidInputError' }
      | { __typename: 'MoovWalletClosed' }
      | { __typename: 'MoovWalletCreated' }
      | { __typename: 'MoovWalletUpdated' }
      | { __typename: 'NotFoundError' }
      | { __typename: 'OneTimeCodeRejectedError' }
      | { __typename: 'OneTimeCodeSent' }
      | { __typename: 'OutcomeUnknownError' }
      | { __typename: 'ProviderAccessDeniedError' }
      | { __typename: 'ProviderRejectedError' }
      | { __typename: 'ProviderUnavailableError' }
      | { __typename: 'RateLimitedError' }
      | { __typename: 'WalletAccountCharged' }
      | { __typename: 'WalletAccountCreated' }
      | { __typename: 'WalletAccountDelinked' }
      | { __typename: 'WalletAccountLinked' }
      | { __typename: 'WalletAccountRefreshed' }
      | { __typename: 'WalletAccountToppedUp' }
     | null } | null };

type ErrorParts_OperationInProgressError_Fragment = { code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
      | { __typename: 'CardTokenLimitReachedError' }
      | { __typename: 'CardTokenProvisioned' }
      | { __typename: 'CardTokenStateChanged' }
      | { __typename: 'ConflictError' }
      | { __typename: 'DigitalWalletCreated' }
      | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
      | { __typename: 'DigitalWalletDeleted' }
      | { __typename: 'DigitalWalletUpdated' }
      | { __typename: 'InsufficientFundsError' }
      | { __typename: 'InvalidInputError' }
      | { __typename: 'MoovWalletClosed' }
      | { __typename: 'MoovWalletCreated' }
      | { __typename: 'MoovWalletUpdated' }
      | { __typename: 'NotFoundError' }
      | { __typename: 'OneTimeCodeRejectedError' }
      | { __typename: 'OneTimeCodeSent' }
      | { __typename: 'OutcomeUnknownError' }
      | { __typename: 'ProviderAccessDeniedError' }
      | { __typename: 'ProviderRejectedError' }
      | { __typename: 'ProviderUnavailableError' }
      | { __typename: 'RateLimitedError' }
      | { __typename: 'WalletAccountCharged' }
      | { __typename: 'WalletAccountCreated' }
      | { __typename: 'WalletAccountDelinked' }
      | { __typename: 'WalletAccountLinked' }
      | { __typename: 'WalletAccountRefreshed' }
      | { __typename: 'WalletAccountToppedUp' }
     | null } | null };

type ErrorParts_OutcomeUnknownError_Fragment = { code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
      | { __typename: 'CardTokenLimitReachedError' }
      | { __typename: 'CardTokenProvisioned' }
      | { __typename: 'CardTokenStateChanged' }
      | { __typename: 'ConflictError' }
      | { __typename: 'DigitalWalletCreated' }
      | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
      | { __typename: 'DigitalWalletDeleted' }
      | { __typename: 'DigitalWalletUpdated' }
      | { __typename: 'InsufficientFundsError' }
      | { __typename: 'InvalidInputError' }
      | { __typename: 'MoovWalletClosed' }
      | { __typename: 'MoovWalletCreated' }
      | { __typename: 'MoovWalletUpdated' }
      | { __typename: 'NotFoundError' }
      | { __typename: 'OneTimeCodeRejectedError' }
      | { __typename: 'OneTimeCodeSent' }
      | { __typename: 'OutcomeUnknownError' }
      | { __typename: 'ProviderAccessDeniedError' }
      | { __typename: 'ProviderRejectedError' }
      | { __typename: 'ProviderUnavailableError' }
      | { __typename: 'RateLimitedError' }
      | { __typename: 'WalletAccountCharged' }
      | { __typename: 'WalletAccountCreated' }
      | { __typename: 'WalletAccountDelinked' }
      | { __typename: 'WalletAccountLinked' }
      | { __typename: 'WalletAccountRefreshed' }
      | { __typename: 'WalletAccountToppedUp' }
     | null } | null };

type ErrorParts_ProviderAccessDeniedError_Fragment = { code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
      | { __typename: 'CardTokenLimitReachedError' }
      | { __typename: 'CardTokenProvisioned' }
      | { __typename: 'CardTokenStateChanged' }
      | { __typename: 'ConflictError' }
      | { __typename: 'DigitalWalletCreated' }
      | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
      | { __typename: 'DigitalWalletDeleted' }
      | { __typename: 'DigitalWalletUpdated' }
      | { __typename: 'InsufficientFundsError' }
      | { __typename: 'InvalidInputError' }
      | { __typename: 'MoovWalletClosed' }
      | { __typename: 'MoovWalletCreated' }
      | { __typename: 'MoovWalletUpdated' }
      | { __typename: 'NotFoundError' }
      | { __typename: 'OneTimeCodeRejectedError' }
      | { __typename: 'OneTimeCodeSent' }
      | { __typename: 'OutcomeUnknownError' }
      | { __typename: 'ProviderAccessDeniedError' }
      | { __typename: 'ProviderRejectedError' }
      | { __typename: 'ProviderUnavailableError' }
      | { __typename: 'RateLimitedError' }
      | { __typename: 'WalletAccountCharged' }
      | { __typename: 'WalletAccountCreated' }
      | { __typename: 'WalletAccountDelinked' }
      | { __typename: 'WalletAccountLinked' }
      | { __typename: 'WalletAccountRefreshed' }
      | { __typename: 'WalletAccountToppedUp' }
     | null } | null };

type ErrorParts_ProviderRejectedError_Fragment = { code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
      | { __typename: 'CardTokenLimitReachedError' }
      | { __typename: 'CardTokenProvisioned' }
      | { __typename: 'CardTokenStateChanged' }
      | { __typename: 'ConflictError' }
      | { __typename: 'DigitalWalletCreated' }
      | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
      | { __typename: 'DigitalWalletDeleted' }
      | { __typename: 'DigitalWalletUpdated' }
      | { __typename: 'InsufficientFundsError' }
      | { __typename: 'InvalidInputError' }
      | { __typename: 'MoovWalletClosed' }
      | { __typename: 'MoovWalletCreated' }
      | { __typename: 'MoovWalletUpdated' }
      | { __typename: 'NotFoundError' }
      | { __typename: 'OneTimeCodeRejectedError' }
      | { __typename: 'OneTimeCodeSent' }
      | { __typename: 'OutcomeUnknownError' }
      | { __typename: 'ProviderAccessDeniedError' }
      | { __typename: 'ProviderRejectedError' }
      | { __typename: 'ProviderUnavailableError' }
      | { __typename: 'RateLimitedError' }
      | { __typename: 'WalletAccountCharged' }
      | { __typename: 'WalletAccountCreated' }
      | { __typename: 'WalletAccountDelinked' }
      | { __typename: 'WalletAccountLinked' }
      | { __typename: 'WalletAccountRefreshed' }
      | { __typename: 'WalletAccountToppedUp' }
     | null } | null };

type ErrorParts_ProviderUnavailableError_Fragment = { code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
      | { __typename: 'CardTokenLimitReachedError' }
      | { __typename: 'CardTokenProvisioned' }
      | { __typename: 'CardTokenStateChanged' }
      | { __typename: 'ConflictError' }
      | { __typename: 'DigitalWalletCreated' }
      | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
      | { __typename: 'DigitalWalletDeleted' }
      | { __typename: 'DigitalWalletUpdated' }
      | { __typename: 'InsufficientFundsError' }
      | { __typename: 'InvalidInputError' }
      | { __typename: 'MoovWalletClosed' }
      | { __typename: 'MoovWalletCreated' }
      | { __typename: 'MoovWalletUpdated' }
      | { __typename: 'NotFoundError' }
      | { __typename: 'OneTimeCodeRejectedError' }
      | { __typename: 'OneTimeCodeSent' }
      | { __typename: 'OutcomeUnknownError' }
      | { __typename: 'ProviderAccessDeniedError' }
      | { __typename: 'ProviderRejectedError' }
      | { __typename: 'ProviderUnavailableError' }
      | { __typename: 'RateLimitedError' }
      | { __typename: 'WalletAccountCharged' }
      | { __typename: 'WalletAccountCreated' }
      | { __typename: 'WalletAccountDelinked' }
      | { __typename: 'WalletAccountLinked' }
      | { __typename: 'WalletAccountRefreshed' }
      | { __typename: 'WalletAccountToppedUp' }
     | null } | null };

type ErrorParts_RateLimitedError_Fragment = { code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
      | { __typename: 'CardTokenLimitReachedError' }
      | { __typename: 'CardTokenProvisioned' }
      | { __typename: 'CardTokenStateChanged' }
      | { __typename: 'ConflictError' }
      | { __typename: 'DigitalWalletCreated' }
      | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
      | { __typename: 'DigitalWalletDeleted' }
      | { __typename: 'DigitalWalletUpdated' }
      | { __typename: 'InsufficientFundsError' }
      | { __typename: 'InvalidInputError' }
      | { __typename: 'MoovWalletClosed' }
      | { __typename: 'MoovWalletCreated' }
      | { __typename: 'MoovWalletUpdated' }
      | { __typename: 'NotFoundError' }
      | { __typename: 'OneTimeCodeRejectedError' }
      | { __typename: 'OneTimeCodeSent' }
      | { __typename: 'OutcomeUnknownError' }
      | { __typename: 'ProviderAccessDeniedError' }
      | { __typename: 'ProviderRejectedError' }
      | { __typename: 'ProviderUnavailableError' }
      | { __typename: 'RateLimitedError' }
      | { __typename: 'WalletAccountCharged' }
      | { __typename: 'WalletAccountCreated' }
      | { __typename: 'WalletAccountDelinked' }
      | { __typename: 'WalletAccountLinked' }
      | { __typename: 'WalletAccountRefreshed' }
      | { __typename: 'WalletAccountToppedUp' }
     | null } | null };

export type ErrorPartsFragment =
  | ErrorParts_CardTokenLimitReachedError_Fragment
  | ErrorParts_ConflictError_Fragment
  | ErrorParts_IdempotencyKeyReusedError_Fragment
  | ErrorParts_InsufficientFundsError_Fragment
  | ErrorParts_InvalidInputError_Fragment
  | ErrorParts_NotFoundError_Fragment
  | ErrorParts_OneTimeCodeRejectedError_Fragment
  | ErrorParts_OperationInProgressError_Fragment
  | ErrorParts_OutcomeUnknownError_Fragment
  | ErrorParts_ProviderAccessDeniedError_Fragment
  | ErrorParts_ProviderRejectedError_Fragment
  | ErrorParts_ProviderUnavailableError_Fragment
  | ErrorParts_RateLimitedError_Fragment
;

type WalletParts_CardToken_Fragment = { __typename: 'CardToken', id: string, provider: WalletProvider, providerId: string, state: WalletState, providerStatus: string | null };

type WalletParts_DigitalWallet_Fragment = { __typename: 'DigitalWallet', id: string, provider: WalletProvider, providerId: string, state: WalletState, providerStatus: string | null };

type WalletParts_JuspayWalletAccount_Fragment = { __typename: 'JuspayWalletAccount', id: string, provider: WalletProvider, providerId: string, state: WalletState, providerStatus: string | null };

type WalletParts_LiquidoWalletAccount_Fragment = { __typename: 'LiquidoWalletAccount', id: string, provider: WalletProvider, providerId: string, state: WalletState, providerStatus: string | null };

type WalletParts_MoovWallet_Fragment = { __typename: 'MoovWallet', id: string, provider: WalletProvider, providerId: string, state: WalletState, providerStatus: string | null };

export type WalletPartsFragment =
  | WalletParts_CardToken_Fragment
  | WalletParts_DigitalWallet_Fragment
  | WalletParts_JuspayWalletAccount_Fragment
  | WalletParts_LiquidoWalletAccount_Fragment
  | WalletParts_MoovWallet_Fragment
;

export type DigitalWalletPartsFragment = { __typename: 'DigitalWallet', environmentId: string, userId: string, digitalWalletApplicationId: string, applicationInstanceId: string | null, appOpenUrl: string | null, createdAt: string | null, updatedAt: string | null, id: string, provider: WalletProvider, providerId: string, state: WalletState, providerStatus: string | null, pairingSession: { providerId: string, status: string | null, qrUrl: string | null, createdAt: string | null, updatedAt: string | null } | null };

export type JuspayPartsFragment = { __typename: 'JuspayWalletAccount', customerId: string, walletName: string, linked: boolean, currentBalance: string | null, lastRefreshed: string | null, mobileNumber: string | null, gatewayReferenceId: string | null, id: string, provider: WalletProvider, providerId: string, state: WalletState, providerStatus: string | null };

export type LiquidoPartsFragment = { __typename: 'LiquidoWalletAccount', groupId: string | null, country: string | null, currency: string | null, id: string, provider: WalletProvider, providerId: string, state: WalletState, providerStatus: string | null, balance: { currency: string, minorUnits: string, decimal: string } | null };

export type MoovPartsFragment = { __typename: 'MoovWallet', accountId: string, partnerAccountId: string | null, name: string, description: string, walletType: MoovWalletType, metadata: Record<string, string> | null, createdAt: string | null, closedAt: string | null, id: string, provider: WalletProvider, providerId: string, state: WalletState, providerStatus: string | null, availableBalance: { currency: string, minorUnits: string, decimal: string } | null };

export type CardTokenPartsFragment = { accountId: string, cardId: string, payload:
    | { __typename: 'ApplePayPayload', deviceType: DeviceType | null, provisioningAppVersion: string | null, certificates: Array<string> | null, nonce: string | null, nonceSignature: string | null, passRequest: { activationData: string, encryptedPassData: string, ephemeralPublicKey: string } | null }
    | { __typename: 'GooglePayPayload', displayName: string | null, lastDigits: string | null, network: string | null, tokenServiceProvider: string | null, opaquePaymentCard: string | null, createdAt: string | null, updatedAt: string | null, userAddress: { name: string | null, address1: string | null, address2: string | null, city: string | null, state: string | null, postalCode: string | null, country: string | null, phone: string | null } | null }
    | { __typename: 'SamsungPayPayload', cardType: string | null, displayName: string | null, lastDigits: string | null, network: string | null, tokenServiceProvider: string | null, extraProvisionPayload: string | null, createdAt: string | null, updatedAt: string | null }
   | null };

export type UpdateDigitalWalletMutationVariables = Exact<{
  input: UpdateDigitalWalletInput;
}>;


export type UpdateDigitalWalletMutation = { updateDigitalWallet:
    | { __typename: 'ConflictError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'DigitalWalletUpdated', digitalWallet: { __typename: 'DigitalWallet', environmentId: string, userId: string, digitalWalletApplicationId: string, applicationInstanceId: string | null, appOpenUrl: string | null, createdAt: string | null, updatedAt: string | null, id: string, provider: WalletProvider, providerId: string, state: WalletState, providerStatus: string | null, pairingSession: { providerId: string, status: string | null, qrUrl: string | null, createdAt: string | null, updatedAt: string | null } | null } }
    | { __typename: 'IdempotencyKeyReusedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'InvalidInputError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, fields: Array<{ path: Array<string>, message: string, code: string | null }>, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'NotFoundError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'OperationInProgressError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'OutcomeUnknownError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'ProviderAccessDeniedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'ProviderRejectedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'ProviderUnavailableError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'RateLimitedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
   | null };

export type DeleteDigitalWalletMutationVariables = Exact<{
  input: DeleteDigitalWalletInput;
}>;


export type DeleteDigitalWalletMutation = { deleteDigitalWallet:
    | { __typename: 'ConflictError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'DigitalWalletDeleted', deletedId: string }
    | { __typename: 'IdempotencyKeyReusedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'InvalidInputError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, fields: Array<{ path: Array<string>, message: string, code: string | null }>, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'NotFoundError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'OperationInProgressError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'OutcomeUnknownError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'ProviderAccessDeniedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'ProviderRejectedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'ProviderUnavailableError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'RateLimitedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
   | null };

export type NodeQueryVariables = Exact<{
  id: string | number;
}>;


export type NodeQuery = { node:
    | { __typename: 'CardToken', id: string }
    | { __typename: 'DigitalWallet', id: string, environmentId: string, userId: string, digitalWalletApplicationId: string, applicationInstanceId: string | null, appOpenUrl: string | null, createdAt: string | null, updatedAt: string | null, provider: WalletProvider, providerId: string, state: WalletState, providerStatus: string | null, pairingSession: { providerId: string, status: string | null, qrUrl: string | null, createdAt: string | null, updatedAt: string | null } | null }
    | { __typename: 'JuspayWalletAccount', id: string, customerId: string, walletName: string, linked: boolean, currentBalance: string | null, lastRefreshed: string | null, mobileNumber: string | null, gatewayReferenceId: string | null, provider: WalletProvider, providerId: string, state: WalletState, providerStatus: string | null }
    | { __typename: 'LiquidoWalletAccount', id: string, groupId: string | null, country: string | null, currency: string | null, provider: WalletProvider, providerId: string, state: WalletState, providerStatus: string | null, balance: { currency: string, minorUnits: string, decimal: string } | null }
    | { __typename: 'MoovWallet', id: string, accountId: string, partnerAccountId: string | null, name: string, description: string, walletType: MoovWalletType, metadata: Record<string, string> | null, createdAt: string | null, closedAt: string | null, provider: WalletProvider, providerId: string, state: WalletState, providerStatus: string | null, availableBalance: { currency: string, minorUnits: string, decimal: string } | null }
    | { __typename: 'Operation', id: string, mutation: string, provider: WalletProvider, idempotencyKey: string, status: OperationStatus, startedAt: string, finishedAt: string | null, attempts: number, result:
        | { __typename: 'CardTokenLimitReachedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
              | { __typename: 'CardTokenLimitReachedError' }
              | { __typename: 'CardTokenProvisioned' }
              | { __typename: 'CardTokenStateChanged' }
              | { __typename: 'ConflictError' }
              | { __typename: 'DigitalWalletCreated' }
              | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
              | { __typename: 'DigitalWalletDeleted' }
              | { __typename: 'DigitalWalletUpdated' }
              | { __typename: 'InsufficientFundsError' }
              | { __typename: 'InvalidInputError' }
              | { __typename: 'MoovWalletClosed' }
              | { __typename: 'MoovWalletCreated' }
              | { __typename: 'MoovWalletUpdated' }
              | { __typename: 'NotFoundError' }
              | { __typename: 'OneTimeCodeRejectedError' }
              | { __typename: 'OneTimeCodeSent' }
              | { __typename: 'OutcomeUnknownError' }
              | { __typename: 'ProviderAccessDeniedError' }
              | { __typename: 'ProviderRejectedError' }
              | { __typename: 'ProviderUnavailableError' }
              | { __typename: 'RateLimitedError' }
              | { __typename: 'WalletAccountCharged' }
              | { __typename: 'WalletAccountCreated' }
              | { __typename: 'WalletAccountDelinked' }
              | { __typename: 'WalletAccountLinked' }
              | { __typename: 'WalletAccountRefreshed' }
              | { __typename: 'WalletAccountToppedUp' }
             | null } | null }
        | { __typename: 'CardTokenProvisioned', accountId: string, cardId: string, payload:
            | { __typename: 'ApplePayPayload', deviceType: DeviceType | null, provisioningAppVersion: string | null, certificates: Array<string> | null, nonce: string | null, nonceSignature: string | null, passRequest: { activationData: string, encryptedPassData: string, ephemeralPublicKey: string } | null }
            | { __typename: 'GooglePayPayload', displayName: string | null, lastDigits: string | null, network: string | null, tokenServiceProvider: string | null, opaquePaymentCard: string | null, createdAt: string | null, updatedAt: string | null, userAddress: { name: string | null, address1: string | null, address2: string | null, city: string | null, state: string | null, postalCode: string | null, country: string | null, phone: string | null } | null }
            | { __typename: 'SamsungPayPayload', cardType: string | null, displayName: string | null, lastDigits: string | null, network: string | null, tokenServiceProvider: string | null, extraProvisionPayload: string | null, createdAt: string | null, updatedAt: string | null }
           | null }
        | { __typename: 'CardTokenStateChanged' }
        | { __typename: 'ConflictError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
              | { __typename: 'CardTokenLimitReachedError' }
              | { __typename: 'CardTokenProvisioned' }
              | { __typename: 'CardTokenStateChanged' }
              | { __typename: 'ConflictError' }
              | { __typename: 'DigitalWalletCreated' }
              | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
              | { __typename: 'DigitalWalletDeleted' }
              | { __typename: 'DigitalWalletUpdated' }
              | { __typename: 'InsufficientFundsError' }
              | { __typename: 'InvalidInputError' }
              | { __typename: 'MoovWalletClosed' }
              | { __typename: 'MoovWalletCreated' }
              | { __typename: 'MoovWalletUpdated' }
              | { __typename: 'NotFoundError' }
              | { __typename: 'OneTimeCodeRejectedError' }
              | { __typename: 'OneTimeCodeSent' }
              | { __typename: 'OutcomeUnknownError' }
              | { __typename: 'ProviderAccessDeniedError' }
              | { __typename: 'ProviderRejectedError' }
              | { __typename: 'ProviderUnavailableError' }
              | { __typename: 'RateLimitedError' }
              | { __typename: 'WalletAccountCharged' }
              | { __typename: 'WalletAccountCreated' }
              | { __typename: 'WalletAccountDelinked' }
              | { __typename: 'WalletAccountLinked' }
              | { __typename: 'WalletAccountRefreshed' }
              | { __typename: 'WalletAccountToppedUp' }
             | null } | null }
        | { __typename: 'DigitalWalletCreated' }
        | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
        | { __typename: 'DigitalWalletDeleted' }
        | { __typename: 'DigitalWalletUpdated' }
        | { __typename: 'InsufficientFundsError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
              | { __typename: 'CardTokenLimitReachedError' }
              | { __typename: 'CardTokenProvisioned' }
              | { __typename: 'CardTokenStateChanged' }
              | { __typename: 'ConflictError' }
              | { __typename: 'DigitalWalletCreated' }
              | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
              | { __typename: 'DigitalWalletDeleted' }
              | { __typename: 'DigitalWalletUpdated' }
              | { __typename: 'InsufficientFundsError' }
              | { __typename: 'InvalidInputError' }
              | { __typename: 'MoovWalletClosed' }
              | { __typename: 'MoovWalletCreated' }
              | { __typename: 'MoovWalletUpdated' }
              | { __typename: 'NotFoundError' }
              | { __typename: 'OneTimeCodeRejectedError' }
              | { __typename: 'OneTimeCodeSent' }
              | { __typename: 'OutcomeUnknownError' }
              | { __typename: 'ProviderAccessDeniedError' }
              | { __typename: 'ProviderRejectedError' }
              | { __typename: 'ProviderUnavailableError' }
              | { __typename: 'RateLimitedError' }
              | { __typename: 'WalletAccountCharged' }
              | { __typename: 'WalletAccountCreated' }
              | { __typename: 'WalletAccountDelinked' }
              | { __typename: 'WalletAccountLinked' }
              | { __typename: 'WalletAccountRefreshed' }
              | { __typename: 'WalletAccountToppedUp' }
             | null } | null }
        | { __typename: 'InvalidInputError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, fields: Array<{ path: Array<string>, message: string, code: string | null }>, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
              | { __typename: 'CardTokenLimitReachedError' }
              | { __typename: 'CardTokenProvisioned' }
              | { __typename: 'CardTokenStateChanged' }
              | { __typename: 'ConflictError' }
              | { __typename: 'DigitalWalletCreated' }
              | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
              | { __typename: 'DigitalWalletDeleted' }
              | { __typename: 'DigitalWalletUpdated' }
              | { __typename: 'InsufficientFundsError' }
              | { __typename: 'InvalidInputError' }
              | { __typename: 'MoovWalletClosed' }
              | { __typename: 'MoovWalletCreated' }
              | { __typename: 'MoovWalletUpdated' }
              | { __typename: 'NotFoundError' }
              | { __typename: 'OneTimeCodeRejectedError' }
              | { __typename: 'OneTimeCodeSent' }
              | { __typename: 'OutcomeUnknownError' }
              | { __typename: 'ProviderAccessDeniedError' }
              | { __typename: 'ProviderRejectedError' }
              | { __typename: 'ProviderUnavailableError' }
              | { __typename: 'RateLimitedError' }
              | { __typename: 'WalletAccountCharged' }
              | { __typename: 'WalletAccountCreated' }
              | { __typename: 'WalletAccountDelinked' }
              | { __typename: 'WalletAccountLinked' }
              | { __typename: 'WalletAccountRefreshed' }
              | { __typename: 'WalletAccountToppedUp' }
             | null } | null }
        | { __typename: 'MoovWalletClosed' }
        | { __typename: 'MoovWalletCreated', moovWallet: { __typename: 'MoovWallet', accountId: string, partnerAccountId: string | null, name: string, description: string, walletType: MoovWalletType, metadata: Record<string, string> | null, createdAt: string | null, closedAt: string | null, id: string, provider: WalletProvider, providerId: string, state: WalletState, providerStatus: string | null, availableBalance: { currency: string, minorUnits: string, decimal: string } | null } }
        | { __typename: 'MoovWalletUpdated' }
        | { __typename: 'NotFoundError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
              | { __typename: 'CardTokenLimitReachedError' }
              | { __typename: 'CardTokenProvisioned' }
              | { __typename: 'CardTokenStateChanged' }
              | { __typename: 'ConflictError' }
              | { __typename: 'DigitalWalletCreated' }
              | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
              | { __typename: 'DigitalWalletDeleted' }
              | { __typename: 'DigitalWalletUpdated' }
              | { __typename: 'InsufficientFundsError' }
              | { __typename: 'InvalidInputError' }
              | { __typename: 'MoovWalletClosed' }
              | { __typename: 'MoovWalletCreated' }
              | { __typename: 'MoovWalletUpdated' }
              | { __typename: 'NotFoundError' }
              | { __typename: 'OneTimeCodeRejectedError' }
              | { __typename: 'OneTimeCodeSent' }
              | { __typename: 'OutcomeUnknownError' }
              | { __typename: 'ProviderAccessDeniedError' }
              | { __typename: 'ProviderRejectedError' }
              | { __typename: 'ProviderUnavailableError' }
              | { __typename: 'RateLimitedError' }
              | { __typename: 'WalletAccountCharged' }
              | { __typename: 'WalletAccountCreated' }
              | { __typename: 'WalletAccountDelinked' }
              | { __typename: 'WalletAccountLinked' }
              | { __typename: 'WalletAccountRefreshed' }
              | { __typename: 'WalletAccountToppedUp' }
             | null } | null }
        | { __typename: 'OneTimeCodeRejectedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
              | { __typename: 'CardTokenLimitReachedError' }
              | { __typename: 'CardTokenProvisioned' }
              | { __typename: 'CardTokenStateChanged' }
              | { __typename: 'ConflictError' }
              | { __typename: 'DigitalWalletCreated' }
              | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
              | { __typename: 'DigitalWalletDeleted' }
              | { __typename: 'DigitalWalletUpdated' }
              | { __typename: 'InsufficientFundsError' }
              | { __typename: 'InvalidInputError' }
              | { __typename: 'MoovWalletClosed' }
              | { __typename: 'MoovWalletCreated' }
              | { __typename: 'MoovWalletUpdated' }
              | { __typename: 'NotFoundError' }
              | { __typename: 'OneTimeCodeRejectedError' }
              | { __typename: 'OneTimeCodeSent' }
              | { __typename: 'OutcomeUnknownError' }
              | { __typename: 'ProviderAccessDeniedError' }
              | { __typename: 'ProviderRejectedError' }
              | { __typename: 'ProviderUnavailableError' }
              | { __typename: 'RateLimitedError' }
              | { __typename: 'WalletAccountCharged' }
              | { __typename: 'WalletAccountCreated' }
              | { __typename: 'WalletAccountDelinked' }
              | { __typename: 'WalletAccountLinked' }
              | { __typename: 'WalletAccountRefreshed' }
              | { __typename: 'WalletAccountToppedUp' }
             | null } | null }
        | { __typename: 'OneTimeCodeSent' }
        | { __typename: 'OutcomeUnknownError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
              | { __typename: 'CardTokenLimitReachedError' }
              | { __typename: 'CardTokenProvisioned' }
              | { __typename: 'CardTokenStateChanged' }
              | { __typename: 'ConflictError' }
              | { __typename: 'DigitalWalletCreated' }
              | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
              | { __typename: 'DigitalWalletDeleted' }
              | { __typename: 'DigitalWalletUpdated' }
              | { __typename: 'InsufficientFundsError' }
              | { __typename: 'InvalidInputError' }
              | { __typename: 'MoovWalletClosed' }
              | { __typename: 'MoovWalletCreated' }
              | { __typename: 'MoovWalletUpdated' }
              | { __typename: 'NotFoundError' }
              | { __typename: 'OneTimeCodeRejectedError' }
              | { __typename: 'OneTimeCodeSent' }
              | { __typename: 'OutcomeUnknownError' }
              | { __typename: 'ProviderAccessDeniedError' }
              | { __typename: 'ProviderRejectedError' }
              | { __typename: 'ProviderUnavailableError' }
              | { __typename: 'RateLimitedError' }
              | { __typename: 'WalletAccountCharged' }
              | { __typename: 'WalletAccountCreated' }
              | { __typename: 'WalletAccountDelinked' }
              | { __typename: 'WalletAccountLinked' }
              | { __typename: 'WalletAccountRefreshed' }
              | { __typename: 'WalletAccountToppedUp' }
             | null } | null }
        | { __typename: 'ProviderAccessDeniedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
              | { __typename: 'CardTokenLimitReachedError' }
              | { __typename: 'CardTokenProvisioned' }
              | { __typename: 'CardTokenStateChanged' }
              | { __typename: 'ConflictError' }
              | { __typename: 'DigitalWalletCreated' }
              | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
              | { __typename: 'DigitalWalletDeleted' }
              | { __typename: 'DigitalWalletUpdated' }
              | { __typename: 'InsufficientFundsError' }
              | { __typename: 'InvalidInputError' }
              | { __typename: 'MoovWalletClosed' }
              | { __typename: 'MoovWalletCreated' }
              | { __typename: 'MoovWalletUpdated' }
              | { __typename: 'NotFoundError' }
              | { __typename: 'OneTimeCodeRejectedError' }
              | { __typename: 'OneTimeCodeSent' }
              | { __typename: 'OutcomeUnknownError' }
              | { __typename: 'ProviderAccessDeniedError' }
              | { __typename: 'ProviderRejectedError' }
              | { __typename: 'ProviderUnavailableError' }
              | { __typename: 'RateLimitedError' }
              | { __typename: 'WalletAccountCharged' }
              | { __typename: 'WalletAccountCreated' }
              | { __typename: 'WalletAccountDelinked' }
              | { __typename: 'WalletAccountLinked' }
              | { __typename: 'WalletAccountRefreshed' }
              | { __typename: 'WalletAccountToppedUp' }
             | null } | null }
        | { __typename: 'ProviderRejectedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
              | { __typename: 'CardTokenLimitReachedError' }
              | { __typename: 'CardTokenProvisioned' }
              | { __typename: 'CardTokenStateChanged' }
              | { __typename: 'ConflictError' }
              | { __typename: 'DigitalWalletCreated' }
              | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
              | { __typename: 'DigitalWalletDeleted' }
              | { __typename: 'DigitalWalletUpdated' }
              | { __typename: 'InsufficientFundsError' }
              | { __typename: 'InvalidInputError' }
              | { __typename: 'MoovWalletClosed' }
              | { __typename: 'MoovWalletCreated' }
              | { __typename: 'MoovWalletUpdated' }
              | { __typename: 'NotFoundError' }
              | { __typename: 'OneTimeCodeRejectedError' }
              | { __typename: 'OneTimeCodeSent' }
              | { __typename: 'OutcomeUnknownError' }
              | { __typename: 'ProviderAccessDeniedError' }
              | { __typename: 'ProviderRejectedError' }
              | { __typename: 'ProviderUnavailableError' }
              | { __typename: 'RateLimitedError' }
              | { __typename: 'WalletAccountCharged' }
              | { __typename: 'WalletAccountCreated' }
              | { __typename: 'WalletAccountDelinked' }
              | { __typename: 'WalletAccountLinked' }
              | { __typename: 'WalletAccountRefreshed' }
              | { __typename: 'WalletAccountToppedUp' }
             | null } | null }
        | { __typename: 'ProviderUnavailableError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
              | { __typename: 'CardTokenLimitReachedError' }
              | { __typename: 'CardTokenProvisioned' }
              | { __typename: 'CardTokenStateChanged' }
              | { __typename: 'ConflictError' }
              | { __typename: 'DigitalWalletCreated' }
              | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
              | { __typename: 'DigitalWalletDeleted' }
              | { __typename: 'DigitalWalletUpdated' }
              | { __typename: 'InsufficientFundsError' }
              | { __typename: 'InvalidInputError' }
              | { __typename: 'MoovWalletClosed' }
              | { __typename: 'MoovWalletCreated' }
              | { __typename: 'MoovWalletUpdated' }
              | { __typename: 'NotFoundError' }
              | { __typename: 'OneTimeCodeRejectedError' }
              | { __typename: 'OneTimeCodeSent' }
              | { __typename: 'OutcomeUnknownError' }
              | { __typename: 'ProviderAccessDeniedError' }
              | { __typename: 'ProviderRejectedError' }
              | { __typename: 'ProviderUnavailableError' }
              | { __typename: 'RateLimitedError' }
              | { __typename: 'WalletAccountCharged' }
              | { __typename: 'WalletAccountCreated' }
              | { __typename: 'WalletAccountDelinked' }
              | { __typename: 'WalletAccountLinked' }
              | { __typename: 'WalletAccountRefreshed' }
              | { __typename: 'WalletAccountToppedUp' }
             | null } | null }
        | { __typename: 'RateLimitedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
              | { __typename: 'CardTokenLimitReachedError' }
              | { __typename: 'CardTokenProvisioned' }
              | { __typename: 'CardTokenStateChanged' }
              | { __typename: 'ConflictError' }
              | { __typename: 'DigitalWalletCreated' }
              | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
              | { __typename: 'DigitalWalletDeleted' }
              | { __typename: 'DigitalWalletUpdated' }
              | { __typename: 'InsufficientFundsError' }
              | { __typename: 'InvalidInputError' }
              | { __typename: 'MoovWalletClosed' }
              | { __typename: 'MoovWalletCreated' }
              | { __typename: 'MoovWalletUpdated' }
              | { __typename: 'NotFoundError' }
              | { __typename: 'OneTimeCodeRejectedError' }
              | { __typename: 'OneTimeCodeSent' }
              | { __typename: 'OutcomeUnknownError' }
              | { __typename: 'ProviderAccessDeniedError' }
              | { __typename: 'ProviderRejectedError' }
              | { __typename: 'ProviderUnavailableError' }
              | { __typename: 'RateLimitedError' }
              | { __typename: 'WalletAccountCharged' }
              | { __typename: 'WalletAccountCreated' }
              | { __typename: 'WalletAccountDelinked' }
              | { __typename: 'WalletAccountLinked' }
              | { __typename: 'WalletAccountRefreshed' }
              | { __typename: 'WalletAccountToppedUp' }
             | null } | null }
        | { __typename: 'WalletAccountCharged' }
        | { __typename: 'WalletAccountCreated' }
        | { __typename: 'WalletAccountDelinked' }
        | { __typename: 'WalletAccountLinked' }
        | { __typename: 'WalletAccountRefreshed' }
        | { __typename: 'WalletAccountToppedUp' }
       | null }
   | null };

export type OperationPartsFragment = { id: string, mutation: string, provider: WalletProvider, idempotencyKey: string, status: OperationStatus, startedAt: string, finishedAt: string | null, attempts: number, result:
    | { __typename: 'CardTokenLimitReachedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'CardTokenProvisioned', accountId: string, cardId: string, payload:
        | { __typename: 'ApplePayPayload', deviceType: DeviceType | null, provisioningAppVersion: string | null, certificates: Array<string> | null, nonce: string | null, nonceSignature: string | null, passRequest: { activationData: string, encryptedPassData: string, ephemeralPublicKey: string } | null }
        | { __typename: 'GooglePayPayload', displayName: string | null, lastDigits: string | null, network: string | null, tokenServiceProvider: string | null, opaquePaymentCard: string | null, createdAt: string | null, updatedAt: string | null, userAddress: { name: string | null, address1: string | null, address2: string | null, city: string | null, state: string | null, postalCode: string | null, country: string | null, phone: string | null } | null }
        | { __typename: 'SamsungPayPayload', cardType: string | null, displayName: string | null, lastDigits: string | null, network: string | null, tokenServiceProvider: string | null, extraProvisionPayload: string | null, createdAt: string | null, updatedAt: string | null }
       | null }
    | { __typename: 'CardTokenStateChanged' }
    | { __typename: 'ConflictError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'DigitalWalletCreated' }
    | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
    | { __typename: 'DigitalWalletDeleted' }
    | { __typename: 'DigitalWalletUpdated' }
    | { __typename: 'InsufficientFundsError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'InvalidInputError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, fields: Array<{ path: Array<string>, message: string, code: string | null }>, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'MoovWalletClosed' }
    | { __typename: 'MoovWalletCreated', moovWallet: { __typename: 'MoovWallet', accountId: string, partnerAccountId: string | null, name: string, description: string, walletType: MoovWalletType, metadata: Record<string, string> | null, createdAt: string | null, closedAt: string | null, id: string, provider: WalletProvider, providerId: string, state: WalletState, providerStatus: string | null, availableBalance: { currency: string, minorUnits: string, decimal: string } | null } }
    | { __typename: 'MoovWalletUpdated' }
    | { __typename: 'NotFoundError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'OneTimeCodeRejectedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'OneTimeCodeSent' }
    | { __typename: 'OutcomeUnknownError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'ProviderAccessDeniedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'ProviderRejectedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'ProviderUnavailableError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'RateLimitedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
          | { __typename: 'CardTokenLimitReachedError' }
          | { __typename: 'CardTokenProvisioned' }
          | { __typename: 'CardTokenStateChanged' }
          | { __typename: 'ConflictError' }
          | { __typename: 'DigitalWalletCreated' }
          | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
          | { __typename: 'DigitalWalletDeleted' }
          | { __typename: 'DigitalWalletUpdated' }
          | { __typename: 'InsufficientFundsError' }
          | { __typename: 'InvalidInputError' }
          | { __typename: 'MoovWalletClosed' }
          | { __typename: 'MoovWalletCreated' }
          | { __typename: 'MoovWalletUpdated' }
          | { __typename: 'NotFoundError' }
          | { __typename: 'OneTimeCodeRejectedError' }
          | { __typename: 'OneTimeCodeSent' }
          | { __typename: 'OutcomeUnknownError' }
          | { __typename: 'ProviderAccessDeniedError' }
          | { __typename: 'ProviderRejectedError' }
          | { __typename: 'ProviderUnavailableError' }
          | { __typename: 'RateLimitedError' }
          | { __typename: 'WalletAccountCharged' }
          | { __typename: 'WalletAccountCreated' }
          | { __typename: 'WalletAccountDelinked' }
          | { __typename: 'WalletAccountLinked' }
          | { __typename: 'WalletAccountRefreshed' }
          | { __typename: 'WalletAccountToppedUp' }
         | null } | null }
    | { __typename: 'WalletAccountCharged' }
    | { __typename: 'WalletAccountCreated' }
    | { __typename: 'WalletAccountDelinked' }
    | { __typename: 'WalletAccountLinked' }
    | { __typename: 'WalletAccountRefreshed' }
    | { __typename: 'WalletAccountToppedUp' }
   | null };

export type OperationQueryVariables = Exact<{
  id: string | number;
}>;


export type OperationQuery = { operation: { id: string, mutation: string, provider: WalletProvider, idempotencyKey: string, status: OperationStatus, startedAt: string, finishedAt: string | null, attempts: number, result:
      | { __typename: 'CardTokenLimitReachedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
            | { __typename: 'CardTokenLimitReachedError' }
            | { __typename: 'CardTokenProvisioned' }
            | { __typename: 'CardTokenStateChanged' }
            | { __typename: 'ConflictError' }
            | { __typename: 'DigitalWalletCreated' }
            | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
            | { __typename: 'DigitalWalletDeleted' }
            | { __typename: 'DigitalWalletUpdated' }
            | { __typename: 'InsufficientFundsError' }
            | { __typename: 'InvalidInputError' }
            | { __typename: 'MoovWalletClosed' }
            | { __typename: 'MoovWalletCreated' }
            | { __typename: 'MoovWalletUpdated' }
            | { __typename: 'NotFoundError' }
            | { __typename: 'OneTimeCodeRejectedError' }
            | { __typename: 'OneTimeCodeSent' }
            | { __typename: 'OutcomeUnknownError' }
            | { __typename: 'ProviderAccessDeniedError' }
            | { __typename: 'ProviderRejectedError' }
            | { __typename: 'ProviderUnavailableError' }
            | { __typename: 'RateLimitedError' }
            | { __typename: 'WalletAccountCharged' }
            | { __typename: 'WalletAccountCreated' }
            | { __typename: 'WalletAccountDelinked' }
            | { __typename: 'WalletAccountLinked' }
            | { __typename: 'WalletAccountRefreshed' }
            | { __typename: 'WalletAccountToppedUp' }
           | null } | null }
      | { __typename: 'CardTokenProvisioned', accountId: string, cardId: string, payload:
          | { __typename: 'ApplePayPayload', deviceType: DeviceType | null, provisioningAppVersion: string | null, certificates: Array<string> | null, nonce: string | null, nonceSignature: string | null, passRequest: { activationData: string, encryptedPassData: string, ephemeralPublicKey: string } | null }
          | { __typename: 'GooglePayPayload', displayName: string | null, lastDigits: string | null, network: string | null, tokenServiceProvider: string | null, opaquePaymentCard: string | null, createdAt: string | null, updatedAt: string | null, userAddress: { name: string | null, address1: string | null, address2: string | null, city: string | null, state: string | null, postalCode: string | null, country: string | null, phone: string | null } | null }
          | { __typename: 'SamsungPayPayload', cardType: string | null, displayName: string | null, lastDigits: string | null, network: string | null, tokenServiceProvider: string | null, extraProvisionPayload: string | null, createdAt: string | null, updatedAt: string | null }
         | null }
      | { __typename: 'CardTokenStateChanged' }
      | { __typename: 'ConflictError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
            | { __typename: 'CardTokenLimitReachedError' }
            | { __typename: 'CardTokenProvisioned' }
            | { __typename: 'CardTokenStateChanged' }
            | { __typename: 'ConflictError' }
            | { __typename: 'DigitalWalletCreated' }
            | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
            | { __typename: 'DigitalWalletDeleted' }
            | { __typename: 'DigitalWalletUpdated' }
            | { __typename: 'InsufficientFundsError' }
            | { __typename: 'InvalidInputError' }
            | { __typename: 'MoovWalletClosed' }
            | { __typename: 'MoovWalletCreated' }
            | { __typename: 'MoovWalletUpdated' }
            | { __typename: 'NotFoundError' }
            | { __typename: 'OneTimeCodeRejectedError' }
            | { __typename: 'OneTimeCodeSent' }
            | { __typename: 'OutcomeUnknownError' }
            | { __typename: 'ProviderAccessDeniedError' }
            | { __typename: 'ProviderRejectedError' }
            | { __typename: 'ProviderUnavailableError' }
            | { __typename: 'RateLimitedError' }
            | { __typename: 'WalletAccountCharged' }
            | { __typename: 'WalletAccountCreated' }
            | { __typename: 'WalletAccountDelinked' }
            | { __typename: 'WalletAccountLinked' }
            | { __typename: 'WalletAccountRefreshed' }
            | { __typename: 'WalletAccountToppedUp' }
           | null } | null }
      | { __typename: 'DigitalWalletCreated' }
      | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
      | { __typename: 'DigitalWalletDeleted' }
      | { __typename: 'DigitalWalletUpdated' }
      | { __typename: 'InsufficientFundsError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
            | { __typename: 'CardTokenLimitReachedError' }
            | { __typename: 'CardTokenProvisioned' }
            | { __typename: 'CardTokenStateChanged' }
            | { __typename: 'ConflictError' }
            | { __typename: 'DigitalWalletCreated' }
            | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
            | { __typename: 'DigitalWalletDeleted' }
            | { __typename: 'DigitalWalletUpdated' }
            | { __typename: 'InsufficientFundsError' }
            | { __typename: 'InvalidInputError' }
            | { __typename: 'MoovWalletClosed' }
            | { __typename: 'MoovWalletCreated' }
            | { __typename: 'MoovWalletUpdated' }
            | { __typename: 'NotFoundError' }
            | { __typename: 'OneTimeCodeRejectedError' }
            | { __typename: 'OneTimeCodeSent' }
            | { __typename: 'OutcomeUnknownError' }
            | { __typename: 'ProviderAccessDeniedError' }
            | { __typename: 'ProviderRejectedError' }
            | { __typename: 'ProviderUnavailableError' }
            | { __typename: 'RateLimitedError' }
            | { __typename: 'WalletAccountCharged' }
            | { __typename: 'WalletAccountCreated' }
            | { __typename: 'WalletAccountDelinked' }
            | { __typename: 'WalletAccountLinked' }
            | { __typename: 'WalletAccountRefreshed' }
            | { __typename: 'WalletAccountToppedUp' }
           | null } | null }
      | { __typename: 'InvalidInputError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, fields: Array<{ path: Array<string>, message: string, code: string | null }>, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
            | { __typename: 'CardTokenLimitReachedError' }
            | { __typename: 'CardTokenProvisioned' }
            | { __typename: 'CardTokenStateChanged' }
            | { __typename: 'ConflictError' }
            | { __typename: 'DigitalWalletCreated' }
            | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
            | { __typename: 'DigitalWalletDeleted' }
            | { __typename: 'DigitalWalletUpdated' }
            | { __typename: 'InsufficientFundsError' }
            | { __typename: 'InvalidInputError' }
            | { __typename: 'MoovWalletClosed' }
            | { __typename: 'MoovWalletCreated' }
            | { __typename: 'MoovWalletUpdated' }
            | { __typename: 'NotFoundError' }
            | { __typename: 'OneTimeCodeRejectedError' }
            | { __typename: 'OneTimeCodeSent' }
            | { __typename: 'OutcomeUnknownError' }
            | { __typename: 'ProviderAccessDeniedError' }
            | { __typename: 'ProviderRejectedError' }
            | { __typename: 'ProviderUnavailableError' }
            | { __typename: 'RateLimitedError' }
            | { __typename: 'WalletAccountCharged' }
            | { __typename: 'WalletAccountCreated' }
            | { __typename: 'WalletAccountDelinked' }
            | { __typename: 'WalletAccountLinked' }
            | { __typename: 'WalletAccountRefreshed' }
            | { __typename: 'WalletAccountToppedUp' }
           | null } | null }
      | { __typename: 'MoovWalletClosed' }
      | { __typename: 'MoovWalletCreated', moovWallet: { __typename: 'MoovWallet', accountId: string, partnerAccountId: string | null, name: string, description: string, walletType: MoovWalletType, metadata: Record<string, string> | null, createdAt: string | null, closedAt: string | null, id: string, provider: WalletProvider, providerId: string, state: WalletState, providerStatus: string | null, availableBalance: { currency: string, minorUnits: string, decimal: string } | null } }
      | { __typename: 'MoovWalletUpdated' }
      | { __typename: 'NotFoundError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
            | { __typename: 'CardTokenLimitReachedError' }
            | { __typename: 'CardTokenProvisioned' }
            | { __typename: 'CardTokenStateChanged' }
            | { __typename: 'ConflictError' }
            | { __typename: 'DigitalWalletCreated' }
            | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
            | { __typename: 'DigitalWalletDeleted' }
            | { __typename: 'DigitalWalletUpdated' }
            | { __typename: 'InsufficientFundsError' }
            | { __typename: 'InvalidInputError' }
            | { __typename: 'MoovWalletClosed' }
            | { __typename: 'MoovWalletCreated' }
            | { __typename: 'MoovWalletUpdated' }
            | { __typename: 'NotFoundError' }
            | { __typename: 'OneTimeCodeRejectedError' }
            | { __typename: 'OneTimeCodeSent' }
            | { __typename: 'OutcomeUnknownError' }
            | { __typename: 'ProviderAccessDeniedError' }
            | { __typename: 'ProviderRejectedError' }
            | { __typename: 'ProviderUnavailableError' }
            | { __typename: 'RateLimitedError' }
            | { __typename: 'WalletAccountCharged' }
            | { __typename: 'WalletAccountCreated' }
            | { __typename: 'WalletAccountDelinked' }
            | { __typename: 'WalletAccountLinked' }
            | { __typename: 'WalletAccountRefreshed' }
            | { __typename: 'WalletAccountToppedUp' }
           | null } | null }
      | { __typename: 'OneTimeCodeRejectedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
            | { __typename: 'CardTokenLimitReachedError' }
            | { __typename: 'CardTokenProvisioned' }
            | { __typename: 'CardTokenStateChanged' }
            | { __typename: 'ConflictError' }
            | { __typename: 'DigitalWalletCreated' }
            | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
            | { __typename: 'DigitalWalletDeleted' }
            | { __typename: 'DigitalWalletUpdated' }
            | { __typename: 'InsufficientFundsError' }
            | { __typename: 'InvalidInputError' }
            | { __typename: 'MoovWalletClosed' }
            | { __typename: 'MoovWalletCreated' }
            | { __typename: 'MoovWalletUpdated' }
            | { __typename: 'NotFoundError' }
            | { __typename: 'OneTimeCodeRejectedError' }
            | { __typename: 'OneTimeCodeSent' }
            | { __typename: 'OutcomeUnknownError' }
            | { __typename: 'ProviderAccessDeniedError' }
            | { __typename: 'ProviderRejectedError' }
            | { __typename: 'ProviderUnavailableError' }
            | { __typename: 'RateLimitedError' }
            | { __typename: 'WalletAccountCharged' }
            | { __typename: 'WalletAccountCreated' }
            | { __typename: 'WalletAccountDelinked' }
            | { __typename: 'WalletAccountLinked' }
            | { __typename: 'WalletAccountRefreshed' }
            | { __typename: 'WalletAccountToppedUp' }
           | null } | null }
      | { __typename: 'OneTimeCodeSent' }
      | { __typename: 'OutcomeUnknownError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
            | { __typename: 'CardTokenLimitReachedError' }
            | { __typename: 'CardTokenProvisioned' }
            | { __typename: 'CardTokenStateChanged' }
            | { __typename: 'ConflictError' }
            | { __typename: 'DigitalWalletCreated' }
            | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
            | { __typename: 'DigitalWalletDeleted' }
            | { __typename: 'DigitalWalletUpdated' }
            | { __typename: 'InsufficientFundsError' }
            | { __typename: 'InvalidInputError' }
            | { __typename: 'MoovWalletClosed' }
            | { __typename: 'MoovWalletCreated' }
            | { __typename: 'MoovWalletUpdated' }
            | { __typename: 'NotFoundError' }
            | { __typename: 'OneTimeCodeRejectedError' }
            | { __typename: 'OneTimeCodeSent' }
            | { __typename: 'OutcomeUnknownError' }
            | { __typename: 'ProviderAccessDeniedError' }
            | { __typename: 'ProviderRejectedError' }
            | { __typename: 'ProviderUnavailableError' }
            | { __typename: 'RateLimitedError' }
            | { __typename: 'WalletAccountCharged' }
            | { __typename: 'WalletAccountCreated' }
            | { __typename: 'WalletAccountDelinked' }
            | { __typename: 'WalletAccountLinked' }
            | { __typename: 'WalletAccountRefreshed' }
            | { __typename: 'WalletAccountToppedUp' }
           | null } | null }
      | { __typename: 'ProviderAccessDeniedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
            | { __typename: 'CardTokenLimitReachedError' }
            | { __typename: 'CardTokenProvisioned' }
            | { __typename: 'CardTokenStateChanged' }
            | { __typename: 'ConflictError' }
            | { __typename: 'DigitalWalletCreated' }
            | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
            | { __typename: 'DigitalWalletDeleted' }
            | { __typename: 'DigitalWalletUpdated' }
            | { __typename: 'InsufficientFundsError' }
            | { __typename: 'InvalidInputError' }
            | { __typename: 'MoovWalletClosed' }
            | { __typename: 'MoovWalletCreated' }
            | { __typename: 'MoovWalletUpdated' }
            | { __typename: 'NotFoundError' }
            | { __typename: 'OneTimeCodeRejectedError' }
            | { __typename: 'OneTimeCodeSent' }
            | { __typename: 'OutcomeUnknownError' }
            | { __typename: 'ProviderAccessDeniedError' }
            | { __typename: 'ProviderRejectedError' }
            | { __typename: 'ProviderUnavailableError' }
            | { __typename: 'RateLimitedError' }
            | { __typename: 'WalletAccountCharged' }
            | { __typename: 'WalletAccountCreated' }
            | { __typename: 'WalletAccountDelinked' }
            | { __typename: 'WalletAccountLinked' }
            | { __typename: 'WalletAccountRefreshed' }
            | { __typename: 'WalletAccountToppedUp' }
           | null } | null }
      | { __typename: 'ProviderRejectedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
            | { __typename: 'CardTokenLimitReachedError' }
            | { __typename: 'CardTokenProvisioned' }
            | { __typename: 'CardTokenStateChanged' }
            | { __typename: 'ConflictError' }
            | { __typename: 'DigitalWalletCreated' }
            | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
            | { __typename: 'DigitalWalletDeleted' }
            | { __typename: 'DigitalWalletUpdated' }
            | { __typename: 'InsufficientFundsError' }
            | { __typename: 'InvalidInputError' }
            | { __typename: 'MoovWalletClosed' }
            | { __typename: 'MoovWalletCreated' }
            | { __typename: 'MoovWalletUpdated' }
            | { __typename: 'NotFoundError' }
            | { __typename: 'OneTimeCodeRejectedError' }
            | { __typename: 'OneTimeCodeSent' }
            | { __typename: 'OutcomeUnknownError' }
            | { __typename: 'ProviderAccessDeniedError' }
            | { __typename: 'ProviderRejectedError' }
            | { __typename: 'ProviderUnavailableError' }
            | { __typename: 'RateLimitedError' }
            | { __typename: 'WalletAccountCharged' }
            | { __typename: 'WalletAccountCreated' }
            | { __typename: 'WalletAccountDelinked' }
            | { __typename: 'WalletAccountLinked' }
            | { __typename: 'WalletAccountRefreshed' }
            | { __typename: 'WalletAccountToppedUp' }
           | null } | null }
      | { __typename: 'ProviderUnavailableError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
            | { __typename: 'CardTokenLimitReachedError' }
            | { __typename: 'CardTokenProvisioned' }
            | { __typename: 'CardTokenStateChanged' }
            | { __typename: 'ConflictError' }
            | { __typename: 'DigitalWalletCreated' }
            | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
            | { __typename: 'DigitalWalletDeleted' }
            | { __typename: 'DigitalWalletUpdated' }
            | { __typename: 'InsufficientFundsError' }
            | { __typename: 'InvalidInputError' }
            | { __typename: 'MoovWalletClosed' }
            | { __typename: 'MoovWalletCreated' }
            | { __typename: 'MoovWalletUpdated' }
            | { __typename: 'NotFoundError' }
            | { __typename: 'OneTimeCodeRejectedError' }
            | { __typename: 'OneTimeCodeSent' }
            | { __typename: 'OutcomeUnknownError' }
            | { __typename: 'ProviderAccessDeniedError' }
            | { __typename: 'ProviderRejectedError' }
            | { __typename: 'ProviderUnavailableError' }
            | { __typename: 'RateLimitedError' }
            | { __typename: 'WalletAccountCharged' }
            | { __typename: 'WalletAccountCreated' }
            | { __typename: 'WalletAccountDelinked' }
            | { __typename: 'WalletAccountLinked' }
            | { __typename: 'WalletAccountRefreshed' }
            | { __typename: 'WalletAccountToppedUp' }
           | null } | null }
      | { __typename: 'RateLimitedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
            | { __typename: 'CardTokenLimitReachedError' }
            | { __typename: 'CardTokenProvisioned' }
            | { __typename: 'CardTokenStateChanged' }
            | { __typename: 'ConflictError' }
            | { __typename: 'DigitalWalletCreated' }
            | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
            | { __typename: 'DigitalWalletDeleted' }
            | { __typename: 'DigitalWalletUpdated' }
            | { __typename: 'InsufficientFundsError' }
            | { __typename: 'InvalidInputError' }
            | { __typename: 'MoovWalletClosed' }
            | { __typename: 'MoovWalletCreated' }
            | { __typename: 'MoovWalletUpdated' }
            | { __typename: 'NotFoundError' }
            | { __typename: 'OneTimeCodeRejectedError' }
            | { __typename: 'OneTimeCodeSent' }
            | { __typename: 'OutcomeUnknownError' }
            | { __typename: 'ProviderAccessDeniedError' }
            | { __typename: 'ProviderRejectedError' }
            | { __typename: 'ProviderUnavailableError' }
            | { __typename: 'RateLimitedError' }
            | { __typename: 'WalletAccountCharged' }
            | { __typename: 'WalletAccountCreated' }
            | { __typename: 'WalletAccountDelinked' }
            | { __typename: 'WalletAccountLinked' }
            | { __typename: 'WalletAccountRefreshed' }
            | { __typename: 'WalletAccountToppedUp' }
           | null } | null }
      | { __typename: 'WalletAccountCharged' }
      | { __typename: 'WalletAccountCreated' }
      | { __typename: 'WalletAccountDelinked' }
      | { __typename: 'WalletAccountLinked' }
      | { __typename: 'WalletAccountRefreshed' }
      | { __typename: 'WalletAccountToppedUp' }
     | null } | null };

export type OperationByKeyQueryVariables = Exact<{
  mutation: string;
  idempotencyKey: string;
}>;


export type OperationByKeyQuery = { operationByKey: { id: string, mutation: string, provider: WalletProvider, idempotencyKey: string, status: OperationStatus, startedAt: string, finishedAt: string | null, attempts: number, result:
      | { __typename: 'CardTokenLimitReachedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
            | { __typename: 'CardTokenLimitReachedError' }
            | { __typename: 'CardTokenProvisioned' }
            | { __typename: 'CardTokenStateChanged' }
            | { __typename: 'ConflictError' }
            | { __typename: 'DigitalWalletCreated' }
            | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
            | { __typename: 'DigitalWalletDeleted' }
            | { __typename: 'DigitalWalletUpdated' }
            | { __typename: 'InsufficientFundsError' }
            | { __typename: 'InvalidInputError' }
            | { __typename: 'MoovWalletClosed' }
            | { __typename: 'MoovWalletCreated' }
            | { __typename: 'MoovWalletUpdated' }
            | { __typename: 'NotFoundError' }
            | { __typename: 'OneTimeCodeRejectedError' }
            | { __typename: 'OneTimeCodeSent' }
            | { __typename: 'OutcomeUnknownError' }
            | { __typename: 'ProviderAccessDeniedError' }
            | { __typename: 'ProviderRejectedError' }
            | { __typename: 'ProviderUnavailableError' }
            | { __typename: 'RateLimitedError' }
            | { __typename: 'WalletAccountCharged' }
            | { __typename: 'WalletAccountCreated' }
            | { __typename: 'WalletAccountDelinked' }
            | { __typename: 'WalletAccountLinked' }
            | { __typename: 'WalletAccountRefreshed' }
            | { __typename: 'WalletAccountToppedUp' }
           | null } | null }
      | { __typename: 'CardTokenProvisioned', accountId: string, cardId: string, payload:
          | { __typename: 'ApplePayPayload', deviceType: DeviceType | null, provisioningAppVersion: string | null, certificates: Array<string> | null, nonce: string | null, nonceSignature: string | null, passRequest: { activationData: string, encryptedPassData: string, ephemeralPublicKey: string } | null }
          | { __typename: 'GooglePayPayload', displayName: string | null, lastDigits: string | null, network: string | null, tokenServiceProvider: string | null, opaquePaymentCard: string | null, createdAt: string | null, updatedAt: string | null, userAddress: { name: string | null, address1: string | null, address2: string | null, city: string | null, state: string | null, postalCode: string | null, country: string | null, phone: string | null } | null }
          | { __typename: 'SamsungPayPayload', cardType: string | null, displayName: string | null, lastDigits: string | null, network: string | null, tokenServiceProvider: string | null, extraProvisionPayload: string | null, createdAt: string | null, updatedAt: string | null }
         | null }
      | { __typename: 'CardTokenStateChanged' }
      | { __typename: 'ConflictError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
            | { __typename: 'CardTokenLimitReachedError' }
            | { __typename: 'CardTokenProvisioned' }
            | { __typename: 'CardTokenStateChanged' }
            | { __typename: 'ConflictError' }
            | { __typename: 'DigitalWalletCreated' }
            | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
            | { __typename: 'DigitalWalletDeleted' }
            | { __typename: 'DigitalWalletUpdated' }
            | { __typename: 'InsufficientFundsError' }
            | { __typename: 'InvalidInputError' }
            | { __typename: 'MoovWalletClosed' }
            | { __typename: 'MoovWalletCreated' }
            | { __typename: 'MoovWalletUpdated' }
            | { __typename: 'NotFoundError' }
            | { __typename: 'OneTimeCodeRejectedError' }
            | { __typename: 'OneTimeCodeSent' }
            | { __typename: 'OutcomeUnknownError' }
            | { __typename: 'ProviderAccessDeniedError' }
            | { __typename: 'ProviderRejectedError' }
            | { __typename: 'ProviderUnavailableError' }
            | { __typename: 'RateLimitedError' }
            | { __typename: 'WalletAccountCharged' }
            | { __typename: 'WalletAccountCreated' }
            | { __typename: 'WalletAccountDelinked' }
            | { __typename: 'WalletAccountLinked' }
            | { __typename: 'WalletAccountRefreshed' }
            | { __typename: 'WalletAccountToppedUp' }
           | null } | null }
      | { __typename: 'DigitalWalletCreated' }
      | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
      | { __typename: 'DigitalWalletDeleted' }
      | { __typename: 'DigitalWalletUpdated' }
      | { __typename: 'InsufficientFundsError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
            | { __typename: 'CardTokenLimitReachedError' }
            | { __typename: 'CardTokenProvisioned' }
            | { __typename: 'CardTokenStateChanged' }
            | { __typename: 'ConflictError' }
            | { __typename: 'DigitalWalletCreated' }
            | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
            | { __typename: 'DigitalWalletDeleted' }
            | { __typename: 'DigitalWalletUpdated' }
            | { __typename: 'InsufficientFundsError' }
            | { __typename: 'InvalidInputError' }
            | { __typename: 'MoovWalletClosed' }
            | { __typename: 'MoovWalletCreated' }
            | { __typename: 'MoovWalletUpdated' }
            | { __typename: 'NotFoundError' }
            | { __typename: 'OneTimeCodeRejectedError' }
            | { __typename: 'OneTimeCodeSent' }
            | { __typename: 'OutcomeUnknownError' }
            | { __typename: 'ProviderAccessDeniedError' }
            | { __typename: 'ProviderRejectedError' }
            | { __typename: 'ProviderUnavailableError' }
            | { __typename: 'RateLimitedError' }
            | { __typename: 'WalletAccountCharged' }
            | { __typename: 'WalletAccountCreated' }
            | { __typename: 'WalletAccountDelinked' }
            | { __typename: 'WalletAccountLinked' }
            | { __typename: 'WalletAccountRefreshed' }
            | { __typename: 'WalletAccountToppedUp' }
           | null } | null }
      | { __typename: 'InvalidInputError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, fields: Array<{ path: Array<string>, message: string, code: string | null }>, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
            | { __typename: 'CardTokenLimitReachedError' }
            | { __typename: 'CardTokenProvisioned' }
            | { __typename: 'CardTokenStateChanged' }
            | { __typename: 'ConflictError' }
            | { __typename: 'DigitalWalletCreated' }
            | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
            | { __typename: 'DigitalWalletDeleted' }
            | { __typename: 'DigitalWalletUpdated' }
            | { __typename: 'InsufficientFundsError' }
            | { __typename: 'InvalidInputError' }
            | { __typename: 'MoovWalletClosed' }
            | { __typename: 'MoovWalletCreated' }
            | { __typename: 'MoovWalletUpdated' }
            | { __typename: 'NotFoundError' }
            | { __typename: 'OneTimeCodeRejectedError' }
            | { __typename: 'OneTimeCodeSent' }
            | { __typename: 'OutcomeUnknownError' }
            | { __typename: 'ProviderAccessDeniedError' }
            | { __typename: 'ProviderRejectedError' }
            | { __typename: 'ProviderUnavailableError' }
            | { __typename: 'RateLimitedError' }
            | { __typename: 'WalletAccountCharged' }
            | { __typename: 'WalletAccountCreated' }
            | { __typename: 'WalletAccountDelinked' }
            | { __typename: 'WalletAccountLinked' }
            | { __typename: 'WalletAccountRefreshed' }
            | { __typename: 'WalletAccountToppedUp' }
           | null } | null }
      | { __typename: 'MoovWalletClosed' }
      | { __typename: 'MoovWalletCreated', moovWallet: { __typename: 'MoovWallet', accountId: string, partnerAccountId: string | null, name: string, description: string, walletType: MoovWalletType, metadata: Record<string, string> | null, createdAt: string | null, closedAt: string | null, id: string, provider: WalletProvider, providerId: string, state: WalletState, providerStatus: string | null, availableBalance: { currency: string, minorUnits: string, decimal: string } | null } }
      | { __typename: 'MoovWalletUpdated' }
      | { __typename: 'NotFoundError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
            | { __typename: 'CardTokenLimitReachedError' }
            | { __typename: 'CardTokenProvisioned' }
            | { __typename: 'CardTokenStateChanged' }
            | { __typename: 'ConflictError' }
            | { __typename: 'DigitalWalletCreated' }
            | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
            | { __typename: 'DigitalWalletDeleted' }
            | { __typename: 'DigitalWalletUpdated' }
            | { __typename: 'InsufficientFundsError' }
            | { __typename: 'InvalidInputError' }
            | { __typename: 'MoovWalletClosed' }
            | { __typename: 'MoovWalletCreated' }
            | { __typename: 'MoovWalletUpdated' }
            | { __typename: 'NotFoundError' }
            | { __typename: 'OneTimeCodeRejectedError' }
            | { __typename: 'OneTimeCodeSent' }
            | { __typename: 'OutcomeUnknownError' }
            | { __typename: 'ProviderAccessDeniedError' }
            | { __typename: 'ProviderRejectedError' }
            | { __typename: 'ProviderUnavailableError' }
            | { __typename: 'RateLimitedError' }
            | { __typename: 'WalletAccountCharged' }
            | { __typename: 'WalletAccountCreated' }
            | { __typename: 'WalletAccountDelinked' }
            | { __typename: 'WalletAccountLinked' }
            | { __typename: 'WalletAccountRefreshed' }
            | { __typename: 'WalletAccountToppedUp' }
           | null } | null }
      | { __typename: 'OneTimeCodeRejectedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
            | { __typename: 'CardTokenLimitReachedError' }
            | { __typename: 'CardTokenProvisioned' }
            | { __typename: 'CardTokenStateChanged' }
            | { __typename: 'ConflictError' }
            | { __typename: 'DigitalWalletCreated' }
            | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
            | { __typename: 'DigitalWalletDeleted' }
            | { __typename: 'DigitalWalletUpdated' }
            | { __typename: 'InsufficientFundsError' }
            | { __typename: 'InvalidInputError' }
            | { __typename: 'MoovWalletClosed' }
            | { __typename: 'MoovWalletCreated' }
            | { __typename: 'MoovWalletUpdated' }
            | { __typename: 'NotFoundError' }
            | { __typename: 'OneTimeCodeRejectedError' }
            | { __typename: 'OneTimeCodeSent' }
            | { __typename: 'OutcomeUnknownError' }
            | { __typename: 'ProviderAccessDeniedError' }
            | { __typename: 'ProviderRejectedError' }
            | { __typename: 'ProviderUnavailableError' }
            | { __typename: 'RateLimitedError' }
            | { __typename: 'WalletAccountCharged' }
            | { __typename: 'WalletAccountCreated' }
            | { __typename: 'WalletAccountDelinked' }
            | { __typename: 'WalletAccountLinked' }
            | { __typename: 'WalletAccountRefreshed' }
            | { __typename: 'WalletAccountToppedUp' }
           | null } | null }
      | { __typename: 'OneTimeCodeSent' }
      | { __typename: 'OutcomeUnknownError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
            | { __typename: 'CardTokenLimitReachedError' }
            | { __typename: 'CardTokenProvisioned' }
            | { __typename: 'CardTokenStateChanged' }
            | { __typename: 'ConflictError' }
            | { __typename: 'DigitalWalletCreated' }
            | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
            | { __typename: 'DigitalWalletDeleted' }
            | { __typename: 'DigitalWalletUpdated' }
            | { __typename: 'InsufficientFundsError' }
            | { __typename: 'InvalidInputError' }
            | { __typename: 'MoovWalletClosed' }
            | { __typename: 'MoovWalletCreated' }
            | { __typename: 'MoovWalletUpdated' }
            | { __typename: 'NotFoundError' }
            | { __typename: 'OneTimeCodeRejectedError' }
            | { __typename: 'OneTimeCodeSent' }
            | { __typename: 'OutcomeUnknownError' }
            | { __typename: 'ProviderAccessDeniedError' }
            | { __typename: 'ProviderRejectedError' }
            | { __typename: 'ProviderUnavailableError' }
            | { __typename: 'RateLimitedError' }
            | { __typename: 'WalletAccountCharged' }
            | { __typename: 'WalletAccountCreated' }
            | { __typename: 'WalletAccountDelinked' }
            | { __typename: 'WalletAccountLinked' }
            | { __typename: 'WalletAccountRefreshed' }
            | { __typename: 'WalletAccountToppedUp' }
           | null } | null }
      | { __typename: 'ProviderAccessDeniedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
            | { __typename: 'CardTokenLimitReachedError' }
            | { __typename: 'CardTokenProvisioned' }
            | { __typename: 'CardTokenStateChanged' }
            | { __typename: 'ConflictError' }
            | { __typename: 'DigitalWalletCreated' }
            | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
            | { __typename: 'DigitalWalletDeleted' }
            | { __typename: 'DigitalWalletUpdated' }
            | { __typename: 'InsufficientFundsError' }
            | { __typename: 'InvalidInputError' }
            | { __typename: 'MoovWalletClosed' }
            | { __typename: 'MoovWalletCreated' }
            | { __typename: 'MoovWalletUpdated' }
            | { __typename: 'NotFoundError' }
            | { __typename: 'OneTimeCodeRejectedError' }
            | { __typename: 'OneTimeCodeSent' }
            | { __typename: 'OutcomeUnknownError' }
            | { __typename: 'ProviderAccessDeniedError' }
            | { __typename: 'ProviderRejectedError' }
            | { __typename: 'ProviderUnavailableError' }
            | { __typename: 'RateLimitedError' }
            | { __typename: 'WalletAccountCharged' }
            | { __typename: 'WalletAccountCreated' }
            | { __typename: 'WalletAccountDelinked' }
            | { __typename: 'WalletAccountLinked' }
            | { __typename: 'WalletAccountRefreshed' }
            | { __typename: 'WalletAccountToppedUp' }
           | null } | null }
      | { __typename: 'ProviderRejectedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
            | { __typename: 'CardTokenLimitReachedError' }
            | { __typename: 'CardTokenProvisioned' }
            | { __typename: 'CardTokenStateChanged' }
            | { __typename: 'ConflictError' }
            | { __typename: 'DigitalWalletCreated' }
            | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
            | { __typename: 'DigitalWalletDeleted' }
            | { __typename: 'DigitalWalletUpdated' }
            | { __typename: 'InsufficientFundsError' }
            | { __typename: 'InvalidInputError' }
            | { __typename: 'MoovWalletClosed' }
            | { __typename: 'MoovWalletCreated' }
            | { __typename: 'MoovWalletUpdated' }
            | { __typename: 'NotFoundError' }
            | { __typename: 'OneTimeCodeRejectedError' }
            | { __typename: 'OneTimeCodeSent' }
            | { __typename: 'OutcomeUnknownError' }
            | { __typename: 'ProviderAccessDeniedError' }
            | { __typename: 'ProviderRejectedError' }
            | { __typename: 'ProviderUnavailableError' }
            | { __typename: 'RateLimitedError' }
            | { __typename: 'WalletAccountCharged' }
            | { __typename: 'WalletAccountCreated' }
            | { __typename: 'WalletAccountDelinked' }
            | { __typename: 'WalletAccountLinked' }
            | { __typename: 'WalletAccountRefreshed' }
            | { __typename: 'WalletAccountToppedUp' }
           | null } | null }
      | { __typename: 'ProviderUnavailableError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
            | { __typename: 'CardTokenLimitReachedError' }
            | { __typename: 'CardTokenProvisioned' }
            | { __typename: 'CardTokenStateChanged' }
            | { __typename: 'ConflictError' }
            | { __typename: 'DigitalWalletCreated' }
            | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
            | { __typename: 'DigitalWalletDeleted' }
            | { __typename: 'DigitalWalletUpdated' }
            | { __typename: 'InsufficientFundsError' }
            | { __typename: 'InvalidInputError' }
            | { __typename: 'MoovWalletClosed' }
            | { __typename: 'MoovWalletCreated' }
            | { __typename: 'MoovWalletUpdated' }
            | { __typename: 'NotFoundError' }
            | { __typename: 'OneTimeCodeRejectedError' }
            | { __typename: 'OneTimeCodeSent' }
            | { __typename: 'OutcomeUnknownError' }
            | { __typename: 'ProviderAccessDeniedError' }
            | { __typename: 'ProviderRejectedError' }
            | { __typename: 'ProviderUnavailableError' }
            | { __typename: 'RateLimitedError' }
            | { __typename: 'WalletAccountCharged' }
            | { __typename: 'WalletAccountCreated' }
            | { __typename: 'WalletAccountDelinked' }
            | { __typename: 'WalletAccountLinked' }
            | { __typename: 'WalletAccountRefreshed' }
            | { __typename: 'WalletAccountToppedUp' }
           | null } | null }
      | { __typename: 'RateLimitedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
            | { __typename: 'CardTokenLimitReachedError' }
            | { __typename: 'CardTokenProvisioned' }
            | { __typename: 'CardTokenStateChanged' }
            | { __typename: 'ConflictError' }
            | { __typename: 'DigitalWalletCreated' }
            | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
            | { __typename: 'DigitalWalletDeleted' }
            | { __typename: 'DigitalWalletUpdated' }
            | { __typename: 'InsufficientFundsError' }
            | { __typename: 'InvalidInputError' }
            | { __typename: 'MoovWalletClosed' }
            | { __typename: 'MoovWalletCreated' }
            | { __typename: 'MoovWalletUpdated' }
            | { __typename: 'NotFoundError' }
            | { __typename: 'OneTimeCodeRejectedError' }
            | { __typename: 'OneTimeCodeSent' }
            | { __typename: 'OutcomeUnknownError' }
            | { __typename: 'ProviderAccessDeniedError' }
            | { __typename: 'ProviderRejectedError' }
            | { __typename: 'ProviderUnavailableError' }
            | { __typename: 'RateLimitedError' }
            | { __typename: 'WalletAccountCharged' }
            | { __typename: 'WalletAccountCreated' }
            | { __typename: 'WalletAccountDelinked' }
            | { __typename: 'WalletAccountLinked' }
            | { __typename: 'WalletAccountRefreshed' }
            | { __typename: 'WalletAccountToppedUp' }
           | null } | null }
      | { __typename: 'WalletAccountCharged' }
      | { __typename: 'WalletAccountCreated' }
      | { __typename: 'WalletAccountDelinked' }
      | { __typename: 'WalletAccountLinked' }
      | { __typename: 'WalletAccountRefreshed' }
      | { __typename: 'WalletAccountToppedUp' }
     | null } | null };

export type OperationsQueryVariables = Exact<{
  status?: OperationStatus | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type OperationsQuery = { operations: { edges: Array<{ cursor: string, node: { id: string } }>, nodes: Array<{ id: string, mutation: string, provider: WalletProvider, idempotencyKey: string, status: OperationStatus, startedAt: string, finishedAt: string | null, attempts: number, result:
        | { __typename: 'CardTokenLimitReachedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
              | { __typename: 'CardTokenLimitReachedError' }
              | { __typename: 'CardTokenProvisioned' }
              | { __typename: 'CardTokenStateChanged' }
              | { __typename: 'ConflictError' }
              | { __typename: 'DigitalWalletCreated' }
              | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
              | { __typename: 'DigitalWalletDeleted' }
              | { __typename: 'DigitalWalletUpdated' }
              | { __typename: 'InsufficientFundsError' }
              | { __typename: 'InvalidInputError' }
              | { __typename: 'MoovWalletClosed' }
              | { __typename: 'MoovWalletCreated' }
              | { __typename: 'MoovWalletUpdated' }
              | { __typename: 'NotFoundError' }
              | { __typename: 'OneTimeCodeRejectedError' }
              | { __typename: 'OneTimeCodeSent' }
              | { __typename: 'OutcomeUnknownError' }
              | { __typename: 'ProviderAccessDeniedError' }
              | { __typename: 'ProviderRejectedError' }
              | { __typename: 'ProviderUnavailableError' }
              | { __typename: 'RateLimitedError' }
              | { __typename: 'WalletAccountCharged' }
              | { __typename: 'WalletAccountCreated' }
              | { __typename: 'WalletAccountDelinked' }
              | { __typename: 'WalletAccountLinked' }
              | { __typename: 'WalletAccountRefreshed' }
              | { __typename: 'WalletAccountToppedUp' }
             | null } | null }
        | { __typename: 'CardTokenProvisioned', accountId: string, cardId: string, payload:
            | { __typename: 'ApplePayPayload', deviceType: DeviceType | null, provisioningAppVersion: string | null, certificates: Array<string> | null, nonce: string | null, nonceSignature: string | null, passRequest: { activationData: string, encryptedPassData: string, ephemeralPublicKey: string } | null }
            | { __typename: 'GooglePayPayload', displayName: string | null, lastDigits: string | null, network: string | null, tokenServiceProvider: string | null, opaquePaymentCard: string | null, createdAt: string | null, updatedAt: string | null, userAddress: { name: string | null, address1: string | null, address2: string | null, city: string | null, state: string | null, postalCode: string | null, country: string | null, phone: string | null } | null }
            | { __typename: 'SamsungPayPayload', cardType: string | null, displayName: string | null, lastDigits: string | null, network: string | null, tokenServiceProvider: string | null, extraProvisionPayload: string | null, createdAt: string | null, updatedAt: string | null }
           | null }
        | { __typename: 'CardTokenStateChanged' }
        | { __typename: 'ConflictError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
              | { __typename: 'CardTokenLimitReachedError' }
              | { __typename: 'CardTokenProvisioned' }
              | { __typename: 'CardTokenStateChanged' }
              | { __typename: 'ConflictError' }
              | { __typename: 'DigitalWalletCreated' }
              | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
              | { __typename: 'DigitalWalletDeleted' }
              | { __typename: 'DigitalWalletUpdated' }
              | { __typename: 'InsufficientFundsError' }
              | { __typename: 'InvalidInputError' }
              | { __typename: 'MoovWalletClosed' }
              | { __typename: 'MoovWalletCreated' }
              | { __typename: 'MoovWalletUpdated' }
              | { __typename: 'NotFoundError' }
              | { __typename: 'OneTimeCodeRejectedError' }
              | { __typename: 'OneTimeCodeSent' }
              | { __typename: 'OutcomeUnknownError' }
              | { __typename: 'ProviderAccessDeniedError' }
              | { __typename: 'ProviderRejectedError' }
              | { __typename: 'ProviderUnavailableError' }
              | { __typename: 'RateLimitedError' }
              | { __typename: 'WalletAccountCharged' }
              | { __typename: 'WalletAccountCreated' }
              | { __typename: 'WalletAccountDelinked' }
              | { __typename: 'WalletAccountLinked' }
              | { __typename: 'WalletAccountRefreshed' }
              | { __typename: 'WalletAccountToppedUp' }
             | null } | null }
        | { __typename: 'DigitalWalletCreated' }
        | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
        | { __typename: 'DigitalWalletDeleted' }
        | { __typename: 'DigitalWalletUpdated' }
        | { __typename: 'InsufficientFundsError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
              | { __typename: 'CardTokenLimitReachedError' }
              | { __typename: 'CardTokenProvisioned' }
              | { __typename: 'CardTokenStateChanged' }
              | { __typename: 'ConflictError' }
              | { __typename: 'DigitalWalletCreated' }
              | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
              | { __typename: 'DigitalWalletDeleted' }
              | { __typename: 'DigitalWalletUpdated' }
              | { __typename: 'InsufficientFundsError' }
              | { __typename: 'InvalidInputError' }
              | { __typename: 'MoovWalletClosed' }
              | { __typename: 'MoovWalletCreated' }
              | { __typename: 'MoovWalletUpdated' }
              | { __typename: 'NotFoundError' }
              | { __typename: 'OneTimeCodeRejectedError' }
              | { __typename: 'OneTimeCodeSent' }
              | { __typename: 'OutcomeUnknownError' }
              | { __typename: 'ProviderAccessDeniedError' }
              | { __typename: 'ProviderRejectedError' }
              | { __typename: 'ProviderUnavailableError' }
              | { __typename: 'RateLimitedError' }
              | { __typename: 'WalletAccountCharged' }
              | { __typename: 'WalletAccountCreated' }
              | { __typename: 'WalletAccountDelinked' }
              | { __typename: 'WalletAccountLinked' }
              | { __typename: 'WalletAccountRefreshed' }
              | { __typename: 'WalletAccountToppedUp' }
             | null } | null }
        | { __typename: 'InvalidInputError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, fields: Array<{ path: Array<string>, message: string, code: string | null }>, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
              | { __typename: 'CardTokenLimitReachedError' }
              | { __typename: 'CardTokenProvisioned' }
              | { __typename: 'CardTokenStateChanged' }
              | { __typename: 'ConflictError' }
              | { __typename: 'DigitalWalletCreated' }
              | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
              | { __typename: 'DigitalWalletDeleted' }
              | { __typename: 'DigitalWalletUpdated' }
              | { __typename: 'InsufficientFundsError' }
              | { __typename: 'InvalidInputError' }
              | { __typename: 'MoovWalletClosed' }
              | { __typename: 'MoovWalletCreated' }
              | { __typename: 'MoovWalletUpdated' }
              | { __typename: 'NotFoundError' }
              | { __typename: 'OneTimeCodeRejectedError' }
              | { __typename: 'OneTimeCodeSent' }
              | { __typename: 'OutcomeUnknownError' }
              | { __typename: 'ProviderAccessDeniedError' }
              | { __typename: 'ProviderRejectedError' }
              | { __typename: 'ProviderUnavailableError' }
              | { __typename: 'RateLimitedError' }
              | { __typename: 'WalletAccountCharged' }
              | { __typename: 'WalletAccountCreated' }
              | { __typename: 'WalletAccountDelinked' }
              | { __typename: 'WalletAccountLinked' }
              | { __typename: 'WalletAccountRefreshed' }
              | { __typename: 'WalletAccountToppedUp' }
             | null } | null }
        | { __typename: 'MoovWalletClosed' }
        | { __typename: 'MoovWalletCreated', moovWallet: { __typename: 'MoovWallet', accountId: string, partnerAccountId: string | null, name: string, description: string, walletType: MoovWalletType, metadata: Record<string, string> | null, createdAt: string | null, closedAt: string | null, id: string, provider: WalletProvider, providerId: string, state: WalletState, providerStatus: string | null, availableBalance: { currency: string, minorUnits: string, decimal: string } | null } }
        | { __typename: 'MoovWalletUpdated' }
        | { __typename: 'NotFoundError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
              | { __typename: 'CardTokenLimitReachedError' }
              | { __typename: 'CardTokenProvisioned' }
              | { __typename: 'CardTokenStateChanged' }
              | { __typename: 'ConflictError' }
              | { __typename: 'DigitalWalletCreated' }
              | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
              | { __typename: 'DigitalWalletDeleted' }
              | { __typename: 'DigitalWalletUpdated' }
              | { __typename: 'InsufficientFundsError' }
              | { __typename: 'InvalidInputError' }
              | { __typename: 'MoovWalletClosed' }
              | { __typename: 'MoovWalletCreated' }
              | { __typename: 'MoovWalletUpdated' }
              | { __typename: 'NotFoundError' }
              | { __typename: 'OneTimeCodeRejectedError' }
              | { __typename: 'OneTimeCodeSent' }
              | { __typename: 'OutcomeUnknownError' }
              | { __typename: 'ProviderAccessDeniedError' }
              | { __typename: 'ProviderRejectedError' }
              | { __typename: 'ProviderUnavailableError' }
              | { __typename: 'RateLimitedError' }
              | { __typename: 'WalletAccountCharged' }
              | { __typename: 'WalletAccountCreated' }
              | { __typename: 'WalletAccountDelinked' }
              | { __typename: 'WalletAccountLinked' }
              | { __typename: 'WalletAccountRefreshed' }
              | { __typename: 'WalletAccountToppedUp' }
             | null } | null }
        | { __typename: 'OneTimeCodeRejectedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
              | { __typename: 'CardTokenLimitReachedError' }
              | { __typename: 'CardTokenProvisioned' }
              | { __typename: 'CardTokenStateChanged' }
              | { __typename: 'ConflictError' }
              | { __typename: 'DigitalWalletCreated' }
              | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
              | { __typename: 'DigitalWalletDeleted' }
              | { __typename: 'DigitalWalletUpdated' }
              | { __typename: 'InsufficientFundsError' }
              | { __typename: 'InvalidInputError' }
              | { __typename: 'MoovWalletClosed' }
              | { __typename: 'MoovWalletCreated' }
              | { __typename: 'MoovWalletUpdated' }
              | { __typename: 'NotFoundError' }
              | { __typename: 'OneTimeCodeRejectedError' }
              | { __typename: 'OneTimeCodeSent' }
              | { __typename: 'OutcomeUnknownError' }
              | { __typename: 'ProviderAccessDeniedError' }
              | { __typename: 'ProviderRejectedError' }
              | { __typename: 'ProviderUnavailableError' }
              | { __typename: 'RateLimitedError' }
              | { __typename: 'WalletAccountCharged' }
              | { __typename: 'WalletAccountCreated' }
              | { __typename: 'WalletAccountDelinked' }
              | { __typename: 'WalletAccountLinked' }
              | { __typename: 'WalletAccountRefreshed' }
              | { __typename: 'WalletAccountToppedUp' }
             | null } | null }
        | { __typename: 'OneTimeCodeSent' }
        | { __typename: 'OutcomeUnknownError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
              | { __typename: 'CardTokenLimitReachedError' }
              | { __typename: 'CardTokenProvisioned' }
              | { __typename: 'CardTokenStateChanged' }
              | { __typename: 'ConflictError' }
              | { __typename: 'DigitalWalletCreated' }
              | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
              | { __typename: 'DigitalWalletDeleted' }
              | { __typename: 'DigitalWalletUpdated' }
              | { __typename: 'InsufficientFundsError' }
              | { __typename: 'InvalidInputError' }
              | { __typename: 'MoovWalletClosed' }
              | { __typename: 'MoovWalletCreated' }
              | { __typename: 'MoovWalletUpdated' }
              | { __typename: 'NotFoundError' }
              | { __typename: 'OneTimeCodeRejectedError' }
              | { __typename: 'OneTimeCodeSent' }
              | { __typename: 'OutcomeUnknownError' }
              | { __typename: 'ProviderAccessDeniedError' }
              | { __typename: 'ProviderRejectedError' }
              | { __typename: 'ProviderUnavailableError' }
              | { __typename: 'RateLimitedError' }
              | { __typename: 'WalletAccountCharged' }
              | { __typename: 'WalletAccountCreated' }
              | { __typename: 'WalletAccountDelinked' }
              | { __typename: 'WalletAccountLinked' }
              | { __typename: 'WalletAccountRefreshed' }
              | { __typename: 'WalletAccountToppedUp' }
             | null } | null }
        | { __typename: 'ProviderAccessDeniedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
              | { __typename: 'CardTokenLimitReachedError' }
              | { __typename: 'CardTokenProvisioned' }
              | { __typename: 'CardTokenStateChanged' }
              | { __typename: 'ConflictError' }
              | { __typename: 'DigitalWalletCreated' }
              | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
              | { __typename: 'DigitalWalletDeleted' }
              | { __typename: 'DigitalWalletUpdated' }
              | { __typename: 'InsufficientFundsError' }
              | { __typename: 'InvalidInputError' }
              | { __typename: 'MoovWalletClosed' }
              | { __typename: 'MoovWalletCreated' }
              | { __typename: 'MoovWalletUpdated' }
              | { __typename: 'NotFoundError' }
              | { __typename: 'OneTimeCodeRejectedError' }
              | { __typename: 'OneTimeCodeSent' }
              | { __typename: 'OutcomeUnknownError' }
              | { __typename: 'ProviderAccessDeniedError' }
              | { __typename: 'ProviderRejectedError' }
              | { __typename: 'ProviderUnavailableError' }
              | { __typename: 'RateLimitedError' }
              | { __typename: 'WalletAccountCharged' }
              | { __typename: 'WalletAccountCreated' }
              | { __typename: 'WalletAccountDelinked' }
              | { __typename: 'WalletAccountLinked' }
              | { __typename: 'WalletAccountRefreshed' }
              | { __typename: 'WalletAccountToppedUp' }
             | null } | null }
        | { __typename: 'ProviderRejectedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
              | { __typename: 'CardTokenLimitReachedError' }
              | { __typename: 'CardTokenProvisioned' }
              | { __typename: 'CardTokenStateChanged' }
              | { __typename: 'ConflictError' }
              | { __typename: 'DigitalWalletCreated' }
              | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
              | { __typename: 'DigitalWalletDeleted' }
              | { __typename: 'DigitalWalletUpdated' }
              | { __typename: 'InsufficientFundsError' }
              | { __typename: 'InvalidInputError' }
              | { __typename: 'MoovWalletClosed' }
              | { __typename: 'MoovWalletCreated' }
              | { __typename: 'MoovWalletUpdated' }
              | { __typename: 'NotFoundError' }
              | { __typename: 'OneTimeCodeRejectedError' }
              | { __typename: 'OneTimeCodeSent' }
              | { __typename: 'OutcomeUnknownError' }
              | { __typename: 'ProviderAccessDeniedError' }
              | { __typename: 'ProviderRejectedError' }
              | { __typename: 'ProviderUnavailableError' }
              | { __typename: 'RateLimitedError' }
              | { __typename: 'WalletAccountCharged' }
              | { __typename: 'WalletAccountCreated' }
              | { __typename: 'WalletAccountDelinked' }
              | { __typename: 'WalletAccountLinked' }
              | { __typename: 'WalletAccountRefreshed' }
              | { __typename: 'WalletAccountToppedUp' }
             | null } | null }
        | { __typename: 'ProviderUnavailableError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
              | { __typename: 'CardTokenLimitReachedError' }
              | { __typename: 'CardTokenProvisioned' }
              | { __typename: 'CardTokenStateChanged' }
              | { __typename: 'ConflictError' }
              | { __typename: 'DigitalWalletCreated' }
              | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
              | { __typename: 'DigitalWalletDeleted' }
              | { __typename: 'DigitalWalletUpdated' }
              | { __typename: 'InsufficientFundsError' }
              | { __typename: 'InvalidInputError' }
              | { __typename: 'MoovWalletClosed' }
              | { __typename: 'MoovWalletCreated' }
              | { __typename: 'MoovWalletUpdated' }
              | { __typename: 'NotFoundError' }
              | { __typename: 'OneTimeCodeRejectedError' }
              | { __typename: 'OneTimeCodeSent' }
              | { __typename: 'OutcomeUnknownError' }
              | { __typename: 'ProviderAccessDeniedError' }
              | { __typename: 'ProviderRejectedError' }
              | { __typename: 'ProviderUnavailableError' }
              | { __typename: 'RateLimitedError' }
              | { __typename: 'WalletAccountCharged' }
              | { __typename: 'WalletAccountCreated' }
              | { __typename: 'WalletAccountDelinked' }
              | { __typename: 'WalletAccountLinked' }
              | { __typename: 'WalletAccountRefreshed' }
              | { __typename: 'WalletAccountToppedUp' }
             | null } | null }
        | { __typename: 'RateLimitedError', code: WalletErrorCode, message: string, retry: RetryAdvice, retryAfterSeconds: number | null, provider: WalletProvider | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null, details: Array<{ code: string | null, message: string | null, target: string | null }> } | null, operation: { id: string, status: OperationStatus, attempts: number, startedAt: string, finishedAt: string | null, result:
              | { __typename: 'CardTokenLimitReachedError' }
              | { __typename: 'CardTokenProvisioned' }
              | { __typename: 'CardTokenStateChanged' }
              | { __typename: 'ConflictError' }
              | { __typename: 'DigitalWalletCreated' }
              | { __typename: 'DigitalWalletCreatedWithNotificationFailures' }
              | { __typename: 'DigitalWalletDeleted' }
              | { __typename: 'DigitalWalletUpdated' }
              | { __typename: 'InsufficientFundsError' }
              | { __typename: 'InvalidInputError' }
              | { __typename: 'MoovWalletClosed' }
              | { __typename: 'MoovWalletCreated' }
              | { __typename: 'MoovWalletUpdated' }
              | { __typename: 'NotFoundError' }
              | { __typename: 'OneTimeCodeRejectedError' }
              | { __typename: 'OneTimeCodeSent' }
              | { __typename: 'OutcomeUnknownError' }
              | { __typename: 'ProviderAccessDeniedError' }
              | { __typename: 'ProviderRejectedError' }
              | { __typename: 'ProviderUnavailableError' }
              | { __typename: 'RateLimitedError' }
              | { __typename: 'WalletAccountCharged' }
              | { __typename: 'WalletAccountCreated' }
              | { __typename: 'WalletAccountDelinked' }
              | { __typename: 'WalletAccountLinked' }
              | { __typename: 'WalletAccountRefreshed' }
              | { __typename: 'WalletAccountToppedUp' }
             | null } | null }
        | { __typename: 'WalletAccountCharged' }
        | { __typename: 'WalletAccountCreated' }
        | { __typename: 'WalletAccountDelinked' }
        | { __typename: 'WalletAccountLinked' }
        | { __typename: 'WalletAccountRefreshed' }
        | { __typename: 'WalletAccountToppedUp' }
       | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type ProvidersQueryVariables = Exact<{ [key: string]: never; }>;


export type ProvidersQuery = { providers: Array<{ provider: WalletProvider, configured: boolean, capabilities: Array<ProviderCapability>, idempotency: IdempotencySupport, limits: Array<{ name: string, maximum: number }>, health: { circuit: CircuitState, p50Milliseconds: number | null, p99Milliseconds: number | null, lastErrorCode: WalletErrorCode | null, lastErrorAt: string | null } }> };

export type PagePartsFragment = { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null };

export type TokenPartsFragment = { __typename: 'CardToken', cardId: string, cardName: string | null, lastFour: string | null, deviceId: string | null, id: string, provider: WalletProvider, providerId: string, state: WalletState, providerStatus: string | null };

export type NodesQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type NodesQuery = { nodes: Array<
    | { __typename: 'CardToken', id: string, cardId: string, cardName: string | null, lastFour: string | null, deviceId: string | null, provider: WalletProvider, providerId: string, state: WalletState, providerStatus: string | null }
    | { __typename: 'DigitalWallet', id: string }
    | { __typename: 'JuspayWalletAccount', id: string, customerId: string, walletName: string, linked: boolean, currentBalance: string | null, lastRefreshed: string | null, mobileNumber: string | null, gatewayReferenceId: string | null, provider: WalletProvider, providerId: string, state: WalletState, providerStatus: string | null }
    | { __typename: 'LiquidoWalletAccount', id: string, groupId: string | null, country: string | null, currency: string | null, provider: WalletProvider, providerId: string, state: WalletState, providerStatus: string | null, balance: { currency: string, minorUnits: string, decimal: string } | null }
    | { __typename: 'MoovWallet', id: string, accountId: string, partnerAccountId: string | null, name: string, description: string, walletType: MoovWalletType, metadata: Record<string, string> | null, createdAt: string | null, closedAt: string | null, provider: WalletProvider, providerId: string, state: WalletState, providerStatus: string | null, availableBalance: { currency: string, minorUnits: string, decimal: string } | null }
    | { __typename: 'Operation', id: string }
   | null> };

export type WalletsQueryVariables = Exact<{
  owners: Array<WalletOwnerInput> | WalletOwnerInput;
  states?: Array<WalletState> | WalletState | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type WalletsQuery = { wallets: { edges: Array<{ cursor: string, node:
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
       }>, nodes: Array<
      | { __typename: 'CardToken', id: string, provider: WalletProvider, providerId: string, state: WalletState, providerStatus: string | null }
      | { __typename: 'DigitalWallet', id: string, provider: WalletProvider, providerId: string, state: WalletState, providerStatus: string | null }
      | { __typename: 'JuspayWalletAccount', id: string, provider: WalletProvider, providerId: string, state: WalletState, providerStatus: string | null }
      | { __typename: 'LiquidoWalletAccount', id: string, provider: WalletProvider, providerId: string, state: WalletState, providerStatus: string | null }
      | { __typename: 'MoovWallet', id: string, provider: WalletProvider, providerId: string, state: WalletState, providerStatus: string | null }
    >, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, failures: Array<{ provider: WalletProvider, ownerIndex: number, code: WalletErrorCode, message: string, retryAfterSeconds: number | null, providerResponse: { httpStatus: number, code: string | null, message: string | null, requestId: string | null } | null }> } };

export type WalletDetailsQueryVariables = Exact<{
  owners: Array<WalletOwnerInput> | WalletOwnerInput;
  first?: number | null | undefined;
}>;


export type WalletDetailsQuery = { wallets: { nodes: Array<
      | { __typename: 'CardToken', id: string, provider: WalletProvider, providerId: string, state: WalletState, providerStatus: string | null, tokenType: CardTokenType | null, cardId: string, cardName: string | null, lastFour: string | null, deviceId: string | null }
      | { __typename: 'DigitalWallet', id: string, provider: WalletProvider, providerId: string, state: WalletState, providerStatus: string | null, environmentId: string, userId: string, digitalWalletApplicationId: string, applicationInstanceId: string | null, appOpenUrl: string | null, createdAt: string | null, updatedAt: string | null, device: { appPackage: string | null, sdkVersion: string | null, osType: string | null, osVersion: string | null, manufacturer: string | null, model: string | null, pushSandbox: boolean | null } | null, pairingAttempts: Array<{ succeeded: boolean, attemptedAt: string | null, errorCode: string | null }>, provisionedCredentials: Array<{ providerId: string, credentialId: string | null, status: string | null, createdAt: string | null, expiresAt: string | null, actions: Array<{ type: string, occurredAt: string | null }> }> | null, pairingSession: { providerId: string, status: string | null, qrUrl: string | null, createdAt: string | null, updatedAt: string | null } | null }
      | { __typename: 'JuspayWalletAccount', id: string, provider: WalletProvider, providerId: string, state: WalletState, providerStatus: string | null, bankCode: string | null, customerId: string, walletName: string, linked: boolean, currentBalance: string | null, lastRefreshed: string | null, mobileNumber: string | null, gatewayReferenceId: string | null, subAccounts: Array<{ paymentMethod: string | null, paymentMethodType: string | null, currentBalance: string | null, lastRefreshed: string | null }> | null }
      | { __typename: 'LiquidoWalletAccount', id: string, provider: WalletProvider, providerId: string, state: WalletState, providerStatus: string | null }
      | { __typename: 'MoovWallet', id: string, provider: WalletProvider, providerId: string, state: WalletState, providerStatus: string | null, paymentMethodId: string | null, accountId: string, partnerAccountId: string | null, name: string, description: string, walletType: MoovWalletType, metadata: Record<string, string> | null, createdAt: string | null, closedAt: string | null, transactions: { nodes: Array<{ providerId: string, transactionType: string | null, sourceType: string | null, sourceId: string | null, status: string | null, memo: string | null, createdAt: string | null, completedAt: string | null, grossAmount: { minorUnits: string, decimal: string } | null, fee: { minorUnits: string } | null, netAmount: { minorUnits: string, decimal: string } | null, availableBalance: { currency: string, minorUnits: string, decimal: string } | null }> } | null, availableBalance: { currency: string, minorUnits: string, decimal: string } | null }
    >, failures: Array<{ provider: WalletProvider, code: WalletErrorCode }> } };

export type NodeDetailsQueryVariables = Exact<{
  id: string | number;
}>;


export type NodeDetailsQuery = { node:
    | { __typename: 'CardToken', id: string, tokenType: CardTokenType | null, cardId: string, cardName: string | null, lastFour: string | null, deviceId: string | null, provider: WalletProvider, providerId: string, state: WalletState, providerStatus: string | null }
    | { __typename: 'DigitalWallet', id: string, environmentId: string, userId: string, digitalWalletApplicationId: string, applicationInstanceId: string | null, appOpenUrl: string | null, createdAt: string | null, updatedAt: string | null, provider: WalletProvider, providerId: string, state: WalletState, providerStatus: string | null, device: { appPackage: string | null, sdkVersion: string | null, osType: string | null, osVersion: string | null, manufacturer: string | null, model: string | null, pushSandbox: boolean | null } | null, pairingAttempts: Array<{ succeeded: boolean, attemptedAt: string | null, errorCode: string | null }>, provisionedCredentials: Array<{ providerId: string, credentialId: string | null, status: string | null, createdAt: string | null, expiresAt: string | null, actions: Array<{ type: string, occurredAt: string | null }> }> | null, pairingSession: { providerId: string, status: string | null, qrUrl: string | null, createdAt: string | null, updatedAt: string | null } | null }
    | { __typename: 'JuspayWalletAccount', id: string, bankCode: string | null, customerId: string, walletName: string, linked: boolean, currentBalance: string | null, lastRefreshed: string | null, mobileNumber: string | null, gatewayReferenceId: string | null, provider: WalletProvider, providerId: string, state: WalletState, providerStatus: string | null, subAccounts: Array<{ paymentMethod: string | null, paymentMethodType: string | null, currentBalance: string | null, lastRefreshed: string | null }> | null }
    | { id: string }
    | { __typename: 'MoovWallet', id: string, paymentMethodId: string | null, accountId: string, partnerAccountId: string | null, name: string, description: string, walletType: MoovWalletType, metadata: Record<string, string> | null, createdAt: string | null, closedAt: string | null, provider: WalletProvider, providerId: string, state: WalletState, providerStatus: string | null, transactions: { nodes: Array<{ providerId: string, transactionType: string | null, sourceType: string | null, sourceId: string | null, status: string | null, memo: string | null, createdAt: string | null, completedAt: string | null, grossAmount: { minorUnits: string, decimal: string } | null, fee: { minorUnits: string } | null, netAmount: { minorUnits: string, decimal: string } | null, availableBalance: { currency: string, minorUnits: string, decimal: string } | null }> } | null, availableBalance: { currency: string, minorUnits: string, decimal: string } | null }
    | { id: string }
   | null };

export type DigitalWalletDetailsFragment = { __typename: 'DigitalWallet', environmentId: string, userId: string, digitalWalletApplicationId: string, applicationInstanceId: string | null, appOpenUrl: string | null, createdAt: string | null, updatedAt: string | null, id: string, provider: WalletProvider, providerId: string, state: WalletState, providerStatus: string | null, device: { appPackage: string | null, sdkVersion: string | null, osType: string | null, osVersion: string | null, manufacturer: string | null, model: string | null, pushSandbox: boolean | null } | null, pairingAttempts: Array<{ succeeded: boolean, attemptedAt: string | null, errorCode: string | null }>, provisionedCredentials: Array<{ providerId: string, credentialId: string | null, status: string | null, createdAt: string | null, expiresAt: string | null, actions: Array<{ type: string, occurredAt: string | null }> }> | null, pairingSession: { providerId: string, status: string | null, qrUrl: string | null, createdAt: string | null, updatedAt: string | null } | null };

export type JuspayDetailsFragment = { __typename: 'JuspayWalletAccount', bankCode: string | null, customerId: string, walletName: string, linked: boolean, currentBalance: string | null, lastRefreshed: string | null, mobileNumber: string | null, gatewayReferenceId: string | null, id: string, provider: WalletProvider, providerId: string, state: WalletState, providerStatus: string | null, subAccounts: Array<{ paymentMethod: string | null, paymentMethodType: string | null, currentBalance: string | null, lastRefreshed: string | null }> | null };

export type MoovDetailsFragment = { __typename: 'MoovWallet', paymentMethodId: string | null, accountId: string, partnerAccountId: string | null, name: string, description: string, walletType: MoovWalletType, metadata: Record<string, string> | null, createdAt: string | null, closedAt: string | null, id: string, provider: WalletProvider, providerId: string, state: WalletState, providerStatus: string | null, transactions: { nodes: Array<{ providerId: string, transactionType: string | null, sourceType: string | null, sourceId: string | null, status: string | null, memo: string | null, createdAt: string | null, completedAt: string | null, grossAmount: { minorUnits: string, decimal: string } | null, fee: { minorUnits: string } | null, netAmount: { minorUnits: string, decimal: string } | null, availableBalance: { currency: string, minorUnits: string, decimal: string } | null }> } | null, availableBalance: { currency: string, minorUnits: string, decimal: string } | null };

export type TransactionPartsFragment = { providerId: string, transactionType: string | null, sourceType: string | null, sourceId: string | null, status: string | null, memo: string | null, createdAt: string | null, completedAt: string | null, grossAmount: { minorUnits: string, decimal: string } | null, fee: { minorUnits: string } | null, netAmount: { minorUnits: string, decimal: string } | null, availableBalance: { currency: string, minorUnits: string, decimal: string } | null };

export type TokenDetailsFragment = { __typename: 'CardToken', tokenType: CardTokenType | null, cardId: string, cardName: string | null, lastFour: string | null, deviceId: string | null, id: string, provider: WalletProvider, providerId: string, state: WalletState, providerStatus: string | null };

export type CardTokensQueryVariables = Exact<{
  accountId: string;
  cardId?: string | null | undefined;
  personId?: string | null | undefined;
  deviceId?: string | null | undefined;
  tokenType?: CardTokenType | null | undefined;
  states?: Array<WalletState> | WalletState | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type CardTokensQuery = { cardTokens: { edges: Array<{ cursor: string, node: { id: string } }>, nodes: Array<{ __typename: 'CardToken', tokenType: CardTokenType | null, cardId: string, cardName: string | null, lastFour: string | null, deviceId: string | null, id: string, provider: WalletProvider, providerId: string, state: WalletState, providerStatus: string | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type OneTimeTokenQueryVariables = Exact<{
  id: string | number;
}>;


export type OneTimeTokenQuery = { node:
    | { oneTimeToken: string | null }
    | Record<PropertyKey, never>
   | null };

export type TransactionsQueryVariables = Exact<{
  id: string | number;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type TransactionsQuery = { node:
    | { id: string, transactions: { edges: Array<{ cursor: string, node: { providerId: string } }>, nodes: Array<{ providerId: string, transactionType: string | null, sourceType: string | null, sourceId: string | null, status: string | null, memo: string | null, createdAt: string | null, completedAt: string | null, grossAmount: { minorUnits: string, decimal: string } | null, fee: { minorUnits: string } | null, netAmount: { minorUnits: string, decimal: string } | null, availableBalance: { currency: string, minorUnits: string, decimal: string } | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null }
    | Record<PropertyKey, never>
   | null };

export const ChangedTokenFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ChangedToken"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CardToken"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"providerStatus"}},{"kind":"Field","name":{"kind":"Name","value":"cardId"}},{"kind":"Field","name":{"kind":"Name","value":"cardName"}},{"kind":"Field","name":{"kind":"Name","value":"lastFour"}},{"kind":"Field","name":{"kind":"Name","value":"deviceId"}}]}}]} as unknown as DocumentNode<ChangedTokenFragment, unknown>;
export const MovedAccountFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MovedAccount"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LiquidoWalletAccount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"balance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"minorUnits"}},{"kind":"Field","name":{"kind":"Name","value":"decimal"}}]}},{"kind":"Field","name":{"kind":"Name","value":"groupId"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]} as unknown as DocumentNode<MovedAccountFragment, unknown>;
export const WalletPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WalletParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Wallet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"providerStatus"}}]}}]} as unknown as DocumentNode<WalletPartsFragment, unknown>;
export const LiquidoPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LiquidoParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LiquidoWalletAccount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WalletParts"}},{"kind":"Field","name":{"kind":"Name","value":"balance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"minorUnits"}},{"kind":"Field","name":{"kind":"Name","value":"decimal"}}]}},{"kind":"Field","name":{"kind":"Name","value":"groupId"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WalletParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Wallet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"providerStatus"}}]}}]} as unknown as DocumentNode<LiquidoPartsFragment, unknown>;
export const MoovPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoovParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MoovWallet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WalletParts"}},{"kind":"Field","name":{"kind":"Name","value":"accountId"}},{"kind":"Field","name":{"kind":"Name","value":"partnerAccountId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"walletType"}},{"kind":"Field","name":{"kind":"Name","value":"availableBalance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"minorUnits"}},{"kind":"Field","name":{"kind":"Name","value":"decimal"}}]}},{"kind":"Field","name":{"kind":"Name","value":"metadata"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WalletParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Wallet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"providerStatus"}}]}}]} as unknown as DocumentNode<MoovPartsFragment, unknown>;
export const CardTokenPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CardTokenParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CardTokenProvisioned"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accountId"}},{"kind":"Field","name":{"kind":"Name","value":"cardId"}},{"kind":"Field","name":{"kind":"Name","value":"payload"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ApplePayPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deviceType"}},{"kind":"Field","name":{"kind":"Name","value":"provisioningAppVersion"}},{"kind":"Field","name":{"kind":"Name","value":"certificates"}},{"kind":"Field","name":{"kind":"Name","value":"nonce"}},{"kind":"Field","name":{"kind":"Name","value":"nonceSignature"}},{"kind":"Field","name":{"kind":"Name","value":"passRequest"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"activationData"}},{"kind":"Field","name":{"kind":"Name","value":"encryptedPassData"}},{"kind":"Field","name":{"kind":"Name","value":"ephemeralPublicKey"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"GooglePayPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"lastDigits"}},{"kind":"Field","name":{"kind":"Name","value":"network"}},{"kind":"Field","name":{"kind":"Name","value":"tokenServiceProvider"}},{"kind":"Field","name":{"kind":"Name","value":"opaquePaymentCard"}},{"kind":"Field","name":{"kind":"Name","value":"userAddress"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"address1"}},{"kind":"Field","name":{"kind":"Name","value":"address2"}},{"kind":"Field","name":{"kind":"Name","value":"city"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"postalCode"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SamsungPayPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cardType"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"lastDigits"}},{"kind":"Field","name":{"kind":"Name","value":"network"}},{"kind":"Field","name":{"kind":"Name","value":"tokenServiceProvider"}},{"kind":"Field","name":{"kind":"Name","value":"extraProvisionPayload"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]}}]}}]} as unknown as DocumentNode<CardTokenPartsFragment, unknown>;
export const ErrorPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MutationError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retry"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"providerResponse"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"httpStatus"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"requestId"}},{"kind":"Field","name":{"kind":"Name","value":"details"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"target"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"operation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"result"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<ErrorPartsFragment, unknown>;
export const OperationPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OperationParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Operation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"mutation"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"idempotencyKey"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"result"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MoovWalletCreated"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"moovWallet"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoovParts"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CardTokenProvisioned"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CardTokenParts"}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WalletParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Wallet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"providerStatus"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoovParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MoovWallet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WalletParts"}},{"kind":"Field","name":{"kind":"Name","value":"accountId"}},{"kind":"Field","name":{"kind":"Name","value":"partnerAccountId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"walletType"}},{"kind":"Field","name":{"kind":"Name","value":"availableBalance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"minorUnits"}},{"kind":"Field","name":{"kind":"Name","value":"decimal"}}]}},{"kind":"Field","name":{"kind":"Name","value":"metadata"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CardTokenParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CardTokenProvisioned"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accountId"}},{"kind":"Field","name":{"kind":"Name","value":"cardId"}},{"kind":"Field","name":{"kind":"Name","value":"payload"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ApplePayPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deviceType"}},{"kind":"Field","name":{"kind":"Name","value":"provisioningAppVersion"}},{"kind":"Field","name":{"kind":"Name","value":"certificates"}},{"kind":"Field","name":{"kind":"Name","value":"nonce"}},{"kind":"Field","name":{"kind":"Name","value":"nonceSignature"}},{"kind":"Field","name":{"kind":"Name","value":"passRequest"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"activationData"}},{"kind":"Field","name":{"kind":"Name","value":"encryptedPassData"}},{"kind":"Field","name":{"kind":"Name","value":"ephemeralPublicKey"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"GooglePayPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"lastDigits"}},{"kind":"Field","name":{"kind":"Name","value":"network"}},{"kind":"Field","name":{"kind":"Name","value":"tokenServiceProvider"}},{"kind":"Field","name":{"kind":"Name","value":"opaquePaymentCard"}},{"kind":"Field","name":{"kind":"Name","value":"userAddress"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"address1"}},{"kind":"Field","name":{"kind":"Name","value":"address2"}},{"kind":"Field","name":{"kind":"Name","value":"city"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"postalCode"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SamsungPayPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cardType"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"lastDigits"}},{"kind":"Field","name":{"kind":"Name","value":"network"}},{"kind":"Field","name":{"kind":"Name","value":"tokenServiceProvider"}},{"kind":"Field","name":{"kind":"Name","value":"extraProvisionPayload"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MutationError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retry"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"providerResponse"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"httpStatus"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"requestId"}},{"kind":"Field","name":{"kind":"Name","value":"details"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"target"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"operation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"result"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<OperationPartsFragment, unknown>;
export const PagePartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PageParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PageInfo"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]} as unknown as DocumentNode<PagePartsFragment, unknown>;
export const DigitalWalletPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DigitalWalletParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DigitalWallet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WalletParts"}},{"kind":"Field","name":{"kind":"Name","value":"environmentId"}},{"kind":"Field","name":{"kind":"Name","value":"userId"}},{"kind":"Field","name":{"kind":"Name","value":"digitalWalletApplicationId"}},{"kind":"Field","name":{"kind":"Name","value":"applicationInstanceId"}},{"kind":"Field","name":{"kind":"Name","value":"pairingSession"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"qrUrl"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"appOpenUrl"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WalletParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Wallet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"providerStatus"}}]}}]} as unknown as DocumentNode<DigitalWalletPartsFragment, unknown>;
export const DigitalWalletDetailsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DigitalWalletDetails"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DigitalWallet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DigitalWalletParts"}},{"kind":"Field","name":{"kind":"Name","value":"device"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"appPackage"}},{"kind":"Field","name":{"kind":"Name","value":"sdkVersion"}},{"kind":"Field","name":{"kind":"Name","value":"osType"}},{"kind":"Field","name":{"kind":"Name","value":"osVersion"}},{"kind":"Field","name":{"kind":"Name","value":"manufacturer"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"pushSandbox"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pairingAttempts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"succeeded"}},{"kind":"Field","name":{"kind":"Name","value":"attemptedAt"}},{"kind":"Field","name":{"kind":"Name","value":"errorCode"}}]}},{"kind":"Field","name":{"kind":"Name","value":"provisionedCredentials"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"credentialId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"actions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"occurredAt"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WalletParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Wallet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"providerStatus"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DigitalWalletParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DigitalWallet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WalletParts"}},{"kind":"Field","name":{"kind":"Name","value":"environmentId"}},{"kind":"Field","name":{"kind":"Name","value":"userId"}},{"kind":"Field","name":{"kind":"Name","value":"digitalWalletApplicationId"}},{"kind":"Field","name":{"kind":"Name","value":"applicationInstanceId"}},{"kind":"Field","name":{"kind":"Name","value":"pairingSession"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"qrUrl"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"appOpenUrl"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]} as unknown as DocumentNode<DigitalWalletDetailsFragment, unknown>;
export const JuspayPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"JuspayParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JuspayWalletAccount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WalletParts"}},{"kind":"Field","name":{"kind":"Name","value":"customerId"}},{"kind":"Field","name":{"kind":"Name","value":"walletName"}},{"kind":"Field","name":{"kind":"Name","value":"linked"}},{"kind":"Field","name":{"kind":"Name","value":"currentBalance"}},{"kind":"Field","name":{"kind":"Name","value":"lastRefreshed"}},{"kind":"Field","name":{"kind":"Name","value":"mobileNumber"}},{"kind":"Field","name":{"kind":"Name","value":"gatewayReferenceId"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WalletParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Wallet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"providerStatus"}}]}}]} as unknown as DocumentNode<JuspayPartsFragment, unknown>;
export const JuspayDetailsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"JuspayDetails"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JuspayWalletAccount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"JuspayParts"}},{"kind":"Field","name":{"kind":"Name","value":"bankCode"}},{"kind":"Field","name":{"kind":"Name","value":"subAccounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"paymentMethod"}},{"kind":"Field","name":{"kind":"Name","value":"paymentMethodType"}},{"kind":"Field","name":{"kind":"Name","value":"currentBalance"}},{"kind":"Field","name":{"kind":"Name","value":"lastRefreshed"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WalletParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Wallet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"providerStatus"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"JuspayParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JuspayWalletAccount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WalletParts"}},{"kind":"Field","name":{"kind":"Name","value":"customerId"}},{"kind":"Field","name":{"kind":"Name","value":"walletName"}},{"kind":"Field","name":{"kind":"Name","value":"linked"}},{"kind":"Field","name":{"kind":"Name","value":"currentBalance"}},{"kind":"Field","name":{"kind":"Name","value":"lastRefreshed"}},{"kind":"Field","name":{"kind":"Name","value":"mobileNumber"}},{"kind":"Field","name":{"kind":"Name","value":"gatewayReferenceId"}}]}}]} as unknown as DocumentNode<JuspayDetailsFragment, unknown>;
export const TransactionPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TransactionParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MoovWalletTransaction"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"transactionType"}},{"kind":"Field","name":{"kind":"Name","value":"sourceType"}},{"kind":"Field","name":{"kind":"Name","value":"sourceId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"memo"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"completedAt"}},{"kind":"Field","name":{"kind":"Name","value":"grossAmount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"minorUnits"}},{"kind":"Field","name":{"kind":"Name","value":"decimal"}}]}},{"kind":"Field","name":{"kind":"Name","value":"fee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"minorUnits"}}]}},{"kind":"Field","name":{"kind":"Name","value":"netAmount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"minorUnits"}},{"kind":"Field","name":{"kind":"Name","value":"decimal"}}]}},{"kind":"Field","name":{"kind":"Name","value":"availableBalance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"minorUnits"}},{"kind":"Field","name":{"kind":"Name","value":"decimal"}}]}}]}}]} as unknown as DocumentNode<TransactionPartsFragment, unknown>;
export const MoovDetailsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoovDetails"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MoovWallet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoovParts"}},{"kind":"Field","name":{"kind":"Name","value":"paymentMethodId"}},{"kind":"Field","name":{"kind":"Name","value":"transactions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TransactionParts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WalletParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Wallet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"providerStatus"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoovParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MoovWallet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WalletParts"}},{"kind":"Field","name":{"kind":"Name","value":"accountId"}},{"kind":"Field","name":{"kind":"Name","value":"partnerAccountId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"walletType"}},{"kind":"Field","name":{"kind":"Name","value":"availableBalance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"minorUnits"}},{"kind":"Field","name":{"kind":"Name","value":"decimal"}}]}},{"kind":"Field","name":{"kind":"Name","value":"metadata"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TransactionParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MoovWalletTransaction"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"transactionType"}},{"kind":"Field","name":{"kind":"Name","value":"sourceType"}},{"kind":"Field","name":{"kind":"Name","value":"sourceId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"memo"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"completedAt"}},{"kind":"Field","name":{"kind":"Name","value":"grossAmount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"minorUnits"}},{"kind":"Field","name":{"kind":"Name","value":"decimal"}}]}},{"kind":"Field","name":{"kind":"Name","value":"fee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"minorUnits"}}]}},{"kind":"Field","name":{"kind":"Name","value":"netAmount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"minorUnits"}},{"kind":"Field","name":{"kind":"Name","value":"decimal"}}]}},{"kind":"Field","name":{"kind":"Name","value":"availableBalance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"minorUnits"}},{"kind":"Field","name":{"kind":"Name","value":"decimal"}}]}}]}}]} as unknown as DocumentNode<MoovDetailsFragment, unknown>;
export const TokenPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TokenParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CardToken"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WalletParts"}},{"kind":"Field","name":{"kind":"Name","value":"cardId"}},{"kind":"Field","name":{"kind":"Name","value":"cardName"}},{"kind":"Field","name":{"kind":"Name","value":"lastFour"}},{"kind":"Field","name":{"kind":"Name","value":"deviceId"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WalletParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Wallet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"providerStatus"}}]}}]} as unknown as DocumentNode<TokenPartsFragment, unknown>;
export const TokenDetailsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TokenDetails"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CardToken"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TokenParts"}},{"kind":"Field","name":{"kind":"Name","value":"tokenType"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WalletParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Wallet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"providerStatus"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TokenParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CardToken"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WalletParts"}},{"kind":"Field","name":{"kind":"Name","value":"cardId"}},{"kind":"Field","name":{"kind":"Name","value":"cardName"}},{"kind":"Field","name":{"kind":"Name","value":"lastFour"}},{"kind":"Field","name":{"kind":"Name","value":"deviceId"}}]}}]} as unknown as DocumentNode<TokenDetailsFragment, unknown>;
export const ChangeCardTokenStateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ChangeCardTokenState"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ChangeCardTokenStateInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changeCardTokenState"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CardTokenStateChanged"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cardToken"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ChangedToken"}}]}},{"kind":"Field","name":{"kind":"Name","value":"fulfillmentStatus"}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ChangedToken"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CardToken"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"providerStatus"}},{"kind":"Field","name":{"kind":"Name","value":"cardId"}},{"kind":"Field","name":{"kind":"Name","value":"cardName"}},{"kind":"Field","name":{"kind":"Name","value":"lastFour"}},{"kind":"Field","name":{"kind":"Name","value":"deviceId"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MutationError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retry"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"providerResponse"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"httpStatus"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"requestId"}},{"kind":"Field","name":{"kind":"Name","value":"details"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"target"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"operation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"result"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<ChangeCardTokenStateMutation, ChangeCardTokenStateMutationVariables>;
export const ChangeCardTokenStateWithTypeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ChangeCardTokenStateWithType"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ChangeCardTokenStateInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changeCardTokenState"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CardTokenStateChanged"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cardToken"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ChangedToken"}},{"kind":"Field","name":{"kind":"Name","value":"tokenType"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ChangedToken"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CardToken"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"providerStatus"}},{"kind":"Field","name":{"kind":"Name","value":"cardId"}},{"kind":"Field","name":{"kind":"Name","value":"cardName"}},{"kind":"Field","name":{"kind":"Name","value":"lastFour"}},{"kind":"Field","name":{"kind":"Name","value":"deviceId"}}]}}]} as unknown as DocumentNode<ChangeCardTokenStateWithTypeMutation, ChangeCardTokenStateWithTypeMutationVariables>;
export const ProvisionWithinLimitDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ProvisionWithinLimit"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ProvisionCardTokenInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"provisionCardToken"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CardTokenLimitReachedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"limit"}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MutationError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retry"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"providerResponse"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"httpStatus"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"requestId"}},{"kind":"Field","name":{"kind":"Name","value":"details"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"target"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"operation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"result"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<ProvisionWithinLimitMutation, ProvisionWithinLimitMutationVariables>;
export const AuthenticateWalletAccountDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AuthenticateWalletAccount"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AuthenticateWalletAccountInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"authenticateWalletAccount"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"OneTimeCodeSent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"walletAccount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"JuspayParts"}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WalletParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Wallet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"providerStatus"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"JuspayParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JuspayWalletAccount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WalletParts"}},{"kind":"Field","name":{"kind":"Name","value":"customerId"}},{"kind":"Field","name":{"kind":"Name","value":"walletName"}},{"kind":"Field","name":{"kind":"Name","value":"linked"}},{"kind":"Field","name":{"kind":"Name","value":"currentBalance"}},{"kind":"Field","name":{"kind":"Name","value":"lastRefreshed"}},{"kind":"Field","name":{"kind":"Name","value":"mobileNumber"}},{"kind":"Field","name":{"kind":"Name","value":"gatewayReferenceId"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MutationError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retry"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"providerResponse"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"httpStatus"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"requestId"}},{"kind":"Field","name":{"kind":"Name","value":"details"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"target"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"operation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"result"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<AuthenticateWalletAccountMutation, AuthenticateWalletAccountMutationVariables>;
export const LinkWalletAccountDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"LinkWalletAccount"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"LinkWalletAccountInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"linkWalletAccount"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WalletAccountLinked"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"walletAccount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"JuspayParts"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"OneTimeCodeRejectedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"attemptsLeft"}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WalletParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Wallet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"providerStatus"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"JuspayParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JuspayWalletAccount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WalletParts"}},{"kind":"Field","name":{"kind":"Name","value":"customerId"}},{"kind":"Field","name":{"kind":"Name","value":"walletName"}},{"kind":"Field","name":{"kind":"Name","value":"linked"}},{"kind":"Field","name":{"kind":"Name","value":"currentBalance"}},{"kind":"Field","name":{"kind":"Name","value":"lastRefreshed"}},{"kind":"Field","name":{"kind":"Name","value":"mobileNumber"}},{"kind":"Field","name":{"kind":"Name","value":"gatewayReferenceId"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MutationError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retry"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"providerResponse"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"httpStatus"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"requestId"}},{"kind":"Field","name":{"kind":"Name","value":"details"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"target"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"operation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"result"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<LinkWalletAccountMutation, LinkWalletAccountMutationVariables>;
export const RefreshWalletAccountDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RefreshWalletAccount"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RefreshWalletAccountInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"refreshWalletAccount"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WalletAccountRefreshed"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"walletAccount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"JuspayParts"}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WalletParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Wallet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"providerStatus"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"JuspayParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JuspayWalletAccount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WalletParts"}},{"kind":"Field","name":{"kind":"Name","value":"customerId"}},{"kind":"Field","name":{"kind":"Name","value":"walletName"}},{"kind":"Field","name":{"kind":"Name","value":"linked"}},{"kind":"Field","name":{"kind":"Name","value":"currentBalance"}},{"kind":"Field","name":{"kind":"Name","value":"lastRefreshed"}},{"kind":"Field","name":{"kind":"Name","value":"mobileNumber"}},{"kind":"Field","name":{"kind":"Name","value":"gatewayReferenceId"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MutationError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retry"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"providerResponse"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"httpStatus"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"requestId"}},{"kind":"Field","name":{"kind":"Name","value":"details"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"target"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"operation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"result"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<RefreshWalletAccountMutation, RefreshWalletAccountMutationVariables>;
export const DelinkWalletAccountDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DelinkWalletAccount"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DelinkWalletAccountInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"delinkWalletAccount"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WalletAccountDelinked"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"walletAccount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"JuspayParts"}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WalletParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Wallet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"providerStatus"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"JuspayParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JuspayWalletAccount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WalletParts"}},{"kind":"Field","name":{"kind":"Name","value":"customerId"}},{"kind":"Field","name":{"kind":"Name","value":"walletName"}},{"kind":"Field","name":{"kind":"Name","value":"linked"}},{"kind":"Field","name":{"kind":"Name","value":"currentBalance"}},{"kind":"Field","name":{"kind":"Name","value":"lastRefreshed"}},{"kind":"Field","name":{"kind":"Name","value":"mobileNumber"}},{"kind":"Field","name":{"kind":"Name","value":"gatewayReferenceId"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MutationError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retry"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"providerResponse"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"httpStatus"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"requestId"}},{"kind":"Field","name":{"kind":"Name","value":"details"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"target"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"operation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"result"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<DelinkWalletAccountMutation, DelinkWalletAccountMutationVariables>;
export const TopUpWalletAccountDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TopUpWalletAccount"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TopUpWalletAccountInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"topUpWalletAccount"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WalletAccountToppedUp"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"walletAccount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MovedAccount"}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MovedAccount"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LiquidoWalletAccount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"balance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"minorUnits"}},{"kind":"Field","name":{"kind":"Name","value":"decimal"}}]}},{"kind":"Field","name":{"kind":"Name","value":"groupId"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MutationError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retry"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"providerResponse"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"httpStatus"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"requestId"}},{"kind":"Field","name":{"kind":"Name","value":"details"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"target"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"operation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"result"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<TopUpWalletAccountMutation, TopUpWalletAccountMutationVariables>;
export const ChargeWalletAccountDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ChargeWalletAccount"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ChargeWalletAccountInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chargeWalletAccount"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WalletAccountCharged"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"walletAccount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MovedAccount"}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MovedAccount"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LiquidoWalletAccount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"balance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"minorUnits"}},{"kind":"Field","name":{"kind":"Name","value":"decimal"}}]}},{"kind":"Field","name":{"kind":"Name","value":"groupId"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MutationError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retry"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"providerResponse"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"httpStatus"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"requestId"}},{"kind":"Field","name":{"kind":"Name","value":"details"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"target"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"operation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"result"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<ChargeWalletAccountMutation, ChargeWalletAccountMutationVariables>;
export const UpdateMoovWalletDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateMoovWallet"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateMoovWalletInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateMoovWallet"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MoovWalletUpdated"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"moovWallet"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoovParts"}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WalletParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Wallet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"providerStatus"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoovParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MoovWallet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WalletParts"}},{"kind":"Field","name":{"kind":"Name","value":"accountId"}},{"kind":"Field","name":{"kind":"Name","value":"partnerAccountId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"walletType"}},{"kind":"Field","name":{"kind":"Name","value":"availableBalance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"minorUnits"}},{"kind":"Field","name":{"kind":"Name","value":"decimal"}}]}},{"kind":"Field","name":{"kind":"Name","value":"metadata"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MutationError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retry"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"providerResponse"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"httpStatus"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"requestId"}},{"kind":"Field","name":{"kind":"Name","value":"details"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"target"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"operation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"result"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<UpdateMoovWalletMutation, UpdateMoovWalletMutationVariables>;
export const CloseMoovWalletDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CloseMoovWallet"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CloseMoovWalletInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"closeMoovWallet"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MoovWalletClosed"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"moovWallet"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoovParts"}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WalletParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Wallet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"providerStatus"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoovParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MoovWallet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WalletParts"}},{"kind":"Field","name":{"kind":"Name","value":"accountId"}},{"kind":"Field","name":{"kind":"Name","value":"partnerAccountId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"walletType"}},{"kind":"Field","name":{"kind":"Name","value":"availableBalance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"minorUnits"}},{"kind":"Field","name":{"kind":"Name","value":"decimal"}}]}},{"kind":"Field","name":{"kind":"Name","value":"metadata"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MutationError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retry"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"providerResponse"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"httpStatus"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"requestId"}},{"kind":"Field","name":{"kind":"Name","value":"details"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"target"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"operation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"result"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<CloseMoovWalletMutation, CloseMoovWalletMutationVariables>;
export const CreateDigitalWalletDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateDigitalWallet"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateDigitalWalletInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createDigitalWallet"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DigitalWalletCreation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"digitalWallet"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DigitalWalletParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DigitalWalletCreatedWithNotificationFailures"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"failures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"providerErrorId"}},{"kind":"Field","name":{"kind":"Name","value":"details"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"target"}}]}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WalletParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Wallet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"providerStatus"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DigitalWalletParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DigitalWallet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WalletParts"}},{"kind":"Field","name":{"kind":"Name","value":"environmentId"}},{"kind":"Field","name":{"kind":"Name","value":"userId"}},{"kind":"Field","name":{"kind":"Name","value":"digitalWalletApplicationId"}},{"kind":"Field","name":{"kind":"Name","value":"applicationInstanceId"}},{"kind":"Field","name":{"kind":"Name","value":"pairingSession"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"qrUrl"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"appOpenUrl"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MutationError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retry"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"providerResponse"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"httpStatus"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"requestId"}},{"kind":"Field","name":{"kind":"Name","value":"details"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"target"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"operation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"result"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<CreateDigitalWalletMutation, CreateDigitalWalletMutationVariables>;
export const CreateDigitalWalletWithQrCodeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateDigitalWalletWithQrCode"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateDigitalWalletInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createDigitalWallet"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DigitalWalletCreation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"digitalWallet"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pairingSession"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"qrUrl"}},{"kind":"Field","name":{"kind":"Name","value":"qrCodeSvg"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<CreateDigitalWalletWithQrCodeMutation, CreateDigitalWalletWithQrCodeMutationVariables>;
export const CreateWalletAccountDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateWalletAccount"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateWalletAccountInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createWalletAccount"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WalletAccountCreated"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"walletAccount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"JuspayParts"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LiquidoParts"}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WalletParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Wallet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"providerStatus"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"JuspayParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JuspayWalletAccount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WalletParts"}},{"kind":"Field","name":{"kind":"Name","value":"customerId"}},{"kind":"Field","name":{"kind":"Name","value":"walletName"}},{"kind":"Field","name":{"kind":"Name","value":"linked"}},{"kind":"Field","name":{"kind":"Name","value":"currentBalance"}},{"kind":"Field","name":{"kind":"Name","value":"lastRefreshed"}},{"kind":"Field","name":{"kind":"Name","value":"mobileNumber"}},{"kind":"Field","name":{"kind":"Name","value":"gatewayReferenceId"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LiquidoParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LiquidoWalletAccount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WalletParts"}},{"kind":"Field","name":{"kind":"Name","value":"balance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"minorUnits"}},{"kind":"Field","name":{"kind":"Name","value":"decimal"}}]}},{"kind":"Field","name":{"kind":"Name","value":"groupId"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MutationError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retry"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"providerResponse"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"httpStatus"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"requestId"}},{"kind":"Field","name":{"kind":"Name","value":"details"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"target"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"operation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"result"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<CreateWalletAccountMutation, CreateWalletAccountMutationVariables>;
export const ProvisionCardTokenDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ProvisionCardToken"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ProvisionCardTokenInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"provisionCardToken"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"CardTokenParts"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CardTokenParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CardTokenProvisioned"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accountId"}},{"kind":"Field","name":{"kind":"Name","value":"cardId"}},{"kind":"Field","name":{"kind":"Name","value":"payload"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ApplePayPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deviceType"}},{"kind":"Field","name":{"kind":"Name","value":"provisioningAppVersion"}},{"kind":"Field","name":{"kind":"Name","value":"certificates"}},{"kind":"Field","name":{"kind":"Name","value":"nonce"}},{"kind":"Field","name":{"kind":"Name","value":"nonceSignature"}},{"kind":"Field","name":{"kind":"Name","value":"passRequest"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"activationData"}},{"kind":"Field","name":{"kind":"Name","value":"encryptedPassData"}},{"kind":"Field","name":{"kind":"Name","value":"ephemeralPublicKey"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"GooglePayPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"lastDigits"}},{"kind":"Field","name":{"kind":"Name","value":"network"}},{"kind":"Field","name":{"kind":"Name","value":"tokenServiceProvider"}},{"kind":"Field","name":{"kind":"Name","value":"opaquePaymentCard"}},{"kind":"Field","name":{"kind":"Name","value":"userAddress"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"address1"}},{"kind":"Field","name":{"kind":"Name","value":"address2"}},{"kind":"Field","name":{"kind":"Name","value":"city"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"postalCode"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SamsungPayPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cardType"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"lastDigits"}},{"kind":"Field","name":{"kind":"Name","value":"network"}},{"kind":"Field","name":{"kind":"Name","value":"tokenServiceProvider"}},{"kind":"Field","name":{"kind":"Name","value":"extraProvisionPayload"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MutationError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retry"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"providerResponse"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"httpStatus"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"requestId"}},{"kind":"Field","name":{"kind":"Name","value":"details"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"target"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"operation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"result"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<ProvisionCardTokenMutation, ProvisionCardTokenMutationVariables>;
export const CreateMoovWalletDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateMoovWallet"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateMoovWalletInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createMoovWallet"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MoovWalletCreated"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"moovWallet"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoovParts"}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WalletParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Wallet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"providerStatus"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoovParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MoovWallet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WalletParts"}},{"kind":"Field","name":{"kind":"Name","value":"accountId"}},{"kind":"Field","name":{"kind":"Name","value":"partnerAccountId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"walletType"}},{"kind":"Field","name":{"kind":"Name","value":"availableBalance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"minorUnits"}},{"kind":"Field","name":{"kind":"Name","value":"decimal"}}]}},{"kind":"Field","name":{"kind":"Name","value":"metadata"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MutationError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retry"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"providerResponse"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"httpStatus"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"requestId"}},{"kind":"Field","name":{"kind":"Name","value":"details"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"target"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"operation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"result"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<CreateMoovWalletMutation, CreateMoovWalletMutationVariables>;
export const UpdateDigitalWalletDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateDigitalWallet"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateDigitalWalletInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateDigitalWallet"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DigitalWalletUpdated"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"digitalWallet"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DigitalWalletParts"}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WalletParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Wallet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"providerStatus"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DigitalWalletParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DigitalWallet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WalletParts"}},{"kind":"Field","name":{"kind":"Name","value":"environmentId"}},{"kind":"Field","name":{"kind":"Name","value":"userId"}},{"kind":"Field","name":{"kind":"Name","value":"digitalWalletApplicationId"}},{"kind":"Field","name":{"kind":"Name","value":"applicationInstanceId"}},{"kind":"Field","name":{"kind":"Name","value":"pairingSession"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"qrUrl"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"appOpenUrl"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MutationError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retry"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"providerResponse"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"httpStatus"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"requestId"}},{"kind":"Field","name":{"kind":"Name","value":"details"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"target"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"operation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"result"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<UpdateDigitalWalletMutation, UpdateDigitalWalletMutationVariables>;
export const DeleteDigitalWalletDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteDigitalWallet"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeleteDigitalWalletInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteDigitalWallet"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DigitalWalletDeleted"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deletedId"}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MutationError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retry"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"providerResponse"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"httpStatus"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"requestId"}},{"kind":"Field","name":{"kind":"Name","value":"details"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"target"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"operation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"result"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<DeleteDigitalWalletMutation, DeleteDigitalWalletMutationVariables>;
export const NodeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Node"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"DigitalWalletParts"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"JuspayParts"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LiquidoParts"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoovParts"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"OperationParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WalletParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Wallet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"providerStatus"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoovParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MoovWallet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WalletParts"}},{"kind":"Field","name":{"kind":"Name","value":"accountId"}},{"kind":"Field","name":{"kind":"Name","value":"partnerAccountId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"walletType"}},{"kind":"Field","name":{"kind":"Name","value":"availableBalance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"minorUnits"}},{"kind":"Field","name":{"kind":"Name","value":"decimal"}}]}},{"kind":"Field","name":{"kind":"Name","value":"metadata"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CardTokenParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CardTokenProvisioned"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accountId"}},{"kind":"Field","name":{"kind":"Name","value":"cardId"}},{"kind":"Field","name":{"kind":"Name","value":"payload"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ApplePayPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deviceType"}},{"kind":"Field","name":{"kind":"Name","value":"provisioningAppVersion"}},{"kind":"Field","name":{"kind":"Name","value":"certificates"}},{"kind":"Field","name":{"kind":"Name","value":"nonce"}},{"kind":"Field","name":{"kind":"Name","value":"nonceSignature"}},{"kind":"Field","name":{"kind":"Name","value":"passRequest"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"activationData"}},{"kind":"Field","name":{"kind":"Name","value":"encryptedPassData"}},{"kind":"Field","name":{"kind":"Name","value":"ephemeralPublicKey"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"GooglePayPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"lastDigits"}},{"kind":"Field","name":{"kind":"Name","value":"network"}},{"kind":"Field","name":{"kind":"Name","value":"tokenServiceProvider"}},{"kind":"Field","name":{"kind":"Name","value":"opaquePaymentCard"}},{"kind":"Field","name":{"kind":"Name","value":"userAddress"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"address1"}},{"kind":"Field","name":{"kind":"Name","value":"address2"}},{"kind":"Field","name":{"kind":"Name","value":"city"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"postalCode"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SamsungPayPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cardType"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"lastDigits"}},{"kind":"Field","name":{"kind":"Name","value":"network"}},{"kind":"Field","name":{"kind":"Name","value":"tokenServiceProvider"}},{"kind":"Field","name":{"kind":"Name","value":"extraProvisionPayload"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MutationError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retry"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"providerResponse"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"httpStatus"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"requestId"}},{"kind":"Field","name":{"kind":"Name","value":"details"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"target"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"operation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"result"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DigitalWalletParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DigitalWallet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WalletParts"}},{"kind":"Field","name":{"kind":"Name","value":"environmentId"}},{"kind":"Field","name":{"kind":"Name","value":"userId"}},{"kind":"Field","name":{"kind":"Name","value":"digitalWalletApplicationId"}},{"kind":"Field","name":{"kind":"Name","value":"applicationInstanceId"}},{"kind":"Field","name":{"kind":"Name","value":"pairingSession"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"qrUrl"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"appOpenUrl"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"JuspayParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JuspayWalletAccount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WalletParts"}},{"kind":"Field","name":{"kind":"Name","value":"customerId"}},{"kind":"Field","name":{"kind":"Name","value":"walletName"}},{"kind":"Field","name":{"kind":"Name","value":"linked"}},{"kind":"Field","name":{"kind":"Name","value":"currentBalance"}},{"kind":"Field","name":{"kind":"Name","value":"lastRefreshed"}},{"kind":"Field","name":{"kind":"Name","value":"mobileNumber"}},{"kind":"Field","name":{"kind":"Name","value":"gatewayReferenceId"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LiquidoParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LiquidoWalletAccount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WalletParts"}},{"kind":"Field","name":{"kind":"Name","value":"balance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"minorUnits"}},{"kind":"Field","name":{"kind":"Name","value":"decimal"}}]}},{"kind":"Field","name":{"kind":"Name","value":"groupId"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OperationParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Operation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"mutation"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"idempotencyKey"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"result"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MoovWalletCreated"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"moovWallet"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoovParts"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CardTokenProvisioned"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CardTokenParts"}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorParts"}}]}}]}}]} as unknown as DocumentNode<NodeQuery, NodeQueryVariables>;
export const OperationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Operation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"operation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OperationParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WalletParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Wallet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"providerStatus"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoovParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MoovWallet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WalletParts"}},{"kind":"Field","name":{"kind":"Name","value":"accountId"}},{"kind":"Field","name":{"kind":"Name","value":"partnerAccountId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"walletType"}},{"kind":"Field","name":{"kind":"Name","value":"availableBalance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"minorUnits"}},{"kind":"Field","name":{"kind":"Name","value":"decimal"}}]}},{"kind":"Field","name":{"kind":"Name","value":"metadata"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CardTokenParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CardTokenProvisioned"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accountId"}},{"kind":"Field","name":{"kind":"Name","value":"cardId"}},{"kind":"Field","name":{"kind":"Name","value":"payload"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ApplePayPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deviceType"}},{"kind":"Field","name":{"kind":"Name","value":"provisioningAppVersion"}},{"kind":"Field","name":{"kind":"Name","value":"certificates"}},{"kind":"Field","name":{"kind":"Name","value":"nonce"}},{"kind":"Field","name":{"kind":"Name","value":"nonceSignature"}},{"kind":"Field","name":{"kind":"Name","value":"passRequest"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"activationData"}},{"kind":"Field","name":{"kind":"Name","value":"encryptedPassData"}},{"kind":"Field","name":{"kind":"Name","value":"ephemeralPublicKey"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"GooglePayPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"lastDigits"}},{"kind":"Field","name":{"kind":"Name","value":"network"}},{"kind":"Field","name":{"kind":"Name","value":"tokenServiceProvider"}},{"kind":"Field","name":{"kind":"Name","value":"opaquePaymentCard"}},{"kind":"Field","name":{"kind":"Name","value":"userAddress"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"address1"}},{"kind":"Field","name":{"kind":"Name","value":"address2"}},{"kind":"Field","name":{"kind":"Name","value":"city"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"postalCode"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SamsungPayPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cardType"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"lastDigits"}},{"kind":"Field","name":{"kind":"Name","value":"network"}},{"kind":"Field","name":{"kind":"Name","value":"tokenServiceProvider"}},{"kind":"Field","name":{"kind":"Name","value":"extraProvisionPayload"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MutationError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retry"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"providerResponse"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"httpStatus"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"requestId"}},{"kind":"Field","name":{"kind":"Name","value":"details"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"target"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"operation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"result"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OperationParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Operation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"mutation"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"idempotencyKey"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"result"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MoovWalletCreated"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"moovWallet"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoovParts"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CardTokenProvisioned"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CardTokenParts"}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorParts"}}]}}]}}]} as unknown as DocumentNode<OperationQuery, OperationQueryVariables>;
export const OperationByKeyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OperationByKey"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mutation"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"operationByKey"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"mutation"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mutation"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OperationParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WalletParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Wallet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"providerStatus"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoovParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MoovWallet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WalletParts"}},{"kind":"Field","name":{"kind":"Name","value":"accountId"}},{"kind":"Field","name":{"kind":"Name","value":"partnerAccountId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"walletType"}},{"kind":"Field","name":{"kind":"Name","value":"availableBalance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"minorUnits"}},{"kind":"Field","name":{"kind":"Name","value":"decimal"}}]}},{"kind":"Field","name":{"kind":"Name","value":"metadata"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CardTokenParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CardTokenProvisioned"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accountId"}},{"kind":"Field","name":{"kind":"Name","value":"cardId"}},{"kind":"Field","name":{"kind":"Name","value":"payload"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ApplePayPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deviceType"}},{"kind":"Field","name":{"kind":"Name","value":"provisioningAppVersion"}},{"kind":"Field","name":{"kind":"Name","value":"certificates"}},{"kind":"Field","name":{"kind":"Name","value":"nonce"}},{"kind":"Field","name":{"kind":"Name","value":"nonceSignature"}},{"kind":"Field","name":{"kind":"Name","value":"passRequest"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"activationData"}},{"kind":"Field","name":{"kind":"Name","value":"encryptedPassData"}},{"kind":"Field","name":{"kind":"Name","value":"ephemeralPublicKey"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"GooglePayPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"lastDigits"}},{"kind":"Field","name":{"kind":"Name","value":"network"}},{"kind":"Field","name":{"kind":"Name","value":"tokenServiceProvider"}},{"kind":"Field","name":{"kind":"Name","value":"opaquePaymentCard"}},{"kind":"Field","name":{"kind":"Name","value":"userAddress"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"address1"}},{"kind":"Field","name":{"kind":"Name","value":"address2"}},{"kind":"Field","name":{"kind":"Name","value":"city"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"postalCode"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SamsungPayPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cardType"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"lastDigits"}},{"kind":"Field","name":{"kind":"Name","value":"network"}},{"kind":"Field","name":{"kind":"Name","value":"tokenServiceProvider"}},{"kind":"Field","name":{"kind":"Name","value":"extraProvisionPayload"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MutationError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retry"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"providerResponse"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"httpStatus"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"requestId"}},{"kind":"Field","name":{"kind":"Name","value":"details"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"target"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"operation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"result"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OperationParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Operation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"mutation"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"idempotencyKey"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"result"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MoovWalletCreated"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"moovWallet"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoovParts"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CardTokenProvisioned"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CardTokenParts"}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorParts"}}]}}]}}]} as unknown as DocumentNode<OperationByKeyQuery, OperationByKeyQueryVariables>;
export const OperationsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Operations"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"status"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"OperationStatus"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"operations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"status"},"value":{"kind":"Variable","name":{"kind":"Name","value":"status"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OperationParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WalletParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Wallet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"providerStatus"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoovParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MoovWallet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WalletParts"}},{"kind":"Field","name":{"kind":"Name","value":"accountId"}},{"kind":"Field","name":{"kind":"Name","value":"partnerAccountId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"walletType"}},{"kind":"Field","name":{"kind":"Name","value":"availableBalance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"minorUnits"}},{"kind":"Field","name":{"kind":"Name","value":"decimal"}}]}},{"kind":"Field","name":{"kind":"Name","value":"metadata"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CardTokenParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CardTokenProvisioned"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accountId"}},{"kind":"Field","name":{"kind":"Name","value":"cardId"}},{"kind":"Field","name":{"kind":"Name","value":"payload"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ApplePayPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deviceType"}},{"kind":"Field","name":{"kind":"Name","value":"provisioningAppVersion"}},{"kind":"Field","name":{"kind":"Name","value":"certificates"}},{"kind":"Field","name":{"kind":"Name","value":"nonce"}},{"kind":"Field","name":{"kind":"Name","value":"nonceSignature"}},{"kind":"Field","name":{"kind":"Name","value":"passRequest"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"activationData"}},{"kind":"Field","name":{"kind":"Name","value":"encryptedPassData"}},{"kind":"Field","name":{"kind":"Name","value":"ephemeralPublicKey"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"GooglePayPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"lastDigits"}},{"kind":"Field","name":{"kind":"Name","value":"network"}},{"kind":"Field","name":{"kind":"Name","value":"tokenServiceProvider"}},{"kind":"Field","name":{"kind":"Name","value":"opaquePaymentCard"}},{"kind":"Field","name":{"kind":"Name","value":"userAddress"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"address1"}},{"kind":"Field","name":{"kind":"Name","value":"address2"}},{"kind":"Field","name":{"kind":"Name","value":"city"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"postalCode"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SamsungPayPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cardType"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"lastDigits"}},{"kind":"Field","name":{"kind":"Name","value":"network"}},{"kind":"Field","name":{"kind":"Name","value":"tokenServiceProvider"}},{"kind":"Field","name":{"kind":"Name","value":"extraProvisionPayload"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MutationError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retry"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"providerResponse"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"httpStatus"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"requestId"}},{"kind":"Field","name":{"kind":"Name","value":"details"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"target"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"operation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"result"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OperationParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Operation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"mutation"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"idempotencyKey"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"result"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MoovWalletCreated"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"moovWallet"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoovParts"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CardTokenProvisioned"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CardTokenParts"}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorParts"}}]}}]}}]} as unknown as DocumentNode<OperationsQuery, OperationsQueryVariables>;
export const ProvidersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Providers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"providers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"configured"}},{"kind":"Field","name":{"kind":"Name","value":"capabilities"}},{"kind":"Field","name":{"kind":"Name","value":"idempotency"}},{"kind":"Field","name":{"kind":"Name","value":"limits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"maximum"}}]}},{"kind":"Field","name":{"kind":"Name","value":"health"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"circuit"}},{"kind":"Field","name":{"kind":"Name","value":"p50Milliseconds"}},{"kind":"Field","name":{"kind":"Name","value":"p99Milliseconds"}},{"kind":"Field","name":{"kind":"Name","value":"lastErrorCode"}},{"kind":"Field","name":{"kind":"Name","value":"lastErrorAt"}}]}}]}}]}}]} as unknown as DocumentNode<ProvidersQuery, ProvidersQueryVariables>;
export const NodesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Nodes"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ids"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ids"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ids"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoovParts"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"JuspayParts"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LiquidoParts"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"TokenParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WalletParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Wallet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"providerStatus"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoovParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MoovWallet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WalletParts"}},{"kind":"Field","name":{"kind":"Name","value":"accountId"}},{"kind":"Field","name":{"kind":"Name","value":"partnerAccountId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"walletType"}},{"kind":"Field","name":{"kind":"Name","value":"availableBalance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"minorUnits"}},{"kind":"Field","name":{"kind":"Name","value":"decimal"}}]}},{"kind":"Field","name":{"kind":"Name","value":"metadata"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"JuspayParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JuspayWalletAccount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WalletParts"}},{"kind":"Field","name":{"kind":"Name","value":"customerId"}},{"kind":"Field","name":{"kind":"Name","value":"walletName"}},{"kind":"Field","name":{"kind":"Name","value":"linked"}},{"kind":"Field","name":{"kind":"Name","value":"currentBalance"}},{"kind":"Field","name":{"kind":"Name","value":"lastRefreshed"}},{"kind":"Field","name":{"kind":"Name","value":"mobileNumber"}},{"kind":"Field","name":{"kind":"Name","value":"gatewayReferenceId"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LiquidoParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LiquidoWalletAccount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WalletParts"}},{"kind":"Field","name":{"kind":"Name","value":"balance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"minorUnits"}},{"kind":"Field","name":{"kind":"Name","value":"decimal"}}]}},{"kind":"Field","name":{"kind":"Name","value":"groupId"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TokenParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CardToken"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WalletParts"}},{"kind":"Field","name":{"kind":"Name","value":"cardId"}},{"kind":"Field","name":{"kind":"Name","value":"cardName"}},{"kind":"Field","name":{"kind":"Name","value":"lastFour"}},{"kind":"Field","name":{"kind":"Name","value":"deviceId"}}]}}]} as unknown as DocumentNode<NodesQuery, NodesQueryVariables>;
export const WalletsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Wallets"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"owners"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"WalletOwnerInput"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"states"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"WalletState"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"wallets"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"owners"},"value":{"kind":"Variable","name":{"kind":"Name","value":"owners"}}},{"kind":"Argument","name":{"kind":"Name","value":"states"},"value":{"kind":"Variable","name":{"kind":"Name","value":"states"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WalletParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PageParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"failures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"ownerIndex"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"providerResponse"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"httpStatus"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"requestId"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WalletParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Wallet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"providerStatus"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PageParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PageInfo"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]} as unknown as DocumentNode<WalletsQuery, WalletsQueryVariables>;
export const WalletDetailsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WalletDetails"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"owners"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"WalletOwnerInput"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"wallets"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"owners"},"value":{"kind":"Variable","name":{"kind":"Name","value":"owners"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WalletParts"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"DigitalWalletDetails"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"JuspayDetails"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoovDetails"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"TokenDetails"}}]}},{"kind":"Field","name":{"kind":"Name","value":"failures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WalletParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Wallet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"providerStatus"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DigitalWalletParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DigitalWallet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WalletParts"}},{"kind":"Field","name":{"kind":"Name","value":"environmentId"}},{"kind":"Field","name":{"kind":"Name","value":"userId"}},{"kind":"Field","name":{"kind":"Name","value":"digitalWalletApplicationId"}},{"kind":"Field","name":{"kind":"Name","value":"applicationInstanceId"}},{"kind":"Field","name":{"kind":"Name","value":"pairingSession"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"qrUrl"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"appOpenUrl"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"JuspayParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JuspayWalletAccount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WalletParts"}},{"kind":"Field","name":{"kind":"Name","value":"customerId"}},{"kind":"Field","name":{"kind":"Name","value":"walletName"}},{"kind":"Field","name":{"kind":"Name","value":"linked"}},{"kind":"Field","name":{"kind":"Name","value":"currentBalance"}},{"kind":"Field","name":{"kind":"Name","value":"lastRefreshed"}},{"kind":"Field","name":{"kind":"Name","value":"mobileNumber"}},{"kind":"Field","name":{"kind":"Name","value":"gatewayReferenceId"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoovParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MoovWallet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WalletParts"}},{"kind":"Field","name":{"kind":"Name","value":"accountId"}},{"kind":"Field","name":{"kind":"Name","value":"partnerAccountId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"walletType"}},{"kind":"Field","name":{"kind":"Name","value":"availableBalance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"minorUnits"}},{"kind":"Field","name":{"kind":"Name","value":"decimal"}}]}},{"kind":"Field","name":{"kind":"Name","value":"metadata"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TransactionParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MoovWalletTransaction"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"transactionType"}},{"kind":"Field","name":{"kind":"Name","value":"sourceType"}},{"kind":"Field","name":{"kind":"Name","value":"sourceId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"memo"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"completedAt"}},{"kind":"Field","name":{"kind":"Name","value":"grossAmount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"minorUnits"}},{"kind":"Field","name":{"kind":"Name","value":"decimal"}}]}},{"kind":"Field","name":{"kind":"Name","value":"fee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"minorUnits"}}]}},{"kind":"Field","name":{"kind":"Name","value":"netAmount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"minorUnits"}},{"kind":"Field","name":{"kind":"Name","value":"decimal"}}]}},{"kind":"Field","name":{"kind":"Name","value":"availableBalance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"minorUnits"}},{"kind":"Field","name":{"kind":"Name","value":"decimal"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TokenParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CardToken"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WalletParts"}},{"kind":"Field","name":{"kind":"Name","value":"cardId"}},{"kind":"Field","name":{"kind":"Name","value":"cardName"}},{"kind":"Field","name":{"kind":"Name","value":"lastFour"}},{"kind":"Field","name":{"kind":"Name","value":"deviceId"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DigitalWalletDetails"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DigitalWallet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DigitalWalletParts"}},{"kind":"Field","name":{"kind":"Name","value":"device"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"appPackage"}},{"kind":"Field","name":{"kind":"Name","value":"sdkVersion"}},{"kind":"Field","name":{"kind":"Name","value":"osType"}},{"kind":"Field","name":{"kind":"Name","value":"osVersion"}},{"kind":"Field","name":{"kind":"Name","value":"manufacturer"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"pushSandbox"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pairingAttempts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"succeeded"}},{"kind":"Field","name":{"kind":"Name","value":"attemptedAt"}},{"kind":"Field","name":{"kind":"Name","value":"errorCode"}}]}},{"kind":"Field","name":{"kind":"Name","value":"provisionedCredentials"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"credentialId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"actions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"occurredAt"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"JuspayDetails"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JuspayWalletAccount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"JuspayParts"}},{"kind":"Field","name":{"kind":"Name","value":"bankCode"}},{"kind":"Field","name":{"kind":"Name","value":"subAccounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"paymentMethod"}},{"kind":"Field","name":{"kind":"Name","value":"paymentMethodType"}},{"kind":"Field","name":{"kind":"Name","value":"currentBalance"}},{"kind":"Field","name":{"kind":"Name","value":"lastRefreshed"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoovDetails"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MoovWallet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoovParts"}},{"kind":"Field","name":{"kind":"Name","value":"paymentMethodId"}},{"kind":"Field","name":{"kind":"Name","value":"transactions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TransactionParts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TokenDetails"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CardToken"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TokenParts"}},{"kind":"Field","name":{"kind":"Name","value":"tokenType"}}]}}]} as unknown as DocumentNode<WalletDetailsQuery, WalletDetailsQueryVariables>;
export const NodeDetailsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"NodeDetails"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"DigitalWalletDetails"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"JuspayDetails"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoovDetails"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"TokenDetails"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WalletParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Wallet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"providerStatus"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DigitalWalletParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DigitalWallet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WalletParts"}},{"kind":"Field","name":{"kind":"Name","value":"environmentId"}},{"kind":"Field","name":{"kind":"Name","value":"userId"}},{"kind":"Field","name":{"kind":"Name","value":"digitalWalletApplicationId"}},{"kind":"Field","name":{"kind":"Name","value":"applicationInstanceId"}},{"kind":"Field","name":{"kind":"Name","value":"pairingSession"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"qrUrl"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"appOpenUrl"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"JuspayParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JuspayWalletAccount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WalletParts"}},{"kind":"Field","name":{"kind":"Name","value":"customerId"}},{"kind":"Field","name":{"kind":"Name","value":"walletName"}},{"kind":"Field","name":{"kind":"Name","value":"linked"}},{"kind":"Field","name":{"kind":"Name","value":"currentBalance"}},{"kind":"Field","name":{"kind":"Name","value":"lastRefreshed"}},{"kind":"Field","name":{"kind":"Name","value":"mobileNumber"}},{"kind":"Field","name":{"kind":"Name","value":"gatewayReferenceId"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoovParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MoovWallet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WalletParts"}},{"kind":"Field","name":{"kind":"Name","value":"accountId"}},{"kind":"Field","name":{"kind":"Name","value":"partnerAccountId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"walletType"}},{"kind":"Field","name":{"kind":"Name","value":"availableBalance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"minorUnits"}},{"kind":"Field","name":{"kind":"Name","value":"decimal"}}]}},{"kind":"Field","name":{"kind":"Name","value":"metadata"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TransactionParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MoovWalletTransaction"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"transactionType"}},{"kind":"Field","name":{"kind":"Name","value":"sourceType"}},{"kind":"Field","name":{"kind":"Name","value":"sourceId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"memo"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"completedAt"}},{"kind":"Field","name":{"kind":"Name","value":"grossAmount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"minorUnits"}},{"kind":"Field","name":{"kind":"Name","value":"decimal"}}]}},{"kind":"Field","name":{"kind":"Name","value":"fee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"minorUnits"}}]}},{"kind":"Field","name":{"kind":"Name","value":"netAmount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"minorUnits"}},{"kind":"Field","name":{"kind":"Name","value":"decimal"}}]}},{"kind":"Field","name":{"kind":"Name","value":"availableBalance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"minorUnits"}},{"kind":"Field","name":{"kind":"Name","value":"decimal"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TokenParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CardToken"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WalletParts"}},{"kind":"Field","name":{"kind":"Name","value":"cardId"}},{"kind":"Field","name":{"kind":"Name","value":"cardName"}},{"kind":"Field","name":{"kind":"Name","value":"lastFour"}},{"kind":"Field","name":{"kind":"Name","value":"deviceId"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DigitalWalletDetails"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DigitalWallet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DigitalWalletParts"}},{"kind":"Field","name":{"kind":"Name","value":"device"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"appPackage"}},{"kind":"Field","name":{"kind":"Name","value":"sdkVersion"}},{"kind":"Field","name":{"kind":"Name","value":"osType"}},{"kind":"Field","name":{"kind":"Name","value":"osVersion"}},{"kind":"Field","name":{"kind":"Name","value":"manufacturer"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"pushSandbox"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pairingAttempts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"succeeded"}},{"kind":"Field","name":{"kind":"Name","value":"attemptedAt"}},{"kind":"Field","name":{"kind":"Name","value":"errorCode"}}]}},{"kind":"Field","name":{"kind":"Name","value":"provisionedCredentials"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"credentialId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"actions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"occurredAt"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"JuspayDetails"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JuspayWalletAccount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"JuspayParts"}},{"kind":"Field","name":{"kind":"Name","value":"bankCode"}},{"kind":"Field","name":{"kind":"Name","value":"subAccounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"paymentMethod"}},{"kind":"Field","name":{"kind":"Name","value":"paymentMethodType"}},{"kind":"Field","name":{"kind":"Name","value":"currentBalance"}},{"kind":"Field","name":{"kind":"Name","value":"lastRefreshed"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoovDetails"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MoovWallet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoovParts"}},{"kind":"Field","name":{"kind":"Name","value":"paymentMethodId"}},{"kind":"Field","name":{"kind":"Name","value":"transactions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TransactionParts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TokenDetails"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CardToken"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TokenParts"}},{"kind":"Field","name":{"kind":"Name","value":"tokenType"}}]}}]} as unknown as DocumentNode<NodeDetailsQuery, NodeDetailsQueryVariables>;
export const CardTokensDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CardTokens"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"accountId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"cardId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"UUID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"personId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"UUID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"deviceId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"tokenType"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"CardTokenType"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"states"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"WalletState"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cardTokens"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"accountId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"accountId"}}},{"kind":"Argument","name":{"kind":"Name","value":"cardId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"cardId"}}},{"kind":"Argument","name":{"kind":"Name","value":"personId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"personId"}}},{"kind":"Argument","name":{"kind":"Name","value":"deviceId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"deviceId"}}},{"kind":"Argument","name":{"kind":"Name","value":"tokenType"},"value":{"kind":"Variable","name":{"kind":"Name","value":"tokenType"}}},{"kind":"Argument","name":{"kind":"Name","value":"states"},"value":{"kind":"Variable","name":{"kind":"Name","value":"states"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TokenDetails"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PageParts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WalletParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Wallet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"providerStatus"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TokenParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CardToken"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WalletParts"}},{"kind":"Field","name":{"kind":"Name","value":"cardId"}},{"kind":"Field","name":{"kind":"Name","value":"cardName"}},{"kind":"Field","name":{"kind":"Name","value":"lastFour"}},{"kind":"Field","name":{"kind":"Name","value":"deviceId"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TokenDetails"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CardToken"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TokenParts"}},{"kind":"Field","name":{"kind":"Name","value":"tokenType"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PageParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PageInfo"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]} as unknown as DocumentNode<CardTokensQuery, CardTokensQueryVariables>;
export const OneTimeTokenDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OneTimeToken"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JuspayWalletAccount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"oneTimeToken"}}]}}]}}]}}]} as unknown as DocumentNode<OneTimeTokenQuery, OneTimeTokenQueryVariables>;
export const TransactionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Transactions"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MoovWallet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"transactions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"providerId"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TransactionParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PageParts"}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TransactionParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MoovWalletTransaction"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"transactionType"}},{"kind":"Field","name":{"kind":"Name","value":"sourceType"}},{"kind":"Field","name":{"kind":"Name","value":"sourceId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"memo"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"completedAt"}},{"kind":"Field","name":{"kind":"Name","value":"grossAmount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"minorUnits"}},{"kind":"Field","name":{"kind":"Name","value":"decimal"}}]}},{"kind":"Field","name":{"kind":"Name","value":"fee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"minorUnits"}}]}},{"kind":"Field","name":{"kind":"Name","value":"netAmount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"minorUnits"}},{"kind":"Field","name":{"kind":"Name","value":"decimal"}}]}},{"kind":"Field","name":{"kind":"Name","value":"availableBalance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"minorUnits"}},{"kind":"Field","name":{"kind":"Name","value":"decimal"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PageParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PageInfo"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]} as unknown as DocumentNode<TransactionsQuery, TransactionsQueryVariables>;