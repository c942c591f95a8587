import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { WalletsDocument, ProvidersDocument } from '../generated/operations.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { idTricks } from '../support/id-tricks.js';
import { asked, somebody, tally, walletsOf, type Owner } from '../support/reading.js';

/** Whom `wallets` may be asked about. */

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.stop());
beforeEach(() => gateway.simulators.reset());

const uuid = '6b6f1a52-5c0e-4d6e-9f3a-0a4c2f9d1e10';
const other = '6b6f1a52-5c0e-4d6e-9f3a-0a4c2f9d1e11';
const nobodyAsked = () => expect(tally(gateway.simulators)).toEqual({});
const refused = { data: null, errors: [{ path: ['wallets'], extensions: { code: 'INVALID_INPUT' } }] };

describe('two owners that may have a wallet in common are refused, and no provider is asked', () => {
  const account = { accountId: 'F00042' };
  test.each<[string, Owner, Owner]>([
    ['one Moov account', { moovAccount: { accountId: uuid } }, { moovAccount: { accountId: uuid } }],
    [
      'one Moov account in capitals',
      { moovAccount: { accountId: uuid } },
      { moovAccount: { accountId: uuid.toUpperCase() } },
    ],
    ['one PingOne user', { pingOneUser: { userId: uuid } }, { pingOneUser: { userId: uuid, environmentId: null } }],
    [
      'one PingOne user, in the environment of the settings by its name',
      { pingOneUser: { userId: uuid } },
      { pingOneUser: { userId: uuid, environmentId: 'AB000000-0000-4000-8000-000000000010' } },
    ],
    [
      'one Juspay customer under two routing ids',
      { juspayCustomer: { customerId: 'shopper-1' } },
      { juspayCustomer: { customerId: 'shopper-1', routingId: 'cart-1' } },
    ],
    ['one Equals Money account', { equalsMoneyAccount: account }, { equalsMoneyAccount: account }],
    [
      'an account and a person in it',
      { equalsMoneyAccount: account },
      { equalsMoneyAccount: { ...account, personId: uuid } },
    ],
    ['an account and its card', { equalsMoneyAccount: account }, { equalsMoneyCard: { ...account, cardId: uuid } }],
    [
      'a person and a card of one account',
      { equalsMoneyCard: { ...account, cardId: uuid } },
      { equalsMoneyAccount: { ...account, personId: uuid } },
    ],
    [
      'one card',
      { equalsMoneyCard: { ...account, cardId: uuid } },
      { equalsMoneyCard: { ...account, cardId: uuid.toUpperCase() } },
    ],
  ])('%s', async (_what, one, another) => {
    const owners = [one, { moovAccount: { accountId: randomUUID() } }, another];
    const answer = await gateway.send(WalletsDocument, { owners });
    expect(answer).toMatchObject(refused);
    expect(answer.errors?.[0]?.message).toMatch(/"owners" 0 and 2/);
    nobodyAsked();
  });
});

describe('two owners that cannot have a wallet in common are both asked about', () => {
  test('two cards of one account, by one list', async () => {
    const accountId = `F-${randomUUID()}`;
    const { equalsMoney } = gateway.simulators;
    const cards = [uuid, other, randomUUID()];
    const tokens = cards.map(cardId => equalsMoney.addToken({ accountId, cardId }));
    const owners = [other, uuid].map(cardId => ({ equalsMoneyCard: { accountId, cardId } }));
    const { nodes } = await walletsOf(gateway, { owners });
    expect(nodes.map(({ providerId }) => providerId)).toEqual([tokens[1], tokens[0]]);
    expect(asked(gateway.simulators, 'equalsMoney')).toHaveLength(6);
  });

  test('two persons of one account', async () => {
    const accountId = `F-${randomUUID()}`;
    const { equalsMoney } = gateway.simulators;
    const persons = [uuid, other, undefined];
    const tokens = persons.map(personId =>
      equalsMoney.addToken({ accountId, cardId: randomUUID(), ...(personId === undefined ? {} : { personId }) }),
    );
    const owners = [uuid, other].map(personId => ({ equalsMoneyAccount: { accountId, personId } }));
    const { nodes } = await walletsOf(gateway, { owners });
    expect(nodes.map(({ providerId }) => providerId)).toEqual(tokens.slice(0, 2));
  });

  test.each<[string, Owner[]]>([
    ['one id at two providers', [{ moovAccount: { accountId: uuid } }, { pingOneUser: { userId: uuid } }]],
    [
      'one card number in two accounts',
      [{ equalsMoneyCard: { accountId: 'A', cardId: uuid } }, { equalsMoneyCard: { accountId: 'B', cardId: uuid } }],
    ],
    [
      'customers whose ids differ in case',
      [{ juspayCustomer: { customerId: 'Shopper' } }, { juspayCustomer: { customerId: 'shopper' } }],
    ],
  ])('%s', async (_what, owners) => {
    expect((await walletsOf(gateway, { owners })).failures).toEqual([]);
  });
});

describe('how many', () => {
  const accounts = (count: number) =>
    Array.from({ length: count }, () => ({ moovAccount: { accountId: randomUUID() } }));

  test('none have none', async () => {
    expect(await walletsOf(gateway, { owners: [] })).toMatchObject({ edges: [], nodes: [], failures: [] });
    nobodyAsked();
  });

  test('fifty are asked about', async () => {
    const { nodes, failures } = await walletsOf(gateway, { owners: accounts(50), first: 100 });
    expect([nodes.length, failures]).toEqual([50, []]); // each with the wallet that Moov makes by itself
  });

  test('fifty-one are refused', async () => {
    const answer = await gateway.send(WalletsDocument, { owners: accounts(51) });
    expect(answer).toMatchObject(refused);
    expect(answer.errors?.[0]?.message).toMatch(/50/);
    nobodyAsked();
  });
});

describe('an id that cannot be one is refused with its path, and no provider is asked', () => {
  const places: readonly [member: string, field: string, owner: (id: string) => Owner][] = [
    ['moovAccount', 'accountId', accountId => ({ moovAccount: { accountId } })],
    ['pingOneUser', 'userId', userId => ({ pingOneUser: { userId } })],
    ['pingOneUser', 'environmentId', environmentId => ({ pingOneUser: { userId: uuid, environmentId } })],
    ['juspayCustomer', 'customerId', customerId => ({ juspayCustomer: { customerId } })],
    ['equalsMoneyAccount', 'accountId', accountId => ({ equalsMoneyAccount: { accountId } })],
    ['equalsMoneyAccount', 'personId', personId => ({ equalsMoneyAccount: { accountId: 'F1', personId } })],
    ['equalsMoneyCard', 'accountId', accountId => ({ equalsMoneyCard: { accountId, cardId: uuid } })],
    ['equalsMoneyCard', 'cardId', cardId => ({ equalsMoneyCard: { accountId: 'F1', cardId } })],
  ];

  test.each(places)('%s.%s', async (member, field, owner) => {
    for (const id of [...idTricks, 'é', '\u2028', 'x'.repeat(129)]) {
      const owners = [{ juspayCustomer: { customerId: 'shopper-1' } }, owner(id)];
      const answer = await gateway.send(WalletsDocument, { owners });
      const fields = [expect.objectContaining({ path: ['owners', '1', member, field] })];
      const errors = [
        { path: ['wallets'], extensions: { code: 'INVALID_INPUT', fields: expect.arrayContaining(fields) } },
      ];
      expect([id, answer]).toMatchObject([id, { data: null, errors }]);
    }
    nobodyAsked();
  });

  test.each(['', ' ', 'a b', 'a\r\nx-evil: 1', '\0', 'é', '\u202e', 'x'.repeat(129)])(
    'a routing id that no header can hold: %j',
    async routingId => {
      const owners = [{ juspayCustomer: { customerId: 'shopper-1', routingId } }];
      const fields = [{ path: ['owners', '0', 'juspayCustomer', 'routingId'] }];
      const answer = await gateway.send(WalletsDocument, { owners });
      expect(answer.errors?.[0]?.extensions?.fields).toEqual(
        expect.arrayContaining(fields.map(field => expect.objectContaining(field))),
      );
      expect(answer.data).toBeNull();
      nobodyAsked();
    },
  );

  test('everything that is wrong is told at once', async () => {
    const owners = [{ moovAccount: { accountId: 'x' } }, { equalsMoneyCard: { accountId: '../', cardId: 'y' } }];
    const answer = await gateway.send(WalletsDocument, { owners });
    const found = answer.errors?.[0]?.extensions?.fields as readonly { path: readonly string[] }[];
    expect(new Set(found.map(({ path }) => path.join('.')))).toEqual(
      new Set([
        'owners.0.moovAccount.accountId',
        'owners.1.equalsMoneyCard.accountId',
        'owners.1.equalsMoneyCard.cardId',
      ]),
    );
  });
});

describe('exactly one member', () => {
  test.each([
    ['none', {}],
    ['one that is null', { moovAccount: null }],
    ['two', { moovAccount: { accountId: uuid }, pingOneUser: { userId: uuid } }],
    ['one and a null', { moovAccount: { accountId: uuid }, pingOneUser: null }],
    ['one that is not known', { liquidoAccount: { accountId: uuid } }],
    ['null', null],
    ['text', 'me'],
  ])('%s is a GraphQL error', async (_what, owner) => {
    const document = 'query Wallets($owners: [WalletOwnerInput!]!) { wallets(owners: $owners) { nodes { id } } }';
    const answer = await gateway.send(document, { owners: [owner] });
    expect(answer.data).toBeUndefined();
    expect(answer.errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    nobodyAsked();
  });

  test.each([
    '{}',
    '{ moovAccount: null }',
    `{ moovAccount: { accountId: "${uuid}" }, pingOneUser: { userId: "${uuid}" } }`,
  ])('also where it stands in the document: %s', async owner => {
    const answer = await gateway.send(`{ wallets(owners: [${owner}]) { nodes { id } } }`);
    expect(answer.data).toBeUndefined();
    expect(answer.errors?.[0]?.extensions?.code).toBe('GRAPHQL_VALIDATION_FAILED');
    nobodyAsked();
  });
});

test('LIQUIDO, which has no list, is no owner, and says so in `providers`', async () => {
  const document = '{ __type(name: "WalletOwnerInput") { inputFields { name } } }';
  const { data } = await gateway.send(document);
  const { inputFields } = (data as { __type: { inputFields: { name: string }[] } }).__type; // introspection's own shape
  const members = inputFields.map(({ name }) => name);
  expect(members.toSorted()).toEqual([
    'equalsMoneyAccount',
    'equalsMoneyCard',
    'juspayCustomer',
    'moovAccount',
    'pingOneUser',
  ]);
  const { providers } = await gateway.execute(ProvidersDocument, {});
  const lists = providers.filter(({ capabilities }) => capabilities.includes('LIST')).map(({ provider }) => provider);
  expect(lists.toSorted()).toEqual(['EQUALS_MONEY', 'JUSPAY', 'MOOV', 'PINGONE']);
  expect(somebody().owners).toHaveLength(lists.length);
});
