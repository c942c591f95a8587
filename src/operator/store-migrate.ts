import { parseArgs } from 'node:util';
import { readStoreConfig } from '../config.js';
import { openSeals } from '../core/seals.js';
import { storePlaceFrom } from '../core/settings.js';
import { moveHistory } from '../store/transfer/history.js';
import { misunderstood, ownEnvironment, type Command } from './command.js';

/** Moves the journal to a database that gateways share. */
export const storeMigrate: Command = {
  usage: `npm run store:migrate -- --from sqlite:data/billfold.sqlite [--to postgres://…]
    moves the journal of a gateway that does not run; --to is STORE_URL where it is left out`,
  understood(given) {
    const { values } = parseArgs({ args: [...given], options: { from: { type: 'string' }, to: { type: 'string' } } });
    const { from, to } = values;
    return from === undefined ? misunderstood('--from is missing: the file to move.') : () => moved(from, to);
  },
};

/** Throws a readable Error where it could not be moved. */
async function moved(from: string, to: string | undefined): Promise<string> {
  const { store, storeKeys } = readStoreConfig(ownEnvironment());
  const source = storePlaceFrom(from);
  const target = to === undefined ? store : storePlaceFrom(to);
  if (source?.kind !== 'sqlite' || source.file === ':memory:') {
    throw new Error('--from must be an SQLite file: sqlite:data/billfold.sqlite.');
  }
  if (target?.kind !== 'postgres') {
    throw new Error('--to (or STORE_URL) must be a PostgreSQL: postgres://user:password@host:5432/database.');
  }
  if (storeKeys === null) throw new Error('STORE_KEY is missing: run this with the settings of the gateway.');
  const { file } = source;
  const { server } = target;
  const count = await moveHistory({
    file,
    server,
    keyIds: openSeals(storeKeys).keyIds,
    say: line => process.stderr.write(`${line}\n`),
  });
  return `${count} operations are at ${server.name} now. Set STORE_URL to it: ${file} is not used any more.`;
}
