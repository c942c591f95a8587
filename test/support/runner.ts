import { randomBytes } from 'node:crypto';
import { schemaOf } from '../../src/api/schema.js';
import type { Attempt } from '../../src/core/attempt.js';
import { Events, type Facts } from '../../src/core/events.js';
import type { JournalStore } from '../../src/core/journal-store.js';
import { openJournal, type Journal } from '../../src/core/journal.js';
import { unlimited, type Limiter } from '../../src/core/limiter.js';
import { operationRunner } from '../../src/core/operation-runner.js';
import { anybody, type Principal } from '../../src/core/principal.js';
import { WalletProvider } from '../../src/core/provider.js';
import type { BoundRecovery, Recoveries } from '../../src/core/recovery.js';
import { openSeals } from '../../src/core/seals.js';
import { openSettler, type Settler } from '../../src/core/settler.js';
import { providers } from '../../src/providers/index.js';
import { openSqliteStore } from '../../src/store/sqlite/open.js';
import { handClock, type HandClock } from './time.js';

/** The runner over a real store in memory, with time in a test's hand and faults put in at the store's port. */
export interface TestRunner {
  readonly clock: HandClock;
  readonly store: JournalStore;
  readonly journal: Journal;
  readonly settler: Settler;
  readonly recoveries: Recoveries;
  /** What takes the place of the store's own methods, from when it is put here. */
  readonly interfering: Partial<JournalStore>;
  readonly failures: readonly Facts['journalFailed'][];
  /** Runs createMoovWallet under that key, for anybody unless it is said for whom. */
  run(
    idempotencyKey: string,
    perform: (attempt: Attempt) => Promise<object>,
    fields?: object,
    principal?: Principal,
  ): Promise<object>;
  close(): Promise<void>;
}

export interface TestRunnerOptions {
  /** How its outcomes are settled. */
  readonly recovery: BoundRecovery;
  readonly limiter?: Limiter;
  /** Whether this gateway has the provider, and the tenant. */
  readonly isOn?: () => boolean;
  readonly leaseMs?: number;
  readonly timeoutMs?: number;
}

const schema = schemaOf(providers);

export function openTestRunner({
  recovery,
  limiter = unlimited,
  isOn = () => true,
  leaseMs = 15_000,
  timeoutMs = 10_000,
}: TestRunnerOptions): TestRunner {
  const clock = handClock();
  const storeKey = randomBytes(32);
  const store = openSqliteStore({ file: ':memory:', keyIds: openSeals([storeKey]).keyIds });
  const interfering: Partial<JournalStore> = {};
  const watched = new Proxy(store, {
    get: (target, name) => Reflect.get(name in interfering ? interfering : target, name) as unknown,
  });
  const failures: Facts['journalFailed'][] = [];
  const events = new Events();
  events.on('journalFailed', failure => failures.push(failure));
  const journal = openJournal({ store: watched, seals: openSeals([storeKey]), clock });
  const recoveries: Recoveries = { of: () => recovery, source: (of: BoundRecovery) => (isOn() ? of : null) };
  const parts = { schema, journal, recoveries, events, clock, leaseMs, timeoutMs };
  const settler = openSettler({ ...parts, absentAfterMs: 120_000, perSecond: 20 });
  const runner = operationRunner({ ...parts, settler, limiter, sameKeyWaitMs: 500 });
  return {
    clock,
    store,
    journal,
    settler,
    recoveries,
    interfering,
    failures,
    run: (idempotencyKey, perform, fields, principal = anybody) =>
      runner.run(
        { request: { id: 'test' }, principal },
        { mutation: 'createMoovWallet', provider: WalletProvider.MOOV, input: inputWith(idempotencyKey, fields) },
        perform,
      ),
    close: () => store.close(),
  };
}

function inputWith(idempotencyKey: string, fields: object = {}): { readonly idempotencyKey: string } {
  return Object.assign({ idempotencyKey, accountId: '6b6f1a52-5c0e-4d6e-9f3a-000000000001', name: 'n' }, fields);
}
