import type { Keyv } from 'keyv';
import type { Clock } from '../core/clock.js';
import { decode, encode } from '../core/codec.js';

/** What was read from providers, for some seconds. Nothing that holds a secret is put into it. */
export interface ReadCache {
  /** Undefined where it is not kept. */
  get(key: string): Promise<unknown>;
  /** Keeps what was asked for at `askedAt`, on the monotonic clock, unless it was dropped since then. */
  keep(key: string, value: unknown, askedAt: number): Promise<void>;
  /** For what has changed. */
  drop(keys: readonly string[]): Promise<void>;
}

/** Longer than any read takes, and than anything is kept. */
const rememberedMs = 300_000;

interface Drop {
  readonly at: number;
  /** Something newer was kept since. */
  isOver: boolean;
}

/**
 * `ttlMs` is how long the store keeps things. It may be shared, slow or away, so that this process remembers itself what
 * it dropped: an older answer that is still on its way is not kept, and one that could not be removed is not believed.
 */
export function openReadCache(keyv: Keyv, clock: Clock, ttlMs: number): ReadCache {
  /** By key, the oldest first. */
  const drops = new Map<string, Drop>();

  return {
    async get(key) {
      const drop = drops.get(key);
      if (drop?.isOver === false && clock.monotonic() - drop.at <= ttlMs) return undefined;
      const kept = await keyv.get<string>(key);
      return kept === undefined ? undefined : decode(kept);
    },
    async keep(key, value, askedAt) {
      const drop = drops.get(key);
      if (drop !== undefined && drop.at >= askedAt) return;
      if ((await keyv.set(key, encode(value))) && drop !== undefined) drop.isOver = true;
    },
    async drop(keys) {
      const at = clock.monotonic();
      for (const [key, drop] of drops) {
        if (at - drop.at < rememberedMs) break;
        drops.delete(key);
      }
      for (const key of keys) {
        drops.delete(key);
        drops.set(key, { at, isOver: false });
      }
      await keyv.deleteMany([...keys]);
    },
  };
}
