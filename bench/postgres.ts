import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startPostgres, type TestDatabase } from '../test/support/postgres.js';
import { cpuMicrosWithChildrenOf } from './processes.js';

/** A PostgreSQL as people run it, which survives a power cut, and what it costs. */

export interface MeasuredPostgres {
  readonly version: string;
  database(): Promise<TestDatabase>;
  /** User and system time of all its processes, those included that are over. */
  cpuMicros(): number;
  cleanUp(): Promise<void>;
}

export async function startMeasuredPostgres(): Promise<MeasuredPostgres> {
  const server = await startPostgres({ fsync: 'on', shared_buffers: '256MB', max_wal_size: '2GB' });
  const { ask } = await server.database();
  const [{ version } = { version: '' }] = await ask<{ version: string }>(
    `SELECT current_setting('server_version') AS version`,
  );
  const [pid] = readFileSync(join(server.folder, 'data', 'postmaster.pid'), 'utf8').split('\n');
  return {
    version: version.split(' ')[0] ?? version, // and who packaged it
    database: () => server.database(),
    cpuMicros: () => cpuMicrosWithChildrenOf(Number(pid)),
    cleanUp: () => server.cleanUp(),
  };
}
