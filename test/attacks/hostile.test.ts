import { afterAll, expect, test } from '@jest/globals';
import { run } from '../hostile/run.js';
import { cleanUp } from '../support/process.js';

/**
 * A1, A7, A9, A10, A12, A13: whatever is sent. `npm run test:hostile` sends a million; of `INPUTS=100000 SEED=7` here, and
 * `--inputs 100000 --seed 7` there, the inputs are the same.
 */

afterAll(cleanUp);

const inputs = Number(process.env.INPUTS ?? 100_000);
/** Always the same, so that what turns red is a change's doing; a fresh one is for `npm run test:hostile`. */
const seed = Number(process.env.SEED ?? 20_261_122);
/** It takes a minute where nothing else runs. */
const patienceMs = 15 * 60_000;

test(
  `A1, A7, A9, A10, A12, A13 › ${inputs} documents, bodies and ids › none breaks, leaks or stalls anything`,
  async () => {
    const { breaches, counts } = await run({ inputs, seed });
    if (breaches.length > 0) throw new Error(`Seed ${seed}:\n\n${breaches.join('\n\n')}`);

    // A run in which nothing happened would prove nothing.
    console.log(`seed ${seed}: ${JSON.stringify(counts)}`);
    expect(counts.longestTurnMs).toBeGreaterThan(0);
    expect(counts.asked).toBeGreaterThan(inputs / 50);
    for (const [kind, sent] of Object.entries(counts.sent)) {
      expect({ kind, isMany: sent > inputs / 4 }).toEqual({ kind, isMany: true });
    }
    expect(counts.executed.document).toBeGreaterThan(inputs / 20);
    expect(counts.executed.id).toBeGreaterThan(inputs / 20);
    expect(counts.executed.body).toBeGreaterThan(inputs / 50);
    for (const status of [200, 204, 400, 404, 405, 406, 415]) {
      expect({ status, times: counts.statuses[status] }).toEqual({ status, times: expect.any(Number) });
    }
  },
  patienceMs,
);
