import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { idEnding } from '../../src/simulators/outcomes.js';
import { CreateMoovWalletDocument, NodeDocument } from '../generated/operations.js';
import { freshKey, startTestGateway, type TestGateway } from '../support/gateway.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.stop());

test('createMoovWallet › opens a wallet that can be fetched again', async () => {
  const accountId = idEnding();
  const { createMoovWallet: result } = await gateway.execute(CreateMoovWalletDocument, {
    input: { idempotencyKey: freshKey(), accountId, name: 'Payroll', metadata: { team: 'blue' } },
  });
  if (result?.__typename !== 'MoovWalletCreated') throw new Error(JSON.stringify(result));
  expect(result.moovWallet).toMatchObject({ state: 'ACTIVE', name: 'Payroll', metadata: { team: 'blue' }, accountId });

  gateway.simulators.moov.setBalance(result.moovWallet.providerId, '9223372036854775807');
  const { node } = await gateway.execute(NodeDocument, { id: result.moovWallet.id });
  expect(node).toMatchObject({
    __typename: 'MoovWallet',
    availableBalance: { currency: 'USD', minorUnits: '9223372036854775807', decimal: '92233720368547758.07' },
  });
});
