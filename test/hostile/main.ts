import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { cleanUp } from '../support/process.js';
import { run } from './run.js';

/** `npm run test:hostile -- --inputs 1000000 --seed 7`: as many inputs as there is time for. Exit code 1 where one does harm. */

const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const [inputs, seed] = [Number(values.inputs), Number(values.seed)];
const since = Date.now();
const say = (line: string): void => console.log(`${((Date.now() - since) / 1000).toFixed(1).padStart(7)} s  ${line}`);

say(`${inputs} inputs from seed ${seed}`);
const { breaches, counts } = await run({
  inputs,
  seed,
  progress: done => {
    if (done % 10_000 === 0) say(`${done} inputs`);
  },
});
say(JSON.stringify(counts, null, 2));
for (const breach of breaches) console.log(`\n${breach}`);
say(breaches.length === 0 ? 'none did harm' : `harm was done with seed ${seed}`);
process.exitCode = breaches.length === 0 ? 0 : 1;
await cleanUp();
