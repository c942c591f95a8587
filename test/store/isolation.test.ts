import { createHash, randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import type { Query, Statement, Value } from '../../src/store/postgres/database.js';
import { openPostgresStore } from '../../src/store/postgres/open.js';
import { statements } from '../../src/store/postgres/statements.js';
import { SimulatedPostgres, type Outcome, type Transaction } from '../simulation/postgres/server.js';
import { isPostgresHere, openTestDatabase, type TestDatabase } from '../support/postgres.js';
import { eventually } from '../support/time.js';

/** Two connections that get into each other's way: what the model of PostgreSQL does then, a real one does. */

interface Connection {
  readonly query: Query;
  begin(): Promise<unknown>;
  commit(): Promise<unknown>;
  rollback(): Promise<unknown>;
  /** Resolves when what it was asked last waits for another one. */
  waits(): Promise<void>;
  close(): Promise<void>;
}

const keyIds = ['seal-key'];
const bytes = (text: string): Buffer => createHash('sha256').update(text).digest();

describe('the model', () => {
  let server: SimulatedPostgres;
  describeIsolation({
    async empty() {
      server = new SimulatedPostgres({ now: 0, after: () => () => undefined }); // nobody's patience ends
    },
    connect: async () => modelled(server),
  });
});

(isPostgresHere ? describe : describe.skip)('PostgreSQL', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase();
    const store = await openPostgresStore({ server: database.server, connections: 2, keyIds });
    await store.close(); // it has made the tables
  });
  afterAll(() => database.drop());
  describeIsolation({
    empty: async () => void (await database.ask('TRUNCATE billfold.operation, billfold.wallet')),
    connect: () => real(database),
  });
});

interface Place {
  empty(): Promise<void>;
  connect(): Promise<Connection>;
}

function describeIsolation({ empty, connect }: Place): void {
  let one: Connection;
  let other: Connection;

  beforeEach(async () => {
    await empty();
    [one, other] = [await connect(), await connect()];
  });
  afterEach(() => Promise.all([one.close(), other.close()]));

  const claim = ({ query }: Connection, key: string, id: string) =>
    query(statements.claim, [
      [id],
      ['default'],
      ['createMoovWallet'],
      ['MOOV'],
      [bytes(key)],
      [bytes('input')],
      ['seal-key'],
      ['owner'],
      [1],
      [2],
      [bytes('target')],
      [bytes('intent')],
      keyIds,
    ]);
  const move = ({ query }: Connection, id: string, status: string, wallet: Buffer | null = null) =>
    query(statements.move, [[id], [1], ['calling'], [status], [3], [null], [null], [null], [wallet], [4]]);
  const statusIn = async ({ query }: Connection, id: string) => (await query(statements.byId, [id]))[0]?.status;
  const claimed = async (key: string): Promise<string> => {
    const id = randomUUID();
    await claim(one, key, id);
    return id;
  };

  test('a claim waits for an uncommitted one of its key, and does not see it then', async () => {
    const [first, second] = [randomUUID(), randomUUID()];
    await one.begin();
    expect(await claim(one, 'k', first)).toMatchObject([{ isMade: true }]);
    const late = claim(other, 'k', second);
    await other.waits();
    await one.commit();
    expect(await late).toMatchObject([{ isMade: false, id: null }]);
    const byKey = [statements.byKey, ['default', 'createMoovWallet', [bytes('k')]]] as const;
    expect(await other.query(...byKey)).toMatchObject([{ id: first }]);
  });

  test('a claim that waited for one that was undone is made', async () => {
    await one.begin();
    await claim(one, 'k', randomUUID());
    const late = claim(other, 'k', randomUUID());
    await other.waits();
    await one.rollback();
    expect(await late).toMatchObject([{ isMade: true }]);
  });

  test('a claim of a key whose row is being moved waits, and tells of it as it was before', async () => {
    const id = await claimed('k');
    await one.begin();
    await move(one, id, 'done');
    const late = claim(other, 'k', randomUUID());
    await other.waits();
    await one.commit();
    expect(await late).toMatchObject([{ isMade: false, id, status: 'calling' }]);
  });

  test('a retake that comes late, after another attempt was refused, takes nothing', async () => {
    const id = await claimed('k');
    await move(one, id, 'refused');
    const retake = (attempt: number) => other.query(statements.retake, [id, bytes('input'), 'owner', 5, 6, attempt]);
    expect(await retake(1)).toMatchObject([{ attempt: 2, status: 'calling' }]);
    await one.query(statements.move, [
      [id],
      [2],
      ['calling'],
      ['refused'],
      [7],
      [null],
      [null],
      [null],
      [null],
      [null],
    ]);
    expect(await retake(1)).toEqual([]);
    expect(await statusIn(one, id)).toBe('refused');
  });

  test('a move waits for an uncommitted one, and then finds the row moved on', async () => {
    const id = await claimed('k');
    await one.begin();
    expect(await move(one, id, 'done')).toMatchObject([{ isMoved: true }]);
    const late = move(other, id, 'unknown');
    await other.waits();
    await one.commit();
    expect(await late).toEqual([]);
    expect(await statusIn(other, id)).toBe('done');
  });

  test('each statement sees what was committed when it began, not when its transaction did', async () => {
    const id = await claimed('k');
    await one.begin();
    expect(await statusIn(one, id)).toBe('calling');
    await move(other, id, 'done');
    expect(await statusIn(one, id)).toBe('done');
    await one.commit();
  });

  test('an advisory lock waits for the end of who has it, and the next statement sees what that has done', async () => {
    const id = randomUUID();
    const apart = [statements.apart, [[bytes('target')], randomUUID()]] as const;
    for (const connection of [one, other]) await connection.begin();
    await one.query(statements.lock, [['7', '8']]);
    const late = other.query(statements.lock, [['8', '9']]);
    await other.waits();
    await claim(one, 'k', id);
    await one.commit();
    await late;
    expect(await other.query(...apart)).toHaveLength(1);
    await other.commit();
  });

  test('what another one is just taking is skipped', async () => {
    const ids = [await claimed('a'), await claimed('b')];
    for (const id of ids) await move(one, id, 'unknown');
    const due = ({ query }: Connection, most: number) =>
      query(statements.due, [['MOOV'], [most], 'owner', 10, 10, 60, 40]);
    await one.begin();
    const taken = await due(one, 1);
    const left = await due(other, 2);
    expect(taken).toHaveLength(1);
    expect(left).toHaveLength(1);
    expect([...taken, ...left].map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    await one.commit();
  });

  test.each([
    ['commit', false],
    ['rollback', true],
  ] as const)('of two moves to one wallet the second waits › after the %s of the first: %j', async (end, isMoved) => {
    const [first, second] = [await claimed('a'), await claimed('b')];
    await one.begin();
    expect(await move(one, first, 'done', bytes('wallet'))).toMatchObject([{ isMoved: true }]);
    const late = move(other, second, 'done', bytes('wallet'));
    await other.waits();
    await one[end]();
    expect(await late).toMatchObject([{ isMoved }]);
    expect(await statusIn(other, second)).toBe(isMoved ? 'done' : 'calling');
  });
}

function modelled(server: SimulatedPostgres): Connection {
  let transaction: Transaction | null = null;
  let isAnswered = true;
  const query = async (statement: Statement<unknown>, values: readonly Value[]): Promise<readonly object[]> => {
    const own = transaction ?? server.begin();
    isAnswered = false;
    const outcome = await new Promise<Outcome>(resolve => server.execute(own, statement, values, resolve));
    isAnswered = true;
    if (transaction === null) server.commit(own);
    if ('error' in outcome) throw outcome.error;
    return outcome.rows;
  };
  const ended = (end: (own: Transaction) => unknown) => async () => {
    if (transaction !== null) end(transaction);
    transaction = null;
  };
  return {
    query: query as Query, // by the statement's name its rows are what it says
    begin: async () => (transaction = server.begin()),
    commit: ended(own => server.commit(own)),
    rollback: ended(own => server.rollback(own)),
    async waits() {
      if (isAnswered) throw new Error('It does not wait.');
    },
    close: async () => undefined,
  };
}

async function real(database: TestDatabase): Promise<Connection> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  await client.query('SET search_path TO billfold');
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const query = async ({ name, text }: Statement<unknown>, values: readonly Value[]) =>
    (await client.query({ name, text, values: [...values] })).rows;
  return {
    query: query as Query, // as the statement says
    begin: () => client.query('BEGIN'),
    commit: () => client.query('COMMIT'),
    rollback: () => client.query('ROLLBACK'),
    waits: () =>
      eventually(async () => {
        const asked = `SELECT 1 FROM pg_stat_activity WHERE pid = $1 AND wait_event_type = 'Lock'`;
        return (await database.ask(asked, [rows[0]?.pid])).length > 0;
      }),
    close: () => client.end(),
  };
}
