import type { z } from 'zod';
import type { Clock } from './clock.js';
import type { Events } from './events.js';
import type { Offers } from './offers.js';
import type { WalletProvider } from './provider.js';
import type { Recovery } from './recovery.js';
import type { Call } from './request.js';
import type { Wallet } from './wallet.js';

/** What all connections to providers share, settled once at start. */
export interface WireOptions {
  /** Whose credentials these are: goes with every fact that is stated. */
  readonly tenant: string;
  readonly events: Events;
  readonly clock: Clock;
  /** From 0 to 1, as `Math.random`. */
  readonly random: () => number;
  /** One deadline for a whole call: token, connection, answer and all. */
  readonly timeoutMs: number;
  /** The answer's size beyond which it is not read. */
  readonly maximumBytes: number;
  /** An HTTP proxy from the environment is used, except for the simulators. */
  readonly useProxy: boolean;
  /** An undici Dispatcher to an origin: stands in for the network where time is simulated too. */
  readonly dispatcherTo?: (origin: string) => object;
}

/** A datasource: the provider's calls in our words. It holds connections until it is closed. */
export interface DataSource {
  close(): Promise<void>;
}

/** A kind of node that can be fetched again by the parts which its global id carries. */
export interface NodeKind<Source> {
  /** What the id must hold, strictly: it goes into a path. */
  readonly parts: z.ZodType<readonly string[]>;
  /** Whose it is, by the provider's id of them. */
  owner(parts: readonly string[]): string;
  /**
   * The provider finds it by its own id alone, whosever it is: so it is its owner's only if it is on its list. Matters for
   * callers who may act for some owners only.
   */
  readonly isFoundByIdAlone?: boolean;
  /** The node as it is now; throws a failure where there is none. Left out where only a list has it. */
  read?(source: Source, parts: readonly string[], call: Call): Promise<object>;
  /** The key of the list that it is on; left out where there is none. */
  listOf?(parts: readonly string[]): readonly string[];
  /** The list tells all of it, so that several nodes of one list are read by one call. */
  readonly isListedWhole?: boolean;
}

/** A provider's lists of wallets, each under a key: what the provider needs to be asked for it. */
export interface Lists<Source> {
  /** Its wallets in the provider's own order, page by page. Throws a failure where the provider does not tell all. */
  pages(source: Source, key: readonly string[], call: Call): AsyncIterable<readonly Wallet[]>;
  /** Calls that a whole list takes, at the most of what is usual; one where left out. */
  readonly calls?: number;
  /** Whose list has that key. */
  ownerOf(key: readonly string[]): string;
  /** Those whom `wallets` can be asked about. */
  readonly owners: readonly OwnerKind<Source>[];
  /** A list that its wallets' ids do not lead to cannot be dropped with them, and is not kept in the read cache. */
  isKept?(key: readonly string[]): boolean;
}

/** A kind of owner, as a member of `WalletOwnerInput`. */
export interface OwnerKind<Source> {
  readonly member: string;
  readonly input: new () => object;
  readonly description: string;
  /** Where an owner's wallets are listed. Throws a failure where this gateway may not ask for them. */
  place(source: Source, input: object): OwnerPlace;
}

export interface OwnerPlace {
  readonly list: readonly string[];
  /**
   * Whose wallets they are, from the general to the particular; an empty text stands for anybody's. Two owners of one
   * provider may have a wallet in common unless they differ in a part that neither leaves open.
   */
  readonly scope: readonly string[];
  /** Which wallets on the list are the owner's; all of them where left out. */
  readonly owns?: (wallet: Wallet) => boolean;
}

/** Keeps the types of an owner's input and its source while the kind is written. */
export function defineOwner<Source, Input extends object>(
  kind: Omit<OwnerKind<Source>, 'input' | 'place'> & {
    readonly input: new () => Input;
    place(source: Source, input: Input): OwnerPlace;
  },
): OwnerKind<Source> {
  return kind as unknown as OwnerKind<Source>; // `place` only ever gets what GraphQL has made of that input type
}

/** What a provider's folder offers to the gateway. */
export interface Provider<Settings extends z.ZodObject = z.ZodObject, Source extends DataSource = DataSource> {
  readonly name: WalletProvider;
  /** What this gateway can do with it: `providers` and docs/providers.md tell it. */
  readonly offers: Offers;
  /** Its environment variables, each with a rule, perhaps a default, and a sentence for people. */
  readonly settings: Settings;
  /** Variables without which it is off. With some but not all of them the gateway does not start. */
  readonly credentials: readonly string[];
  /** The class by which resolvers ask for it. */
  readonly source: abstract new (...args: never[]) => Source;
  open(settings: z.output<Settings>, wire: WireOptions): Source;
  readonly resolvers: readonly Function[];
  /** What its operations can end with, besides the errors that all can. */
  readonly results: readonly Function[];
  /** How unknown outcomes of its own mutations are settled: every mutation has one. */
  readonly recoveries: readonly Recovery[];
  /** By the name of the GraphQL type. */
  readonly nodes: Readonly<Record<string, NodeKind<Source>>>;
  /** Left out where the provider has no lists. */
  readonly lists?: Lists<Source>;
}

/** Keeps a provider's own types while it is written, and forgets them where all providers stand in one list. */
export function defineProvider<Settings extends z.ZodObject, Source extends DataSource>(
  provider: Provider<Settings, Source>,
): Provider {
  return provider as unknown as Provider; // a list of providers cannot name each one's own settings type
}
