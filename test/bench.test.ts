import { spawnSync } from 'node:child_process';
import { expect, test } from '@jest/globals';

// Whether the bench works; what it measures in so short a time means nothing.
const onLinux = process.platform === 'linux' ? test : test.skip;

onLinux(
  'the bench › measures every contender, and prints an answer',
  () => {
    const quickly = ['--rounds', '1', '--seconds', '0.1', '--rows', '100'];
    const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/bench/main.js', ...quickly], {
      encoding: 'utf8',
    });
    expect({ status, stderr }).toMatchObject({ status: 0 });
    const rows = stdout.split('\n').filter(line => line.startsWith('| '));
    const [, ...measured] = rows.map(line => line.split(' | ').slice(0, 2).join(': ').slice(2));
    const store = ['1', '8', '64'].flatMap(perTurn =>
      ['file', 'memory'].flatMap(place =>
        ['claim', 'move'].map(operation => `store, ${place}, ${perTurn} a turn: ${operation}`),
      ),
    );
    expect(measured).toEqual([
      ...store,
      'journal, file, 64 a turn: claim',
      'journal, file, 64 a turn: move',
      'gateway, journal in a file: create',
      'gateway without a journal: create',
      'gateway, journal in memory: create',
      'gateway, a key used before: replay',
    ]);
    expect(rows.filter(line => /NaN|Infinity|\b0\.0\b/.test(line))).toEqual([]);
    expect(stdout).toMatch(/a mutation costs \d+\.\d+ \(.*\) times the CPU of one without/);
  },
  60_000,
);
