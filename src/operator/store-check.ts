import { parseArgs } from 'node:util';
import { readStoreConfig } from '../config.js';
import { openSeals } from '../core/seals.js';
import { storePlaceFrom } from '../core/settings.js';
import { isStoreFit } from '../store/fitness/check.js';
import { ownEnvironment, type Command } from './command.js';

const words = { fit: 'ok   ', doubtful: 'warn ', unfit: 'FAIL ' } as const;

/** Says whether the journal's place is fit for it, and changes nothing there. */
export const storeCheck: Command = {
  usage: `npm run store:check [-- --url postgres://…]   whether the database of STORE_URL, or that one, is fit for the journal`,
  understood(given) {
    const { values } = parseArgs({ args: [...given], options: { url: { type: 'string' } } });
    return () => checked(values.url);
  },
};

/** Throws a readable Error where it is not fit. */
async function checked(url: string | undefined): Promise<string> {
  const { store, storeKeys, storeConnections } = readStoreConfig(ownEnvironment());
  const place = url === undefined ? store : storePlaceFrom(url);
  if (place === null) {
    throw new Error('STORE_URL (or --url) must say where: postgres://user:password@host:5432/database.');
  }
  const keyIds = storeKeys === null ? null : openSeals(storeKeys).keyIds;
  const isFit = await isStoreFit({ place, keyIds, connections: storeConnections }, ({ is, says }) =>
    process.stdout.write(`${words[is]} ${says}\n`),
  );
  if (!isFit) throw new Error('It is not fit for the journal.');
  return 'It is fit for the journal.';
}
