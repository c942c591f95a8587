import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../test/support/process.js';
import { byRound, find, quantile, spread, takeTurns, type Contender } from '../measure.js';
import { billfoldCandidate, billfoldName, limit, limitName } from './contenders.js';
import { lineOf, withServers, type Measure } from './parts.js';
import { turn, type Turn } from './turns.js';

/** One request at a time: what Billfold adds to LIMIT, of which two commits of the journal are the disk's. */

/** What SQLite writes for a small commit: a page or two, with their heads. */
const commitBytes = 8_192;
const syncsEach = 200;
const disk = 'the disk';

export const measureLatency: Measure = async ({ rounds, seconds, say }, moovUrl) => {
  const candidates = [limit(moovUrl), billfoldCandidate(moovUrl)];
  return withServers(
    candidates.map(({ launch }) => launch),
    async servers => {
      const contenders: Contender<Turn>[] = servers.map((server, index) => {
        const { name = '', request } = candidates[index] ?? {};
        if (request === undefined) throw new Error('There is a server for each candidate.');
        return { name, turn: async () => ({ create: await turn({ server, request, connections: 1, seconds }) }) };
      });
      // In the same folder as the journal, and in the same round.
      const folder = servers[1]?.folder ?? temporaryFolder();
      contenders.push({ name: disk, turn: async () => ({ sync: syncs(folder) }) });
      const rows = await takeTurns(contenders, { rounds, uncounted: 2, say });
      const [base, own, sync] = [limitName, billfoldName, disk].map(name =>
        find(rows, name).results.map(({ p50 }) => p50),
      );
      const added = byRound(own ?? [], base ?? [], (left, right) => left - right);
      const besidesDisk = byRound(added, sync ?? [], (left, right) => left - 2 * right);
      return {
        targets: [
          {
            name: 'one request at a time: p50 beyond LIMIT’s and two fsyncs',
            unit: 'µs',
            must: 80,
            aim: 25,
            reached: besidesDisk,
          },
        ],
        lines: [
          lineOf('one request at a time, LIMIT', find(rows, limitName)),
          lineOf('one request at a time, Billfold', find(rows, billfoldName)),
          { what: `an fsync of ${commitBytes / 1024} KiB, p50`, figures: `${spread(sync ?? [], 0)} µs` },
        ],
      };
    },
  );
};

function syncs(folder: string): Turn {
  const file = openSync(join(folder, 'fsync'), 'w');
  const bytes = Buffer.alloc(commitBytes, 'x');
  const latencies: number[] = [];
  for (let count = 0; count < syncsEach; count += 1) {
    const since = performance.now();
    writeSync(file, bytes);
    fdatasyncSync(file);
    latencies.push((performance.now() - since) * 1000);
  }
  closeSync(file);
  const [p50, p99] = [quantile(latencies, 0.5), quantile(latencies, 0.99)];
  return { cpu: 0, wall: p50, perSecond: 1e6 / p50, p50, p99, resident: 0, share: 1 };
}
