import { LRUCache } from 'lru-cache';

/** By number, and by the sum of their sizes. */
export interface Bounds {
  readonly most: number;
  readonly largestTogether: number;
}

/**
 * Keeps what comes a second time. Most texts that nobody sent before never come again: were they kept, a flood of them
 * would fill the memory with documents, and everybody would wait while those are looked through for garbage.
 */
export class Repeated<Value extends object> {
  readonly #once: LRUCache<string, true>;
  readonly #kept: LRUCache<string, Value>;

  constructor({ most, largestTogether }: Bounds) {
    this.#once = new LRUCache({ max: most, maxSize: largestTogether });
    this.#kept = new LRUCache({ max: most, maxSize: largestTogether });
  }

  get(key: string): Value | undefined {
    return this.#kept.get(key);
  }

  /** `size` is at least 1. */
  set(key: string, value: Value, size: number): void {
    if (this.#once.delete(key)) this.#kept.set(key, value, { size });
    else this.#once.set(key, true, { size });
  }
}
