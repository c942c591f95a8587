import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openPostgresStore } from '../../../src/store/postgres/open.js';
import { isPostgresHere, openTestDatabase, type TestDatabase } from '../../support/postgres.js';
import { describeJournalStore } from '../suite.js';
import { keyIds } from './stores.js';

const describeHere = isPostgresHere ? describe : describe.skip;

describeHere('PostgreSQL', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.drop());

  const open = () => openPostgresStore({ server: database.server, connections: 8, keyIds });

  test('however many results have had their time, all are forgotten', async () => {
    const store = await open();
    await database.ask(`
      INSERT INTO billfold.operation (id, tenant, mutation, provider, key_hash, input_hash, seal_key_id, status, attempt,
        owner, created_at, started_at, sought_since, quiet_at, intent, result, remainder, forget_at)
      SELECT gen_random_uuid(), 'default', 'm', 'MOOV', n::text::bytea, 'i', 'seal-key-1', 'done', 1, 'o', 0, 0, 0, 0, 'i',
        'whole', 'rest', 9 FROM generate_series(1, 1200) AS n`);
    await store.forget(9);
    const left = await database.ask(`SELECT DISTINCT convert_from(result, 'UTF8') AS result FROM billfold.operation`);
    expect(left).toEqual([{ result: 'rest' }]);
    await store.close();
  });

  describeJournalStore('rows', {
    isSingleOwner: false,
    async open() {
      const store = await open();
      await database.ask('TRUNCATE billfold.operation, billfold.wallet, billfold.use');
      return { store, reopen: async () => (await store.close(), open()) };
    },
  });
});
