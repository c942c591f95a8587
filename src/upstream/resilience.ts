import type { Clock } from '../core/clock.js';
import { ProviderUnavailableError, RateLimitedError } from '../core/errors.js';
import { CallerGone, failure, LeaseOver, MutationFailure } from '../core/failures.js';
import type { CallClass } from '../core/health.js';
import { providerTitles, type WalletProvider } from '../core/provider.js';
import type { WireOptions } from '../core/provider-port.js';
import { retryAfterSeconds, type Answer } from './answers.js';
import { Circuit, type Sign } from './circuit.js';
import { AnswerLost, NotSent, TooLarge } from './exchange.js';
import { Places, TooManyWait, type Limits } from './places.js';
import { isRepeatable, pauseMs, RetryBudget, type Ended } from './retries.js';
import { Waits, type Patience } from './waiting.js';

/**
 * What stands between a call and the wire, outside first:
 *
 * 1. Retries. Between two sendings a call holds no place, so that it does not keep others from theirs.
 * 2. The gate: circuit, then hold. An open circuit refuses at once, since waiting for it would help nobody; a hold
 *    (`Retry-After`) is waited for where that fits the deadline. Outside the places, so that who waits takes none.
 * 3. A place, perhaps after a wait. The world may have changed by then, so that the gate is asked again, in the same
 *    step; who may not go on gives the place back and begins at the gate.
 * 4. The circuit proper, which judges how the sending ended; within it token, exchange, and the one resend after a 401.
 *
 * All of it happens within one deadline. What is refused at 2 or 3 was not sent.
 */

export const limits = {
  reads: { atOnce: 64, waiting: 1_024 },
  writes: { atOnce: 128, waiting: 4_096 },
} as const satisfies Record<CallClass, Limits>;

/** However long a provider asks for, after a minute one call may see whether it meant it. */
const longestHoldMs = 60_000;
/** Those who were held back are let go within this. */
const releasedWithinMs = 250;
/** With less time than this left, a call is not worth sending. */
const roomMs = 250;

interface Call extends Patience {
  readonly calls: CallClass;
}

interface Sent extends Ended {
  readonly answer: Answer | null;
  /** Refused here: the provider was not asked. */
  readonly isRefusal: boolean;
}

/** One provider's, as one client speaks to it. */
export class Resilience {
  readonly #provider: WalletProvider;
  readonly #clock: Clock;
  readonly #random: () => number;
  readonly #waits = new Waits();
  readonly #budget: RetryBudget;
  readonly #circuits: Readonly<Record<CallClass, Circuit>>;
  readonly #places: Readonly<Record<CallClass, Places>>;
  #heldUntil = Number.NEGATIVE_INFINITY;
  #wasRateLimited = false;
  /** The last one that each circuit counted: one fetch that fails is one failure, however many waited for it. */
  readonly #tokenFailures: Record<CallClass, Error | null> = { reads: null, writes: null };

  constructor(provider: WalletProvider, { clock, random, events }: WireOptions) {
    const circuit = (calls: CallClass): Circuit =>
      new Circuit(clock, state => events.emit('circuitChanged', { provider, calls, state }));
    const places = (calls: CallClass): Places => new Places(clock, this.#waits, limits[calls]);
    this.#provider = provider;
    this.#clock = clock;
    this.#random = random;
    this.#budget = new RetryBudget(clock);
    this.#circuits = { reads: circuit('reads'), writes: circuit('writes') };
    this.#places = { reads: places('reads'), writes: places('writes') };
  }

  /** `send` is called once for each sending. Rejects with what it rejected with last, or with a refusal. */
  async run(call: Call, send: () => Promise<Answer>): Promise<Answer> {
    this.#budget.earn();
    const { answer, error } = await this.#persist(call, send, null, 0);
    if (answer === null) throw error;
    return answer;
  }

  /** Ends what waits; nothing is sent again. */
  close(): void {
    this.#waits.close();
  }

  async #persist(call: Call, send: () => Promise<Answer>, before: Sent | null, resends: number): Promise<Sent> {
    const sent = await this.#enter(call, send);
    if (sent.isRefusal) return before ?? sent; // what the provider said is worth more than that it is not asked again
    if (!isRepeatable(call.calls, sent, resends)) return sent;
    const pause = this.#pauseAfter(sent, resends);
    if (!this.#fits(call, pause) || this.#refusalOf(call) !== null || !this.#budget.spend()) return sent;
    try {
      await this.#wait(pause, call);
    } catch {
      return sent;
    }
    return this.#persist(call, send, sent, resends + 1);
  }

  /** Not shorter than the provider asks for; where that is a hold, `#enter` waits for it. */
  #pauseAfter({ waitSeconds }: Sent, resends: number): number {
    const waitMs = (waitSeconds ?? 0) * 1000;
    if (waitMs > longestHoldMs) return waitMs;
    return this.#heldForMs() > 0 ? 0 : pauseMs(resends, this.#random);
  }

  async #enter(call: Call, send: () => Promise<Answer>): Promise<Sent> {
    try {
      const refusal = this.#refusalOf(call);
      if (refusal !== null) return refused(refusal);
      const heldMs = this.#heldForMs();
      if (heldMs > 0) {
        const spareMs = call.deadline - this.#clock.monotonic() - heldMs - roomMs;
        await this.#wait(heldMs + this.#random() * Math.min(releasedWithinMs, spareMs), call);
        return await this.#enter(call, send);
      }
      const circuit = this.#circuits[call.calls];
      const sent = await this.#places[call.calls].run(call, async () => {
        const mayGo = this.#refusalOf(call) === null && this.#heldForMs() === 0;
        return mayGo
          ? circuit.run(
              () => this.#send(send),
              ended => this.#signOf(call.calls, ended),
            )
          : null;
      });
      return sent ?? (await this.#enter(call, send));
    } catch (error) {
      return refused(error instanceof TooManyWait ? this.#tooMuchWaits(error) : error);
    }
  }

  async #send(send: () => Promise<Answer>): Promise<Sent> {
    const sent = await send().then(
      answer => this.#sentWith(answer),
      (error: unknown) => ({ answer: null, status: null, waitSeconds: waitIn(error), error, isRefusal: false }),
    );
    const { status, waitSeconds, error } = sent;
    const isRateLimit = status === 429 || error instanceof MutationFailure;
    if (waitSeconds !== null && (isRateLimit || status === 503)) this.#hold(waitSeconds, isRateLimit);
    return sent;
  }

  #sentWith(answer: Answer): Sent {
    const { status, headers, cameAt } = answer;
    const asksToWait = status === 429 || status === 503;
    const waitSeconds = asksToWait ? retryAfterSeconds(headers, cameAt) : null;
    return { answer, status, waitSeconds, error: null, isRefusal: false };
  }

  #signOf(calls: CallClass, sent: Sent): Sign {
    const { error } = sent;
    if (!(error instanceof MutationFailure)) return signOf(sent);
    if (error === this.#tokenFailures[calls]) return 'nothing';
    this.#tokenFailures[calls] = error;
    return error.error instanceof ProviderUnavailableError ? 'fails' : 'works'; // refused credentials are an answer
  }

  #hold(seconds: number, isRateLimit: boolean): void {
    const until = this.#clock.monotonic() + Math.min(longestHoldMs, seconds * 1000);
    if (until <= this.#heldUntil) return;
    this.#heldUntil = until;
    this.#wasRateLimited = isRateLimit;
  }

  #heldForMs(): number {
    return Math.max(0, this.#heldUntil - this.#clock.monotonic());
  }

  #fits({ deadline }: Call, milliseconds: number): boolean {
    return this.#clock.monotonic() + milliseconds + roomMs <= deadline;
  }

  /** Why a call cannot be sent now, and cannot wait until it can; null where it can. */
  #refusalOf(call: Call): Error | null {
    const { deadline, signal, calls } = call;
    if (signal?.aborted === true) return new NotSent(new CallerGone());
    if (this.#waits.areClosed) return new NotSent(new Error('The gateway is stopping.'));
    if (this.#clock.monotonic() >= deadline) return new NotSent(new Error('The deadline passed.'));
    const provider = this.#provider;
    const title = providerTitles[provider];
    const openMs = this.#circuits[calls].refusedForMs();
    if (openMs > 0) {
      const message = `${title} has failed several times in a row; nothing was sent.`;
      return failure(ProviderUnavailableError, { provider, message, retryAfterSeconds: secondsOf(openMs) });
    }
    const heldMs = this.#heldForMs();
    if (heldMs === 0 || this.#fits(call, heldMs)) return null;
    const wait = { provider, retryAfterSeconds: secondsOf(heldMs) };
    return this.#wasRateLimited
      ? failure(RateLimitedError, { ...wait, message: `${title} asked for a pause; nothing was sent.` })
      : failure(ProviderUnavailableError, { ...wait, message: `${title} asked for a pause; nothing was sent.` });
  }

  #tooMuchWaits(cause: TooManyWait): Error {
    const provider = this.#provider;
    const message = `Too much is waiting for ${providerTitles[provider]}; nothing was sent.`;
    return failure(ProviderUnavailableError, { provider, message, retryAfterSeconds: 1 }, cause);
  }

  #wait(milliseconds: number, { signal }: Call): Promise<void> {
    return this.#waits.until(signal, arrive => this.#clock.after(milliseconds, () => void arrive()));
  }
}

function refused(error: unknown): Sent {
  const isRefusal = error instanceof NotSent || error instanceof MutationFailure; // and no mistake of ours
  return { answer: null, status: null, waitSeconds: null, error, isRefusal };
}

function secondsOf(milliseconds: number): number {
  return Math.max(1, Math.ceil(milliseconds / 1000));
}

/** A token endpoint's. What else is thrown asks for no wait. */
function waitIn(error: unknown): number | null {
  const isRateLimit = error instanceof MutationFailure && error.error instanceof RateLimitedError;
  return isRateLimit ? error.error.retryAfterSeconds : null;
}

/** What the circuit makes of it. */
function signOf({ status, error }: Ended): Sign {
  if (status !== null) return status === 408 || status >= 500 ? 'fails' : 'works';
  if (!(error instanceof NotSent || error instanceof AnswerLost)) return 'nothing';
  if (error.cause instanceof TooLarge) return 'works';
  return error.cause instanceof LeaseOver || error.cause instanceof CallerGone ? 'nothing' : 'fails';
}
