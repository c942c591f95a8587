import type { IncomingMessage, Server, ServerOptions, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { STATUS_CODES } from './node-http.js';
import { problem, type Reply } from './reply.js';

/** What a connection may cost: whoever is slow, silent or unreadable is cut off within 15 seconds. */

/** Node looks for slow clients only this often, so each limit below ends up to so much later. */
const checkingIntervalMs = 1_000;
/** From the first byte, or from connecting where none comes, to the end of the headers. */
const headersTimeoutMs = 10_000;
/** To the end of the body. */
const requestTimeoutMs = 13_000;
/** How long a connection may wait for its next request; Node adds a second, and tells the client the shorter time. */
const keepAliveMs = 10_000;
/** From the end of an answer until the operating system has all of it: it takes megabytes from us that nobody reads. */
const takingMs = 10_000;
/** How long we wait for the other side to close a connection that we have ended. */
const lingerMs = 2_000;

/** Of all headers together. Node's own limit, said here because the count below rests on it. */
const maximumHeaderBytes = 16 * 1024;
/** Clients send some 20. */
export const maximumHeaders = 100;
/** Ten thousand idle ones harm nobody; each takes some 10 kB and a file descriptor, which the providers need too. */
const maximumConnections = 15_000;

export const connectionOptions: ServerOptions = {
  headersTimeout: headersTimeoutMs,
  requestTimeout: requestTimeoutMs,
  connectionsCheckingInterval: checkingIntervalMs,
  keepAliveTimeout: keepAliveMs,
  maxHeaderSize: maximumHeaderBytes,
  requireHostHeader: false, // Node would refuse it with an empty body
};

/** Bounds the connections of a server. `isAnswering` says whether a whole request of that connection has no answer yet. */
export function boundConnections(server: Server, isAnswering: (socket: object) => boolean): void {
  server.maxConnections = maximumConnections;
  server.maxHeadersCount = 0; // Node would drop those beyond, whatever they say; the edge counts them and refuses
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    // Behind a request that has come whole and is being answered, this answer would be taken for that request's.
    if (!socket.writable || isAnswering(socket)) return void socket.destroy();
    const { status, body } = refusalOf(error);
    socket.end(
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\ncontent-type: application/json; charset=utf-8\r\n` +
        `x-content-type-options: nosniff\r\ncontent-length: ${body.length}\r\nconnection: close\r\n\r\n${body}`,
    );
    setTimeout(() => socket.destroy(), lingerMs).unref(); // it may never close its side
  });
}

function refusalOf({ code }: NodeJS.ErrnoException): Reply {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return problem(408, 'REQUEST_TIMEOUT', 'The request took too long to come.');
  if (code === 'HPE_HEADER_OVERFLOW') return tooManyHeaders();
  return problem(400, 'BAD_REQUEST', 'This is not an HTTP request that can be read.');
}

function tooManyHeaders(): Reply {
  const message = `Headers may be ${maximumHeaders} and have ${maximumHeaderBytes} bytes at most.`;
  return problem(431, 'REQUEST_HEADER_FIELDS_TOO_LARGE', message);
}

/** Ends the connection of a client that does not take its answer. To be called once the answer is written. */
export function cutOffSlowReader(response: ServerResponse<IncomingMessage>): void {
  const watch = (socket: Socket): void => {
    const timer = setTimeout(() => socket.destroy(), takingMs).unref();
    response.once('close', () => clearTimeout(timer));
  };
  if (response.destroyed || response.writableFinished) return;
  if (response.socket?.writableLength === 0) return; // it has all of it
  // Behind the answer to an earlier request it has no socket yet, and its time has not begun.
  if (response.socket === null) response.once('socket', watch);
  else watch(response.socket);
}
