import { setTimeout } from 'node:timers/promises';
import type { PostgresServer } from '../../core/settings.js';
import type { Client, Library } from './library.js';
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
/** How long the end of claims under way is waited for at a time, the pause before the next time, and how often. */
const lockTryMs = 200;
const lockPauseMs = 300;
const longestTries = 100;

/** Rejects with one sentence where it cannot be used, and with `ConnectionLost` where that may pass. */
export async function migrated({
  server,
  keyIds,
  isGuest = false,
  steps = migrations,
}: MigrationOptions): Promise<void> {
  await withClient(server, async (client, library) => {
    const own = steps.at(-1) ?? steps[0];
    const standing = await standingOf(client);
    expectFit(standing, own, isGuest);
    const known = standing === null ? [] : await keysOf(client);
    const isReady = standing !== null && standing.version >= own.version && isAllKnown(known, keyIds);
    if (isReady) return; // nothing is written: a role that may not change tables will do
    if (isGuest) return void (await expectKeys(client, keyIds));
    // Before the transaction begins: what it remembers of the tables would be from before the others had made them.
    await client.query(`SELECT pg_advisory_lock(${lockNumber})`);
    await client.query('BEGIN');
    const current = await standingOf(client); // others may have been quicker
    expectFit(current, own, isGuest);
    await migrate(client, current, steps);
    const left = await exchangeKeys(client, keyIds);
    await client.query('COMMIT');
    await claimsEnded(client, library);
    await expectStillUnneeded(client, left);
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

/**
 * A key may leave the list when no row needs it any more: without it, the idempotency keys of its rows would be free. Answers
 * with those that left.
 */
async function exchangeKeys(client: Client, keyIds: readonly string[]): Promise<readonly string[]> {
  const missing = await expectKeys(client, keyIds);
  await client.query(`DELETE FROM ${schemaName}.store_key WHERE id = ANY ($1)`, [missing]);
  await addKeys(client, keyIds.slice(0, 1));
  return missing;
}

/** They are used here: whoever lacks one of them claims nothing. */
export async function addKeys(client: Client, keyIds: readonly string[]): Promise<void> {
  const text = `INSERT INTO ${schemaName}.store_key SELECT unnest($1::text[]) ON CONFLICT DO NOTHING`;
  await client.query(text, [keyIds]);
}

/** Somebody may have sealed with one of the keys that left while it was looked whether anybody needs them. */
async function expectStillUnneeded(client: Client, left: readonly string[]): Promise<void> {
  const needed = await neededOf(client, left);
  if (needed.length === 0) return;
  await addKeys(client, needed);
  throw keyMissing();
}

/**
 * From now on nobody claims anything who lacks one of the keys; whoever had begun to is waited for, for this lock is one that
 * they do not let in. Where somebody else keeps it from being had at once, those who claim must not stand behind it: it is
 * tried again.
 */
async function claimsEnded(
  client: Client,
  { DatabaseError }: Pick<Library, 'DatabaseError'>,
  tries = longestTries,
): Promise<void> {
  await client.query(`BEGIN; SET LOCAL lock_timeout TO ${lockTryMs}`);
  try {
    await client.query(`LOCK TABLE ${schemaName}.operation IN SHARE MODE`);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    if (!(error instanceof DatabaseError) || error.code !== '55P03' || tries === 0) throw error;
    await setTimeout(lockPauseMs);
    return claimsEnded(client, { DatabaseError }, tries - 1);
  }
}
