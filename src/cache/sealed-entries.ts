import type { KeyvBridgeStore } from 'keyv';
import type { Seals } from '../core/seals.js';
import type { Redis } from '../redis/connection.js';

/** Stands before every key, for whoever shares the Redis or its list of permissions. */
const prefix = 'billfold:';

export interface SealedEntriesParts {
  readonly redis: Redis;
  readonly seals: Seals;
  /** The longest that anything is kept. */
  readonly ttlMs: number;
}

/**
 * Entries as they lie in Redis: under a keyed digest of their key, sealed for that place. Nobody can read there which
 * wallet or what of it; nobody else's writing, and no entry moved to another key, is taken for one. Keyv's own deadline
 * is sealed within, so that an entry which Redis kept for too long, or was given again, is a miss.
 *
 * Keyv's bridge makes a whole store of these four. What fails here is a miss, never an error.
 */
export class SealedEntries implements KeyvBridgeStore {
  readonly #redis: Redis;
  readonly #seals: Seals;
  readonly #ttlMs: number;

  constructor({ redis, seals, ttlMs }: SealedEntriesParts) {
    this.#redis = redis;
    this.#seals = seals;
    this.#ttlMs = ttlMs;
  }

  async get(key: string): Promise<unknown> {
    const [place] = this.#places(key);
    const sealed = await this.#redis.ask('read', client => client.get(place));
    if (sealed == null) return undefined;
    try {
      return this.#seals.open(this.#seals.keyIds[0], place, 'entry', sealed);
    } catch {
      return undefined; // somebody else wrote it
    }
  }

  async set(key: string, value: unknown, ttlMs = this.#ttlMs): Promise<boolean> {
    const [place] = this.#places(key);
    const sealed = this.#seals.seal(this.#seals.keyIds[0], place, 'entry', value);
    const expiration = { type: 'PX', value: Math.ceil(Math.min(ttlMs, this.#ttlMs)) } as const;
    return (await this.#redis.ask('write', client => client.set(place, sealed, { expiration }))) !== undefined;
  }

  /** Under all store keys: a gateway that was not restarted since the keys changed still reads by a former first one. */
  async delete(key: string): Promise<boolean> {
    const removed = await this.#redis.ask('remove', client => client.unlink(this.#places(key)));
    return removed !== undefined && removed > 0;
  }

  /** By prefix, for the Redis may hold more than this. */
  async clear(cursor = '0'): Promise<void> {
    const page = await this.#redis.ask('remove', client => client.scan(cursor, { MATCH: `${prefix}*`, COUNT: 500 }));
    if (page === undefined) return;
    const { keys } = page;
    if (keys.length > 0) await this.#redis.ask('remove', client => client.unlink(keys));
    if (String(page.cursor) !== '0') await this.clear(String(page.cursor));
  }

  async disconnect(): Promise<void> {
    this.#redis.close();
  }

  /** Where an entry lies under the first store key, at which alone it is looked for, and where under each other one. */
  #places(key: string): [string, ...string[]] {
    const [first = '', ...others] = this.#seals
      .hashes('entry', key)
      .map(digest => `${prefix}${digest.toString('hex')}`);
    return [first, ...others];
  }
}
