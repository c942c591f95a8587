import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { print } from 'graphql';
import { Pool } from 'undici';
import { CreateMoovWalletDocument } from '../test/generated/operations.js';
import { liveEnvironment, runProgram, startGatewayProcess, type Environment } from '../test/support/process.js';
import type { Contender, Cost } from './measure.js';

/** Whole gateways, each a process of its own, and one create after the other over 64 connections. */

export const shippedGateway = 'gateway, journal in a file';
export const gatewayWithoutJournal = 'gateway without a journal';
const connections = 64;
/** What the times in /proc are counted in, on every Linux that Node runs on (USER_HZ). */
const microsPerTick = 10_000;

export async function gatewayContenders(seconds: number): Promise<readonly Contender[]> {
  const provider = await runProgram('../bench/provider.js').printed(text => /^http:\S+/.exec(text)?.[0]);
  const live = liveEnvironment({
    MOOV_API_URL: provider,
    MOOV_PUBLIC_KEY: 'public',
    MOOV_SECRET_KEY: 'secret',
  });
  const inMemory = { ...live, STORE_URL: 'sqlite::memory:' };
  const noJournal = { NODE_OPTIONS: `--import=${new URL('no-journal.js', import.meta.url).href}` };
  const [file, memory, none] = await Promise.all([start(live), start(inMemory), start({ ...inMemory, ...noJournal })]);
  const knownKey = randomUUID();
  return [
    { name: shippedGateway, turn: () => file.turn('create', randomUUID, seconds) },
    { name: gatewayWithoutJournal, turn: () => none.turn('create', randomUUID, seconds) },
    { name: 'gateway, journal in memory', turn: () => memory.turn('create', randomUUID, seconds) },
    { name: 'gateway, a key used before', turn: () => file.turn('replay', () => knownKey, seconds) },
  ];
}

interface Measured {
  turn(operation: string, nextKey: () => string, seconds: number): Promise<Readonly<Record<string, Cost>>>;
}

async function start(environment: Environment): Promise<Measured> {
  const { child, url } = await startGatewayProcess({ environment });
  const pool = new Pool(url, { connections, pipelining: 1 });
  const accountId = randomUUID();
  const query = print(CreateMoovWalletDocument);

  const create = async (idempotencyKey: string): Promise<string> => {
    const input = { idempotencyKey, accountId, name: 'Savings', description: 'For the next bicycle' };
    const { statusCode, body } = await pool.request({
      method: 'POST',
      path: '/graphql',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables: { input } }),
    });
    const text = await body.text();
    if (statusCode !== 200) throw new Error(`The gateway answered ${statusCode}: ${text}`);
    return text;
  };
  /** Reads one answer in full; its length is that of all others. */
  const lengthOf = (answer: string): number => {
    const { data } = JSON.parse(answer) as { data?: { createMoovWallet?: { moovWallet?: Record<string, unknown> } } };
    const wallet = data?.createMoovWallet?.moovWallet;
    if (wallet?.accountId !== accountId || wallet.name !== 'Savings' || wallet.state !== 'ACTIVE') {
      throw new Error(`That is no wallet: ${answer}`);
    }
    return answer.length;
  };

  return {
    async turn(operation, nextKey, seconds) {
      const length = lengthOf(await create(nextKey()));
      const cpuBefore = cpuMicros(child.pid);
      const wallBefore = performance.now();
      const until = wallBefore + seconds * 1000;
      let count = 0;
      const client = async (): Promise<void> => {
        while (performance.now() < until) {
          const answer = await create(nextKey());
          if (answer.length !== length) throw new Error(`An answer of another length: ${answer}`);
          count += 1;
        }
      };
      await Promise.all(Array.from({ length: connections }, client));
      const wall = (performance.now() - wallBefore) * 1000;
      const cpu = cpuMicros(child.pid) - cpuBefore;
      if (lengthOf(await create(nextKey())) !== length) throw new Error('The answers changed.');
      await wait(100); // for a checkpoint or a collection that this turn left behind
      return { [operation]: { cpu: cpu / count, wall: wall / count } };
    },
  };
}

/** User and system time of a process, all its threads, so far. */
function cpuMicros(pid: number | undefined): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' '); // the name before may hold anything
  return (Number(fields[11]) + Number(fields[12])) * microsPerTick;
}
