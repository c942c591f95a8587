import type { SQLOutputValue } from 'node:sqlite';
import type { JournalRow } from '../../core/journal-store.js';
import { finalStatuses, moves } from '../../core/state-machine.js';

/** The table as SQLite has it, and how older files come to it. */

export const schemaVersion = 5;
export const pageBytes = 4_096;
/** So much of a hash leads to its row: of a hundred million rows, some lead to another one first. */
export const foundBytes = 4;
/** The states whose rows are dropped in time, as SQL lists them. */
export const endings = finalStatuses.map(status => `'${status}'`).join(', ');

/** What is allowed so many times in a time: a row for each time, until it counts no more. */
const useTable = `
  CREATE TABLE use (id TEXT PRIMARY KEY, name BLOB NOT NULL, until INTEGER NOT NULL) STRICT;
  CREATE INDEX use_counted ON use (name, until);
  CREATE INDEX use_over ON use (until);
`;

/** Where its rows live now: it holds a row once they were moved to another store, and then nobody may use this one. */
const movedTable = `CREATE TABLE moved (destination TEXT NOT NULL) STRICT;`;

/**
 * Claims that have no row yet: those of one transaction together, sealed as rows are, until each of them has ended or has
 * become a row.
 */
const claimTable = `CREATE TABLE claim (id INTEGER PRIMARY KEY, rows BLOB NOT NULL) STRICT;`;

/**
 * Where a row with such a hash, of its key or of its wallet, may stand: its first bytes are enough to look there. Hashes
 * fall anywhere, and each would change a page of its own: so they are added late, many in their order. What rows after
 * \`place\` have may not be here yet.
 */
const foundTables = `
  CREATE TABLE found (hash BLOB NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (hash, place)) STRICT, WITHOUT ROWID;
  CREATE TABLE found_until (place INTEGER NOT NULL) STRICT;
`;
/** Of all rows, where the tables are empty. */
export const fillFound = `
  INSERT INTO found SELECT substr(key_hash, 1, ${foundBytes}) AS hash, place FROM operation
    UNION SELECT substr(resource, 1, ${foundBytes}), place FROM operation WHERE resource IS NOT NULL ORDER BY hash;
  INSERT INTO found_until SELECT coalesce(max(place), 0) FROM operation;
`;

const operationTable = `
  CREATE TABLE operation (
    place INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    tenant TEXT NOT NULL,
    mutation TEXT NOT NULL,
    provider TEXT NOT NULL,
    key_hash BLOB NOT NULL,
    input_hash BLOB NOT NULL,
    seal_key_id TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN (${Object.keys(moves)
      .map(status => `'${status}'`)
      .join(', ')})),
    attempt INTEGER NOT NULL,
    owner TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    started_at INTEGER NOT NULL,
    finished_at INTEGER,
    sought_since INTEGER NOT NULL,
    quiet_at INTEGER NOT NULL,
    was_unknown INTEGER NOT NULL,
    look_at INTEGER,
    is_sought INTEGER NOT NULL DEFAULT 0,
    target BLOB,
    resource BLOB,
    intent BLOB NOT NULL,
    note BLOB,
    result BLOB,
    remainder BLOB,
    forget_at INTEGER
  ) STRICT;
  CREATE INDEX operation_calling ON operation (quiet_at) WHERE status = 'calling';
  CREATE INDEX operation_due ON operation (provider, look_at) WHERE status = 'unknown';
  CREATE INDEX operation_listed ON operation (tenant, status);
  CREATE INDEX operation_target ON operation (target)
    WHERE target IS NOT NULL AND status IN ('calling', 'unknown', 'attention');
  CREATE INDEX operation_forget ON operation (forget_at) WHERE forget_at IS NOT NULL;
  CREATE INDEX operation_ended ON operation (finished_at) WHERE status IN (${endings});
`;

const otherTables = `
  CREATE TABLE store_key (id TEXT PRIMARY KEY) STRICT;
  ${useTable}
  ${movedTable}
`;

/** Whose file it is: what its owner keeps in memory holds only as long as nobody else owns it. */
const ownerTable = `CREATE TABLE owner (id TEXT NOT NULL) STRICT; INSERT INTO owner VALUES ('');`;

const newTables = `${claimTable} ${foundTables} ${ownerTable}`; // of version 5

/**
 * From version 1, which kept neither targets nor wallets' owners, and left no marker at Moov. So what it left undecided
 * cannot be told by looking: a person must, but for LIQUIDO's resend and for Equals Money, where nobody looks.
 */
const fromVersion1 = `
  DROP INDEX operation_calling;
  DROP INDEX operation_forget;
  ALTER TABLE operation RENAME TO operation_1;
  ${operationTable} ${otherTables} ${newTables}
  INSERT INTO operation (id, tenant, mutation, provider, key_hash, input_hash, seal_key_id, status, attempt, owner,
    created_at, started_at, finished_at, sought_since, quiet_at, was_unknown, look_at, intent, result, remainder,
    forget_at)
  SELECT id, tenant, mutation, provider, key_hash, input_hash, seal_key_id, CASE
      WHEN status NOT IN ('calling', 'unknown') THEN status
      WHEN provider IN ('LIQUIDO', 'EQUALS_MONEY') THEN 'unknown'
      ELSE 'attention'
    END, attempt, owner, created_at, started_at, coalesce(finished_at, started_at), created_at,
    coalesce(finished_at, started_at), status IN ('calling', 'unknown'),
    iif(status IN ('calling', 'unknown') AND provider IN ('LIQUIDO', 'EQUALS_MONEY'), 0, NULL),
    intent, result, remainder, forget_at
  FROM operation_1 ORDER BY rowid;
  INSERT INTO store_key SELECT seal_key_id FROM store;
  DROP TABLE operation_1;
  DROP TABLE store;
  ${fillFound}
`;

const kept = `id, tenant, mutation, provider, key_hash, input_hash, seal_key_id, status, attempt, owner, created_at, started_at,
  finished_at, sought_since, quiet_at, was_unknown, look_at, is_sought, target, resource, intent, note, result, remainder, forget_at`;

/** From version 4, which kept every index with its row. */
const fromVersion4 = `
  ${['calling', 'due', 'listed', 'target', 'resource', 'forget', 'ended', 'seal_key'].map(name => `DROP INDEX operation_${name};`).join(' ')}
  ALTER TABLE operation RENAME TO operation_4;
  ${operationTable} ${newTables}
  INSERT INTO operation (place, ${kept}) SELECT rowid, ${kept} FROM operation_4 ORDER BY rowid;
  DROP TABLE operation_4;
  ${fillFound}
`;

/** What each later version lacked of the one after it. */
const steps: readonly string[] = [
  useTable, // 2 counted nothing
  `ALTER TABLE operation ADD COLUMN is_sought INTEGER NOT NULL DEFAULT 0; ${movedTable}`, // 3 had one process for ever
  fromVersion4,
];

/** Makes a file of that version one of this version; 0 is an empty one. */
export function migrationFrom(version: number): string {
  if (version === 0) return `${operationTable} ${otherTables} ${newTables} ${fillFound}`;
  return version === 1 ? fromVersion1 : steps.slice(version - 2).join('\n');
}

/** What `rowFrom` reads, in its order. */
export const columns = `place, ${kept}`;

/** A row as a statement with `columns` gives it, as an array. The table's columns and checks are the row's type. */
export function rowFrom(values: readonly SQLOutputValue[]): JournalRow {
  return {
    id: values[1],
    tenant: values[2],
    mutation: values[3],
    provider: values[4],
    keyHash: bytes(values[5]),
    inputHash: bytes(values[6]),
    sealKeyId: values[7],
    status: values[8],
    attempt: values[9],
    owner: values[10],
    createdAt: values[11],
    startedAt: values[12],
    finishedAt: values[13],
    soughtSince: values[14],
    quietAt: values[15],
    wasUnknown: values[16] === 1,
    lookAt: values[17],
    isSought: values[18] === 1,
    target: bytes(values[19]),
    resource: bytes(values[20]),
    intent: bytes(values[21]),
    note: bytes(values[22]),
    result: bytes(values[23]),
    remainder: bytes(values[24]),
    forgetAt: values[25],
  } as JournalRow;
}

function bytes(value: SQLOutputValue | undefined): Buffer | null {
  return value instanceof Uint8Array ? Buffer.from(value.buffer, value.byteOffset, value.byteLength) : null;
}
