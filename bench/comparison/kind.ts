import type { Bench, Found } from '../page.js';
import { compare } from './comparison.js';
import { loaderName } from './load.js';
import { startMoov } from './moov.js';
import { leaveMeasuredCore, pinning, stopServers } from './servers.js';
import { table } from './table.js';

/** What a mutation costs at Billfold, at its rivals', and at least. */
export async function measureComparison(bench: Bench): Promise<Found> {
  leaveMeasuredCore();
  const moov = await startMoov();
  try {
    const { rows, postgres } = await compare(bench, moov.url);
    return {
      title: 'What a mutation costs',
      turnSeconds: bench.seconds,
      text: table(rows),
      howToRead: '',
      measuredWith: [
        ...(postgres === null ? [] : [`PostgreSQL ${postgres}`]),
        `load by ${loaderName}, Moov played by ${moov.name}`,
        pinning,
      ],
    };
  } finally {
    stopServers();
    moov.stop();
  }
}
