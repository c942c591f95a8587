import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { faults } from '../../src/simulators/faults.js';
import { idEnding } from '../../src/simulators/outcomes.js';
import {
  CreateDigitalWalletDocument,
  CreateMoovWalletDocument,
  CreateWalletAccountDocument,
  NodeDocument,
} from '../generated/operations.js';
import { freshKey, startTestGateway, type TestGateway } from '../support/gateway.js';

/** `node(id)`: any wallet again, by what its id carries. */

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.stop());
beforeEach(() => gateway.simulators.reset());

const reads = () =>
  [gateway.simulators.moov, gateway.simulators.pingone, gateway.simulators.juspay, gateway.simulators.liquido]
    .flatMap(({ exchanges }) => exchanges)
    .filter(({ route }) => route === 'read').length;
const nodeOf = async (id: string) => (await gateway.execute(NodeDocument, { id })).node;

async function moovWallet() {
  const input = { idempotencyKey: freshKey(), accountId: idEnding(), name: 'Payroll' };
  const { createMoovWallet: result } = await gateway.execute(CreateMoovWalletDocument, { input });
  if (result?.__typename !== 'MoovWalletCreated') throw new Error(JSON.stringify(result));
  return result.moovWallet;
}

async function digitalWallet() {
  const input = {
    idempotencyKey: freshKey(),
    userId: idEnding(),
    digitalWalletApplicationId: '9f000000-0000-4000-8000-000000000001',
  };
  const { createDigitalWallet: result } = await gateway.execute(CreateDigitalWalletDocument, { input });
  if (result?.__typename !== 'DigitalWalletCreated') throw new Error(JSON.stringify(result));
  return result.digitalWallet;
}

async function walletAccount(account: Parameters<typeof accountInput>[0]) {
  const { createWalletAccount: result } = await gateway.execute(CreateWalletAccountDocument, accountInput(account));
  if (result?.__typename !== 'WalletAccountCreated') throw new Error(JSON.stringify(result));
  return result.walletAccount;
}
const accountInput = (
  account:
    | { juspay: { customerId: string; gateway: string; routingId?: string } }
    | { liquido: { phoneNumber: string; name: string; country: string; currency: string } },
) => ({ input: { idempotencyKey: freshKey(), account } });

describe('what was made can be fetched again', () => {
  test('at Moov', async () => {
    const made = await moovWallet();
    expect(await nodeOf(made.id)).toEqual(made);
  });

  test('at PingOne, with its open pairing session', async () => {
    const made = await digitalWallet();
    const { appOpenUrl: _onlyInTheCreatesAnswer, ...rest } = made;
    expect(await nodeOf(made.id)).toMatchObject(rest);
  });

  test('at Juspay, with the routing id that it was made with', async () => {
    const made = await walletAccount({
      juspay: { customerId: 'shopper-000001', gateway: 'MOBIKWIK', routingId: 'cart/42?x' },
    });
    expect(await nodeOf(made.id)).toEqual(made);
    const read = gateway.simulators.juspay.exchanges.find(({ route }) => route === 'read');
    expect(read?.request.headers['x-routing-id']).toBe('cart/42?x');
  });

  test('at LIQUIDO', async () => {
    const made = await walletAccount({
      liquido: { phoneNumber: '+573000000001', name: 'Ana', country: 'CO', currency: 'COP' },
    });
    expect(await nodeOf(made.id)).toEqual(made);
  });
});

describe('an id that is none of ours', () => {
  const text = (plain: string) => Buffer.from(plain).toString('base64url');
  const uuid = '6b6f1a52-5c0e-4d6e-9f3a-000000000001';
  test.each([
    ['nothing', ''],
    ['no base64url', 'MoovWallet:1'],
    ['an unknown type', text(`Nothing/${uuid}`)],
    ['a member of every object', text(`constructor/${uuid}`)],
    ['too few parts', text(`MoovWallet/${uuid}`)],
    ['too many parts', text(`MoovWallet/${uuid}/${uuid}/${uuid}`)],
    ['a step upwards', text(`MoovWallet/../${uuid}`)],
    ['an encoded step upwards', text(`MoovWallet/%2e%2e/${uuid}`)],
    ['capitals', text(`MoovWallet/${uuid.toUpperCase()}/${uuid}`)],
    ['a query', text(`LiquidoWalletAccount/${uuid}?x=1`)],
    ['dots for a customer', text(`JuspayWalletAccount/../x/wlt_1`)],
    ['letters that no header can hold', text(`JuspayWalletAccount/c/${text('\u00e9')}/wlt_1`)],
    ['a line break', text(`JuspayWalletAccount/c/${text('a\r\nx-evil:b')}/wlt_1`)],
    ['padding', `${text(`LiquidoWalletAccount/${uuid}`)}==`],
    ['an operation of no id', text('Operation/zz')],
    ['an operation of two', text(`Operation/${uuid}/${uuid}`)],
    ['a megabyte', 'A'.repeat(100_000)],
  ])('is null with a clear error, and no provider is asked: %s', async (_what, id) => {
    const answer = await gateway.send(NodeDocument, { id });
    expect(answer.data?.node).toBeNull();
    expect(answer.errors).toMatchObject([
      { message: expect.any(String), path: ['node'], extensions: { code: 'INVALID_INPUT' } },
    ]);
    expect(reads()).toBe(0);
  });
});

test('a wallet that is not there is null, without an error', async () => {
  const { id } = await moovWallet();
  gateway.simulators.reset();
  gateway.simulators.moov.next(faults.answer(404), { route: 'read' });
  expect(await gateway.send(NodeDocument, { id })).toEqual({ data: { node: null } });
});

test("a wallet that is not there in the provider's own words is null too", async () => {
  const { id } = await walletAccount({ juspay: { customerId: 'shopper-000001', gateway: 'MOBIKWIK' } });
  const body = { status: 'Invalid Request', error_code: 'null_error' };
  gateway.simulators.juspay.next(faults.answer(400, { body }), { route: 'read' });
  expect(await gateway.send(NodeDocument, { id })).toEqual({ data: { node: null } });
});

test.each([
  ['a 500', faults.answer(500), 'PROVIDER_UNAVAILABLE', null],
  ['a 429', faults.answer(429), 'RATE_LIMITED', null],
  ['a 403', faults.answer(403), 'PROVIDER_ACCESS_DENIED', null],
  ['a lost answer', faults.reset('before-answer'), 'PROVIDER_UNAVAILABLE', null],
  ['an unreadable answer', faults.answer(200, { body: {} }), 'PROVIDER_UNAVAILABLE', null],
])('a provider that fails makes it null, with an error in the same words: %s', async (_what, fault, code, wait) => {
  const { id } = await moovWallet();
  gateway.simulators.moov.next(fault, { route: 'read', times: 3 }); // it is asked again
  const answer = await gateway.send(NodeDocument, { id });
  expect(answer.data?.node).toBeNull();
  expect(answer.errors?.[0]?.extensions).toMatchObject({ code, provider: 'MOOV', retryAfterSeconds: wait });
});

test('an answer about another wallet is an error, and is not kept', async () => {
  const { id } = await moovWallet();
  const walletID = '11111111-2222-4333-8444-555555555555';
  gateway.simulators.moov.next(
    faults.change(wallet => ({ ...wallet, walletID })),
    { route: 'read' },
  );
  const answer = await gateway.send(NodeDocument, { id });
  expect(answer).toMatchObject({ data: { node: null }, errors: [{ extensions: { code: 'PROVIDER_UNAVAILABLE' } }] });
  expect((await nodeOf(id))?.id).toBe(id);
});

describe('how often a provider is asked', () => {
  test('once for one id in one document', async () => {
    const { id } = await moovWallet();
    await gateway.send(`{ a: node(id: "${id}") { id } b: node(id: "${id}") { id } c: node(id: "${id}") { id } }`);
    expect(reads()).toBe(1);
  });

  test('once within seconds', async () => {
    const { id } = await moovWallet();
    const first = await nodeOf(id);
    expect(await nodeOf(id)).toEqual(first);
    expect(reads()).toBe(1);
  });

  test('again after some seconds: what is cached grows old', async () => {
    const { id } = await moovWallet();
    while (reads() < 2) {
      await nodeOf(id);
      await new Promise(resolve => setTimeout(resolve, 100));
    }
    expect(reads()).toBe(2);
  });

  test('each time for a wallet with an open pairing session, whose secrets are never cached', async () => {
    const { id } = await digitalWallet();
    await nodeOf(id);
    await nodeOf(id);
    expect(reads()).toBe(2);
  });
});
