import { spawnSync } from 'node:child_process';

/**
 * Programs that the bench is better with, and works without. BENCH_WITHOUT names some, with commas, that are to be taken
 * as missing: so a machine that has all shows what one does that has none.
 */
const missing = process.env.BENCH_WITHOUT?.split(',') ?? [];

export function isLeftAside(program: string): boolean {
  return missing.includes(program);
}

/** What it says of its version; null where it is not here. */
export function versionOf(program: string, flag: string): string | null {
  if (isLeftAside(program)) return null;
  const { error, stdout, stderr } = spawnSync(program, [flag], { encoding: 'utf8' });
  return error === undefined ? `${stdout}${stderr}` : null;
}
