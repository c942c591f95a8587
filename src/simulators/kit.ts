import { setMaxListeners } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { bodyOf, close, listen, requestFrom } from './http.js';
import type { ListenOptions } from './http.js';
import type { JsonObject } from './json.js';
import { changeOutcomes, outcomeFault } from './outcome-faults.js';
import type { Wording } from './outcome-faults.js';
import { outcomeOf } from './outcomes.js';
import { faultPlan } from './plans.js';
import type { FaultControls, RouteKind } from './plans.js';
import { findRoute } from './routes.js';
import type { ChangeRoute, Draft, Host } from './routes.js';
import { respond } from './sending.js';
import type { Turn } from './sending.js';
import type { Headers, WireAnswer, WireRequest } from './wire.js';

/** Above this the older half of the exchanges is forgotten, so that a long run does not fill the memory. */
const exchangesKept = 20_000;

/** Told here because exchanges carry it. */
export type { RouteKind };

/** One provider's side of the wire. */
export interface Provider {
  readonly name: string;
  readonly hosts: readonly (Host & { readonly listen: ListenOptions })[];
  readonly wording: Wording;
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

/** A change that was carried out, by the provider's own verdict; whether its answer got out is another matter. */
export interface AppliedChange {
  /** As its route is called. */
  readonly operation: string;
  readonly mainId: string;
  readonly request: WireRequest;
  readonly at: Date;
  /** What was changed, as it had been: the simulator's own record, not what a read would show. */
  readonly had: JsonObject;
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
  /** One for each change that was carried out, in that order; none for a refusal or for an answer out of memory. */
  readonly changes: readonly AppliedChange[];
  readonly exchanges: readonly Exchange[];
  /** Forgets wallets, both ledgers, exchanges, faults and switched settings; issued tokens stay valid. */
  reset(): void;
  /** Breaks every connection and closes. */
  stop(): Promise<void>;
}

export async function openSimulator(provider: Provider): Promise<Simulator> {
  const ledger: AppliedCreate[] = [];
  const changes: AppliedChange[] = [];
  const exchanges: Exchange[] = [];
  const outcomesOfChanges = changeOutcomes(provider.wording);
  const plan = faultPlan();
  const stopping = new AbortController();
  setMaxListeners(0, stopping.signal);
  let hasPrinted = false;

  function create({ mainId, resourceId, apply, answer }: Draft, request: WireRequest): WireAnswer {
    apply();
    ledger.push({ mainId, resourceId, request, at: new Date() });
    return answer;
  }

  /** Judged once more: others may have been carried out since. */
  function change(route: ChangeRoute, request: WireRequest): WireAnswer {
    const due = route.prepare(request);
    if (!('apply' in due)) return due;
    const { mainId, had, apply, answer } = due;
    apply();
    changes.push({ operation: route.operation, mainId, request, at: new Date(), had });
    return answer;
  }

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
    if (!('prepare' in route))
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
    const { mainId } = prepared;
    if (route.kind === 'create') {
      const turn = { ...turnOf(line, () => create(prepared, asked)), answer: () => prepared.answer };
      return respond(turn, planned ?? outcomeFault(provider.wording, outcomeOf(mainId), asked, mainId));
    }
    let answer = prepared.answer;
    const perform = turnOf(line, () => (answer = change(route, asked)));
    return respond({ ...perform, answer: () => answer }, planned ?? outcomesOfChanges.take(asked, mainId));
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
    changes,
    exchanges,
    next: plan.next,
    always: plan.always,
    reset() {
      ledger.length = changes.length = exchanges.length = 0;
      plan.clear();
      outcomesOfChanges.forget();
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
