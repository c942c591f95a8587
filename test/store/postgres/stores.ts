import type { JournalStore } from '../../../src/core/journal-store.js';
import { WalletProvider } from '../../../src/core/provider.js';
import { openPostgresStore, type PostgresOptions } from '../../../src/store/postgres/open.js';
import { serverAt } from '../../support/postgres.js';
import { bytes, ended, moveTo, newRow, quietAt, start } from '../rows.js';

/** Stores on PostgreSQL, as these tests open them. */

/** As the rows name it. */
export const keyIds = ['seal-key-1', 'seal-key-2'];

const opened: JournalStore[] = [];

/** Closed by `closeStores`, which is for `afterEach`. */
export async function openStoreAt(url: string, options: Partial<PostgresOptions> = {}): Promise<JournalStore> {
  const store = await openPostgresStore({ server: serverAt(url), connections: 8, keyIds, ...options });
  opened.push(store);
  return store;
}

export async function closeStores(): Promise<void> {
  await Promise.all(opened.splice(0).map(store => store.close()));
}

let keys = 0;

/** That no other test uses. */
export function freshKey(): string {
  return `key-${(keys += 1)}`;
}

const seeker = { owner: 'owner-1', now: start, until: start + 30_000, tooFarAhead: start + 60_000 };

/** Everything that the gateway asks of a store, about one operation that stands in it. */
export function everyCall(store: JournalStore, id: string): Readonly<Record<string, () => Promise<unknown>>> {
  const targets = [bytes('target')];
  const guard = { targets, undecided: 0 };
  return {
    'claim a new key': () => store.claim(newRow(freshKey()), []),
    'claim during a rotation': () =>
      store.claim(newRow(freshKey()), [{ keyHash: bytes(freshKey()), inputHash: bytes('input') }]),
    'claim a change': () => store.claim(newRow(freshKey()), [], targets),
    move: () => store.move(id, 99, moveTo('done')),
    'move by what was seen': () => store.move(id, 99, moveTo('done', { guard })),
    retarget: () => store.retarget(id, 99, null, Buffer.from('intent')),
    take: () => store.take(id, 99, 'owner-1', quietAt),
    note: () => store.note(id, 99, Buffer.from('note')),
    byId: () => store.byId(id),
    byKey: () => store.byKey('default', 'createMoovWallet', [bytes('k')]),
    list: () => store.list({ tenant: 'default', statuses: null, after: id, limit: 5 }),
    count: () => store.count('default', ['unknown']),
    orphan: () => store.orphan('owner-1', start, 60_000),
    due: () => store.due({ ...seeker, abandonedSince: start - 3_000, limits: { [WalletProvider.MOOV]: 5 } }),
    seek: () => store.seek(id, 99, seeker),
    awaitMove: () => store.awaitMove(id, 1, 'calling', 100),
    postpone: () => store.postpone(id, 99, start, start + 1),
    rivals: () => store.rivals(targets, [bytes('wallet')]),
    useUp: () => store.useUp({ id: freshKey(), names: [bytes('card')], maximum: 99, now: start, until: ended }),
    giveBack: () => store.giveBack(freshKey()),
    forget: () => store.forget(start),
    erase: () => store.erase(id, 99, null),
    reap: () => store.reap(start, 10),
    check: () => store.check(),
  };
}

/** How each of them ends. */
export async function endingsOf(
  calls: Readonly<Record<string, () => Promise<unknown>>>,
): Promise<readonly { readonly name: string; readonly error: unknown }[]> {
  return Promise.all(
    Object.entries(calls).map(async ([name, call]) => {
      const error = await call().then(
        () => null,
        (reason: unknown) => reason,
      );
      return { name, error };
    }),
  );
}
