import type { Clock } from '../core/clock.js';
import { ProviderUnavailableError, RateLimitedError } from '../core/errors.js';
import { CallerGone, DeadlinePassed, failure, LeaseOver, MutationFailure } from '../core/failures.js';
import type { CallClass } from '../core/health.js';
import { providerTitles, type WalletProvider } from '../core/provider.js';
import type { WireOptions } from '../core/provider-port.js';
import type { Answer } from './answers.js';
import { RetryBudget } from './budget.js';
import { Bulkhead, TooManyWait, type Limits } from './bulkhead.js';
import { Circuit, type Sign } from './circuit.js';
import { AnswerLost, NotSent, TooLarge } from './exchange.js';
import { HeldBack, Hold, longestHoldMs } from './hold.js';
import { isRepeatable, pauseMs, type Ended } from './retries.js';
import { roomMs, Stopping, Waits, type Patience } from './waiting.js';

/**
 * What stands between a call and the wire, outside first:
 *
 * 1. Retries. Between two sendings a call holds no place, so that it does not keep others from theirs.
 * 2. The gate: circuit, then hold. An open circuit refuses at once, since waiting for it would help nobody; a hold
 *    (`Retry-After`) is waited for where that fits the deadline. Outside the places, so that who waits takes none.
 * 3. A place, perhaps after a wait of half the time that is left. The world may have changed by then, so that the gate
 *    is asked again, in the same step; who may not go on gives the place back and begins at the gate.
 * 4. The circuit proper, which judges how the sending ended; within it token, once more the hold, exchange, and the one
 *    resend after a 401.
 *
 * All of it happens within one deadline. What is refused at 2 or 3 was not sent.
 */

export const limits = {
  reads: { atOnce: 64, waiting: 1_024 },
  writes: { atOnce: 128, waiting: 4_096 },
} as const satisfies Record<CallClass, Limits>;

/** One call on its way. */
export interface Passage extends Patience {
  /** Whose places and circuit it takes. A read that prepares a create or a change takes those of writes. */
  readonly calls: CallClass;
  readonly isRead: boolean;
  /** Can be done without. */
  readonly isOptional: boolean;
  /** Is not sent again once it was answered. */
  readonly isSentOnce: boolean;
}

type Send = () => Promise<Answer>;

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
  readonly #roomMs: number;
  readonly #waits = new Waits();
  readonly #budget: RetryBudget;
  readonly #hold: Hold;
  readonly #circuits: Readonly<Record<CallClass, Circuit>>;
  readonly #bulkheads: Readonly<Record<CallClass, Bulkhead>>;
  /** Those that each circuit has counted: one fetch that fails is one failure, however many waited for it. */
  readonly #tokenFailures = { reads: new WeakSet<Error>(), writes: new WeakSet<Error>() };

  constructor(provider: WalletProvider, { tenant, clock, random, events, timeoutMs }: WireOptions) {
    const waits = this.#waits;
    const circuit = (calls: CallClass): Circuit =>
      new Circuit(clock, (state, refusedForMs) =>
        events.emit('circuitChanged', { tenant, provider, calls, state, refusedForMs }),
      );
    const bulkhead = (calls: CallClass): Bulkhead => {
      const overflowed = (): void => events.emit('overflowed', { tenant, provider, calls });
      return new Bulkhead({ clock, waits, limits: limits[calls], overflowed });
    };
    this.#provider = provider;
    this.#clock = clock;
    this.#random = random;
    this.#roomMs = roomMs(timeoutMs);
    this.#budget = new RetryBudget(clock);
    const began = (seconds: number): void => events.emit('held', { tenant, provider, seconds });
    this.#hold = new Hold({ clock, random, waits, limits, began });
    this.#circuits = { reads: circuit('reads'), writes: circuit('writes') };
    this.#bulkheads = { reads: bulkhead('reads'), writes: bulkhead('writes') };
  }

  /** `send` is called once for each sending. Rejects with what it rejected with last, or with a refusal. */
  run(call: Passage, send: Send): Promise<Answer> {
    this.#budget.earn();
    return this.#enter(call, send, false).then(first =>
      mayBeRepeated(call, first, 0)
        ? this.#repeated(call, send, first, 0).then(last => this.#answerOf(last))
        : this.#answerOf(first),
    );
  }

  #answerOf({ answer, error }: Sent): Answer {
    if (answer === null) throw error;
    if (!asksToWait(answer.status)) return answer;
    // Told to come back before the pause is over that another call was told of, it would only be refused here.
    const heldSeconds = Math.ceil(this.#hold.leftMs() / 1000);
    return heldSeconds > (answer.retryAfterSeconds ?? 0) ? { ...answer, retryAfterSeconds: heldSeconds } : answer;
  }

  /** Throws where the call may no longer be sent: to be asked after every wait of `send` before the wire. */
  admit(call: Passage): void {
    if (this.#impedimentTo(call) !== null || this.#hold.leftMs() > 0) throw new HeldBack();
  }

  /** Ends what waits; nothing is sent again. */
  close(): void {
    this.#waits.close();
  }

  /** How the last sending ended, of as many as there may be after the one that ended so. */
  async #repeated(call: Passage, send: Send, sent: Sent, resends: number): Promise<Sent> {
    const pause = this.#pauseAfter(sent, resends);
    if (!this.#fits(call, pause) || this.#refusalOf(call) !== null || !this.#budget.spend()) return sent;
    try {
      await this.#waits.until(call.signal, arrive => this.#clock.after(pause, arrive));
    } catch {
      return sent;
    }
    const next = await this.#enter(call, send, true);
    if (next.isRefusal) return sent; // what the provider said is worth more than that it is not asked again
    return mayBeRepeated(call, next, resends + 1) ? this.#repeated(call, send, next, resends + 1) : next;
  }

  /** Not shorter than the provider asks for; where that is a hold, `#enter` waits for it. */
  #pauseAfter({ waitSeconds }: Sent, resends: number): number {
    const waitMs = (waitSeconds ?? 0) * 1000;
    if (waitMs > longestHoldMs) return waitMs;
    return this.#hold.leftMs() > 0 ? 0 : pauseMs(resends, this.#random);
  }

  async #enter(call: Passage, send: Send, isResend: boolean): Promise<Sent> {
    try {
      const refusal = this.#refusalOf(call);
      if (refusal !== null) return refused(refusal);
      const heldMs = this.#hold.leftMs();
      const leftMs = call.deadline - this.#clock.monotonic();
      if (heldMs > 0 && call.isOptional) return refused(new NotSent(new HeldBack()));
      if (heldMs > 0) {
        await this.#hold.wait(call.calls, leftMs - heldMs - this.#roomMs, call.signal);
        return await this.#enter(call, send, isResend);
      }
      // Who waited longer would be sent with too little time left, and would blame the provider for it.
      const placeBy = call.deadline - Math.max(leftMs / 2, this.#roomMs);
      const patience = { deadline: placeBy, signal: call.signal };
      const sent = await this.#bulkheads[call.calls].run(patience, () =>
        this.#refusalOf(call) === null && this.#hold.leftMs() === 0 ? this.#send(call, send, isResend) : notNow,
      );
      return sent === null || sent.error instanceof HeldBack ? await this.#enter(call, send, isResend) : sent;
    } catch (error) {
      const isTooMany = error instanceof NotSent && error.cause instanceof TooManyWait;
      return refused(isTooMany ? this.#tooMuchWaits(error) : error);
    }
  }

  #send(call: Passage, send: Send, isResend: boolean): Promise<Sent> {
    return this.#circuits[call.calls].run(
      () => this.#sentWith(call, send),
      sent => {
        const sign = this.#signOf(call.calls, sent);
        return isResend && sign === 'fails' ? 'nothing' : sign; // two calls about one bad wallet shut nobody else out
      },
    );
  }

  async #sentWith(call: Passage, send: Send): Promise<Sent> {
    try {
      const answer = await send();
      const { status } = answer;
      const waitSeconds = asksToWait(status) ? answer.retryAfterSeconds : null;
      if (waitSeconds !== null && !call.isOptional) this.#hold.begin(waitSeconds, status === 429);
      return { answer, status, waitSeconds, error: null, isRefusal: false };
    } catch (error) {
      const waitSeconds = waitIn(error);
      if (waitSeconds !== null) this.#hold.begin(waitSeconds, true);
      const isRefusal = error instanceof NotSent && error.cause instanceof LeaseOver;
      return { answer: null, status: null, waitSeconds, error, isRefusal };
    }
  }

  #signOf(calls: CallClass, sent: Sent): Sign {
    const { error } = sent;
    if (!(error instanceof MutationFailure)) return signOf(sent);
    if (!(error.error instanceof ProviderUnavailableError)) return 'works'; // refused credentials are an answer
    if (this.#tokenFailures[calls].has(error)) return 'nothing';
    this.#tokenFailures[calls].add(error);
    return error.cause === undefined ? 'fails' : signOf({ ...sent, error: error.cause });
  }

  #fits({ deadline }: Passage, milliseconds: number): boolean {
    return this.#clock.monotonic() + milliseconds + this.#roomMs <= deadline;
  }

  /** What keeps it from being sent, whatever the provider's state. A read that comes too late does no harm. */
  #impedimentTo(call: Passage): Error | null {
    if (call.signal?.aborted === true) return new NotSent(new CallerGone());
    if (this.#waits.areClosed) return new NotSent(new Stopping());
    const hasTime = call.isRead ? this.#clock.monotonic() < call.deadline : this.#fits(call, 0);
    return hasTime ? null : new NotSent(new DeadlinePassed());
  }

  /** Why a call cannot be sent now, and cannot wait until it can; null where it can. */
  #refusalOf(call: Passage): Error | null {
    const impediment = this.#impedimentTo(call);
    if (impediment !== null) return impediment;
    const provider = this.#provider;
    const title = providerTitles[provider];
    const openMs = this.#circuits[call.calls].refusedForMs();
    if (openMs > 0) {
      const message = `${title} has failed several times in a row; nothing was sent.`;
      return failure(ProviderUnavailableError, { provider, message, retryAfterSeconds: secondsOf(openMs) });
    }
    const heldMs = this.#hold.leftMs();
    if (heldMs === 0 || this.#fits(call, heldMs)) return null;
    const message = `${title} asked for a pause; nothing was sent.`;
    const wait = { provider, message, retryAfterSeconds: secondsOf(heldMs) };
    return this.#hold.isRateLimit ? failure(RateLimitedError, wait) : failure(ProviderUnavailableError, wait);
  }

  #tooMuchWaits(cause: Error): Error {
    const provider = this.#provider;
    const message = `Too much is waiting for ${providerTitles[provider]}; nothing was sent.`;
    const retryAfterSeconds = secondsOf(this.#hold.leftMs()); // at least 1
    return failure(ProviderUnavailableError, { provider, message, retryAfterSeconds }, cause);
  }
}

/** Who got a place too late for it. */
const notNow: Promise<Sent | null> = Promise.resolve(null);

/** As far as the sending itself tells, after so many. */
function mayBeRepeated(call: Passage, sent: Sent, resends: number): boolean {
  const isOver = sent.isRefusal || call.isOptional || (call.isSentOnce && sent.answer !== null);
  return !isOver && isRepeatable(call.isRead, sent, resends);
}

function refused(error: unknown): Sent {
  const isRefusal = error instanceof NotSent || error instanceof MutationFailure; // and no mistake of ours
  return { answer: null, status: null, waitSeconds: null, error, isRefusal };
}

function secondsOf(milliseconds: number): number {
  return Math.max(1, Math.ceil(milliseconds / 1000));
}

function asksToWait(status: number): boolean {
  return status === 429 || status === 503;
}

/** A token endpoint's. What else is thrown asks for no wait. */
function waitIn(error: unknown): number | null {
  const isRateLimit = error instanceof MutationFailure && error.error instanceof RateLimitedError;
  return isRateLimit ? error.error.retryAfterSeconds : null;
}

/** What the circuit makes of it. What was given up before the provider was silent for long says nothing. */
function signOf({ status, error }: Ended): Sign {
  if (status !== null) return status === 408 || status >= 500 ? 'fails' : 'works';
  if (!(error instanceof NotSent || error instanceof AnswerLost)) return 'nothing';
  const { cause } = error;
  if (cause instanceof TooLarge) return 'works';
  if (cause instanceof DeadlinePassed || cause instanceof CallerGone) return cause.wasSilent ? 'fails' : 'nothing';
  return cause instanceof LeaseOver ? 'nothing' : 'fails';
}
