import { EnvHttpProxyAgent, Pool, type Dispatcher } from 'undici';
import type { Attempt } from '../core/operation-runner.js';
import type { Call } from '../core/request.js';
import { failure, MutationFailure, OutcomeUncertain, ProviderUnavailableError } from '../core/errors.js';
import { providerTitles, type WalletProvider } from '../core/provider.js';
import type { WireOptions } from '../core/provider-port.js';
import { headerText, parseJson, type Answer } from './answers.js';
import { AnswerLost, exchange, NotSent, type WireAnswer } from './exchange.js';
import type { TokenSource } from './oauth.js';
import { cleaned, sampleOf, spellings, textsIn } from './redaction.js';

/**
 * How every provider is spoken to. Each call has one deadline; every HTTP status is an answer; it throws only where
 * there is none. Nothing is repeated but a request that was refused for its token, once, with a new token.
 */

/** Most providers close idle connections after a minute or less; a request written into a closing one is lost. */
const keepAliveMs = 4_000;
const connectMs = 5_000;
const connections = 128;

export interface ClientOptions {
  readonly provider: WalletProvider;
  /** May carry a path prefix. */
  readonly baseUrl: string;
  /** Sent with every request. */
  readonly headers: Readonly<Record<string, string>>;
  /** What must never be seen in an error or a log, besides tokens. */
  readonly secrets: readonly string[];
  /** Where the bearer token comes from, if the provider wants one. */
  readonly token?: TokenSource;
  readonly wire: WireOptions;
}

/** A request's path: `text` is sent, `route` is logged. */
export interface Path {
  readonly text: string;
  readonly route: string;
}

/** Builds a path; what is put into it is encoded, and may not be a step upwards or nothing at all. */
export function path(strings: TemplateStringsArray, ...ids: readonly string[]): Path {
  for (const id of ids) if (/^\.*$/.test(id)) throw new Error('An id may not be empty or made of dots.');
  return {
    text: String.raw({ raw: strings }, ...ids.map(encodeURIComponent)),
    route: String.raw({ raw: strings }, ...ids.map(() => '{id}')),
  };
}

export interface Extras {
  readonly query?: Readonly<Record<string, string | null | undefined>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Secrets in this request alone. */
  readonly secrets?: readonly string[];
}

export interface Client {
  get(path: Path, call: Call, extras?: Extras): Promise<Answer>;
  post(path: Path, body: object | URLSearchParams, attempt: Attempt, extras?: Extras): Promise<Answer>;
  close(): Promise<void>;
}

/** RFC 7617: the user's name, a colon and the password. */
export function basicAuthorization(credentials: string): string {
  return `Basic ${Buffer.from(credentials).toString('base64')}`;
}

/** Connections to one origin, through the proxy that the environment names. */
export function connect(origin: string, wire: WireOptions): Dispatcher {
  const pool = { connections, connect: { timeout: connectMs }, keepAliveTimeout: keepAliveMs, pipelining: 1 };
  const hasProxy = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'].some(name => process.env[name]);
  return wire.useProxy && hasProxy ? new EnvHttpProxyAgent(pool) : new Pool(origin, pool);
}

export function openClient(options: ClientOptions): Client {
  const { provider, wire, token } = options;
  const base = new URL(options.baseUrl);
  const prefix = base.pathname.replace(/\/$/, '');
  const dispatcher = connect(base.origin, wire);
  const known = options.secrets.flatMap(spellings);
  const fixedHeaders = Object.entries({
    accept: 'application/json',
    'accept-encoding': 'identity',
    ...options.headers,
  }).flat();

  interface Sending {
    readonly method: 'GET' | 'POST';
    readonly path: Path;
    readonly body: object | URLSearchParams | null;
    readonly call: Call;
    readonly onSending?: () => void;
    readonly extras: Extras;
  }

  const send = async (sending: Sending): Promise<Answer> => {
    const deadline = performance.now() + wire.timeoutMs;
    const first = await sendWith(await token?.token(deadline), deadline, sending);
    if (first.answer.status !== 401 || token === undefined || first.token === undefined) return first.answer;
    // A request whose token was refused was not processed. Once more with a new one; a second 401 stands.
    token.refused(first.token);
    return (await sendWith(await token.token(deadline), deadline, sending)).answer;
  };

  const sendWith = async (bearer: string | undefined, deadline: number, sending: Sending) => {
    const { method, body, call, extras, onSending } = sending;
    const isRead = method === 'GET';
    const text = body === null ? null : body instanceof URLSearchParams ? body.toString() : JSON.stringify(body);
    const headers = [...fixedHeaders, ...Object.entries(extras.headers ?? {}).flat()];
    if (bearer !== undefined) headers.push('authorization', `Bearer ${bearer}`);
    if (body !== null) {
      headers.push(
        'content-type',
        body instanceof URLSearchParams ? 'application/x-www-form-urlencoded' : 'application/json',
      );
    }
    const since = performance.now();
    const called = (status: number | null, wasSent: boolean, answered: WireAnswer | null, error: unknown) =>
      wire.events.state('called', {
        request: call.request,
        provider,
        method,
        route: sending.path.route,
        status,
        wasSent,
        durationMs: performance.now() - since,
        providerRequestId: answered === null ? null : headerText(answered.headers, 'x-request-id'),
        error,
      });
    try {
      const answered = await exchange(dispatcher, {
        origin: base.origin,
        method,
        path: prefix + sending.path.text + queryText(extras.query),
        headers,
        body: text,
        deadline,
        maximumBytes: wire.maximumBytes,
        ...(onSending === undefined ? {} : { onSending }),
      });
      called(answered.status, true, answered, null);
      const ofThisCall = [...(extras.secrets ?? []), ...(bearer === undefined ? [] : [bearer])];
      const secrets = () => [...known, ...ofThisCall.flatMap(spellings)];
      return { token: bearer, answer: answerFrom(answered, isRead, secrets, body, call) };
    } catch (error) {
      called(error instanceof AnswerLost ? error.status : null, error instanceof AnswerLost, null, error);
      throw silence(error, provider, isRead);
    }
  };

  const answerFrom = (
    answered: WireAnswer,
    isRead: boolean,
    secrets: () => readonly string[],
    sent: object | URLSearchParams | null,
    call: Call,
  ): Answer => {
    const json = jsonFrom(answered);
    const clean = (text: string): string => cleaned(text, secrets()).slice(0, 500);
    return {
      provider,
      isRead,
      status: answered.status,
      headers: answered.headers,
      json,
      clean,
      reportUnreadable: () =>
        wire.events.state('unreadable', {
          request: call.request,
          provider,
          status: answered.status,
          sample: sampleOf(answered.body, json, [...secrets(), ...textsIn(sent)]),
        }),
    };
  };

  return {
    get: (to, call, extras = {}) => send({ method: 'GET', path: to, body: null, call, extras }),
    post: (to, body, attempt, extras = {}) =>
      send({ method: 'POST', path: to, body, call: attempt, extras, onSending: () => attempt.onSending() }),
    close: () => dispatcher.destroy(),
  };
}

/** What to throw where there is no answer. */
function silence(error: unknown, provider: WalletProvider, isRead: boolean): Error {
  if (error instanceof AnswerLost && !isRead) return new OutcomeUncertain(provider, null, error);
  if (!(error instanceof AnswerLost) && !(error instanceof NotSent)) return error as MutationFailure;
  const title = providerTitles[provider];
  const message =
    error instanceof NotSent ? `${title} cannot be reached; nothing was sent.` : `${title} did not answer.`;
  return failure(ProviderUnavailableError, { provider, message }, error);
}

/** The body where it is JSON and says so; undefined otherwise. We ask for no encoding, so an encoded body is not read. */
function jsonFrom({ headers, body }: WireAnswer): unknown {
  const type = headerText(headers, 'content-type');
  const isJson = type === null || /^application\/(?:[\w.+-]+\+)?json\b/i.test(type);
  const encoding = headerText(headers, 'content-encoding');
  if (!isJson || body.length === 0 || (encoding !== null && encoding !== 'identity')) return undefined;
  try {
    return parseJson(strictUtf8.decode(body));
  } catch {
    return undefined;
  }
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function queryText(query: Extras['query'] = {}): string {
  const given = Object.entries(query).filter((pair): pair is [string, string] => pair[1] != null);
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
}
