import { firstAttempt, type JournalRow } from '../../../src/core/journal-store.js';
import type { WalletProvider } from '../../../src/core/provider.js';
import { finalStatuses, type RowStatus } from '../../../src/core/state-machine.js';

/** The tables' rows, and what statements are given of them: several at once, as one array for each column. */

/** A row of the table `operation`. */
export interface OperationRow extends JournalRow {
  readonly place: number;
  readonly isAwaited: boolean;
}

export interface UseRow {
  readonly id: string;
  readonly name: Buffer;
  readonly until: number;
}

/** For each column of such rows, all that stands in it. */
export type Columns<Row extends readonly unknown[]> = { readonly [Place in keyof Row]: readonly Row[Place][] };

export type Claim = readonly [
  id: string,
  tenant: string,
  mutation: string,
  provider: WalletProvider,
  keyHash: Buffer,
  inputHash: Buffer,
  sealKeyId: string,
  owner: string,
  startedAt: number,
  quietAt: number,
  target: Buffer | null,
  intent: Buffer,
];

export type Move = readonly [
  id: string,
  attempt: number,
  origins: string,
  status: RowStatus,
  finishedAt: number,
  result: Buffer | null,
  remainder: Buffer | null,
  forgetAt: number | null,
  resource: Buffer | null,
  lookAt: number | null,
];

/** The rows that these columns hold: unnest. */
export function rowsOf<Row extends readonly unknown[]>(columns: Columns<Row>): readonly Row[] {
  const [first = []] = columns as readonly (readonly unknown[])[];
  return first.map((_value, index) => columns.map(column => column[index]) as unknown as Row); // one from each column
}

export function rowFrom(claim: Claim): JournalRow {
  const [id, tenant, mutation, provider, keyHash, inputHash, sealKeyId, owner, startedAt, quietAt, target, intent] =
    claim;
  const place = { id, tenant, mutation, provider, keyHash, inputHash, sealKeyId };
  return firstAttempt({ ...place, owner, startedAt, quietAt, target, intent: () => intent });
}

export type MoveGiven = ReturnType<typeof moveFrom>;

export function moveFrom(move: Move, index: number) {
  const [id, attempt, origins, status, finishedAt, result, remainder, forgetAt, resource, lookAt] = move;
  const ending = { status, finishedAt, result, remainder, forgetAt, resource, lookAt };
  return { place: index + 1, id, attempt, from: origins.split(' ') as RowStatus[], ending }; // as they were joined
}

export function keyOf({ tenant, mutation, keyHash }: JournalRow): string {
  return `${tenant}/${mutation}/${textOf(keyHash)}`;
}

export function textOf(hash: Buffer): string {
  return hash.toString('latin1'); // as good a name, and cheaper
}

/** With the columns that the journal asks for. */
export function bare({ place: _place, isAwaited: _isAwaited, ...row }: OperationRow): JournalRow {
  return row;
}

export function isIn(hashes: readonly Buffer[], hash: Buffer | null): boolean {
  return hash !== null && hashes.some(one => one.equals(hash));
}

export function isFinal({ status }: JournalRow): boolean {
  return (finalStatuses as readonly RowStatus[]).includes(status);
}

export function isAt(id: string, attempt: number, status: RowStatus): (row: OperationRow) => boolean {
  return row => row.id === id && row.attempt === attempt && row.status === status;
}

export function isStanding(row: OperationRow, { id, attempt, from }: MoveGiven): boolean {
  return row.id === id && row.attempt === attempt && from.includes(row.status);
}
