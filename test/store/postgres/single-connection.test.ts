import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { withClient } from '../../../src/store/postgres/single-connection.js';
import { ConnectionLost } from '../../../src/store/postgres/database.js';
import { isPostgresHere, openTestDatabase, type TestDatabase } from '../../support/postgres.js';

/** A connection for one work alone. */

(isPostgresHere ? describe : describe.skip)('a connection for one work alone', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase();
  }, 60_000);
  afterAll(() => database.drop());

  test('that is gone between two statements may come back: it is no database that cannot be used', async () => {
    const work = withClient(database.server, async client => {
      const { rows } = await client.query('SELECT pg_backend_pid() AS pid');
      const gone = new Promise(resolve => client.once('end', resolve));
      await database.ask('SELECT pg_terminate_backend($1)', [(rows[0] as { pid: number }).pid]);
      await gone;
      await client.query('SELECT 1');
    });
    await expect(work).rejects.toBeInstanceOf(ConnectionLost);
  });
});
