import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../test/support/process.js';
import { byRound, find, quantile, spread } from '../measure.js';
import { billfoldCandidate, billfoldName, journalledLimits, journalledName, limit, limitName } from './contenders.js';
import { lineOf, type Measure } from './parts.js';
import { measured } from './rounds.js';
import type { Turn } from './turns.js';

/** One request at a time: what Billfold adds to LIMIT, of which two commits of the journal are the disk's. */

/** What SQLite writes for a small commit: a page or two, with their heads. */
const commitBytes = 8_192;
const syncsEach = 200;
/** As large as SQLite's log grows before it begins again at its start: what is written over needs no new blocks. */
const logBytes = 4 * 2 ** 20;
const disk = 'the disk';

export const measureLatency: Measure = async (bench, moovUrl) => {
  const folder = temporaryFolder(); // where journals are, too
  const rows = await measured([limit(moovUrl), ...journalledLimits(moovUrl).slice(0, 1), billfoldCandidate(moovUrl)], {
    ...bench,
    connections: 1,
    beside: [{ name: disk, turn: async () => ({ sync: syncs(folder) }) }],
  });
  const p50 = (name: string): readonly number[] => find(rows, name).results.map(result => result.p50);
  const besidesDisk = (name: string): readonly number[] => {
    const added = byRound(p50(name), p50(limitName), (left, right) => left - right);
    return byRound(added, p50(disk), (left, right) => left - 2 * right);
  };
  return {
    targets: [
      {
        name: 'one request at a time: p50 beyond LIMIT’s and two fsyncs',
        unit: 'µs',
        must: 80,
        aim: 25,
        reached: besidesDisk(billfoldName),
      },
    ],
    lines: [
      lineOf('one request at a time, LIMIT', find(rows, limitName)),
      lineOf('one request at a time, LIMIT with a journal', find(rows, journalledName)),
      {
        what: 'the same, p50 beyond LIMIT’s and two fsyncs',
        figures: `${spread(besidesDisk(journalledName), 0)} µs`,
      },
      lineOf('one request at a time, Billfold', find(rows, billfoldName)),
      { what: `an fsync of ${commitBytes / 1024} KiB, p50`, figures: `${spread(p50(disk), 0)} µs` },
    ],
  };
};

function syncs(folder: string): Turn {
  const file = openSync(join(folder, 'fsync'), 'w');
  const bytes = Buffer.alloc(commitBytes, 'x');
  writeSync(file, Buffer.alloc(logBytes));
  fdatasyncSync(file);
  const latencies: number[] = [];
  for (let count = 0; count < syncsEach; count += 1) {
    const since = performance.now();
    writeSync(file, bytes, 0, commitBytes, (count * commitBytes) % logBytes);
    fdatasyncSync(file);
    latencies.push((performance.now() - since) * 1000);
  }
  closeSync(file);
  const [p50, p99] = [quantile(latencies, 0.5), quantile(latencies, 0.99)];
  return { cpu: 0, wall: p50, perSecond: 1e6 / p50, p50, p99, resident: 0, share: 1 };
}
