import DataLoader from 'dataloader';
import { GraphQLError } from 'graphql';
import { demand } from '../core/authorization.js';
import type { Clock } from '../core/clock.js';
import type { Reads } from '../core/context.js';
import { NotFoundError, ProviderUnavailableError, RateLimitedError, WalletErrorCode } from '../core/errors.js';
import { failure, MutationFailure, Unreadable } from '../core/failures.js';
import { readGlobalId, uuidPattern } from '../core/ids.js';
import { actsFor, isGranted, isNarrowed, type Principal } from '../core/principal.js';
import { providerTitles, type WalletProvider } from '../core/provider.js';
import type { DataSource, Provider } from '../core/provider-port.js';
import { notFound } from '../core/replies.js';
import type { Call } from '../core/request.js';
import type { Wallet } from '../core/wallet.js';
import { keysOf, listKey, nodeKey, placeOf, type ListPlace, type NodePlace } from './places.js';
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
  readonly principal: Principal;
  /** The request's. */
  readonly call: Call;
}

export interface RequestReads extends Reads {
  /** Told that nodes with these ids have changed: what was read of them before is read anew. */
  changed(ids: readonly string[]): void;
}

/** A list may lag so long behind a create: what was read from one so soon after a change is not kept. */
export const listLagMs = 5_000;

/** One request's way to what providers keep: nothing is read twice, and what one call can tell is one call. */
export function readsOf(options: ReadOptions): RequestReads {
  const { providers, sourceOf, cache, clock, principal } = options;
  const { tenant } = principal;
  /** Gives promises at once, so that a quick provider's node does not wait for a slow one's. */
  const nodes = new DataLoader<string, Reading>(beginAll);
  const lists = new Map<string, Promise<readonly Wallet[]>>();
  /** Most mutations have read nothing before: then there is nothing to look for. */
  let hasRead = false;
  const call = (): Call => {
    const { request, signal } = options.call;
    return { request, ...(signal && { signal }), deadline: clock.monotonic() + options.timeoutMs };
  };

  return {
    async node(id) {
      hasRead = true;
      return (await nodes.load(id)).node;
    },
    async known(id) {
      const place = placeOf(providers, id);
      if (place === null || !isTheirs(place)) return null;
      const kept = await cache.get(nodeKey(tenant, id));
      if (kept !== undefined) return kept as object; // what was kept under a node's key
      const { list } = place;
      return (list === null ? undefined : await keptList(list))?.find(wallet => wallet.id === id) ?? null;
    },
    list(provider, key) {
      hasRead = true;
      return listAt({ provider, key });
    },
    call,
    changed(ids) {
      if (!hasRead) return;
      for (const id of ids) nodes.clear(id);
      for (const key of keysOf(providers, tenant, ids)) lists.delete(key);
    },
  };

  async function beginAll(ids: readonly string[]): Promise<Reading[]> {
    const sought = ids.map(id => {
      const place = placeOf(providers, id);
      return { id, place, isOpen: place !== null && isReadAs(place) };
    });
    const keys = sought.flatMap(({ id, isOpen }) => (isOpen ? [nodeKey(tenant, id)] : []));
    const answers = (await cache.getAll(keys)).values();
    const kept = sought.map(({ isOpen }) => (isOpen ? answers.next().value : undefined));
    const readings = new Map<string, Promise<object | null>>();
    const together = new Map<string, NodePlace[]>();
    for (const [index, { id, place, isOpen }] of sought.entries()) {
      const node = kept[index];
      if (place !== null && !isOpen) readings.set(id, readAsOther(place));
      else if (node !== undefined)
        readings.set(id, Promise.resolve(node as object)); // what was kept under a node's key
      else if (place === null) readings.set(id, readOwn(id));
      else if (place.list === null || place.kind.isListedWhole !== true) readings.set(id, readAlone(place, call()));
      else {
        const key = listKey(tenant, place.list);
        const others = together.get(key);
        if (others === undefined) together.set(key, [place]);
        else others.push(place);
      }
    }
    for (const places of together.values()) {
      const shared = call();
      const listed = places.length > 1 ? readTogether(places, shared) : Promise.resolve(new Map<string, object>());
      for (const place of places) {
        readings.set(
          place.id,
          listed.then(found => found.get(place.id) ?? readAlone(place, shared)),
        );
      }
    }
    return ids.map(id => readingOf(readings.get(id) ?? Promise.resolve(null)));
  }

  function isTheirs({ provider, kind, parts }: NodePlace): boolean {
    return actsFor(principal, provider.name, kind.owner(parts));
  }

  /** Whether the id alone says that they may read it. */
  function isReadAs(place: NodePlace): boolean {
    const { name } = place.provider;
    const isCertain = place.kind.isFoundByIdAlone !== true || !isNarrowed(principal, name);
    return isGranted(principal, 'wallets:read', name) && isTheirs(place) && isCertain;
  }

  /** What is not theirs is not there, and nobody is asked. Where the id does not tell whose it is, its owner's list does. */
  async function readAsOther(place: NodePlace): Promise<object | null> {
    demand(principal, 'wallets:read', place.provider.name);
    if (!isTheirs(place) || place.list === null) return null;
    return (await listAt(place.list)).find(wallet => wallet.id === place.id) ?? null;
  }

  /** What is ours: an operation. */
  async function readOwn(id: string): Promise<object | null> {
    const { typeName, parts } = readGlobalId(id) ?? { typeName: '', parts: [] };
    const [operationId = '', ...others] = parts;
    if (typeName !== 'Operation' || others.length > 0 || !uuidPattern.test(operationId)) throw malformedId();
    demand(principal, 'operations:read');
    return options.operation(id);
  }

  async function readAlone(place: NodePlace, within: Call): Promise<object | null> {
    const { id, provider, kind, parts, list } = place;
    if (kind.read === undefined) {
      if (list === null) throw new Error(`${id} can neither be read nor listed.`);
      return (await listAt(list)).find(wallet => wallet.id === id) ?? null;
    }
    const askedAt = clock.monotonic();
    const node = await kind.read(sourceOf(provider), parts, within);
    if (!('id' in node) || node.id !== id) throw aboutAnother(provider);
    await cache.keep(nodeKey(tenant, id), node, askedAt);
    return node;
  }

  /**
   * Several nodes of one list, from its pages until all were on them. What is missing may be too new for the list, or
   * behind a row that cannot be read, and is to be read alone.
   */
  async function readTogether(places: readonly NodePlace[], within: Call): Promise<ReadonlyMap<string, object>> {
    const askedAt = clock.monotonic();
    const sought = new Set(places.map(({ id }) => id));
    const found = new Map<string, object>();
    const [first] = places;
    if (first?.list == null) return found;
    const whole = lists.get(listKey(tenant, first.list)) ?? (await keptList(first.list));
    try {
      for await (const page of whole === undefined ? pagesOf(first.list, within) : [whole]) {
        for (const wallet of page) if (sought.has(wallet.id)) found.set(wallet.id, wallet);
        if (found.size === sought.size) break;
      }
    } catch (error) {
      if (!isAboutList(error)) throw error;
    }
    if (whole === undefined) {
      const keep = [...found].map(([id, node]) => cache.keep(nodeKey(tenant, id), node, askedAt - listLagMs));
      await Promise.all(keep);
    }
    return found;
  }

  async function listAt(place: ListPlace): Promise<readonly Wallet[]> {
    demand(principal, 'wallets:read', place.provider);
    const owner = named(place.provider).lists?.ownerOf(place.key) ?? null;
    if (!actsFor(principal, place.provider, owner)) throw new MutationFailure(notFound());
    const key = listKey(tenant, place);
    const known = lists.get(key) ?? readList(place);
    lists.set(key, known);
    return known;
  }

  async function readList(place: ListPlace): Promise<readonly Wallet[]> {
    const kept = await keptList(place);
    if (kept !== undefined) return kept;
    const askedAt = clock.monotonic();
    const wallets = new Map<string, Wallet>(); // a list that shifts under its pages may show one twice
    for await (const page of pagesOf(place, call())) {
      for (const wallet of page) if (!wallets.has(wallet.id)) wallets.set(wallet.id, wallet);
    }
    const all = [...wallets.values()];
    if (isKept(place)) await cache.keep(listKey(tenant, place), all, askedAt - listLagMs);
    return all;
  }

  async function keptList(place: ListPlace): Promise<readonly Wallet[] | undefined> {
    const kept = isKept(place) ? await cache.get(listKey(tenant, place)) : undefined;
    return kept as readonly Wallet[] | undefined; // what was kept under a list's key
  }

  function isKept({ provider, key }: ListPlace): boolean {
    return named(provider).lists?.isKept?.(key) !== false;
  }

  function pagesOf({ provider, key }: ListPlace, within: Call): AsyncIterable<readonly Wallet[]> {
    const { lists: own } = named(provider);
    if (own === undefined) throw new Error(`${provider} has no lists.`);
    return own.pages(sourceOf(named(provider)), key, within);
  }

  function named(name: WalletProvider): Provider {
    const provider = providers.find(candidate => candidate.name === name);
    if (provider === undefined) throw new Error(`There is no provider ${name}.`);
    return provider;
  }
}

interface Reading {
  readonly node: Promise<object | null>;
}

/** A node that is not there is null. Whoever asked for it hears of anything else, perhaps later than it happens. */
function readingOf(reading: Promise<object | null>): Reading {
  const node = reading.catch((error: unknown) => {
    if (error instanceof MutationFailure && error.error instanceof NotFoundError) return null;
    throw error;
  });
  node.catch(() => undefined);
  return { node };
}

/** The list cannot be read, or not as a whole; that says nothing of the nodes, nor that the provider does not answer. */
function isAboutList(error: unknown): boolean {
  if (!(error instanceof MutationFailure)) return false;
  if (error.cause instanceof Unreadable) return true;
  return !(error.error instanceof ProviderUnavailableError || error.error instanceof RateLimitedError);
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
