import type { z } from 'zod';
import type { Clock } from './clock.js';
import type { Events } from './events.js';
import type { WalletProvider } from './provider.js';
import type { Recovery } from './recovery.js';
import type { Call } from './request.js';

/** What all connections to providers share, settled once at start. */
export interface WireOptions {
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
  /** The node as it is now; throws a failure where there is none. */
  read(source: Source, parts: readonly string[], call: Call): Promise<object>;
  /** A node that holds a secret is never kept in the read cache. */
  readonly holdsSecret?: (node: object) => boolean;
}

/** What a provider's folder offers to the gateway. */
export interface Provider<Settings extends z.ZodObject = z.ZodObject, Source extends DataSource = DataSource> {
  readonly name: WalletProvider;
  /** Its environment variables, each with a rule, perhaps a default, and a sentence for people. */
  readonly settings: Settings;
  /** Variables without which it is off. With some but not all of them the gateway does not start. */
  readonly credentials: readonly string[];
  /** The class by which resolvers ask for it. */
  readonly source: abstract new (...args: never[]) => Source;
  open(settings: z.output<Settings>, wire: WireOptions): Source;
  readonly resolvers: readonly Function[];
  /** The successes it adds to `Operation.result`. */
  readonly successes: readonly Function[];
  /** How unknown outcomes of its own mutations are settled: every mutation that makes something has one. */
  readonly recoveries: readonly Recovery[];
  /** By the name of the GraphQL type. */
  readonly nodes: Readonly<Record<string, NodeKind<Source>>>;
}

/** Keeps a provider's own types while it is written, and forgets them where all providers stand in one list. */
export function defineProvider<Settings extends z.ZodObject, Source extends DataSource>(
  provider: Provider<Settings, Source>,
): Provider {
  return provider as unknown as Provider; // a list of providers cannot name each one's own settings type
}
