import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher } from 'undici';
import { z } from 'zod';
import { within, type Clock } from '../core/clock.js';
import { make } from '../core/codec.js';
import {
  ProviderAccessDeniedError,
  ProviderErrorResponse,
  ProviderUnavailableError,
  RateLimitedError,
} from '../core/errors.js';
import { failure, MutationFailure } from '../core/failures.js';
import { providerTitles, type WalletProvider } from '../core/provider.js';
import type { WireOptions } from '../core/provider-port.js';
import { headerText, retryAfterSeconds } from './answers.js';
import { exchange, type WireAnswer } from './exchange.js';

/** An access token and where it comes from. */
export interface TokenSource {
  /** A token that is still good; waits for one fetch at the most, which all who need it share. */
  token(deadline: number): Promise<string>;
  /** Told that the provider refused this token: the next one is fetched anew. */
  refused(token: string): void;
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

  let held: { readonly token: string; readonly renewAt: number; readonly endsAt: number } | null = null;
  let fetching: Promise<string> | null = null;

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
        maximumBytes: wire.maximumBytes,
      });
      const { token, seconds } = tokenFrom(answer, provider, now());
      const usable = Math.max(0, seconds - marginSeconds);
      const endsAt = now() + (usable > 0 ? usable : seconds) * 1000;
      // Renewed ahead of its end, at a moment that differs between replicas.
      held = { token, endsAt, renewAt: now() + usable * 1000 * (0.8 + wire.random() * 0.1) };
      wire.events.emit('tokenFetched', { provider, durationMs: clock.monotonic() - since, expiresInSeconds: seconds });
      return token;
    } catch (error) {
      const status = error instanceof MutationFailure ? (error.error.providerResponse?.httpStatus ?? null) : null;
      wire.events.emit('tokenFetchFailed', { provider, durationMs: clock.monotonic() - since, status, error });
      // One failure for all who wait, so that it counts as one.
      const message = noToken(provider);
      throw error instanceof MutationFailure ? error : failure(ProviderUnavailableError, { provider, message }, error);
    }
  };
  /** Ends with its first caller's deadline, so that nobody who comes after it waits for a fetch that is over. */
  const renew = (deadline: number): Promise<string> =>
    (fetching ??= fetchToken(deadline).finally(() => (fetching = null)));

  return {
    async token(deadline) {
      if (held !== null && now() < held.endsAt) {
        if (now() >= held.renewAt) renew(deadline).catch(() => undefined); // the old one serves meanwhile
        return held.token;
      }
      return untilDeadline(clock, renew(deadline), deadline, provider);
    },
    refused(token) {
      if (held?.token === token) held = null;
    },
  };
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

/** The fetch goes on for others when one caller's time is over. */
async function untilDeadline(
  clock: Clock,
  token: Promise<string>,
  deadline: number,
  provider: WalletProvider,
): Promise<string> {
  try {
    return await within(clock, Math.max(0, deadline - clock.monotonic()), token, () => {
      throw new Error('The deadline passed.');
    });
  } catch (error) {
    token.catch(() => undefined);
    // Whatever went wrong here, nothing was sent to the provider's own service.
    throw error instanceof MutationFailure
      ? error
      : failure(ProviderUnavailableError, { provider, message: noToken(provider) }, error);
  }
}

function json(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
