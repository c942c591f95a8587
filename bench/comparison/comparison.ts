import { isOwnPostgresHere } from '../../test/support/postgres.js';
import type { Row } from '../measure.js';
import type { Bench } from '../page.js';
import { startMeasuredPostgres, type MeasuredPostgres } from '../postgres.js';
import {
  billfoldCandidate,
  billfoldCandidates,
  journalledLimits,
  limit,
  others,
  postgresName,
  type Candidate,
} from './contenders.js';
import { installContenders } from './install.js';
import { measured } from './rounds.js';
import type { Turn } from './turns.js';

/** Everybody does the same mutation, in turns. */

export interface Comparison {
  readonly rows: readonly Row<Turn>[];
  readonly postgres: string | null;
}

export async function compare(bench: Bench, moovUrl: string): Promise<Comparison> {
  const postgres = isOwnPostgresHere ? await startMeasuredPostgres() : null;
  try {
    const candidates = await candidatesOf(bench, moovUrl, postgres);
    const rows = await measured(candidates, bench);
    return { rows, postgres: postgres?.version ?? null };
  } finally {
    await postgres?.cleanUp();
  }
}

async function candidatesOf(
  { say, hasContenders }: Bench,
  moovUrl: string,
  postgres: MeasuredPostgres | null,
): Promise<Candidate[]> {
  const own = [limit(moovUrl), ...journalledLimits(moovUrl), ...billfoldCandidates(moovUrl)];
  if (postgres !== null) {
    own.push(billfoldCandidate(moovUrl, postgresName, { STORE_URL: (await postgres.database()).url }));
  }
  if (!hasContenders) return own;
  installContenders(say);
  return [...own, ...others(moovUrl)];
}
