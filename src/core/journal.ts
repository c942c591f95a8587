import type { Allowance } from './attempt.js';
import { systemClock, type Clock } from './clock.js';
import { ClaimUncertain, MustWait } from './failures.js';
import { newRowId } from './ids.js';
import type { Claim, Ending, Entry, EntryPage, RivalsFound, Seen } from './journal-entry.js';
import { moved, rowIdOf, rowsUnder, taken } from './journal-rows.js';
import type { JournalStore, LookLimits, NewRow, Seeker } from './journal-store.js';
import { OperationStatus } from './operation.js';
import { resourceFrom, type Seals } from './seals.js';
import { isFinal, mayMove, rowStatuses, type RowStatus } from './state-machine.js';

/**
 * The journal: one durable row per operation, so that a key is worked on at most once. Here is what can be done with
 * operations; `journal-rows` knows what is in a row, and a `JournalStore` keeps it.
 */

/** What waits: few enough to be counted. */
const waiting: readonly OperationStatus[] = [
  OperationStatus.IN_PROGRESS,
  OperationStatus.UNKNOWN,
  OperationStatus.NEEDS_ATTENTION,
];

export interface Journal {
  /** Rejects with `MustWait` where another operation with the target is not over, and else with `ClaimUncertain`. */
  claim(claim: Claim): Promise<Entry & { readonly isClaimed: boolean }>;
  /**
   * Moves an operation on from where `entry` says it stands. `stale`: it stands elsewhere by now; `owned`: that wallet is
   * another operation's. Either changes nothing.
   */
  move(entry: Entry, ending: Ending, seen?: Seen | null): Promise<Entry | 'stale' | 'owned'>;
  /**
   * Makes the next attempt of an unknown operation, which stays unknown, so that of all who would repeat it one does;
   * `forMs` from now it has nothing more on its way. Null where somebody was quicker.
   */
  take(entry: Entry, forMs: number): Promise<Entry | null>;
  /** Keeps a note with an attempt that has sent nothing yet; false where the attempt is not under way. */
  note(entry: Entry, note: unknown): Promise<boolean>;
  /** Counts one more, where it is allowed; answers with how many are left, or in how many milliseconds there will be. */
  useUp(entry: Entry, allowance: Allowance): Promise<{ readonly left: number } | { readonly noneForMs: number }>;
  /** What the attempt has used up counts no more. */
  giveBack(entry: Entry): Promise<void>;
  /** The entry as it stands now. */
  again(entry: Entry): Promise<Entry>;
  /** By the operation's global id. */
  entry(tenant: string, id: string): Promise<Entry | null>;
  byKey(tenant: string, mutation: string, idempotencyKey: string): Promise<Entry | null>;
  /** Newest first, after the operation with that global id. */
  list(tenant: string, status: OperationStatus | null, first: number, after: string | null): Promise<EntryPage>;
  /**
   * Takes what an operation says out of the journal: all of it where nothing was done, else all but what keeps its key from
   * being used again. False where it is not over.
   */
  erase(entry: Entry): Promise<boolean>;
  /** Makes unknown what nobody works on any more; no attempt has anything on its way for longer than `longestMs`. */
  orphan(longestMs: number): Promise<number>;
  /** Takes unknown operations whose look is due; they are not due again for `forMs`. */
  due(forMs: number, limits: LookLimits): Promise<readonly Entry[]>;
  /** Takes an unknown operation, due or not, as `due` does; null where somebody looks for it just now, or it is not unknown. */
  seek(entry: Entry, forMs: number): Promise<Entry | null>;
  /** The entry once it stands otherwise than `entry` says, through whatever process, or as it stands after so long. */
  awaited(entry: Entry, patienceMs: number): Promise<Entry>;
  /** For who has taken it: when it is looked for next. */
  postpone(entry: Entry, lookAt: number): Promise<void>;
  /** Who else might be meant by these wallets, and which of them, by their place, belong to an operation. */
  rivals(entry: Entry, providerIds: readonly string[]): Promise<RivalsFound>;
  /** Whose attempts this process makes. */
  readonly owner: string;
}

export interface JournalOptions {
  readonly store: JournalStore;
  readonly seals: Seals;
  readonly clock?: Clock;
  readonly newId?: () => string;
  /** Told of rows that cannot be opened. */
  readonly unreadable?: (error: unknown) => void;
}

/** Somebody who has not looked by then, though it was their turn, is taken for dead. */
const abandonedMs = 3_000;

export function openJournal({
  store,
  seals,
  clock = systemClock,
  newId = newRowId,
  unreadable = () => undefined,
}: JournalOptions): Journal {
  const owner = newId();
  const [sealKeyId] = seals.keyIds;
  const rows = rowsUnder(seals, clock);

  const again = async (known: Entry): Promise<Entry> => {
    const row = await store.byId(known.id);
    return row === null ? known : rows.entryOf(row);
  };

  const seeker = (forMs: number): Seeker => {
    const now = clock.now();
    return { owner, now, until: now + forMs, tooFarAhead: now + 2 * forMs }; // replicas' clocks differ a little without being wrong
  };

  const entryById = async (tenant: string, id: string): Promise<Entry | null> => {
    const row = await store.byId(rowIdOf(id) ?? '');
    return row === null || row.tenant !== tenant ? null : rows.entryOf(row);
  };

  return {
    owner,

    async claim({ tenant, mutation, provider, idempotencyKey, input, target, isApart = false, quietAfterMs }) {
      const id = newId();
      const startedAt = clock.now();
      const [keyHash, ...olderKeys] = rows.keyHashes(tenant, mutation, idempotencyKey);
      const inputHashes = rows.inputHashes(mutation, input);
      const inputHash = (index: number) => inputHashes[index] as Buffer; // both have one for each store key
      const intent = { key: idempotencyKey, input, target };
      let sealed: Buffer | null = null;
      const targets = rows.targetHashes({ tenant, provider, target });
      const fresh: NewRow = {
        id,
        tenant,
        mutation,
        provider,
        keyHash,
        inputHash: inputHash(0),
        sealKeyId,
        owner,
        startedAt,
        quietAt: startedAt + quietAfterMs,
        target: targets[0] ?? null,
        intent: () => (sealed ??= rows.sealIntent(fresh, intent)),
      };
      const claiming = store.claim(
        fresh,
        olderKeys.map((older, index) => ({ keyHash: older, inputHash: inputHash(index + 1) })),
        isApart ? targets : [],
      );
      let claimed: Awaited<typeof claiming>;
      try {
        claimed = await claiming;
      } catch (error) {
        throw new ClaimUncertain(error);
      }
      if (claimed === null) throw new MustWait();
      const { row, isClaimed } = claimed;
      // What was sealed a moment before need not be opened.
      if (row.id === id) return Object.assign(rows.entryOf(row, intent), { isClaimed });
      const isSameInput = inputHashes.some(hash => hash.equals(row.inputHash));
      const entry = rows.entryUnder(idempotencyKey, row, isSameInput);
      if (!isClaimed || entry.target === target) return Object.assign(entry, { isClaimed });
      // A setting has changed since an earlier attempt was refused: this one goes, and is looked for, where it says now.
      const newIntent = rows.sealIntent(row, { ...intent, input: entry.input });
      const retargeting = store.retarget(row.id, row.attempt, targets[0] ?? null, newIntent);
      const isRetargeted = await retargeting.catch((error: unknown) => {
        throw new ClaimUncertain(error);
      });
      if (!isRetargeted) throw new Error('Another one has decided on it.');
      return { ...entry, target, isClaimed };
    },

    async move(from, ending, seen = null) {
      const { status, result, providerId = null, forgets, lookAt } = ending;
      // Whoever made the attempt and hears of its success late, after it was given up as unknown, tells the truth still.
      const origins: readonly RowStatus[] =
        from.status === 'calling' && status === 'done' ? ['calling', 'unknown', 'attention'] : [from.status];
      if (!mayMove(from.status, status)) throw new Error(`An operation does not go from ${from.status} to ${status}.`);
      const finishedAt = clock.now();
      const outcome = await store.move(from.id, from.attempt, {
        from: origins,
        to: status,
        finishedAt,
        result: result === null ? null : rows.sealResult(from, result),
        remainder: result === null || forgets === undefined ? null : rows.sealRemainder(from, result, forgets),
        forgetAt: result === null || forgets === undefined ? null : finishedAt + forgets.afterSeconds * 1000,
        resource: providerId === null ? null : resourceFrom(from.tenant, from.provider, providerId),
        lookAt: status === 'unknown' ? (lookAt ?? finishedAt) : null,
        guard: seen === null ? null : { targets: rows.targetHashes(from), undecided: seen.undecided },
      });
      return outcome === 'moved' ? moved(from, ending, finishedAt) : outcome;
    },

    async take(from, forMs) {
      const quietAt = clock.now() + forMs;
      return (await store.take(from.id, from.attempt, owner, quietAt)) ? taken(from, owner, quietAt) : null;
    },

    note: (from, note) => store.note(from.id, from.attempt, rows.sealNote(from, note)),

    async useUp(entry, { of, maximum, withinMs }) {
      const now = clock.now();
      const names = rows.allowanceHashes(entry, of);
      const used = await store.useUp({ id: useOf(entry), names, maximum, now, until: now + withinMs });
      return 'left' in used ? used : { noneForMs: used.noneUntil - now };
    },

    giveBack: entry => store.giveBack(useOf(entry)),

    again,

    entry: entryById,

    async byKey(tenant, mutation, idempotencyKey) {
      const row = await store.byKey(tenant, mutation, rows.keyHashes(tenant, mutation, idempotencyKey));
      return row === null ? null : rows.entryOf(row);
    },

    async list(tenant, status, first, after) {
      const statuses = status === null ? null : rowStatuses(status);
      const found = await store.list({ tenant, statuses, after: rowIdOf(after ?? ''), limit: first + 1 });
      const isCounted = status !== null && waiting.includes(status);
      return {
        entries: found.slice(0, first).map(row => rows.entryOf(row)),
        hasMore: found.length > first,
        total: isCounted ? await store.count(tenant, rowStatuses(status)) : null,
      };
    },

    async erase(entry) {
      // What was under way when it was read may be done by now, at the same attempt.
      if (!isFinal(entry.status)) return false;
      const isBound = entry.status === 'done' || entry.status === 'lost';
      return store.erase(entry.id, entry.attempt, isBound ? rows.sealErased(entry) : null);
    },

    // Clocks differ a little, and are set right by a little, without being wrong.
    orphan: longestMs => store.orphan(owner, clock.now(), 2 * longestMs),

    async due(forMs, limits) {
      const own = seeker(forMs);
      const found = await store.due({ ...own, limits, abandonedSince: own.now - abandonedMs });
      return found.flatMap(row => {
        try {
          return [rows.entryOf(row)];
        } catch (error) {
          unreadable(error); // one that cannot be opened must not keep the others from being looked for
          return [];
        }
      });
    },

    async seek(known, forMs) {
      const own = seeker(forMs);
      return (await store.seek(known.id, known.attempt, own)) ? { ...known, lookAt: own.until } : null;
    },

    async awaited(known, patienceMs) {
      await store.awaitMove(known.id, known.attempt, known.status, patienceMs);
      return again(known);
    },

    postpone: ({ id, attempt, lookAt }, next) => store.postpone(id, attempt, lookAt ?? 0, next),

    async rivals(known, providerIds) {
      const resources = providerIds.map(id => resourceFrom(known.tenant, known.provider, id));
      const { calling, undecided, owned } = await store.rivals(rows.targetHashes(known), resources);
      return { calling, undecided, isOwned: resources.map(one => owned.some(other => other.equals(one))) };
    },
  };
}

/** An attempt uses up one at most. */
function useOf({ id, attempt }: Pick<Entry, 'id' | 'attempt'>): string {
  return `${id}/${attempt}`;
}
