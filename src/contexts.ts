import type { ReadCache } from './api/read-cache.js';
import { readsOf } from './api/reads.js';
import { systemClock } from './core/clock.js';
import type { Context } from './core/context.js';
import type { Events } from './core/events.js';
import type { HealthWatch } from './core/health-watch.js';
import type { Journal } from './core/journal.js';
import type { OperationRunner } from './core/operation-runner.js';
import type { Principal } from './core/principal.js';
import type { Call } from './core/request.js';
import { nodeIdsIn } from './core/wallet.js';
import type { Sources } from './sources.js';

export interface ContextParts {
  readonly sources: Sources;
  readonly journal: Journal;
  readonly runner: OperationRunner;
  readonly cache: ReadCache;
  readonly events: Events;
  readonly health: HealthWatch;
  readonly readTimeoutMs: number;
}

/** Makes the context of a request: where its resolvers hand over. */
export function contexts({
  sources,
  journal,
  runner,
  ...parts
}: ContextParts): (call: Call, principal: Principal) => Context {
  const { providers, running, of: sourceOf } = sources;
  return (call, principal) => {
    const { tenant } = principal;
    const operation = async (id: string) => (await journal.entry(tenant, id))?.operation ?? null;
    const reads = readsOf({
      providers,
      sourceOf,
      operation,
      cache: parts.cache,
      clock: systemClock,
      timeoutMs: parts.readTimeoutMs,
      tenant,
      call,
    });
    return {
      ...call,
      principal,
      operations: {
        async run(intent, perform) {
          const result = await runner.run({ request: call.request, principal }, intent, perform); // without the signal
          reads.changed(nodeIdsIn(result));
          return result;
        },
        byId: operation,
        byKey: (mutation, idempotencyKey) => journal.byKey(tenant, mutation, idempotencyKey),
        list: (status, first, after) => journal.list(tenant, status, first, after),
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
          health: parts.health.of(name),
        })),
      reads,
    };
  };
}
