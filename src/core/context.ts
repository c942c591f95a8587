import type { Intent, Perform } from './intent.js';
import type { EntryPage } from './journal-entry.js';
import type { ProviderStatus } from './offers.js';
import type { Operation, OperationStatus } from './operation.js';
import type { Principal } from './principal.js';
import type { WalletProvider } from './provider.js';
import type { Call } from './request.js';
import type { Wallet } from './wallet.js';

/** Where a resolver hands over. */
export interface Context extends Call {
  /** Who asks: whose data they see, and what they may do. */
  readonly principal: Principal;
  readonly operations: {
    /** Runs a mutation once per idempotency key; see operation-runner. */
    run<Success extends object>(intent: Intent, perform: Perform<Success>): Promise<object>;
    byId(id: string): Promise<Operation | null>;
    byKey(mutation: string, idempotencyKey: string): Promise<Operation | null>;
    /** Newest first, after the operation with that global id. */
    list(status: OperationStatus | null, first: number, after: string | null): Promise<OperationPage>;
  };
  /** The running datasource of that class; throws a failure where the provider is not configured. */
  source<Source>(type: abstract new (...args: never[]) => Source): Source;
  /** States a mistake of ours that was caught on the way. */
  broke(doing: string, error: unknown): void;
  /** Every provider as it stands, in the order of the list. */
  providers(): readonly ProviderStatus[];
  /** Reads from providers: batched and deduplicated within this request, and kept for some seconds. */
  readonly reads: Reads;
}

export interface OperationPage extends Omit<EntryPage, 'entries'> {
  readonly operations: readonly Operation[];
}

export interface Reads {
  /** Anything by its global id; null where there is none. */
  node(id: string): Promise<object | null>;
  /** What was read of it in the last seconds; null where nothing was. Asks nobody. */
  known(id: string): Promise<object | null>;
  /** All wallets on one of a provider's lists, in the provider's order. */
  list(provider: WalletProvider, key: readonly string[]): Promise<readonly Wallet[]>;
  /** What goes along with a further read: it has its own deadline, and ends when the client hangs up. */
  call(): Call;
}
