/**
 * Random decisions, as fast-check's bytes make them. Where these are over every decision is the first one, which is the
 * simplest, so that a shorter input is what fewer bytes make, and fast-check can shrink it.
 */
export interface Choices {
  /** From 0 to below `count`. */
  pick(count: number): number;
  one<Item>(items: readonly [Item, ...Item[]]): Item;
  /** True once in so many times, and never where the bytes are over. */
  rarely(oneIn: number): boolean;
}

export function choicesFrom(bytes: Uint8Array): Choices {
  let at = 0;
  const next = (): number => bytes[at++] ?? 0;
  const pick = (count: number): number => (count <= 256 ? next() : next() * 65_536 + next() * 256 + next()) % count;
  return {
    pick,
    one: items => items[pick(items.length)] ?? items[0],
    rarely: oneIn => pick(oneIn) === oneIn - 1,
  };
}
