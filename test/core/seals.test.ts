import { createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { newRowId, uuidPattern } from '../../src/core/ids.js';
import { openSeals, providerKeyFrom, resourceFrom } from '../../src/core/seals.js';

/** What stands in journals already, or at providers, must be made in the same way for ever. */

const parts = ['default', 'createMoovWallet', 'ключ 🔑', 'x'.repeat(5_000)];

test('hashes under a store key are HMAC-SHA-256', () => {
  const stores = [randomBytes(32), randomBytes(32)];
  const seals = openSeals(stores);
  for (const part of parts) {
    const made = stores.map(store =>
      createHmac('sha256', Buffer.from(hkdfSync('sha256', store, '', 'billfold journal hash', 32)))
        .update(`key\0default\0${part}`)
        .digest(),
    );
    expect(seals.hashes('key', 'default', part)).toEqual(made);
  }
});

test("a provider's key and a wallet's name are SHA-256, whatever the store key", () => {
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
  for (const part of parts) {
    const key = providerKeyFrom('default', 'createMoovWallet', part);
    const hex = sha256(`billfold\0default\0createMoovWallet\0${part}`);
    expect(key).toMatch(uuidPattern);
    const digits = key.replaceAll('-', '');
    expect([digits.slice(0, 12), digits.slice(13, 16), digits.slice(17)]).toEqual([
      hex.slice(0, 12),
      hex.slice(13, 16),
      hex.slice(17, 32),
    ]);
    expect(key).toMatch(/^.{14}8.{4}[89ab]/);
    expect(resourceFrom('default', 'MOOV', part).toString('hex')).toBe(
      sha256(`billfold resource\0default\0MOOV\0${part.toLowerCase()}`),
    );
  }
});

test('no nonce is given twice, and nothing opens that was changed', () => {
  const seals = openSeals([randomBytes(32)]);
  const [keyId] = seals.keyIds;
  const sealed = Array.from({ length: 2_000 }, () => seals.seal(keyId, 'row', 'result', { a: 1 }));
  expect(new Set(sealed.map(each => each.toString('hex', 0, 12))).size).toBe(sealed.length);
  for (const place of [0, 12, 20, 40]) {
    const [one] = sealed.splice(0, 1) as [Buffer];
    expect(seals.open(keyId, 'row', 'result', one)).toEqual({ a: 1 });
    const at = Math.min(place, one.length - 1);
    one.writeUInt8(one.readUInt8(at) ^ 1, at);
    expect(() => seals.open(keyId, 'row', 'result', one)).toThrow();
  }
});

test('ids of rows are UUIDs, and later ones come after former ones', async () => {
  const ids: string[] = [];
  for (let index = 0; index < 3; index += 1) {
    ids.push(...Array.from({ length: 300 }, newRowId).toSorted());
    await new Promise(resolve => setTimeout(resolve, 2));
  }
  for (const id of ids) expect(id).toMatch(uuidPattern);
  expect(new Set(ids).size).toBe(900);
  expect(ids[899]?.slice(0, 13) ?? '').not.toBe(ids[0]?.slice(0, 13));
  expect([ids[0], ids[300], ids[600]].toSorted()).toEqual([ids[0], ids[300], ids[600]]);
});
