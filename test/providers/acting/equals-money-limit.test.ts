import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { globalId } from '../../../src/core/ids.js';
import type { TokenState } from '../../../src/simulators/equals-money-tokens.js';
import { faults, type Fault } from '../../../src/simulators/faults.js';
import { idEnding } from '../../../src/simulators/outcomes.js';
import { ChangeCardTokenStateDocument, ProvisionWithinLimitDocument } from '../../generated/operations.js';
import { freshKey, startTestGateway, withGateway, type TestGateway } from '../../support/gateway.js';
import { somebody } from '../../support/reading.js';

/** A card that is known to have its 25 live tokens is asked nothing for; whatever is not known is in nobody's way. */

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.stop());
beforeEach(() => gateway.simulators.reset());

type Card = Readonly<Record<'accountId' | 'cardId', string>>;

const personId = idEnding();

function someCard(): Card {
  const { cardAccountId: accountId, cardId } = somebody();
  return { accountId, cardId };
}

async function provision(
  { accountId, cardId }: Card,
  { idempotencyKey = freshKey(), at = gateway }: { idempotencyKey?: string; at?: TestGateway } = {},
) {
  const input = {
    idempotencyKey,
    accountId,
    cardId,
    personId,
    deviceType: 'WATCH',
    provisioningAppVersion: '1.0',
    wallet: { samsung: { deviceId: 'device-000000000001', walletUserId: 'wallet-user-0001' } },
  } as const;
  const { provisionCardToken: result } = await at.execute(ProvisionWithinLimitDocument, { input });
  if (result == null) throw new Error('The mutation answered nothing.');
  return result;
}

/** Of several persons, so that a list of one person's would not tell. */
function give(card: Card, count: number, state: TokenState, at: TestGateway = gateway): string[] {
  return Array.from({ length: count }, () =>
    at.simulators.equalsMoney.addToken({ ...card, state, personId: idEnding() }),
  );
}

const exchanges = (route: 'read' | 'create', at: TestGateway = gateway) =>
  at.simulators.equalsMoney.exchanges.filter(exchange => exchange.route === route).map(({ request }) => request);

const reached = {
  __typename: 'CardTokenLimitReachedError',
  code: 'CARD_TOKEN_LIMIT_REACHED',
  retry: 'DO_NOT_RETRY',
  limit: 25,
  provider: null,
  providerResponse: null,
  operation: { status: 'FAILED', result: { __typename: 'CardTokenLimitReachedError' } },
};

test.each([
  [25, 0],
  [0, 25],
  [13, 12],
])(
  '%d active and %d suspended tokens are all that a card may have: nothing is asked for',
  async (active, suspended) => {
    const card = someCard();
    give(card, active, 'ACTIVE');
    give(card, suspended, 'SUSPENDED');
    expect(await provision(card)).toMatchObject(reached);
    expect(exchanges('create')).toEqual([]);
    const queries = exchanges('read').map(({ query }) => query);
    expect(queries).toHaveLength(2);
    for (const tokenState of ['ACTIVE', 'SUSPENDED']) {
      expect(queries).toContainEqual({ accountId: card.accountId, tokenState, limit: '100', offset: '0' });
    }
  },
);

test('24 are not, whatever else there is of the card, and of others', async () => {
  const card = someCard();
  give(card, 20, 'ACTIVE');
  give(card, 4, 'SUSPENDED');
  give(card, 5, 'REQUESTED');
  give(card, 30, 'TERMINATED');
  give(card, 30, 'REQUEST_DECLINED');
  give({ ...card, cardId: idEnding() }, 40, 'ACTIVE');
  expect(await provision(card)).toMatchObject({ __typename: 'CardTokenProvisioned' });
});

test('once one is ended, a new key goes through; so does the same, as nothing was asked for under it', async () => {
  const card = someCard();
  const [one, other] = give(card, 26, 'SUSPENDED');
  const idempotencyKey = freshKey();
  expect(await provision(card, { idempotencyKey })).toMatchObject(reached);
  for (const token of [one, other]) {
    const cardTokenId = globalId('CardToken', card.accountId, card.cardId, token ?? '');
    const input = { idempotencyKey: freshKey(), cardTokenId, state: 'TERMINATED' } as const;
    await gateway.execute(ChangeCardTokenStateDocument, { input });
  }
  expect(await provision(card)).toMatchObject({ __typename: 'CardTokenProvisioned' });
  expect(await provision(card, { idempotencyKey })).toMatchObject({ __typename: 'CardTokenProvisioned' });
});

test('no more pages are read than it takes', async () => {
  const card = someCard();
  give({ ...card, cardId: idEnding() }, 90, 'ACTIVE');
  give(card, 25, 'ACTIVE');
  give({ ...card, cardId: idEnding() }, 200, 'ACTIVE');
  expect(await provision(card)).toMatchObject(reached);
  expect(exchanges('read').map(({ query }) => [query.tokenState, query.offset])).toEqual(
    expect.arrayContaining([
      ['ACTIVE', '0'],
      ['SUSPENDED', '0'],
      ['ACTIVE', '100'],
    ]),
  );
  expect(exchanges('read')).toHaveLength(3);
});

test.each([
  ['on the tenth page are found', 975, reached],
  ['beyond the tenth page are not', 976, { __typename: 'CardTokenProvisioned' }],
])('live tokens %s', async (_where, before, expected) => {
  const card = someCard();
  give({ ...card, cardId: idEnding() }, before, 'ACTIVE');
  give(card, 25, 'ACTIVE');
  expect(await provision(card)).toMatchObject(expected);
  expect(exchanges('read').filter(({ query }) => query.tokenState === 'ACTIVE')).toHaveLength(10);
});

test('a list that is not sorted by state tells nothing', () =>
  withGateway({ simulators: { equalsMoney: { queryNames: 'guide' } } }, async unsorted => {
    const card = someCard();
    give(card, 30, 'TERMINATED', unsorted);
    expect(await provision(card, { at: unsorted })).toMatchObject({ __typename: 'CardTokenProvisioned' });
    expect(exchanges('read', unsorted)).toHaveLength(2);
  }));

test.each<[string, Fault]>([
  ['break', faults.answer(500)],
  ['are refused', faults.answer(403)],
  ['are asked for too often', faults.answer(429)],
  ['ask for a pause', faults.answer(429, { headers: { 'retry-after': '30' } })],
  ['are away for a while', faults.answer(503, { headers: { 'retry-after': '30' } })],
  ['are reset', faults.reset('before-answer')],
  ['are torn', faults.torn()],
  ['cannot be read', faults.change(() => ({ rows: 'none' }))],
  ['end too early', faults.change(json => ({ ...json, rows: [], count: 99 }))],
])('lists that %s are in nobody’s way, however many find them so', async (_what, fault) => {
  await withGateway({}, async own => {
    own.simulators.equalsMoney.always(fault, { route: 'read' });
    const card = someCard();
    give(card, 25, 'ACTIVE', own);
    // All at once: were the lists counted among the creates, so many failures in a row would shut these out.
    const results = await Promise.all(Array.from({ length: 8 }, () => provision(card, { at: own })));
    for (const result of results) expect(result).toMatchObject({ __typename: 'CardTokenProvisioned' });
    expect(exchanges('create', own)).toHaveLength(8);
    expect(exchanges('read', own).length).toBeGreaterThan(0);
  });
});

test('lists that hang are not waited for until it is too late to send', () =>
  // Waited for as long as any call, they would outlast the lease.
  withGateway({ environment: { PROVIDER_TIMEOUT_MS: '12000', LEASE_MS: '10000' } }, async own => {
    own.simulators.equalsMoney.always(faults.hang(), { route: 'read' });
    expect(await provision(someCard(), { at: own })).toMatchObject({ __typename: 'CardTokenProvisioned' });
  }));

test.each([
  [
    403,
    'Equals Money does not let the gateway do this. The gateway’s address may not be registered there, or its key may have no right to this account. docs/providers.md tells how.',
  ],
  [
    404,
    'Equals Money does not know what the input names. The card must be one of this account, and a person that is named one of its persons. docs/providers.md tells how.',
  ],
])('a %d says what may be missing', async (status, message) => {
  gateway.simulators.equalsMoney.next(faults.answer(status));
  expect(await provision(someCard())).toMatchObject({ message: message.replace('’', "'") });
});
