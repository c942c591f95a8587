import type { JournalStore } from '../../src/core/journal-store.js';
import { SimulatedProcess, type Hazards } from '../simulation/process.js';
import { Random } from '../simulation/random.js';
import { inOneStep, modelOfPostgres, type Store } from '../simulation/stores.js';
import { Timeline } from '../simulation/timeline.js';
import { describeJournalStore } from './suite.js';

const noHazards: Hazards = {
  crash: 0,
  pause: 0,
  longestPauseMs: 0,
  pauseAfterTaking: 0,
  storeFails: 0,
  storeFailsAfter: 0,
  storeIsSlow: 0,
};

type Surroundings = Parameters<typeof modelOfPostgres>[0];

describeJournalStore('simulated rows of one owner', { isSingleOwner: true, open: () => opened(inOneStep) });
describeJournalStore('the model of PostgreSQL', { isSingleOwner: false, open: () => opened(modelOfPostgres) });

async function opened(open: (surroundings: Surroundings) => Store): Promise<{ store: JournalStore }> {
  const timeline = new Timeline();
  const surroundings = { timeline, random: new Random(1), hazards: noHazards, tell: () => undefined };
  const { store } = open(surroundings).openFor(new SimulatedProcess('process', surroundings, () => undefined));
  const underWay = new Set<Promise<unknown>>();
  let isLiving = false;
  /** Time goes on while something is asked for. */
  const live = async (): Promise<void> => {
    if (isLiving) return;
    isLiving = true;
    while (underWay.size > 0) await timeline.live(() => underWay.size === 0, timeline.now + 1_000);
    isLiving = false;
  };
  const inTime = new Proxy(store, {
    get:
      (target, name) =>
      async (...given: never[]): Promise<unknown> => {
        const answer = (Reflect.get(target, name) as (...given: never[]) => Promise<unknown>)(...given);
        underWay.add(answer);
        void live();
        return answer.finally(() => underWay.delete(answer));
      },
  });
  return { store: inTime };
}
