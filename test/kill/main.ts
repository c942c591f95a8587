import { parseArgs } from 'node:util';
import { cleanUp } from '../support/process.js';
import { run } from './run.js';

/**
 * `npm run test:kill -- --kills 10000 --seed 7 --lanes 3`: as many kills as there is time for. With `--replicas 4`, each lane is
 * so many gateways over one PostgreSQL, all of which are harmed.
 */

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    lanes: { type: 'string' },
    replicas: { type: 'string' },
  },
});
const replicas = values.replicas === undefined ? null : Number(values.replicas);
const since = Date.now();
const say = (line: string): void => console.log(`${((Date.now() - since) / 1000).toFixed(1).padStart(7)} s  ${line}`);

try {
  const { breaches, counts } = await run({
    kills: Number(values.kills),
    seed: Number(values.seed),
    lanes: Number(values.lanes ?? (replicas === null ? 3 : 1)),
    replicas,
    say,
  });
  say(JSON.stringify(counts, null, 2));
  for (const breach of breaches) console.log(`\n${breach}`);
  say(breaches.length === 0 ? 'the promise was kept' : `${breaches.length} breaches with seed ${values.seed}`);
  process.exitCode = breaches.length === 0 ? 0 : 1;
} finally {
  await cleanUp();
}
