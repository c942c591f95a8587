import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { systemClock } from '../../src/core/clock.js';
import type { JournalStore } from '../../src/core/journal-store.js';
import { openJournal, type Journal } from '../../src/core/journal.js';
import type { Entry } from '../../src/core/journal-entry.js';
import { WalletProvider } from '../../src/core/provider.js';
import { openSeals } from '../../src/core/seals.js';
import { openSqliteStore } from '../../src/store/sqlite/open.js';
import { withGateway } from '../support/gateway.js';
import { handClock, type HandClock } from '../support/time.js';

/** OPERATION_RETENTION_DAYS: until then a success is replayed; then its key is free. What is undecided is kept for ever. */

const day = 86_400_000;
const retention = 30 * day;
const key = randomBytes(32);
let clock: HandClock;
let store: JournalStore;
let journal: Journal;
beforeEach(() => {
  clock = handClock();
  store = openSqliteStore({ file: ':memory:', keyIds: openSeals([key]).keyIds });
  journal = openJournal({ store, seals: openSeals([key]), clock });
});
afterEach(() => store.close());

const claim = (idempotencyKey: string, into = journal) =>
  into.claim({
    tenant: 'default',
    mutation: 'createMoovWallet',
    provider: WalletProvider.MOOV,
    idempotencyKey,
    input: { name: 'n' },
    target: null,
    quietAfterMs: 25_000,
  });
const moved = async (entry: Entry, status: 'done' | 'refused' | 'unknown' | 'absent' | 'attention' | 'lost') => {
  const outcome = await journal.move(entry, { status, result: status === 'done' ? { walletId: 'w' } : null });
  if (typeof outcome === 'string') throw new Error(outcome);
  return outcome;
};
const reap = (limit = 200) => store.reap(clock.now() - retention, limit);
const standing = async (idempotencyKey: string) =>
  (await journal.byKey('default', 'createMoovWallet', idempotencyKey))?.operation ?? null;

test('a success is replayed to the last moment; then it is dropped, and its key makes a new operation', async () => {
  const first = await moved(await claim('k'), 'done');
  clock.jump(retention);
  expect(await reap()).toBe(0);
  expect(await claim('k')).toMatchObject({ isClaimed: false, operation: { result: { walletId: 'w' } } });
  clock.jump(1);
  expect(await reap()).toBe(1);
  expect(await standing('k')).toBeNull();
  expect(await journal.entry('default', first.operation.id)).toBeNull();
  const again = await claim('k');
  expect(again).toMatchObject({ isClaimed: true, attempt: 1 });
  expect(again.id).not.toBe(first.id);
});

test("a provider's own key outlives the row: what it deduplicates, it deduplicates still", async () => {
  const first = await claim('k');
  await moved(first, 'done');
  clock.jump(retention + 1);
  await reap();
  expect((await claim('k')).providerKey).toBe(first.providerKey);
});

test('what is undecided is kept for ever', async () => {
  await claim('calling');
  await moved(await claim('unknown'), 'unknown');
  await moved(await moved(await claim('attention'), 'unknown'), 'attention');
  clock.jump(100 * 365 * day);
  expect(await reap()).toBe(0);
  for (const undecided of ['calling', 'unknown', 'attention']) {
    expect(await claim(undecided)).toMatchObject({ isClaimed: false, status: undecided });
  }
});

test('what was undecided for long is kept from its end on', async () => {
  const attention = await moved(await moved(await claim('k'), 'unknown'), 'attention');
  clock.jump(2 * retention);
  await moved(attention, 'done');
  clock.jump(retention);
  expect(await reap()).toBe(0);
  expect(await standing('k')).toMatchObject({ status: 'SUCCEEDED' });
  clock.jump(1);
  expect(await reap()).toBe(1);
});

test.each(['refused', 'lost'] as const)('%s is dropped like a success', async status => {
  await moved(await claim('k'), status);
  clock.jump(retention + 1);
  expect(await reap()).toBe(1);
  expect(await claim('k')).toMatchObject({ isClaimed: true, attempt: 1 });
});

test('a gateway drops at its start what ended OPERATION_RETENTION_DAYS ago, and nothing else', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'retention-'));
  const file = join(folder, 'billfold.sqlite');
  const seals = openSeals([key]);
  const daysAgo = (days: number) => ({ ...systemClock, now: () => Date.now() - days * 86_400_000 });
  const written = openSqliteStore({ file, keyIds: seals.keyIds });
  const left = async (name: string, days: number, status: 'done' | 'attention') => {
    const past = openJournal({ store: written, seals, clock: daysAgo(days) });
    const entry = await claim(name, past);
    const from = status === 'done' ? entry : await past.move(entry, { status: 'unknown', result: null });
    if (typeof from === 'string') throw new Error(from);
    await past.move(from, { status, result: null });
    return entry.operation.id;
  };
  const ids = { old: await left('old', 11, 'done'), young: await left('young', 9, 'done') };
  const undecided = await left('undecided', 400, 'attention');
  await written.close();

  const environment = {
    STORE_URL: `sqlite:${file}`,
    STORE_KEY: key.toString('base64'),
    OPERATION_RETENTION_DAYS: '10',
  };
  await withGateway({ environment }, async gateway => {
    const statusOf = async (id: string) => {
      const { data } = await gateway.send<{ operation: { status: string } | null }, object>(
        'query ($id: ID!) { operation(id: $id) { status } }',
        { id },
      );
      return data?.operation?.status ?? null;
    };
    while ((await statusOf(ids.old)) !== null) await new Promise(resolve => setTimeout(resolve, 20));
    expect(await statusOf(ids.young)).toBe('SUCCEEDED');
    expect(await statusOf(undecided)).toBe('NEEDS_ATTENTION');
  });
  rmSync(folder, { recursive: true });
});

describe('many at once', () => {
  test('are dropped in batches, between which others get their turn', async () => {
    const rows = Array.from({ length: 500 }, (_unused, index) => `k${index}`);
    await Promise.all(rows.map(async name => moved(await claim(name), 'done')));
    clock.jump(retention + 1);
    await moved(await claim('fresh'), 'done');
    const sizes: number[] = [];
    for (let size = 200; size === 200; sizes.push(size)) {
      size = await reap();
      expect(await claim('fresh')).toMatchObject({ isClaimed: false, status: 'done' });
    }
    expect(sizes).toEqual([200, 200, 100]);
    expect(await reap()).toBe(0);
    expect((await journal.list('default', null, 100, null)).entries).toHaveLength(1);
  });
});

test.each(['calling', 'unknown', 'attention'] as const)(
  'what was %s when an erasure read it, and is done by then, keeps its key from being used again',
  async status => {
    const calling = await claim('k');
    const read = status === 'calling' ? calling : await moved(calling, 'unknown');
    const listed = status === 'attention' ? await moved(read, 'attention') : read;
    await moved(listed, 'done');
    expect(await journal.erase(listed)).toBe(false);
    expect(await claim('k')).toMatchObject({ isClaimed: false, operation: { result: { walletId: 'w' } } });
  },
);
