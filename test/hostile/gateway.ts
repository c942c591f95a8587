import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Pool } from 'undici';
import { startSimulators, type Simulators } from '../../src/simulators/index.js';
import type { Exchange } from '../../src/simulators/kit.js';
import { credentialsIn } from '../support/gateway.js';
import { liveEnvironment, startGatewayProcess, type GatewayProcess } from '../support/process.js';
import type { Sent } from './requests.js';

/** A gateway in a process of its own, with the simulators in this one. */

export interface Answer {
  /** 0 where there was none. */
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

export interface Target {
  readonly process: GatewayProcess;
  /** What no answer may hold. */
  readonly credentials: readonly string[];
  send(sent: Sent): Promise<Answer>;
  /** Everything the providers were sent since they were asked before; then they forget it, and the wallets. */
  exchanges(): readonly Exchange[];
  /** The longest the gateway did nothing else, in milliseconds of its own processor time, since it was asked before. */
  longestTurn(): Promise<number>;
  stop(): Promise<void>;
}

/** Connections at once, each with one request. */
const atOnce = 24;

const settings = {
  LOG_LEVEL: 'warn',
  STORE_URL: 'sqlite::memory:', // what a disk costs is measured elsewhere
  CREATES_PER_MINUTE: '0', // one caller makes them all
  PAGE: 'off', // it is HTML
};

export async function openTarget(): Promise<Target> {
  const simulators = await startSimulators();
  const environment = { ...liveEnvironment(simulators.environment), ...settings };
  const monitor = fileURLToPath(new URL('./turns.js', import.meta.url));
  const gateway = await startGatewayProcess({
    environment: { ...environment, NODE_OPTIONS: `--import=${monitor}` },
  });
  const pool = new Pool(gateway.url, { connections: atOnce });
  return {
    process: gateway,
    credentials: credentialsIn(environment),
    async send(sent) {
      const answer = await answerTo(pool, sent);
      // The gateway closes connections that are idle, perhaps in the moment in which this one was used again.
      return answer.status === 0 ? answerTo(pool, sent) : answer;
    },
    exchanges() {
      const all = exchangesOf(simulators);
      simulators.reset();
      return all;
    },
    async longestTurn() {
      if (!gateway.child.connected) return 0; // it is dead, which is found out elsewhere
      const told = once(gateway.child, 'message') as Promise<[{ longestMs: number }]>; // turns.ts sends nothing else
      gateway.child.send({});
      return Promise.race([told.then(([{ longestMs }]) => longestMs), gateway.ended.then(() => 0)]);
    },
    async stop() {
      await pool.destroy();
      await gateway.stop('SIGKILL');
      await simulators.stop();
    },
  };
}

async function answerTo(pool: Pool, { method, path, headers, body }: Sent): Promise<Answer> {
  try {
    const answer = await pool.request({ method, path, headers, body: body.length === 0 ? null : body });
    const text = await answer.body.text();
    return { status: answer.statusCode, type: String(answer.headers['content-type'] ?? ''), text };
  } catch (error) {
    // A request that this client would not send is a mistake of ours.
    if (error instanceof Error && error.name === 'InvalidArgumentError') throw error;
    return { status: 0, type: '', text: String(error) };
  }
}

function exchangesOf({ pingone, juspay, liquido, equalsMoney, moov }: Simulators): Exchange[] {
  return [pingone, juspay, liquido, equalsMoney, moov].flatMap(({ exchanges }) => [...exchanges]);
}
