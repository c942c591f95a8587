import { expect, test } from '@jest/globals';
import { moves } from '../../src/core/state-machine.js';
import { runSchedule } from './schedule.js';
import { edgesNeverTaken, simulate } from './simulate.js';

/** `npm run simulate -- --seed <n>` tells the story of one schedule. */
const schedules = 10_000;

test(
  `in ${schedules} schedules no key makes two wallets, and everything ends`,
  async () => {
    const { failed, moved, kills, creates } = await simulate(1, schedules);
    expect(failed.map(({ seed, breaches }) => `seed ${seed}: ${breaches.join('; ')}`)).toEqual([]);
    // A run that hurt nobody would show nothing.
    expect(kills).toBeGreaterThan(schedules);
    expect(creates).toBeGreaterThan(schedules);
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
