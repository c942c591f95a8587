import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite';
import type { JournalRow } from '../../core/journal-store.js';
import type { RowStatus } from '../../core/state-machine.js';
import { columns, endings, pageBytes, rowFrom } from './schema.js';

/**
 * The statements by which the store reads and changes the journal's rows in an SQLite file. Claims, hashes, turns and room
 * have their own, each where it is used.
 */

type Given = SQLInputValue | Readonly<Record<string, SQLInputValue>>;

/** What it gives is known by what it selects: the table's columns and checks are the types of that. */
interface Statement<Row> extends Pick<StatementSync, 'run'> {
  get(...given: readonly Given[]): Row | undefined;
  all(...given: readonly Given[]): Row[];
}

/** As `columns` has it. */
type WholeRow = readonly SQLOutputValue[];

/** Place, and the hashes that lead there. */
export type DroppedRow = readonly [place: number, keyHash: Uint8Array, resource: Uint8Array | null];
const hashes = 'RETURNING place, key_hash, resource';

type StandingRow = readonly [status: RowStatus, place: number, resource: Uint8Array | null];

/** Prepares each of them once. */
export function statementsOn(database: DatabaseSync) {
  const statement = <Row = object>(text: string): Statement<Row> =>
    database.prepare(text) as Statement<unknown> as Statement<Row>; // as selected
  /** Gives rows as arrays. */
  const rowStatement = <Row = WholeRow>(text: string): Statement<Row> => {
    const made = database.prepare(text);
    made.setReturnArrays(true);
    return made as Statement<unknown> as Statement<Row>; // as selected, in that order
  };

  return {
    /** A note from an attempt that ended unknown is still what was there before it. */
    retake: rowStatement(`
      UPDATE operation SET status = 'calling', attempt = attempt + 1, owner = :owner, started_at = :startedAt,
        sought_since = iif(was_unknown, sought_since, :startedAt), quiet_at = :quietAt, finished_at = NULL,
        look_at = NULL, note = iif(was_unknown, note, NULL),
        result = NULL, remainder = NULL, forget_at = NULL
      WHERE id = :id AND input_hash = :inputHash AND status IN ('refused', 'absent')
      RETURNING ${columns}`),
    standing: rowStatement<StandingRow>('SELECT status, place, resource FROM operation WHERE id = ? AND attempt = ?'),
    move: statement(`
      UPDATE operation SET status = :to, finished_at = :finishedAt, result = :result, remainder = :remainder,
        forget_at = :forgetAt, resource = :resource, look_at = :lookAt, is_sought = 0,
        quiet_at = iif(:to = 'unknown', :finishedAt, quiet_at), was_unknown = iif(:to = 'unknown', 1, was_unknown)
      WHERE place = :place`),
    retarget: statement(`
      UPDATE operation SET target = :target, intent = :intent WHERE id = :id AND attempt = :attempt AND status = 'calling'`),
    take: statement(`
      UPDATE operation SET attempt = attempt + 1, owner = :owner, quiet_at = :quietAt
      WHERE id = :id AND attempt = :attempt AND status = 'unknown'`),
    note: statement(`UPDATE operation SET note = :note WHERE id = :id AND attempt = :attempt AND status = 'calling'`),

    byPlace: rowStatement(`SELECT ${columns} FROM operation WHERE place = ?`),
    byId: rowStatement(`SELECT ${columns} FROM operation WHERE id = ?`),
    /** Another tenant's row is no place in this one's list: where it stands would tell that it is there, and since when. */
    position: statement<{ readonly place: number }>(`SELECT place FROM operation WHERE id = :id AND tenant = :tenant`),
    /**
     * Newest first, by the order in which rows were inserted. For each status, since that is what there is an index for: a
     * tenant's few rows are not looked for among everybody's.
     */
    newestOfStatus: rowStatement(`
      SELECT ${columns} FROM operation WHERE tenant = :tenant AND status = :status AND place < :before
      ORDER BY place DESC LIMIT :limit`),
    countOfStatus: statement<{ readonly count: number }>(
      `SELECT count(*) AS count FROM operation WHERE tenant = :tenant AND status = :status`,
    ),

    /** As the index has it; what waits for a person keeps nobody waiting. */
    apart: statement(`
      SELECT 1 FROM operation WHERE target = :target AND id <> :id AND status <> 'attention'
        AND status IN ('calling', 'unknown', 'attention') LIMIT 1`),
    rivals: statement<{ readonly calling: number; readonly undecided: number }>(`
      SELECT count(*) FILTER (WHERE status = 'calling') AS calling,
        count(*) FILTER (WHERE status IN ('unknown', 'attention')) AS undecided
      FROM operation WHERE target = :target AND status IN ('calling', 'unknown', 'attention')`),
    /** Whose a wallet is, if it is that of the row which stands there. */
    ownerAt: rowStatement<readonly [id: string]>('SELECT id FROM operation WHERE place = ? AND resource = ?'),

    orphan: statement(`
      UPDATE operation SET status = 'unknown', was_unknown = 1, finished_at = :now, look_at = :now,
        owner = :owner
      WHERE status = 'calling' AND (owner <> :owner OR quiet_at < :now OR quiet_at > :now + :longestMs)`),
    due: rowStatement(`
      UPDATE operation SET look_at = :until, owner = :owner, is_sought = 1
      WHERE place IN (SELECT place FROM operation
        WHERE provider = :provider AND status = 'unknown'
          AND (look_at <= iif(owner = :owner, :now, :abandonedSince) OR look_at > :tooFarAhead)
        ORDER BY look_at LIMIT :limit)
      RETURNING ${columns}`),
    seek: statement(`
      UPDATE operation SET look_at = :until, owner = :owner, is_sought = 1
      WHERE id = :id AND attempt = :attempt AND status = 'unknown'
        AND (NOT is_sought OR owner = :owner OR look_at <= :now OR look_at > :tooFarAhead)`),
    postpone: statement(`
      UPDATE operation SET look_at = :lookAt, is_sought = 0
      WHERE id = :id AND attempt = :attempt AND status = 'unknown' AND look_at = :takenUntil`),

    uses: statement<{ readonly until: number }>(
      `SELECT until FROM use WHERE name = :name AND until > :now AND until <= :tooFarAhead`,
    ),
    use: statement(`INSERT INTO use (id, name, until) VALUES (:id, :name, :until)`),
    giveBack: statement(`DELETE FROM use WHERE id = :id`),

    forget: statement(
      `UPDATE operation SET result = remainder, remainder = NULL, forget_at = NULL WHERE forget_at <= :now`,
    ),
    forgetUses: statement(`DELETE FROM use WHERE until <= :now`),
    blank: statement(`
      UPDATE operation SET intent = :intent, note = NULL, result = NULL, remainder = NULL, forget_at = NULL, target = NULL
      WHERE id = :id AND attempt = :attempt AND status IN (${endings})`),
    drop: rowStatement<DroppedRow>(
      `DELETE FROM operation WHERE id = :id AND attempt = :attempt AND status IN ('refused', 'absent') ${hashes}`,
    ),
    reap: rowStatement<DroppedRow>(`
      DELETE FROM operation WHERE place IN (SELECT place FROM operation
        WHERE status IN (${endings}) AND finished_at < :endedBefore ORDER BY finished_at LIMIT :limit) ${hashes}`),

    fileOwner: rowStatement<readonly [id: string]>('SELECT id FROM owner'),
    checkpoint: statement<{ readonly busy: number }>('PRAGMA wal_checkpoint(TRUNCATE)'),
  } as const;
}

/** Something the size of an operation: a transaction that needs no new page would not notice a full disk. */
export const trialWrite = `INSERT INTO store_key VALUES (hex(zeroblob(${pageBytes}))); DELETE FROM store_key WHERE length(id) > 64`;

/** The rows that it gives, as everybody else knows them. */
export function rowsOf(statement: Statement<WholeRow>, given: Given): JournalRow[] {
  return statement.all(given).map(rowFrom);
}

/** Null where it gives none. */
export function one(statement: Statement<WholeRow>, given: Given): JournalRow | null {
  const found = statement.get(given);
  return found === undefined ? null : rowFrom(found);
}
