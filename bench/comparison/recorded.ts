import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What the last full run found: what a check compares itself with, and what the picture shows. */

export const recordedFile = 'bench/recorded.json';

export interface Recorded {
  readonly date: string;
  readonly node: string;
  readonly processor: string;
  /** Of each contender, CPU per mutation: in microseconds, and by LIMIT's. */
  readonly contenders: readonly { readonly name: string; readonly micros: number; readonly ratio: number }[];
  /** Of Billfold's microseconds, whose work they are. */
  readonly pieces: readonly { readonly name: string; readonly micros: number }[];
}

export function recorded(): Recorded {
  const file = fileURLToPath(new URL(`../../../${recordedFile}`, import.meta.url));
  return JSON.parse(readFileSync(file, 'utf8')) as Recorded; // written by the bench
}
