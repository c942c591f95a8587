import 'reflect-metadata';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { globalId } from '../../src/core/ids.js';
import { faults } from '../../src/simulators/faults.js';
import { idEnding } from '../../src/simulators/outcomes.js';
import { CloseMoovWalletDocument, UpdateMoovWalletDocument, WalletsDocument } from '../generated/operations.js';
import { freshKey, startTestGateway, type TestGateway } from '../support/gateway.js';

/**
 * A Moov wallet's life, in any order: what callers ask for through the gateway, what happens at Moov, and answers that
 * are lost. The simulator's own rules say what is legal, and its state what is true.
 */

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway({ environment: { LOG_LEVEL: 'error' } });
});
afterAll(() => gateway.stop());

const marker = { billfoldOperation: 'the operation that made it' };

interface Wallet {
  readonly id: string;
  readonly accountId: string;
  readonly walletId: string;
  /** Default ones are Moov's own. */
  readonly isGeneral: boolean;
}

interface Truth {
  readonly status: string;
  readonly name: string;
  readonly description: string;
  readonly metadata?: Readonly<Record<string, string>>;
  readonly availableBalance: { readonly value: number };
}

interface Change {
  readonly name?: string;
  readonly description?: string | null;
  readonly metadata?: Record<string, string> | null;
}

interface Asking {
  readonly does: 'update' | 'close';
  readonly asked: Change;
  readonly loses: 'nothing' | 'answer' | 'request';
}

type Happening = { readonly does: 'balance'; readonly cents: string } | { readonly does: 'closed by Moov' };

type Step = Asking | Happening;

/** Somebody's own call to Moov: a PATCH where there is a body. */
async function byHand({ accountId, walletId }: Wallet, body?: object) {
  const { MOOV_API_URL: url, MOOV_PUBLIC_KEY: name, MOOV_SECRET_KEY: secret } = gateway.simulators.environment;
  const authorization = `Basic ${Buffer.from(`${name}:${secret}`).toString('base64')}`;
  const headers = { authorization, 'content-type': 'application/json' };
  const patch = body === undefined ? {} : { method: 'PATCH', body: JSON.stringify(body) };
  const response = await fetch(`${url}/accounts/${accountId}/wallets/${walletId}`, { headers, ...patch });
  return { status: response.status, json: await response.json() };
}

const truth = async (wallet: Wallet) => (await byHand(wallet)).json as Truth; // as the simulator writes it

/** A person's own labels, in any order. */
const labels = (metadata: Readonly<Record<string, string>> | null | undefined) =>
  Object.entries(metadata ?? {})
    .filter(([label]) => label !== 'billfoldOperation')
    .toSorted();

function happen(step: Happening, { walletId, isGeneral }: Wallet): void {
  const { moov } = gateway.simulators;
  if (step.does === 'balance') moov.setBalance(walletId, step.cents);
  else if (isGeneral) moov.close(walletId);
}

/** What the caller is told in the end. */
async function ask({ does, asked, loses }: Asking, { id }: Wallet) {
  const input = { idempotencyKey: freshKey(), moovWalletId: id };
  const send = async () => {
    if (does === 'close') return (await gateway.execute(CloseMoovWalletDocument, { input })).closeMoovWallet ?? null;
    const update = { input: { ...input, ...asked } };
    return (await gateway.execute(UpdateMoovWalletDocument, update)).updateMoovWallet ?? null;
  };
  if (loses === 'nothing') return send();
  const { moov } = gateway.simulators;
  moov.always(faults.reset('before-answer', { applied: loses === 'answer' }), { route: 'change' });
  const result = await send();
  moov.always(null, { route: 'change' });
  return result?.__typename === 'OutcomeUnknownError' ? send() : result;
}

async function take(step: Step, wallet: Wallet): Promise<void> {
  if (!('asked' in step)) return happen(step, wallet);
  const before = await truth(wallet);
  const count = gateway.simulators.moov.exchanges.length;
  const result = await ask(step, wallet);
  const changes = gateway.simulators.moov.exchanges.slice(count).filter(({ route }) => route === 'change');
  const after = await truth(wallet);

  if (step.loses === 'nothing') expect(changes.length).toBeLessThanOrEqual(1);
  if (before.status === 'closed') expect(after.status).toBe('closed');
  if (before.metadata?.billfoldOperation !== undefined) expect(after.metadata).toMatchObject(marker);
  if (step.does === 'close') {
    // What reaches Moov is never a closing that it would refuse.
    for (const { answer } of changes) if (answer !== undefined) expect(answer.status).toBe(200);
    expect({ ...after, status: '', closedOn: '' }).toEqual({ ...before, status: '', closedOn: '' });
  }

  switch (result?.__typename) {
    case 'MoovWalletClosed':
      return expect([after.status, result.moovWallet.state, result.moovWallet.id]).toEqual([
        'closed',
        'CLOSED',
        wallet.id,
      ]);
    case 'MoovWalletUpdated': {
      const { name = before.name, description = before.description, metadata = before.metadata } = step.asked;
      expect([after.status, after.name, after.description]).toEqual([before.status, name, description ?? '']);
      expect(labels(after.metadata)).toEqual(labels(metadata));
      const told = result.moovWallet;
      expect([told.providerStatus, told.name, told.description]).toEqual([after.status, name, description ?? '']);
      return expect(labels(told.metadata)).toEqual(labels(metadata));
    }
    case 'ConflictError': {
      expect(after).toEqual(before);
      // A closed wallet takes no other name: Moov says so, and is asked.
      if (step.does === 'update') return expect([result.provider, before.status]).toEqual(['MOOV', 'closed']);
      // Nothing is forbidden here that Moov would have done.
      expect([result.provider, changes]).toEqual([null, []]);
      return expect((await byHand(wallet, { status: 'closed' })).status).toBe(409);
    }
    // The first attempt was lost, and to the second Moov said no: to a change of a closed wallet.
    case 'OutcomeUnknownError':
      expect([result.retry, step.does, before.status]).toEqual(['RETRY_WITH_NEW_KEY', 'update', 'closed']);
      return expect(after).toEqual(before);
    default:
      throw new Error(`${step.does} ended with ${JSON.stringify(result)}`);
  }
}

async function defaultWallet(): Promise<Wallet> {
  const accountId = idEnding();
  const { wallets } = await gateway.execute(WalletsDocument, { owners: { moovAccount: { accountId } } });
  const { id = '', providerId: walletId = '' } = wallets.nodes[0] ?? {};
  return { id, accountId, walletId, isGeneral: false };
}

function generalWallet(metadata: Readonly<Record<string, string>>): Wallet {
  const accountId = idEnding();
  const walletId = gateway.simulators.moov.addWallet(accountId, { name: 'Payroll', metadata });
  return { id: globalId('MoovWallet', accountId, walletId), accountId, walletId, isGeneral: true };
}

const label = fc.constantFrom('team', 'cost', 'constructor');
const map = fc.dictionary(label, fc.constantFrom('', 'blue', '7'), { maxKeys: 2 });
const change: fc.Arbitrary<Change> = fc
  .record(
    {
      name: fc.constantFrom('Payroll', 'Wages', ' '),
      description: fc.constantFrom('', 'Money set aside', null),
      metadata: fc.option(map),
    },
    { requiredKeys: [] },
  )
  .map(({ name, ...rest }) => (name === undefined || name === ' ' ? rest : { ...rest, name }))
  .filter(asked => Object.keys(asked).length > 0);
const loses = fc.oneof(
  { weight: 6, arbitrary: fc.constant('nothing' as const) },
  { weight: 1, arbitrary: fc.constantFrom('answer' as const, 'request' as const) },
);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ does: fc.constant('update' as const), asked: change, loses }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('close' as const), asked: change, loses }) },
  {
    weight: 3,
    arbitrary: fc.record({ does: fc.constant('balance' as const), cents: fc.constantFrom('0', '0', '1', '-250') }),
  },
  { weight: 1, arbitrary: fc.constant({ does: 'closed by Moov' as const }) },
);
const kind = fc.constantFrom('marked', 'by hand', 'default');

test('property › whatever is asked in whatever order, no illegal closing reaches Moov, no marker is lost, and what is told is true', async () => {
  await fc.assert(
    fc.asyncProperty(kind, fc.array(step, { minLength: 1, maxLength: 8, size: 'max' }), async (which, steps) => {
      const seed = which === 'marked' ? { team: 'red', ...marker } : {};
      const wallet = which === 'default' ? await defaultWallet() : generalWallet(seed);
      for (const next of steps) await take(next, wallet);
    }),
    { numRuns: 50 },
  );
});
