/** What a history consists of, as it is moved from an SQLite file to a PostgreSQL: all tables, and all that stands in them. */

export type ColumnType = 'bigint' | 'boolean' | 'bytea' | 'integer' | 'text' | 'uuid';

export interface Table {
  /** As PostgreSQL calls it. */
  readonly name: string;
  /** What SQLite has of it, as SQL. */
  readonly source: string;
  /** The first is unique, and both sides are read in its order. */
  readonly columns: Readonly<Record<string, ColumnType>>;
}

/** A row's members in the order of the columns, each as PostgreSQL writes it. */
export type Row = readonly (string | null)[];

/** A list of operations is in the order in which they were inserted, so that this is kept. */
export const operations: Table = {
  name: 'operation',
  source: 'SELECT * FROM operation',
  columns: {
    place: 'bigint',
    id: 'uuid',
    tenant: 'text',
    mutation: 'text',
    provider: 'text',
    key_hash: 'bytea',
    input_hash: 'bytea',
    seal_key_id: 'text',
    status: 'text',
    attempt: 'integer',
    owner: 'text',
    created_at: 'bigint',
    started_at: 'bigint',
    finished_at: 'bigint',
    sought_since: 'bigint',
    quiet_at: 'bigint',
    was_unknown: 'boolean',
    look_at: 'bigint',
    is_sought: 'boolean',
    target: 'bytea',
    resource: 'bytea',
    intent: 'bytea',
    note: 'bytea',
    result: 'bytea',
    remainder: 'bytea',
    forget_at: 'bigint',
  },
};

export const tables: readonly Table[] = [
  operations,
  {
    name: 'wallet',
    source: 'SELECT resource, id AS operation FROM operation WHERE resource IS NOT NULL',
    columns: { resource: 'bytea', operation: 'uuid' },
  },
  { name: 'use', source: 'SELECT * FROM use', columns: { id: 'text', name: 'bytea', until: 'bigint' } },
];
