import { setMaxListeners } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { faults } from './faults.js';
import type { Fault } from './faults.js';
import { bodyOf, close, listen, match, requestFrom } from './http.js';
import type { ListenOptions } from './http.js';
import type { JsonObject } from './json.js';
import { outcomeOf } from './outcomes.js';
import type { RefusalCode } from './outcomes.js';
import { faultPlan } from './plans.js';
import type { FaultControls, RouteKind } from './plans.js';
import { respond } from './sending.js';
import type { Turn } from './sending.js';
import { badGatewayPage, empty, misdirected } from './wire.js';
import type { Headers, WireAnswer, WireRequest } from './wire.js';

/** Above this the older half of the exchanges is forgotten, so that a long run does not fill the memory. */
const exchangesKept = 20_000;

/** Told here because exchanges and routes carry it. */
export type { RouteKind };

/** Everything but a create: answered at once. */
interface PlainRoute {
  readonly kind: Exclude<RouteKind, 'create'>;
  /** The operationId of the OpenAPI file, where it has one. */
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  answer(request: WireRequest): WireAnswer;
}

/** A create is prepared apart from being applied, so that a fault may come between. */
interface CreateRoute {
  readonly kind: 'create';
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  /** Judges the request: a refusal (or a stored answer), or what is about to be made. */
  prepare(request: WireRequest): WireAnswer | Draft;
}

export interface Draft {
  /** Its last three digits choose the outcome. */
  readonly mainId: string;
  readonly resourceId?: string;
  readonly answer: WireAnswer;
  apply(): void;
}

export type Route = PlainRoute | CreateRoute;

export interface Host {
  readonly routes: readonly Route[];
  /** Sent with every answer, such as a request id. */
  headers(request: WireRequest): Headers;
  /** No such path, or a path that does not know the method. */
  unknown(request: WireRequest, missing: 'path' | 'method'): WireAnswer;
}

/** One provider's side of the wire. */
export interface Provider {
  readonly name: string;
  readonly hosts: readonly (Host & { readonly listen: ListenOptions })[];
  readonly refusals: Readonly<Record<RefusalCode, (request: WireRequest, mainId: string) => WireAnswer>>;
  /** Outcome 299: the success in words that nobody documented. */
  strange(success: JsonObject): JsonObject;
  /** Forgets what was created and what controls switched. Tokens stay valid, so that a client need not notice. */
  forget(): void;
  /** The settings a gateway needs, given the hosts' base URLs. */
  environment(baseUrls: readonly string[]): Readonly<Record<string, string>>;
}

/** A create that was carried out. */
export interface AppliedCreate {
  readonly mainId: string;
  readonly resourceId?: string;
  readonly request: WireRequest;
  readonly at: Date;
}

export interface Exchange {
  readonly route: RouteKind | 'unknown';
  readonly operation?: string;
  readonly request: WireRequest;
  /** Missing while none is sent, and for ever where a fault withholds it. */
  answer?: { readonly status: number; readonly headers: Headers; readonly body: string };
}

export interface Simulator extends FaultControls {
  readonly name: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly ledger: readonly AppliedCreate[];
  readonly exchanges: readonly Exchange[];
  /** Forgets wallets, ledger, exchanges, faults and switched settings; issued tokens stay valid. */
  reset(): void;
  /** Breaks every connection and closes. */
  stop(): Promise<void>;
}

export async function openSimulator(provider: Provider): Promise<Simulator> {
  const ledger: AppliedCreate[] = [];
  const exchanges: Exchange[] = [];
  const plan = faultPlan();
  const stopping = new AbortController();
  setMaxListeners(0, stopping.signal);
  let hasPrinted = false;

  async function serve(host: Host, request: WireRequest, response: ServerResponse): Promise<void> {
    const found = findRoute(host.routes, request);
    const route = typeof found === 'string' ? undefined : found.route;
    const asked = typeof found === 'string' ? request : { ...request, parameters: found.parameters };
    const exchange: Exchange = {
      route: route?.kind ?? 'unknown',
      operation: route?.operation,
      request: asked,
    };
    if (exchanges.length >= exchangesKept) exchanges.splice(0, exchangesKept / 2);
    exchanges.push(exchange);
    const note = (sent: WireAnswer): void => {
      const body = typeof sent.body === 'string' ? sent.body : `(${sent.body.length} bytes)`;
      exchange.answer = { status: sent.status, headers: sent.headers, body };
    };
    const line = { response, stopped: stopping.signal, headers: host.headers(asked), note };
    if (!route) {
      const missing = typeof found === 'string' ? found : 'path';
      return respond(
        turnOf(line, () => host.unknown(asked, missing)),
        undefined,
      );
    }
    const planned = plan.take(route.kind);
    if (route.kind !== 'create')
      return respond(
        turnOf(line, () => route.answer(asked)),
        planned,
      );
    const prepared = route.prepare(asked);
    if (!('apply' in prepared))
      return respond(
        turnOf(line, () => prepared),
        planned,
      );

    const { mainId, resourceId } = prepared;
    const create = (): WireAnswer => {
      prepared.apply();
      ledger.push({ mainId, resourceId, request: asked, at: new Date() });
      return prepared.answer;
    };
    const turn = { ...turnOf(line, create), answer: () => prepared.answer };
    return respond(turn, planned ?? outcomeFault(provider, asked, mainId));
  }

  async function receive(host: Host & { listen: ListenOptions }, incoming: IncomingMessage, response: ServerResponse) {
    try {
      const body = await bodyOf(incoming);
      if (body === undefined) return void response.writeHead(413, { connection: 'close' }).end();
      await serve(host, requestFrom(incoming, body, host.listen.pathPrefix ?? ''), response);
    } catch (problem) {
      if (stopping.signal.aborted || (incoming.destroyed && !incoming.complete)) return;
      if (!hasPrinted) console.error(`The ${provider.name} simulator broke:`, problem);
      hasPrinted = true;
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    }
  }

  const servers = await Promise.all(
    provider.hosts.map(host => listen((incoming, response) => void receive(host, incoming, response), host.listen)),
  );
  const baseUrls = servers.map((server, index) => {
    const { port } = server.address() as AddressInfo; // a listening TCP server has no other kind of address
    return `http://127.0.0.1:${port}${provider.hosts[index]?.listen.pathPrefix ?? ''}`;
  });

  return {
    name: provider.name,
    environment: provider.environment(baseUrls),
    ledger,
    exchanges,
    next: plan.next,
    always: plan.always,
    reset() {
      ledger.length = exchanges.length = 0;
      plan.clear();
      provider.forget();
    },
    async stop() {
      stopping.abort();
      await Promise.all(servers.map(close));
    },
  };
}

/** Carrying out and answering are one for most routes; either way it happens once. */
function turnOf(line: Omit<Turn, 'answer' | 'apply'>, perform: () => WireAnswer): Turn {
  let answer: WireAnswer | undefined;
  const once = (): WireAnswer => (answer ??= perform());
  return { ...line, answer: once, apply: () => void once() };
}

function outcomeFault(provider: Provider, request: WireRequest, mainId: string): Fault | undefined {
  const code = outcomeOf(mainId);
  switch (code) {
    case undefined:
    case '207':
    case '208':
      return undefined; // made by the provider itself
    case '102':
      return faults.delay(8000);
    case '299':
      return faults.change(success => provider.strange(success));
    case '421':
      return faults.answer(421, misdirected);
    case '502':
      return faults.answer(502, { applied: true, body: badGatewayPage });
    case '504':
      return faults.hang({ applied: true });
    default: {
      const { status, ...rest } = provider.refusals[code](request, mainId);
      return faults.answer(status, rest);
    }
  }
}

function findRoute(
  routes: readonly Route[],
  request: WireRequest,
): { readonly route: Route; readonly parameters: Record<string, string> } | 'path' | 'method' {
  let missing: 'path' | 'method' = 'path';
  for (const route of routes) {
    const parameters = match(route.path, request.path);
    if (!parameters) continue;
    if (route.method === request.method) return { route, parameters };
    missing = 'method';
  }
  return missing;
}

/** The answer of a host that has nothing of its own to say. */
export function plainUnknown(_request: WireRequest, missing: 'path' | 'method'): WireAnswer {
  return empty(missing === 'path' ? 404 : 405);
}
