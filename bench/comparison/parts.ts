import { spread, type Row } from '../measure.js';
import type { Bench } from '../page.js';
import type { Piece } from './pieces.js';
import { startServer, type Launch, type Server } from './servers.js';
import type { Target } from './targets.js';
import type { Turn } from './turns.js';

/** One part of the bench beside the comparison: what it says of targets, and further figures. */
export interface Part {
  readonly targets: readonly Target[];
  readonly lines: readonly Line[];
  /** Of a profile. */
  readonly pieces?: readonly Piece[];
}

export interface Line {
  readonly what: string;
  readonly figures: string;
}

export type Measure = (bench: Bench, moovUrl: string) => Promise<Part>;

/** What was started for it ends with it. */
export async function withServers<Found>(
  launches: readonly Launch[],
  work: (servers: readonly Server[]) => Promise<Found>,
): Promise<Found> {
  const servers: Server[] = [];
  try {
    for (const launch of launches) servers.push(await startServer(launch));
    return await work(servers);
  } finally {
    await Promise.all(servers.map(server => server.stop()));
  }
}

export function lineOf(what: string, { results }: Row<Turn>): Line {
  const of = (value: (turn: Turn) => number, digits: number): string => spread(results.map(value), digits);
  return {
    what,
    figures: [
      `CPU ${of(({ cpu }) => cpu, 1)} µs`,
      `${of(({ perSecond }) => perSecond, 0)} a second`,
      `p50 ${of(({ p50 }) => p50 / 1000, 2)} ms`,
      `p99 ${of(({ p99 }) => p99 / 1000, 2)} ms`,
    ].join(', '),
  };
}

export function lineTable(lines: readonly Line[]): string {
  return ['| what | figures |', '|---|---|', ...lines.map(({ what, figures }) => `| ${what} | ${figures} |`)].join(
    '\n',
  );
}
