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
  readonly onSending?: (() => void) | undefined;
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
  return new Promise((resolve, reject) => new Exchange(request, resolve, reject).begin(dispatcher));
}

/** One object for each exchange, and no closures of its own: thousands may be under way. */
class Exchange implements Dispatcher.DispatchHandler {
  readonly #request: WireRequest;
  readonly #resolve: (answer: WireAnswer) => void;
  readonly #reject: (error: NotSent | AnswerLost) => void;
  readonly #since: number;
  readonly #callOff: () => void;
  #leave: (() => void) | null = null;
  #controller: Dispatcher.DispatchController | null = null;
  #isOver = false;
  #wasSent = false;
  #status: number | null = null;
  #headers: IncomingHttpHeaders = {};
  #chunks: Buffer[] = [];
  #size = 0;

  constructor(
    request: WireRequest,
    resolve: (answer: WireAnswer) => void,
    reject: (error: NotSent | AnswerLost) => void,
  ) {
    const { clock, deadline } = request;
    this.#request = request;
    this.#resolve = resolve;
    this.#reject = reject;
    this.#since = clock.monotonic();
    // A deadline of our own: undici's time-outs are idle timers, which one byte now and then keeps quiet for ever.
    this.#callOff = clock.after(Math.max(0, deadline - this.#since), () =>
      this.#fail(new DeadlinePassed(this.#wasSilent())),
    );
  }

  begin(dispatcher: Dispatcher): void {
    const { origin, method, path, headers, body, signal } = this.#request;
    if (signal !== undefined) {
      const leave = (): void => this.#fail(new CallerGone(this.#wasSilent()));
      if (signal.aborted) return leave();
      this.#leave = leave;
      signal.addEventListener('abort', leave);
    }
    try {
      dispatcher.dispatch(
        { origin, method, path, headers: headers as string[], body, headersTimeout: 0, bodyTimeout: 0 },
        this,
      );
    } catch (error) {
      this.#fail(error);
    }
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    const { clock, deadline, roomMs, onSending } = this.#request;
    this.#controller = controller;
    if (this.#isOver) return controller.abort(new Error('Given up before it was sent.'));
    if (this.#wasSent) return this.#fail(new Error('It would have been sent a second time.'));
    // The timer may be late, and a connection on loopback is quicker than the shortest timer.
    const leftMs = deadline - clock.monotonic();
    if (leftMs <= 0 || leftMs < roomMs) return this.#fail(new DeadlinePassed(this.#wasSilent()));
    try {
      onSending?.();
      this.#wasSent = true;
    } catch (error) {
      this.#fail(error);
    }
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders): void {
    if (status < 200) return;
    this.#status = status;
    this.#headers = headers;
    if (Number(headers['content-length']) > this.#request.maximumBytes) this.#fail(new TooLarge());
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#size += chunk.length;
    if (this.#size > this.#request.maximumBytes) this.#fail(new TooLarge());
    else this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    if (this.#isOver) return;
    if (this.#status === null) return this.#fail(new Error('The answer had no status.'));
    this.#end();
    const [only] = this.#chunks;
    const body = only !== undefined && this.#chunks.length === 1 ? only : Buffer.concat(this.#chunks, this.#size);
    this.#resolve({ status: this.#status, headers: this.#headers, body });
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#fail(error);
  }

  #wasSilent(): boolean {
    const { clock, silentAfterMs } = this.#request;
    return clock.monotonic() - this.#since >= silentAfterMs;
  }

  #end(): void {
    this.#isOver = true;
    this.#callOff();
    if (this.#leave !== null) this.#request.signal?.removeEventListener('abort', this.#leave);
  }

  #fail(cause: unknown): void {
    if (this.#isOver) return;
    this.#end();
    this.#reject(this.#wasSent ? new AnswerLost(cause, this.#status) : new NotSent(cause));
    this.#controller?.abort(cause instanceof Error ? cause : new Error(String(cause)));
  }
}
