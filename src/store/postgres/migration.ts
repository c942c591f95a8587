import { setTimeout } from 'node:timers/promises';
import type { PostgresServer } from '../../core/settings.js';
import type { Client } from './library.js';
import { migrations, schemaName, type Migration } from './schema.js';
import { withClient } from './single-connection.js';

/** Who comes first prepares the database; whoever comes at the same time, or later, finds it prepared. */

export interface MigrationOptions {
  readonly server: PostgresServer;
  readonly keyIds: readonly string[];
  readonly isGuest?: boolean;
  /** All versions up to this program's own. */
  readonly steps?: readonly [Migration, ...Migration[]];
}

/** What a database says of itself. */
export interface Standing {
  readonly version: number;
  readonly oldest: number;
}

/** Held while a database is prepared: any number will do, if it is always the same. */
const lockNumber = 4_720_116_531;
/** How long the end of claims under way is waited for, which take four seconds at most, and the pause between two looks. */
const longestClaimMs = 60_000;
const claimPauseMs = 100;

/** Rejects with one sentence where it cannot be used, and with `ConnectionLost` where that may pass. */
export async function migrated({
  server,
  keyIds,
  isGuest = false,
  steps = migrations,
}: MigrationOptions): Promise<void> {
  await withClient(server, async client => {
    const own = steps.at(-1) ?? steps[0];
    const standing = await standingOf(client);
    expectFit(standing, own, isGuest);
    const isReady = standing !== null && standing.version >= own.version && (await areKeysReady(client, keyIds));
    if (isReady) return; // nothing is written: a role that may not change tables will do
    if (isGuest) return void (await expectKeys(client, keyIds));
    // Before the transaction begins: what it remembers of the tables would be from before the others had made them.
    await client.query(`SELECT pg_advisory_lock(${lockNumber})`);
    await client.query('BEGIN');
    const current = await standingOf(client); // others may have been quicker
    expectFit(current, own, isGuest);
    await migrate(client, current, steps);
    await exchangeKeys(client, keyIds);
    await client.query('COMMIT');
    await endChange(client, keyIds);
  });
}

export async function standingOf(client: Client): Promise<Standing | null> {
  const { rows: there } = await client.query(`SELECT to_regclass('${schemaName}.version') IS NOT NULL AS "isThere"`);
  if (there[0].isThere !== true) return null;
  const { rows } = await client.query(`SELECT version, oldest FROM ${schemaName}.version`);
  return (rows[0] as Standing | undefined) ?? null; // as the columns are
}

function expectFit(standing: Standing | null, own: Migration, isGuest: boolean): void {
  if (isGuest && (standing === null || standing.version < own.version)) {
    throw new Error('it is not in use: start the gateway first');
  }
  if (standing !== null && standing.oldest > own.version) {
    throw new Error(
      `it was changed by a newer Billfold (version ${standing.version}), beside which this one cannot run`,
    );
  }
}

async function migrate(client: Client, standing: Standing | null, steps: readonly Migration[]): Promise<void> {
  const missing = steps.filter(({ version }) => version > (standing?.version ?? 0));
  const last = missing.at(-1);
  if (last === undefined) return;
  if (standing === null) {
    const { rows } = await client.query(`SELECT 1 FROM pg_namespace WHERE nspname = '${schemaName}'`);
    // A role without the right to make one may have been given one.
    if (rows.length === 0) await client.query(`CREATE SCHEMA ${schemaName}`);
    await client.query(`CREATE TABLE ${schemaName}.version (version integer NOT NULL, oldest integer NOT NULL)`);
  }
  await client.query(`SET LOCAL search_path TO ${schemaName}`);
  await client.query(missing.map(({ sql }) => sql).join(';\n'));
  await client.query(`DELETE FROM version; INSERT INTO version VALUES (${last.version}, ${last.oldest})`);
}

export async function keysOf(client: Client): Promise<readonly string[]> {
  const { rows } = await client.query(`SELECT id FROM ${schemaName}.store_key`);
  return rows.map(({ id }) => String(id));
}

async function areKeysReady(client: Client, keyIds: readonly string[]): Promise<boolean> {
  return isAllKnown(await keysOf(client), keyIds) && (await changedKeysOf(client)).length === 0;
}

/** The first makes new rows, and so must be known to everybody; none that anybody uses may be missing here. */
function isAllKnown(used: readonly string[], [first = '', ...others]: readonly string[]): boolean {
  return used.includes(first) && used.every(id => id === first || others.includes(id));
}

/** Which of the keys that are in use this gateway lacks; throws where a row needs one of them. */
export async function expectKeys(client: Client, keyIds: readonly string[]): Promise<readonly string[]> {
  const used = await keysOf(client);
  const missing = used.filter(id => !keyIds.includes(id));
  const isNoneKnown = used.length > 0 && missing.length === used.length;
  if (isNoneKnown || (await neededOf(client, missing)).length > 0) throw keyMissing();
  return missing;
}

/** Which of these keys some row needs. */
async function neededOf(client: Client, keyIds: readonly string[]): Promise<readonly string[]> {
  const { rows } = await client.query(
    `SELECT id FROM unnest($1::text[]) AS missing (id)
     WHERE EXISTS (SELECT 1 FROM ${schemaName}.operation WHERE seal_key_id = missing.id)`,
    [keyIds],
  );
  return rows.map(({ id }) => String(id));
}

function keyMissing(): Error {
  return new Error('STORE_KEY lacks a key that it was sealed with. Keep it in the list, after the new one');
}

/** A key may leave the list when no row needs it any more: without it, the idempotency keys of its rows would be free. */
async function exchangeKeys(client: Client, keyIds: readonly string[]): Promise<void> {
  const missing = await expectKeys(client, keyIds);
  const used = await keysOf(client);
  const fresh = keyIds.slice(0, 1).filter(id => used.length > 0 && !used.includes(id));
  await client.query(`DELETE FROM ${schemaName}.store_key WHERE id = ANY ($1)`, [missing]);
  await addKeys(client, keyIds.slice(0, 1));
  const changed = `INSERT INTO ${schemaName}.changed_key SELECT unnest($1::text[]) ON CONFLICT DO NOTHING`;
  await client.query(changed, [[...missing, ...fresh]]);
}

/** They are used here: whoever lacks one of them claims nothing. */
export async function addKeys(client: Client, keyIds: readonly string[]): Promise<void> {
  const text = `INSERT INTO ${schemaName}.store_key SELECT unnest($1::text[]) ON CONFLICT DO NOTHING`;
  await client.query(text, [keyIds]);
}

/**
 * From now on nobody claims anything who does not know of the change; whoever had begun to is waited for. Somebody may have
 * sealed with a key that left while it was looked whether anybody needs it: then it is back, and whoever lacks it ends. Whoever
 * is cut off in between leaves the change to the next one.
 */
async function endChange(client: Client, keyIds: readonly string[]): Promise<void> {
  const changed = await changedKeysOf(client);
  if (changed.length === 0) return;
  await claimsEnded(client);
  const inUse = await keysOf(client);
  const left = changed.filter(id => !inUse.includes(id));
  const needed = await neededOf(client, left);
  await addKeys(client, needed);
  await client.query(`DELETE FROM ${schemaName}.changed_key WHERE id = ANY ($1)`, [changed]);
  if (needed.some(id => !keyIds.includes(id))) throw keyMissing();
}

async function changedKeysOf(client: Client): Promise<readonly string[]> {
  const { rows } = await client.query(`SELECT id FROM ${schemaName}.changed_key`);
  return rows.map(({ id }) => String(id));
}

/**
 * Waits for the transactions that write to the table just now. To wait for a lock would be to stand in everybody's way, and
 * behind a VACUUM of the table, however long that takes.
 */
async function claimsEnded(client: Client): Promise<void> {
  const begun = await writersOf(client);
  const until = performance.now() + longestClaimMs;
  const ended = async (left: readonly string[]): Promise<void> => {
    if (left.length === 0) return;
    if (performance.now() >= until) {
      throw new Error('transactions that write to its operations do not end: end them (pg_locks, pg_stat_activity)');
    }
    await setTimeout(claimPauseMs);
    const writers = await writersOf(client);
    return ended(left.filter(id => writers.includes(id)));
  };
  return ended(begun);
}

/** A statement has this lock before it looks at which keys are in use. */
async function writersOf(client: Client): Promise<readonly string[]> {
  const { rows } = await client.query(
    `SELECT virtualtransaction AS id FROM pg_locks
     WHERE locktype = 'relation' AND relation = '${schemaName}.operation'::regclass AND mode = 'RowExclusiveLock' AND granted
       AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
  );
  return rows.map(({ id }) => String(id));
}
