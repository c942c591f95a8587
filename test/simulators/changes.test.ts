import { performance } from 'node:perf_hooks';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { faults, type Fault } from '../../src/simulators/faults.js';
import { startSimulators, type Simulators } from '../../src/simulators/index.js';
import { idEnding, sampleOutcome } from '../../src/simulators/outcomes.js';
import { freshRun, refusing, subjectNamed, subjects, type Subject } from './changing.js';

/** Each outcome of each change, brought about by the wallet's id alone; and the ledger of what was carried out. */

let simulators: Simulators;
beforeAll(async () => {
  simulators = await startSimulators();
});
afterAll(() => simulators.stop());
beforeEach(() => simulators.reset());

const changesOf = ({ simulator }: Subject) => simulator(simulators).changes;

/** One entry: the change was carried out once, and the wallet is as it should be then. */
async function expectCarriedOut(subject: Subject, id: string): Promise<void> {
  expect(changesOf(subject)).toMatchObject([{ operation: subject.operation, mainId: id, at: expect.any(Date) }]);
  expect(await subject.state(simulators, id)).toEqual(subject.becomes[1]);
}

async function expectUntouched(subject: Subject, id: string): Promise<void> {
  expect(changesOf(subject)).toEqual([]);
  expect(await subject.state(simulators, id)).toEqual(subject.becomes[0]);
}

/** Sends a change and leaves once it has arrived, without its answer. */
async function leave(subject: Subject, id: string): Promise<void> {
  const leaving = new AbortController();
  const over = new AbortController();
  const held = subject.change(simulators, id, { signal: leaving.signal }).finally(() => over.abort());
  held.catch(() => undefined); // looked at below
  const { exchanges } = subject.simulator(simulators);
  while (!over.signal.aborted && !exchanges.some(({ route }) => route === 'change')) await new Promise(setImmediate);
  leaving.abort();
  await expect(held).rejects.toThrow('aborted');
}

describe.each(subjects)('$name', subject => {
  const { change, id: idOf, state, becomes, refusals, missing, strange } = subject;

  test('of a sample with any other ending › is carried out', async () => {
    const id = idOf(freshRun(), '001');
    expect(await state(simulators, id)).toEqual(becomes[0]);
    expect((await change(simulators, id)).status).toBeGreaterThanOrEqual(200);
    await expectCarriedOut(subject, id);
  });

  test.each(refusing)('%s › is refused in the provider’s words, and nothing is changed', async code => {
    const id = idOf(freshRun(), code);
    const answer = await change(simulators, id);
    expect(answer).toMatchObject(refusals[code] ?? {});
    await expectUntouched(subject, id);
    const { answer: sent } = subject.simulator(simulators).exchanges.find(({ route }) => route === 'change') ?? {};
    expect(sent?.headers['retry-after']).toBe(['429', '503'].includes(code) ? '1' : undefined);
  });

  test.each(refusing.filter(code => code !== '500'))('%s › happens each time', async code => {
    const id = idOf(freshRun(), code);
    const first = await change(simulators, id);
    expect((await change(simulators, id)).status).toBe(first.status);
    await expectUntouched(subject, id);
  });

  test('404 › there is no such wallet', async () => {
    const id = idOf(freshRun(), '404');
    expect(await state(simulators, id)).toBeUndefined();
    expect(await change(simulators, id)).toMatchObject(missing);
    expect(changesOf(subject)).toEqual([]);
  });

  test('421 › is turned away at the front door', async () => {
    const id = idOf(freshRun(), '421');
    expect(await change(simulators, id)).toEqual({ status: 421, body: 'Misdirected Request' });
    await expectUntouched(subject, id);
  });

  test('500 › breaks the first time and is carried out the second', async () => {
    const id = idOf(freshRun(), '500');
    expect((await change(simulators, id)).status).toBe(500);
    await expectUntouched(subject, id);
    expect((await change(simulators, id)).status).toBeLessThan(300);
    await expectCarriedOut(subject, id);
  });

  test('502 › is carried out and answered with a page, and after that with a verdict', async () => {
    const id = idOf(freshRun(), '502');
    expect(await change(simulators, id)).toMatchObject({ status: 502, body: expect.stringContaining('<html>') });
    await expectCarriedOut(subject, id);
    expect((await change(simulators, id)).status).toBeLessThan(500);
  });

  test('504 › is carried out and never answered, and after that answered', async () => {
    const id = idOf(freshRun(), '504');
    await leave(subject, id);
    await expectCarriedOut(subject, id);
    expect((await change(simulators, id)).status).toBeLessThan(500);
    expect(subject.simulator(simulators).exchanges.find(({ route }) => route === 'change')?.answer).toBeUndefined();
  });

  test('299 › is carried out and told in words that nobody documented', async () => {
    const id = idOf(freshRun(), '299');
    const { status, body } = await change(simulators, id);
    expect(status).toBeLessThan(300);
    if (strange !== undefined) expect(body).toMatchObject(strange);
    expect(changesOf(subject)).toHaveLength(1);
    expect(await state(simulators, id)).toEqual(becomes[1]);
  });

  test('a planned fault › comes before the outcome, which is still to come', async () => {
    const id = idOf(freshRun(), '500');
    subject.simulator(simulators).next(faults.answer(429), { route: 'change' });
    expect((await change(simulators, id)).status).toBe(429);
    expect((await change(simulators, id)).status).toBe(500);
    await expectUntouched(subject, id);
  });

  test.each<[string, Fault]>([
    ['an answer', faults.answer(503)],
    ['a changed answer', faults.change(body => body, { applied: false })],
    ['a torn answer', faults.torn()],
    ['a truncated answer', faults.truncated()],
    ['a trickle', faults.trickle(0, { applied: false })],
    ['a flood', faults.oversize(1024)],
    ['a reset in the middle', faults.reset('mid-body')],
  ])('%s to what is not applied › changes nothing', async (_name, fault) => {
    const id = idOf(freshRun(), '001');
    subject.simulator(simulators).next(fault, { route: 'change' });
    await change(simulators, id).catch(() => undefined); // some of them are no answer
    await expectUntouched(subject, id);
  });

  test('a fault to what is applied › leaves its entry, whether or not the answer got out', async () => {
    const id = idOf(freshRun(), '001');
    subject.simulator(simulators).next(faults.reset('before-answer', { applied: true }), { route: 'change' });
    await expect(change(simulators, id)).rejects.toThrow('fetch failed');
    await expectCarriedOut(subject, id);
  });
});

test('102 › each change is carried out at once and answered after eight seconds, each time', async () => {
  const delayed = async (subject: Subject, id: string): Promise<number> => {
    const started = performance.now();
    const { status } = await subject.change(simulators, id);
    expect(status).toBeLessThan(300);
    return performance.now() - started;
  };
  const first = subjectNamed('Moov, rename');
  const again = first.id(freshRun(), '102');
  const waits = await Promise.all([
    ...subjects.map(subject => delayed(subject, subject.id(freshRun(), '102'))),
    delayed(first, again),
    delayed(first, again),
  ]);
  expect(waits).toHaveLength(13);
  expect(Math.min(...waits)).toBeGreaterThan(7900); // a timer may be a little early
}, 60_000);

test('an id that is no sample’s › asks for no outcome', async () => {
  const { liquido, moov, pingone } = simulators;
  expect(['400', '500', '299', '404'].map(code => sampleOutcome(idEnding(code as '400')))).toEqual(
    Array.from({ length: 4 }),
  );
  const top = subjectNamed('LIQUIDO, topup');
  const plain = liquido.addWallet();
  expect((await top.change(simulators, plain)).status).toBe(200);
  expect([liquido, moov, pingone].map(({ changes }) => changes.length)).toEqual([1, 0, 0]);
});

describe('the ledger of changes', () => {
  test('tells what was asked and what there was before, in the order in which it was carried out', async () => {
    const [topUp, charge] = [subjectNamed('LIQUIDO, topup'), subjectNamed('LIQUIDO, charge')];
    const id = topUp.id(freshRun(), '001');
    await topUp.change(simulators, id);
    await charge.change(simulators, id);
    expect(simulators.liquido.changes).toMatchObject([
      {
        operation: 'topUpWallet',
        mainId: id,
        had: { balanceInCents: 1_000_000n },
        request: { body: expect.stringContaining(id) },
      },
      { operation: 'chargeWallet', mainId: id, had: { balanceInCents: 1_000_500n } },
    ]);
    expect(simulators.liquido.ledger).toEqual([]);
    simulators.reset();
    expect(simulators.liquido.changes).toEqual([]);
  });

  test('is judged when a change is carried out: two at once lose nothing', async () => {
    const topUp = subjectNamed('LIQUIDO, topup');
    const id = topUp.id(freshRun(), '001');
    simulators.liquido.next(faults.delay(50, { applied: false }), { route: 'change', times: 2 });
    await Promise.all([topUp.change(simulators, id), topUp.change(simulators, id)]);
    expect(await topUp.state(simulators, id)).toBe(1_001_000);
    expect(simulators.liquido.changes).toHaveLength(2);
  });

  test('has a guess at Juspay, which is a 200 as well', async () => {
    const link = subjectNamed('Juspay, link');
    const id = link.id(freshRun(), '001');
    await link.change(simulators, id);
    expect(simulators.juspay.changes).toMatchObject([
      { operation: 'commandWallet', mainId: id, request: { body: 'command=link&otp=123456' } },
    ]);
  });

  test('forgets with a reset that an unknown outcome has happened', async () => {
    const close = subjectNamed('Moov, close');
    const id = close.id(freshRun(), '500');
    expect((await close.change(simulators, id)).status).toBe(500);
    simulators.reset();
    expect((await close.change(simulators, id)).status).toBe(500);
  });
});
