import { spawnSync } from 'node:child_process';
import { expect, test } from '@jest/globals';
import { isOwnPostgresHere } from './support/postgres.js';

// Whether the bench works; what it measures in so short a time means nothing.
const onLinux = process.platform === 'linux' ? test : test.skip;

interface Measured {
  readonly stdout: string;
  /** By what stands before the first number in a line. */
  readonly rows: ReadonlyMap<string, readonly number[]>;
}

/** What one kind prints after one round. Every cell but a row's names must be a number, with or without its spread. */
function measured(kind: string, names: number): Measured {
  const quickly = ['--of', kind, '--rounds', '1', '--seconds', '0.1', '--rows', '100'];
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/bench/main.js', ...quickly], {
    encoding: 'utf8',
  });
  expect({ status, stderr }).toMatchObject({ status: 0 });
  const printed = stdout.split('\n');
  const isHead = (place: number): boolean => printed[place + 1]?.startsWith('|---') === true;
  const lines = printed.filter((line, place) => line.startsWith('| ') && !isHead(place));
  const rows = lines.map(line => {
    const cells = line.slice(2, -2).split(' | ');
    const values = cells
      .slice(names)
      .map(cell => /^(\d+(?:\.\d+)?)(?: \(\d+(?:\.\d+)?–\d+(?:\.\d+)?\))?$/.exec(cell)?.[1]);
    expect({ line, values }).toEqual({ line, values: values.map(() => expect.any(String)) });
    return [cells.slice(0, names).join(': '), values.map(Number)] as const;
  });
  return { stdout, rows: new Map(rows) };
}

/** What of all that is printed, rounded to `digits`, may be a quotient of these two. */
function expectRatio(
  ratio: number | undefined,
  above: number | undefined,
  below: number | undefined,
  digits: number,
): void {
  const rounding = 10 ** -digits / 2;
  const [left = NaN, right = NaN, printed = NaN] = [above, below, ratio];
  expect(printed).toBeGreaterThanOrEqual((left - rounding) / (right + rounding) - 0.005);
  expect(printed).toBeLessThanOrEqual((left + rounding) / Math.max(0, right - rounding) + 0.005);
}

onLinux(
  'the bench › measures every contender with a journal and without, and prints an answer',
  () => {
    const { stdout, rows } = measured('journal', 2);
    const store = ['1', '8', '64'].flatMap(perTurn =>
      ['file', 'memory'].flatMap(place =>
        ['claim', 'move'].map(operation => `store, ${place}, ${perTurn} a turn: ${operation}`),
      ),
    );
    expect([...rows.keys()]).toEqual([
      ...store,
      'journal, file, 64 a turn: claim',
      'journal, file, 64 a turn: move',
      'gateway, journal in a file: create',
      'gateway without a journal: create',
      'gateway, journal in memory: create',
      'gateway, a key used before: replay',
    ]);
    expect([...rows].filter(([, values]) => values.includes(0))).toEqual([]);
    expect(stdout).toMatch(/a mutation costs \d+\.\d+ \(.*\) times the CPU of one without/);
  },
  60_000,
);

onLinux(
  'the bench › measures every kind of read against one wallet, and says how many calls each took',
  () => {
    const { rows } = measured('reads', 1);
    const calls = [...rows].map(([name, [count = NaN]]) => [name, count]);
    expect(calls).toEqual([
      ['`node`, not cached', 1],
      ['`nodes`, 100 of one Moov account', 1],
      ['`wallets`, four providers, 10 each', 9],
      ['the same, cached', expect.any(Number)],
      ['`createMoovWallet`', 1],
    ]);
    expect(rows.get('the same, cached')?.[0]).toBeLessThan(9);
    const [, node] = rows.get('`node`, not cached') ?? [];
    for (const [, cpu, ratio] of rows.values()) expectRatio(ratio, cpu, node, 0);
  },
  60_000,
);

(isOwnPostgresHere ? onLinux : test.skip)(
  'the bench › measures one to four gateways on one PostgreSQL against one on a file, one create for each key',
  () => {
    const { stdout, rows } = measured('replicas', 1);
    const shared = ['one gateway', 'two gateways', 'three gateways', 'four gateways'];
    expect([...rows.keys()]).toEqual([
      'SQLite, one gateway',
      ...shared.map(gateways => `PostgreSQL, ${gateways}`),
      ...['a key used before', 'one at a time'].flatMap(what => [`SQLite, ${what}`, `PostgreSQL, ${what}`]),
      ...['SQLite, one gateway', 'PostgreSQL, one gateway', 'PostgreSQL, four gateways'].map(who => `waiting, ${who}`),
      ...['store, PostgreSQL, 1 a turn', 'store, PostgreSQL, 8 a turn', 'store, PostgreSQL, 64 a turn']
        .concat('the same, a statement for each')
        .flatMap(what => [`${what}: claim`, `${what}: move`]),
    ]);
    const [rate, ofFile] = rows.get('SQLite, one gateway') ?? [];
    expect(ofFile).toBe(1);
    for (const gateways of shared) {
      const [perSecond, ratio] = rows.get(`PostgreSQL, ${gateways}`) ?? [];
      expectRatio(ratio, perSecond, rate, 0);
    }
    const [waiters, p50 = NaN, p95 = NaN, longest = NaN] = rows.get('waiting, PostgreSQL, four gateways') ?? [];
    expect({ waiters, isOrdered: p50 <= p95 && p95 <= longest }).toEqual({ waiters: 19, isOrdered: true });
    expect(stdout).toContain(`within ${p95.toFixed(1)} ms of the first.`);
    expect(stdout).toMatch(/takes [1-9]\d+ bytes of tables and [1-9]\d+ of indexes; .* wrote [1-9]\d+ bytes ahead/);
  },
  120_000,
);

onLinux(
  'the bench › compares a healthy provider beside faulty ones with itself, every answer checked',
  () => {
    const { stdout, rows } = measured('faults', 1);
    expect([...rows.keys()]).toEqual([
      '`wallets` of Moov alone, p50 ms',
      '`wallets` of Moov alone, p99 ms',
      '`createMoovWallet`, p50 ms',
      '`createMoovWallet`, p99 ms',
      '`wallets` of all four, p50 ms',
      '`wallets` of all four, longest ms',
      'calls that reached PingOne (hangs)',
      'calls that reached Juspay (resets)',
      'calls that reached Equals Money (429)',
    ]);
    for (const [name, [calm, faulty, ratio]] of rows) expectRatio(ratio, faulty, calm, name.endsWith('ms') ? 1 : 0);
    const [, , ratio] = rows.get('`wallets` of Moov alone, p99 ms') ?? [];
    expect(Number(/Moov's p99 is (\d+\.\d+)/.exec(stdout)?.[1])).toBe(ratio);
    expect(stdout).toMatch(/It is \d+\.\d+ \(.*\) times that of turns in which nobody asks the others/);
    expect(Number(/all (\d+) answers of all four held/.exec(stdout)?.[1])).toBeGreaterThan(0);
  },
  120_000,
);

test('the bench › says what it can measure where it is asked for anything else', () => {
  const { status, stderr } = spawnSync(process.execPath, ['dist/bench/main.js', '--of', 'nothing'], {
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  expect(stderr).toContain('--of takes one of journal, reads, replicas, faults.');
});
