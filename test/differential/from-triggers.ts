import { filled } from '../../src/server/page-script.js';
import type { Trigger } from '../../src/server/page.js';
import { triggers } from '../../src/triggers/index.js';
import { posted, usualRounds, type Script, type Step } from './scripts.js';

/** Every trigger of the sandbox: each member of each mutation's union, and a double click of each. */

export const scriptOfTriggers: Script = {
  name: 'triggers',
  environment: { PROVIDER_TIMEOUT_MS: '5000' },
  rounds: usualRounds,
  steps: triggers.flatMap(stepsOf),
};

function stepsOf({ steps, overlaps = false }: Trigger, index: number): Step[] {
  const run = String(index).padStart(9, '0');
  const made = steps.map(({ query, variables }) =>
    posted({ query, variables: filled(variables, { key: `key-of-trigger-${index}`, run }) }),
  );
  const last = made.at(-1);
  const clicked = last === undefined ? [] : [last];
  return [...made.map((step, at) => ({ ...step, overlaps: overlaps && at < made.length - 1 })), ...clicked];
}
