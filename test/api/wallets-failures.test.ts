import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { faults, type Fault } from '../../src/simulators/faults.js';
import { startSimulators, type Simulators } from '../../src/simulators/index.js';
import { withGateway, type TestGateway } from '../support/gateway.js';
import { asked, give, listing, onReplica, somebody, walletsOf, type Listing, type Page } from '../support/reading.js';

/** A provider that fails stands in `failures`; the others' wallets come all the same. Each test has its own gateway. */

const names = { moov: 'MOOV', pingone: 'PINGONE', juspay: 'JUSPAY', equalsMoney: 'EQUALS_MONEY' } as const;
const two = { moov: 1, pingone: 2, juspay: 2, equalsMoney: 2 };

let simulators: Simulators;
beforeAll(async () => {
  simulators = await startSimulators();
});
afterAll(() => simulators.stop());

/** All wallets but one provider's, and that provider's failure. */
async function readPast(
  failing: Listing,
  fault: Fault | null,
  environment: Readonly<Record<string, string | undefined>> = {},
): Promise<{ page: Page; failure: Page['failures'][number] }> {
  simulators.reset();
  const person = somebody();
  give(simulators, person, two);
  simulators[failing].always(fault, { route: 'read' });
  const page = await withGateway({ environment: { ...simulators.environment, ...environment } }, gateway =>
    walletsOf(gateway, { owners: [...person.owners] }),
  );
  expect(page.nodes.map(({ provider }) => provider)).toEqual(
    listing.flatMap(provider => (provider === failing ? [] : [names[provider], names[provider]])),
  );
  const [failure, ...more] = page.failures;
  if (failure === undefined) throw new Error('Nothing failed.');
  expect(more).toEqual([]);
  expect(failure).toMatchObject({ provider: names[failing], ownerIndex: listing.indexOf(failing) });
  return { page, failure };
}

describe.each(listing)('while the others answer, %s', failing => {
  test.each([
    ['breaks', faults.answer(500), { code: 'PROVIDER_UNAVAILABLE', retryAfterSeconds: null }, 500],
    [
      'is asked too often',
      faults.answer(429, { headers: { 'retry-after': '90' } }),
      { code: 'RATE_LIMITED', retryAfterSeconds: 90 },
      429,
    ],
    ['lets nobody in', faults.answer(403), { code: 'PROVIDER_ACCESS_DENIED', retryAfterSeconds: null }, 403],
    ['hangs up', faults.reset('before-answer'), { code: 'PROVIDER_UNAVAILABLE', retryAfterSeconds: null }, null],
    ['tears its answer', faults.torn(), { code: 'PROVIDER_UNAVAILABLE', retryAfterSeconds: null }, null],
    [
      'answers with a page for people',
      faults.answer(200, { body: '<html>Welcome</html>' }),
      { code: 'PROVIDER_UNAVAILABLE', retryAfterSeconds: null },
      null,
    ],
    [
      'answers with something else',
      faults.answer(200, { body: { object: 'surprise' } }),
      { code: 'PROVIDER_UNAVAILABLE', retryAfterSeconds: null },
      null,
    ],
  ])('%s', async (_what, fault, told, httpStatus) => {
    const { failure, page } = await readPast(failing, fault);
    expect(failure).toMatchObject({ ...told, message: expect.stringMatching(/\w/) });
    expect(failure.providerResponse?.httpStatus ?? null).toBe(httpStatus);
    expect(page.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: false });
  });

  test('is off', async () => {
    const credentials = {
      moov: ['MOOV_PUBLIC_KEY', 'MOOV_SECRET_KEY'],
      pingone: ['PINGONE_ENVIRONMENT_ID', 'PINGONE_CLIENT_ID', 'PINGONE_CLIENT_SECRET'],
      juspay: ['JUSPAY_API_KEY'],
      equalsMoney: ['EQUALS_MONEY_API_KEY'],
    }[failing];
    const without = Object.fromEntries(credentials.map(name => [name, undefined]));
    const { failure } = await readPast(failing, null, without);
    expect(failure).toMatchObject({
      code: 'PROVIDER_UNAVAILABLE',
      retryAfterSeconds: null,
      providerResponse: null,
      message: expect.stringMatching(/not configured/),
    });
    expect(asked(simulators, failing)).toEqual([]);
  });
});

describe('a provider that does not answer', () => {
  // A call may take a minute here, a read two seconds: this test ends only where the read's own deadline ends it.
  const patience = { READ_TIMEOUT_MS: '2000', PROVIDER_TIMEOUT_MS: '60000' };

  test.each(listing)("is given up at the read's deadline: %s", async failing => {
    const { failure } = await readPast(failing, faults.hang(), patience);
    expect(failure).toMatchObject({ code: 'PROVIDER_UNAVAILABLE', providerResponse: null, retryAfterSeconds: null });
  });

  test('is given up also where it answers byte by byte', async () => {
    const { failure } = await readPast('moov', faults.trickle(500), patience);
    expect(failure).toMatchObject({ code: 'PROVIDER_UNAVAILABLE', providerResponse: null });
  });
});

test("one hangs, one resets, one answers 429: the fourth's wallets come within the deadline, and three failures", async () => {
  simulators.reset();
  const person = somebody();
  give(simulators, person, two);
  simulators.pingone.always(faults.hang(), { route: 'read' });
  simulators.juspay.always(faults.reset('before-answer'), { route: 'read' });
  simulators.equalsMoney.always(faults.answer(429, { headers: { 'retry-after': '30' } }), { route: 'read' });
  // Again and again: whatever the circuits and the pause make of it, the fourth is not touched. Only the read's own
  // deadline can end a call that hangs.
  const environment = { ...simulators.environment, READ_TIMEOUT_MS: '1500', PROVIDER_TIMEOUT_MS: '60000' };
  await withGateway({ environment }, async gateway => {
    for (let time = 0; time < 4; time += 1) {
      const { nodes, failures } = await walletsOf(gateway, { owners: [...person.owners] });
      expect(nodes.map(({ provider }) => provider)).toEqual(['MOOV', 'MOOV']);
      expect(failures).toMatchObject([
        { provider: 'PINGONE', ownerIndex: 1, code: 'PROVIDER_UNAVAILABLE' },
        { provider: 'JUSPAY', ownerIndex: 2, code: 'PROVIDER_UNAVAILABLE' },
        { provider: 'EQUALS_MONEY', ownerIndex: 3, code: 'RATE_LIMITED' },
      ]);
      expect(failures[2]?.retryAfterSeconds).toBeGreaterThan(0);
    }
  });
});

test('a page of a list that fails makes the list fail: no wallets are shown in place of all', async () => {
  const shaky = await startSimulators({ pingone: { pageLength: 2 } });
  try {
    const { owners, userId } = somebody();
    for (let made = 0; made < 5; made += 1) shaky.pingone.addWallet(userId, { status: 'ACTIVE' });
    await onReplica(shaky, async gateway => {
      const whole = await walletsOf(gateway, { owners: [owners[1]] });
      expect([whole.nodes.length, asked(shaky, 'pingone').length]).toEqual([5, 3]);
    });
    let answered = 0;
    const twoPages = (list: object) => {
      answered += 1;
      return answered <= 2 ? list : { size: 1 };
    };
    shaky.pingone.always(faults.change(twoPages), { route: 'read' });
    const page = await onReplica(shaky, gateway => walletsOf(gateway, { owners: [owners[1]] }));
    expect(page).toMatchObject({ nodes: [], failures: [{ ownerIndex: 0, code: 'PROVIDER_UNAVAILABLE' }] });
  } finally {
    await shaky.stop();
  }
});

test('all of them may fail: the page is empty and says so', async () => {
  simulators.reset();
  for (const provider of listing) simulators[provider].always(faults.answer(500), { route: 'read' });
  const { nodes, failures, pageInfo } = await onReplica(simulators, gateway =>
    walletsOf(gateway, { owners: [...somebody().owners] }),
  );
  expect([nodes, failures.map(({ ownerIndex }) => ownerIndex), pageInfo.hasNextPage]).toEqual([
    [],
    [0, 1, 2, 3],
    false,
  ]);
});

test('an owner is told on the page that goes past it, and asked again on its own', async () => {
  simulators.reset();
  const person = somebody();
  const { owners } = person;
  give(simulators, person, { moov: 1, pingone: 2, juspay: 0, equalsMoney: 0 });
  simulators.pingone.always(faults.answer(500), { route: 'read' });
  const next = (gateway: TestGateway, after: string | null) =>
    walletsOf(gateway, { owners: [owners[0], owners[1]], first: 2, after });
  const full = await onReplica(simulators, gateway => next(gateway, null));
  expect([full.nodes.length, full.failures, full.pageInfo.hasNextPage]).toEqual([2, [], true]);
  const past = await onReplica(simulators, gateway => next(gateway, full.pageInfo.endCursor));
  expect([past.nodes.length, past.failures.length, past.pageInfo.hasNextPage]).toEqual([0, 1, false]);
  simulators.pingone.always(null, { route: 'read' });
  const alone = await onReplica(simulators, gateway => walletsOf(gateway, { owners: [owners[1]] }));
  expect([alone.nodes.length, alone.failures]).toEqual([2, []]);
});

test('a PingOne environment that is not in the settings is refused without asking, beside the others', async () => {
  simulators.reset();
  const person = somebody();
  const { owners, userId } = person;
  give(simulators, person, two);
  const environmentId = 'ab000000-0000-4000-8000-0000000000ff';
  const elsewhere = { pingOneUser: { userId, environmentId } };
  const page = await onReplica(simulators, gateway => walletsOf(gateway, { owners: [elsewhere, owners[0]] }));
  expect(page.nodes).toHaveLength(2);
  expect(page.failures).toMatchObject([{ provider: 'PINGONE', ownerIndex: 0, code: 'INVALID_INPUT' }]);
  expect(page.failures[0]?.message).toMatch(/PINGONE_ENVIRONMENTS/);
  expect(simulators.pingone.exchanges).toEqual([]);
});

test('a token that PingOne does not give is a failure of PingOne alone', async () => {
  simulators.reset();
  simulators.pingone.always(faults.answer(401), { route: 'token' });
  const { owners } = somebody();
  const page = await onReplica(simulators, gateway => walletsOf(gateway, { owners: [owners[0], owners[1]] }));
  expect(page.nodes).toHaveLength(1);
  expect(page.failures).toMatchObject([{ provider: 'PINGONE', ownerIndex: 1, code: 'PROVIDER_ACCESS_DENIED' }]);
});
