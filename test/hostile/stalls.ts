import type { Target } from './gateway.js';
import type { Sent } from './requests.js';

/** What a person would notice. In processor time of the gateway's own thread: see turns.ts. */
export const longestTurnAllowedMs = 200;

export interface Stall {
  readonly request: Sent;
  readonly ms: number;
}

/**
 * Those of them that hold everybody up by themselves: each is sent once more, alone. A stall that does not come again was
 * the machine's, or a compiler's.
 */
export async function stallsIn(target: Target, batch: readonly Sent[]): Promise<Stall[]> {
  const stalls: Stall[] = [];
  for (const request of batch) {
    await target.send(request);
    const ms = await target.longestTurn();
    if (ms >= longestTurnAllowedMs) stalls.push({ request, ms });
  }
  return stalls;
}
