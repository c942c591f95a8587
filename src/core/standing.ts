import { storePatienceMs, type Claims } from './claims.js';
import { within, type Clock } from './clock.js';
import type { WriteEnding } from './endings.js';
import type { Events } from './events.js';
import type { Caller, Intent } from './intent.js';
import type { Entry } from './journal-entry.js';
import type { Journal } from './journal.js';
import type { Outcomes } from './outcomes.js';
import { erased, inProgress, journalDown, notWritten } from './replies.js';
import type { Settler } from './settler.js';

/** What a key answers that is not free: somebody has asked under it before. */
export interface StandingKeys {
  answer(asked: Asked): Promise<object>;
  /** Whether asking begins nothing, for that key has an answer or is being worked on: whoever may begin nothing may ask so. */
  hasAnswer(caller: Caller, intent: Intent): Promise<boolean>;
}

/** One who asks under a key that is not free. */
export interface Asked {
  readonly caller: Caller;
  readonly intent: Intent;
  readonly entry: Entry;
}

/** An attempt of this process; what it answers until it has ended. */
export interface RunningAttempt {
  answer: Promise<object> | null;
}

export interface StandingOptions {
  readonly journal: Journal;
  readonly settler: Settler;
  readonly events: Events;
  readonly clock: Clock;
  readonly claims: Claims;
  readonly outcomes: Outcomes;
  readonly writeEnding: WriteEnding;
  /** Attempts of this process by operation id: those who come with the same key share the answer. */
  readonly running: ReadonlyMap<string, RunningAttempt>;
  /** How long a caller waits for the answer to an attempt, or a look, that goes on without it. */
  readonly sameKeyWaitMs: number;
}

export function standingKeys(options: StandingOptions): StandingKeys {
  const { journal, settler, events, clock, claims, outcomes, writeEnding, running, sameKeyWaitMs } = options;
  return { answer: asked => standing(asked), hasAnswer };

  async function hasAnswer({ request, principal }: Caller, { mutation, input }: Intent): Promise<boolean> {
    try {
      const asked = journal.byKey(principal.tenant, mutation, input.idempotencyKey);
      const known = await within(clock, storePatienceMs, asked, () => null);
      return known !== null && known.status !== 'refused' && known.status !== 'absent';
    } catch (error) {
      events.emit('journalFailed', { request, doing: 'find', error });
      return false;
    }
  }

  /** Until that moment it waits for whoever works on it. */
  async function standing(asked: Asked, until = clock.monotonic() + sameKeyWaitMs): Promise<object> {
    const { caller, intent, entry } = asked;
    if (entry.isErased) return erased(entry.operation);
    if (entry.status === 'unknown') return lookedFor(intent, entry);
    if (entry.status !== 'calling') return outcomes.told(intent, entry);
    if (entry.owner !== journal.owner) return elsewhere(asked, until);
    const answer = running.get(entry.id)?.answer ?? null;
    if (answer !== null) return within(clock, leftUntil(until), answer, () => inProgress(entry.operation));
    const claim = claims.underWay(caller, intent);
    if (claim !== null) return afterClaim(asked, claim, until);
    if (!claims.hasBegun(entry)) return neverBegun(asked, until);
    // Nobody works on it: its end could not be written down. Only this process could have, so it is unknown.
    const outcome = await writeEnding(caller.request, entry, { status: 'unknown', result: null });
    if (outcome === null || outcome === 'owned') return outcomes.unknown(intent, entry.operation, notWritten);
    // What was read of it may be of a moment ago: it has ended since, or another attempt has begun.
    return outcome.status === 'unknown'
      ? lookedFor(intent, outcome)
      : standing({ caller, intent, entry: outcome }, until);
  }

  /** Another caller's claim is made, and its answer still on its way to this process: what then begins is shared. */
  async function afterClaim({ caller, intent, entry }: Asked, claim: Promise<unknown>, until: number): Promise<object> {
    if ((await within(clock, leftUntil(until), claim, () => null)) === null) return inProgress(entry.operation);
    return standing({ caller, intent, entry: await entryNow({ caller, entry }, journal.again(entry)) }, until);
  }

  /** It was claimed here, and nobody heard of it: that answer was lost. Nothing was sent, nor will be, so that the key is free. */
  async function neverBegun({ caller, intent, entry }: Asked, until: number): Promise<object> {
    const outcome = await writeEnding(caller.request, entry, { status: 'refused', result: journalDown() });
    if (outcome === null || outcome === 'owned') {
      claims.giveBack(caller, intent);
      return journalDown();
    }
    return outcome.status === 'refused'
      ? outcomes.told(intent, outcome)
      : standing({ caller, intent, entry: outcome }, until);
  }

  /** Another process makes the attempt: its end is waited for as that of an own one is, and its answer shared. */
  async function elsewhere({ caller, intent, entry }: Asked, until: number): Promise<object> {
    const now = await entryNow({ caller, entry }, journal.awaited(entry, leftUntil(until)));
    if (now.status !== 'calling') return outcomes.told(intent, now);
    // That one was refused, and another caller was quicker to begin the next.
    const isNext = now.attempt !== entry.attempt && leftUntil(until) > 0;
    return isNext ? standing({ caller, intent, entry: now }, until) : inProgress(now.operation);
  }

  /** What is known of it where the journal cannot be asked is what was known before. */
  function entryNow({ caller, entry }: Pick<Asked, 'caller' | 'entry'>, now: Promise<Entry>): Promise<Entry> {
    return now.catch((error: unknown) => {
      events.emit('journalFailed', { request: caller.request, doing: 'find', error });
      return entry;
    });
  }

  /** The healed answer, if a look gives one in time; the look goes on without its caller. */
  async function lookedFor(intent: Intent, entry: Entry): Promise<object> {
    const look = settler.look(entry, sameKeyWaitMs).catch(() => entry);
    return outcomes.told(intent, await within(clock, sameKeyWaitMs, look, () => entry));
  }

  function leftUntil(moment: number): number {
    return Math.max(0, moment - clock.monotonic());
  }
}
