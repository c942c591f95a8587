import {
  firstAttempt,
  type JournalRow,
  type JournalStore,
  type NewRow,
  type OlderHashes,
} from '../../core/journal-store.js';
import { Refused, Undone, type Query } from './database.js';
import { locksOf } from './locks.js';
import type { Retries } from './retries.js';
import { statements } from './statements.js';

/** How a key is claimed, so that of all gateways that want it one has it. */

type Claimed = { readonly row: JournalRow; readonly isClaimed: boolean };

/** With the store keys that this gateway has. */
export function claimsWith(retries: Retries, keyIds: readonly string[]): JournalStore['claim'] {
  const claimAll = async (ask: Query, rows: readonly NewRow[]): Promise<readonly (Claimed | 'unseen' | 'barred')[]> => {
    // In one order for everybody: who waits for another one's key is not waited for by them.
    const ordered = rows.toSorted((one, other) => Buffer.compare(one.keyHash, other.keyHash));
    const found = await ask(statements.claim, claimValues(ordered, keyIds));
    const byPlace = new Map(found.map(({ place, ...rest }) => [ordered[place - 1], rest]));
    return rows.map(row => {
      const { isMade = false, isBarred = false, ...seen } = byPlace.get(row) ?? {};
      if (isMade) return { row: firstAttempt(row), isClaimed: true };
      if (isRow(seen)) return { row: seen, isClaimed: isOwnClaim(seen, row) };
      return isBarred ? 'barred' : 'unseen';
    });
  };
  const claimAlone = retries.inBatches(claimAll);

  return (row, older, targets = []) =>
    older.length === 0 && targets.length === 0
      ? claim(row)
      : retries.transaction(ask => claimInLine(ask, row, older, targets));

  /** What a key that is not new comes to: nothing, or the next attempt. */
  async function claimKnown(
    ask: Query,
    given: NewRow,
    inputHash: Buffer,
    { row, isClaimed }: Claimed,
  ): Promise<Claimed> {
    if (isClaimed || !isFree(row) || !row.inputHash.equals(inputHash)) return { row, isClaimed };
    const { owner, startedAt, quietAt } = given;
    const [retaken] = await ask(statements.retake, [row.id, inputHash, owner, startedAt, quietAt, row.attempt]);
    if (retaken !== undefined) return { row: retaken, isClaimed: true };
    const [now] = await ask(statements.byId, [row.id]);
    return { row: now ?? row, isClaimed: false };
  }

  async function claim(given: NewRow, ask = retries.asking()): Promise<Claimed> {
    const first = await claimAlone(given);
    if (first === 'barred') throw keyMissing();
    if (first !== 'unseen') return claimKnown(ask, given, given.inputHash, first);
    // Somebody inserted it after the statement had begun: another statement sees it.
    const [row] = await ask(statements.byKey, [given.tenant, given.mutation, [given.keyHash]]);
    if (row === undefined) return claim(given, ask); // and somebody dropped it since
    return claimKnown(ask, given, given.inputHash, { row, isClaimed: isOwnClaim(row, given) });
  }

  /** Where the row's key alone does not say who comes first: one after the other, by locks that are taken before anything is looked at. */
  async function claimInLine(
    ask: Query,
    given: NewRow,
    older: readonly OlderHashes[],
    targets: readonly Buffer[],
  ): Promise<Claimed | null> {
    const hashes = [given, ...older];
    await ask(statements.lock, [locksOf([...targets, ...(older.length > 0 ? hashes.map(one => one.keyHash) : [])])]);
    const mustWait = async (id: string): Promise<boolean> =>
      targets.length > 0 && (await ask(statements.apart, [targets, id])).length > 0;
    // A key from before a rotation is found under its own store key; only where there is none at all is it new.
    const [row] = await ask(statements.byKey, [given.tenant, given.mutation, hashes.map(one => one.keyHash)]);
    if (row !== undefined) {
      const { inputHash } = hashes.find(one => one.keyHash.equals(row.keyHash)) ?? given;
      const isClaimed = isOwnClaim(row, given);
      if (!isClaimed && isFree(row) && row.inputHash.equals(inputHash) && (await mustWait(row.id))) return null;
      return claimKnown(ask, given, inputHash, { row, isClaimed });
    }
    if (await mustWait(given.id)) return null;
    const [made] = await ask(statements.claim, claimValues([given], keyIds));
    if (made?.isBarred === true) throw keyMissing();
    if (made?.isMade !== true) throw new Undone('The key was claimed by somebody who stands in no line.');
    return { row: firstAttempt(given), isClaimed: true };
  }
}

function isRow(seen: { readonly [Member in keyof JournalRow]?: JournalRow[Member] | null }): seen is JournalRow {
  return seen.id != null; // it is a whole row, or none
}

function isFree({ status }: JournalRow): boolean {
  return status === 'refused' || status === 'absent';
}

/** The claim was carried out, and its answer was lost: nobody else gives a row that id. */
function isOwnClaim({ id, status, attempt }: JournalRow, given: NewRow): boolean {
  return id === given.id && status === 'calling' && attempt === 1;
}

/** Under a key that is not here somebody else may have claimed what would be claimed. */
export function keyMissing(): Refused {
  return new Refused('STORE_KEY lacks a key that others seal with.');
}

function claimValues(rows: readonly NewRow[], keyIds: readonly string[]) {
  return [
    rows.map(({ id }) => id),
    rows.map(({ tenant }) => tenant),
    rows.map(({ mutation }) => mutation),
    rows.map(({ provider }) => provider),
    rows.map(({ keyHash }) => keyHash),
    rows.map(({ inputHash }) => inputHash),
    rows.map(({ sealKeyId }) => sealKeyId),
    rows.map(({ owner }) => owner),
    rows.map(({ startedAt }) => startedAt),
    rows.map(({ quietAt }) => quietAt),
    rows.map(({ target }) => target),
    rows.map(({ intent }) => intent()),
    keyIds,
  ];
}
