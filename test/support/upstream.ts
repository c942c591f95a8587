import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Attempt } from '../../src/core/attempt.js';
import { Events, type Facts } from '../../src/core/events.js';
import { MutationFailure, OutcomeUncertain } from '../../src/core/failures.js';
import { WalletProvider } from '../../src/core/provider.js';
import type { Call } from '../../src/core/request.js';
import type { Answer } from '../../src/upstream/answers.js';
import { Client, connect, path, type Extras } from '../../src/upstream/client.js';
import { clientCredentials, type TokenSource } from '../../src/upstream/oauth.js';
import { closedPort, listening } from './ports.js';
import { handClock, type HandClock } from './time.js';

/** The gateway's own client, with time in a test's hand, and a provider over HTTP that does what the test says. */
export interface TestUpstream {
  readonly client: Client;
  readonly clock: HandClock;
  readonly called: readonly Facts['called'][];
  readonly circuits: readonly Facts['circuitChanged'][];
  readonly holds: readonly Facts['held'][];
  readonly overflows: readonly Facts['overflowed'][];
  /** What arrived at the provider. */
  readonly heard: readonly Heard[];
  /** What arrived at its token endpoint, where it has one. */
  readonly fetched: readonly Heard[];
  /** How often a create asked whether it may be sent. */
  readonly asked: () => number;
  read(call?: Partial<Call>, extras?: Extras): Promise<Ending>;
  /** As a datasource sees it. */
  answer(call?: Partial<Call>): Promise<Answer>;
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
  /** What its token endpoint does. */
  readonly tokens?: Behaviour;
}

export type Behaviour = (response: ServerResponse, index: number, request: IncomingMessage) => void;

export function answers(status: number, headers: Readonly<Record<string, string>> = {}): Behaviour {
  return response => void response.writeHead(status, headers).end('{}');
}

/** A token endpoint's, for an hour. */
export const issues: Behaviour = (response, index) =>
  void response.end(JSON.stringify({ access_token: `token-${index + 1}`, expires_in: 3_600 }));

/** The connection breaks; the request had arrived. */
export const resets: Behaviour = response => void response.socket?.resetAndDestroy();

/** It never answers. */
export const hangs: Behaviour = () => undefined;

const running: TestUpstream[] = [];

/** Stopped by `stopUpstreams`, which is for `afterEach`. */
export async function startUpstream(behaviour: Behaviour, options?: TestUpstreamOptions): Promise<TestUpstream> {
  const upstream = await openUpstream(behaviour, options);
  running.push(upstream);
  return upstream;
}

export async function stopUpstreams(): Promise<void> {
  await Promise.all(running.splice(0).map(upstream => upstream.stop()));
}

export async function openUpstream(behaviour: Behaviour, options: TestUpstreamOptions = {}): Promise<TestUpstream> {
  const clock = handClock();
  const events = new Events();
  const called: Facts['called'][] = [];
  const circuits: Facts['circuitChanged'][] = [];
  events.on('called', fact => called.push(fact));
  events.on('circuitChanged', fact => circuits.push(fact));
  const holds: Facts['held'][] = [];
  const overflows: Facts['overflowed'][] = [];
  events.on('held', fact => holds.push(fact));
  events.on('overflowed', fact => overflows.push(fact));
  const [heard, fetched]: [Heard[], Heard[]] = [[], []];
  let asked = 0;
  const serverThat = (does: Behaviour, arrived: Heard[]): Server =>
    createServer((request, response) => {
      response.on('error', () => undefined);
      const index = arrived.push({ method: request.method ?? '', at: clock.monotonic(), response, request }) - 1;
      request.resume().on('end', () => does(response, index, request));
    });
  const server = serverThat(behaviour, heard);
  const tokenServer = serverThat(options.tokens ?? hangs, fetched);
  const port = await listening(server);
  const tokenUrl = `http://127.0.0.1:${await listening(tokenServer)}`;
  const wire = {
    tenant: 'default',
    events,
    clock,
    random: options.random ?? (() => 1),
    timeoutMs: options.timeoutMs ?? 10_000,
    maximumBytes: 1_000,
    useProxy: false,
  };
  const tokenDispatcher = connect(tokenUrl, wire);
  const issued = (): TokenSource =>
    clientCredentials({
      provider: WalletProvider.MOOV,
      tokenUrl,
      clientId: 'client',
      clientSecret: 'secret',
      clientAuthentication: 'post',
      dispatcher: tokenDispatcher,
      wire,
    });
  const client = new Client({
    provider: WalletProvider.MOOV,
    baseUrl: `http://127.0.0.1:${options.isUnreachable === true ? await closedPort() : port}`,
    headers: {},
    secrets: [],
    token: options.tokens === undefined ? options.token : issued(),
    wire,
  });
  const request = { id: 'test' };
  return {
    client,
    clock,
    called,
    circuits,
    holds,
    overflows,
    heard,
    fetched,
    asked: () => asked,
    read: (call = {}, extras = {}) => endingOf(client.get(path`/wallets`, { request, ...call }, extras)),
    answer: (call = {}) => client.get(path`/wallets`, { request, ...call }),
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
            useUp: () => Promise.resolve(0),
            onSending: () => void (asked += 1),
            ...attempt,
          },
        ),
      ),
    async stop() {
      await Promise.all([client.close(), tokenDispatcher.destroy()]);
      for (const open of [server, tokenServer]) {
        open.closeAllConnections();
        await new Promise(resolve => open.close(resolve));
      }
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
