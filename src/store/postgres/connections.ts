import { Socket } from 'node:net';
import { within, type Clock } from '../../core/clock.js';
import type { PostgresServer } from '../../core/settings.js';
import { ConnectionLost, Refused, Undone, type Database, type Query, type Statement, type Value } from './database.js';
import { configFor, type Client, type Library } from './library.js';
import { openListener, type ListeningChange } from './listener.js';
import { schemaName } from './schema.js';
import { withClient } from './single-connection.js';

/** Connections to one PostgreSQL, which open themselves again, and none of which anybody waits for for long. */

/** By the server: a statement, a wait for a lock, and a transaction whose client says nothing, in milliseconds. */
export const statementMs = 2_000;
export const lockMs = 1_000;
export const idleInTransactionMs = 2_000;
/** By this side, for a server that says nothing at all: one answer, or all that belongs together, with its connection. */
export const callMs = 2_500;
/** A connection that nobody needs for so long is closed, and one that is so old is replaced: an address may lead elsewhere by then. */
const idleMs = 60_000;
const longestLifeSeconds = 1_800;
/** Whoever waits for a connection behind so many others is refused. */
const waitingAtMost = 500;

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
  const sockets = new Set<Socket>();
  const config = {
    ...configFor(library, server),
    query_timeout: callMs,
    stream: () => {
      const socket = new Socket();
      sockets.add(socket.once('close', () => sockets.delete(socket)));
      return socket;
    },
  };
  const pool = new library.Pool({
    ...config,
    max: size,
    idleTimeoutMillis: idleMs,
    maxLifetimeSeconds: longestLifeSeconds,
    onConnect: async client => void (await client.query(session)),
  });
  pool.on('error', () => undefined); // one that was idle is gone: the next one is opened when it is needed
  const listener = openListener({ open: () => new library.Client(config), clock, changed: listeningChanged });

  const withConnection = <Result>(work: (client: Client) => Promise<Result>, mayQueue = false): Promise<Result> => {
    if (pool.ending) return Promise.reject(new Refused('The journal is closed.'));
    if (!mayQueue && pool.waitingCount >= waitingAtMost) {
      return Promise.reject(new Refused('Too much waits for a connection to the journal.'));
    }
    let isOver = false;
    let giveBack = (_isSound: boolean): void => undefined;
    const done = async (): Promise<Result> => {
      const client = await pool.connect().catch((error: unknown) => {
        throw new ConnectionLost('The database of the journal cannot be reached.', { cause: error });
      });
      client.on('error', ignore); // what waits for an answer hears of it by itself
      giveBack = isSound => {
        giveBack = () => undefined;
        client.release(!isSound);
        client.off('error', ignore);
      };
      try {
        if (isOver) throw new Undone('Nobody waits for it any more.');
        const result = await work(client);
        giveBack(true);
        return result;
      } catch (error) {
        giveBack(isOwn(error) || (error instanceof library.DatabaseError && !isEnd(error.code)));
        throw meaningOf(library, error);
      }
    };
    return within(clock, callMs, done(), () => {
      isOver = true;
      giveBack(false);
      throw new ConnectionLost('The database of the journal does not answer.');
    });
  };

  return {
    query: (statement, values) => withConnection(client => answerTo(client, statement, values), statement.isGrouped),
    transaction: work => withConnection(client => committed(library, client, work)),
    moved: listener.moved,
    async vacuum() {
      const refusals: string[] = []; // of another role's tables it is only warned, and they are left as they are
      await withClient(server, async client => {
        client.on('notice', ({ severity, message = '' }) => severity === 'WARNING' && refusals.push(message));
        await client.query(`VACUUM ${schemaName}.operation`);
        await client.query(`VACUUM ${schemaName}.use`);
        await client.query(`VACUUM ${schemaName}.wallet`);
      });
      const [refusal] = refusals;
      if (refusal !== undefined) {
        throw new Error(`It was erased, but not cleaned up (${refusal}): run this as the role that owns the tables.`);
      }
    },
    async close() {
      const closed = Promise.all([listener.close(), pool.end()]).then(() =>
        Promise.all([...sockets].map(socket => new Promise(resolve => socket.once('close', resolve)))),
      );
      await within(clock, callMs, closed, () => undefined);
      for (const socket of sockets) socket.destroy(); // a server that says nothing does not take its leave either
    },
  };
}

/**
 * What holds for each connection, whatever the server, the database or the role has as its default. Each statement is
 * planned once and finds its rows by an index, whatever was known of the tables then: a plan that was made for an empty
 * table, or by statistics from before a rush, would read all of a large one. Lists in a statement, of which it expects few
 * rows, may have two hundred: they are joined by hashes, not each with each.
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
  SET enable_nestloop TO off;
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
    if (error instanceof DatabaseError || isOwn(error)) await client.query('ROLLBACK');
    throw error;
  }
  const { command } = await client.query('COMMIT');
  if (command !== 'COMMIT') throw new Undone(`The transaction ended with ${command}.`);
  return result;
}

/** The server ends the connection (25P03: it stood still in a transaction), or cannot be written to, as after a failover. */
function isEnd(code = ''): boolean {
  return /^(?:08|57P0|25P0[345]|25006)/.test(code);
}

/** Serialization failure, deadlock, a lock that was not to be had in time, a statement that took too long. */
const undone = new Set(['40001', '40P01', '55P03', '57014']);

/** Not the connection's fault. */
function isOwn(error: unknown): boolean {
  return error instanceof Undone || error instanceof Refused;
}

function meaningOf({ DatabaseError }: Library, error: unknown): unknown {
  if (isOwn(error)) return error;
  if (!(error instanceof DatabaseError) || isEnd(error.code)) {
    return new ConnectionLost('The connection to the database of the journal is gone.', { cause: error });
  }
  return undone.has(error.code ?? '') ? new Undone('Others were in the way.', { cause: error }) : error;
}

function ignore(): void {
  // Named, so that it can be taken off again.
}
