import { readFileSync } from 'node:fs';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import type { Logger } from 'pino';
import { walletAccountRecoveries } from './api/wallet-accounts.js';
import { ConfigError, readable, type Config, type ConfiguredProvider, type Environment } from './config.js';
import { systemClock } from './core/clock.js';
import { ProviderUnavailableError, RetryAdvice } from './core/errors.js';
import type { Events } from './core/events.js';
import { failure } from './core/failures.js';
import { providerTitles, type WalletProvider } from './core/provider.js';
import type { DataSource, Provider } from './core/provider-port.js';
import { bindRecoveries, type Recoveries } from './core/recovery.js';

/** Far above any wallet, far below what would hurt. */
const maximumAnswerBytes = 2 * 1024 * 1024;

/** A tenant's datasources, of the providers that are on for it. */
export interface Sources {
  readonly providers: readonly Provider[];
  /** Null where the provider is off. */
  running(provider: WalletProvider): DataSource | null;
  /** Throws a failure where the provider is off. */
  of(provider: Provider): DataSource;
  close(): Promise<void>;
}

export interface SourcesOptions {
  readonly config: Config;
  readonly tenant: string;
  readonly providers: readonly ConfiguredProvider[];
  readonly events: Events;
  readonly logger: Logger;
}

export function openSources({ config, tenant, providers, events, logger }: SourcesOptions): Sources {
  const wire = {
    tenant,
    events,
    clock: systemClock,
    random: Math.random,
    timeoutMs: config.providerTimeoutMs,
    maximumBytes: maximumAnswerBytes,
    useProxy: !config.isSandbox,
  };
  const running = new Map<WalletProvider, DataSource>();
  for (const { provider, settings } of providers) {
    if (settings === null) logger.info({ tenant, provider: provider.name }, 'provider is off: it has no credentials');
    else running.set(provider.name, provider.open(settings as never, wire)); // parsed by this provider's own schema
  }
  return {
    providers: providers.map(({ provider }) => provider),
    running: name => running.get(name) ?? null,
    of: provider => running.get(provider.name) ?? notConfigured(provider),
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

/** How unknown outcomes are settled, with each tenant's datasources that are on. */
export function recoveriesOf(
  providers: readonly Provider[],
  running: (tenant: string, provider: WalletProvider) => DataSource | null,
): Recoveries {
  return bindRecoveries([...providers.flatMap(({ recoveries }) => recoveries), ...walletAccountRecoveries], running);
}

/** Node reads this variable when it starts, which is before `.env` was read. */
export function trustExtraAuthorities({ NODE_EXTRA_CA_CERTS: file }: Environment): void {
  if (file === undefined) return;
  try {
    const authorities = readFileSync(file, 'utf8');
    if (!authorities.includes('-----BEGIN CERTIFICATE-----')) throw new Error('it holds no certificate');
    setDefaultCACertificates([...getCACertificates('default'), authorities]);
  } catch (error) {
    throw new ConfigError([`NODE_EXTRA_CA_CERTS (${file}) cannot be read: ${readable(error)}.`]);
  }
}
