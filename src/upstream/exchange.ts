import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher } from 'undici';
import type { Clock } from '../core/clock.js';
import { CallerGone, DeadlinePassed } from '../core/failures.js';

/**
 * One HTTP exchange with a provider, and the answer to the question on which everything rests: was it sent?
 * undici says so at one point only, in the synchronous step before it writes the first byte (`onRequestStart`). Codes
 * do not tell: ECONNRESET comes before a connection and in the middle of an answer.
 */

/** Nothing of the request left this process. A create may be sent again. */
export class NotSent extends Error {
  constructor(cause: unknown) {
    super('The request was not sent.', { cause });
    this.name = 'NotSent';
  }
}

/** The request left, in part or whole, and no whole answer came back. */
export class AnswerLost extends Error {
  constructor(
    cause: unknown,
    /** The status line, if it came as far as that. It proves nothing. */ readonly status: number | null,
  ) {
    super('The request was sent and its answer was lost.', { cause });
    this.name = 'AnswerLost';
  }
}

/** A cause: an answer is there, and more of it than is read. */
export class TooLarge extends Error {
  constructor() {
    super('The answer is larger than is read.');
    this.name = 'TooLarge';
  }
}

/** Only a GET is a read. */
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface WireRequest {
  readonly origin: string;
  readonly method: Method;
  /** Path and query. */
  readonly path: string;
  /** Names and values in turn. */
  readonly headers: readonly string[];
  readonly body: string | null;
  readonly clock: Clock;
  /** On the monotonic clock; no part of the exchange goes on after it. */
  readonly deadline: number;
  /** With less than this left before the deadline, not one byte is written: to connect may take most of the time. */
  readonly roomMs: number;
  /** An exchange that is given up before that says nothing of the provider; see `silentAfterMs` in `waiting`. */
  readonly silentAfterMs: number;
  /** Bytes beyond which an answer is given up. */
  readonly maximumBytes: number;
  /** Called in the step in which the first byte would be written; throwing keeps it from being written. */
  readonly onSending?: () => void;
  /** Ends the exchange, and closes its connection, when nobody waits for the answer any more. */
  readonly signal?: AbortSignal | undefined;
}

export interface WireAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Rejects with `NotSent` or `AnswerLost`, never with anything else. Redirects are answers like any other. */
export function exchange(dispatcher: Dispatcher, request: WireRequest): Promise<WireAnswer> {
  return new Promise((resolve, reject) => {
    let isOver = false;
    let wasSent = false;
    let controller: Dispatcher.DispatchController | undefined;
    let status: number | null = null;
    let headers: IncomingHttpHeaders = {};
    const chunks: Buffer[] = [];
    let size = 0;

    const over = (): void => {
      isOver = true;
      callOff();
      signal?.removeEventListener('abort', leave);
    };
    const fail = (cause: unknown): void => {
      if (isOver) return;
      over();
      reject(wasSent ? new AnswerLost(cause, status) : new NotSent(cause));
      controller?.abort(cause instanceof Error ? cause : new Error(String(cause)));
    };
    const { clock, deadline, signal } = request;
    const since = clock.monotonic();
    const wasSilent = (): boolean => clock.monotonic() - since >= request.silentAfterMs;
    const leave = (): void => fail(new CallerGone(wasSilent()));
    // A deadline of our own: undici's time-outs are idle timers, which one byte now and then keeps quiet for ever.
    const callOff = clock.after(Math.max(0, deadline - since), () => fail(new DeadlinePassed(wasSilent())));

    const handler: Dispatcher.DispatchHandler = {
      onRequestStart(started) {
        controller = started;
        if (isOver) return started.abort(new Error('Given up before it was sent.'));
        if (wasSent) return fail(new Error('It would have been sent a second time.'));
        // The timer may be late, and a connection on loopback is quicker than the shortest timer.
        const leftMs = deadline - clock.monotonic();
        if (leftMs <= 0 || leftMs < request.roomMs) return fail(new DeadlinePassed(wasSilent()));
        try {
          request.onSending?.();
          wasSent = true;
        } catch (error) {
          fail(error);
        }
      },
      onResponseStart(_controller, statusCode, received) {
        if (statusCode < 200) return;
        status = statusCode;
        headers = received;
        if (Number(received['content-length']) > request.maximumBytes) fail(new TooLarge());
      },
      onResponseData(_controller, chunk) {
        size += chunk.length;
        if (size > request.maximumBytes) fail(new TooLarge());
        else chunks.push(chunk);
      },
      onResponseEnd() {
        if (isOver) return;
        if (status === null) return fail(new Error('The answer had no status.'));
        over();
        resolve({ status, headers, body: Buffer.concat(chunks, size) });
      },
      onResponseError(_controller, error) {
        fail(error);
      },
    };

    if (signal?.aborted === true) return leave();
    signal?.addEventListener('abort', leave);
    try {
      const { origin, method, path, body } = request;
      dispatcher.dispatch(
        { origin, method, path, headers: request.headers as string[], body, headersTimeout: 0, bodyTimeout: 0 },
        handler,
      );
    } catch (error) {
      fail(error);
    }
  });
}
