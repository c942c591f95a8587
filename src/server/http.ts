import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { GraphQLRequest } from '@apollo/server';
import { systemClock } from '../core/clock.js';
import type { Authenticate, Authenticated, Principal } from '../core/principal.js';
import type { Call, RequestRecord } from '../core/request.js';
import type { Executed } from './apollo.js';
import { boundConnections, connectionOptions, cutOffSlowReader } from './connections.js';
import { openFarewell, whatHasArrived } from './farewell.js';
import { framingProblem, pathOf, timesSent } from './framing.js';
import { acceptsGraphqlResponse, BadRequest, graphqlRequestFrom } from './graphql-over-http.js';
import { createServer } from './node-http.js';
import { corsHeaders } from './origins.js';
import { problem, type Reply } from './reply.js';
import type { RequestLog } from './telemetry.js';
import type { TrustedDocuments } from './trusted-documents.js';

/**
 * The edge: everything about HTTP, on `node:http` alone. Whatever is wrong with a request is answered as JSON with
 * `errors`, never as HTML and never with a stack.
 */

export interface Page {
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface EdgeOptions {
  readonly host: string;
  readonly port: number;
  /** Against DNS rebinding: a page on another site cannot reach a local gateway under a name of its own. */
  readonly allowedHosts: readonly string[];
  /** Whose pages may call from a browser, besides our own. */
  readonly corsOrigins: readonly string[];
  readonly page: Page | null;
  readonly authenticate: Authenticate;
  /** Null where documents come as text alone. */
  readonly trusted: TrustedDocuments | null;
  readonly execute: (asked: GraphQLRequest, by: Asking) => Promise<Executed>;
  readonly isReady: () => Promise<boolean>;
  readonly log: RequestLog;
  readonly broke: (error: unknown, request: RequestRecord) => void;
}

/** Who asks, and how. */
export interface Asking {
  readonly call: Call;
  readonly principal: Principal;
  readonly method: string;
}

interface Connection {
  /** The request that is being answered on it. */
  answering: IncomingMessage | null;
  /** Nobody can tell where the next request begins on it. */
  isDistrusted: boolean;
}

/** A call whose `signal` aborts when the client hangs up before its answer. */
class HeardCall implements Call {
  readonly request: RequestRecord;
  #hangUp: AbortController | null = null;
  #wasHungUp = false;

  constructor(request: RequestRecord) {
    this.request = request;
  }

  /** Made when it is asked for: what changes something does not heed it. */
  get signal(): AbortSignal {
    if (this.#hangUp === null) {
      this.#hangUp = new AbortController();
      if (this.#wasHungUp) this.#hangUp.abort();
    }
    return this.#hangUp.signal;
  }

  hungUp(): void {
    this.#wasHungUp = true;
    this.#hangUp?.abort();
  }
}

/** How long answers under way may take when the gateway stops. */
const drainMs = 15_000;

export interface Edge {
  readonly url: string;
  /**
   * From now on every answer is the last one on its connection. Resolves when nobody is connected any more or that has taken
   * long enough; new connections are answered meanwhile.
   */
  takeLeave(hurry: AbortSignal): Promise<void>;
  stop(): Promise<void>;
}

export async function startEdge(options: EdgeOptions): Promise<Edge> {
  let isStopping = false;
  /** Why somebody was not let in. */
  const refusals = new WeakMap<IncomingMessage, string>();
  const connections = new WeakMap<object, Connection>();
  const connectionOf = (socket: object): Connection => {
    const known = connections.get(socket);
    if (known !== undefined) return known;
    const connection = { answering: null, isDistrusted: false };
    connections.set(socket, connection);
    return connection;
  };

  const server = createServer(connectionOptions, (request, response) => void answer(request, response));
  server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) => void answer(request, response));
  boundConnections(server, socket => connections.get(socket)?.answering?.complete === true);
  const farewell = openFarewell(server, systemClock);

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const since = performance.now();
    const connection = connectionOf(request.socket);
    if (connection.isDistrusted) return; // it came along with the one before, whose answer closes the connection
    const framing = framingProblem(request);
    if (framing !== null) connection.isDistrusted = true;
    connection.answering = request;
    const record = options.log.began(requestIdOf(request));
    const call = new HeardCall(record);
    response.on('close', () => {
      if (!response.writableEnded) call.hungUp();
      if (connection.answering === request) connection.answering = null; // the next one may be under way already
    });
    let reply: Reply;
    try {
      if (framing !== null) throw framing;
      reply = await replyTo(request, call);
    } catch (error) {
      if (!(error instanceof BadRequest)) options.broke(error, record);
      reply =
        error instanceof BadRequest
          ? problem(error.status, error.code, error.message, error.headers)
          : problem(500, 'INTERNAL_SERVER_ERROR', 'Internal server error');
    }
    if (!request.complete) await new Promise(setImmediate); // its body may have come along, and need not end the connection
    const { status, body } = reply;
    const wasHungUp = response.destroyed;
    // What was not read of a refused request would be taken for the next one.
    const isLast = isStopping || !request.complete;
    response.writeHead(status, headLines(reply, corsHeaders(request, options.corsOrigins), record, isLast));
    response.end(request.method === 'HEAD' ? undefined : body);
    cutOffSlowReader(response);
    options.log.ended(record, {
      method: request.method ?? '',
      status,
      operationName: reply.operationName ?? null,
      tenant: reply.tenant ?? null,
      refused: refusals.get(request) ?? null,
      durationMs: performance.now() - since,
      wasHungUp,
    });
  };

  const replyTo = async (request: IncomingMessage, call: HeardCall): Promise<Reply> => {
    const path = pathOf(request);
    if (path === '/healthz') return { status: 200, body: '{"status":"alive"}' };
    if (path === '/readyz') {
      return (await options.isReady())
        ? { status: 200, body: '{"status":"ready"}' }
        : { status: 503, body: '{"status":"not ready"}' };
    }
    if (!isAllowedHost(request.headers.host)) {
      throw new BadRequest(421, 'MISDIRECTED_REQUEST', 'This gateway is not known under that name: see ALLOWED_HOSTS.');
    }
    if (path === '/graphql') return graphql(request, call);
    if (path === '/' && options.page !== null) {
      if (request.method !== 'GET' && request.method !== 'HEAD') throw methodNotAllowed('GET, HEAD');
      return { status: 200, headers: options.page.headers, body: options.page.html };
    }
    throw new BadRequest(404, 'NOT_FOUND', 'There is nothing here. GraphQL is at /graphql.');
  };

  const graphql = async (request: IncomingMessage, call: HeardCall): Promise<Reply> => {
    if (request.method === 'OPTIONS') return { status: 204, body: '' }; // browsers send no token with a pre-flight
    // Before anything else is looked at: a stranger learns nothing.
    const known = authenticated(request);
    const principal = known instanceof Promise ? await known : known;
    if (request.method !== 'POST' && request.method !== 'GET') throw methodNotAllowed('GET, POST, OPTIONS');
    const usesGraphqlResponse = acceptsGraphqlResponse(request.headers.accept);
    const { graphql: asked, isText } = await graphqlRequestFrom(request, options.trusted);
    const executed = await options.execute(asked, { call, principal, method: request.method });
    const { operationName } = executed;
    // What is no document of this schema has no name by now, and is refused in any case: it is not worth a line.
    if (isText && operationName !== null) {
      options.trusted?.cameAsText({ text: asked.query ?? '', operationName, request: call.request });
    }
    const headers = usesGraphqlResponse ? newerHeaders : olderHeaders;
    return {
      // Clients that know only application/json take any 4xx for a broken server: they get 200 with `errors`.
      status: executed.status === 400 && !usesGraphqlResponse ? 200 : executed.status,
      headers: executed.status === 405 ? { ...headers, allow: 'POST' } : headers,
      body: executed.body,
      operationName,
      tenant: principal.tenant,
    };
  };

  const authenticated = (request: IncomingMessage): Principal | Promise<Principal> => {
    // Of two, Node takes the first: whoever stands in front of this gateway may have looked at the other.
    if (timesSent(request, 'authorization') > 1) throw unauthenticated();
    const tellWhy = (reason: string): void => void refusals.set(request, reason);
    const outcome = options.authenticate(request.headers.authorization, tellWhy);
    return outcome instanceof Promise ? outcome.then(principalOf) : principalOf(outcome);
  };

  const isAllowedHost = (host = ''): boolean =>
    options.allowedHosts.includes(host.toLowerCase().replace(/:\d{1,5}$/, ''));

  await new Promise<void>((resolve, reject) => {
    server.once('error', ({ message }) => reject(new Error(`Billfold cannot listen (HOST, PORT): ${message}.`)));
    server.listen(options.port, options.host, () => resolve());
  });
  const { port } = server.address() as AddressInfo; // it listens on a port, not on a pipe

  return {
    url: `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}`,
    takeLeave(hurry) {
      isStopping = true;
      return farewell(hurry);
    },
    async stop() {
      isStopping = true;
      await whatHasArrived();
      const closed = new Promise<void>(resolve => server.close(() => resolve()));
      server.closeIdleConnections();
      const timer = setTimeout(() => server.closeAllConnections(), drainMs);
      await closed;
      clearTimeout(timer);
    },
  };
}

const newerHeaders = {
  'content-type': 'application/graphql-response+json; charset=utf-8',
  'cache-control': 'no-store',
};
const olderHeaders = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };

/** Names and values in turn, each name once: Node would write one twice that stands there twice. */
function headLines(
  { status, headers = {}, body }: Reply,
  cors: Readonly<Record<string, string>>,
  { id }: RequestRecord,
  isLast: boolean,
): string[] {
  const lines = ['x-request-id', id];
  if (status !== 204) lines.push('content-length', String(Buffer.byteLength(body))); // RFC 9110, section 8.6, forbids it there
  for (const name in headers) lines.push(name, headers[name] ?? '');
  for (const name in cors) lines.push(name, cors[name] ?? '');
  if (!('content-type' in headers)) lines.push('content-type', 'application/json; charset=utf-8');
  if (!('x-content-type-options' in headers)) lines.push('x-content-type-options', 'nosniff');
  if (isLast && !('connection' in headers)) lines.push('connection', 'close');
  return lines;
}

function principalOf(outcome: Authenticated): Principal {
  if (outcome === 'refused') throw unauthenticated();
  if (outcome !== 'unavailable') return outcome;
  const message = 'Tokens cannot be checked at present.';
  throw new BadRequest(503, 'AUTHENTICATION_UNAVAILABLE', message, { 'retry-after': '5' });
}

/** For nobody we know: the same whatever is wrong with the token, and whatever was asked. */
export function unauthenticated(): BadRequest {
  return new BadRequest(401, 'UNAUTHENTICATED', 'This needs a valid bearer token.', { 'www-authenticate': 'Bearer' });
}

function methodNotAllowed(allow: string): BadRequest {
  return new BadRequest(405, 'METHOD_NOT_ALLOWED', 'This method is not allowed here.', { allow });
}

/** The client's own id where it has a usable one, so that both sides' logs can be joined. */
function requestIdOf(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && /^[\w.:/+=@-]{1,128}$/.test(given) ? given : randomUUID();
}
