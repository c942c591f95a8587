import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { print } from 'graphql';
import {
  CardTokensDocument,
  CreateDigitalWalletDocument,
  NodeDocument,
  NodesDocument,
  TransactionsDocument,
  WalletsDocument,
} from '../generated/operations.js';
import { freshKey, startTestGateway, type GraphQLAnswer, type TestGateway } from '../support/gateway.js';
import { post } from '../support/http.js';
import { give, pagesOf, providerIdsOf, somebody, walletsOf, type Page, type Person } from '../support/reading.js';
import { carried, cursorLike, first, hostile, idLike, maybe, name, ownerLike, states, anyText, uuid } from './sent.js';

/**
 * Reads with anything that a client may send: no mistake of ours comes to light, no request leaves its path, and what
 * is there comes whole. Runs over HTTP; where one fails, fast-check prints its seed.
 */

let gateway: TestGateway;
let person: Person;
let genuine: Page;
/** Everything opaque that this gateway has given. */
let ids: readonly string[];
let cursors: readonly string[];

beforeAll(async () => {
  gateway = await startTestGateway({
    environment: { LOG_LEVEL: 'error' },
    simulators: { pingone: { pageLength: 3 } },
  });
  person = somebody();
  give(gateway.simulators, person, { moov: 2, pingone: 4, juspay: 3, equalsMoney: 3 });
  const owners = [...person.owners];
  genuine = await walletsOf(gateway, { owners });
  ids = genuine.nodes.map(({ id }) => id);
  cursors = genuine.edges.map(({ cursor }) => cursor);
});
afterAll(() => gateway.stop());

const isRefusal = new Set(['BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED', 'BAD_REQUEST']);

/** Sends it, and holds the answer to what every answer must be. */
async function ask<Data>(document: Parameters<typeof print>[0], variables: object): Promise<GraphQLAnswer<Data>> {
  const accept = { accept: 'application/graphql-response+json' };
  const { status, text } = await post(gateway.url, { query: print(document), variables }, accept);
  const answer = JSON.parse(text) as GraphQLAnswer<Data>; // the document says which
  const codes = (answer.errors ?? []).map(({ extensions }) => extensions?.code);
  expect(codes).not.toContain('INTERNAL_SERVER_ERROR');
  // 200 where it was executed, however that went; 4xx where the document or its variables were refused.
  if (answer.data === undefined)
    expect([codes.every(code => isRefusal.has(String(code))), status]).toEqual([true, 400]);
  else expect(status).toBe(200);
  return answer;
}

/** No request went to a path that is not one of the provider's. */
function expectKnownPaths(): void {
  const { moov, pingone, juspay, equalsMoney, liquido } = gateway.simulators;
  for (const { exchanges } of [moov, pingone, juspay, equalsMoney, liquido]) {
    for (const { route, request } of exchanges) {
      const climbs = request.path.split('/').some(segment => /^\.+$/.test(decodeURIComponent(segment)));
      expect([request.path, route === 'unknown', climbs, 'x-evil' in request.headers]).toEqual([
        request.path,
        false,
        false,
        false,
      ]);
    }
  }
}

const anyId = idLike(() => ids);
const anyCursor = cursorLike(() => cursors);
const owner = ownerLike(() => person.owners);

const runs = { numRuns: 300 };

describe('property › whatever is sent', () => {
  test('as an id of `node`', async () => {
    await fc.assert(
      fc.asyncProperty(anyId, async id => {
        const answer = await ask<{ node: { id: string } | null }>(NodeDocument, { id });
        const node = answer.data?.node ?? null;
        // What is found has that very id; what is not was not found, or is said to be malformed.
        if (node !== null) expect(node.id).toBe(id);
        for (const { extensions } of answer.errors ?? []) {
          expect(['INVALID_INPUT', 'NOT_FOUND', 'PROVIDER_ACCESS_DENIED', 'PROVIDER_REJECTED']).toContain(
            extensions?.code,
          );
        }
      }),
      runs,
    );
    expectKnownPaths();
  });

  test('as ids of `nodes`', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyId, { maxLength: 104 }), async asked => {
        const answer = await ask<{ nodes: readonly ({ id: string } | null)[] }>(NodesDocument, { ids: asked });
        if (asked.length > 100) return expect(answer.data).toBeNull();
        const nodes = answer.data?.nodes ?? [];
        expect(nodes).toHaveLength(asked.length);
        for (const [index, id] of asked.entries()) {
          const node = nodes[index] ?? null;
          if (node !== null) expect(node.id).toBe(id);
          else expect(ids).not.toContain(id); // a genuine one is found beside whatever else was asked for
        }
      }),
      { numRuns: 100 },
    );
    expectKnownPaths();
  });

  test('as owners, cursor, length and states of `wallets`', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc
          .record({
            owners: fc.oneof(fc.array(owner, { maxLength: 2 }), fc.array(owner, { maxLength: 51 })),
            after: anyCursor,
            first,
            states,
          })
          .filter(carried),
        async variables => {
          const answer = await ask<{ wallets: Page }>(WalletsDocument, variables);
          const page = answer.data?.wallets;
          if (page === undefined) return;
          expect(page.nodes.length).toBeLessThanOrEqual(variables.first ?? 20);
          expect(new Set(page.nodes.map(({ id }) => id)).size).toBe(page.nodes.length);
          for (const { ownerIndex } of page.failures) expect(variables.owners.length).toBeGreaterThan(ownerIndex);
        },
      ),
      runs,
    );
    expectKnownPaths();
  });

  test('as owners that are all in order: they are read, or refused for having a wallet in common', async () => {
    const valid = fc.oneof(
      fc.record({ moovAccount: fc.record({ accountId: uuid }) }),
      fc.record({ pingOneUser: fc.record({ userId: uuid }) }),
      fc.record({ juspayCustomer: fc.record({ customerId: name.filter(id => !/^\.+$/.test(id)) }) }),
      fc.record({
        equalsMoneyAccount: fc.record({ accountId: name.filter(id => !/^\.+$/.test(id)), personId: maybe(uuid) }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(valid, { minLength: 1, maxLength: 50, size: 'max' }), async owners => {
        const answer = await ask<{ wallets: Page }>(WalletsDocument, { owners, first: 100 });
        if (answer.errors !== undefined) return expect(answer.errors[0]?.message).toMatch(/in common/);
        expect(answer.data?.wallets.failures).toEqual([]);
        // Nobody knows them, but that Moov makes a wallet for each account.
        const accounts = owners.filter(one => 'moovAccount' in one);
        expect(answer.data?.wallets.nodes).toHaveLength(accounts.length);
      }),
      { numRuns: 40 },
    );
    expectKnownPaths();
  });

  test('as arguments of `cardTokens`', async () => {
    const tokenType = fc.option(fc.constantFrom('APPLE_PAY', 'GOOGLE_PAY', 'SAMSUNG_PAY', 'UNRECOGNIZED', 'VISA'));
    const accountId = fc.oneof(
      anyText,
      fc.constant(null).map(() => person.cardAccountId),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          accountId,
          cardId: maybe(anyText),
          personId: maybe(anyText),
          deviceId: maybe(anyText),
          tokenType,
          states,
          first,
          after: anyCursor,
        }),
        async variables => {
          await ask(CardTokensDocument, variables);
        },
      ),
      { numRuns: 200 },
    );
    expectKnownPaths();
  });

  test('as a cursor of transactions', async () => {
    const id = ids[0] ?? '';
    const cursor = fc
      .tuple(fc.oneof(fc.integer(), fc.double(), hostile), fc.oneof(hostile, uuid))
      .map(parts => Buffer.from(JSON.stringify(parts)).toString('base64url'));
    await fc.assert(
      fc.asyncProperty(fc.oneof(cursor, anyCursor), first, async (after, length) => {
        await ask(TransactionsDocument, { id, first: length, after });
      }),
      { numRuns: 150 },
    );
    expectKnownPaths();
  });
});

describe('property › pages', () => {
  test('of whatever length, over whatever is there, come whole and in order', async () => {
    const count = fc.integer({ min: 0, max: 24 });
    const counts = fc.record({ moov: count, pingone: count, juspay: count, equalsMoney: count });
    const order = fc.shuffledSubarray([0, 1, 2, 3] as const, { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(counts, order, fc.integer({ min: 1, max: 30 }), async (given, which, length) => {
        const someone = somebody();
        const made = give(gateway.simulators, someone, given);
        const starts = [0, given.moov, given.moov + given.pingone, made.length - given.equalsMoney, made.length];
        const owners = which.map(index => someone.owners[index]);
        const pages = await pagesOf(gateway, { owners, first: length });
        const own = new Set(made);
        const shown = providerIdsOf(pages);
        expect(new Set(shown).size).toBe(shown.length);
        expect(shown.filter(id => own.has(id))).toEqual(which.flatMap(at => made.slice(starts[at], starts[at + 1])));
        expect(shown.length).toBe(shown.filter(id => own.has(id)).length + (which.includes(0) ? 1 : 0)); // Moov's own
        for (const page of pages.slice(0, -1)) expect(page.nodes).toHaveLength(length);
        expect(pages.at(-1)?.pageInfo.hasNextPage).toBe(false);
      }),
      { numRuns: 40 },
    );
    expectKnownPaths();
  });

  test('while wallets are made and removed between them lose none that stays, and show none twice', async () => {
    const digitalWalletApplicationId = '9f000000-0000-4000-8000-000000000001';
    const removals = fc.array(fc.nat(), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2, max: 12 }),
        fc.integer({ min: 1, max: 4 }),
        removals,
        async (count, length, removing) => {
          const someone = somebody();
          const { userId } = someone;
          const made = give(gateway.simulators, someone, { moov: 0, pingone: count, juspay: 0, equalsMoney: 0 });
          const removed = new Set<string>();
          const pages = await pagesOf(gateway, { owners: [someone.owners[1]], first: length }, async () => {
            const left = made.filter(id => !removed.has(id));
            const gone = left[(removing[removed.size] ?? -1) % left.length];
            if (gone === undefined) return;
            gateway.simulators.pingone.remove(gone);
            removed.add(gone);
            // Made by this gateway, so that what it keeps of the list is dropped.
            const input = { idempotencyKey: freshKey(), userId, digitalWalletApplicationId };
            await gateway.execute(CreateDigitalWalletDocument, { input });
          });
          const shown = providerIdsOf(pages);
          expect(new Set(shown).size).toBe(shown.length);
          expect(shown).toEqual(expect.arrayContaining(made.filter(id => !removed.has(id))));
        },
      ),
      { numRuns: 40 },
    );
    expectKnownPaths();
  });

  test('behind any cursor of a list, while the list stays, go on just there', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.integer({ min: 1, max: 20 }), async (which, length) => {
        const at = which % cursors.length;
        const page = await walletsOf(gateway, { owners: [...person.owners], first: length, after: cursors[at] ?? '' });
        expect(page.nodes.map(({ id }) => id)).toEqual(ids.slice(at + 1, at + 1 + length));
      }),
      { numRuns: 60 },
    );
  });

  test('behind a cursor of another list are refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.shuffledSubarray([0, 1, 2, 3] as const), states, async (which, order, some) => {
        const isSame = order.join() === '0,1,2,3' && some === null;
        const owners = order.map(index => person.owners[index]);
        const answer = await ask<{ wallets: Page }>(WalletsDocument, {
          owners: isSame ? [...owners, { moovAccount: { accountId: randomUUID() } }] : owners,
          states: some?.filter(state => state !== 'OPEN') ?? null,
          after: cursors[which % cursors.length],
        });
        expect(answer).toMatchObject({ data: null, errors: [{ extensions: { code: 'INVALID_INPUT' } }] });
      }),
      { numRuns: 60 },
    );
    expect(genuine.failures).toEqual([]);
  });
});
