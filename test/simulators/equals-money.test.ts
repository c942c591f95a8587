import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startEqualsMoney, type EqualsMoneySimulator } from '../../src/simulators/equals-money.js';
import { idEnding } from '../../src/simulators/outcomes.js';
import { aDay, askEqualsMoney, during } from './calls.js';

let equalsMoney: EqualsMoneySimulator;
beforeAll(async () => {
  equalsMoney = await startEqualsMoney();
});
afterAll(() => equalsMoney.stop());
beforeEach(() => equalsMoney.reset());

const accountId = 'F00042';
const cardId = idEnding();

interface List {
  readonly count: number;
  readonly rows: readonly { readonly token: string }[];
}

async function list(query = '', at = equalsMoney): Promise<List> {
  const { status, body } = await askEqualsMoney<List>(at, `/tokens?accountId=${accountId}${query}`);
  expect(status).toBe(200);
  return body;
}

const tokens = async (query = '', at = equalsMoney): Promise<string[]> =>
  (await list(query, at)).rows.map(({ token }) => token);

test('a token that nobody asked for › is ACTIVE and listed with its device', async () => {
  const token = equalsMoney.addToken({ accountId, cardId, deviceId: 'device-1' });
  equalsMoney.addToken({ accountId: 'F00001', cardId });
  expect(await list()).toEqual({
    count: 1,
    rows: [{ token, deviceId: 'device-1', cardId, cardName: 'Travel', lastFour: expect.stringMatching(/^\d{4}$/) }],
  });
  expect(await tokens('&tokenState=ACTIVE&tokenType=ANDROID_PAY&deviceType=MOBILE_PHONE')).toEqual([token]);
  expect(equalsMoney.ledger).toEqual([]);
});

test('a list › is narrowed by each of its filters, and its count knows no limit', async () => {
  const personId = idEnding();
  const seed = { accountId, cardId };
  const mine = equalsMoney.addToken({ ...seed, personId });
  const watch = equalsMoney.addToken({ ...seed, type: 'APPLE_PAY', deviceType: 'WATCH' });
  const gone = equalsMoney.addToken({ ...seed, state: 'TERMINATED', deviceId: 'device-2' });
  const cases = {
    [`&personId=${personId}`]: [mine],
    '&tokenType=APPLE_PAY': [watch],
    '&deviceType=WATCH': [watch],
    '&tokenState=TERMINATED': [gone],
    '&deviceId=device-2': [gone],
    '&limit=1&offset=1': [watch],
  };
  for (const [query, expected] of Object.entries(cases))
    expect([query, await tokens(query)]).toEqual([query, expected]);
  expect((await list('&limit=1')).count).toBe(3);
});

test('a list › has a new token at once, and later where it lags', async () => {
  const asked = { deviceType: 'WATCH', provisioningAppVersion: '1', deviceId: 'd', walletUserId: 'w' };
  const provision = (at: EqualsMoneySimulator) =>
    askEqualsMoney(at, `/${cardId}/google-wallet?accountId=${accountId}`, {
      method: 'POST',
      body: JSON.stringify(asked),
    });
  expect((await provision(equalsMoney)).status).toBe(201);
  expect(await list()).toMatchObject({ count: 1 });
  equalsMoney.setListLag(aDay);
  expect(await list()).toEqual({ count: 0, rows: [] });
  await during(startEqualsMoney({ listLagMs: aDay }), async other => {
    await provision(other);
    expect(await list('', other)).toEqual({ count: 0, rows: [] });
  });
});

test('rows › lack the device where they are those of the guide, and otherwise have it', async () => {
  equalsMoney.addToken({ accountId, cardId });
  expect((await list()).rows[0]).toHaveProperty('deviceId', null);
  await during(startEqualsMoney({ rows: 'guide' }), async other => {
    other.addToken({ accountId, cardId, deviceId: 'device-1' });
    expect((await list('', other)).rows[0]).not.toHaveProperty('deviceId');
  });
});

test('the names of a query › are the one document’s, and those of the other are ignored without a word', async () => {
  const seed = (at: EqualsMoneySimulator) => [
    at.addToken({ accountId, cardId, type: 'APPLE_PAY' }),
    at.addToken({ accountId, cardId, state: 'SUSPENDED', deviceId: 'device-1' }),
  ];
  const [active, suspended] = seed(equalsMoney);
  expect(await tokens('&tokenState=SUSPENDED')).toEqual([suspended]);
  expect(await tokens('&state=SUSPENDED&type=APPLE_PAY')).toEqual([active, suspended]);
  const refused = await askEqualsMoney(equalsMoney, `/tokens?accountId=${accountId}&tokenState=LOST`);
  expect(refused.status).toBe(400);
  await during(startEqualsMoney({ queryNames: 'guide' }), async other => {
    const [first, second] = seed(other);
    expect(await tokens('&tokenState=SUSPENDED&tokenType=APPLE_PAY&deviceId=device-1', other)).toEqual([first, second]);
    expect(await tokens('&state=SUSPENDED', other)).toEqual([second]);
    expect(await tokens('&type=APPLE_PAY', other)).toEqual([first]);
  });
});

describe('a transition', () => {
  const become = (at: EqualsMoneySimulator, token: string, state: string) =>
    askEqualsMoney(at, `/${cardId}/digital-wallet-token-transitions?accountId=${accountId}`, {
      method: 'POST',
      body: JSON.stringify({ state, digitalWalletToken: token }),
    });

  test('goes along the life cycle only, and leaves an entry where it is carried out', async () => {
    const token = equalsMoney.addToken({ accountId, cardId, state: 'REQUESTED' });
    const steps: [string, number][] = [
      ['SUSPENDED', 400],
      ['ACTIVE', 201],
      ['ACTIVE', 400],
      ['SUSPENDED', 201],
      ['ACTIVE', 201],
      ['TERMINATED', 201],
      ['ACTIVE', 400],
      ['TERMINATED', 400],
    ];
    for (const [state, status] of steps)
      expect([state, (await become(equalsMoney, token, state)).status]).toEqual([state, status]);
    expect(equalsMoney.changes.map(({ had }) => had.state)).toEqual(['REQUESTED', 'ACTIVE', 'SUSPENDED', 'ACTIVE']);
  });

  test('answers with the token it was sent, and with another where the guide’s typo is switched on', async () => {
    const token = equalsMoney.addToken({ accountId, cardId });
    expect((await become(equalsMoney, token, 'SUSPENDED')).body).toEqual({
      state: 'SUSPENDED',
      digitalWalletToken: token,
      fulfillmentStatus: 'PROVISIONED',
    });
    await during(startEqualsMoney({ transitionAnswer: 'guide' }), async other => {
      const sent = other.addToken({ accountId, cardId });
      const { status, body } = await become(other, sent, 'SUSPENDED');
      expect([status, body.state]).toEqual([201, 'SUSPENDED']);
      expect(body.digitalWalletToken).toMatch(/^[\da-f-]{36}$/);
      expect(body.digitalWalletToken).not.toBe(sent);
      expect(other.changes).toMatchObject([{ mainId: sent }]);
    });
  });
});
