import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
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
  readonly hash: KeyObject;
}

/** Each store key is 32 bytes; from it come separate keys for seals and hashes, and a name that tells nothing of it. */
export function openSeals(storeKeys: readonly Buffer[]): Seals {
  const keys = storeKeys.map(derived);
  const [first, ...others] = keys;
  if (first === undefined) throw new Error('There is no store key.');
  const keyNamed = (id: string): DerivedKeys => {
    const key = keys.find(candidate => candidate.id === id);
    if (key === undefined) throw new Error('The store key that made this row is not among those given.');
    return key;
  };

  return {
    keyIds: [first.id, ...others.map(({ id }) => id)],
    hashes: (purpose, ...parts) =>
      keys.map(({ hash }) =>
        createHmac('sha256', hash)
          .update([purpose, ...parts].join('\0'))
          .digest(),
      ),
    seal(keyId, row, member, value) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', keyNamed(keyId).seal, nonce).setAAD(Buffer.from(`${row}/${member}`));
      return Buffer.concat([nonce, cipher.update(encode(value), 'utf8'), cipher.final(), cipher.getAuthTag()]);
    },
    open(keyId, row, member, sealed) {
      const cipher = createDecipheriv('aes-256-gcm', keyNamed(keyId).seal, sealed.subarray(0, 12), {
        authTagLength: 16,
      })
        .setAAD(Buffer.from(`${row}/${member}`))
        .setAuthTag(sealed.subarray(-16));
      return decode(Buffer.concat([cipher.update(sealed.subarray(12, -16)), cipher.final()]).toString('utf8'));
    },
  };
}

function derived(storeKey: Buffer): DerivedKeys {
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', storeKey, '', `billfold journal ${purpose}`, 32));
  return {
    id: derive('id').toString('hex').slice(0, 16),
    seal: createSecretKey(derive('seal')),
    hash: createSecretKey(derive('hash')),
  };
}

/** Stable for ever, whatever the store key: a provider may deduplicate by it. A UUID of version 8, 36 characters. */
export function providerKeyFrom(tenant: string, mutation: string, idempotencyKey: string): string {
  const digest = createHash('sha256').update(['billfold', tenant, mutation, idempotencyKey].join('\0')).digest();
  digest[6] = (digest.readUInt8(6) & 0x0f) | 0x80;
  digest[8] = (digest.readUInt8(8) & 0x3f) | 0x80;
  const hex = digest.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}

/**
 * Names a provider's wallet. The same under every store key, for two operations must never own one; the ids are
 * random.
 */
export function resourceFrom(tenant: string, provider: string, providerId: string): Buffer {
  return createHash('sha256')
    .update(['billfold resource', tenant, provider, providerId.toLowerCase()].join('\0'))
    .digest();
}
