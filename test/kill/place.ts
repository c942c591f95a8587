import type { Environment } from '../support/process.js';
import { startPostgres } from '../support/postgres.js';
import { startCutting } from './cutting.js';
import type { Random } from './random.js';

/** Where a lane's gateways keep their journal, and what befalls it there. */
export interface Place {
  /** How many work at once. */
  readonly gateways: number;
  readonly environment: Environment;
  /** A gateway is killed at some moment between its start and this, in milliseconds; a few live longer. */
  readonly longestLifeMs: { readonly usually: number; readonly atTimes: number };
  /** And not before it has given so many answers, or fewer: on a slow machine it would have done nothing. */
  readonly answersOfALife: number;
  /** Between two new keys at one gateway, in milliseconds. */
  readonly pauseMs: readonly [number, number];
  /** One of so many gateways is stopped before it is killed, and goes on; none where it is null. */
  readonly livesPerStop: number | null;
  /** To be told of each kill: it counts them. */
  killed(): void;
  /** Resolves when nothing will befall it any more, and it works. */
  heal(): Promise<void>;
  /** How often what befell it. */
  readonly harms: ReadonlyMap<string, number>;
  close(): Promise<void>;
}

/** A file: one gateway at a time, and nothing but kills. */
export function onFile(): Place {
  return {
    gateways: 1,
    environment: {},
    longestLifeMs: { usually: 400, atTimes: 4_000 },
    answersOfALife: 0,
    pauseMs: [5, 40],
    livesPerStop: null,
    killed: () => undefined,
    heal: () => Promise.resolve(),
    harms: new Map(),
    close: () => Promise.resolve(),
  };
}

/** The database is stopped, in turns as by an administrator and as by a power cut, after so many kills. */
const killsPerRestart = 5;
/** It is away for so long, in milliseconds. */
const awayMs = [300, 2_000] as const;

/** A PostgreSQL of its own, behind a wire that is cut. */
export async function onPostgres(gateways: number, random: Random): Promise<Place> {
  const server = await startPostgres({ fsync: 'on' });
  const database = await server.database();
  const cutting = await startCutting({ server: server.port, random });
  let kills = 0;
  const restarts = new Map<'fast' | 'immediate', number>();
  let restarting = Promise.resolve();

  async function restart(): Promise<void> {
    const [fast = 0, immediate = 0] = [restarts.get('fast'), restarts.get('immediate')];
    const how = fast > immediate ? 'immediate' : 'fast';
    await server.stop(how);
    await new Promise(resolve => setTimeout(resolve, random.between(...awayMs)));
    await server.start();
    restarts.set(how, (restarts.get(how) ?? 0) + 1);
  }

  return {
    gateways,
    environment: { STORE_URL: database.through(cutting.port) },
    // Longer than a file's: several start at once, and are to work at once.
    longestLifeMs: { usually: 1_500, atTimes: 4_000 },
    answersOfALife: 20,
    pauseMs: [20, 160],
    livesPerStop: 3,
    killed() {
      kills += 1;
      if (kills % killsPerRestart !== 0) return;
      restarting = restarting.then(restart);
      restarting.catch(() => undefined); // `heal` says it
    },
    async heal() {
      await restarting;
      cutting.heal();
    },
    get harms() {
      return new Map([...cutting.cuts, ...restarts]);
    },
    async close() {
      await restarting.catch(() => undefined);
      await cutting.close();
      await server.cleanUp();
    },
  };
}
