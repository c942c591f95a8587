import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { globalId } from '../src/core/ids.js';
import { faults } from '../src/simulators/faults.js';
import { startSimulators, type Simulators } from '../src/simulators/index.js';
import { idEnding } from '../src/simulators/outcomes.js';
import { creates } from './kill/creates.js';
import type { Wish } from './kill/wishes.js';
import { freshKey } from './support/gateway.js';
import { isPostgresHere, openTestDatabase, type TestDatabase } from './support/postgres.js';
import { cleanUp, runProgram } from './support/process.js';
import { documentOf, startReplicas, type Replicas, type Said } from './support/replicas.js';
import { eventually } from './support/time.js';

/** Four gateways on one PostgreSQL: whoever is asked, a key has one create and one answer. */

/** Longer than any slow answer below. */
const patience = { SAME_KEY_WAIT_MS: '30000', PROVIDER_TIMEOUT_MS: '6000', LEASE_MS: '30000' };
const count = 4;

(isPostgresHere ? describe : describe.skip)('four replicas', () => {
  let simulators: Simulators;
  let database: TestDatabase;
  let replicas: Replicas;
  beforeAll(async () => {
    simulators = await startSimulators();
    database = await openTestDatabase();
    replicas = await startReplicas(count, database.url, simulators, { ...patience, SETTLE_ABSENT_AFTER_MS: '1000' });
  });
  beforeEach(() => simulators.reset());
  afterEach(() => replicas.checkLogs());
  afterAll(async () => {
    await cleanUp();
    if (!isPostgresHere) return;
    await database.drop();
    await simulators.stop();
  });

  interface Intent {
    readonly wish: Wish;
    readonly mainId: string;
    readonly input: object;
  }
  let intents = 0;
  const intentOf = (wish: Wish): Intent => {
    const mainId = wish.mainId(0, (intents += 1));
    return { wish, mainId, input: { idempotencyKey: freshKey(), ...wish.input(mainId) } };
  };
  const sendAt = (gateway: number, { wish, input }: Intent): Promise<string> =>
    replicas.send(gateway, documentOf(wish), { input });
  const askAt = (gateway: number, { wish, input }: Intent): Promise<Said> =>
    replicas.ask<Said>(gateway, documentOf(wish), { input });
  /** Twenty callers, at all gateways, at once. */
  const twenty = (intent: Intent): Promise<string[]> =>
    Promise.all(Array.from({ length: 20 }, (_unused, index) => sendAt(index, intent)));
  const madeFor = ({ wish, mainId }: Intent) => simulators[wish.provider].ledger.filter(one => one.mainId === mainId);
  const saidIn = (text: string): Said =>
    Object.values((JSON.parse(text) as { readonly data: Readonly<Record<string, Said>> }).data)[0] as Said; // one field
  const moov = creates.find(({ provider }) => provider === 'moov') ?? creates[0];
  const readable = creates.filter(({ isLostAtTimes }) => isLostAtTimes !== true);

  test('twenty posts of one key, each of several keys at each provider › one create, one answer', async () => {
    const all = creates.flatMap(wish => [intentOf(wish), intentOf(wish), intentOf(wish)]);
    for (const { provider } of creates) simulators[provider].next(faults.delay(1_000), { times: 3 });
    const answers = await Promise.all(all.map(twenty));
    expect(answers.map(texts => new Set(texts).size)).toEqual(all.map(() => 1));
    for (const [index, intent] of all.entries()) {
      expect(saidIn(answers[index]?.[0] ?? '')).toMatchObject({ made: { id: expect.any(String) } });
      expect(madeFor(intent)).toHaveLength(1);
    }
  });

  test('twenty posts of a key that is refused › all hear of the refusal, and nothing is made', async () => {
    const all = creates.map(wish => intentOf(wish));
    for (const { provider } of creates) simulators[provider].always(faults.answer(403), { route: 'create' });
    const answers = await Promise.all(all.map(twenty));
    for (const [index, { wish }] of all.entries()) {
      expect([...new Set(answers[index])].map(saidIn)).toMatchObject([{ __typename: 'ProviderAccessDeniedError' }]);
      expect(simulators[wish.provider].ledger).toEqual([]);
    }
  });

  test('twenty posts of a key whose answer is lost › nobody hears anything else than that, or what is found; then all the same', async () => {
    const all = readable.map(wish => intentOf(wish));
    for (const { provider } of readable) simulators[provider].next(faults.reset('before-answer', { applied: true }));
    const first = await Promise.all(all.map(twenty));
    await Promise.all(
      all.map(intent => eventually(async () => (await askAt(0, intent)).__typename !== 'OutcomeUnknownError')),
    );
    for (const [index, intent] of all.entries()) {
      const later = await twenty(intent);
      expect(new Set(later).size).toBe(1);
      const [answer = ''] = later;
      expect(saidIn(answer)).toMatchObject({ made: { id: madeFor(intent)[0]?.resourceId } });
      const others = first[index]?.filter(text => text !== answer).map(saidIn) ?? [];
      expect(others.filter(({ __typename }) => __typename !== 'OutcomeUnknownError')).toEqual([]);
      expect(madeFor(intent)).toHaveLength(1);
    }
  });

  test('another input under a key › is refused at every gateway, while it is worked on and afterwards', async () => {
    const intent = intentOf(moov);
    const other = { ...intent, input: { ...intent.input, name: 'Something else' } };
    simulators.moov.next(faults.delay(1_000));
    const asked = askAt(0, intent);
    await eventually(() => madeFor(intent).length === 1);
    const reused = () => Promise.all([0, 1, 2, 3].map(gateway => askAt(gateway, other)));
    const refused = [0, 1, 2, 3].map(() => expect.objectContaining({ __typename: 'IdempotencyKeyReusedError' }));
    expect(await reused()).toEqual(refused);
    expect(await asked).toMatchObject({ __typename: 'MoovWalletCreated' });
    expect(await reused()).toEqual(refused);
    expect(simulators.moov.ledger).toHaveLength(1);
  });

  test('an operation › is found at every gateway, by its id, by its key and in pages', async () => {
    const all = Array.from({ length: 7 }, () => intentOf(moov));
    for (const [index, intent] of all.entries()) await askAt(index, intent);
    const keys = all.map(({ input }) => (input as { readonly idempotencyKey: string }).idempotencyKey);
    const byKey = (gateway: number, key = '') =>
      replicas.ask<{ id: string; status: string; result: object }>(
        gateway,
        'query ($key: String!) { operationByKey(mutation: "createMoovWallet", idempotencyKey: $key) { id status result { __typename } } }',
        { key },
      );
    const operation = await byKey(1, keys[0]);
    expect(operation).toMatchObject({ status: 'SUCCEEDED', result: { __typename: 'MoovWalletCreated' } });
    for (let gateway = 0; gateway < count; gateway += 1) {
      expect(await byKey(gateway, keys[0])).toEqual(operation);
      const byId = 'query ($id: ID!) { operation(id: $id) { id status result { __typename } } }';
      expect(await replicas.ask(gateway, byId, { id: operation.id })).toEqual(operation);
    }
    const listed: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < 4; page += 1) {
      const { nodes, pageInfo }: Page = await replicas.ask<Page>(
        page,
        'query ($after: String) { operations(first: 2, after: $after) { nodes { idempotencyKey } pageInfo { endCursor } } }',
        { after },
      );
      listed.push(...nodes.map(({ idempotencyKey }) => idempotencyKey));
      after = pageInfo.endCursor;
    }
    expect(listed.slice(0, 7)).toEqual(keys.toReversed());
  });

  interface Page {
    readonly nodes: readonly { readonly idempotencyKey: string }[];
    readonly pageInfo: { readonly endCursor: string };
  }

  test('an unknown outcome › is looked for by one gateway at a time, whoever asks', async () => {
    const intent = intentOf(moov);
    simulators.moov.next(faults.reset('before-answer', { applied: true }));
    simulators.moov.always(faults.delay(1_000), { route: 'read' });
    const looks = () => simulators.moov.exchanges.filter(({ route }) => route === 'read');
    let most = 0;
    const watching = setInterval(() => {
      most = Math.max(most, looks().filter(({ answer }) => answer === undefined).length);
    }, 5);
    await askAt(0, intent); // its own answer is lost
    const answers = await Promise.all(Array.from({ length: 5 }, () => twenty(intent)));
    clearInterval(watching);
    expect(new Set(answers.flat()).size).toBe(1);
    expect(saidIn(answers[0]?.[0] ?? '')).toMatchObject({ made: { id: simulators.moov.ledger[0]?.resourceId } });
    expect(most).toBe(1);
    expect(simulators.moov.ledger).toHaveLength(1);
  });

  test('guesses at a code › are five in all, at whatever gateway', async () => {
    const customerId = `customer-${idEnding()}`;
    const walletId = simulators.juspay.addWallet(customerId, { gateway: 'MOBIKWIK' });
    const id = globalId('JuspayWalletAccount', customerId, Buffer.from(customerId).toString('base64url'), walletId);
    const guess = (gateway: number, otp: string) =>
      replicas.ask<{ __typename: string; attemptsLeft?: number }>(
        gateway,
        `mutation ($key: String!, $id: ID!, $otp: String!) {
           linkWalletAccount(input: { idempotencyKey: $key, walletAccountId: $id, otp: $otp }) {
             __typename ... on OneTimeCodeRejectedError { attemptsLeft } } }`,
        { key: freshKey(), id, otp },
      );
    const left: unknown[] = [];
    for (let guesses = 0; guesses < 4; guesses += 1) left.push((await guess(guesses, `${guesses}0`)).attemptsLeft);
    expect(left).toEqual([4, 3, 2, 1]);
    const calls = simulators.juspay.exchanges.length;
    const rest = await Promise.all(Array.from({ length: 20 }, (_unused, index) => guess(index, `1${index}`)));
    expect(rest.filter(({ __typename }) => __typename === 'OneTimeCodeRejectedError')).toHaveLength(1);
    expect(simulators.juspay.exchanges.length - calls).toBe(1);
  });

  test('what a person decides beside them › holds at every gateway', async () => {
    const ops = (...given: readonly string[]) =>
      runProgram('ops.js', { environment: replicas.environment, given }).ended;
    const pingone = creates.find(({ provider }) => provider === 'pingone') ?? creates[0];
    // Two for one user and application, both done, both without an answer: nobody can tell which is whose.
    const one = intentOf(pingone);
    const other = { ...one, input: { ...one.input, idempotencyKey: freshKey() } };
    simulators.pingone.next(faults.reset('before-answer', { applied: true }), { times: 2 });
    await Promise.all([askAt(0, one), askAt(1, other)]);
    const attention = '{ operations(status: NEEDS_ATTENTION) { nodes { id idempotencyKey } } }';
    const waiting = async () =>
      (await replicas.ask<{ nodes: { id: string; idempotencyKey: string }[] }>(2, attention)).nodes;
    await eventually(async () => (await waiting()).length === 2);
    const { idempotencyKey } = one.input as unknown as { readonly idempotencyKey: string };
    const operation = (await waiting()).find(node => node.idempotencyKey === idempotencyKey)?.id ?? '';
    const wallet = madeFor(one)[0]?.resourceId ?? '';
    const found = await ops('settle', operation, '--found', wallet);
    expect(found).toMatchObject({ code: 0, stdout: 'createDigitalWallet at PINGONE: SUCCEEDED\n', stderr: '' });
    for (let gateway = 0; gateway < count; gateway += 1) {
      expect(await askAt(gateway, one)).toMatchObject({ made: { id: wallet } });
    }

    const erased = await ops('tenants', 'erase', 'default', '--owner', `pingone=${one.mainId}`);
    expect(erased.stderr).toMatch(/^1 operation was erased\. 1 is not over: /);
    for (let gateway = 0; gateway < count; gateway += 1) {
      const message = 'What was done under this key has been erased since. Nothing was sent.';
      expect(await askAt(gateway, one)).toMatchObject({ __typename: 'ConflictError', message });
    }
    expect(madeFor(one)).toHaveLength(2);
  });
});
