import { registerHooks } from 'node:module';
import { groupedByTurn as grouped } from '../../src/store/sqlite/turns.js';

/**
 * Loaded into a gateway before everything else, it lets each of the journal's jobs wait until the one before is committed,
 * so that none shares a transaction: what grouping by turn saves is the difference.
 */
registerHooks({
  resolve(specifier, context, next) {
    const resolved = next(specifier, context);
    const isOurs = resolved.url.endsWith('/src/store/sqlite/turns.js') && context.parentURL !== import.meta.url;
    return isOurs ? { ...resolved, url: import.meta.url } : resolved;
  },
});

// What else the module has, it has here too.
export * from '../../src/store/sqlite/turns.js';

export function groupedByTurn(...given: Parameters<typeof grouped>): ReturnType<typeof grouped> {
  const commit = grouped(...given);
  let before: Promise<unknown> = Promise.resolve();
  return work => {
    const alone = before.then(() => commit(work));
    before = alone.catch(() => undefined);
    return alone;
  };
}
