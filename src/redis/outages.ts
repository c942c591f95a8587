import type { RedisChange } from '../core/events.js';

export type Doing = RedisChange['doing'];

/** What Redis may give as its reason. Its other words are not repeated: they may quote what was sent, passwords too. */
const knownReasons = new Set([
  'BUSY',
  'CLUSTERDOWN',
  'LOADING',
  'MASTERDOWN',
  'MISCONF',
  'MOVED',
  'NOAUTH',
  'NOPERM',
  'NOPROTO',
  'OOM',
  'READONLY',
  'WRONGPASS',
  'WRONGTYPE',
]);

/** States when something about a Redis stops to work, and when it works again: once each, however often. */
export class Outages {
  readonly #since = new Set<Doing>();

  constructor(readonly state: (change: RedisChange) => void) {}

  began(doing: Doing, error: unknown): void {
    if (this.#since.has(doing)) return;
    this.#since.add(doing);
    this.state({ doing, isWorking: false, reason: reasonOf(error) });
  }

  ended(doing: Doing): void {
    if (this.#since.delete(doing)) this.state({ doing, isWorking: true, reason: null });
  }
}

/** WRONGPASS, ECONNREFUSED, SocketTimeoutError: enough to find the cause. */
function reasonOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return typeof error;
  const [word = ''] = 'message' in error ? String(error.message).split(' ', 1) : [];
  if (knownReasons.has(word)) return word;
  return 'code' in error && typeof error.code === 'string' ? error.code : error.constructor.name;
}
