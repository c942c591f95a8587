import type { IncomingMessage } from 'node:http';

/**
 * Pages of which origins a browser lets read our answers: those that are named, and no others. Without any, no header
 * says so, and every browser refuses.
 */
export function corsHeaders({ headers, method }: IncomingMessage, origins: readonly string[]): Record<string, string> {
  if (origins.length === 0) return {};
  const { origin } = headers;
  if (origin === undefined || !origins.includes(origin)) return { vary: 'origin' };
  return {
    vary: 'origin',
    'access-control-allow-origin': origin,
    'access-control-expose-headers': 'retry-after, x-request-id',
    ...(method === 'OPTIONS' ? preflightHeaders : {}),
  };
}

/** Never credentials: nothing here is told by a cookie. */
const preflightHeaders: Readonly<Record<string, string>> = {
  'access-control-allow-methods': 'GET, POST',
  'access-control-allow-headers':
    'accept, apollo-require-preflight, authorization, content-type, x-apollo-operation-name, x-request-id',
  'access-control-allow-private-network': 'true',
  'access-control-max-age': '600',
};
