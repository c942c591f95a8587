import fc from 'fast-check';
import { requests } from '../hostile/requests.js';
import { usualRounds, type Script } from './scripts.js';

/** What the hostile inputs send as documents and as ids: most of it is refused, and must be in the same words. */
export function scriptOfHostile(seed: number, count: number): Script {
  const sent = fc.sample(requests, { seed, numRuns: count, unbiased: true }).filter(({ kind }) => kind !== 'body');
  return {
    name: 'hostile',
    environment: {},
    rounds: usualRounds,
    steps: sent.map(({ kind: _kind, body, ...asked }) => ({ asked: { ...asked, body: body.toString() } })),
  };
}
