import { randomBytes, randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { make } from '../src/core/codec.js';
import { globalId, newRowId } from '../src/core/ids.js';
import type { JournalStore, NewRow } from '../src/core/journal-store.js';
import { WalletProvider } from '../src/core/provider.js';
import { openSeals, type Seals } from '../src/core/seals.js';
import { hundredths, WalletState } from '../src/core/wallet.js';
import { CreateMoovWalletInput, MoovWallet, MoovWalletCreated, MoovWalletType } from '../src/providers/moov/types.js';
import { openSqliteStore } from '../src/store/sqlite/open.js';
import { columns, fillFound } from '../src/store/sqlite/schema.js';

/** Rows of a journal as a mutation makes them: a claim, and the move that ends it as done. */

export const tenant = 'default';
export const mutation = 'createMoovWallet';
export const provider = WalletProvider.MOOV;
/** Lease and deadline as they are unless set. */
export const quietAfterMs = 25_000;

export interface End {
  readonly id: string;
  readonly result: Buffer;
}

export interface Rows {
  newRow(): NewRow;
  endOf(row: NewRow): End;
  /** Rejects where the key was known. */
  claimIn(store: JournalStore, row: NewRow): Promise<void>;
  moveIn(store: JournalStore, end: End): Promise<void>;
}

export function rowsSealedBy(seals: Seals): Rows {
  const [keyId] = seals.keyIds;
  const owner = randomUUID();
  return {
    newRow() {
      const id = newRowId();
      const input = newInput();
      const intent = seals.seal(keyId, id, 'intent', { key: input.idempotencyKey, input, target: null });
      const startedAt = Date.now();
      return {
        id,
        tenant,
        mutation,
        provider,
        keyHash: randomBytes(32),
        inputHash: randomBytes(32),
        sealKeyId: keyId,
        owner,
        startedAt,
        quietAt: startedAt + quietAfterMs,
        target: null,
        intent: () => intent,
      };
    },
    endOf: ({ id }) => ({ id, result: seals.seal(keyId, id, 'result', newResult()) }),
    async claimIn(store, row) {
      if ((await store.claim(row, []))?.isClaimed !== true) throw new Error('A new key was not claimed.');
    },
    async moveIn(store, { id, result }) {
      const outcome = await store.move(id, 1, {
        from: ['calling', 'unknown'],
        to: 'done',
        finishedAt: Date.now(),
        result,
        remainder: null,
        forgetAt: null,
        resource: randomBytes(32),
        lookAt: null,
        guard: null,
      });
      if (outcome !== 'moved') throw new Error(`The move was ${outcome}.`);
    },
  };
}

/** Many at a time share a commit. */
const filledAtOnce = 2_000;

/** More are copies of these under ids and hashes of their own: nobody opens their seals, and ten million would take a quarter of an hour. */
const mostMade = 1_000_000;

/** A journal in which so many operations are over, for a gateway with that STORE_KEY. */
export async function fillJournal(file: string, storeKey: string, count: number): Promise<void> {
  const seals = openSeals([Buffer.from(storeKey, 'base64')]);
  const store = openSqliteStore({ file, keyIds: seals.keyIds });
  const { newRow, endOf, claimIn, moveIn } = rowsSealedBy(seals);
  const made = Math.min(count, mostMade);
  for (let done = 0; done < made; done += filledAtOnce) {
    const rows = Array.from({ length: Math.min(filledAtOnce, made - done) }, newRow);
    await Promise.all(rows.map(row => claimIn(store, row)));
    await Promise.all(rows.map(row => moveIn(store, endOf(row))));
  }
  await store.close();
  if (count > made) copyRows(file, { made, count });
}

/** In the order of their places, which a file that has grown with time has, too. */
function copyRows(file: string, { made, count }: { readonly made: number; readonly count: number }): void {
  const copied: Readonly<Record<string, string>> = {
    place: 'place + :shift',
    id: `substr(id, 1, 24) || format('%012x', place + :shift)`,
    key_hash: 'randomblob(32)',
    input_hash: 'randomblob(32)',
    resource: 'randomblob(32)',
  };
  const values = columns.split(/,\s+/).map(name => copied[name] ?? name);
  const database = new DatabaseSync(file);
  database.exec('PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000');
  const copy = database.prepare(
    `INSERT INTO operation (${columns}) SELECT ${values.join(', ')} FROM operation WHERE place <= :last ORDER BY place`,
  );
  for (let shift = made; shift < count; shift += made) copy.run({ shift, last: Math.min(made, count - shift) });
  database.exec(
    `BEGIN; DELETE FROM found; DELETE FROM found_until; ${fillFound}; COMMIT; PRAGMA wal_checkpoint(TRUNCATE)`,
  );
  database.close();
}

export function newInput(): CreateMoovWalletInput {
  return make(CreateMoovWalletInput, {
    idempotencyKey: randomUUID(),
    accountId: randomUUID(),
    name: 'Savings',
    description: 'For the next bicycle',
    metadata: null,
  });
}

export function newResult(): MoovWalletCreated {
  const accountId = randomUUID();
  const providerId = randomUUID();
  const moovWallet = make(MoovWallet, {
    id: globalId('MoovWallet', accountId, providerId),
    provider,
    providerId,
    state: WalletState.ACTIVE,
    providerStatus: 'active',
    accountId,
    partnerAccountId: randomUUID(),
    name: 'Savings',
    description: 'For the next bicycle',
    walletType: MoovWalletType.GENERAL,
    availableBalance: hundredths('USD', 0n),
    metadata: null,
    createdAt: '2026-07-01T10:00:00.000Z',
    closedAt: null,
  });
  return make(MoovWalletCreated, { moovWallet });
}
