import { randomBytes } from 'node:crypto';
import { deviceTypes, lastFour } from './equals-money-tokens.js';
import type { Token } from './equals-money-tokens.js';
import type { JsonObject } from './json.js';

/** Members, enumeration and lengths of the guide. */
export function requestProblem(asked: JsonObject, wallet: 'apple' | 'google' | 'samsung'): string | undefined {
  const isText = (value: unknown, most = Infinity): boolean =>
    typeof value === 'string' && value !== '' && value.length <= most;
  if (!deviceTypes.includes(String(asked.deviceType))) return `deviceType must be one of ${deviceTypes.join(', ')}`;
  if (!isText(asked.provisioningAppVersion, 50)) return 'provisioningAppVersion must be 1 to 50 characters';
  if (wallet === 'apple') {
    const { certificates } = asked;
    const isList = Array.isArray(certificates) && certificates.length > 0 && certificates.every(each => isText(each));
    if (!isList) return 'certificates must be an array of strings';
    if (!isText(asked.nonce)) return 'nonce is required';
    return isText(asked.nonceSignature) ? undefined : 'nonceSignature is required';
  }
  if (!isText(asked.deviceId, 24)) return 'deviceId must be 1 to 24 characters';
  return isText(asked.walletUserId, 50) ? undefined : 'walletUserId must be 1 to 50 characters';
}

export function payload(
  wallet: 'apple' | 'google' | 'samsung',
  asked: JsonObject,
  token: Token,
  answers: 'reference' | 'guide',
): JsonObject {
  const secret = (): string => randomBytes(24).toString('base64');
  if (wallet === 'apple') {
    const { deviceType, provisioningAppVersion, certificates, nonce, nonceSignature } = asked;
    const echo = { deviceType, provisioningAppVersion, certificates, nonce, nonceSignature };
    if (answers === 'guide') return echo;
    return { ...echo, encryptedPassData: secret(), activationData: secret(), ephemeralPublicKey: secret() };
  }
  // The API prints whole seconds.
  const now = new Date(token.at).toISOString().replace(/\.\d+Z$/, 'Z');
  const lastDigits = lastFour(token.cardId);
  if (wallet === 'samsung') {
    // `network` holds a card type in the guide's sample, too.
    const data = {
      cardType: 'CREDIT',
      displayName: `Visa ${lastDigits}`,
      extraProvisionPayload: secret(),
      lastDigits,
      network: 'CREDIT',
      tokenServiceProvider: 'MC',
    };
    return { createdAt: now, updatedAt: now, pushTokenizeRequestData: data };
  }
  return {
    [answers === 'guide' ? 'createAt' : 'createdAt']: now,
    updatedAt: now,
    pushTokenizeRequestData: {
      displayName: `Visa ${lastDigits}`,
      lastDigits,
      network: 'Visa',
      tokenServiceProvider: 'TOKEN_PROVIDER_VISA',
      opaquePaymentCard: secret(),
      userAddress: {
        name: 'Ana Example',
        address1: '1 Sample Street',
        address2: 'Floor 2',
        city: 'Sampletown',
        state: 'SA',
        postalCode: '00001',
        country: 'GB',
        phone: '0200000001',
      },
    },
  };
}
