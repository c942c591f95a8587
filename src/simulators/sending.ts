import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Fault } from './faults.js';
import { jsonText, parseJson } from './json.js';
import type { JsonObject } from './json.js';
import { isSuccess, json } from './wire.js';
import type { Headers, WireAnswer } from './wire.js';

/** Long enough for bytes on loopback to arrive before the reset that would overtake them. */
const beforeResetMs = 20;

/** One request being answered. */
export interface Turn {
  readonly response: ServerResponse;
  /** Ends every wait when the simulator stops. */
  readonly stopped: AbortSignal;
  /** Headers of every answer of this provider. */
  readonly headers: Headers;
  /** The genuine answer. */
  answer(): WireAnswer;
  /** Carries the request out, once. */
  apply(): void;
  /** Notes what went down the wire. */
  note(answer: WireAnswer): void;
}

/** Answers genuinely, or as the fault says. */
export async function respond(turn: Turn, fault: Fault | undefined): Promise<void> {
  if (fault?.does === 'delay') {
    if (fault.applied) turn.apply();
    await wait(fault.ms, undefined, { signal: turn.stopped });
    turn.apply();
    return send(turn, turn.answer());
  }
  if (!fault || fault.applied) turn.apply();
  switch (fault?.does) {
    case undefined:
      return send(turn, turn.answer());
    case 'answer':
      return send(turn, fixedAnswer(fault));
    case 'change':
      return send(turn, changed(turn.answer(), fault.change));
    case 'reset':
      return reset(turn, fault.when);
    case 'torn':
      return torn(turn);
    case 'truncated':
      return send(turn, { ...turn.answer(), body: half(turn.answer()) });
    case 'hang':
      return hang(turn);
    case 'trickle':
      return trickle(turn, fault.everyMs);
    case 'oversize':
      return oversize(turn, fault.bytes);
  }
}

function send(turn: Turn, answer: WireAnswer): void {
  if (turn.response.destroyed) return;
  start(turn, answer);
  turn.response.end(answer.body);
}

/** Writes the head with the length of the whole body. */
function start(turn: Turn, answer: WireAnswer): void {
  const headers: Record<string, string | number> = { ...turn.headers, ...answer.headers };
  if (answer.status !== 204) headers['content-length'] = Buffer.byteLength(answer.body);
  turn.note({ ...answer, headers: { ...turn.headers, ...answer.headers } });
  turn.response.writeHead(answer.status, headers);
}

function fixedAnswer(fault: Fault & { does: 'answer' }): WireAnswer {
  const { status, headers = {}, body = '' } = fault;
  if (typeof body === 'object' && !(body instanceof Uint8Array)) return json(status, body, headers);
  const isPage = typeof body === 'string' && body.trimStart().startsWith('<');
  const type: Headers = body.length === 0 ? {} : { 'content-type': isPage ? 'text/html' : 'application/json' };
  return { status, headers: { ...type, ...headers }, body };
}

/** A refusal has no success to change, so it passes as it is. */
function changed(answer: WireAnswer, change: (body: JsonObject) => unknown): WireAnswer {
  if (!isSuccess(answer) || answer.body.length === 0) return answer;
  // Ours to trust: the simulator wrote this text. Where it is a list, the test that asked knows.
  return { ...answer, body: jsonText(change(parseJson(text(answer)) as JsonObject)) };
}

async function reset(turn: Turn, when: 'before-answer' | 'in-headers' | 'mid-body'): Promise<void> {
  const { socket } = turn.response;
  if (when === 'in-headers') {
    socket?.write(`HTTP/1.1 ${turn.answer().status} OK\r\ncontent-type: application/js`);
    await wait(beforeResetMs);
  }
  if (when === 'mid-body') {
    start(turn, turn.answer());
    turn.response.write(half(turn.answer()));
    await wait(beforeResetMs);
  }
  socket?.resetAndDestroy();
}

function torn(turn: Turn): void {
  const { socket } = turn.response;
  start(turn, turn.answer());
  turn.response.write(half(turn.answer()), () => socket?.end());
}

async function hang(turn: Turn): Promise<void> {
  if (!turn.response.destroyed) await once(turn.response, 'close', { signal: turn.stopped });
}

async function trickle(turn: Turn, everyMs: number): Promise<void> {
  const answer = turn.answer();
  start(turn, answer);
  turn.response.flushHeaders();
  for (const byte of Buffer.from(answer.body)) {
    if (turn.response.destroyed) return;
    turn.response.write(Uint8Array.of(byte));
    await wait(everyMs, undefined, { signal: turn.stopped });
  }
  turn.response.end();
}

async function oversize(turn: Turn, bytes: number): Promise<void> {
  const { response } = turn;
  const answer = { ...turn.answer(), body: '' };
  turn.note(answer);
  // Chunked, as nobody who means to flood announces a length.
  response.writeHead(answer.status, { ...turn.headers, ...answer.headers });
  response.write('{"padding":"');
  const chunk = 'x'.repeat(64 * 1024);
  for (let sent = 0; sent < bytes && !response.destroyed; sent += chunk.length) {
    if (!response.write(chunk)) await drained(response);
  }
  response.end('"}');
}

/** Room for more, or nobody left to read it. */
async function drained(response: ServerResponse): Promise<void> {
  const settled = new AbortController();
  const either = ['drain', 'close'].map(event => once(response, event, { signal: settled.signal }));
  await Promise.race(either);
  settled.abort();
  await Promise.allSettled(either);
}

function text(answer: WireAnswer): string {
  return typeof answer.body === 'string' ? answer.body : Buffer.from(answer.body).toString();
}

function half(answer: WireAnswer): Uint8Array {
  const bytes = Buffer.from(answer.body);
  return bytes.subarray(0, Math.floor(bytes.length / 2));
}
