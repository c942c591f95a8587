import { existsSync } from 'node:fs';
import type { JournalChange } from '../core/events.js';
import type { JournalStore } from '../core/journal-store.js';
import type { StorePlace } from '../core/settings.js';
import type { ListeningChange } from './postgres/listener.js';
import { openSqliteStore } from './sqlite/open.js';

/** The journal's rows where STORE_URL says. */

export interface StoreOptions {
  readonly place: StorePlace;
  /** Names the store keys, the first of which makes new rows. */
  readonly keyIds: readonly string[];
  /** Bytes beyond which an SQLite file does not grow. */
  readonly maximumBytes?: number | null;
  /** Beside the gateways that have it: for a person's decisions. */
  readonly isGuest?: boolean;
  /** The most connections to a PostgreSQL. */
  readonly connections: number;
  readonly listeningChanged?: (change: ListeningChange) => void;
  /** Stated once when a PostgreSQL cannot be reached, and once when it can again. */
  readonly changed?: (change: JournalChange) => void;
}

/** Rejects with one sentence where it cannot be used. A library for PostgreSQL is loaded only for one. */
export async function openStore({ place, maximumBytes = null, ...options }: StoreOptions): Promise<JournalStore> {
  if (place.kind === 'postgres') {
    const { openPostgresStore } = await import('./postgres/open.js');
    return openPostgresStore({ ...options, server: place.server });
  }
  const { file } = place;
  if (options.isGuest === true && !existsSync(file)) {
    throw new Error(`There is no journal ${file} (STORE_URL): run this with the settings of the gateway.`);
  }
  return openSqliteStore({ file, maximumBytes, ...options });
}
