import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Logger } from 'pino';
import { openAuthentication } from './auth/open.js';
import { openReadCache } from './api/read-cache.js';
import { keysOf } from './api/places.js';
import { listLagMs } from './api/reads.js';
import { schemaOf } from './api/schema.js';
import { openCache } from './cache/open.js';
import { readable, type Config, type ConfiguredProvider } from './config.js';
import { contexts } from './contexts.js';
import { Events } from './core/events.js';
import { systemClock, within } from './core/clock.js';
import { openHealth } from './core/health-watch.js';
import { openJournal, type Journal } from './core/journal.js';
import type { JournalStore } from './core/journal-store.js';
import { operationRunner } from './core/operation-runner.js';
import { openSeals } from './core/seals.js';
import { openSettler } from './core/settler.js';
import { openLimiter } from './limiter/open.js';
import { startApollo } from './server/apollo.js';
import { startEdge } from './server/http.js';
import type { Page } from './server/http.js';
import { logEvents } from './server/telemetry.js';
import { openTrustedDocuments, type TrustedDocuments } from './server/trusted-documents.js';
import { openSources, recoveriesOf } from './sources.js';
import { openSqliteStore } from './store/sqlite.js';

export interface GatewayOptions {
  readonly config: Config;
  readonly providers: readonly ConfiguredProvider[];
  readonly logger: Logger;
  readonly page: Page | null;
}

export interface Gateway {
  readonly url: string;
  /** Reads again what is kept in files; what is broken by now stays as it was, and the log says so. Null where there are none. */
  readonly reload: (() => Promise<void>) | null;
  /** Not ready first, then no new connections, then what is under way ends, then everything closes. */
  stop(): Promise<void>;
}

/** How old a wallet from the read cache may be. */
const cacheMs = 3_000;
/** Rows whose time is over are emptied within this; until then they only look so. */
const houseKeepingMs = 30_000;
/** How long readiness waits for the store. */
const storePatienceMs = 5_000;
/** Rows dropped in one transaction, and the pause before the next. */
const reapedAtOnce = 200;
const reapPauseMs = 50;

/** Puts the parts together and opens the door. Rejects with a readable message where it cannot. */
export async function startGateway({ config, providers, logger, page }: GatewayOptions): Promise<Gateway> {
  const events = new Events();
  const requestEnded = logEvents(events, logger);
  const health = openHealth(events, systemClock);
  const schema = schemaOf(providers.map(({ provider }) => provider));
  const trusted =
    config.trustedDocuments === null ? null : openTrustedDocuments({ ...config.trustedDocuments, schema, events });
  const storeKeys = config.storeKeys ?? [randomBytes(32)]; // a journal in memory dies with its key
  const { store, journal } = await openStore({ config, storeKeys, events, logger });
  const sources = openSources({ providers, config, events, logger });
  const parts = {
    journal,
    recoveries: recoveriesOf(sources),
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
    schema,
    settler,
    limiter,
    sameKeyWaitMs: config.sameKeyWaitMs,
  });
  const cache = await openCache({ ...shared, ttlMs: cacheMs });
  const reads = openReadCache({
    entries: cache.entries,
    clock: systemClock,
    ttlMs: cacheMs,
    longestReadMs: config.readTimeoutMs + listLagMs,
    isShared: config.cacheServer !== null,
  });
  events.on('changed', ({ tenant: owner, ids }) => {
    reads
      .drop(keysOf(sources.providers, owner, ids))
      .catch((error: unknown) => events.emit('broken', { request: null, doing: 'cache', error }));
  });
  const contextFor = contexts({
    sources,
    journal,
    runner,
    cache: reads,
    events,
    health,
    readTimeoutMs: config.readTimeoutMs,
  });

  const apollo = await startApollo({ schema, events, introspection: !config.isProduction });
  let isStopping = false;
  const edge = await startEdge({
    host: config.host,
    port: config.port,
    allowedHosts: config.allowedHosts,
    isOpenToSandbox: !config.isProduction,
    page,
    authenticate: openAuthentication(),
    trusted,
    execute: (request, { principal, ...call }, method) => apollo.execute(request, contextFor(call, principal), method),
    isReady: async () => !isStopping && (await isUsable(store)),
    requestEnded,
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
  const reloads: (() => Promise<void>)[] = trusted === null ? [] : [async () => readAgain(trusted, logger)];

  return {
    url: edge.url,
    reload:
      reloads.length === 0
        ? null
        : async () => {
            await Promise.all(reloads.map(again => again()));
          },
    async stop() {
      isStopping = true;
      clearInterval(houseKeeping);
      await edge.stop();
      await runner.idle();
      await apollo.stop();
      await sources.close();
      await settler.stop(); // what it asks just now is cut off, which harms nothing
      limiter.close();
      await cache.close();
      await store.close();
    },
  };
}

function readAgain(trusted: TrustedDocuments, logger: Logger): void {
  try {
    logger.info({ documents: trusted.readAgain() }, 'the trusted documents were read again');
  } catch (error) {
    logger.error({ problem: readable(error) }, 'the trusted documents stay as they were: the new ones are broken');
  }
}

async function openStore({
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
  const store = openSqliteStore({
    file: config.storeFile,
    keyIds: seals.keyIds,
    maximumBytes: config.storeMaximumBytes,
  });
  const journal = openJournal({
    store,
    seals,
    unreadable: error => events.emit('journalFailed', { request: null, doing: 'read', error }),
  });
  if (config.storeFile === ':memory:' && !config.isSandbox) {
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

/** A store that does not answer is no better than one that refuses. */
function isUsable(store: JournalStore): Promise<boolean> {
  const check = store.check().then(() => true);
  return within(systemClock, storePatienceMs, check, () => false).catch(() => false);
}
