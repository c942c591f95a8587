import { existsSync } from 'node:fs';
import type { SQLOutputValue } from 'node:sqlite';
import type { ColumnType, Row, Table } from './tables.js';
import { openFile } from '../sqlite/open.js';
import { busyMs, reason } from '../sqlite/turns.js';
import { giveRows } from '../sqlite/written-claims.js';

/** A file whose history goes elsewhere. Until it is closed, no gateway can own it and nobody can write to it. */
export interface Departure {
  /** All rows, one after the other. */
  rows(table: Table): Iterable<Row>;
  count(table: Table): number;
  keyIds(): readonly string[];
  /** Its rows live there from now on: nobody opens or changes it any more. */
  leaveFor(destination: string): void;
  close(): void;
}

export interface DepartureOptions {
  readonly file: string;
  /** Names the store keys. */
  readonly keyIds: readonly string[];
}

/** Throws one sentence where it cannot be used. */
export function openDeparture({ file, keyIds }: DepartureOptions): Departure {
  if (!existsSync(file)) throw new Error(`There is no journal ${file}.`);
  const { database, release } = openFile({ file, keyIds });
  const close = (): void => {
    database.close();
    release();
  };
  try {
    // A person who settles or erases something just now is waited for; whoever does meanwhile is told that it is locked.
    database.exec(`PRAGMA busy_timeout = ${busyMs}; BEGIN IMMEDIATE`);
    giveRows(database);
  } catch (error) {
    close();
    throw new Error(`The journal ${file} cannot be used: ${reason(error)}.`, { cause: error });
  }
  return {
    *rows({ columns, source }) {
      const names = Object.keys(columns);
      const types = Object.values(columns);
      const statement = database.prepare(`SELECT ${names.join(', ')} FROM (${source}) ORDER BY ${names[0]}`);
      statement.setReadBigInts(true);
      for (const found of statement.iterate()) {
        yield types.map((type, index) => written(type, found[names[index] ?? ''] ?? null));
      }
    },
    count: ({ source }) => Number(database.prepare(`SELECT count(*) AS count FROM (${source})`).get()?.count),
    keyIds: () =>
      database
        .prepare('SELECT id FROM store_key')
        .all()
        .map(({ id }) => String(id)),
    leaveFor(destination) {
      database.prepare('INSERT INTO moved VALUES (?)').run(destination);
      // Somebody may have opened it before, to settle or to erase something.
      for (const change of ['INSERT', 'UPDATE', 'DELETE']) {
        database.exec(`CREATE TRIGGER moved_before_${change} BEFORE ${change} ON operation
          BEGIN SELECT RAISE(ABORT, 'The journal was moved elsewhere.'); END`);
      }
      database.exec('COMMIT');
    },
    close,
  };
}

function written(type: ColumnType, value: SQLOutputValue): string | null {
  if (value === null) return null;
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`;
  return type === 'boolean' ? String(value !== 0n) : String(value);
}
