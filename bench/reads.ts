import { liveEnvironment } from '../test/support/process.js';
import type { Measure } from './comparison/parts.js';
import { startGateway, type GatewayUnderLoad, type Question } from './gateway.js';
import { cpuOf, find, median, ratios, spread, takeTurns, type Contender, type Cost, type Row } from './measure.js';
import type { Bench, Found } from './page.js';
import { create, fourWallets, hundredNodes, idsAtOnce, oneNode, repeated, walletsEach } from './questions.js';
import { settingsFor, startStandIns, type StandIns } from './stand-ins.js';

/** What reading costs: one gateway, asked in turn for one wallet, for many, and for those that it still knows. */

interface ReadCost extends Cost {
  /** Calls to providers for one request. */
  readonly calls: number;
}

const single = '`node`, not cached';
const hundred = `\`nodes\`, ${idsAtOnce} of one Moov account`;
/** Rounds in which code is compiled and pages are filled. */
const uncounted = 2;
/** Less than a read is kept for, so that a turn that begins with a cached answer ends with one. */
const longestCachedSeconds = 2;

export async function measureReads({ rounds, seconds, say }: Bench): Promise<Found> {
  const standIns = await startStandIns();
  const gateway = await startGateway(liveEnvironment(settingsFor(standIns.urls)));
  const contenders = contendersOf(gateway, standIns, seconds);
  const rows = await takeTurns(contenders, { rounds, uncounted, say });
  return { title: 'What reading costs', turnSeconds: seconds, text: table(rows), howToRead };
}

/** For the comparison: a hundred wallets beside one. */
export const measureNodes: Measure = async ({ rounds, seconds, say }) => {
  const standIns = await startStandIns();
  const gateway = await startGateway(liveEnvironment(settingsFor(standIns.urls)));
  const contenders = contendersOf(gateway, standIns, seconds).filter(({ name }) => [single, hundred].includes(name));
  const rows = await takeTurns(contenders, { rounds, uncounted, say });
  const [one, many] = [find(rows, single), find(rows, hundred)];
  const calls = many.results.map(result => result.calls);
  return {
    targets: [
      {
        name: '100 wallets of one account through `nodes` ÷ one',
        unit: '×',
        must: 12,
        aim: 6,
        reached: ratios(cpuOf(many), cpuOf(one)),
      },
      { name: 'calls to the provider for these', unit: 'calls', must: 1, aim: 1, reached: calls },
    ],
    lines: [],
  };
};

function contendersOf(gateway: GatewayUnderLoad, standIns: StandIns, seconds: number): Contender<ReadCost>[] {
  const contender = <Data, Variables>(
    name: string,
    nextQuestion: () => Question<Data, Variables>,
    length = seconds,
  ): Contender<ReadCost> => ({
    name,
    async turn() {
      const question = nextQuestion();
      await gateway.ask(question); // where it is repeated, this fills the cache
      const before = await callsOf(standIns);
      const { count, ...cost } = await gateway.costOf(question, length);
      const calls = (await callsOf(standIns)) - before;
      const asked = count + 2; // the first and the last are not in the cost
      return { CPU: { ...cost, calls: calls / asked } };
    },
  });
  const cachedSeconds = Math.min(seconds, longestCachedSeconds);
  return [
    contender(single, () => oneNode),
    contender(hundred, () => hundredNodes),
    contender(`\`wallets\`, four providers, ${walletsEach} each`, () => fourWallets()),
    contender('the same, cached', () => repeated(fourWallets()), cachedSeconds),
    contender('`createMoovWallet`', () => create()),
  ];
}

async function callsOf(standIns: StandIns): Promise<number> {
  return Object.values(await standIns.tell({})).reduce((sum, calls) => sum + calls, 0);
}

function table(rows: readonly Row<ReadCost>[]): string {
  const base = cpuOf(find(rows, single));
  const lines = rows.map(row => {
    const { name, results } = row;
    const costs = cpuOf(row);
    const calls = median(results.map(result => result.calls));
    const wall = median(results.map(result => result.wall));
    return `| ${name} | ${calls.toFixed(2)} | ${spread(costs, 0)} | ${spread(ratios(costs, base), 2)} | ${wall.toFixed(0)} |`;
  });
  return ['| what | calls | CPU µs | CPU ÷ `node` | wall µs |', '|---|---|---|---|---|', ...lines].join('\n');
}

const howToRead = `**What does a read cost, and what does a second wallet cost?** One gateway as shipped is asked by 64 connections, for one kind of
thing in each turn; the document is the one in [test/operations](../test/operations), with all fields of a wallet.

- **calls** is how many requests reached the stand-ins for the providers, for one request of a client: the median of all
  rounds. Equals Money's list takes six, one for each state and one for all.
- **CPU** is user and system time of the gateway for one request, from \`/proc\`, all threads: the median of all rounds, and the
  lowest and highest. **÷ \`node\`** is formed inside a round, the median of ratios.
- **wall** is a turn's length divided by its requests, the median; the callers and the stand-ins share the cores.
- Everybody asks about somebody new, so that the cache, which keeps a read for three seconds, does not answer; **cached** is
  the same person again and again. The gateway empties its cache every 30 seconds; a turn in which it did so has some calls.`;
