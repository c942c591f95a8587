import { openAuthentication, type Authentication } from '../../src/auth/open.js';
import { readConfig } from '../../src/config.js';
import { Events, type Facts } from '../../src/core/events.js';
import type { Principal } from '../../src/core/principal.js';
import { providers } from '../../src/providers/index.js';
import { handClock, type HandClock } from '../support/time.js';

/** The gateway's way of knowing callers, without a gateway, and with a clock in the test's hand. */

export interface TestAuthentication extends Authentication {
  readonly clock: HandClock;
  /** What was stated so far about keys. */
  readonly facts: readonly object[];
  /** Of a token, as a bearer token. */
  of(token: string): Promise<Principal | 'refused' | 'unavailable'>;
  /** One word for how it went. */
  word(token: string): Promise<'accepted' | 'refused' | 'unavailable'>;
}

export interface TestAuthenticationOptions {
  readonly clock?: HandClock;
  readonly hasTenant?: (tenant: string) => boolean;
}

const stated = ['keysFetched', 'keysFetchFailed', 'apiKeysRead', 'apiKeysUnusable', 'broken'] as const;

export async function authenticationWith(
  environment: Readonly<Record<string, string>>,
  { clock = handClock(), hasTenant = () => true }: TestAuthenticationOptions = {},
): Promise<TestAuthentication> {
  const events = new Events();
  const facts: object[] = [];
  for (const fact of stated) events.on(fact, (value: Facts[typeof fact]) => facts.push({ fact, ...value }));
  const { callers } = readConfig(environment, providers);
  const authentication = await openAuthentication({ callers, hasTenant, clock, events });
  const of = async (token: string) => authentication.authenticate(`Bearer ${token}`, () => undefined);
  return {
    ...authentication,
    clock,
    facts,
    of,
    async word(token) {
      const outcome = await of(token);
      return typeof outcome === 'string' ? outcome : 'accepted';
    },
  };
}
