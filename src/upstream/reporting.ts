import { ProviderUnavailableError } from '../core/errors.js';
import { CallerGone, DeadlinePassed, failure, LeaseOver, OutcomeUncertain } from '../core/failures.js';
import { providerTitles, type WalletProvider } from '../core/provider.js';
import type { WireOptions } from '../core/provider-port.js';
import type { Call } from '../core/request.js';
import { requestIdOf } from './contents.js';
import { AnswerLost, NotSent, type Method, type WireAnswer } from './exchange.js';
import { cleaned, sampleOf, sentTexts, spellings } from './redaction.js';
import { Stopping } from './waiting.js';

/**
 * What is told of a call: as facts, to those who listen, and as a failure, to the caller. No secret is in either, and no
 * fact quotes the body that was sent.
 */

export interface ReportingOptions {
  readonly provider: WalletProvider;
  /** What must never be seen in an error or a log, besides tokens. */
  readonly secrets: readonly string[];
  readonly wire: WireOptions;
}

/** What was, or would have been, sent. */
export interface Reported {
  readonly method: Method;
  readonly to: { readonly route: string };
  readonly body: object | URLSearchParams | null;
  readonly call: Call;
}

/** How one sending ended. */
export interface Ended {
  /** On the monotonic clock. */
  readonly since: number;
  readonly bearer: string | null;
  readonly answered: WireAnswer | null;
  readonly error: unknown;
}

/** An answer that could not be read, and what its body is as JSON. */
export interface Unread {
  readonly bearer: string | null;
  readonly answered: WireAnswer;
  readonly json: unknown;
}

/** Of one provider's calls. */
export class Reporting {
  readonly #provider: WalletProvider;
  readonly #wire: WireOptions;
  /** In all their spellings. */
  readonly #secrets: readonly string[];
  #latestBearer: { readonly bearer: string; readonly spelt: readonly string[] } | null = null;

  constructor({ provider, secrets, wire }: ReportingOptions) {
    this.#provider = provider;
    this.#wire = wire;
    this.#secrets = secrets.flatMap(spellings);
  }

  /** States that the provider was called, or could not be. */
  called({ method, to, body, call }: Reported, { since, bearer, answered, error }: Ended): void {
    const { clock, events, tenant } = this.#wire;
    const isLost = error instanceof AnswerLost;
    events.emit('called', {
      request: call.request,
      tenant,
      provider: this.#provider,
      method,
      route: to.route,
      status: isLost ? error.status : (answered?.status ?? null),
      wasSent: isLost || answered !== null,
      durationMs: clock.monotonic() - since,
      providerRequestId:
        answered === null ? null : requestIdOf(answered, () => [...this.#secretsOf(call, bearer), ...sentTexts(body)]),
      error,
    });
  }

  /** States that an answer's body could not be read. */
  unreadable({ body, call }: Reported, { bearer, answered, json }: Unread): void {
    const { events, tenant } = this.#wire;
    const sample = sampleOf(answered.body, json, [...this.#secretsOf(call, bearer), ...sentTexts(body)]);
    const { status } = answered;
    events.emit('unreadable', { request: call.request, tenant, provider: this.#provider, status, sample });
  }

  /** States that an answer contradicts itself. */
  disputed({ call }: Reported, field: string): void {
    const { events, tenant } = this.#wire;
    events.emit('disputed', { request: call.request, tenant, provider: this.#provider, field });
  }

  /** Text of an answer to that call, fit to be shown. */
  cleaned(text: string, call: Call, bearer: string | null): string {
    return cleaned(text, this.#secretsOf(call, bearer), 500);
  }

  /** What the provider knows of that must not be seen. */
  #secretsOf({ secrets = [] }: Call, bearer: string | null): string[] {
    return [...this.#secrets, ...secrets.flatMap(spellings), ...(bearer === null ? [] : this.#spellingsOf(bearer))];
  }

  /** A token goes with many requests, and is long. */
  #spellingsOf(bearer: string): readonly string[] {
    if (this.#latestBearer?.bearer !== bearer) this.#latestBearer = { bearer, spelt: spellings(bearer) };
    return this.#latestBearer.spelt;
  }
}

/** What to throw where there is no answer. What is no matter of the wire, such as a refusal, passes. */
export function failureWithoutAnswer(error: unknown, provider: WalletProvider, isRead: boolean): unknown {
  if (!(error instanceof NotSent || error instanceof AnswerLost)) return error;
  if (error instanceof AnswerLost && !isRead) return new OutcomeUncertain(provider, null, error);
  return failure(ProviderUnavailableError, { provider, message: messageFor(error, provider) }, error);
}

function messageFor(error: NotSent | AnswerLost, provider: WalletProvider): string {
  const { cause } = error;
  const title = providerTitles[provider];
  if (cause instanceof CallerGone) return cause.message;
  if (error instanceof AnswerLost) return `${title} did not answer.`;
  if (cause instanceof LeaseOver) return 'The gateway was held up for too long, so nothing was sent.';
  if (cause instanceof Stopping) return 'The gateway is stopping, so nothing was sent.';
  if (cause instanceof DeadlinePassed && !cause.wasSilent) return `No time was left to ask ${title}; nothing was sent.`;
  return `${title} cannot be reached; nothing was sent.`;
}
