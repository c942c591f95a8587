import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { faults } from '../../src/simulators/faults.js';
import { startSimulators, type Simulators } from '../../src/simulators/index.js';
import { idEnding } from '../../src/simulators/outcomes.js';
import { askMoov } from './calls.js';

let simulators: Simulators;
beforeAll(async () => {
  simulators = await startSimulators();
});
afterAll(() => simulators.stop());
beforeEach(() => simulators.reset());

const account = idEnding();
const read = async () => (await askMoov(simulators.moov, `/${account}/wallets`)).status;
const create = async (accountId = account) => {
  const body = JSON.stringify({ name: 'Payroll' });
  return (await askMoov(simulators.moov, `/${accountId}/wallets`, { method: 'POST', body })).status;
};

describe('a fault that is there to stay', () => {
  test('meets every request of its kind and no other, until it is taken back', async () => {
    simulators.moov.always(faults.answer(503), { route: 'read' });
    expect([await read(), await read(), await read()]).toEqual([503, 503, 503]);
    expect(await create()).toBe(200);
    simulators.moov.always(null, { route: 'create' });
    expect(await read()).toBe(503);
    simulators.moov.always(null, { route: 'read' });
    expect(await read()).toBe(200);
  });

  test('is replaced by another one for the kind, and meets what `next` has nothing for', async () => {
    simulators.moov.always(faults.answer(503), { route: 'create' });
    simulators.moov.always(faults.answer(502), { route: 'create' });
    simulators.moov.next(faults.answer(500));
    expect([await create(), await create(), await create(idEnding('404'))]).toEqual([500, 502, 502]);
    expect(simulators.moov.ledger).toEqual([]);
  });

  test('for any kind meets all, and gives way to one for the kind', async () => {
    simulators.moov.always(faults.answer(503), { route: 'any' });
    simulators.moov.always(faults.answer(502), { route: 'create' });
    expect([await read(), await create()]).toEqual([503, 502]);
    simulators.moov.always(null, { route: 'any' });
    expect([await read(), await create()]).toEqual([200, 502]);
  });

  test('holds a hanging request until its sender leaves, and a reset ends it for those that follow', async () => {
    simulators.moov.always(faults.hang(), { route: 'read' });
    const leaving = new AbortController();
    const held = askMoov(simulators.moov, `/${account}/wallets`, { signal: leaving.signal });
    while (simulators.moov.exchanges.length === 0) await new Promise(setImmediate);
    expect(simulators.moov.exchanges[0]?.answer).toBeUndefined();
    leaving.abort();
    await expect(held).rejects.toThrow('aborted');
    simulators.moov.reset();
    expect(await read()).toBe(200);
  });
});

test.each(['429', '503'] as const)('the outcome %s › asks for a wait of one second', async code => {
  await create(idEnding(code));
  expect(simulators.moov.exchanges[0]?.answer).toMatchObject({
    status: Number(code),
    headers: { 'retry-after': '1' },
  });
});
