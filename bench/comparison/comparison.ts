import { isOwnPostgresHere } from '../../test/support/postgres.js';
import { takeTurns, type Contender, type Row } from '../measure.js';
import type { Bench } from '../page.js';
import { startMeasuredPostgres, type MeasuredPostgres } from '../postgres.js';
import { billfoldCandidate, billfoldCandidates, limit, others, postgresName, type Candidate } from './contenders.js';
import { installContenders } from './install.js';
import { startServer, type Server } from './servers.js';
import { turn, type Turn } from './turns.js';

/** Everybody does the same mutation, in turns. */

export interface Comparison {
  readonly rows: readonly Row<Turn>[];
  readonly postgres: string | null;
}

/** Long enough for code to be compiled. */
const warmingSeconds = 4;

export async function compare(bench: Bench, moovUrl: string): Promise<Comparison> {
  const postgres = isOwnPostgresHere ? await startMeasuredPostgres() : null;
  try {
    const candidates = await candidatesOf(bench, moovUrl, postgres);
    const rows = await measured(bench, candidates);
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
  const own = [limit(moovUrl), ...billfoldCandidates(moovUrl)];
  if (postgres !== null) {
    own.push(billfoldCandidate(moovUrl, postgresName, { STORE_URL: (await postgres.database()).url }));
  }
  if (!hasContenders) return own;
  installContenders(say);
  return [...own, ...others(moovUrl)];
}

/** Starts them all, and measures each in its turn; they end with it. */
export async function measured(
  { rounds, seconds, say }: Pick<Bench, 'rounds' | 'seconds' | 'say'>,
  candidates: readonly Candidate[],
): Promise<readonly Row<Turn>[]> {
  const servers = new Map<string, Server>();
  try {
    const contenders: Contender<Turn>[] = [];
    for (const { name, launch, request, at = name } of candidates) {
      say(`warming up ${name}`);
      const server = servers.get(at) ?? (await startServer(launch));
      servers.set(at, server);
      await turn({ server, request, seconds: Math.min(warmingSeconds, seconds * rounds) });
      contenders.push({ name, turn: async () => ({ create: await turn({ server, request, seconds }) }) });
    }
    return await takeTurns(contenders, { rounds, uncounted: 1, say });
  } finally {
    await Promise.all([...servers.values()].map(server => server.stop()));
  }
}
