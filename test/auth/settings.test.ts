import 'reflect-metadata';
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { readConfig, type Environment } from '../../src/config.js';
import { providers } from '../../src/providers/index.js';
import { cleanUp, temporaryFolder } from '../support/process.js';
import { newIssuer } from '../support/tokens.js';

/** What the gateway is told about its callers, and what it says where that cannot be. */

afterAll(cleanUp);

const { environment, pem, privateKey } = newIssuer();
const { AUTH_PUBLIC_KEY: _key, ...withoutKey } = environment;
const callers = (settings: Environment) => readConfig(settings, providers).callers;

/** What it says is wrong, without the line above. */
function problems(settings: Environment): string[] {
  try {
    readConfig(settings, providers);
    return [];
  } catch (error) {
    const [, ...lines] = (error as Error).message.split('\n'); // a ConfigError
    return lines.map(line => line.replace(/^ {2}- /, ''));
  }
}

describe('AUTH=jwt', () => {
  test('takes the key in any of three ways', () => {
    const file = join(temporaryFolder(), 'issuer.pem');
    writeFileSync(file, pem);
    const key = createPublicKey(pem);
    for (const given of [
      { AUTH_PUBLIC_KEY: pem },
      { AUTH_PUBLIC_KEY: ` ${pem.replaceAll('\n', '\\n')} ` },
      { AUTH_PUBLIC_KEY_FILE: file },
    ]) {
      const found = callers({ ...withoutKey, ...given });
      expect(found).toMatchObject({ mode: 'jwt', issuer: 'https://issuer.example', audience: 'billfold' });
      expect('keys' in found && 'equals' in found.keys && found.keys.equals(key)).toBe(true);
    }
    expect(callers({ ...withoutKey, AUTH_JWKS_URL: 'https://issuer.example/keys?v=1' })).toMatchObject({
      keys: new URL('https://issuer.example/keys?v=1'),
      claims: { tenant: 'tenant', permissions: 'scope', owners: 'owners' },
      outageMs: 86_400_000,
    });
  });

  test('says everything that is missing at once, and beside what else is wrong', () => {
    const one = 'AUTH=jwt needs one of AUTH_JWKS_URL, AUTH_PUBLIC_KEY and AUTH_PUBLIC_KEY_FILE, and no more.';
    expect(problems({ AUTH: 'jwt', PORT: 'four' }).toSorted()).toEqual([
      one,
      'AUTH_AUDIENCE is missing: AUTH=jwt needs it.',
      'AUTH_ISSUER is missing: AUTH=jwt needs it.',
      'PORT must be a whole number.',
    ]);
    expect(problems({ ...environment, AUTH_JWKS_URL: 'https://issuer.example/keys' })).toEqual([one]);
  });

  test.each([
    'http://issuer.example/keys',
    'http://127.0.0.1.issuer.example/keys',
    'https://user:hunter2@issuer.example/keys',
    'https://issuer.example/keys#here',
    'file:///etc/keys.json',
    'issuer.example',
  ])('AUTH_JWKS_URL is not %s', url => {
    expect(problems({ ...withoutKey, AUTH_JWKS_URL: url })).toEqual([
      'AUTH_JWKS_URL must be an https URL without credentials (http only to a loopback address).',
    ]);
  });

  test.each(['http://127.0.0.1:9/keys', 'http://localhost/keys', 'http://[::1]:9/', 'https://issuer.example'])(
    'AUTH_JWKS_URL may be %s',
    url => {
      expect(problems({ ...withoutKey, AUTH_JWKS_URL: url })).toEqual([]);
    },
  );

  const pemOf = (key: { export(options: { type: 'spki'; format: 'pem' }): string | Buffer }) =>
    key.export({ type: 'spki', format: 'pem' }).toString();
  const weak = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey;

  test.each([
    [
      'a private key',
      privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      /must be a public key: this is a p/,
    ],
    ['an older private key', privateKey.export({ type: 'sec1', format: 'pem' }).toString(), /this is a private one/],
    [
      'a private key behind a public one',
      `${pem}${privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()}`,
      /private/,
    ],
    ['a shared secret', 'correct-horse-battery-staple', /must be a public key as PEM/],
    ['a broken one', pem.replace(/[A-Za-z0-9]{20}/, ''), /must be a public key as PEM/],
    ['a certificate', '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----', /must be a public key as PEM/],
    ['a short RSA key', pemOf(weak), /must be an RSA key of 2048 bits or more/],
    ['another curve', pemOf(generateKeyPairSync('ec', { namedCurve: 'secp256k1' }).publicKey), /one of the curves/],
    ['a key for agreements', pemOf(generateKeyPairSync('x25519').publicKey), /one of the curves/],
  ])('A17 › %s is no public key, and is not quoted', (_what, text, words) => {
    const file = join(temporaryFolder(), 'key.pem');
    writeFileSync(file, text);
    for (const [name, value] of [
      ['AUTH_PUBLIC_KEY', text],
      ['AUTH_PUBLIC_KEY_FILE', file],
    ] as const) {
      const found = problems({ ...withoutKey, [name]: value });
      expect(found).toEqual([expect.stringMatching(words)]);
      expect(found[0]).toMatch(new RegExp(`^${name} `));
      for (const line of text.split('\n').filter(part => !part.startsWith('-----') && part !== '')) {
        expect(found.join()).not.toContain(line);
      }
    }
  });

  test('a key file that is not there is named', () => {
    expect(problems({ ...withoutKey, AUTH_PUBLIC_KEY_FILE: 'nowhere.pem' })).toEqual([
      'AUTH_PUBLIC_KEY_FILE (nowhere.pem) cannot be read.',
    ]);
  });

  test('keys outlive an outage for a quarter of an hour at least', () => {
    expect(problems({ ...environment, AUTH_JWKS_OUTAGE: '14m' })).toEqual(['AUTH_JWKS_OUTAGE must be 15m or longer.']);
    expect(problems({ ...environment, AUTH_JWKS_OUTAGE: 'a day' })).toEqual([
      'AUTH_JWKS_OUTAGE must look like 24h (s, m, h or d).',
    ]);
    expect(callers({ ...environment, AUTH_JWKS_OUTAGE: '15m' })).toMatchObject({ outageMs: 900_000 });
  });
});

describe('AUTH', () => {
  test('is off on a loopback address, and api-key has a file', () => {
    expect(callers({})).toEqual({ mode: 'off' });
    expect(callers({ AUTH: 'api-key' })).toEqual({ mode: 'api-key', file: 'data/api-keys.json' });
    expect(callers({ AUTH: 'api-key', API_KEYS_FILE: 'keys.json', HOST: '0.0.0.0' })).toMatchObject({
      file: 'keys.json',
    });
  });

  test('an issuer that would not be asked is a contradiction, unless AUTH=off says so', () => {
    const said = ['AUTH_ISSUER, AUTH_AUDIENCE, AUTH_PUBLIC_KEY: only with AUTH=jwt.'];
    expect(problems({ ...environment, AUTH: undefined })).toEqual(said);
    expect(problems({ ...environment, AUTH: 'api-key' })).toEqual(said);
    expect(callers({ ...environment, AUTH: 'off' })).toEqual({ mode: 'off' });
  });
});
