import { readable } from '../config.js';
import type { Command } from './command.js';
import { documents } from './documents.js';
import { keys } from './keys.js';
import { settle } from './settle.js';
import { storeCheck } from './store-check.js';
import { storeMigrate } from './store-migrate.js';
import { tenants } from './tenants.js';

const commands: Readonly<Record<string, Command>> = {
  documents,
  keys,
  settle,
  'store:check': storeCheck,
  'store:migrate': storeMigrate,
  tenants,
};

/**
 * What a person does beside the running gateway, with its own settings. Exit codes: 0 done, 1 it could not be, 2 not
 * understood.
 */
export async function operate([name = '', ...given]: readonly string[]): Promise<void> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  const work = command === undefined ? null : understood(command, given);
  if (work === null) {
    const usages = command === undefined ? Object.values(commands) : [command];
    process.stderr.write(`${usages.map(({ usage }) => usage).join('\n')}\n`);
    process.exitCode = 2;
    return;
  }
  try {
    process.stdout.write(`${await work()}\n`);
  } catch (error) {
    process.stderr.write(`${readable(error)}\n`);
    process.exitCode = 1;
  }
}

function understood(command: Command, given: readonly string[]): ReturnType<Command['understood']> {
  try {
    return command.understood(given);
  } catch {
    return null;
  }
}
