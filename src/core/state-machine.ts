import { OperationStatus } from './operation.js';

/**
 * How an operation stands, and how it may go on: the whole of it. `docs/idempotency.md` draws this table.
 *
 * - `calling`: an attempt is under way. Committed before the first byte goes to the provider.
 * - `done`: the provider did it.
 * - `refused`: the attempt ended and proves that nothing was done; the same key may be sent again.
 * - `unknown`: it may or may not have been done. It is settled as its `Recovery` says; nothing else is sent again.
 * - `absent`: it was looked for and is not there: never applied. The same key may be sent again.
 * - `attention`: looking cannot tell. A person must.
 * - `lost`: unknown for good, and harmless: the same key gets the same answer, a new key may be used.
 */
export const moves = {
  calling: ['done', 'refused', 'unknown', 'lost'],
  refused: ['calling'],
  unknown: ['done', 'absent', 'attention', 'lost'],
  absent: ['calling'],
  attention: ['done', 'absent'],
  done: [],
  lost: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type RowStatus = keyof typeof moves;

/** Who has got so far waits for nobody. Such rows are dropped when their time is over; no other ever is. */
export const finalStatuses = ['done', 'refused', 'absent', 'lost'] as const satisfies readonly RowStatus[];

export function isFinal(status: RowStatus): boolean {
  return (finalStatuses as readonly RowStatus[]).includes(status);
}

export function mayMove(from: RowStatus, to: RowStatus): boolean {
  return (moves[from] as readonly RowStatus[]).includes(to);
}

/** As clients see it. */
export const statusOf: Readonly<Record<RowStatus, OperationStatus>> = {
  calling: OperationStatus.IN_PROGRESS,
  done: OperationStatus.SUCCEEDED,
  refused: OperationStatus.FAILED,
  unknown: OperationStatus.UNKNOWN,
  absent: OperationStatus.FAILED,
  attention: OperationStatus.NEEDS_ATTENTION,
  lost: OperationStatus.FAILED,
};

/** What a client's word for it stands for. */
export function rowStatuses(status: OperationStatus): RowStatus[] {
  return (Object.keys(statusOf) as RowStatus[]).filter(name => statusOf[name] === status); // its keys are all of them
}
