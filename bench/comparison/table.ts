import { cpuOf, find, median, ratios, spread, type Row } from '../measure.js';
import { apolloName, billfoldName, hiveName, limitName, mercuriusName, replayName } from './contenders.js';
import type { Target } from './targets.js';
import type { Turn } from './turns.js';

/** What the comparison says. */

/** A process that got less of its core in a turn says nothing about itself. */
const leastShare = 0.9;

export function table(rows: readonly Row<Turn>[]): string {
  const base = find(rows, limitName);
  const lines = rows.map(row => {
    const { name, results } = row;
    const of = (value: (turn: Turn) => number): number => median(results.map(value));
    const compared = fairRatios(row, base);
    return [
      name,
      spread(cpuOf(row), 1),
      spread(compared, 2),
      (Math.min(...cpuOf(row)) / Math.min(...cpuOf(base))).toFixed(2),
      of(({ perSecond }) => perSecond).toFixed(0),
      (of(({ p50 }) => p50) / 1000).toFixed(2),
      (of(({ p99 }) => p99) / 1000).toFixed(2),
      (of(({ resident }) => resident) / 2 ** 20).toFixed(0),
    ];
  });
  const robbed = rows.flatMap(({ results }) => results).filter(({ share }) => share < leastShare).length;
  return [
    '| who | CPU µs | CPU ÷ LIMIT | lowest ÷ lowest | a second | p50 ms | p99 ms | MiB |',
    '|---|---|---|---|---|---|---|---|',
    ...lines.map(cells => `| ${cells.join(' | ')} |`),
    '',
    robbed === 0
      ? 'Everybody had at least 90 % of the core in every turn.'
      : `In ${robbed} turns others took more than 10 % of the core; no ratio is formed with these, unless more than half are such.`,
  ].join('\n');
}

/** CPU by CPU of the same round; of rounds in which both had their core, where they are at least half. */
export function fairRatios(row: Row<Turn>, base: Row<Turn>): readonly number[] {
  const all = ratios(cpuOf(row), cpuOf(base));
  const isFair = (turn: Turn | undefined): boolean => turn !== undefined && turn.share >= leastShare;
  const fair = all.filter((_ratio, round) => isFair(row.results[round]) && isFair(base.results[round]));
  return fair.length * 2 >= all.length ? fair : all;
}

/** Of what was measured: where nobody installed the others, these say nothing. */
export function targetsOf(rows: readonly Row<Turn>[]): Target[] {
  const target = (above: string, below: string, bounds: Pick<Target, 'must' | 'aim' | 'isAtLeast'>): Target[] => {
    const [left, right] = [above, below].map(name => rows.find(row => row.name === name));
    if (left === undefined || right === undefined) return [];
    return [{ name: `CPU: ${above} ÷ ${below}`, unit: '×', ...bounds, reached: fairRatios(left, right) }];
  };
  return [
    ...target(billfoldName, limitName, { must: 1.6, aim: 1 }),
    ...target(billfoldName, mercuriusName, { must: 1.1, aim: 0.75 }),
    ...target(apolloName, billfoldName, { must: 5, aim: 7.5, isAtLeast: true }),
    ...target(hiveName, billfoldName, { must: 9, aim: 13, isAtLeast: true }),
    ...target(replayName, limitName, { must: 0.8, aim: 0.5 }),
  ];
}

export const howToRead = `**What does a mutation cost, with everything switched on?** Everybody makes a wallet at Moov, by the same mutation, and answers the
same thirteen fields. **LIMIT** is the same work without GraphQL: \`node:http\`, JSON in and out, undici; **LIMIT with a
journal** keeps a key and its answer besides, sealed, and nothing else. **Billfold** is as
\`npm start\` starts it: ES256 tokens, its journal in SQLite with \`synchronous=FULL\`, logs, limits. The others are as
their own documentation begins, in [bench/contenders](contenders): no idempotency, no callers, no limits, no logs.

- **CPU** is user and system time of the process, all its threads, for one mutation, from \`/proc\`: the median of all rounds, and
  the lowest and highest. **÷ LIMIT** is formed inside a round, so that a slow moment of the machine is in both: the median
  of ratios. **lowest ÷ lowest** checks it: where the two differ much, the machine was too busy.
- PostgreSQL's own CPU is not in Billfold's; [REPLICAS.md](REPLICAS.md) has it.
- **a second, p50, p99** are at 64 connections, each of which asks as soon as it is answered, and of a process that has one
  core. They carry whatever else the machine did. **MiB** is resident after a turn.
- Every turn begins and ends with an answer that is read in full, and what comes between must have its size; any error ends
  the bench.
- **A key used before** makes no call to the provider. **Each commit alone** does not group the journal's work by turns of the
  event loop: what grouping saves is the difference.
- **p99 of known texts beside new ones** is the ratio of two medians over all rounds, which stand below: it has no spread.
- **Further**: a card token takes three calls to Equals Money, two of them lists; every other mutation takes one.
- **What was aimed at**: a target that is reached has its figure alone, the median, lowest and highest; one that is not says
  what it was to be.`;
