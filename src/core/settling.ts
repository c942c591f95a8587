import type { GraphQLSchema } from 'graphql';
import type { Attempt } from './attempt.js';
import type { Clock } from './clock.js';
import { ProviderAccessDeniedError, ProviderUnavailableError, RateLimitedError, type MutationError } from './errors.js';
import type { Events } from './events.js';
import { LeaseOver, MutationFailure, OutcomeUncertain } from './failures.js';
import type { Journal } from './journal.js';
import type { Ending, Entry, Seen } from './journal-entry.js';
import { madeBy, type BoundRecovery, type Candidate, type Recoveries } from './recovery.js';
import type { Call } from './request.js';
import { secretsOf } from './sensitive.js';
import { absent, attention, callFor, lost, notSo, refusedNow, soughtFrom } from './verdicts.js';
import { nodeIdsIn } from './wallet.js';

/** How one unknown outcome is settled, by the word that its mutation has for it: see `Recovery`. */

export interface SettlingOptions {
  readonly schema: GraphQLSchema;
  readonly journal: Journal;
  readonly recoveries: Recoveries;
  readonly events: Events;
  readonly clock: Clock;
  /** A wallet that is not found counts as absent only so long after nothing of its attempt was on its way any more. */
  readonly absentAfterMs: number;
  readonly leaseMs: number;
  /** The deadline of one call to a provider. */
  readonly timeoutMs: number;
  /** The shortest pause between two looks. */
  readonly pauseMs: number;
}

/**
 * Absent is only what was not found twice, so far apart: a replica of the provider's that lagged at first has caught
 * up.
 */
const emptyApartMs = 5_000;
/** The longest pause between two looks. */
const longestPauseMs = 10_000;
/** The same where each look sends the request again. */
const longestResendPauseMs = 30_000;
/** A provider that has let nobody look for so long will not do so by itself. */
const givenUpAfterMs = 86_400_000;
/** The same of what may be asked for anew without harm: meanwhile no other change of the wallet begins. */
const letGoAfterMs = 600_000;

/**
 * When this process looked for what an attempt made: on its own monotonic clock, since the clocks by which rows are dated
 * may be wrong, by an hour or a day.
 */
export interface Looks {
  /** Begins anew where this gateway could not ask. */
  first: number;
  last: number;
  /** When the first was through that found nothing, once everything had had time to arrive. */
  firstEmpty: number | null;
  /** The last attempt that this process made itself, and heard the end of. */
  ended: number | null;
}

/** Looks once, and answers with the entry as it then stands: settled, or to be looked for again. */
export type Settle = (entry: Entry, looks: Looks) => Promise<Entry>;

export function settling({ schema, journal, recoveries, events, clock, pauseMs, ...limits }: SettlingOptions): Settle {
  return settle;

  async function settle(entry: Entry, looks: Looks): Promise<Entry> {
    const recovery = recoveries.of(entry.provider, entry.mutation);
    const quiet = recovery === null || !mustBeQuiet(recovery) ? 0 : quietIn(0, entry, looks);
    if (quiet > 0) return postpone(entry, quiet);
    if (recovery === null || recovery.by === 'nothing') return end(entry, lost(entry));
    const source = recoveries.source(recovery, entry.tenant);
    if (source === null) {
      // This gateway lacks the provider, or the tenant. Another may have it, or this one by and by: until then nobody has looked.
      looks.first = clock.monotonic();
      return postpone(entry);
    }
    switch (recovery.by) {
      case 'lookUp':
        return lookUp(entry, looks, recovery, source);
      case 'native':
        return sendAgain(entry, looks, recovery, source);
      case 'repeatable':
        return repeat(entry, looks, recovery, source);
      case 'readBack':
        return readBack(entry, looks, recovery, source);
    }
  }

  async function lookUp(
    entry: Entry,
    looks: Looks,
    recovery: BoundRecovery & { by: 'lookUp' },
    source: object,
  ): Promise<Entry> {
    // By the moment at which the look begins: what arrives while it is under way may not be in it.
    const begunAt = clock.monotonic();
    const mayBeAbsentIn = quietIn(recovery.absentAfterMs(source) ?? limits.absentAfterMs, entry, looks);
    let found: readonly Candidate[];
    try {
      found = await recovery.look(source, soughtFrom(entry), callAbout(entry));
    } catch (error) {
      const isNo = refusalIn(error, entry) !== null;
      return mayBeAbsentIn <= 0 && isNo ? end(entry, attention(entry)) : giveUpOrPostpone(entry, looks, recovery);
    }
    const ids = found.map(({ providerId }) => providerId);
    const { calling, undecided, isOwned } = await journal.rivals(entry, ids);
    if (calling > 0) return postpone(entry); // what is there may be theirs, and they have not said yet

    const isExact = recovery.target === null;
    const seen = isExact ? null : { undecided };
    const free = found.filter((_candidate, index) => isOwned[index] === false);
    const only = free.find(({ isDoubtful }) => !isDoubtful);
    if (only === undefined) {
      // One that is certain may still arrive.
      if (mayBeAbsentIn > 0) return postpone(entry, Math.min(mayBeAbsentIn, longestPauseMs));
      if (!isEmptyAgain(looks, begunAt, clock.monotonic())) return postpone(entry, emptyApartMs);
      const isDoubted = free.length > 0 || found.some(({ mayBeShared }) => mayBeShared === true);
      return end(entry, isDoubted ? attention(entry) : absent(entry), seen);
    }
    const isTheOne = free.length === 1 && (isExact || undecided === 1);
    if (!isTheOne) return end(entry, attention(entry), seen);
    let success: object;
    try {
      success = await recovery.read(source, only.providerId, soughtFrom(entry), callAbout(entry));
    } catch (error) {
      refusalIn(error, entry);
      return giveUpOrPostpone(entry, looks, recovery);
    }
    return end(entry, { status: 'done', result: success, providerId: only.providerId }, seen);
  }

  async function readBack(
    entry: Entry,
    looks: Looks,
    recovery: BoundRecovery & { by: 'readBack' },
    source: object,
  ): Promise<Entry> {
    const begunAt = clock.monotonic();
    let success: object | null;
    try {
      success = await recovery.read(source, entry.input, callAbout(entry));
    } catch (error) {
      const no = refusalIn(error, entry);
      return no === null ? giveUpOrPostpone(entry, looks, recovery) : end(entry, refusedNow(entry, no));
    }
    if (success !== null) return end(entry, { status: 'done', result: success });
    return isEmptyAgain(looks, begunAt, clock.monotonic())
      ? end(entry, notSo(entry, recovery.otherwise))
      : postpone(entry, emptyApartMs);
  }

  async function repeat(
    entry: Entry,
    looks: Looks,
    recovery: BoundRecovery & { by: 'repeatable' },
    source: object,
  ): Promise<Entry> {
    // Whoever repeats what another process has settled meanwhile would undo what came after it: one at a time, and only
    // while nobody can have settled it.
    const leaseEnds = clock.monotonic() + limits.leaseMs;
    const taken = await journal.take(entry, limits.leaseMs + limits.timeoutMs);
    if (taken === null) return journal.again(entry);
    let success: object;
    try {
      const attempt = attemptFor(taken, { leaseEnds, until: Number.POSITIVE_INFINITY });
      success = await recovery.again(source, taken.input, attempt);
    } catch (error) {
      looks.ended = taken.attempt;
      const no = refusalIn(error, taken);
      return no === null ? giveUpOrPostpone(taken, looks, recovery) : end(taken, refusedNow(taken, no));
    }
    return end(taken, { status: 'done', result: success });
  }

  /** With what the provider may quote of the input, then or now. */
  function callAbout(entry: Entry): Call {
    return { ...callFor(entry), secrets: secretsOf(schema, entry.mutation, entry.input) };
  }

  /** For what is sent again: before its lease ends, and at the latest at `until` on the wall clock. */
  function attemptFor(
    entry: Entry,
    { leaseEnds, until }: { readonly leaseEnds: number; readonly until: number },
  ): Attempt {
    return {
      ...callAbout(entry),
      operationId: entry.id,
      providerKey: entry.providerKey,
      noted: entry.note,
      note: () => Promise.reject(new Error('What is sent again is noted already.')),
      useUp: () => Promise.reject(new Error('What is sent again is counted already.')),
      onSending() {
        if (clock.monotonic() >= leaseEnds || clock.now() >= until) throw new LeaseOver();
      },
    };
  }

  async function sendAgain(
    entry: Entry,
    looks: Looks,
    recovery: BoundRecovery & { by: 'native' },
    source: object,
  ): Promise<Entry> {
    const knownUntil = entry.createdAt + recovery.withinMs(source);
    if (clock.now() >= knownUntil) return end(entry, attention(entry));
    let success: object;
    try {
      const attempt = attemptFor(entry, { leaseEnds: clock.monotonic() + limits.leaseMs, until: knownUntil });
      success = await recovery.again(source, entry.input, attempt);
    } catch (error) {
      // A duplicate, so it was done, and its id is lost; or a no that the first attempt may not have met.
      return refusalIn(error, entry) === null ? postpone(entry, longestResendPauseMs) : end(entry, attention(entry));
    }
    const providerId = madeBy(recovery, success);
    const settled = await journal.move(entry, { status: 'done', result: success, providerId });
    if (settled === 'owned') {
      events.emit('foreignWallet', {
        ...callFor(entry),
        tenant: entry.tenant,
        operationId: entry.operation.id,
        provider: entry.provider,
      });
      return postpone(entry, longestResendPauseMs);
    }
    return settled === 'stale' ? journal.again(entry) : stated(settled);
  }

  /**
   * In how many milliseconds nothing of its attempt will have been on its way for so long. An attempt that ended in its
   * own process is quiet from then on; one that was given up may go on until its lease and its deadline are over.
   */
  function quietIn(milliseconds: number, { attempt, quietAt, finishedAt }: Entry, { first, ended }: Looks): number {
    const left = quietAt === finishedAt || ended === attempt ? 0 : limits.leaseMs + limits.timeoutMs;
    return first + left + milliseconds - clock.monotonic();
  }

  async function end(entry: Entry, ending: Ending, seen: Seen | null = null): Promise<Entry> {
    const moved = await journal.move(entry, ending, seen);
    if (typeof moved !== 'string') return stated(moved);
    // Somebody else decided, or what was seen holds no more: while it is unknown, it is looked for anew.
    const standing = await journal.again(entry);
    return standing.status === 'unknown' ? postpone(entry) : standing;
  }

  function stated(entry: Entry): Entry {
    const { operation, mutation, provider, status, createdAt } = entry;
    if (operation.result !== null) events.emit('changed', { tenant: entry.tenant, ids: nodeIdsIn(operation.result) });
    events.emit('settled', {
      tenant: entry.tenant,
      operationId: operation.id,
      mutation,
      provider,
      status,
      afterMs: clock.now() - createdAt,
    });
    return entry;
  }

  function giveUpOrPostpone(entry: Entry, { first }: Looks, { by }: BoundRecovery): Promise<Entry> {
    // What comes to the same when it is asked for anew needs no person.
    const isHarmless = by === 'repeatable' || by === 'readBack';
    if (clock.monotonic() - first < (isHarmless ? letGoAfterMs : givenUpAfterMs)) return postpone(entry);
    return end(entry, isHarmless ? lost(entry) : attention(entry));
  }

  /** The longer it has been unknown, the longer the pause; but something new may be known within `atMostMs`. */
  async function postpone(entry: Entry, atMostMs = longestPauseMs): Promise<Entry> {
    const now = clock.now();
    const pause = Math.min(atMostMs, Math.max(pauseMs, now - (entry.finishedAt ?? now)));
    await journal.postpone(entry, Math.ceil(now + pause));
    return entry;
  }

  /** The provider's no to what is asked now, where it will say so again; null where it may pass. */
  function refusalIn(error: unknown, entry: Entry): MutationError | null {
    if (error instanceof MutationFailure) return passing.some(type => error.error instanceof type) ? null : error.error;
    const request = callFor(entry).request;
    if (!(error instanceof OutcomeUncertain)) events.emit('broken', { request, doing: 'settle', error });
    return null;
  }
}

/**
 * Whether it is settled only when nothing of it is on its way from here any more: what is sent again would else be sent
 * twice at a time, and a change would come after the next one of the wallet, which waits for this one alone.
 */
function mustBeQuiet({ by, changes }: BoundRecovery): boolean {
  return changes !== undefined || (by !== 'lookUp' && by !== 'nothing');
}

/** Whether another look found nothing, long enough before: from when that one was through until this one began. */
function isEmptyAgain(looks: Looks, begunAt: number, endedAt: number): boolean {
  looks.firstEmpty ??= endedAt;
  return begunAt - looks.firstEmpty >= emptyApartMs;
}

/** Also a right that is missing may be given. */
const passing = [RateLimitedError, ProviderUnavailableError, ProviderAccessDeniedError];
