import {
  firstAttempt,
  tooFarAheadOf,
  type JournalRow,
  type JournalStore,
  type Move,
} from '../../src/core/journal-store.js';
import { finalStatuses, type RowStatus } from '../../src/core/state-machine.js';

/**
 * The journal's rows in memory, by the same rules as SQLite's: each call is one transaction, and they have one owner at a
 * time. The suite that a real store passes holds for it too, so that what the simulation shows of the one is true of the
 * other.
 */

export interface SimulatedRows {
  readonly rows: Map<string, JournalRow>;
  /** How often an operation went from one state to another. */
  readonly moved: Map<string, number>;
}

type Synchronous<Port> = {
  readonly [Name in keyof Port]: Port[Name] extends (...given: infer Given) => Promise<infer Result>
    ? (...given: Given) => Result
    : never;
};

export function simulatedStore(): Synchronous<JournalStore> & SimulatedRows {
  /** In the order in which they were inserted. */
  const rows = new Map<string, JournalRow>();
  const moved = new Map<string, number>();
  let uses: { readonly id: string; readonly name: Buffer | null; readonly until: number }[] = [];

  const change = (row: JournalRow, changes: Partial<JournalRow>): JournalRow => {
    const changed = { ...row, ...changes };
    rows.set(row.id, changed);
    if (changed.status !== row.status) count(row.status, changed.status);
    return changed;
  };
  const count = (from: string, to: string) => moved.set(`${from} → ${to}`, (moved.get(`${from} → ${to}`) ?? 0) + 1);
  const all = () => [...rows.values()];
  const holds = (hashes: readonly Buffer[], one: Buffer | null) =>
    one !== null && hashes.some(hash => hash.equals(one));
  const rivalsOf = (targets: readonly Buffer[], statuses: readonly RowStatus[]) =>
    all().filter(({ target, status }) => statuses.includes(status) && holds(targets, target)).length;
  const ownerOf = (resource: Buffer) => all().find(row => row.resource?.equals(resource) === true);
  const holdsGuard = ({ guard }: Move) =>
    guard === null ||
    (rivalsOf(guard.targets, ['calling']) === 0 &&
      rivalsOf(guard.targets, ['unknown', 'attention']) === guard.undecided);

  return {
    rows,
    moved,

    claim(row, older, apart = []) {
      const hashes = [row, ...older];
      const found = all().find(
        ({ tenant, mutation, keyHash }) =>
          tenant === row.tenant &&
          mutation === row.mutation &&
          holds(
            hashes.map(one => one.keyHash),
            keyHash,
          ),
      );
      const mustWait = (id: string) =>
        all().some(
          other => other.id !== id && ['calling', 'unknown'].includes(other.status) && holds(apart, other.target),
        );
      if (found === undefined) {
        if (mustWait(row.id)) return null;
        const fresh = firstAttempt(row);
        rows.set(row.id, fresh);
        count('new', 'calling');
        return { row: fresh, isClaimed: true };
      }
      const isSame = holds(
        hashes.map(one => one.inputHash),
        found.inputHash,
      );
      if (!isSame || (found.status !== 'refused' && found.status !== 'absent')) return { row: found, isClaimed: false };
      if (mustWait(found.id)) return null;
      const retaken = change(found, {
        status: 'calling',
        attempt: found.attempt + 1,
        owner: row.owner,
        startedAt: row.startedAt,
        quietAt: row.quietAt,
        finishedAt: null,
        soughtSince: found.wasUnknown ? found.soughtSince : row.startedAt,
        lookAt: null,
        note: found.wasUnknown ? found.note : null,
        result: null,
        remainder: null,
        forgetAt: null,
      });
      return { row: retaken, isClaimed: true };
    },

    move(id, attempt, move) {
      if (!holdsGuard(move)) return 'stale';
      const { from, to, finishedAt, result, remainder, forgetAt, resource, lookAt } = move;
      if (resource !== null && (ownerOf(resource)?.id ?? id) !== id) return 'owned';
      const row = rows.get(id);
      if (row === undefined || row.attempt !== attempt || !from.includes(row.status)) return 'stale';
      const unknown = to === 'unknown' ? { quietAt: finishedAt, wasUnknown: true } : {};
      const changes = { status: to, finishedAt, result, remainder, forgetAt, resource, lookAt, isSought: false };
      change(row, { ...changes, ...unknown });
      return 'moved';
    },

    retarget(id, attempt, target, intent) {
      const row = rows.get(id);
      if (row?.attempt !== attempt || row.status !== 'calling') return false;
      change(row, { target, intent });
      return true;
    },

    take(id, attempt, owner, quietAt) {
      const row = rows.get(id);
      if (row?.attempt !== attempt || row.status !== 'unknown') return false;
      change(row, { attempt: attempt + 1, owner, quietAt });
      return true;
    },

    note(id, attempt, note) {
      const row = rows.get(id);
      if (row?.attempt !== attempt || row.status !== 'calling') return false;
      change(row, { note });
      return true;
    },

    byId: id => rows.get(id) ?? null,
    byKey: (tenant, mutation, keyHashes) =>
      all().find(row => row.tenant === tenant && row.mutation === mutation && holds(keyHashes, row.keyHash)) ?? null,

    list({ tenant, statuses, after, limit }) {
      const newest = all()
        .filter(row => row.tenant === tenant)
        .toReversed();
      const start = after === null ? 0 : newest.findIndex(({ id }) => id === after) + 1;
      if (after !== null && start === 0) return [];
      return newest
        .slice(start)
        .filter(({ status }) => statuses === null || statuses.includes(status))
        .slice(0, limit);
    },

    count: (tenant, statuses) => all().filter(row => row.tenant === tenant && statuses.includes(row.status)).length,

    orphan(owner, now, longestMs) {
      const left = all().filter(
        ({ status, quietAt, owner: whose }) =>
          status === 'calling' && (quietAt < now || quietAt > now + longestMs || whose !== owner),
      );
      for (const row of left) {
        change(row, { status: 'unknown', wasUnknown: true, finishedAt: now, lookAt: now, owner });
      }
      return left.length;
    },

    due: ({ owner, now, until, abandonedSince, tooFarAhead, limits }) =>
      Object.entries(limits).flatMap(([provider, limit]) =>
        all()
          .filter(row => row.provider === provider && row.status === 'unknown')
          .filter(({ lookAt: at, owner: whose }) => {
            const dueSince = whose === owner ? now : abandonedSince;
            return at !== null && (at <= dueSince || at > tooFarAhead);
          })
          .toSorted((one, other) => (one.lookAt ?? 0) - (other.lookAt ?? 0))
          .slice(0, limit)
          .map(row => change(row, { lookAt: until, owner, isSought: true })),
      ),

    seek(id, attempt, { owner, now, until, tooFarAhead }) {
      const row = rows.get(id);
      if (row?.attempt !== attempt || row.status !== 'unknown' || row.lookAt === null) return false;
      if (row.isSought && row.owner !== owner && row.lookAt > now && row.lookAt <= tooFarAhead) return false;
      change(row, { lookAt: until, owner, isSought: true });
      return true;
    },

    awaitMove: () => undefined,

    postpone(id, attempt, takenUntil, lookAt) {
      const row = rows.get(id);
      if (row?.attempt === attempt && row.status === 'unknown' && row.lookAt === takenUntil)
        change(row, { lookAt, isSought: false });
    },

    rivals: (targets, resources) => ({
      calling: rivalsOf(targets, ['calling']),
      undecided: rivalsOf(targets, ['unknown', 'attention']),
      owned: resources.filter(resource => ownerOf(resource) !== undefined),
    }),

    useUp({ id, names, maximum, now, until }) {
      const ends = uses
        .filter(one => holds(names, one.name) && one.until > now && one.until <= tooFarAheadOf({ now, until }))
        .map(one => one.until);
      const free = ends.toSorted((one, other) => one - other)[ends.length - maximum];
      if (free !== undefined) return { noneUntil: free };
      uses.push({ id, name: names[0] ?? null, until });
      return { left: maximum - ends.length - 1 };
    },

    giveBack(id) {
      uses = uses.filter(one => one.id !== id);
    },

    forget(now) {
      uses = uses.filter(({ until }) => until > now);
      for (const row of all()) {
        if (row.forgetAt !== null && row.forgetAt <= now) {
          change(row, { result: row.remainder, remainder: null, forgetAt: null });
        }
      }
    },

    erase(id, attempt, intent) {
      const row = rows.get(id);
      const ended: readonly RowStatus[] = intent === null ? ['refused', 'absent'] : finalStatuses;
      if (row?.attempt !== attempt || !ended.includes(row.status)) return false;
      if (intent === null) rows.delete(id);
      else change(row, { intent, note: null, result: null, remainder: null, forgetAt: null, target: null });
      return true;
    },

    reap(endedBefore, limit) {
      const isOver = ({ status, finishedAt }: JournalRow) =>
        (finalStatuses as readonly RowStatus[]).includes(status) && (finishedAt ?? endedBefore) < endedBefore;
      const over = all()
        .filter(isOver)
        .toSorted((one, other) => (one.finishedAt ?? 0) - (other.finishedAt ?? 0))
        .slice(0, limit);
      for (const { id } of over) rows.delete(id);
      return over.length;
    },

    check: () => undefined,
    scrub: () => undefined,
    close: () => undefined,
  };
}
