import { hkdfSync } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible';
import { within, type Clock } from '../core/clock.js';
import type { Events } from '../core/events.js';
import { unlimited, type Limiter } from '../core/limiter.js';
import { openSeals } from '../core/seals.js';
import type { RedisServer } from '../core/settings.js';
import { Redis } from '../redis/connection.js';
import { Outages } from '../redis/outages.js';
import { CountAway, counted } from './counted.js';

export interface LimiterOptions {
  /** 0 for no limit. */
  readonly perMinute: number;
  /** Null for a count of this process alone. */
  readonly server: RedisServer | null;
  /** The first for what is new. Gateways count together if they have the first one in common. */
  readonly storeKeys: readonly Buffer[];
  readonly events: Events;
  readonly clock: Clock;
}

export interface OpenLimiter extends Limiter {
  close(): void;
}

const minuteSeconds = 60;
/** A create waits for its count no longer than this. */
const patienceMs = 1_000;
/** The first connection is waited for, within bounds: a gateway that has just begun should not refuse what it may do. */
const startMs = 1_000;
/** Stands before every key, beside those of the cache. */
const prefix = 'billfold:creates';

export async function openLimiter({
  perMinute,
  server,
  storeKeys,
  events,
  clock,
}: LimiterOptions): Promise<OpenLimiter> {
  if (perMinute === 0) return { ...unlimited, close: () => undefined };
  const bounds = { points: perMinute, duration: minuteSeconds, keyPrefix: prefix };
  const seals = openSeals(storeKeys.map(limiterKeyFrom));
  /** Who it is cannot be read there, nor found by trying names. */
  const nameOf = (tenant: string, name: string): string =>
    seals.hashes('caller', tenant, name)[0]?.toString('hex') ?? '';
  if (server === null) {
    return { ...counted({ counter: new RateLimiterMemory(bounds), nameOf, perMinute, clock }), close: () => undefined };
  }

  const outages = new Outages(change => events.emit('limiterChanged', change));
  const redis = await Redis.open({ server, outages, clock, patienceMs });
  await within(clock, startMs, redis.tried, () => undefined);
  const storeClient = {
    async eval(script: string, given: { readonly keys: string[]; readonly arguments: string[] }): Promise<unknown> {
      const reply = await redis.ask('count', client => client.eval(script, given));
      if (reply === undefined) throw new CountAway();
      return reply;
    },
  };
  const counter = new RateLimiterRedis({ ...bounds, storeClient, useRedisPackage: true });
  return { ...counted({ counter, nameOf, perMinute, clock }), close: () => redis.close() };
}

/** A key of its own, as the cache has: what one of them is used for tells nothing to who breaks another. */
function limiterKeyFrom(storeKey: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', storeKey, '', 'billfold limiter', 32));
}
