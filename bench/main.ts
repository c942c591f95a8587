import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { cleanUp } from '../test/support/process.js';
import { measureComparison } from './comparison/kind.js';
import { measureFaults } from './faults.js';
import { measureJournal } from './mutations.js';
import { leaveMemory, pageOf, type Bench, type Found } from './page.js';
import { measureReads } from './reads.js';
import { measureReplicas } from './replicas.js';

/** `npm run bench`: what things cost; see docs/performance.md. Runs on Linux. */

interface Kind {
  readonly measure: (bench: Bench) => Promise<Found>;
  readonly file: string;
}

const kinds: Readonly<Record<string, Kind>> = {
  comparison: { measure: measureComparison, file: 'bench/RESULTS.md' },
  journal: { measure: measureJournal, file: 'bench/JOURNAL.md' },
  reads: { measure: measureReads, file: 'bench/READS.md' },
  replicas: { measure: measureReplicas, file: 'bench/REPLICAS.md' },
  faults: { measure: measureFaults, file: 'bench/FAULTS.md' },
};

const { values } = parseArgs({
  options: {
    /** One kind, or all. */
    of: { type: 'string', default: 'comparison' },
    rounds: { type: 'string', default: '10' },
    /** Of a gateway's turn under full load; other turns grow with it. */
    seconds: { type: 'string', default: '2' },
    /** In each journal before the stores' first turn. */
    rows: { type: 'string', default: '20000' },
    /** Of the comparison, with commas; all where left out. */
    parts: { type: 'string' },
    /** At once, where it matters how many there are. */
    'in-flight': { type: 'string', default: '4000' },
    /** In the larger journal of those that are compared, and whether one has ten times as many. */
    growth: { type: 'string', default: '1000000' },
    large: { type: 'boolean', default: false },
    /** Without those whose packages would have to be installed. */
    'own-only': { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const bench: Bench = {
  rounds: Number(values.rounds),
  seconds: Number(values.seconds),
  rowsBefore: Number(values.rows),
  parts: values.parts?.split(',') ?? null,
  mostInFlight: Number(values['in-flight']),
  growthRows: Number(values.growth),
  isLarge: values.large,
  hasContenders: !values['own-only'],
  say: line => console.error(line),
};
const wanted = Object.entries(kinds).filter(([name]) => values.of === 'all' || values.of === name);
if (wanted.length === 0) throw new Error(`--of takes one of all, ${Object.keys(kinds).join(', ')}.`);

leaveMemory();
for (const [name, { measure, file }] of wanted) {
  try {
    bench.say(name);
    const found = await measure(bench);
    console.log(`${found.text}\n`);
    if (!values.write) continue;
    writeFileSync(file, pageOf(found, `npm run bench -- ${process.argv.slice(2).join(' ')}`, bench));
    for (const [path, text] of Object.entries(found.files ?? {})) writeFileSync(path, text);
  } finally {
    await cleanUp(); // what one kind started must not share the cores with the next
  }
}
