import 'reflect-metadata';
import { afterEach, expect, test } from '@jest/globals';
import { Bulkhead, type Limits } from '../../src/upstream/bulkhead.js';
import { NotSent } from '../../src/upstream/exchange.js';
import { Waits } from '../../src/upstream/waiting.js';
import { handClock, type HandClock } from '../support/time.js';
import {
  answers,
  ended,
  endless,
  hangs,
  startUpstream,
  stopUpstreams,
  told,
  turnsUntil,
  type TestUpstream,
} from '../support/upstream.js';

/** How many calls are under way at once, and how many wait. */

afterEach(stopUpstreams);

const times = <Value>(count: number, make: () => Value): Value[] => Array.from({ length: count }, make);
const answerAll = ({ heard }: TestUpstream): void => {
  for (const { response } of heard) if (!response.writableEnded) response.writeHead(200).end('{}');
};
const tooMany = {
  code: 'PROVIDER_UNAVAILABLE',
  retry: 'RETRY_WITH_SAME_KEY',
  retryAfterSeconds: 1,
  provider: 'MOOV',
  message: 'Too much is waiting for Moov; nothing was sent.',
};

test('reads that take all their places, and all that may wait, let creates through', async () => {
  const upstream = await startUpstream((response, index, request) =>
    (request.method === 'POST' ? answers(201) : hangs)(response, index, request),
  );
  const reads = times(64 + 1_024, () => upstream.read());
  await turnsUntil(() => upstream.heard.length === 64);
  expect(told(await upstream.read())).toEqual(tooMany);
  expect(await Promise.all(times(128, () => upstream.create()))).toEqual(times(128, () => 201));
  expect(upstream.heard.filter(({ method }) => method === 'GET')).toHaveLength(64);
  await upstream.clock.pass(10_000);
  await Promise.all(reads);
});

test('a read that prepares a create takes a create’s place, and is asked again like any read', async () => {
  const upstream = await startUpstream((response, index, request) => {
    if (request.headers['x-prepares'] === undefined) return;
    prepared += 1;
    answers(prepared === 1 ? 503 : 200)(response, index, request);
  }, endless);
  let prepared = 0;
  const reads = times(64 + 1_024, () => upstream.read());
  await turnsUntil(() => upstream.heard.length === 64);
  expect(told(await upstream.read())).toEqual(tooMany);
  const preparing = upstream.read({}, { calls: 'writes', headers: { 'x-prepares': 'yes' } });
  expect(await ended(upstream, preparing)).toBe(200);
  expect(prepared).toBe(2);
  await upstream.client.close();
  await Promise.all(reads);
});

test('128 creates are under way at once and 4,096 wait; one more is refused at once; all are carried out', async () => {
  let isHolding = true;
  const upstream = await startUpstream((response, index, request) => {
    if (!isHolding) answers(201)(response, index, request);
  });
  const creates = times(128 + 4_096, () => upstream.create());
  await turnsUntil(() => upstream.heard.length === 128);
  expect(told(await upstream.create())).toEqual(tooMany);
  expect(upstream.heard).toHaveLength(128);
  expect(await Promise.race([...creates, Promise.resolve('none has ended')])).toBe('none has ended');
  isHolding = false;
  answerAll(upstream);
  const endings = await Promise.all(creates);
  expect(endings.filter(ending => ending === 200 || ending === 201)).toHaveLength(128 + 4_096);
  expect(upstream.heard).toHaveLength(128 + 4_096);
  expect(upstream.circuits).toEqual([]); // its own refusal is no failure of the provider's
});

test('half of the time that is left passes while waiting › too much waits; nothing is sent, then or later, and the place is free for another', async () => {
  const upstream = await startUpstream(hangs, { timeoutMs: 10_000 });
  const first = times(64, () => upstream.read());
  await turnsUntil(() => upstream.heard.length === 64);
  const { clock } = upstream;
  const waiting = times(1_024, () => upstream.read({ deadline: clock.monotonic() + 1_000 }));
  expect(told(await upstream.read())).toEqual(tooMany);
  await clock.pass(499);
  expect(await Promise.race([...waiting, Promise.resolve('none has ended')])).toBe('none has ended');
  await clock.pass(1);
  for (const ending of await Promise.all(waiting)) expect(told(ending)).toEqual(tooMany);
  const later = times(1_024, () => upstream.read());
  expect(told(await upstream.read())).toEqual(tooMany);
  expect(upstream.heard).toHaveLength(64);
  const answering = setInterval(() => answerAll(upstream), 1);
  expect(await Promise.all([...first, ...later])).toEqual(times(64 + 1_024, () => 200));
  clearInterval(answering);
  expect(upstream.heard).toHaveLength(64 + 1_024);
  expect(upstream.circuits).toEqual([]); // and no failure of the provider's
});

test('a create that gets no place by half of its time is refused; one that does has the other half', async () => {
  const upstream = await startUpstream(hangs, { timeoutMs: 10_000 });
  const first = times(128, () => upstream.create());
  await turnsUntil(() => upstream.heard.length === 128);
  const waiting = times(200, () => upstream.create());
  await upstream.clock.pass(4_999);
  answerAll(upstream);
  await turnsUntil(() => upstream.heard.length === 256);
  await upstream.clock.pass(1);
  const refused = waiting.slice(128);
  for (const ending of await Promise.all(refused)) expect(told(ending)).toEqual(tooMany);
  expect(upstream.heard).toHaveLength(256);
  await upstream.clock.pass(4_999);
  answerAll(upstream);
  expect(await Promise.all([...first, ...waiting.slice(0, 128)])).toEqual(times(256, () => 200));
  expect(upstream.circuits).toEqual([]);
});

test('a create with less than a quarter of a second left is not sent; one with as much is', async () => {
  const upstream = await startUpstream(answers(201));
  const { clock } = upstream;
  expect(told(await upstream.create({ deadline: clock.monotonic() + 249 }))).toEqual({
    code: 'PROVIDER_UNAVAILABLE',
    retry: 'RETRY_WITH_SAME_KEY',
    retryAfterSeconds: null,
    provider: 'MOOV',
    message: 'No time was left to ask Moov; nothing was sent.',
  });
  expect(upstream.heard).toHaveLength(0);
  expect(await upstream.create({ deadline: clock.monotonic() + 250 })).toBe(201);
});

test('that too much waits is stated once, until a call has found a place without waiting', async () => {
  const upstream = await startUpstream(hangs);
  const overflow = { tenant: 'default', provider: 'MOOV', calls: 'reads' };
  const flood = async (): Promise<void> => {
    const reads = times(64 + 1_024, () => upstream.read());
    await turnsUntil(() => upstream.heard.length % 64 === 0 && upstream.heard.length > 0);
    for (let index = 0; index < 3; index += 1) expect(told(await upstream.read())).toEqual(tooMany);
    await upstream.clock.pass(5_000); // and those who waited are refused, too
    await upstream.clock.pass(4_999);
    answerAll(upstream);
    await Promise.all(reads);
  };
  await flood();
  expect(upstream.overflows).toEqual([overflow]);
  await flood();
  expect(upstream.overflows).toEqual([overflow, overflow]);
});

test('a caller that goes away while waiting › nothing is sent for it, and its place is free for another', async () => {
  const upstream = await startUpstream(hangs);
  const first = times(64, () => upstream.read());
  await turnsUntil(() => upstream.heard.length === 64);
  const gone = new AbortController();
  const waiting = times(1_024, () => upstream.read({ signal: gone.signal }));
  expect(told(await upstream.read())).toEqual(tooMany);
  gone.abort();
  for (const ending of await Promise.all(waiting))
    expect(told(ending)).toMatchObject({ message: 'The caller has gone.' });
  const later = upstream.read();
  answerAll(upstream);
  await turnsUntil(() => upstream.heard.length === 65);
  answerAll(upstream);
  expect(await Promise.all([...first, later])).toEqual(times(65, () => 200));
});

function bulkhead(limits: Limits, clock: HandClock): Bulkhead {
  return new Bulkhead({ clock, waits: new Waits(), limits, overflowed: () => undefined });
}

test('who came first is served first, and a newcomer overtakes nobody', async () => {
  const places = bulkhead({ atOnce: 1, waiting: 10 }, handClock());
  const patience = { deadline: 1_000, signal: undefined };
  const served: string[] = [];
  const serve = (who: string) => places.run(patience, async () => void served.push(who));
  const first = Promise.withResolvers<void>();
  const all = [places.run(patience, () => first.promise), serve('1'), serve('2'), serve('3')];
  first.resolve();
  for (let turn = 0; turn < 6; turn += 1) {
    await Promise.resolve(); // a place becomes free in one of these
    all.push(serve(`newcomer ${turn}`));
  }
  await Promise.all(all);
  expect(served.slice(0, 3)).toEqual(['1', '2', '3']);
  expect(served).toHaveLength(9);
});

test('thirty thousand who come and leave keep no place in the queue, and nobody behind them waiting', async () => {
  const places = bulkhead({ atOnce: 1, waiting: 500 }, handClock());
  const first = Promise.withResolvers<void>();
  const ending = places.run({ deadline: 1_000, signal: undefined }, () => first.promise);
  let begun = 0;
  const begin = () => Promise.resolve((begun += 1));
  for (let left = 0; left < 30_000; left += 500) {
    const gone = new AbortController();
    const waiting = times(500, () => places.run({ deadline: 1_000, signal: gone.signal }, begin));
    gone.abort();
    for (const { status } of await Promise.allSettled(waiting)) expect(status).toBe('rejected');
  }
  const last = places.run({ deadline: 1_000, signal: undefined }, begin);
  first.resolve();
  for (let step = 0; step < 10; step += 1) await Promise.resolve(); // as many as it takes with nobody before it
  expect(begun).toBe(1);
  await Promise.all([ending, last]);
});

test('what has left the queue is not begun when its turn comes', async () => {
  const clock = handClock();
  const places = bulkhead({ atOnce: 1, waiting: 1 }, clock);
  const first = Promise.withResolvers<string>();
  const begun: string[] = [];
  const patience = { deadline: 1_000, signal: undefined };
  const ending = places.run(patience, () => first.promise);
  const late = places.run(patience, () => Promise.resolve(begun.push('late')));
  await Promise.all([expect(late).rejects.toBeInstanceOf(NotSent), clock.pass(1_000)]);
  first.resolve('first');
  expect(await ending).toBe('first');
  expect(await places.run(patience, () => Promise.resolve('next'))).toBe('next');
  expect(begun).toEqual([]);
});

test('a circuit that opens while calls wait for a place › they are refused, and not sent', async () => {
  let isHolding = true;
  const upstream = await startUpstream((response, index, request) => {
    if (!isHolding) answers(500)(response, index, request);
  });
  const creates = times(128 + 500, () => upstream.create());
  await turnsUntil(() => upstream.heard.length === 128);
  isHolding = false;
  for (const { response } of upstream.heard) response.writeHead(500).end();
  const endings = await Promise.all(creates);
  const sent = endings.filter(ending => ending === 500).length;
  // Until five had failed, each that did gave its place to one that waited.
  expect(sent).toBeLessThanOrEqual(128 + 4);
  expect(upstream.heard).toHaveLength(sent);
  expect(upstream.circuits).toMatchObject([{ calls: 'writes', state: 'OPEN' }]);
});
