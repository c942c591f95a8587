import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher } from 'undici';
import { z } from 'zod';
import { within } from '../core/clock.js';
import { make } from '../core/codec.js';
import {
  ProviderAccessDeniedError,
  ProviderErrorResponse,
  ProviderUnavailableError,
  RateLimitedError,
} from '../core/errors.js';
import { DeadlinePassed, failure, MutationFailure } from '../core/failures.js';
import { providerTitles, type WalletProvider } from '../core/provider.js';
import type { WireOptions } from '../core/provider-port.js';
import { headerText, retryAfterSeconds } from './answers.js';
import { AnswerLost, exchange, NotSent, type WireAnswer } from './exchange.js';
import { roomMs, silentAfterMs } from './waiting.js';

/** An access token and where it comes from. */
export interface TokenSource {
  /** A token that is still good, or one that is fetched: all who need it share one fetch. */
  token(deadline: number): Promise<string>;
  /** Told that the provider refused this token. Answers whether another one may help, which `token` then gives. */
  refused(token: string): boolean;
}

export interface ClientCredentials {
  readonly provider: WalletProvider;
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where the credentials go: RFC 6749 section 2.3.1, an Authorization header or the body. */
  readonly clientAuthentication: 'basic' | 'post';
  readonly dispatcher: Dispatcher;
  readonly wire: WireOptions;
}

/** A token is not used in its last minute: it must outlive the call that it goes with. */
const marginSeconds = 60;
/** A renewal that failed is tried again after this at the earliest: the old token still serves. */
const renewalPauseMs = 5_000;
/** For half of its life, and no longer than this, a token that is refused was not refused for its age. */
const longestYouthMs = 5_000;
/** Where a provider does not say how long a token lives. A 401 corrects a wrong guess. */
const unsaidSeconds = 300;
/** However long a provider says: a key may be withdrawn, and a clock may be wrong. */
const longestSeconds = 86_400;

/** RFC 6750 section 2.1 allows less; anything else could not travel in a header. */
const accessToken = z.string().regex(/^[\x21-\x7e]+$/);
const tokenAnswer = z.object({ access_token: accessToken, expires_in: z.unknown().optional() });

/** Client credentials grant, RFC 6749 section 4.4. */
export function clientCredentials(options: ClientCredentials): TokenSource {
  const { provider, wire, tokenUrl, clientId, clientSecret } = options;
  const { clock } = wire;
  const { now } = clock;
  const url = new URL(tokenUrl);
  const form = new URLSearchParams({ grant_type: 'client_credentials' });
  const headers = ['content-type', 'application/x-www-form-urlencoded', 'accept', 'application/json'];
  if (options.clientAuthentication === 'basic') {
    // As PingOne documents it, without the form encoding that RFC 6749 asks for first.
    const credentials = `${clientId}:${clientSecret}`;
    headers.push('authorization', `Basic ${Buffer.from(credentials).toString('base64')}`);
  } else {
    form.set('client_id', clientId);
    form.set('client_secret', clientSecret);
  }

  let held: HeldToken | null = null;
  let fetching: Promise<string> | null = null;
  let renewableAt = Number.NEGATIVE_INFINITY;

  const fetchToken = async (deadline: number): Promise<string> => {
    const since = clock.monotonic();
    try {
      const answer = await exchange(options.dispatcher, {
        origin: url.origin,
        method: 'POST',
        path: url.pathname + url.search,
        headers,
        body: form.toString(),
        clock,
        deadline,
        roomMs: 0,
        silentAfterMs: silentAfterMs(wire.timeoutMs),
        maximumBytes: wire.maximumBytes,
      });
      const { token, seconds } = tokenFrom(answer, provider, now());
      const usable = Math.max(0, seconds - marginSeconds);
      const endsAt = now() + (usable > 0 ? usable : seconds) * 1000;
      // Renewed ahead of its end, at a moment that differs between replicas; one that lives so short, half-way.
      const renewAt = now() + (usable > 0 ? usable * (0.8 + wire.random() * 0.1) : seconds / 2) * 1000;
      held = {
        token,
        cameAt: clock.monotonic(),
        endsAt,
        renewAt,
        isYoungForMs: Math.min(longestYouthMs, seconds * 500),
      };
      wire.events.emit('tokenFetched', {
        tenant: wire.tenant,
        provider,
        durationMs: clock.monotonic() - since,
        expiresInSeconds: seconds,
      });
      return token;
    } catch (error) {
      const status = error instanceof MutationFailure ? (error.error.providerResponse?.httpStatus ?? null) : null;
      renewableAt = clock.monotonic() + Math.max(renewalPauseMs, secondsAskedFor(error) * 1000);
      wire.events.emit('tokenFetchFailed', {
        tenant: wire.tenant,
        provider,
        durationMs: clock.monotonic() - since,
        status,
        error,
      });
      // One failure for all who wait, so that it counts as one.
      const message = noToken(provider);
      throw error instanceof MutationFailure ? error : failure(ProviderUnavailableError, { provider, message }, error);
    }
  };
  /** Ends with the deadline of whoever begins it. */
  const begin = (deadline: number): Promise<string> =>
    (fetching = fetchToken(deadline).finally(() => (fetching = null)));

  /** Somebody else's fetch, which may end too early for who has more time: then that one begins the next. */
  const join = async (fetch: Promise<string>, deadline: number): Promise<string> => {
    const leftMs = Math.max(0, deadline - clock.monotonic());
    try {
      return await within(clock, leftMs, fetch, () => {
        throw failure(ProviderUnavailableError, { provider, message: noToken(provider) }, notAsked());
      });
    } catch (error) {
      fetch.catch(() => undefined); // it goes on for others
      if (!hadTooLittleTime(error) || clock.monotonic() + roomMs(wire.timeoutMs) > deadline) throw error;
      return tokenBy(deadline);
    }
  };
  const tokenBy = async (deadline: number): Promise<string> => {
    if (held === null || now() >= held.endsAt) return fetching === null ? begin(deadline) : join(fetching, deadline);
    const isDue = now() >= held.renewAt && clock.monotonic() >= renewableAt;
    if (isDue && fetching === null) begin(deadline).catch(() => undefined); // the old one serves meanwhile
    return held.token;
  };

  return {
    token: tokenBy,
    refused(token) {
      if (held?.token !== token) return true; // there is another one already, or soon
      if (clock.monotonic() - held.cameAt < held.isYoungForMs) return false;
      held = null;
      return true;
    },
  };
}

interface HeldToken {
  readonly token: string;
  /** On the monotonic clock. */
  readonly cameAt: number;
  readonly renewAt: number;
  readonly endsAt: number;
  /** So young, it is not refused for its age: another one would be, too. */
  readonly isYoungForMs: number;
}

/** Whoever gave up asked nobody, so that it says nothing of the provider. */
function notAsked(): NotSent {
  return new NotSent(new DeadlinePassed());
}

/** Whether a fetch ended with its own deadline. */
function hadTooLittleTime(error: unknown): boolean {
  const cause = error instanceof MutationFailure ? error.cause : null;
  return (cause instanceof NotSent || cause instanceof AnswerLost) && cause.cause instanceof DeadlinePassed;
}

function secondsAskedFor(error: unknown): number {
  const isRateLimit = error instanceof MutationFailure && error.error instanceof RateLimitedError;
  return isRateLimit ? (error.error.retryAfterSeconds ?? 0) : 0;
}

function tokenFrom(answer: WireAnswer, provider: WalletProvider, now: number): { token: string; seconds: number } {
  const title = providerTitles[provider];
  const { status, headers } = answer;
  const body = json(answer.body);
  const common = { provider, providerResponse: refusalFrom(status, headers, body) };
  if (status === 429) {
    const message = `${title} issues no further token for now.`;
    throw failure(RateLimitedError, { ...common, message, retryAfterSeconds: retryAfterSeconds(headers, now) });
  }
  if (status >= 400 && status < 500 && status !== 408) {
    throw failure(ProviderAccessDeniedError, { ...common, message: `${title} refused the gateway's credentials.` });
  }
  const parsed = status < 300 ? tokenAnswer.safeParse(body) : null;
  if (parsed?.success !== true) throw failure(ProviderUnavailableError, { ...common, message: noToken(provider) });
  return { token: parsed.data.access_token, seconds: lifetimeSeconds(parsed.data.expires_in, now) };
}

const oauthError = z.object({ error: z.string().regex(/^\w{1,64}$/) });

/** RFC 6749 section 5.2: one word says what is wrong. What is described beside it may quote the credentials. */
function refusalFrom(httpStatus: number, headers: IncomingHttpHeaders, body: unknown): ProviderErrorResponse {
  const code = oauthError.safeParse(body).data?.error ?? null;
  const requestId =
    headerText(headers, 'x-request-id')
      ?.replace(/\P{ASCII}|\p{Cc}/gu, '')
      .slice(0, 128) ?? null;
  return make(ProviderErrorResponse, { httpStatus, code, message: null, requestId, details: [] });
}

/** Seconds, in any spelling; above 10^9 it is taken for a moment in Unix time. */
function lifetimeSeconds(expiresIn: unknown, now: number): number {
  const number = typeof expiresIn === 'number' || typeof expiresIn === 'string' ? Number(expiresIn) : Number.NaN;
  if (!Number.isFinite(number) || number <= 0) return unsaidSeconds;
  const seconds = number > 1e9 ? number - now / 1000 : number;
  return Math.min(longestSeconds, Math.max(0, seconds));
}

function noToken(provider: WalletProvider): string {
  return `${providerTitles[provider]} issues no token at present, so nothing was sent.`;
}

function json(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
