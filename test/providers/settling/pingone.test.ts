import 'reflect-metadata';
import { createServer } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { faults } from '../../../src/simulators/faults.js';
import type { JsonObject } from '../../../src/simulators/json.js';
import { idEnding } from '../../../src/simulators/outcomes.js';
import { CreateDigitalWalletDocument, type CreateDigitalWalletInput } from '../../generated/operations.js';
import { freshKey, startTestGateway, type TestGateway } from '../../support/gateway.js';
import { decided, operationOf, until } from '../../support/operations.js';
import { listening } from '../../support/ports.js';

/** How a lost wallet is found again at PingOne, which has no place for a marker: by user, application and time. */

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway({ environment: { PROVIDER_TIMEOUT_MS: '10000', PINGONE_CLOCK_SKEW_MS: '60000' } });
});
afterAll(() => gateway.stop());
beforeEach(() => gateway.simulators.reset());

const digitalWalletApplicationId = '9f000000-0000-4000-8000-000000000001';
const otherApplicationId = '9f000000-0000-4000-8000-000000000002';

const walletInput = (more: Partial<CreateDigitalWalletInput> = {}): CreateDigitalWalletInput => ({
  idempotencyKey: freshKey(),
  userId: idEnding(),
  digitalWalletApplicationId,
  ...more,
});

async function create(input: CreateDigitalWalletInput, at: TestGateway = gateway) {
  const { createDigitalWallet: result } = await at.execute(CreateDigitalWalletDocument, { input });
  if (result == null) throw new Error('The mutation answered nothing.');
  return result;
}

async function createdId(input: CreateDigitalWalletInput): Promise<string> {
  const result = await create(input);
  if (!('digitalWallet' in result)) throw new Error(JSON.stringify(result));
  return result.digitalWallet.providerId;
}

/** The wallet is made, and its answer, which this gives, is lost. */
async function lose(input: CreateDigitalWalletInput): Promise<JsonObject> {
  const lost: JsonObject[] = [];
  gateway.simulators.pingone.next(faults.change(answer => (lost.push(answer), { ...answer, id: null })));
  expect(await create(input)).toMatchObject({ __typename: 'OutcomeUnknownError', retry: 'FOLLOW_OPERATION' });
  const [answer] = lost;
  if (answer === undefined) throw new Error('It was not made.');
  return answer;
}

const creates = () => gateway.simulators.pingone.exchanges.filter(({ route }) => route === 'create').length;
const operation = ({ idempotencyKey }: CreateDigitalWalletInput) =>
  operationOf(gateway, 'createDigitalWallet', idempotencyKey);

/** What the next look is shown in place of the user's wallets. */
function showNext(change: (wallets: readonly JsonObject[]) => readonly JsonObject[], links: JsonObject = {}): void {
  const changed = (list: JsonObject) => {
    const { digitalWallets } = list._embedded as { digitalWallets: readonly JsonObject[] };
    return { ...list, _links: links, _embedded: { digitalWallets: change(digitalWallets) } };
  };
  gateway.simulators.pingone.next(faults.change(changed), { route: 'read' });
}

const attention = {
  __typename: 'OutcomeUnknownError',
  retry: 'ASK_OPERATOR',
  provider: 'PINGONE',
  operation: { status: 'NEEDS_ATTENTION', attempts: 1, result: { __typename: 'OutcomeUnknownError' } },
};

describe('the answer for a wallet that was found', () => {
  const cases: readonly (readonly [title: string, more: Partial<CreateDigitalWalletInput>])[] = [
    ['of a user whom nobody was to tell', {}],
    ['of a user who was told', { notification: { methods: ['EMAIL', 'SMS'] } }],
    ['of a user whom only EMAIL reached', { userId: idEnding('207'), notification: { methods: ['EMAIL', 'SMS'] } }],
    ['that is paired without a link', { applicationInstanceId: '23000000-0000-4000-8000-000000000002' }],
  ];

  test.each(cases)('%s is, letter for letter, what the lost one would have said', async (_whose, more) => {
    const input = walletInput(more);
    const lost = await lose(input);
    const found = await create(input);
    // Another gateway is given the answer that this one lost.
    const lucky = await startTestGateway();
    try {
      lucky.simulators.pingone.next(faults.answer(201, { body: lost }));
      expect(found).toEqual(await create(input, lucky));
    } finally {
      await lucky.stop();
    }
    expect(found).toHaveProperty('digitalWallet.pairingSession.qrUrl', expect.stringMatching(/^http/));
    expect(await create(input)).toEqual(found); // now from the journal
    expect(creates()).toBe(1);
    expect(await operation(input)).toMatchObject({ status: 'SUCCEEDED', attempts: 1 });
  });

  test('opens the app that the application names today, at the code of this wallet', async () => {
    const input = walletInput();
    await lose(input);
    const found = await create(input);
    if (!('digitalWallet' in found)) throw new Error(JSON.stringify(found));
    const { appOpenUrl, pairingSession } = found.digitalWallet;
    expect(appOpenUrl).toBe(
      `https://wallet.example.com/open?u=${encodeURIComponent(pairingSession?.qrUrl ?? 'there is none')}`,
    );
  });

  test('that was paired meanwhile is as it then stands', async () => {
    const input = walletInput();
    const { id } = await lose(input);
    gateway.simulators.pingone.pair(String(id));
    expect(await create(input)).toMatchObject({
      digitalWallet: { providerId: id, state: 'ACTIVE', pairingSession: null, appOpenUrl: null },
    });
  });
});

describe('no candidate', () => {
  test('is a wallet of another application, of another operation, of another installation, or an older one', async () => {
    const applicationInstanceId = '23000000-0000-4000-8000-000000000002';
    const { userId, ...rest } = walletInput({ applicationInstanceId });
    const input = { ...rest, userId };
    await createdId({ ...input, idempotencyKey: freshKey() });
    const { id, createdAt } = await lose(input);
    const made = Date.parse(String(createdAt));
    showNext(wallets => {
      const own = wallets.find(wallet => wallet.id === id) ?? {};
      return [
        { ...own, id: idEnding(), digitalWalletApplication: { id: otherApplicationId } },
        { ...own, id: idEnding(), applicationInstance: { id: idEnding() } },
        { ...own, id: idEnding(), createdAt: new Date(made - 70_000).toISOString() },
        ...wallets,
      ];
    });
    expect(await create(input)).toMatchObject({ digitalWallet: { providerId: id } });
  });

  test('alone leaves the outcome unknown', async () => {
    const input = walletInput();
    await createdId({ ...input, idempotencyKey: freshKey() });
    gateway.simulators.pingone.next(faults.reset('before-answer'));
    expect(await create(input)).toMatchObject({ __typename: 'OutcomeUnknownError' });
    expect(await create(input)).toMatchObject({ __typename: 'OutcomeUnknownError', operation: { status: 'UNKNOWN' } });
    expect(creates()).toBe(2);
    expect(gateway.simulators.pingone.ledger).toHaveLength(1);
  });
});

test.each([{}, { _embedded: {} }, { size: 1 }, []])(
  'an answer %j is no list of wallets: nothing is decided by it',
  async body => {
    const input = walletInput();
    const { id } = await lose(input);
    const unreadable = () => gateway.lines.filter(({ msg }) => msg === 'an answer could not be read').length;
    const before = unreadable();
    gateway.simulators.pingone.next(faults.answer(200, { body }), { route: 'read' });
    expect(await create(input)).toMatchObject({ __typename: 'OutcomeUnknownError', operation: { status: 'UNKNOWN' } });
    expect(unreadable()).toBe(before + 1);
    expect(id).toBe(gateway.simulators.pingone.ledger[0]?.resourceId);
  },
);

describe('what only a person can tell', () => {
  async function expectAttention(input: CreateDigitalWalletInput): Promise<void> {
    const asked = await create(input);
    expect(asked).toMatchObject(attention);
    expect(await create(input)).toEqual(asked);
    const { data } = await gateway.send<{ operations: { nodes: object[] } }, object>(
      '{ operations(status: NEEDS_ATTENTION, first: 1) { nodes { idempotencyKey status } } }',
    );
    expect(data?.operations.nodes).toEqual([{ idempotencyKey: input.idempotencyKey, status: 'NEEDS_ATTENTION' }]);
  }

  test('two wallets, of which either may be it', async () => {
    const input = walletInput();
    await lose(input);
    showNext(wallets => [...wallets, ...wallets.map(wallet => ({ ...wallet, id: idEnding() }))]);
    await expectAttention(input);
    expect(creates()).toBe(1);
  });

  test('two operations for one user and application, both lost: whose wallet is whose', async () => {
    const input = walletInput();
    const other = { ...input, idempotencyKey: freshKey() };
    await lose(input);
    await lose(other);
    expect(await create(input)).toMatchObject(attention);
    expect(await create(other)).toMatchObject(attention);
    expect(creates()).toBe(2);
  });
});

test('while another operation for that user and application is calling, nothing is decided', async () => {
  const input = walletInput();
  const other = { ...input, idempotencyKey: freshKey() };
  const { id } = await lose(input);
  gateway.simulators.pingone.next(faults.delay(1_500));
  const answered = createdId(other);
  await until(() => gateway.simulators.pingone.ledger.length === 2);
  expect(await create(input)).toMatchObject({ __typename: 'OutcomeUnknownError', operation: { status: 'UNKNOWN' } });
  expect(await operation(input)).toMatchObject({ status: 'UNKNOWN' });
  expect(await operation(other)).toMatchObject({ status: 'IN_PROGRESS' });
  const otherId = await answered;
  expect(otherId).not.toBe(id);
  expect(await decided(gateway, 'createDigitalWallet', input.idempotencyKey)).toMatchObject({ status: 'SUCCEEDED' });
  expect(await createdId(input)).toBe(id);
});

describe('a list of several pages', () => {
  test("is followed by its links' queries, and their hosts are never called", async () => {
    const visits: string[] = [];
    const elsewhere = createServer((request, response) => {
      visits.push(request.url ?? '');
      response.end('{}');
    });
    const host = `http://127.0.0.1:${await listening(elsewhere)}`;
    const input = walletInput();
    const { id } = await lose(input);
    showNext(() => [], { next: { href: `${host}/v1/stolen?cursor=a%2Fb&limit=5` } });
    expect(await createdId(input)).toBe(id);
    const lists = gateway.simulators.pingone.exchanges.filter(
      ({ operation: name }) => name === 'readAllDigitalWallets',
    );
    expect(lists.map(({ request }) => request.query)).toEqual([{}, { cursor: 'a/b', limit: '5' }]);
    expect(new Set(lists.map(({ request }) => request.path)).size).toBe(1);
    elsewhere.close();
    expect(visits).toEqual([]);
  });

  test('that shows one wallet twice, as pages that shift do, shows one', async () => {
    const input = walletInput();
    const { id } = await lose(input);
    showNext(wallets => wallets, { next: { href: 'https://api.pingone.com/v1/environments?cursor=2' } });
    expect(await createdId(input)).toBe(id);
  });

  test('whose links are relative is followed as well', async () => {
    const input = walletInput();
    const { id } = await lose(input);
    showNext(() => [], { next: { href: '?cursor=2' } });
    expect(await createdId(input)).toBe(id);
    const lists = gateway.simulators.pingone.exchanges.filter(
      ({ operation: name }) => name === 'readAllDigitalWallets',
    );
    expect(lists.map(({ request }) => request.query)).toEqual([{}, { cursor: '2' }]);
  });

  test.each([{ href: 7 }, { href: 'http://[' }])(
    'whose next page %j cannot be asked for is not taken for a whole one',
    async next => {
      const input = walletInput();
      const { id } = await lose(input);
      const unreadable = () => gateway.lines.filter(({ msg }) => msg === 'an answer could not be read').length;
      const before = unreadable();
      showNext(() => [], { next });
      expect(await create(input)).toMatchObject({
        __typename: 'OutcomeUnknownError',
        operation: { status: 'UNKNOWN' },
      });
      expect(unreadable()).toBe(before + 1);
      expect(await decided(gateway, 'createDigitalWallet', input.idempotencyKey)).toMatchObject({
        status: 'SUCCEEDED',
      });
      expect(await createdId(input)).toBe(id);
    },
  );
});
