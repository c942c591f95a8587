import 'reflect-metadata';
import { afterEach, describe, expect, test } from '@jest/globals';
import { ProviderAccessDeniedError, ProviderUnavailableError } from '../../src/core/errors.js';
import { failure, LeaseOver } from '../../src/core/failures.js';
import {
  answers,
  ended,
  endless,
  hangs,
  inTurn,
  resets,
  startUpstream,
  stopUpstreams,
  told,
  turnsUntil,
  type TestUpstream,
} from '../support/upstream.js';

/** When calls to a provider that fails are refused at once, and when they are let through again. */

afterEach(stopUpstreams);

const refusedFor = (retryAfterSeconds: number) => ({
  code: 'PROVIDER_UNAVAILABLE',
  retry: 'RETRY_WITH_SAME_KEY',
  retryAfterSeconds,
  provider: 'MOOV',
  message: 'Moov has failed several times in a row; nothing was sent.',
});

/** One create after the other. */
async function create(upstream: TestUpstream, times: number): Promise<object[]> {
  const endings = [];
  for (let index = 0; index < times; index += 1) endings.push(told(await upstream.create()));
  return endings;
}

/** A read that meets silence, and has only so long. */
async function readFor(milliseconds: number, upstream: TestUpstream): Promise<void> {
  const before = upstream.heard.length;
  const ending = upstream.read({ deadline: upstream.clock.monotonic() + milliseconds });
  await turnsUntil(() => upstream.heard.length > before);
  await upstream.clock.pass(milliseconds);
  expect(told(await ending)).toMatchObject({ message: 'Moov did not answer.' });
}

/** A read that meets silence, and whose caller goes away after so long. */
async function giveUpAfter(milliseconds: number, upstream: TestUpstream): Promise<void> {
  const before = upstream.heard.length;
  const gone = new AbortController();
  const ending = upstream.read({ signal: gone.signal });
  await turnsUntil(() => upstream.heard.length > before);
  await upstream.clock.pass(milliseconds);
  gone.abort();
  expect(told(await ending)).toMatchObject({ message: 'The caller has gone.' });
}

const states = ({ circuits }: TestUpstream) => circuits.map(({ calls, state }) => `${calls} ${state}`);

describe('opens', () => {
  test.each([
    ['408', answers(408), { status: 408 }],
    ['500', answers(500), { status: 500 }],
    ['503', answers(503), { status: 503 }],
    ['599', answers(599), { status: 599 }],
    ['a reset', resets, { uncertain: true }],
  ] as const)('after five failures in a row, and then nothing is sent: %s', async (_what, behaviour, ending) => {
    const upstream = await startUpstream(behaviour);
    const endings = await create(upstream, 12);
    expect(endings.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => ending));
    expect(endings.slice(5)).toEqual(Array.from({ length: 7 }, () => refusedFor(5)));
    expect(upstream.heard).toHaveLength(5);
    expect(states(upstream)).toEqual(['writes OPEN']);
  });

  test('after answers that do not come', async () => {
    const upstream = await startUpstream(hangs, { timeoutMs: 1_000 });
    const endings = Promise.all(Array.from({ length: 5 }, () => upstream.create()));
    await turnsUntil(() => upstream.heard.length === 5);
    await upstream.clock.pass(1_000);
    expect((await endings).map(told)).toEqual(Array.from({ length: 5 }, () => ({ uncertain: true })));
    expect(told(await upstream.create())).toEqual(refusedFor(5));
  });

  test.each([
    ['reads had two seconds', readFor],
    ['callers waited two seconds and went away', giveUpAfter],
  ])('after silence for which %s', async (_what, readThatLasts) => {
    const upstream = await startUpstream(hangs);
    for (let times = 0; times < 5; times += 1) {
      expect(upstream.circuits).toEqual([]);
      await readThatLasts(2_000, upstream);
    }
    expect(states(upstream)).toEqual(['reads OPEN']);
  });

  test('and says for how long calls are refused', async () => {
    const upstream = await startUpstream(inTurn(...Array.from({ length: 6 }, () => answers(500)), answers(200)));
    await create(upstream, 5);
    await upstream.clock.pass(5_000);
    await create(upstream, 1);
    await upstream.clock.pass(10_000);
    await create(upstream, 1);
    expect(upstream.circuits.map(({ state, refusedForMs }) => [state, refusedForMs])).toEqual([
      ['OPEN', 5_000],
      ['HALF_OPEN', 0],
      ['OPEN', 10_000],
      ['HALF_OPEN', 0],
      ['CLOSED', 0],
    ]);
  });

  test('where nobody listens', async () => {
    const upstream = await startUpstream(answers(200), { isUnreachable: true, timeoutMs: 120 }); // no room for a second try
    const endings = await create(upstream, 6);
    expect(endings[4]).toMatchObject({ message: 'Moov cannot be reached; nothing was sent.' });
    expect(endings[5]).toEqual(refusedFor(5));
  });

  test('for one class of calls alone: creates that fail do not end reads', async () => {
    const upstream = await startUpstream((response, index, request) =>
      (request.method === 'POST' ? answers(500) : answers(200))(response, index, request),
    );
    await create(upstream, 6);
    expect(states(upstream)).toEqual(['writes OPEN']);
    expect(await upstream.read()).toBe(200);
  });
});

describe('stays closed', () => {
  test.each([400, 401, 403, 404, 409, 421, 422, 429, 302])('whatever is answered %i', async status => {
    const upstream = await startUpstream(answers(status));
    await create(upstream, 12);
    expect(upstream.heard).toHaveLength(12);
    expect(upstream.circuits).toEqual([]);
  });

  test('where a success comes between the failures', async () => {
    const upstream = await startUpstream((response, index, request) =>
      answers(index % 5 === 4 ? 200 : 500)(response, index, request),
    );
    await create(upstream, 25);
    expect(upstream.heard).toHaveLength(25);
  });

  test('where leases are over, or callers gone: that says nothing of the provider, for or against it', async () => {
    const upstream = await startUpstream((response, index, request) =>
      (index < 4 ? answers(500) : hangs)(response, index, request),
    );
    await create(upstream, 4);
    for (let index = 0; index < 6; index += 1) {
      const late = await upstream.create({
        onSending() {
          throw new LeaseOver();
        },
      });
      expect(told(late)).toMatchObject({ message: 'The gateway was held up for too long, so nothing was sent.' });
    }
    expect(upstream.heard).toHaveLength(4);
    expect(upstream.circuits).toEqual([]);
    const last = upstream.create();
    await turnsUntil(() => upstream.heard.length === 5);
    upstream.heard[4]?.response.writeHead(500).end();
    await last;
    expect(states(upstream)).toEqual(['writes OPEN']); // the four before still count
  });

  test('where reads are given up by their callers after less than two seconds, however many', async () => {
    const upstream = await startUpstream(hangs);
    for (let times = 0; times < 7; times += 1) await giveUpAfter(1_999, upstream);
    expect(upstream.circuits).toEqual([]);
  });

  test('where reads have less than two seconds left when it is their turn, however many', async () => {
    const upstream = await startUpstream(hangs);
    for (let times = 0; times < 7; times += 1) await readFor(1_999, upstream);
    expect(upstream.circuits).toEqual([]);
  });

  test('where one wallet fails, again and again: a call and what is sent again for it are one failure', async () => {
    const upstream = await startUpstream(answers(500), endless);
    expect(await ended(upstream, upstream.read())).toBe(500);
    expect(await ended(upstream, upstream.read())).toBe(500);
    expect(upstream.heard).toHaveLength(6);
    expect(upstream.circuits).toEqual([]);
    expect(await ended(upstream, upstream.read())).toBe(500);
    await upstream.read();
    await upstream.read();
    expect(states(upstream)).toEqual(['reads OPEN']);
  });

  test('where what is sent again succeeds', async () => {
    const upstream = await startUpstream(
      (response, index, request) => answers(index % 2 === 0 ? 500 : 200)(response, index, request),
      { ...endless, random: () => 0 },
    );
    for (let times = 0; times < 10; times += 1) {
      expect(await ended(upstream, upstream.read())).toBe(200);
      await upstream.clock.pass(2_000); // for which the budget has one
    }
    expect(upstream.circuits).toEqual([]);
  });
});

describe('half open', () => {
  test('one probe goes out, when its time has come; it is told only then; others are refused meanwhile', async () => {
    const upstream = await startUpstream((response, index, request) =>
      (index < 5 ? answers(500) : hangs)(response, index, request),
    );
    await create(upstream, 5);
    await upstream.clock.pass(4_999);
    expect(await create(upstream, 1)).toEqual([refusedFor(1)]);
    await upstream.clock.pass(1);
    expect(states(upstream)).toEqual(['writes OPEN']);
    const probe = upstream.create();
    expect(states(upstream)).toEqual(['writes OPEN', 'writes HALF_OPEN']);
    expect(await create(upstream, 20)).toEqual(Array.from({ length: 20 }, () => refusedFor(1)));
    await turnsUntil(() => upstream.heard.length === 6);
    upstream.heard[5]?.response.writeHead(200).end('{}');
    expect(await probe).toBe(200);
    expect(states(upstream)).toEqual(['writes OPEN', 'writes HALF_OPEN', 'writes CLOSED']);
    expect(upstream.heard).toHaveLength(6);
  });

  test('each probe that fails doubles the wait, up to a minute; one that works ends it', async () => {
    let isWell = false;
    const upstream = await startUpstream((response, index, request) =>
      answers(isWell ? 200 : 500)(response, index, request),
    );
    await create(upstream, 5);
    const waits = [5, 10, 20, 40, 60, 60];
    for (const [index, seconds] of waits.entries()) {
      expect(await create(upstream, 1)).toEqual([refusedFor(seconds)]);
      await upstream.clock.pass(seconds * 1000 - 1);
      expect(await create(upstream, 1)).toEqual([refusedFor(1)]);
      await upstream.clock.pass(1);
      isWell = index === waits.length - 1;
      expect(await create(upstream, 1)).toEqual([{ status: isWell ? 200 : 500 }]);
    }
    expect(upstream.heard).toHaveLength(5 + waits.length);
    isWell = false;
    await create(upstream, 5);
    expect(await create(upstream, 1)).toEqual([refusedFor(5)]); // and the next time it begins anew
  });

  test('a probe that proves nothing leaves it open, and the next call is the probe', async () => {
    const upstream = await startUpstream((response, index, request) =>
      (index < 5 ? answers(500) : answers(200))(response, index, request),
    );
    await create(upstream, 5);
    await upstream.clock.pass(5_000);
    const late = await upstream.create({
      onSending() {
        throw new LeaseOver();
      },
    });
    expect(told(late)).toMatchObject({ message: 'The gateway was held up for too long, so nothing was sent.' });
    expect(states(upstream).at(-1)).toBe('writes OPEN');
    expect(await create(upstream, 2)).toEqual([{ status: 200 }, { status: 200 }]);
    expect(states(upstream).at(-1)).toBe('writes CLOSED');
  });

  test('what was begun before it opened says nothing about the probe', async () => {
    const upstream = await startUpstream(hangs, { timeoutMs: 60_000 });
    const calls = Array.from({ length: 12 }, () => upstream.create());
    await turnsUntil(() => upstream.heard.length === 12);
    const fail = (index: number) => void upstream.heard[index]?.response.writeHead(500).end();
    for (let index = 0; index < 5; index += 1) fail(index);
    await turnsUntil(() => upstream.circuits.length === 1);
    await upstream.clock.pass(5_000);
    const probe = upstream.create();
    await turnsUntil(() => upstream.heard.length === 13);
    for (let index = 5; index < 12; index += 1) fail(index);
    await Promise.all(calls);
    expect(states(upstream)).toEqual(['writes OPEN', 'writes HALF_OPEN']);
    upstream.heard[12]?.response.writeHead(200).end('{}');
    expect(await probe).toBe(200);
    expect(states(upstream).at(-1)).toBe('writes CLOSED');
  });
});

describe('a token that does not come', () => {
  const noToken = () => failure(ProviderUnavailableError, { message: 'No token.' });

  test('is one failure, however many calls waited for it', async () => {
    let waiting = Promise.withResolvers<string>();
    const token = { token: () => waiting.promise, refused: () => true };
    const upstream = await startUpstream(answers(200), { token });
    for (let fetches = 1; fetches <= 5; fetches += 1) {
      expect(upstream.circuits).toEqual([]);
      const calls = Array.from({ length: 20 }, () => upstream.create());
      waiting.reject(noToken());
      for (const ending of await Promise.all(calls)) expect(told(ending)).toMatchObject({ message: 'No token.' });
      waiting = Promise.withResolvers();
    }
    expect(states(upstream)).toEqual(['writes OPEN']);
    expect(upstream.heard).toHaveLength(0);
  });

  test('since the credentials are refused says nothing against the provider', async () => {
    const refused = () => Promise.reject(failure(ProviderAccessDeniedError, { message: 'Refused.' }));
    const upstream = await startUpstream(answers(200), { token: { token: refused, refused: () => true } });
    expect(await create(upstream, 12)).toMatchObject(Array.from({ length: 12 }, () => ({ message: 'Refused.' })));
    expect(upstream.circuits).toEqual([]);
  });

  test('ends the wait of a read whose caller goes away', async () => {
    const { promise, resolve } = Promise.withResolvers<string>();
    const upstream = await startUpstream(answers(200), { token: { token: () => promise, refused: () => true } });
    const gone = new AbortController();
    const ending = upstream.read({ signal: gone.signal });
    const another = upstream.read();
    gone.abort();
    expect(told(await ending)).toMatchObject({ message: 'The caller has gone.' });
    resolve('token');
    expect(await another).toBe(200);
    expect(upstream.heard).toHaveLength(1);
  });
});

test.each([-86_400_000, 86_400_000])('a wall clock that jumps by %i ms changes nothing', async jump => {
  const upstream = await startUpstream(answers(500));
  const { now } = Date;
  try {
    await create(upstream, 5);
    Date.now = () => now() + jump; // what the library reads
    upstream.clock.jump(jump);
    await upstream.clock.pass(4_000);
    expect(await create(upstream, 1)).toEqual([refusedFor(1)]);
    expect(upstream.heard).toHaveLength(5);
    await upstream.clock.pass(1_000);
    await create(upstream, 1);
    expect(upstream.heard).toHaveLength(6);
  } finally {
    Date.now = now;
  }
});

test('a dead provider hears as many creates as fail in a row, and then probes only', async () => {
  const upstream = await startUpstream(answers(500));
  for (let second = 0; second < 120; second += 1) {
    await create(upstream, 5);
    await upstream.clock.pass(1_000);
  }
  expect(upstream.heard.map(({ at }) => at)).toEqual([0, 0, 0, 0, 0, 5_000, 15_000, 35_000, 75_000]);
});

test('a dead provider hears each read once more at the most, and then probes only', async () => {
  const upstream = await startUpstream(resets, { random: () => 0 });
  const calls = Array.from({ length: 100 }, () => upstream.read());
  await turnsUntil(() => upstream.circuits.length === 1);
  await upstream.clock.pass(4_000);
  await Promise.all(calls);
  const before = upstream.heard.length; // those 64 that were under way at once, and what was left of the retries
  expect(before).toBeLessThanOrEqual(1.1 * 100);
  for (let index = 0; index < 50; index += 1) await upstream.read();
  expect(upstream.heard).toHaveLength(before);
});
