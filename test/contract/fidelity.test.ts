import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { globalId } from '../../src/core/ids.js';
import { filled } from '../../src/server/page-script.js';
import { faults } from '../../src/simulators/faults.js';
import type { Simulators } from '../../src/simulators/index.js';
import type { Exchange, Simulator } from '../../src/simulators/kit.js';
import { idEnding } from '../../src/simulators/outcomes.js';
import { triggers } from '../../src/triggers/index.js';
import { NodeDocument } from '../generated/operations.js';
import { subjects, type Subject } from '../providers/conformance.js';
import { freshKey, inHaste, startTestGateway, type TestGateway } from '../support/gateway.js';
import { pullAll } from '../support/triggers.js';
import { freshRun } from '../simulators/changing.js';
import { examplesOf, readBody, readContract } from './openapi.js';

/** What the gateway and the simulators say to each other, held against the providers' published interfaces. */

interface Party {
  readonly name: string;
  readonly simulator: (simulators: Simulators) => Simulator;
  /** The operations whose answers the gateway reads. */
  readonly creates: readonly string[];
  readonly reads: readonly string[];
  readonly changes: readonly string[];
  /** Those by which it looks for a create whose answer was lost. */
  readonly looks: readonly string[];
}

const parties: readonly Party[] = [
  {
    name: 'pingone',
    simulator: ({ pingone }) => pingone,
    creates: ['createDigitalWallet'],
    reads: ['readOneDigitalWallet'],
    changes: ['updateDigitalWallet', 'deleteDigitalWallet'],
    looks: ['readAllDigitalWallets', 'readOneDigitalWallet', 'readOneDigitalWalletApp'],
  },
  {
    name: 'juspay',
    simulator: ({ juspay }) => juspay,
    creates: ['createWallet'],
    reads: ['getWallet'],
    changes: ['commandWallet'],
    looks: ['listWallets', 'getWallet'],
  },
  {
    name: 'liquido',
    simulator: ({ liquido }) => liquido,
    creates: ['createWallet'],
    reads: ['queryWallet'],
    changes: ['topUpWallet', 'chargeWallet'],
    looks: [], // the create is sent again
  },
  {
    name: 'equals-money',
    simulator: ({ equalsMoney }) => equalsMoney,
    creates: ['provisionAppleWallet', 'provisionGoogleWallet', 'provisionSamsungWallet'],
    reads: [],
    changes: ['createDigitalWalletTransition', 'findDigitalWalletTokens'],
    looks: [],
  },
  {
    name: 'moov',
    simulator: ({ moov }) => moov,
    creates: ['createWallet'],
    reads: ['getWallet'],
    changes: ['updateWallet'],
    looks: ['listWallets', 'getWallet'],
  },
];

/** Inputs with everything given that may be given. */
function fullInputs(): { readonly provider: string; readonly everything: object }[] {
  const idempotencyKey = freshKey();
  const [personId, cardId, userId, accountId] = [idEnding(), idEnding(), idEnding(), idEnding()];
  const card = { idempotencyKey, accountId: 'F00042', cardId, personId, deviceType: 'TABLET' };
  const device = { deviceId: 'd'.repeat(24), walletUserId: 'w'.repeat(50) };
  const environmentId = 'ab000000-0000-4000-8000-000000000010'; // the simulator's own
  return [
    {
      provider: 'PINGONE',
      everything: {
        idempotencyKey,
        environmentId,
        userId,
        digitalWalletApplicationId: '9f000000-0000-4000-8000-000000000001',
        applicationInstanceId: '23000000-0000-4000-8000-000000000002',
        notification: {
          methods: ['SMS'],
          template: { locale: 'en', variant: 'variant_B', variables: { name: 'Ana', list: [1, { a: null }] } },
        },
      },
    },
    {
      provider: 'JUSPAY',
      everything: {
        idempotencyKey,
        account: {
          juspay: {
            customerId: 'shopper-000042@example.com',
            gateway: 'MOBIKWIK',
            authenticate: true,
            mobileNumber: '9000000001',
            gatewayReferenceId: 'mid 7&b=c',
            clientAuthToken: 'tkn_demo',
            routingId: 'cart/7',
          },
        },
      },
    },
    ...[
      { google: device },
      { samsung: device },
      { apple: { certificates: ['TEVBRi1ERU1P'], nonce: freshKey(), nonceSignature: 'U0lHTi1ERU1P' } },
    ].map(wallet => ({
      provider: 'EQUALS_MONEY',
      everything: { ...card, idempotencyKey: freshKey(), provisioningAppVersion: 'v'.repeat(50), wallet },
    })),
    {
      provider: 'MOOV',
      everything: { idempotencyKey, accountId, name: 'Łódź 工资', description: '', metadata: { a: '', b: 'é' } },
    },
  ];
}

describe('everything that the sandbox shows', () => {
  const recorded = new Map<string, readonly Exchange[]>();

  beforeAll(async () => {
    const gateways = await Promise.all([
      startTestGateway({ environment: inHaste }),
      startTestGateway({
        environment: { ...inHaste, PINGONE_CLIENT_AUTH: 'post' },
        simulators: { equalsMoney: { answers: 'guide' } },
      }),
    ]);
    const recordAll = async (gateway: TestGateway): Promise<void> => {
      const ids: string[] = [];
      await pullAll(triggers, async ({ steps }) => {
        const given = { key: freshKey(), run: freshRun() };
        for (const { query, variables } of steps) {
          const result = await gateway.send<object, object>(query, filled(variables, given));
          ids.push(...Array.from(JSON.stringify(result).matchAll(/"id":"([\w-]+)"/g), ([, id = '']) => id));
        }
      });
      for (const input of fullInputs()) {
        const subject = subjects.find(({ provider }) => provider === input.provider);
        const result = await subject?.send(gateway, input.everything);
        if (result?.__typename !== subject?.success) throw new Error(JSON.stringify(result));
      }
      await Promise.all(ids.splice(0).map(id => gateway.send(NodeDocument, { id })));
      for (const subject of subjects.filter(({ settles }) => settles !== 'never')) {
        const input = subject.input(freshKey());
        subject.simulator(gateway.simulators).next(faults.reset('before-answer', { applied: true }));
        await subject.send(gateway, input);
        const found = await subject.send(gateway, input);
        if (found.__typename !== subject.success) throw new Error(JSON.stringify(found));
      }
    };
    await Promise.all(gateways.map(recordAll));
    for (const { name, simulator } of parties) {
      recorded.set(
        name,
        gateways.flatMap(gateway => [...simulator(gateway.simulators).exchanges]),
      );
    }
    await Promise.all(gateways.map(gateway => gateway.stop()));
  }, 120_000);

  for (const { name, creates, reads, changes, looks } of parties) {
    const contract = readContract(name);
    const exchanges = () => recorded.get(name) ?? [];
    const said = (exchange: Exchange, problems: string[]) =>
      problems.map(problem => `${exchange.operation} ${exchange.answer?.status ?? 'unanswered'}: ${problem}`);

    test(`${name} › each request is as documented: path, query, headers, credentials and body`, () => {
      const problems = exchanges().flatMap(exchange => said(exchange, contract.requestProblems(exchange)));
      expect([...new Set(problems)]).toEqual([]);
    });

    test(`${name} › each answer with a documented status is as documented`, () => {
      // Outcome 299 is there to say what nobody documented.
      const isStrange = ({ request }: Exchange) => /299(?:\/|$|")/.test(`${request.path}\n${request.body}`);
      const documented = exchanges().filter(exchange => !(exchange.route === 'create' && isStrange(exchange)));
      const problems = documented.flatMap(exchange => said(exchange, contract.answerProblems(exchange)));
      expect([...new Set(problems)]).toEqual([]);
    });

    test(`${name} › all its creates, reads and changes were among them, with successes and refusals`, () => {
      const seen = new Set(exchanges().map(({ operation }) => operation));
      for (const operation of [...creates, ...reads, ...changes, ...looks]) expect(seen).toContain(operation);
      const statuses = new Set(exchanges().map(({ answer }) => answer?.status));
      for (const status of [400, 403, 429, 500]) expect(statuses).toContain(status);
    });
  }

  test('a request that is wrong › would be noticed', () => {
    const contract = readContract('juspay');
    const exchange = recorded.get('juspay')?.find(({ route }) => route === 'create');
    if (exchange === undefined) throw new Error('There is one.');
    const { request } = exchange;
    const { 'x-routing-id': _gone, ...headers } = request.headers;
    const spoilt: Exchange = {
      ...exchange,
      request: { ...request, headers: { ...headers, 'x-routingid': 'a' }, body: 'gatway=MOBIKWIK&command=go' },
    };
    expect(contract.requestProblems(exchange)).toEqual([]);
    expect(contract.requestProblems(spoilt)).toEqual([
      'header x-routing-id is missing',
      'header x-routingid is not documented',
      "body must have required property 'gateway'",
      'body/command must be equal to one of the allowed values',
      'body.gatway is not documented',
    ]);
  });
});

interface Example {
  readonly cite: string;
  /** "operation status example" */
  readonly answers: readonly [string];
  readonly input?: object;
  /** The name of the documented request that our input becomes. */
  readonly request?: string;
  /** The parts of a global id, for a read. */
  readonly node?: readonly [string, ...string[]];
  readonly result: { readonly __typename: string };
}

describe('every published example', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway();
  });
  afterAll(() => gateway.stop());
  beforeEach(() => gateway.simulators.reset());

  for (const { name, simulator, creates, reads } of parties) {
    const contract = readContract(name);
    const file = new URL(`../../../test/fixtures/${name}/examples.json`, import.meta.url);
    const examples = JSON.parse(readFileSync(file, 'utf8')) as readonly Example[];
    const operationNamed = (id: string) => {
      const found = contract.operations.find(({ operationId }) => operationId === id);
      if (found === undefined) throw new Error(`${name} has no operation ${id}`);
      return found;
    };

    test(`${name} › none of the examples is left out`, () => {
      const published = [...creates, ...reads].flatMap(id =>
        Object.entries(operationNamed(id).responses)
          .filter(([status]) => status.startsWith('2'))
          .flatMap(([status, { content }]) =>
            Object.keys(examplesOf(content?.['application/json'])).map(example => `${id} ${status} ${example}`),
          ),
      );
      expect(examples.flatMap(({ answers }) => answers)).toEqual(expect.arrayContaining(published));
    });

    for (const { cite, answers, input, request, node, result } of examples) {
      test(`${cite} › comes through field by field`, async () => {
        const [id = '', status = '', example = ''] = answers[0].split(' ');
        const body = examplesOf(operationNamed(id).responses[status]?.content?.['application/json'])[example];
        if (body === undefined) throw new Error(`There is no such example: ${answers[0]}`);
        const fault = faults.answer(Number(status), { applied: true, body: body as object });
        simulator(gateway.simulators).next(fault, { route: node === undefined ? 'create' : 'read' });

        if (node !== undefined) {
          const globally = globalId(...node);
          const answer = await gateway.execute(NodeDocument, { id: globally });
          expect(answer.node).toEqual({ ...result, id: globally });
          return;
        }
        const subject = subjectOf(result.__typename, input ?? {});
        const given = await subject.send(gateway, { ...input, idempotencyKey: freshKey() });
        expect(withoutGlobalId(given)).toEqual(result);

        const sent = simulator(gateway.simulators).exchanges.findLast(({ route }) => route === 'create');
        const type = sent?.request.headers['content-type'] ?? '';
        const documented = examplesOf(operationNamed(id).requestBody?.content[type])[request ?? ''];
        const actual = readBody(sent?.request.body ?? '', type);
        expect(withoutOurOwn(actual)).toEqual(withoutOurOwn(documented));
      });
    }
  }
});

function subjectOf(success: string, input: object): Subject {
  const text = JSON.stringify(input);
  const found = subjects.find(
    ({ provider, success: own }) =>
      success.startsWith(own) && (own !== 'WalletAccountCreated' || text.includes(provider.toLowerCase())),
  );
  if (found === undefined) throw new Error(`Nobody answers with ${success}`);
  return found;
}

/** What cannot be published beforehand: our key, and the label by which a wallet is found again. */
function withoutOurOwn(body: unknown): object {
  const { idempotencyKey: _key, metadata, ...rest } = body as Readonly<Record<string, unknown>>;
  const { billfoldOperation: _marker, ...labels } = (metadata ?? {}) as Readonly<Record<string, unknown>>;
  return Object.keys(labels).length === 0 ? rest : { ...rest, metadata: labels };
}

/** The wallet's own id is opaque. */
function withoutGlobalId(result: object): object {
  const members = Object.entries(result).map(([name, member]: [string, unknown]) => {
    if (member === null || typeof member !== 'object' || !('id' in member)) return [name, member] as const;
    const { id: _id, ...rest } = member;
    return [name, rest] as const;
  });
  return Object.fromEntries(members) as object;
}
