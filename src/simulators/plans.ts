import type { Fault } from './faults.js';

export type RouteKind = 'create' | 'token' | 'read' | 'change';

/** Which requests a fault is for. */
export type Aim = RouteKind | 'any';

/** How a test asks for faults. */
export interface FaultControls {
  /** Lets the next request of that kind meet a fault. Faults of one kind happen in the order they were asked for. */
  next(fault: Fault, options?: { readonly route?: Aim; readonly times?: number }): void;
  /** Lets every request of that kind meet the fault, after those of `next`, until it is called with null for the kind. */
  always(fault: Fault | null, options: { readonly route: Aim }): void;
}

/** The faults that were asked for and have not happened yet. */
export interface FaultPlan extends FaultControls {
  /** The fault for a request of this kind, used up unless it is there to stay. */
  take(kind: RouteKind): Fault | undefined;
  clear(): void;
}

export function faultPlan(): FaultPlan {
  const pending: { readonly fault: Fault; readonly route: Aim; times: number }[] = [];
  const standing = new Map<Aim, Fault>();
  return {
    next(fault, { route = 'create', times = 1 } = {}) {
      pending.push({ fault, route, times });
    },
    always(fault, { route }) {
      if (fault) standing.set(route, fault);
      else standing.delete(route);
    },
    take(kind) {
      const index = pending.findIndex(({ route }) => route === kind || route === 'any');
      const found = pending[index];
      if (!found) return standing.get(kind) ?? standing.get('any');
      if (--found.times <= 0) pending.splice(index, 1);
      return found.fault;
    },
    clear() {
      pending.length = 0;
      standing.clear();
    },
  };
}
