import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Script, Step } from './scripts.js';

/** Scripts in a file, one on each line; and the corpus, in which a document stands once, however often it is sent. */

export function readScripts(file: string): Script[] {
  return linesOf(file) as Script[]; // as `writeScripts` has written them
}

export function writeScripts(file: string, scripts: readonly Script[]): void {
  writeFileSync(file, scripts.map(script => `${JSON.stringify(script)}\n`).join(''));
}

function linesOf(file: string): unknown[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as unknown);
}

const corpus = 'test/differential/corpus.jsonl';

/** In place of a document: its number, behind what begins none. */
const numbered = /^\{"query":"\|(\d+)"/;

/** The first line are the documents. */
export function writeCorpus(scripts: readonly Script[]): void {
  const texts: string[] = [];
  const short = (body: string): string =>
    body.replace(/^\{"query":("(?:[^"\\]|\\.)*")/, (_all, text: string) => {
      const known = texts.indexOf(text);
      return `{"query":"|${known === -1 ? texts.push(text) - 1 : known}"`;
    });
  const lines = scripts.map(script =>
    JSON.stringify({ ...script, steps: script.steps.map(step => shortened(step, short)) }),
  );
  writeFileSync(corpus, `${[JSON.stringify(texts), ...lines].join('\n')}\n`);
}

export function readCorpus(): Script[] {
  const [texts, ...scripts] = linesOf(corpus) as [string[], ...Script[]]; // as `writeCorpus` has written them
  const long = (body: string): string =>
    body.replace(numbered, (_all, number: string) => `{"query":${texts[Number(number)] ?? '""'}`);
  return scripts.map(script => ({ ...script, steps: script.steps.map(step => restored(step, long)) }));
}

/** What most requests have besides their bodies is left out of the file. */
const usual = { method: 'POST', path: '/graphql', headers: { 'content-type': 'application/json', accept: '*/*' } };

function shortened(step: Step, short: (body: string) => string): object {
  if (typeof step.asked?.body !== 'string') return step;
  const { body, ...rest } = step.asked;
  const isUsual = JSON.stringify(rest) === JSON.stringify(usual);
  return { ...step, asked: { ...(isUsual ? {} : rest), body: short(body) } };
}

function restored(step: Step, long: (body: string) => string): Step {
  if (typeof step.asked?.body !== 'string') return step;
  return { ...step, asked: { ...usual, ...step.asked, body: long(step.asked.body) } };
}

export function isMain(url: string): boolean {
  return process.argv[1] === fileURLToPath(url);
}
