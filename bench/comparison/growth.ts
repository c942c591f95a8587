import { join } from 'node:path';
import { temporaryFolder } from '../../test/support/process.js';
import { cpuOf, find, ratios, spread, takeTurns } from '../measure.js';
import { fillJournal } from '../rows.js';
import { billfold } from './contenders.js';
import { withServers, type Measure } from './parts.js';
import { turn } from './turns.js';

/** Whether a mutation costs more where many were before it. */

export const measureGrowth: Measure = async ({ rounds, seconds, say, isLarge, growthRows }, moovUrl) => {
  const sizes = [1_000, growthRows, ...(isLarge ? [10 * growthRows] : [])];
  const gateways = sizes.map(rows => ({ rows, name: rows.toLocaleString('en'), ...billfold(moovUrl) }));
  const launches = [];
  for (const { rows, launch } of gateways) {
    const folder = temporaryFolder();
    say(`filling a journal with ${rows.toLocaleString('en')} rows`);
    const file = join(folder, 'journal.sqlite');
    await fillJournal(file, launch.environment.STORE_KEY ?? '', rows);
    launches.push({ ...launch, environment: { ...launch.environment, STORE_URL: `sqlite:${file}` }, folder });
  }
  return withServers(launches, async servers => {
    const contenders = servers.map((server, index) => {
      const { name = '', request } = gateways[index] ?? {};
      if (request === undefined) throw new Error('There is a server for each journal.');
      return { name, turn: async () => ({ create: await turn({ server, request: request(), seconds }) }) };
    });
    const rows = await takeTurns(contenders, { rounds, uncounted: 2, say });
    const [few, ...more] = gateways.map(({ name }) => cpuOf(find(rows, name)));
    const compared = more.map(cpu => ratios(cpu, few ?? []));
    return {
      targets: compared.map((reached, index) => ({
        name: `CPU at ${gateways[index + 1]?.name} rows ÷ at ${gateways[0]?.name}`,
        unit: '×',
        must: 1.15,
        aim: 1.05,
        reached,
      })),
      lines: rows.map(row => ({ what: `a journal of ${row.name} rows`, figures: `CPU ${spread(cpuOf(row), 1)} µs` })),
    };
  });
};
