import 'reflect-metadata';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { changeKeyFile, freshKeyText, type WrittenKey } from '../../src/auth/key-file.js';
import { post } from '../support/http.js';
import { cleanUp, runProgram, startGatewayProcess, temporaryFolder, type Ended } from '../support/process.js';
import { eventually, handClock } from '../support/time.js';
import { authenticationWith } from './authentication.js';

/** Callers by keys of our own: the keys, the file that they are in, and the program that makes and revokes them. */

/** Several processes one after the other, on a machine that has other things to do. */
const slowestMs = 120_000;

afterAll(cleanUp);

let folder: string;
let file: string;
beforeEach(() => {
  folder = temporaryFolder();
  file = join(folder, 'keys.json');
});

interface MadeKey {
  readonly text: string;
  readonly written: WrittenKey;
}

function newKey(parts: Partial<WrittenKey> = {}): MadeKey {
  const { id, text, sha256 } = freshKeyText();
  const usual = { tenant: 'default', name: 'a test', grants: ['wallets:read'], owners: null, expires: null };
  return { text, written: { id, sha256, ...usual, created: '2026-01-01T00:00:00Z', ...parts } };
}

const write = (...keys: readonly MadeKey[]) => changeKeyFile(file, () => keys.map(({ written }) => written));
const opened = (clock = handClock()) => authenticationWith({ AUTH: 'api-key', API_KEYS_FILE: file }, { clock });

describe('a key', () => {
  test('tells the tenant, the name, the permissions and the owners', async () => {
    const wide = newKey();
    const narrow = newKey({ tenant: 'north', grants: ['wallets:create:moov'], owners: { moov: ['one'], juspay: '*' } });
    await write(wide, narrow);
    const { of } = await opened();
    expect(await of(wide.text)).toEqual({
      tenant: 'default',
      name: `key:${wide.written.id}`,
      grants: new Set(['wallets:read']),
      owners: [],
    });
    expect(await of(narrow.text)).toEqual({
      tenant: 'north',
      name: `key:${narrow.written.id}`,
      grants: new Set(['wallets:create:moov']),
      owners: [{ MOOV: ['one'], JUSPAY: '*' }],
    });
  });

  test('is never the same, and looks so that scanners know it', () => {
    const texts = Array.from({ length: 100 }, () => freshKeyText().text);
    expect(new Set(texts).size).toBe(100);
    expect(texts.filter(text => !/^bf_[0-9a-f]{12}_[0-9a-f]{64}$/.test(text))).toEqual([]);
  });

  test('is refused until its tenant is there', async () => {
    const key = newKey({ tenant: 'north' });
    await write(key);
    const environment = { AUTH: 'api-key', API_KEYS_FILE: file };
    expect(await (await authenticationWith(environment, { hasTenant: () => false })).word(key.text)).toBe('refused');
  });

  test('is refused from the moment at which it expires', async () => {
    const clock = handClock('2026-01-01T00:00:00Z');
    const key = newKey({ expires: '2026-01-01T01:00:00Z' });
    await write(key);
    const { word } = await opened(clock);
    await clock.pass(3_599_999);
    expect(await word(key.text)).toBe('accepted');
    await clock.pass(1);
    expect(await word(key.text)).toBe('refused');
  });

  test('that differs anywhere is refused', async () => {
    const [key, other] = [newKey(), newKey()];
    await write(key, other);
    const { word, authenticate } = await opened();
    const flipped = (text: string, at: number) =>
      `${text.slice(0, at)}${text[at] === '0' ? '1' : '0'}${text.slice(at + 1)}`;
    const secretOf = ({ text }: MadeKey) => text.split('_')[2] ?? '';
    const refused = [
      ...Array.from({ length: key.text.length }, (_, at) => flipped(key.text, at)),
      `bf_${key.written.id}_${secretOf(other)}`,
      `bf_${key.written.id}_${key.written.sha256}`,
      `bf_${key.written.id}_`,
      `bf_${key.written.id}`,
      secretOf(key),
      key.written.sha256,
      key.text.toUpperCase(),
      `${key.text}0`,
      `${key.text}=`,
      'bf_constructor_x',
    ];
    for (const text of refused) expect({ text, is: await word(text) }).toEqual({ text, is: 'refused' });
    for (const header of [undefined, '', key.text, `Basic ${key.text}`]) {
      expect(await authenticate(header, () => undefined)).toBe('refused');
    }
    expect(await word(key.text)).toBe('accepted');
  });
});

describe('the file', () => {
  test('is looked at once a second: what was revoked is refused, what is new accepted', async () => {
    const clock = handClock();
    const [old, next] = [newKey(), newKey()];
    await write(old);
    const { word } = await opened(clock);
    expect(await word(old.text)).toBe('accepted');
    await write(next);
    await clock.pass(999);
    expect([await word(old.text), await word(next.text)]).toEqual(['accepted', 'refused']);
    await clock.pass(1);
    const all = [old, next, old, next].map(({ text }) => word(text)); // all at once: none sees the former keys
    expect(await Promise.all(all)).toEqual(['refused', 'accepted', 'refused', 'accepted']);
  });

  test('is looked at sooner where somebody says so', async () => {
    const key = newKey();
    await write(key);
    const { word, reload, facts } = await opened();
    await write();
    reload();
    expect(await word(key.text)).toBe('refused');
    expect(facts).toEqual([
      { fact: 'apiKeysRead', keys: 1 },
      { fact: 'apiKeysRead', keys: 0 },
    ]);
  });

  test('that cannot be used any more leaves the former keys, says so once, and is used again when it can be', async () => {
    const clock = handClock();
    const [key, next] = [newKey(), newKey()];
    await write(key);
    const { word, facts } = await opened(clock);
    const broken = { fact: 'apiKeysUnusable', reason: 'it is not as expected at its beginning' };
    writeFileSync(file, '{"keys": [');
    for (let times = 0; times < 3; times += 1) {
      await clock.pass(1_000);
      expect(await word(key.text)).toBe('accepted');
    }
    expect(facts.slice(1)).toEqual([broken]);
    rmSync(file);
    await clock.pass(1_000);
    expect(await word(key.text)).toBe('accepted');
    expect(facts.slice(2)).toEqual([{ fact: 'apiKeysUnusable', reason: 'ENOENT' }]);
    await write(next);
    await clock.pass(1_000);
    expect([await word(key.text), await word(next.text)]).toEqual(['refused', 'accepted']);
    expect(facts.slice(3)).toEqual([{ fact: 'apiKeysRead', keys: 1 }]);
  });

  test('must be there at the start', async () => {
    await expect(opened()).rejects.toThrow(
      `API_KEYS_FILE (${file}) is not there: \`npm run keys -- create\` makes it.`,
    );
  });

  const good = newKey().written;
  test.each<readonly [string, unknown]>([
    ['a list', []],
    ['something with other members', { keys: [], more: 1 }],
    ['a key with other members', { keys: [{ ...good, secret: 'x' }] }],
    ['a key without a digest', { keys: [{ ...good, sha256: '' }] }],
    ['a key with an unknown permission', { keys: [{ ...good, grants: ['wallets:fly'] }] }],
    ['a key with an unknown provider', { keys: [{ ...good, owners: { paypal: '*' } }] }],
    ['a key with owners that are no list', { keys: [{ ...good, owners: { moov: 'one' } }] }],
    ['a key without a tenant', { keys: [{ ...good, tenant: '' }] }],
    ['a key that expires in words', { keys: [{ ...good, expires: 'soon' }] }],
    ['two keys of one id', { keys: [good, good] }],
  ])('is refused as %s, and not quoted', async (_what, value) => {
    writeFileSync(file, JSON.stringify(value));
    const problem = await opened().catch((error: unknown) => error);
    expect(String(problem)).toMatch(/API_KEYS_FILE \(.+\) cannot be used: it is not as expected at [\w.]+/);
    expect(String(problem)).not.toContain(good.sha256);
  });

  test('is replaced whole, is for its owner alone, and is changed by one at a time', async () => {
    await write(newKey());
    chmodSync(file, 0o644);
    await Promise.allSettled(Array.from({ length: 20 }, () => changeKeyFile(file, all => [...all, newKey().written])));
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['keys.json']);

    const mistaken = changeKeyFile(file, () => {
      throw new Error('There is no such key.');
    });
    await expect(mistaken).rejects.toThrow('There is no such key.');
    expect(readdirSync(folder)).toEqual(['keys.json']);
    writeFileSync(`${file}.new`, 'of somebody else');
    await expect(write()).rejects.toThrow('Somebody is changing the keys just now');
    expect(readFileSync(`${file}.new`, 'utf8')).toBe('of somebody else');
  });
});

describe('npm run keys', () => {
  const keys = (...given: readonly string[]): Promise<Ended> =>
    runProgram('ops.js', { folder, given: ['keys', ...given] }).ended;
  const create = async (...given: readonly string[]) => {
    const { code, stdout, stderr } = await keys('create', '--name', 'a shop', ...given);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const [text = ''] = stdout.split('\n');
    expect(text).toMatch(/^bf_[0-9a-f]{12}_[0-9a-f]{64}$/);
    return { text, id: text.split('_')[1] ?? '' };
  };
  const query = '{ __typename }';

  test(
    'makes a key that works in a running gateway within a second, shows it once, and revokes it within a second',
    async () => {
      const first = await create('--grant', 'wallets:read');
      const gateway = await startGatewayProcess({ folder, environment: { AUTH: 'api-key', LOG_LEVEL: 'trace' } });
      const statusOf = async (text: string) =>
        (await post(gateway.url, { query }, { authorization: `Bearer ${text}` })).status;
      expect(await statusOf(first.text)).toBe(200);
      const wish =
        '--tenant default --grant wallets:create:moov --grant wallets:read --expires 90d --owner moov=one --owner moov=two --owner juspay=*';
      const second = await create(...wish.split(' '));
      await eventually(async () => (await statusOf(second.text)) === 200);

      const list = await keys('list');
      expect(list.stdout).toMatch(
        new RegExp(
          `^${first.id} {2}default {2}"a shop" {2}until revoked {2}wallets:read\n${second.id} {2}default {2}"a shop" {2}until 20\\S+Z {2}wallets:create:moov wallets:read {2}for \\{"moov":\\["one","two"\\],"juspay":"\\*"\\}\n$`,
        ),
      );
      const kept = readFileSync(join(folder, 'data/api-keys.json'), 'utf8');
      for (const { text } of [first, second]) {
        const [, , secret = ''] = text.split('_');
        expect(`${list.stdout}${kept}`).not.toContain(secret);
      }
      for (const digest of kept.match(/[0-9a-f]{64}/g) ?? []) expect(list.stdout).not.toContain(digest);

      expect(await keys('revoke', first.id)).toMatchObject({ code: 0, stdout: `${first.id} is revoked.\n` });
      await eventually(async () => (await statusOf(first.text)) === 401);
      expect(await statusOf(second.text)).toBe(200);

      // What is no key file any more is said on SIGHUP, and a gateway that was told so goes on.
      writeFileSync(join(folder, 'data/api-keys.json'), 'no keys');
      gateway.child.kill('SIGHUP');
      const said = 'the file of API keys cannot be read: the former keys go on';
      await eventually(() => gateway.lines().some(({ msg }) => msg === said));
      expect(await statusOf(second.text)).toBe(200);

      const { stdout, stderr } = await gateway.stop();
      for (const { text } of [first, second]) {
        const [, , secret = ''] = text.split('_');
        expect(`${stdout}${stderr}`).not.toContain(secret);
      }
      for (const digest of kept.match(/[0-9a-f]{64}/g) ?? []) expect(stdout).not.toContain(digest);
    },
    slowestMs,
  );

  test.each([
    [['--grant', 'wallets:fly'], 'There is no permission "wallets:fly". There are: wallets:read, wallets:create,'],
    [['--grant', 'wallets:read:paypal'], 'There is no permission "wallets:read:paypal".'],
    [
      ['--grant', 'wallets:read', '--owner', 'paypal=one'],
      'There is no provider "paypal" (--owner). There are: pingone,',
    ],
    [['--grant', 'wallets:read', '--owner', 'moov'], '--owner looks like moov=<id>, or moov=* for all.'],
    [['--grant', 'wallets:read', '--expires', 'soon'], '--expires looks like 90d (s, m, h or d).'],
    [['--grant', 'wallets:read', '--expires', '0d'], '--expires looks like 90d (s, m, h or d).'],
    [['--grant', 'wallets:read', '--tenant', '../north'], 'No tenant has a name like that (--tenant).'],
    [['--grant', 'wallets:read', '--name', 'a\nb'], '--name is up to 64 letters'],
  ])('%j is refused in a sentence, and makes nothing', async (given, sentence) => {
    const { code, stdout, stderr } = await keys('create', '--name', 'a shop', ...given);
    expect({ code, stdout, stderr }).toEqual({ code: 1, stdout: '', stderr: expect.stringContaining(sentence) });
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });

  test(
    'what is not understood is answered with why, and with what would be',
    async () => {
      const cases: readonly (readonly [given: readonly string[], why: string])[] = [
        [[], 'Say what is to be done with keys: create, list or revoke.'],
        [['creat', '--name', 'x'], 'Keys cannot be told to "creat": there are create, list and revoke.'],
        [['create'], '--name is missing: for whom the key is.'],
        [['create', '--name', 'x'], '--grant is missing: what the key permits, such as wallets:read.'],
        [['create', '--nam', 'x'], "Unknown option '--nam'"],
        [['list', 'x'], 'list takes nothing.'],
        [['revoke'], 'revoke takes the id of one key.'],
      ];
      for (const [given, why] of cases) {
        const { code, stderr } = await keys(...given);
        expect({ given, code, stderr }).toEqual({
          given,
          code: 2,
          stderr: expect.stringContaining('\nnpm run keys -- create'),
        });
        expect(stderr.split('\n')[0]).toContain(why);
      }
    },
    slowestMs,
  );

  test('a folder in which nothing can be made is said to be that of API_KEYS_FILE', async () => {
    writeFileSync(join(folder, 'data'), 'no folder');
    expect(await keys('create', '--name', 'x', '--grant', 'wallets:read')).toMatchObject({
      code: 1,
      stderr: 'API_KEYS_FILE (data/api-keys.json) cannot be used: its folder cannot be made (EEXIST).\n',
    });
  });

  test(
    'without a file, and without such a key, it says so',
    async () => {
      expect(await keys('list')).toMatchObject({ code: 1, stderr: expect.stringContaining('is not there') });
      mkdirSync(join(folder, 'data'));
      writeFileSync(join(folder, 'data/api-keys.json'), '{"keys":[]}');
      expect(await keys('list')).toMatchObject({ code: 0, stdout: 'There are no keys.\n' });
      expect(await keys('revoke', 'abc')).toMatchObject({
        code: 1,
        stderr: expect.stringContaining('There is no such key'),
      });
    },
    slowestMs,
  );
});
