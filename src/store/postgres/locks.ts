/** Numbers to lock instead of hashes, in one order for everybody. Two that share one by chance wait for each other a little. */
export function locksOf(hashes: readonly Buffer[]): readonly string[] {
  const numbers = new Set(hashes.map(hash => hash.readBigInt64BE(0)));
  return [...numbers].toSorted((one, other) => (one < other ? -1 : 1)).map(String);
}
