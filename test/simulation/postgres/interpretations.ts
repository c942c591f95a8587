import type { RowStatus } from '../../../src/core/state-machine.js';
import { bare, isAt, isFinal, isIn, isStanding, keyOf, moveFrom, rowFrom, rowsOf, textOf } from './rows.js';
import type { Claim, Columns, Move, MoveGiven, OperationRow } from './rows.js';
import { StatementFailed, type Execution, type Item, type Steps, type Transaction } from './server.js';

/** What each statement of the journal does, by its name: `src/store/postgres/statements.ts` says it in SQL. */

type Interpretation = (execution: Execution, values: never) => Steps<readonly object[]>;

type Due = [readonly string[], readonly number[], string, number, number, number, number];

const one = [{}] as const;

export const interpretations: Readonly<Record<string, Interpretation>> = {
  *lock({ server, transaction }, [numbers]: [readonly string[]]) {
    for (const number of numbers) {
      for (let holder = holderOf(number); holder !== undefined && holder !== transaction; holder = holderOf(number)) {
        yield holder;
      }
      if (holderOf(number) === transaction) continue;
      server.advisory.set(number, transaction);
      transaction.locks.push(number);
    }
    return numbers.map(() => ({}));

    function holderOf(number: string): Transaction | undefined {
      return server.advisory.get(number);
    }
  },

  *claim(execution, claims: Columns<Claim>) {
    const { server } = execution;
    const given = rowsOf(claims).map(rowFrom);
    // The same snapshot for all of it: what it makes itself, or waits for, is not in it.
    const seen = given.map(row => {
      const item = server.operations.get(keyOf(row));
      return item === undefined ? null : execution.seen(item);
    });
    const made: boolean[] = [];
    for (const row of given) {
      server.lastPlace += 1; // the sequence goes on, whether or not there is a row for it
      const fresh: OperationRow = { ...row, place: server.lastPlace, isAwaited: false };
      made.push((yield* execution.insert(server.operations, keyOf(row), fresh)) === null);
    }
    return seen.map((row, index) => ({
      ...(row === null ? { id: null } : bare(row)),
      place: index + 1,
      isMade: made[index],
      isBarred: false, // all have the same store keys
    }));
  },

  *retake(
    execution,
    [id, inputHash, owner, startedAt, quietAt, attempt]: [string, Buffer, string, number, number, number],
  ) {
    const changed = yield* execution.change<OperationRow>(
      execution.server.operations,
      row =>
        row.id === id &&
        row.attempt === attempt &&
        row.inputHash.equals(inputHash) &&
        (row.status === 'refused' || row.status === 'absent'),
      row => ({
        ...row,
        status: 'calling',
        attempt: row.attempt + 1,
        owner,
        startedAt,
        soughtSince: row.wasUnknown ? row.soughtSince : startedAt,
        quietAt,
        finishedAt: null,
        lookAt: null,
        note: row.wasUnknown ? row.note : null,
        result: null,
        remainder: null,
        forgetAt: null,
      }),
    );
    return changed.map(({ after }) => bare(after as OperationRow)); // it is not deleted
  },

  *move(execution, moves: Columns<Move>) {
    const { server, transaction } = execution;
    const given = rowsOf(moves).map(moveFrom);
    const standing: { readonly move: MoveGiven; readonly row: OperationRow }[] = [];
    for (const move of given.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
      for (const item of server.operations.values()) {
        const seen = execution.seen(item);
        if (seen === null || !isStanding(seen, move)) continue;
        const row = yield* execution.hold(item);
        if (row !== null && isStanding(row, move)) standing.push({ move, row });
      }
    }
    const wanted = standing.map(({ move }) => move).filter(({ ending }) => ending.resource !== null);
    const walletOf = ({ ending: { resource } }: MoveGiven): string => (resource === null ? '' : textOf(resource));
    if (new Set(wanted.map(walletOf)).size < wanted.length) {
      throw new StatementFailed('ON CONFLICT DO UPDATE command cannot affect row a second time');
    }
    const owners = new Map<string, string>();
    for (const move of wanted.toSorted((a, b) => (walletOf(a) < walletOf(b) ? -1 : 1))) {
      owners.set(walletOf(move), yield* ownerAfter(execution, walletOf(move), move.id));
    }
    const answers: object[] = [];
    for (const { move, row } of standing) {
      const { place, ending } = move;
      const isMoved = ending.resource === null || owners.get(walletOf(move)) === move.id;
      answers.push({ place, isMoved });
      if (!isMoved) continue;
      if (row.resource !== null && textOf(row.resource) !== walletOf(move)) yield* freed(execution, [row]);
      if (row.isAwaited) transaction.told.push(row.id);
      const quiet = ending.status === 'unknown' ? { quietAt: ending.finishedAt, wasUnknown: true } : {};
      execution.write(itemOf(execution, row), { ...row, ...ending, isSought: false, isAwaited: false, ...quiet });
    }
    return answers;
  },

  retarget: (execution, [id, attempt, target, intent]: [string, number, Buffer | null, Buffer]) =>
    updated(execution, isAt(id, attempt, 'calling'), row => ({ ...row, target, intent })),
  take: (execution, [id, attempt, owner, quietAt]: [string, number, string, number]) =>
    updated(execution, isAt(id, attempt, 'unknown'), row => ({ ...row, attempt: row.attempt + 1, owner, quietAt })),
  note: (execution, [id, attempt, note]: [string, number, Buffer]) =>
    updated(execution, isAt(id, attempt, 'calling'), row => ({ ...row, note })),

  'by id': (execution, [id]: [string]) =>
    read(execution.where(execution.server.operations, row => row.id === id).map(bare)),
  'by key': (execution, [tenant, mutation, hashes]: [string, string, readonly Buffer[]]) => {
    const placeOf = ({ keyHash }: OperationRow): number => hashes.findIndex(hash => hash.equals(keyHash));
    const found = execution.where(
      execution.server.operations,
      row => row.tenant === tenant && row.mutation === mutation && placeOf(row) !== -1,
    );
    return read(
      found
        .toSorted((a, b) => placeOf(a) - placeOf(b))
        .slice(0, 1)
        .map(bare),
    );
  },

  place: (execution, [tenant, id]: [string, string]) =>
    read(execution.where(execution.server.operations, row => row.id === id && row.tenant === tenant)),
  list: (execution, [tenant, statuses, before, limit]: [string, readonly RowStatus[], number, number]) => {
    const found = execution.where(
      execution.server.operations,
      row => row.tenant === tenant && statuses.includes(row.status) && row.place < before,
    );
    return read(
      found
        .toSorted((a, b) => b.place - a.place)
        .slice(0, limit)
        .map(bare),
    );
  },
  count: (execution, [tenant, statuses]: [string, readonly RowStatus[]]) => {
    const { operations } = execution.server;
    return read([
      { count: execution.where(operations, row => row.tenant === tenant && statuses.includes(row.status)).length },
    ]);
  },

  apart: (execution, [targets, id]: [readonly Buffer[], string]) =>
    read(
      execution.where(
        execution.server.operations,
        row => row.id !== id && isIn(targets, row.target) && (row.status === 'calling' || row.status === 'unknown'),
      ),
    ),
  rivals: (execution, [targets]: [readonly Buffer[]]) => {
    const rivals = execution.where(execution.server.operations, row => isIn(targets, row.target));
    const calling = rivals.filter(({ status }) => status === 'calling').length;
    const undecided = rivals.filter(({ status }) => status === 'unknown' || status === 'attention').length;
    return read([{ calling, undecided }]);
  },
  owned: (execution, [resources]: [readonly Buffer[]]) =>
    read(
      resources
        .filter(resource => {
          const item = execution.server.wallets.get(textOf(resource));
          return item !== undefined && execution.seen(item) !== null;
        })
        .map(resource => ({ resource })),
    ),

  *orphan(execution, [now, longestMs, owner]: [number, number, string]) {
    const orphaned = yield* execution.change<OperationRow>(
      execution.server.operations,
      ({ status, quietAt }) => status === 'calling' && (quietAt < now || quietAt > now + longestMs),
      row => ({ ...row, status: 'unknown', wasUnknown: true, finishedAt: now, lookAt: now, owner }),
    );
    return [{ count: orphaned.length }];
  },

  *due(execution, [providers, most, owner, now, abandonedSince, tooFarAhead, until]: Due) {
    const taken: OperationRow[] = [];
    for (const [index, provider] of providers.entries()) {
      const isDue = (row: OperationRow): boolean =>
        row.provider === provider &&
        row.status === 'unknown' &&
        row.lookAt !== null &&
        (row.lookAt <= (row.owner === owner ? now : abandonedSince) || row.lookAt > tooFarAhead);
      // What somebody else holds is skipped; so nobody waits here.
      const free = [...execution.server.operations.values()]
        .filter(item => !execution.isHeldByAnother(item))
        .flatMap(item => {
          const row = execution.seen(item);
          return row !== null && isDue(row) ? [{ item, row }] : [];
        })
        .toSorted((a, b) => (a.row.lookAt ?? 0) - (b.row.lookAt ?? 0));
      for (const { item, row } of free.slice(0, most[index])) {
        yield* execution.hold(item);
        const after = { ...row, lookAt: until, owner, isSought: true };
        execution.write(item, after);
        taken.push(after);
      }
    }
    return taken.map(bare);
  },
  seek: (execution, [id, attempt, owner, now, until, tooFarAhead]: [string, number, string, number, number, number]) =>
    updated(
      execution,
      row =>
        isAt(id, attempt, 'unknown')(row) &&
        (!row.isSought ||
          row.owner === owner ||
          (row.lookAt !== null && (row.lookAt <= now || row.lookAt > tooFarAhead))),
      row => ({ ...row, lookAt: until, owner, isSought: true }),
    ),
  postpone: (execution, [id, attempt, takenUntil, lookAt]: [string, number, number, number]) =>
    updated(
      execution,
      row => isAt(id, attempt, 'unknown')(row) && row.lookAt === takenUntil,
      row => ({ ...row, lookAt, isSought: false }),
    ),

  *await(execution, [id, attempt, status]: [string, number, RowStatus]) {
    const { operations } = execution.server;
    const [standing] = execution.where(operations, isAt(id, attempt, status));
    if (standing === undefined) return [];
    if (standing.isAwaited) return one;
    const marked = yield* execution.change(operations, isAt(id, attempt, status), row => ({ ...row, isAwaited: true }));
    return marked.length === 0 ? [] : one;
  },

  uses: (execution, [names, now, tooFarAhead, id]: [readonly Buffer[], number, number, string]) =>
    read(
      execution
        .where(
          execution.server.uses,
          use => isIn(names, use.name) && use.until > now && use.until <= tooFarAhead && use.id !== id,
        )
        .toSorted((a, b) => a.until - b.until),
    ),
  *use(execution, [id, name, until]: [string, Buffer, number]) {
    yield* execution.insert(execution.server.uses, id, { id, name, until });
    return [];
  },
  *'give back'(execution, [id]: [string]) {
    yield* execution.change(
      execution.server.uses,
      use => use.id === id,
      () => null,
    );
    return [];
  },

  *forget(execution, [now]: [number]) {
    const forgotten = yield* execution.change<OperationRow>(
      execution.server.operations,
      row => row.forgetAt !== null && row.forgetAt <= now && !isHeld(execution, row),
      row => ({ ...row, result: row.remainder, remainder: null, forgetAt: null }),
    );
    return [{ count: forgotten.length }];
  },
  *'forget uses'(execution, [now]: [number]) {
    yield* execution.change(
      execution.server.uses,
      ({ until }) => until <= now,
      () => null,
    );
    return [];
  },
  blank: (execution, [id, attempt, intent]: [string, number, Buffer]) =>
    updated(
      execution,
      row => row.id === id && row.attempt === attempt && isFinal(row),
      row => ({ ...row, intent, note: null, result: null, remainder: null, forgetAt: null, target: null }),
    ),
  *drop(execution, [id, attempt]: [string, number]) {
    const dropped = yield* execution.change<OperationRow>(
      execution.server.operations,
      row => row.id === id && row.attempt === attempt && ['refused', 'absent'].includes(row.status),
      () => null,
    );
    yield* freed(
      execution,
      dropped.map(({ before }) => before),
    );
    return dropped.map(() => ({}));
  },
  *reap(execution, [endedBefore, limit]: [number, number]) {
    const over = execution
      .where(execution.server.operations, row => isFinal(row) && (row.finishedAt ?? endedBefore) < endedBefore)
      .toSorted((a, b) => (a.finishedAt ?? 0) - (b.finishedAt ?? 0));
    const taken = new Set(
      over
        .filter(row => !isHeld(execution, row))
        .slice(0, limit)
        .map(({ id }) => id),
    );
    const dropped = yield* execution.change(
      execution.server.operations,
      ({ id }) => taken.has(id),
      () => null,
    );
    yield* freed(
      execution,
      dropped.map(({ before }) => before),
    );
    return [{ count: dropped.length }];
  },
  check: () => read([]),
};

/** A statement that only reads waits for nobody. */
// eslint-disable-next-line require-yield
function* read(rows: readonly object[]): Steps<readonly object[]> {
  return rows;
}

function* updated(
  execution: Execution,
  isSo: (row: OperationRow) => boolean,
  changed: (row: OperationRow) => OperationRow,
): Steps<readonly object[]> {
  const rows = yield* execution.change(execution.server.operations, isSo, changed);
  return rows.map(() => ({}));
}

/** Whose the wallet is once this one has asked for it. */
function* ownerAfter(execution: Execution, wallet: string, id: string): Steps<string> {
  const { wallets } = execution.server;
  for (;;) {
    const standing = yield* execution.insert(wallets, wallet, id);
    const item = wallets.get(wallet);
    if (standing === null || item === undefined) return id;
    // DO UPDATE: it holds the row, and asks again where that was dropped while it waited.
    const held = yield* execution.hold(item);
    if (held !== null) return held;
  }
}

function* freed(execution: Execution, dropped: readonly OperationRow[]): Steps<void> {
  const wallets = dropped.flatMap(({ resource }) => (resource === null ? [] : [textOf(resource)]));
  for (const wallet of wallets) {
    const item = execution.server.wallets.get(wallet);
    if (item === undefined || execution.seen(item) === null) continue;
    if ((yield* execution.hold(item)) !== null) execution.write(item, null);
  }
}

function isHeld(execution: Execution, row: OperationRow): boolean {
  return execution.isHeldByAnother(itemOf(execution, row));
}

function itemOf({ server }: Execution, row: OperationRow): Item<OperationRow> {
  const item = server.operations.get(keyOf(row));
  if (item === undefined) throw new Error('A row that was seen has no place.');
  return item;
}
