import type { JournalRow } from '../../src/core/journal-store.js';
import { openSeals } from '../../src/core/seals.js';
import type { Effect } from './books.js';
import type { Dangers } from './dangers.js';
import type { Gateway } from './gateways.js';
import type { SimulatedProviders } from './providers.js';
import type { Random } from './random.js';
import type { SimulatedRows } from './store.js';
import type { Timeline } from './timeline.js';
import type { Watch } from './watch.js';
import type { Wish } from './wishes.js';

/** What takes part in one schedule, and what is known of it from outside. */
export interface Scene {
  readonly timeline: Timeline;
  readonly random: Random;
  readonly dangers: Dangers;
  readonly world: SimulatedProviders;
  readonly store: SimulatedRows;
  readonly wishes: readonly Wish[];
  readonly gateways: readonly Gateway[];
  readonly watch: Watch;
  readonly tell: (line: string) => void;
  /** What went against the promise. */
  readonly breach: (line: string) => void;
  /** Numbers the requests of all clients. */
  readonly nextRequest: () => number;
  isHealed: boolean;
}

export const seals = openSeals([Buffer.alloc(32, 7)]);

export function effectsOf({ world }: Scene, { key }: Wish): Effect[] {
  return world.books.effects.filter(({ sender }) => sender === key);
}

export function rowOf({ store }: Pick<Scene, 'store'>, wish: Wish): JournalRow | undefined {
  const hash = keyHashOf(wish);
  for (const row of store.rows.values()) if (row.keyHash.equals(hash)) return row;
  return undefined;
}

const keyHashes = new WeakMap<Wish, Buffer>();

function keyHashOf(wish: Wish): Buffer {
  const known = keyHashes.get(wish);
  if (known !== undefined) return known;
  const [hash] = seals.hashes('key', 'default', wish.kind.mutation, wish.key);
  if (hash === undefined) throw new Error('There is no store key.');
  keyHashes.set(wish, hash);
  return hash;
}
