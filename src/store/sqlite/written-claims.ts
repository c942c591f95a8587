import type { DatabaseSync } from 'node:sqlite';
import { firstAttempt, type JournalRow, type Move } from '../../core/journal-store.js';

/** Claims as they stand in the file: those of one transaction together, as bytes, until each of them has a row. */

export interface Claim {
  /** Where its row will stand: claims are listed in the order in which they came. */
  readonly place: number;
  readonly row: JournalRow;
}

export interface WrittenClaim extends Claim {
  /** The row of the table `claim` that it is written down in. */
  readonly batch: number;
}

/** What a dead process left, and what another one has not finished. What has a row is there no more. */
export function claimsIn(database: DatabaseSync): WrittenClaim[] {
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

/** Numbers and names as JSON, then all bytes, in their order. */
export function bytesOf(claims: readonly Claim[]): Buffer {
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
