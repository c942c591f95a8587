import { performance } from 'node:perf_hooks';

export interface ListLagOptions {
  /** What was made less than so long ago is not on a list yet; a read by its id has it at once. */
  readonly listLagMs?: number;
}

export interface ListLagControl {
  /** As the option `listLagMs`, for every list from now on. */
  setListLag(ms: number): void;
}

/** Lists that come from a copy which is a little behind, as eventually consistent stores have them. */
export interface ListLag extends ListLagControl {
  /** From now on it counts how long this has been there. What was never noted was always there. */
  note(made: object): void;
  shown<Made extends object>(all: readonly Made[]): Made[];
  /** Back to the option. */
  forget(): void;
}

export function listLag({ listLagMs = 0 }: ListLagOptions): ListLag {
  const madeAt = new WeakMap<object, number>();
  let lagMs = listLagMs;
  return {
    setListLag(ms) {
      lagMs = ms;
    },
    note(made) {
      madeAt.set(made, performance.now());
    },
    shown(all) {
      const now = performance.now();
      return all.filter(each => now - (madeAt.get(each) ?? -Infinity) >= lagMs);
    },
    forget() {
      lagMs = listLagMs;
    },
  };
}
