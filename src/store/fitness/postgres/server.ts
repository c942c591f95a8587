import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { doubtful, fit, unfit, type Finding } from '../finding.js';
import type { Client } from '../../postgres/library.js';
import type { Asking } from './asking.js';

/** What kind of server it is, and whether what it says is committed stays so. */

/** The oldest that was tried with the tests; and PostgreSQL's own project maintains no older one by now. */
const lowestVersion = 15;

export async function way({ client, server }: Asking): Promise<Finding> {
  // Not declared, but there: the database itself sees only its own side, which may be that of a proxy.
  const { stream } = (client as unknown as { readonly connection: { readonly stream: Socket } }).connection;
  const reached = `${server.name} is reached`;
  if (stream instanceof TLSSocket) {
    const protocol = `over ${(stream.getProtocol() ?? 'TLS').replace(/^TLSv/, 'TLS ')}`;
    return stream.authorized
      ? fit(`${reached} ${protocol}, and has proved that it is who it should be.`)
      : doubtful(
          `${reached} ${protocol}, but anybody could say to be it (sslmode=no-verify): name its authority with sslrootcert.`,
        );
  }
  const address = stream.remoteAddress?.replace(/^::ffff:/, '') ?? null;
  if (address === null) return fit(`${reached} through a socket of this machine.`);
  if (address.startsWith('127.') || address === '::1') return fit(`${reached} without TLS, on this machine.`);
  return doubtful(`${reached} without TLS (sslmode=disable): whoever is on the way reads along. Leave sslmode out.`);
}

export async function version({ client }: Asking): Promise<Finding> {
  const number = Math.floor(Number(await setting(client, 'server_version_num')) / 10_000);
  return number < lowestVersion
    ? unfit(`It is PostgreSQL ${number}, older than any that was tried: take ${lowestVersion} or newer.`)
    : fit(`It is PostgreSQL ${number}${number > lowestVersion ? `; ${lowestVersion} is what was tried` : ''}.`);
}

export async function isWritable({ client }: Asking): Promise<Finding> {
  const { rows } = await client.query('SELECT pg_is_in_recovery() AS "isStandby"');
  if (rows[0].isStandby === true) return unfit('It is a standby, which takes no writes: name the primary.');
  if ((await setting(client, 'transaction_read_only')) === 'on') {
    return unfit(
      'Its transactions only read: set default_transaction_read_only to off, for the database and the role.',
    );
  }
  return fit('It is no standby, and takes writes.');
}

export async function isDurable({ client }: Asking): Promise<Finding> {
  if ((await setting(client, 'fsync')) === 'off') {
    return unfit('fsync is off: with its power cut it forgets which keys were used, or all of them. Set it to on.');
  }
  if ((await setting(client, 'full_page_writes')) === 'off') {
    return doubtful(
      'full_page_writes is off, which is right only where the storage writes pages whole. Else set it to on.',
    );
  }
  return fit('fsync and full_page_writes are on: what is committed outlives a power cut.');
}

export async function commits({ client }: Asking): Promise<Finding> {
  const level = await setting(client, 'synchronous_commit');
  const standbys = await setting(client, 'synchronous_standby_names');
  if (level === 'off') return fit('synchronous_commit is off for this role; a gateway sets it to on for itself.');
  if (standbys === '') {
    return fit(`A commit (synchronous_commit=${level}) waits for the disk of this server, and for no standby.`);
  }
  return level === 'local'
    ? doubtful(
        'synchronous_commit is local, so that a failover to a synchronous standby forgets keys, too: set it to on.',
      )
    : fit(`A commit (synchronous_commit=${level}) waits for synchronous standbys, too.`);
}

export async function encoding({ client }: Asking): Promise<Finding> {
  const name = await setting(client, 'server_encoding');
  return name === 'UTF8' ? fit('Its encoding is UTF8.') : unfit(`Its encoding is ${name}: take a database in UTF8.`);
}

export async function setting(client: Client, name: string): Promise<string> {
  const { rows } = await client.query('SELECT current_setting($1) AS value', [name]);
  return String(rows[0].value);
}
