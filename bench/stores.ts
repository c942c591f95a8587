import { systemClock } from '../src/core/clock.js';
import { openConnections } from '../src/store/postgres/connections.js';
import type { Database } from '../src/store/postgres/database.js';
import { migrated } from '../src/store/postgres/migration.js';
import { postgresStore } from '../src/store/postgres/store.js';
import type { TestDatabase } from '../test/support/postgres.js';
import { storeContender, type StoreCost } from './journal.js';
import { takeTurns, type Contender, type Row } from './measure.js';
import type { Bench } from './page.js';
import type { MeasuredPostgres } from './postgres.js';

/** The journal on PostgreSQL in this process, without a gateway; and what it writes down for an operation. */

export interface Stores {
  readonly rows: readonly Row<StoreCost>[];
  /** Bytes of an operation that is over: in tables, in indexes, and written ahead for its claim and its move. */
  readonly bytes: { readonly tables: number; readonly indexes: number; readonly log: number };
}

/** As a gateway's, besides the one that listens. */
const connections = 7;
/** Rounds in which code is compiled and pages are filled. */
const uncounted = 2;

const grouped = (perTurn: number): string => `store, PostgreSQL, ${perTurn} a turn`;
export const shippedStore = grouped(64);
const alone = 'the same, a statement for each';

export async function measureStores(bench: Bench, postgres: MeasuredPostgres): Promise<Stores> {
  const opened: Database[] = [];
  try {
    return await measured(bench, postgres, opened);
  } finally {
    await Promise.all(opened.map(database => database.close()));
  }
}

async function measured(
  { rounds, seconds, rowsBefore, say }: Bench,
  postgres: MeasuredPostgres,
  opened: Database[],
): Promise<Stores> {
  const operations = Math.max(64, Math.round(512 * seconds));
  const contender = async (at: TestDatabase, name: string, perTurn: number, stores = 1) => {
    const { server } = at;
    const open = async (keyIds: readonly string[]) => {
      await migrated({ server, keyIds });
      const options = { server, size: connections, clock: systemClock, listeningChanged: () => undefined };
      const database = await openConnections(options);
      opened.push(database);
      // One store groups what it is asked for; of as many as there are operations in a turn, none does.
      const store = () => postgresStore(database, { keyIds, clock: systemClock, endOfTurn: setImmediate });
      return [store(), ...Array.from({ length: stores - 1 }, store)] as const;
    };
    return storeContender(
      { operations, rowsBefore },
      { name, perTurn, open, cpuMicrosBehind: () => postgres.cpuMicros() },
    );
  };
  const database = await postgres.database();
  const shipped = await contender(database, shippedStore, 64);
  const contenders = [
    await contender(await postgres.database(), grouped(1), 1),
    await contender(await postgres.database(), grouped(8), 8),
    shipped,
    await contender(await postgres.database(), alone, 64, 64),
  ];
  const rows = await takeTurns(contenders, { rounds, uncounted, say });
  return { rows, bytes: await bytesOf(database, operations, shipped) };
}

async function bytesOf({ ask }: TestDatabase, operations: number, { turn }: Contender): Promise<Stores['bytes']> {
  const numberOf = async (text: string): Promise<number> => {
    const [row] = await ask<{ value: string }>(`SELECT ${text} AS value`);
    return Number(row?.value);
  };
  const position = () => numberOf(`pg_current_wal_insert_lsn() - '0/0'`);
  await ask('CHECKPOINT'); // whole pages follow it, once each: a turn has its share of them
  const before = await position();
  await turn();
  const log = ((await position()) - before) / operations;
  const rows = await numberOf('(SELECT count(*) FROM billfold.operation)');
  const size = (of: string) => numberOf(`${of}('billfold.operation') + ${of}('billfold.wallet')`);
  // The indexes as they have grown, the tables without the versions of rows that are over.
  const indexes = (await size('pg_indexes_size')) / rows;
  await ask('VACUUM FULL billfold.operation, billfold.wallet');
  return { log, indexes, tables: (await size('pg_table_size')) / rows };
}
