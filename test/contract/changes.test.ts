import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startSimulators, type Simulators } from '../../src/simulators/index.js';
import type { Exchange } from '../../src/simulators/kit.js';
import { askPingOne } from '../simulators/calls.js';
import { freshRun, refusing, subjectNamed, subjects, userId } from '../simulators/changing.js';
import { readContract } from './openapi.js';

/** Every change of a wallet, with each outcome that is an answer, held against the providers' published interfaces. */

let simulators: Simulators;
beforeAll(async () => {
  simulators = await startSimulators();
  for (const { change, id } of subjects)
    for (const ending of ['001', '404', '421', ...refusing]) await change(simulators, id(freshRun(), ending));
  await subjectNamed('Juspay, authenticate').change(simulators, `wlt_smpl${freshRun()}001`);
  const paired = `/users/${userId}/digitalWallets/${simulators.pingone.addWallet(userId)}`;
  const body = JSON.stringify({
    status: 'ACTIVE',
    applicationInstance: { id: '23000000-0000-4000-8000-000000000002' },
  });
  await askPingOne(simulators.pingone, paired, { method: 'PUT', body });
});
afterAll(() => simulators.stop());

/** What `fetch` sends of itself. */
const ofFetch = /^header (?:accept-language|sec-fetch-mode|user-agent) is not documented$/;

const parties = [
  ['pingone', ['updateDigitalWallet', 'deleteDigitalWallet']],
  ['juspay', ['commandWallet']],
  ['liquido', ['topUpWallet', 'chargeWallet']],
  ['equals-money', ['createDigitalWalletTransition']],
  ['moov', ['updateWallet']],
] as const;

function exchangesWith(name: (typeof parties)[number][0]): Exchange[] {
  const simulator = simulators[name === 'equals-money' ? 'equalsMoney' : name];
  return simulator.exchanges.filter(({ route }) => route === 'change');
}

test.each(parties)('%s › is asked, and answers, as documented', (name, operations) => {
  const contract = readContract(name);
  const exchanges = exchangesWith(name);
  expect([...new Set(exchanges.map(({ operation }) => operation))].toSorted()).toEqual([...operations].toSorted());
  const said = (exchange: Exchange) =>
    [...contract.requestProblems(exchange), ...contract.answerProblems(exchange)]
      .filter(problem => !ofFetch.test(problem))
      .map(problem => `${exchange.operation} ${exchange.answer?.status}: ${problem}`);
  expect([...new Set(exchanges.flatMap(said))]).toEqual([]);
});

test.each(parties)('%s › each documented status of a change was among the answers', (name, operations) => {
  const contract = readContract(name);
  for (const operation of operations) {
    const documented = contract.operations.find(({ operationId }) => operationId === operation)?.responses ?? {};
    const seen = exchangesWith(name)
      .filter(exchange => exchange.operation === operation)
      .map(({ answer }) => String(answer?.status));
    // PingOne deletes with a 204 unless told otherwise, and nobody here answers a 504.
    const others = operation === 'deleteDigitalWallet' ? ['200'] : operation === 'updateWallet' ? ['504'] : [];
    expect([operation, Object.keys(documented).filter(status => !seen.includes(status))]).toEqual([operation, others]);
  }
});

test('an answer that is not as documented › would be noticed', () => {
  const contract = readContract('moov');
  const exchange = exchangesWith('moov').find(({ answer }) => answer?.status === 200);
  if (exchange?.answer === undefined) throw new Error('There is one.');
  const answer = {
    ...exchange.answer,
    body: exchange.answer.body.replace('"closed"', '"shut"').replace('"name"', '"nam"'),
  };
  expect(contract.answerProblems({ ...exchange, answer })).not.toEqual([]);
});
