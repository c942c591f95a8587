import type { Clock } from '../../core/clock.js';
import type { PostgresServer } from '../../core/settings.js';
import { ConnectionLost, Undone, type Database, type Query, type Statement, type Value } from './database.js';
import { hearing, type ListeningChange } from './hearing.js';
import { configFor, type Client, type Library } from './library.js';
import { schemaName } from './schema.js';

/** Connections to one PostgreSQL, which open themselves again, and none of which anybody waits for for long. */

/** By the server: a statement, a wait for a lock, and a transaction whose client says nothing, in milliseconds. */
const statementMs = 2_000;
const lockMs = 1_000;
const idleInTransactionMs = 2_000;
/** By this side, for a server that says nothing at all. */
const answerMs = 2_500;
/** A connection that nobody needs for so long is closed, and one that is so old is replaced: an address may lead elsewhere by then. */
const idleMs = 60_000;
const longestLifeSeconds = 1_800;
/** Whoever waits for a connection behind so many others is refused. */
const waitingAtMost = 500;
/** Cleaning up a large table takes its time, and only a person waits for it. */
const vacuumMs = 600_000;

export interface ConnectionOptions {
  readonly server: PostgresServer;
  /** The most connections besides the one that listens. */
  readonly size: number;
  readonly clock: Clock;
  readonly listeningChanged: (change: ListeningChange) => void;
}

/** Loads the library and begins to listen. Rejects with `ConnectionLost` where nothing is there yet. */
export async function openConnections({ server, size, clock, listeningChanged }: ConnectionOptions): Promise<Database> {
  const library = await import('pg');
  const config = configFor(library, server);
  const pool = new library.Pool({
    ...config,
    max: size,
    query_timeout: answerMs,
    idleTimeoutMillis: idleMs,
    maxLifetimeSeconds: longestLifeSeconds,
    onConnect: async client => void (await client.query(session)),
  });
  pool.on('error', () => undefined); // one that was idle is gone: the next one is opened when it is needed
  const heard = hearing({ open: () => new library.Client(config), clock, changed: listeningChanged });

  const withClient = async <Result>(work: (client: Client) => Promise<Result>): Promise<Result> => {
    if (pool.waitingCount >= waitingAtMost) throw new Error('Too much waits for a connection to the journal.');
    const client = await pool.connect().catch((error: unknown) => {
      throw new ConnectionLost('The database of the journal cannot be reached.', { cause: error });
    });
    client.on('error', ignore); // what waits for an answer hears of it by itself
    let isSound = true;
    try {
      return await work(client);
    } catch (error) {
      isSound = error instanceof library.DatabaseError && !isEnd(error.code);
      throw meaningOf(library, error);
    } finally {
      client.off('error', ignore);
      client.release(!isSound);
    }
  };

  return {
    query: (statement, values) => withClient(client => answerTo(client, statement, values)),
    transaction: work => withClient(client => committed(library, client, work)),
    moved: heard.moved,
    vacuum: () =>
      withClient(async client => {
        await client.query(`SET statement_timeout = ${vacuumMs}; SET lock_timeout = ${vacuumMs}`);
        // The type of a query lacks the time-out of its own that it may have.
        const patiently = (text: string) => client.query({ text, query_timeout: vacuumMs } as { text: string });
        await patiently(`VACUUM ${schemaName}.operation`);
        await patiently(`VACUUM ${schemaName}.use`);
        await client.query(session);
      }),
    async close() {
      await Promise.all([heard.close(), pool.end()]);
    },
  };
}

/**
 * What holds for each connection, whatever the server, the database or the role has as its default. Each statement is
 * planned once and finds its rows by an index, whatever was known of the tables then: a plan that was made for an empty
 * table, or by statistics from before a rush, would read all of a large one.
 */
export const session = `
  SET search_path TO ${schemaName};
  SET default_transaction_isolation TO 'read committed';
  SET statement_timeout TO ${statementMs};
  SET lock_timeout TO ${lockMs};
  SET plan_cache_mode TO force_generic_plan;
  SET enable_seqscan TO off;
  SET enable_bitmapscan TO off;
  SET enable_mergejoin TO off;
  SET jit TO off;
  SET idle_in_transaction_session_timeout TO ${idleInTransactionMs};
  SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off';
`;

async function answerTo<Row>(
  client: Client,
  { name, text }: Statement<Row>,
  values: readonly Value[],
): Promise<readonly Row[]> {
  const { rows } = await client.query({ name, text, values: [...values] });
  return rows as readonly Row[]; // as the statement says
}

async function committed<Result>(
  { DatabaseError }: Library,
  client: Client,
  work: (query: Query) => Promise<Result>,
): Promise<Result> {
  await client.query('BEGIN');
  let result: Result;
  try {
    result = await work((statement, values) => answerTo(client, statement, values));
  } catch (error) {
    // Whatever else it was, the connection may be gone: then it is undone by that.
    if (error instanceof DatabaseError || error instanceof Undone) await client.query('ROLLBACK');
    throw error;
  }
  const { command } = await client.query('COMMIT');
  if (command !== 'COMMIT') throw new Undone(`The transaction ended with ${command}.`);
  return result;
}

/** The server ends the connection, or is one that cannot be written to, as after a failover. */
function isEnd(code = ''): boolean {
  return /^(?:08|57P0|25006)/.test(code);
}

/** Serialization failure, deadlock, a lock that was not to be had in time. */
const undone = new Set(['40001', '40P01', '55P03']);

function meaningOf({ DatabaseError }: Library, error: unknown): unknown {
  if (error instanceof Undone) return error;
  if (!(error instanceof DatabaseError) || isEnd(error.code)) {
    return new ConnectionLost('The connection to the database of the journal is gone.', { cause: error });
  }
  return undone.has(error.code ?? '') ? new Undone('Others were in the way.', { cause: error }) : error;
}

function ignore(): void {
  // Named, so that it can be taken off again.
}
