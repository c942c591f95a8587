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

const killed = (replicas: number, own: number): Promise<Report> =>
  run({ kills: killsPerReplica * replicas, seed: own, lanes: 1, replicas, say: () => undefined });

/** A run in which nothing happened would prove nothing. */
const wanted = [
  ['unanswered', 'healedAfterKill', 'absentAfterKill', 'saidUnknown', 'toldElsewhere', 'stops'],
  ['fast', 'immediate', 'unsent', 'unheard', 'unwaited', 'halved', 'untold', 'together'],
  ['unheard commit'], // something lasted that its gateway never heard of
  wishes.map(nameOf),
].flat();

function lackingIn(reports: readonly Report[]): readonly string[] {
  const happened = reports.flatMap(({ counts: { harms, made, ...counts } }) =>
    Object.entries({ ...counts, ...harms, ...made }).flatMap(([what, count]) => (count > 0 ? [what] : [])),
  );
  if (happened.includes('halved commit')) happened.push('unheard commit');
  return wanted.filter(what => !happened.includes(what));
}

function expectSound({ breaches, counts }: Report, replicas: number, own: number): void {
  if (breaches.length > 0) throw new Error(`${replicas} replicas, seed ${own}:\n\n${breaches.join('\n\n')}`);
  console.log(`${replicas} replicas, seed ${own}: ${JSON.stringify(counts)}`);
  expect(counts.kills).toBe(killsPerReplica * replicas);
}

(isOwnPostgresHere ? describe : describe.skip)('replicas over one PostgreSQL', () => {
  // Most of the time is waiting: for leases, and for looks that a kill cut off. So both are under way at once.
  beforeAll(() => {
    for (const replicas of [2, 4]) {
      const report = killed(replicas, seed);
      report.catch(() => undefined); // its own test says it
      runs.set(replicas, report);
    }
  });

  test.each([2, 4])(
    '%d of them › one key is one create, whatever is killed, stopped or cut, and every outcome that can be found out is',
    async replicas => expectSound((await runs.get(replicas)) as Report, replicas, seed), // begun above
    600_000,
  );

  test('all that may befall them has, and if it took further runs', async () => {
    const reports = await Promise.all(runs.values());
    for (let further = 1; further <= 4 && lackingIn(reports).length > 0; further += 1) {
      const report = await killed(2, seed + further);
      expectSound(report, 2, seed + further);
      reports.push(report);
    }
    expect(lackingIn(reports)).toEqual([]);
  }, 600_000);
});
