import { afterAll, afterEach, beforeEach, expect, test } from '@jest/globals';
import { print } from 'graphql';
import { globalId } from '../../../src/core/ids.js';
import { faults } from '../../../src/simulators/faults.js';
import { startSimulators, type Simulators } from '../../../src/simulators/index.js';
import { ChargeWalletAccountDocument, TopUpWalletAccountDocument } from '../../generated/operations.js';
import { freshKey } from '../../support/gateway.js';
import { post } from '../../support/http.js';
import {
  cleanUp,
  liveEnvironment,
  runProgram,
  startGatewayProcess,
  temporaryFolder,
  type Ended,
  type GatewayProcess,
} from '../../support/process.js';

/** Moves of money that LIQUIDO says it has seen already: whether they were made is for a person to say. */

let simulators: Simulators;
let gateway: GatewayProcess;
let environment: Readonly<Record<string, string>>;
let folder: string;

beforeEach(async () => {
  simulators = await startSimulators();
  environment = liveEnvironment(simulators.environment);
  folder = temporaryFolder();
  gateway = await startGatewayProcess({ folder, environment });
});
afterEach(async () => {
  await gateway.stop();
  await simulators.stop();
});
afterAll(cleanUp);

const ops = (...given: readonly string[]): Promise<Ended> => runProgram('ops.js', { folder, environment, given }).ended;

interface Answer {
  readonly __typename: string;
  readonly operation?: { readonly id: string };
}

const documents = { topUpWalletAccount: TopUpWalletAccountDocument, chargeWalletAccount: ChargeWalletAccountDocument };

async function ask(mutation: keyof typeof documents, input: object): Promise<Answer> {
  const { text } = await post(gateway.url, { query: print(documents[mutation]), variables: { input } });
  const { data } = JSON.parse(text) as { data: Record<typeof mutation, Answer> }; // as the document asks
  return data[mutation];
}

const duplicate = faults.answer(409, { body: { errors: [{ code: '409', errorMessage: 'A duplicate.' }] } });

test.each(['topUpWalletAccount', 'chargeWalletAccount'] as const)(
  '%s › a duplicate needs attention; the id of its own wallet settles it, and no other',
  async mutation => {
    const [walletId, otherId] = [0, 1].map(() => simulators.liquido.addWallet({ cents: '5000' }));
    if (walletId === undefined || otherId === undefined) throw new Error('There are two.');
    const walletAccountId = globalId('LiquidoWalletAccount', walletId);
    const input = { idempotencyKey: freshKey(), walletAccountId, amount: { currency: 'COP', minorUnits: '1000' } };
    simulators.liquido.next(faults.reset('before-answer', { applied: true }), { route: 'change' });
    simulators.liquido.next(duplicate, { route: 'change' });
    expect(await ask(mutation, input)).toMatchObject({ __typename: 'OutcomeUnknownError', retry: 'FOLLOW_OPERATION' });
    const asked = await ask(mutation, input);
    expect(asked).toMatchObject({ retry: 'ASK_OPERATOR', operation: { status: 'NEEDS_ATTENTION' } });
    const operation = asked.operation?.id ?? '';

    const reads = () => simulators.liquido.exchanges.filter(({ route }) => route === 'read').length;
    const another = await ops('settle', operation, '--found', otherId);
    expect(another).toMatchObject({
      code: 1,
      stderr: 'The operation is about another wallet account than that one.\n',
    });
    expect(reads()).toBe(0);
    const found = await ops('settle', operation, '--found', walletId.toUpperCase());
    expect(found).toMatchObject({ code: 0, stdout: `${mutation} at LIQUIDO: SUCCEEDED\n`, stderr: '' });
    const balance = mutation === 'topUpWalletAccount' ? '6000' : '4000';
    expect(await ask(mutation, input)).toMatchObject({ walletAccount: { balance: { minorUnits: balance } } });
    expect(simulators.liquido.exchanges.filter(({ route }) => route === 'change')).toHaveLength(2);
  },
);

test('one that a person says was not made may be sent again, and is made then', async () => {
  const walletAccountId = globalId('LiquidoWalletAccount', simulators.liquido.addWallet());
  const input = { idempotencyKey: freshKey(), walletAccountId, amount: { currency: 'COP', minorUnits: '1000' } };
  simulators.liquido.next(faults.reset('before-answer'), { route: 'change' });
  simulators.liquido.next(duplicate, { route: 'change' });
  await ask('topUpWalletAccount', input);
  const { operation } = await ask('topUpWalletAccount', input);
  const absent = await ops('settle', operation?.id ?? '', '--absent');
  expect(absent).toMatchObject({ code: 0, stdout: 'topUpWalletAccount at LIQUIDO: FAILED\n' });
  expect(await ask('topUpWalletAccount', input)).toMatchObject({ walletAccount: { balance: { minorUnits: '1000' } } });
});
