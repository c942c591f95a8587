import type { CallClass, CircuitState } from './health.js';
import type { RequestRecord } from './request.js';
import type { WalletProvider } from './provider.js';
import type { RowStatus } from './state-machine.js';

/** A Redis does not do something any more, or does it again. */
export interface RedisChange {
  readonly doing: 'connect' | 'read' | 'write' | 'remove' | 'count';
  readonly isWorking: boolean;
  readonly reason: string | null;
}

/** The journal's database cannot be reached any more, or can again. */
export interface JournalChange {
  /** Host, port and database. */
  readonly database: string;
  readonly isWorking: boolean;
  readonly reason: string | null;
}

/** Facts that others may listen to. Nothing here is a secret or a person's data. */
export interface Facts {
  /** A provider was called, or could not be. `durationMs` is from the call to the answer's last byte. */
  called: {
    tenant: string;
    request: RequestRecord;
    provider: WalletProvider;
    method: string;
    /** The path with its ids left out. */
    route: string;
    status: number | null;
    wasSent: boolean;
    durationMs: number;
    providerRequestId: string | null;
    error: unknown;
  };
  /** An answer that could not be read; `sample` is short and has no secrets in it. */
  unreadable: { tenant: string; request: RequestRecord; provider: WalletProvider; status: number; sample: string };
  /** An answer tells one thing in two ways that differ; what is exact was believed. */
  disputed: { tenant: string; request: RequestRecord; provider: WalletProvider; field: string };
  /** Calls of that class are refused at once, or one is let through to see, or all are again. */
  circuitChanged: {
    tenant: string;
    provider: WalletProvider;
    calls: CallClass;
    state: CircuitState;
    /** How long they are; after that the next one is let through. 0 where it is not open. */
    refusedForMs: number;
  };
  /** A tenant's providers are spoken to anew, with other settings: how they were before says nothing any more. */
  reconnected: { tenant: string };
  /** The provider asked for a pause, and calls wait for its end. A longer one that is asked for meanwhile is no new fact. */
  held: { tenant: string; provider: WalletProvider; seconds: number };
  /** More wait for a place than may, or for longer: calls are refused. Stated anew when that was over in between. */
  overflowed: { tenant: string; provider: WalletProvider; calls: CallClass };
  tokenFetched: { tenant: string; provider: WalletProvider; durationMs: number; expiresInSeconds: number };
  tokenFetchFailed: {
    tenant: string;
    provider: WalletProvider;
    durationMs: number;
    status: number | null;
    error: unknown;
  };
  /** A mutation was answered: by an attempt, from the journal, or by the gateway itself. */
  operated: {
    request: RequestRecord;
    tenant: string;
    /** Null where the request was refused before it got one. */
    operationId: string | null;
    mutation: string;
    provider: WalletProvider;
    /** The result's type, e.g. MoovWalletCreated or RateLimitedError. */
    result: string;
    isReplay: boolean;
    durationMs: number;
  };
  /** These nodes are no longer as they were: for what keeps them, not for a log, since ids may tell whose they are. */
  changed: { tenant: string; ids: readonly string[] };
  /** An unknown outcome was settled by looking, or was found to need a person. */
  settled: {
    tenant: string;
    operationId: string;
    mutation: string;
    provider: WalletProvider;
    status: RowStatus;
    /** Since its first attempt began. */
    afterMs: number;
  };
  /** An answer held a wallet that belongs to another operation: it is not believed. */
  foreignWallet: { request: RequestRecord; tenant: string; operationId: string; provider: WalletProvider };
  /** A claim, a settlement or the clearing-up could not be written. */
  journalFailed: { request: RequestRecord | null; doing: string; error: unknown };
  /** Meanwhile mutations are refused, and what was begun is settled later. */
  journalChanged: JournalChange;
  /** What other gateways do with the journal is not heard any more, or is again. Meanwhile who waits looks by themselves. */
  listeningChanged: { isWorking: boolean; reason: string | null };
  /** Something about the shared cache stopped to work, or works again. Meanwhile providers are asked instead. */
  cacheChanged: RedisChange;
  /** An issuer's keys were fetched: the first ones, others than before, or after fetches that failed. */
  keysFetched: { keys: number };
  /** They could not be; the former ones may do for now. Stated anew only where that or the reason changes. */
  keysFetchFailed: { reason: string; hasKeys: boolean };
  /** The file of API keys was read, at the start or because it changed. */
  apiKeysRead: { keys: number };
  /** It could not be: the former keys go on. Stated anew only where the reason changes. */
  apiKeysUnusable: { reason: string };
  /** The shared count of what callers begin stopped to work, or works again. Meanwhile nothing is begun. */
  limiterChanged: RedisChange;
  /** A document was executed that came as text, which TRUSTED_DOCUMENTS=file would refuse; trusted ones, too, are asked for by id there. */
  cameAsText: { request: RequestRecord; operationName: string; sha256: string; isTrusted: boolean };
  /** A mistake of ours: something threw what nobody expected. */
  broken: { request: RequestRecord | null; doing: string; error: unknown };
}

/** Listeners must not throw. */
export class Events {
  readonly #listeners = new Map<keyof Facts, ((value: never) => void)[]>();

  on<Fact extends keyof Facts>(fact: Fact, listener: (value: Facts[Fact]) => void): void {
    this.#listeners.set(fact, [...(this.#listeners.get(fact) ?? []), listener]);
  }

  emit<Fact extends keyof Facts>(fact: Fact, value: Facts[Fact]): void {
    for (const listener of this.#listeners.get(fact) ?? []) listener(value as never); // `on` has paired them
  }
}
