import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { openCache, type Cache } from '../../src/cache/open.js';
import { systemClock, type Clock } from '../../src/core/clock.js';
import { Events, type Facts } from '../../src/core/events.js';
import { isRedisHere, startRedis, type TestRedis } from '../support/redis.js';
import { eventually } from '../support/time.js';

/** What lies in a real Redis, and what is made of it when somebody else wrote it, or when Redis hangs. */

/** Waits for ever: what Redis answers is never late, however slow the machine. */
const patient: Clock = { ...systemClock, after: () => () => undefined };

interface Opened extends Cache {
  readonly changes: Facts['cacheChanged'][];
  readonly broken: Facts['broken'][];
}

(isRedisHere ? describe : describe.skip)('entries in Redis', () => {
  const key = randomBytes(32);
  let redis: TestRedis;
  const opened: Opened[] = [];

  const server = () => ({
    host: '127.0.0.1',
    port: redis.port,
    isEncrypted: false,
    username: null,
    password: null,
    database: 0,
  });

  async function open({ storeKeys = [key], ttlMs = 60_000, clock = patient } = {}): Promise<Opened> {
    const events = new Events();
    const changes: Facts['cacheChanged'][] = [];
    const broken: Facts['broken'][] = [];
    events.on('cacheChanged', change => changes.push(change));
    events.on('broken', failed => broken.push(failed));
    const others = opened.length;
    const cache = { ...(await openCache({ server: server(), storeKeys, ttlMs, events, clock })), changes, broken };
    opened.push(cache);
    await redis.connected(others + 1);
    await eventually(async () => (await cache.entries.set('is there', 1)) === true);
    await cache.entries.delete('is there');
    return cache;
  }
  const keys = async () => (await redis.look.keys('*')).map(String);
  const onlyKey = async () => {
    const [found, ...others] = await keys();
    if (found === undefined || others.length > 0) throw new Error(`There are ${others.length} others.`);
    return found;
  };

  beforeAll(async () => {
    redis = await startRedis();
  });
  beforeEach(() => redis.look.flushAll());
  afterEach(async () => {
    redis.goOn();
    for (const cache of opened) expect(cache.broken).toEqual([]);
    await Promise.all(opened.splice(0).map(cache => cache.close()));
    await redis.alone();
  });
  afterAll(() => redis.cleanUp());

  test('are found by whoever has the same store key, and by nobody else', async () => {
    const [one, same, other] = [await open(), await open(), await open({ storeKeys: [randomBytes(32)] })];
    expect(await one.entries.set('wallet', 'a value')).toBe(true);
    expect(await same.entries.get('wallet')).toBe('a value');
    expect(await other.entries.get('wallet')).toBeUndefined();
  });

  test('are for a moment, as Redis knows too', async () => {
    const cache = await open({ ttlMs: 3_000 });
    await cache.entries.set('wallet', 'a value');
    await cache.entries.set('another', 'a value', 86_400_000);
    for (const place of await keys()) {
      const leftMs = await redis.look.pTTL(place);
      expect(leftMs).toBeLessThanOrEqual(3_000);
      expect(leftMs).not.toBe(-1); // for ever
    }
  });

  test('show neither what they are about nor what it is', async () => {
    const cache = await open();
    await cache.entries.set('one-tenant:TW9vdldhbGxldC8x', 'Payroll of Maria, 1234.56');
    const everything = await redis.everything();
    expect(await onlyKey()).toMatch(/^billfold:[0-9a-f]{64}$/);
    for (const word of ['tenant', 'TW9vdldhbGxldC8x', 'Payroll', 'Maria', '1234', 'expires'])
      expect(everything).not.toContain(word);
    await redis.look.set('plain', 'Payroll'); // what is there to be seen would be seen
    expect(await redis.everything()).toContain('Payroll');
  });

  test.each<[string, (sealed: Buffer) => Buffer | string]>([
    ['nothing', () => ''],
    ['a wallet in plain words', () => '{"value":"{\\"__typename\\":\\"MoovWallet\\"}"}'],
    ['random bytes', sealed => randomBytes(sealed.length)],
    ['a few random bytes', () => randomBytes(13)],
    ['one bit that was turned', sealed => Buffer.concat([sealed.subarray(0, -1), Buffer.of(sealed.at(-1)! ^ 1)])],
    ['what was cut off', sealed => sealed.subarray(0, -1)],
  ])('are misses where somebody wrote there: %s', async (_what, forge) => {
    const cache = await open();
    await cache.entries.set('wallet', 'a value');
    const place = await onlyKey();
    const sealed = await redis.look.get(place);
    await redis.look.set(place, forge(sealed ?? Buffer.alloc(0)));
    expect(await cache.entries.get('wallet')).toBeUndefined();
    await redis.look.set(place, sealed ?? '');
    expect(await cache.entries.get('wallet')).toBe('a value');
  });

  test('are misses where there is another kind of thing, and that is stated once', async () => {
    const cache = await open();
    await cache.entries.set('wallet', 'a value');
    const place = await onlyKey();
    await redis.look.del(place);
    await redis.look.lPush(place, 'a value');
    for (let times = 0; times < 3; times += 1) expect(await cache.entries.get('wallet')).toBeUndefined();
    expect(cache.changes).toEqual([{ doing: 'read', isWorking: false, reason: 'WRONGTYPE' }]);
  });

  test('are misses at another place than their own', async () => {
    const cache = await open();
    await cache.entries.set('mine', 'my wallet');
    const mine = await onlyKey();
    const sealed = await redis.look.getDel(mine);
    await cache.entries.set('yours', 'your wallet');
    await redis.look.set(await onlyKey(), sealed ?? '');
    expect(await cache.entries.get('yours')).toBeUndefined();
  });

  test('are misses when their time is over, though Redis has them still or again', async () => {
    const cache = await open({ ttlMs: 1_000 });
    let sealed: Buffer | null = null;
    let place = '';
    await eventually(async () => {
      await cache.entries.set('wallet', 'a value');
      place = (await keys())[0] ?? '';
      sealed = place === '' ? null : await redis.look.get(place);
      return sealed !== null;
    });
    await eventually(async () => (await redis.look.exists(place)) === 0);
    await eventually(async () => {
      await redis.look.set(place, sealed ?? '');
      return (await cache.entries.get('wallet')) === undefined; // its deadline may be a moment after Redis's
    });
    await redis.look.set(place, sealed ?? '');
    expect(await cache.entries.get('wallet')).toBeUndefined();
  });

  test('are misses or hits after the store keys changed, and can be removed by those who know the former', async () => {
    const former = await open();
    const next = await open({ storeKeys: [randomBytes(32), key] });
    await former.entries.set('wallet', 'a value');
    expect(await next.entries.get('wallet')).toBeUndefined();
    await next.entries.delete('wallet');
    expect(await former.entries.get('wallet')).toBeUndefined();
  });

  test('are cleared without what else is in that Redis', async () => {
    const cache = await open();
    await Promise.all(Array.from({ length: 700 }, (_none, index) => cache.entries.set(`wallet ${index}`, index)));
    await redis.look.set('somebody else’s', 'value');
    expect(await keys()).toHaveLength(701);
    await cache.entries.clear();
    expect(await keys()).toEqual(['somebody else’s']);
  });

  test('are not waited for while Redis hangs, and are there again when it goes on', async () => {
    let waits = 0;
    const counting: Clock = {
      ...systemClock,
      after(milliseconds, callback) {
        waits += 1;
        return systemClock.after(milliseconds, callback);
      },
    };
    const cache = await open({ clock: counting });
    await eventually(() => cache.entries.set('wallet', 'a value'));
    await redis.stop();
    waits = 0;
    for (let times = 0; times < 20; times += 1) expect(await cache.entries.get('wallet')).toBeUndefined();
    expect(waits).toBe(1); // one read has waited, the others did not even ask
    expect(await cache.entries.set('wallet', 'another')).toBe(false);
    expect(cache.changes.at(-1)).toEqual({ doing: 'connect', isWorking: false, reason: 'LateAnswer' });
    redis.goOn();
    await eventually(async () => (await cache.entries.get('wallet')) === 'a value');
    expect(cache.changes.at(-1)).toEqual({ doing: 'connect', isWorking: true, reason: null });
  });

  test('are there again after Redis hung, was killed and came back', async () => {
    const cache = await open({ clock: systemClock });
    await redis.stop();
    expect(await cache.entries.get('wallet')).toBeUndefined();
    await redis.kill();
    await redis.start();
    await eventually(() => cache.entries.set('wallet', 'a value'));
    await eventually(async () => (await cache.entries.get('wallet')) === 'a value');
  });

  test('are given up at once when the cache closes, though Redis hangs and a read waits', async () => {
    const cache = await open();
    await redis.stop();
    const waiting = cache.entries.get('wallet');
    await cache.close();
    expect(await waiting).toBeUndefined();
    expect(await cache.entries.get('wallet')).toBeUndefined();
  });

  test('are no reason to stay connected for a cache that was closed while it connected', async () => {
    const before = await redis.connections();
    const events = new Events();
    const changes: Facts['cacheChanged'][] = [];
    events.on('cacheChanged', change => changes.push(change));
    const cache = await openCache({ server: server(), storeKeys: [key], ttlMs: 1_000, events, clock: patient });
    await cache.close();
    await eventually(async () => (await redis.connections()) > before); // it was on its way
    await redis.alone();
    expect(changes).toEqual([]); // it was closed, and not left until it was too silent
  });
});
