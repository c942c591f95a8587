import { expect, test } from '@jest/globals';
import { moves } from '../../src/core/state-machine.js';
import { kinds } from './kinds.js';
import { runSchedule } from './schedule.js';
import { edgesNeverTaken, simulate } from './simulate.js';

/** `npm run simulate -- --seed <n>` tells the story of one schedule. */
const schedules = 10_000;

test(
  `in ${schedules} schedules nothing is done twice that must not be, and everything ends`,
  async () => {
    const { failed, moved, kills, effects, races } = await simulate(1, schedules);
    expect(failed.map(({ seed, breaches }) => `seed ${seed}: ${breaches.join('; ')}`)).toEqual([]);
    // A run that hurt nobody would show nothing.
    expect(kills).toBeGreaterThan(schedules);
    for (const { mutation } of kinds) {
      expect({ mutation, times: effects.get(mutation) }).toEqual({ mutation, times: expect.any(Number) });
    }
    expect(races).toBeGreaterThan(0);
    expect(edgesNeverTaken(moved)).toEqual([]);
    // And nothing went where the state machine does not lead.
    const allowed = Object.entries(moves).flatMap(([from, to]) => to.map(status => `${from} → ${status}`));
    expect([...moved.keys()].filter(edge => edge !== 'new → calling' && !allowed.includes(edge))).toEqual([]);
  },
  15 * 60_000,
);

test('a seed tells the same story each time', async () => {
  for (const seed of [3, 1_599, 5_802]) {
    const [first, second] = [await runSchedule(seed), await runSchedule(seed)];
    expect(second.story).toEqual(first.story);
    expect(second.moved).toEqual(first.moved);
  }
});

test('an edge that is never taken is noticed', () => {
  const all = Object.entries(moves).flatMap(([from, to]) => to.map(status => [`${from} → ${status}`, 1] as const));
  expect(edgesNeverTaken(new Map(all))).toEqual([]);
  expect(edgesNeverTaken(new Map(all.filter(([edge]) => edge !== 'attention → done')))).toEqual(['attention → done']);
});
