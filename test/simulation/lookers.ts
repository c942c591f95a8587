import type { Entry } from '../../src/core/journal-entry.js';
import type { Journal } from '../../src/core/journal.js';
import type { BoundRecovery, Recovery } from '../../src/core/recovery.js';
import type { Call } from '../../src/core/request.js';
import type { SimulatedProcess } from './process.js';

/**
 * No two processes look for one operation at a time: whoever looks has taken it, and until it is through, or its time is
 * over, nobody else begins.
 */

/** `shortestTakenMs` of the settler, which these leases do not exceed; and less what two processes' clocks may differ by. */
const takenMs = 30_000;
const heldMs = takenMs - 600;

interface Look {
  readonly by: SimulatedProcess;
  readonly takenAt: number;
}

/** A process, and what it has taken, by operation. */
export interface Looking {
  readonly process: SimulatedProcess;
  readonly taken: Map<string, { readonly at: number; hasBegun: boolean }>;
}

export class Lookers {
  readonly #underWay = new Map<string, Set<Look>>();

  constructor(
    private readonly now: () => number,
    private readonly breach: (line: string) => unknown,
  ) {}

  /** What a settler is to have, so that what it takes is known, and from when on: it reckons from when it asks. */
  journalOf(process: Looking, journal: Journal): Journal {
    const took = (entries: readonly Entry[], askedAt: number): void => {
      for (const { id } of entries) process.taken.set(id, { at: askedAt, hasBegun: false });
    };
    return {
      ...journal,
      due: async (forMs, limits) => {
        const askedAt = this.now();
        const entries = await journal.due(forMs, limits);
        took(entries, askedAt);
        return entries;
      },
      seek: async (entry, forMs) => {
        const askedAt = this.now();
        const taken = await journal.seek(entry, forMs);
        if (taken !== null) took([taken], askedAt);
        return taken;
      },
      take: async (entry, forMs) => {
        const own = process.taken.get(entry.id);
        if (own !== undefined) own.hasBegun = true;
        return journal.take(entry, forMs);
      },
    };
  }

  /** Whatever a recovery asks of the provider is a look. */
  watched(process: Looking, recovery: Recovery): Recovery {
    const bound = recovery as BoundRecovery; // whose source and input it gets are its own
    const looking =
      <Given extends readonly unknown[], Found>(look: (...given: Given) => Promise<Found>) =>
      (...given: Given): Promise<Found> =>
        this.#during(process, (given.at(-1) as Call).request.id, () => look(...given)); // what goes along comes last
    switch (bound.by) {
      case 'lookUp':
        return { ...bound, look: looking(bound.look), read: looking(bound.read) } as unknown as Recovery; // as it came
      case 'readBack':
        return { ...bound, read: looking(bound.read) } as unknown as Recovery;
      case 'native':
      case 'repeatable':
        return { ...bound, again: looking(bound.again) } as unknown as Recovery;
      case 'nothing':
        return recovery;
    }
  }

  async #during<Found>({ process, taken }: Looking, request: string, look: () => Promise<Found>): Promise<Found> {
    const id = request.replace('settle-', '');
    const own = taken.get(id);
    if (own === undefined) {
      this.breach(`${process.name} looks for ${id}, which it has not taken`);
      return look();
    }
    const all = this.#underWay.get(id) ?? new Set();
    this.#underWay.set(id, all);
    // Whoever stood still in the middle of a look goes on with it, though it may be another one's by now. It only reads
    // then: what would be sent again is behind a lease.
    // By another one's clock it is over a little before it is by its own.
    const sinceTakenMs = this.now() - own.at;
    const goesOnLate = sinceTakenMs >= heldMs && (own.hasBegun || sinceTakenMs < takenMs);
    own.hasBegun = true;
    for (const other of goesOnLate ? [] : all) {
      const sinceMs = this.now() - other.takenAt;
      if (sinceMs < heldMs) {
        this.breach(`${process.name} looks for ${id}, which ${other.by.name} took ${Math.round(sinceMs)} ms ago`);
      }
    }
    const underWay = { by: process, takenAt: own.at };
    all.add(underWay);
    return look().finally(() => all.delete(underWay));
  }
}
