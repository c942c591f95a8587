import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ProviderUnavailableError } from '../../src/core/errors.js';
import { failure } from '../../src/core/failures.js';
import { openJournal } from '../../src/core/journal.js';
import { WalletProvider } from '../../src/core/provider.js';
import { openSeals } from '../../src/core/seals.js';
import { faults } from '../../src/simulators/faults.js';
import { idEnding } from '../../src/simulators/outcomes.js';
import { openSqliteStore } from '../../src/store/sqlite/open.js';
import {
  CreateMoovWalletDocument,
  CreateWalletAccountDocument,
  NodeDocument,
  OperationByKeyDocument,
  OperationDocument,
  OperationsDocument,
  type CreateMoovWalletInput,
  type OperationStatus,
  type WalletAccountInput,
} from '../generated/operations.js';
import { freshKey, startTestGateway, type TestGateway } from '../support/gateway.js';
import { ask } from '../support/http.js';
import { openTestRunner, type TestRunner } from '../support/runner.js';

/** A journal that cannot be written: nothing is sent, what can be read is read, and it heals without a restart. */

const storeKey = randomBytes(32);
const refused = {
  __typename: 'ProviderUnavailableError',
  provider: null,
  operation: null,
  retry: 'RETRY_WITH_SAME_KEY',
};

let folder: string;
let file: string;
let gateway: TestGateway;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'failing-'));
  file = join(folder, 'billfold.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true }));

const start = async (environment: Readonly<Record<string, string>> = {}) => {
  const store = { STORE_URL: `sqlite:${file}`, STORE_KEY: storeKey.toString('base64') };
  gateway = await startTestGateway({ environment: { ...store, ...environment } });
};
const input = (fields: Partial<CreateMoovWalletInput> = {}): CreateMoovWalletInput => ({
  idempotencyKey: freshKey(),
  accountId: idEnding(),
  name: 'Payroll',
  ...fields,
});
const create = async (of: CreateMoovWalletInput) =>
  (await gateway.execute(CreateMoovWalletDocument, { input: of })).createMoovWallet;
const createAccount = async (account: WalletAccountInput) =>
  (await gateway.execute(CreateWalletAccountDocument, { input: { idempotencyKey: freshKey(), account } }))
    .createWalletAccount;
const readiness = async () => (await ask(gateway.url, { method: 'GET', path: '/readyz' })).status;
/** It is checked once in a second, for all who ask. */
const becomes = async (status: number): Promise<void> => {
  while ((await readiness()) !== status) await new Promise(resolve => setTimeout(resolve, 50));
};
const operationOf = async ({ idempotencyKey }: CreateMoovWalletInput) =>
  (await gateway.execute(OperationByKeyDocument, { mutation: 'createMoovWallet', idempotencyKey })).operationByKey;
const everyLedger = () => {
  const { pingone, juspay, liquido, equalsMoney, moov } = gateway.simulators;
  return [pingone, juspay, liquido, equalsMoney, moov].flatMap(({ ledger }) => ledger);
};

/** Nothing can be made, at any provider; nothing is sent; what is known can be read. */
async function expectRefusals(known: CreateMoovWalletInput): Promise<void> {
  const before = everyLedger().length;
  expect(await create(input())).toMatchObject(refused);
  expect(await createAccount({ juspay: { customerId: 'shopper-000001', gateway: 'MOBIKWIK' } })).toMatchObject(refused);
  const liquido = { phoneNumber: '+573000000001', name: 'Ana', country: 'CO', currency: 'COP' };
  expect(await createAccount({ liquido })).toMatchObject(refused);
  expect(everyLedger()).toHaveLength(before);
  await becomes(503);

  const found = await operationOf(known);
  expect(found).toMatchObject({ status: 'SUCCEEDED', result: { __typename: 'MoovWalletCreated' } });
  const { operation } = await gateway.execute(OperationDocument, { id: found?.id ?? '' });
  expect(operation).toEqual(found);
  const wallet = found?.result?.__typename === 'MoovWalletCreated' ? found.result.moovWallet : null;
  const { node } = await gateway.execute(NodeDocument, { id: wallet?.id ?? '' });
  expect(node).toMatchObject({ __typename: 'MoovWallet', id: wallet?.id });
}

describe('a full journal', () => {
  test('refuses creates before anything is sent, and takes them again when rows were dropped', async () => {
    await start({ STORE_MAX_MB: '1' });
    try {
      const known = input();
      expect(await create(known)).toMatchObject({ __typename: 'MoovWalletCreated' });

      const large = { description: 'x'.repeat(4_096), metadata: { filler: 'y'.repeat(8_000) } };
      const made: CreateMoovWalletInput[] = [];
      for (const fields of [large, {}]) {
        for (;;) {
          const of = input(fields);
          const answer = await create(of);
          if (answer?.__typename === 'ProviderUnavailableError') break;
          // What may begin may also end: none of them is left in doubt.
          expect(answer).toMatchObject({ __typename: 'MoovWalletCreated' });
          made.push(of);
        }
      }
      expect(made.length).toBeGreaterThan(20);
      const { ledger } = gateway.simulators.moov;
      expect(ledger).toHaveLength(1 + made.length);
      await expectRefusals(known);

      const guest = openSqliteStore({ file, keyIds: openSeals([storeKey]).keyIds, isGuest: true });
      expect(await guest.reap(Date.now() + 1, 10_000)).toBe(1 + made.length);
      await guest.close();
      await becomes(200);
      expect(await create(input(large))).toMatchObject({ __typename: 'MoovWalletCreated' });
    } finally {
      await gateway.stop();
    }
  });
});

test('a gateway starts on a full journal, and settles what is open when there is room', async () => {
  const keyIds = openSeals([storeKey]).keyIds;
  const store = openSqliteStore({ file, keyIds });
  const journal = openJournal({ store, seals: openSeals([storeKey]) });
  const claim = (idempotencyKey: string, description: string) =>
    journal.claim({
      tenant: 'default',
      mutation: 'createMoovWallet',
      provider: WalletProvider.MOOV,
      idempotencyKey,
      input: { accountId: idEnding(), name: 'n', description },
      target: null,
      quietAfterMs: 25_000,
    });
  const left = 2_000; // there is no room for the rows of so many
  for (let count = 0; count < 500; count += 1) {
    await journal.move(await claim(`large-${count}`, 'x'.repeat(4_096)), { status: 'refused', result: null });
  }
  await Promise.all(Array.from({ length: left }, (_unused, index) => claim(`left-${index}`, '')));
  await store.close();

  await start({ STORE_MAX_MB: '1' });
  try {
    await becomes(503);
    expect(gateway.lines).toContainEqual(expect.objectContaining({ msg: 'the journal failed', doing: 'start' }));
    expect(await create(input())).toMatchObject(refused);
    const guest = openSqliteStore({ file, keyIds, isGuest: true });
    expect(await guest.reap(Date.now() + 1, 10_000)).toBeGreaterThan(0);
    await guest.close();
    await becomes(200);
    const stands = async (status: OperationStatus) =>
      (await gateway.execute(OperationsDocument, { status, first: 100 })).operations?.nodes.length;
    while ((await stands('IN_PROGRESS')) !== 0) await new Promise(resolve => setTimeout(resolve, 20));
    expect(await stands('UNKNOWN')).toBe(100);
  } finally {
    await gateway.stop();
  }
});

describe('a journal that somebody else keeps locked', () => {
  let other: DatabaseSync;
  const known = input();
  beforeEach(async () => {
    await start();
    expect(await create(known)).toMatchObject({ __typename: 'MoovWalletCreated' });
    other = new DatabaseSync(file);
  });
  afterEach(async () => {
    other.close();
    await gateway.stop();
  });
  const lock = () => other.exec('BEGIN IMMEDIATE');
  const release = () => other.exec('ROLLBACK');

  test('refuses creates before anything is sent, and takes them when it is released', async () => {
    lock();
    await expectRefusals(known);
    const held = input();
    expect(await create(held)).toMatchObject(refused);
    expect(await operationOf(held)).toBeNull();
    release();
    await becomes(200);
    expect(await create(held)).toMatchObject({ __typename: 'MoovWalletCreated' });
    expect(await operationOf(held)).toMatchObject({ status: 'SUCCEEDED', attempts: 1 });
    expect(gateway.simulators.moov.ledger).toHaveLength(2);
  });

  test('once the provider said yes › the outcome is unknown, and the same key finds the wallet', async () => {
    const { moov } = gateway.simulators;
    const of = input();
    moov.next(faults.delay(300));
    const answer = create(of);
    while (moov.ledger.length < 2) await new Promise(resolve => setTimeout(resolve, 5));
    lock();
    const unknown = await answer;
    expect(unknown).toMatchObject({ __typename: 'OutcomeUnknownError', retry: 'FOLLOW_OPERATION', provider: 'MOOV' });
    if (unknown?.__typename !== 'OutcomeUnknownError') throw new Error(JSON.stringify(unknown));
    expect(unknown.operation).toMatchObject({ status: 'IN_PROGRESS', attempts: 1 });
    expect(unknown.operation).toMatchObject({ id: (await operationOf(of))?.id });
    release();

    expect(await create(of)).toMatchObject({
      __typename: 'MoovWalletCreated',
      moovWallet: { providerId: moov.ledger[1]?.resourceId },
    });
    expect(moov.exchanges.filter(({ route }) => route === 'create')).toHaveLength(2);
    const { operation } = await gateway.execute(OperationDocument, { id: unknown.operation?.id ?? '' });
    expect(operation).toMatchObject({ status: 'SUCCEEDED', attempts: 1 });
  });

  test('once the provider said no › the outcome is unknown until it is looked for, and nothing is sent', async () => {
    const { moov } = gateway.simulators;
    const of = input();
    moov.next(faults.answer(429));
    const answer = create(of);
    while (moov.exchanges.length < 2) await new Promise(setImmediate);
    lock();
    expect(await answer).toMatchObject({ __typename: 'OutcomeUnknownError', retry: 'FOLLOW_OPERATION' });
    release();
    expect(await create(of)).toMatchObject({ __typename: 'OutcomeUnknownError', operation: { status: 'UNKNOWN' } });
    expect(moov.exchanges.filter(({ route }) => route === 'create')).toHaveLength(2);
  });
});

/** At the store's port, with time in hand. */
describe('a store that does not answer', () => {
  const success = { moovWallet: { providerId: '7c2a9c1e-5b4d-4a6f-8e3b-000000000001' } };
  let under: TestRunner;
  let performed: number;
  let gate: PromiseWithResolvers<void>;
  beforeEach(() => {
    performed = 0;
    gate = Promise.withResolvers();
    under = openTestRunner({
      recovery: {
        mutation: 'createMoovWallet',
        provider: WalletProvider.MOOV,
        by: 'lookUp',
        owner: () => null,
        target: null,
        source: Object,
        providerId: () => success.moovWallet.providerId,
        absentAfterMs: () => null,
        look: () => Promise.reject(failure(ProviderUnavailableError, { message: 'down' })),
        read: () => Promise.reject(new Error('Nothing is read.')),
      },
    });
  });
  afterEach(() => under.close());

  const perform = async () => {
    performed += 1;
    return success;
  };
  const standing = () =>
    under.journal.byKey('default', 'createMoovWallet', 'k').then(entry => entry?.operation ?? null);
  const journalDown = { code: 'PROVIDER_UNAVAILABLE', provider: null, operation: null, retry: 'RETRY_WITH_SAME_KEY' };
  /** From now on, this method does its work only when the gate is open. */
  const hold = (method: 'claim' | 'move' | 'note') => {
    const { store } = under;
    const work = store[method].bind(store) as (...given: unknown[]) => Promise<never>;
    under.interfering[method] = async (...given: unknown[]) => {
      await gate.promise;
      return work(...given);
    };
  };
  const release = async () => {
    for (const method of ['claim', 'move', 'note'] as const) delete under.interfering[method];
    gate.resolve();
    await under.clock.pass(0);
  };
  /** What it answered so far: nothing, before it answered. */
  const watched = (answer: Promise<object>) => {
    const answers: object[] = [];
    void answer.then(result => answers.push(result));
    return answers;
  };

  test('a claim is waited for for five seconds; then the create is refused', async () => {
    hold('claim');
    const answers = watched(under.run('k', perform));
    await under.clock.pass(4_999);
    expect(answers).toEqual([]);
    await under.clock.pass(1);
    expect(answers).toMatchObject([journalDown]);
    expect(under.failures).toMatchObject([{ doing: 'claim' }]);
    await release();
    expect(performed).toBe(0);
  });

  test('what it claims too late is given back: the key is free', async () => {
    hold('claim');
    const answers = watched(under.run('k', perform));
    await under.clock.pass(5_000);
    await release();
    expect(answers).toMatchObject([journalDown]);
    expect(performed).toBe(0);
    expect(await standing()).toMatchObject({ status: 'FAILED', attempts: 1, result: { code: 'PROVIDER_UNAVAILABLE' } });
    expect(await under.run('k', perform)).toEqual(success);
    expect(performed).toBe(1);
    expect(await standing()).toMatchObject({ status: 'SUCCEEDED', attempts: 2 });
  });

  test('a key that is found taken too late stays taken', async () => {
    expect(await under.run('k', perform)).toEqual(success);
    hold('claim');
    const answers = watched(under.run('k', perform));
    await under.clock.pass(5_000);
    await release();
    expect(answers).toMatchObject([journalDown]);
    expect(await standing()).toMatchObject({ status: 'SUCCEEDED', attempts: 1 });
    expect(performed).toBe(1);
  });

  test('a key that is worked on meanwhile is not given back by who comes too late', async () => {
    const working = Promise.withResolvers<void>();
    const first = under.run('k', async () => {
      await working.promise;
      return perform();
    });
    await under.clock.pass(0);
    hold('claim');
    const answers = watched(under.run('k', perform));
    await under.clock.pass(5_000);
    await release();
    expect(answers).toMatchObject([journalDown]);
    expect(await standing()).toMatchObject({ status: 'IN_PROGRESS', attempts: 1 });
    working.resolve();
    expect(await first).toEqual(success);
    expect(performed).toBe(1);
  });

  test('a claim that fails too late is nothing to anybody', async () => {
    hold('claim');
    const answers = watched(under.run('k', perform));
    await under.clock.pass(5_000);
    gate.reject(new Error('gone'));
    await under.clock.pass(0);
    expect(answers).toMatchObject([journalDown]);
    expect(await standing()).toBeNull();
  });

  test('a slow claim is one that is made', async () => {
    hold('claim');
    const answer = under.run('k', perform);
    await under.clock.pass(4_999);
    await release();
    expect(await answer).toEqual(success);
  });

  test('a note that is not written in time: nothing is sent, and the key is free', async () => {
    hold('note');
    const answers = watched(
      under.run('k', async attempt => {
        await attempt.note('before');
        return perform();
      }),
    );
    await under.clock.pass(5_000);
    await release();
    expect(answers).toMatchObject([{ code: 'PROVIDER_UNAVAILABLE', retry: 'RETRY_WITH_SAME_KEY' }]);
    expect(performed).toBe(0);
    expect(await standing()).toMatchObject({ status: 'FAILED' });
    expect(await under.run('k', perform)).toEqual(success);
  });

  test('a success that is not written in time is unknown, until it is written after all', async () => {
    hold('move');
    const answers = watched(under.run('k', perform));
    await under.clock.pass(4_999);
    expect(answers).toEqual([]);
    await under.clock.pass(1);
    expect(answers).toMatchObject([
      { code: 'OUTCOME_UNKNOWN', retry: 'FOLLOW_OPERATION', operation: { idempotencyKey: 'k' } },
    ]);
    await release();
    expect(await standing()).toMatchObject({ status: 'SUCCEEDED', result: success });
    expect(await under.run('k', perform)).toEqual(success);
    expect(performed).toBe(1);
  });

  test('a success that is never written is unknown, and nothing is sent again', async () => {
    under.interfering.move = () => Promise.reject(new Error('gone'));
    expect(await under.run('k', perform)).toMatchObject({ code: 'OUTCOME_UNKNOWN', retry: 'FOLLOW_OPERATION' });
    delete under.interfering.move;
    expect(await under.run('k', perform)).toMatchObject({ code: 'OUTCOME_UNKNOWN', operation: { status: 'UNKNOWN' } });
    expect(performed).toBe(1);
  });
});
