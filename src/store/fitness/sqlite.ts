import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { doubtful, fit, unfit, type Finding } from './finding.js';
import { isKeyNeeded } from '../sqlite/open.js';
import { schemaVersion } from '../sqlite/schema.js';
import { reason } from '../sqlite/turns.js';
import { expectSound } from '../sqlite/version.js';

export interface FitnessOptions {
  readonly file: string;
  /** Null where nobody said which. */
  readonly keyIds: readonly string[] | null;
}

/** Whether a file is fit for the journal. Nothing in it is changed. */
export function checkSqlite({ file, keyIds }: FitnessOptions, tell: (finding: Finding) => void): void {
  if (file === ':memory:') return tell(doubtful('The journal is in memory, and ends with its gateway.'));
  try {
    expectSound();
  } catch (error) {
    tell(unfit(reason(error)));
  }
  if (!existsSync(file)) return tell(fit(`There is no ${file} yet: the gateway makes it.`));
  try {
    const database = new DatabaseSync(file, { readOnly: true });
    for (const finding of findings(database, file, keyIds)) tell(finding);
    database.close();
  } catch (error) {
    tell(unfit(`The journal ${file} cannot be used: ${reason(error)}.`));
  }
}

function* findings(database: DatabaseSync, file: string, keyIds: readonly string[] | null): Generator<Finding> {
  const version = Number(database.prepare('PRAGMA user_version').get()?.user_version);
  if (version > schemaVersion) return yield unfit(`${file} was written by a newer Billfold (version ${version}).`);
  if (version < schemaVersion) {
    return yield fit(`${file} is of version ${version}: the gateway makes it ${schemaVersion}.`);
  }
  yield fit(`${file} is of version ${version}, as this Billfold has it, and for one gateway.`);
  const moved = database.prepare('SELECT destination FROM moved').get();
  if (moved !== undefined) yield unfit(`It was moved to ${String(moved.destination)}: set STORE_URL to that.`);
  if (keyIds === null) return yield doubtful('STORE_KEY is not set, so that nothing was tried with it.');
  const known = database.prepare('SELECT id FROM store_key').all();
  const missing = known.map(({ id }) => String(id)).filter(id => !keyIds.includes(id));
  const isLacking = missing.length === known.length || missing.some(id => isKeyNeeded(database, id));
  yield known.length > 0 && isLacking
    ? unfit('STORE_KEY lacks a key that was used here. Keep it in the list, after the new one.')
    : fit('STORE_KEY has the keys that were used here.');
}
