import type { PostgresServer } from '../../core/settings.js';
import { isArrived, type Arrival } from './arrival.js';
import { withClient } from '../postgres/single-connection.js';
import { migrated } from '../postgres/migration.js';
import { openDeparture, type Departure } from './departure.js';
import { operations, tables, type Row, type Table } from './tables.js';

/** Moves a history from an SQLite file to a PostgreSQL, so that no key of it is ever free, and at most one of them is used. */

export interface MoveOptions {
  readonly file: string;
  readonly server: PostgresServer;
  /** Names the store keys, the first of which makes new rows. */
  readonly keyIds: readonly string[];
  /** Told how far it is. */
  readonly say: (line: string) => void;
}

/** So many rows are in memory at once, and fewer where they are large. */
const rowsAtOnce = 500;
const lettersAtOnce = 4_000_000;
/** So often it is said how far it is. */
const rowsBetweenLines = 50_000;

/** Answers with how many operations there are now. Rejects with one sentence where they could not be moved. */
export async function moveHistory({ file, server, keyIds, say }: MoveOptions): Promise<number> {
  const departure = openDeparture({ file, keyIds });
  try {
    await migrated({ server, keyIds });
    const isCertain = await withClient(server, (client, library) =>
      isArrived(library, client, arrival => carried(departure, arrival, say)),
    );
    if (!isCertain) {
      throw new Error(
        `The connection to ${server.name} was lost in the moment of the commit, so that it is not certain whether the operations are there. Run this again: it finds out, and moves nothing twice. Start no gateway before that.`,
      );
    }
    mark(departure, file, server);
    return departure.count(operations);
  } finally {
    departure.close();
  }
}

/** Either all of it is there when this resolves, or it rejects. */
async function carried(departure: Departure, arrival: Arrival, say: MoveOptions['say']): Promise<void> {
  const isNew = await arrival.isEmpty(tables);
  if (isNew) {
    const tell = progress(departure, say, 'copied');
    for await (const page of pages(departure)) {
      if (page.rows.length > 0) await arrival.insert(page.table, page.rows);
      tell(page);
    }
  }
  await arrival.addKeys(departure.keyIds());
  const tell = progress(departure, say, 'compared');
  const compared = new Map<Table, number>();
  for await (const page of pages(departure)) {
    const { table, rows } = page;
    const others = await arrival.next(table, Math.max(rows.length, 1));
    const differing = placeOfDifference(rows, others);
    if (differing !== -1) {
      const which = `${table.name} ${(rows[differing] ?? others[differing])?.[0]}`;
      throw new Error(
        isNew
          ? `${which} did not arrive as it was, so that nothing was moved`
          : `it holds other rows (${which}). Take a database in which no gateway has worked`,
      );
    }
    compared.set(table, (compared.get(table) ?? 0) + rows.length);
    tell(page);
  }
  const short = tables.find(table => compared.get(table) !== departure.count(table));
  if (short !== undefined) throw new Error(`not every ${short.name} was read, so that nothing was moved`);
}

interface Page {
  readonly table: Table;
  /** None at the end of the table. */
  readonly rows: readonly Row[];
}

async function* pages(departure: Departure): AsyncGenerator<Page> {
  for (const table of tables) {
    let rows: Row[] = [];
    let letters = 0;
    for (const row of departure.rows(table)) {
      rows.push(row);
      letters += row.reduce((sum, member) => sum + (member?.length ?? 0), 0);
      if (rows.length < rowsAtOnce && letters < lettersAtOnce) continue;
      yield { table, rows };
      rows = [];
      letters = 0;
    }
    if (rows.length > 0) yield { table, rows };
    yield { table, rows: [] };
  }
}

/** Where one side's row differs in any member, or the other one has none; -1 where both sides are the same. */
function placeOfDifference(rows: readonly Row[], others: readonly Row[]): number {
  const longer = rows.length > others.length ? rows : others;
  return longer.findIndex((_row, index) => {
    const [row, other] = [rows[index], others[index]];
    return row === undefined || other === undefined || !isSame(row, other);
  });
}

function isSame(row: Row, other: Row): boolean {
  return row.length === other.length && row.every((member, index) => member === other[index]);
}

function progress(departure: Departure, say: MoveOptions['say'], done: string): (page: Page) => void {
  const all = departure.count(operations);
  let count = 0;
  return ({ table, rows }) => {
    if (table !== operations) return;
    const lines = Math.floor(count / rowsBetweenLines);
    count += rows.length;
    if (Math.floor(count / rowsBetweenLines) > lines) say(`${count} of ${all} operations are ${done}.`);
  };
}

function mark(departure: Departure, file: string, server: PostgresServer): void {
  try {
    departure.leaveFor(`postgres://${server.name}`);
  } catch (error) {
    throw new Error(
      `The operations are at ${server.name}, but that could not be written into ${file}. Start no gateway on that file; run this again.`,
      { cause: error },
    );
  }
}
