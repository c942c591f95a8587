import type { ReadCache } from './api/read-cache.js';
import { readsOf, type RequestReads } from './api/reads.js';
import { demandAll } from './core/authorization.js';
import { systemClock } from './core/clock.js';
import type { Context, OperationPage, Reads } from './core/context.js';
import type { Events } from './core/events.js';
import type { HealthWatch } from './core/health-watch.js';
import type { Intent, Perform } from './core/intent.js';
import type { Journal } from './core/journal.js';
import type { Entry } from './core/journal-entry.js';
import type { ProviderStatus } from './core/offers.js';
import type { Operation, OperationStatus } from './core/operation.js';
import type { OperationRunner } from './core/operation-runner.js';
import type { Principal } from './core/principal.js';
import type { Call, RequestRecord } from './core/request.js';
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
export function contexts(parts: ContextParts): (known: KnownCall) => Context {
  return known => new RequestContext(parts, known);
}

/** No private members: Apollo hands on a copy, by its prototype and its own members. */
class RequestContext implements Context {
  readonly request: RequestRecord;
  readonly principal: Principal;
  readonly operations: RequestOperations;

  constructor(
    readonly parts: ContextParts,
    readonly known: KnownCall,
  ) {
    this.request = known.call.request;
    this.principal = known.principal;
    this.operations = new RequestOperations(parts, known);
  }

  get signal(): AbortSignal | undefined {
    return this.known.call.signal;
  }

  source<Source>(type: abstract new (...args: never[]) => Source): Source {
    const { providers, of } = this.known.tenant.sources;
    const provider = providers.find(({ source }) => source === type);
    if (provider === undefined) throw new Error(`${type.name} is no provider's datasource.`);
    return of(provider) as Source; // `source` names the class that `open` gives
  }

  broke(doing: string, error: unknown): void {
    this.parts.events.emit('broken', { request: this.request, doing, error });
  }

  providers(): readonly ProviderStatus[] {
    const { name: tenant, sources } = this.known.tenant;
    return sources.providers.map(({ name, offers }) => ({
      name,
      offers,
      isConfigured: sources.running(name) !== null,
      health: this.parts.health.of(tenant, name),
    }));
  }

  get reads(): Reads {
    return this.operations.reads();
  }
}

/** One for a request, whatever copies there are of its context: what was read in it is told of what changes. */
class RequestOperations {
  /** For those who read: most mutations do not. */
  made: RequestReads | null = null;

  constructor(
    readonly parts: ContextParts,
    readonly known: KnownCall,
  ) {}

  async run(intent: Intent, perform: Perform<object>): Promise<object> {
    const { call, principal } = this.known;
    const result = await this.parts.runner.run({ request: call.request, principal }, intent, perform); // without the signal
    this.made?.changed(nodeIdsIn(result));
    return result;
  }

  async byId(id: string): Promise<Operation | null> {
    return this.#seen(await this.parts.journal.entry(this.known.tenant.name, id));
  }

  async byKey(mutation: string, idempotencyKey: string): Promise<Operation | null> {
    return this.#seen(await this.parts.journal.byKey(this.known.tenant.name, mutation, idempotencyKey));
  }

  async list(status: OperationStatus | null, first: number, after: string | null): Promise<OperationPage> {
    const { principal, tenant } = this.known;
    demandAll(principal, 'operations:read');
    const { entries, ...page } = await this.parts.journal.list(tenant.name, status, first, after);
    return { ...page, operations: entries.map(entry => entry.operation) };
  }

  reads(): RequestReads {
    const { call, principal, tenant } = this.known;
    const { providers, of } = tenant.sources;
    this.made ??= readsOf({
      providers,
      sourceOf: of,
      operation: id => this.byId(id),
      cache: this.parts.cache,
      clock: systemClock,
      timeoutMs: this.parts.readTimeoutMs,
      principal,
      call,
    });
    return this.made;
  }

  #seen(entry: Entry | null): Operation | null {
    return entry !== null && this.parts.maySee(this.known, entry) ? entry.operation : null;
  }
}
