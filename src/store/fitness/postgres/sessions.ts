import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { doubtful, fit, unfit, type Finding } from '../finding.js';
import type { Client } from '../../postgres/library.js';
import type { Asking } from './asking.js';

/** Whether connections are what they seem, and there are enough of them. */

/** So often it is looked whether two connections are two sessions. */
const rounds = 4;
/** Whoever waits for a key on another gateway should be woken sooner. */
const toldMs = 1_000;
/** Leases and looks are dated by the gateways' clocks, and bear a little. */
const clockMs = 2_000;

/**
 * Between these and the server there may be a pooler that gives each transaction any session: time-outs, prepared statements and
 * LISTEN would be those of others. The other connection holds a session now and then, so that this one gets another.
 */
export async function sessions({ client, other }: Asking): Promise<Finding> {
  const mark = randomUUID();
  await client.query(`SELECT set_config('billfold.check', $1, false)`, [mark]);
  const [own] = await seen(client);
  for await (const isHeld of Array.from({ length: rounds }, (_unused, round) => round % 2 === 1)) {
    if (isHeld) await other.query('BEGIN');
    await other.query(`SELECT set_config('billfold.check', 'other', false)`);
    const [theirs] = await seen(other);
    const [now, stillMarked] = await seen(client);
    if (isHeld) await other.query('COMMIT');
    if (now !== own || theirs === own || stillMarked !== mark) {
      return unfit(
        'What is set for a connection does not last: there is a pooler that shares sessions between statements. Set it to session mode, or name the server itself.',
      );
    }
  }
  return fit('A connection is a session of its own, so that time-outs and prepared statements last.');
}

/** The process at the other end, and what is left of the mark. */
async function seen(client: Client): Promise<readonly [number, string | null]> {
  const { rows } = await client.query(
    `SELECT pg_backend_pid() AS process, current_setting('billfold.check', true) AS mark`,
  );
  return [Number(rows[0].process), rows[0].mark as string | null]; // as selected
}

export async function notifications({ client, other }: Asking): Promise<Finding> {
  const channel = `billfold_check_${randomUUID().replaceAll('-', '')}`;
  await client.query(`LISTEN ${channel}`);
  const began = performance.now();
  const told = once(client, 'notification', { signal: AbortSignal.timeout(toldMs) }).then(
    () => true,
    () => false,
  );
  await other.query('SELECT pg_notify($1, $2)', [channel, 'x']);
  const isTold = await told;
  await client.query(`UNLISTEN ${channel}`);
  return isTold
    ? fit(`LISTEN and NOTIFY work (${Math.ceil(performance.now() - began)} ms).`)
    : doubtful(
        'NOTIFY did not arrive within a second: whoever waits for another gateway only learns by looking again.',
      );
}

export async function connections({ client, connections: each }: Asking): Promise<Finding> {
  const { rows } = await client.query(`
    SELECT current_setting('max_connections')::int - CASE WHEN rolsuper THEN 0 ELSE
        current_setting('superuser_reserved_connections')::int
        + coalesce(current_setting('reserved_connections', true), '0')::int END AS most,
      rolconnlimit AS "ofRole", datconnlimit AS "ofDatabase",
      (SELECT count(*)::int FROM pg_stat_activity
       WHERE backend_type = 'client backend' AND application_name <> 'billfold') AS "ofOthers"
    FROM pg_roles, pg_database WHERE rolname = current_user AND datname = current_database()`);
  const { most, ofRole, ofDatabase, ofOthers } = rows[0] as Record<
    'most' | 'ofRole' | 'ofDatabase' | 'ofOthers',
    number
  >; // as selected
  const allowed = Math.min(most, ...[ofRole, ofDatabase].filter(limit => limit >= 0));
  const gateways = Math.floor(allowed / each);
  const counted = `${allowed} connections are allowed (${ofOthers} are in use by others), so that ${gateways} gateways fit with up to ${each} each`;
  if (gateways < 1) {
    return unfit(`${counted}: raise max_connections or the limit of the role or database, or lower STORE_CONNECTIONS.`);
  }
  return gateways < 2 || ofOthers + each > most
    ? doubtful(`${counted}: none can be replaced by one that is started beside it.`)
    : fit(`${counted}.`);
}

export async function clock({ client }: Asking): Promise<Finding> {
  const before = Date.now();
  const { rows } = await client.query('SELECT extract(epoch FROM clock_timestamp()) * 1000 AS now');
  const after = Date.now();
  // Somewhere between the two it was read.
  const ahead = Math.max(Number(rows[0].now) - after, before - Number(rows[0].now), 0);
  return ahead > clockMs
    ? doubtful(
        `Its clock and the one here are ${Math.round(ahead / 1000)} seconds apart: one of them is wrong, and gateways date leases by theirs.`,
      )
    : fit('Its clock agrees with the one here.');
}
