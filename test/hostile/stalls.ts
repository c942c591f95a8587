import type { Target } from './gateway.js';
import type { Sent } from './requests.js';

/** What a person would notice. In processor time of the gateway's own thread: see turns.ts. */
export const longestTurnAllowedMs = 200;

export interface Stall {
  /** Null where it takes all of them together. */
  readonly request: Sent | null;
  readonly ms: number;
}

/**
 * What of it comes again: each is sent once more, alone, and if it was none of them, all at once. A stall that does not come again was
 * the machine's, or a compiler's.
 */
export async function stallsIn(target: Target, batch: readonly Sent[]): Promise<Stall[]> {
  const stalls: Stall[] = [];
  for (const request of batch) {
    await target.send(request);
    const ms = await target.longestTurn();
    if (ms >= longestTurnAllowedMs) stalls.push({ request, ms });
  }
  if (stalls.length > 0) return stalls;
  await Promise.all(batch.map(request => target.send(request)));
  const ms = await target.longestTurn();
  return ms < longestTurnAllowedMs ? [] : [{ request: null, ms }];
}
