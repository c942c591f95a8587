import type { PostgresServer } from '../../core/settings.js';

/** The library that speaks to PostgreSQL, loaded only where there is one, and how it is told where that is. */

export type Library = typeof import('pg');
export type Client = InstanceType<Library['Client']>;
type ClientConfig = NonNullable<ConstructorParameters<Library['Client']>[0]> & object;

/** A server that cannot be reached is given up after so long. */
const connectMs = 1_500;

export function configFor({ types }: Pick<Library, 'types'>, { url }: PostgresServer): ClientConfig {
  return {
    connectionString: url,
    application_name: 'billfold',
    connectionTimeoutMillis: connectMs,
    keepAlive: true,
    types: {
      // Numbers of 64 bits are times and counts here, and as exact as any other.
      getTypeParser: (type, format) => (type === types.builtins.INT8 ? Number : types.getTypeParser(type, format)),
    },
  };
}
