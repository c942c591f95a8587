import 'reflect-metadata';
import { moves } from '../../src/core/state-machine.js';
import { runSchedule, type Outcome } from './schedule.js';

export interface Summary {
  readonly schedules: number;
  readonly failed: readonly Outcome[];
  /** How often an operation went from one state to another, over all schedules. */
  readonly moved: ReadonlyMap<string, number>;
  readonly kills: number;
  /** What took effect, by mutation. */
  readonly effects: ReadonlyMap<string, number>;
  /** Changes that the provider's own doing overtook. */
  readonly races: number;
}

/** Stops when so many schedules have failed: one story is enough, a few show what they have in common. */
export async function simulate(
  firstSeed: number,
  schedules: number,
  { failures = 5, progress }: { readonly failures?: number; readonly progress?: (done: number) => void } = {},
): Promise<Summary> {
  const moved = new Map<string, number>();
  const failed: Outcome[] = [];
  const effects = new Map<string, number>();
  let kills = 0;
  let races = 0;
  let done = 0;
  while (done < schedules && failed.length < failures) {
    const verdict = await runSchedule(firstSeed + done);
    done += 1;
    kills += verdict.kills;
    races += verdict.races;
    add(moved, verdict.moved);
    add(effects, verdict.effects);
    if (verdict.breaches.length > 0) failed.push(verdict);
    progress?.(done);
  }
  return { schedules: done, failed, moved, kills, effects, races };
}

function add(sums: Map<string, number>, more: ReadonlyMap<string, number>): void {
  for (const [name, times] of more) sums.set(name, (sums.get(name) ?? 0) + times);
}

/** What the state machine allows, and no schedule has done: of that the simulation says nothing. */
export function edgesNeverTaken(moved: ReadonlyMap<string, number>): string[] {
  const edges = Object.entries(moves).flatMap(([from, to]) => to.map(status => `${from} → ${status}`));
  return edges.filter(edge => !moved.has(edge));
}
