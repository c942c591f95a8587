import type { JournalStore } from '../../src/core/journal-store.js';
import { simulatedStore } from '../simulation/store.js';
import { describeJournalStore } from './suite.js';

for (const isShared of [false, true]) {
  describeJournalStore(`simulated rows, ${isShared ? 'shared' : 'of one owner'}`, {
    isSingleOwner: !isShared,
    async open() {
      const rows = simulatedStore(isShared);
      const store = new Proxy(rows, {
        get:
          (target, name) =>
          async (...given: never[]): Promise<unknown> =>
            (Reflect.get(target, name) as (...given: never[]) => unknown)(...given),
      }) as unknown as JournalStore;
      return { store };
    },
  });
}
