import type { JournalRow } from '../../core/journal-store.js';
import type { RowStatus } from '../../core/state-machine.js';
import type { Statement } from './database.js';
import { endings, schemaName } from './schema.js';

/**
 * Every statement of the journal on PostgreSQL. Each one that changes a row names the attempt, or the state, in which it
 * must stand: by READ COMMITTED it waits for who is changing it, and then looks again.
 *
 * Each is written so that it has one way to its rows, whatever is known of the tables when it is planned: a subquery with
 * LIMIT or OFFSET, and an array of ids, keep a join from beginning with the table.
 */

/** A row's members, by the names that it has here. */
const columns = `operation.id, operation.tenant, operation.mutation, operation.provider, operation.key_hash AS "keyHash",
  operation.input_hash AS "inputHash", operation.seal_key_id AS "sealKeyId", operation.status, operation.attempt,
  operation.owner, operation.created_at AS "createdAt", operation.started_at AS "startedAt",
  operation.finished_at AS "finishedAt", operation.sought_since AS "soughtSince", operation.quiet_at AS "quietAt",
  operation.was_unknown AS "wasUnknown", operation.look_at AS "lookAt", operation.is_sought AS "isSought",
  operation.target, operation.resource, operation.intent, operation.note, operation.result, operation.remainder,
  operation.forget_at AS "forgetAt"`;

function statement<Row>(name: string, text: string): Statement<Row> {
  return { name, text };
}

function grouped<Row>(name: string, text: string): Statement<Row> {
  return { name, text, isGrouped: true };
}

/** Of several rows given at once, by its place among them, from 1 on. */
export interface AtPlace {
  readonly place: number;
}

/** Where a key was not free: the row that was there when the statement began; a later one has no members but these. */
type ClaimAnswer = AtPlace & {
  readonly isMade: boolean;
  /** Others seal with a key that is not here. */
  readonly isBarred: boolean;
} & {
  readonly [Member in keyof JournalRow]: JournalRow[Member] | null;
};

/** An attempt that stood as it should; it did not move where its wallet is another operation's. */
export interface Moved extends AtPlace {
  readonly isMoved: boolean;
}

/** Finds no index of the few rows that stand so: these may be many one day, and an id is one. */
const standsAs = (status: RowStatus): string => `status || '' = '${status}'`;

const undecidedTarget = `operation.target IS NOT NULL AND status IN ('calling', 'unknown', 'attention')`;

export const statements = {
  /** $1 numbers, in the order in which they are taken. Held until the transaction ends. */
  lock: statement<object>('lock', `SELECT pg_advisory_xact_lock(number) FROM unnest($1::bigint[]) AS number`),

  /**
   * $1 to $12 members of rows, $13 the store keys that are here. Where others seal with one that is not, they may have claimed
   * any of it, under a hash that cannot be told here; and where the first is not in use, they may not know what it hashes.
   */
  claim: grouped<ClaimAnswer>(
    'claim',
    `WITH strange AS (
       SELECT 1 FROM store_key HAVING bool_or(id <> ALL ($13::text[])) OR bool_and(id <> ($13::text[])[1]) IS NOT FALSE
     ), given AS (
       SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::bytea[], $6::bytea[], $7::text[],
         $8::text[], $9::bigint[], $10::bigint[], $11::bytea[], $12::bytea[]) WITH ORDINALITY
       AS given (id, tenant, mutation, provider, key_hash, input_hash, seal_key_id, owner, started_at, quiet_at,
         target, intent, place)
     ), made AS (
       INSERT INTO operation (id, tenant, mutation, provider, key_hash, input_hash, seal_key_id, status, attempt, owner,
         created_at, started_at, sought_since, quiet_at, target, intent)
       SELECT id, tenant, mutation, provider, key_hash, input_hash, seal_key_id, 'calling', 1, owner,
         started_at, started_at, started_at, quiet_at, target, intent
       FROM given WHERE NOT EXISTS (SELECT 1 FROM strange) ORDER BY place
       ON CONFLICT (tenant, mutation, key_hash) DO NOTHING
       RETURNING id
     )
     SELECT given.place::int AS place, made.id IS NOT NULL AS "isMade",
       EXISTS (SELECT 1 FROM strange) AS "isBarred", ${columns}
     FROM given LEFT JOIN made ON made.id = given.id
     LEFT JOIN LATERAL (
       SELECT * FROM operation WHERE operation.tenant = given.tenant AND operation.mutation = given.mutation
         AND operation.key_hash = given.key_hash AND made.id IS NULL LIMIT 1
     ) AS operation ON true`,
  ),

  /** $1 id, $2 input's hash, $3 owner, $4 started, $5 quiet, $6 the attempt before. A note from an attempt that ended unknown is still what was there before it. */
  retake: statement<JournalRow>(
    'retake',
    `UPDATE operation SET status = 'calling', attempt = attempt + 1, owner = $3, started_at = $4,
       sought_since = CASE WHEN was_unknown THEN sought_since ELSE $4 END, quiet_at = $5, finished_at = NULL,
       look_at = NULL, note = CASE WHEN was_unknown THEN note END, result = NULL, remainder = NULL, forget_at = NULL
     WHERE id = $1 AND input_hash = $2 AND attempt = $6 AND status || '' IN ('refused', 'absent')
     RETURNING ${columns}`,
  ),

  /**
   * Whoever waits for one of them marked it, and is told. That a wallet belongs to one operation is what the table of wallets
   * is for: it is asked while the operation's own row is held.
   */
  move: grouped<Moved>(
    'move',
    `WITH given AS (
       SELECT * FROM unnest($1::uuid[], $2::int[], $3::text[], $4::text[], $5::bigint[], $6::bytea[], $7::bytea[],
         $8::bigint[], $9::bytea[], $10::bigint[]) WITH ORDINALITY
       AS given (id, attempt, origins, status, finished_at, result, remainder, forget_at, resource, look_at, place)
     ), standing AS (
       SELECT given.*, operation.is_awaited, operation.resource AS former
       FROM given JOIN operation ON operation.id = given.id AND operation.attempt = given.attempt
         AND operation.status || '' = ANY (string_to_array(given.origins, ' '))
       WHERE operation.id = ANY ($1)
       ORDER BY given.id
       FOR UPDATE OF operation
     ), owned AS (
       INSERT INTO wallet (resource, operation)
       SELECT resource, id FROM standing WHERE resource IS NOT NULL ORDER BY resource
       ON CONFLICT (resource) DO UPDATE SET operation = wallet.operation
       RETURNING resource, operation
     ), moved AS (
       UPDATE operation SET status = standing.status, finished_at = standing.finished_at, result = standing.result,
         remainder = standing.remainder, forget_at = standing.forget_at, resource = standing.resource,
         look_at = standing.look_at, is_sought = false, is_awaited = false,
         quiet_at = CASE WHEN standing.status = 'unknown' THEN standing.finished_at ELSE operation.quiet_at END,
         was_unknown = operation.was_unknown OR standing.status = 'unknown'
       FROM standing LEFT JOIN owned ON owned.resource = standing.resource
       WHERE operation.id = ANY ($1) AND operation.id = standing.id AND (standing.resource IS NULL OR owned.operation = standing.id)
       RETURNING standing.id, standing.place, standing.is_awaited, standing.resource, standing.former
     ), freed AS (
       DELETE FROM wallet
       WHERE resource = ANY (ARRAY(SELECT former FROM moved WHERE moved.resource IS DISTINCT FROM former))
     )
     SELECT standing.place::int AS place, moved.place IS NOT NULL AS "isMoved",
       CASE WHEN moved.is_awaited THEN pg_notify('${schemaName}', moved.id::text) END AS told
     FROM standing LEFT JOIN moved ON moved.place = standing.place`,
  ),

  /** $1 id, $2 attempt, $3 target, $4 intent. */
  retarget: statement<object>(
    'retarget',
    `UPDATE operation SET target = $3, intent = $4 WHERE id = $1 AND attempt = $2 AND ${standsAs('calling')} RETURNING 1`,
  ),
  /** $1 id, $2 attempt, $3 owner, $4 quiet. */
  take: statement<object>(
    'take',
    `UPDATE operation SET attempt = attempt + 1, owner = $3, quiet_at = $4
     WHERE id = $1 AND attempt = $2 AND ${standsAs('unknown')} RETURNING 1`,
  ),
  /** $1 id, $2 attempt, $3 note. */
  note: statement<object>(
    'note',
    `UPDATE operation SET note = $3 WHERE id = $1 AND attempt = $2 AND ${standsAs('calling')} RETURNING 1`,
  ),

  byId: statement<JournalRow>('by id', `SELECT ${columns} FROM operation WHERE id = $1`),
  /** $1 tenant, $2 mutation, $3 hashes: of several rows, that of the hash which is named first. */
  byKey: statement<JournalRow>(
    'by key',
    `SELECT ${columns} FROM unnest($3::bytea[]) WITH ORDINALITY AS named (key_hash, place)
     CROSS JOIN LATERAL (
       SELECT * FROM operation WHERE operation.tenant = $1 AND operation.mutation = $2
         AND operation.key_hash = named.key_hash LIMIT 1
     ) AS operation
     ORDER BY named.place LIMIT 1`,
  ),

  /** $1 tenant, $2 id. Another tenant's row is no place in this one's list. */
  place: statement<AtPlace>(
    'place',
    `SELECT place FROM (SELECT place, tenant FROM operation WHERE id = $2 OFFSET 0) AS operation WHERE tenant = $1`,
  ),
  /** $1 tenant, $2 statuses, $3 place before which, $4 limit. By status, since that is what there is an index for. */
  list: statement<JournalRow>(
    'list',
    `SELECT ${columns} FROM unnest($2::text[]) AS wanted (status)
     CROSS JOIN LATERAL (
       SELECT * FROM operation WHERE operation.tenant = $1 AND operation.status = wanted.status AND operation.place < $3
       ORDER BY operation.place DESC LIMIT $4
     ) AS operation
     ORDER BY operation.place DESC LIMIT $4`,
  ),
  /** $1 tenant, $2 statuses. */
  count: statement<{ readonly count: number }>(
    'count',
    `SELECT count(*)::int AS count FROM unnest($2::text[]) AS wanted (status)
     CROSS JOIN LATERAL (
       SELECT FROM operation WHERE operation.tenant = $1 AND operation.status = wanted.status
       ORDER BY operation.place OFFSET 0
     ) AS operation`,
  ),

  /** $1 targets, $2 the id that does not count. What waits for a person keeps nobody waiting. */
  apart: statement<object>(
    'apart',
    `SELECT 1 FROM unnest($1::bytea[]) AS given (target)
     CROSS JOIN LATERAL (
       SELECT FROM operation
       WHERE operation.target = given.target AND id <> $2 AND status <> 'attention' AND ${undecidedTarget} LIMIT 1
     ) AS other LIMIT 1`,
  ),
  /** $1 targets. */
  rivals: statement<{ readonly calling: number; readonly undecided: number }>(
    'rivals',
    `SELECT count(*) FILTER (WHERE status = 'calling')::int AS calling,
       count(*) FILTER (WHERE status <> 'calling')::int AS undecided
     FROM (SELECT DISTINCT target FROM unnest($1::bytea[]) AS target) AS given
     CROSS JOIN LATERAL (
       SELECT status FROM operation WHERE operation.target = given.target AND ${undecidedTarget} OFFSET 0
     ) AS rival`,
  ),
  /** $1 wallets. */
  owned: statement<{ readonly resource: Buffer }>('owned', `SELECT resource FROM wallet WHERE resource = ANY ($1)`),

  /** $1 now, $2 the longest lease, $3 who looks for it from now on. */
  orphan: statement<{ readonly count: number }>(
    'orphan',
    `WITH orphaned AS (
       UPDATE operation SET status = 'unknown', was_unknown = true, finished_at = $1, look_at = $1, owner = $3
       WHERE status = 'calling' AND (quiet_at < $1 OR quiet_at > $1::bigint + $2::bigint)
       RETURNING 1
     ) SELECT count(*)::int AS count FROM orphaned`,
  ),
  /**
   * $1 providers, $2 how many of each, $3 owner, $4 now, $5 abandoned since, $6 too far ahead, $7 until. What others are just
   * taking is left to them.
   */
  due: statement<JournalRow>(
    'due',
    `WITH taken AS (
       SELECT due.id FROM unnest($1::text[], $2::int[]) AS asked (provider, most)
       CROSS JOIN LATERAL (
         SELECT id FROM operation
         WHERE operation.provider = asked.provider AND operation.status = 'unknown'
           AND (look_at <= CASE WHEN owner = $3 THEN $4::bigint ELSE $5::bigint END OR look_at > $6::bigint)
         ORDER BY look_at LIMIT asked.most
         FOR UPDATE SKIP LOCKED
       ) AS due
     )
     UPDATE operation SET look_at = $7, owner = $3, is_sought = true WHERE id = ANY (ARRAY(SELECT id FROM taken))
     RETURNING ${columns}`,
  ),
  /** $1 id, $2 attempt, $3 owner, $4 now, $5 until, $6 too far ahead. */
  seek: statement<object>(
    'seek',
    `UPDATE operation SET look_at = $5, owner = $3, is_sought = true
     WHERE id = $1 AND attempt = $2 AND ${standsAs('unknown')} AND (NOT is_sought OR owner = $3 OR look_at <= $4 OR look_at > $6)
     RETURNING 1`,
  ),
  /** $1 id, $2 attempt, $3 until when it was taken, $4 look. */
  postpone: statement<object>(
    'postpone',
    `UPDATE operation SET look_at = $4, is_sought = false
     WHERE id = $1 AND attempt = $2 AND ${standsAs('unknown')} AND look_at = $3`,
  ),
  /** $1 id, $2 attempt, $3 status. Marks a row that stands so: whoever moves it later says so. Nothing where it does not. */
  await: statement<object>(
    'await',
    `WITH standing AS (
       SELECT is_awaited FROM operation WHERE id = $1 AND attempt = $2 AND status || '' = $3
     ), marked AS (
       UPDATE operation SET is_awaited = true FROM standing
       WHERE operation.id = $1 AND NOT standing.is_awaited AND operation.attempt = $2 AND operation.status || '' = $3
       RETURNING 1
     ) SELECT 1 FROM standing WHERE is_awaited UNION ALL SELECT 1 FROM marked`,
  ),

  /** $1 hashes of the name, $2 now, $3 too far ahead, $4 the use that does not count. The first to end comes first. */
  uses: statement<{ readonly until: number }>(
    'uses',
    `SELECT until FROM use WHERE name = ANY ($1) AND until > $2 AND until <= $3 AND id <> $4 ORDER BY until`,
  ),
  /** $1 id, $2 name, $3 until. */
  use: statement<object>('use', `INSERT INTO use (id, name, until) VALUES ($1, $2, $3) ON CONFLICT (id) DO NOTHING`),
  /** $1 id. */
  giveBack: statement<object>('give back', `DELETE FROM use WHERE id = $1`),

  /** $1 now, $2 how many. */
  forget: statement<{ readonly count: number }>(
    'forget',
    `WITH over AS (
       SELECT id FROM operation WHERE forget_at <= $1 ORDER BY forget_at LIMIT $2 FOR UPDATE SKIP LOCKED
     ), forgotten AS (
       UPDATE operation SET result = remainder, remainder = NULL, forget_at = NULL
       WHERE id = ANY (ARRAY(SELECT id FROM over)) RETURNING 1
     ) SELECT count(*)::int AS count FROM forgotten`,
  ),
  /** $1 now. */
  forgetUses: statement<object>('forget uses', `DELETE FROM use WHERE until <= $1`),
  /** $1 id, $2 attempt, $3 intent. */
  blank: statement<object>(
    'blank',
    `UPDATE operation SET intent = $3, note = NULL, result = NULL, remainder = NULL, forget_at = NULL, target = NULL
     WHERE id = $1 AND attempt = $2 AND status || '' IN (${endings}) RETURNING 1`,
  ),
  /** $1 id, $2 attempt. */
  drop: statement<object>(
    'drop',
    `WITH dropped AS (
       DELETE FROM operation WHERE id = $1 AND attempt = $2 AND status || '' IN ('refused', 'absent') RETURNING resource
     ), freed AS (DELETE FROM wallet WHERE resource = ANY (ARRAY(SELECT resource FROM dropped)))
     SELECT 1 FROM dropped`,
  ),
  /** $1 moment before which they ended, $2 how many. */
  reap: statement<{ readonly count: number }>(
    'reap',
    `WITH over AS (
       SELECT id FROM operation WHERE status IN (${endings}) AND finished_at < $1
       ORDER BY finished_at LIMIT $2 FOR UPDATE SKIP LOCKED
     ), dropped AS (DELETE FROM operation WHERE id = ANY (ARRAY(SELECT id FROM over)) RETURNING resource),
     freed AS (DELETE FROM wallet WHERE resource = ANY (ARRAY(SELECT resource FROM dropped)))
     SELECT count(*)::int AS count FROM dropped`,
  ),
  /** A write that changes nothing, but needs all that a write does. */
  check: statement<{ readonly id: string }>('check', `UPDATE store_key SET id = id RETURNING id`),
} as const;
