import { hkdfSync } from 'node:crypto';
import { Keyv, KeyvBridgeAdapter } from 'keyv';
import type { Clock } from '../core/clock.js';
import type { Events } from '../core/events.js';
import { openSeals } from '../core/seals.js';
import type { RedisServer } from '../core/settings.js';
import { Redis } from '../redis/connection.js';
import { Outages } from '../redis/outages.js';
import { SealedEntries } from './sealed-entries.js';

export interface CacheOptions {
  /** Null for a cache in this process's memory. */
  readonly server: RedisServer | null;
  /** The first for what is new. Gateways share what they keep if they have the first one in common. */
  readonly storeKeys: readonly Buffer[];
  /** How long anything is kept. */
  readonly ttlMs: number;
  readonly events: Events;
  readonly clock: Clock;
}

export interface Cache {
  /** Never throws, and never waits for long: what is not there, or cannot be had, is undefined. */
  readonly entries: Keyv;
  /** To be called now and then. */
  tidy(): Promise<void>;
  /** At once, whatever Redis does. */
  close(): Promise<void>;
}

/** A read that takes longer than this had better ask the provider. */
const patienceMs = 100;

/** A cache that holds entries for a moment. It does not wait for its server: until that is there, nothing is found. */
export async function openCache({ server, storeKeys, ttlMs, events, clock }: CacheOptions): Promise<Cache> {
  const outages = new Outages(change => events.emit('cacheChanged', change));
  const entries =
    server === null
      ? new Keyv({ store: new Map(), ttl: ttlMs, serialization: false }) // what is kept is text as it is
      : new Keyv({
          store: new KeyvBridgeAdapter(
            new SealedEntries({
              redis: await Redis.open({ server, outages, clock, patienceMs }),
              seals: openSeals(storeKeys.map(cacheKeyFrom)),
              ttlMs,
            }),
          ),
          ttl: ttlMs,
        });
  entries.on('error', (error: unknown) => events.emit('broken', { request: null, doing: 'cache', error }));
  return {
    entries,
    async tidy() {
      // What is too old to be read is dropped by Redis, but not by a Map.
      if (server === null) await entries.clear();
    },
    close: () => entries.disconnect(),
  };
}

/** A key of its own: a cache seals so often that its random nonces must not be used up at the journal's expense. */
function cacheKeyFrom(storeKey: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', storeKey, '', 'billfold cache', 32));
}
