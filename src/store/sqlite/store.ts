import { setTimeout } from 'node:timers/promises';
import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite';
import { firstAttempt, tooFarAheadOf, type JournalRow, type JournalStore } from '../../core/journal-store.js';
import { moves, type RowStatus } from '../../core/state-machine.js';
import { columns, endings, pageBytes } from './schema.js';
import { busyPauseMs, groupedByTurn } from './turns.js';

/** The journal's rows in an open SQLite file. */

const everyStatus = Object.keys(moves) as RowStatus[]; // its keys are all of them
/**
 * Kept free for the endings of attempts under way: no new one begins in it. An eighth of a small file, a megabyte of
 * others.
 */
const reservedPages = 256;
const reservedShare = 8;
/** Whoever erases waits so long for a moment in which nobody reads or writes. */
const scrubPatienceMs = 5_000;

/** `closed` is called when it has been closed. */
export function sqliteStore(database: DatabaseSync, closed: () => void): JournalStore {
  const statement = (text: string): StatementSync => database.prepare(text);
  const insert = statement(`
    INSERT INTO operation (id, tenant, mutation, provider, key_hash, input_hash, seal_key_id, status, attempt, owner,
      created_at, started_at, sought_since, quiet_at, was_unknown, target, intent)
    VALUES (:id, :tenant, :mutation, :provider, :keyHash, :inputHash, :sealKeyId, 'calling', 1, :owner,
      :startedAt, :startedAt, :startedAt, :quietAt, 0, :target, :intent)
    ON CONFLICT (tenant, mutation, key_hash) DO NOTHING`);
  // A note from an attempt that ended unknown is still what was there before it.
  const retake = statement(`
    UPDATE operation SET status = 'calling', attempt = attempt + 1, owner = :owner, started_at = :startedAt,
      sought_since = iif(was_unknown, sought_since, :startedAt), quiet_at = :quietAt, finished_at = NULL,
      look_at = NULL, note = iif(was_unknown, note, NULL),
      result = NULL, remainder = NULL, forget_at = NULL
    WHERE id = :id AND input_hash = :inputHash AND status IN ('refused', 'absent')
    RETURNING ${columns}`);
  const move = statement(`
    UPDATE operation SET status = :to, finished_at = :finishedAt, result = :result, remainder = :remainder,
      forget_at = :forgetAt, resource = :resource, look_at = :lookAt, is_sought = 0,
      quiet_at = iif(:to = 'unknown', :finishedAt, quiet_at), was_unknown = iif(:to = 'unknown', 1, was_unknown)
    WHERE id = :id AND attempt = :attempt AND status IN (SELECT value FROM json_each(:from))`);
  const retarget = statement(`
    UPDATE operation SET target = :target, intent = :intent WHERE id = :id AND attempt = :attempt AND status = 'calling'`);
  const take = statement(`
    UPDATE operation SET attempt = attempt + 1, owner = :owner, quiet_at = :quietAt
    WHERE id = :id AND attempt = :attempt AND status = 'unknown'`);
  const note = statement(
    `UPDATE operation SET note = :note WHERE id = :id AND attempt = :attempt AND status = 'calling'`,
  );
  const byKey = statement(
    `SELECT ${columns} FROM operation WHERE tenant = :tenant AND mutation = :mutation AND key_hash = :keyHash`,
  );
  const byId = statement(`SELECT ${columns} FROM operation WHERE id = :id`);
  // Another tenant's row is no place in this one's list: where it stands would tell that it is there, and since when.
  const position = statement(`SELECT rowid FROM operation WHERE id = :id AND tenant = :tenant`);
  // Newest first, by the order in which rows were inserted. For each status, since that is what there is an index for: a
  // tenant's few rows are not looked for among everybody's.
  const checkpoint = statement('PRAGMA wal_checkpoint(TRUNCATE)');
  const newestOfStatus = statement(`
    SELECT rowid, ${columns} FROM operation WHERE tenant = :tenant AND status = :status AND rowid < :before
    ORDER BY rowid DESC LIMIT :limit`);
  const countOfStatus = statement(
    `SELECT count(*) AS count FROM operation WHERE tenant = :tenant AND status = :status`,
  );
  // As the index has it; what waits for a person keeps nobody waiting.
  const apart = statement(`
    SELECT 1 FROM operation WHERE target = :target AND id <> :id AND status <> 'attention'
      AND status IN ('calling', 'unknown', 'attention') LIMIT 1`);
  const owner = statement(`SELECT id FROM operation WHERE resource = :resource`);
  const rivals = statement(`
    SELECT count(*) FILTER (WHERE status = 'calling') AS calling,
      count(*) FILTER (WHERE status IN ('unknown', 'attention')) AS undecided
    FROM operation WHERE target = :target AND status IN ('calling', 'unknown', 'attention')`);
  const orphan = statement(`
    UPDATE operation SET status = 'unknown', was_unknown = 1, finished_at = :now, look_at = :now,
      owner = :owner
    WHERE status = 'calling' AND (owner <> :owner OR quiet_at < :now OR quiet_at > :now + :longestMs)`);
  const due = statement(`
    UPDATE operation SET look_at = :until, owner = :owner, is_sought = 1
    WHERE rowid IN (SELECT rowid FROM operation
      WHERE provider = :provider AND status = 'unknown'
        AND (look_at <= iif(owner = :owner, :now, :abandonedSince) OR look_at > :tooFarAhead)
      ORDER BY look_at LIMIT :limit)
    RETURNING ${columns}`);
  const seek = statement(`
    UPDATE operation SET look_at = :until, owner = :owner, is_sought = 1
    WHERE id = :id AND attempt = :attempt AND status = 'unknown'
      AND (NOT is_sought OR owner = :owner OR look_at <= :now OR look_at > :tooFarAhead)`);
  const postpone = statement(`
    UPDATE operation SET look_at = :lookAt, is_sought = 0
    WHERE id = :id AND attempt = :attempt AND status = 'unknown' AND look_at = :takenUntil`);
  const forget = statement(
    `UPDATE operation SET result = remainder, remainder = NULL, forget_at = NULL WHERE forget_at <= :now`,
  );
  const uses = statement(`SELECT until FROM use WHERE name = :name AND until > :now AND until <= :tooFarAhead`);
  const use = statement(`INSERT INTO use (id, name, until) VALUES (:id, :name, :until)`);
  const giveBack = statement(`DELETE FROM use WHERE id = :id`);
  const forgetUses = statement(`DELETE FROM use WHERE until <= :now`);
  const blank = statement(`
    UPDATE operation SET intent = :intent, note = NULL, result = NULL, remainder = NULL, forget_at = NULL, target = NULL
    WHERE id = :id AND attempt = :attempt AND status IN (${endings})`);
  const drop = statement(`DELETE FROM operation WHERE id = :id AND attempt = :attempt AND status IN (${endings})`);
  const reap = statement(`
    DELETE FROM operation WHERE rowid IN (SELECT rowid FROM operation
      WHERE status IN (${endings}) AND finished_at < :endedBefore ORDER BY finished_at LIMIT :limit)`);

  const maximumPages = Number(statement('PRAGMA max_page_count').get()?.max_page_count);
  const keptFree = Math.min(reservedPages, Math.ceil(maximumPages / reservedShare));
  const pages = statement('PRAGMA page_count');
  const freePages = statement('PRAGMA freelist_count');
  const expectRoom = (): void => {
    const used = Number(pages.get()?.page_count) - Number(freePages.get()?.freelist_count);
    if (used + keptFree > maximumPages) throw new Error('The journal is full (STORE_MAX_MB).');
  };

  const countRivals = (targets: readonly Buffer[]): { calling: number; undecided: number } => {
    const counts = targets.map(target => rivals.get({ target }) as { calling: number; undecided: number }); // as selected
    return {
      calling: counts.reduce((sum, { calling }) => sum + calling, 0),
      undecided: counts.reduce((sum, { undecided }) => sum + undecided, 0),
    };
  };

  const mustWait = (id: string, targets: readonly Buffer[]): boolean =>
    targets.some(target => apart.get({ id, target }) !== undefined);

  /** For what writes. What only reads needs no lock: it goes on while somebody else writes, or nobody can. */
  const inTurn = groupedByTurn(database);

  const scrubbed = async (until: number): Promise<void> => {
    if (checkpoint.get()?.busy === 0) return;
    if (performance.now() > until) throw new Error('The journal is too busy to be rid of what was erased: try again.');
    await setTimeout(busyPauseMs);
    return scrubbed(until);
  };

  return {
    claim: (row, older, targets = []) =>
      inTurn(() => {
        const { id: _id, tenant, mutation, owner: claimant, startedAt, quietAt } = row;
        for (const hashes of [row, ...older]) {
          // A key from before a rotation is found under its own store key; only where there is none at all is it new.
          const { keyHash, inputHash } = hashes;
          const found = one(byKey, { tenant, mutation, keyHash });
          if (found === null) continue;
          const isFree = found.status === 'refused' || found.status === 'absent';
          if (isFree && found.inputHash.equals(inputHash) && mustWait(found.id, targets)) return null;
          const retaken = one(retake, { id: found.id, inputHash, owner: claimant, startedAt, quietAt });
          if (retaken !== null) expectRoom();
          return { row: retaken ?? found, isClaimed: retaken !== null };
        }
        if (mustWait(row.id, targets)) return null;
        expectRoom();
        if (insert.run({ ...row, intent: row.intent() }).changes !== 1)
          throw new Error('A row that was not there stands in the way.');
        return { row: firstAttempt(row), isClaimed: true }; // reading it back would cost as much again
      }),
    move: (id, attempt, { from, to, guard, ...rest }) =>
      inTurn(() => {
        if (guard !== null) {
          const { calling, undecided } = countRivals(guard.targets);
          if (calling > 0 || undecided !== guard.undecided) return 'stale';
        }
        if (rest.resource !== null && (owner.get({ resource: rest.resource })?.id ?? id) !== id) return 'owned';
        return move.run({ id, attempt, from: JSON.stringify(from), to, ...rest }).changes === 1 ? 'moved' : 'stale';
      }),
    retarget: (id, attempt, target, intent) =>
      inTurn(() => retarget.run({ id, attempt, target, intent }).changes === 1),
    take: (id, attempt, taker, quietAt) => inTurn(() => take.run({ id, attempt, owner: taker, quietAt }).changes === 1),
    note: (id, attempt, text) => inTurn(() => note.run({ id, attempt, note: text }).changes === 1),
    byId: async id => one(byId, { id }),
    async byKey(tenant, mutation, keyHashes) {
      for (const keyHash of keyHashes) {
        const found = one(byKey, { tenant, mutation, keyHash });
        if (found !== null) return found;
      }
      return null;
    },
    list: async ({ tenant, statuses, after, limit }) => {
      const before = after === null ? Number.MAX_SAFE_INTEGER : (position.get({ id: after, tenant })?.rowid ?? 0);
      const found = (statuses ?? everyStatus).flatMap(status => newestOfStatus.all({ tenant, status, before, limit }));
      return found
        .toSorted((left, right) => Number(right.rowid) - Number(left.rowid))
        .slice(0, limit)
        .map(rowFrom);
    },
    count: async (tenant, statuses) =>
      statuses.reduce((sum, status) => sum + Number(countOfStatus.get({ tenant, status })?.count), 0),
    orphan: (own, now, longestMs) => inTurn(() => Number(orphan.run({ owner: own, now, longestMs }).changes)),
    due: ({ limits, ...looks }) =>
      inTurn(() => Object.entries(limits).flatMap(([provider, limit]) => rowsOf(due, { ...looks, provider, limit }))),
    seek: (id, attempt, seeker) => inTurn(() => seek.run({ id, attempt, ...seeker }).changes === 1),
    awaitMove: async () => undefined, // one process owns the file
    postpone: (id, attempt, takenUntil, lookAt) => inTurn(() => void postpone.run({ id, attempt, takenUntil, lookAt })),
    rivals: async (targets, resources) => ({
      ...countRivals(targets),
      owned: resources.filter(resource => owner.get({ resource }) !== undefined),
    }),
    useUp: ({ id, names, maximum, now, until }) =>
      inTurn(() => {
        const ends = names.flatMap(name =>
          uses.all({ name, now, tooFarAhead: tooFarAheadOf({ now, until }) }).map(counted => Number(counted.until)),
        );
        if (ends.length >= maximum)
          return { noneUntil: ends.toSorted((left, right) => left - right)[ends.length - maximum] ?? until };
        expectRoom();
        use.run({ id, name: names[0] ?? null, until });
        return { left: maximum - ends.length - 1 };
      }),
    giveBack: id => inTurn(() => void giveBack.run({ id })),
    forget: now =>
      inTurn(() => {
        forget.run({ now });
        forgetUses.run({ now });
      }),
    erase: (id, attempt, intent) =>
      inTurn(() => (intent === null ? drop.run({ id, attempt }) : blank.run({ id, attempt, intent })).changes === 1),
    reap: (endedBefore, limit) => inTurn(() => Number(reap.run({ endedBefore, limit }).changes)),
    // Freed pages are overwritten (secure_delete); but the write-ahead log holds former ones until it is emptied.
    scrub: () => scrubbed(performance.now() + scrubPatienceMs),
    // Something the size of an operation: a transaction that needs no new page would not notice a full disk.
    check: () =>
      inTurn(() => {
        expectRoom();
        database.exec(
          `INSERT INTO store_key VALUES (hex(zeroblob(${pageBytes}))); DELETE FROM store_key WHERE length(id) > 64`,
        );
      }),
    close: async () => {
      database.close();
      closed();
    },
  };
}

function rowsOf(statement: StatementSync, parameters: Readonly<Record<string, SQLInputValue>>): JournalRow[] {
  return statement.all(parameters).map(rowFrom);
}

function one(statement: StatementSync, parameters: Readonly<Record<string, SQLInputValue>>): JournalRow | null {
  const found = statement.get(parameters);
  return found === undefined ? null : rowFrom(found);
}

function rowFrom({ rowid: _rowid, ...found }: Readonly<Record<string, SQLOutputValue>>): JournalRow {
  const members = Object.entries(found).map(([name, value]) => [
    name,
    value instanceof Uint8Array ? Buffer.from(value) : value,
  ]);
  // The table's columns and checks are the row's type.
  return {
    ...(Object.fromEntries(members) as JournalRow),
    wasUnknown: found.wasUnknown === 1,
    isSought: found.isSought === 1,
  };
}
