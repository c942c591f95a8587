import fc from 'fast-check';
import { longestTurnAllowedMs, stallsIn } from './stalls.js';
import { openTarget, type Answer, type Target } from './gateway.js';
import { breachesAt, breachesOf, breachesOfProcess } from './judge.js';
import { kinds, requests, type Kind, type Sent } from './requests.js';

/** So many inputs from one seed, in batches; two gateways share them, so that two processors have work. */

export interface Wanted {
  readonly inputs: number;
  readonly seed: number;
  readonly progress?: (done: number) => void;
}

export interface Counts {
  readonly sent: Record<Kind, number>;
  /** Answers with data, of each kind. */
  readonly executed: Record<Kind, number>;
  readonly statuses: Record<string, number>;
  /** Requests that providers got. */
  asked: number;
  longestTurnMs: number;
}

export interface Outcome {
  readonly breaches: readonly string[];
  readonly counts: Readonly<Counts>;
}

const gateways = 2;
/** Large enough that all connections are busy most of the time, small enough to find an input again. */
const batchSize = 500;
/** Inputs that are only to warm a gateway up: theirs is another seed, and nothing of them is judged. */
const warmUp = 500;
/** One tells the story; a few, what they have in common. */
const breachesTold = 5;

export async function run({ inputs, seed, progress }: Wanted): Promise<Outcome> {
  const counts = { sent: tallied(), executed: tallied(), statuses: {}, asked: 0, longestTurnMs: 0 };
  const breaches: string[] = [];
  let begun = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    const target = await openTarget();
    try {
      // A process that has just started compiles itself while it answers.
      await Promise.all(batchOf(-seed - 1, 0, warmUp).map(request => target.send(request)));
      target.exchanges();
      await target.longestTurn();
      while (begun < inputs && breaches.length < breachesTold) {
        const from = begun;
        const batch = batchOf(seed, from, inputs);
        begun += batch.length;
        const again = `--seed ${seed + from} --inputs ${batch.length}`; // the same batch, alone
        const found = await breachesIn(target, batch, counts);
        breaches.push(...found.map(breach => `${again}: ${breach}`));
        done += batch.length;
        progress?.(done);
      }
    } finally {
      await target.stop();
    }
  };
  await Promise.all(Array.from({ length: gateways }, work));
  return { breaches: breaches.slice(0, breachesTold), counts };
}

/** Each batch is made by itself, so that one of them can be made again without those before it. */
function batchOf(seed: number, from: number, inputs: number): Sent[] {
  return fc.sample(requests, { seed: seed + from, numRuns: Math.min(batchSize, inputs - from), unbiased: true });
}

async function breachesIn(target: Target, batch: readonly Sent[], counts: Counts): Promise<string[]> {
  const breaches: string[] = [];
  const answers = await Promise.all(batch.map(async request => ({ request, answer: await target.send(request) })));
  for (const [index, { request, answer }] of answers.entries()) {
    count(request, answer, counts);
    const found = breachesOf(request, answer, target.credentials);
    if (found.length > 0) breaches.push(`input ${index}: ${found.join('; ')}\n${told(request, answer)}`);
  }
  const exchanges = target.exchanges();
  counts.asked += exchanges.length;
  breaches.push(...new Set(exchanges.flatMap(breachesAt)), ...breachesOfProcess(target.process));
  const turnMs = await target.longestTurn();
  counts.longestTurnMs = Math.max(counts.longestTurnMs, turnMs);
  if (turnMs < longestTurnAllowedMs) return breaches;
  const stalls = await stallsIn(target, batch);
  return [
    ...breaches,
    ...stalls.map(
      ({ request, ms }) =>
        `${ms.toFixed()} ms in which nothing else ran\n${request === null ? 'all of them together' : told(request)}`,
    ),
  ];
}

function count({ kind }: Sent, { status, text }: Answer, { sent, executed, statuses }: Counts): void {
  sent[kind] += 1;
  if (text.startsWith('{"data":{')) executed[kind] += 1;
  statuses[status] = (statuses[status] ?? 0) + 1;
}

function told({ kind, method, path, headers, body }: Sent, answer?: Answer): string {
  const request = `${kind}: ${method} ${path} ${JSON.stringify(headers)}\n${printable(String(body).slice(0, 2_000))}`;
  if (answer === undefined) return request;
  return `${request}\nanswered: ${answer.status} ${answer.type}\n${printable(answer.text.slice(0, 1_000))}`;
}

/** What a terminal would take for a command is shown by its number. */
function printable(text: string): string {
  return text.replace(/[^\n -~]/g, letter => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function tallied(): Record<Kind, number> {
  return Object.fromEntries(kinds.map(kind => [kind, 0])) as Record<Kind, number>; // one for each
}
