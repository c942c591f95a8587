import { match } from './http.js';
import type { JsonObject } from './json.js';
import type { RouteKind } from './plans.js';
import { empty } from './wire.js';
import type { Headers, WireAnswer, WireRequest } from './wire.js';

interface RouteBase {
  /** The operationId of the OpenAPI file, where it has one. */
  readonly operation: string;
  readonly method: string;
  readonly path: string;
}

/** What leaves everything as it is: answered at once. */
export interface PlainRoute extends RouteBase {
  readonly kind: Exclude<RouteKind, 'create' | 'change'>;
  answer(request: WireRequest): WireAnswer;
}

/** A create is prepared apart from being applied, so that a fault may come between. */
export interface CreateRoute extends RouteBase {
  readonly kind: 'create';
  /** Judges the request: a refusal (or a stored answer), or what is about to be made. */
  prepare(request: WireRequest): WireAnswer | Draft;
}

/** Likewise a change. */
export interface ChangeRoute extends RouteBase {
  readonly kind: 'change';
  /** As for a create. It is asked again when the change is carried out, as the wallet may be another by then. */
  prepare(request: WireRequest): WireAnswer | Change;
}

export interface Draft {
  /** Its last three digits choose the outcome. */
  readonly mainId: string;
  readonly resourceId?: string;
  readonly answer: WireAnswer;
  apply(): void;
}

export interface Change {
  /** The wallet's; that of a sample chooses the outcome. */
  readonly mainId: string;
  /** A copy of what is about to be changed. */
  readonly had: JsonObject;
  readonly answer: WireAnswer;
  apply(): void;
}

export type Route = PlainRoute | CreateRoute | ChangeRoute;

export interface Host {
  readonly routes: readonly Route[];
  /** Sent with every answer, such as a request id. */
  headers(request: WireRequest): Headers;
  /** No such path, or a path that does not know the method. */
  unknown(request: WireRequest, missing: 'path' | 'method'): WireAnswer;
}

export function findRoute(
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
