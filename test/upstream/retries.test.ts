import 'reflect-metadata';
import { afterEach, describe, expect, test } from '@jest/globals';
import { LeaseOver } from '../../src/core/failures.js';
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
  type Behaviour,
  type TestUpstream,
  type TestUpstreamOptions,
} from '../support/upstream.js';

/** What is sent again, when, and how often; and what never is. */

afterEach(stopUpstreams);

const start = (behaviour: Behaviour, options: TestUpstreamOptions = endless): Promise<TestUpstream> =>
  startUpstream(behaviour, options);

const tears: Behaviour = response => {
  response.writeHead(201, { 'content-length': '100' }).write('{"walletID":');
  response.socket?.end();
};
const breaksInHeaders: Behaviour = response => {
  response.socket?.write('HTTP/1.1 201 Created\r\ncontent-ty');
  response.socket?.end();
};

describe('a read', () => {
  test.each([408, 421, 429, 500, 502, 503, 504])(
    'that is answered %i is asked again, twice at the most',
    async status => {
      const well = await start(inTurn(answers(status), answers(status), answers(200)));
      expect(await ended(well, well.read())).toBe(200);
      expect(well.heard).toHaveLength(3);
      const ill = await start(answers(status));
      expect(await ended(ill, ill.read())).toBe(status); // the last answer, for the provider's own mapping
      expect(ill.heard).toHaveLength(3);
      expect(ill.called).toHaveLength(3); // a fact for each sending
    },
  );

  test.each([
    ['is lost', resets],
    ['is torn', tears],
    ['breaks off in its headers', breaksInHeaders],
  ] as const)('whose answer %s is asked again', async (_what, behaviour) => {
    const upstream = await start(inTurn(behaviour, answers(200)));
    expect(await ended(upstream, upstream.read())).toBe(200);
    expect(upstream.heard).toHaveLength(2);
  });

  test('that finds nobody listening is tried three times', async () => {
    const upstream = await start(answers(200), { ...endless, isUnreachable: true });
    const message = 'Moov cannot be reached; nothing was sent.';
    expect(told(await ended(upstream, upstream.read()))).toMatchObject({ code: 'PROVIDER_UNAVAILABLE', message });
    expect(upstream.called.map(({ wasSent }) => wasSent)).toEqual([false, false, false]);
  });

  test.each([200, 204, 302, 400, 401, 403, 404, 409, 422, 501, 505])(
    'that is answered %i is asked once',
    async status => {
      const upstream = await start(answers(status));
      await ended(upstream, upstream.read());
      expect(upstream.heard).toHaveLength(1);
    },
  );

  test('with an answer larger than is read is asked once, and says nothing against the provider', async () => {
    const upstream = await start(response => void response.end('x'.repeat(2_000)));
    for (let index = 0; index < 6; index += 1) {
      expect(told(await ended(upstream, upstream.read()))).toMatchObject({ message: 'Moov did not answer.' });
    }
    expect(upstream.heard).toHaveLength(6);
    expect(upstream.circuits).toEqual([]);
  });
});

describe('a create', () => {
  test.each([
    ['a reset', resets],
    ['half an answer', tears],
    ['half of the headers', breaksInHeaders],
    ...[300, 302, 400, 401, 403, 404, 408, 409, 421, 422, 500, 501, 502, 503, 504, 599].map(
      status => [String(status), answers(status)] as const,
    ),
    ['503 with a wait', answers(503, { 'retry-after': '1' })],
    ['500 with a wait', answers(500, { 'retry-after': '1' })],
    ['429 without a wait', answers(429)],
    ['429 with a wait that cannot be made out', answers(429, { 'retry-after': 'soon' })],
  ] as const)('that meets %s is never sent again', async (_what, behaviour) => {
    const upstream = await start(inTurn(behaviour, answers(201)));
    await ended(upstream, upstream.create());
    await upstream.clock.pass(100_000);
    expect(upstream.heard).toHaveLength(1);
    expect(upstream.asked()).toBe(1);
  });

  test('that meets silence is never sent again', async () => {
    const upstream = await start(inTurn(hangs, answers(201)), { timeoutMs: 10_000 });
    const ending = upstream.create();
    await turnsUntil(() => upstream.heard.length === 1);
    await upstream.clock.pass(100_000);
    expect(told(await ending)).toEqual({ uncertain: true });
    expect(upstream.heard).toHaveLength(1);
  });

  test('that finds nobody listening is tried three times, and nothing is sent', async () => {
    const upstream = await start(answers(200), { ...endless, isUnreachable: true });
    expect(told(await ended(upstream, upstream.create()))).toMatchObject({ code: 'PROVIDER_UNAVAILABLE' });
    expect(upstream.called).toHaveLength(3);
    expect(upstream.asked()).toBe(0);
  });

  test('that is answered 429 with a wait is sent once more, when that is over, and its lease is asked again', async () => {
    const upstream = await start(inTurn(answers(429, { 'retry-after': '3' }), answers(201)));
    expect(await ended(upstream, upstream.create())).toBe(201);
    expect(upstream.heard[1]?.at).toBeGreaterThanOrEqual(3_000);
    expect(upstream.asked()).toBe(2);
  });

  test('goes on though its caller goes away, before it is sent or after', async () => {
    const upstream = await start(hangs);
    const gone = new AbortController();
    const before = upstream.create({ signal: AbortSignal.abort() });
    const after = upstream.create({ signal: gone.signal });
    await turnsUntil(() => upstream.heard.length === 2);
    gone.abort();
    for (const { response } of upstream.heard) response.writeHead(201).end('{}');
    expect(await Promise.all([before, after])).toEqual([201, 201]);
  });

  test('that is answered 429 again and again is sent twice', async () => {
    const upstream = await start(answers(429, { 'retry-after': '1' }));
    expect(await ended(upstream, upstream.create())).toBe(429);
    expect(upstream.heard).toHaveLength(2);
  });

  test('whose lease is over when it would be sent again is not sent again, and is answered what came before', async () => {
    const upstream = await start(answers(429, { 'retry-after': '1' }));
    let asked = 0;
    const onSending = (): void => {
      asked += 1;
      if (asked > 1) throw new LeaseOver();
    };
    expect(await ended(upstream, upstream.create({ onSending }))).toBe(429);
    expect(asked).toBe(2);
    expect(upstream.heard).toHaveLength(1);
  });

  test('whose lease is over is tried once', async () => {
    const upstream = await start(answers(201));
    let asked = 0;
    const onSending = (): void => {
      asked += 1;
      throw new LeaseOver();
    };
    await ended(upstream, upstream.create({ onSending }));
    expect(asked).toBe(1);
    expect(upstream.heard).toHaveLength(0);
  });
});

describe('the pause', () => {
  test('is random, up to 100 ms before the second and 200 ms before the third', async () => {
    for (const random of [0.25, 1]) {
      const upstream = await start(answers(500), { ...endless, random: () => random });
      const ending = upstream.read();
      for (const [index, longest] of [100, 200].entries()) {
        await turnsUntil(() => upstream.called.length === index + 1);
        await upstream.clock.pass(longest * random - 1);
        expect(upstream.heard).toHaveLength(index + 1);
        await upstream.clock.pass(1);
      }
      expect(await ending).toBe(500);
      expect(upstream.heard).toHaveLength(3);
    }
  });

  test('and a little more must fit into the deadline, else the first answer stands', async () => {
    for (const [deadline, sendings] of [
      [349, 1],
      [350, 2],
    ] as const) {
      const upstream = await start(answers(500), { timeoutMs: 10_000 });
      const ending = upstream.read({ deadline });
      await turnsUntil(() => upstream.called.length === 1);
      await upstream.clock.pass(100);
      await ending;
      expect(upstream.heard).toHaveLength(sendings);
    }
  });

  test('ends when the caller goes away, and nothing is sent again', async () => {
    const upstream = await start(answers(500));
    const gone = new AbortController();
    const ending = upstream.read({ signal: gone.signal });
    await turnsUntil(() => upstream.called.length === 1);
    gone.abort();
    expect(await ending).toBe(500); // nobody hears it
    expect(upstream.clock.waiting()).toBe(0);
    expect(upstream.heard).toHaveLength(1);
  });

  test('ends when the client is closed', async () => {
    const upstream = await start(answers(500));
    const ending = upstream.read();
    await turnsUntil(() => upstream.called.length === 1);
    await upstream.client.close();
    expect(await ending).toBe(500);
    expect(upstream.clock.waiting()).toBe(0);
  });
});

test("a call's own deadline counts where it is earlier than the usual one", async () => {
  const upstream = await start(hangs, { timeoutMs: 10_000 });
  const ending = upstream.read({ deadline: 1_000 });
  await turnsUntil(() => upstream.heard.length === 1);
  await upstream.clock.pass(1_000);
  expect(told(await ending)).toMatchObject({ message: 'Moov did not answer.' });
  expect(upstream.heard).toHaveLength(1);
});

describe('the budget', () => {
  /** Reads of which each finds a way to fail that keeps the circuit closed. */
  async function retriesOf(calls: number, msBetween: number): Promise<{ retries: number; seconds: number }> {
    const upstream = await start(answers(421), { ...endless, random: () => 0 });
    for (let index = 0; index < calls; index += 1) {
      await ended(upstream, upstream.read());
      await upstream.clock.pass(msBetween - (upstream.clock.monotonic() % msBetween));
    }
    return { retries: upstream.heard.length - calls, seconds: upstream.clock.monotonic() / 1000 };
  }

  test('a provider that is down is asked again for a tenth of the calls, and a few', async () => {
    const upstream = await start(answers(421), { ...endless, random: () => 0 });
    const endings = Array.from({ length: 400 }, () => upstream.read());
    await turnsUntil(() => upstream.called.length >= 400);
    await ended(upstream, Promise.all(endings));
    const retries = upstream.heard.length - 400;
    const seconds = upstream.clock.monotonic() / 1000;
    expect(retries).toBeGreaterThan(0);
    expect(retries).toBeLessThanOrEqual(5 + 0.1 * 400 + 0.5 * seconds);
  });

  test('a call now and then is always tried three times', async () => {
    expect(await retriesOf(10, 10_000)).toMatchObject({ retries: 20 });
  });

  test('ten calls a second get a tenth of them again, and one in two seconds', async () => {
    const { retries, seconds } = await retriesOf(200, 100);
    expect(retries).toBeGreaterThanOrEqual(20);
    expect(retries).toBeLessThanOrEqual(5 + 0.1 * 200 + 0.5 * seconds);
  });
});
