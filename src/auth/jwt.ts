import { decodeProtectedHeader, errors, jwtVerify } from 'jose';
import type { Clock } from '../core/clock.js';
import type { Authenticate, Principal } from '../core/principal.js';
import { algorithms } from './algorithms.js';
import { bearerToken } from './bearer.js';
import { principalFrom } from './claims.js';
import type { KeyRing, Keys } from './keys.js';
import type { JwtCallers } from './settings.js';

/** Callers by tokens of an issuer: RFC 7519, with the advice of RFC 8725. */

export interface JwtOptions extends Pick<JwtCallers, 'issuer' | 'audience' | 'claims'> {
  readonly keys: Keys;
  readonly clock: Clock;
}

/** How far the issuer's clock may be from ours. */
const toleranceSeconds = 30;

export function jwtAuthentication({ issuer, audience, claims, keys, clock }: JwtOptions): Authenticate {
  const verify = async (token: string, { key, ...ring }: KeyRing): Promise<Principal | 'refused' | 'unknown key'> => {
    const options = {
      issuer,
      audience,
      algorithms: [...ring.algorithms],
      requiredClaims: ['exp', 'sub'],
      clockTolerance: toleranceSeconds,
      currentDate: new Date(clock.now()),
    };
    try {
      const { payload } =
        typeof key === 'function' ? await jwtVerify(token, key, options) : await jwtVerify(token, key, options);
      const principal = principalFrom(payload, claims);
      if (principal === null || payload.exp === undefined) return 'refused';
      ring.verified.keep(token, principal, payload.exp * 1000);
      return principal;
    } catch (error) {
      if (error instanceof errors.JWKSNoMatchingKey) return 'unknown key';
      if (error instanceof errors.JOSEError) return 'refused';
      throw error;
    }
  };

  return async authorization => {
    const token = bearerToken(authorization);
    if (token === null || !isSigned(token)) return 'refused'; // whether or not there are keys
    const ring = await keys.current();
    if (ring === null) return 'unavailable';
    const known = ring.verified.find(token, clock.now());
    if (known !== null) return known;
    const outcome = await verify(token, ring);
    if (outcome !== 'unknown key') return outcome;
    const others = await keys.others(ring);
    const again = others === null ? 'refused' : await verify(token, others);
    return again === 'unknown key' ? 'refused' : again;
  };
}

/** Whether it looks like a token with a signature that could be verified. */
function isSigned(token: string): boolean {
  try {
    const { alg } = decodeProtectedHeader(token);
    return alg !== undefined && algorithms.includes(alg);
  } catch {
    return false;
  }
}
