import { takeTurns, type Contender, type Row } from '../measure.js';
import type { Candidate } from './contenders.js';
import { startServer, type Server } from './servers.js';
import { turn, type Turn } from './turns.js';

/** Candidates in processes of their own, in turns. */

export interface Taking {
  readonly rounds: number;
  readonly seconds: number;
  readonly say: (line: string) => void;
  /** 64 where left out. */
  readonly connections?: number;
  /** Those that are no servers. */
  readonly beside?: readonly Contender<Turn>[];
}

/** Long enough for code to be compiled; never more than is counted: a short run is short. */
const warmingSeconds = 4;

/** Starts them all, and measures each in its turn; they end with it. */
export async function measured(
  candidates: readonly Candidate[],
  { rounds, seconds, say, connections, beside = [] }: Taking,
): Promise<readonly Row<Turn>[]> {
  const servers = new Map<string, Server>();
  try {
    const contenders: Contender<Turn>[] = [];
    for (const { name, launch, request, at = name } of candidates) {
      say(`warming up ${name}`);
      const server = servers.get(at) ?? (await startServer(launch));
      servers.set(at, server);
      const asked = { server, request, connections };
      await turn({ ...asked, seconds: Math.min(warmingSeconds, seconds * rounds) });
      contenders.push({ name, turn: async () => ({ create: await turn({ ...asked, seconds }) }) });
    }
    return await takeTurns([...contenders, ...beside], { rounds, uncounted: 1, say });
  } finally {
    await Promise.all([...servers.values()].map(server => server.stop()));
  }
}
