import { setTimeout as wait } from 'node:timers/promises';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { Pool } from 'undici';
import { startGatewayProcess, type Environment } from '../test/support/process.js';
import type { Cost } from './measure.js';
import { cpuMicrosOf } from './processes.js';

/** Whole gateways, each a process of its own. */

/** Of those that ask as fast as they are answered. */
const connections = 64;

/** One and the same question, each time about something else. */
export interface Question<Data, Variables> {
  readonly document: TypedDocumentNode<Data, Variables>;
  variables(): Variables;
  /** Whether that is what was asked for. */
  fits(answer: Data, variables: Variables): boolean;
}

export interface GatewayUnderLoad {
  /** Rejects where the answer does not fit. */
  ask<Data, Variables>(question: Question<Data, Variables>): Promise<Data>;
  /** As `ask`, over one of 64 connections, with the length of the answer. */
  lengthOf<Data, Variables>(question: Question<Data, Variables>): Promise<number>;
  /** Over one of 64 connections; resolves with the length of an answer that nobody reads. */
  rush<Data, Variables>(question: Question<Data, Variables>): Promise<number>;
  /** User and system time of the process, all its threads, so far. */
  cpuMicros(): number;
  /** One after the other over 64 connections; the first and the last answer are read, all others have their length. */
  costOf<Data, Variables>(
    question: Question<Data, Variables>,
    seconds: number,
  ): Promise<Cost & { readonly count: number }>;
}

export async function startGateway(environment: Environment): Promise<GatewayUnderLoad> {
  const { child, url } = await startGatewayProcess({
    environment: { CREATES_PER_MINUTE: '0', ...environment }, // all load is one caller's
  });
  const rush = new Pool(url, { connections, pipelining: 1 });
  const unbounded = new Pool(url, { pipelining: 1 }); // whoever waits there waits for the gateway alone

  const send = async (pool: Pool, query: string, variables: unknown): Promise<string> => {
    const { statusCode, body } = await pool.request({
      method: 'POST',
      path: '/graphql',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const text = await body.text();
    if (statusCode !== 200) throw new Error(`The gateway answered ${statusCode}: ${text}`);
    return text;
  };
  const checked = async <Data, Variables>(pool: Pool, query: string, question: Question<Data, Variables>) => {
    const variables = question.variables();
    const text = await send(pool, query, variables);
    const { data } = JSON.parse(text) as { data?: Data | null }; // as the gateway's schema says
    if (data == null || !question.fits(data, variables)) throw new Error(`That does not fit the question: ${text}`);
    return { data, length: text.length };
  };
  const printed = new Map<object, string>();
  const queryOf = (document: TypedDocumentNode<unknown, never>): string => {
    const query = printed.get(document) ?? print(document);
    printed.set(document, query);
    return query;
  };

  const gateway: GatewayUnderLoad = {
    ask: async question => (await checked(unbounded, queryOf(question.document), question)).data,
    lengthOf: async question => (await checked(rush, queryOf(question.document), question)).length,
    rush: async question => (await send(rush, queryOf(question.document), question.variables())).length,
    cpuMicros: () => cpuMicrosOf(child.pid),
    async costOf(question, seconds) {
      const { cpu, wall, latencies } = await rushOf([gateway], question, seconds);
      return { cpu, wall, count: latencies.length };
    },
  };
  return gateway;
}

export interface Rush extends Cost {
  /** Of each answer, in milliseconds. */
  readonly latencies: readonly number[];
}

/** So many clients in all, each at one of the gateways, one question after the other. `cpu` is that of all gateways. */
export async function rushOf<Data, Variables>(
  gateways: readonly GatewayUnderLoad[],
  question: Question<Data, Variables>,
  seconds: number,
  clients = connections,
): Promise<Rush> {
  const lengths = await Promise.all(gateways.map(gateway => gateway.lengthOf(question)));
  const cpuSoFar = () => gateways.reduce((sum, gateway) => sum + gateway.cpuMicros(), 0);
  const latencies: number[] = [];
  const cpuBefore = cpuSoFar();
  const wallBefore = performance.now();
  const until = wallBefore + seconds * 1000;
  const client = async (_client: unknown, index: number): Promise<void> => {
    const gateway = gateways[index % gateways.length];
    for (let since = performance.now(); since < until; since = performance.now()) {
      const length = await gateway?.rush(question);
      if (length !== lengths[0]) throw new Error(`An answer of another length: ${length}`);
      latencies.push(performance.now() - since);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const wall = (performance.now() - wallBefore) * 1000;
  const cpu = cpuSoFar() - cpuBefore;
  const lengthsAfter = await Promise.all(gateways.map(gateway => gateway.lengthOf(question)));
  if (new Set([...lengths, ...lengthsAfter]).size !== 1) throw new Error('The answers changed.');
  await wait(100); // for a checkpoint or a collection that this turn left behind
  return { cpu: cpu / latencies.length, wall: wall / latencies.length, latencies };
}
