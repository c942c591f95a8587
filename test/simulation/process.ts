import type { Clock } from '../../src/core/clock.js';
import type { Random } from './random.js';
import { nothingFollows, type Timeline } from './timeline.js';

/** How likely a process is to be hurt at any one step, and its store to fail. */
export interface Hazards {
  crash: number;
  pause: number;
  /** The longest pause, in milliseconds. */
  longestPauseMs: number;
  /** Of standing still just when a key is claimed, or something to be looked for was taken: before anything is sent. */
  pauseAfterTaking: number;
  /** Of calls to the store: refused, done but not said so, answered only after many seconds. */
  storeFails: number;
  storeFailsAfter: number;
  storeIsSlow: number;
}

export interface Surroundings {
  readonly timeline: Timeline;
  readonly random: Random;
  readonly hazards: Hazards;
  readonly tell: (line: string) => void;
}

/** A process that stands still and is told to go on does so within this. */
const noticedAfterMs = 500;

/** Long after everything here was decided, and at an odd place in the week. */
const epoch = Date.UTC(2026, 0, 15, 10, 0, 0);

/**
 * A process as the operating system sees it. It does something only where a call through one of its ports comes back, and
 * that is where it may be killed or stopped: after a kill nothing comes back any more.
 */
export class SimulatedProcess {
  isDead = false;
  /** What the wall clock of its machine is wrong by. */
  skewMs = 0;
  #goesOnAt = 0;

  constructor(
    readonly name: string,
    private readonly surroundings: Surroundings,
    private readonly died: () => void,
  ) {}

  readonly clock: Clock = {
    now: () => Math.round(epoch + this.surroundings.timeline.now + this.skewMs),
    monotonic: () => this.surroundings.timeline.now,
    after: (milliseconds, callback) => this.later(milliseconds, callback),
  };

  kill(): void {
    if (this.isDead) return;
    this.isDead = true;
    this.surroundings.tell(`${this.name} is killed`);
    this.died();
  }

  stop(milliseconds: number): void {
    this.surroundings.tell(`${this.name} stands still for ${Math.round(milliseconds)} ms`);
    this.#goesOnAt = Math.max(this.#goesOnAt, this.surroundings.timeline.now + milliseconds);
  }

  get isStandingStill(): boolean {
    return this.#goesOnAt > this.surroundings.timeline.now;
  }

  /** Whatever it waited for, it goes on. */
  goOn(): void {
    this.#goesOnAt = 0;
  }

  /** Something comes back to it: run, if it lives then, when it is not standing still. */
  later(milliseconds: number, run: () => void): () => void {
    const { timeline, random, hazards } = this.surroundings;
    let callOff = timeline.after(milliseconds, () => {
      if (this.isDead) return nothingFollows;
      if (!this.isStandingStill && random.chance(hazards.pause)) this.stop(random.between(1, hazards.longestPauseMs));
      const wait = this.#goesOnAt - timeline.now;
      if (wait > 0) {
        callOff = this.later(Math.min(wait, random.between(1, noticedAfterMs)), run);
        return nothingFollows;
      }
      if (this.isHit()) return nothingFollows;
      run();
      this.isHit();
      return undefined;
    });
    return () => callOff();
  }

  /** A call to the store: it takes effect there even if this process is dead by then. */
  call<Result>(name: string, effect: () => Result): Promise<Result> {
    const { timeline, random, hazards } = this.surroundings;
    return new Promise((resolve, reject) => {
      if (this.isDead || this.isHit()) return;
      const fails = random.chance(hazards.storeFails);
      const failsAfter = random.chance(hazards.storeFailsAfter);
      const delay = random.chance(hazards.storeIsSlow) ? random.between(1_000, 12_000) : random.between(0.1, 3);
      timeline.after(delay, () => {
        const outcome = fails ? null : attempted(effect);
        if (isTaking(name, outcome) && random.chance(hazards.pauseAfterTaking))
          this.stop(random.between(1_000, 60_000));
        this.later(random.between(0.1, 2), () => {
          if (outcome === null || failsAfter) reject(new Error('The store failed.'));
          else if ('error' in outcome) reject(outcome.error);
          else resolve(outcome.value);
        });
        return nothingFollows;
      });
    });
  }

  /** Whether it is dead from now on, if not before. */
  isHit(): boolean {
    const { random, hazards } = this.surroundings;
    if (random.chance(hazards.crash)) this.kill();
    return this.isDead;
  }
}

function isTaking(name: string, outcome: ReturnType<typeof attempted> | null): boolean {
  const taken = outcome !== null && 'value' in outcome ? outcome.value : null;
  return (
    name === 'claim' ||
    (taken === true && name === 'seek') ||
    (name === 'due' && Array.isArray(taken) && taken.length > 0)
  );
}

function attempted<Result>(effect: () => Result): { value: Result } | { error: Error } {
  try {
    return { value: effect() };
  } catch (error) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }
}
