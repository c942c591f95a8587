import { parseArgs } from 'node:util';
import { schemaOf } from '../api/schema.js';
import { readConfig } from '../config.js';
import { readGlobalId } from '../core/ids.js';
import { openJournal } from '../core/journal.js';
import type { Entry } from '../core/journal-entry.js';
import { onlyTenant } from '../core/principal.js';
import { providerTitles } from '../core/provider.js';
import { withoutSecrets } from '../core/sensitive.js';
import { namesInFile } from '../misspelt.js';
import { providers } from '../providers/index.js';
import { recoveriesOf } from '../sources.js';
import { misunderstood, openAsGuest, ownEnvironment, type Command } from './command.js';

/** Says what a person must look for at the provider, before they settle an operation. */
export const show: Command = {
  usage: `npm run ops -- show <operation>                  what to look for at the provider; --tenant <name> as for settle`,
  understood(given) {
    const { values, positionals } = parseArgs({
      args: [...given],
      allowPositionals: true,
      options: { tenant: { type: 'string', default: onlyTenant } },
    });
    const [operation, ...rest] = positionals;
    if (operation === undefined || rest.length > 0) return misunderstood('show takes the id of one operation.');
    return () => shown(values.tenant, operation);
  },
};

/** Throws a readable Error where there is none. */
async function shown(tenant: string, operation: string): Promise<string> {
  const { store, seals } = await openAsGuest(readConfig(ownEnvironment(), providers, namesInFile()));
  try {
    const entry = await openJournal({ store, seals }).entry(tenant, operation);
    if (entry === null) throw new Error('There is no such operation.');
    return [...linesOf(entry), ...inputOf(entry)].join('\n');
  } finally {
    await store.close();
  }
}

function linesOf(entry: Entry): string[] {
  const { mutation, provider, operation } = entry;
  const time = (at: number | null): string => (at === null ? 'not yet' : new Date(at).toISOString());
  const rows = [
    ['tenant', entry.tenant],
    ['key', entry.isErased ? 'erased' : operation.idempotencyKey],
    ...(isKeyTold(entry) ? [[`key at ${providerTitles[provider]}`, entry.providerKey]] : []),
    ['attempts', String(operation.attempts)],
    ['first begun', time(entry.createdAt)],
    ['may be there since', time(entry.soughtSince)],
    ['ended', time(entry.finishedAt)],
  ];
  const width = Math.max(...rows.map(([name = '']) => name.length));
  const lines = rows.map(([name = '', value = '']) => `${name.padEnd(width)}  ${value}`);
  return [`${mutation} at ${provider}: ${operation.status}`, ...lines];
}

/** The provider was given a key made of ours, under which it may find the request. */
function isKeyTold({ provider, mutation, isErased }: Entry): boolean {
  return !isErased && recoveriesOf(providers, () => null).of(provider, mutation)?.by === 'native';
}

/** Ids are opaque to clients, but a person needs the provider's own that are in them. */
function inputOf(entry: Entry): string[] {
  if (entry.isErased) return ['Its input was erased.'];
  const input = withoutSecrets(schemaOf(providers), entry.mutation, entry.input);
  const ids = Object.entries(input).flatMap(([name, value]: [string, unknown]) => {
    const named = typeof value === 'string' && name.endsWith('Id') ? readGlobalId(value) : null;
    return named === null ? [] : [`${name} is ${named.typeName} ${named.parts.join(' ')}`];
  });
  return ['input, without what is secret:', JSON.stringify(input, null, 2), ...ids];
}
