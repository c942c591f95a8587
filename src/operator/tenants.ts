import { parseArgs } from 'node:util';
import { readConfig } from '../config.js';
import { readGlobalId } from '../core/ids.js';
import { openJournal, type Journal } from '../core/journal.js';
import type { Entry, EntryPage } from '../core/journal-entry.js';
import { isSameOwner, lowerCaseProviders, providerNamed } from '../core/principal.js';
import type { WalletProvider } from '../core/provider.js';
import { ownerOf } from '../core/recovery.js';
import { nodeIdsIn } from '../core/wallet.js';
import { namesInFile } from '../misspelt.js';
import { providers } from '../providers/index.js';
import { recoveriesOf } from '../sources.js';
import { misunderstood, openAsGuest, ownEnvironment, type Command } from './command.js';

/** One person, as a provider knows them. */
interface Owner {
  readonly provider: WalletProvider;
  readonly id: string;
}

interface Erasure {
  readonly journal: Journal;
  readonly tenant: string;
  readonly owners: readonly Owner[];
  readonly count: { erased: number; left: number; before: number };
}

/** Operations that are in memory at once, twice over. */
const pageLength = 100;

/** Takes a tenant's operations out of the journal, or those about one owner. */
export const tenants: Command = {
  usage: `npm run tenants -- erase <tenant>                          what the journal says of a tenant
npm run tenants -- erase <tenant> --owner <provider>=<id>  what it says of one owner, a user, customer, account or
                                                           wallet at ${lowerCaseProviders.join(', ')}`,
  understood(given) {
    const { values, positionals } = parseArgs({
      args: [...given],
      allowPositionals: true,
      options: { owner: { type: 'string', multiple: true } },
    });
    const [action, tenant, ...rest] = positionals;
    const owners = (values.owner ?? []).map(ownerFrom);
    if (action !== 'erase')
      return misunderstood(`Tenants cannot be told to ${JSON.stringify(action ?? '')}: there is erase.`);
    if (tenant === undefined || rest.length > 0) return misunderstood('erase takes the name of one tenant.');
    if (owners.includes(null)) {
      return misunderstood(`--owner looks like <provider>=<id>; the providers are ${lowerCaseProviders.join(', ')}.`);
    }
    return () =>
      erased(
        tenant,
        owners.filter(owner => owner !== null),
      );
  },
};

function ownerFrom(text: string): Owner | null {
  const [name = '', ...id] = text.split('=');
  const provider = providerNamed(name);
  return provider === null || id.join('=') === '' ? null : { provider, id: id.join('=') };
}

async function erased(tenant: string, owners: readonly Owner[]): Promise<string> {
  const config = readConfig(ownEnvironment(), providers, namesInFile());
  const { store, seals } = await openAsGuest(config);
  try {
    const journal = openJournal({ store, seals });
    const count = { erased: 0, left: 0, before: 0 };
    await eraseFrom(await journal.list(tenant, null, pageLength, null), { journal, tenant, owners, count });
    await store.scrub();
    if (count.left > 0) {
      const [are, them] = count.left === 1 ? ['is', 'it'] : ['are', 'them'];
      throw new Error(
        `${told(count.erased)} ${count.left} ${are} not over: erase ${them} once \`operations\` shows ${them} as ended, or settle ${them} by hand.`,
      );
    }
    if (count.erased > 0) return told(count.erased);
    if (count.before === 0) throw new Error('The journal holds nothing of that: nothing was erased.');
    // Whom it was about cannot be told of what was erased, so that an owner's may be among it or not.
    const what = owners.length === 0 ? `of ${tenant}` : 'of that owner, as far as can be told';
    return `Nothing is left ${what}: ${told(count.before, ' before')} The tables were cleaned up.`;
  } finally {
    await store.close();
  }
}

function told(count: number, when = ''): string {
  return `${count === 1 ? '1 operation was' : `${count} operations were`} erased${when}.`;
}

const recoveries = recoveriesOf(providers, () => null);

/** From that page on. The next one is read before this one is erased, by whose last entry it is found. */
async function eraseFrom(page: EntryPage, { journal, tenant, owners, count }: Erasure): Promise<void> {
  const last = page.entries.at(-1)?.operation.id;
  const next = page.hasMore && last !== undefined ? await journal.list(tenant, null, pageLength, last) : null;
  if (next?.entries.length === 0) {
    throw new Error('Something else took rows out of the journal meanwhile: run it again.');
  }
  count.before += page.entries.filter(entry => entry.isErased).length;
  const meant = page.entries.filter(entry => !entry.isErased && isAbout(entry, owners));
  for await (const isErased of erasing(journal, meant)) count[isErased ? 'erased' : 'left'] += 1;
  if (next !== null) return eraseFrom(next, { journal, tenant, owners, count });
}

/** One after the other: the gateway wants to write, too. */
async function* erasing(journal: Journal, entries: readonly Entry[]): AsyncGenerator<boolean> {
  for (const entry of entries) yield journal.erase(entry);
}

/** Whose wallet it is about, or which one it made; with no owner named, everybody is meant. */
function isAbout(entry: Entry, owners: readonly Owner[]): boolean {
  if (owners.length === 0) return true;
  const { result } = entry.operation;
  const made = result === null ? [] : nodeIdsIn(result).flatMap(id => readGlobalId(id)?.parts ?? []);
  const ids = [ownerOf(recoveries, entry), ...made].filter(id => id !== null);
  return owners.some(({ provider, id }) => provider === entry.provider && ids.some(other => isSameOwner(id, other)));
}
