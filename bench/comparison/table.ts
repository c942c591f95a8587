import { cpuOf, find, median, ratios, spread, type Row } from '../measure.js';
import { limitName } from './contenders.js';
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
