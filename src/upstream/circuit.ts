import {
  circuitBreaker,
  CircuitState as State,
  ConsecutiveBreaker,
  handleWhenResult,
  type CircuitBreakerPolicy,
  type IBackoff,
  type IHalfOpenAfterBackoffContext,
} from 'cockatiel';
import type { Clock } from '../core/clock.js';
import { CircuitState } from '../core/health.js';

/**
 * One class of calls to one provider: let through, or refused at once after too many failed in a row. cockatiel keeps
 * the states; four things are ours. Time is told by our clock, since cockatiel's is the wall clock, which jumps. While
 * one call probes, others are to be refused, where cockatiel has them wait: so ask `refusedForMs` first. A probe that
 * proves nothing does not close it. And what was begun before it last opened says nothing about now. While it is closed,
 * cockatiel is told how a call ended when that is known; only a probe goes through it.
 */

/** What an ended call says of the provider; 'nothing' where the call ended for a reason of ours. */
export type Sign = 'works' | 'fails' | 'nothing';

const failuresInARow = 5;
const firstWaitMs = 5_000;
const longestWaitMs = 60_000;

const states = {
  [State.Closed]: CircuitState.CLOSED,
  [State.HalfOpen]: CircuitState.HALF_OPEN,
  [State.Open]: CircuitState.OPEN,
  [State.Isolated]: CircuitState.OPEN, // only a hand could put it there
} as const;

export class Circuit {
  readonly #clock: Clock;
  readonly #breaker = new ConsecutiveBreaker(failuresInARow);
  readonly #policy: CircuitBreakerPolicy;
  /** What cockatiel has not counted yet. */
  #telling = 0;
  #openings = 0;
  #readyAt = 0;

  constructor(clock: Clock, changed: (state: CircuitState, refusedForMs: number) => void) {
    this.#clock = clock;
    this.#policy = circuitBreaker(
      handleWhenResult(sign => sign !== 'works'),
      { breaker: this.#breaker, halfOpenAfter: { next: () => this.#opened(firstWaitMs) } },
    );
    this.#policy.onStateChange(state => {
      changed(states[state], state === State.Open ? this.refusedForMs() : 0);
    });
  }

  /** In how many milliseconds a call may be let through; 0 where one would be now. */
  refusedForMs(): number {
    const { state } = this.#policy;
    if (state === State.Closed) return 0;
    return state === State.Open ? Math.max(0, this.#readyAt - this.#clock.monotonic()) : 1;
  }

  /** Only where `refusedForMs` is 0, in the same step. `call` never rejects: how it ended is told by what it gives. */
  run<Ended>(call: () => Promise<Ended>, signOf: (ended: Ended) => Sign): Promise<Ended> {
    if (this.#policy.state !== State.Closed) return this.#probe(call, signOf);
    const openings = this.#openings;
    return call().then(ended => {
      const sign = signOf(ended);
      const hasFailures = this.#breaker.state > 0 || this.#telling > 0;
      const isNews = sign === 'fails' || (sign === 'works' && hasFailures);
      return isNews && openings === this.#openings ? this.#tell(sign).then(() => ended) : ended;
    });
  }

  /** cockatiel counts it a few steps later. */
  async #tell(sign: Sign): Promise<void> {
    this.#telling += 1;
    await this.#policy.execute(() => sign);
    this.#telling -= 1;
  }

  async #probe<Ended>(call: () => Promise<Ended>, signOf: (ended: Ended) => Sign): Promise<Ended> {
    const results: Ended[] = [];
    await this.#policy.execute(async () => {
      const ended = await call();
      results.push(ended);
      return signOf(ended);
    });
    const [ended] = results;
    if (ended === undefined) throw new Error('A circuit was asked without being let through.');
    return ended;
  }

  /**
   * cockatiel compares the wall clock's difference to `duration` whenever it decides. Infinity is never over and
   * -Infinity always is, so that our clock alone decides.
   */
  #opened(waitMs: number, readyInMs = waitMs): IBackoff<IHalfOpenAfterBackoffContext> {
    const clock = this.#clock;
    const readyAt = clock.monotonic() + readyInMs;
    this.#openings += 1;
    this.#readyAt = readyAt;
    return {
      get duration() {
        return clock.monotonic() < readyAt ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
      },
      next: ({ result }) => {
        const provedNothing = 'value' in result && result.value === 'nothing';
        return provedNothing ? this.#opened(waitMs, 0) : this.#opened(Math.min(2 * waitMs, longestWaitMs));
      },
    };
  }
}
