import { uuidPattern } from './ids.js';
import { WalletProvider } from './provider.js';

/** Who calls, and what they may do. */

/** Every permission there is, with what it lets somebody do. Each holds at all providers or, narrowed, at one. */
export const permissions = {
  'wallets:read': 'Read wallets, and what belongs to them.',
  'wallets:create': 'Make wallets, wallet accounts and card tokens.',
  'wallets:manage': 'Change wallets, move their money, and end them.',
  'operations:read': 'See what became of mutations.',
  'secrets:read': 'Read what opens or pays: pairing links, payloads for devices, one-time tokens.',
} as const;

export type Permission = keyof typeof permissions;

/** A permission at all providers, or at one: `wallets:create`, `wallets:create:moov`. */
export type Grant = Permission | `${Permission}:${Lowercase<WalletProvider>}`;

/**
 * For whom somebody may act, at each provider by its own ids: PingOne's users, Juspay's customers, the accounts at Moov
 * and Equals Money, LIQUIDO's wallets. `*` is anybody; a provider that is left out, nobody.
 */
export type Owners = Readonly<Partial<Record<WalletProvider, '*' | readonly string[]>>>;

export interface Principal {
  /** Whose data they see. */
  readonly tenant: string;
  /** Names them within their tenant: what is counted for one of them is counted by it. Never logged: it may tell who they are. */
  readonly name: string;
  readonly grants: ReadonlySet<Grant>;
  /** For whom this caller may act: all of these hold; none narrows nothing. */
  readonly owners: readonly Owners[];
  /** For whom any caller of the tenant may act at most: the gateway adds it. */
  readonly tenantOwners?: Owners | null;
}

/** What a tenant may be called: it stands in log lines, cache keys and files. */
export const tenantPattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** One tenant where no file tells of more. */
export const onlyTenant = 'default';

/** Whoever reaches a gateway that asks for no token. */
export const anybody: Principal = {
  tenant: onlyTenant,
  name: 'anybody',
  grants: new Set(Object.keys(permissions) as Permission[]), // the object's own keys
  owners: [],
};

/** Who it is; or that it is nobody, or that this cannot be told at present. */
export type Authenticated = Principal | 'refused' | 'unavailable';

/**
 * Reads an Authorization header, at once where whoever sent it is known already. Why it is nobody is told to the log
 * alone, in a word that quotes nothing.
 */
export type Authenticate = (
  authorization: string | undefined,
  tellWhy: (reason: string) => void,
) => Authenticated | Promise<Authenticated>;

export function isGrant(text: string): text is Grant {
  const [kind, action, provider, ...rest] = text.split(':');
  const isPermission = Object.hasOwn(permissions, `${kind}:${action}`);
  return isPermission && rest.length === 0 && (provider === undefined || providerNamed(provider) !== null);
}

/** As grants and owners have them. */
export const lowerCaseProviders: readonly string[] = Object.values(WalletProvider).map(name => name.toLowerCase());

/** A provider by its name in lower case, as grants and owners have it. */
export function providerNamed(name: string): WalletProvider | null {
  return Object.values(WalletProvider).find(provider => provider.toLowerCase() === name) ?? null;
}

/** Whether they may do it at that provider; at any of them, where none is named. */
export function isGranted({ grants }: Principal, permission: Permission, provider?: WalletProvider): boolean {
  if (grants.has(permission)) return true;
  const at = provider === undefined ? Object.values(WalletProvider) : [provider];
  return at.some(name => grants.has(`${permission}:${name.toLowerCase() as Lowercase<WalletProvider>}`));
}

/** Whether they may act for that owner; null is nobody in particular, whom only those may act for who act for anybody. */
export function actsFor(principal: Principal, provider: WalletProvider, owner: string | null): boolean {
  return ownersOf(principal).every(allowed => {
    const ids = allowed[provider] ?? [];
    return ids === '*' || (owner !== null && ids.some(id => isSameOwner(id, owner)));
  });
}

/** Whether they may act for some owners alone, at that provider. */
export function isNarrowed(principal: Principal, provider: WalletProvider): boolean {
  return ownersOf(principal).some(allowed => allowed[provider] !== '*');
}

function ownersOf({ owners, tenantOwners = null }: Principal): readonly Owners[] {
  return tenantOwners === null ? owners : [...owners, tenantOwners];
}

/** Providers write UUIDs in either case, and mean the same. */
export function isSameOwner(left: string, right: string): boolean {
  return left === right || (uuidPattern.test(left) && left.toLowerCase() === right.toLowerCase());
}
