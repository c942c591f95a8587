import { parseArgs } from 'node:util';
import { changeKeyFile, freshKeyText, readKeyFile, type WrittenKey } from '../auth/key-file.js';
import { authSettings } from '../auth/settings.js';
import { ConfigError } from '../config.js';
import {
  isGrant,
  lowerCaseProviders,
  onlyTenant,
  permissions,
  providerNamed,
  tenantPattern,
} from '../core/principal.js';
import { millisecondsIn } from '../core/settings.js';
import { misunderstood, ownEnvironment, type Command } from './command.js';

/** Makes, lists and revokes the keys of AUTH=api-key. A running gateway notices within about a second. */
export const keys: Command = {
  usage: `npm run keys -- create --name <name> --grant <permission> [--grant …]   a new key, which is shown once
    [--tenant <tenant>] [--owner <provider>=<id> …] [--expires 90d]
npm run keys -- list                                                   all keys, without their secrets
npm run keys -- revoke <id>                                            it is refused from now on`,
  understood([action, ...given]) {
    if (action === 'create') return understoodCreate(given);
    const [id, ...rest] = given;
    if (action === 'list') return id === undefined ? listed : misunderstood('list takes nothing.');
    if (action === undefined) return misunderstood('Say what is to be done with keys: create, list or revoke.');
    if (action !== 'revoke') {
      return misunderstood(`Keys cannot be told to ${JSON.stringify(action)}: there are create, list and revoke.`);
    }
    return id !== undefined && rest.length === 0 ? () => revoked(id) : misunderstood('revoke takes the id of one key.');
  },
};

interface Wish {
  readonly name: string;
  readonly tenant: string;
  readonly grant: readonly string[];
  readonly owner: readonly string[];
  readonly expires?: string | undefined;
}

function understoodCreate(given: readonly string[]): ReturnType<Command['understood']> {
  const { values } = parseArgs({
    args: [...given],
    options: {
      name: { type: 'string' },
      tenant: { type: 'string', default: onlyTenant },
      grant: { type: 'string', multiple: true },
      owner: { type: 'string', multiple: true, default: [] },
      expires: { type: 'string' },
    },
  });
  const { name, grant } = values;
  if (name === undefined) return misunderstood('--name is missing: for whom the key is.');
  if (grant === undefined) return misunderstood('--grant is missing: what the key permits, such as wallets:read.');
  return () => created({ ...values, name, grant });
}

/** Throws a readable Error where there can be no such key. */
async function created({ name, tenant, grant, owner, expires }: Wish): Promise<string> {
  if (!/^[\p{L}\p{N}][\p{L}\p{N} ._@:+=-]{0,63}$/u.test(name)) {
    throw new Error('--name is up to 64 letters, digits, spaces and . _ @ : + = -.');
  }
  if (!tenantPattern.test(tenant)) throw new Error('No tenant has a name like that (--tenant).');
  const unknown = grant.find(text => !isGrant(text));
  if (unknown !== undefined) {
    const known = Object.keys(permissions).join(', ');
    throw new Error(
      `There is no permission ${JSON.stringify(unknown)}. There are: ${known}; each also for one provider, as ${known.split(',')[0]}:moov.`,
    );
  }
  const now = Date.now();
  const { id, text, sha256 } = freshKeyText();
  const key: WrittenKey = {
    id,
    sha256,
    tenant,
    name,
    grants: [...new Set(grant)],
    owners: owner.length === 0 ? null : ownersIn(owner),
    created: new Date(now).toISOString(),
    expires: expires === undefined ? null : new Date(now + lifetimeIn(expires)).toISOString(),
  };
  await changeKeyFile(file(), all => [...all, key]);
  return `${text}\n\nThis is shown once. The key's id is ${id}.`;
}

/** `moov=<id>`, any number of them; `moov=*` for all at that provider. */
function ownersIn(given: readonly string[]): Record<string, '*' | string[]> {
  const pairs = given.map(text => {
    const [provider = '', ...rest] = text.split('=');
    const owner = rest.join('=');
    if (providerNamed(provider) === null) {
      const known = lowerCaseProviders.join(', ');
      throw new Error(`There is no provider ${JSON.stringify(provider)} (--owner). There are: ${known}.`);
    }
    if (owner === '') throw new Error(`--owner looks like ${provider}=<id>, or ${provider}=* for all.`);
    return { provider, owner };
  });
  const byProvider = Map.groupBy(pairs, ({ provider }) => provider);
  const named = [...byProvider].map(([provider, all]) => {
    const ids = all.map(({ owner }) => owner);
    return [provider, ids.includes('*') ? ('*' as const) : ids] as const;
  });
  return Object.fromEntries(named);
}

function lifetimeIn(text: string): number {
  if (!/^[1-9]\d{0,4}[smhd]$/.test(text)) throw new Error('--expires looks like 90d (s, m, h or d).');
  return millisecondsIn(text);
}

async function listed(): Promise<string> {
  const rows = (await readKeyFile(file())).map(({ id, tenant, name, grants, owners, expires }) => [
    id,
    tenant,
    JSON.stringify(name),
    `until ${expires ?? 'revoked'}`,
    grants.join(' '),
    owners === null ? '' : `for ${JSON.stringify(owners)}`,
  ]);
  return rows.length === 0 ? 'There are no keys.' : rows.map(row => row.join('  ').trimEnd()).join('\n');
}

async function revoked(id: string): Promise<string> {
  await changeKeyFile(file(), all => {
    if (!all.some(key => key.id === id))
      throw new Error('There is no such key: `npm run keys -- list` shows their ids.');
    return all.filter(key => key.id !== id);
  });
  return `${id} is revoked.`;
}

function file(): string {
  const setting = authSettings.API_KEYS_FILE.safeParse(ownEnvironment().API_KEYS_FILE);
  if (!setting.success) throw new ConfigError(['API_KEYS_FILE must be a path.']);
  return setting.data;
}
