import type { ReadCache } from './api/read-cache.js';
import { readsOf, type RequestReads } from './api/reads.js';
import { demandAll } from './core/authorization.js';
import { systemClock } from './core/clock.js';
import type { Context } from './core/context.js';
import type { Events } from './core/events.js';
import type { HealthWatch } from './core/health-watch.js';
import type { Journal } from './core/journal.js';
import type { Entry } from './core/journal-entry.js';
import type { OperationRunner } from './core/operation-runner.js';
import type { Principal } from './core/principal.js';
import type { Call } from './core/request.js';
import { nodeIdsIn } from './core/wallet.js';
import type { Tenant } from './tenancy.js';

export interface ContextParts {
  readonly journal: Journal;
  readonly runner: OperationRunner;
  /** Whether they may see what became of it. */
  readonly maySee: (caller: { readonly principal: Principal }, entry: Entry) => boolean;
  readonly cache: ReadCache;
  readonly events: Events;
  readonly health: HealthWatch;
  readonly readTimeoutMs: number;
}

/** A call by somebody who is known. */
export interface KnownCall {
  readonly call: Call;
  readonly principal: Principal;
  /** The principal's. */
  readonly tenant: Tenant;
}

/** Makes the context of a request: where its resolvers hand over. */
export function contexts({ journal, runner, maySee, ...parts }: ContextParts): (known: KnownCall) => Context {
  return ({ call, principal, tenant }) => {
    const { providers, running, of: sourceOf } = tenant.sources;
    const caller = { request: call.request, principal };
    const seen = (entry: Entry | null) => (entry !== null && maySee(caller, entry) ? entry.operation : null);
    const operation = async (id: string) => seen(await journal.entry(tenant.name, id));
    let reads: RequestReads | null = null; // for those who read: most mutations do not
    return {
      request: call.request,
      get signal() {
        return call.signal;
      },
      principal,
      operations: {
        async run(intent, perform) {
          const result = await runner.run(caller, intent, perform); // without the signal
          reads?.changed(nodeIdsIn(result));
          return result;
        },
        byId: operation,
        byKey: async (mutation, idempotencyKey) => seen(await journal.byKey(tenant.name, mutation, idempotencyKey)),
        async list(status, first, after) {
          demandAll(principal, 'operations:read');
          const { entries, ...page } = await journal.list(tenant.name, status, first, after);
          return { ...page, operations: entries.map(entry => entry.operation) };
        },
      },
      source: type => {
        const provider = providers.find(({ source }) => source === type);
        if (provider === undefined) throw new Error(`${type.name} is no provider's datasource.`);
        return sourceOf(provider) as InstanceType<typeof type>; // `source` names the class that `open` gives
      },
      broke: (doing, error) => parts.events.emit('broken', { request: call.request, doing, error }),
      providers: () =>
        providers.map(({ name, offers }) => ({
          name,
          offers,
          isConfigured: running(name) !== null,
          health: parts.health.of(tenant.name, name),
        })),
      get reads() {
        reads ??= readsOf({
          providers,
          sourceOf,
          operation,
          cache: parts.cache,
          clock: systemClock,
          timeoutMs: parts.readTimeoutMs,
          principal,
          call,
        });
        return reads;
      },
    };
  };
}
