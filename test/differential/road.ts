import { nextAtOnce, nextTurn, quiet } from './same-seed.js'; // before everything else
import { compiledAnswers } from './compiled.js'; // before the compiler
import 'reflect-metadata';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { pino } from 'pino';
import { readConfig } from '../../src/config.js';
import { startGateway } from '../../src/gateway.js';
import { providers } from '../../src/providers/index.js';
import { startSimulators, type Simulators } from '../../src/simulators/index.js';
import type { Exchange } from '../../src/simulators/kit.js';
import type { WireRequest } from '../../src/simulators/wire.js';
import { tenantsNow } from '../../src/tenants.js';
import { readScripts } from './corpus.js';
import { inRound, textAt, withLearnt, type Asked, type Control, type Script } from './scripts.js';

/** `road.js on|off <scripts> <answers>`: sends all scripts to gateways on one road, and writes down what they answer and ask of providers. */

/** Until the next step of what overlaps, in this process's own time. */
const overlapMs = 1_000;

const [, , road = '', scripts = '', answers = ''] = process.argv;
const out = createWriteStream(answers);

for (const script of readScripts(scripts)) await play(script);
out.end(`${JSON.stringify({ compiledAnswers: compiledAnswers() })}\n`);
await once(out, 'finish');
process.exit(0); // what is still waited for in here is nobody's

async function play({ name, environment, rounds, steps }: Script): Promise<void> {
  nextTurn();
  const simulators = await startSimulators();
  const settings = {
    PORT: '0',
    PAGE: 'off',
    CREATES_PER_MINUTE: '0',
    STORE_KEY: Buffer.alloc(32, 1).toString('base64'),
    ...environment,
    COMPILED_PLANS: road,
  };
  const config = readConfig(settings, providers);
  const simulated = simulators.environment;
  const gateway = await startGateway({
    config,
    tenants: tenantsNow({ file: null, providers, environment: settings, simulated }),
    providers,
    logger: pino({ level: 'silent' }),
    page: null,
  });
  const newRequests = requestsSince(simulators);
  const agent = new Agent({ keepAlive: true });
  for (let round = 0; round < rounds; round += 1) {
    const learnt = new Map<string, string>();
    const lines: object[] = [];
    const late: Promise<void>[] = [];
    simulators.reset();
    for (const [index, step] of steps.entries()) {
      const learn = (answer: unknown): void => {
        for (const [text, path] of step.learnt ?? []) learnt.set(text, textAt(answer, path) ?? text);
      };
      if (step.control !== undefined) learn(put(simulators, step.control, learnt));
      if (step.asked === undefined) continue;
      if (late.length === 0) nextTurn();
      else nextAtOnce();
      const asked = inRound(step.asked, round, learnt);
      const tell = async (): Promise<void> => {
        const answer = await answerTo(gateway.url, agent, asked);
        lines[index] = { script: name, index, round, ...answer };
        if (step.learnt !== undefined) learn(parsed(answer.body));
      };
      if (step.overlaps === true) {
        late.push(tell());
        await wait(overlapMs);
      } else {
        await tell();
        await Promise.all(late.splice(0));
        await quiet();
        lines[index] = { ...lines[index], requests: newRequests() }; // with those of what overlapped it
      }
    }
    out.write(lines.map(line => `${JSON.stringify(line)}\n`).join(''));
  }
  agent.destroy();
  await gateway.stop();
  await simulators.stop();
}

function put(simulators: Simulators, control: Control, learnt: ReadonlyMap<string, string>): unknown {
  const { simulator, does, given } = withLearnt(control, learnt);
  const controls: unknown = simulator === '' ? simulators : Reflect.get(simulators, simulator);
  const method: unknown = controls instanceof Object ? Reflect.get(controls, does) : undefined;
  try {
    return typeof method === 'function' ? Reflect.apply(method, controls, given) : null;
  } catch {
    return null; // it is about something that a request would have made which was left out of the corpus
  }
}

/** What has come to each provider since this was last called. In that order: both roads resolve the fields of a document in its own. */
function requestsSince({ pingone, juspay, liquido, equalsMoney, moov }: Simulators): () => WireRequest[][] {
  const last = new Map<string, Exchange | undefined>();
  return () =>
    [pingone, juspay, liquido, equalsMoney, moov].map(({ name, exchanges }) => {
      // Found by itself, and not by its place: older ones may have been forgotten, or all of them.
      const fresh = exchanges.slice(exchanges.findLastIndex(exchange => exchange === last.get(name)) + 1);
      last.set(name, exchanges.at(-1));
      return fresh.map(exchange => exchange.request);
    });
}

interface Answer {
  readonly status: number;
  readonly headers: readonly string[];
  readonly body: string;
}

function answerTo(url: string, agent: Agent, { method, path, headers, body }: Asked, isAgain = false): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(new URL(url), { method, path, headers: { ...headers }, agent }, response => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const { statusCode: status = 0, rawHeaders } = response;
        const date = rawHeaders.findIndex((name, at) => at % 2 === 0 && name.toLowerCase() === 'date');
        resolve({
          status,
          headers: rawHeaders.toSpliced(date, date === -1 ? 0 : 2),
          body: Buffer.concat(chunks).toString('utf8'),
        });
      });
    });
    sent.on('error', error => {
      // It was closed in the moment in which it was used again.
      if (sent.reusedSocket && !isAgain) resolve(answerTo(url, agent, { method, path, headers, body }, true));
      else reject(error);
    });
    sent.end(typeof body === 'object' ? Buffer.from(body.base64, 'base64') : body);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
