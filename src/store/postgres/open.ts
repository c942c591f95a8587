import { systemClock, type Clock } from '../../core/clock.js';
import type { JournalChange } from '../../core/events.js';
import type { JournalStore } from '../../core/journal-store.js';
import type { PostgresServer } from '../../core/settings.js';
import { openConnections } from './connections.js';
import { ConnectionLost } from './database.js';
import type { ListeningChange } from './listener.js';
import { migrated } from './migration.js';
import { postgresStore } from './store.js';

/** A gateway that starts together with its database waits so long for it. */
const startMs = 10_000;
const pauseMs = 250;

export interface PostgresOptions {
  readonly server: PostgresServer;
  /** The most connections, one of which listens. */
  readonly connections: number;
  /** Names the store keys, the first of which makes new rows. */
  readonly keyIds: readonly string[];
  /** Beside gateways that have prepared the database: for a person's decisions. */
  readonly isGuest?: boolean;
  readonly clock?: Clock;
  readonly listeningChanged?: (change: ListeningChange) => void;
  /** Stated once when the database cannot be reached, and once when it can again. */
  readonly changed?: (change: JournalChange) => void;
  readonly pollMs?: number;
}

/** Opens the database and makes it ready, or says in one sentence why it cannot be used. */
export async function openPostgresStore({
  server,
  connections,
  keyIds,
  isGuest = false,
  clock = systemClock,
  listeningChanged = () => undefined,
  changed = () => undefined,
  ...polling
}: PostgresOptions): Promise<JournalStore> {
  await prepared({ server, keyIds, isGuest }, clock, clock.monotonic() + (isGuest ? 0 : startMs));
  const database = await openConnections({ server, size: Math.max(1, connections - 1), clock, listeningChanged });
  return postgresStore(database, {
    keyIds,
    clock,
    endOfTurn: setImmediate,
    changed: change => changed({ database: server.name, ...change }),
    ...polling,
  });
}

async function prepared(options: Parameters<typeof migrated>[0], clock: Clock, until: number): Promise<void> {
  try {
    return await migrated(options);
  } catch (error) {
    if (!(error instanceof ConnectionLost) || clock.monotonic() >= until) throw error;
  }
  await new Promise<void>(resolve => clock.after(pauseMs, resolve));
  return prepared(options, clock, until);
}
