import type { Clock } from '../../src/core/clock.js';

/** Time that goes on only when a test says so. */
export interface HandClock extends Clock {
  /** Lets so many milliseconds pass; resolves when what fell due was done, and what followed from it. */
  pass(milliseconds: number): Promise<void>;
  /** Sets the wall clock forward or back. What is measured goes on as before. */
  jump(milliseconds: number): void;
  /** Callbacks that have not been called and not been called off. */
  waiting(): number;
}

export function handClock(start = '2026-01-01T00:00:00Z'): HandClock {
  const timers = new Set<{ readonly at: number; readonly callback: () => void }>();
  let wall = Date.parse(start);
  let passed = 0;
  return {
    now: () => wall,
    monotonic: () => passed,
    after(milliseconds, callback) {
      const timer = { at: passed + milliseconds, callback };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    async pass(milliseconds) {
      const end = passed + milliseconds;
      await settled();
      for (;;) {
        const [next] = [...timers].filter(({ at }) => at <= end).toSorted((left, right) => left.at - right.at);
        const until = next?.at ?? end;
        wall += until - passed;
        passed = until;
        if (next === undefined) return;
        timers.delete(next);
        next.callback();
        await settled();
      }
    },
    jump(milliseconds) {
      wall += milliseconds;
    },
    waiting: () => timers.size,
  };
}

/** Resolves when it is so. It looks so often that a test's own time is over before; the bound ends what runs on. */
export async function eventually(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let looks = 0; looks < 3_000; looks += 1) {
    if (await isSo()) return;
    await new Promise(resolve => setTimeout(resolve, 10));
  }
  throw new Error('It never became so.');
}

/** Some turns of the event loop: a store in memory needs one for each commit. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await new Promise(setImmediate);
}

/** Lets this process believe that so much time has passed, for good: whatever in it is young is so no more. */
export function growOlder(milliseconds: number): void {
  const now = performance.now.bind(performance);
  performance.now = () => now() + milliseconds;
}
