import timersPromises from 'node:timers/promises';

/**
 * Time in this process goes on in two ways only: from one turn to the next, and to what is waited for when nothing else is
 * left to do. So nobody waits for long, and a busy machine changes nothing.
 */

const began = Date.parse('2026-11-20T08:00:00Z');
/** From turn to turn: longer than a circuit stays open, a read is cached or a provider asks for a pause. */
const turnMs = 90_000;

let passed = 0;
let turnEnds = turnMs;

/** Whatever is waited for and falls due before the next turn has been called by then. */
export function passTurn(): void {
  passed = turnEnds;
  turnEnds += turnMs;
}

const RealDate = Date;
class StandingDate extends RealDate {
  constructor(...given: readonly [] | readonly [number | string | Date]) {
    super(given[0] ?? began + passed);
  }
  static override now(): number {
    return began + passed;
  }
}
globalThis.Date = new Proxy(StandingDate, {
  // Years and months as numbers, which nobody passes to the one above.
  construct: (of, given: unknown[]) =>
    given.length > 1 ? Reflect.construct(RealDate, given) : Reflect.construct(of, given),
}) as DateConstructor; // all of its static methods are inherited
performance.now = () => passed;

// ── Whoever waits ──

class Waiting {
  constructor(
    readonly due: number,
    readonly callback: () => void,
  ) {}
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }
}

/** What the gateway does by itself now and then: it would come between any two requests. */
const background = /core[/\\]settler\.|[/\\]gateway\./;
/** Undici looks after its connections by a clock of its own, and this process needs them. */
const ownClock = /node_modules[/\\]undici/;

const { setTimeout: realTimeout, clearTimeout: realClear } = globalThis;
const waiting = new Set<Waiting>();
let passing: Promise<void> | null = null;

function timeout(callback: (...given: unknown[]) => void, milliseconds = 0, ...given: unknown[]): unknown {
  const whence = new Error().stack ?? '';
  if (ownClock.test(whence)) return realTimeout(callback, milliseconds, ...given);
  const made = new Waiting(passed + milliseconds, () => callback(...given));
  if (background.test(whence)) return made;
  waiting.add(made);
  passing ??= pass().finally(() => (passing = null));
  return made;
}
globalThis.setTimeout = timeout as typeof setTimeout; // but for what util.promisify finds on it
globalThis.setInterval = (() => new Waiting(0, () => undefined)) as unknown as typeof setInterval; // the background's
globalThis.clearTimeout = timer => {
  if (timer instanceof Waiting) waiting.delete(timer);
  else realClear(timer);
};

timersPromises.setTimeout = (milliseconds, value, { signal } = {}) =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(value as never), milliseconds); // it is what it is to give
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(new DOMException('The operation was aborted', 'AbortError'));
    });
  });

/** The one that falls due first, of those that do before the turn ends; they stand in the order in which they began. */
function next(): Waiting | null {
  let found: Waiting | null = null;
  for (const one of waiting) if (one.due < turnEnds && (found === null || one.due < found.due)) found = one;
  return found;
}

async function pass(): Promise<void> {
  for (;;) {
    await idle();
    const due = next();
    if (due === null) break;
    waiting.delete(due);
    passed = Math.max(passed, due.due);
    due.callback();
  }
}

/** Turns of the event loop in which nothing comes from any socket: all of them end in this process. */
const idleTurns = 25;

async function idle(): Promise<void> {
  let events = -1;
  for (let turns = 0; turns < idleTurns; turns += 1) {
    await new Promise(setImmediate);
    const { events: now } = performance.nodeTiming.uvMetricsInfo;
    if (now !== events) turns = 0;
    events = now;
  }
}

/** Resolves when nothing goes on any more behind an answer that is there. */
export async function quiet(): Promise<void> {
  await idle();
  await passing;
}
