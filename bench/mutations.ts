import { randomUUID } from 'node:crypto';
import { liveEnvironment } from '../test/support/process.js';
import { startGateway, type GatewayUnderLoad } from './gateway.js';
import { journalContenders, shippedStore } from './journal.js';
import { byRound, cpuOf, find, median, ratios, spread, takeTurns, type Contender, type Row } from './measure.js';
import type { Bench, Found } from './page.js';
import { create } from './questions.js';
import { settingsFor, startStandIns } from './stand-ins.js';

/** What the journal costs per mutation: whole gateways with it and without, and the journal alone. */

const shippedGateway = 'gateway, journal in a file';
const gatewayWithoutJournal = 'gateway without a journal';
/** Rounds in which code is compiled and pages are filled. */
const uncounted = 2;

export async function measureJournal({ rounds, seconds, rowsBefore, say }: Bench): Promise<Found> {
  const operations = Math.max(64, Math.round(1024 * seconds));
  const turns = { rounds, uncounted, say };
  const stores = await takeTurns(await journalContenders({ operations, rowsBefore }), turns);
  const gateways = await takeTurns(await gatewayContenders(seconds), turns);
  return {
    title: 'What the journal costs',
    turnSeconds: seconds,
    text: table(stores, gateways),
    howToRead: howToRead(rowsBefore),
  };
}

async function gatewayContenders(seconds: number): Promise<readonly Contender[]> {
  const { urls } = await startStandIns();
  const live = liveEnvironment(settingsFor({ moov: urls.moov }));
  const inMemory = { ...live, STORE_URL: 'sqlite::memory:' };
  const noJournal = { NODE_OPTIONS: `--import=${new URL('no-journal.js', import.meta.url).href}` };
  const [file, memory, none] = await Promise.all([
    startGateway(live),
    startGateway(inMemory),
    startGateway({ ...inMemory, ...noJournal }),
  ]);
  const knownKey = randomUUID();
  const replay = create(() => knownKey);
  const creating = (gateway: GatewayUnderLoad) => async () => ({ create: await gateway.costOf(create(), seconds) });
  return [
    { name: shippedGateway, turn: creating(file) },
    { name: gatewayWithoutJournal, turn: creating(none) },
    { name: 'gateway, journal in memory', turn: creating(memory) },
    { name: 'gateway, a key used before', turn: async () => ({ replay: await file.costOf(replay, seconds) }) },
  ];
}

function table(stores: readonly Row[], gateways: readonly Row[]): string {
  const lines = (rows: readonly Row[], shipped: string): string[] =>
    rows.map(row => {
      const costs = cpuOf(row);
      const compared = ratios(costs, cpuOf(find(rows, shipped, row.operation)));
      const wall = median(row.results.map(cost => cost.wall));
      return `| ${row.name} | ${row.operation} | ${spread(costs, 1)} | ${spread(compared, 2)} | ${wall.toFixed(1)} |`;
    });
  const withJournal = cpuOf(find(gateways, shippedGateway));
  const without = cpuOf(find(gateways, gatewayWithoutJournal));
  const difference = byRound(withJournal, without, (left, right) => left - right);
  const lowest = Math.min(...withJournal) / Math.min(...without);
  return [
    '| what | operation | CPU µs | CPU ÷ shipped | wall µs |',
    '|---|---|---|---|---|',
    ...lines(stores, shippedStore),
    ...lines(gateways, shippedGateway),
    '',
    `**With its journal a mutation costs ${spread(ratios(withJournal, without), 2)} times the CPU of one without: ${spread(difference, 0)} µs more.**`,
    `Lowest by lowest: ${lowest.toFixed(2)} times.`,
  ].join('\n');
}

function howToRead(rowsBefore: number): string {
  return `**What does the journal cost per mutation?** The sentence below the table says it: in each round the gateway as shipped, its journal in a file with
\`synchronous=FULL\`, stands beside the same gateway without a journal. Everything else says where the difference goes.

- **CPU** is user and system time of the measured process alone, for one operation: the median of all rounds, and the lowest and
  highest. For a gateway it comes from \`/proc\`, all threads, over a turn of 64 connections.
- **÷ shipped** is formed inside a round, so that a slow moment of the machine is in both: the median of ratios. A store, and the
  journal around it, is compared with the store in a file at 64 operations a turn, a gateway with the one whose journal is in a file.
- **wall** is a turn's length divided by its operations, the median; where it is far above CPU, the process waited: for the
  disk, for a core that others used, or, a gateway, for its callers and the provider, which share the cores with it.
- A waiting gateway groups less in a turn than one that is never idle, so the figures for 64 a turn are not simply parts
  of its figures.
- **1, 8, 64 a turn**: so many operations were asked for in one turn of the event loop and share a commit. One a turn is
  a transaction for each statement.
- **store** is SQLite alone, with rows sealed beforehand; **journal** adds hashes, seals and JSON. Each held ${rowsBefore} rows at
  the start. The journal's rows and the stores' are a claim and a move to \`done\`; a mutation needs one of each.
- **replay** is a key that was used before: no call to the provider, one claim that finds its row.`;
}
