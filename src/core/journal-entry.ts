import type { Move } from './journal-store.js';
import type { Operation } from './operation.js';
import type { WalletProvider } from './provider.js';
import type { RowStatus } from './state-machine.js';

/** What goes into the journal, and what comes out of it. */

/** An operation as its row says, with what only the gateway may see. */
export interface Entry {
  /** The row's. */
  readonly id: string;
  readonly operation: Operation;
  readonly tenant: string;
  readonly provider: WalletProvider;
  readonly mutation: string;
  readonly status: RowStatus;
  readonly attempt: number;
  readonly owner: string;
  /** When the first attempt began, when the last one ended, and when its traces are gone: see `JournalRow`. */
  readonly createdAt: number;
  readonly finishedAt: number | null;
  readonly soughtSince: number;
  readonly quietAt: number;
  readonly wasUnknown: boolean;
  /** While unknown: when it is looked for next; by whoever took it, until when it is theirs. */
  readonly lookAt: number | null;
  /** A UUID made of tenant, mutation and key alone: for a provider that takes an idempotency key. */
  readonly providerKey: string;
  readonly input: object;
  /** What the attempt wrote down before it sent anything; null where it wrote nothing. */
  readonly note: unknown;
  /** Whether the input that was asked about is the one in the row. */
  readonly isSameInput: boolean;
  readonly sealKeyId: string;
  /** What it was about was taken out of the journal; its key stays used. */
  readonly isErased: boolean;
  readonly target: string | null;
}

export interface Claim {
  readonly tenant: string;
  readonly mutation: string;
  readonly provider: WalletProvider;
  readonly idempotencyKey: string;
  readonly input: object;
  /** What this operation's wallet could be mistaken for, or which one it changes; null where neither matters. */
  readonly target: string | null;
  /** Nothing else with this target may be under way, or unknown. */
  readonly isApart?: boolean;
  /** From now on, for so long it may have something on its way: its lease and one deadline. */
  readonly quietAfterMs: number;
}

/** How an attempt, or the search for its outcome, ended. */
export interface Ending {
  readonly status: Move['to'];
  readonly result: object | null;
  /** The provider's id of the wallet that this operation made; no other operation can own it then. */
  readonly providerId?: string | null;
  readonly forgets?: Forgets | undefined;
  /** Unknown: when it is looked for. */
  readonly lookAt?: number;
}

export interface Forgets {
  readonly members: readonly string[];
  readonly afterSeconds: number;
}

/** What was seen when it was decided; the decision stands only if it still holds. */
export interface Seen {
  readonly undecided: number;
}

/** A page of the journal. */
export interface EntryPage {
  /** How many there are in all, of a status that waits for something; null for others, which would take long to count. */
  readonly total: number | null;
  readonly entries: readonly Entry[];
  readonly hasMore: boolean;
}

export interface RivalsFound {
  readonly calling: number;
  readonly undecided: number;
  readonly isOwned: readonly boolean[];
}
