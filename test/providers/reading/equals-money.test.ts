import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { faults } from '../../../src/simulators/faults.js';
import {
  CardTokensDocument,
  NodeDetailsDocument,
  type CardTokensQuery,
  type CardTokensQueryVariables,
} from '../../generated/operations.js';
import { startTestGateway, withGateway, type TestGateway } from '../../support/gateway.js';
import { asked, providerIdsOf, somebody, walletsOf } from '../../support/reading.js';

/** Card tokens: rows that tell neither their state nor their type, so that which lists they are on must. */

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.stop());
beforeEach(() => gateway.simulators.reset());

type Tokens = NonNullable<CardTokensQuery['cardTokens']>;

async function tokensOf(variables: CardTokensQueryVariables, at = gateway): Promise<Tokens> {
  const { cardTokens } = await at.execute(CardTokensDocument, variables);
  if (cardTokens === null) throw new Error('There are no card tokens.');
  return cardTokens;
}
const idsOf = ({ nodes }: Tokens) => nodes.map(({ providerId }) => providerId);

/** An account with a token of each kind, on two cards, of two persons, on two devices. */
function mixedAccount() {
  const { equalsMoney } = gateway.simulators;
  const { cardAccountId: accountId, cardId } = somebody();
  const [otherCardId, personId, otherPersonId] = [randomUUID(), randomUUID(), randomUUID()];
  const common = { accountId, cardId, personId };
  const active = equalsMoney.addToken({ ...common, deviceId: 'phone-1' });
  const suspended = equalsMoney.addToken({ ...common, state: 'SUSPENDED', type: 'APPLE_PAY', deviceId: 'watch-1' });
  const requested = equalsMoney.addToken({ ...common, state: 'REQUESTED', type: 'SAMSUNG_PAY' });
  const others = { accountId, cardId: otherCardId, personId: otherPersonId };
  const declined = equalsMoney.addToken({ ...others, state: 'REQUEST_DECLINED', deviceId: 'phone-1' });
  const terminated = equalsMoney.addToken({ ...others, state: 'TERMINATED', type: 'APPLE_PAY' });
  equalsMoney.addToken({ accountId: `${accountId}x`, cardId });
  return { accountId, cardId, otherCardId, personId, active, suspended, requested, declined, terminated };
}

describe('cardTokens', () => {
  test('fold the states, and keep the words by which they differ', async () => {
    const { accountId, cardId, active, suspended, requested, declined, terminated } = mixedAccount();
    const found = await tokensOf({ accountId });
    const lastFour = expect.stringMatching(/^\d{4}$/);
    expect(found.nodes).toMatchObject([
      { providerId: active, state: 'ACTIVE', providerStatus: 'ACTIVE', tokenType: 'GOOGLE_PAY', cardId, lastFour },
      { providerId: suspended, state: 'SUSPENDED', tokenType: 'APPLE_PAY', cardName: 'Travel', deviceId: 'watch-1' },
      {
        providerId: requested,
        state: 'PENDING',
        providerStatus: 'REQUESTED',
        tokenType: 'SAMSUNG_PAY',
        deviceId: null,
      },
      { providerId: declined, state: 'CLOSED', providerStatus: 'REQUEST_DECLINED', tokenType: 'GOOGLE_PAY' },
      { providerId: terminated, state: 'CLOSED', providerStatus: 'TERMINATED', tokenType: 'APPLE_PAY' },
    ]);
    expect(asked(gateway.simulators, 'equalsMoney')).toHaveLength(9); // six for the states, three for the types
  });

  const filters: readonly [
    string,
    (of: ReturnType<typeof mixedAccount>) => Partial<CardTokensQueryVariables>,
    readonly ('active' | 'suspended' | 'requested' | 'declined' | 'terminated')[],
  ][] = [
    ['a card', ({ otherCardId }) => ({ cardId: otherCardId }), ['declined', 'terminated']],
    ['a card in capitals', ({ cardId }) => ({ cardId: cardId.toUpperCase() }), ['active', 'suspended', 'requested']],
    ['a person', ({ personId }) => ({ personId }), ['active', 'suspended', 'requested']],
    ['a device', () => ({ deviceId: 'phone-1' }), ['active', 'declined']],
    ['a device wallet', () => ({ tokenType: 'APPLE_PAY' }), ['suspended', 'terminated']],
    ["Google's, which goes by another name there", () => ({ tokenType: 'GOOGLE_PAY' }), ['active', 'declined']],
    ['the state that two words fold to', () => ({ states: ['CLOSED'] }), ['declined', 'terminated']],
    ['states', () => ({ states: ['PENDING', 'ACTIVE'] }), ['active', 'requested']],
    [
      'all of these at once',
      ({ cardId, personId }) => ({
        cardId,
        personId,
        deviceId: 'watch-1',
        tokenType: 'APPLE_PAY',
        states: ['SUSPENDED'],
      }),
      ['suspended'],
    ],
    ['a card that nobody has', () => ({ cardId: randomUUID() }), []],
    ['no states', () => ({ states: [] }), []],
  ];
  test.each(filters)('of %s are these alone', async (_what, filter, expected) => {
    const account = mixedAccount();
    const { accountId } = account;
    expect(idsOf(await tokensOf({ accountId, ...filter(account) }))).toEqual(expected.map(name => account[name]));
  });

  test('of a type cost three calls more, which then also tell the type', async () => {
    const { accountId } = mixedAccount();
    const { nodes } = await tokensOf({ accountId, tokenType: 'APPLE_PAY' });
    expect(nodes.map(({ tokenType }) => tokenType)).toEqual(['APPLE_PAY', 'APPLE_PAY']);
    expect(asked(gateway.simulators, 'equalsMoney')).toHaveLength(9);
  });

  test('come page by page, and a cursor is good for its own list alone', async () => {
    const { accountId } = mixedAccount();
    const first = await tokensOf({ accountId, first: 2 });
    const { endCursor: after } = first.pageInfo;
    const rest = await tokensOf({ accountId, first: 100, after });
    expect([idsOf(first).length, idsOf(rest).length]).toEqual([2, 3]);
    expect([first.pageInfo.hasNextPage, rest.pageInfo.hasNextPage]).toEqual([true, false]);
    expect(new Set([...idsOf(first), ...idsOf(rest)]).size).toBe(5);
    for (const other of [
      { accountId, tokenType: 'APPLE_PAY' as const },
      { accountId, states: ['ACTIVE' as const] },
    ]) {
      const answer = await gateway.send(CardTokensDocument, { ...other, after });
      expect(answer).toMatchObject({ data: { cardTokens: null }, errors: [{ extensions: { code: 'INVALID_INPUT' } }] });
    }
  });

  test.each<[string, Partial<CardTokensQueryVariables>, string]>([
    ['a type that is none', { tokenType: 'UNRECOGNIZED' }, 'tokenType'],
    ['an account that is none', { accountId: '../F1' }, 'accountId'],
    ['a card that is none', { cardId: 'my card' }, 'cardId'],
    ['a person that is none', { personId: '%2e%2e' }, 'personId'],
    ['a device that is too long', { deviceId: 'x'.repeat(25) }, 'deviceId'],
    ['a device with a line break', { deviceId: 'a\r\nb' }, 'deviceId'],
  ])('cannot be asked for by %s', async (_what, wrong, field) => {
    const answer = await gateway.send(CardTokensDocument, { accountId: 'F1', ...wrong });
    const fields = expect.arrayContaining([expect.objectContaining({ path: [field] })]);
    expect(answer).toMatchObject({
      data: { cardTokens: null },
      errors: [{ path: ['cardTokens'], extensions: { code: 'INVALID_INPUT', fields } }],
    });
    expect(gateway.simulators.equalsMoney.exchanges).toEqual([]);
  });

  test.each([0, 101])('cannot be asked for by %d at a time', async first => {
    const answer = await gateway.send(CardTokensDocument, { accountId: 'F1', first });
    expect(answer).toMatchObject({ data: { cardTokens: null }, errors: [{ extensions: { code: 'INVALID_INPUT' } }] });
  });

  test.each([
    ['a 500', faults.answer(500), { code: 'PROVIDER_UNAVAILABLE', retryAfterSeconds: null }],
    ['a 429', faults.answer(429, { headers: { 'retry-after': '9' } }), { code: 'RATE_LIMITED', retryAfterSeconds: 9 }],
    ['a 403', faults.answer(403), { code: 'PROVIDER_ACCESS_DENIED', retryAfterSeconds: null }],
    [
      'a list that ends too early',
      faults.change(body => ({ ...body, rows: [], count: 9 })),
      { code: 'PROVIDER_REJECTED' },
    ],
    ['a list without rows', faults.change(() => ({ count: 0 })), { code: 'PROVIDER_UNAVAILABLE' }],
  ])('are null with an error where Equals Money fails: %s', async (_what, fault, told) => {
    await withGateway({}, async own => {
      own.simulators.equalsMoney.always(fault, { route: 'read' });
      const answer = await own.send(CardTokensDocument, { accountId: 'F1' });
      expect(answer).toMatchObject({
        data: { cardTokens: null },
        errors: [{ path: ['cardTokens'], extensions: { ...told, provider: 'EQUALS_MONEY' } }],
      });
    });
  });
});

test('250 tokens of an account come whole, each with its state, over all pages of each list', async () => {
  const { cardAccountId: accountId, cardId, owners } = somebody();
  const { equalsMoney } = gateway.simulators;
  const states = ['ACTIVE', 'ACTIVE', 'ACTIVE', 'SUSPENDED', 'TERMINATED'] as const;
  const made = Array.from({ length: 250 }, (_token, index) =>
    equalsMoney.addToken({ accountId, cardId, state: states[index % 5] ?? 'ACTIVE' }),
  );
  const pages = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof walletsOf>> = await walletsOf(gateway, {
      owners: [owners[3]],
      first: 100,
      after,
    });
    pages.push(page);
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  expect(providerIdsOf(pages)).toEqual(made);
  const shown = pages.flatMap(({ nodes }) => nodes.map(({ providerStatus }) => providerStatus));
  expect(shown).toEqual(made.map((_id, index) => states[index % 5]));
  const offsets = equalsMoney.exchanges
    .filter(({ request }) => request.query.tokenState === undefined)
    .map(({ request }) => [request.query.limit, request.query.offset]);
  expect(offsets.slice(0, 3)).toEqual([
    ['100', '0'],
    ['100', '100'],
    ['100', '200'],
  ]);
});

test('a token is found again by its id, on its own account alone', async () => {
  const { accountId, active } = mixedAccount();
  const [token] = (await tokensOf({ accountId })).nodes;
  expect(token?.providerId).toBe(active);
  const { node } = await gateway.execute(NodeDetailsDocument, { id: token?.id ?? '' });
  expect(node).toEqual({ ...token });
  const elsewhere = Buffer.from(token?.id ?? '', 'base64url')
    .toString()
    .replace(accountId, `${accountId}x`);
  const foreign = Buffer.from(elsewhere).toString('base64url');
  expect(await gateway.execute(NodeDetailsDocument, { id: foreign })).toEqual({ node: null });
});
