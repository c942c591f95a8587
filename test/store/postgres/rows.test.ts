import { afterAll, beforeAll, describe } from '@jest/globals';
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

  describeJournalStore('rows', {
    isSingleOwner: false,
    async open() {
      const store = await open();
      await database.ask('TRUNCATE billfold.operation, billfold.wallet, billfold.use');
      return { store, reopen: async () => (await store.close(), open()) };
    },
  });
});
