import { createPublicKey, type KeyObject } from 'node:crypto';

/** Which keys may sign tokens, and with which algorithms: RFC 7518 section 3.1 and RFC 8037, asymmetric ones alone. */

/** RFC 7518 section 3.3. */
const smallestModulus = 2048;

const ofRsa = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'];
const ofCurve: Readonly<Record<string, string>> = { prime256v1: 'ES256', secp384r1: 'ES384', secp521r1: 'ES512' };
const ofEd25519 = ['EdDSA', 'Ed25519'];

export const algorithms: readonly string[] = [...ofRsa, ...Object.values(ofCurve), ...ofEd25519];

/** None where such a key is not trusted. */
export function algorithmsFor({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): readonly string[] {
  const { modulusLength = 0, namedCurve = '' } = asymmetricKeyDetails ?? {};
  if (asymmetricKeyType === 'rsa') return modulusLength >= smallestModulus ? ofRsa : [];
  if (asymmetricKeyType === 'ed25519') return ofEd25519;
  const algorithm = asymmetricKeyType === 'ec' ? ofCurve[namedCurve] : undefined;
  return algorithm === undefined ? [] : [algorithm];
}

/** The key in a PEM; or what is wrong with it, so that the message can follow a setting's name. */
export function publicKeyFrom(pem: string): KeyObject | string {
  // Node would take the public half of it, and the secret would lie about in a place for what is public.
  if (pem.includes('PRIVATE KEY')) return "must be a public key: this is a private one, which is the issuer's alone";
  const usual = 'must be a public key as PEM, which begins with -----BEGIN PUBLIC KEY-----';
  if (!pem.startsWith('-----BEGIN PUBLIC KEY-----')) return usual;
  const key = createdFrom(pem);
  if (key === null) return usual;
  return algorithmsFor(key).length > 0
    ? key
    : `must be an RSA key of ${smallestModulus} bits or more, one of the curves P-256, P-384 and P-521, or Ed25519`;
}

function createdFrom(pem: string): KeyObject | null {
  try {
    return createPublicKey(pem);
  } catch {
    return null;
  }
}
