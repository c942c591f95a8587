import 'reflect-metadata';
import { statfsSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { parseArgs } from 'node:util';
import { cleanUp } from '../test/support/process.js';
import { gatewayContenders, gatewayWithoutJournal, shippedGateway } from './gateway.js';
import { journalContenders, shippedStore } from './journal.js';
import { byRound, cpuOf, median, spread, takeTurns, type Row } from './measure.js';

/** `npm run bench -- --rounds 10 --seconds 2 --write`: what the journal costs per mutation. Runs on Linux. */

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '8' },
    /** Of a gateway's turn; the stores' turns grow with it. */
    seconds: { type: 'string', default: '2' },
    /** In each journal before the stores' first turn. */
    rows: { type: 'string', default: '20000' },
    write: { type: 'boolean', default: false },
  },
});
const [rounds, seconds, rowsBefore] = [values.rounds, values.seconds, values.rows].map(Number) as [
  number,
  number,
  number,
];
const say = (line: string): void => console.error(line);

try {
  const operations = Math.max(64, Math.round(1024 * seconds));
  const stores = await takeTurns(await journalContenders({ operations, rowsBefore }), rounds, say);
  const gateways = await takeTurns(await gatewayContenders(seconds), rounds, say);
  const text = table(stores, gateways);
  console.log(text);
  if (values.write) writeFileSync('bench/RESULTS.md', page(text));
} finally {
  await cleanUp();
}

function table(stores: readonly Row[], gateways: readonly Row[]): string {
  const lines = (rows: readonly Row[], shipped: string): string[] =>
    rows.map(row => {
      const base =
        rows.find(({ name, operation }) => name === shipped && operation === row.operation) ?? find(rows, shipped);
      const ratios = byRound(row, base, (cost, shippedCost) => cost / shippedCost);
      const wall = median(row.costs.map(cost => cost.wall));
      return `| ${row.name} | ${row.operation} | ${spread(cpuOf(row.costs), 1)} | ${spread(ratios, 2)} | ${wall.toFixed(1)} |`;
    });
  const withJournal = find(gateways, shippedGateway);
  const without = find(gateways, gatewayWithoutJournal);
  const ratio = byRound(withJournal, without, (left, right) => left / right);
  const difference = byRound(withJournal, without, (left, right) => left - right);
  const lowest = Math.min(...cpuOf(withJournal.costs)) / Math.min(...cpuOf(without.costs));
  return [
    '| what | operation | CPU µs | CPU ÷ shipped | wall µs |',
    '|---|---|---|---|---|',
    ...lines(stores, shippedStore),
    ...lines(gateways, shippedGateway),
    '',
    `**With its journal a mutation costs ${spread(ratio, 2)} times the CPU of one without: ${spread(difference, 0)} µs more.**`,
    `Lowest by lowest: ${lowest.toFixed(2)} times.`,
  ].join('\n');
}

function find(rows: readonly Row[], shipped: string): Row {
  const row = rows.find(({ name }) => name === shipped);
  if (row === undefined) throw new Error(`Nobody measured ${shipped}.`);
  return row;
}

function page(text: string): string {
  return `# What the journal costs

Written by \`npm run bench -- --write\` on ${new Date().toISOString().slice(0, 10)}; ${rounds} rounds, ${seconds} s a turn.

- ${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, ${process.platform} ${process.arch}; load in the
  last 15 minutes: ${(loadavg()[2] ?? 0).toFixed(1)}
- Node ${process.versions.node}, SQLite ${process.versions.sqlite}; journals on ${fileSystem()}

${text}

## How to read it

**What does the journal cost per mutation?** The sentence below the table says it: in each round the gateway as shipped, its journal in a file with
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
- **replay** is a key that was used before: no call to the provider, one claim that finds its row.

The machine is a virtual one that was shared with other work while this ran. Compare ratios, not microseconds, and
none of them closer than its spread. No test judges by speed.
`;
}

/** Where a commit costs nothing, FULL costs nothing either. */
function fileSystem(): string {
  const names: Readonly<Record<number, string>> = {
    0xef53: 'ext4',
    0x01021994: 'tmpfs (no disk at all)',
    0x794c7630: 'overlayfs',
  };
  const { type } = statfsSync(tmpdir());
  return names[type] ?? `a file system of type 0x${type.toString(16)}`;
}
