import { request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import { connect } from 'node:net';

/** HTTP below `fetch`, which hides or forbids what these tests are about. */

export interface Asked {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string | Uint8Array;
}

export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** One request on a connection of its own, with any header. */
export function ask(url: string, { method = 'POST', path = '/graphql', headers = {}, body }: Asked): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const asked = request(new URL(path, url), { method, headers, agent: false }, response => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        asked.destroy();
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString('utf8'),
        });
      });
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

export const jsonHeaders = { 'content-type': 'application/json' };

/** A GraphQL request as most clients send it. */
export function post(url: string, body: unknown, headers: OutgoingHttpHeaders = {}): Promise<Answered> {
  const text = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
  return ask(url, { headers: { ...jsonHeaders, ...headers }, body: text });
}

/** Writes these bytes to a socket and gives what came back, until it is closed or `isEnough` says so. */
export function converse(
  url: string,
  bytes: string | Uint8Array,
  isEnough: (received: string) => boolean = () => false,
): Promise<string> {
  return new Promise(resolve => {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname.replace(/^\[|\]$/g, ''));
    let received = '';
    socket.on('connect', () => socket.write(bytes));
    socket.on('data', (chunk: Buffer) => {
      received += chunk.toString('latin1');
      if (isEnough(received)) socket.destroy();
    });
    socket.on('error', () => undefined); // a reset is one way of closing
    socket.on('close', () => resolve(received));
  });
}
