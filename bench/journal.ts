import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { openJournal } from '../src/core/journal.js';
import type { JournalStore, NewRow } from '../src/core/journal-store.js';
import { openSeals } from '../src/core/seals.js';
import type { CreateMoovWalletInput } from '../src/providers/moov/types.js';
import { openSqliteStore } from '../src/store/sqlite/open.js';
import { temporaryFolder } from '../test/support/process.js';
import type { Contender, Cost } from './measure.js';
import { mutation, newInput, newResult, provider, quietAfterMs, rowsSealedBy, tenant, type End } from './rows.js';

/** The journal in this process, without a gateway: a claim, and the move that ends it as done. */

export const shippedStore = 'store, file, 64 a turn';
const operationsPerTurn = [1, 8, 64];

export interface JournalBench {
  /** In one turn of a contender; a claim and a move each. */
  readonly operations: number;
  /** In each journal before it starts. */
  readonly rowsBefore: number;
}

export interface StoreCost extends Cost {
  /** User and system time of what stands behind the store, in other processes. */
  readonly behind: number;
}

export interface StoreUnderLoad {
  readonly name: string;
  /** Asked for in one turn of the event loop, each of another one of the stores, which are one and the same journal. */
  readonly perTurn: number;
  readonly open: (keyIds: readonly string[]) => Promise<readonly [JournalStore, ...JournalStore[]]>;
  readonly cpuMicrosBehind?: () => number;
}

export async function journalContenders(bench: JournalBench): Promise<readonly Contender[]> {
  const sqlite = (place: string, file: string, perTurn: number): Promise<Contender> =>
    storeContender(bench, {
      name: `store, ${place}, ${perTurn} a turn`,
      perTurn,
      open: async keyIds => [openSqliteStore({ file, keyIds })],
    });
  const stores = operationsPerTurn.flatMap(perTurn => [
    sqlite('file', join(temporaryFolder(), 'journal.sqlite'), perTurn),
    sqlite('memory', ':memory:', perTurn),
  ]);
  return Promise.all([...stores, journalContender(bench, join(temporaryFolder(), 'journal.sqlite'))]);
}

/** The store alone: rows are made, and sealed, before the clock runs. */
export async function storeContender(
  { operations, rowsBefore }: JournalBench,
  { name, perTurn, open, cpuMicrosBehind = () => 0 }: StoreUnderLoad,
): Promise<Contender<StoreCost>> {
  const seals = openSeals([randomBytes(32)]);
  const stores = await open(seals.keyIds);
  const storeAt = (place: number): JournalStore => stores[place % stores.length] ?? stores[0];
  const { newRow, endOf, claimIn, moveIn } = rowsSealedBy(seals);
  const claim = (row: NewRow, place: number): Promise<void> => claimIn(storeAt(place), row);
  const move = (end: End, place: number): Promise<void> => moveIn(storeAt(place), end);

  const work = async (count: number, atOnce: number): Promise<Readonly<Record<string, StoreCost>>> => {
    const rows = Array.from({ length: count }, newRow);
    const claimed = await costOf(rows, atOnce, claim, cpuMicrosBehind);
    const ends = rows.map(endOf);
    return { claim: claimed, move: await costOf(ends, atOnce, move, cpuMicrosBehind) };
  };

  await work(rowsBefore, 64);
  return { name, turn: () => work(operations, perTurn) };
}

/** Around a store like the shipped one: hashes, seals, and the entry that is made of a row. */
async function journalContender({ operations, rowsBefore }: JournalBench, file: string): Promise<Contender> {
  const seals = openSeals([randomBytes(32)]);
  const journal = openJournal({ store: openSqliteStore({ file, keyIds: seals.keyIds }), seals });

  const work = async (count: number): Promise<Readonly<Record<string, Cost>>> => {
    const entries: Awaited<ReturnType<typeof journal.claim>>[] = [];
    const claim = async (input: CreateMoovWalletInput): Promise<void> => {
      const { idempotencyKey } = input;
      const entry = await journal.claim({
        tenant,
        mutation,
        provider,
        idempotencyKey,
        input,
        target: null,
        quietAfterMs,
      });
      if (!entry.isClaimed) throw new Error('A new key was not claimed.');
      entries.push(entry);
    };
    const claimed = await costOf(Array.from({ length: count }, newInput), 64, claim);
    const ends = entries.map(entry => ({ entry, result: newResult() }));
    const moved = await costOf(ends, 64, async ({ entry, result }) => {
      const { providerId } = result.moovWallet;
      const end = await journal.move(entry, { status: 'done', result, providerId });
      if (typeof end === 'string') throw new Error(`The move was ${end}.`);
    });
    return { claim: claimed, move: moved };
  };

  await work(rowsBefore);
  return { name: 'journal, file, 64 a turn', turn: () => work(operations) };
}

/** Does so many at once, each lot in one turn of the event loop. */
async function costOf<Item>(
  items: readonly Item[],
  perTurn: number,
  work: (item: Item, place: number) => Promise<void>,
  cpuMicrosBehind = () => 0,
): Promise<StoreCost> {
  const behindBefore = cpuMicrosBehind();
  const cpuBefore = process.cpuUsage();
  const wallBefore = performance.now();
  for (let index = 0; index < items.length; index += perTurn) {
    await Promise.all(items.slice(index, index + perTurn).map(work));
  }
  const { user, system } = process.cpuUsage(cpuBefore);
  const wall = performance.now() - wallBefore;
  const behind = cpuMicrosBehind() - behindBefore;
  return { cpu: (user + system) / items.length, wall: (wall * 1000) / items.length, behind: behind / items.length };
}
