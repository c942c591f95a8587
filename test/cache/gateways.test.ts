import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { readGlobalId } from '../../src/core/ids.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { listening } from '../support/ports.js';
import { isRedisHere, startRedis, type RedisOptions, type TestRedis } from '../support/redis.js';
import { eventually } from '../support/time.js';
import { asked, cacheLines, endAll, moovWallet, person, read, shared } from './reads.js';

/** Gateways that share what they read, in front of the same providers. */

const password = 'hunter2/Secret%Word';

(isRedisHere ? describe : describe.skip)('a shared cache', () => {
  const storeKey = randomBytes(32).toString('base64');
  const ends: (() => Promise<unknown>)[] = [];
  /** What began last ends first; a gateway's end looks for secrets in its log. */
  afterEach(() => endAll(ends));

  async function redisWith(options: RedisOptions = {}): Promise<TestRedis> {
    const redis = await startRedis(options);
    ends.push(() => redis.cleanUp());
    return redis;
  }
  async function gatewayAt(url: string, first?: TestGateway): Promise<TestGateway> {
    const environment = { CACHE_URL: url, STORE_KEY: storeKey, ...first?.simulators.environment };
    const gateway = await startTestGateway({ environment });
    ends.push(() => gateway.stop());
    return gateway;
  }

  test('spares the provider what another gateway has just read', async () => {
    const redis = await redisWith();
    const one = await gatewayAt(redis.url);
    const another = await gatewayAt(redis.url, one);
    await shared(one, another);
    await shared(one, another);
  });

  test('holds nothing that can be read by who looks into Redis', async () => {
    const redis = await redisWith();
    const gateway = await gatewayAt(redis.url);
    const id = await shared(gateway, gateway);
    await moovWallet(gateway);
    const everything = await redis.everything();
    expect(everything).toMatch(/^billfold:[0-9a-f]{64}$/m);
    const words = [id, ...(readGlobalId(id)?.parts ?? []), ...Object.values(person), 'MoovWallet', 'USD', storeKey];
    for (const word of words) expect(everything).not.toContain(word);
    const unsealed = await redis.look.set('plain', `${id} ${person.name}`);
    expect([unsealed, (await redis.everything()).includes(person.name)]).toEqual(['OK', true]);
  });

  test('is of use to nobody with another store key', async () => {
    const redis = await redisWith();
    const one = await gatewayAt(redis.url);
    const stranger = await startTestGateway({
      environment: {
        ...one.simulators.environment,
        CACHE_URL: redis.url,
        STORE_KEY: randomBytes(32).toString('base64'),
      },
    });
    ends.push(() => stranger.stop());
    const id = await shared(one, one);
    const before = asked(one);
    expect(await read(stranger, id)).toMatchObject({ id });
    expect(asked(one)).toBe(before + 1);
  });

  test('may need a password', async () => {
    const redis = await redisWith({ password });
    const gateway = await gatewayAt(redis.url);
    await shared(gateway, gateway);
  });

  test('may need a user, who may do no more than is needed', async () => {
    const redis = await redisWith();
    const allowed = ['~billfold:*', '+hello', '+get', '+set', '+unlink'];
    await redis.look.sendCommand(['ACL', 'SETUSER', 'billfold', 'on', `>${password}`, ...allowed]);
    const user = `redis://billfold:${encodeURIComponent(password)}@127.0.0.1:${redis.port}/0`;
    const gateway = await gatewayAt(user);
    await redis.connected(1);
    await shared(gateway, gateway);
    await eventually(async () =>
      /cmdstat_ping:.*rejected_calls=[1-9]/.test(String(await redis.look.info('commandstats'))),
    );
    await shared(gateway, gateway);
    // A busy machine may be late with an answer, and then in time again.
    const isOther = (line: object) => !/LateAnswer|"works":true/.test(JSON.stringify(line));
    expect(cacheLines(gateway).filter(isOther)).toEqual([]);
  });

  test('that refuses the password is not used, and neither log nor answers tell it', async () => {
    const redis = await redisWith({ password: 'another-password' });
    const gateway = await gatewayAt(`redis://:${encodeURIComponent(password)}@127.0.0.1:${redis.port}`);
    await eventually(() => cacheLines(gateway).length > 0);
    const { made } = await moovWallet(gateway);
    for (let times = 0; times < 3; times += 1) expect(await read(gateway, made.id)).toEqual(made);
    expect(asked(gateway)).toBe(3);
    expect(cacheLines(gateway)).toEqual([{ doing: 'connect', reason: 'WRONGPASS', works: false }]);
  });

  test('that is something else, and quotes the password back, is not used; the log does not quote it', async () => {
    let quoted = '';
    const server = createServer(socket => {
      socket.on('error', () => undefined);
      socket.on('data', chunk => {
        quoted += chunk.toString();
        socket.write(`-${password} ${chunk.toString().replaceAll('\r\n', ' ')}\r\n`);
      });
    });
    const port = await listening(server);
    ends.push(async () => server.close());
    const gateway = await gatewayAt(`redis://:${encodeURIComponent(password)}@127.0.0.1:${port}`);
    await eventually(() => quoted.includes(password) && cacheLines(gateway).length > 0);
    const { made } = await moovWallet(gateway);
    expect(await read(gateway, made.id)).toEqual(made);
    expect(cacheLines(gateway)).toMatchObject([{ doing: 'connect', works: false }]);
  });
});
