import 'reflect-metadata';
import { afterEach, describe, expect, test } from '@jest/globals';
import { ConfigError, configured, readConfig, withoutEmpty, type Environment } from '../src/config.js';
import { millisecondsIn } from '../src/core/settings.js';
import { providers } from '../src/providers/index.js';
import { idEnding } from '../src/simulators/outcomes.js';
import { CreateDigitalWalletDocument, CreateMoovWalletDocument } from './generated/operations.js';
import { freshKey, startTestGateway, type TestGateway } from './support/gateway.js';

const storeKey = Buffer.alloc(32, 7).toString('base64');
const moovKeys = { MOOV_PUBLIC_KEY: 'public', MOOV_SECRET_KEY: 'secret' };
const live = { PROVIDERS: 'live', STORE_KEY: storeKey };

const read = (environment: Environment) => readConfig(environment, providers);

/** The lines of the one message that it throws, or none. */
function problems(environment: Environment): string[] {
  try {
    read(environment);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const [title, ...lines] = error.message.split('\n');
    expect(title).toBe('Billfold cannot start with these settings:');
    return lines.map(line => line.replace(/^ {2}- /, ''));
  }
}

describe('settings › without any', () => {
  test('a sandbox listens on loopback, keeps nothing and needs no key', () => {
    expect(read({})).toEqual({
      host: '127.0.0.1',
      port: 4000,
      isSandbox: true,
      isProduction: false,
      store: { kind: 'sqlite', file: ':memory:' },
      storeConnections: 8,
      storeKeys: null,
      storeMaximumBytes: null,
      cacheServer: null,
      tenantsFile: null,
      callers: { mode: 'off' },
      trustedDocuments: null,
      createsPerMinute: 600,
      logLevel: 'info',
      providerTimeoutMs: 10_000,
      readTimeoutMs: 5_000,
      sameKeyWaitMs: 3_000,
      leaseMs: 15_000,
      settleAbsentAfterMs: 120_000,
      settlePerSecond: 20,
      retentionDays: 30,
      introspection: true,
      mutationsPerDocument: 10,
      hasCompiledPlans: true,
      allowedHosts: ['localhost', '127.0.0.1', '[::1]', '127.0.0.1'],
      corsOrigins: [],
      hasPage: true,
    });
  });

  test('a live gateway keeps its journal in a file, and says what it lacks', () => {
    expect(read(live)).toMatchObject({ isSandbox: false, store: { kind: 'sqlite', file: 'data/billfold.sqlite' } });
    expect(problems({ PROVIDERS: 'live' })).toEqual([
      'STORE_KEY is missing: make one with `openssl rand -base64 32`, and keep it.',
    ]);
  });

  test('an empty variable is one that is not set', () => {
    expect(withoutEmpty({ PORT: '', HOST: '  ', STORE_KEY: '\t', LOG_LEVEL: undefined, PROVIDERS: 'live' })).toEqual({
      PROVIDERS: 'live',
    });
    expect(read(withoutEmpty({ PORT: '', STORE_KEY: '', MOOV_SECRET_KEY: '' }))).toEqual(read({}));
  });
});

describe('settings › names that are none', () => {
  /** What is said of names in the environment, and of those that came from the file. */
  const said = (names: readonly string[], file: readonly string[] = [], more: Environment = {}) => {
    try {
      readConfig({ ...more, ...Object.fromEntries([...names, ...file].map(name => [name, 'x'])) }, providers, file);
      return [];
    } catch (error) {
      return error instanceof ConfigError ? error.problems : [String(error)];
    }
  };
  const withTenants = { TENANTS_FILE: 'tenants.json', AUTH: 'api-key' };

  test.each([
    ['PROVIDER', 'PROVIDERS'],
    ['TRUSTED_DOCUMENT', 'TRUSTED_DOCUMENTS'],
    ['CREATE_PER_MINUTE', 'CREATES_PER_MINUTE'],
    ['AUTH_OWNER_CLAIM', 'AUTH_OWNERS_CLAIM'],
    ['NODE_EVN', 'NODE_ENV'],
    ['MOOV_SECRETKEY', 'MOOV_SECRET_KEY'],
  ])('%s is refused wherever it stands, and %s named', (name, meant) => {
    expect(said([name])).toEqual([`${name} is no setting of Billfold: is ${meant} meant?`]);
    expect(said([], [name])).toEqual([`${name} (in .env) is no setting of Billfold: is ${meant} meant?`]);
  });

  test('in the file every name must be a setting, in the case that settings have', () => {
    expect(said([], ['ACME_MOOV_TOKEN', 'port', 'LOGLEVEL'])).toEqual([
      'ACME_MOOV_TOKEN (in .env) is no setting of Billfold: .env.example lists those that there are.',
      'port (in .env) is no setting of Billfold: is PORT meant?',
      'LOGLEVEL (in .env) is no setting of Billfold: is LOG_LEVEL meant?',
    ]);
    const nodes = ['NODE_OPTIONS', 'NODE_EXTRA_CA_CERTS', 'NO_PROXY', 'https_proxy', 'PGAPPNAME', 'SSL_CERT_FILE'];
    expect(said([], nodes, { https_proxy: 'http://proxy.example' })).toEqual([]);
  });

  test("other programs' names in the environment are nothing to the gateway", () => {
    const shells = [
      'PATH',
      'HOME',
      'HOSTNAME',
      'PAGER',
      'LANG',
      'LC_ALL',
      'SHLVL',
      'PWD',
      'OLDPWD',
      'TMPDIR',
      '_',
      'EDITOR',
    ];
    const containers = [
      'BILLFOLD_PORT',
      'BILLFOLD_SERVICE_HOST',
      'KUBERNETES_PORT',
      'REDIS_URL',
      'DATABASE_URL',
      'STORE_PORT',
      'MOOV_SERVICE_HOST',
      'MOOV_PORT_443_TCP_ADDR',
      'MOOV_WEBHOOK_SECRET',
    ];
    const nodes = [
      'NODE_OPTIONS',
      'NODE_PATH',
      'NODE_VERSION',
      'npm_config_user_agent',
      'npm_package_name',
      'INIT_CWD',
    ];
    const others = [
      'CI',
      'GITHUB_ACTIONS',
      'HTTP_PROXY',
      'ALL_PROXY',
      'STORAGE_URL',
      'LOGLEVEL',
      'AUTH_URL',
      'API_KEY',
      'PORTS',
    ];
    expect(said([...shells, ...containers, ...nodes, ...others], [], { HTTP_PROXY: 'x' })).toEqual([]);
  });

  test('TENANTS_FILE refers to variables of any name, but what is nearly a setting of the gateway is none', () => {
    const theirs = ['ACME_MOOV_SECRET_KEY', 'MOOV_A_SECRET_KEY', 'GLOBEX'];
    const refused = (names: readonly string[], file: readonly string[]) =>
      said(names, file, withTenants).filter(problem => problem.includes('no setting'));
    expect(refused([], theirs)).toEqual([]);
    expect(refused(theirs, [])).toEqual([]);
    expect(refused(['PROVIDER'], ['TENANT_FILE'])).toEqual([
      'PROVIDER is no setting of Billfold: is PROVIDERS meant?',
      'TENANT_FILE (in .env) is no setting of Billfold: is TENANTS_FILE meant?',
    ]);
  });

  test('they are told together with what else is wrong', () => {
    expect(said(['PROVIDER'], [], { PORT: 'x' })).toEqual([
      'PROVIDER is no setting of Billfold: is PROVIDERS meant?',
      'PORT must be a whole number.',
    ]);
  });
});

describe('settings › CACHE_URL', () => {
  const serverOf = (url: string) => read({ CACHE_URL: url, STORE_KEY: storeKey }).cacheServer;
  const plain = { host: 'cache', port: 6379, isEncrypted: false, username: null, password: null, database: 0 };

  test.each([
    ['redis://cache', plain],
    ['redis://cache/', plain],
    ['redis://127.0.0.1:7000/3', { ...plain, host: '127.0.0.1', port: 7000, database: 3 }],
    ['redis://[::1]:7000', { ...plain, host: '::1', port: 7000 }],
    ['rediss://:pass%2Fword%25@cache', { ...plain, isEncrypted: true, password: 'pass/word%' }],
    ['redis://user:password@cache:1/2', { ...plain, port: 1, username: 'user', password: 'password', database: 2 }],
  ])('says where a Redis is: %s', (url, server) => {
    expect(serverOf(url)).toEqual(server);
  });

  test.each([
    'memory',
    'redis:',
    'redis://',
    'redis:///0',
    'redis://:hunter2secret@',
    'redis://hunter2secret@cache',
    'redis://cache:0',
    'redis://cache:65536',
    'redis://cache:port',
    'redis://cache/one',
    'redis://cache/0/1',
    'redis://cache?password=hunter2secret',
    'redis://:hunter2secret#1@cache',
    'redis://:hunter2secret/1@cache',
    'redis://:hunter2secret%@cache',
    'http://:hunter2secret@cache',
    'unix:///var/run/redis.sock',
  ])('is refused in words that do not quote it: %s', url => {
    expect(problems({ CACHE_URL: url, STORE_KEY: storeKey })).toEqual([
      'CACHE_URL must look like redis://user:password@host:6379/0, or rediss:// for TLS; user, port and number may be left out.',
    ]);
  });

  test('needs a STORE_KEY, for without one nothing could be shared', () => {
    expect(problems({ CACHE_URL: 'redis://cache' })).toEqual([
      'STORE_KEY is missing: CACHE_URL needs one, the same for all gateways that share it.',
    ]);
    expect(problems({ CACHE_URL: 'redis://cache', PROVIDERS: 'live' })).toHaveLength(1);
  });
});

test('settings › TRUSTED_DOCUMENTS › needs a file where it is log or file, and no other word is known', () => {
  const missing = (mode: string) => `TRUSTED_DOCUMENTS_FILE is missing: TRUSTED_DOCUMENTS=${mode} needs one.`;
  for (const mode of ['log', 'file']) expect(problems({ TRUSTED_DOCUMENTS: mode })).toEqual([missing(mode)]);
  const TRUSTED_DOCUMENTS_FILE = 'documents.json';
  expect(problems({ TRUSTED_DOCUMENTS: 'on', TRUSTED_DOCUMENTS_FILE })).toEqual([
    'TRUSTED_DOCUMENTS must be off, log or file.',
  ]);
  expect(read({ TRUSTED_DOCUMENTS: 'file', TRUSTED_DOCUMENTS_FILE })).toMatchObject({
    trustedDocuments: { file: 'documents.json', isRequired: true },
  });
  expect(read({ TRUSTED_DOCUMENTS: 'log', TRUSTED_DOCUMENTS_FILE })).toMatchObject({
    trustedDocuments: { isRequired: false },
  });
  expect(read({ TRUSTED_DOCUMENTS: 'off', TRUSTED_DOCUMENTS_FILE }).trustedDocuments).toBeNull();
  expect(problems({ TRUSTED_DOCUMENTS_FILE })).toEqual([
    'TRUSTED_DOCUMENTS_FILE is not used unless TRUSTED_DOCUMENTS is said: log, file or off.',
  ]);
});

describe('settings › wrong ones', () => {
  test('a password that makes something else of an address is not told', () => {
    const found = problems({ STORE_URL: 'postgres://user:12/ab@db:5432/billfold' });
    expect(found.filter(problem => problem.startsWith('STORE_URL'))).toHaveLength(1);
    expect(found.join()).not.toContain('12/ab');
  });

  test('are all named in one message', () => {
    const found = problems({
      PROVIDERS: 'lives',
      PORT: '65536',
      STORE_URL: 'postgres://db',
      STORE_KEY: 'short',
      AUTH: 'none',
      LOG_LEVEL: 'loud',
      PROVIDER_TIMEOUT_MS: '1.5',
      SAME_KEY_WAIT_MS: '-1',
      MOOV_PUBLIC_KEY: 'public',
      JUSPAY_API_KEY: 'two words',
      JUSPAY_API_URL: 'ftp://juspay.example',
      EQUALS_MONEY_API_KEY: 'line\nbreak',
      PINGONE_CLIENT_ID: 'client',
      PINGONE_CLIENT_SECRET: 'secret',
      PINGONE_ENVIRONMENT_ID: 'production',
      PINGONE_CLIENT_AUTH: 'jwt',
      PINGONE_ENVIRONMENTS: `${idEnding()},elsewhere`,
    });
    expect(found.toSorted()).toEqual([
      'AUTH must be off, jwt or api-key.',
      'EQUALS_MONEY_API_KEY must be one line of visible ASCII characters without spaces.',
      'JUSPAY_API_KEY must be one line of visible ASCII characters without spaces.',
      'JUSPAY_API_URL must be an http or https URL, perhaps with a path, and nothing after it.',
      'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent.',
      'MOOV_SECRET_KEY is missing, though other credentials of this provider are set.',
      'PINGONE_CLIENT_AUTH must be basic or post.',
      'PINGONE_ENVIRONMENTS.1 must be a UUID.',
      'PINGONE_ENVIRONMENT_ID must be a UUID.',
      'PORT must be from 0 to 65535.',
      'PROVIDERS must be sandbox or live.',
      'PROVIDER_TIMEOUT_MS must be a whole number.',
      'SAME_KEY_WAIT_MS must be a whole number.',
      'STORE_KEY must be 32 bytes in base64, as `openssl rand -base64 32` prints them, or several of these separated by commas.',
      'STORE_URL must look like sqlite:data/billfold.sqlite, sqlite::memory: or postgres://user:password@host:5432/database.',
    ]);
  });

  test('a proxy is a URL, where there is one to be used', () => {
    for (const name of ['HTTPS_PROXY', 'http_proxy']) {
      for (const proxy of ['proxy.example:3128', 'nowhere at all', 'ftp://proxy.example', '//proxy.example']) {
        expect(problems({ ...live, [name]: proxy })).toEqual([`${name} must be an http or https URL.`]);
        expect(problems({ [name]: proxy })).toEqual([]);
      }
      expect(problems({ ...live, [name]: 'http://user:password@proxy.example:3128' })).toEqual([]);
    }
  });

  test('never quote a secret', () => {
    const canary = 'canary with spaces 4711';
    expect(problems({ ...live, ...moovKeys, MOOV_SECRET_KEY: canary, STORE_KEY: canary }).join()).not.toContain('4711');
  });

  test.each([
    ['PORT', ['', ' ', 'four', '0x10', '1e3', '-1', '65536', '99999999999', '80.5']],
    ['PROVIDER_TIMEOUT_MS', ['99', '120001', '10s']],
    ['SAME_KEY_WAIT_MS', ['60001', 'soon']],
    ['STORE_URL', ['sqlite:', 'data/billfold.sqlite', 'file:data', 'SQLITE:x']],
    ['LOG_LEVEL', ['INFO', 'verbose']],
    ['PROVIDERS', ['Sandbox', 'both', 'off']],
    ['AUTH', ['on', 'none', 'OFF']],
    ['PAGE', ['yes', 'true', 'ON']],
    [
      'CORS_ORIGINS',
      [
        '*',
        'null',
        'app.example',
        '//app.example',
        'https://app.example/',
        'https://app.example/path',
        'https://*.app.example',
        'https://APP.example',
        'https://app.example:443',
        'https://user@app.example',
        'ftp://app.example',
        'file://',
        'https://app.example,*',
      ],
    ],
  ])('%s is refused in other shapes', (name, values) => {
    for (const value of values) {
      expect({ value, found: problems({ STORE_KEY: storeKey, [name]: value }) }).toEqual({
        value,
        found: [expect.stringContaining(`${name} must`)],
      });
    }
  });

  test.each([
    'moov.example',
    '//moov.example',
    'ftp://moov.example',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'https://',
    'https://user@moov.example',
    'https://user:password@moov.example',
    'https://moov.example/?tenant=1',
    'https://moov.example/#here',
  ])('%s is no base URL', url => {
    expect(problems({ ...live, ...moovKeys, MOOV_API_URL: url })).toEqual([
      'MOOV_API_URL must be an http or https URL, perhaps with a path, and nothing after it.',
    ]);
  });

  test.each([
    ['https://moov.example', 'https://moov.example'],
    ['https://moov.example/', 'https://moov.example'],
    ['https://proxy.example:8443/moov/v2//', 'https://proxy.example:8443/moov/v2'],
    ['http://[::1]:4451', 'http://[::1]:4451'],
  ])('%s is one', (url, expected) => {
    const moov = providers.find(({ name }) => name === 'MOOV');
    if (moov === undefined) throw new Error('There is no Moov.');
    const [only] = configured([moov], { ...moovKeys, MOOV_API_URL: url });
    expect(only?.settings).toMatchObject({ MOOV_API_URL: expected });
  });
});

describe('settings › CORS_ORIGINS and PAGE', () => {
  test('origins are taken as they are given, and there are none by default, wherever it runs', () => {
    const { corsOrigins } = read({ CORS_ORIGINS: 'https://app.example, http://localhost:3000,http://[::1]:1' });
    expect(corsOrigins).toEqual(['https://app.example', 'http://localhost:3000', 'http://[::1]:1']);
    expect(read({}).corsOrigins).toEqual([]);
    expect(read({ ...live, NODE_ENV: 'production', AUTH: 'api-key' }).corsOrigins).toEqual([]);
  });

  test('there is a page, in production only where it is asked for', () => {
    const production = { ...live, NODE_ENV: 'production', AUTH: 'api-key' };
    expect(
      [{}, live, { PAGE: 'off' }, production, { ...production, PAGE: 'on' }].map(each => read(each).hasPage),
    ).toEqual([true, true, false, false, true]);
  });
});

describe('settings › in production', () => {
  const production = { NODE_ENV: 'production', STORE_KEY: storeKey, AUTH: 'api-key' };

  test('PROVIDERS must be said, and must be live', () => {
    expect(problems(production)).toContain('PROVIDERS must be set in production: PROVIDERS=live.');
    expect(problems({ ...production, PROVIDERS: 'sandbox' })).toContain('PROVIDERS must not be sandbox in production.');
    expect(read({ ...production, PROVIDERS: 'live' })).toMatchObject({ isProduction: true, isSandbox: false });
  });

  test('AUTH must be said, and must not be off', () => {
    const said = ['AUTH must be jwt or api-key in production: otherwise whoever reaches the gateway may use it.'];
    expect(problems({ ...production, PROVIDERS: 'live', AUTH: undefined })).toEqual(said);
    expect(problems({ ...production, PROVIDERS: 'live', AUTH: 'off' })).toEqual(said);
  });

  test('introspection is off in production, on elsewhere, and as INTROSPECTION says', () => {
    const isOn = (environment: Record<string, string>) => read(environment).introspection;
    const inProduction = { ...production, PROVIDERS: 'live' };
    expect([isOn({}), isOn(inProduction)]).toEqual([true, false]);
    expect([isOn({ INTROSPECTION: 'off' }), isOn({ ...inProduction, INTROSPECTION: 'on' })]).toEqual([false, true]);
    expect(problems({ INTROSPECTION: 'yes' })).toEqual(['INTROSPECTION must be on or off.']);
  });

  test('CREATES_PER_DOCUMENT is a number, and 0 is none', () => {
    expect(read({ CREATES_PER_DOCUMENT: '3' }).mutationsPerDocument).toBe(3);
    expect(read({ CREATES_PER_DOCUMENT: '0' }).mutationsPerDocument).toBeNull();
    expect(read({ COMPILED_PLANS: 'off' }).hasCompiledPlans).toBe(false);
    expect(problems({ CREATES_PER_DOCUMENT: '51' })).toEqual(['CREATES_PER_DOCUMENT must be from 0 to 50.']);
  });

  test('other words for NODE_ENV are not production', () => {
    expect(read({ NODE_ENV: 'development' })).toMatchObject({ isProduction: false, isSandbox: true });
  });
});

describe('settings › HOST beyond loopback', () => {
  test.each(['127.0.0.1', '127.8.9.10', 'localhost', '::1'])('%s needs nothing said', host => {
    expect(problems({ HOST: host })).toEqual([]);
  });

  test.each([
    '0.0.0.0',
    '::',
    '10.0.0.7',
    'wallets.example',
    '127.evil.example',
    'localhost.evil.example',
    '::ffff:8.8.8.8',
  ])('%s needs AUTH=off to be said', host => {
    expect(problems({ HOST: host })).toEqual([
      `AUTH must be set, since HOST (${host}) is not a loopback address: AUTH=off lets everyone in.`,
    ]);
    expect(read({ HOST: host, AUTH: 'off' })).toMatchObject({ host });
  });

  test('it may be reached by its own name and by those in ALLOWED_HOSTS, in lower case', () => {
    const { allowedHosts } = read({
      HOST: 'Wallets.example',
      AUTH: 'off',
      ALLOWED_HOSTS: ' api.Example , ,[2001:DB8::1]',
    });
    expect(allowedHosts).toEqual(
      expect.arrayContaining(['localhost', '127.0.0.1', '[::1]', 'wallets.example', 'api.example', '[2001:db8::1]']),
    );
    expect(allowedHosts).not.toContain('');
  });
});

describe('settings › STORE_KEY', () => {
  test('is 32 bytes, with or without padding', () => {
    expect(read({ STORE_KEY: storeKey }).storeKeys).toEqual([Buffer.alloc(32, 7)]);
    expect(read({ STORE_KEY: storeKey.replace('=', '') }).storeKeys).toEqual([Buffer.alloc(32, 7)]);
    expect(read({ STORE_KEY: ` ${storeKey}\n` }).storeKeys).toEqual([Buffer.alloc(32, 7)]);
  });

  test('may be several, in the order in which they are given', () => {
    const older = Buffer.alloc(32, 8);
    const { storeKeys } = read({ STORE_KEY: ` ${storeKey}, ${older.toString('base64')} ,` });
    expect(storeKeys).toEqual([Buffer.alloc(32, 7), older]);
    expect(problems({ STORE_KEY: `${storeKey},short` })).toEqual([expect.stringMatching(/^STORE_KEY must be/)]);
    expect(problems({ STORE_KEY: ',' })).toEqual([expect.stringMatching(/^STORE_KEY must be/)]);
  });

  test.each([
    ['31 bytes', Buffer.alloc(31).toString('base64')],
    ['33 bytes', Buffer.alloc(33).toString('base64')],
    ['64 hexadecimal digits', Buffer.alloc(32).toString('hex')],
    ['a pass phrase', 'correct horse battery staple correct horse!!'],
    ['the alphabet of URLs', Buffer.alloc(32, 0xff).toString('base64url')],
  ])('is not %s', (_what, key) => {
    expect(problems({ STORE_KEY: key })).toHaveLength(1);
  });

  test('is needed wherever the journal is a file, and wherever providers are live', () => {
    expect(problems({ STORE_URL: 'sqlite:kept.sqlite' })).toEqual([expect.stringMatching(/^STORE_KEY is missing/)]);
    expect(problems({ PROVIDERS: 'live', STORE_URL: 'sqlite::memory:' })).toEqual([
      expect.stringMatching(/^STORE_KEY is missing/),
    ]);
    expect(problems({ STORE_URL: 'sqlite::memory:' })).toEqual([]);
  });
});

describe('settings › how unknown outcomes are settled', () => {
  const settingsOf = (name: string, environment: Readonly<Record<string, string>>) =>
    configured(
      providers.filter(provider => provider.name === name),
      environment,
    )[0]?.settings;
  const juspay = { JUSPAY_API_KEY: 'key' };
  const liquido = { LIQUIDO_CLIENT_ID: 'client', LIQUIDO_CLIENT_SECRET: 'secret', LIQUIDO_API_KEY: 'key' };

  test('a time looks like 24h, and is read in milliseconds', () => {
    expect(settingsOf('LIQUIDO', liquido)).toMatchObject({ LIQUIDO_RESEND_WITHIN: '24h' });
    for (const [text, milliseconds] of [
      ['0s', 0],
      ['90s', 90_000],
      ['5m', 300_000],
      ['24h', 86_400_000],
      ['7d', 604_800_000],
    ] as const) {
      const settings = settingsOf('LIQUIDO', { ...liquido, LIQUIDO_RESEND_WITHIN: text });
      expect(settings).toMatchObject({ LIQUIDO_RESEND_WITHIN: text });
      expect(millisecondsIn(text)).toBe(milliseconds);
    }
    for (const text of ['24', 'h', '24 h', '-1h', '1.5h', '24H', '1w']) {
      expect(() => settingsOf('LIQUIDO', { ...liquido, LIQUIDO_RESEND_WITHIN: text })).toThrow(
        'LIQUIDO_RESEND_WITHIN must look like 24h (s, m, h or d).',
      );
    }
  });

  test('each provider that is looked at may have a longer or shorter wait of its own', () => {
    expect(settingsOf('JUSPAY', { ...juspay, JUSPAY_SETTLE_ABSENT_AFTER_MS: '300' })).toMatchObject({
      JUSPAY_SETTLE_ABSENT_AFTER_MS: 300,
    });
    expect(() => settingsOf('JUSPAY', { ...juspay, JUSPAY_SETTLE_ABSENT_AFTER_MS: 'soon' })).toThrow(
      'JUSPAY_SETTLE_ABSENT_AFTER_MS must be a whole number.',
    );
  });

  test('a gateway alias names two gateways', () => {
    const aliases = (text: string) => () => settingsOf('JUSPAY', { ...juspay, JUSPAY_GATEWAY_ALIASES: text });
    expect(aliases('FREECHARGEWALLET=FREECHARGE, A=B ,')()).toMatchObject({
      JUSPAY_GATEWAY_ALIASES: ['FREECHARGEWALLET=FREECHARGE', 'A=B'],
    });
    for (const text of ['FREECHARGE', 'A=', '=B', 'A=B=C', 'A = B']) expect(aliases(text)).toThrow('must look like');
  });
});

describe('settings › credentials', () => {
  test.each(providers.flatMap(provider => provider.credentials.map(credential => [credential, provider] as const)))(
    '%s alone missing is named; all of the provider missing means that it is off',
    (missing, provider) => {
      const uuid = idEnding();
      const others = Object.fromEntries(
        provider.credentials.filter(name => name !== missing).map(name => [name, uuid]),
      );
      const expected =
        provider.credentials.length === 1
          ? []
          : [`${missing} is missing, though other credentials of this provider are set.`];
      expect(problems({ ...live, ...others })).toEqual(expected);
      expect(configured([provider], {})).toEqual([{ provider, settings: null }]);
    },
  );

  test('an address without credentials leaves a provider off', () => {
    expect(problems({ ...live, MOOV_API_URL: 'https://moov.example' })).toEqual([]);
  });
});

describe('settings at work', () => {
  let gateway: TestGateway;
  afterEach(() => gateway.stop());

  const moovInput = () => ({ idempotencyKey: freshKey(), accountId: idEnding(), name: 'Payroll' });
  const walletInput = (environmentId?: string) => ({
    idempotencyKey: freshKey(),
    userId: idEnding(),
    digitalWalletApplicationId: idEnding(),
    ...(environmentId === undefined ? {} : { environmentId }),
  });

  test('a provider that is off › its mutation says to ask the operator, and a node of it does too', async () => {
    gateway = await startTestGateway({ environment: { MOOV_PUBLIC_KEY: undefined, MOOV_SECRET_KEY: undefined } });
    const { createMoovWallet: result } = await gateway.execute(CreateMoovWalletDocument, { input: moovInput() });
    expect(result).toMatchObject({
      __typename: 'ProviderUnavailableError',
      code: 'PROVIDER_UNAVAILABLE',
      retry: 'ASK_OPERATOR',
      provider: 'MOOV',
      message: 'Moov is not configured in this gateway.',
      providerResponse: null,
    });
    expect(gateway.simulators.moov.exchanges).toEqual([]);
    expect(gateway.lines).toContainEqual(
      expect.objectContaining({ provider: 'MOOV', msg: 'provider is off: it has no credentials' }),
    );

    const { createDigitalWallet } = await gateway.execute(CreateDigitalWalletDocument, { input: walletInput() });
    expect(createDigitalWallet).toMatchObject({ __typename: 'DigitalWalletCreated' });
  });

  test('PINGONE_ENVIRONMENTS left out › no other environment may be named, and nothing is sent', async () => {
    gateway = await startTestGateway();
    const { createDigitalWallet: result } = await gateway.execute(CreateDigitalWalletDocument, {
      input: walletInput(idEnding()),
    });
    expect(result).toMatchObject({
      __typename: 'InvalidInputError',
      retry: 'DO_NOT_RETRY',
      fields: [{ path: ['input', 'environmentId'], code: 'NOT_ALLOWED' }],
    });
    expect(gateway.simulators.pingone.exchanges).toEqual([]);
  });

  test('PINGONE_ENVIRONMENTS › those it lists may be named in either case, no others, and the usual one still may', async () => {
    const [listed, foreign] = [idEnding(), idEnding()];
    gateway = await startTestGateway({ environment: { PINGONE_ENVIRONMENTS: ` ${listed.toUpperCase()} ,` } });
    const create = async (environmentId?: string) => {
      const input = walletInput(environmentId);
      const { createDigitalWallet } = await gateway.execute(CreateDigitalWalletDocument, { input });
      return createDigitalWallet?.__typename;
    };
    const asked = () => gateway.simulators.pingone.exchanges.filter(({ route }) => route === 'create');

    expect(await create(foreign)).toBe('InvalidInputError');
    expect(asked()).toEqual([]);
    // The simulator has one environment alone, so that its refusal shows where the request went.
    expect(await create(listed)).toBe('ProviderAccessDeniedError');
    expect(await create(listed.toUpperCase())).toBe('ProviderAccessDeniedError');
    expect(asked().map(({ request }) => request.path.split('/')[3])).toEqual([listed, listed]);
    expect(await create()).toBe('DigitalWalletCreated');
  });
});

test("LIQUIDO's token address may be given whole, as its pages print it", () => {
  const liquido = providers.filter(({ name }) => name === 'LIQUIDO');
  const credentials = { LIQUIDO_CLIENT_ID: 'client', LIQUIDO_CLIENT_SECRET: 'secret', LIQUIDO_API_KEY: 'key' };
  const LIQUIDO_AUTH_URL = 'https://auth-dev.liquido.com/oauth2/token';
  expect(configured(liquido, { ...credentials, LIQUIDO_AUTH_URL })[0]?.settings).toMatchObject({
    LIQUIDO_AUTH_URL: 'https://auth-dev.liquido.com',
  });
});

test('an IPv6 HOST is allowed as a Host header writes it', () => {
  expect(readConfig({ HOST: 'fd00::1', AUTH: 'off' }, providers).allowedHosts).toContain('[fd00::1]');
});
