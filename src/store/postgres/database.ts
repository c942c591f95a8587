import { JournalAway } from '../../core/failures.js';

/** As much of PostgreSQL as the journal's rows need: the port behind which its connections stand. */

/** One statement that is known by its name, and prepared under it. `Row` is what it answers with. */
export interface Statement<Row> {
  readonly name: string;
  readonly text: string;
  /** For many at once, so that few of it are ever under way: it may wait for a connection behind however many others. */
  readonly isGrouped?: boolean;
  /** Never there: what the compiler knows the rows by. */
  readonly row?: Row;
}

export type Value = string | number | boolean | null | Buffer | readonly (string | number | boolean | null | Buffer)[];

/**
 * Rejects with `ConnectionLost`, with `Undone`, with `Refused`, or with what the database itself says against it: within a
 * few seconds, whatever became of the database.
 */
export type Query = <Row>(statement: Statement<Row>, values: readonly Value[]) => Promise<readonly Row[]>;

export interface Database {
  /** The statement is a transaction of its own: no process that stands still holds a lock through it. */
  readonly query: Query;
  /**
   * All that `work` asks for is one transaction, READ COMMITTED, each statement of which sees what was committed before
   * it began. Where `work` rejects, it is undone. Whoever stands still in it is cut off after a while.
   */
  transaction<Result>(work: (query: Query) => Promise<Result>): Promise<Result>;
  /** Resolves when it is told that the operation with that id has moved, or when it may have missed that. */
  moved(id: string): { readonly told: Promise<void>; readonly forget: () => void };
  /** Frees the places of what was erased; its bytes may stand there until something else does. */
  vacuum(): Promise<void>;
  close(): Promise<void>;
}

/** Nothing is certain: what was asked for was carried out, or is still being carried out, or never will be. */
export class ConnectionLost extends JournalAway {}

/** Others were in the way. It was undone, for certain, and may go well the next time. */
export class Undone extends Error {}

/** It is not to be done here and now, as when too much is asked for at once: nothing was, or it was undone. */
export class Refused extends JournalAway {}
