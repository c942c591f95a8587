import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filled } from '../../src/server/page-script.js';
import { triggers } from '../../src/triggers/index.js';
import { posted, usualRounds, type Script } from './scripts.js';

/** Mistakes that a short road could make. Each is put into a copy of the build, and must be seen. */
export interface Mistake {
  readonly name: string;
  /** What stands in the compiled `src/server/plans.js`, once, and what the mistake makes of it. */
  readonly patch: readonly [from: string, to: string];
}

export const mistakes: readonly Mistake[] = [
  { name: 'one error too few', patch: ['errors.map(asGraphqlJs)', 'errors.slice(1).map(asGraphqlJs)'] },
  { name: 'errors that do not say where', patch: ['value: locations,', 'value: undefined,'] },
];

/** They change what is asked for, where the answer to `unseenScript` does not show it. */
export const unseenMistakes: readonly Mistake[] = [
  {
    name: 'a member that is lost',
    patch: ['executed(query, context, coerced)', '(delete coerced.input?.metadata, executed(query, context, coerced))'],
  },
  {
    name: 'a null that counts as left out',
    patch: [
      'executed(query, context, coerced)',
      'executed(query, context, JSON.parse(JSON.stringify(coerced, (_name, value) => value ?? undefined)))',
    ],
  },
];

/** Other labels and no description for a wallet, whose name alone is asked for: often enough to be compiled. */
export function unseenScript(): Script {
  const query = `mutation ($input: UpdateMoovWalletInput!) {
    updateMoovWallet(input: $input) { ... on MoovWalletUpdated { moovWallet { name } } }
  }`;
  const example = triggers.find(({ field }) => field === 'updateMoovWallet')?.steps[0]?.variables ?? {};
  const variables = filled(example, { key: 'key-of-planted', run: '000000000' });
  return { name: 'unseen', environment: {}, rounds: 2 * usualRounds, steps: [posted({ query, variables })] };
}

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
