import { setTimeout as wait } from 'node:timers/promises';

export interface Load {
  readonly perSecond: number;
  readonly seconds: number;
  readonly ask: () => Promise<unknown>;
}

/**
 * Asks at planned times, whether or not earlier answers are there, as clients do that know nothing of each other. How
 * long each waited, in milliseconds, counts from the planned time: a gateway that stalls cannot keep them from asking.
 */
export async function askSteadily({ perSecond, seconds, ask }: Load): Promise<readonly number[]> {
  const since = performance.now();
  const count = Math.max(1, Math.round(perSecond * seconds));
  return Promise.all(
    Array.from({ length: count }, async (_ask, index) => {
      const planned = since + (index * 1000) / perSecond;
      await wait(planned - since);
      await ask();
      return performance.now() - planned;
    }),
  );
}
