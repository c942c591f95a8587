import type { MutationError } from './errors.js';
import type { Principal } from './principal.js';

/** How many mutations a caller may begin in a while: a port, for gateways may count together. */
export interface Limiter {
  /** Counts one more. */
  roomFor(principal: Principal): Promise<Room>;
}

export interface Room {
  /** What is answered where there is no room, or where that cannot be told; else null. */
  readonly refusal: MutationError | null;
  /** Nothing was begun: it does not count. */
  giveBack(): void;
}

const endlessRoom: Promise<Room> = Promise.resolve({ refusal: null, giveBack: () => undefined });

export const unlimited: Limiter = { roomFor: () => endlessRoom };
