import type { Row, Table } from './tables.js';
import type { Client, Library } from '../postgres/library.js';
import { addKeys } from '../postgres/migration.js';
import { schemaName } from '../postgres/schema.js';

/** Rows that come from elsewhere, in one transaction: all of them are there, as they were, or none is. */
export interface Arrival {
  isEmpty(tables: readonly Table[]): Promise<boolean>;
  insert(table: Table, rows: readonly Row[]): Promise<void>;
  addKeys(keyIds: readonly string[]): Promise<void>;
  /** So many of the table's rows, after those that were given before. */
  next(table: Table, count: number): Promise<readonly Row[]>;
}

/** Somebody else's transaction is waited for so long. */
const patienceMs = 10_000;

/** False where the answer to the commit was lost, so that nobody knows. Whatever goes wrong before it, nothing has changed. */
export async function isArrived(
  { DatabaseError }: Library,
  client: Client,
  work: (arrival: Arrival) => Promise<void>,
): Promise<boolean> {
  await client.query(`
    SET search_path TO ${schemaName};
    SET lock_timeout TO ${patienceMs};
    SET bytea_output TO hex;
    SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off';
  `);
  await client.query('BEGIN');
  // Gateways may be there already: they read on, and whatever they claim is claimed afterwards.
  await client.query('LOCK TABLE operation, wallet, use, store_key IN EXCLUSIVE MODE');
  await work(arrivalAt(client));
  const { rows } = await client.query(`SELECT max(place)::text AS last FROM operation`);
  await client.query(`SELECT setval('operation_place', greatest($1, last_value)) FROM operation_place`, [
    rows[0].last ?? '1',
  ]);
  try {
    const { command } = await client.query('COMMIT');
    if (command === 'COMMIT') return true;
  } catch (error) {
    // What the server itself says against it undoes it, unless it says that it ends.
    if (!(error instanceof DatabaseError) || /^(?:08|57P)/.test(error.code ?? '')) return false;
    throw error;
  }
  throw new Error('it did not commit');
}

function arrivalAt(client: Client): Arrival {
  const begun = new Set<Table>();
  return {
    async isEmpty(tables) {
      const found = tables.map(({ name }) => `(SELECT 1 FROM ${name} LIMIT 1)`).join(' UNION ALL ');
      return (await client.query(found)).rows.length === 0;
    },
    async insert({ name, columns }, rows) {
      const names = Object.keys(columns);
      const arrays = Object.values(columns).map((type, index) => `$${index + 1}::${type}[]`);
      await client.query({
        name: `arrival of ${name}`,
        text: `INSERT INTO ${name} (${names.join(', ')}) SELECT * FROM unnest(${arrays.join(', ')})`,
        values: names.map((_name, index) => rows.map(row => row[index])),
      });
    },
    addKeys: keyIds => addKeys(client, keyIds),
    async next(table, count) {
      if (!begun.has(table)) await client.query(`DECLARE all_of_${table.name} NO SCROLL CURSOR FOR ${inOrder(table)}`);
      begun.add(table);
      const text = `FETCH FORWARD ${count} FROM all_of_${table.name}`;
      return (await client.query<(string | null)[]>({ text, rowMode: 'array' })).rows;
    },
  };
}

function inOrder({ name, columns }: Table): string {
  const [[first, type] = ['', '']] = Object.entries(columns);
  const texts = Object.keys(columns).map(column => `${name}.${column}::text`);
  const collation = type === 'text' ? ' COLLATE "C"' : ''; // as SQLite has it
  return `SELECT ${texts.join(', ')} FROM ${name} ORDER BY ${name}.${first}${collation}`;
}
