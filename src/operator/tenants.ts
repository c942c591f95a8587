import { parseArgs } from 'node:util';
import { readConfig } from '../config.js';
import { readGlobalId } from '../core/ids.js';
import { openJournal, type Journal } from '../core/journal.js';
import type { Entry } from '../core/journal-entry.js';
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
    for await (const entry of entriesOf(journal, tenant)) {
      if (entry.isErased) count.before += 1;
      if (entry.isErased || !isAbout(entry, owners)) continue;
      count[(await journal.erase(entry)) ? 'erased' : 'left'] += 1; // one after the other: the gateway wants to write, too
    }
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

/** A page is read before the one before it is erased, by whose last entry it is found. */
async function* entriesOf(journal: Journal, tenant: string): AsyncGenerator<Entry> {
  let page = await journal.list(tenant, null, pageLength, null);
  while (page.hasMore) {
    // oxlint-disable-next-line no-await-in-loop -- each page is found by the one before it
    const next = await journal.list(tenant, null, pageLength, page.entries.at(-1)?.operation.id ?? null);
    if (next.entries.length === 0)
      throw new Error('Something else took rows out of the journal meanwhile: run it again.');
    yield* page.entries;
    page = next;
  }
  yield* page.entries;
}

/** Whose wallet it is about, or which one it made; with no owner named, everybody is meant. */
function isAbout(entry: Entry, owners: readonly Owner[]): boolean {
  if (owners.length === 0) return true;
  const { result } = entry.operation;
  const made = result === null ? [] : nodeIdsIn(result).flatMap(id => readGlobalId(id)?.parts ?? []);
  const ids = [ownerOf(recoveries, entry), ...made].filter(id => id !== null);
  return owners.some(({ provider, id }) => provider === entry.provider && ids.some(other => isSameOwner(id, other)));
}
