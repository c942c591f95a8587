import type { Clock } from '../core/clock.js';
import type { Events } from '../core/events.js';
import { anybody, type Authenticate, type Authenticated } from '../core/principal.js';
import { openApiKeys } from './api-keys.js';
import { jwtAuthentication } from './jwt.js';
import { openKeySet } from './key-set.js';
import { fixedKey } from './keys.js';
import type { Callers, JwtCallers } from './settings.js';

export interface AuthenticationOptions {
  readonly callers: Callers;
  readonly hasTenant: (tenant: string) => boolean;
  readonly clock: Clock;
  readonly events: Events;
}

/** How callers are known while the gateway runs. */
export interface Authentication {
  readonly authenticate: Authenticate;
  /** Reads anew what may have changed: the file of keys, the issuer's key set. */
  reload(): void;
  close(): Promise<void>;
}

/** Rejects with a readable message where callers could never be known. */
export async function openAuthentication({ hasTenant, ...options }: AuthenticationOptions): Promise<Authentication> {
  const { authenticate, ...authentication } = await opened(options);
  return {
    ...authentication,
    /** A tenant may come and go while a token lasts. */
    authenticate(authorization, tellWhy) {
      const withTenant = (outcome: Authenticated): Authenticated => {
        if (typeof outcome === 'string' || hasTenant(outcome.tenant)) return outcome;
        tellWhy('tenant');
        return 'refused';
      };
      const outcome = authenticate(authorization, tellWhy);
      return outcome instanceof Promise ? outcome.then(withTenant) : withTenant(outcome);
    },
  };
}

async function opened({ callers, clock, events }: Omit<AuthenticationOptions, 'hasTenant'>): Promise<Authentication> {
  const nothing = { reload: () => undefined, close: async () => undefined };
  if (callers.mode === 'off') return { ...nothing, authenticate: () => anybody };
  if (callers.mode === 'api-key') return { ...nothing, ...(await openApiKeys({ file: callers.file, clock, events })) };
  const keys = keysOf(callers, clock, events);
  return { ...keys, authenticate: jwtAuthentication({ ...callers, keys, clock }) };
}

function keysOf({ keys, outageMs }: JwtCallers, clock: Clock, events: Events) {
  return keys instanceof URL ? openKeySet({ url: keys, outageMs, clock, events }) : fixedKey(keys);
}
