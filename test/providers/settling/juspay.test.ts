import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { faults } from '../../../src/simulators/faults.js';
import type { JsonObject } from '../../../src/simulators/json.js';
import { idEnding } from '../../../src/simulators/outcomes.js';
import {
  CreateWalletAccountDocument,
  NodeDocument,
  type JuspayWalletAccountInput,
} from '../../generated/operations.js';
import { freshKey, startTestGateway, withGateway, type TestGateway } from '../../support/gateway.js';
import { operationOf } from '../../support/operations.js';
import { cleanUp, temporaryFolder } from '../../support/process.js';
import { eventually } from '../../support/time.js';

/** How a lost wallet is found again at Juspay, which has neither a place for a marker nor times: by what it was made of. */

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway({
    environment: { JUSPAY_GATEWAY_ALIASES: 'FREECHARGEWALLET=FREECHARGE,Paytm_V2=PAYTM' },
  });
});
afterAll(() => gateway.stop());
afterAll(cleanUp);
beforeEach(async () => {
  gateway.simulators.reset();
  await createdId(accountInput()); // else the losses of one test after another would open the circuit
  gateway.simulators.reset();
});

type Asked = Partial<JuspayWalletAccountInput>;

function accountInput(more: Asked = {}) {
  const juspay = { customerId: `shopper-${idEnding()}`, gateway: 'MOBIKWIK', ...more };
  return { idempotencyKey: freshKey(), account: { juspay } };
}
type Input = ReturnType<typeof accountInput>;

async function create(input: Input, at: TestGateway = gateway) {
  const { createWalletAccount: result } = await at.execute(CreateWalletAccountDocument, { input });
  if (result == null) throw new Error('The mutation answered nothing.');
  return result;
}

async function createdId(input: Input, at: TestGateway = gateway): Promise<string> {
  const result = await create(input, at);
  if (result.__typename !== 'WalletAccountCreated') throw new Error(JSON.stringify(result));
  if (result.walletAccount.__typename !== 'JuspayWalletAccount') throw new Error(JSON.stringify(result));
  return result.walletAccount.providerId;
}

/** The wallet is made, and its answer lost. */
async function lose(input: Input, at: TestGateway = gateway): Promise<string> {
  at.simulators.juspay.next(faults.reset('before-answer', { applied: true }));
  expect(await create(input, at)).toMatchObject({ __typename: 'OutcomeUnknownError', retry: 'FOLLOW_OPERATION' });
  const walletId = at.simulators.juspay.ledger.at(-1)?.resourceId;
  if (walletId === undefined) throw new Error('It was not made.');
  return walletId;
}

/** Somebody's own call to Juspay: the wallet belongs to no operation. */
async function byHand(
  { account: { juspay } }: Input,
  form: Record<string, string> = {},
  at = gateway,
): Promise<string> {
  const { JUSPAY_API_URL: url, JUSPAY_API_KEY: key } = at.simulators.environment;
  const response = await fetch(`${url}/customers/${juspay.customerId}/wallets`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${key}:`).toString('base64')}`, 'x-routing-id': juspay.customerId },
    body: new URLSearchParams({ gateway: juspay.gateway, ...form }),
  });
  const { id } = (await response.json()) as { id: string };
  return id;
}

/** What the next look is shown in place of the customer's wallets. */
function showNext(change: (wallet: JsonObject) => JsonObject, more: JsonObject = {}, at = gateway): void {
  const changed = (list: JsonObject) => ({ ...list, list: (list.list as JsonObject[]).map(change), ...more });
  at.simulators.juspay.next(faults.change(changed), { route: 'read' });
}

const creates = (at: TestGateway = gateway) =>
  at.simulators.juspay.exchanges.filter(({ route }) => route === 'create').length;
const attention = {
  __typename: 'OutcomeUnknownError',
  retry: 'ASK_OPERATOR',
  provider: 'JUSPAY',
  operation: { status: 'NEEDS_ATTENTION', attempts: 1 },
};

describe('a wallet whose answer was lost is found', () => {
  const full = { mobileNumber: '9000000001', gatewayReferenceId: 'mid 7' };
  const other = { mobile_number: '9000000002', gateway_reference_id: 'mid 8' };

  test.each<[title: string, asked: Asked, others: Record<string, string>]>([
    ['of another gateway', {}, { gateway: 'LAZYPAY' }],
    ['with another mobile number', full, { mobile_number: other.mobile_number, gateway_reference_id: 'mid 7' }],
    ['with another reference', full, { ...other, mobile_number: full.mobileNumber }],
  ])('beside one %s that nobody owns', async (_title, asked, form) => {
    const input = accountInput(asked);
    await byHand(input, form);
    const walletId = await lose(input);
    await byHand(input, form);
    expect(await createdId(input)).toBe(walletId);
    expect(creates()).toBe(3);
    expect(await operationOf(gateway, 'createWalletAccount', input.idempotencyKey)).toMatchObject({
      status: 'SUCCEEDED',
      attempts: 1,
    });
  });

  test('beside one that another operation made', async () => {
    const input = accountInput();
    await createdId({ ...input, idempotencyKey: freshKey() });
    const walletId = await lose(input);
    expect(await createdId(input)).toBe(walletId);
  });

  test.each([
    ['MOBIKWIK', 'Mobikwik'],
    ['mobikwik', 'MOBIKWIK'],
    ['FREECHARGEWALLET', 'FREECHARGE'],
    ['FreechargeWallet', 'freecharge'],
    ['FREECHARGEWALLET', 'FREECHARGEWALLET'],
    ['PAYTM_V2', 'Paytm'],
  ])('by its gateway: asked for as %s, listed as %s', async (asked, listed) => {
    const input = accountInput({ gateway: asked });
    const walletId = await lose(input);
    showNext(wallet => ({ ...wallet, wallet: listed }));
    expect(await createdId(input)).toBe(walletId);
  });

  test('though the list does not tell its number or its reference', async () => {
    const input = accountInput(full);
    const walletId = await lose(input);
    showNext(({ metadata: _gone, gateway_reference_id: _too, ...wallet }) => wallet);
    expect(await createdId(input)).toBe(walletId);
  });

  test.each(['+91 90000 00001', '009000000001', 'XXXXXX0001', '******0001', ''])(
    'though the list writes its number as %j',
    async mobileNumber => {
      const input = accountInput(full);
      const walletId = await lose(input);
      showNext(wallet => ({ ...wallet, metadata: { mobile_number: mobileNumber } }));
      expect(await createdId(input)).toBe(walletId);
    },
  );

  test('with the routing id of its create', async () => {
    const input = accountInput({ routingId: 'cart-7' });
    await lose(input);
    await createdId(input);
    const reads = gateway.simulators.juspay.exchanges.filter(({ route }) => route === 'read');
    expect(reads.map(({ operation }) => operation)).toEqual(['listWallets', 'listWallets', 'getWallet']);
    for (const { request } of reads) expect(request.headers['x-routing-id']).toBe('cart-7');
  });
});

describe('a wallet that is not its own', () => {
  test('is not adopted: of the alias of another gateway, or of a name that only begins alike', async () => {
    const input = accountInput({ gateway: 'FREECHARGEWALLET' });
    await lose(input);
    showNext(wallet => ({ ...wallet, wallet: 'PAYTM' }));
    expect(await create(input)).toMatchObject({ __typename: 'OutcomeUnknownError', operation: { status: 'UNKNOWN' } });
  });

  test('among several that it might be is left to a person', async () => {
    const input = accountInput();
    await lose(input);
    await byHand(input);
    const asked = await create(input);
    expect(asked).toMatchObject(attention);
    expect(await create(input)).toEqual(asked);
    expect(creates()).toBe(2);
  });

  test.each([21, '21', 'many', 1.5, { is: 1 }])(
    'in a list that is cut off, or may be (of %j), is left to a person, once enough time is over',
    total =>
      withGateway({ environment: { JUSPAY_SETTLE_ABSENT_AFTER_MS: '0' } }, async hasty => {
        const input = accountInput();
        await lose(input, hasty);
        showNext(wallet => wallet, { total }, hasty);
        expect(await create(input, hasty)).toMatchObject(attention);
      }),
  );

  test('is found in a list that says as text how many there are', async () => {
    const input = accountInput();
    const walletId = await lose(input);
    showNext(wallet => wallet, { total: '1' });
    expect(await createdId(input)).toBe(walletId);
  });
});

test('one wallet for two operations: where a second create answers with the first wallet, both succeed', () =>
  withGateway({ simulators: { juspay: { secondCreate: 'same-wallet' } } }, async same => {
    const input = accountInput();
    const walletId = await createdId(input, same);
    expect(await createdId({ ...input, idempotencyKey: freshKey() }, same)).toBe(walletId);
  }));

describe('JUSPAY_SNAPSHOT=on', () => {
  let careful: TestGateway;
  beforeAll(async () => {
    careful = await startTestGateway({ environment: { JUSPAY_SNAPSHOT: 'on' } });
  });
  afterAll(() => careful.stop());
  beforeEach(() => careful.simulators.reset());

  test('what was there beforehand is no candidate: only the new one is adopted', async () => {
    const input = accountInput();
    await byHand(input, {}, careful);
    const walletId = await lose(input, careful);
    expect(await createdId(input, careful)).toBe(walletId);
    const { exchanges } = careful.simulators.juspay;
    expect(exchanges.map(({ operation }) => operation)).toEqual([
      'createWallet',
      'listWallets',
      'createWallet',
      'listWallets',
      'listWallets',
      'getWallet',
    ]);
  });

  test('where nothing was made, an older wallet of the same gateway is not adopted', async () => {
    const input = accountInput();
    await byHand(input, {}, careful);
    careful.simulators.juspay.next(faults.reset('before-answer'));
    await create(input, careful);
    expect(await create(input, careful)).toMatchObject({
      __typename: 'OutcomeUnknownError',
      operation: { status: 'UNKNOWN', attempts: 1 },
    });
    expect(careful.simulators.juspay.ledger).toHaveLength(1);
  });

  test('without a snapshot nothing is sent: it is refused, and the same key may be used again', async () => {
    for (const status of [403, 500]) {
      const input = accountInput();
      careful.simulators.juspay.next(faults.answer(status, { body: {} }), {
        route: 'read',
        times: status === 403 ? 1 : 3,
      });
      expect(await create(input, careful)).toMatchObject({
        __typename: status === 403 ? 'ProviderAccessDeniedError' : 'ProviderUnavailableError',
        operation: { status: 'FAILED', attempts: 1 },
      });
      expect(careful.simulators.juspay.exchanges.some(({ route }) => route === 'create')).toBe(false);
      await createdId(input, careful);
      expect(await operationOf(careful, 'createWalletAccount', input.idempotencyKey)).toMatchObject({ attempts: 2 });
      careful.simulators.reset();
    }
  });

  test('a create is made though reads are refused after too many of them failed', async () => {
    const { juspay } = careful.simulators;
    const made = await create(accountInput(), careful);
    const id = made.__typename === 'WalletAccountCreated' ? made.walletAccount.id : '';
    juspay.always(faults.answer(500), { route: 'read' });
    await eventually(async () =>
      JSON.stringify(await careful.send(NodeDocument, { id })).includes('Juspay has failed several times in a row'),
    );
    careful.simulators.reset();
    await createdId(accountInput(), careful);
    expect(juspay.exchanges.map(({ operation }) => operation)).toEqual(['listWallets', 'createWallet']);
  });

  test('a snapshot outlives its process', async () => {
    const environment = {
      ...careful.simulators.environment,
      JUSPAY_SNAPSHOT: 'on',
      STORE_URL: `sqlite:${temporaryFolder()}/kept.sqlite`,
      STORE_KEY: randomBytes(32).toString('base64'),
    };
    const input = accountInput();
    await byHand(input, {}, careful);
    careful.simulators.juspay.next(faults.reset('before-answer', { applied: true }));
    await withGateway({ environment }, async first => {
      expect(await create(input, first)).toMatchObject({ __typename: 'OutcomeUnknownError' });
    });
    await withGateway({ environment }, async second => {
      expect(await createdId(input, second)).toBe(careful.simulators.juspay.ledger[1]?.resourceId);
    });
  });
});
