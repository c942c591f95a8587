import type { JournalStore, Move } from '../../core/journal-store.js';
import type { Query } from './database.js';
import { locksOf } from './locks.js';
import type { Retries } from './retries.js';
import { statements } from './statements.js';

/** How an attempt ends, so that of all who would end it one does. */

type Outcome = Awaited<ReturnType<JournalStore['move']>>;

interface AttemptsMove extends Omit<Move, 'guard'> {
  readonly id: string;
  readonly attempt: number;
}

export function movesWith(retries: Retries): JournalStore['move'] {
  const moveAlone = retries.inBatches(moveAll);
  return (id, attempt, { guard, ...move }) =>
    guard === null
      ? moveAlone({ id, attempt, ...move })
      : retries.transaction(async ask => {
          await ask(statements.lock, [locksOf(guard.targets)]);
          const { calling, undecided } = await countRivals(ask, guard.targets);
          if (calling > 0 || undecided !== guard.undecided) return 'stale';
          const [outcome = 'stale'] = await moveAll(ask, [{ id, attempt, ...move }]);
          return outcome;
        });
}

async function moveAll(ask: Query, all: readonly AttemptsMove[]): Promise<readonly Outcome[]> {
  // A statement moves a row once: who wants to move one that is in it already finds it as that has left it.
  const first = new Map(all.toReversed().map(move => [move.id, move]));
  const given = [...first.values()];
  const moved = await ask(statements.move, moveValues(given));
  const stood = new Map(moved.map(({ place, isMoved }) => [given[place - 1], isMoved]));
  const others = all.filter(move => first.get(move.id) !== move);
  const later = others.length === 0 ? [] : await moveAll(ask, others);
  return all.map(move => {
    const place = others.indexOf(move);
    if (place !== -1) return later[place] ?? 'stale';
    const isMoved = stood.get(move);
    if (isMoved === undefined) return 'stale';
    return isMoved ? 'moved' : 'owned';
  });
}

export async function countRivals(ask: Query, targets: readonly Buffer[]) {
  const [counts] = targets.length === 0 ? [] : await ask(statements.rivals, [targets]);
  return counts ?? { calling: 0, undecided: 0 };
}

function moveValues(all: readonly AttemptsMove[]) {
  return [
    all.map(({ id }) => id),
    all.map(({ attempt }) => attempt),
    all.map(({ from }) => from.join(' ')),
    all.map(({ to }) => to),
    all.map(({ finishedAt }) => finishedAt),
    all.map(({ result }) => result),
    all.map(({ remainder }) => remainder),
    all.map(({ forgetAt }) => forgetAt),
    all.map(({ resource }) => resource),
    all.map(({ lookAt }) => lookAt),
  ];
}
