import { appendFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import type { Simulators } from '../../src/simulators/index.js';
import type { Asked, Step } from './scripts.js';

/**
 * Writes down what a test sends to its gateways and does to their simulators, where RECORD_REQUESTS names a folder: one
 * script for each gateway, with its answers. `record.ts` makes the corpus of them.
 */

export interface RecordedStep extends Step {
  /** What the gateway answered, or the simulator gave. */
  answer?: string;
}

export interface Recorded {
  readonly name: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly steps: readonly RecordedStep[];
}

/** Gateways that are running, by their ports. */
const running = new Map<number, { environment: Recorded['environment']; steps: RecordedStep[] }>();

/** A gateway of a test, and the simulators as the test is to use them. */
export function recorded(url: string, environment: Recorded['environment'], simulators: Simulators): Simulators {
  const steps: RecordedStep[] = [];
  running.set(Number(new URL(url).port), { environment, steps });
  const watched = (name: string, target: object): object =>
    new Proxy(target, {
      get(of, member) {
        const value: unknown = Reflect.get(of, member);
        if (typeof member === 'symbol' || member === 'stop') return value;
        if (name === '' && typeof value === 'object' && value !== null) return watched(member, value);
        if (typeof value !== 'function') return value;
        return (...given: unknown[]) => {
          const result: unknown = Reflect.apply(value, of, given);
          if (!hasFunction(given)) {
            steps.push({ control: { simulator: name, does: member, given }, answer: JSON.stringify(result) ?? '' });
          }
          return result;
        };
      },
    });
  return watched('', simulators) as Simulators; // it is, but for who looks on
}

/** A change of an answer cannot be written down: it goes out as it is. */
function hasFunction(value: unknown): boolean {
  if (typeof value === 'function') return true;
  return typeof value === 'object' && value !== null && Object.values(value).some(hasFunction);
}

export function stopped(url: string): void {
  const port = Number(new URL(url).port);
  const found = running.get(port);
  running.delete(port);
  if (found === undefined || found.steps.length === 0) return;
  const path = expect.getState().testPath ?? '';
  const name = path.slice(path.lastIndexOf('dist/test/') + 'dist/test/'.length).replace(/\.test\.js$/, '');
  const line: Recorded = { name, ...found };
  appendFileSync(
    join(process.env.RECORD_REQUESTS ?? '', `${name.replaceAll('/', '-')}.jsonl`),
    `${JSON.stringify(line)}\n`,
  );
}

// Jest gives every file of tests the same servers of Node's.
const original = Symbol.for('billfold: the emit that nobody records');
const prototype = http.Server.prototype as http.Server & { [original]?: http.Server['emit'] };
// oxlint-disable-next-line unbound-method -- called with its server
const emit = (prototype[original] ??= prototype.emit);
prototype.emit = function (this: http.Server, event: string | symbol, ...given: unknown[]) {
  const [request, response] = given;
  if (event === 'request' && request instanceof http.IncomingMessage && response instanceof http.ServerResponse) {
    const { port } = this.address() as AddressInfo; // it listens on a port
    const steps = running.get(port)?.steps;
    if (steps !== undefined) watch(request, response, steps);
  }
  return Reflect.apply(emit, this, [event, ...given]) as boolean;
} as typeof emit;

function watch(request: http.IncomingMessage, response: http.ServerResponse, steps: RecordedStep[]): void {
  const { host: _host, connection: _connection, 'content-length': _length, ...headers } = request.headers;
  const asked = {
    method: request.method ?? '',
    path: request.url ?? '',
    headers: headers as Asked['headers'],
    body: '',
  };
  const step: RecordedStep = { asked };
  steps.push(step);
  const chunks: Buffer[] = [];
  const push = request.push.bind(request);
  request.push = (chunk: Buffer | null, ...rest) => {
    if (chunk !== null) chunks.push(chunk);
    return push(chunk, ...rest);
  };
  response.once('finish', () => {
    const body = Buffer.concat(chunks);
    const text = body.toString('utf8');
    Object.assign(asked, { body: Buffer.from(text).equals(body) ? text : { base64: body.toString('base64') } });
  });
  const end = response.end.bind(response) as (...given: unknown[]) => http.ServerResponse;
  response.end = ((...given: unknown[]) => {
    if (typeof given[0] === 'string') step.answer = given[0];
    return end(...given);
  }) as typeof response.end;
}
