import type { GraphQLInputType, GraphQLSchema } from 'graphql';
import { typeNameOf } from './codec.js';
import type { Call, RequestRecord } from './request.js';
import {
  IdempotencyKeyReusedError,
  InvalidInputError,
  MutationError,
  OperationInProgressError,
  OutcomeUnknownError,
  type ProviderErrorResponse,
  ProviderUnavailableError,
  RetryAdvice,
} from './errors.js';
import { errorOf, MutationFailure, OutcomeUncertain } from './failures.js';
import type { Events } from './events.js';
import type { Entry, Forgets, Journal } from './journal.js';
import type { Settlement } from './journal-store.js';
import type { Operation } from './operation.js';
import { providerTitles, type WalletProvider } from './provider.js';
import { invalidFields } from './validation.js';

/** What a client wants done, once. */
export interface Intent {
  /** The mutation's field name; its argument `input` is validated by the schema's type for it. */
  readonly mutation: string;
  readonly provider: WalletProvider;
  readonly input: { readonly idempotencyKey: string };
  /** What becomes of an unknown outcome: it is followed, or is final since nothing can be read back and asking anew is harmless. */
  readonly whenUnknown?: 'follow' | 'startOver';
  /** Parts of a success that are not kept for long. */
  readonly forgets?: Forgets;
}

/** One try at an intent, as those who carry it out see it. */
export interface Attempt extends Call {
  /** The idempotency key for a provider that takes one: a UUID made of tenant, mutation and key alone. */
  readonly providerKey: string;
  /** Called in the synchronous step before the first byte of the create is written. From then on it may be done. */
  onSending(): void;
}

/** Carries out an attempt: answers with the success, throws a `MutationFailure` or `OutcomeUncertain`. */
export type Perform<Success extends object> = (attempt: Attempt) => Promise<Success>;

export interface OperationRunner {
  run(caller: Caller, intent: Intent, perform: Perform<object>): Promise<object>;
  /** Resolves when no attempt is under way any more. */
  idle(): Promise<void>;
}

export interface Caller {
  readonly request: RequestRecord;
  readonly tenant: string;
}

interface RunnerOptions {
  readonly schema: GraphQLSchema;
  readonly journal: Journal;
  readonly events: Events;
  /** How long a caller waits for the answer to an attempt that another one with its key has under way. */
  readonly sameKeyWaitMs: number;
}

/**
 * The one place that validates, claims the idempotency key, performs, settles, and makes data of failures.
 * A key is claimed, durably, before anything is sent; whatever happens then is in the journal or is unknown.
 */
export function operationRunner({ schema, journal, events, sameKeyWaitMs }: RunnerOptions): OperationRunner {
  /** Attempts of this process by operation id: those who come with the same key share the answer. */
  const running = new Map<string, Promise<object>>();

  return {
    async run(caller, intent, perform) {
      const since = performance.now();
      const { result, entry, isReplay } = await resultOf(caller, intent, perform);
      events.emit('operated', {
        request: caller.request,
        operationId: entry?.operation.id ?? null,
        mutation: intent.mutation,
        provider: intent.provider,
        result: typeNameOf(result),
        isReplay,
        durationMs: performance.now() - since,
      });
      return result;
    },

    async idle() {
      await Promise.allSettled(running.values());
    },
  };

  async function resultOf(caller: Caller, intent: Intent, perform: Perform<object>): Promise<Outcome> {
    const fields = invalidFields(inputTypeOf(schema, intent.mutation), intent.input, ['input']);
    if (fields.length > 0) return withoutEntry(errorOf(InvalidInputError, { message: 'The input is wrong.', fields }));

    let entry: Awaited<ReturnType<Journal['claim']>>;
    try {
      entry = await journal.claim({ ...intent, tenant: caller.tenant, idempotencyKey: intent.input.idempotencyKey });
    } catch (error) {
      events.emit('journalFailed', { request: caller.request, doing: 'claim', error });
      return withoutEntry(journalDown());
    }
    if (!entry.isSameInput) return { result: keyReused(entry.operation), entry, isReplay: false };
    if (!entry.isClaimed) return { result: await standing(caller, intent, entry), entry, isReplay: true };
    return { result: await begin(caller, intent, entry, perform), entry, isReplay: false };
  }

  /** The attempt outlives its caller: a client that hangs up does not orphan it. */
  function begin(caller: Caller, intent: Intent, entry: Entry, perform: Perform<object>): Promise<object> {
    const answer = attempt(caller, intent, entry, perform).finally(() => running.delete(entry.operation.id));
    running.set(entry.operation.id, answer);
    return answer;
  }

  async function attempt(caller: Caller, intent: Intent, entry: Entry, perform: Perform<object>): Promise<object> {
    let wasSent = false;
    const settle = (status: Settlement['status'], result: object | null, forgets?: Forgets) =>
      settled(caller, entry, status, result, forgets);
    try {
      const success = await perform({
        request: caller.request,
        providerKey: entry.providerKey,
        onSending: () => void (wasSent = true),
      });
      const operation = await settle('done', success, intent.forgets);
      return operation === null ? outcomeUnknown(intent, entry.operation, notWritten) : success;
    } catch (error) {
      if (error instanceof MutationFailure) {
        const operation = await settle('refused', error.error);
        if (operation !== null) return withOperation(error.error, operation);
        return outcomeUnknown(intent, entry.operation, notWritten, error.error.providerResponse);
      }
      if (error instanceof OutcomeUncertain) {
        return uncertain(intent, entry, error.providerResponse, settle);
      }
      // A mistake of ours. Before anything was sent it is thrown on; afterwards it may have been done all the same.
      if (wasSent) {
        events.emit('broken', { request: caller.request, doing: intent.mutation, error });
        return uncertain(intent, entry, null, settle);
      }
      await settle('refused', nothingSent());
      throw error;
    }
  }

  async function uncertain(
    intent: Intent,
    entry: Entry,
    response: ProviderErrorResponse | null,
    settle: (status: Settlement['status'], result: object | null) => Promise<Operation | null>,
  ): Promise<object> {
    const answer = outcomeUnknown(intent, entry.operation, noAnswer(intent), response);
    const isFinal = intent.whenUnknown === 'startOver';
    const stored = isFinal ? withoutOperation(answer) : null;
    return withOperation(answer, (await settle(isFinal ? 'lost' : 'unknown', stored)) ?? entry.operation);
  }

  /** The operation as it then stands; null where the journal could not be written, so that nothing is certain. */
  async function settled(
    caller: Caller,
    entry: Entry,
    status: Settlement['status'],
    result: object | null,
    forgets?: Forgets,
  ): Promise<Operation | null> {
    try {
      return (await journal.settle(entry, status, result, forgets)).operation;
    } catch (error) {
      events.emit('journalFailed', { request: caller.request, doing: 'settle', error });
      return null;
    }
  }

  /** What a key answers that is not free. */
  async function standing(caller: Caller, intent: Intent, entry: Entry): Promise<object> {
    if (entry.status === 'unknown') return outcomeUnknown(intent, entry.operation, noAnswer(intent));
    if (entry.status !== 'calling') {
      return entry.operation.result ?? outcomeUnknown(intent, entry.operation, noAnswer(intent));
    }
    if (entry.owner !== journal.owner) return inProgress(entry.operation);
    if (!running.has(entry.operation.id)) await new Promise(setImmediate); // its claim came back in this very turn
    const answer = running.get(entry.operation.id);
    if (answer !== undefined) return within(sameKeyWaitMs, answer, () => inProgress(entry.operation));
    // Nobody works on it: its end could not be written down. Only this process could have, so it is unknown.
    const operation = await settled(caller, entry, 'unknown', null);
    return outcomeUnknown(intent, operation ?? entry.operation, notWritten);
  }
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

function inputTypeOf(schema: GraphQLSchema, mutation: string): GraphQLInputType {
  const field = schema.getMutationType()?.getFields()[mutation];
  const type = field?.args.find(argument => argument.name === 'input')?.type;
  if (type === undefined) throw new Error(`There is no mutation ${mutation} with an argument "input".`);
  return type;
}

async function within<Value>(milliseconds: number, value: Promise<Value>, otherwise: () => Value): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Value>(resolve => (timer = setTimeout(() => resolve(otherwise()), milliseconds)));
  return Promise.race([value, late]).finally(() => clearTimeout(timer));
}

const notWritten = 'The gateway could not write down how this ended: it may or may not have been done.';

function noAnswer({ provider }: Intent): string {
  return `The request was sent to ${providerTitles[provider]}, and no trustworthy answer is known: it may or may not have been done.`;
}

function outcomeUnknown(
  intent: Intent,
  operation: Operation,
  message: string,
  providerResponse: ProviderErrorResponse | null = null,
): OutcomeUnknownError {
  const retry = intent.whenUnknown === 'startOver' ? RetryAdvice.RETRY_WITH_NEW_KEY : RetryAdvice.FOLLOW_OPERATION;
  return errorOf(OutcomeUnknownError, { message, retry, provider: intent.provider, providerResponse, operation });
}

/** As it is stored: the operation points to its error, and not back. */
function withoutOperation(error: OutcomeUnknownError): OutcomeUnknownError {
  return errorOf(OutcomeUnknownError, { ...error, operation: null });
}

/** A copy: callers whose attempts failed for one reason, such as a token they all waited for, share the error. */
function withOperation(error: MutationError, operation: Operation): MutationError {
  const copy = Object.create(Object.getPrototypeOf(error) as object) as MutationError; // of the error's own class
  return Object.assign(copy, error, { operation });
}

function keyReused(operation: Operation): object {
  return errorOf(IdempotencyKeyReusedError, {
    message: 'This idempotency key was used before with another input. Nothing was sent.',
    operation,
  });
}

function inProgress(operation: Operation): object {
  return errorOf(OperationInProgressError, {
    message: 'The same key is being worked on right now.',
    retryAfterSeconds: 1,
    operation,
  });
}

function journalDown(): object {
  return errorOf(ProviderUnavailableError, {
    message: 'The gateway cannot write its journal, so nothing was sent.',
  });
}

function nothingSent(): object {
  return errorOf(ProviderUnavailableError, { message: 'The gateway failed before anything was sent.' });
}
