import { existsSync } from 'node:fs';
import { withoutEmpty, type Config, type Environment } from '../config.js';
import type { JournalStore } from '../core/journal-store.js';
import { openSeals, type Seals } from '../core/seals.js';
import { openStore } from '../store/open.js';

/** Something that a person does beside the running gateway. */
export interface Command {
  /** How it is called, a line for each way. */
  readonly usage: string;
  /** What to do, which answers with what to print. Throws, with one sentence on why, where that is not understood. */
  understood(given: readonly string[]): () => Promise<string>;
}

/** Why the arguments are not understood. Never returns, so that whoever checks them can go on. */
export function misunderstood(why: string): never {
  throw new Error(why);
}

/** The journal, beside the gateways that have it. Rejects with one sentence where there is none. */
export async function openAsGuest({
  store: place,
  storeKeys,
}: Config): Promise<{ readonly store: JournalStore; readonly seals: Seals }> {
  if (storeKeys === null) throw new Error('STORE_KEY is missing: run this with the settings of the gateway.');
  const seals = openSeals(storeKeys);
  return { store: await openStore({ place, keyIds: seals.keyIds, isGuest: true, connections: 2 }), seals };
}

/** The gateway's own settings: who may read those may do all of this. */
export function ownEnvironment(): Environment {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return withoutEmpty(process.env);
}
