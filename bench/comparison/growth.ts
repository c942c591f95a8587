import { join } from 'node:path';
import { temporaryFolder } from '../../test/support/process.js';
import { cpuOf, find, ratios, spread } from '../measure.js';
import { fillJournal } from '../rows.js';
import { billfold, type Candidate } from './contenders.js';
import type { Measure } from './parts.js';
import { measured } from './rounds.js';

/** Whether a mutation costs more where many were before it. */

const fewest = 1_000;

export const measureGrowth: Measure = async (bench, moovUrl) => {
  const { say, isLarge, growthRows } = bench;
  const candidates: Candidate[] = [];
  for (const rows of [fewest, growthRows, ...(isLarge ? [10 * growthRows] : [])]) {
    say(`filling a journal with ${rows.toLocaleString('en')} rows`);
    candidates.push(await filled(moovUrl, rows));
  }
  const rows = await measured(candidates, bench);
  const [few, ...more] = candidates.map(({ name }) => find(rows, name));
  if (few === undefined) throw new Error('There is a journal of few rows.');
  return {
    targets: more.map(row => ({
      name: `CPU at ${row.name} ÷ at ${few.name}`,
      unit: '×',
      must: 1.15,
      aim: 1.05,
      reached: ratios(cpuOf(row), cpuOf(few)),
    })),
    lines: rows.map(row => ({ what: row.name, figures: `CPU ${spread(cpuOf(row), 1)} µs` })),
  };
};

/** A gateway in whose journal so many operations are over. */
async function filled(moovUrl: string, rows: number): Promise<Candidate> {
  const { launch, request } = billfold(moovUrl);
  const { environment } = launch;
  const folder = temporaryFolder();
  const file = join(folder, 'journal.sqlite');
  await fillJournal(file, environment.STORE_KEY ?? '', rows);
  return {
    name: `${rows.toLocaleString('en')} rows`,
    launch: { ...launch, folder, environment: { ...environment, STORE_URL: `sqlite:${file}` } },
    request: request(),
  };
}
