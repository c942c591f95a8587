import { EnvHttpProxyAgent, Pool, type Dispatcher } from 'undici';
import type { Attempt } from '../core/attempt.js';
import type { Call } from '../core/request.js';
import type { CallClass } from '../core/health.js';
import { namePattern } from '../core/ids.js';
import type { WireOptions } from '../core/provider-port.js';
import { retryAfterSeconds, type Answer } from './answers.js';
import { jsonFrom } from './contents.js';
import { exchange, type WireAnswer, type WireRequest } from './exchange.js';
import type { TokenSource } from './oauth.js';
import { failureWithoutAnswer, Reporting, type Reported, type ReportingOptions } from './reporting.js';
import { limits, Resilience, type Passage } from './resilience.js';
import { roomMs, silentAfterMs, unlessGone } from './waiting.js';

/**
 * How every provider is spoken to. Each call has one deadline; every HTTP status is an answer; it throws only where
 * there is none. What is sent again, waits, or is not sent at all is decided in `resilience`; only a request that was
 * refused for its token is repeated here, once, with a new token. What is told of it all is in `reporting`.
 */

/** Most providers close idle connections after a minute or less; a request written into a closing one is lost. */
const keepAliveMs = 4_000;
/** A host that does not take a connection by then will not do so within a caller's patience. */
const connectMs = 5_000;
/** One for each call that may be under way: reads never take a create's. */
const connections = limits.reads.atOnce + limits.writes.atOnce;

export interface ClientOptions extends ReportingOptions {
  /** May carry a path prefix. */
  readonly baseUrl: string;
  /** Sent with every request. */
  readonly headers: Readonly<Record<string, string>>;
  /** Where the bearer token comes from, if the provider wants one. */
  readonly token?: TokenSource | undefined;
}

/** A request's path: `text` is sent, `route` is logged. */
export interface Path {
  readonly text: string;
  readonly route: string;
}

/** A template is the same object each time that its line is run. */
const routes = new WeakMap<TemplateStringsArray, string>();

/** Builds a path. Ids were checked long before; here is the last place where one that leaves its segment is stopped. */
export function path(strings: TemplateStringsArray, ...ids: readonly string[]): Path {
  let route = routes.get(strings);
  if (route === undefined) {
    route = strings.join('{id}');
    routes.set(strings, route);
  }
  let text = strings[0] ?? '';
  for (let index = 0; index < ids.length; index += 1) {
    const id = ids[index] ?? '';
    if (!namePattern.test(id)) throw new Error('An id that is no path segment came this far.');
    text += encodeURIComponent(id) + (strings[index + 1] ?? '');
  }
  return { text, route };
}

export interface Extras {
  readonly query?: Readonly<Record<string, string | null | undefined>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** For a read that prepares a create or a change: it takes their places and circuit, so that no flood of reads is in its way. */
  readonly calls?: CallClass;
  /** For a read that can be done without: it waits for no pause, is sent once, and one that it is told of holds nobody else. */
  readonly isOptional?: boolean | undefined;
  /** For what is counted by each request that was answered: it is not sent again after a 429 that says when to come back. */
  readonly isSentOnce?: boolean;
}

/** RFC 7617: the user's name, a colon and the password. */
export function basicAuthorization(credentials: string): string {
  return `Basic ${Buffer.from(credentials).toString('base64')}`;
}

/** Connections to one origin, through the proxy that the environment names. */
export function connect(origin: string, wire: WireOptions): Dispatcher {
  if (wire.dispatcherTo !== undefined) return wire.dispatcherTo(origin) as Dispatcher; // the port promises one
  // HTTP/1.1: over HTTP/2 one broken connection would leave all creates on it unknown.
  const pool = {
    connections,
    connect: { timeout: connectMs },
    keepAliveTimeout: keepAliveMs,
    pipelining: 1,
    allowH2: false,
  };
  const hasProxy = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'].some(name => process.env[name]);
  return wire.useProxy && hasProxy ? new EnvHttpProxyAgent(pool) : new Pool(origin, pool);
}

interface Sending extends Reported {
  readonly to: Path;
  readonly extras: Extras;
  /** Of what changes something. */
  readonly attempt: Attempt | null;
}

const noExtras: Extras = {};

/** Headers of every request, by what its body is. */
interface UsualHeaders {
  readonly none: readonly string[];
  readonly json: readonly string[];
  readonly form: readonly string[];
}

/** One provider's API, with the credentials that open it. */
export class Client {
  readonly #options: ClientOptions;
  readonly #origin: string;
  /** Before every path. */
  readonly #prefix: string;
  readonly #dispatcher: Dispatcher;
  readonly #headers: UsualHeaders;
  readonly #reporting: Reporting;
  readonly #resilience: Resilience;

  constructor(options: ClientOptions) {
    const base = new URL(options.baseUrl);
    this.#options = options;
    this.#origin = base.origin;
    this.#prefix = base.pathname.replace(/\/$/, '');
    this.#dispatcher = connect(base.origin, options.wire);
    const usual = { accept: 'application/json', 'accept-encoding': 'identity' };
    const none = Object.entries({ ...usual, ...options.headers }).flat();
    this.#headers = {
      none,
      json: [...none, 'content-type', 'application/json'],
      form: [...none, 'content-type', 'application/x-www-form-urlencoded'],
    };
    this.#reporting = new Reporting(options);
    this.#resilience = new Resilience(options.provider, options.wire);
  }

  get(to: Path, call: Call, extras: Extras = noExtras): Promise<Answer> {
    return this.#send({ method: 'GET', to, body: null, call, extras, attempt: null });
  }

  post(to: Path, body: object | URLSearchParams, attempt: Attempt, extras: Extras = noExtras): Promise<Answer> {
    return this.#send({ method: 'POST', to, body, call: attempt, extras, attempt });
  }

  put(to: Path, body: object, attempt: Attempt, extras: Extras = noExtras): Promise<Answer> {
    return this.#send({ method: 'PUT', to, body, call: attempt, extras, attempt });
  }

  patch(to: Path, body: object, attempt: Attempt, extras: Extras = noExtras): Promise<Answer> {
    return this.#send({ method: 'PATCH', to, body, call: attempt, extras, attempt });
  }

  delete(to: Path, attempt: Attempt, extras: Extras = noExtras): Promise<Answer> {
    return this.#send({ method: 'DELETE', to, body: null, call: attempt, extras, attempt });
  }

  close(): Promise<void> {
    this.#resilience.close();
    return this.#dispatcher.destroy();
  }

  #send(sending: Sending): Promise<Answer> {
    const { provider, wire } = this.#options;
    const { call, extras } = sending;
    const isRead = sending.method === 'GET';
    const passage: Passage = {
      calls: extras.calls ?? (isRead ? 'reads' : 'writes'),
      isRead,
      isOptional: extras.isOptional ?? false,
      isSentOnce: extras.isSentOnce ?? false,
      deadline: Math.min(call.deadline ?? Number.POSITIVE_INFINITY, wire.clock.monotonic() + wire.timeoutMs),
      signal: isRead ? call.signal : undefined,
    };
    return this.#resilience
      .run(passage, () => this.#sendWithToken(sending, passage))
      .catch((error: unknown) => {
        throw failureWithoutAnswer(error, provider, isRead);
      });
  }

  #sendWithToken(sending: Sending, passage: Passage): Promise<Answer> {
    const { token } = this.#options;
    return token === undefined
      ? this.#sendOnce(sending, null, passage)
      : this.#sendWithTokenOf(token, sending, passage);
  }

  async #sendWithTokenOf(token: TokenSource, sending: Sending, passage: Passage): Promise<Answer> {
    const { deadline, signal } = passage;
    const bearer = await unlessGone(token.token(deadline), signal);
    this.#resilience.admit(passage);
    const answer = await this.#sendOnce(sending, bearer, passage);
    // A request whose token was refused was not processed. Once more with a new one; a second 401 stands.
    if (answer.status !== 401 || !token.refused(bearer)) return answer;
    const renewed = await unlessGone(token.token(deadline), signal);
    this.#resilience.admit(passage);
    return this.#sendOnce(sending, renewed, passage);
  }

  #sendOnce(sending: Sending, bearer: string | null, passage: Passage): Promise<Answer> {
    const since = this.#options.wire.clock.monotonic();
    return exchange(this.#dispatcher, this.#requestOf(sending, bearer, passage)).then(
      answered => {
        this.#reporting.called(sending, { since, bearer, answered, error: null });
        return this.#answerFrom(answered, sending, bearer);
      },
      (error: unknown) => {
        this.#reporting.called(sending, { since, bearer, answered: null, error });
        throw error;
      },
    );
  }

  #requestOf(sending: Sending, bearer: string | null, { deadline, signal }: Passage): WireRequest {
    const { method, to, body, extras, attempt } = sending;
    const { clock, timeoutMs, maximumBytes } = this.#options.wire;
    return {
      origin: this.#origin,
      method,
      path: this.#prefix + to.text + queryText(extras.query),
      headers: this.#headersOf(sending, bearer),
      body: body === null ? null : isForm(body) ? body.toString() : JSON.stringify(body),
      clock,
      deadline,
      roomMs: method === 'GET' ? 0 : roomMs(timeoutMs), // a read that comes too late does no harm
      silentAfterMs: silentAfterMs(timeoutMs),
      maximumBytes,
      signal,
      onSending: attempt === null ? undefined : () => attempt.onSending(),
    };
  }

  #headersOf({ body, extras }: Sending, bearer: string | null): readonly string[] {
    const usual = body === null ? this.#headers.none : isForm(body) ? this.#headers.form : this.#headers.json;
    if (bearer === null && extras.headers === undefined) return usual;
    const headers = [...usual, ...Object.entries(extras.headers ?? {}).flat()];
    if (bearer !== null) headers.push('authorization', `Bearer ${bearer}`);
    return headers;
  }

  #answerFrom(answered: WireAnswer, sending: Sending, bearer: string | null): Answer {
    const { provider, wire } = this.#options;
    const { status, headers } = answered;
    const json = jsonFrom(answered);
    return {
      provider,
      isRead: sending.method === 'GET',
      status,
      headers,
      retryAfterSeconds: retryAfterSeconds(headers, wire.clock.now()),
      json,
      clean: text => this.#reporting.cleaned(text, sending.call, bearer),
      reportUnreadable: () => this.#reporting.unreadable(sending, { bearer, answered, json }),
      reportDisputed: field => this.#reporting.disputed(sending, field),
    };
  }
}

function isForm(body: object): body is URLSearchParams {
  return body instanceof URLSearchParams;
}

function queryText(query: Extras['query']): string {
  if (query === undefined) return '';
  const given = Object.entries(query).filter((pair): pair is [string, string] => pair[1] != null);
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
}
