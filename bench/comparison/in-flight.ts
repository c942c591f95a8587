import { setTimeout as wait } from 'node:timers/promises';
import { cpuOf, find, ratios, spread } from '../measure.js';
import { startStandIns } from '../stand-ins.js';
import { billfoldCandidate, billfoldName, limit, limitName, type Candidate } from './contenders.js';
import { load } from './load.js';
import { lineOf, withServers, type Line, type Measure } from './parts.js';
import { measured } from './rounds.js';

/** Many in flight over a provider that takes a tenth of a second: what they cost, and what each of them holds. */

const lingeringMs = 100;
const levels = [1, 64, 1_000];
const mostRounds = 3;
/** Of a turn: in it, each of so many has whole answers. */
const lengthOf = (seconds: number, inFlight: number): number => Math.max(seconds, inFlight / 1_000);

/** At a Moov that lingers. */
async function candidatesThere(): Promise<Candidate[]> {
  const standIns = await startStandIns({ lingeringMs });
  await standIns.tell({ moov: 'lingers' });
  return [limit(standIns.urls.moov), billfoldCandidate(standIns.urls.moov)];
}

export const measureInFlight: Measure = async ({ rounds, seconds, mostInFlight: most, say }) => {
  const candidates = await candidatesThere();
  const lines: Line[] = [];
  const taking = { rounds: Math.min(rounds, mostRounds), seconds: lengthOf(seconds, most), say };
  for (const connections of [...levels.filter(level => level < most), most]) {
    const rows = await measured(candidates, { ...taking, connections });
    const [base, own] = [find(rows, limitName), find(rows, billfoldName)];
    const what = `${connections.toLocaleString('en')} in flight, provider takes ${lingeringMs} ms`;
    lines.push(lineOf(`${what}, ${limitName}`, base), lineOf(`${what}, ${billfoldName}`, own), {
      what: `the same, ${billfoldName} ÷ ${limitName}`,
      figures: `CPU ${spread(ratios(cpuOf(own), cpuOf(base)), 2)}`,
    });
  }
  return { targets: [], lines };
};

export const measureMemory: Measure = async ({ rounds, seconds, mostInFlight: most }) => {
  const [bare, own] = await candidatesThere();
  const held = { bare: [] as number[], own: [] as number[] };
  for (let round = 0; round < Math.min(rounds, mostRounds); round += 1) {
    if (bare !== undefined) held.bare.push(await heldBy(bare, most, lengthOf(seconds, most)));
    if (own !== undefined) held.own.push(await heldBy(own, most, lengthOf(seconds, most)));
  }
  const what = `held by each of ${most.toLocaleString('en')} requests in flight`;
  return {
    targets: [{ name: what, unit: 'KiB', must: 70, aim: 45, reached: held.own }],
    lines: [{ what: `${what}, ${limitName}`, figures: `${spread(held.bare, 1)} KiB` }],
  };
};

/** In KiB. A new process, used a little; then all at once. What it grew by at its largest is held by those. */
async function heldBy({ launch, request }: Candidate, most: number, seconds: number): Promise<number> {
  return withServers([launch], async ([server]) => {
    if (server === undefined) throw new Error('It was started.');
    await load({ url: server.url, request, connections: 64, seconds: seconds / 2 });
    await wait(500);
    const before = server.residentBytes();
    let largest = before;
    const looking = setInterval(() => (largest = Math.max(largest, server.residentBytes())), 20);
    try {
      await load({ url: server.url, request, connections: most, seconds });
    } finally {
      clearInterval(looking);
    }
    return (largest - before) / 1024 / most;
  });
}
