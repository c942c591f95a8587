import 'reflect-metadata';
import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { getNamedType, isUnionType, type GraphQLSchema } from 'graphql';
import { schemaOf } from '../src/api/schema.js';
import { providers } from '../src/providers/index.js';
import type { Trigger } from '../src/server/page.js';
import { filled } from '../src/server/page-script.js';
import { triggers } from '../src/triggers/index.js';
import { post } from './support/http.js';
import { pullAll } from './support/triggers.js';
import { cleanUp, startGatewayProcess, type GatewayProcess } from './support/process.js';

/** Everything a mutation can answer can be seen in the sandbox, by the triggers that its page shows. */

/** As on the page, where they overlap. */
const stepGapMs = 300;
/** Of which the outcome 102 takes eight. */
const slowTimeoutMs = 9_000;
const timeoutMs = 3_000;

const schema = schemaOf(providers);

/** `mutation: member` for each member of each mutation's union that no trigger shows. */
function membersNotShown(of: GraphQLSchema, shown: readonly Trigger[]): string[] {
  return Object.values(of.getMutationType()?.getFields() ?? {}).flatMap(({ name, type }) =>
    (isUnionType(type) ? type.getTypes() : [])
      .filter(({ name: member }) => !shown.some(trigger => trigger.field === name && trigger.member === member))
      .map(({ name: member }) => `${name}: ${member}`),
  );
}

interface Shown {
  readonly __typename: string;
}

async function ask(url: string, field: string, sent: object): Promise<unknown> {
  const { text } = await post(url, sent);
  const { data, errors } = JSON.parse(text) as { data?: Record<string, Shown | Shown[]>; errors?: unknown };
  return errors ?? [data?.[field]].flat()[0]?.__typename;
}

/** Sends the steps as the page does, and gives the member that the last one was answered with. */
async function pull(url: string, { field, steps, overlaps = false }: Trigger): Promise<unknown> {
  const key = randomUUID();
  const run = String(randomInt(1_000_000_000)).padStart(9, '0');
  const answers: Promise<unknown>[] = [];
  for (const { query, variables } of steps) {
    if (!overlaps) await answers.at(-1);
    else if (answers.length > 0) await wait(stepGapMs);
    answers.push(ask(url, field, { query, variables: filled(variables, { key, run }) }));
  }
  // Only the last one is waited for; the slow ones before it are cut off when the gateway is.
  for (const answer of answers) answer.catch(() => undefined);
  return answers.at(-1);
}

/** What each trigger that does not show what it says shows instead. */
async function mismatches(urlFor: (trigger: Trigger) => string, shown: readonly Trigger[]): Promise<object[]> {
  const pulled = await pullAll(shown, trigger => pull(urlFor(trigger), trigger));
  return pulled
    .filter(({ trigger, answer }) => answer !== trigger.member)
    .map(({ trigger: { field, member, title }, answer }) => ({ field, member, title, answer }));
}

let quick: GatewayProcess;
let slow: GatewayProcess;
beforeAll(async () => {
  const start = (providerTimeoutMs: number) =>
    startGatewayProcess({
      environment: { PROVIDER_TIMEOUT_MS: String(providerTimeoutMs), SAME_KEY_WAIT_MS: '500', LOG_LEVEL: 'warn' },
    });
  [quick, slow] = await Promise.all([start(timeoutMs), start(slowTimeoutMs)]);
});
afterAll(cleanUp);

/** What takes several calls within one call's time takes them on a machine that is busy, too. */
const patient = new Set(['OperationInProgressError', 'CardTokenLimitReachedError']);
const urlFor = ({ member }: Trigger): string => (patient.has(member) ? slow.url : quick.url);

describe('triggers', () => {
  test('there is one for every member of every mutation, and none for anything else', () => {
    expect(schema.getMutationType()?.getFields() ?? {}).not.toEqual({});
    expect(membersNotShown(schema, triggers)).toEqual([]);
    const [mutations, queries] = [
      schema.getMutationType()?.getFields() ?? {},
      schema.getQueryType()?.getFields() ?? {},
    ];
    const strangers = triggers.filter(({ field, member }) => {
      const type = mutations[field]?.type;
      if (isUnionType(type)) return !type.getTypes().some(({ name }) => name === member);
      return getNamedType(queries[field]?.type)?.name !== member;
    });
    expect(strangers).toEqual([]);
  });

  test('the query of card tokens shows one before anything was made', async () => {
    const [step] = triggers.find(({ field }) => field === 'cardTokens')?.steps ?? [];
    const { text } = await post(quick.url, step);
    expect(JSON.parse(text)).toMatchObject({ data: { cardTokens: { nodes: [{ state: 'ACTIVE' }] } } });
  });

  test('a member that none shows would be found', () => {
    const planted = triggers.filter(({ field, member }) => field !== 'createMoovWallet' || member !== 'ConflictError');
    expect(membersNotShown(schema, planted)).toEqual(['createMoovWallet: ConflictError']);
  });

  test('have titles of their own, so that a person can tell them apart', () => {
    expect(new Set(triggers.map(({ title }) => title)).size).toBe(triggers.length);
  });

  test('each one shows what it says', async () => {
    expect(await mismatches(urlFor, triggers)).toEqual([]);
  }, 120_000);

  test('each one shows it again when it is pulled again', async () => {
    expect(
      await mismatches(
        urlFor,
        triggers.filter(({ title }) => !title.includes('…504')),
      ),
    ).toEqual([]);
  }, 120_000);

  test('one that shows something else would be found', async () => {
    const [trigger] = triggers;
    if (trigger === undefined) throw new Error('There is no trigger.');
    expect(await mismatches(urlFor, [{ ...trigger, member: 'ConflictError' }])).toEqual([
      expect.objectContaining({ member: 'ConflictError', answer: trigger.member }),
    ]);
  });
});
