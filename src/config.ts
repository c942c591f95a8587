import { isIP } from 'node:net';
import { z } from 'zod';
import { authSettings, callersFrom, type Callers } from './auth/settings.js';
import {
  isLoopback,
  list,
  origins,
  redisUrl,
  storePlaceFrom,
  storeUrl,
  wholeNumber,
  wholeNumberOrNone,
  type RedisServer,
  type StorePlace,
} from './core/settings.js';
import type { Provider } from './core/provider-port.js';
import { misspelt } from './misspelt.js';

/** Everything the gateway is told from outside, checked before anything starts. */
export interface Config {
  readonly host: string;
  readonly port: number;
  readonly isSandbox: boolean;
  readonly isProduction: boolean;
  readonly store: StorePlace;
  /** The most connections to a PostgreSQL. */
  readonly storeConnections: number;
  /** 32 bytes each, the first for what is new; null where nothing outlives the process, so that any key will do. */
  readonly storeKeys: readonly Buffer[] | null;
  /** Null for no limit. */
  readonly storeMaximumBytes: number | null;
  /** Null for a cache in memory. */
  readonly cacheServer: RedisServer | null;
  readonly callers: Callers;
  /** Null where documents come as text alone. */
  readonly trustedDocuments: { readonly file: string; readonly isRequired: boolean } | null;
  /** 0 for no limit. */
  readonly createsPerMinute: number;
  readonly logLevel: string;
  readonly providerTimeoutMs: number;
  readonly readTimeoutMs: number;
  readonly sameKeyWaitMs: number;
  readonly leaseMs: number;
  readonly settleAbsentAfterMs: number;
  readonly settlePerSecond: number;
  readonly retentionDays: number;
  /** Null for one tenant, with the credentials of the environment. */
  readonly tenantsFile: string | null;
  /** Whether clients may ask about the schema. */
  readonly introspection: boolean;
  /** Null for as many as the other limits allow. */
  readonly mutationsPerDocument: number | null;
  /** Whether documents that come again are compiled. */
  readonly hasCompiledPlans: boolean;
  /** Names under which browsers may reach this server, in lower case and without a port. */
  readonly allowedHosts: readonly string[];
  /** Whose pages may call from a browser. */
  readonly corsOrigins: readonly string[];
  /** Whether there is a page at `/`. */
  readonly hasPage: boolean;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** What is wrong with the environment, all of it at once. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`Billfold cannot start with these settings:\n${problems.map(problem => `  - ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/** What an error says to a person at a terminal. */
export function readable(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The gateway's own settings; each provider has its own beside its code. */
export const gatewaySettings = z.object({
  HOST: z.string().default('127.0.0.1').describe('The address to listen on.'),
  PORT: wholeNumber(4000, 0, 65_535).describe('The port to listen on; 0 takes a free one.'),
  PROVIDERS: z
    .enum(['sandbox', 'live'], 'must be sandbox or live')
    .optional()
    .describe(
      '`sandbox` for the built-in simulators (the default), `live` for the real providers. Production has no default.',
    ),
  STORE_URL: storeUrl()
    .optional()
    .describe(
      'Where the journal of operations is kept. Live: `sqlite:data/billfold.sqlite`; sandbox: `sqlite::memory:`. Several gateways share a `postgres://user:password@host:5432/database`: docs/postgres.md.',
    ),
  STORE_CONNECTIONS: wholeNumber(8, 2, 100).describe(
    'How many connections a gateway opens to a PostgreSQL at the most, one of which listens.',
  ),
  STORE_KEY: list()
    .refine(
      keys => keys.length > 0 && keys.every(key => decodedKey(key) !== null),
      'must be 32 bytes in base64, as `openssl rand -base64 32` prints them, or several of these separated by commas',
    )
    .optional()
    .describe(
      'Seals what the journal keeps: 32 bytes in base64. Needed when live, and wherever the journal is a file. Several, separated by commas: the first seals, all open.',
    ),
  STORE_MAX_MB: wholeNumberOrNone(1, 1_000_000)
    .optional()
    .describe(
      'Megabytes beyond which an SQLite file does not grow, besides its write-ahead log of a few: then it is full, and mutations are refused. Some are kept free for endings.',
    ),
  CACHE_URL: redisUrl()
    .optional()
    .describe(
      'A Redis in which gateways with the same STORE_KEY share wallets that were read seconds ago, and count what callers begin: `redis://user:password@host:6379/0`, or `rediss://` for TLS. In memory where left out.',
    ),
  ...authSettings,
  TENANTS_FILE: z
    .string()
    .optional()
    .describe(
      'A JSON file with several tenants, each with provider credentials of its own: docs/tenants.md. Read again on SIGHUP. Without it there is one tenant, with the credentials below.',
    ),
  ALLOWED_HOSTS: list()
    .optional()
    .describe(
      'Further names, separated by commas, under which the gateway may be reached (the Host header). Loopback names and HOST always are.',
    ),
  CORS_ORIGINS: origins()
    .optional()
    .describe(
      "Origins, separated by commas, whose pages may call the gateway from a browser: `https://app.example`. None where left out. For Apollo's hosted Sandbox: `https://studio.apollographql.com`.",
    ),
  PAGE: z
    .enum(['on', 'off'], 'must be on or off')
    .optional()
    .describe('Whether there is a page for people at `/`: `on`, or `off` (the default in production).'),
  CREATES_PER_MINUTE: wholeNumber(600, 0, 1_000_000).describe(
    'How many mutations one caller may begin in a minute, 0 for no limit; a key that has its answer does not count. Gateways with one CACHE_URL count together, and while that Redis is away they begin none: reads go on.',
  ),
  TRUSTED_DOCUMENTS: z
    .enum(['off', 'log', 'file'], 'must be off, log or file')
    .default('off')
    .describe(
      '`file`: only the documents in TRUSTED_DOCUMENTS_FILE are executed, by their ids. `log`: others are, too, and are logged once each, by name and digest. `off`: any, as text alone.',
    ),
  TRUSTED_DOCUMENTS_FILE: z
    .string()
    .optional()
    .describe(
      'A JSON file of documents by id, as `npm run --silent documents` or a code generator writes it; read again on SIGHUP. Needed for `log` and `file`.',
    ),
  LOG_LEVEL: z
    .enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      'must be one of fatal, error, warn, info, debug, trace, silent',
    )
    .default('info')
    .describe('The lowest level that is logged.'),
  PROVIDER_TIMEOUT_MS: wholeNumber(10_000, 100, 120_000).describe(
    'Deadline of one whole call to a provider, in milliseconds.',
  ),
  READ_TIMEOUT_MS: wholeNumber(5_000, 100, 120_000).describe(
    'Deadline of a read, with all the calls that it takes, in milliseconds: a provider that is slower stands in `failures` of `wallets`.',
  ),
  SAME_KEY_WAIT_MS: wholeNumber(3_000, 0, 60_000).describe(
    'How long a request waits for another one with the same idempotency key, in milliseconds.',
  ),
  LEASE_MS: wholeNumber(15_000, 100, 600_000).describe(
    'For so long after it claimed its key an attempt may begin to send, in milliseconds. Held up for longer, it sends nothing.',
  ),
  SETTLE_ABSENT_AFTER_MS: wholeNumber(120_000, 0, 86_400_000).describe(
    'A wallet whose create got no answer counts as absent only when it is not found so long afterwards, in milliseconds: longer than a provider may take to make and to list it.',
  ),
  SETTLE_PER_SECOND: wholeNumber(20, 1, 1_000).describe(
    'How many operations with an unknown outcome are looked for in a second, at each provider.',
  ),
  OPERATION_RETENTION_DAYS: wholeNumber(30, 3, 3_650).describe(
    'For so many days an operation that ended is kept and its success replayed; then its key is free. What is undecided is kept for ever.',
  ),
  INTROSPECTION: z
    .enum(['on', 'off'], 'must be on or off')
    .optional()
    .describe(
      '`on` or `off`: whether clients may ask about the schema, and are told names like the one they got wrong. On, but off in production.',
    ),
  CREATES_PER_DOCUMENT: wholeNumber(10, 0, 50).describe(
    'How many mutations one request may hold, however they are written; 0 for as many as its other limits allow.',
  ),
  COMPILED_PLANS: z
    .enum(['on', 'off'], 'must be on or off')
    .default('on')
    .describe(
      '`on`: a document that comes again is compiled, and takes the short way to its answer. `off`: every request takes the long one. Answers are the same: `off` costs more, and is there to be ruled out.',
    ),
  NODE_ENV: z
    .string()
    .optional()
    .describe(
      '`production` switches off introspection and the page at `/`, unless INTROSPECTION and PAGE are on, and the simulators; it wants callers to say who they are.',
    ),
  NODE_EXTRA_CA_CERTS: z
    .string()
    .optional()
    .describe('A PEM file with certificate authorities to trust besides the usual ones.'),
  HTTPS_PROXY: z
    .string()
    .optional()
    .describe('A proxy for calls to providers (HTTP_PROXY and NO_PROXY are honoured too).'),
});

/**
 * Reads the gateway's settings, and those of the providers where they are live; `file` are the names in `.env`, whose
 * values are in the environment. Throws one ConfigError for all.
 */
export function readConfig(
  environment: Environment,
  providers: readonly Provider[],
  file: readonly string[] = [],
): Config {
  const problems = misspelt({
    environment: Object.keys(environment),
    file,
    gateway: Object.keys(gatewaySettings.shape),
    providers,
    hasTenantsFile: environment.TENANTS_FILE !== undefined,
  });
  const settings = parse(gatewaySettings, environment, problems);
  const isProduction = environment.NODE_ENV === 'production';
  const mode = environment.PROVIDERS ?? (isProduction ? undefined : 'sandbox');
  if (mode === undefined) problems.push('PROVIDERS must be set in production: PROVIDERS=live.');
  if (mode === 'sandbox' && isProduction) problems.push('PROVIDERS must not be sandbox in production.');

  const isSandbox = mode === 'sandbox';
  const host = environment.HOST ?? '127.0.0.1';
  if (!isLoopback(host) && environment.AUTH === undefined) {
    problems.push(`AUTH must be set, since HOST (${host}) is not a loopback address: AUTH=off lets everyone in.`);
  }
  if (isProduction && (environment.AUTH ?? 'off') === 'off') {
    problems.push('AUTH must be jwt or api-key in production: otherwise whoever reaches the gateway may use it.');
  }
  const callers = callersFrom(settings, environment, problems);
  const usualFile = isSandbox ? ':memory:' : 'data/billfold.sqlite';
  const store = storePlaceFrom(environment.STORE_URL ?? '') ?? { kind: 'sqlite', file: usualFile };
  if (environment.STORE_KEY === undefined && (!isSandbox || !isInMemory(store))) {
    problems.push('STORE_KEY is missing: make one with `openssl rand -base64 32`, and keep it.');
  }
  if (environment.STORE_MAX_MB !== undefined && store.kind === 'postgres') {
    problems.push('STORE_MAX_MB is for SQLite files: PostgreSQL has limits of its own.');
  }
  if (environment.CACHE_URL !== undefined && environment.STORE_KEY === undefined && isSandbox && isInMemory(store)) {
    problems.push('STORE_KEY is missing: CACHE_URL needs one, the same for all gateways that share it.');
  }
  if (environment.TENANTS_FILE !== undefined && (environment.AUTH ?? 'off') === 'off') {
    problems.push('TENANTS_FILE needs AUTH=jwt or AUTH=api-key: a caller without a token is of no tenant.');
  }
  if (!isSandbox && environment.TENANTS_FILE === undefined) {
    for (const provider of providers) readProviderSettings(provider, environment, problems);
  }
  const { TRUSTED_DOCUMENTS: trust = 'off', TRUSTED_DOCUMENTS_FILE: trustedFile } = environment;
  if (trust !== 'off' && trustedFile === undefined) {
    problems.push(`TRUSTED_DOCUMENTS_FILE is missing: TRUSTED_DOCUMENTS=${trust} needs one.`);
  }
  if (trustedFile !== undefined && environment.TRUSTED_DOCUMENTS === undefined) {
    problems.push('TRUSTED_DOCUMENTS_FILE is not used unless TRUSTED_DOCUMENTS is said: log, file or off.');
  }
  if (!isSandbox) {
    for (const name of ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy']) {
      const proxy = environment[name];
      if (proxy !== undefined && !/^https?:\/\//.test(URL.parse(proxy)?.href ?? '')) {
        problems.push(`${name} must be an http or https URL.`);
      }
    }
  }
  if (settings === null || callers === null || problems.length > 0) throw new ConfigError(problems);

  return {
    host,
    port: settings.PORT,
    isSandbox,
    isProduction,
    store,
    storeConnections: settings.STORE_CONNECTIONS,
    storeKeys: keysIn(settings.STORE_KEY),
    storeMaximumBytes: settings.STORE_MAX_MB === undefined ? null : settings.STORE_MAX_MB * 1024 * 1024,
    cacheServer: settings.CACHE_URL ?? null,
    callers,
    trustedDocuments:
      trust === 'off' || trustedFile === undefined ? null : { file: trustedFile, isRequired: trust === 'file' },
    createsPerMinute: settings.CREATES_PER_MINUTE,
    logLevel: settings.LOG_LEVEL,
    providerTimeoutMs: settings.PROVIDER_TIMEOUT_MS,
    readTimeoutMs: settings.READ_TIMEOUT_MS,
    sameKeyWaitMs: settings.SAME_KEY_WAIT_MS,
    leaseMs: settings.LEASE_MS,
    settleAbsentAfterMs: settings.SETTLE_ABSENT_AFTER_MS,
    settlePerSecond: settings.SETTLE_PER_SECOND,
    retentionDays: settings.OPERATION_RETENTION_DAYS,
    tenantsFile: settings.TENANTS_FILE ?? null,
    introspection: settings.INTROSPECTION === undefined ? !isProduction : settings.INTROSPECTION === 'on',
    mutationsPerDocument: settings.CREATES_PER_DOCUMENT === 0 ? null : settings.CREATES_PER_DOCUMENT,
    hasCompiledPlans: settings.COMPILED_PLANS === 'on',
    allowedHosts: [
      'localhost',
      '127.0.0.1',
      '[::1]',
      isIP(host) === 6 ? `[${host}]` : host,
      ...(settings.ALLOWED_HOSTS ?? []),
    ].map(name => name.toLowerCase()),
    corsOrigins: settings.CORS_ORIGINS ?? [],
    hasPage: settings.PAGE === undefined ? !isProduction : settings.PAGE === 'on',
  };
}

/** What concerns the journal's place alone, for a person who looks after that. */
export interface StoreConfig {
  /** Null where nothing says so. */
  readonly store: StorePlace | null;
  readonly storeKeys: readonly Buffer[] | null;
  readonly storeConnections: number;
}

/** Throws one ConfigError for everything that is wrong with these. */
export function readStoreConfig(environment: Environment): StoreConfig {
  const problems: string[] = [];
  const few = gatewaySettings.pick({ STORE_URL: true, STORE_KEY: true, STORE_CONNECTIONS: true });
  const settings = parse(few, environment, problems);
  if (settings === null) throw new ConfigError(problems);
  return {
    store: settings.STORE_URL ?? null,
    storeKeys: keysIn(settings.STORE_KEY),
    storeConnections: settings.STORE_CONNECTIONS,
  };
}

export interface ConfiguredProvider {
  readonly provider: Provider;
  /** Null for one that is off. */
  readonly settings: object | null;
}

/** All providers with their settings. Throws one ConfigError for everything that is wrong. */
export function configured(providers: readonly Provider[], environment: Environment): ConfiguredProvider[] {
  const problems: string[] = [];
  const all = providers.map(provider => ({
    provider,
    settings: readProviderSettings(provider, environment, problems),
  }));
  if (problems.length > 0) throw new ConfigError(problems);
  return all;
}

/** A provider's settings; null where it has no credentials, so that it is off. Adds to `problems` what is wrong. */
function readProviderSettings(provider: Provider, environment: Environment, problems: string[]): object | null {
  const missing = provider.credentials.filter(name => environment[name] === undefined);
  if (missing.length === provider.credentials.length) return null;
  for (const name of missing) problems.push(`${name} is missing, though other credentials of this provider are set.`);
  return missing.length > 0 ? null : parse(provider.settings, environment, problems);
}

function parse<Shape extends z.ZodObject>(
  shape: Shape,
  environment: Environment,
  problems: string[],
): z.output<Shape> | null {
  const outcome = shape.safeParse(environment);
  if (outcome.success) return outcome.data;
  for (const { path, message } of outcome.error.issues) problems.push(`${path.join('.')} ${message}.`);
  return null;
}

/** A variable that is set to nothing is not set. */
export function withoutEmpty(environment: Environment): Environment {
  return Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
}

function keysIn(setting: readonly string[] | undefined): readonly Buffer[] | null {
  return setting?.map(key => decodedKey(key)).filter(key => key !== null) ?? null;
}

function decodedKey(text: string): Buffer | null {
  const key = Buffer.from(text.trim(), 'base64');
  return /^[A-Za-z0-9+/]{43}=?$/.test(text.trim()) && key.length === 32 ? key : null;
}

/** Nothing of it outlives the process. */
export function isInMemory(store: StorePlace): boolean {
  return store.kind === 'sqlite' && store.file === ':memory:';
}
