/** What an answer would weigh, before it is written: text that nobody could take, or that does not fit into a string. */

/** In characters, as JSON and without escapes. What stands in it several times is looked at once. */
export function answerSize(value: unknown): number {
  return sizeOf(value, new Map());
}

function sizeOf(value: unknown, known: Map<object, number>): number {
  if (typeof value === 'string') return value.length + 2;
  if (value === null || typeof value !== 'object') return 8;
  const before = known.get(value);
  if (before !== undefined) return before;
  let size = 2;
  if (Array.isArray(value)) {
    for (const item of value) size += sizeOf(item, known) + 1;
  } else {
    const members = value as Readonly<Record<string, unknown>>;
    for (const name in members) size += name.length + 4 + sizeOf(members[name], known); // it has no others than its own
  }
  known.set(value, size);
  return size;
}
