import { readable } from '../config.js';
import type { Command } from './command.js';
import { documents } from './documents.js';
import { keys } from './keys.js';
import { settle } from './settle.js';
import { show } from './show.js';
import { storeCheck } from './store-check.js';
import { storeMigrate } from './store-migrate.js';
import { tenants } from './tenants.js';

const commands: Readonly<Record<string, Command>> = {
  documents,
  keys,
  show,
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
  const work = command === undefined ? { why: unknown(name) } : understood(command, given);
  if (typeof work !== 'function') {
    const usages = command === undefined ? Object.values(commands) : [command];
    process.stderr.write(`${[work.why, ...usages.map(({ usage }) => usage)].join('\n')}\n`);
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

function unknown(name: string): string {
  return name === '' ? 'Say what is to be done:' : `There is no command ${JSON.stringify(name)}:`;
}

function understood(command: Command, given: readonly string[]): (() => Promise<string>) | { readonly why: string } {
  try {
    return command.understood(given);
  } catch (error) {
    const [why = ''] = readable(error).split('\n'); // of Node's own on options, what follows is about options in general
    return { why };
  }
}
