import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { afterEach, describe, expect, test } from '@jest/globals';
import { systemClock, type Clock } from '../../src/core/clock.js';
import { Events } from '../../src/core/events.js';
import type { Limiter } from '../../src/core/limiter.js';
import { anybody } from '../../src/core/principal.js';
import { openLimiter } from '../../src/limiter/open.js';
import { idEnding } from '../../src/simulators/outcomes.js';
import { CreateMoovWalletDocument, ProvidersDocument } from '../generated/operations.js';
import { endAll, read } from '../cache/reads.js';
import { freshKey, startTestGateway, type TestGateway } from '../support/gateway.js';
import { post } from '../support/http.js';
import { closedPort } from '../support/ports.js';
import { isRedisHere, startRedis, type TestRedis } from '../support/redis.js';
import { eventually } from '../support/time.js';

/** Creates per caller and minute, through the front door: alone, and counted together in a real Redis. */

const ends: (() => Promise<unknown>)[] = [];
afterEach(() => endAll(ends));

const storeKey = randomBytes(32).toString('base64');

async function gatewayWith(environment: Readonly<Record<string, string | undefined>>): Promise<TestGateway> {
  const gateway = await startTestGateway({ environment: { STORE_KEY: storeKey, ...environment } });
  ends.push(() => gateway.stop());
  return gateway;
}

const newInput = () => ({ idempotencyKey: freshKey(), accountId: idEnding(), name: 'Payroll' });

async function create(gateway: TestGateway, input = newInput()) {
  return (await gateway.execute(CreateMoovWalletDocument, { input })).createMoovWallet;
}
const creates = ({ simulators }: TestGateway): number =>
  simulators.moov.exchanges.filter(({ route }) => route === 'create').length;

/** How many of these answers are of each type. */
function tally(types: readonly (string | undefined)[]): object {
  return Object.fromEntries(
    Object.entries(Object.groupBy(types, type => String(type))).map(([type, all]) => [type, all?.length]),
  );
}

describe('A19', () => {
  const halfOf100 = { MoovWalletCreated: 50, RateLimitedError: 50 };

  test('a hundred aliases › count for one caller', async () => {
    const gateway = await gatewayWith({ CREATES_PER_MINUTE: '50' });
    const aliases = Array.from({ length: 5 }, (_unused, index) => index);
    const query = `mutation (${aliases.map(index => `$i${index}: CreateMoovWalletInput!`).join(' ')}) {
      ${aliases.map(index => `a${index}: createMoovWallet(input: $i${index}) { __typename }`).join('\n')} }`;
    const types: string[] = [];
    for (let documents = 0; documents < 20; documents += 1) {
      const variables = Object.fromEntries(aliases.map(index => [`i${index}`, newInput()]));
      const { data } = await gateway.send<Record<string, { __typename: string }>, object>(query, variables);
      types.push(...Object.values(data ?? {}).map(({ __typename }) => __typename));
    }
    expect(tally(types)).toEqual(halfOf100);
    expect(creates(gateway)).toBe(50);
  });

  test('a hundred sockets with headers that change › count for one caller', async () => {
    const gateway = await gatewayWith({ CREATES_PER_MINUTE: '50' });
    const query = 'mutation ($input: CreateMoovWalletInput!) { createMoovWallet(input: $input) { __typename } }';
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_unused, index) =>
        post(
          gateway.url,
          { query, variables: { input: newInput() } },
          {
            'x-forwarded-for': `10.0.0.${index}`,
            'x-real-ip': `10.0.1.${index}`,
            forwarded: `for=10.0.2.${index}`,
            'user-agent': `browser/${index}`,
            'x-request-id': `request-${index}`,
            cookie: `session=${index}`,
          },
        ),
      ),
    );
    const types = answers.map(
      ({ text }) => (JSON.parse(text) as { data: { createMoovWallet: { __typename: string } } }).data.createMoovWallet,
    );
    expect(tally(types.map(({ __typename }) => __typename))).toEqual(halfOf100);
    expect(creates(gateway)).toBe(50);
  });

  test('reads › are not limited by it', async () => {
    const gateway = await gatewayWith({ CREATES_PER_MINUTE: '1' });
    await create(gateway);
    expect(await create(gateway)).toMatchObject({ __typename: 'RateLimitedError', provider: null });
    for (let times = 0; times < 20; times += 1) await gateway.execute(ProvidersDocument, {});
  });
});

(isRedisHere ? describe : describe.skip)('A19 › with one Redis', () => {
  async function redisAt(port?: number): Promise<TestRedis> {
    const redis = await startRedis(port === undefined ? {} : { port });
    ends.push(() => redis.cleanUp());
    return redis;
  }
  const with4 = { CREATES_PER_MINUTE: '4' };
  const limiterLines = ({ lines }: TestGateway) =>
    lines
      .filter(({ msg }) => String(msg).startsWith('the shared count of mutations'))
      .map(({ doing, reason, level }) => ({ doing, reason, level }));
  /** What was not refused for the Redis' sake. */
  const isBegun = async (gateway: TestGateway): Promise<boolean> =>
    (await create(gateway))?.__typename !== 'ProviderUnavailableError';
  /** As the advice has it: the same again, until the Redis has answered in time. */
  async function createdIn(gateway: TestGateway, input: ReturnType<typeof newInput>) {
    for (;;) {
      const made = await create(gateway, input);
      if (made?.__typename === 'MoovWalletCreated') return made;
      expect(made).toMatchObject(away);
    }
  }
  const away = {
    __typename: 'ProviderUnavailableError',
    provider: null,
    retry: 'RETRY_WITH_SAME_KEY',
    message: "The store of the gateway's limits (CACHE_URL) does not answer, so nothing was sent.",
    operation: null,
  };

  /** Waits for its Redis however long that takes, so that every count is exact. */
  const patient: Clock = { ...systemClock, after: () => () => undefined };
  async function limiterAt(redis: TestRedis, perMinute: number, key = storeKey): Promise<Limiter> {
    const limiter = await openLimiter({
      perMinute,
      server: { host: '127.0.0.1', port: redis.port, isEncrypted: false, username: null, password: null, database: 0 },
      storeKeys: [Buffer.from(key, 'base64')],
      events: new Events(),
      clock: patient,
    });
    ends.push(async () => limiter.close());
    return limiter;
  }
  const codeOf = async (limiter: Limiter) => (await limiter.roomFor(anybody)).refusal?.code ?? 'room';
  const countIn = async (redis: TestRedis): Promise<string> => {
    const [key = ''] = (await redis.look.keys('billfold:creates:*')).map(String);
    return String(await redis.look.get(key));
  };

  test('two replicas › share the count, and the next minute begins for both', async () => {
    const redis = await redisAt();
    const [one, other] = [await limiterAt(redis, 4), await limiterAt(redis, 4)];
    const codes: string[] = [];
    for (const limiter of [one, other, one, other, one, other]) codes.push(await codeOf(limiter));
    expect(codes).toEqual(['room', 'room', 'room', 'room', 'RATE_LIMITED', 'RATE_LIMITED']);

    const [key = ''] = (await redis.look.keys('billfold:creates:*')).map(String);
    const left = await redis.look.pTTL(key);
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThanOrEqual(60_000);
    await redis.look.pExpire(key, 1);
    await eventually(async () => (await redis.look.exists(key)) === 0);
    expect([await codeOf(other), await countIn(redis)]).toEqual(['room', '1']);
  });

  test('two gateways › make no more wallets together than one may', async () => {
    const redis = await redisAt();
    const one = await gatewayWith({ ...with4, CACHE_URL: redis.url });
    const other = await gatewayWith({ ...one.simulators.environment, ...with4, CACHE_URL: redis.url });
    const isLimited = async (gateway: TestGateway) => (await create(gateway))?.__typename === 'RateLimitedError';
    await eventually(async () => (await isLimited(one)) && isLimited(other));
    expect(creates(one)).toBeGreaterThan(0);
    expect(creates(one)).toBeLessThanOrEqual(4);
  });

  test('two replicas with different store keys › count apart', async () => {
    const redis = await redisAt();
    const one = await limiterAt(redis, 1);
    const other = await limiterAt(redis, 1, randomBytes(32).toString('base64'));
    expect([await codeOf(one), await codeOf(other), await codeOf(one)]).toEqual(['room', 'room', 'RATE_LIMITED']);
  });

  test('what is given back or refused › does not count, though a thousand come at once', async () => {
    const redis = await redisAt();
    const limiter = await limiterAt(redis, 4);
    const rooms = await Promise.all(Array.from({ length: 1_000 }, () => limiter.roomFor(anybody)));
    expect(rooms.filter(({ refusal }) => refusal === null)).toHaveLength(4);
    for (const room of rooms) room.giveBack();
    await eventually(async () => (await countIn(redis)) === '0');
  });

  test('a key that is resent › is not limited', async () => {
    const redis = await redisAt();
    const gateway = await gatewayWith({ ...with4, CACHE_URL: redis.url });
    const input = newInput();
    const first = await createdIn(gateway, input);
    const answers = await Promise.all(Array.from({ length: 100 }, () => create(gateway, input)));
    for (const answer of answers) expect(answer).toEqual(first);
    expect(creates(gateway)).toBe(1);
  });

  test('what lies in Redis › tells nobody who it is about', async () => {
    const redis = await redisAt();
    const gateway = await gatewayWith({ ...with4, CACHE_URL: redis.url });
    await create(gateway);
    const everything = await redis.everything();
    expect(everything).toMatch(/^billfold:creates:[0-9a-f]{64}$/m);
    for (const word of ['anybody', 'default', storeKey]) expect(everything).not.toContain(word);
  });

  test('a Redis that is killed in mid-run › creates are refused, reads and known keys are answered, and it heals', async () => {
    const redis = await redisAt();
    const gateway = await gatewayWith({ CREATES_PER_MINUTE: '1000', CACHE_URL: redis.url });
    const input = newInput();
    const made = await createdIn(gateway, input);
    await redis.kill();
    const refused = newInput();
    expect(await create(gateway, refused)).toMatchObject(away);
    for (let times = 0; times < 10; times += 1) expect(await create(gateway)).toMatchObject(away);
    expect(await read(gateway, made.moovWallet.id)).toEqual(made.moovWallet);
    expect(await create(gateway, input)).toEqual(made);
    expect(creates(gateway)).toBe(1);

    await redis.start();
    await eventually(() => isBegun(gateway));
    await createdIn(gateway, refused);
    const lines = limiterLines(gateway);
    expect(lines.at(0)).toEqual({ doing: 'connect', reason: expect.any(String), level: 40 });
    expect(lines.at(-1)).toEqual({ doing: 'connect', reason: undefined, level: 30 });
    expect(lines.length).toBeLessThan(10);
  });

  test('a Redis that holds the connection and answers nothing › the same', async () => {
    const redis = await redisAt();
    const gateway = await gatewayWith({ CREATES_PER_MINUTE: '1000', CACHE_URL: redis.url });
    await createdIn(gateway, newInput());
    await redis.stop();
    const answers = await Promise.all(Array.from({ length: 50 }, () => create(gateway)));
    for (const answer of answers) expect(answer).toMatchObject(away);
    await gateway.execute(ProvidersDocument, {});
    expect(creates(gateway)).toBe(1);
    redis.goOn();
    await eventually(() => isBegun(gateway));
    expect(limiterLines(gateway)).toContainEqual({ doing: 'connect', reason: 'LateAnswer', level: 40 });
  });

  test('a Redis that refuses › creates are refused, and the log says why', async () => {
    const redis = await redisAt();
    const gateway = await gatewayWith({ CREATES_PER_MINUTE: '1000', CACHE_URL: redis.url });
    await redis.look.configSet('maxmemory-policy', 'noeviction');
    await redis.look.configSet('maxmemory', '1');
    await eventually(async () => {
      expect(await create(gateway)).toMatchObject(away);
      return limiterLines(gateway).some(({ doing }) => doing === 'count');
    });
    expect(limiterLines(gateway)).toContainEqual({ doing: 'count', reason: 'OOM', level: 40 });
    await redis.look.configSet('maxmemory', '0');
    await eventually(() => isBegun(gateway));
  });

  test('a Redis that comes after the gateway › creates are refused until then', async () => {
    const port = await closedPort();
    const gateway = await gatewayWith({ CREATES_PER_MINUTE: '1000', CACHE_URL: `redis://127.0.0.1:${port}` });
    expect(await create(gateway)).toMatchObject(away);
    expect(creates(gateway)).toBe(0);
    await redisAt(port);
    await eventually(() => isBegun(gateway));
  });

  test('CREATES_PER_MINUTE=0 › needs no Redis', async () => {
    const CACHE_URL = `redis://127.0.0.1:${await closedPort()}`;
    const gateway = await gatewayWith({ CREATES_PER_MINUTE: '0', CACHE_URL });
    expect(await create(gateway)).toMatchObject({ __typename: 'MoovWalletCreated' });
  });
});
