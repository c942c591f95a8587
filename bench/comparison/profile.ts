import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { billfold } from './contenders.js';
import { load } from './load.js';
import { withServers, type Measure } from './parts.js';
import { piecesOf, type Profile } from './pieces.js';

/** Where the microseconds of a mutation go. */

const warmingSeconds = 4;
/** A profile of many seconds is large. */
const mostSeconds = 5;
/** V8 looks at all code before it begins. */
const startingMs = 1_000;
const patienceMs = 30_000;

export const measureProfile: Measure = async ({ rounds, seconds }, moovUrl) => {
  const hook = `--import=${new URL('profiler.js', import.meta.url).href}`;
  const { launch, request } = billfold(moovUrl, { more: { NODE_OPTIONS: hook } });
  return withServers([launch], async ([server]) => {
    if (server === undefined) throw new Error('It was started.');
    const asked = { url: server.url, request: request(), connections: 64 };
    await load({ ...asked, seconds: Math.min(warmingSeconds, rounds * seconds) });
    server.signal('SIGUSR2');
    await wait(startingMs);
    await load({ ...asked, seconds: Math.min(mostSeconds, rounds * seconds) });
    server.signal('SIGUSR2');
    const pieces = piecesOf(await written(join(server.folder, 'bench.cpuprofile')));
    return {
      targets: [],
      lines: pieces.map(({ name, share }) => ({
        what: `of a mutation: ${name}`,
        figures: `${(share * 100).toFixed(1)} %`,
      })),
      pieces,
    };
  });
};

async function written(file: string): Promise<Profile> {
  const until = performance.now() + patienceMs;
  while (performance.now() < until) {
    await wait(100);
    if (!existsSync(file)) continue;
    try {
      return JSON.parse(readFileSync(file, 'utf8')) as Profile; // V8 wrote it
    } catch {
      continue; // not to its end yet
    }
  }
  throw new Error('The gateway wrote no profile.');
}
