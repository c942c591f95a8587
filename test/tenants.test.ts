import 'reflect-metadata';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { ConfigError, readConfig } from '../src/config.js';
import { WalletProvider } from '../src/core/provider.js';
import { providers } from '../src/providers/index.js';
import { tenantsNow, type TenantSettings } from '../src/tenants.js';

/** TENANTS_FILE: what it may say, and what is wrong with it before anything starts. */

const folder = mkdtempSync(join(tmpdir(), 'tenants-'));
afterAll(() => rmSync(folder, { recursive: true }));

const environment = {
  MOOV_API_URL: 'https://moov.example',
  MOOV_PUBLIC_KEY: 'public-of-nobody',
  MOOV_SECRET_KEY: 'secret-of-nobody',
  ACME_SECRET: 'secret-of-acme',
};

function read(content: unknown, simulated: Readonly<Record<string, string>> | null = null): readonly TenantSettings[] {
  const file = join(folder, 'tenants.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return tenantsNow({ file, providers, environment, simulated });
}

function problemsOf(content: unknown): readonly string[] {
  try {
    read(content);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

const moovOf = (tenants: readonly TenantSettings[], name: string) =>
  tenants.find(tenant => tenant.name === name)?.providers.find(({ provider }) => provider.name === WalletProvider.MOOV)
    ?.settings;

const moov = { MOOV_PUBLIC_KEY: { env: 'MOOV_PUBLIC_KEY' }, MOOV_SECRET_KEY: { env: 'ACME_SECRET' } };

test('without a file there is one tenant, with the credentials of the environment', () => {
  const tenants = tenantsNow({ file: null, providers, environment, simulated: null });
  expect(tenants).toMatchObject([{ name: 'default', owners: null }]);
  expect(moovOf(tenants, 'default')).toMatchObject({ MOOV_SECRET_KEY: 'secret-of-nobody' });
});

describe('a file', () => {
  test('gives each tenant its own credentials, and nobody those of the environment', () => {
    const secret = join(folder, 'globex');
    writeFileSync(secret, 'secret-of-globex\n');
    const tenants = read({
      tenants: {
        acme: { settings: moov },
        globex: {
          owners: { moov: ['a', 'b'], pingone: '*' },
          settings: { ...moov, MOOV_SECRET_KEY: { file: secret }, MOOV_API_URL: 'https://globex.example' },
        },
        initech: {},
      },
    });
    expect(moovOf(tenants, 'acme')).toMatchObject({
      MOOV_SECRET_KEY: 'secret-of-acme',
      MOOV_API_URL: 'https://moov.example',
    });
    expect(moovOf(tenants, 'globex')).toMatchObject({
      MOOV_SECRET_KEY: 'secret-of-globex',
      MOOV_API_URL: 'https://globex.example',
    });
    expect(moovOf(tenants, 'initech')).toBeNull();
    expect(tenants.map(({ name, owners }) => [name, owners])).toEqual([
      ['acme', null],
      ['globex', { MOOV: ['a', 'b'], PINGONE: '*' }],
      ['initech', null],
    ]);
  });

  test('in the sandbox each tenant has the simulators, whatever it says', () => {
    const tenants = read({ tenants: { acme: {} } }, { MOOV_PUBLIC_KEY: 'p', MOOV_SECRET_KEY: 's' });
    expect(moovOf(tenants, 'acme')).toMatchObject({ MOOV_SECRET_KEY: 's' });
  });

  test.each<[string, unknown, readonly (string | RegExp)[]]>([
    ['no JSON', '{"tenants": {"acme": secret-of-acme', [/^TENANTS_FILE \(.*\) cannot be read: it is not JSON\.$/]],
    ['no tenants', { tenants: {} }, ['TENANTS_FILE names no tenant.']],
    ['something else', [], [/^TENANTS_FILE: it: /]],
    ['members that nobody reads', { tenants: { acme: { setings: {} } } }, [/setings/]],
    [
      'a secret in the file',
      { tenants: { acme: { settings: { ...moov, MOOV_SECRET_KEY: 'secret-of-acme' } } } },
      ['TENANTS_FILE: acme: MOOV_SECRET_KEY must not stand in the file: refer to it by {"env": …} or {"file": …}.'],
    ],
    [
      'references that lead nowhere',
      {
        tenants: {
          acme: { settings: { MOOV_PUBLIC_KEY: { env: 'NOBODY' }, MOOV_SECRET_KEY: { file: '/nowhere/at/all' } } },
        },
      },
      [
        'TENANTS_FILE: acme: MOOV_PUBLIC_KEY refers to the variable NOBODY, which is not set.',
        /^TENANTS_FILE: acme: MOOV_SECRET_KEY refers to the file \/nowhere\/at\/all, which cannot be read: .*ENOENT/,
      ],
    ],
    [
      'half of the credentials',
      { tenants: { acme: { settings: { MOOV_PUBLIC_KEY: { env: 'ACME_SECRET' } } } } },
      ['TENANTS_FILE: acme: MOOV_SECRET_KEY is missing, though other credentials of this provider are set.'],
    ],
    [
      'what is no setting, no provider and no name',
      { tenants: { '../acme': { owners: { paypal: '*' }, settings: { PORT: '80' } } } },
      [
        'TENANTS_FILE: ../acme: is no name of a tenant: letters, digits and . _ - only.',
        'TENANTS_FILE: ../acme: PORT is no setting of a provider.',
        'TENANTS_FILE: ../acme: owners must name pingone, juspay, liquido, equals_money or moov, each with "*" or a list of ids.',
      ],
    ],
  ])('with %s is refused, and no secret is quoted', (_what, content, expected) => {
    const problems = problemsOf(content);
    expect(problems).toEqual(
      expected.map(problem => (typeof problem === 'string' ? problem : expect.stringMatching(problem))),
    );
    expect(problems.join()).not.toContain('secret-of-acme');
  });

  test('that is not there is refused', () => {
    const options = { file: join(folder, 'not there'), providers, environment, simulated: null };
    expect(() => tenantsNow(options)).toThrow(/TENANTS_FILE \(.*not there\) cannot be read: .*ENOENT/);
  });

  test('needs callers who say whose they are', () => {
    expect(() => readConfig({ TENANTS_FILE: 'tenants.json' }, providers)).toThrow(
      'TENANTS_FILE needs AUTH=jwt or AUTH=api-key: a caller without a token is of no tenant.',
    );
  });
});

test('every setting that is a secret is known as one by its name', () => {
  const text = 'x'.repeat(4_097); // what only a secret is too long for
  const secrets = providers.flatMap(({ settings }) =>
    Object.entries(settings.shape).flatMap(([name, rule]) => {
      const problem = (rule as { safeParse(value: unknown): { error?: { message: string } } }).safeParse(text).error;
      return problem?.message.includes('visible ASCII') === true ? [name] : [];
    }),
  );
  expect(secrets.filter(name => !/_(?:KEY|SECRET)$/.test(name)).toSorted()).toEqual([
    'JUSPAY_MERCHANT_ID',
    'LIQUIDO_CLIENT_ID',
    'PINGONE_CLIENT_ID',
  ]);
  expect(secrets.length).toBeGreaterThan(8);
});
