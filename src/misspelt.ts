import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import type { Provider } from './core/provider-port.js';

/** Names that are no settings. A misspelt one would be ignored, and its default would do something else. */

export interface Names {
  /** Those of the process that have a value, with those of the file. */
  readonly environment: readonly string[];
  /** Those in `.env` that have a value. */
  readonly file: readonly string[];
  /** The gateway's own settings. */
  readonly gateway: readonly string[];
  readonly providers: readonly Provider[];
  /** Whether TENANTS_FILE may refer to variables of any name. */
  readonly hasTenantsFile: boolean;
}

/** What Node and its libraries read by themselves. */
const others =
  /^(?:NODE_\w+|(?:HTTPS?|NO)_PROXY|(?:https?|no)_proxy|SSL_CERT_(?:FILE|DIR)|PG[A-Z]+|TZ|UV_THREADPOOL_SIZE)$/;

/** Other programs' names that are one letter away from ours. */
const lookalikes: ReadonlySet<string> = new Set(['HTTP_PROXY', 'LOGLEVEL']);

/**
 * One sentence for each. The file is Billfold's own, so that all of its names must be settings; the environment is
 * shared with other programs, so that only what was surely meant for Billfold counts.
 */
export function misspelt({ environment, file, gateway, providers, hasTenantsFile }: Names): string[] {
  const credentials = new Set(providers.flatMap(provider => provider.credentials));
  const settings = [...gateway, ...providers.flatMap(provider => Object.keys(provider.settings.shape))];
  const known = new Set(settings);
  // With several tenants these are told by whatever names: MOOV_SECRET_KEY_2.
  const expected = hasTenantsFile ? settings.filter(name => !credentials.has(name)) : settings;
  const sentence = (name: string, where: string): string => {
    const meant = nearest(name.toUpperCase(), expected, 3);
    const advice = meant === null ? '.env.example lists those that there are.' : `is ${meant} meant?`;
    return `${name}${where} is no setting of Billfold: ${advice}`;
  };
  const isMistaken = (name: string): boolean =>
    name.length >= 8 && !lookalikes.has(name) && nearest(name, expected, name.length < 12 ? 1 : 2) !== null;

  const inFile = new Set(file);
  const unknown = environment.filter(name => !known.has(name));
  return unknown.flatMap(name => {
    if (inFile.has(name)) {
      const isAllowed = others.test(name) || hasTenantsFile;
      return isAllowed && !isMistaken(name) ? [] : [sentence(name, ' (in .env)')];
    }
    return isMistaken(name) ? [sentence(name, '')] : [];
  });
}

/** The names that have a value in `.env`, if there is one. */
export function namesInFile(): string[] {
  if (!existsSync('.env')) return [];
  const values = Object.entries(parseEnv(readFileSync('.env', 'utf8')));
  return values.filter(([, value]) => value?.trim() !== '').map(([name]) => name);
}

/** The closest of them within so many edits; null if none is. */
function nearest(name: string, among: readonly string[], edits: number): string | null {
  const close = among
    .filter(({ length }) => Math.abs(length - name.length) <= edits)
    .map(other => ({ other, distance: distanceBetween(name, other) }))
    .filter(({ distance }) => distance <= edits)
    .toSorted((left, right) => left.distance - right.distance);
  return close[0]?.other ?? null;
}

/** Letters that were put in, left out, changed, or swapped with the next one. */
function distanceBetween(left: string, right: string): number {
  let before: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const isSame = left[row - 1] === right[column - 1];
      const isSwapped =
        row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      next.push(
        Math.min(
          (last[column] ?? 0) + 1,
          (next[column - 1] ?? 0) + 1,
          (last[column - 1] ?? 0) + (isSame ? 0 : 1),
          isSwapped ? (before[column - 2] ?? 0) + 1 : Infinity,
        ),
      );
    }
    before = last;
    last = next;
  }
  return last[right.length] ?? 0;
}
