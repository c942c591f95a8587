import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { faults } from '../../../src/simulators/faults.js';
import { idEnding } from '../../../src/simulators/outcomes.js';
import { CreateMoovWalletDocument, NodeDocument, type CreateMoovWalletInput } from '../../generated/operations.js';
import { freshKey, startTestGateway, withGateway, type TestGateway } from '../../support/gateway.js';
import { decided, operationOf } from '../../support/operations.js';
import { cleanUp, temporaryFolder } from '../../support/process.js';

/** How a lost wallet is found again at Moov: by a label of the gateway's own, which says whose it is. */

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.stop());
afterAll(cleanUp);
beforeEach(async () => {
  gateway.simulators.reset();
  await created(moovInput()); // else the losses of one test after another would open the circuit
  gateway.simulators.reset();
});

const moovInput = (more: Partial<CreateMoovWalletInput> = {}): CreateMoovWalletInput => ({
  idempotencyKey: freshKey(),
  accountId: idEnding(),
  name: 'Payroll',
  ...more,
});

async function create(input: CreateMoovWalletInput, at: TestGateway = gateway) {
  const { createMoovWallet: result } = await at.execute(CreateMoovWalletDocument, { input });
  if (result == null) throw new Error('The mutation answered nothing.');
  return result;
}

async function created(input: CreateMoovWalletInput, at: TestGateway = gateway) {
  const result = await create(input, at);
  if (result.__typename !== 'MoovWalletCreated') throw new Error(JSON.stringify(result));
  return result.moovWallet;
}

/** The wallet is made, and its answer lost. */
async function lose(input: CreateMoovWalletInput, at: TestGateway = gateway): Promise<string> {
  at.simulators.moov.next(faults.reset('before-answer', { applied: true }));
  expect(await create(input, at)).toMatchObject({ __typename: 'OutcomeUnknownError', retry: 'FOLLOW_OPERATION' });
  const walletId = at.simulators.moov.ledger.at(-1)?.resourceId;
  if (walletId === undefined) throw new Error('It was not made.');
  return walletId;
}

/** Somebody's own call to Moov. */
async function byHand(method: 'POST' | 'PATCH', path: string, body: object, at: TestGateway = gateway): Promise<void> {
  const { MOOV_API_URL: url, MOOV_PUBLIC_KEY: name, MOOV_SECRET_KEY: secret } = at.simulators.environment;
  const authorization = `Basic ${Buffer.from(`${name}:${secret}`).toString('base64')}`;
  const headers = { authorization, 'content-type': 'application/json', 'x-moov-version': 'v2026.07.00' };
  const { status } = await fetch(`${url}${path}`, { method, headers, body: JSON.stringify(body) });
  expect(status).toBe(200);
}

describe('a wallet whose answer was lost', () => {
  test('is found by its marker, whatever other wallets of its name the account has', async () => {
    const input = moovInput();
    const wallets = `/accounts/${input.accountId}/wallets`;
    await byHand('POST', wallets, { name: input.name });
    await byHand('POST', wallets, { name: input.name, metadata: { billfoldOperation: freshKey() } });
    await created({ ...input, idempotencyKey: freshKey() });
    const walletId = await lose(input);
    await byHand('POST', wallets, { name: input.name });
    expect(await created(input)).toMatchObject({ providerId: walletId, name: 'Payroll', metadata: null });
    expect(await operationOf(gateway, 'createMoovWallet', input.idempotencyKey)).toMatchObject({
      status: 'SUCCEEDED',
      attempts: 1,
    });
  });

  test('is found though nobody asks', async () => {
    const input = moovInput();
    const walletId = await lose(input);
    expect(await decided(gateway, 'createMoovWallet', input.idempotencyKey)).toMatchObject({
      status: 'SUCCEEDED',
      result: { __typename: 'MoovWalletCreated', moovWallet: { providerId: walletId } },
    });
  });

  test('is found though it was closed since, and as it then stands', async () => {
    const input = moovInput();
    const walletId = await lose(input);
    await byHand('PATCH', `/accounts/${input.accountId}/wallets/${walletId}`, { status: 'closed' });
    expect(await created(input)).toMatchObject({ providerId: walletId, state: 'CLOSED' });
  });

  test('is found on a later page of the list', () =>
    withGateway({ simulators: { moov: { longestPage: 2 } } }, async other => {
      const input = moovInput();
      for (let wallet = 0; wallet < 5; wallet += 1) {
        await byHand('POST', `/accounts/${input.accountId}/wallets`, { name: 'Payroll' }, other);
      }
      const walletId = await lose(input, other);
      expect(await created(input, other)).toMatchObject({ providerId: walletId });
      const pages = other.simulators.moov.exchanges.filter(({ operation }) => operation === 'listWallets');
      expect(pages.map(({ request }) => request.query.skip)).toEqual(['0', '2', '4', '6']);
    }));

  test('waits while Moov is switched off, and is found when it is on again', async () => {
    const { simulators } = gateway;
    const environment = {
      ...simulators.environment,
      STORE_URL: `sqlite:${temporaryFolder()}/kept.sqlite`,
      STORE_KEY: randomBytes(32).toString('base64'),
    };
    const input = moovInput();
    simulators.moov.next(faults.reset('before-answer', { applied: true }));
    const unknown = { __typename: 'OutcomeUnknownError', operation: { status: 'UNKNOWN', attempts: 1 } };
    await withGateway({ environment }, async first => {
      expect(await create(input, first)).toMatchObject(unknown);
    });
    const off = { ...environment, MOOV_PUBLIC_KEY: undefined, MOOV_SECRET_KEY: undefined };
    await withGateway({ environment: off }, async second => {
      expect(await create(input, second)).toMatchObject(unknown);
    });
    await withGateway({ environment }, async third => {
      expect(await created(input, third)).toMatchObject({ providerId: simulators.moov.ledger[0]?.resourceId });
    });
    expect(simulators.moov.ledger).toHaveLength(1);
  });

  test('two of one account, lost at once, are told apart', async () => {
    const [one, other] = [moovInput(), moovInput()];
    const second = { ...other, accountId: one.accountId };
    const walletIds = [await lose(one), await lose(second)];
    expect([(await created(one)).providerId, (await created(second)).providerId]).toEqual(walletIds);
  });

  test('a list that cannot be read proves nothing: it is asked for again', async () => {
    const input = moovInput();
    const walletId = await lose(input);
    gateway.simulators.moov.next(faults.answer(200, { body: '{"wallets":[]}' }), { route: 'read' });
    expect(await create(input)).toMatchObject({ __typename: 'OutcomeUnknownError', operation: { status: 'UNKNOWN' } });
    expect(await decided(gateway, 'createMoovWallet', input.idempotencyKey)).toMatchObject({
      result: { moovWallet: { providerId: walletId } },
    });
  });
});

test('an answer that is another operation’s is not believed, and its own wallet is found', async () => {
  const input = moovInput();
  const foreign = { walletID: idEnding(), name: 'Somebody else', metadata: { billfoldOperation: freshKey() } };
  gateway.simulators.moov.next(faults.change(wallet => ({ ...wallet, ...foreign })));
  expect(await create(input)).toMatchObject({ __typename: 'OutcomeUnknownError', retry: 'FOLLOW_OPERATION' });
  expect(gateway.lines.filter(({ msg }) => msg === 'an answer could not be read')).not.toEqual([]);
  const { moov } = gateway.simulators;
  expect(await created(input)).toMatchObject({ providerId: moov.ledger[0]?.resourceId, name: 'Payroll' });
  expect(moov.ledger).toHaveLength(1);
});

describe('the marker', () => {
  test('is seen in no answer: not in the first, a found or a read one, nor in the journal', async () => {
    const lost = moovInput();
    await lose(lost);
    const answers = [await create(moovInput()), await create(lost)];
    const wallets = answers.map(answer => ('moovWallet' in answer ? answer.moovWallet : null));
    for (const wallet of wallets) {
      expect(wallet?.metadata).toBeNull();
      expect((await gateway.execute(NodeDocument, { id: wallet?.id ?? '' })).node).toMatchObject({ metadata: null });
    }
    expect(await operationOf(gateway, 'createMoovWallet', lost.idempotencyKey)).toMatchObject({
      result: { moovWallet: { metadata: null } },
    });
    const sent = gateway.simulators.moov.exchanges.filter(({ route }) => route === 'create');
    for (const { request } of sent) expect(request.body).toContain('billfoldOperation');
  });

  test("leaves a person's own labels as they are, whatever their names", async () => {
    const metadata = JSON.parse('{"__proto__":"p","constructor":"c","team":"blue"}') as Record<string, string>;
    const [first, lost] = [moovInput({ metadata }), moovInput({ metadata })];
    await lose(lost);
    for (const wallet of [await created(first), await created(lost)]) {
      expect(Object.entries(wallet.metadata ?? {}).toSorted()).toEqual(Object.entries(metadata).toSorted());
      const { node } = await gateway.execute(NodeDocument, { id: wallet.id });
      if (node?.__typename !== 'MoovWallet') throw new Error('It is no wallet.');
      expect(Object.entries(node.metadata ?? {}).toSorted()).toEqual(Object.entries(metadata).toSorted());
    }
  });

  test('cannot be given by a client › InvalidInputError, nothing is sent, and the key stays free', async () => {
    const input = moovInput();
    const claims: Record<string, string>[] = [{ billfoldOperation: 'mine' }, { team: 'blue', billfoldOperation: '' }];
    for (const metadata of claims) {
      expect(await create({ ...input, metadata })).toMatchObject({
        __typename: 'InvalidInputError',
        fields: [{ path: ['input', 'metadata', 'billfoldOperation'], code: 'RESERVED' }],
        operation: null,
      });
    }
    expect(gateway.simulators.moov.ledger).toEqual([]);
    expect(gateway.simulators.moov.exchanges.filter(({ route }) => route === 'create')).toEqual([]);
    await created(input);
  });
});
