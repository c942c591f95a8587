import 'reflect-metadata';
import { afterEach, describe, expect, test } from '@jest/globals';
import {
  answers,
  hangs,
  inTurn,
  issues,
  startUpstream,
  stopUpstreams,
  told,
  turnsUntil,
  type Behaviour,
  type TestUpstream,
} from '../support/upstream.js';

/** When a token is fetched, for whom, and what a fetch that fails says of the provider. */

afterEach(stopUpstreams);

const start = (tokens: Behaviour, behaviour: Behaviour = answers(200)): Promise<TestUpstream> =>
  startUpstream(behaviour, { tokens });

const noToken = { code: 'PROVIDER_UNAVAILABLE', message: 'Moov issues no token at present, so nothing was sent.' };
const release = ({ fetched }: TestUpstream, index: number): void => {
  const one = fetched[index];
  if (one === undefined) throw new Error('It was not asked for.');
  issues(one.response, index, one.request);
};

describe('a fetch that ends with the deadline of a read', () => {
  test('is begun anew by a create that joined it and has time left, and harms it no more', async () => {
    const upstream = await start(hangs);
    for (let round = 0; round < 7; round += 1) {
      const { clock } = upstream;
      const read = upstream.read({ deadline: clock.monotonic() + 300 });
      const creates = [upstream.create(), upstream.create()];
      await turnsUntil(() => upstream.fetched.length === 2 * round + 1);
      await clock.pass(300);
      expect(told(await read)).toMatchObject(noToken);
      await turnsUntil(() => upstream.fetched.length === 2 * round + 2);
      upstream.fetched[2 * round + 1]?.response.end(JSON.stringify({ access_token: 'token', expires_in: 1 }));
      expect(await Promise.all(creates)).toEqual([200, 200]);
      await clock.pass(1_000); // that token is over
    }
    expect(upstream.circuits).toEqual([]);
  });

  test('is not begun anew by who has next to no time left', async () => {
    const upstream = await start(hangs);
    const calls = [300, 400].map(deadline => upstream.read({ deadline }));
    await turnsUntil(() => upstream.fetched.length === 1);
    await upstream.clock.pass(400);
    for (const ending of await Promise.all(calls)) expect(told(ending)).toMatchObject(noToken);
    expect(upstream.fetched).toHaveLength(1);
  });
});

test("who gives up waiting for somebody else's fetch says nothing of the provider", async () => {
  const upstream = await start(hangs);
  const create = upstream.create();
  await turnsUntil(() => upstream.fetched.length === 1);
  for (let times = 1; times <= 7; times += 1) {
    const read = upstream.read({ deadline: upstream.clock.monotonic() + 1_000 });
    await upstream.clock.pass(1_000);
    expect(told(await read)).toMatchObject(noToken);
  }
  release(upstream, 0);
  expect(await create).toBe(200);
  expect(upstream.circuits).toEqual([]);
  expect(upstream.fetched).toHaveLength(1);
});

test('a token endpoint that is silent until the deadline is a failure for each fetch, however many waited', async () => {
  const upstream = await start(hangs);
  for (let fetches = 1; fetches <= 5; fetches += 1) {
    expect(upstream.circuits).toEqual([]);
    const creates = Array.from({ length: 10 }, () => upstream.create());
    await turnsUntil(() => upstream.fetched.length === fetches);
    await upstream.clock.pass(10_000);
    for (const ending of await Promise.all(creates)) expect(told(ending)).toMatchObject(noToken);
  }
  expect(upstream.circuits).toMatchObject([{ calls: 'writes', state: 'OPEN' }]);
  expect(upstream.fetched).toHaveLength(5);
});

describe('a renewal ahead of time that fails is tried again', () => {
  const dueMs = 3_550_000 * 0.9; // of an hour but its last minute, with this test's luck
  /** Two hundred reads with the old token, at once and after so long. */
  async function fetchesAround(milliseconds: number, tokens: Behaviour): Promise<readonly number[]> {
    const upstream = await start(inTurn(issues, tokens));
    const counts: number[] = [];
    expect(await upstream.read()).toBe(200);
    await upstream.clock.pass(dueMs);
    for (const passedMs of [0, milliseconds - 1, 1]) {
      await upstream.clock.pass(passedMs);
      for (let times = 0; times < 20; times += 1) {
        expect(await upstream.read()).toBe(200);
        await upstream.clock.pass(0); // until the fetch has ended
      }
      counts.push(upstream.fetched.length);
    }
    return counts;
  }

  test.each([
    ['after five seconds', 5_000, answers(500)],
    ['after five seconds, also where less is asked for', 5_000, answers(429, { 'retry-after': '1' })],
    ['after the wait that is asked for', 60_000, answers(429, { 'retry-after': '60' })],
  ])('%s', async (_when, milliseconds, tokens) => {
    expect(await fetchesAround(milliseconds, tokens)).toEqual([2, 2, 3]);
  });
});

describe('a token that the provider refuses', () => {
  test('within five seconds after it came is not fetched again: the 401 stands, and nothing is sent twice', async () => {
    const upstream = await start(issues, answers(401));
    for (let times = 1; times <= 20; times += 1) {
      expect(await upstream.create()).toBe(401);
      expect(upstream.heard).toHaveLength(times);
    }
    await upstream.clock.pass(4_999);
    expect(await upstream.create()).toBe(401);
    expect(upstream.fetched).toHaveLength(1);
  });

  test('later is fetched again, and what met it is sent once more', async () => {
    const upstream = await start(issues, inTurn(answers(200), answers(401), answers(200)));
    expect(await upstream.create()).toBe(200);
    await upstream.clock.pass(5_000);
    expect(await upstream.create()).toBe(200);
    expect(upstream.fetched).toHaveLength(2);
    expect(upstream.heard.map(({ request }) => request.headers.authorization)).toEqual([
      'Bearer token-1',
      'Bearer token-1',
      'Bearer token-2',
    ]);
  });
});
