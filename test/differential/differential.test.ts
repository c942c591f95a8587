import { rmSync } from 'node:fs';
import { afterAll, expect, test } from '@jest/globals';
import { cleanUp } from '../support/process.js';
import { compared, type Compared } from './comparing.js';
import { readCorpus } from './corpus.js';
import { scriptOfHostile } from './from-hostile.js';
import { scriptsOfTriggers } from './from-triggers.js';
import { generatedScript } from './generated.js';
import { buildWith, copies, mistakes, unseenMistakes, unseenScript } from './planted.js';

/**
 * The long road and the short one give the same answers, byte for byte, and ask the same of providers, in two gateways with
 * the same seed. What one does otherwise is told with the request. `DOCUMENTS=2000 SEED=7` sends other documents, and more of them.
 */

afterAll(cleanUp);
afterAll(() => rmSync(copies, { recursive: true, force: true }));

const documents = Number(process.env.DOCUMENTS ?? 240);
const seed = Number(process.env.SEED ?? 20_261_130);
const hostile = 400;
const lanes = 3;
const patienceMs = 10 * 60_000;

function expectNoDifference({ differences, compiled, answers }: Compared, compiledShare: number): void {
  if (differences.length > 0) {
    const first = differences.slice(0, 5).map(({ told }) => told);
    throw new Error(`${differences.length} differences:\n\n${first.join('\n\n')}`);
  }
  // Where no plan was compiled, nothing was compared.
  expect(compiled).toBeGreaterThan(answers * compiledShare);
}

test(
  'both roads › what the suite sends, as the corpus has it or as it is generated › the same answers and requests',
  async () => expectNoDifference(await compared([...readCorpus(), scriptOfHostile(seed, hostile)]), 0.35),
  patienceMs,
);

test(
  'both roads › every trigger of the sandbox, and its double click › the same answers and requests',
  async () => expectNoDifference(await compared(scriptsOfTriggers(lanes)), 0.4),
  patienceMs,
);

test(
  `both roads › ${documents} documents over the whole schema, and variables that do not fit › the same answers and requests`,
  async () => {
    const scripts = Array.from({ length: lanes }, (_none, lane) => generatedScript(seed + lane, documents / lanes));
    expectNoDifference(await compared(scripts), 0.15);
  },
  patienceMs,
);

test.each(mistakes.map(mistake => [mistake.name, mistake] as const))(
  'both roads, with a mistake planted on one › %s › is seen in the answers',
  async (_name, mistake) => {
    const { differences } = await compared([generatedScript(seed, 60)], buildWith(mistake));
    expect(differences.map(({ seenIn }) => seenIn)).toContain('answer');
  },
  patienceMs,
);

test.each(unseenMistakes.map(mistake => [mistake.name, mistake] as const))(
  'both roads, with a mistake planted on one › %s › is seen in the requests, and not in the answers',
  async (_name, mistake) => {
    const { differences } = await compared([unseenScript()], buildWith(mistake));
    expect(new Set(differences.map(({ seenIn }) => seenIn))).toEqual(new Set(['requests']));
  },
  patienceMs,
);
