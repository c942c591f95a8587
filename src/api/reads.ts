import DataLoader from 'dataloader';
import { GraphQLError } from 'graphql';
import type { Clock } from '../core/clock.js';
import type { Reads } from '../core/context.js';
import { NotFoundError, ProviderUnavailableError, WalletErrorCode } from '../core/errors.js';
import { failure, MutationFailure } from '../core/failures.js';
import { readGlobalId } from '../core/ids.js';
import { asError } from '../core/loaders.js';
import { ProviderCapability } from '../core/offers.js';
import { providerTitles, type WalletProvider } from '../core/provider.js';
import type { DataSource, NodeKind, Provider } from '../core/provider-port.js';
import type { Call } from '../core/request.js';
import type { Wallet } from '../core/wallet.js';
import type { ReadCache } from './read-cache.js';

export interface ReadOptions {
  readonly providers: readonly Provider[];
  /** The running datasource of a provider; throws a failure where it is off. */
  readonly sourceOf: (provider: Provider) => DataSource;
  readonly operation: (id: string) => Promise<object | null>;
  readonly cache: ReadCache;
  readonly clock: Clock;
  /** The deadline of one read, with all the calls that it takes. */
  readonly timeoutMs: number;
  readonly tenant: string;
  /** The request's. */
  readonly call: Call;
}

/** One request's way to what providers keep: nothing is read twice, and what one call can tell is one call. */
export function readsOf(options: ReadOptions): Reads {
  const { providers, sourceOf, cache, clock, tenant } = options;
  const nodes = new DataLoader<string, object | null>(readNodes);
  const lists = new DataLoader<ListName, readonly Wallet[], string>(names => Promise.all(names.map(readListOrFail)), {
    cacheKeyFn: name => listKey(tenant, name),
  });
  const call = (): Call => ({ ...options.call, deadline: clock.monotonic() + options.timeoutMs });
  const list = (provider: WalletProvider, key: readonly string[]) => lists.load({ provider, key });
  return { node: id => nodes.load(id), list, call };

  async function readNodes(ids: readonly string[]): Promise<(object | null | Error)[]> {
    const kept = await Promise.all(ids.map(id => cache.get(nodeKey(tenant, id))));
    const answers = new Map<string, Promise<unknown>>(ids.map((id, index) => [id, Promise.resolve(kept[index])]));
    const places = new Map(ids.map(id => [id, placeOf(providers, id)]));
    const unread = ids.filter((_id, index) => kept[index] === undefined);
    for (const group of Map.groupBy(unread, id => groupOf(places.get(id) ?? null) ?? id).values()) {
      const isList = group.length > 1;
      const listed = isList ? readTogether(group.map(id => places.get(id) as NodePlace)) : null; // a group has a list
      for (const id of group) {
        const alone = () => readNode(id, places.get(id) ?? null);
        answers.set(id, listed === null ? alone() : listed.then(found => found.get(id) ?? alone()));
      }
    }
    // What is kept was put there as a node.
    return Promise.all(ids.map(id => (answers.get(id) as Promise<object | null>).catch(nullOrError)));
  }

  async function readNode(id: string, place: NodePlace | null): Promise<object | null> {
    if (place === null) {
      if (readGlobalId(id)?.typeName === 'Operation') return options.operation(id);
      throw malformedId();
    }
    const { provider, kind, parts } = place;
    if (kind.read === undefined) {
      return (await list(provider.name, kind.listOf?.(parts) ?? [])).find(wallet => wallet.id === id) ?? null;
    }
    const askedAt = clock.monotonic();
    const node = await kind.read(sourceOf(provider), parts, call());
    if (!('id' in node) || node.id !== id) throw aboutAnother(provider);
    await keepNode(place, node, askedAt);
    return node;
  }

  async function keepNode({ id, kind }: NodePlace, node: object, askedAt: number): Promise<void> {
    if (kind.holdsSecret?.(node) !== true) await cache.keep(nodeKey(tenant, id), node, askedAt);
  }

  /** Several nodes of one list, by its pages until all were on them. One that is missing may be too new for the list. */
  async function readTogether(places: readonly NodePlace[]): Promise<ReadonlyMap<string, object>> {
    const askedAt = clock.monotonic();
    const sought = new Map(places.map(place => [place.id, place]));
    const found = new Map<string, object>();
    const [first] = places;
    const pages = first === undefined ? undefined : pagesOf(first.provider, first.kind.listOf?.(first.parts) ?? []);
    for await (const page of pages ?? []) {
      for (const wallet of page) if (sought.has(wallet.id)) found.set(wallet.id, wallet);
      if (found.size === sought.size) break;
    }
    await Promise.all([...found].map(([id, node]) => keepNode(sought.get(id) as NodePlace, node, askedAt))); // sought
    return found;
  }

  function pagesOf(provider: Provider, key: readonly string[]): AsyncIterable<readonly Wallet[]> {
    if (provider.lists === undefined) throw new Error(`${provider.name} has no lists.`);
    return provider.lists.pages(sourceOf(provider), key, call());
  }

  async function readListOrFail(name: ListName): Promise<readonly Wallet[] | Error> {
    return readList(name).catch(asError);
  }

  async function readList(name: ListName): Promise<readonly Wallet[]> {
    const provider = providers.find(candidate => candidate.name === name.provider);
    if (provider === undefined) throw new Error(`There is no provider ${name.provider}.`);
    const isKept = provider.lists?.isKept?.(name.key) !== false;
    const kept = isKept ? await cache.get(listKey(tenant, name)) : undefined;
    if (kept !== undefined) return kept as readonly Wallet[]; // what was kept under this key
    const askedAt = clock.monotonic();
    const wallets = new Map<string, Wallet>(); // a list that shifts under its pages may show one twice
    for await (const page of pagesOf(provider, name.key)) {
      for (const wallet of page) if (!wallets.has(wallet.id)) wallets.set(wallet.id, wallet);
    }
    const all = [...wallets.values()];
    const holdsSecret = all.some(wallet => placeOf(providers, wallet.id)?.kind.holdsSecret?.(wallet) === true);
    if (isKept && !holdsSecret) await cache.keep(listKey(tenant, name), all, askedAt);
    return all;
  }
}

interface ListName {
  readonly provider: WalletProvider;
  readonly key: readonly string[];
}

interface NodePlace {
  readonly id: string;
  readonly provider: Provider;
  readonly kind: NodeKind<DataSource>;
  readonly parts: readonly string[];
}

/** Where a provider keeps what has that id; null where no provider can. */
function placeOf(providers: readonly Provider[], id: string): NodePlace | null {
  const named = readGlobalId(id);
  if (named === null) return null;
  for (const provider of providers) {
    const { nodes, offers } = provider;
    const isRead = offers.capabilities.includes(ProviderCapability.READ) && Object.hasOwn(nodes, named.typeName);
    const kind = isRead ? nodes[named.typeName] : undefined;
    const parts = kind?.parts.safeParse(named.parts);
    if (kind !== undefined && parts?.success === true) return { id, provider, kind, parts: parts.data };
  }
  return null;
}

/** Nodes with one such text can be read from one list. */
function groupOf(place: NodePlace | null): string | null {
  const key = place?.kind.isListedWhole === true ? place.kind.listOf?.(place.parts) : undefined;
  return place === null || key === undefined ? null : JSON.stringify([place.provider.name, ...key]);
}

function nodeKey(tenant: string, id: string): string {
  return JSON.stringify([tenant, 'node', id]);
}

function listKey(tenant: string, { provider, key }: ListName): string {
  return JSON.stringify([tenant, 'list', provider, ...key]);
}

/** Under which keys something may be kept that has changed, where nodes with these ids have. */
export function keysOf(providers: readonly Provider[], tenant: string, ids: readonly string[]): string[] {
  return ids.flatMap(id => {
    const place = placeOf(providers, id);
    const key = place?.kind.listOf?.(place.parts);
    const list = place === null || key === undefined ? [] : [listKey(tenant, { provider: place.provider.name, key })];
    return [nodeKey(tenant, id), ...list];
  });
}

/** For an id that this gateway cannot have given. */
export function malformedId(): GraphQLError {
  return new GraphQLError('This is not an id of this gateway.', {
    extensions: { code: WalletErrorCode.INVALID_INPUT },
  });
}

/** An answer about another wallet than was asked for is somebody else's answer. */
function aboutAnother({ name }: Provider): MutationFailure {
  const message = `${providerTitles[name]} answered about another wallet.`;
  return failure(ProviderUnavailableError, { provider: name, message });
}

function nullOrError(error: unknown): null | Error {
  return error instanceof MutationFailure && error.error instanceof NotFoundError ? null : asError(error);
}
