import type { Keyv } from 'keyv';
import type { Clock } from '../core/clock.js';
import { decode, encode } from '../core/codec.js';

/** What was read from providers, for some seconds. Nothing that holds a secret is put into it. */
export interface ReadCache {
  /** Undefined where it is not kept. */
  get(key: string): Promise<unknown>;
  /** One for each key, in the same order. */
  getAll(keys: readonly string[]): Promise<readonly unknown[]>;
  /** Keeps what was asked for at `askedAt`, on the monotonic clock, unless it was dropped since then, or holds a secret. */
  keep(key: string, value: unknown, askedAt: number): Promise<void>;
  /** For what has changed. The keys are asked for where somebody may have read it. */
  drop(keys: () => readonly string[]): Promise<void>;
}

export interface ReadCacheOptions {
  readonly entries: Keyv;
  readonly clock: Clock;
  /** How long the entries are kept. */
  readonly ttlMs: number;
  /** Nothing is asked to be kept longer after it was asked for. */
  readonly longestReadMs: number;
  /** What is never put into it. */
  readonly holdsSecret: (value: unknown) => boolean;
  /** Other processes read the entries, too. */
  readonly isShared: boolean;
}

/** What is too old to matter is looked for so often. */
const forgetEveryMs = 1_000;

interface Drop {
  readonly at: number;
  /** Something newer was kept since. */
  isOver: boolean;
}

/**
 * The entries may lie far away, and their place be slow or gone; so this process remembers itself what it dropped. An
 * older answer that is still on its way is not kept, and an entry is not believed that may be older than the drop.
 */
export function openReadCache({
  entries,
  holdsSecret,
  clock,
  ttlMs,
  longestReadMs,
  isShared,
}: ReadCacheOptions): ReadCache {
  /** By key. */
  const drops = new Map<string, Drop>();
  const rememberedMs = longestReadMs + ttlMs;
  let forgotAt = Number.NEGATIVE_INFINITY;
  let readAt = clock.monotonic(); // as if it had been read just now: what is dropped next is not missed
  /** When something was dropped last that is not remembered: while nobody reads, nothing has to be. */
  let missedAt = Number.NEGATIVE_INFINITY;

  return {
    async get(key) {
      readAt = clock.monotonic();
      if (isDropped(key)) return undefined;
      const kept = await entries.get<string>(key);
      return kept === undefined ? undefined : decode(kept);
    },
    async getAll(keys) {
      readAt = clock.monotonic();
      const believed = keys.map(key => !isDropped(key));
      const kept = await entries.getMany<string>([...keys]);
      return keys.map((_key, at) => (believed[at] === true && kept[at] !== undefined ? decode(kept[at]) : undefined));
    },
    async keep(key, value, askedAt) {
      const drop = drops.get(key);
      if (askedAt <= missedAt || holdsSecret(value) || (drop !== undefined && drop.at >= askedAt)) return;
      if ((await entries.set(key, encode(value))) && drop !== undefined) drop.isOver = true;
    },
    async drop(keys) {
      const at = clock.monotonic();
      if (at - forgotAt >= forgetEveryMs) forgetBefore(at - rememberedMs);
      // Whatever was kept was looked for before it was asked for, so that all of it is over by now.
      if (!isShared && at - readAt > rememberedMs) {
        missedAt = at;
        return;
      }
      const dropped = keys();
      // In its former place: a Map that loses one key again and again gets slow at finding it.
      for (const key of dropped) drops.set(key, { at, isOver: false });
      if (isShared) await entries.deleteMany([...dropped]); // here, it is not believed until it is too old anyway
    },
  };

  function isDropped(key: string): boolean {
    const drop = drops.get(key);
    return drop?.isOver === false && clock.monotonic() - drop.at <= ttlMs;
  }

  function forgetBefore(moment: number): void {
    forgotAt = clock.monotonic();
    for (const [key, drop] of drops) if (drop.at < moment) drops.delete(key);
  }
}
