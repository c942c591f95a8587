import { afterAll, beforeAll, describe } from '@jest/globals';
import { storePlaceFrom, type PostgresServer } from '../../src/core/settings.js';
import { openPostgresStore } from '../../src/store/postgres/open.js';
import { isPostgresHere, openTestDatabase, type TestDatabase } from '../support/postgres.js';
import { describeJournalStore } from './suite.js';

const describeHere = isPostgresHere ? describe : describe.skip;

/** As the suite's rows name it. */
const keyIds = ['seal-key-1', 'seal-key-2'];

export function serverAt(url: string): PostgresServer {
  const place = storePlaceFrom(url);
  if (place?.kind !== 'postgres') throw new Error('That is no PostgreSQL.');
  return place.server;
}

describeHere('PostgreSQL', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.drop());

  const open = () => openPostgresStore({ server: serverAt(database.url), connections: 8, keyIds });

  describeJournalStore('rows', {
    isSingleOwner: false,
    async open() {
      const store = await open();
      await database.ask('TRUNCATE billfold.operation, billfold.wallet, billfold.use');
      return { store, reopen: async () => (await store.close(), open()) };
    },
  });
});
