import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMain, writeCorpus } from './corpus.js';
import type { Recorded, RecordedStep } from './recording.js';
import { usualRounds, wordPattern, type Script, type Step } from './scripts.js';

/**
 * Makes the corpus of what a run of the suite has written down: one script for each file of tests and each way in which it
 * set up its gateways; of requests of one shape, one. To make it anew, with a folder that is there and empty:
 *
 *     RECORD_REQUESTS=/folder npm test -- test/api test/attacks/[a-gj-z] test/auth test/cache/gateways test/limiter \
 *       test/properties test/providers test/server test/stories
 *     node dist/test/differential/record.js /folder
 *
 * What is not in it: requests to gateways in processes of their own, large ones, tokens, and answers that a test changed by
 * a function on their way. Those of the sandbox and of the hostile inputs are generated instead.
 */

/** The settings that make a difference to answers, and need nothing but this gateway. */
const settings = new Set([
  'CREATES_PER_DOCUMENT',
  'INTROSPECTION',
  'PROVIDER_TIMEOUT_MS',
  'READ_TIMEOUT_MS',
  'SAME_KEY_WAIT_MS',
]);
/** So many requests of one shape: each is sent in every round. */
const sameShape = 1;
/** Characters of a request, with what was done to the simulators before it: beyond, it is refused or a matter of size alone. */
const longest = 1_500;
/** Requests of one file, beyond which they are taken here and there: a list of a thousand is one of a kind. */
const most = 45;
/** What a request says of the client that sent it. */
const ofClient = new Set(['accept-encoding', 'accept-language', 'sec-fetch-mode', 'user-agent', 'authorization']);

export function corpusOf(all: readonly Recorded[]): Script[] {
  const files = Map.groupBy(all, ({ name, environment }) => `${name} ${JSON.stringify(settingsIn(environment))}`);
  return [...files.values()].flatMap(recorded => {
    const [first] = recorded;
    if (first === undefined) return [];
    const seen = new Map<string, number>();
    const steps = recorded.flatMap(one => [reset, ...fewOf(one.steps, seen)]);
    if (!steps.some(({ asked }) => asked !== undefined)) return [];
    return [
      { name: first.name, environment: settingsIn(first.environment), rounds: usualRounds, steps: withLearnt(steps) },
    ];
  });
}

/** Each of them had simulators of its own. */
const reset: RecordedStep = { control: { simulator: '', does: 'reset', given: [] } };

function settingsIn(environment: Recorded['environment']): Record<string, string> {
  const own = Object.entries(environment).filter(([name]) => settings.has(name));
  return Object.fromEntries(own.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

/** A request goes with what was done to the simulators before it. */
function fewOf(steps: readonly RecordedStep[], seen: Map<string, number>): RecordedStep[] {
  const groups: RecordedStep[][] = [];
  let group: RecordedStep[] = [];
  for (const { answer, ...step } of steps) {
    group.push({ ...withoutClient(step), answer });
    if (step.asked === undefined) continue;
    const sent = group;
    group = [];
    if (JSON.stringify(sent.map(({ asked, control }) => asked ?? control)).length > longest) continue;
    const shape = JSON.stringify(sent.map(shapeOf));
    const times = (seen.get(shape) ?? 0) + 1;
    seen.set(shape, times);
    if (times <= sameShape) groups.push(sent);
  }
  const each = Math.ceil(groups.length / most);
  return groups.filter((_, index) => index % each === 0).flat();
}

function withoutClient({ asked, ...step }: Step): Step {
  if (asked === undefined) return step;
  const headers = Object.entries(asked.headers).filter(([name]) => !ofClient.has(name));
  return { ...step, asked: { ...asked, headers: Object.fromEntries(headers) } };
}

function shapeOf({ asked, control }: RecordedStep): unknown {
  if (control !== undefined) return [control.simulator, control.does, control.given];
  if (asked === undefined) return null;
  const { body, headers, ...rest } = asked;
  if (typeof body !== 'string') return asked;
  return [rest, headers.accept, headers['content-type'], parsedShape(body)];
}

function parsedShape(body: string): unknown {
  try {
    const { query, ...rest } = JSON.parse(body) as Record<string, unknown>;
    return [query, shapeOfValue(rest)];
  } catch {
    return body;
  }
}

/** What kind of text it is matters less than that it is one. */
function shapeOfValue(value: unknown): unknown {
  if (typeof value === 'string') return /^[\w-]{16,}$/.test(value) ? 'id' : value.slice(0, 12);
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.slice(0, 3).map(shapeOfValue);
  return Object.entries(value).map(([name, member]) => [
    name,
    name === 'idempotencyKey' ? 'key' : shapeOfValue(member),
  ]);
}

/** What stands in an answer and in a later request is learnt again when they are sent. */
function withLearnt(steps: readonly RecordedStep[]): Step[] {
  const words = steps.map(({ asked, control }) => new Set(JSON.stringify(asked ?? control).match(wordPattern)));
  const lastUse = new Map<string, number>();
  for (const [index, used] of words.entries()) for (const word of used) lastUse.set(word, index);
  const known = new Set<string>();
  return steps.map(({ answer = '', ...step }, index) => {
    for (const word of words[index] ?? []) known.add(word); // what was sent before it was answered is the test's own
    const learnt = textsIn(parsed(answer), []).filter(([text]) => {
      const isNew = !known.has(text) && (lastUse.get(text) ?? -1) > index;
      known.add(text);
      return isNew;
    });
    return learnt.length === 0 ? step : { ...step, learnt };
  });
}

type Place = readonly [text: string, path: readonly (string | number)[]];

function textsIn(value: unknown, path: readonly (string | number)[]): Place[] {
  if (typeof value === 'string') return [[value, path]];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, member]) => textsIn(member, [...path, name]));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

if (isMain(import.meta.url)) {
  const folder = process.argv[2] ?? '';
  const lines = readdirSync(folder)
    .toSorted()
    .flatMap(file => readFileSync(join(folder, file), 'utf8').split('\n'));
  writeCorpus(corpusOf(lines.filter(line => line !== '').map(line => JSON.parse(line) as Recorded)));
}
