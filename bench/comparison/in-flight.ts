import { setTimeout as wait } from 'node:timers/promises';
import { cpuOf, find, ratios, spread, takeTurns, type Contender } from '../measure.js';
import { startStandIns } from '../stand-ins.js';
import { billfoldCandidate, billfoldName, limit, limitName, type Candidate } from './contenders.js';
import { load } from './load.js';
import { lineOf, withServers, type Line, type Measure } from './parts.js';
import type { Server } from './servers.js';
import { turn, type Turn } from './turns.js';

/** Many in flight over a provider that takes a tenth of a second: what they cost, and what each of them holds. */

const lingeringMs = 100;
const inFlight = [1, 64, 1_000, 4_000];
const most = 4_000;
/** Far longer than the provider takes: at least one whole answer each. */
const leastSeconds = 4;

export const measureInFlight: Measure = async ({ rounds, seconds, say }) => {
  const standIns = await startStandIns({ lingeringMs });
  await standIns.tell({ moov: 'lingers' });
  const candidates = [limit(standIns.urls.moov), billfoldCandidate(standIns.urls.moov)];
  const few = Math.min(rounds, 3);
  return withServers(
    candidates.map(({ launch }) => launch),
    async servers => {
      const idle = servers.map(server => server.residentBytes());
      say(`idle: ${idle.map(bytes => (bytes / 2 ** 20).toFixed(0)).join(', ')} MiB`);
      const lines: Line[] = [];
      for (const connections of inFlight) {
        const contenders = contendersAt(servers, candidates, connections, Math.max(seconds, leastSeconds));
        const rows = await takeTurns(contenders, { rounds: few, uncounted: 0, say });
        const compared = ratios(cpuOf(find(rows, billfoldName)), cpuOf(find(rows, limitName)));
        for (const name of [limitName, billfoldName]) {
          lines.push(
            lineOf(`${connections.toLocaleString('en')} in flight, provider takes 100 ms, ${name}`, find(rows, name)),
          );
        }
        lines.push({ what: `the same, Billfold ÷ LIMIT`, figures: `CPU ${spread(compared, 2)}` });
      }
      const held = await Promise.all(candidates.map(() => [] as number[]));
      for (let round = 0; round < few; round += 1) {
        for (const [index, candidate] of candidates.entries()) held[index]?.push(await heldBy(candidate));
      }
      const kibibytes = (held[1] ?? []).map(bytes => bytes / 1024);
      return {
        targets: [
          {
            name: `held by each of ${most.toLocaleString('en')} requests in flight`,
            unit: 'KiB',
            must: 70,
            aim: 45,
            reached: kibibytes,
          },
        ],
        lines: [
          ...lines,
          {
            what: `held by each of ${most.toLocaleString('en')} in flight, LIMIT`,
            figures: `${spread(
              (held[0] ?? []).map(bytes => bytes / 1024),
              1,
            )} KiB`,
          },
        ],
      };
    },
  );
};

function contendersAt(
  servers: readonly Server[],
  candidates: readonly Candidate[],
  connections: number,
  seconds: number,
): Contender<Turn>[] {
  return candidates.map(({ name, request }, index) => ({
    name,
    async turn() {
      const server = servers[index];
      if (server === undefined) throw new Error('There is a server for each candidate.');
      return { create: await turn({ server, request, connections, seconds }) };
    },
  }));
}

/** A new process, used a little; then all at once. What it grew by at its largest is held by those. */
async function heldBy({ launch, request }: Candidate): Promise<number> {
  return withServers([launch], async ([server]) => {
    if (server === undefined) throw new Error('It was started.');
    await load({ url: server.url, request, connections: 64, seconds: 2 });
    await wait(500);
    const before = server.residentBytes();
    let largest = before;
    const looking = setInterval(() => (largest = Math.max(largest, server.residentBytes())), 20);
    try {
      await load({ url: server.url, request, connections: most, seconds: leastSeconds });
    } finally {
      clearInterval(looking);
    }
    return (largest - before) / most;
  });
}
