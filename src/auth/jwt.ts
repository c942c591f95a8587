import { decodeProtectedHeader, errors, jwtVerify } from 'jose';
import type { Clock } from '../core/clock.js';
import type { Authenticate, Authenticated, Principal } from '../core/principal.js';
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
  const verify = async (token: string, { key, ...ring }: KeyRing): Promise<Principal | Refusal> => {
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
      if (principal === null || payload.exp === undefined) return { why: 'claims' };
      ring.verified.keep(token, principal, payload.exp * 1000);
      return principal;
    } catch (error) {
      if (error instanceof errors.JWKSNoMatchingKey) return unknownKey;
      if (error instanceof errors.JOSEError) return { why: reasonOf(error) };
      throw error;
    }
  };

  const knownBy = (ring: KeyRing | null, token: string): Principal | null =>
    ring?.verified.find(token, clock.now()) ?? null;

  const verified = async (token: string, ring: KeyRing | null): Promise<Principal | Refusal | 'unavailable'> => {
    if (!isSigned(token)) return { why: 'algorithm' }; // whether or not there are keys
    if (ring === null) return 'unavailable';
    const outcome = await verify(token, ring);
    const others = outcome === unknownKey ? await keys.others(ring) : null;
    return others === null ? outcome : verify(token, others);
  };

  return (authorization, tellWhy) => {
    const told = (outcome: Principal | Refusal | 'unavailable'): Authenticated => {
      if (typeof outcome === 'string' || !('why' in outcome)) return outcome;
      tellWhy(outcome.why);
      return 'refused';
    };
    const token = bearerToken(authorization);
    if (token === null) return told({ why: 'no token' });
    const foundBy = (ring: KeyRing | null) => knownBy(ring, token) ?? verified(token, ring).then(told);
    const ring = keys.current();
    return ring instanceof Promise ? ring.then(foundBy) : foundBy(ring);
  };
}

interface Refusal {
  readonly why: string;
}

const unknownKey: Refusal = { why: 'unknown key' };

/** The library's own word, and which of the claims that we name it is about. */
function reasonOf(error: errors.JOSEError): string {
  return error instanceof errors.JWTClaimValidationFailed ? `${error.code} ${error.claim}` : error.code;
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
