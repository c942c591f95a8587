import { readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import { journalledLimits } from '../bench/comparison/contenders.js';
import { startMoov } from '../bench/comparison/moov.js';
import { picture } from '../bench/comparison/picture.js';
import { piecesOf } from '../bench/comparison/pieces.js';
import { recorded } from '../bench/comparison/recorded.js';
import { startServer } from '../bench/comparison/servers.js';
import { fairRatios } from '../bench/comparison/table.js';
import { targetTable, verdictOf, type Target } from '../bench/comparison/targets.js';
import type { Turn } from '../bench/comparison/turns.js';
import { verdictOn } from '../bench/comparison/verdict.js';
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

// As on a bare machine, which has none of the programs that make figures steadier.
const bare = { ...process.env, BENCH_WITHOUT: 'nginx,wrk,taskset,autocannon,openssl' };

function compared(given: readonly string[], env: NodeJS.ProcessEnv): string {
  const quickly = ['--rounds', '1', '--seconds', '0.1', '--own-only', ...given];
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/bench/main.js', ...quickly], {
    encoding: 'utf8',
    env,
  });
  expect({ status, stderr }).toMatchObject({ status: 0 });
  return stdout;
}

/** The first two cells of each row below that head. */
function rowsBelow(head: string, printed: string): string[][] {
  const [, below = ''] = printed.split(`${head}\n|---`);
  const [lines = ''] = below.split('\n\n');
  return lines
    .split('\n')
    .slice(1)
    .map(line => line.slice(2, -2).split(' | ').slice(0, 2));
}

const comparisonHead = '| who | CPU µs | CPU ÷ LIMIT | lowest ÷ lowest | a second | p50 ms | p99 ms | MiB |';

onLinux(
  'the bench › compares Billfold with LIMIT and measures all that is aimed at, on a machine with none of its tools',
  () => {
    const printed = compared(['--growth', '2000', '--in-flight', '100'], bare);
    expect(rowsBelow(comparisonHead, printed).map(([name]) => name)).toEqual([
      'LIMIT',
      'LIMIT with a journal',
      'LIMIT with a journal, a key used before',
      'Billfold',
      'Billfold, a key used before',
      'Billfold, each commit alone',
      ...(isOwnPostgresHere ? ['Billfold, PostgreSQL'] : []),
    ]);
    const targets = rowsBelow('| what | in | reached | not reached |', printed);
    expect(targets).toEqual([
      ['CPU: Billfold ÷ LIMIT', '×'],
      ['CPU: Billfold, a key used before ÷ LIMIT', '×'],
      ['one request at a time: p50 beyond LIMIT’s and two fsyncs', 'µs'],
      ['100 wallets of one account through `nodes` ÷ one', '×'],
      ['calls to the provider for these', 'calls'],
      ['held by each of 100 requests in flight', 'KiB'],
      ['cold start to the first answer', 'ms'],
      ['a text that nobody sent before, beyond a known one', 'ms'],
      ['p99 of known texts beside 100 new ones a second ÷ beside as many known ones', '×'],
      ['CPU at 2,000 rows ÷ at 1,000 rows', '×'],
    ]);
    expect(printed).toContain('| calls to the provider for these | calls | 1.00 (1.00–1.00) |');
    for (const what of [
      'createDigitalWallet, of whose messages one failed',
      'provisionCardToken',
      'createWalletAccount',
    ]) {
      expect(printed).toMatch(new RegExp(`\\| ${what} \\| CPU \\d`));
    }
    expect(printed).toContain('| of a mutation: journal |');
  },
  240_000,
);

onLinux('the bench › LIMIT with a journal asks the provider once for a key, and answers the same again', async () => {
  const moov = await startMoov();
  const [candidate] = journalledLimits(moov.url);
  if (candidate === undefined) throw new Error('There is one.');
  const server = await startServer(candidate.launch);
  try {
    const ask = async (key: string): Promise<unknown> => {
      const { path, headers, body } = candidate.request;
      const answer = await fetch(server.url + path, { method: 'POST', headers, body: body.replaceAll('{{n}}', key) });
      return answer.json();
    };
    const first = await ask('one');
    expect(candidate.request.fits(first)).toBe(true);
    expect(await ask('one')).toEqual(first); // the provider would give another id
    expect(await ask('two')).not.toEqual(first);
  } finally {
    await server.stop();
    moov.stop();
  }
});

onLinux(
  'the bench › compares with the tools that are here',
  () => {
    const printed = compared(['--parts', 'tls'], process.env);
    const cpu = rowsBelow(comparisonHead, printed).map(([, micros]) => Number.parseFloat(micros ?? ''));
    expect(cpu.filter(micros => !(micros > 0))).toEqual([]);
    expect(printed).toMatch(/^\| TLS to the provider \|/m);
  },
  120_000,
);

describe('what the bench says of figures', () => {
  test('a mutation that is 10 % above what was recorded is dearer, one that is 9 % above is not', () => {
    expect(verdictOn('Billfold', 1.09, 1)).toEqual({
      isDearer: false,
      sentence: 'Billfold ÷ LIMIT is 1.09, recorded is 1.00: 9.0 %.',
    });
    expect(verdictOn('Billfold', 1.101, 1).isDearer).toBe(true);
    expect(verdictOn('Billfold', 2.4, 2).sentence).toContain('That is more than 10 % dearer.');
    expect(verdictOn('Billfold', 0.5, 1).isDearer).toBe(false);
  });

  test('the check has a ratio of Billfold to compare with, and of Mercurius', () => {
    const ratios = new Map(recorded().contenders.map(({ name, ratio }) => [name, ratio]));
    expect(ratios.get('LIMIT')).toBe(1);
    expect(ratios.get('Billfold')).toBeGreaterThan(0);
    expect(ratios.get('Mercurius + jit')).toBeGreaterThan(0);
  });

  const target = (reached: readonly number[], more: Partial<Target> = {}): Target => ({
    name: 'what',
    unit: '×',
    must: 1.6,
    aim: 1,
    reached,
    ...more,
  });

  test('a target is judged by the median, and says what it was to be only where it is not reached', () => {
    expect(verdictOf(target([0.9, 1, 9]))).toBe('aim');
    expect(verdictOf(target([1.1, 1.6]))).toBe('must');
    expect(verdictOf(target([1.7]))).toBe('missed');
    expect(verdictOf(target([7.5], { must: 5, aim: 7.5, isAtLeast: true }))).toBe('aim');
    expect(verdictOf(target([4.9], { must: 5, aim: 7.5, isAtLeast: true }))).toBe('missed');
    const [, , reached, close, missed] = targetTable([target([1]), target([1.5]), target([12, 14])]).split('\n');
    expect(reached).toBe('| what | × | 1.00 (1.00–1.00) |  |');
    expect(close).toBe('| what | × | 1.50 (1.50–1.50) | aim ≤ 1 |');
    expect(missed).toBe('| what | × | 13.0 (12.0–14.0) | **must ≤ 1.6**, aim ≤ 1 |');
  });

  const row = (name: string, ...turns: readonly (readonly [cpu: number, share: number])[]) => ({
    name,
    operation: 'create',
    results: turns.map(([cpu, share]): Turn => ({
      cpu,
      share,
      wall: 0,
      perSecond: 0,
      p50: 0,
      p99: 0,
      resident: 0,
    })),
  });

  test('a round in which either had too little of its core forms no ratio, unless most rounds are such', () => {
    const base = row('LIMIT', [10, 1], [10, 1], [10, 0.5]);
    expect(fairRatios(row('who', [20, 1], [30, 1], [90, 1]), base)).toEqual([2, 3]);
    expect(fairRatios(row('who', [20, 0.8], [30, 1], [90, 1]), base)).toEqual([2, 3, 9]);
  });

  test('time in native code is of whoever called it, and idle time of nobody', () => {
    const frame = (id: number, functionName: string, url: string, ...children: number[]) => ({
      id,
      callFrame: { functionName, url },
      children,
    });
    const profile = {
      nodes: [
        frame(1, '(root)', '', 2, 4, 5, 6, 7),
        frame(2, 'claim', 'file:///app/dist/src/store/sqlite/store.js', 3),
        frame(3, 'exec', ''),
        frame(4, '(idle)', ''),
        frame(5, '(garbage collector)', ''),
        frame(6, 'parse', 'file:///app/node_modules/graphql/language/parser.js', 8),
        frame(7, '(program)', ''),
        frame(8, '(garbage collector)', ''),
      ],
      samples: [2, 3, 4, 5, 6, 7, 8],
      timeDeltas: [10, 30, 500, 10, 20, 20, 10],
    };
    expect(piecesOf(profile)).toEqual([
      { name: 'journal', share: 0.4 },
      { name: 'garbage collection', share: 0.2 },
      { name: 'GraphQL', share: 0.2 },
      { name: 'Node and the kernel', share: 0.2 },
    ]);
  });

  test('the picture has a bar for each contender and a part for each piece, and is well formed', () => {
    const drawn = picture({
      date: '2026-11-30',
      node: '24.21.0',
      processor: 'any',
      contenders: [
        { name: 'LIMIT', micros: 30, ratio: 1 },
        { name: 'A & B', micros: 60, ratio: 2 },
      ],
      pieces: [{ name: 'journal', micros: 12.34 }],
    });
    expect(drawn).toContain('>A &amp; B</text>');
    expect(drawn).toContain('>2.00</text>');
    expect(drawn).toContain('>journal: 12.3 µs</text>');
    expect(drawn.match(/<text /g)?.length).toBe(drawn.match(/<\/text>/g)?.length);
  });
});

test('the bench › says what it can measure where it is asked for anything else', () => {
  const { status, stderr } = spawnSync(process.execPath, ['dist/bench/main.js', '--of', 'nothing'], {
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  expect(stderr).toContain('--of takes one of all, comparison, journal, reads, replicas, faults.');
});

test("Hive Gateway is given Moov's description as the contract has it", () => {
  const read = (path: string) => readFileSync(path, 'utf8');
  expect(read('bench/contenders/moov.openapi.yaml')).toBe(read('test/contract/moov.openapi.yaml'));
});
