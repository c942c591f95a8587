import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Attempt } from '../../src/core/attempt.js';
import { Events, type Facts } from '../../src/core/events.js';
import { MutationFailure, OutcomeUncertain } from '../../src/core/failures.js';
import { WalletProvider } from '../../src/core/provider.js';
import type { Call } from '../../src/core/request.js';
import type { Answer } from '../../src/upstream/answers.js';
import { Client, path } from '../../src/upstream/client.js';
import type { TokenSource } from '../../src/upstream/oauth.js';
import { closedPort, listening } from './ports.js';
import { handClock, type HandClock } from './time.js';

/** The gateway's own client, with time in a test's hand, and a provider over HTTP that does what the test says. */
export interface TestUpstream {
  readonly client: Client;
  readonly clock: HandClock;
  readonly called: readonly Facts['called'][];
  readonly circuits: readonly Facts['circuitChanged'][];
  /** What arrived at the provider. */
  readonly heard: readonly Heard[];
  /** How often a create asked whether it may be sent. */
  readonly asked: () => number;
  read(call?: Partial<Call>): Promise<Ending>;
  create(attempt?: Partial<Attempt>): Promise<Ending>;
  stop(): Promise<void>;
}

export interface Heard {
  readonly method: string;
  /** On the test's monotonic clock. */
  readonly at: number;
  readonly response: ServerResponse;
  readonly request: IncomingMessage;
}

/** A status, or what was thrown. */
export type Ending = number | Error;

export interface TestUpstreamOptions {
  readonly timeoutMs?: number;
  readonly random?: () => number;
  /** Nobody listens where the provider should be. */
  readonly isUnreachable?: boolean;
  readonly token?: TokenSource;
}

export type Behaviour = (response: ServerResponse, index: number, request: IncomingMessage) => void;

export function answers(status: number, headers: Readonly<Record<string, string>> = {}): Behaviour {
  return response => void response.writeHead(status, headers).end('{}');
}

/** The connection breaks; the request had arrived. */
export const resets: Behaviour = response => void response.socket?.resetAndDestroy();

/** It never answers. */
export const hangs: Behaviour = () => undefined;

export async function openUpstream(behaviour: Behaviour, options: TestUpstreamOptions = {}): Promise<TestUpstream> {
  const clock = handClock();
  const events = new Events();
  const called: Facts['called'][] = [];
  const circuits: Facts['circuitChanged'][] = [];
  events.on('called', fact => called.push(fact));
  events.on('circuitChanged', fact => circuits.push(fact));
  const heard: Heard[] = [];
  let asked = 0;
  const server = createServer((request, response) => {
    response.on('error', () => undefined);
    const index = heard.push({ method: request.method ?? '', at: clock.monotonic(), response, request }) - 1;
    request.resume().on('end', () => behaviour(response, index, request));
  });
  const port = await listening(server);
  const client = new Client({
    provider: WalletProvider.MOOV,
    baseUrl: `http://127.0.0.1:${options.isUnreachable === true ? await closedPort() : port}`,
    headers: {},
    secrets: [],
    token: options.token,
    wire: {
      events,
      clock,
      random: options.random ?? (() => 1),
      timeoutMs: options.timeoutMs ?? 10_000,
      maximumBytes: 1_000,
      useProxy: false,
    },
  });
  const request = { id: 'test' };
  return {
    client,
    clock,
    called,
    circuits,
    heard,
    asked: () => asked,
    read: (call = {}) => endingOf(client.get(path`/wallets`, { request, ...call })),
    create: (attempt = {}) =>
      endingOf(
        client.post(
          path`/wallets`,
          { name: 'Payroll' },
          {
            request,
            operationId: 'operation',
            providerKey: 'key',
            noted: null,
            note: () => Promise.resolve(),
            onSending: () => void (asked += 1),
            ...attempt,
          },
        ),
      ),
    async stop() {
      await client.close();
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}

async function endingOf(answer: Promise<Answer>): Promise<Ending> {
  try {
    return (await answer).status;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** In a few words, how it ended. */
export function told(ending: Ending): object {
  if (typeof ending === 'number') return { status: ending };
  if (ending instanceof OutcomeUncertain) return { uncertain: true };
  if (!(ending instanceof MutationFailure)) return { thrown: ending.name };
  const { code, retry, retryAfterSeconds, provider, message } = ending.error;
  return { code, retry, retryAfterSeconds, provider, message };
}

/** These in turn, and the last of them from then on. */
export function inTurn(...behaviours: readonly Behaviour[]): Behaviour {
  return (response, index, request) => behaviours[Math.min(index, behaviours.length - 1)]?.(response, index, request);
}

/** A deadline that `ended` does not come near to, however slow the machine. */
export const endless: TestUpstreamOptions = { timeoutMs: 1e12 };

/** Lets time pass until it is over. For what has no deadline in reach: exchanges take as long as they take. */
export async function ended<Value>({ clock }: TestUpstream, call: Promise<Value>): Promise<Value> {
  const state = { isOver: false };
  const ending = call.finally(() => (state.isOver = true));
  while (!state.isOver) await clock.pass(10);
  return ending;
}

/** Waits for the fact, not for any time; a fact that never comes is a test that never ends. */
export async function turnsUntil(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise(setImmediate);
}
