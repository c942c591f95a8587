/** An SQLite that is safe for a file which two connections write, as the gateway and what a person runs beside it do. */

/**
 * In older ones a connection that begins the write-ahead log anew while another one copies it into the file can lose what was
 * committed: https://sqlite.org/wal.html#walresetbug.
 */
const soundSince = [3, 51, 3] as const;

export function isSound(version: string): boolean {
  const parts = version.split('.').map(Number);
  const index = soundSince.findIndex((part, place) => parts[place] !== part);
  return index === -1 || (parts[index] ?? 0) > (soundSince[index] ?? 0);
}

/** Throws one sentence that says what to do. */
export function expectSound(version = process.versions.sqlite): void {
  if (version !== undefined && isSound(version)) return;
  throw new Error(
    `The journal needs SQLite ${soundSince.join('.')} or newer, since older ones may lose what was written, and this Node (${process.versions.node}) has ${version ?? 'none'}: use a newer Node, such as \`npm start\` does, or a PostgreSQL.`,
  );
}
