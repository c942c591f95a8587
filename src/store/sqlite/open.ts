import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { JournalStore } from '../../core/journal-store.js';
import { migrationFrom, pageBytes, schemaVersion } from './schema.js';
import { sqliteStore } from './store.js';
import { busyMs, isBusy, reason, standstillMs } from './turns.js';
import { expectSound } from './version.js';
import { claimsIn } from './written-claims.js';

/**
 * The journal's rows in one SQLite file, which one gateway owns. `synchronous=FULL`: what is committed is on the disk.
 * Its calls are synchronous, so all work of one turn of the event loop is done in one transaction.
 */

export interface SqliteOptions {
  /** A path, or `:memory:`. */
  readonly file: string;
  /** Names the store keys, the first of which makes new rows. */
  readonly keyIds: readonly string[];
  /** Bytes beyond which the file does not grow: then it is full. */
  readonly maximumBytes?: number | null;
  /** Beside the gateway that owns the file: for a person's decisions. */
  readonly isGuest?: boolean;
}

/** Where a million operations are found stays in memory; the rows themselves need not. */
const cacheKib = 49_152;

/** Opens the file, or says in one sentence why it cannot be used. */
export function openSqliteStore(options: SqliteOptions): JournalStore {
  const { database, release, ownerId } = openFile(options);
  return sqliteStore({ database, ownerId, closed: release });
}

export interface OpenFile {
  readonly database: DatabaseSync;
  /** As whom it is owned; null for a guest. */
  readonly ownerId: string | null;
  /** To be called when the database has been closed: from then on somebody else may own the file. */
  readonly release: () => void;
}

/** The file of the newest version, which nobody else owns until it is released; only a guest is one beside its owner. */
export function openFile(options: SqliteOptions): OpenFile {
  const { file, isGuest = false } = options;
  if (file !== ':memory:') expectPlace(file);
  const lock = isGuest || file === ':memory:' ? null : ownerLock(file);
  let database: DatabaseSync | null = null;
  try {
    database = openDatabase(file);
    const ownerId = isGuest ? null : randomUUID();
    prepare(database, options, ownerId);
    return { database, ownerId, release: () => lock?.close() };
  } catch (error) {
    database?.close();
    lock?.close();
    throw error;
  }
}

function expectPlace(file: string): void {
  expectSound();
  try {
    makeFolder(dirname(file));
  } catch (error) {
    throw new Error(`The folder of the journal ${file} (STORE_URL) cannot be made: ${reason(error)}.`, {
      cause: error,
    });
  }
}

function openDatabase(file: string): DatabaseSync {
  try {
    return new DatabaseSync(file);
  } catch (error) {
    throw new Error(`The journal ${file} (STORE_URL) cannot be opened: ${reason(error)}.`, { cause: error });
  }
}

/** Node's own way to make one with its parents never ends where the parent is there and takes no folders, as /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  const parent = dirname(folder);
  if (parent !== folder) makeFolder(parent);
  try {
    mkdirSync(folder);
  } catch (error) {
    if (!existsSync(folder)) throw error; // else somebody else was quicker
  }
}

/**
 * One gateway owns a journal. The lock is a file of its own, which SQLite holds while the process lives: so the journal
 * stays open to a person who settles an operation by hand.
 */
function ownerLock(file: string): DatabaseSync {
  // Beside the file itself, by whatever name it is opened.
  const lock = openDatabase(`${existsSync(file) ? realpathSync(file) : file}.lock`);
  try {
    lock.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock.close();
    const why = isBusy(error) ? 'another process uses it' : reason(error);
    throw new Error(`The journal ${file} cannot be used: ${why}.`, { cause: error });
  }
}

function prepare(
  database: DatabaseSync,
  { file, keyIds, maximumBytes = null, isGuest = false }: SqliteOptions,
  ownerId: string | null,
): void {
  try {
    database.exec(`
      PRAGMA busy_timeout = ${busyMs};
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      PRAGMA secure_delete = ON;
      PRAGMA cache_size = -${cacheKib};
      BEGIN IMMEDIATE;
    `);
  } catch (error) {
    throw new Error(`The journal ${file} cannot be used: ${reason(error)}.`, { cause: error });
  }
  const version = Number(database.prepare('PRAGMA user_version').get()?.user_version);
  if (version > schemaVersion)
    throw new Error(`The journal ${file} was written by a newer Billfold (version ${version}).`);
  if (isGuest && version < schemaVersion)
    throw new Error(`The journal ${file} is not in use: start the gateway first.`);
  database.exec(migrationFrom(version));
  database.exec(`PRAGMA user_version = ${schemaVersion}`);
  const moved = database.prepare('SELECT destination FROM moved').get();
  if (moved !== undefined) {
    throw new Error(`The journal ${file} was moved to ${String(moved.destination)}: set STORE_URL to that.`);
  }
  if (ownerId === null) checkGuestKeys(database, file, keyIds);
  else {
    checkKeys(database, file, keyIds);
    database.prepare('UPDATE owner SET id = ?').run(ownerId);
    releaseLooks(database);
  }
  // Only now: an older file needs twice its room while its rows are carried over.
  const limit = maximumBytes === null ? '' : `PRAGMA max_page_count = ${Math.floor(maximumBytes / pageBytes)};`;
  database.exec(`COMMIT; ${limit} PRAGMA busy_timeout = ${standstillMs}`);
}

/** Whoever was to look for something is dead, so that all of it is due. */
function releaseLooks(database: DatabaseSync): void {
  try {
    database.exec(`UPDATE operation SET look_at = 0, is_sought = 0 WHERE status = 'unknown'`);
  } catch {
    // A journal that is full can be read all the same: there each look falls due in its own time.
  }
}

/**
 * A key may leave the list when no row needs it any more: without it, the idempotency keys of its rows would be free.
 */
function checkKeys(database: DatabaseSync, file: string, keyIds: readonly string[]): void {
  const used = keysOf(database);
  for (const id of used.filter(known => !keyIds.includes(known))) {
    if (isKeyNeeded(database, id) || !used.some(known => keyIds.includes(known))) throw lacksKey(file);
    database.prepare('DELETE FROM store_key WHERE id = ?').run(id);
  }
  database.prepare('INSERT OR IGNORE INTO store_key VALUES (?)').run(keyIds[0] ?? '');
}

/** Whether a key may go is for the owner to judge: that takes long, and it would have to wait. */
function checkGuestKeys(database: DatabaseSync, file: string, keyIds: readonly string[]): void {
  const used = keysOf(database);
  if (used.length > 0 && !used.some(known => keyIds.includes(known))) throw lacksKey(file);
}

function keysOf(database: DatabaseSync): string[] {
  return database
    .prepare('SELECT id FROM store_key')
    .all()
    .map(({ id }) => String(id));
}

function lacksKey(file: string): Error {
  return new Error(
    `STORE_KEY lacks a key that the journal ${file} was sealed with. Keep it in the list, after the new one.`,
  );
}

/** Reads all rows, where none has it: a key leaves the list seldom, and an index would be paid for by each row. */
export function isKeyNeeded(database: DatabaseSync, id: string): boolean {
  const found = database.prepare('SELECT 1 FROM operation WHERE seal_key_id = ? LIMIT 1').get(id);
  return found !== undefined || claimsIn(database).some(({ row }) => row.sealKeyId === id);
}
