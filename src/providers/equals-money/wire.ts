import { z } from 'zod';
import { make } from '../../core/codec.js';
import { globalId } from '../../core/ids.js';
import { WalletProvider } from '../../core/provider.js';
import { WalletState } from '../../core/wallet.js';
import { lookUp, ownWord, read, requiredUuid, string, time, unreadable, type Answer } from '../../upstream/answers.js';
import { CardToken, cardTokenId, CardTokenType } from './card-tokens.js';
import type { CardTokenTargetState } from './states.js';
import {
  ApplePayPassRequest,
  ApplePayPayload,
  CardholderAddress,
  DeviceType,
  GooglePayPayload,
  SamsungPayPayload,
  type ProvisionCardTokenInput,
} from './types.js';

/** Equals Money's JSON, as in "Create digital wallet tokens"; where its reference says otherwise, both are read. */

/** Which of the three calls it is, and its body. */
export function tokenRequest(input: ProvisionCardTokenInput): { wallet: 'apple' | 'google' | 'samsung'; body: object } {
  const { deviceType, provisioningAppVersion } = input;
  const { apple, google, samsung } = input.wallet;
  if (apple != null) {
    const { certificates, nonce, nonceSignature } = apple;
    return { wallet: 'apple', body: { deviceType, provisioningAppVersion, certificates, nonce, nonceSignature } };
  }
  const device = google ?? samsung;
  if (device == null) throw new Error('@oneOf let an empty input pass.');
  const { deviceId, walletUserId } = device;
  return {
    wallet: google != null ? 'google' : 'samsung',
    body: { deviceType, provisioningAppVersion, deviceId, walletUserId },
  };
}

/** No answer has an id. One with none of the payload's members is not the answer to this call. */
function hasOne(members: object): boolean {
  return Object.values(members).some(member => member !== null);
}

const appleAnswer = z
  .object({
    deviceType: z.enum(DeviceType).nullable().catch(null),
    provisioningAppVersion: string,
    certificates: z.array(z.string()).nullable().catch(null), // the reference's example prints them as one text
    nonce: string,
    nonceSignature: string,
    activationData: string,
    encryptedPassData: string,
    ephemeralPublicKey: string,
  })
  .refine(hasOne);

const address = z.object({
  name: string,
  address1: string,
  address2: string,
  city: string,
  state: string,
  postalCode: string,
  country: string,
  phone: string,
});

const times = { createdAt: time, createAt: time, updatedAt: time }; // the guide writes createAt

const googleAnswer = z.object({
  ...times,
  pushTokenizeRequestData: z
    .object({
      displayName: string,
      lastDigits: string,
      network: string,
      tokenServiceProvider: string,
      opaquePaymentCard: string,
      userAddress: address.nullable().catch(null),
    })
    .refine(hasOne),
});

const samsungAnswer = z.object({
  ...times,
  pushTokenizeRequestData: z
    .object({
      cardType: string,
      displayName: string,
      lastDigits: string,
      network: string,
      tokenServiceProvider: string,
      extraProvisionPayload: string,
    })
    .refine(hasOne),
});

export function payloadFrom(
  answer: Answer,
  wallet: 'apple' | 'google' | 'samsung',
): ApplePayPayload | GooglePayPayload | SamsungPayPayload {
  if (wallet === 'apple') return applePayload(read(appleAnswer, answer));
  if (wallet === 'google') {
    const { createdAt, createAt, updatedAt, pushTokenizeRequestData: card } = read(googleAnswer, answer);
    const userAddress = card.userAddress === null ? null : make(CardholderAddress, card.userAddress);
    return make(GooglePayPayload, { ...card, userAddress, createdAt: createdAt ?? createAt, updatedAt });
  }
  const { createdAt, createAt, updatedAt, pushTokenizeRequestData: card } = read(samsungAnswer, answer);
  return make(SamsungPayPayload, { ...card, createdAt: createdAt ?? createAt, updatedAt });
}

function applePayload({
  activationData,
  encryptedPassData,
  ephemeralPublicKey,
  ...echo
}: z.output<typeof appleAnswer>) {
  const isComplete = activationData !== null && encryptedPassData !== null && ephemeralPublicKey !== null;
  const passRequest = isComplete
    ? make(ApplePayPassRequest, { activationData, encryptedPassData, ephemeralPublicKey })
    : null;
  return make(ApplePayPayload, { ...echo, passRequest });
}

/** Every state that a token is known to have. A row says none: which it has is told by the list that it is on. */
export const tokenStates: Readonly<Record<string, WalletState>> = {
  REQUESTED: WalletState.PENDING,
  ACTIVE: WalletState.ACTIVE,
  SUSPENDED: WalletState.SUSPENDED,
  REQUEST_DECLINED: WalletState.CLOSED,
  TERMINATED: WalletState.CLOSED,
};

/** Google's goes by the name of its system. */
export const tokenTypes: Readonly<Record<string, CardTokenType>> = {
  APPLE_PAY: CardTokenType.APPLE_PAY,
  ANDROID_PAY: CardTokenType.GOOGLE_PAY,
  SAMSUNG_PAY: CardTokenType.SAMSUNG_PAY,
};

const row = z.object({
  token: requiredUuid.transform(id => id.toLowerCase()),
  deviceId: string, // the guide's rows have none
  cardId: requiredUuid.transform(id => id.toLowerCase()),
  cardName: string,
  lastFour: string,
});

export type TokenRow = z.output<typeof row>;

const rows = z.object({ count: z.number().nullable().catch(null), rows: z.array(row) });

/** Rows of a list, and how many there are in all, where it says so. */
export function rowsFrom(answer: Answer): { readonly rows: readonly TokenRow[]; readonly count: number | null } {
  return read(rows, answer);
}

/** `words` are all that a list has a token under: more than one, or none, tells nothing. */
export function cardTokenType(words: readonly string[]): CardTokenType {
  const [word, ...others] = words;
  return (others.length === 0 ? lookUp(tokenTypes, word) : undefined) ?? CardTokenType.UNRECOGNIZED;
}

/** `states` are all that a list has it under: more than one, or none, tells nothing. */
export function cardToken(
  { token, deviceId, cardId, cardName, lastFour }: TokenRow,
  accountId: string,
  states: readonly string[],
): CardToken {
  const [state, ...others] = states;
  const known = state !== undefined && others.length === 0 ? state : null;
  return make(CardToken, {
    id: globalId(cardTokenId.typeName, accountId, cardId, token),
    provider: WalletProvider.EQUALS_MONEY,
    providerId: token,
    state: lookUp(tokenStates, known) ?? WalletState.UNRECOGNIZED,
    providerStatus: known,
    accountId,
    cardId,
    cardName,
    lastFour,
    deviceId,
  });
}

const transition = z.object({ state: z.string(), fulfillmentStatus: ownWord });

/**
 * The token as it was read, once its state was changed. Which token the answer names is not compared: in the sample of
 * "Update digital wallet tokens" it is another one than was sent.
 */
export function changedFrom(
  answer: Answer,
  token: CardToken,
  state: CardTokenTargetState,
): { readonly cardToken: CardToken; readonly fulfillmentStatus: string | null } {
  const found = read(transition, answer);
  if (found.state !== state) throw unreadable(answer);
  const folded = lookUp(tokenStates, state) ?? WalletState.UNRECOGNIZED;
  return {
    cardToken: make(CardToken, { ...token, state: folded, providerStatus: state }),
    fulfillmentStatus: found.fulfillmentStatus,
  };
}
