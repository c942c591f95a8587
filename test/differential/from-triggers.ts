import { filled } from '../../src/server/page-script.js';
import type { Trigger } from '../../src/server/page.js';
import { triggers } from '../../src/triggers/index.js';
import { posted, type Script, type Step } from './scripts.js';

/** Every trigger of the sandbox: each member of each mutation's union, and a double click of each. */

/** All of them, dealt out to so many scripts. */
export function scriptsOfTriggers(count: number): Script[] {
  const steps = triggers.map(stepsOf);
  return Array.from({ length: count }, (_none, script) => ({
    name: `triggers ${script}`,
    environment: { PROVIDER_TIMEOUT_MS: '5000', SAME_KEY_WAIT_MS: '500' },
    rounds: 2, // a document is that of many triggers
    steps: steps.filter((_, index) => index % count === script).flat(),
  }));
}

function stepsOf({ steps, overlaps = false }: Trigger, index: number): Step[] {
  const run = String(index).padStart(9, '0');
  const made = steps.map(({ query, variables }) =>
    posted({ query, variables: filled(variables, { key: `key-of-trigger-${index}`, run }) }),
  );
  const last = made.at(-1);
  const clicked = last === undefined ? [] : [last];
  return [...made.map((step, at) => ({ ...step, overlaps: overlaps && at < made.length - 1 })), ...clicked];
}
