import { readFileSync } from 'node:fs';
import type { PostgresServer } from '../../core/settings.js';

/** The library that speaks to PostgreSQL, loaded only where there is one, and how it is told where that is. */

export type Library = typeof import('pg');
export type Client = InstanceType<Library['Client']>;
type ClientConfig = NonNullable<ConstructorParameters<Library['Client']>[0]> & object;

/** A server that cannot be reached is given up after so long. */
const connectMs = 1_500;

/** Files that it names are read here, once: not anew with each connection, when they may just not be there. */
export function configFor({ types }: Pick<Library, 'types'>, { url }: PostgresServer): ClientConfig {
  const plain = new URL(url);
  for (const name of tlsNames) plain.searchParams.delete(name);
  return {
    connectionString: plain.href,
    ssl: tlsFrom(new URL(url).searchParams),
    application_name: 'billfold',
    connectionTimeoutMillis: connectMs,
    keepAlive: true,
    types: {
      // Numbers of 64 bits are times and counts here, and as exact as any other.
      getTypeParser: (type, format) => (type === types.builtins.INT8 ? Number : types.getTypeParser(type, format)),
    },
  };
}

const tlsNames = ['sslmode', 'sslrootcert', 'sslcert', 'sslkey'];

function tlsFrom(parameters: URLSearchParams): ClientConfig['ssl'] {
  const mode = parameters.get('sslmode');
  if (mode === 'disable') return false;
  const read = (name: string): string | undefined => {
    const file = parameters.get(name);
    return file === null ? undefined : readFileSync(file, 'utf8');
  };
  const files = { ca: read('sslrootcert'), cert: read('sslcert'), key: read('sslkey') };
  return { ...files, rejectUnauthorized: mode !== 'no-verify' };
}
