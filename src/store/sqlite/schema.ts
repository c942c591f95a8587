import { finalStatuses, moves } from '../../core/state-machine.js';

/** The table as SQLite has it, and how older files come to it. */

export const schemaVersion = 4;
export const pageBytes = 4_096;
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

const schema = `
  CREATE TABLE operation (
    id TEXT PRIMARY KEY,
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
    forget_at INTEGER,
    UNIQUE (tenant, mutation, key_hash)
  ) STRICT;
  CREATE INDEX operation_calling ON operation (quiet_at) WHERE status = 'calling';
  CREATE INDEX operation_due ON operation (provider, look_at) WHERE status = 'unknown';
  CREATE INDEX operation_listed ON operation (tenant, status);
  CREATE INDEX operation_target ON operation (target)
    WHERE target IS NOT NULL AND status IN ('calling', 'unknown', 'attention');
  CREATE UNIQUE INDEX operation_resource ON operation (resource) WHERE resource IS NOT NULL;
  CREATE INDEX operation_forget ON operation (forget_at) WHERE forget_at IS NOT NULL;
  CREATE INDEX operation_ended ON operation (finished_at) WHERE status IN (${endings});
  CREATE INDEX operation_seal_key ON operation (seal_key_id);
  CREATE TABLE store_key (id TEXT PRIMARY KEY) STRICT;
  ${useTable}
  ${movedTable}
`;

/**
 * From version 1, which kept neither targets nor wallets' owners, and left no marker at Moov. So what it left undecided
 * cannot be told by looking: a person must, but for LIQUIDO's resend and for Equals Money, where nobody looks.
 */
const fromVersion1 = `
  DROP INDEX operation_calling;
  DROP INDEX operation_forget;
  ALTER TABLE operation RENAME TO operation_1;
  ${schema}
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
`;

/** What each later version lacked of the one after it. */
const steps: readonly string[] = [
  useTable, // 2 counted nothing
  `ALTER TABLE operation ADD COLUMN is_sought INTEGER NOT NULL DEFAULT 0; ${movedTable}`, // 3 had one process for ever
];

/** Makes a file of that version one of this version; 0 is an empty one. */
export function migrationFrom(version: number): string {
  if (version === 0) return schema;
  return version === 1 ? fromVersion1 : steps.slice(version - 2).join('\n');
}

/** A row's members, by the names that it has here. */
export const columns = `id, tenant, mutation, provider, key_hash AS keyHash, input_hash AS inputHash, seal_key_id AS sealKeyId,
  status, attempt, owner, created_at AS createdAt, started_at AS startedAt, finished_at AS finishedAt,
  sought_since AS soughtSince, quiet_at AS quietAt, was_unknown AS wasUnknown, look_at AS lookAt, is_sought AS isSought, target, resource,
  intent, note, result, remainder, forget_at AS forgetAt`;
