import { expect, test } from '@jest/globals';
import { globalId } from '../../src/core/ids.js';
import { faults } from '../../src/simulators/faults.js';
import { idEnding, type OutcomeCode } from '../../src/simulators/outcomes.js';
import {
  CreateDigitalWalletDocument,
  CreateMoovWalletDocument,
  NodeDocument,
  ProvidersDocument,
  type ProvidersQuery,
} from '../generated/operations.js';
import { freshKey, withGateway, type TestGateway } from '../support/gateway.js';
import { eventually } from '../support/time.js';

/** `providers`: what can be done, before the click. Each test has a gateway of its own: health is remembered. */

type Provider = ProvidersQuery['providers'][number];

const allOf = async (at: TestGateway): Promise<readonly Provider[]> =>
  (await at.execute(ProvidersDocument, {})).providers;
const healthOf = async (at: TestGateway, name: Provider['provider']) => {
  const found = (await allOf(at)).find(({ provider }) => provider === name);
  if (found === undefined) throw new Error(`${name} is not listed.`);
  return found.health;
};
const create = async (at: TestGateway, outcome: OutcomeCode | '000' = '000', name = 'Payroll') => {
  const input = { idempotencyKey: freshKey(), accountId: idEnding(outcome), name };
  return (await at.execute(CreateMoovWalletDocument, { input })).createMoovWallet;
};
const readMoov = (at: TestGateway) => at.send(NodeDocument, { id: globalId('MoovWallet', idEnding(), idEnding()) });

const quiet = {
  circuit: 'CLOSED',
  p50Milliseconds: null,
  p99Milliseconds: null,
  lastErrorCode: null,
  lastErrorAt: null,
};

test('the table: each provider with what can be done, its limits, and no health where nothing was asked', async () => {
  await withGateway({}, async gateway => {
    const rest = { configured: true, health: quiet };
    expect(await allOf(gateway)).toEqual([
      {
        provider: 'PINGONE',
        capabilities: ['CREATE', 'READ', 'LIST', 'UPDATE', 'CLOSE'],
        idempotency: 'LOOK_UP',
        limits: [
          { name: 'SMS to a user in a day', maximum: 50 },
          { name: 'e-mails to a user in a day', maximum: 50 },
        ],
        ...rest,
      },
      {
        provider: 'JUSPAY',
        capabilities: ['CREATE', 'READ', 'LIST', 'UPDATE'],
        idempotency: 'LOOK_UP',
        limits: [],
        ...rest,
      },
      { provider: 'LIQUIDO', capabilities: ['CREATE', 'READ', 'UPDATE'], idempotency: 'NATIVE', limits: [], ...rest },
      {
        provider: 'EQUALS_MONEY',
        capabilities: ['CREATE', 'READ', 'LIST', 'UPDATE', 'CLOSE'],
        idempotency: 'REPEATABLE',
        limits: [{ name: 'live card tokens of a card', maximum: 25 }],
        ...rest,
      },
      {
        provider: 'MOOV',
        capabilities: ['CREATE', 'READ', 'LIST', 'UPDATE', 'CLOSE'],
        idempotency: 'MARKER',
        limits: [
          { name: 'open general wallets of an account', maximum: 10 },
          { name: 'requests a second about an account, from one address, with production keys', maximum: 40 },
          { name: 'requests a second about an account, from one address, with test keys', maximum: 10 },
        ],
        ...rest,
      },
    ]);
  });
});

test('asking for it asks no provider', async () => {
  await withGateway({}, async gateway => {
    await allOf(gateway);
    const { pingone, juspay, liquido, equalsMoney, moov } = gateway.simulators;
    expect([pingone, juspay, liquido, equalsMoney, moov].flatMap(({ exchanges }) => exchanges)).toEqual([]);
  });
});

test('a provider without credentials is listed as not configured, and the others are', async () => {
  const environment = { MOOV_PUBLIC_KEY: undefined, MOOV_SECRET_KEY: undefined };
  await withGateway({ environment }, async gateway => {
    const all = await allOf(gateway);
    expect(Object.fromEntries(all.map(({ provider, configured }) => [provider, configured]))).toEqual({
      PINGONE: true,
      JUSPAY: true,
      LIQUIDO: true,
      EQUALS_MONEY: true,
      MOOV: false,
    });
    // That a create is refused here says nothing of Moov.
    expect((await create(gateway))?.__typename).toBe('ProviderUnavailableError');
    expect(await healthOf(gateway, 'MOOV')).toEqual(quiet);
  });
});

test('after successes it says how long they took, and of the others nothing', async () => {
  await withGateway({}, async gateway => {
    await create(gateway);
    await create(gateway);
    const health = await healthOf(gateway, 'MOOV');
    expect(health).toEqual({ ...quiet, p50Milliseconds: expect.any(Number), p99Milliseconds: expect.any(Number) });
    expect(health.p99Milliseconds).toBeGreaterThanOrEqual(health.p50Milliseconds ?? Infinity);
    expect(await healthOf(gateway, 'JUSPAY')).toEqual(quiet);
  });
});

test.each([
  ['500', 'OUTCOME_UNKNOWN'],
  ['503', 'OUTCOME_UNKNOWN'],
  ['429', 'RATE_LIMITED'],
  ['403', 'PROVIDER_ACCESS_DENIED'],
] as const)('after a create that met %s, the last error is %s, and when it was', async (outcome, code) => {
  await withGateway({}, async gateway => {
    const before = Date.now();
    await create(gateway, outcome);
    const health = await healthOf(gateway, 'MOOV');
    expect(health).toMatchObject({ lastErrorCode: code, p50Milliseconds: expect.any(Number) });
    const at = Date.parse(health.lastErrorAt ?? '');
    expect(at).toBeGreaterThanOrEqual(before);
    expect(at).toBeLessThanOrEqual(Date.now());
    await create(gateway); // a success does not hide it
    expect((await healthOf(gateway, 'MOOV')).lastErrorCode).toBe(code);
  });
});

test.each(['400', '404', '409', '418', '422'] as const)(
  'a create that was refused with %s for its input is no error of the provider',
  async outcome => {
    await withGateway({}, async gateway => {
      await create(gateway, outcome);
      expect(await healthOf(gateway, 'MOOV')).toMatchObject({
        p50Milliseconds: expect.any(Number),
        lastErrorCode: null,
        lastErrorAt: null,
      });
    });
  },
);

test('after a read that met a 5xx, the provider is unavailable', async () => {
  await withGateway({}, async gateway => {
    gateway.simulators.moov.next(faults.answer(503), { route: 'read', times: 20 });
    await readMoov(gateway);
    expect((await healthOf(gateway, 'MOOV')).lastErrorCode).toBe('PROVIDER_UNAVAILABLE');
  });
});

test('after five failures in a row its circuit is open, and closes once a call shows that it works', async () => {
  await withGateway({}, async gateway => {
    gateway.simulators.moov.next(faults.answer(500), { times: 5 });
    for (let failed = 0; failed < 5; failed += 1) await create(gateway);
    expect(await healthOf(gateway, 'MOOV')).toMatchObject({ circuit: 'OPEN', lastErrorCode: 'OUTCOME_UNKNOWN' });
    const refused = await create(gateway);
    expect(refused).toMatchObject({ __typename: 'ProviderUnavailableError', provider: 'MOOV' });
    expect((await healthOf(gateway, 'PINGONE')).circuit).toBe('CLOSED');
    // When the wait is over it says so by itself: whoever disables a button by it asks again.
    await eventually(async () => (await healthOf(gateway, 'MOOV')).circuit === 'HALF_OPEN');
    expect(await create(gateway)).toMatchObject({ __typename: 'MoovWalletCreated' });
    expect((await healthOf(gateway, 'MOOV')).circuit).toBe('CLOSED');
  });
});

test('a call that timed out counts with its wait, and as an error', async () => {
  await withGateway({ environment: { PROVIDER_TIMEOUT_MS: '300' } }, async gateway => {
    gateway.simulators.moov.next(faults.hang(), { route: 'read', times: 20 });
    await readMoov(gateway);
    expect(await healthOf(gateway, 'MOOV')).toMatchObject({
      p50Milliseconds: expect.any(Number),
      p99Milliseconds: expect.any(Number),
      lastErrorCode: 'PROVIDER_UNAVAILABLE',
      lastErrorAt: expect.any(String),
    });
  });
});

test('a token that is not issued is an error of the provider, though nothing was asked of it', async () => {
  await withGateway({}, async gateway => {
    gateway.simulators.pingone.next(faults.answer(401), { route: 'token', times: 20 });
    const input = { idempotencyKey: freshKey(), userId: idEnding(), digitalWalletApplicationId: idEnding() };
    await gateway.execute(CreateDigitalWalletDocument, { input });
    expect(await healthOf(gateway, 'PINGONE')).toEqual({
      ...quiet,
      lastErrorCode: 'PROVIDER_ACCESS_DENIED',
      lastErrorAt: expect.any(String),
    });
  });
});

test('nothing personal is in it, whatever was sent and refused', async () => {
  await withGateway({}, async gateway => {
    const name = 'Ana Example of Example Road';
    const accountId = idEnding('500');
    const idempotencyKey = freshKey();
    await gateway.execute(CreateMoovWalletDocument, { input: { idempotencyKey, accountId, name } });
    await create(gateway, '422', name);
    const told = JSON.stringify(await allOf(gateway));
    expect(told).toContain('OUTCOME_UNKNOWN');
    for (const text of [name, accountId, idempotencyKey]) expect(told).not.toContain(text);
    // Besides numbers, times and the words of the schema, it holds only what the table says of everyone.
    const { providers } = await gateway.execute(ProvidersDocument, {});
    for (const { health } of providers) {
      for (const value of Object.values(health).filter(each => typeof each === 'string')) {
        expect(value).toMatch(/^(?:[A-Z_]+|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)$/);
      }
    }
  });
});
