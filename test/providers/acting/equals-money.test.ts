import { idEnding } from '../../../src/simulators/outcomes.js';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { globalId } from '../../../src/core/ids.js';
import type { TokenState } from '../../../src/simulators/equals-money-tokens.js';
import { faults, type Fault } from '../../../src/simulators/faults.js';
import {
  ChangeCardTokenStateDocument,
  ChangeCardTokenStateWithTypeDocument,
  NodeDetailsDocument,
  type ChangeCardTokenStateInput,
  ProvisionCardTokenDocument,
} from '../../generated/operations.js';
import { freshKey, inHaste, startTestGateway, withGateway, type TestGateway } from '../../support/gateway.js';
import { idTricks } from '../../support/id-tricks.js';
import { operationOf } from '../../support/operations.js';
import { asked, somebody } from '../../support/reading.js';

/** Card tokens that are suspended, made active again and ended: only along Equals Money's states. */

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway({ environment: inHaste });
});
afterAll(() => gateway.stop());
beforeEach(() => gateway.simulators.reset());

type Target = ChangeCardTokenStateInput['state'];
const targets: readonly Target[] = ['ACTIVE', 'SUSPENDED', 'TERMINATED'];

function tokenIn(state: TokenState, at: TestGateway = gateway) {
  const { cardAccountId: accountId, cardId } = somebody();
  const token = at.simulators.equalsMoney.addToken({ accountId, cardId, state, deviceId: 'phone-1' });
  return { accountId, cardId, token, cardTokenId: globalId('CardToken', accountId, cardId, token) };
}

async function change(
  cardTokenId: string,
  state: Target,
  { idempotencyKey = freshKey(), at = gateway }: { idempotencyKey?: string; at?: TestGateway } = {},
) {
  const input = { idempotencyKey, cardTokenId, state };
  const { changeCardTokenState: result } = await at.execute(ChangeCardTokenStateDocument, { input });
  if (result == null) throw new Error('The mutation answered nothing.');
  return result;
}

const sent = (at: TestGateway = gateway) =>
  at.simulators.equalsMoney.exchanges.filter(({ route }) => route === 'change').map(({ request }) => request);

async function stateOf(cardTokenId: string): Promise<string | null | undefined> {
  const { node } = await gateway.execute(NodeDetailsDocument, { id: cardTokenId });
  return node !== null && 'providerStatus' in node ? node.providerStatus : undefined;
}

const folded = { ACTIVE: 'ACTIVE', SUSPENDED: 'SUSPENDED', TERMINATED: 'CLOSED' } as const;
/** Reference section 3. */
const allowed: readonly (readonly [TokenState, Target])[] = [
  ['REQUESTED', 'ACTIVE'],
  ['REQUESTED', 'TERMINATED'],
  ['ACTIVE', 'SUSPENDED'],
  ['ACTIVE', 'TERMINATED'],
  ['SUSPENDED', 'ACTIVE'],
  ['SUSPENDED', 'TERMINATED'],
];
const forbidden: readonly (readonly [TokenState, Target])[] = [
  ['REQUESTED', 'SUSPENDED'],
  ['TERMINATED', 'ACTIVE'],
  ['TERMINATED', 'SUSPENDED'],
  ['REQUEST_DECLINED', 'ACTIVE'],
  ['REQUEST_DECLINED', 'SUSPENDED'],
  ['REQUEST_DECLINED', 'TERMINATED'],
];

describe('a step', () => {
  test.each(allowed)('from %s to %s is sent, and the token is shown so', async (from, to) => {
    const { accountId, cardId, token, cardTokenId } = tokenIn(from);
    expect(await stateOf(cardTokenId)).toBe(from);
    const before = asked(gateway.simulators, 'equalsMoney').length;
    expect(await change(cardTokenId, to)).toMatchObject({
      __typename: 'CardTokenStateChanged',
      cardToken: {
        id: cardTokenId,
        providerId: token,
        state: folded[to],
        providerStatus: to,
        cardId,
        cardName: 'Travel',
        deviceId: 'phone-1',
      },
      fulfillmentStatus: 'PROVISIONED',
    });
    const [request, ...others] = sent();
    expect(others).toEqual([]);
    expect(request?.path).toBe(`/v2/cards/${cardId}/digital-wallet-token-transitions`);
    expect(request?.query).toEqual({ accountId });
    expect(JSON.parse(request?.body ?? '')).toEqual({ state: to, digitalWalletToken: token });
    expect(asked(gateway.simulators, 'equalsMoney')).toHaveLength(before + 7); // six lists tell how it stands
    expect(await stateOf(cardTokenId)).toBe(to);
  });

  test.each(forbidden)('from %s to %s is a ConflictError, and is not sent', async (from, to) => {
    const { cardTokenId } = tokenIn(from);
    expect(await change(cardTokenId, to)).toMatchObject({
      __typename: 'ConflictError',
      retry: 'DO_NOT_RETRY',
      provider: null,
      providerResponse: null,
      message: expect.stringContaining(from),
      operation: { status: 'FAILED' },
    });
    expect(sent()).toEqual([]);
    expect(await stateOf(cardTokenId)).toBe(from);
  });

  test.each(targets)('to %s from there is done already: shown so, and nothing is sent', async state => {
    const { cardTokenId } = tokenIn(state);
    expect(await change(cardTokenId, state)).toMatchObject({
      __typename: 'CardTokenStateChanged',
      cardToken: { id: cardTokenId, state: folded[state], providerStatus: state },
      fulfillmentStatus: null,
    });
    expect(sent()).toEqual([]);
  });

  test('that was made is answered again for the same key, also with what costs a call', async () => {
    const { cardTokenId } = tokenIn('ACTIVE');
    const idempotencyKey = freshKey();
    const first = await change(cardTokenId, 'SUSPENDED', { idempotencyKey });
    await change(cardTokenId, 'ACTIVE');
    expect(await change(cardTokenId, 'SUSPENDED', { idempotencyKey })).toEqual(first);
    const input = { idempotencyKey, cardTokenId, state: 'SUSPENDED' as const };
    expect(await gateway.execute(ChangeCardTokenStateWithTypeDocument, { input })).toMatchObject({
      changeCardTokenState: { cardToken: { tokenType: 'GOOGLE_PAY', providerStatus: 'SUSPENDED' } },
    });
    expect(sent()).toHaveLength(2);
  });
});

describe('the token', () => {
  const { accountId, cardId } = { accountId: 'F1', cardId: randomUUID() };
  test.each([
    ['of another type of wallet', globalId('LiquidoWalletAccount', randomUUID())],
    ['of too few parts', globalId('CardToken', accountId, cardId)],
    ['in capitals', globalId('CardToken', accountId, cardId, randomUUID().toUpperCase())],
    ['that leaves its path', globalId('CardToken', '..', cardId, randomUUID())],
    ['as the provider writes it', randomUUID()],
    ...idTricks.map(trick => [`like ${JSON.stringify(trick).slice(0, 40)}`, trick] as const),
  ])('by an id %s is InvalidInputError, and nothing is asked', async (_what, cardTokenId) => {
    const result = await change(cardTokenId, 'ACTIVE');
    expect(result).toMatchObject({ __typename: 'InvalidInputError', provider: null, operation: null });
    const { fields } = result as { fields: { path: string[] }[] };
    expect(fields.map(({ path }) => path)).toContainEqual(['input', 'cardTokenId']);
    expect(gateway.simulators.equalsMoney.exchanges).toEqual([]);
  });

  test('of nobody, of another account or of another card is NotFoundError, and nothing is sent', async () => {
    const own = tokenIn('ACTIVE');
    const other = tokenIn('ACTIVE');
    for (const parts of [
      [own.accountId, own.cardId, randomUUID()],
      [other.accountId, own.cardId, own.token],
      [own.accountId, other.cardId, own.token],
    ]) {
      expect(await change(globalId('CardToken', ...parts), 'SUSPENDED')).toMatchObject({
        __typename: 'NotFoundError',
        retry: 'DO_NOT_RETRY',
        provider: 'EQUALS_MONEY',
      });
    }
    expect(sent()).toEqual([]);
  });

  test.each<[TokenState, Target, object]>([
    ['SUSPENDED', 'ACTIVE', { __typename: 'CardTokenStateChanged', cardToken: { providerStatus: 'ACTIVE' } }],
    ['TERMINATED', 'ACTIVE', { __typename: 'InvalidInputError', providerResponse: { httpStatus: 400 } }],
  ])('whose state the lists do not tell, here %s, is left to Equals Money: %s', async (from, to, expected) => {
    await withGateway({ simulators: { equalsMoney: { queryNames: 'guide' } } }, async unsorted => {
      const { cardTokenId } = tokenIn(from, unsorted);
      expect(await change(cardTokenId, to, { at: unsorted })).toMatchObject(expected);
      expect(sent(unsorted)).toHaveLength(1);
    });
  });

  test('cannot be changed while its lists fail: nothing is sent, and the same key works afterwards', async () => {
    const { cardTokenId } = tokenIn('ACTIVE');
    const idempotencyKey = freshKey();
    gateway.simulators.equalsMoney.always(
      faults.change(() => ({})),
      { route: 'read' },
    );
    expect(await change(cardTokenId, 'SUSPENDED', { idempotencyKey })).toMatchObject({
      __typename: 'ProviderUnavailableError',
      retry: 'RETRY_WITH_SAME_KEY',
      operation: { status: 'FAILED' },
    });
    expect(sent()).toEqual([]);
    gateway.simulators.equalsMoney.always(null, { route: 'read' });
    expect(await change(cardTokenId, 'SUSPENDED', { idempotencyKey })).toMatchObject({
      __typename: 'CardTokenStateChanged',
    });
  });
});

test('lists that fail a change shut nobody else out', async () => {
  await withGateway({}, async own => {
    own.simulators.equalsMoney.always(faults.answer(500), { route: 'read' });
    const cardId = idEnding();
    const id = globalId('CardToken', 'F00042', cardId, randomUUID());
    for (let index = 0; index < 2; index += 1) {
      const { changeCardTokenState } = await own.execute(ChangeCardTokenStateDocument, {
        input: { idempotencyKey: freshKey(), cardTokenId: id, state: 'SUSPENDED' },
      });
      expect(changeCardTokenState).toMatchObject({ __typename: 'ProviderUnavailableError' });
    }
    const { provisionCardToken } = await own.execute(ProvisionCardTokenDocument, {
      input: {
        idempotencyKey: freshKey(),
        accountId: 'F00042',
        cardId,
        deviceType: 'WATCH',
        provisioningAppVersion: '1.0',
        wallet: { samsung: { deviceId: 'device-000000000001', walletUserId: 'wallet-user-0001' } },
      },
    });
    expect(provisionCardToken).toMatchObject({ __typename: 'CardTokenProvisioned' });
  });
});

test.each([
  ['are too long to be read', (json: object) => ({ ...json, rows: [], count: 99 })],
  ['are not sorted by state', null],
])('where the lists %s, the state is not known and Equals Money decides', async (_what, spoil) => {
  await withGateway({ simulators: { equalsMoney: spoil === null ? { queryNames: 'guide' } : {} } }, async own => {
    const [accountId, cardId] = ['F00042', idEnding()];
    const token = own.simulators.equalsMoney.addToken({ accountId, cardId, state: 'ACTIVE' });
    if (spoil !== null) own.simulators.equalsMoney.always(faults.change(spoil), { route: 'read' });
    const { changeCardTokenState } = await own.execute(ChangeCardTokenStateDocument, {
      input: {
        idempotencyKey: freshKey(),
        cardTokenId: globalId('CardToken', accountId, cardId, token),
        state: 'TERMINATED',
      },
    });
    expect(changeCardTokenState).toMatchObject({
      __typename: 'CardTokenStateChanged',
      cardToken: { providerId: token, state: 'CLOSED' },
    });
  });
});

describe('the answer', () => {
  const inGood: readonly [string, Record<string, unknown>, string | null][] = [
    ['names another token, as in the sample', { digitalWalletToken: randomUUID() }, 'PROVISIONED'],
    ['has a word that nobody documented', { fulfillmentStatus: 'DECISION_PURPLE' }, 'DECISION_PURPLE'],
    ['has no such word', { fulfillmentStatus: undefined }, null],
    ['has something else there', { fulfillmentStatus: { word: 'PROVISIONED' } }, null],
  ];
  test.each(inGood)('%s: it is done', async (_what, more, fulfillmentStatus) => {
    const { token, cardTokenId } = tokenIn('ACTIVE');
    gateway.simulators.equalsMoney.next(
      faults.change(json => ({ ...json, ...more })),
      { route: 'change' },
    );
    expect(await change(cardTokenId, 'SUSPENDED')).toMatchObject({
      __typename: 'CardTokenStateChanged',
      cardToken: { providerId: token, providerStatus: 'SUSPENDED' },
      fulfillmentStatus,
    });
  });

  /** How often Equals Money was asked in all, until the same key was answered. */
  const lost: readonly [string, Fault, number][] = [
    ['hangs after it was done', faults.hang({ applied: true }), 1],
    ['hangs before it is done', faults.hang(), 2],
    ['is reset after it was done', faults.reset('before-answer', { applied: true }), 1],
    ['is reset before it is done', faults.reset('before-answer'), 2],
    ['is torn', faults.torn({ applied: true }), 1],
    ['is a 500 before it is done', faults.answer(500), 2],
    ['is a 503 after it was done', faults.answer(503, { applied: true }), 1],
    ['shows another state', faults.change(json => ({ ...json, state: 'ACTIVE' })), 1],
    ['shows no state', faults.change(({ state: _gone, ...json }) => json), 1],
  ];
  test.each(lost)(
    '%s: it is unknown; the same key heals it, and does no more than it must',
    async (_what, fault, times) => {
      const { cardTokenId } = tokenIn('ACTIVE');
      const idempotencyKey = freshKey();
      gateway.simulators.equalsMoney.next(fault, { route: 'change' });
      expect(await change(cardTokenId, 'SUSPENDED', { idempotencyKey })).toMatchObject({
        __typename: 'OutcomeUnknownError',
        retry: 'FOLLOW_OPERATION',
        provider: 'EQUALS_MONEY',
        operation: { status: 'UNKNOWN' },
      });
      const healed = await change(cardTokenId, 'SUSPENDED', { idempotencyKey });
      expect(healed).toMatchObject({ __typename: 'CardTokenStateChanged', cardToken: { providerStatus: 'SUSPENDED' } });
      expect(await change(cardTokenId, 'SUSPENDED', { idempotencyKey })).toEqual(healed);
      expect(sent()).toHaveLength(times);
      expect(await stateOf(cardTokenId)).toBe('SUSPENDED');
      expect(await operationOf(gateway, 'changeCardTokenState', idempotencyKey)).toMatchObject({
        status: 'SUCCEEDED',
        attempts: 2,
      });
    },
  );

  test('was lost, and the state forbids it by now: it is over, and a new key may be used', async () => {
    const { token, cardTokenId } = tokenIn('ACTIVE');
    const idempotencyKey = freshKey();
    const { equalsMoney } = gateway.simulators;
    const ended = faults.change(json => {
      equalsMoney.setTokenState(token, 'TERMINATED'); // as the network may, at any time
      return { ...json, state: 'ACTIVE' };
    });
    equalsMoney.next(ended, { route: 'change' });
    expect(await change(cardTokenId, 'SUSPENDED', { idempotencyKey })).toMatchObject({ retry: 'FOLLOW_OPERATION' });
    expect(await change(cardTokenId, 'SUSPENDED', { idempotencyKey })).toMatchObject({
      __typename: 'OutcomeUnknownError',
      retry: 'RETRY_WITH_NEW_KEY',
      operation: { status: 'FAILED' },
    });
    expect(sent()).toHaveLength(1);
  });

  test('was lost: until that is settled no other change of the token begins, and those of others do', async () => {
    const { accountId, cardId, cardTokenId } = tokenIn('ACTIVE');
    const { equalsMoney } = gateway.simulators;
    const other = equalsMoney.addToken({ accountId, cardId });
    const unread = faults.change(() => ({}));
    const unsettled = faults.change(json => {
      equalsMoney.always(unread, { route: 'read' }); // so that it cannot be settled either
      return { ...json, state: 'ACTIVE' };
    });
    equalsMoney.next(unsettled, { route: 'change' });
    const idempotencyKey = freshKey();
    expect(await change(cardTokenId, 'SUSPENDED', { idempotencyKey })).toMatchObject({ retry: 'FOLLOW_OPERATION' });
    const waiting = freshKey();
    expect(await change(cardTokenId, 'TERMINATED', { idempotencyKey: waiting })).toMatchObject({
      __typename: 'ConflictError',
      retry: 'RETRY_WITH_SAME_KEY',
      provider: null,
    });
    expect(sent()).toHaveLength(1);
    const ofOther = await change(globalId('CardToken', accountId, cardId, other), 'TERMINATED');
    expect(ofOther).toMatchObject({ __typename: 'ProviderUnavailableError' }); // it was let through, to its lists
    equalsMoney.always(null, { route: 'read' });
    let first = await change(cardTokenId, 'SUSPENDED', { idempotencyKey });
    while (first.__typename === 'OutcomeUnknownError')
      first = await change(cardTokenId, 'SUSPENDED', { idempotencyKey });
    expect(first).toMatchObject({ __typename: 'CardTokenStateChanged' });
    expect(await change(cardTokenId, 'TERMINATED', { idempotencyKey: waiting })).toMatchObject({
      __typename: 'CardTokenStateChanged',
      cardToken: { state: 'CLOSED' },
    });
  });
});

test.each<[number, object]>([
  [400, { __typename: 'InvalidInputError', retry: 'DO_NOT_RETRY' }],
  [401, { __typename: 'ProviderAccessDeniedError', retry: 'ASK_OPERATOR' }],
  [403, { __typename: 'ProviderAccessDeniedError', retry: 'ASK_OPERATOR' }],
  [404, { __typename: 'NotFoundError', retry: 'DO_NOT_RETRY' }],
  [409, { __typename: 'ConflictError', retry: 'DO_NOT_RETRY' }],
  [415, { __typename: 'ProviderRejectedError', retry: 'DO_NOT_RETRY' }],
  [422, { __typename: 'ConflictError', retry: 'DO_NOT_RETRY' }],
  [429, { __typename: 'RateLimitedError', retry: 'RETRY_WITH_SAME_KEY' }],
])('a refusal with %d is said so, and the same key goes through afterwards', async (status, expected) => {
  const { cardTokenId } = tokenIn('ACTIVE');
  const idempotencyKey = freshKey();
  const body = { statusCode: status, message: 'No.' };
  gateway.simulators.equalsMoney.next(faults.answer(status, { body }), { route: 'change' });
  expect(await change(cardTokenId, 'SUSPENDED', { idempotencyKey })).toMatchObject({
    ...expected,
    provider: 'EQUALS_MONEY',
    providerResponse: { httpStatus: status, message: 'No.' },
    operation: { status: 'FAILED' },
  });
  expect(await stateOf(cardTokenId)).toBe('ACTIVE');
  expect(await change(cardTokenId, 'SUSPENDED', { idempotencyKey })).toMatchObject({
    __typename: 'CardTokenStateChanged',
  });
  expect(await stateOf(cardTokenId)).toBe('SUSPENDED');
});
