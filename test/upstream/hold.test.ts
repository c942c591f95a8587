import 'reflect-metadata';
import { afterEach, describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import {
  answers,
  ended,
  endless,
  hangs,
  inTurn,
  openUpstream,
  startUpstream,
  stopUpstreams,
  told,
  turnsUntil,
  type Behaviour,
  type TestUpstream,
  type TestUpstreamOptions,
} from '../support/upstream.js';

/** A provider that asks for a pause gets one from all who would call it. */

afterEach(stopUpstreams);

const asksToWait = (status: number, wait: string): Behaviour =>
  inTurn(answers(status, { 'retry-after': wait }), answers(200));

/** One create was answered so; it waits for nothing more. */
async function held(status: number, wait: string, options?: TestUpstreamOptions): Promise<TestUpstream> {
  const upstream = await startUpstream(asksToWait(status, wait), options);
  expect(await upstream.create()).toBe(status);
  return upstream;
}

const refusal = (code: string, retryAfterSeconds: number) => ({
  code,
  retry: 'RETRY_WITH_SAME_KEY',
  retryAfterSeconds,
  provider: 'MOOV',
  message: 'Moov asked for a pause; nothing was sent.',
});

describe('while a pause lasts', () => {
  test.each([
    [429, 'RATE_LIMITED'],
    [503, 'PROVIDER_UNAVAILABLE'],
  ])(
    'calls of both classes that cannot wait for its end are refused, and nothing is sent: %i',
    async (status, code) => {
      const upstream = await held(status, '20');
      for (const left of [20, 11]) {
        expect(told(await upstream.create())).toEqual(refusal(code, left));
        expect(told(await upstream.read())).toEqual(refusal(code, left));
        await upstream.clock.pass(9_000);
      }
      expect(upstream.heard).toHaveLength(1);
    },
  );

  test('calls that can wait for its end are sent then', async () => {
    const upstream = await held(503, '9');
    const calls = [upstream.create(), upstream.read()];
    await upstream.clock.pass(8_999);
    expect(upstream.heard).toHaveLength(1);
    await upstream.clock.pass(1_001);
    expect(await Promise.all(calls)).toEqual([200, 200]);
    for (const { at } of upstream.heard.slice(1)) expect(at).toBeGreaterThanOrEqual(9_000);
  });

  test('a call must have a quarter of a second left after it, else it is refused at once', async () => {
    const upstream = await held(503, '9');
    const { clock } = upstream;
    expect(told(await upstream.read({ deadline: clock.monotonic() + 9_249 }))).toMatchObject({ retryAfterSeconds: 9 });
    const patient = upstream.read({ deadline: clock.monotonic() + 9_250 });
    await clock.pass(9_000);
    expect(await patient).toBe(200);
  });

  test('another provider, or the same one with other credentials, is called as ever', async () => {
    await held(429, '20');
    const other = await startUpstream(answers(200));
    expect(await other.create()).toBe(200);
  });

  test('a shorter one that is asked for does not end it', async () => {
    const upstream = await startUpstream(hangs);
    const calls = [upstream.create(), upstream.create()];
    await turnsUntil(() => upstream.heard.length === 2);
    for (const [index, wait] of ['20', '1'].entries()) {
      upstream.heard[index]?.response.writeHead(503, { 'retry-after': wait }).end();
      await turnsUntil(() => upstream.called.length === index + 1);
    }
    await Promise.all(calls);
    await upstream.clock.pass(2_000);
    expect(told(await upstream.create())).toEqual(refusal('PROVIDER_UNAVAILABLE', 18));
  });

  test('however long the provider asks for, after a minute one is sent; the caller is told the true number', async () => {
    const upstream = await held(429, '604800');
    expect(told(await upstream.create())).toEqual(refusal('RATE_LIMITED', 60));
    await upstream.clock.pass(59_999);
    expect(upstream.heard).toHaveLength(1);
    await upstream.clock.pass(1);
    expect(await upstream.create()).toBe(200);
  });

  test.each([-86_400_000, 86_400_000])('a wall clock that jumps by %i ms changes nothing', async jump => {
    const upstream = await held(429, '20');
    upstream.clock.jump(jump);
    expect(told(await upstream.create())).toEqual(refusal('RATE_LIMITED', 20));
    await upstream.clock.pass(20_000);
    expect(await upstream.create()).toBe(200);
  });

  test('a caller that goes away waits no more, and nothing is sent for it', async () => {
    const upstream = await held(503, '5');
    const gone = new AbortController();
    const ending = upstream.read({ signal: gone.signal });
    await turnsUntil(() => upstream.clock.waiting() === 1);
    gone.abort();
    expect(told(await ending)).toMatchObject({ message: 'The caller has gone.' });
    expect(upstream.clock.waiting()).toBe(0);
    await upstream.clock.pass(10_000);
    expect(upstream.heard).toHaveLength(1);
  });

  test('a client that is closed lets nobody wait', async () => {
    const upstream = await held(503, '5');
    const ending = upstream.create();
    await turnsUntil(() => upstream.clock.waiting() === 1);
    await upstream.client.close();
    expect(told(await ending)).toMatchObject({ code: 'PROVIDER_UNAVAILABLE' });
    expect(upstream.clock.waiting()).toBe(0);
  });
});

test('that it begins is stated once, with its seconds; a longer one meanwhile is no new fact', async () => {
  const upstream = await startUpstream(hangs);
  const calls = [upstream.create(), upstream.create(), upstream.create()];
  await turnsUntil(() => upstream.heard.length === 3);
  for (const [index, wait] of ['20', '1', '604800'].entries()) {
    upstream.heard[index]?.response.writeHead(503, { 'retry-after': wait }).end();
    await turnsUntil(() => upstream.called.length === index + 1);
  }
  await Promise.all(calls);
  expect(upstream.holds).toEqual([{ tenant: 'default', provider: 'MOOV', seconds: 20 }]);
  await upstream.clock.pass(60_000);
  const later = upstream.create();
  await turnsUntil(() => upstream.heard.length === 4);
  upstream.heard[3]?.response.writeHead(503, { 'retry-after': '604800' }).end();
  await later;
  expect(upstream.holds.slice(1)).toEqual([{ tenant: 'default', provider: 'MOOV', seconds: 60 }]);
});

test('a 429 that asks for less than others were asked for is told with the longer wait', async () => {
  const upstream = await startUpstream(hangs);
  const calls = [upstream.answer(), upstream.answer()];
  await turnsUntil(() => upstream.heard.length === 2);
  for (const [index, wait] of ['30', '1'].entries()) {
    upstream.heard[index]?.response.writeHead(429, { 'retry-after': wait }).end();
    await turnsUntil(() => upstream.called.length === index + 1);
  }
  const waits = (await Promise.all(calls)).map(({ status, retryAfterSeconds }) => [status, retryAfterSeconds]);
  expect(waits).toEqual([
    [429, 30],
    [429, 30],
  ]);
});

test('as many wait for its end as for a place; one more is told when that is', async () => {
  const upstream = await held(503, '9');
  const reads = Array.from({ length: 1_024 }, () => upstream.read());
  expect(told(await upstream.read())).toEqual({
    ...refusal('PROVIDER_UNAVAILABLE', 9),
    message: 'Too much is waiting for Moov; nothing was sent.',
  });
  const create = upstream.create(); // the other class has its own
  await upstream.clock.pass(9_250);
  expect(await Promise.all([...reads, create])).toEqual(Array.from({ length: 1_025 }, () => 200));
});

test('one that begins while a call waits for its token holds that call back, too', async () => {
  const token = Promise.withResolvers<string>();
  let asked = 0;
  const source = { token: () => ((asked += 1) === 1 ? Promise.resolve('first') : token.promise), refused: () => true };
  const upstream = await startUpstream(asksToWait(503, '5'), { token: source });
  const first = upstream.create();
  const second = upstream.create();
  expect(await first).toBe(503);
  token.resolve('second');
  await upstream.clock.pass(4_999);
  expect(upstream.heard).toHaveLength(1);
  await upstream.clock.pass(251);
  expect(await second).toBe(200);
});

test('without a wait that can be made out nobody is held back', async () => {
  const upstream = await startUpstream(inTurn(answers(429, { 'retry-after': 'soon' }), answers(200)));
  expect(await upstream.create()).toBe(429);
  expect(await upstream.create()).toBe(200);
});

test('two hundred callers of a provider that asks for a pause: those under way hear it, the others wait for its end', async () => {
  let isPausing = true;
  const upstream = await startUpstream(
    (response, index, request) => {
      // All that may be under way at once have arrived before the first hears of the pause.
      if (!isPausing) return answers(200)(response, index, request);
      if (index === 127)
        for (const { response: open } of upstream.heard) open.writeHead(429, { 'retry-after': '2' }).end();
    },
    { ...endless, random: Math.random },
  );
  const calls = Array.from({ length: 200 }, () => upstream.create());
  await turnsUntil(() => upstream.called.length === 128);
  isPausing = false;
  await upstream.clock.pass(1_999);
  expect(upstream.heard).toHaveLength(128);
  const endings = await ended(upstream, Promise.all(calls));
  const refused = endings.filter(ending => ending === 429).length;
  expect(endings.filter(ending => ending === 200)).toHaveLength(200 - refused);
  // Of the 128 some were sent again, as far as the budget went; the other 72 were sent for the first time.
  const retries = upstream.heard.length - 200;
  expect(retries).toBeGreaterThan(0);
  expect(retries).toBeLessThanOrEqual(5 + 0.1 * 200 + 1);
  expect(refused).toBe(128 - retries);
  const later = upstream.heard.slice(128).map(({ at }) => at);
  expect(Math.min(...later)).toBeGreaterThanOrEqual(2_000);
  expect(new Set(later).size).toBeGreaterThan(10); // not all in one moment
});

describe('the values of Retry-After, for a create and a deadline of ten seconds', () => {
  /** What becomes of the create that met it, and of another one at once. */
  async function met(headers: Readonly<Record<string, string>>): Promise<readonly object[]> {
    const upstream = await openUpstream(inTurn(answers(429, headers), answers(200)));
    try {
      const first = upstream.create();
      await turnsUntil(() => upstream.called.length === 1);
      const isOver = await Promise.race([first.then(() => true), settledTurns().then(() => false)]);
      const other = isOver ? [told(await upstream.create())] : [];
      if (!isOver) {
        // It waits, and nothing is sent before the time has come.
        const [wait = 0] = [waitMs(headers, upstream.clock.now())];
        await upstream.clock.pass(Math.max(0, wait - 1));
        if (wait > 0) expect(upstream.heard).toHaveLength(1);
        await upstream.clock.pass(251);
        await first;
      }
      return [told(await first), ...other];
    } finally {
      await upstream.stop();
    }
  }
  const settledTurns = async (): Promise<void> => {
    for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
  };
  const waitMs = (headers: Readonly<Record<string, string>>, now: number): number => {
    const value = headers['retry-after'] ?? '';
    return /^\d+$/.test(value) ? Number(value) * 1000 : Math.max(0, Date.parse(value) - now);
  };

  test('seconds that fit › sent again then; that do not › refused, and others are held back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 1_000_000 }), async seconds => {
        const fits = seconds * 1000 + 250 <= 10_000;
        const other = refusal('RATE_LIMITED', Math.min(60, seconds));
        expect(await met({ 'retry-after': String(seconds) })).toEqual(
          fits ? [{ status: 200 }] : [{ status: 429 }, other],
        );
      }),
      { numRuns: 30, examples: [[0], [1], [9], [10], [60], [61], [604_800]] },
    );
  });

  test('an HTTP date › is as many seconds; one that is past is none', async () => {
    const now = Date.parse('2026-01-01T00:00:00Z'); // where the test's clock begins
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: -100_000, max: 100_000 }), async seconds => {
        const fits = seconds * 1000 + 250 <= 10_000;
        const other = refusal('RATE_LIMITED', Math.min(60, seconds));
        const date = new Date(now + seconds * 1000).toUTCString();
        expect(await met({ 'retry-after': date })).toEqual(fits ? [{ status: 200 }] : [{ status: 429 }, other]);
      }),
      { numRuns: 30, examples: [[0], [1], [9], [10], [-1]] },
    );
  });

  test('anything else › refused, not sent again, and nobody is held back', async () => {
    const garbage = fc.oneof(
      fc.integer({ min: -1_000_000, max: -1 }).map(String),
      fc.constantFrom('', 'soon', '1.5', '1e3', '0x10', '+5', '5s', '120,', 'NaN', 'Infinity'),
      fc.stringMatching(/^[a-z ]{1,20}$/),
    );
    await fc.assert(
      fc.asyncProperty(garbage, async value => {
        expect(await met({ 'retry-after': value })).toEqual([{ status: 429 }, { status: 200 }]);
      }),
      { numRuns: 40 },
    );
  });
});
