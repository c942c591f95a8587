import type { Intent, Perform } from './operation-runner.js';
import type { Page } from './journal.js';
import type { Operation, OperationStatus } from './operation.js';
import type { Call } from './request.js';

/** One tenant for now; rows and caches are kept apart by it all the same. */
export const onlyTenant = 'default';

/** Where a resolver hands over. */
export interface Context extends Call {
  /** Whose data this is. */
  readonly tenant: string;
  readonly operations: {
    /** Runs a mutation once per idempotency key; see operation-runner. */
    run<Success extends object>(intent: Intent, perform: Perform<Success>): Promise<object>;
    byId(id: string): Promise<Operation | null>;
    byKey(mutation: string, idempotencyKey: string): Promise<Operation | null>;
    /** Newest first, after the operation with that global id. */
    list(status: OperationStatus | null, first: number, after: string | null): Promise<Page>;
  };
  /** The running datasource of that class; throws a failure where the provider is not configured. */
  source<Source>(type: abstract new (...args: never[]) => Source): Source;
  /** Fetches a node again; batched and deduplicated within this request. */
  readonly nodes: { load(id: string): Promise<object | null> };
}
