import type { DatabaseSync } from 'node:sqlite';
import { foundBytes } from './schema.js';

/**
 * Where rows stand, by the hashes of their keys and wallets. A hash falls anywhere, so that an index which is kept with
 * each row changes a page for each, and writes it twice: far more than the row itself. So the newest are kept in memory,
 * and added to the table in their order, a little in each transaction, when there are so many of them that they share
 * its pages. What a process had in memory is read from its rows at the next opening.
 */
export interface Finding {
  /** Of a row that is inserted in this transaction. */
  add(hash: Buffer, place: number): void;
  /** Where it may stand; whoever looks there sees whether it does. */
  placesOf(hash: Buffer): readonly number[];
  /** Of a row that is dropped, or had no such hash when it was inserted. */
  drop(hash: Buffer, place: number): void;
  addNow(hash: Buffer, place: number): void;
  /** In a transaction that inserts so many rows. */
  write(rows: number): void;
  committed(): void;
  rolledBack(): void;
}

/** So many hashes are kept in memory before they are added: at a million rows, each page that is written takes several. */
const keptHashes = 65_536;
/** Of a row, two hashes are kept: so they are added faster than they come. */
const addedPerRow = 4;
const addedAtLeast = 4;

const nowhere: readonly number[] = [];
type Places = number | readonly number[];

/** Hashes on their way into the table, in its order. */
interface Moving {
  readonly places: Map<number, Places>;
  readonly hashes: readonly number[];
  /** When all are added, the table has what rows up to there have. */
  readonly until: number;
  /** How many are added. */
  added: number;
}

export interface FindingOptions {
  /** All rows that are inserted from now on have a place after it. */
  readonly placeBefore: () => number;
  /** Whether the file has more room than is kept free. */
  readonly hasRoom: () => boolean;
}

export function openFinding(database: DatabaseSync, { placeBefore, hasRoom }: FindingOptions): Finding {
  const find = database.prepare('SELECT place FROM found WHERE hash = ?');
  find.setReturnArrays(true);
  const { add: addNow, drop: dropNow } = tableOf(database);
  const setUntil = database.prepare('UPDATE found_until SET place = ?');
  const newest = database.prepare(
    'SELECT place, key_hash, resource FROM operation WHERE place > (SELECT place FROM found_until)',
  );

  let kept = new Map<number, Places>();
  let moving: Moving | null = null;
  let addedNow = 0;
  /** Of this transaction. */
  let dropped: { readonly key: number; readonly place: number }[] = [];

  const keep = (hash: Buffer, place: number): void => {
    const start = hash.readInt32BE(0);
    const others = kept.get(start);
    kept.set(start, others === undefined ? place : [...placesIn(others), place]);
  };
  newest.setReturnArrays(true);
  for (const [place, keyHash, resource] of newest.iterate() as unknown as Iterable<
    [number, Uint8Array, Uint8Array | null]
  >) {
    keep(Buffer.from(keyHash), place);
    if (resource !== null) keep(Buffer.from(resource), place);
  }

  const start = Buffer.alloc(foundBytes);
  return {
    add: keep,
    placesOf(hash) {
      const key = hash.readInt32BE(0);
      start.writeInt32BE(key);
      const inMemory = placesIn(kept.get(key));
      const between = placesIn(moving?.places.get(key));
      if (find.get(start) === undefined) return between.length === 0 ? inMemory : [...inMemory, ...between];
      const inTable = find.all(start) as unknown as [number][]; // as arrays
      return [...inMemory, ...between, ...inTable.map(([place]) => place)];
    },
    addNow,
    drop(hash, place) {
      dropNow(hash, place);
      dropped.push({ key: hash.readInt32BE(0), place });
    },
    write(rows) {
      if (moving === null || !hasRoom()) return;
      const { places, hashes, until, added } = moving;
      const end = Math.min(hashes.length, added + Math.max(addedAtLeast, rows * addedPerRow));
      for (const key of hashes.slice(added, end)) {
        start.writeInt32BE(key);
        for (const place of placesIn(places.get(key))) addNow(start, place);
      }
      addedNow = end - added;
      if (end === hashes.length) setUntil.run(until);
    },
    committed() {
      if (moving !== null && (moving.added += addedNow) === moving.hashes.length) moving = null;
      addedNow = 0;
      // Else they would be added later, and nobody would take them out again.
      for (const { key, place } of dropped) {
        leaveOut(kept, key, place);
        if (moving !== null) leaveOut(moving.places, key, place);
      }
      dropped = [];
      // Not before: of what is rolled back, a row may still come, with a place before this one.
      if (moving !== null || kept.size < keptHashes) return;
      moving = { places: kept, hashes: inOrder(kept.keys()), until: placeBefore(), added: 0 };
      kept = new Map();
    },
    rolledBack() {
      dropped = [];
      addedNow = 0; // what is in memory of rows that are not there does no harm
    },
  };
}

/** Beside the owner of the file, who knows more: what is not in the table yet is looked for in the newest rows. */
export function openGuestFinding(database: DatabaseSync): Finding {
  const find = database.prepare(`
    SELECT place FROM found WHERE hash = substr(?1, 1, ${foundBytes})
    UNION SELECT place FROM operation
      WHERE place > (SELECT place FROM found_until) AND (key_hash = ?1 OR resource = ?1)`);
  const { add, drop } = tableOf(database);
  return {
    add,
    addNow: add,
    drop,
    placesOf: hash => find.all(hash).map(({ place }) => Number(place)),
    write: () => undefined,
    committed: () => undefined,
    rolledBack: () => undefined,
  };
}

function tableOf(database: DatabaseSync): Pick<Finding, 'add' | 'drop'> {
  const insert = database.prepare('INSERT OR IGNORE INTO found VALUES (?, ?)');
  const remove = database.prepare('DELETE FROM found WHERE hash = ? AND place = ?');
  return {
    add: (hash, place) => void insert.run(hash.subarray(0, foundBytes), place),
    drop: (hash, place) => void remove.run(hash.subarray(0, foundBytes), place),
  };
}

function placesIn(places: Places | undefined): readonly number[] {
  if (places === undefined) return nowhere;
  return typeof places === 'number' ? [places] : places;
}

function leaveOut(places: Map<number, Places>, key: number, place: number): void {
  const before = placesIn(places.get(key));
  if (!before.includes(place)) return;
  const [first, ...others] = before.filter(other => other !== place);
  if (first === undefined) places.delete(key);
  else places.set(key, others.length === 0 ? first : [first, ...others]);
}

function inOrder(hashes: Iterable<number>): readonly number[] {
  return [...Int32Array.from(hashes).toSorted()];
}
