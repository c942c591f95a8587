import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, Server } from 'node:http';
import type { WireRequest } from './wire.js';

export interface ListenOptions {
  readonly port?: number;
  /** With a port: take any free one where it is taken. */
  readonly otherwiseFree?: boolean;
  /** A path before all others, as a base URL behind a proxy has. */
  readonly pathPrefix?: string;
}

/** No provider's request comes near it; more is a mistake of the sender. */
const bodyLimitBytes = 1024 * 1024;

/** Longer than any client keeps a connection, so that the simulator never closes one under a request. */
const keepAliveMs = 120_000;

/** A brace takes one segment, even an empty one: Moov has an answer for an empty account id. */
export function match(template: string, path: string): Record<string, string> | undefined {
  const wanted = template.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const segment = given[index] ?? '';
    if (!part.startsWith('{')) {
      if (part !== segment) return undefined;
      continue;
    }
    try {
      parameters[part.slice(1, -1)] = decodeURIComponent(segment);
    } catch {
      return undefined;
    }
  }
  return parameters;
}

export function requestFrom(incoming: IncomingMessage, body: string, pathPrefix: string): WireRequest {
  const [path = '', query = ''] = splitOnce(incoming.url ?? '/', '?');
  const headers = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)] as const);
  return {
    method: incoming.method ?? 'GET',
    path: path.startsWith(`${pathPrefix}/`) ? path.slice(pathPrefix.length) : `outside ${pathPrefix}: ${path}`,
    parameters: {},
    query: Object.fromEntries(new URLSearchParams(query)),
    headers: Object.fromEntries(headers),
    body,
    baseUrl: `http://${incoming.headers.host ?? '127.0.0.1'}${pathPrefix}`,
  };
}

function splitOnce(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + mark.length)];
}

export async function bodyOf(incoming: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= bodyLimitBytes) chunks.push(chunk);
  }
  return bytes > bodyLimitBytes ? undefined : Buffer.concat(chunks).toString();
}

export function listen(listener: RequestListener, { port = 0, otherwiseFree = false }: ListenOptions): Promise<Server> {
  const server = createServer(listener);
  server.keepAliveTimeout = keepAliveMs;
  return new Promise((resolve, reject) => {
    server.once('error', (problem: NodeJS.ErrnoException) => {
      if (otherwiseFree && problem.code === 'EADDRINUSE') resolve(listen(listener, {}));
      else reject(problem);
    });
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

export function close(server: Server): Promise<void> {
  return new Promise(resolve => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
