import type { DatabaseSync } from 'node:sqlite';
import { firstAttempt, type JournalRow, type NewRow } from '../../core/journal-store.js';
import { bytesOf, claimsIn, type Claim, type WrittenClaim } from './written-claims.js';

/**
 * Claims that have no row yet. Most are over within a second: they need to be durable, but not to stand in a table with
 * all its indexes first, and to be changed in each of them then. So all claims of a transaction are written down
 * together, and kept in memory by the one process that owns the file, which alone may end them: their rows are inserted as
 * they ended. See docs/decisions/2026-11-30-claims-written-once.md.
 */

interface Kept extends Claim {
  /** Nobody's, as soon as it is certain that it has a row: a Map's former tables outlive what was taken out of it. */
  row: JournalRow;
  readonly key: string;
  /** What it was written down in; null until its transaction commits. */
  batch: Batch | null;
}

type Key = Pick<JournalRow, 'tenant' | 'mutation' | 'keyHash'>;

/** A row of the table `claim`. */
interface Batch {
  readonly id: number;
  /** How many of its claims have no row yet. */
  left: number;
}

export interface Claims {
  /** How many bytes their rows are going to need, more or less. */
  readonly awaitedBytes: number;
  add(row: NewRow): Claim;
  /** Whoever removes it gives it a row in the same transaction. */
  remove(id: string): Claim | null;
  byId(id: string): JournalRow | null;
  byKey(key: Key): JournalRow | null;
  filter(isMeant: (row: JournalRow) => boolean): Claim[];
  /** All that comes from now on has a place after it, and so has all that has no row yet. */
  placeBefore(): number;
  /** Writes down what this transaction has claimed, and drops what is over. */
  write(): void;
  committed(): void;
  /** Nothing of this transaction has happened. */
  rolledBack(): void;
}

/** `left`: those that are written down in the file, of a process that is dead. */
export function openClaims(database: DatabaseSync, left: readonly WrittenClaim[]): Claims {
  const insert = database.prepare('INSERT INTO claim (id, rows) VALUES (?, ?)');
  const drop = database.prepare('DELETE FROM claim WHERE id = ?');
  const ids = new Map<string, Kept>();
  const keys = new Map<string, Kept>();
  /** Of this transaction. */
  let added: Kept[] = [];
  let removed: Kept[] = [];

  let awaitedBytes = 0;
  const keep = (kept: Kept): void => {
    awaitedBytes += roomFor(kept.row);
    ids.set(kept.row.id, kept);
    keys.set(kept.key, kept);
  };
  const leave = (kept: Kept): void => {
    awaitedBytes -= roomFor(kept.row);
    ids.delete(kept.row.id);
    keys.delete(kept.key);
  };

  const batches = new Map<number, Batch>();
  for (const { place, row, batch: id } of left) {
    const batch = batches.get(id) ?? { id, left: 0 };
    batches.set(id, batch);
    batch.left += 1;
    keep({ place, row, key: keyOf(row), batch });
  }
  const lastOf = (text: string): number => Number(database.prepare(text).get()?.last ?? 0);
  let nextBatch = lastOf('SELECT max(id) AS last FROM claim') + 1;
  // After all that ever was taken for found, also where its rows are gone: what comes before that is not looked at again.
  const lastPlace =
    'SELECT max(place) AS last FROM (SELECT place FROM found_until UNION ALL SELECT max(place) FROM operation)';
  let nextPlace = left.reduce((last, { place }) => Math.max(last, place), lastOf(lastPlace)) + 1;

  return {
    get awaitedBytes() {
      return awaitedBytes;
    },
    add(given) {
      if (ids.has(given.id)) throw new Error('A row that was not there stands in the way.');
      const kept: Kept = { place: nextPlace, row: firstAttempt(given), key: keyOf(given), batch: null };
      nextPlace += 1;
      keep(kept);
      added.push(kept);
      return kept;
    },
    remove(id) {
      const kept = ids.get(id);
      if (kept === undefined) return null;
      leave(kept);
      removed.push(kept);
      if (kept.batch !== null) kept.batch.left -= 1;
      return kept;
    },
    byId: id => ids.get(id)?.row ?? null,
    byKey: key => keys.get(keyOf(key))?.row ?? null,
    filter: isMeant => [...ids.values()].filter(({ row }) => isMeant(row)),
    placeBefore: () => [...ids.values()].reduce((first, { place }) => Math.min(first, place), nextPlace) - 1,
    write() {
      // First what is over, so that its pages are used again at once.
      const over = new Set<Batch>();
      for (const { batch } of removed) if (batch?.left === 0) over.add(batch);
      for (const { id } of over) drop.run(id);
      const fresh = added.filter(({ row }) => ids.has(row.id));
      if (fresh.length === 0) return;
      const batch = { id: nextBatch, left: fresh.length };
      nextBatch += 1;
      insert.run(batch.id, bytesOf(fresh));
      for (const kept of fresh) kept.batch = batch;
    },
    committed() {
      for (const kept of removed) kept.row = released;
      added = [];
      removed = [];
    },
    rolledBack() {
      for (const kept of added) if (ids.has(kept.row.id)) leave(kept);
      for (const kept of removed) {
        if (kept.batch === null) continue; // it came with this transaction, too
        kept.batch.left += 1;
        keep(kept);
      }
      added = [];
      removed = [];
    },
  };
}

/** In the place of a row that nobody asks for any more. */
const released = {} as JournalRow;

/** Beside the owner, who alone may end them: as they are written down at the moment. */
export function guestClaims(database: DatabaseSync): Claims {
  const find = (isMeant: (row: JournalRow) => boolean): Claim[] => claimsIn(database).filter(({ row }) => isMeant(row));
  const refuse = (): never => {
    throw new Error('Only the gateway that owns the journal claims keys.');
  };
  return {
    awaitedBytes: 0,
    add: refuse,
    remove: () => null,
    byId: id => find(row => row.id === id)[0]?.row ?? null,
    byKey: key => find(row => keyOf(row) === keyOf(key))[0]?.row ?? null,
    filter: find,
    placeBefore: () => 0,
    write: () => undefined,
    committed: () => undefined,
    rolledBack: () => undefined,
  };
}

/** A result is about as long as what was asked for, and both have a place in some indexes. */
function roomFor({ intent }: JournalRow): number {
  return 2_048 + 2 * intent.length;
}

function keyOf({ tenant, mutation, keyHash }: Key): string {
  return `${tenant}\0${mutation}\0${keyHash.toString('latin1')}`;
}
