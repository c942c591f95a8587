import type { GraphQLSchema } from 'graphql';
import { admission } from './admission.js';
import { openAttempt } from './attempts.js';
import { openClaims, storePatienceMs, type ClaimedEntry, type ClaimsOptions } from './claims.js';
import { typeNameOf } from './codec.js';
import { within } from './clock.js';
import {
  ConflictError,
  InvalidInputError,
  OutcomeUnknownError,
  RetryAdvice,
  type MutationError,
  type ProviderErrorResponse,
} from './errors.js';
import { errorOf, MustWait, MutationFailure, OutcomeUncertain } from './failures.js';
import type { Events } from './events.js';
import type { Ending, Entry } from './journal-entry.js';
import type { Caller, Intent, Perform } from './intent.js';
import type { Limiter } from './limiter.js';
import type { Operation } from './operation.js';
import { madeBy } from './recovery.js';
import {
  changeUnderWay,
  erased,
  inProgress,
  journalDown,
  keyReused,
  noAnswer,
  notFound,
  nothingSent,
  notWritten,
  withOperation,
  withoutOperation,
} from './replies.js';
import { secretsOf } from './sensitive.js';
import type { Settler } from './settler.js';
import type { RowStatus } from './state-machine.js';
import { nodeIdsIn } from './wallet.js';
import { inputTypeOf, invalidFields } from './validation.js';

export interface OperationRunner {
  run(caller: Caller, intent: Intent, perform: Perform<object>): Promise<object>;
  /** Resolves when no attempt is under way any more. */
  idle(): Promise<void>;
}

export interface RunnerOptions extends ClaimsOptions {
  readonly schema: GraphQLSchema;
  readonly settler: Settler;
  readonly limiter: Limiter;
  readonly events: Events;
  /** How long a caller waits for the answer to an attempt, or a look, that goes on without it. */
  readonly sameKeyWaitMs: number;
}

/** An unknown outcome is looked for so long after it became unknown. */
const firstLookMs = 1_000;

/**
 * The one place that validates, counts, claims the idempotency key, performs, settles, and makes data of failures.
 * A key is claimed, durably, before anything is sent; whatever happens then is in the journal or is unknown.
 */
export function operationRunner(options: RunnerOptions): OperationRunner {
  const { schema, journal, settler, limiter, recoveries, events, clock, sameKeyWaitMs, leaseMs } = options;
  /** Attempts of this process by operation id: those who come with the same key share the answer. */
  const running = new Map<string, Promise<object>>();
  const claims = openClaims(options);
  const admitted = admission(schema, recoveries);

  return {
    async run(caller, intent, perform) {
      const since = clock.monotonic();
      const { result, entry, isReplay } = await resultOf(caller, intent, perform);
      events.emit('operated', {
        request: caller.request,
        tenant: caller.principal.tenant,
        operationId: entry?.operation.id ?? null,
        mutation: intent.mutation,
        provider: intent.provider,
        result: typeNameOf(result),
        isReplay,
        durationMs: clock.monotonic() - since,
      });
      return result;
    },

    async idle() {
      claims.stop();
      await Promise.allSettled(running.values());
    },
  };

  async function resultOf(caller: Caller, intent: Intent, perform: Perform<object>): Promise<Outcome> {
    admitted.demand(caller, intent);
    const type = inputTypeOf(schema, intent.mutation);
    if (type === null) throw new Error(`There is no mutation ${intent.mutation} with an argument "input".`);
    const fields = invalidFields(type, intent.input, ['input']);
    if (fields.length > 0) return withoutEntry(errorOf(InvalidInputError, { message: 'The input is wrong.', fields }));
    if (!admitted.actsFor(caller, intent)) return withoutEntry(notFound());
    const room = await limiter.roomFor(caller.principal);
    // A key that has its answer gives it, whatever the limit, and whatever the provider would say now.
    const isDoubtful = room.refusal !== null || admitted.mustAsk(caller, intent);
    const isAnswered = isDoubtful && (await isStanding(caller, intent));
    const refusal = isAnswered ? null : (room.refusal ?? (await admitted.refusalOf(caller, intent)));
    if (refusal !== null) {
      room.giveBack();
      return withoutEntry(refusal);
    }

    const leaseEnds = clock.monotonic() + leaseMs;
    let entry: ClaimedEntry;
    try {
      entry = await claims.claim(caller, intent);
    } catch (error) {
      room.giveBack();
      if (error instanceof MustWait) return withoutEntry(changeUnderWay());
      events.emit('journalFailed', { request: caller.request, doing: 'claim', error });
      return withoutEntry(journalDown());
    }
    if (!entry.isClaimed) room.giveBack(); // nothing is begun
    if (!entry.isSameInput) {
      const earlier = admitted.maySee(caller, entry) ? entry.operation : null;
      return { result: keyReused(earlier), entry, isReplay: false };
    }
    if (!entry.isClaimed) return { result: await standing(caller, intent, entry), entry, isReplay: true };
    const under = { caller, intent, entry, leaseEnds };
    // Its key was free again after all.
    if (isAnswered) return { result: await refused(under, room.refusal ?? nothingSent()), entry, isReplay: false };
    return { result: await begin(under, perform), entry, isReplay: false };
  }

  /** Whether asking begins nothing, for that key has an answer or is being worked on: whoever may begin nothing may ask so. */
  async function isStanding({ request, principal }: Caller, { mutation, input }: Intent): Promise<boolean> {
    try {
      const asked = journal.byKey(principal.tenant, mutation, input.idempotencyKey);
      const known = await within(clock, storePatienceMs, asked, () => null);
      return known !== null && known.status !== 'refused' && known.status !== 'absent';
    } catch (error) {
      events.emit('journalFailed', { request, doing: 'find', error });
      return false;
    }
  }

  /** The attempt outlives its caller: a client that hangs up does not orphan it. */
  function begin(under: UnderWay, perform: Perform<object>): Promise<object> {
    const { id } = under.entry;
    const answer = attempt(under, perform).finally(() => {
      if (running.get(id) === answer) running.delete(id); // the next attempt may have begun when this one hears of its end
    });
    running.set(id, answer);
    return answer;
  }

  async function attempt(under: UnderWay, perform: Perform<object>): Promise<object> {
    const { caller, intent, entry, leaseEnds } = under;
    const secrets = secretsOf(schema, intent.mutation, intent.input);
    const own = openAttempt({ journal, clock, call: { request: caller.request, secrets }, entry, leaseEnds });
    try {
      const success = await perform(own.attempt);
      return await succeeded(under, success);
    } catch (error) {
      own.giveBack();
      if (error instanceof MutationFailure) return refused(under, error.error);
      if (error instanceof OutcomeUncertain) return uncertain(under, error.providerResponse);
      // A mistake of ours. Before anything was sent it is thrown on; afterwards it may have been done all the same.
      if (own.wasSent()) {
        events.emit('broken', { request: caller.request, doing: intent.mutation, error });
        return uncertain(under, null);
      }
      await ended(under, { status: 'refused', result: nothingSent() });
      throw error;
    }
  }

  async function succeeded(under: UnderWay, success: object): Promise<object> {
    const { caller, intent, entry } = under;
    events.emit('changed', { tenant: caller.principal.tenant, ids: nodeIdsIn(success) });
    const recovery = recoveries.of(intent.provider, intent.mutation);
    const providerId = recovery === null ? null : madeBy(recovery, success);
    const ending: Ending = { status: 'done', result: success, providerId, forgets: intent.forgets };
    let outcome = await ended(under, ending);
    if (outcome === 'owned' && recovery?.by === 'lookUp' && recovery.sharesWallets === true) {
      outcome = await ended(under, { ...ending, providerId: null });
    }
    if (outcome === 'owned') {
      const { provider } = intent;
      events.emit('foreignWallet', {
        request: caller.request,
        tenant: caller.principal.tenant,
        operationId: entry.operation.id,
        provider,
      });
      return uncertain(under, null);
    }
    if (outcome === null) return outcomeUnknown(under, entry.operation, notWritten);
    // What stands in the journal is what everybody is told, also where somebody else has written it.
    return isOwn(outcome, entry, 'done') ? (outcome.operation.result ?? success) : decidedMeanwhile(intent, outcome);
  }

  async function refused(under: UnderWay, error: MutationError): Promise<object> {
    // What exists already may be what an earlier attempt made whose answer was lost.
    if (error instanceof ConflictError && under.entry.wasUnknown) return uncertain(under, error.providerResponse);
    const outcome = await ended(under, { status: 'refused', result: error });
    if (outcome === null || outcome === 'owned') {
      return outcomeUnknown(under, under.entry.operation, notWritten, error.providerResponse);
    }
    return isOwn(outcome, under.entry, 'refused')
      ? withOperation(error, outcome.operation)
      : decidedMeanwhile(under.intent, outcome);
  }

  async function uncertain(under: UnderWay, response: ProviderErrorResponse | null): Promise<object> {
    const answer = outcomeUnknown(under, under.entry.operation, noAnswer(under.intent.provider), response);
    const isFinal = answer.retry === RetryAdvice.RETRY_WITH_NEW_KEY;
    const outcome = await ended(
      under,
      isFinal
        ? { status: 'lost', result: withoutOperation(answer) }
        : { status: 'unknown', result: null, lookAt: clock.now() + firstLookMs },
    );
    return outcome === null || outcome === 'owned' ? answer : withOperation(answer, outcome.operation);
  }

  /**
   * The entry as it then stands, also where somebody else has decided on it meanwhile; null where that could not be
   * written, or not in time, so that nothing is certain.
   */
  async function ended(
    { caller, entry }: Pick<UnderWay, 'caller' | 'entry'>,
    ending: Ending,
  ): Promise<Entry | 'owned' | null> {
    try {
      const moved = await within(clock, storePatienceMs, journal.move(entry, ending), () => null);
      if (moved === null) throw new Error('The store did not answer in time.');
      return moved === 'stale' ? await journal.again(entry) : moved;
    } catch (error) {
      events.emit('journalFailed', { request: caller.request, doing: 'settle', error });
      return null;
    }
  }

  /** What a key answers that is not free. Until that moment it waits for whoever works on it. */
  async function standing(
    caller: Caller,
    intent: Intent,
    entry: Entry,
    until = clock.monotonic() + sameKeyWaitMs,
  ): Promise<object> {
    if (entry.isErased) return erased(entry.operation);
    if (entry.status === 'unknown') return lookedFor(intent, entry);
    if (entry.status !== 'calling') return resultOrUnknown(intent, entry);
    if (entry.owner !== journal.owner) return elsewhere({ caller, intent, entry }, until);
    const answer = running.get(entry.id);
    if (answer !== undefined) return within(clock, leftUntil(until), answer, () => inProgress(entry.operation));
    const claim = claims.underWay(caller, intent);
    if (claim !== null) return afterClaim({ caller, intent, entry }, claim, until);
    // Nobody works on it: its end could not be written down. Only this process could have, so it is unknown.
    const outcome = await ended({ caller, entry }, { status: 'unknown', result: null });
    if (outcome === null || outcome === 'owned') return outcomeUnknown({ intent }, entry.operation, notWritten);
    // What was read of it may be of a moment ago: it has ended since, or another attempt has begun.
    return outcome.status === 'unknown' ? lookedFor(intent, outcome) : standing(caller, intent, outcome, until);
  }

  /** Another caller's claim is made, and its answer still on its way to this process: what then begins is shared. */
  async function afterClaim({ caller, intent, entry }: Asked, claim: Promise<unknown>, until: number): Promise<object> {
    if ((await within(clock, leftUntil(until), claim, () => null)) === null) return inProgress(entry.operation);
    return standing(caller, intent, await entryNow({ caller, entry }, journal.again(entry)), until);
  }

  /** Another process makes the attempt: its end is waited for as that of an own one is, and its answer shared. */
  async function elsewhere({ caller, intent, entry }: Asked, until: number): Promise<object> {
    const now = await entryNow({ caller, entry }, journal.awaited(entry, leftUntil(until)));
    if (now.status !== 'calling') return resultOrUnknown(intent, now);
    // That one was refused, and another caller was quicker to begin the next.
    const isNext = now.attempt !== entry.attempt && leftUntil(until) > 0;
    return isNext ? standing(caller, intent, now, until) : inProgress(now.operation);
  }

  /** What is known of it where the journal cannot be asked is what was known before. */
  function entryNow({ caller, entry }: Pick<Asked, 'caller' | 'entry'>, now: Promise<Entry>): Promise<Entry> {
    return now.catch((error: unknown) => {
      events.emit('journalFailed', { request: caller.request, doing: 'find', error });
      return entry;
    });
  }

  function leftUntil(moment: number): number {
    return Math.max(0, moment - clock.monotonic());
  }

  /** An attempt that comes late tells what stands for good; what still changes may have changed again since it was read. */
  function decidedMeanwhile(intent: Intent, entry: Entry): object {
    const isForGood = entry.status === 'done' || entry.status === 'attention' || entry.status === 'lost';
    return isForGood ? resultOrUnknown(intent, entry) : outcomeUnknown({ intent }, entry.operation, notWritten);
  }

  /** The healed answer, if a look gives one in time; the look goes on without its caller. */
  async function lookedFor(intent: Intent, entry: Entry): Promise<object> {
    const look = settler.look(entry, sameKeyWaitMs).catch(() => entry);
    return resultOrUnknown(intent, await within(clock, sameKeyWaitMs, look, () => entry));
  }

  function resultOrUnknown(intent: Intent, { operation, status }: Entry): object {
    const { result } = operation;
    if (result === null) {
      const answer = outcomeUnknown({ intent }, operation, noAnswer(intent.provider));
      return status === 'attention'
        ? errorOf(OutcomeUnknownError, { ...answer, retry: RetryAdvice.ASK_OPERATOR })
        : answer;
    }
    return 'retry' in result ? withOperation(result as MutationError, operation) : result; // only errors have advice
  }

  function outcomeUnknown(
    { intent }: Pick<UnderWay, 'intent'>,
    operation: Operation,
    message: string,
    providerResponse: ProviderErrorResponse | null = null,
  ): OutcomeUnknownError {
    const isFollowed = recoveries.of(intent.provider, intent.mutation)?.by !== 'nothing';
    const retry = isFollowed ? RetryAdvice.FOLLOW_OPERATION : RetryAdvice.RETRY_WITH_NEW_KEY;
    return errorOf(OutcomeUnknownError, { message, retry, provider: intent.provider, providerResponse, operation });
  }
}

/** Whether it was this attempt that ended so, and not another one meanwhile. */
function isOwn(outcome: Entry, entry: Entry, status: RowStatus): boolean {
  return outcome.attempt === entry.attempt && outcome.status === status;
}

/** An attempt that is being made. */
interface UnderWay {
  readonly caller: Caller;
  readonly intent: Intent;
  readonly entry: Entry;
  /** On the monotonic clock. */
  readonly leaseEnds: number;
}

/** One who asks under a key that is not free. */
type Asked = Pick<UnderWay, 'caller' | 'intent' | 'entry'>;

interface Outcome {
  readonly result: object;
  /** Null where the request was refused before it had one. */
  readonly entry: Entry | null;
  /** The provider was not asked by this request: the answer is another one's. */
  readonly isReplay: boolean;
}

function withoutEntry(result: object): Outcome {
  return { result, entry: null, isReplay: false };
}
