import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import type { JournalRow, JournalStore, Settlement } from '../core/journal-store.js';

/**
 * The journal's rows in one SQLite file, which one process owns. `synchronous=FULL`: what is committed is on the disk.
 * Its calls are synchronous, so all work of one turn of the event loop is done in one transaction.
 */

const schemaVersion = 1;

const schema = `
  CREATE TABLE operation (
    id TEXT PRIMARY KEY,
    tenant TEXT NOT NULL,
    mutation TEXT NOT NULL,
    provider TEXT NOT NULL,
    key_hash BLOB NOT NULL,
    input_hash BLOB NOT NULL,
    seal_key_id TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('calling', 'done', 'refused', 'unknown', 'lost')),
    attempt INTEGER NOT NULL,
    owner TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    started_at INTEGER NOT NULL,
    finished_at INTEGER,
    intent BLOB NOT NULL,
    result BLOB,
    remainder BLOB,
    forget_at INTEGER,
    UNIQUE (tenant, mutation, key_hash)
  ) STRICT;
  CREATE INDEX operation_calling ON operation (owner) WHERE status = 'calling';
  CREATE INDEX operation_forget ON operation (forget_at) WHERE forget_at IS NOT NULL;
  CREATE TABLE store (seal_key_id TEXT NOT NULL) STRICT;
`;

const columns = `id, tenant, mutation, provider, key_hash AS keyHash, input_hash AS inputHash,
  seal_key_id AS sealKeyId, status, attempt, owner, created_at AS createdAt, started_at AS startedAt,
  finished_at AS finishedAt, intent, result, remainder, forget_at AS forgetAt`;

/** Opens the file (or `:memory:`), or says in one sentence why it cannot be used. `sealKeyId` names the store key. */
export function openSqliteStore(file: string, sealKeyId: string): JournalStore {
  const database = openDatabase(file);
  try {
    prepare(database, file, sealKeyId);
  } catch (error) {
    database.close();
    throw error;
  }
  return storeOn(database);
}

function openDatabase(file: string): DatabaseSync {
  try {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
    return new DatabaseSync(file);
  } catch (error) {
    throw new Error(`The journal ${file} (STORE_URL) cannot be opened: ${reason(error)}.`, { cause: error });
  }
}

function prepare(database: DatabaseSync, file: string, sealKeyId: string): void {
  try {
    // An exclusive lock is taken by the first write and kept: a second process on the same file is refused.
    database.exec(`
      PRAGMA locking_mode = EXCLUSIVE;
      PRAGMA busy_timeout = 0;
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      PRAGMA secure_delete = ON;
      BEGIN IMMEDIATE;
    `);
  } catch (error) {
    const isTaken = /locked|busy/i.test(reason(error));
    const why = isTaken ? 'another process uses it' : reason(error);
    throw new Error(`The journal ${file} cannot be used: ${why}.`, { cause: error });
  }
  const version = Number(database.prepare('PRAGMA user_version').get()?.user_version);
  if (version > schemaVersion)
    throw new Error(`The journal ${file} was written by a newer Billfold (version ${version}).`);
  if (version === 0) {
    database.exec(schema);
    database.prepare('INSERT INTO store (seal_key_id) VALUES (?)').run(sealKeyId);
    database.exec(`PRAGMA user_version = ${schemaVersion}`);
  }
  const known = database.prepare('SELECT seal_key_id FROM store').get()?.seal_key_id;
  if (known !== sealKeyId) throw new Error(`STORE_KEY is not the key that the journal ${file} was sealed with.`);
  database.exec('COMMIT');
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function storeOn(database: DatabaseSync): JournalStore {
  const insert = database.prepare(`
    INSERT INTO operation (id, tenant, mutation, provider, key_hash, input_hash, seal_key_id, status, attempt, owner,
      created_at, started_at, intent)
    VALUES (:id, :tenant, :mutation, :provider, :keyHash, :inputHash, :sealKeyId, 'calling', 1, :owner,
      :createdAt, :startedAt, :intent)
    ON CONFLICT (tenant, mutation, key_hash) DO NOTHING
    RETURNING ${columns}`);
  const retake = database.prepare(`
    UPDATE operation SET status = 'calling', attempt = attempt + 1, owner = :owner, started_at = :startedAt,
      finished_at = NULL, result = NULL, remainder = NULL, forget_at = NULL
    WHERE tenant = :tenant AND mutation = :mutation AND key_hash = :keyHash AND input_hash = :inputHash
      AND status = 'refused'
    RETURNING ${columns}`);
  const settle = database.prepare(`
    UPDATE operation SET status = :status, finished_at = :finishedAt, result = :result, remainder = :remainder,
      forget_at = :forgetAt
    WHERE id = :id AND attempt = :attempt AND status = 'calling'`);
  const byKey = database.prepare(
    `SELECT ${columns} FROM operation WHERE tenant = :tenant AND mutation = :mutation AND key_hash = :keyHash`,
  );
  const byId = database.prepare(`SELECT ${columns} FROM operation WHERE id = :id`);
  const orphan = database.prepare(
    `UPDATE operation SET status = 'unknown', finished_at = :finishedAt WHERE status = 'calling' AND owner <> :owner`,
  );
  const forget = database.prepare(
    `UPDATE operation SET result = remainder, remainder = NULL, forget_at = NULL WHERE forget_at <= :now`,
  );

  const inTurn = groupedByTurn(database);

  return {
    claim: row =>
      inTurn(() => {
        const { tenant, mutation, keyHash, inputHash, owner, startedAt } = row;
        const {
          status: _status,
          attempt: _attempt,
          finishedAt: _end,
          result: _result,
          remainder: _rest,
          forgetAt: _at,
          ...fresh
        } = row;
        const taken = one(insert, fresh) ?? one(retake, { tenant, mutation, keyHash, inputHash, owner, startedAt });
        const standing = taken ?? one(byKey, { tenant, mutation, keyHash });
        if (standing === null) throw new Error('A row that stood in the way is gone.');
        return { row: standing, isClaimed: taken !== null };
      }),
    settle: (id, attempt, settlement: Settlement) =>
      inTurn(() => settle.run({ id, attempt, ...settlement }).changes === 1),
    byId: id => inTurn(() => one(byId, { id })),
    byKey: (tenant, mutation, keyHash) => inTurn(() => one(byKey, { tenant, mutation, keyHash })),
    orphan: (owner, finishedAt) => inTurn(() => Number(orphan.run({ owner, finishedAt }).changes)),
    forget: now => inTurn(() => void forget.run({ now })),
    // A transaction that changes nothing writes nothing, and would not notice a full disk.
    check: () => inTurn(() => database.exec("INSERT INTO store VALUES (''); DELETE FROM store WHERE seal_key_id = ''")),
    close: async () => database.close(),
  };
}

function one(statement: StatementSync, parameters: Readonly<Record<string, SQLInputValue>>): JournalRow | null {
  const found = statement.get(parameters);
  if (found === undefined) return null;
  const bytes = Object.entries(found).map(([name, value]) => [
    name,
    value instanceof Uint8Array ? Buffer.from(value) : value,
  ]);
  return Object.fromEntries(bytes) as JournalRow; // the table's columns and checks are the row's type
}

interface Job {
  readonly work: () => unknown;
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Does what was asked for within one turn of the event loop in one transaction: with FULL, a commit per statement
 * costs far more than everything else. A promise resolves after the commit; when anything fails, all of the turn does.
 */
function groupedByTurn(database: DatabaseSync): <Result>(work: () => Result) => Promise<Result> {
  let waiting: Job[] = [];

  const commit = (): void => {
    const jobs = waiting;
    waiting = [];
    try {
      database.exec('BEGIN IMMEDIATE');
      const results = jobs.map(job => job.work());
      database.exec('COMMIT');
      jobs.forEach((job, index) => job.resolve(results[index] as never));
    } catch (error) {
      if (database.isOpen && database.isTransaction) database.exec('ROLLBACK');
      for (const job of jobs) job.reject(error);
    }
  };

  return work =>
    new Promise((resolve, reject) => {
      if (waiting.push({ work, resolve, reject }) === 1) setImmediate(commit);
    });
}
