import { RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import type { Clock } from '../core/clock.js';
import type { Limiter, Room } from '../core/limiter.js';
import type { Principal } from '../core/principal.js';
import { limiterDown, tooMany } from '../core/replies.js';

/** Thrown where the count is not to be had. */
export class CountAway extends Error {
  constructor() {
    super('The count is not to be had.');
    this.name = 'CountAway';
  }
}

export interface CountedParts {
  /** Counts within a minute, which begins with the first one. */
  readonly counter: RateLimiterAbstract;
  readonly nameOf: (tenant: string, name: string) => string;
  readonly perMinute: number;
  readonly clock: Clock;
}

/** The counter's answer may have been so late, and what is given back may be. What is not given back is counted: no harm. */
const latenessMs = 2_500;

/** A limiter over a counter that may be away. */
export function counted({ counter, nameOf, perMinute, clock }: CountedParts): Limiter {
  /** One and the same for as long as their token and their tenant are known. */
  const names = new WeakMap<Principal, string>();

  return {
    roomFor(principal) {
      const caller = callerOf(principal);
      return counter.consume(caller).then(
        room => roomUntil(room, caller),
        (refused: unknown) => withoutRoom(refused, caller),
      );
    },
  };

  function callerOf(principal: Principal): string {
    const known = names.get(principal);
    if (known !== undefined) return known;
    const name = nameOf(principal.tenant, principal.name);
    names.set(principal, name);
    return name;
  }

  function withoutRoom(refused: unknown, caller: string): Room {
    if (refused instanceof CountAway) return { refusal: limiterDown(), giveBack: () => undefined };
    if (!(refused instanceof RateLimiterRes)) throw refused;
    roomUntil(refused, caller).giveBack(); // the counter counts what it refuses, too
    const refusal = tooMany(
      `A caller may begin ${perMinute} mutations in a minute. Nothing was sent.`,
      refused.msBeforeNext,
    );
    return { refusal, giveBack: () => undefined };
  }

  function roomUntil({ msBeforeNext }: RateLimiterRes, caller: string): Room {
    const over = clock.monotonic() + msBeforeNext - latenessMs;
    // After its minute it is forgotten already: the next one would have room for one more than it should.
    return { refusal: null, giveBack: () => (clock.monotonic() < over ? giveBack(caller) : undefined) };
  }

  /** Nobody waits for it: where it fails, the minute's end makes up for it. */
  function giveBack(caller: string): void {
    void counter.reward(caller).catch(() => undefined);
  }
}
