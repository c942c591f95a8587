import { pino, type Logger } from 'pino';
import type { RequestRecord } from '../core/request.js';
import type { Events, Facts } from '../core/events.js';
import { CallerGone, JournalAway } from '../core/failures.js';
import { CircuitState } from '../core/health.js';

/**
 * What is logged: one line for a request, and lines of their own for failures and tokens. Every member is named here;
 * nothing is logged because it happened to be in an object.
 */

/** Writes to standard output what a turn of the event loop has logged, at its end and in one write. */
export function openLog(level: string): Logger {
  const output = pino.destination({ dest: 1, sync: true });
  let held = '';
  const flush = (): void => {
    const lines = held;
    held = '';
    if (lines !== '') output.write(lines);
  };
  process.on('exit', flush);
  const stream = {
    write(line: string): void {
      if (held === '') setImmediate(flush);
      held += line;
    },
  };
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, stream);
}

export interface EndedRequest {
  readonly method: string;
  readonly status: number;
  readonly operationName: string | null;
  /** Null where nobody was known yet. */
  readonly tenant: string | null;
  /** Why nobody was: an expired token, another audience. Null where it was not about that. */
  readonly refused: string | null;
  readonly durationMs: number;
  readonly wasHungUp: boolean;
}

/** What the edge tells of each request. What happens after its end, such as an attempt that outlives it, has no line. */
export interface RequestLog {
  /** A request with that id begins: its record collects what happens in it. */
  began(id: string): RequestRecord;
  ended(request: RequestRecord, ended: EndedRequest): void;
}

/** A page of wallets with their details may cost a hundred calls; as many of them as a person reads. */
const callsLogged = 50;

/** Who works on a request knows its id alone. */
class LoggedRequest implements RequestRecord {
  readonly calls: object[] = [];
  /** Calls beyond those that are named. */
  moreCalls = 0;
  readonly operations: object[] = [];

  constructor(readonly id: string) {}
}

/** Starts to listen; answers with what is told of requests. */
export function logEvents(events: Events, logger: Logger): RequestLog {
  events.on('called', called => {
    const { request, tenant, provider, method, route, status, wasSent, providerRequestId, error } = called;
    const line = { provider, method, route, status, ms: tenths(called.durationMs), providerRequestId };
    if (request instanceof LoggedRequest) {
      if (request.calls.length < callsLogged) request.calls.push(line);
      else request.moreCalls += 1;
    }
    if (error !== null && !wasGivenUp(error))
      logger.warn(
        { requestId: request.id, tenant, ...line, wasSent, error: shapeOf(error) },
        'a provider did not answer',
      );
  });
  events.on('operated', ({ request, operationId, mutation, provider, result, isReplay, durationMs }) => {
    if (!(request instanceof LoggedRequest)) return;
    request.operations.push({ id: operationId, mutation, provider, result, isReplay, ms: tenths(durationMs) });
  });
  events.on('unreadable', ({ request, tenant, provider, status, sample }) => {
    logger.warn({ requestId: request.id, tenant, provider, status, sample }, 'an answer could not be read');
  });
  events.on('disputed', ({ request, tenant, provider, field }) => {
    logger.warn(
      { requestId: request.id, tenant, provider, field },
      'an answer tells an amount in two ways that differ',
    );
  });
  events.on('circuitChanged', ({ tenant, provider, calls, state }) => {
    const line = { tenant, provider, calls, state };
    if (state === CircuitState.OPEN) logger.warn(line, 'a provider fails: calls are refused');
    else if (state === CircuitState.HALF_OPEN) logger.info(line, 'one call sees whether the provider works again');
    else logger.info(line, 'the provider works again');
  });
  events.on('held', ({ tenant, provider, seconds }) => {
    logger.warn({ tenant, provider, seconds }, 'a provider asked for a pause: calls wait or are refused');
  });
  events.on('overflowed', ({ tenant, provider, calls }) => {
    logger.warn({ tenant, provider, calls }, 'too much waits for a provider: calls are refused');
  });
  events.on('tokenFetched', ({ tenant, provider, durationMs, expiresInSeconds }) => {
    logger.info({ tenant, provider, ms: tenths(durationMs), expiresInSeconds }, 'token fetched');
  });
  events.on('tokenFetchFailed', ({ tenant, provider, durationMs, status, error }) => {
    logger.warn({ tenant, provider, ms: tenths(durationMs), status, error: shapeOf(error) }, 'no token');
  });
  events.on('settled', ({ tenant, operationId, mutation, provider, status, afterMs }) => {
    const line = { tenant, operationId, mutation, provider, status, ms: tenths(afterMs) };
    if (status === 'attention') logger.error(line, 'an operation needs attention');
    else logger.info(line, 'an unknown outcome was settled');
  });
  events.on('foreignWallet', ({ request, tenant, operationId, provider }) => {
    logger.error({ requestId: request.id, tenant, operationId, provider }, "an answer held another operation's wallet");
  });
  events.on('cacheChanged', ({ doing, isWorking, reason }) => {
    if (isWorking) logger.info({ doing }, 'the shared cache works again');
    else logger.warn({ doing, reason }, 'the shared cache does not work');
  });
  events.on('keysFetched', ({ keys }) => {
    logger.info({ keys }, "the issuer's keys were fetched");
  });
  events.on('keysFetchFailed', ({ reason, hasKeys }) => {
    if (hasKeys) logger.warn({ reason }, "the issuer's keys cannot be fetched: the former ones are used");
    else logger.error({ reason }, "the issuer's keys cannot be fetched: no token can be checked");
  });
  events.on('apiKeysRead', ({ keys }) => {
    logger.info({ keys }, 'the file of API keys was read');
  });
  events.on('apiKeysUnusable', ({ reason }) => {
    logger.error({ reason }, 'the file of API keys cannot be read: the former keys go on');
  });
  events.on('limiterChanged', ({ doing, isWorking, reason }) => {
    if (isWorking) logger.info({ doing }, 'the shared count of mutations works again');
    else logger.warn({ doing, reason }, 'the shared count of mutations does not work: they are refused');
  });
  events.on('listeningChanged', ({ isWorking, reason }) => {
    if (isWorking) logger.info('what other gateways do is heard again');
    else logger.warn({ reason }, 'what other gateways do is not heard: who waits for them looks by themselves');
  });
  events.on('cameAsText', ({ request, operationName, sha256, isTrusted }) => {
    const line = { requestId: request.id, operationName, sha256, isTrusted };
    logger.warn(line, 'a document came as text, which TRUSTED_DOCUMENTS=file would refuse');
  });
  let isJournalAway = false;
  events.on('journalChanged', ({ database, isWorking, reason }) => {
    isJournalAway = !isWorking;
    if (isWorking) logger.info({ database }, 'the journal can be reached again');
    else logger.error({ database, reason }, 'the journal cannot be reached: mutations are refused');
  });
  /** Each failure by itself, but for those of which it was said already that and why they are. */
  const logFailure = ({ request, doing, error }: Facts['broken'], message: string): void => {
    const line = { requestId: request?.id ?? null, doing };
    if (isJournalAway && isAboutJournal(error)) logger.debug(line, message);
    else logger.error({ ...line, error: shapeOf(error) }, message);
  };
  events.on('journalFailed', failed => logFailure(failed, 'the journal failed'));
  events.on('broken', failed => logFailure(failed, 'something broke'));

  const ended: RequestLog['ended'] = (request, told) => {
    const { method, status, operationName, tenant, refused, durationMs, wasHungUp } = told;
    const { calls, moreCalls, operations } = request instanceof LoggedRequest ? request : new LoggedRequest(request.id);
    // What is undefined is no member of a line.
    const line = {
      requestId: request.id,
      tenant,
      method,
      status,
      operationName,
      ms: tenths(durationMs),
      refused: refused ?? undefined,
      calls,
      moreCalls: moreCalls === 0 ? undefined : moreCalls,
      operations,
      wasHungUp: wasHungUp || undefined,
    };
    logger.info(line, 'request');
  };
  return { began: id => new LoggedRequest(id), ended };
}

/** It failed because the journal could not be reached. */
function isAboutJournal(error: unknown): boolean {
  return error instanceof JournalAway || (error instanceof Error && isAboutJournal(error.cause));
}

/** It did not answer because nobody waited for it for long: no fault of its own. */
function wasGivenUp(error: unknown): boolean {
  return error instanceof Error && error.cause instanceof CallerGone && !error.cause.wasSilent;
}

/** Names, codes and places of an error and its causes. Messages are left out: they may quote what somebody sent. */
export function shapeOf(error: unknown, depth = 0): object | string {
  if (!(error instanceof Error)) return typeof error;
  return {
    name: isWord(error.name) ? error.name : 'Error',
    ...('code' in error && isWord(error.code) ? { code: error.code } : {}),
    ...('errcode' in error && typeof error.errcode === 'number' ? { errcode: error.errcode } : {}),
    at: framesOf(error),
    ...(error.cause === undefined || depth > 3 ? {} : { cause: shapeOf(error.cause, depth + 1) }),
  };
}

/** As names and codes are; anything else may be what somebody sent. */
function isWord(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z]\w{0,63}$/.test(value);
}

/** A message may have lines that look like frames. Those that are begin behind it; nobody knows where if it was changed. */
function framesOf({ stack = '', message }: Error): string[] {
  const end = stack.indexOf(message);
  const lines = end < 0 ? [] : stack.slice(end + message.length).split('\n');
  const frames = lines.map(line => line.trim()).filter(line => line.startsWith('at '));
  return frames.slice(0, 4);
}

function tenths(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10;
}
