import type { GraphQLSchema } from 'graphql';
import { admission } from './admission.js';
import { OwnAttempt } from './attempts.js';
import { openClaims, type ClaimedEntry, type ClaimsOptions } from './claims.js';
import { typeNameOf } from './codec.js';
import { endingsIn, type WriteEnding } from './endings.js';
import {
  ConflictError,
  InvalidInputError,
  RetryAdvice,
  type MutationError,
  type ProviderErrorResponse,
} from './errors.js';
import { errorOf, MustWait, MutationFailure, OutcomeUncertain } from './failures.js';
import type { Events } from './events.js';
import type { Ending, Entry } from './journal-entry.js';
import type { Caller, Intent, Perform } from './intent.js';
import type { Limiter } from './limiter.js';
import { outcomesBy } from './outcomes.js';
import { madeBy } from './recovery.js';
import {
  changeUnderWay,
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
import { standingKeys, type RunningAttempt } from './standing.js';
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
  const { schema, journal, limiter, recoveries, events, clock, leaseMs } = options;
  /** By operation id. */
  const running = new Map<string, RunningAttempt>();
  const claims = openClaims(options);
  const admitted = admission(schema, recoveries);
  const outcomes = outcomesBy(recoveries);
  const write = endingsIn(options);
  const writeEnding: WriteEnding = async (request, entry, ending) => {
    const outcome = await write(request, entry, ending);
    if (outcome !== null && outcome !== 'owned') claims.hasEnded(entry);
    return outcome;
  };
  const standing = standingKeys({ ...options, claims, outcomes, writeEnding, running });

  return {
    run(caller, intent, perform) {
      const since = clock.monotonic();
      return resultOf(caller, intent, perform).then(({ result, entry, isReplay }) => {
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
      });
    },

    async idle() {
      claims.stop();
      await Promise.allSettled([...running.values()].map(({ answer }) => answer));
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
    const mustAsk = admitted.mustAsk(caller, intent);
    const isAnswered = (room.refusal !== null || mustAsk) && (await standing.hasAnswer(caller, intent));
    const mayBegin = isAnswered || (room.refusal === null && !mustAsk);
    const refusal = mayBegin ? null : (room.refusal ?? (await admitted.refusalOf(caller, intent)));
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
    if (!entry.isClaimed) return { result: await standing.answer({ caller, intent, entry }), entry, isReplay: true };
    const under = { caller, intent, entry, leaseEnds };
    // Its key was free again after all.
    if (isAnswered) return { result: await refused(under, room.refusal ?? nothingSent()), entry, isReplay: false };
    return { result: await begin(under, perform), entry, isReplay: false };
  }

  /** The attempt outlives its caller: a client that hangs up does not orphan it. */
  function begin(under: UnderWay, perform: Perform<object>): Promise<object> {
    const { id } = under.entry;
    const answer = attempt(under, perform);
    const begun: RunningAttempt = { answer };
    const forget = (): void => {
      begun.answer = null; // a Map's former tables outlive what was taken out, and all that it leads to
      if (running.get(id) === begun) running.delete(id); // the next attempt may have begun when this one hears of its end
    };
    running.set(id, begun);
    answer.then(forget, forget);
    return answer;
  }

  async function attempt(under: UnderWay, perform: Perform<object>): Promise<object> {
    const { caller, intent, entry, leaseEnds } = under;
    const secrets = secretsOf(schema, intent.mutation, intent.input);
    const own = new OwnAttempt({ journal, clock, request: caller.request, secrets, entry, leaseEnds });
    try {
      return await succeeded(under, await perform(own));
    } catch (error) {
      return failed(under, own, error);
    }
  }

  async function failed(under: UnderWay, own: OwnAttempt, error: unknown): Promise<object> {
    own.giveBack();
    if (error instanceof MutationFailure) return refused(under, error.error);
    if (error instanceof OutcomeUncertain) return uncertain(under, error.providerResponse);
    // A mistake of ours. Before anything was sent it is thrown on; afterwards it may have been done all the same.
    if (own.wasSent) {
      events.emit('broken', { request: under.caller.request, doing: under.intent.mutation, error });
      return uncertain(under, null);
    }
    await ended(under, { status: 'refused', result: nothingSent() });
    throw error;
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
    if (outcome === null) return outcomes.unknown(intent, entry.operation, notWritten);
    // What stands in the journal is what everybody is told, also where somebody else has written it.
    return isOwn(outcome, entry, 'done')
      ? (outcome.operation.result ?? success)
      : outcomes.decidedMeanwhile(intent, outcome);
  }

  async function refused(under: UnderWay, error: MutationError): Promise<object> {
    const { intent, entry } = under;
    // What exists already may be what an earlier attempt made whose answer was lost.
    if (error instanceof ConflictError && entry.wasUnknown) return uncertain(under, error.providerResponse);
    const outcome = await ended(under, { status: 'refused', result: error });
    if (outcome === null || outcome === 'owned') {
      return outcomes.unknown(intent, entry.operation, notWritten, error.providerResponse);
    }
    return isOwn(outcome, entry, 'refused')
      ? withOperation(error, outcome.operation)
      : outcomes.decidedMeanwhile(intent, outcome);
  }

  async function uncertain(under: UnderWay, response: ProviderErrorResponse | null): Promise<object> {
    const { intent, entry } = under;
    const answer = outcomes.unknown(intent, entry.operation, noAnswer(intent.provider), response);
    const isFinal = answer.retry === RetryAdvice.RETRY_WITH_NEW_KEY;
    const outcome = await ended(
      under,
      isFinal
        ? { status: 'lost', result: withoutOperation(answer) }
        : { status: 'unknown', result: null, lookAt: clock.now() + firstLookMs },
    );
    return outcome === null || outcome === 'owned' ? answer : withOperation(answer, outcome.operation);
  }

  function ended({ caller, entry }: UnderWay, ending: Ending): Promise<Entry | 'owned' | null> {
    return writeEnding(caller.request, entry, ending);
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
