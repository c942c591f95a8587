import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { WalletsDocument } from '../generated/operations.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import {
  give,
  pagesOf,
  pagesOfReplicas,
  providerIdsOf,
  somebody,
  walletsOf,
  type Counts,
  type Page,
} from '../support/reading.js';

/** `wallets`: everything that one person has, wherever it is kept, page by page. */

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway({ simulators: { pingone: { pageLength: 7 } } });
});
afterAll(() => gateway.stop());
beforeEach(() => gateway.simulators.reset());

/** With the one that Moov makes by itself, a hundred. */
const hundred: Counts = { moov: 24, pingone: 25, juspay: 25, equalsMoney: 25 };
const few: Counts = { moov: 2, pingone: 3, juspay: 3, equalsMoney: 3 };

function personWith(counts: Counts) {
  const person = somebody();
  return { ...person, made: give(gateway.simulators, person, counts) };
}

const lengthsOf = (pages: readonly Page[]) => pages.map(({ nodes }) => nodes.length);
const refusedAt = (path: string) => [{ path: [path], extensions: { code: 'INVALID_INPUT' } }];

describe('the order', () => {
  test("is the owners' as given, and within one the provider's own", async () => {
    const { owners, made } = personWith(few);
    const [moov = '', moovToo = '', ...others] = made;
    const page = await walletsOf(gateway, { owners: [...owners] });
    const ids = page.nodes.map(({ providerId }) => providerId);
    expect(ids.slice(1)).toEqual([moov, moovToo, ...others]); // Moov's own wallet is the oldest
    expect(page.edges.map(({ node }) => node.id)).toEqual(page.nodes.map(({ id }) => id));
    expect(page.failures).toEqual([]);

    const backwards = await walletsOf(gateway, { owners: owners.toReversed() });
    const lists = [others.slice(6), others.slice(3, 6), others.slice(0, 3), ids.slice(0, 3)];
    expect(backwards.nodes.map(({ providerId }) => providerId)).toEqual(lists.flat());
  });

  test('shows each wallet with what every wallet has', async () => {
    const { owners, made } = personWith({ moov: 0, pingone: 1, juspay: 0, equalsMoney: 0 });
    const { nodes } = await walletsOf(gateway, { owners: [owners[1]] });
    const id = expect.any(String);
    const wallet = { provider: 'PINGONE', providerId: made[0], state: 'ACTIVE', providerStatus: 'ACTIVE' };
    expect(nodes).toEqual([{ __typename: 'DigitalWallet', id, ...wallet }]);
  });
});

describe('pages', () => {
  test.each([
    ['7', 7, [...Array.from({ length: 14 }, () => 7), 2]],
    ['a hundred', 100, [100]],
    ['twenty where nothing is said', undefined, [20, 20, 20, 20, 20]],
    ['twenty for null', null, [20, 20, 20, 20, 20]],
  ])('hold a hundred wallets of four providers, none twice, none lost: %s at a time', async (_what, first, lengths) => {
    const { owners, made } = personWith(hundred);
    const pages = await pagesOf(gateway, { owners: [...owners], ...(first === undefined ? {} : { first }) });
    expect(lengthsOf(pages)).toEqual(lengths);
    const ids = providerIdsOf(pages);
    expect(ids.slice(1)).toEqual(made);
    expect(new Set(ids).size).toBe(100);
  });

  test('say where they stand', async () => {
    const { owners } = personWith(few);
    const pages = await pagesOf(gateway, { owners: [...owners], first: 5 });
    expect(pages.map(({ pageInfo }) => [pageInfo.hasPreviousPage, pageInfo.hasNextPage])).toEqual([
      [false, true],
      [true, true],
      [true, false],
    ]);
    for (const { pageInfo, edges } of pages) {
      expect([pageInfo.startCursor, pageInfo.endCursor]).toEqual([edges[0]?.cursor, edges.at(-1)?.cursor]);
    }
  });

  test('go on after any wallet, not only after the last of a page', async () => {
    const { owners } = personWith(few);
    const { edges } = await walletsOf(gateway, { owners: [...owners] });
    for (const [index, { cursor }] of edges.entries()) {
      const rest = await walletsOf(gateway, { owners: [...owners], after: cursor });
      expect(rest.edges.map(({ node }) => node.id)).toEqual(edges.slice(index + 1).map(({ node }) => node.id));
    }
  });

  test('of nothing are empty, without cursors', async () => {
    const { nodes, pageInfo, failures } = await walletsOf(gateway, { owners: [somebody().owners[1]] });
    const ends = { startCursor: null, endCursor: null };
    expect({ nodes, pageInfo, failures }).toEqual({
      nodes: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, ...ends },
      failures: [],
    });
  });

  test('stay whole while wallets come, are closed and are removed between them', async () => {
    const person = personWith({ moov: 6, pingone: 6, juspay: 6, equalsMoney: 6 });
    const { moov, pingone, juspay, equalsMoney } = gateway.simulators;
    const { owners, made } = person;
    const removed = new Set<string>();
    let turn = 0;
    const pages = await pagesOfReplicas(gateway.simulators, { owners: [...owners], first: 4 }, page => {
      turn += 1;
      moov.addWallet(person.accountId, { name: `Late ${turn}` });
      juspay.addWallet(person.customerId, { gateway: 'PAYTM' });
      if (turn === 1) moov.close(made[1] ?? ''); // it stays on the list
      if (turn === 2) equalsMoney.setTokenState(made[20] ?? '', 'TERMINATED');
      const ids = page.nodes.map(({ providerId }) => providerId);
      const gone = made.slice(6, 12).find(id => !removed.has(id));
      // PingOne's: now one that was shown, now one that was not.
      const victim = ids.find(id => made.slice(6, 12).includes(id) && !removed.has(id)) ?? gone;
      if (victim === undefined || removed.size === 3) return;
      pingone.remove(victim);
      removed.add(victim);
    });
    const ids = providerIdsOf(pages);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(made.filter(id => !removed.has(id))));
    expect(removed.size).toBe(3);
  });
});

describe('states', () => {
  test('leave only wallets that stand so, on every page', async () => {
    const person = personWith(few);
    const { owners, userId, customerId, cardAccountId: accountId, cardId } = person;
    const { pingone, juspay, equalsMoney, moov } = gateway.simulators;
    const pending = [
      pingone.addWallet(userId),
      juspay.addWallet(customerId, { gateway: 'PAYTM' }),
      equalsMoney.addToken({ accountId, cardId, state: 'REQUESTED' }),
    ];
    const closed = person.made[0] ?? '';
    moov.close(closed);
    const pages = await pagesOf(gateway, { owners: [...owners], states: ['PENDING', 'CLOSED'], first: 2 });
    expect(providerIdsOf(pages)).toEqual([closed, ...pending]);
    expect(pages.flatMap(({ nodes }) => nodes.map(({ state }) => state))).toEqual([
      'CLOSED',
      ...pending.map(() => 'PENDING'),
    ]);
    expect((await walletsOf(gateway, { owners: [...owners], states: [] })).nodes).toEqual([]);
    expect((await walletsOf(gateway, { owners: [...owners], states: null })).nodes).toHaveLength(15);
  });
});

describe('an argument that is wrong is an error, and no provider is asked', () => {
  const nobodyAsked = () => {
    const { moov, pingone, juspay, equalsMoney } = gateway.simulators;
    expect([moov, pingone, juspay, equalsMoney].flatMap(({ exchanges }) => exchanges)).toEqual([]);
  };

  test.each([0, 101, -1, -2_147_483_648, 2_147_483_647])('first: %d', async first => {
    const answer = await gateway.send(WalletsDocument, { owners: [...somebody().owners], first });
    expect(answer).toMatchObject({ data: null, errors: refusedAt('wallets') });
    expect(answer.errors?.[0]?.message).toMatch(/"first"/);
    nobodyAsked();
  });

  test.each([
    ['nothing', ''],
    ['words', 'the next page, please'],
    ['a number', '20'],
    ['zeros', 'A'.repeat(64)],
    ['base64 with padding', 'AAAAAAAAAAAA=='],
    ['what is long', 'x'.repeat(100_000)],
    ['a line break', 'a\r\nb'],
  ])('a cursor that is %s', async (_what, after) => {
    const answer = await gateway.send(WalletsDocument, { owners: [...somebody().owners], after });
    expect(answer).toMatchObject({ data: null, errors: refusedAt('wallets') });
    expect(answer.errors?.[0]?.message).toMatch(/"after"/);
    nobodyAsked();
  });

  const lists = (person: ReturnType<typeof somebody>) => {
    const { owners } = person;
    return {
      'of fewer owners': { owners: owners.slice(0, 3) },
      'of more owners': { owners: [...owners, { moovAccount: { accountId: randomUUID() } }] },
      'of the same owners in another order': { owners: owners.toReversed() },
      "of somebody else's wallets": { owners: [...somebody().owners] },
      'of other states': { owners: [...owners], states: ['ACTIVE' as const] },
      'of no states': { owners: [...owners], states: [] },
    };
  };
  test.each(Object.keys(lists(somebody())) as (keyof ReturnType<typeof lists>)[])(
    'a cursor of a list %s',
    async which => {
      const person = personWith(few);
      const { pageInfo } = await walletsOf(gateway, { owners: [...person.owners], first: 5 });
      const { endCursor: after } = pageInfo;
      const answer = await gateway.send(WalletsDocument, { ...lists(person)[which], after });
      expect(answer).toMatchObject({ data: null, errors: refusedAt('wallets') });
      const own = await gateway.send(WalletsDocument, { owners: [...person.owners], after });
      expect(own.errors).toBeUndefined();
    },
  );

  test('a cursor is good however a null is written', async () => {
    const { owners, userId, customerId } = personWith(few);
    const { pageInfo } = await walletsOf(gateway, { owners: [owners[1], owners[2]], first: 4 });
    const spelt = [
      { pingOneUser: { userId: userId.toUpperCase(), environmentId: null } },
      { juspayCustomer: { customerId, routingId: null } },
    ];
    const rest = await walletsOf(gateway, { owners: spelt, states: null, after: pageInfo.endCursor });
    expect(rest.nodes).toHaveLength(2);
  });
});
