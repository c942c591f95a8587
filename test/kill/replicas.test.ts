import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { isOwnPostgresHere } from '../support/postgres.js';
import { cleanUp } from '../support/process.js';
import { nameOf, run, type Report } from './run.js';
import { wishes } from './wishes.js';

/**
 * Replicas over one PostgreSQL: they are killed, and stopped for longer than their leases; it is stopped and started again;
 * and the wire between them is cut in the middle of a commit. `npm run test:kill -- --replicas 4` does it for as long as one
 * likes.
 */

afterAll(cleanUp);

const seed = Date.now() % 1_000_000;
const killsPerReplica = 6;
const runs = new Map<number, Promise<Report>>();

(isOwnPostgresHere ? describe : describe.skip)('replicas over one PostgreSQL', () => {
  // Most of the time is waiting: for leases, and for looks that a kill cut off. So both are under way at once.
  beforeAll(() => {
    for (const replicas of [2, 4]) {
      const report = run({ kills: killsPerReplica * replicas, seed, lanes: 1, replicas, say: () => undefined });
      report.catch(() => undefined); // its own test says it
      runs.set(replicas, report);
    }
  });

  test.each([2, 4])(
    '%d of them › one key is one create, whatever is killed, stopped or cut, and every outcome that can be found out is',
    async replicas => {
      const { breaches, counts } = (await runs.get(replicas)) as Report; // begun above
      if (breaches.length > 0) throw new Error(`${replicas} replicas, seed ${seed}:\n\n${breaches.join('\n\n')}`);

      // A run in which nothing happened would prove nothing.
      console.log(`${replicas} replicas, seed ${seed}: ${JSON.stringify(counts)}`);
      expect(counts.kills).toBe(killsPerReplica * replicas);
      for (const happened of [
        'unanswered',
        'healedAfterKill',
        'absentAfterKill',
        'saidUnknown',
        'toldElsewhere',
        'stops',
      ] as const) {
        expect({ [happened]: counts[happened] }).not.toEqual({ [happened]: 0 });
      }
      const harms = Object.keys(counts.harms);
      expect(harms).toEqual(expect.arrayContaining(['fast', 'immediate']));
      expect(harms).toEqual(expect.arrayContaining(['unsent', 'unheard', 'unwaited', 'halved', 'untold', 'together']));
      // Something lasted that its gateway never heard of.
      expect(harms.some(harm => /^(?:unheard|halved) commit$/.test(harm))).toBe(true);
      expect(Object.keys(counts.made).toSorted()).toEqual(wishes.map(nameOf).toSorted());
    },
    600_000,
  );
});
