import { existsSync } from 'node:fs';
import { withoutEmpty, type Environment } from '../config.js';

/** Something that a person does beside the running gateway. */
export interface Command {
  /** How it is called, a line for each way. */
  readonly usage: string;
  /** What to do, which answers with what to print; null, or a throw, where the arguments are not understood. */
  understood(given: readonly string[]): (() => Promise<string>) | null;
}

/** The gateway's own settings: who may read those may do all of this. */
export function ownEnvironment(): Environment {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return withoutEmpty(process.env);
}
