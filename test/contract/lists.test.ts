import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startJuspay } from '../../src/simulators/juspay.js';
import { startSimulators, type Simulators } from '../../src/simulators/index.js';
import type { Exchange, Simulator } from '../../src/simulators/kit.js';
import { idEnding } from '../../src/simulators/outcomes.js';
import { askEqualsMoney, askJuspay, askMoov, askPingOne, during } from '../simulators/calls.js';
import { readContract } from './openapi.js';

/** What the simulators list, and what they tell of one thing that a list names, held against the providers' interfaces. */

let simulators: Simulators;
beforeAll(async () => {
  simulators = await startSimulators();
});
afterAll(() => simulators.stop());
beforeEach(() => simulators.reset());

/** The problems of every answer but those to token requests; there must have been such answers. */
function problemsOf(name: string, { exchanges }: Simulator, operations: readonly string[]): string[] {
  const contract = readContract(name);
  const answered = exchanges.filter(({ route }) => route !== 'token');
  expect(answered.map(({ operation }) => operation)).toEqual(operations);
  const said = (exchange: Exchange) =>
    contract.answerProblems(exchange).map(problem => `${exchange.operation} ${exchange.answer?.status}: ${problem}`);
  const unknown = answered.filter(
    ({ operation, answer }) =>
      contract.operations.find(({ operationId }) => operationId === operation)?.responses[answer?.status ?? ''] ===
      undefined,
  );
  expect(unknown.map(({ operation, answer }) => `${operation} ${answer?.status}`)).toEqual([]);
  return answered.flatMap(said);
}

describe('lists are as documented', () => {
  test('at Moov: wallets of both states, payment methods, transactions, and refusals', async () => {
    const { moov } = simulators;
    const account = idEnding();
    const wallet = moov.addWallet(account, { name: 'Payroll', metadata: { team: 'payroll' } });
    moov.close(moov.addWallet(account, { name: 'Old' }));
    const id = moov.addTransaction(wallet, { cents: '-9007199254740993', feeCents: '30', feeIDs: ['fee-1'] });
    moov.addTransaction(wallet, { cents: '1', status: 'pending', transactionType: 'refund', sweepID: idEnding() });
    const transactions = `/${account}/wallets/${wallet}/transactions`;
    const paths = [
      `/${account}/wallets`,
      `/${account}/wallets?status=lost`,
      `/${account}/payment-methods`,
      transactions,
      `${transactions}?status=lost`,
      `${transactions}/${id}`,
      `${transactions}/${idEnding()}`,
    ];
    for (const path of paths) await askMoov(moov, path);
    const operations = [
      'listWallets',
      'listWallets',
      'listPaymentMethods',
      'listWalletTransactions',
      'listWalletTransactions',
      'getWalletTransaction',
      'getWalletTransaction',
    ];
    expect(problemsOf('moov', moov, operations)).toEqual([]);
  });

  test('at PingOne: wallets in each status, credentials, apps, and nothing', async () => {
    const { pingone } = simulators;
    const user = idEnding();
    for (const status of ['PAIRING_REQUIRED', 'EXPIRED', 'DISABLED'] as const) pingone.addWallet(user, { status });
    const paired = pingone.addWallet(user);
    pingone.failPairing(paired, 'UNEXPECTED_ERROR');
    pingone.pair(paired);
    pingone.provision(paired, { expiresAt: '2027-01-01T00:00:00Z' });
    const wallets = `/users/${user}/digitalWallets`;
    const paths = [
      wallets,
      `/users/${idEnding()}/digitalWallets`,
      `${wallets}/${paired}`,
      `${wallets}/${paired}/provisionedCredentials`,
      '/digitalWalletApplications',
    ];
    for (const path of paths) await askPingOne(pingone, path);
    const operations = [
      'readAllDigitalWallets',
      'readAllDigitalWallets',
      'readOneDigitalWallet',
      'readOneDigitalWalletCredential',
      'readAllDigitalWalletApps',
    ];
    expect(problemsOf('pingone', pingone, operations)).toEqual([]);
  });

  const seedJuspay = (juspay: Simulators['juspay']) => {
    juspay.addWallet('shopper-000042', { gateway: 'PAYTM' });
    const id = juspay.addWallet('shopper-000042', { gateway: 'MOBIKWIK', linked: true, mobileNumber: '9000000001' });
    const account = { payment_method: 'POSTPAID', payment_method_type: 'WALLET', current_balance: 12.5 };
    juspay.setSubAccounts(id, [{ ...account, last_refreshed: '2026-01-31T09:15:00+0000' }]);
  };

  test('at Juspay: linked and other wallets, cached and fresh', async () => {
    const { juspay } = simulators;
    seedJuspay(juspay);
    await askJuspay(juspay, '/customers/shopper-000042/wallets');
    await askJuspay(juspay, '/customers/shopper-000042/wallets/refresh-balances');
    expect(problemsOf('juspay', juspay, ['listWallets', 'refreshAllWallets'])).toEqual([]);
  });

  test('at Equals Money: tokens with a device and without', async () => {
    const { equalsMoney } = simulators;
    equalsMoney.addToken({ accountId: 'F00042', cardId: idEnding() });
    equalsMoney.addToken({ accountId: 'F00042', cardId: idEnding(), deviceId: 'device-1' });
    await askEqualsMoney(equalsMoney, '/tokens?accountId=F00042&tokenState=ACTIVE');
    expect(problemsOf('equals-money', equalsMoney, ['findDigitalWalletTokens'])).toEqual([]);
  });

  test('and one that is not would be noticed, such as that of strings', () =>
    during(startJuspay({ listStyle: 'strings' }), async juspay => {
      seedJuspay(juspay);
      await askJuspay(juspay, '/customers/shopper-000042/wallets');
      expect(problemsOf('juspay', juspay, ['listWallets'])).toEqual([
        'listWallets 200: body/list/0/linked must be boolean',
        'listWallets 200: body/list/1/linked must be boolean',
        'listWallets 200: body/list/1/sub_details/0/current_balance must be number',
      ]);
    }));
});
