import 'reflect-metadata';
import { afterEach, expect, test } from '@jest/globals';
import { NotSent } from '../../src/upstream/exchange.js';
import { Places } from '../../src/upstream/places.js';
import { Waits } from '../../src/upstream/waiting.js';
import { handClock } from '../support/time.js';
import {
  answers,
  hangs,
  openUpstream,
  told,
  turnsUntil,
  type Behaviour,
  type TestUpstream,
  type TestUpstreamOptions,
} from '../support/upstream.js';

/** How many calls are under way at once, and how many wait. */

const running: TestUpstream[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map(upstream => upstream.stop()));
});

async function start(behaviour: Behaviour, options?: TestUpstreamOptions): Promise<TestUpstream> {
  const upstream = await openUpstream(behaviour, options);
  running.push(upstream);
  return upstream;
}

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
  const upstream = await start((response, index, request) =>
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

test('128 creates are under way at once and 4,096 wait; one more is refused at once; all are carried out', async () => {
  let isHolding = true;
  const upstream = await start((response, index, request) => {
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

test('a deadline that passes while waiting › nothing is sent, then or later, and the place is free for another', async () => {
  const upstream = await start(hangs, { timeoutMs: 10_000 });
  const first = times(64, () => upstream.read());
  await turnsUntil(() => upstream.heard.length === 64);
  const { clock } = upstream;
  const waiting = times(1_024, () => upstream.read({ deadline: clock.monotonic() + 1_000 }));
  expect(told(await upstream.read())).toEqual(tooMany);
  await clock.pass(1_000);
  for (const ending of await Promise.all(waiting)) {
    expect(told(ending)).toMatchObject({ code: 'PROVIDER_UNAVAILABLE', retry: 'RETRY_WITH_SAME_KEY' });
  }
  const later = times(1_024, () => upstream.read());
  expect(told(await upstream.read())).toEqual(tooMany);
  expect(upstream.heard).toHaveLength(64);
  const answering = setInterval(() => answerAll(upstream), 1);
  expect(await Promise.all([...first, ...later])).toEqual(times(64 + 1_024, () => 200));
  clearInterval(answering);
  expect(upstream.heard).toHaveLength(64 + 1_024);
});

test('a caller that goes away while waiting › nothing is sent for it, and its place is free for another', async () => {
  const upstream = await start(hangs);
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

test('what has left the queue is not begun when its turn comes', async () => {
  const clock = handClock();
  const places = new Places(clock, new Waits(), { atOnce: 1, waiting: 1 });
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
  const upstream = await start((response, index, request) => {
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
