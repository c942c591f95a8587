import type { Keyv } from 'keyv';
import type { Clock } from '../core/clock.js';
import { decode, encode } from '../core/codec.js';

/** What was read from providers, for some seconds. Nothing that holds a secret is put into it. */
export interface ReadCache {
  /** Undefined where it is not kept. */
  get(key: string): Promise<unknown>;
  /** Keeps what was asked for at `askedAt`, on the monotonic clock, unless it was dropped since then. */
  keep(key: string, value: unknown, askedAt: number): Promise<void>;
  /** For what has changed: also an older answer that is still on its way is not kept. */
  drop(keys: readonly string[]): Promise<void>;
}

/** Longer than any read takes. */
const rememberedMs = 300_000;

export function openReadCache(keyv: Keyv, clock: Clock): ReadCache {
  /** When each key was dropped, the oldest first. */
  const dropped = new Map<string, number>();

  return {
    async get(key) {
      const kept = await keyv.get<string>(key);
      return kept === undefined ? undefined : decode(kept);
    },
    async keep(key, value, askedAt) {
      const droppedAt = dropped.get(key) ?? Number.NEGATIVE_INFINITY;
      if (droppedAt < askedAt) await keyv.set(key, encode(value));
    },
    async drop(keys) {
      const now = clock.monotonic();
      for (const [key, at] of dropped) {
        if (now - at < rememberedMs) break;
        dropped.delete(key);
      }
      for (const key of keys) {
        dropped.delete(key);
        dropped.set(key, now);
      }
      await keyv.deleteMany([...keys]);
    },
  };
}
