import { z } from 'zod';
import { make } from '../../core/codec.js';
import { ConflictError } from '../../core/errors.js';
import { read, refusal, string, time, type Answer, type ProviderWords } from '../../upstream/answers.js';
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

const code = z
  .union([z.string(), z.number().transform(String)])
  .nullable()
  .catch(null);
/** The error body is not documented: read what may be there. */
const errorBody = z.object({
  message: string,
  error: string,
  code,
  statusCode: code,
  errors: z
    .array(
      z
        .union([z.string().transform(message => ({ message, code: null })), z.object({ message: string, code })])
        .nullable()
        .catch(null),
    )
    .catch([]),
});

/** 409 and 422 are not listed for these calls; if they come, the card's state is the reason. */
export function equalsMoneyRefusal(answer: Answer): Error {
  const type: ProviderWords['type'] = answer.status === 422 ? ConflictError : undefined;
  const body = errorBody.safeParse(answer.json);
  if (!body.success) return refusal(answer, { type });
  const { message, error, code: errorCode, statusCode, errors } = body.data;
  const details = errors.filter(detail => detail !== null);
  return refusal(answer, {
    type,
    code: errorCode ?? statusCode,
    message: message ?? error ?? details[0]?.message,
    details,
  });
}
