import { setTimeout as wait } from 'node:timers/promises';
import { find, spread, takeTurns, type Contender } from '../measure.js';
import { billfoldCandidate, billfoldName, limit, others, type Candidate } from './contenders.js';
import { withServers, type Measure } from './parts.js';
import { checkedSize } from './turns.js';

/** From nothing to the first answer, and what a process that nobody asks holds. */

interface Start {
  readonly milliseconds: number;
  readonly idle: number;
}

const settlingMs = 1_000;

export const measureStarts: Measure = async ({ rounds, say, hasContenders }, moovUrl) => {
  const candidates = [limit(moovUrl), billfoldCandidate(moovUrl), ...(hasContenders ? others(moovUrl) : [])];
  const contenders: Contender<Start>[] = candidates.map(candidate => ({
    name: candidate.name,
    turn: async () => ({ start: await start(candidate) }),
  }));
  const rows = await takeTurns(contenders, { rounds: Math.min(rounds, 5), uncounted: 1, say });
  return {
    targets: [
      {
        name: 'cold start to the first answer',
        unit: 'ms',
        must: 500,
        aim: 300,
        reached: find(rows, billfoldName).results.map(({ milliseconds }) => milliseconds),
      },
    ],
    lines: rows.map(({ name, results }) => ({
      what: `cold start, ${name}`,
      figures: [
        `first answer after ${spread(
          results.map(({ milliseconds }) => milliseconds),
          0,
        )} ms`,
        `idle ${spread(
          results.map(({ idle }) => idle / 2 ** 20),
          0,
        )} MiB`,
      ].join(', '),
    })),
  };
};

async function start({ launch, request }: Candidate): Promise<Start> {
  const since = performance.now();
  return withServers([launch], async ([server]) => {
    if (server === undefined) throw new Error('It was started.');
    await checkedSize(server, request);
    const milliseconds = performance.now() - since;
    await wait(settlingMs);
    return { milliseconds, idle: server.residentBytes() };
  });
}
