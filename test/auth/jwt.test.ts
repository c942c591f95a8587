import 'reflect-metadata';
import { createHmac, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { VerifiedTokens } from '../../src/auth/verified-tokens.js';
import { anybody } from '../../src/core/principal.js';
import { handClock } from '../support/time.js';
import { newIssuer, unsigned, type Issuer } from '../support/tokens.js';
import { authenticationWith } from './authentication.js';

/** Callers by tokens: who comes in, as whom, and who does not. */

const clock = handClock();
const issuer = newIssuer({ now: clock.now });
const opened = (settings: Readonly<Record<string, string>> = {}, hasTenant?: (tenant: string) => boolean) =>
  authenticationWith({ ...issuer.environment, ...settings }, { clock, ...(hasTenant && { hasTenant }) });
const seconds = () => Math.floor(clock.now() / 1000);
const word = async (token: string) => (await opened()).word(token);

describe('a token', () => {
  test('tells the tenant, the name, the permissions and the owners', async () => {
    const { of } = await opened();
    const owners = { moov: '*', pingone: ['one', 'two'], equals_money: [] } as const;
    const token = issuer.tokenFor({
      sub: 'ana',
      tenant: 'north',
      permissions: ['wallets:read', 'wallets:create:moov'],
      owners,
    });
    expect(await of(token)).toEqual({
      tenant: 'north',
      name: 'jwt:ana',
      grants: new Set(['wallets:read', 'wallets:create:moov']),
      owners: [{ MOOV: '*', PINGONE: ['one', 'two'], EQUALS_MONEY: [] }],
    });
  });

  test('without a tenant is of the only one, and without owners is not narrowed', async () => {
    const { of } = await opened();
    expect(await of(issuer.token())).toEqual({
      tenant: 'default',
      name: 'jwt:somebody',
      grants: new Set(),
      owners: [],
    });
  });

  test('may hold its claims under other names, and its permissions in a list; those of others are ignored', async () => {
    const { of } = await opened({
      AUTH_TENANT_CLAIM: 'https://example.com/tenant',
      AUTH_PERMISSIONS_CLAIM: 'permissions',
      AUTH_OWNERS_CLAIM: 'for',
    });
    const token = issuer.token({
      'https://example.com/tenant': 'south',
      permissions: ['openid', 'wallets:read', 'wallets:read:nobody', 'wallets:fly', '', 'constructor', '__proto__:x'],
      scope: 'wallets:manage',
      tenant: 7,
      owners: 'not looked at',
      for: { juspay: ['c1'] },
    });
    expect(await of(token)).toEqual({
      tenant: 'south',
      name: 'jwt:somebody',
      grants: new Set(['wallets:read']),
      owners: [{ JUSPAY: ['c1'] }],
    });
  });

  test('comes behind the word Bearer, in any case, and behind nothing else', async () => {
    const { authenticate } = await opened();
    const token = issuer.token();
    for (const scheme of ['Bearer', 'bearer', 'BEARER', 'Bearer ']) {
      expect(await authenticate(`${scheme} ${token}`, () => undefined)).toMatchObject({ name: 'jwt:somebody' });
    }
    const others = [undefined, '', token, 'Bearer', 'Bearer ', `Basic ${token}`, `Token ${token}`, `Bearer${token}`];
    for (const other of [
      ...others,
      `Bearer ${token} ${token}`,
      `Bearer ${token},Bearer ${token}`,
      ` Bearer ${token}`,
    ]) {
      expect({ other, is: await authenticate(other, () => undefined) }).toEqual({ other, is: 'refused' });
    }
  });

  test('may be for several audiences', async () => {
    expect(await word(issuer.token({ aud: ['another', 'billfold'] }))).toBe('accepted');
  });

  test('is good for as long as its clock may be half a minute off', async () => {
    const found = {
      late: await word(issuer.token({ exp: seconds() - 29 })),
      tooLate: await word(issuer.token({ exp: seconds() - 30 })),
      early: await word(issuer.token({ nbf: seconds() + 30 })),
      tooEarly: await word(issuer.token({ nbf: seconds() + 31 })),
    };
    expect(found).toEqual({ late: 'accepted', tooLate: 'refused', early: 'accepted', tooEarly: 'refused' });
  });

  test('that was good is refused when its time is over, although it was verified before', async () => {
    const own = handClock();
    const { word: wordOf } = await authenticationWith(issuer.environment, { clock: own });
    const token = issuer.token({ exp: Math.floor(own.now() / 1000) + 60 });
    expect(await wordOf(token)).toBe('accepted');
    await own.pass(59_000);
    expect(await wordOf(token)).toBe('accepted');
    await own.pass(31_000);
    expect(await wordOf(token)).toBe('refused');
  });

  test('whose tenant comes and goes is accepted and refused with it', async () => {
    const tenants = new Set<string>();
    const { word: wordOf } = await opened({}, tenant => tenants.has(tenant));
    const token = issuer.tokenFor({ tenant: 'north' });
    expect(await wordOf(token)).toBe('refused');
    tenants.add('north');
    expect(await wordOf(token)).toBe('accepted');
    tenants.delete('north');
    expect(await wordOf(token)).toBe('refused');
  });
});

describe('A17 › a token is refused', () => {
  const stranger = newIssuer({ now: clock.now });
  const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const usual = () => ({ iss: 'https://issuer.example', aud: 'billfold', sub: 'eve', exp: seconds() + 600 });
  const hmac = (algorithm: string, key: string) => {
    const text = unsigned({ alg: algorithm, typ: 'JWT' }, usual());
    return `${text}.${createHmac(algorithm.replace('HS', 'sha'), key).update(text).digest('base64url')}`;
  };
  const altered = (part: number, change: (text: string) => string) =>
    issuer
      .token()
      .split('.')
      .map((text, index) => (index === part ? change(text) : text))
      .join('.');

  test.each<readonly [string, () => string]>([
    ['without a signature, as alg none', () => `${unsigned({ alg: 'none' }, usual())}.`],
    ['as alg none with a signature', () => issuer.token({}, { alg: 'none' })],
    ['as alg None', () => `${unsigned({ alg: 'None' }, usual())}.`],
    ['without an alg', () => issuer.token({}, { alg: undefined })],
    ['as HS256 of the public key', () => hmac('HS256', issuer.pem)],
    ['as HS256 of the public key without its last line end', () => hmac('HS256', issuer.pem.trim())],
    ['as HS512 of nothing', () => hmac('HS512', '')],
    ['as another algorithm than the key has', () => issuer.token({}, { alg: 'RS256' })],
    ['signed by somebody else', () => stranger.token()],
    ['with an embedded key', () => stranger.token({}, { jwk: stranger.jwk })],
    ['with other claims than were signed', () => altered(1, () => base64({ ...usual(), sub: 'root' }))],
    ['with another header than was signed', () => altered(0, () => base64({ alg: 'ES256', kid: 'x' }))],
    ['with half a signature', () => altered(2, text => text.slice(0, 40))],
    ['with an empty signature', () => altered(2, () => '')],
    ['with a signature of zeros', () => altered(2, () => Buffer.alloc(64).toString('base64url'))],
    ['of two parts', () => issuer.token().split('.').slice(0, 2).join('.')],
    ['of five parts', () => `${issuer.token()}.a.b`],
    ['whose header is no JSON', () => `bm90IGpzb24.${issuer.token().split('.').slice(1).join('.')}`],
    ['of another issuer', () => issuer.token({ iss: 'https://other.example' })],
    ['of the issuer with a slash', () => issuer.token({ iss: 'https://issuer.example/' })],
    ['of a list of issuers', () => issuer.token({ iss: ['https://issuer.example'] })],
    ['of no issuer', () => issuer.token({ iss: undefined })],
    ['for another audience', () => issuer.token({ aud: 'another' })],
    ['for no audience', () => issuer.token({ aud: undefined })],
    ['for an empty list of audiences', () => issuer.token({ aud: [] })],
    ['that is expired', () => issuer.token({ exp: seconds() - 3_600 })],
    ['that never expires', () => issuer.token({ exp: undefined })],
    ['that expires in words', () => issuer.token({ exp: 'tomorrow' })],
    ['that expires never, as null', () => issuer.token({ exp: null })],
    ['that is not good yet', () => issuer.token({ nbf: seconds() + 3_600 })],
    ['of nobody', () => issuer.token({ sub: undefined })],
    ['of an empty subject', () => issuer.token({ sub: '' })],
    ['of a subject that is a number', () => issuer.token({ sub: 7 })],
    ['with a critical extension', () => issuer.token({}, { crit: ['urgent'], urgent: true })],
    ['with a payload that is not encoded', () => issuer.token({}, { crit: ['b64'], b64: false })],
    ['longer than any', () => issuer.token({ padding: 'x'.repeat(8_192) })],
  ])('%s', async (_what, token) => {
    expect(await word(issuer.token())).toBe('accepted');
    expect(await word(token())).toBe('refused');
  });

  test.each([
    ['an empty tenant', { tenant: '' }],
    ['a blank tenant', { tenant: ' ' }],
    ['no tenant, as null', { tenant: null }],
    ['a list of tenants', { tenant: ['north'] }],
    ['permissions that are a number', { scope: 7 }],
    ['permissions among other things', { scope: ['wallets:read', 7] }],
    ['owners that are null', { owners: null }],
    ['owners that are a text', { owners: '*' }],
    ['owners that are a list', { owners: [] }],
    ['an unknown provider', { owners: { moov: '*', paypal: '*' } }],
    ['a provider in capitals', { owners: { MOOV: '*' } }],
    ['a provider named as a member of every object', { owners: JSON.parse('{"__proto__":"*"}') as object }],
    ['one owner that is no list', { owners: { moov: 'one' } }],
    ['an owner that is a number', { owners: { moov: [7] } }],
    ['an owner without a name', { owners: { moov: [''] } }],
    ['owners that are null at one provider', { owners: { moov: null } }],
    ['a wild card in a list of lists', { owners: { moov: [['*']] } }],
  ])('with %s, and never taken for one that narrows nothing', async (_what, claims) => {
    expect(await word(issuer.token(claims))).toBe('refused');
  });
});

describe('every algorithm that is allowed', () => {
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const ed25519 = generateKeyPairSync('ed25519');
  const curve = (namedCurve: string) => generateKeyPairSync('ec', { namedCurve });
  type Pair = { readonly privateKey: KeyObject; readonly publicKey: KeyObject };

  /** A token that is signed by that key and says so; `of` is who would have issued it otherwise. */
  function tokenOf({ privateKey }: Pair, algorithm: string, of: Issuer): string {
    const [, payload = ''] = of.token().split('.');
    const text = `${Buffer.from(JSON.stringify({ alg: algorithm })).toString('base64url')}.${payload}`;
    const hash = /S\d{3}$/.test(algorithm) ? `sha${algorithm.slice(2)}` : null;
    const padding = algorithm.startsWith('PS') ? { padding: 6, saltLength: Number(algorithm.slice(2)) / 8 } : {};
    const key = { key: privateKey, dsaEncoding: 'ieee-p1363', ...padding } as const;
    return `${text}.${sign(hash, Buffer.from(text), key).toString('base64url')}`;
  }

  test.each<readonly [string, Pair]>([
    ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'].map(name => [name, rsa] as const),
    ['ES256', curve('P-256')],
    ['ES384', curve('P-384')],
    ['ES512', curve('P-521')],
    ['EdDSA', ed25519],
    ['Ed25519', ed25519],
  ])('%s › is accepted', async (algorithm, pair) => {
    const pem = pair.publicKey.export({ type: 'spki', format: 'pem' }).toString();
    const { word: wordOf } = await opened({ AUTH_PUBLIC_KEY: pem.replaceAll('\n', '\\n') });
    expect(await wordOf(tokenOf(pair, algorithm, issuer))).toBe('accepted');
    expect(await wordOf(tokenOf(pair, algorithm, issuer).replace(/.{8}$/, 'AAAAAAAA'))).toBe('refused');
  });
});

describe('tokens that were verified', () => {
  test('are ten thousand at most: the oldest goes', () => {
    const tokens = new VerifiedTokens();
    for (let index = 0; index < 10_005; index += 1) tokens.keep(`token ${index}`, anybody, 1_000);
    expect(tokens.size).toBe(10_000);
    expect(tokens.find('token 4', 0)).toBeNull();
    expect(tokens.find('token 5', 0)).toBe(anybody);
    expect(tokens.find('token 10004', 999)).toBe(anybody);
  });

  test('are forgotten when their time is over', () => {
    const tokens = new VerifiedTokens();
    tokens.keep('token', anybody, 1_000);
    expect(tokens.find('token', 1_000)).toBeNull();
    expect(tokens.size).toBe(0);
  });
});
