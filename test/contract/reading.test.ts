import 'reflect-metadata';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Exchange } from '../../src/simulators/kit.js';
import { idEnding } from '../../src/simulators/outcomes.js';
import {
  CardTokensDocument,
  NodesDocument,
  TransactionsDocument,
  WalletDetailsDocument,
} from '../generated/operations.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { readContract } from './openapi.js';

/** What the gateway asks when it lists and looks closer, held against the providers' published interfaces. */

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
  const { pingone, juspay, liquido, equalsMoney, moov } = gateway.simulators;
  const [userId, accountId, cardId, personId] = [idEnding(), idEnding(), idEnding(), idEnding()];
  const customerId = 'shopper-000001';
  pingone.addWallet(userId);
  const paired = pingone.addWallet(userId);
  pingone.pair(paired);
  pingone.provision(paired, {});
  pingone.provision(paired, {});
  juspay.addWallet(customerId, { gateway: 'PAYTM', linked: true, balance: '12.5' });
  const balance = moov.addWallet(accountId, { name: 'Payroll' });
  moov.addWallet(accountId, { name: 'Savings' });
  for (let number = 0; number < 3; number += 1) moov.addTransaction(balance, { cents: '100' });
  equalsMoney.addToken({ accountId: 'F00042', cardId, personId, type: 'ANDROID_PAY', deviceId: 'device-1' });

  const owners = [
    { pingOneUser: { userId } },
    { juspayCustomer: { customerId, routingId: 'cart/7' } },
    { moovAccount: { accountId } },
    { equalsMoneyCard: { accountId: 'F00042', cardId } },
  ];
  const { wallets } = await gateway.execute(WalletDetailsDocument, { owners });
  expect(wallets.failures).toEqual([]);
  expect(wallets.nodes).toHaveLength(7); // Moov has made one itself
  const liquidoWallet = Buffer.from(`LiquidoWalletAccount/${liquido.addWallet()}`).toString('base64url');
  await gateway.execute(NodesDocument, { ids: [...wallets.nodes.map(({ id }) => id), liquidoWallet] });
  const filter = { accountId: 'F00042', cardId, personId, deviceId: 'device-1', tokenType: 'GOOGLE_PAY' } as const;
  expect((await gateway.execute(CardTokensDocument, filter)).cardTokens?.nodes).toHaveLength(1);
  const id = wallets.nodes.find(({ providerId }) => providerId === balance)?.id ?? '';
  const first = await gateway.execute(TransactionsDocument, { id, first: 1 });
  const page = first.node != null && 'transactions' in first.node ? first.node.transactions : null;
  const after = page?.pageInfo.endCursor;
  expect(await gateway.execute(TransactionsDocument, { id, after })).toMatchObject({
    node: { transactions: { nodes: [{}, {}] } },
  });
});
afterAll(() => gateway.stop());

test.each([
  ['pingone', ['readAllDigitalWallets', 'readOneDigitalWallet', 'readOneDigitalWalletCredential']],
  ['juspay', ['listWallets', 'getWallet']],
  ['liquido', ['queryWallet']],
  ['equals-money', ['findDigitalWalletTokens']],
  ['moov', ['listWallets', 'listPaymentMethods', 'listWalletTransactions']],
])('%s › is asked, and answers, as documented', (name, operations) => {
  const contract = readContract(name);
  const { pingone, juspay, liquido, equalsMoney, moov } = gateway.simulators;
  const simulator = { pingone, juspay, liquido, 'equals-money': equalsMoney, moov }[name];
  const exchanges = (simulator?.exchanges ?? []).filter(({ route }) => route !== 'token');
  expect([...new Set(exchanges.map(({ operation }) => operation))]).toEqual(expect.arrayContaining([...operations]));
  const said = (exchange: Exchange) =>
    [...contract.requestProblems(exchange), ...contract.answerProblems(exchange)].map(
      problem => `${exchange.operation} ${exchange.answer?.status}: ${problem}`,
    );
  expect([...new Set(exchanges.flatMap(said))]).toEqual([]);
});
