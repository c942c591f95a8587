import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { print } from 'graphql';
import { idEnding } from '../../src/simulators/outcomes.js';
import { CreateMoovWalletDocument, NodeDocument } from '../generated/operations.js';
import { freshKey, startTestGateway, type TestGateway } from '../support/gateway.js';
import { closedPort } from '../support/ports.js';
import { cleanUp, startGatewayProcess } from '../support/process.js';
import { isRedisHere, startRedis, type RedisOptions, type TestRedis } from '../support/redis.js';
import { eventually } from '../support/time.js';
import { asked, cacheLines, endAll, moovWallet, read, shared } from './reads.js';

/** A Redis that is away, hangs or is full costs a call to the provider, and nothing else. */

(isRedisHere ? describe : describe.skip)('a shared cache that does not work', () => {
  const ends: (() => Promise<unknown>)[] = [];
  afterEach(() => endAll(ends));
  afterAll(cleanUp);

  const environmentAt = (port: number) => ({
    CACHE_URL: `redis://127.0.0.1:${port}`,
    STORE_KEY: randomBytes(32).toString('base64'),
    CREATES_PER_MINUTE: '0', // else mutations are refused: see the limiter's own tests
  });
  async function redisWith(options: RedisOptions = {}): Promise<TestRedis> {
    const redis = await startRedis(options);
    ends.push(() => redis.cleanUp());
    return redis;
  }
  async function gatewayAt(port: number): Promise<TestGateway> {
    const gateway = await startTestGateway({ environment: environmentAt(port) });
    let ended: Promise<void> | undefined;
    const stop = () => (ended ??= gateway.stop());
    ends.push(stop);
    return { ...gateway, stop };
  }
  /** Reads new wallets, each more than once: every answer is right, and comes from the provider. */
  async function readsFromProvider(gateway: TestGateway): Promise<void> {
    for (let wallets = 0; wallets < 3; wallets += 1) {
      const { made } = await moovWallet(gateway);
      const before = asked(gateway);
      for (let times = 0; times < 3; times += 1) expect(await read(gateway, made.id)).toEqual(made);
      expect(asked(gateway)).toBe(before + 3);
    }
  }
  const connectLines = (gateway: TestGateway) => JSON.stringify(cacheLines(gateway));
  const worksAgain = (gateway: TestGateway) => eventually(() => connectLines(gateway).endsWith('"works":true}]'));

  test('is not there at the start: the gateway serves, says so once, and uses it when it comes', async () => {
    const port = await closedPort();
    const gateway = await gatewayAt(port);
    await eventually(() => cacheLines(gateway).length > 0);
    await readsFromProvider(gateway);
    expect(cacheLines(gateway)).toEqual([{ doing: 'connect', reason: 'ECONNREFUSED', works: false }]);
    await redisWith({ port });
    await worksAgain(gateway);
    await shared(gateway, gateway);
  });

  test('is killed and started again: reads go on, and it is used again', async () => {
    const redis = await redisWith();
    const gateway = await gatewayAt(redis.port);
    await shared(gateway, gateway);
    await redis.kill();
    await eventually(() => connectLines(gateway).endsWith('"works":false}]'));
    await readsFromProvider(gateway);
    await redis.start();
    await worksAgain(gateway);
    await shared(gateway, gateway);
  });

  test('holds the connection and answers nothing: reads go on, the gateway stops, and it is used again', async () => {
    const redis = await redisWith();
    const gateway = await gatewayAt(redis.port);
    const another = await gatewayAt(redis.port);
    await shared(gateway, gateway);
    await redis.stop();
    await readsFromProvider(gateway);
    await another.stop();
    redis.goOn();
    await worksAgain(gateway);
    await shared(gateway, gateway);
  });

  test('hangs at the start: the gateway serves and stops', async () => {
    const redis = await redisWith();
    await redis.stop();
    const gateway = await gatewayAt(redis.port);
    await readsFromProvider(gateway);
    await gateway.stop();
  });

  test('is full: reads are right, and come from the provider, and the log says so once', async () => {
    const redis = await redisWith({ settings: ['--maxmemory-policy', 'noeviction'] });
    const gateway = await gatewayAt(redis.port);
    const writes = () => cacheLines(gateway).filter(line => 'doing' in line && line.doing === 'write');
    await shared(gateway, gateway);
    await redis.look.configSet('maxmemory', '1'); // a byte, so that no freed one makes room
    await readsFromProvider(gateway);
    await eventually(async () => {
      await readsFromProvider(gateway);
      return writes().length > 0;
    });
    await readsFromProvider(gateway);
    expect(writes()).toEqual([{ doing: 'write', reason: 'OOM', works: false }]);
    await redis.look.configSet('maxmemory', '0');
    await shared(gateway, gateway);
    expect(writes()).toHaveLength(2);
    expect(writes().at(-1)).toEqual({ doing: 'write', works: true });
  });

  test('breaks in every way in turn: a real process serves through it all, and ends by itself with exit code 0', async () => {
    const redis = await redisWith();
    const gateway = await startGatewayProcess({ environment: environmentAt(redis.port) });
    const send = async (document: Parameters<typeof print>[0], variables: object): Promise<string> => {
      const response = await fetch(`${gateway.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: print(document), variables }),
      });
      return response.text();
    };
    const input = { idempotencyKey: freshKey(), accountId: idEnding(), name: 'Payroll' };
    const id = /"id":"(?<id>[^"]+)"/.exec(await send(CreateMoovWalletDocument, { input }))?.groups?.id ?? '';
    const right = await send(NodeDocument, { id });
    expect(right).toContain('"name":"Payroll"');
    const readAtOnce = async () => {
      const answers = await Promise.all(Array.from({ length: 20 }, () => send(NodeDocument, { id })));
      expect(new Set(answers)).toEqual(new Set([right]));
    };

    await redis.connected(1);
    await Promise.all([readAtOnce(), redis.kill()]);
    await readAtOnce();
    await redis.start();
    await redis.connected(1);
    await Promise.all([readAtOnce(), redis.stop()]);
    await readAtOnce();
    expect(await gateway.stop()).toMatchObject({ code: 0, signal: null, stderr: '' });
  });
});
