import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '../support/process.js';
import { writeScripts } from './corpus.js';
import { withJournal } from './journal.js';
import type { Script } from './scripts.js';

/** The same scripts on both roads, and where they part: in what clients are answered, or in what providers are sent. */

export interface Difference {
  /** In the requests to providers where the answer is the same. */
  readonly seenIn: 'answer' | 'requests';
  readonly told: string;
}

export interface Compared {
  readonly differences: readonly Difference[];
  /** On each road. */
  readonly answers: number;
  /** Of these, those that a compiled plan made. */
  readonly compiled: number;
}

/** The compiled gateway whose roads are compared; a copy of it, where something was planted there. */
const ownBuild = fileURLToPath(new URL('../../', import.meta.url)); // dist

/** So many processes on each road: much of the time they wait for providers that are late. */
const processes = 3;

/** An answer that never comes is a difference, too. */
const patienceMs = 4 * 60_000;

export async function compared(scripts: readonly Script[], build = ownBuild): Promise<Compared> {
  const whole = scripts.map(withJournal);
  const lanes = Array.from({ length: processes }, (_none, lane) => whole.filter((_, at) => at % processes === lane));
  const all = await Promise.all(lanes.filter(({ length }) => length > 0).map(lane => comparedInOne(lane, build)));
  return {
    differences: all.flatMap(({ differences }) => differences),
    answers: all.reduce((sum, { answers }) => sum + answers, 0),
    compiled: all.reduce((sum, { compiled }) => sum + compiled, 0),
  };
}

async function comparedInOne(scripts: readonly Script[], build: string): Promise<Compared> {
  const folder = temporaryFolder();
  const file = join(folder, 'scripts.jsonl');
  writeScripts(file, scripts);
  const [plain = [], fast = []] = await Promise.all(
    ['off', 'on'].map(road => answersOn(road, file, join(folder, `${road}.jsonl`), build)),
  );
  const { compiledAnswers: none } = JSON.parse(plain.pop() ?? '') as { compiledAnswers: number };
  const { compiledAnswers: compiled } = JSON.parse(fast.pop() ?? '') as { compiledAnswers: number };
  if (none > 0) throw new Error('The plain road is not plain.');
  const differences = plain.flatMap((line, at) =>
    line === fast[at] ? [] : [differenceOf(scripts, line, fast[at] ?? '{}')],
  );
  if (plain.length !== fast.length) {
    differences.push({ seenIn: 'answer', told: `${plain.length} answers, and ${fast.length}` });
  }
  return { differences, answers: plain.length, compiled };
}

async function answersOn(road: string, scripts: string, answers: string, build: string): Promise<string[]> {
  const child = spawn(process.execPath, [join(build, 'test/differential/road.js'), road, scripts, answers], {
    env: { PATH: process.env.PATH },
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: patienceMs,
  });
  let problem = '';
  child.stderr.on('data', (chunk: Buffer) => (problem += chunk.toString()));
  const code = await new Promise<number | null>(resolve => child.once('close', resolve));
  if (code !== 0) throw new Error(`The road that is ${road} ended with ${code}:\n${problem}`);
  return readFileSync(answers, 'utf8').split('\n').slice(0, -1);
}

function differenceOf(scripts: readonly Script[], plain: string, fast: string): Difference {
  const seenIn = answerIn(plain) === answerIn(fast) ? 'requests' : 'answer';
  return { seenIn, told: `In the ${seenIn} of ${told(scripts, plain, fast)}` };
}

function answerIn(line: string): string {
  return JSON.stringify({ ...(JSON.parse(line) as object), requests: [] });
}

/** Around the first character in which they differ. */
function told(scripts: readonly Script[], plain: string, fast: string): string {
  const { script, index, round } = JSON.parse(plain) as { script: string; index: number; round: number };
  const asked = scripts.find(({ name }) => name === script)?.steps[index]?.asked;
  const at = [...plain].findIndex((letter, place) => letter !== fast[place]);
  const near = (text: string): string => text.slice(Math.max(0, at - 200), at + 200);
  return [
    `${script}, step ${index}, round ${round}`,
    JSON.stringify(asked).slice(0, 3_000),
    `plain:    ${near(plain)}`,
    `compiled: ${near(fast)}`,
  ].join('\n');
}
