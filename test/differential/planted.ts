import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Mistakes that a short road could make. Each is put into a copy of the build, and must be seen in the answers. */
export interface Mistake {
  readonly name: string;
  /** What stands in the compiled `src/server/plans.js`, once, and what the mistake makes of it. */
  readonly patch: readonly [from: string, to: string];
}

export const mistakes: readonly Mistake[] = [
  { name: 'one error too few', patch: ['errors.map(asGraphqlJs)', 'errors.slice(1).map(asGraphqlJs)'] },
  { name: 'errors that do not say where', patch: ['value: locations,', 'value: undefined,'] },
];

const build = fileURLToPath(new URL('../../', import.meta.url)); // dist
/** Within the build, so that packages are found from there. */
export const copies = join(build, 'planted-roads');

export function buildWith({ name, patch: [from, to] }: Mistake): string {
  const copy = join(copies, name.replace(/\W+/g, '-'));
  for (const part of ['src', 'test/differential']) cpSync(join(build, part), join(copy, part), { recursive: true });
  const path = join(copy, 'src/server/plans.js');
  const text = readFileSync(path, 'utf8');
  const fits = text.split(from).length - 1;
  if (fits !== 1) throw new Error(`The patch fits ${fits} times: ${from}`);
  writeFileSync(
    path,
    text.replace(from, () => to),
  );
  return copy;
}
