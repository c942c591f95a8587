/** What an answer would weigh, before it is written: text that nobody could take, or that does not fit into a string. */

/** A hundred wallets with all that they may say have some two million. */
export const maximumAnswer = 8 * 1024 * 1024;

/** In characters, as JSON and without escapes. What stands in it several times is looked at once. */
export function answerSize(value: unknown, known: Map<object, number> = new Map()): number {
  if (typeof value === 'string') return value.length + 2;
  if (value === null || typeof value !== 'object') return 8;
  const before = known.get(value);
  if (before !== undefined) return before;
  const size = Array.isArray(value)
    ? value.reduce((sum: number, item) => sum + answerSize(item, known) + 1, 2)
    : Object.entries(value).reduce((sum, [name, member]) => sum + name.length + 4 + answerSize(member, known), 2);
  known.set(value, size);
  return size;
}
