import { providerTitles } from '../../src/core/provider.js';
import type { Trigger } from '../../src/server/page.js';

const titles = Object.values(providerTitles);

export interface Pulled<Answer> {
  readonly trigger: Trigger;
  readonly answer: Answer;
}

/**
 * Pulls them, of each provider one mutation after another and what asks for a pause last: too many of those and of lost
 * answers at once, and the gateway itself refuses the others. Queries come at the end.
 */
export async function pullAll<Answer>(
  triggers: readonly Trigger[],
  pull: (trigger: Trigger) => Promise<Answer>,
): Promise<Pulled<Answer>[]> {
  const inTurn = async (lane: readonly Trigger[]): Promise<Pulled<Answer>[]> => {
    const pulled: Pulled<Answer>[] = [];
    const turns = Map.groupBy(lane, ({ field, member }) => `${field} ${member === 'RateLimitedError'}`);
    for (const together of turns.values()) {
      pulled.push(...(await Promise.all(together.map(async trigger => ({ trigger, answer: await pull(trigger) })))));
    }
    return pulled;
  };
  const lanes = Map.groupBy(triggers, ({ title }) => titles.find(name => title.startsWith(name)));
  const queries = lanes.get(undefined) ?? [];
  lanes.delete(undefined);
  const pulled = (await Promise.all([...lanes.values()].map(inTurn))).flat();
  return [...pulled, ...(await inTurn(queries))];
}
