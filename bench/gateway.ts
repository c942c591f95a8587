import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { Pool } from 'undici';
import { startGatewayProcess, type Environment } from '../test/support/process.js';
import type { Cost } from './measure.js';

/** Whole gateways, each a process of its own. */

/** Of those that ask as fast as they are answered. */
const connections = 64;
/** What the times in /proc are counted in, on every Linux that Node runs on (USER_HZ). */
const microsPerTick = 10_000;

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

  return {
    async ask(question) {
      return (await checked(unbounded, queryOf(question.document), question)).data;
    },
    async costOf(question, seconds) {
      const query = queryOf(question.document);
      const { length } = await checked(rush, query, question);
      const cpuBefore = cpuMicros(child.pid);
      const wallBefore = performance.now();
      const until = wallBefore + seconds * 1000;
      let count = 0;
      const client = async (): Promise<void> => {
        while (performance.now() < until) {
          const answer = await send(rush, query, question.variables());
          if (answer.length !== length) throw new Error(`An answer of another length: ${answer}`);
          count += 1;
        }
      };
      await Promise.all(Array.from({ length: connections }, client));
      const wall = (performance.now() - wallBefore) * 1000;
      const cpu = cpuMicros(child.pid) - cpuBefore;
      if ((await checked(rush, query, question)).length !== length) throw new Error('The answers changed.');
      await wait(100); // for a checkpoint or a collection that this turn left behind
      return { cpu: cpu / count, wall: wall / count, count };
    },
  };
}

/** User and system time of a process, all its threads, so far. */
function cpuMicros(pid: number | undefined): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' '); // the name before may hold anything
  return (Number(fields[11]) + Number(fields[12])) * microsPerTick;
}
