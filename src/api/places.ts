import { compiled } from '../core/compiled.js';
import { readGlobalId } from '../core/ids.js';
import { ProviderCapability } from '../core/offers.js';
import type { WalletProvider } from '../core/provider.js';
import type { DataSource, NodeKind, Provider } from '../core/provider-port.js';

/** Where a provider keeps what is behind an id, and under which keys the read cache may hold it. */
export interface NodePlace {
  readonly id: string;
  readonly provider: Provider;
  readonly kind: NodeKind<DataSource>;
  readonly parts: readonly string[];
  /** The list that it is on; null where there is none. */
  readonly list: ListPlace | null;
}

export interface ListPlace {
  readonly provider: WalletProvider;
  readonly key: readonly string[];
}

/** Null where no provider can have it. */
export function placeOf(providers: readonly Provider[], id: string): NodePlace | null {
  const named = readGlobalId(id);
  if (named === null) return null;
  for (const provider of providers) {
    const { nodes, offers } = provider;
    const isRead = offers.capabilities.includes(ProviderCapability.READ) && Object.hasOwn(nodes, named.typeName);
    const kind = isRead ? nodes[named.typeName] : undefined;
    if (kind === undefined) continue;
    const parts = compiled(kind.parts).safeParse(named.parts);
    if (parts.success) {
      const key = kind.listOf?.(parts.data);
      const list = key === undefined ? null : { provider: provider.name, key };
      return { id, provider, kind, parts: parts.data, list };
    }
  }
  return null;
}

export function nodeKey(tenant: string, id: string): string {
  return JSON.stringify([tenant, 'node', id]);
}

export function listKey(tenant: string, { provider, key }: ListPlace): string {
  return JSON.stringify([tenant, 'list', provider, ...key]);
}

/** Under which keys something may be kept that has changed, where nodes with these ids have. */
export function keysOf(providers: readonly Provider[], tenant: string, ids: readonly string[]): string[] {
  return ids.flatMap(id => {
    const list = placeOf(providers, id)?.list ?? null;
    return [nodeKey(tenant, id), ...(list === null ? [] : [listKey(tenant, list)])];
  });
}
