import { afterAll, expect, test } from '@jest/globals';
import { cleanUp } from '../support/process.js';
import { nameOf, run } from './run.js';
import { wishes } from './wishes.js';

/** Gateways that are killed with SIGKILL under load; `npm run test:kill` does it for as long as one likes. */

afterAll(cleanUp);

test('200 kills › nothing is ever done twice that must not be, and every outcome that can be found out is', async () => {
  const seed = Date.now() % 1_000_000;
  const { breaches, counts } = await run({ kills: 200, seed, lanes: 3, replicas: null, say: () => undefined });
  if (breaches.length > 0) throw new Error(`Seed ${seed}:\n\n${breaches.join('\n\n')}`);

  // A run in which nothing happened would prove nothing.
  console.log(`seed ${seed}: ${JSON.stringify(counts)}`);
  expect(counts.kills).toBe(200);
  for (const happened of ['unanswered', 'healedAfterKill', 'absentAfterKill', 'saidUnknown', 'lost'] as const) {
    expect({ [happened]: counts[happened] }).not.toEqual({ [happened]: 0 });
  }
  expect(Object.keys(counts.made).toSorted()).toEqual(wishes.map(nameOf).toSorted());
}, 600_000);
