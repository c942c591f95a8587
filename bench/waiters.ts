import { randomUUID } from 'node:crypto';
import type { GatewayUnderLoad } from './gateway.js';
import { create } from './questions.js';
import type { StandIns } from './stand-ins.js';

/** Many posts of one key at once: one of them creates, and all have its answer. */

export interface Waits {
  /** How long after the first answer each of the others came, in milliseconds. */
  readonly afterFirst: readonly number[];
}

export interface Together {
  readonly gateways: readonly GatewayUnderLoad[];
  readonly standIns: StandIns;
  /** One after the other. */
  readonly keys: number;
  /** Of each key, spread over the gateways. */
  readonly posts: number;
}

/** Rejects where the answers differ, or the provider was asked more than once for a key. */
export async function askTogether({ gateways, standIns, keys, posts }: Together): Promise<Waits> {
  const before = (await standIns.tell({ moov: 'lingers' })).moov;
  const afterFirst: number[] = [];
  for (let key = 0; key < keys; key += 1) afterFirst.push(...(await askForOne(gateways, posts)));
  const created = (await standIns.tell({ moov: 'answers' })).moov - before;
  if (created !== keys) throw new Error(`${created} creates for ${keys} keys.`);
  return { afterFirst };
}

async function askForOne(gateways: readonly GatewayUnderLoad[], posts: number): Promise<readonly number[]> {
  const key = randomUUID();
  const question = create(() => key);
  const answers = await Promise.all(
    Array.from({ length: posts }, async (_post, index) => {
      const gateway = gateways[index % gateways.length] ?? gateways[0];
      const answer = await gateway?.ask(question);
      return { at: performance.now(), told: JSON.stringify(answer) };
    }),
  );
  if (new Set(answers.map(({ told }) => told)).size !== 1) throw new Error('One key had two answers.');
  const [first = NaN, ...others] = answers.map(({ at }) => at).toSorted((one, other) => one - other);
  return others.map(at => at - first);
}
