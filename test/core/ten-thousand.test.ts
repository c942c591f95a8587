import { randomBytes, randomUUID } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { systemClock } from '../../src/core/clock.js';
import { openJournal, type Journal } from '../../src/core/journal.js';
import type { Entry } from '../../src/core/journal-entry.js';
import type { JournalStore } from '../../src/core/journal-store.js';
import { WalletProvider } from '../../src/core/provider.js';
import { openSeals } from '../../src/core/seals.js';
import { faults } from '../../src/simulators/faults.js';
import { startSimulators, type Simulators } from '../../src/simulators/index.js';
import { idEnding } from '../../src/simulators/outcomes.js';
import { openSqliteStore } from '../../src/store/sqlite/open.js';
import { CreateWalletAccountDocument } from '../generated/operations.js';
import { freshKey, startTestGateway, type TestGateway } from '../support/gateway.js';
import { ask } from '../support/http.js';

/** A start with ten thousand operations that a dead process left open, at two providers. */

const storeKey = randomBytes(32);
const keyIds = openSeals([storeKey]).keyIds;
const open = 10_000;
const perSecond = 7;
/** A busy machine is not a wrong one. */
jest.setTimeout(60_000);

let folder: string;
/** As the dead process left it. */
let left: string;
let file: string;
let simulators: Simulators;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'open-'));
  left = join(folder, 'left.sqlite');
  const store = openSqliteStore({ file: left, keyIds });
  // An hour ago: everything that was on its way has arrived since, or never will.
  const clock = { ...systemClock, now: () => Date.now() - 3_600_000 };
  const journal = openJournal({ store, seals: openSeals([storeKey]), clock });
  const entries = await Promise.all(Array.from({ length: open }, (_unused, index) => claim(journal, index)));
  await Promise.all(
    entries
      .filter((_entry, index) => index % 4 >= 2)
      .map(entry => journal.move(entry, { status: 'unknown', result: null })),
  );
  await store.close();
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(async () => {
  simulators = await startSimulators();
  file = join(folder, `${randomUUID()}.sqlite`);
  copyFileSync(left, file);
});
afterEach(() => simulators.stop());

/** Half of them at Moov, which is asked for what there is; half at LIQUIDO, where the same request is sent again. */
function claim(journal: Journal, index: number): Promise<Entry> {
  const digits = String(index).padStart(4, '0');
  const liquido = { phoneNumber: `+573000${digits}00`, name: 'Ana', country: 'CO', currency: 'COP' };
  const common = { tenant: 'default', idempotencyKey: `k${index}`, target: null, quietAfterMs: 25_000 };
  return index % 2 === 0
    ? journal.claim({
        ...common,
        mutation: 'createMoovWallet',
        provider: WalletProvider.MOOV,
        input: { accountId: idEnding(), name: 'n' },
      })
    : journal.claim({
        ...common,
        mutation: 'createWalletAccount',
        provider: WalletProvider.LIQUIDO,
        input: { account: { liquido } },
      });
}

const start = (environment: Readonly<Record<string, string>> = {}): Promise<TestGateway> =>
  startTestGateway({
    environment: {
      ...simulators.environment,
      STORE_URL: `sqlite:${file}`,
      STORE_KEY: storeKey.toString('base64'),
      SETTLE_PER_SECOND: String(perSecond),
      LOG_LEVEL: 'info',
      ...environment,
    },
  });
const isReady = async ({ url }: TestGateway) => (await ask(url, { method: 'GET', path: '/readyz' })).status === 200;
const lookedFor = () => ({ moov: simulators.moov.exchanges.length, liquido: simulators.liquido.ledger.length });
const until = async (isSo: () => boolean) => {
  while (!isSo()) await new Promise(resolve => setTimeout(resolve, 10));
};

/** How many stand so, seen from outside. */
async function count(status: 'calling' | 'unknown' | 'done'): Promise<number> {
  const store: JournalStore = openSqliteStore({ file, keyIds, isGuest: true });
  const rows = await store.list({ tenant: 'default', statuses: [status], after: null, limit: 2 * open });
  await store.close();
  return rows.length;
}

test('it is ready, and makes wallets, though none of them can be settled', async () => {
  simulators.moov.next(faults.hang(), { route: 'any', times: open });
  simulators.liquido.next(faults.hang(), { route: 'any', times: open });
  const gateway = await start({ PROVIDER_TIMEOUT_MS: '60000' });
  try {
    expect(await isReady(gateway)).toBe(true);
    const account = { juspay: { customerId: 'shopper-000001', gateway: 'MOBIKWIK' } };
    const input = { idempotencyKey: freshKey(), account };
    expect((await gateway.execute(CreateWalletAccountDocument, { input })).createWalletAccount).toMatchObject({
      __typename: 'WalletAccountCreated',
    });
    expect(await isReady(gateway)).toBe(true);
    expect(await count('unknown')).toBe(open);
    expect(lookedFor()).toMatchObject({ liquido: 0 });
  } finally {
    await Promise.all([simulators.moov.stop(), simulators.liquido.stop()]); // what hangs ends
    await gateway.stop();
  }
});

test('they are looked for a few at a time, at each provider', async () => {
  const since = performance.now();
  const gateway = await start();
  try {
    const ticks = 4;
    for (let seen = 0; seen <= (ticks - 1) * perSecond;) {
      await until(() => lookedFor().liquido > seen && lookedFor().moov > seen);
      // However late this is seen: so many ticks have been since, and each took no more than its share.
      const begun = Math.floor((performance.now() - since) / 1_000) + 1;
      const { moov, liquido } = lookedFor();
      expect(liquido).toBeLessThanOrEqual(begun * perSecond);
      expect(moov).toBeLessThanOrEqual(begun * perSecond);
      seen = Math.min(moov, liquido);
    }
  } finally {
    await gateway.stop();
  }
});

test('a provider that hangs is asked no more often than it answers, and the other goes on', async () => {
  simulators.moov.next(faults.hang(), { route: 'any', times: open });
  const gateway = await start({ PROVIDER_TIMEOUT_MS: '60000' });
  try {
    await until(() => lookedFor().liquido >= 3 * perSecond);
    expect(lookedFor().moov).toBe(perSecond);
  } finally {
    await simulators.moov.stop(); // what hangs ends
    await gateway.stop();
  }
});
