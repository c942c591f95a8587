import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { cleanUp } from '../../test/support/process.js';
import { find, median } from '../measure.js';
import { billfoldCandidate, billfoldName, limit, mercurius } from './contenders.js';
import { installContenders } from './install.js';
import { startMoov } from './moov.js';
import { recorded } from './recorded.js';
import { measured } from './rounds.js';
import { leaveMeasuredCore, stopServers } from './servers.js';
import { fairRatios, table } from './table.js';
import { verdictOn } from './verdict.js';

/** `npm run bench:check`: in two minutes, whether a mutation has become dearer. */

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '10' }, seconds: { type: 'string', default: '2' } },
});
const say = (line: string): void => console.error(line);

leaveMeasuredCore();
installContenders(say);
const moov = await startMoov();
try {
  const candidates = [limit(moov.url), billfoldCandidate(moov.url), mercurius(moov.url)];
  const rows = await measured(candidates, { rounds: Number(values.rounds), seconds: Number(values.seconds), say });
  console.log(`${table(rows)}\n`);
  const [base] = rows;
  if (base === undefined) throw new Error('Nobody was measured.');
  const known = recorded().contenders.find(({ name }) => name === billfoldName);
  if (known === undefined) throw new Error('Nothing was recorded: run `npm run bench -- --write` first.');
  const { isDearer, sentence } = verdictOn(
    billfoldName,
    median(fairRatios(find(rows, billfoldName), base)),
    known.ratio,
  );
  console.log(sentence);
  process.exitCode = isDearer ? 1 : 0;
} finally {
  stopServers();
  moov.stop();
  await cleanUp();
}
