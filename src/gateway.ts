import { randomBytes } from 'node:crypto';
import { Keyv } from 'keyv';
import type { Logger } from 'pino';
import { nodeLoader } from './api/nodes.js';
import { schemaOf } from './api/schema.js';
import type { Config, ConfiguredProvider } from './config.js';
import type { Context } from './core/context.js';
import type { RequestRecord } from './core/request.js';
import { ProviderUnavailableError, RetryAdvice } from './core/errors.js';
import { failure } from './core/failures.js';
import { Events } from './core/events.js';
import { openJournal, storeKeyId, type Journal } from './core/journal.js';
import type { JournalStore } from './core/journal-store.js';
import { operationRunner, type OperationRunner } from './core/operation-runner.js';
import { providerTitles } from './core/provider.js';
import type { DataSource, Provider } from './core/provider-port.js';
import { startApollo } from './server/apollo.js';
import { startEdge } from './server/http.js';
import type { Page } from './server/http.js';
import { logEvents } from './server/telemetry.js';
import { openSqliteStore } from './store/sqlite.js';

export interface GatewayOptions {
  readonly config: Config;
  readonly providers: readonly ConfiguredProvider[];
  readonly logger: Logger;
  readonly page: Page | null;
}

export interface Gateway {
  readonly url: string;
  /** Not ready first, then no new connections, then what is under way ends, then everything closes. */
  stop(): Promise<void>;
}

/** One tenant for now; rows and caches are kept apart by it all the same. */
const tenant = 'default';
/** How old a wallet from the read cache may be. */
const cacheMs = 3_000;
/** Rows whose time is over are emptied within this; until then they only look so. */
const houseKeepingMs = 30_000;
/** Far above any wallet, far below what would hurt. */
const maximumAnswerBytes = 2 * 1024 * 1024;

/** Puts the parts together and opens the door. Rejects with a readable message where it cannot. */
export async function startGateway({ config, providers, logger, page }: GatewayOptions): Promise<Gateway> {
  const events = new Events();
  const requestEnded = logEvents(events, logger);
  const { store, journal } = await openStore(config, logger);
  const sources = openSources({ providers, config, events, logger });
  const schema = schemaOf(sources.providers);
  const runner = operationRunner({ schema, journal, events, sameKeyWaitMs: config.sameKeyWaitMs });
  const cache = new Keyv({ ttl: cacheMs });
  cache.on('error', (error: unknown) => events.emit('broken', { request: null, doing: 'cache', error }));
  const contextFor = contexts({ sources, journal, runner, cache });

  const apollo = await startApollo({ schema, events, introspection: !config.isProduction });
  let isStopping = false;
  const edge = await startEdge({
    host: config.host,
    port: config.port,
    allowedHosts: config.allowedHosts,
    isOpenToSandbox: !config.isProduction,
    page,
    execute: (request, record, method) => apollo.execute(request, contextFor(record), method),
    isReady: async () => !isStopping && (await isUsable(store)),
    requestEnded,
    broke: (error, request) => events.emit('broken', { request, doing: 'http', error }),
  });
  const houseKeeping = setInterval(() => {
    store
      .forget(Date.now())
      .catch((error: unknown) => events.emit('journalFailed', { request: null, doing: 'forget', error }));
    void cache.clear(); // entries that are too old to be read are not dropped by themselves
  }, houseKeepingMs).unref();

  return {
    url: edge.url,
    async stop() {
      isStopping = true;
      clearInterval(houseKeeping);
      await edge.stop();
      await runner.idle();
      await apollo.stop();
      await sources.close();
      await store.close();
    },
  };
}

async function openStore(config: Config, logger: Logger): Promise<{ store: JournalStore; journal: Journal }> {
  const storeKey = config.storeKey ?? randomBytes(32); // a journal in memory dies with its key
  const store = openSqliteStore(config.storeFile, storeKeyId(storeKey));
  const journal = openJournal(store, storeKey);
  if (config.storeFile === ':memory:' && !config.isSandbox) {
    logger.warn('STORE_URL is sqlite::memory: keys are forgotten when this process ends');
  }
  const operations = await store.orphan(journal.owner, Date.now());
  if (operations > 0) logger.warn({ operations }, 'operations that a dead process left in progress are now unknown');
  return { store, journal };
}

function isUsable(store: JournalStore): Promise<boolean> {
  return store.check().then(
    () => true,
    () => false,
  );
}

/** The datasources of the providers that are on. */
interface Sources {
  readonly providers: readonly Provider[];
  /** Throws a failure where the provider is off. */
  of(provider: Provider): DataSource;
  close(): Promise<void>;
}

function openSources({
  providers,
  config,
  events,
  logger,
}: Pick<GatewayOptions, 'providers' | 'config' | 'logger'> & { readonly events: Events }): Sources {
  const wire = {
    events,
    timeoutMs: config.providerTimeoutMs,
    maximumBytes: maximumAnswerBytes,
    useProxy: !config.isSandbox,
  };
  const running = new Map<Provider, DataSource>();
  for (const { provider, settings } of providers) {
    if (settings === null) logger.info({ provider: provider.name }, 'provider is off: it has no credentials');
    else running.set(provider, provider.open(settings as never, wire)); // parsed by this provider's own schema
  }
  return {
    providers: providers.map(({ provider }) => provider),
    of: provider => running.get(provider) ?? notConfigured(provider),
    async close() {
      await Promise.all([...running.values()].map(source => source.close()));
    },
  };
}

function notConfigured(provider: Provider): never {
  throw failure(ProviderUnavailableError, {
    provider: provider.name,
    message: `${providerTitles[provider.name]} is not configured in this gateway.`,
    retry: RetryAdvice.ASK_OPERATOR,
  });
}

interface ContextParts {
  readonly sources: Sources;
  readonly journal: Journal;
  readonly runner: OperationRunner;
  readonly cache: Keyv;
}

/** Makes the context of a request. */
function contexts({ sources, journal, runner, cache }: ContextParts): (request: RequestRecord) => Context {
  const operation = (id: string) => journal.byId(tenant, id);
  const { providers, of: sourceOf } = sources;
  return request => ({
    request,
    tenant,
    operations: {
      run: (intent, perform) => runner.run({ request, tenant }, intent, perform),
      byId: operation,
      byKey: (mutation, idempotencyKey) => journal.byKey(tenant, mutation, idempotencyKey),
    },
    source: type => {
      const provider = providers.find(({ source }) => source === type);
      if (provider === undefined) throw new Error(`${type.name} is no provider's datasource.`);
      return sourceOf(provider) as InstanceType<typeof type>; // `source` names the class that `open` gives
    },
    nodes: nodeLoader({ providers, sourceOf, operation, cache, tenant, call: { request } }),
  });
}
