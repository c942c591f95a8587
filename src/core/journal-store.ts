import type { WalletProvider } from './provider.js';

/** Where the journal's rows are kept: the port behind which a database stands. */

/**
 * `calling` is committed before the first byte goes to the provider, and never expires into anything free.
 * `lost` is an unknown outcome that is final and harmless: the same key gets the same answer, a new key may be used.
 */
export type RowStatus = 'calling' | 'done' | 'refused' | 'unknown' | 'lost';

export interface JournalRow {
  readonly id: string;
  readonly tenant: string;
  readonly mutation: string;
  readonly provider: WalletProvider;
  /** Finds the row: an HMAC of tenant, mutation and key. */
  readonly keyHash: Buffer;
  /** Tells whether the same key came with the same input. */
  readonly inputHash: Buffer;
  /** Which key made the hashes and the seals. */
  readonly sealKeyId: string;
  readonly status: RowStatus;
  /** Counts attempts; who settles must name the one it was given, so that a late one changes nothing. */
  readonly attempt: number;
  /** The process that makes the attempt. */
  readonly owner: string;
  /** Milliseconds since 1970: of the first attempt, of the latest, and of its end. */
  readonly createdAt: number;
  readonly startedAt: number;
  readonly finishedAt: number | null;
  /** Sealed: the idempotency key, the input, and the key derived for the provider. */
  readonly intent: Buffer;
  /** Sealed: a success or an error. */
  readonly result: Buffer | null;
  /** Sealed like a result: what takes its place at `forgetAt`, where a part of it must not be kept. */
  readonly remainder: Buffer | null;
  readonly forgetAt: number | null;
}

export interface Settlement {
  readonly status: Exclude<RowStatus, 'calling'>;
  readonly finishedAt: number;
  readonly result: Buffer | null;
  readonly remainder: Buffer | null;
  readonly forgetAt: number | null;
}

/** Keeps rows. Each method is one transaction, durable when its promise resolves; it rejects when nothing is certain. */
export interface JournalStore {
  /**
   * Inserts the row; or, where its key has a refused row with the same input, makes that row's next attempt of it; or
   * changes nothing. Answers with the row as it then stands, and whether the attempt is the caller's.
   */
  claim(row: JournalRow): Promise<{ readonly row: JournalRow; readonly isClaimed: boolean }>;
  /** Ends that attempt of that row while it is calling; false where it was not. */
  settle(id: string, attempt: number, settlement: Settlement): Promise<boolean>;
  byId(id: string): Promise<JournalRow | null>;
  byKey(tenant: string, mutation: string, keyHash: Buffer): Promise<JournalRow | null>;
  /** Makes unknown what processes other than `owner` left calling; answers with how many. */
  orphan(owner: string, finishedAt: number): Promise<number>;
  /** Drops results whose time is over, leaving their remainder. */
  forget(now: number): Promise<void>;
  /** Resolves where rows can be read and written. */
  check(): Promise<void>;
  close(): Promise<void>;
}
