/** Numbers that look random and are the same for the same seed (mulberry32). */
export interface Random {
  /** Below 1. */
  fraction(): number;
  /** A whole number from `low` up to and without `high`. */
  between(low: number, high: number): number;
  isLikely(probability: number): boolean;
  oneOf<Choice>(choices: readonly [Choice, ...Choice[]]): Choice;
}

export function randomFrom(seed: string): Random {
  let state = 0;
  for (const character of seed) state = (Math.imul(state, 31) + character.charCodeAt(0)) | 0;
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (low: number, high: number): number => low + Math.floor(fraction() * (high - low));
  return {
    fraction,
    between,
    isLikely: probability => fraction() < probability,
    oneOf: choices => choices[between(0, choices.length)] ?? choices[0],
  };
}
