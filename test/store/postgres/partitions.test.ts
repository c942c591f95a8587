import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import type { JournalRow } from '../../../src/core/journal-store.js';
import { session } from '../../../src/store/postgres/connections.js';
import { openPostgresStore } from '../../../src/store/postgres/open.js';
import { statements } from '../../../src/store/postgres/statements.js';
import { isPostgresHere, openTestDatabase, type TestDatabase } from '../../support/postgres.js';
import { moveTo, newRow } from '../rows.js';
import { describeJournalStore } from '../suite.js';
import { keyIds } from './stores.js';

/** A journal in use, parted as docs/scaling.md says, by its own commands. */

const page = readFileSync(fileURLToPath(new URL('../../../../docs/scaling.md', import.meta.url)), 'utf8');
const [commands = '', ...others] = [...page.matchAll(/```sql\n(?<text>[^]*?)```/g)].map(({ groups }) => groups?.text);

const describeHere = isPostgresHere ? describe : describe.skip;

describeHere('PostgreSQL, partitioned', () => {
  let database: TestDatabase;
  let before: readonly JournalRow[];
  const open = () => openPostgresStore({ server: database.server, connections: 8, keyIds });
  const listing = { tenant: 'default', statuses: null, after: null, limit: 100 };

  beforeAll(async () => {
    database = await openTestDatabase();
    const store = await open();
    for (let key = 0; key < 40; key += 1) {
      const row = newRow(`key ${key}`);
      await store.claim(row, []);
      if (key % 2 === 0) await store.move(row.id, 1, moveTo('done', { resource: row.keyHash }));
    }
    before = await store.list(listing);
    await store.close();
    await database.ask(commands);
  });
  afterAll(() => database.drop());

  test('is done by the only commands of the page, and spreads all rows over its parts, in their order', async () => {
    expect(others).toEqual([]);
    const store = await open();
    expect(await store.list(listing)).toEqual(before);
    const parts = await database.ask('SELECT tableoid, count(*) FROM billfold.operation GROUP BY tableoid');
    expect(parts.length).toBeGreaterThan(1);
    const { row } = (await store.claim(newRow('a later key'), [])) ?? {};
    expect((await store.list(listing)).map(({ id }) => id)).toEqual([row?.id, ...before.map(({ id }) => id)]);
    await store.close();
  });

  test('looks for a key in one part alone', async () => {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    await client.query(session);
    const { text } = statements.byKey;
    await client.query(`PREPARE "by key" AS ${text}`);
    const hash = newRow('key 7').keyHash.toString('hex');
    const { rows } = await client.query(
      `EXPLAIN (ANALYZE, FORMAT JSON) EXECUTE "by key" ('default', 'createMoovWallet', ARRAY['\\x${hash}'::bytea])`,
    );
    await client.end();
    const scans = scansOf(rows[0]['QUERY PLAN'][0].Plan as Plan); // as EXPLAIN prints it
    expect(scans.filter(scan => scan['Actual Loops'] > 0).map(scan => scan['Actual Rows'])).toEqual([1]);
    expect(new Set(scans.map(scan => scan['Node Type']))).toEqual(new Set(['Index Scan']));
  });

  test('gives each key to one of two gateways that claim it at once', async () => {
    const stores = await Promise.all([open(), open()]);
    const claims = Array.from({ length: 50 }, (_key, index) =>
      Promise.all(stores.map(store => store.claim(newRow(`contested ${index}`), []))),
    );
    for (const both of await Promise.all(claims)) {
      expect(both.map(claim => claim?.isClaimed).toSorted()).toEqual([false, true]);
      expect(both[0]?.row.id).toBe(both[1]?.row.id);
    }
    await Promise.all(stores.map(store => store.close()));
  });

  describeJournalStore('rows', {
    isSingleOwner: false,
    async open() {
      const store = await open();
      await database.ask('DELETE FROM billfold.operation; DELETE FROM billfold.wallet; DELETE FROM billfold.use');
      return { store, reopen: async () => (await store.close(), open()) };
    },
  });
});

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Loops': number;
  readonly 'Actual Rows': number;
  readonly Plans?: readonly Plan[];
}

function scansOf(plan: Plan): readonly Plan[] {
  const isOfPart = plan['Relation Name']?.startsWith('operation') === true;
  return [...(isOfPart ? [plan] : []), ...(plan.Plans ?? []).flatMap(scansOf)];
}
