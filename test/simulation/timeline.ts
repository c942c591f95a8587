/** What a moment answers with that has only planned others: no promise was settled by it. */
export const nothingFollows = Symbol('nothing follows');

interface Moment {
  readonly at: number;
  /** Of two at the same time, the one that was planned first comes first. */
  readonly order: number;
  readonly run: () => unknown;
  isOff: boolean;
}

/** Time that passes only from one planned moment to the next, in milliseconds. */
export class Timeline {
  now = 0;
  #planned = 0;
  /** A heap: each moment comes before the two below it. */
  readonly #moments: Moment[] = [];

  /** Plans something; the function it gives calls that off. */
  after(milliseconds: number, run: () => unknown): () => void {
    const moment: Moment = { at: this.now + Math.max(0, milliseconds), order: (this.#planned += 1), run, isOff: false };
    this.#push(moment);
    return () => void (moment.isOff = true);
  }

  /** Lives through what is planned until `isOver`, or until `limit`; answers whether it was over in time. */
  async live(isOver: () => boolean, limit: number): Promise<boolean> {
    while (!isOver()) {
      const next = this.#pop();
      if (next === null || next.at > limit) {
        if (next !== null) this.#push(next);
        this.now = Math.max(this.now, limit);
        return false;
      }
      if (next.isOff) continue;
      this.now = next.at;
      if (next.run() !== nothingFollows) await everythingThatFollows();
    }
    return true;
  }

  #push(moment: Moment): void {
    const moments = this.#moments;
    let index = moments.push(moment) - 1;
    while (index > 0) {
      const above = (index - 1) >> 1;
      if (comesFirst(moments[above] as Moment, moment)) break;
      moments[index] = moments[above] as Moment;
      index = above;
    }
    moments[index] = moment;
  }

  #pop(): Moment | null {
    const moments = this.#moments;
    const first = moments[0];
    const last = moments.pop();
    if (first === undefined || last === undefined) return null;
    if (moments.length === 0) return first;
    let index = 0;
    for (;;) {
      let below = 2 * index + 1;
      if (below >= moments.length) break;
      const right = moments[below + 1];
      if (right !== undefined && comesFirst(right, moments[below] as Moment)) below += 1;
      if (comesFirst(last, moments[below] as Moment)) break;
      moments[index] = moments[below] as Moment;
      index = below;
    }
    moments[index] = last;
    return first;
  }
}

function comesFirst(one: Moment, other: Moment): boolean {
  return one.at < other.at || (one.at === other.at && one.order < other.order);
}

/**
 * All promises that this moment settled, and all that those settle: a tick begins when none of them is left. A turn of the
 * loop would do as well, and take two fifths of the run's time.
 */
function everythingThatFollows(): Promise<void> {
  return new Promise(resolve => process.nextTick(resolve));
}
