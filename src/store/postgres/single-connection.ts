import type { PostgresServer } from '../../core/settings.js';
import { ConnectionLost } from './database.js';
import { configFor, type Client, type Library } from './library.js';

/** A connection for one work alone, which may take longer than a mutation would wait. */

/** What somebody else has locked is waited for so long; and whoever stands still in a transaction is cut off after a while. */
const patienceMs = 60_000;
const stillMs = 5_000;
/** A server that says nothing at all is given up after so long: to clean up a large table, or to look through it, takes minutes. */
const answerMs = 600_000;

/** Rejects with one sentence where the work cannot be done, and with `ConnectionLost` where that may pass. */
export async function withClient<Result>(
  server: PostgresServer,
  work: (client: Client, library: Library) => Promise<Result>,
): Promise<Result> {
  const library = await import('pg');
  let client: Client | null = null;
  try {
    client = new library.Client({ ...configFor(library, server), query_timeout: answerMs });
    client.on('error', () => undefined); // what waits for an answer hears of it by itself
    await client.connect();
    await client.query(session);
    return await work(client, library);
  } catch (error) {
    if (error instanceof ConnectionLost || error instanceof Unusable) throw error; // of a second connection, in the work
    throw isPassing(library, error)
      ? new ConnectionLost(`The journal at ${server.name} (STORE_URL) cannot be reached: ${reasonOf(error)}.`, {
          cause: error,
        })
      : new Unusable(`The journal at ${server.name} (STORE_URL) cannot be used: ${reasonOf(error)}.`, { cause: error });
  } finally {
    void client?.end().catch(() => undefined); // a server that stands still does not take its leave
  }
}

/** Says already where and why. */
class Unusable extends Error {}

/** Whatever the server, the database or the role has as its default. */
const session = `
  SET default_transaction_isolation TO 'read committed';
  SET statement_timeout TO 0;
  SET lock_timeout TO ${patienceMs};
  SET idle_in_transaction_session_timeout TO ${stillMs};
`;

const passingCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
  '53300', // too many connections
  '57P01',
  '57P02',
  '57P03',
]);

function isPassing({ DatabaseError }: Library, error: unknown): boolean {
  const { code, message } = told(error);
  return (
    passingCodes.has(code) || (!(error instanceof DatabaseError) && /timeout|terminated|not queryable/i.test(message))
  );
}

function reasonOf(error: unknown): string {
  const { code, message } = told(error);
  return message.replace(/\.$/, '') || code || 'for no reason that was told';
}

function told(error: unknown): { readonly code: string; readonly message: string } {
  const { code, message } = Object(error) as { readonly code?: unknown; readonly message?: unknown }; // perhaps an error
  return { code: typeof code === 'string' ? code : '', message: typeof message === 'string' ? message : String(error) };
}
