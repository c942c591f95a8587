import type { WalletProvider } from './provider.js';
import type { RowStatus } from './state-machine.js';

/**
 * Where the journal's rows are kept: the port behind which a database stands. All times are milliseconds since 1970.
 */

export interface JournalRow {
  readonly id: string;
  readonly tenant: string;
  readonly mutation: string;
  readonly provider: WalletProvider;
  /** Finds the row: an HMAC of tenant, mutation and key. */
  readonly keyHash: Buffer;
  /** Tells whether the same key came with the same input. */
  readonly inputHash: Buffer;
  /** Which store key made the hashes and the seals. */
  readonly sealKeyId: string;
  readonly status: RowStatus;
  /**
   * The fence: counts attempts. Who moves a row must name the attempt that it knows, so that a late one changes
   * nothing.
   */
  readonly attempt: number;
  /** The process that makes the attempt, or looks for its outcome. */
  readonly owner: string;
  /** Of the first attempt, of the latest that a caller began, and of the end. */
  readonly createdAt: number;
  readonly startedAt: number;
  readonly finishedAt: number | null;
  /** Since when something of it may be at the provider: the start of the first attempt that was not refused. */
  readonly soughtSince: number;
  /**
   * From when on the attempt has nothing more on its way, as far as this side goes: its lease and deadline are over,
   * or it ended.
   */
  readonly quietAt: number;
  /** Whether an attempt before this one ended unknown: then a later "exists already" proves nothing. */
  readonly wasUnknown: boolean;
  /** While unknown: when it is looked for next. */
  readonly lookAt: number | null;
  /** While unknown: whether somebody looks for it just now. They are taken for dead once `lookAt` is past. */
  readonly isSought: boolean;
  /**
   * What this operation's wallet could be mistaken for, or which one it changes: a hash; operations with an equal one are
   * told apart together, or wait for each other.
   */
  readonly target: Buffer | null;
  /** The wallet that it made: a hash of tenant, provider and the provider's id. No two rows have the same. */
  readonly resource: Buffer | null;
  /** Sealed: the idempotency key, the input, and the key derived for the provider. */
  readonly intent: Buffer;
  /** Sealed: what the attempt wrote down before it sent anything. */
  readonly note: Buffer | null;
  /** Sealed: a success or an error. */
  readonly result: Buffer | null;
  /** Sealed like a result: what takes its place at `forgetAt`, where a part of it must not be kept. */
  readonly remainder: Buffer | null;
  readonly forgetAt: number | null;
}

/** What a new row is told by its maker; the rest is as a first attempt has it. */
export interface NewRow extends Pick<
  JournalRow,
  | 'id'
  | 'tenant'
  | 'mutation'
  | 'provider'
  | 'keyHash'
  | 'inputHash'
  | 'sealKeyId'
  | 'owner'
  | 'startedAt'
  | 'quietAt'
  | 'target'
> {
  /** Seals it: who finds that the key has a row already need not ask. */
  readonly intent: () => Buffer;
}

/** The row that a claim makes of a new one. */
export function firstAttempt(row: NewRow): JournalRow {
  const { id, tenant, mutation, provider, keyHash, inputHash, sealKeyId, owner, startedAt, quietAt, target } = row;
  return {
    id,
    tenant,
    mutation,
    provider,
    keyHash,
    inputHash,
    sealKeyId,
    status: 'calling',
    attempt: 1,
    owner,
    createdAt: startedAt,
    startedAt,
    finishedAt: null,
    soughtSince: startedAt,
    quietAt,
    wasUnknown: false,
    lookAt: null,
    isSought: false,
    target,
    resource: null,
    intent: row.intent(),
    note: null,
    result: null,
    remainder: null,
    forgetAt: null,
  };
}

/** The hashes that the same key and input have under another store key. */
export type OlderHashes = Pick<JournalRow, 'keyHash' | 'inputHash'>;

export interface Move extends Pick<JournalRow, 'result' | 'remainder' | 'forgetAt' | 'resource' | 'lookAt'> {
  readonly from: readonly RowStatus[];
  readonly to: Exclude<RowStatus, 'calling'>;
  readonly finishedAt: number;
  /** Moves only while what was seen still holds: nobody with these targets is calling, and so many are undecided. */
  readonly guard: { readonly targets: readonly Buffer[]; readonly undecided: number } | null;
}

/** Those who might be meant by the same wallet. */
export interface Rivals {
  /** How many operations with that target are calling. */
  readonly calling: number;
  /** How many are unknown or need attention. */
  readonly undecided: number;
  /** Which of the wallets belong to an operation. */
  readonly owned: readonly Buffer[];
}

/** One use of what may be used so many times in a time. */
export interface Use {
  readonly id: string;
  /** What is counted together: hashes, the first of which names this use. */
  readonly names: readonly Buffer[];
  readonly maximum: number;
  readonly now: number;
  /** Until when it counts. */
  readonly until: number;
}

/** Nobody's use counts until then: its time was told by a clock that has been set back since. */
export function tooFarAheadOf({ now, until }: Pick<Use, 'now' | 'until'>): number {
  return now + 2 * (until - now);
}

export type LookLimits = Readonly<Partial<Record<WalletProvider, number>>>;

/** Who looks for something. */
export interface Seeker {
  readonly owner: string;
  readonly now: number;
  /** Until when nobody else is to take what is taken now. */
  readonly until: number;
  /** Nobody puts a look off until then: its time was told by a clock that has been set back since, and it is due. */
  readonly tooFarAhead: number;
}

/** Who asks for what is due. */
export interface DueLooks extends Seeker {
  /** What another process looks for is left to it, unless it has been due since then. */
  readonly abandonedSince: number;
  /** How many at each provider. */
  readonly limits: LookLimits;
}

/** A place in the list of operations, newest first. */
export interface Listing {
  readonly tenant: string;
  /** Null for all. */
  readonly statuses: readonly RowStatus[] | null;
  /** The id of the row after which the list goes on. */
  readonly after: string | null;
  readonly limit: number;
}

/**
 * Keeps rows. Each method is one transaction, durable when its promise resolves; where it rejects, nothing is certain. It
 * does either within a few seconds, whatever became of the database.
 */
export interface JournalStore {
  /**
   * Inserts the row as calling; or, where its key (or the same one under an older store key) has a refused or absent row
   * with the same input, makes the next attempt of that; or changes nothing. Answers with the row as it then stands, and
   * whether the attempt is the caller's; or with null where it would be, but another row with one of the targets in
   * `apart` is calling or unknown.
   */
  claim(
    row: NewRow,
    older: readonly OlderHashes[],
    apart?: readonly Buffer[],
  ): Promise<{ readonly row: JournalRow; readonly isClaimed: boolean } | null>;
  /**
   * Moves that attempt of that row. `stale`: it stood elsewhere, or the guard did not hold; `owned`: the wallet belongs to
   * another operation. Either changes nothing.
   */
  move(id: string, attempt: number, move: Move): Promise<'moved' | 'stale' | 'owned'>;
  /**
   * Of an attempt while it is calling: what it goes to now, where that differs from earlier attempts. False where it
   * was not.
   */
  retarget(id: string, attempt: number, target: Buffer | null, intent: Buffer): Promise<boolean>;
  /**
   * Makes the next attempt of an unknown row, which stays unknown: the one before changes nothing from now on. False
   * where it was not unknown, or another one was quicker.
   */
  take(id: string, attempt: number, owner: string, quietAt: number): Promise<boolean>;
  /** Keeps the note of an attempt while it is calling; false where it was not. */
  note(id: string, attempt: number, note: Buffer): Promise<boolean>;
  byId(id: string): Promise<JournalRow | null>;
  byKey(tenant: string, mutation: string, keyHashes: readonly Buffer[]): Promise<JournalRow | null>;
  list(listing: Listing): Promise<readonly JournalRow[]>;
  /** How many rows stand so: for statuses that few rows have. */
  count(tenant: string, statuses: readonly RowStatus[]): Promise<number>;
  /**
   * Makes unknown what nobody works on any more: attempts whose lease is over and, where a store has one owner at a time,
   * those of every other. A lease that ends more than `longestMs` from now was dated by a clock that has been set back
   * since: it is over too. Answers with how many.
   */
  orphan(owner: string, now: number, longestMs: number): Promise<number>;
  /**
   * Takes unknown rows whose look is due, of each provider the longest overdue first, and makes the taker their owner.
   */
  due(looks: DueLooks): Promise<readonly JournalRow[]>;
  /**
   * Takes one unknown row, due or not, as `due` does. False where somebody else looks for it just now, or it does not stand so.
   */
  seek(id: string, attempt: number, seeker: Seeker): Promise<boolean>;
  /**
   * Resolves when that attempt does not stand so any more, or after so long. At once where no other process can move it:
   * what this one does is known to it.
   */
  awaitMove(id: string, attempt: number, from: RowStatus, patienceMs: number): Promise<void>;
  /**
   * Of a look that was taken until `takenUntil`: says when the row is looked for next, and that nobody looks for it just now.
   * Changes nothing where it was taken anew since, for whoever says so late must not give away another one's look.
   */
  postpone(id: string, attempt: number, takenUntil: number, lookAt: number): Promise<void>;
  rivals(targets: readonly Buffer[], resources: readonly Buffer[]): Promise<Rivals>;
  /** Counts one more, where fewer than the maximum count now. Answers with how many are left, or until when none is. */
  useUp(use: Use): Promise<{ readonly left: number } | { readonly noneUntil: number }>;
  giveBack(useId: string): Promise<void>;
  /** Drops results whose time is over, leaving their remainder, and uses that count no more. */
  forget(now: number): Promise<void>;
  /**
   * Of a row that ended for good, at that attempt: keeps its hashes, and what only `intent` then says; or, where that is
   * null, drops it, if it ended with nothing done. False where it stands elsewhere.
   */
  erase(id: string, attempt: number, intent: Buffer | null): Promise<boolean>;
  /** Drops at most `limit` rows that ended, for good, before that moment; answers with how many. */
  reap(endedBefore: number, limit: number): Promise<number>;
  /** Takes what was erased or dropped out of the store's files, as far as it can be: see docs/tenants.md. */
  scrub(): Promise<void>;
  /** Resolves where rows can be read and written. */
  check(): Promise<void>;
  close(): Promise<void>;
}
