import { cpus } from 'node:os';
import { cpuOf, find, median, type Row } from '../measure.js';
import type { Bench, Found } from '../page.js';
import { measureNodes } from '../reads.js';
import { compare } from './comparison.js';
import { billfoldName, limitName } from './contenders.js';
import { measureFlood } from './flood.js';
import { measureGrowth } from './growth.js';
import { measureInFlight, measureMemory } from './in-flight.js';
import { measureLatency } from './latency.js';
import { loaderName } from './load.js';
import { startMoov } from './moov.js';
import { measureMutations } from './mutations.js';
import { lineTable, type Measure, type Part } from './parts.js';
import type { Piece } from './pieces.js';
import { picture } from './picture.js';
import { measureProfile } from './profile.js';
import { recordedFile, type Recorded } from './recorded.js';
import { leaveMeasuredCore, pinning, stopServers } from './servers.js';
import { measureStarts } from './starts.js';
import { fairRatios, howToRead, table, targetsOf } from './table.js';
import { targetTable } from './targets.js';
import type { Turn } from './turns.js';
import { measureHanging, measureTls } from './wire.js';

/** What a mutation costs at Billfold, at its rivals', and at least; then everything else that was aimed at. */

const parts: Readonly<Record<string, Measure>> = {
  latency: measureLatency,
  nodes: measureNodes,
  'in-flight': measureInFlight,
  memory: measureMemory,
  starts: measureStarts,
  flood: measureFlood,
  growth: measureGrowth,
  mutations: measureMutations,
  tls: measureTls,
  hanging: measureHanging,
  profile: measureProfile,
};

export async function measureComparison(bench: Bench): Promise<Found> {
  leaveMeasuredCore();
  const moov = await startMoov();
  const means = [`load by ${loaderName}, Moov played by ${moov.name}`, pinning];
  for (const line of means) bench.say(line);
  try {
    const { rows, postgres } = await compare(bench, moov.url);
    bench.say(table(rows));
    const found: Part[] = [];
    for (const [name, measure] of Object.entries(parts)) {
      if (bench.parts !== null && !bench.parts.includes(name)) continue;
      bench.say(name);
      found.push(await measure(bench, moov.url));
    }
    const targets = [...targetsOf(rows), ...found.flatMap(part => part.targets)];
    const lines = found.flatMap(part => part.lines);
    const figures = recordOf(
      rows,
      found.flatMap(({ pieces = [] }) => pieces),
    );
    return {
      title: 'What a mutation costs',
      turnSeconds: bench.seconds,
      text: [
        table(rows),
        '',
        '## What was aimed at',
        '',
        targetTable(targets),
        '',
        '## Further',
        '',
        lineTable(lines),
      ].join('\n'),
      howToRead,
      files: { [recordedFile]: `${JSON.stringify(figures, null, 2)}\n`, 'docs/performance.svg': picture(figures) },
      measuredWith: [...(postgres === null ? [] : [`PostgreSQL ${postgres}`]), ...means],
    };
  } finally {
    stopServers();
    moov.stop();
  }
}

function recordOf(rows: readonly Row<Turn>[], pieces: readonly Piece[]): Recorded {
  const contenders = rows.map(row => ({
    name: row.name,
    micros: rounded(median(cpuOf(row))),
    ratio: rounded(median(fairRatios(row, find(rows, limitName)))),
  }));
  const whole = contenders.find(({ name }) => name === billfoldName)?.micros ?? NaN;
  return {
    date: new Date().toISOString().slice(0, 10),
    node: process.versions.node,
    processor: cpus()[0]?.model ?? '',
    contenders,
    pieces: pieces.map(({ name, share }) => ({ name, micros: rounded(share * whole) })),
  };
}

function rounded(value: number): number {
  return Number(value.toFixed(3));
}
