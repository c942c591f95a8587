import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { readConfig } from '../config.js';
import { settleByHand, type Verdict } from '../core/by-hand.js';
import { Events } from '../core/events.js';
import { namePattern } from '../core/ids.js';
import { openJournal } from '../core/journal.js';
import { onlyTenant } from '../core/principal.js';
import type { WalletProvider } from '../core/provider.js';
import { namesInFile } from '../misspelt.js';
import { providers } from '../providers/index.js';
import { recoveriesOf, trustExtraAuthorities } from '../sources.js';
import { openTenancy } from '../tenancy.js';
import { tenantsNow } from '../tenants.js';
import { misunderstood, openAsGuest, ownEnvironment, type Command } from './command.js';

/** Ends an operation that needs attention, as a person says who has looked at the provider. */
export const settle: Command = {
  usage: `npm run ops -- settle <operation> --found <id>   the wallet exists, under that id of the provider's
npm run ops -- settle <operation> --absent       it does not: the same idempotency key may be sent again
With --tenant <name> where there are several. <operation> is the id that \`operations(status: NEEDS_ATTENTION)\` lists.`,
  understood(given) {
    const { values, positionals } = parseArgs({
      args: [...given],
      allowPositionals: true,
      options: {
        found: { type: 'string' },
        absent: { type: 'boolean' },
        tenant: { type: 'string', default: onlyTenant },
      },
    });
    const [operation, ...rest] = positionals;
    const isOneVerdict = (values.found === undefined) !== (values.absent === undefined);
    if (operation === undefined || rest.length > 0) return misunderstood('settle takes the id of one operation.');
    if (!isOneVerdict) return misunderstood('Say what you found at the provider: either --found <id> or --absent.');
    const verdict: Verdict = values.found === undefined ? { isAbsent: true } : { found: values.found };
    return () => settled(values.tenant, operation, verdict);
  },
};

/** Answers with how it stands then. Throws a readable Error where it cannot be settled so. */
async function settled(tenant: string, operation: string, verdict: Verdict): Promise<string> {
  const environment = ownEnvironment();
  const config = readConfig(environment, providers, namesInFile());
  trustExtraAuthorities(environment);
  if (config.isSandbox && 'found' in verdict) {
    throw new Error("The sandbox's wallets live in the gateway's own process: only --absent can be said of them.");
  }
  // Before the journal is opened, which keeps the process from ending until it is closed. The simulators live in the gateway's
  // own process, where nobody else finds them.
  const tenants = config.isSandbox
    ? []
    : tenantsNow({ file: config.tenantsFile, providers, environment, simulated: null });
  const { store, seals } = await openAsGuest(config);
  try {
    const tenancy = openTenancy({ config, tenants, events: new Events(), logger: pino({ level: 'silent' }) });
    const source = (name: string, provider: WalletProvider) => tenancy.find(name)?.sources.running(provider) ?? null;
    try {
      const journal = openJournal({ store, seals });
      const entry = await journal.entry(tenant, operation);
      if (entry === null) throw new Error('There is no such operation.');
      if ('found' in verdict && !namePattern.test(verdict.found)) throw new Error('No wallet has an id like that.');
      const parts = { journal, recoveries: recoveriesOf(providers, source) };
      const { mutation, provider, operation: ended } = await settleByHand(parts, entry, verdict);
      return `${mutation} at ${provider}: ${ended.status}`;
    } finally {
      await tenancy.close();
    }
  } finally {
    await store.close();
  }
}
