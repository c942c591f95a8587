import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Logger } from 'pino';
import { openAuthentication } from './auth/open.js';
import { openReadCache } from './api/read-cache.js';
import { keysOf } from './api/places.js';
import { listLagMs } from './api/reads.js';
import { schemaOf } from './api/schema.js';
import { openCache } from './cache/open.js';
import { ConfigError, isInMemory, readable, type Config } from './config.js';
import { contexts } from './contexts.js';
import { admission } from './core/admission.js';
import type { Context } from './core/context.js';
import { Events } from './core/events.js';
import { systemClock, within } from './core/clock.js';
import { openHealth } from './core/health-watch.js';
import { openJournal, type Journal } from './core/journal.js';
import type { JournalStore } from './core/journal-store.js';
import { operationRunner } from './core/operation-runner.js';
import type { Principal } from './core/principal.js';
import type { Provider } from './core/provider-port.js';
import type { Call } from './core/request.js';
import { openSeals } from './core/seals.js';
import { holdsSecret } from './core/sensitive.js';
import { openSettler } from './core/settler.js';
import { openLimiter } from './limiter/open.js';
import { startApollo } from './server/apollo.js';
import { startEdge, unauthenticated } from './server/http.js';
import type { Page } from './server/http.js';
import { logEvents } from './server/telemetry.js';
import { openTrustedDocuments } from './server/trusted-documents.js';
import { recoveriesOf } from './sources.js';
import { openStore } from './store/open.js';
import { openTenancy } from './tenancy.js';
import type { TenantSettings } from './tenants.js';

export interface GatewayOptions {
  readonly config: Config;
  readonly tenants: readonly TenantSettings[];
  /** Every provider that the gateway knows, whether on or off. */
  readonly providers: readonly Provider[];
  readonly logger: Logger;
  readonly page: Page | null;
}

export interface Gateway {
  readonly url: string;
  /**
   * Reads again what is kept in files: tenants, callers, trusted documents. What is broken by now stays as it was, and the
   * log says so; what is under way ends as it began.
   */
  reload(tenants: () => readonly TenantSettings[]): void;
  /**
   * Not ready any more, so that nobody is sent here; whoever comes all the same is answered, and told that the connection
   * ends with it. Resolves when nobody is connected any more, after two seconds, or when `hurry` aborts.
   */
  takeLeave(hurry: AbortSignal): Promise<void>;
  /** No new connections, then what is under way ends, then everything closes. */
  stop(): Promise<void>;
}

/** How old a wallet from the read cache may be. */
const cacheMs = 3_000;
/** Rows whose time is over are emptied within this; until then they only look so. */
const houseKeepingMs = 30_000;
/** For so long it is not checked again whether the store can be used. */
const readyForMs = 1_000;
/** How long readiness waits for the store. */
const storePatienceMs = 5_000;
/** Rows dropped in one transaction, and the pause before the next. */
const reapedAtOnce = 200;
const reapPauseMs = 50;

/** Puts the parts together and opens the door. Rejects with a readable message where it cannot. */
export async function startGateway({ config, tenants, providers, logger, page }: GatewayOptions): Promise<Gateway> {
  const events = new Events();
  const log = logEvents(events, logger);
  const health = openHealth(events, systemClock);
  const schema = schemaOf(providers);
  const trusted =
    config.trustedDocuments === null ? null : openTrustedDocuments({ ...config.trustedDocuments, schema, events });
  const storeKeys = config.storeKeys ?? [randomBytes(32)]; // a journal in memory dies with its key
  const { store, journal } = await openOwnJournal({ config, storeKeys, events, logger });
  const tenancy = openTenancy({ config, tenants, events, logger });
  const parts = {
    schema,
    journal,
    recoveries: recoveriesOf(providers, (tenant, name) => tenancy.find(tenant)?.sources.running(name) ?? null),
    events,
    clock: systemClock,
    leaseMs: config.leaseMs,
    timeoutMs: config.providerTimeoutMs,
  };
  const settler = openSettler({
    ...parts,
    absentAfterMs: config.settleAbsentAfterMs,
    perSecond: config.settlePerSecond,
  });
  const shared = { server: config.cacheServer, storeKeys, events, clock: systemClock };
  const limiter = await openLimiter({ ...shared, perMinute: config.createsPerMinute });
  const runner = operationRunner({
    ...parts,
    settler,
    limiter,
    sameKeyWaitMs: config.sameKeyWaitMs,
  });
  const cache = await openCache({ ...shared, ttlMs: cacheMs });
  const reads = openReadCache({
    entries: cache.entries,
    holdsSecret: value => holdsSecret(schema, value),
    clock: systemClock,
    ttlMs: cacheMs,
    longestReadMs: config.readTimeoutMs + listLagMs,
    isShared: config.cacheServer !== null,
  });
  events.on('changed', ({ tenant: owner, ids }) => {
    reads
      .drop(() => keysOf(providers, owner, ids))
      .catch((error: unknown) => events.emit('broken', { request: null, doing: 'cache', error }));
  });
  const contextFor = contexts({
    journal,
    runner,
    maySee: admission(schema, parts.recoveries).maySee,
    cache: reads,
    events,
    health,
    readTimeoutMs: config.readTimeoutMs,
  });

  const contextOf = (call: Call, caller: Principal): Context => {
    const tenant = tenancy.find(caller.tenant);
    if (tenant === null) throw unauthenticated(); // it was taken away since they were let in
    return contextFor({ call, principal: tenant.narrowed(caller), tenant });
  };

  const authentication = await openAuthentication({
    callers: config.callers,
    hasTenant: tenant => tenancy.find(tenant) !== null,
    clock: systemClock,
    events,
  });
  const apollo = await startApollo({
    schema,
    events,
    introspection: config.introspection,
    mutationsPerDocument: config.mutationsPerDocument,
    hasCompiledPlans: config.hasCompiledPlans,
  });
  const usable = remembered(() => isUsable(store));
  let isLeaving = false;
  let isStopping = false;
  const edge = await startEdge({
    host: config.host,
    port: config.port,
    allowedHosts: config.allowedHosts,
    corsOrigins: config.corsOrigins,
    page,
    authenticate: authentication.authenticate,
    trusted,
    execute: (asked, { call, principal, method }) => apollo.execute(asked, contextOf(call, principal), method),
    isReady: async () => (await usable()) && !isLeaving, // as it is when it is answered
    log,
    broke: (error, request) => events.emit('broken', { request, doing: 'http', error }),
  });
  /** In small batches, with room for others between them. */
  const reap = async (): Promise<void> => {
    const reaped = await store.reap(Date.now() - config.retentionDays * 86_400_000, reapedAtOnce);
    if (reaped < reapedAtOnce) return;
    await setTimeout(reapPauseMs);
    if (!isStopping) return reap();
  };
  const keepHouse = async (): Promise<void> => {
    await cache.tidy();
    await store.forget(Date.now());
    await reap();
  };
  const tidy = (): void =>
    void keepHouse().catch((error: unknown) =>
      events.emit('journalFailed', { request: null, doing: 'keep house', error }),
    );
  tidy();
  const houseKeeping = setInterval(tidy, houseKeepingMs).unref();
  settler.start();

  return {
    url: edge.url,
    reload(tenantsNow) {
      if (config.tenantsFile !== null) again(logger, 'tenants', () => tenancy.replace(tenantsNow()));
      authentication.reload();
      if (trusted !== null) again(logger, 'trusted documents', () => trusted.readAgain());
    },
    takeLeave(hurry) {
      isLeaving = true;
      return edge.takeLeave(hurry);
    },
    async stop() {
      isLeaving = true;
      isStopping = true;
      clearInterval(houseKeeping);
      await edge.stop();
      await authentication.close();
      await runner.idle();
      await apollo.stop();
      await tenancy.close();
      await settler.stop(); // what it asks just now is cut off, which harms nothing
      limiter.close();
      await cache.close();
      await store.close();
    },
  };
}

function again(logger: Logger, what: string, read: () => unknown): void {
  try {
    read();
    logger.info({ what }, 'read again');
  } catch (error) {
    // The message of a ConfigError says that the gateway cannot start, and this one goes on.
    const problem = error instanceof ConfigError ? error.problems.join(' ') : readable(error);
    logger.error({ what, problem }, 'cannot be read again: it stays as it was');
  }
}

async function openOwnJournal({
  config,
  storeKeys,
  events,
  logger,
}: Pick<GatewayOptions, 'config' | 'logger'> & {
  readonly storeKeys: readonly Buffer[];
  readonly events: Events;
}): Promise<{
  store: JournalStore;
  journal: Journal;
}> {
  const seals = openSeals(storeKeys);
  const store = await openStore({
    place: config.store,
    keyIds: seals.keyIds,
    maximumBytes: config.storeMaximumBytes,
    connections: config.storeConnections,
    listeningChanged: change => events.emit('listeningChanged', change),
    changed: change => events.emit('journalChanged', change),
  });
  const journal = openJournal({
    store,
    seals,
    unreadable: error => events.emit('journalFailed', { request: null, doing: 'read', error }),
  });
  if (isInMemory(config.store) && !config.isSandbox) {
    logger.warn('STORE_URL is sqlite::memory: keys are forgotten when this process ends');
  }
  // A journal that is full can be read and cleared up: no reason not to start. The settler tries again every second.
  const operations = await journal.orphan(config.leaseMs + config.providerTimeoutMs).catch((error: unknown) => {
    events.emit('journalFailed', { request: null, doing: 'start', error });
    return 0;
  });
  if (operations > 0) logger.warn({ operations }, 'operations that a dead process left in progress are now unknown');
  return { store, journal };
}

/** Asked by anybody, and each check is a write: one is made for all who ask within a second. */
function remembered<Value>(check: () => Promise<Value>): () => Promise<Value> {
  let last: { readonly value: Promise<Value>; readonly until: number } | null = null;
  return () => {
    const now = systemClock.monotonic();
    if (last === null || now >= last.until) last = { value: check(), until: now + readyForMs };
    return last.value;
  };
}

/** A store that does not answer is no better than one that refuses. */
function isUsable(store: JournalStore): Promise<boolean> {
  const check = store.check().then(() => true);
  return within(systemClock, storePatienceMs, check, () => false).catch(() => false);
}
