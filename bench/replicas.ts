import { randomUUID } from 'node:crypto';
import { liveEnvironment } from '../test/support/process.js';
import { rushOf, startGateway, type GatewayUnderLoad } from './gateway.js';
import { quantile, takeTurns, type Contender } from './measure.js';
import type { Bench, Found } from './page.js';
import { startMeasuredPostgres, type MeasuredPostgres } from './postgres.js';
import { create } from './questions.js';
import { namesOf, howToRead, oneAtATime, replayed, sqlite, text, type Turn } from './replicas-page.js';
import { settingsFor, startStandIns, type StandIns } from './stand-ins.js';
import { measureStores } from './stores.js';
import { askTogether, type Waits } from './waiters.js';

/** What a mutation costs on one to four gateways that share a PostgreSQL, and on one with a file beside it. */

/** Rounds in which code is compiled and pages are filled. */
const uncounted = 2;
/** So long before, in turns, each gateway is asked alone: its code is compiled, however many share a turn. */
const warmingTurns = 2;
/** Of one key at once, over all gateways. */
const posts = 20;
/** Keys of a turn, for each of its seconds: their answers take as long as the provider does. */
const keysPerSecond = 10;

export async function measureReplicas(bench: Bench): Promise<Found> {
  const postgres = await startMeasuredPostgres();
  try {
    const { rounds, seconds, say } = bench;
    const stores = await measureStores(bench, postgres);
    const standIns = await startStandIns();
    const settings = settingsFor({ moov: standIns.urls.moov });
    const file = await startGateway(liveEnvironment(settings));
    const { url } = await postgres.database();
    const shared = { ...liveEnvironment(settings), STORE_URL: url };
    // The first one prepares the database.
    const replicas = [await startGateway(shared)];
    replicas.push(...(await Promise.all([shared, shared, shared].map(startGateway))));
    for (const gateway of [file, ...replicas]) await rushOf([gateway], create(), warmingTurns * seconds);
    const turns = { rounds, uncounted, say };
    const parts = { file, replicas, postgres, seconds };
    const mutations = await takeTurns(mutationContenders(parts), turns);
    const waits = await takeTurns(waitingContenders({ ...parts, standIns }), turns);
    return {
      title: 'What replicas cost, and what they share costs',
      turnSeconds: seconds,
      text: text({ stores, mutations, waits }),
      howToRead: howToRead(bench, posts),
      measuredWith: [`PostgreSQL ${postgres.version}`],
    };
  } finally {
    await postgres.cleanUp();
  }
}

interface Parts {
  readonly file: GatewayUnderLoad;
  readonly replicas: readonly GatewayUnderLoad[];
  readonly postgres: MeasuredPostgres;
  readonly seconds: number;
}

function mutationContenders({ file, replicas, postgres, seconds }: Parts): Contender<Turn>[] {
  const turn =
    (gateways: readonly GatewayUnderLoad[], question = create(), clients?: number) =>
    async () => {
      const before = postgres.cpuMicros();
      const { cpu, wall, latencies } = await rushOf(gateways, question, seconds, clients);
      const behind = (postgres.cpuMicros() - before) / latencies.length;
      const [p50, p99] = [quantile(latencies, 0.5), quantile(latencies, 0.99)];
      return {
        mutations: { perSecond: 1e6 / wall, gateways: cpu, postgres: gateways[0] === file ? 0 : behind, p50, p99 },
      };
    };
  const [knownToFile, knownToAll] = [randomUUID(), randomUUID()];
  const first = replicas.slice(0, 1);
  return [
    { name: sqlite, turn: turn([file]) },
    ...replicas.map((_replica, index) => ({
      name: namesOf[index] ?? '',
      turn: turn(replicas.slice(0, index + 1)),
    })),
    {
      name: replayed.sqlite,
      turn: turn(
        [file],
        create(() => knownToFile),
      ),
    },
    {
      name: replayed.postgres,
      turn: turn(
        first,
        create(() => knownToAll),
      ),
    },
    { name: oneAtATime.sqlite, turn: turn([file], create(), 1) },
    { name: oneAtATime.postgres, turn: turn(first, create(), 1) },
  ];
}

function waitingContenders({
  file,
  replicas,
  standIns,
  seconds,
}: Parts & { readonly standIns: StandIns }): Contender<Waits>[] {
  const keys = Math.max(1, Math.round(keysPerSecond * seconds));
  const turn = (gateways: readonly GatewayUnderLoad[]) => async () => ({
    waits: await askTogether({ gateways, standIns, keys, posts }),
  });
  return [
    { name: sqlite, turn: turn([file]) },
    { name: namesOf[0] ?? '', turn: turn(replicas.slice(0, 1)) },
    { name: namesOf.at(-1) ?? '', turn: turn(replicas) },
  ];
}
