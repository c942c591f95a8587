import type { KeyObject } from 'node:crypto';
import type { JWTVerifyGetKey } from 'jose';
import { algorithmsFor } from './algorithms.js';
import { VerifiedTokens } from './verified-tokens.js';

/** Keys, and what was verified with them: where others take their place, all of it is forgotten at once. */
export interface KeyRing {
  readonly key: KeyObject | JWTVerifyGetKey;
  readonly algorithms: readonly string[];
  readonly verified: VerifiedTokens;
}

/** Where the keys come from that tokens are verified with. */
export interface Keys {
  /** Those that hold at present; null where they cannot be had. A promise where the first are still on their way. */
  current(): KeyRing | null | Promise<KeyRing | null>;
  /** Others than those, if there are any by now: a token's key was not among them. */
  others(than: KeyRing): Promise<KeyRing | null>;
  /** Looks for others at once. */
  reload(): void;
  close(): Promise<void>;
}

/** The one key that a setting holds. */
export function fixedKey(key: KeyObject): Keys {
  const ring = { key, algorithms: algorithmsFor(key), verified: new VerifiedTokens() };
  return {
    current: () => ring,
    others: async () => null,
    reload: () => undefined,
    close: async () => undefined,
  };
}
