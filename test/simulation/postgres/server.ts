import type { Statement, Value } from '../../../src/store/postgres/database.js';
import { lockMs, statementMs } from '../../../src/store/postgres/connections.js';
import { ConnectionLost, Undone } from '../../../src/store/postgres/database.js';
import type { SimulatedRows } from '../store.js';
import type { Timeline } from '../timeline.js';
import { interpretations } from './interpretations.js';
import type { OperationRow, UseRow } from './rows.js';

/**
 * PostgreSQL as the journal uses it, by READ COMMITTED: each statement sees what was committed when it began; who wants to
 * change a row that another transaction has changed waits for that one's end, and then looks at the row again. What it does
 * is held against a real one, in `test/store`.
 */

/** One row: what was committed of it, in turn, and the transaction that holds it, with what that has made of it. */
export interface Item<Row> {
  readonly versions: { readonly commit: number; readonly row: Row | null }[];
  holder: Transaction | null;
  /** Undefined where the holder has not changed it, null where it has deleted it. */
  changed: Row | null | undefined;
}

export type Table<Row> = Map<string, Item<Row>>;

/** Whatever the server says against a statement: it was undone, and a retry is of no use. */
export class StatementFailed extends Error {}

export interface Transaction {
  readonly held: Set<Item<unknown>>;
  readonly locks: string[];
  readonly told: string[];
  /** Those who wait for its end, in the order in which they came. */
  readonly waiting: Set<() => void>;
  isOver: boolean;
  /** A statement of it has failed: it can only be undone. */
  hasFailed: boolean;
}

/** What a statement came to. */
export type Outcome = { readonly rows: readonly object[] } | { readonly error: Error };

export class SimulatedPostgres implements SimulatedRows {
  readonly rows = new Map<string, OperationRow>();
  readonly moved = new Map<string, number>();
  readonly operations: Table<OperationRow> = new Map();
  readonly wallets: Table<string> = new Map();
  readonly uses: Table<UseRow> = new Map();
  readonly advisory = new Map<string, Transaction>();
  /** Told of each id that is notified. */
  readonly listeners = new Set<(id: string) => void>();
  /** Told when it stops: every connection is cut. */
  readonly stopped = new Set<() => void>();
  isUp = true;
  lastPlace = 0;
  commits = 0;

  constructor(private readonly timeline: Pick<Timeline, 'after' | 'now'>) {}

  begin(): Transaction {
    return { held: new Set(), locks: [], told: [], waiting: new Set(), isOver: false, hasFailed: false };
  }

  /** Calls back at once, or when everybody in its way is through. */
  execute(
    transaction: Transaction,
    { name }: Statement<unknown>,
    values: readonly Value[],
    done: (outcome: Outcome) => void,
  ): void {
    const interpretation = interpretations[name];
    if (interpretation === undefined) throw new Error(`The model of PostgreSQL does not know the statement "${name}".`);
    if (transaction.isOver) return done({ error: new ConnectionLost('The server has closed the connection.') });
    if (transaction.hasFailed) return done({ error: new StatementFailed('The transaction is aborted.') });
    const steps = interpretation(new Execution(this, transaction), values as never); // by the statement's own text
    const endsAt = this.timeline.now + statementMs;

    const end = (outcome: Outcome): void => {
      if ('error' in outcome) transaction.hasFailed = true;
      done(outcome);
    };
    const waitFor = (other: Transaction): void => {
      const patienceMs = Math.min(lockMs, endsAt - this.timeline.now);
      const own = (): void => {
        off();
        transaction.waiting.delete(cut);
        advance();
      };
      /** Its own transaction is ended from outside: nobody waits any more. */
      const cut = (): void => {
        off();
        other.waiting.delete(own);
        end({ error: new ConnectionLost('The connection was closed while it waited.') });
      };
      const off = this.timeline.after(patienceMs, () => {
        other.waiting.delete(own);
        transaction.waiting.delete(cut);
        const isLockOver = patienceMs === lockMs;
        end({ error: isLockOver ? new Undone('A lock was not to be had.') : new StatementFailed('It took too long.') });
      });
      other.waiting.add(own);
      transaction.waiting.add(cut);
    };
    const advance = (): void => {
      if (transaction.isOver) return end({ error: new ConnectionLost('The connection was closed while it waited.') });
      let step: ReturnType<typeof steps.next>;
      try {
        step = steps.next();
      } catch (error) {
        if (!(error instanceof StatementFailed)) throw error;
        return end({ error });
      }
      if (step.done === true) end({ rows: step.value });
      else waitFor(step.value);
    };
    advance();
  }

  /** Whether it was committed; one that has failed is undone. */
  commit(transaction: Transaction): boolean {
    if (transaction.isOver || transaction.hasFailed) {
      this.rollback(transaction);
      return false;
    }
    this.commits += 1;
    for (const item of transaction.held) {
      if (item.changed === undefined) continue;
      this.#note(item);
      item.versions.push({ commit: this.commits, row: item.changed });
    }
    this.#end(transaction);
    for (const id of transaction.told) for (const listener of this.listeners) listener(id);
    return true;
  }

  rollback(transaction: Transaction): void {
    if (!transaction.isOver) this.#end(transaction);
  }

  /** What was committed stays. */
  stop(): void {
    this.isUp = false;
    for (const cut of this.stopped) cut();
  }

  start(): void {
    this.isUp = true;
  }

  #end(transaction: Transaction): void {
    transaction.isOver = true;
    for (const item of transaction.held) {
      item.holder = null;
      item.changed = undefined;
    }
    for (const lock of transaction.locks) this.advisory.delete(lock);
    for (const goOn of transaction.waiting) goOn();
  }

  /** What a judge sees of it. */
  #note(item: Item<unknown>): void {
    const before = item.versions.at(-1)?.row ?? null;
    const after = item.changed ?? null;
    if (isOperation(before)) {
      if (!isOperation(after) || after.id !== before.id) this.rows.delete(before.id);
    }
    if (!isOperation(after)) return;
    this.rows.set(after.id, after);
    const from = isOperation(before) && before.id === after.id ? before.status : 'new';
    if (from === after.status) return;
    const edge = `${from} → ${after.status}`;
    this.moved.set(edge, (this.moved.get(edge) ?? 0) + 1);
  }
}

function isOperation(row: unknown): row is OperationRow {
  return typeof row === 'object' && row !== null && 'keyHash' in row;
}

/** Gives way to another transaction for as long as it is in the way. */
export type Steps<Result> = Generator<Transaction, Result, void>;

/** One statement under way, with what it sees. */
export class Execution {
  readonly #snapshot: number;

  constructor(
    readonly server: SimulatedPostgres,
    readonly transaction: Transaction,
  ) {
    this.#snapshot = server.commits;
  }

  /** As it was when the statement began. What the statement itself has written it must not ask for. */
  seen<Row>(item: Item<Row>): Row | null {
    if (item.holder === this.transaction && item.changed !== undefined) return item.changed;
    for (let index = item.versions.length - 1; index >= 0; index -= 1) {
      const version = item.versions[index];
      if (version !== undefined && version.commit <= this.#snapshot) return version.row;
    }
    return null;
  }

  /** Every row that it sees, of those that are so. */
  where<Row>(table: Table<Row>, isSo: (row: Row) => boolean): Row[] {
    const found: Row[] = [];
    for (const item of table.values()) {
      const row = this.seen(item);
      if (row !== null && isSo(row)) found.push(row);
    }
    return found;
  }

  isHeldByAnother(item: Item<unknown>): boolean {
    return item.holder !== null && item.holder !== this.transaction;
  }

  /** Holds it, as soon as nobody else does; gives its newest version. */
  *hold<Row>(item: Item<Row>): Steps<Row | null> {
    while (item.holder !== null && item.holder !== this.transaction) yield item.holder;
    item.holder = this.transaction;
    this.transaction.held.add(item as Item<unknown>);
    return item.changed !== undefined ? item.changed : (item.versions.at(-1)?.row ?? null);
  }

  /** Of one that is held. */
  write<Row>(item: Item<Row>, row: Row | null): void {
    item.changed = row;
  }

  /** UPDATE or DELETE: what was so when the statement began is changed where it is so still. Gives the rows as they were. */
  *change<Row>(
    table: Table<Row>,
    isSo: (row: Row) => boolean,
    changed: (row: Row) => Row | null,
  ): Steps<{ readonly before: Row; readonly after: Row | null }[]> {
    const all: { readonly before: Row; readonly after: Row | null }[] = [];
    for (const item of table.values()) {
      const seen = this.seen(item);
      if (seen === null || !isSo(seen)) continue;
      const before = yield* this.hold(item);
      if (before === null || !isSo(before)) continue;
      const after = changed(before);
      this.write(item, after);
      all.push({ before, after });
    }
    return all;
  }

  /** INSERT … ON CONFLICT: the row that has the key already, after its maker's end, or null where this one is made. */
  *insert<Row>(table: Table<Row>, key: string, row: Row): Steps<Row | null> {
    const item: Item<Row> = table.get(key) ?? { versions: [], holder: null, changed: undefined };
    table.set(key, item);
    while (item.holder !== null && item.holder !== this.transaction && item.changed !== undefined) yield item.holder;
    const standing =
      item.holder === this.transaction && item.changed !== undefined
        ? item.changed
        : (item.versions.at(-1)?.row ?? null);
    if (standing !== null) return standing;
    yield* this.hold(item);
    this.write(item, row);
    return null;
  }
}
