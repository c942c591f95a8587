import { describe, expect, test } from '@jest/globals';
import { getOperationAST, parse } from 'graphql';
import { schemaOf } from '../../src/api/schema.js';
import type { Context } from '../../src/core/context.js';
import { Events } from '../../src/core/events.js';
import { anybody } from '../../src/core/principal.js';
import { providers } from '../../src/providers/index.js';
import { startApollo } from '../../src/server/apollo.js';
import type { KnownOperation } from '../../src/server/documents.js';
import { openPlans, type Plans } from '../../src/server/plans.js';

// That plans give the same answers as graphql-js is held by test/differential. Here: when there is one, and what it may cost.

const schema = schemaOf(providers);

function known(text: string): KnownOperation {
  const operation = getOperationAST(parse(text));
  if (operation == null) throw new Error('There is no operation in it.');
  return { text, name: undefined, operation };
}

/** A clock that stands still unless it is told, or asked: each look at it takes so long. */
function clockWith({ lookMs }: { lookMs: number }) {
  let now = 0;
  return {
    now: () => now,
    monotonic: () => (now += lookMs),
    after: () => () => undefined,
    pass: (milliseconds: number) => void (now += milliseconds),
  };
}

/** Plans whose compiler is there already. */
async function loadedPlans(clock = clockWith({ lookMs: 0 })): Promise<Plans> {
  const plans = openPlans(schema, clock);
  const first = known('query First { __typename }');
  executed(plans, first);
  while (plans.find(first) === null) await new Promise(setImmediate);
  return plans;
}

function executed(plans: Plans, operation: KnownOperation): void {
  plans.wasExecuted(operation);
}

const context = { principal: anybody, request: { id: 'a' }, providers: () => [] } as unknown as Context; // all that is asked of it

describe('a plan › is made', () => {
  test('when graphql-js has executed the operation since it is known, and is one and the same from then on', async () => {
    const plans = await loadedPlans();
    const operation = known('{ providers { provider } }');
    expect(plans.find(operation)).toBeNull();
    plans.wasExecuted(operation);
    const plan = plans.find(operation);
    expect(plan).not.toBeNull();
    expect(plans.find(operation)).toBe(plan);
    await expect(plan?.execute({}, context)).resolves.toEqual({ data: { providers: [] } });
  });

  test.each([
    ['a condition', '{ providers { provider @include(if: true) } }'],
    ['a condition in a fragment', '{ ...A } fragment A on Query { providers @skip(if: false) { provider } }'],
    ['a question about the schema', '{ __schema { queryType { name } } }'],
    ['a question about a type, within others', '{ ...A } fragment A on Query { a: __type(name: "Query") { name } }'],
    ['a kind of operation that the schema does not have', 'subscription { a }'],
    ['two fields at the top, one of which takes the other along', '{ a: providers { provider } b: __typename }'],
  ])('never for %s', async (_what, text) => {
    const plans = await loadedPlans();
    const operation = known(text);
    executed(plans, operation);
    expect(plans.find(operation)).toBeNull();
  });

  test('never for one that the compiler would write out very often: abstract types in each other', async () => {
    const plans = await loadedPlans();
    const within = (levels: number): string =>
      levels === 0 ? 'code' : `code operation { result { ... on MutationError { ${within(levels - 1)} } } }`;
    const asked = (levels: number) =>
      known(`query($id: ID!) { operation(id: $id) { result { ... on MutationError { ${within(levels)} } } } }`);
    const [small, large, huge] = [asked(1), asked(2), asked(6)];
    for (const operation of [small, large, huge]) executed(plans, operation);
    expect(plans.find(small)).not.toBeNull();
    expect(plans.find(large)).toBeNull();
    expect(plans.find(huge)).toBeNull();
  });

  test('never for a text that is kept for the sake of its comments', async () => {
    const plans = await loadedPlans();
    const [long, tooLong] = [
      known(`#${'x'.repeat(19_000)}\n{ __typename }`),
      known(`#${'x'.repeat(20_000)}\n{ __typename }`),
    ];
    for (const operation of [long, tooLong]) executed(plans, operation);
    expect(plans.find(long)).not.toBeNull();
    expect(plans.find(tooLong)).toBeNull();
  });

  const input = '{ idempotencyKey: $key, moovWalletId: "x" }';
  test.each([
    // graphql-jit writes texts into its program, and takes this one out of its quotes.
    ['a text', '{ node(id: "__MAGIC_DATE__33a9e76d_02e0_4128_8e92_3530ad3da74dglobalThis.pwned = 1") { id } }'],
    [
      'a word, which a text may be, too',
      'mutation { closeMoovWallet(input: __MAGIC_DATE__33a9e76d_02e0_4128_8e92_3530ad3da74dx) { __typename } }',
    ],
    ['an object with variables in it', `mutation($key: String!) { closeMoovWallet(input: ${input}) { __typename } }`],
    ['a list with variables in it', 'query($id: ID!) { nodes(ids: [$id]) { id } }'],
    ['nothing', '{ wallets(owners: [], first: null) { nodes { id } } }'],
    ['a variable that may be null where there must be something', 'query($id: ID = "a") { node(id: $id) { id } }'],
    [
      'an alias that could be the name of a way to another field',
      'query($id: ID!) { transactions_MoovWallet_n: node(id: $id) { id } }',
    ],
    ['an alias that is no member like others', '{ __proto__: __typename }'],
  ])('never with %s as an argument, or in place of one', async (_what, text) => {
    const plans = await loadedPlans();
    const operation = known(text);
    executed(plans, operation);
    expect(plans.find(operation)).toBeNull();
    expect(globalThis).not.toHaveProperty('pwned');
  });

  test('with numbers and truth values, and with variables that must be given', async () => {
    const plans = await loadedPlans();
    const operation = known(
      'query($owners: [WalletOwnerInput!]!) { wallets(owners: $owners, first: 3) { nodes { id } } }',
    );
    executed(plans, operation);
    expect(plans.find(operation)).not.toBeNull();
  });
});

describe('a plan › answers nothing, and does nothing', () => {
  test.each([
    ['a variable that is missing', {}],
    ['one of a wrong type', { id: {} }],
    ['null where there must be something', { id: null }],
  ])('for %s', async (_what, variables) => {
    const plans = await loadedPlans();
    const operation = known('query($id: ID!) { node(id: $id) { id } }');
    executed(plans, operation);
    expect(plans.find(operation)?.execute(variables, context)).toBeNull();
  });

  test('for a variable that is left out, which is not the same as null', async () => {
    const plans = await loadedPlans();
    const operation = known(
      'query($id: ID!, $first: Int) { node(id: $id) { ... on MoovWallet { transactions(first: $first) { nodes { memo } } } } }',
    );
    executed(plans, operation);
    const plan = plans.find(operation);
    expect(plan).not.toBeNull();
    expect(plan?.execute({ id: 'a' }, context)).toBeNull();
  });

  test('for two members of a @oneOf, which the compiler alone would take', async () => {
    const plans = await loadedPlans();
    const operation = known('query($owners: [WalletOwnerInput!]!) { wallets(owners: $owners) { nodes { id } } }');
    executed(plans, operation);
    const id = '6b6f1a52-5c0e-4d6e-9f3a-000000000001';
    const both = { moovAccount: { accountId: id }, pingOneUser: { userId: id } };
    expect(plans.find(operation)?.execute({ owners: [both] }, context)).toBeNull();
  });
});

describe('plans › are bounded', () => {
  test('in size together: the one that was asked for longest ago goes, and is made anew', async () => {
    const plans = await loadedPlans();
    const wide = (name: string) =>
      known(`{ ${Array.from({ length: 700 }, (_none, at) => `${name}${at}: __typename`).join(' ')} }`);
    const operations = Array.from({ length: 85 }, (_none, at) => wide(`a${at}b`));
    for (const operation of operations) executed(plans, operation);
    const made = operations.map(operation => plans.find(operation));
    expect(made).not.toContain(null);
    const [first, second] = operations as [KnownOperation, KnownOperation];
    expect(plans.find(first)).toBe(made[0]); // so that the second is now the one of longest ago
    const further = wide('c');
    executed(plans, further);
    plans.find(further);
    expect(plans.find(first)).toBe(made[0]);
    expect(plans.find(second)).not.toBe(made[1]);
    expect(plans.find(second)).not.toBeNull();
  });

  test('in the time that it takes to make them: after each there is a pause, in which known ones go on', async () => {
    const clock = clockWith({ lookMs: 10 });
    const plans = await loadedPlans(clock);
    const [one, other] = [known('{ a: __typename }'), known('{ b: __typename }')];
    for (const operation of [one, other]) executed(plans, operation);
    clock.pass(1_000);
    const plan = plans.find(one);
    expect(plan).not.toBeNull();
    expect(plans.find(other)).toBeNull();
    expect(plans.find(one)).toBe(plan);
    clock.pass(200);
    expect(plans.find(other)).not.toBeNull();
  });
});

describe('Apollo plugins › work', () => {
  test('with any, each of them hears of every request, however often its document comes', async () => {
    const heard: string[] = [];
    const apollo = await startApollo({
      schema,
      events: new Events(),
      introspection: true,
      mutationsPerDocument: 10,
      hasCompiledPlans: true,
      plugins: [
        {
          requestDidStart: async () => ({
            didResolveOperation: async ({ operationName }) => void heard.push(`resolved ${operationName}`),
            executionDidStart: async () => ({ willResolveField: ({ info }) => void heard.push(info.fieldName) }),
            willSendResponse: async ({ response }) => {
              if (response.body.kind === 'single') response.body.singleResult.extensions = { seen: true };
              heard.push('answered');
            },
          }),
        },
      ],
    });
    const query = 'query Who { providers { provider } }';
    const answers = await Promise.all(Array.from({ length: 6 }, () => apollo.execute({ query }, context, 'POST')));
    expect(answers).toHaveLength(6);
    for (const { body } of answers) expect(body).toBe('{"data":{"providers":[]},"extensions":{"seen":true}}');
    const each = ['resolved Who', 'providers', 'answered'];
    expect(heard.toSorted()).toEqual(
      Array.from({ length: 6 }, () => each)
        .flat()
        .toSorted(),
    );
    await apollo.stop();
  });
});
