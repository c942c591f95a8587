import type { DatabaseSync } from 'node:sqlite';
import { firstAttempt, type JournalRow, type Move, type NewRow } from '../../core/journal-store.js';

/**
 * Claims that have no row yet. Most are over within a second: they need to be durable, but not to stand in a table with
 * all its indexes first, and to be changed in each of them then. So all claims of a transaction are written down
 * together, and kept in memory by the one process that owns the file, which alone may end them: their rows are inserted as
 * they ended. See
 * docs/decisions/2026-11-30-claims-written-once.md.
 */

export interface Claim {
  /** Where its row will stand: claims are listed in the order in which they came. */
  readonly place: number;
  readonly row: JournalRow;
}

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
export function openClaims(database: DatabaseSync, left: readonly (Claim & { readonly batch: number })[]): Claims {
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

/** What a dead process left, and what another one has not finished. What has a row is there no more. */
export function claimsIn(database: DatabaseSync): (Claim & { readonly batch: number })[] {
  const hasRow = database.prepare('SELECT 1 FROM operation WHERE id = ?');
  return database
    .prepare('SELECT id, rows FROM claim ORDER BY id')
    .all()
    .flatMap(({ id, rows }) =>
      claimsFrom(Buffer.from(rows as Uint8Array)).map(claim => ({ ...claim, batch: Number(id) })),
    )
    .filter(({ row }) => hasRow.get(row.id) === undefined);
}

/**
 * Takes out of what is written down those that have a row: before a row is erased or dropped, for its claim must not outlive
 * it, nor come back.
 */
export function thinClaims(database: DatabaseSync): void {
  const left = Map.groupBy(claimsIn(database), ({ batch }) => batch);
  const rewrite = database.prepare('UPDATE claim SET rows = ? WHERE id = ?');
  const drop = database.prepare('DELETE FROM claim WHERE id = ?');
  for (const { id, rows } of database.prepare('SELECT id, rows FROM claim').all()) {
    const claims = left.get(Number(id)) ?? [];
    if (claims.length === 0) drop.run(Number(id));
    else if (claims.length < claimsFrom(Buffer.from(rows as Uint8Array)).length)
      rewrite.run(bytesOf(claims), Number(id));
  }
}

/** Gives each of them its row: for who reads the rows only. */
export function giveRows(database: DatabaseSync): void {
  const insert = rowInserter(database);
  for (const claim of claimsIn(database)) insert(claim, null);
  database.exec('DELETE FROM claim');
}

/** Of a claim that has none, as it stands, or as it ended. */
export function rowInserter(database: DatabaseSync): (claim: Claim, ending: Move | null) => void {
  const insert = database.prepare(`
    INSERT INTO operation (place, id, tenant, mutation, provider, key_hash, input_hash, seal_key_id, status, attempt, owner,
      created_at, started_at, sought_since, finished_at, quiet_at, was_unknown, look_at, target, resource, intent,
      result, remainder, forget_at)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 1, ?10, ?11, ?11, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21)`);
  return ({ place, row }, ending) => {
    const isUnknown = ending?.to === 'unknown';
    insert.run(
      place,
      row.id,
      row.tenant,
      row.mutation,
      row.provider,
      row.keyHash,
      row.inputHash,
      row.sealKeyId,
      ending?.to ?? 'calling',
      row.owner,
      row.startedAt,
      ending?.finishedAt ?? null,
      isUnknown ? ending.finishedAt : row.quietAt,
      Number(isUnknown),
      ending?.lookAt ?? null,
      row.target,
      ending?.resource ?? null,
      row.intent,
      ending?.result ?? null,
      ending?.remainder ?? null,
      ending?.forgetAt ?? null,
    );
  };
}

/** A result is about as long as what was asked for, and both have a place in some indexes. */
function roomFor({ intent }: JournalRow): number {
  return 2_048 + 2 * intent.length;
}

function keyOf({ tenant, mutation, keyHash }: Key): string {
  return `${tenant}\0${mutation}\0${keyHash.toString('latin1')}`;
}

/** Numbers and names as JSON, then all bytes, in their order. */
function bytesOf(claims: readonly Claim[]): Buffer {
  const names: Written[] = [];
  const parts: Buffer[] = [Buffer.alloc(0)];
  for (const { place, row } of claims) {
    const { id, tenant, mutation, provider, keyHash, inputHash, sealKeyId, owner, startedAt, quietAt, target, intent } =
      row;
    const lengths = [keyHash.length, inputHash.length, intent.length, target === null ? null : target.length] as const;
    names.push([place, id, tenant, mutation, provider, sealKeyId, owner, startedAt, quietAt, ...lengths]);
    parts.push(keyHash, inputHash, intent);
    if (target !== null) parts.push(target);
  }
  const head = Buffer.from(`    ${JSON.stringify(names)}`);
  head.writeUInt32BE(head.length);
  parts[0] = head;
  return Buffer.concat(parts);
}

type Written = [
  place: number,
  id: string,
  tenant: string,
  mutation: string,
  provider: JournalRow['provider'],
  sealKeyId: string,
  owner: string,
  startedAt: number,
  quietAt: number,
  keyHash: number,
  inputHash: number,
  intent: number,
  target: number | null,
];

function claimsFrom(bytes: Buffer): Claim[] {
  let end = bytes.readUInt32BE();
  const names = JSON.parse(bytes.toString('utf8', 4, end)) as Written[]; // by `bytesOf`
  const next = (length: number): Buffer => bytes.subarray(end, (end += length));
  return names.map(([place, id, tenant, mutation, provider, sealKeyId, owner, startedAt, quietAt, ...lengths]) => {
    const [keyHash, inputHash, intent] = [next(lengths[0]), next(lengths[1]), next(lengths[2])];
    const target = lengths[3] === null ? null : next(lengths[3]);
    const row = { id, tenant, mutation, provider, keyHash, inputHash, sealKeyId, owner, startedAt, quietAt, target };
    return { place, row: firstAttempt({ ...row, intent: () => intent }) };
  });
}
