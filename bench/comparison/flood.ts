import { setTimeout as wait } from 'node:timers/promises';
import { Pool } from 'undici';
import { askSteadily } from '../load.js';
import { byRound, cpuOf, find, median, quantile, spread, takeTurns, type Contender } from '../measure.js';
import { billfold } from './contenders.js';
import { withServers, type Measure } from './parts.js';
import { uniquePart, type Request } from './requests.js';
import { turn } from './turns.js';

/** Texts that nobody sent before: what one costs, what stays of many, and whether those with known texts wait for them. */

/** In a second, of texts that are known: far below what the gateway can do. */
const knownPerSecond = 200;
/** In a second, beside them: of new ones, or of known ones too, for it is newness that is asked about. */
const besidePerSecond = 100;
const turnsLength = 4;
const known = 'known texts';
const fresh = 'new texts';

interface Wait {
  readonly p99: number;
}

export const measureFlood: Measure = async ({ rounds, seconds, say }, moovUrl) => {
  const { launch, request } = billfold(moovUrl);
  const knownText = request();
  const newText = request({ operationName: `Create${uniquePart}` });
  return withServers([launch], async ([server]) => {
    if (server === undefined) throw new Error('It was started.');
    const costs: Contender<Awaited<ReturnType<typeof turn>>>[] = [
      { name: known, turn: async () => ({ create: await turn({ server, request: knownText, seconds }) }) },
      { name: fresh, turn: async () => ({ create: await turn({ server, request: newText, seconds }) }) },
    ];
    const rows = await takeTurns(costs, { rounds, uncounted: 1, say });
    const more = byRound(cpuOf(find(rows, fresh)), cpuOf(find(rows, known)), (left, right) => (left - right) / 1000);
    const resident = find(rows, fresh).results.map(result => result.resident / 2 ** 20);

    const waits: Contender<Wait>[] = [
      {
        name: known,
        turn: async () => ({ wait: await steadily(server.url, { measured: knownText, beside: knownText }, seconds) }),
      },
      {
        name: fresh,
        turn: async () => ({ wait: await steadily(server.url, { measured: knownText, beside: newText }, seconds) }),
      },
    ];
    const steady = await takeTurns(waits, { rounds, uncounted: 1, say });
    const p99s = (name: string): readonly number[] => find(steady, name).results.map(({ p99 }) => p99);
    const [calm, flooded] = [p99s(known), p99s(fresh)];
    return {
      targets: [
        { name: 'a text that nobody sent before, beyond a known one', unit: 'ms', must: 0.5, aim: 0.5, reached: more },
        {
          name: `p99 of known texts beside ${besidePerSecond} new ones a second ÷ beside as many known ones`,
          unit: '×',
          must: 1.2,
          aim: 1.2,
          reached: [median(flooded) / median(calm)], // one by one, rounds differ too much
        },
      ],
      lines: [
        {
          what: 'resident while texts are new, first round and last',
          figures: `${resident[0]?.toFixed(0)} and ${resident.at(-1)?.toFixed(0)} MiB`,
        },
        {
          what: `known texts beside ${besidePerSecond} others a second, p99`,
          figures: `${spread(calm, 2)} ms`,
        },
        {
          what: `known texts beside ${besidePerSecond} new ones a second, p99`,
          figures: `${spread(flooded, 2)} ms`,
        },
      ],
    };
  });
};

async function steadily(
  url: string,
  { measured, beside }: { readonly measured: Request; readonly beside: Request },
  seconds: number,
): Promise<Wait> {
  const pool = new Pool(url, { pipelining: 1 });
  let sent = 0;
  const send = async ({ path, headers, body, fits }: Request): Promise<void> => {
    sent += 1;
    const unique = `${process.pid}x${Date.now()}x${sent}`;
    const answer = await pool.request({
      method: 'POST',
      path,
      headers,
      body: body.replaceAll(uniquePart, unique),
    });
    const text = await answer.body.text();
    if (!fits(JSON.parse(text))) throw new Error(`That is not what was asked for: ${text}`);
  };
  const length = seconds * turnsLength;
  const [latencies] = await Promise.all([
    askSteadily({ perSecond: knownPerSecond, seconds: length, ask: () => send(measured) }),
    askSteadily({ perSecond: besidePerSecond, seconds: length, ask: () => send(beside) }),
  ]);
  await pool.close();
  await wait(100);
  return { p99: quantile(latencies, 0.99) };
}
