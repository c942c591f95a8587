import { registerHooks } from 'node:module';
import type { DatabaseSync } from 'node:sqlite';

/**
 * Loaded into a gateway before everything else, it commits each of the journal's jobs alone, in the turn of the event loop
 * in which it was asked for: what grouping by turn saves is the difference.
 */
registerHooks({
  resolve(specifier, context, next) {
    const resolved = next(specifier, context);
    const isOurs = resolved.url.endsWith('/src/store/sqlite/turns.js') && context.parentURL !== import.meta.url;
    return isOurs ? { ...resolved, url: import.meta.url } : resolved;
  },
});

// What else the module has, it has here too.
export { busyMs, busyPauseMs, isBusy, reason, standstillMs } from '../../src/store/sqlite/turns.js';

export function groupedByTurn(database: DatabaseSync): <Result>(work: () => Result) => Promise<Result> {
  return async work => {
    database.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      database.exec('COMMIT');
      return result;
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK');
      throw error;
    }
  };
}
