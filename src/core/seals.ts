import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  hash,
  hkdfSync,
  randomFillSync,
  type KeyObject,
} from 'node:crypto';
import { decode, encode } from './codec.js';

/**
 * What the store keys are used for: seals over what a row says, and hashes by which rows are found. The first key makes
 * new ones; all of them read. Which key a row was made with stands in the row.
 */
export interface Seals {
  /**
   * Names the keys without telling them, the one first that makes new seals: kept in the store, so that one that is
   * missing is noticed.
   */
  readonly keyIds: readonly [string, ...string[]];
  /** Under the first key, then under each other one. */
  hashes(purpose: string, ...parts: readonly string[]): readonly Buffer[];
  /** A seal holds only for the row and member it was made for: rows cannot be passed off as each other. */
  seal(keyId: string, row: string, member: string, value: unknown): Buffer;
  open(keyId: string, row: string, member: string, sealed: Buffer): unknown;
}

interface DerivedKeys {
  readonly id: string;
  readonly seal: KeyObject;
  readonly hmac: (text: string) => Buffer;
}

const nonceBytes = 12;
const noncesAtOnce = 256;
const nonceAgeMs = 1_000;

/** Each store key is 32 bytes; from it come separate keys for seals and hashes, and a name that tells nothing of it. */
export function openSeals(storeKeys: readonly Buffer[]): Seals {
  const keys = storeKeys.map(derived);
  const [first, ...others] = keys;
  if (first === undefined) throw new Error('There is no store key.');
  const nextNonce = nonces();
  const keyNamed = (id: string): DerivedKeys => {
    const key = id === first.id ? first : others.find(candidate => candidate.id === id);
    if (key === undefined) throw new Error('The store key that made this row is not among those given.');
    return key;
  };

  return {
    keyIds: [first.id, ...others.map(({ id }) => id)],
    hashes(purpose, ...parts) {
      const text = `${purpose}\0${parts.join('\0')}`;
      return keys.map(({ hmac }) => hmac(text));
    },
    seal(keyId, row, member, value) {
      const nonce = nextNonce();
      const cipher = createCipheriv('aes-256-gcm', keyNamed(keyId).seal, nonce).setAAD(Buffer.from(`${row}/${member}`));
      const sealed = cipher.update(encode(value), 'utf8');
      cipher.final(); // in this mode it has no more text, but it makes the tag
      return Buffer.concat([nonce, sealed, cipher.getAuthTag()]);
    },
    open(keyId, row, member, sealed) {
      const cipher = createDecipheriv('aes-256-gcm', keyNamed(keyId).seal, sealed.subarray(0, nonceBytes), {
        authTagLength: 16,
      })
        .setAAD(Buffer.from(`${row}/${member}`))
        .setAuthTag(sealed.subarray(-16));
      const text = cipher.update(sealed.subarray(nonceBytes, -16));
      cipher.final(); // throws where it is not what was sealed
      return decode(text.toString('utf8'));
    },
  };
}

/**
 * Random, each given once. Asking for one at a time would cost as much as half of a seal. None is older than a second by the wall
 * clock: a process that goes on from a snapshot of its memory must not give those again that it has given since.
 */
function nonces(): () => Buffer {
  const pool = Buffer.alloc(noncesAtOnce * nonceBytes);
  let next = pool.length;
  let filledAt = 0;
  return () => {
    if (next === pool.length || Math.abs(Date.now() - filledAt) > nonceAgeMs) {
      randomFillSync(pool);
      next = 0;
      filledAt = Date.now();
    }
    return Buffer.from(pool.subarray(next, (next += nonceBytes)));
  };
}

function derived(storeKey: Buffer): DerivedKeys {
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', storeKey, '', `billfold journal ${purpose}`, 32));
  return {
    id: derive('id').toString('hex').slice(0, 16),
    seal: createSecretKey(derive('seal')),
    hmac: hmacWith(derive('hash')),
  };
}

/** HMAC-SHA-256 as RFC 2104 has it, of two hashes, each made at once: an `Hmac` of Node costs twice as much. */
function hmacWith(key: Buffer): (text: string) => Buffer {
  const masked = (mask: number) => Buffer.alloc(64).map((_zero, place) => (key[place] ?? 0) ^ mask);
  const inner = masked(0x36);
  const outer = Buffer.concat([masked(0x5c), Buffer.alloc(32)]);
  return text => {
    outer.write(hash('sha256', Buffer.concat([inner, Buffer.from(text)]), 'hex'), 64, 'hex');
    return Buffer.from(hash('sha256', outer, 'hex'), 'hex');
  };
}

/** Stable for ever, whatever the store key: a provider may deduplicate by it. A UUID of version 8, 36 characters. */
export function providerKeyFrom(tenant: string, mutation: string, idempotencyKey: string): string {
  const hex = hash('sha256', `billfold\0${tenant}\0${mutation}\0${idempotencyKey}`, 'hex');
  const variant = '89ab'.charAt(parseInt(hex.charAt(16), 16) & 3);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/**
 * Names a provider's wallet. The same under every store key, for two operations must never own one; the ids are
 * random.
 */
export function resourceFrom(tenant: string, provider: string, providerId: string): Buffer {
  return Buffer.from(
    hash('sha256', `billfold resource\0${tenant}\0${provider}\0${providerId.toLowerCase()}`, 'hex'),
    'hex',
  );
}
