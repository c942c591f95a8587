import type { PostgresServer } from '../../../core/settings.js';
import type { Client } from '../../postgres/library.js';

export interface FitnessOptions {
  readonly server: PostgresServer;
  /** Null where nobody said which. */
  readonly keyIds: readonly string[] | null;
  /** What a gateway opens at the most. */
  readonly connections: number;
}

/** What each question is asked with. */
export interface Asking extends FitnessOptions {
  readonly client: Client;
  /** Another connection to the same server. */
  readonly other: Client;
}
