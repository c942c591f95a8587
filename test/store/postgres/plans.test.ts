import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { session } from '../../../src/store/postgres/connections.js';
import { openPostgresStore } from '../../../src/store/postgres/open.js';
import { statements } from '../../../src/store/postgres/statements.js';
import { isPostgresHere, openTestDatabase, type TestDatabase } from '../../support/postgres.js';

/** How PostgreSQL goes about each statement, when it is planned while there is nothing yet, or next to nothing. */

interface Node {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Index Cond'?: string;
  readonly Plans?: readonly Node[];
}

/** By what the rows of each table are found; in a part of them, by nothing else where the part is small. */
const ways: Readonly<Record<string, RegExp>> = {
  operation_pkey: /tenant = .*mutation = .*key_hash = /,
  operation_id: /\bid = /,
  operation_listed: /status = .*tenant = |status = 'calling'/,
  operation_calling: /^/,
  operation_due: /provider = /,
  operation_target: /target = /,
  operation_forget: /forget_at <= /,
  operation_ended: /finished_at < /,
  wallet_pkey: /resource = /,
  use_pkey: /id = /,
  use_counted: /name = /,
  use_over: /until/,
};

const made = 'an index that was made for it';

const describeHere = isPostgresHere ? describe : describe.skip;

describeHere('The plans', () => {
  let database: TestDatabase;
  let client: Client;
  beforeAll(async () => {
    database = await openTestDatabase();
    const store = await openPostgresStore({ server: database.server, connections: 2, keyIds: ['key'] });
    await store.close();
    client = new Client({ connectionString: database.url });
    await client.connect();
    await client.query(session);
    for (const { name, text } of Object.values(statements)) await client.query(`PREPARE "${name}" AS ${text}`);
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  async function waysOf({ name, text }: { readonly name: string; readonly text: string }): Promise<string[]> {
    const count = Math.max(0, ...[...text.matchAll(/\$(\d+)/g)].map(([, number]) => Number(number)));
    const nothing = count === 0 ? '' : `(${Array.from({ length: count }, () => 'NULL').join(', ')})`;
    const { rows } = await client.query(`EXPLAIN (FORMAT JSON) EXECUTE "${name}"${nothing}`);
    const [{ Plan }] = rows[0]['QUERY PLAN'] as [{ Plan: Node }]; // as EXPLAIN prints it
    return scansOf(Plan).map(node => {
      const index = node['Index Name'];
      if (node['Relation Name'] === 'store_key') return made; // there is a handful, and all are read
      if (index === undefined) return `${node['Node Type']} on ${node['Relation Name']}`;
      const condition = node['Index Cond'] ?? '';
      return ways[index]?.test(condition) === true ? made : `${index} ${condition}`;
    });
  }

  test.each([
    ['nothing is known', ''],
    ['the tables were empty', 'VACUUM ANALYZE billfold.operation, billfold.wallet, billfold.use'],
    ['there was one row', `${oneRow()}; ANALYZE billfold.operation, billfold.wallet, billfold.use`],
  ])('lead each statement to its rows by an index that was made for it, when %s', async (_known, sql) => {
    for (const one of sql.split('; ')) await client.query(one);
    const found = new Map<string, readonly string[]>();
    for (const statement of Object.values(statements)) found.set(statement.name, await waysOf(statement));
    expect([...found].filter(([, taken]) => taken.some(way => way !== made))).toEqual([]);
    expect([...found].flatMap(([, taken]) => taken).length).toBeGreaterThan(found.size);
  });
});

function scansOf(node: Node): readonly Node[] {
  const isOfTable = node['Node Type'].endsWith(' Scan') && (node['Relation Name'] ?? node['Index Name']) !== undefined;
  return [...(isOfTable ? [node] : []), ...(node.Plans ?? []).flatMap(scansOf)];
}

function oneRow(): string {
  return `INSERT INTO billfold.operation (id, tenant, mutation, provider, key_hash, input_hash, seal_key_id, status, attempt,
      owner, created_at, started_at, sought_since, quiet_at, intent)
    VALUES (gen_random_uuid(), 'tenant', 'mutation', 'MOOV', 'a', 'a', 'key', 'done', 1, 'owner', 1, 1, 1, 1, 'a')`;
}
