import type { Allowance } from './attempt.js';
import { canonical, make, typeNameOf } from './codec.js';
import { systemClock, type Clock } from './clock.js';
import { ClaimUncertain, MustWait } from './failures.js';
import { globalId, newRowId, readGlobalId } from './ids.js';
import type { Claim, Ending, Entry, EntryPage, RivalsFound, Seen } from './journal-entry.js';
import type { JournalRow, JournalStore, LookLimits, Seeker } from './journal-store.js';
import { Operation, OperationStatus } from './operation.js';
import { providerKeyFrom, resourceFrom, type Seals } from './seals.js';
import { mayMove, rowStatuses, statusOf, type RowStatus } from './state-machine.js';

/**
 * The journal: one durable row per operation, so that a key is worked on at most once. This module decides what is
 * in a row: hashes, seals, meaning. A `JournalStore` keeps it.
 */

/** What a row's seal `intent` holds. Rows of release 0.1.0 have the provider's key there too. */
interface Sealed {
  /** Empty once it was erased. */
  readonly key: string;
  readonly input: object;
  /** Rows of the store's version 1 have none. */
  readonly target?: string | null;
}

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

/** The form in which inputs are compared; a new one would make old rows' inputs look different. */
const canonicalVersion = 'v1';

export function openJournal({
  store,
  seals,
  clock = systemClock,
  newId = newRowId,
  unreadable = () => undefined,
}: JournalOptions): Journal {
  const owner = newId();
  const [keyId] = seals.keyIds;
  const keyHashes = (tenant: string, mutation: string, key: string) => seals.hashes('key', tenant, mutation, key);
  /** Under every store key: operations from before a rotation are rivals too. */
  const targets = ({ tenant, provider, target }: Pick<Entry, 'tenant' | 'provider' | 'target'>): readonly Buffer[] =>
    target === null ? [] : seals.hashes('target', tenant, provider, target);

  const open = (row: JournalRow, member: string, sealed: Buffer): unknown =>
    seals.open(row.sealKeyId, row.id, member, sealed);
  const intentOf = (row: JournalRow): Sealed => open(row, 'intent', row.intent) as Sealed;

  const entryOf = (row: JournalRow, intent = intentOf(row), isSameInput = true): Entry => {
    const isForgotten = row.forgetAt !== null && row.forgetAt <= clock.now();
    const sealed = isForgotten ? row.remainder : row.result;
    const result = sealed === null ? null : (open(row, 'result', sealed) as object);
    const { id, tenant, provider, mutation, status, attempt, createdAt, finishedAt } = row;
    const operation = make(Operation, {
      id: globalId('Operation', id),
      mutation,
      provider,
      idempotencyKey: intent.key,
      status: statusOf[status],
      startedAt: dateTime(createdAt),
      finishedAt: finishedAt === null ? null : dateTime(finishedAt),
      attempts: attempt,
      result,
    });
    if (result !== null && 'retry' in result) Object.assign(result, { operation }); // an error carries its operation
    return {
      id,
      operation,
      tenant,
      provider,
      mutation,
      status,
      attempt,
      createdAt,
      finishedAt,
      soughtSince: row.soughtSince,
      owner: row.owner,
      quietAt: row.quietAt,
      wasUnknown: row.wasUnknown,
      lookAt: row.lookAt,
      providerKey: intent.key === '' ? '' : providerKeyFrom(tenant, mutation, intent.key),
      input: intent.input,
      note: row.note === null ? null : open(row, 'note', row.note),
      isSameInput,
      sealKeyId: row.sealKeyId,
      isErased: intent.key === '',
      target: intent.target ?? null,
    };
  };

  /** Of a row that a key has led to. One with a result was not erased, so that its intent need not be opened to know the key. */
  const entryUnder = (key: string, row: JournalRow, isSameInput: boolean): Entry => {
    if (row.result === null) return entryOf(row, intentOf(row), isSameInput);
    let opened: Sealed | null = null;
    const intent = (): Sealed => (opened ??= intentOf(row));
    const entry = entryOf(row, { key, input: {} }, isSameInput);
    return {
      ...entry,
      get input() {
        return intent().input;
      },
      get target() {
        return intent().target ?? null;
      },
    };
  };

  const again = async (known: Entry): Promise<Entry> => {
    const row = await store.byId(known.id);
    return row === null ? known : entryOf(row);
  };

  const seeker = (forMs: number): Seeker => {
    const now = clock.now();
    return { owner, now, until: now + forMs, tooFarAhead: now + 2 * forMs }; // replicas' clocks differ a little without being wrong
  };

  const entryById = async (tenant: string, id: string): Promise<Entry | null> => {
    const row = await store.byId(rowIdOf(id) ?? '');
    return row === null || row.tenant !== tenant ? null : entryOf(row);
  };

  return {
    owner,

    async claim({ tenant, mutation, provider, idempotencyKey, input, target, isApart = false, quietAfterMs }) {
      const id = newId();
      const startedAt = clock.now();
      const [keyHash, ...olderKeys] = keyHashes(tenant, mutation, idempotencyKey) as [Buffer, ...Buffer[]]; // there is at least one store key
      const inputHashes = seals.hashes('input', canonicalVersion, mutation, canonical(input, 'idempotencyKey'));
      const inputHash = (index: number) => inputHashes[index] as Buffer; // both have one for each store key
      const intent: Sealed = { key: idempotencyKey, input, target };
      let sealed: Buffer | null = null;
      const hashedTargets = targets({ tenant, provider, target });
      const claiming = store.claim(
        {
          id,
          tenant,
          mutation,
          provider,
          keyHash,
          inputHash: inputHash(0),
          sealKeyId: keyId,
          owner,
          startedAt,
          quietAt: startedAt + quietAfterMs,
          target: hashedTargets[0] ?? null,
          intent: () => (sealed ??= seals.seal(keyId, id, 'intent', intent)),
        },
        olderKeys.map((older, index) => ({ keyHash: older, inputHash: inputHash(index + 1) })),
        isApart ? hashedTargets : [],
      );
      let claimed: Awaited<typeof claiming>;
      try {
        claimed = await claiming;
      } catch (error) {
        throw new ClaimUncertain(globalId('Operation', id), error);
      }
      if (claimed === null) throw new MustWait();
      const { row, isClaimed } = claimed;
      // What was sealed a moment before need not be opened.
      if (row.id === id) return Object.assign(entryOf(row, intent), { isClaimed });
      const isSameInput = inputHashes.some(hash => hash.equals(row.inputHash));
      const entry = entryUnder(idempotencyKey, row, isSameInput);
      if (!isClaimed || entry.target === target) return Object.assign(entry, { isClaimed });
      // A setting has changed since an earlier attempt was refused: this one goes, and is looked for, where it says now.
      const isRetargeted = await store.retarget(
        row.id,
        row.attempt,
        hashedTargets[0] ?? null,
        seals.seal(row.sealKeyId, row.id, 'intent', { ...intent, input: entry.input }),
      );
      if (!isRetargeted) throw new Error('Another one has decided on it.');
      return { ...entry, target, isClaimed };
    },

    async move(from, { status, result, providerId = null, forgets, lookAt }, seen = null) {
      // Whoever made the attempt and hears of its success late, after it was given up as unknown, tells the truth still.
      const origins: readonly RowStatus[] =
        from.status === 'calling' && status === 'done' ? ['calling', 'unknown', 'attention'] : [from.status];
      if (!mayMove(from.status, status)) throw new Error(`An operation does not go from ${from.status} to ${status}.`);
      const finishedAt = clock.now();
      const seal = (value: object): Buffer => seals.seal(from.sealKeyId, from.id, 'result', value);
      const outcome = await store.move(from.id, from.attempt, {
        from: origins,
        to: status,
        finishedAt,
        result: result === null ? null : seal(result),
        remainder: result === null || forgets === undefined ? null : seal(without(result, forgets.members)),
        forgetAt: result === null || forgets === undefined ? null : finishedAt + forgets.afterSeconds * 1000,
        resource: providerId === null ? null : resourceFrom(from.tenant, from.provider, providerId),
        lookAt: status === 'unknown' ? (lookAt ?? finishedAt) : null,
        guard: seen === null ? null : { targets: targets(from), undecided: seen.undecided },
      });
      if (outcome !== 'moved') return outcome;
      const operation = make(Operation, {
        ...from.operation,
        status: statusOf[status],
        finishedAt: dateTime(finishedAt),
        result,
      });
      const moved = { ...from, status, operation, finishedAt };
      return status === 'unknown' ? { ...moved, quietAt: finishedAt, wasUnknown: true } : moved;
    },

    async take(from, forMs) {
      const quietAt = clock.now() + forMs;
      if (!(await store.take(from.id, from.attempt, owner, quietAt))) return null;
      const attempt = from.attempt + 1;
      return { ...from, attempt, owner, quietAt, operation: make(Operation, { ...from.operation, attempts: attempt }) };
    },

    note: (from, note) => store.note(from.id, from.attempt, seals.seal(from.sealKeyId, from.id, 'note', note)),

    async useUp({ id, attempt, tenant, provider }, { of, maximum, withinMs }) {
      const now = clock.now();
      const names = seals.hashes('allowance', tenant, provider, of);
      const used = await store.useUp({ id: useOf({ id, attempt }), names, maximum, now, until: now + withinMs });
      return 'left' in used ? used : { noneForMs: used.noneUntil - now };
    },

    giveBack: entry => store.giveBack(useOf(entry)),

    again,

    entry: entryById,

    async byKey(tenant, mutation, idempotencyKey) {
      const row = await store.byKey(tenant, mutation, keyHashes(tenant, mutation, idempotencyKey));
      return row === null ? null : entryOf(row);
    },

    async list(tenant, status, first, after) {
      const statuses = status === null ? null : rowStatuses(status);
      const rows = await store.list({ tenant, statuses, after: rowIdOf(after ?? ''), limit: first + 1 });
      const isCounted = status !== null && waiting.includes(status);
      return {
        entries: rows.slice(0, first).map(row => entryOf(row)),
        hasMore: rows.length > first,
        total: isCounted ? await store.count(tenant, rowStatuses(status)) : null,
      };
    },

    async erase({ id, attempt, status, sealKeyId }) {
      const isBound = status === 'done' || status === 'lost';
      const erased: Sealed = { key: '', input: {} };
      return store.erase(id, attempt, isBound ? seals.seal(sealKeyId, id, 'intent', erased) : null);
    },

    // Clocks differ a little, and are set right by a little, without being wrong.
    orphan: longestMs => store.orphan(owner, clock.now(), 2 * longestMs),

    async due(forMs, limits) {
      const own = seeker(forMs);
      const rows = await store.due({ ...own, limits, abandonedSince: own.now - abandonedMs });
      return rows.flatMap(row => {
        try {
          return [entryOf(row)];
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
      const { calling, undecided, owned } = await store.rivals(targets(known), resources);
      return { calling, undecided, isOwned: resources.map(one => owned.some(other => other.equals(one))) };
    },
  };
}

/** What is asked for in one moment is asked for often. */
let written = { at: NaN, text: '' };

function dateTime(at: number): string {
  if (written.at !== at) written = { at, text: new Date(at).toISOString() };
  return written.text;
}

function rowIdOf(id: string): string | null {
  const named = readGlobalId(id);
  return named?.typeName === 'Operation' ? (named.parts[0] ?? null) : null;
}

/** An attempt uses up one at most. */
function useOf({ id, attempt }: Pick<Entry, 'id' | 'attempt'>): string {
  return `${id}/${attempt}`;
}

function without(result: object, members: readonly string[]): object {
  const nulls = Object.fromEntries(members.map(member => [member, null]));
  return { __typename: typeNameOf(result), ...result, ...nulls };
}
