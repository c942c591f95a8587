import type { Logger } from 'pino';
import type { Config } from './config.js';
import type { Events } from './core/events.js';
import type { Owners, Principal } from './core/principal.js';
import { openSources, type Sources } from './sources.js';
import type { TenantSettings } from './tenants.js';

/** A tenant that is being served. */
export interface Tenant {
  readonly name: string;
  readonly sources: Sources;
  /** The caller, who acts for nobody else than the tenant's owners: one and the same for as long as both are. */
  narrowed(caller: Principal): Principal;
}

/** The tenants as they are now: nothing of one is seen by another. */
export interface Tenancy {
  find(name: string): Tenant | null;
  /** From now on these. What is under way with a former setting ends with it. */
  replace(tenants: readonly TenantSettings[]): void;
  close(): Promise<void>;
}

export interface TenancyOptions {
  readonly config: Config;
  readonly tenants: readonly TenantSettings[];
  readonly events: Events;
  readonly logger: Logger;
}

interface Served extends Tenant {
  readonly settings: TenantSettings;
}

export function openTenancy({ config, tenants: first, events, logger }: TenancyOptions): Tenancy {
  let served = new Map<string, Served>();
  /** Connections of former settings, until nothing can be under way on them any more. */
  const retiring = new Map<Sources, NodeJS.Timeout>();
  /** Whoever began with them may begin to send until its lease is over, and then has one deadline, twice where a token was refused. */
  const retiredAfterMs = config.leaseMs + 2 * config.providerTimeoutMs + config.readTimeoutMs;

  const retire = (sources: Sources): void => {
    const end = (): void => {
      retiring.delete(sources);
      void sources.close();
    };
    retiring.set(sources, setTimeout(end, retiredAfterMs).unref());
  };

  const replace = (tenants: readonly TenantSettings[]): void => {
    const before = served;
    served = new Map(
      tenants.map(settings => {
        const { name, owners, providers } = settings;
        const known = before.get(name);
        const sources =
          known !== undefined && isSame(known.settings, settings)
            ? known.sources
            : openSources({ config, tenant: name, providers, events, logger });
        return [name, { name, sources, settings, narrowed: narrowing(owners) }];
      }),
    );
    const kept = new Set([...served.values()].map(({ sources }) => sources));
    for (const { name, sources } of before.values()) {
      if (kept.has(sources)) continue;
      retire(sources);
      events.emit('reconnected', { tenant: name });
    }
  };
  replace(first);

  return {
    find: name => served.get(name) ?? null,
    replace,
    async close() {
      for (const timer of retiring.values()) clearTimeout(timer);
      const all = [...[...served.values()].map(({ sources }) => sources), ...retiring.keys()];
      await Promise.all(all.map(sources => sources.close()));
    },
  };
}

/** What is known of a caller, such as their name to the limiter, is known by their principal: so it is not made anew each time. */
function narrowing(owners: Owners | null): Tenant['narrowed'] {
  if (owners === null) return caller => caller;
  const made = new WeakMap<Principal, Principal>();
  return caller => {
    const known = made.get(caller) ?? { ...caller, tenantOwners: owners };
    made.set(caller, known);
    return known;
  };
}

/** A tenant of whom nothing changed keeps its connections, tokens and circuits. */
function isSame({ providers: left }: TenantSettings, { providers: right }: TenantSettings): boolean {
  const text = (providers: TenantSettings['providers']) => JSON.stringify(providers.map(({ settings }) => settings));
  return text(left) === text(right);
}
