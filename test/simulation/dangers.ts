import type { Perils } from './network.js';
import type { Hazards } from './process.js';
import type { ProviderLimits } from './books.js';
import type { Random } from './random.js';

/** What one schedule is about. Each danger is left out of some schedules, so that others show more of what they do. */
export interface Dangers {
  /** Gateways over one store. */
  readonly owners: number;
  /** PostgreSQL, which several need; else SQLite, as its one owner sees it. */
  readonly isPostgres: boolean;
  /** It is stopped for a while, and started again. */
  readonly databaseStops: boolean;
  readonly hazards: Hazards;
  readonly perils: Perils;
  readonly limits: ProviderLimits;
  readonly takesSnapshots: boolean;
  readonly clockJumps: boolean;
  readonly resendWithinSeconds: number;
  readonly faultsLastMs: number;
  /** Providers, and their other clients, change wallets too. */
  readonly walletsMove: boolean;
}

export function dangersFrom(random: Random): Dangers {
  const clockJumps = random.chance(0.15);
  // How old a key is, across processes, only the wall clock can tell: where that jumps, LIQUIDO must remember for longer.
  const resendWithinSeconds = clockJumps ? 600 : random.pick([20, 600]);
  const owners = random.pick([1, 1, 2, 3, 4]);
  return {
    owners,
    isPostgres: owners > 1 || random.chance(0.3),
    databaseStops: random.chance(0.2),
    hazards: {
      crash: random.pick([0, 0.002, 0.01, 0.03]),
      pause: random.pick([0, 0, 0.005, 0.02]),
      longestPauseMs: random.pick([500, 6_000, 60_000]),
      pauseAfterTaking: random.pick([0, 0, 0.15]),
      storeFails: random.pick([0, 0, 0.03]),
      storeFailsAfter: random.pick([0, 0, 0.03]),
      storeIsSlow: random.pick([0, 0, 0.02]),
    },
    perils: {
      refused: random.pick([0, 0.1]),
      lost: random.pick([0, 0.3, 1]),
      saysNo: random.pick([0, 0.1, 0.4]),
      breaks: random.pick([0, 0.2, 0.6]),
      foreign: random.pick([0, 0, 0.1]),
      slowestMs: random.pick([100, 1_500]),
    },
    limits: {
      longestLagMs: random.pick([10, 4_000]),
      pingOneSkewMs: random.between(-20_000, 20_000),
      longestStaleMs: random.pick([0, 4_500]),
      liquidoMemoryMs: resendWithinSeconds * 1_000 + 5_000,
    },
    takesSnapshots: random.chance(0.5),
    clockJumps,
    resendWithinSeconds,
    faultsLastMs: random.pick([20_000, 20_000, 20_000, 60_000]),
    walletsMove: random.chance(0.5),
  };
}

/** From now on nothing goes wrong by itself. */
export function heal({ hazards, perils }: Dangers): void {
  Object.assign(hazards, {
    crash: 0,
    pause: 0,
    pauseAfterTaking: 0,
    storeFails: 0,
    storeFailsAfter: 0,
    storeIsSlow: 0,
  });
  Object.assign(perils, { refused: 0, lost: 0, saysNo: 0, breaks: 0, foreign: 0, slowestMs: 100 });
}
