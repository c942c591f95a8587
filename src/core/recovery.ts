import type { Attempt } from './attempt.js';
import type { Entry } from './journal-entry.js';
import type { WalletProvider } from './provider.js';
import type { Call } from './request.js';

/**
 * How an unknown outcome is settled: one word per mutation and provider, and what that word needs.
 *
 * - `lookUp`: the provider is asked what there is.
 * - `native`: the same request is sent again, since the provider deduplicates by the key in it.
 * - `repeatable`: it is done again, since doing it twice comes to the same.
 * - `readBack`: the wallet is read, and how it stands tells whether it was done.
 * - `nothing`: nothing can be read back, and asking anew under another key is harmless.
 */
export type Recovery<Source = never, Input = never> = Named<Source, Input> &
  (
    | LookUp<Source, Input>
    | Native<Source, Input>
    | Repeatable<Source, Input>
    | ReadBack<Source, Input>
    | { readonly by: 'nothing' }
  );

interface Named<Source, Input> {
  readonly mutation: string;
  readonly provider: WalletProvider;
  /** Whose wallet it is about, by the provider's id of them; null where the input names nobody yet. */
  readonly owner: (input: Input) => string | null;
  /**
   * The provider's id of the wallet that it changes: until it is known how that ended, no other change of the wallet
   * begins, since whichever came last would stand. Left out where changes do not get into each other's way.
   */
  readonly changes?: (input: Input) => string;
  /**
   * Whether the wallet is that owner's, where the provider finds it by its own id alone, whosever it is. Asked
   * before a new key is claimed, for callers who may act for some owners only.
   */
  readonly isOwners?: (source: Source, input: Input, call: Call) => Promise<boolean>;
}

interface Asked<Source> {
  /** The class by which the datasource is asked for. */
  readonly source: abstract new (...args: never[]) => Source;
}

interface Known<Source, Input> extends Asked<Source> {
  /** The provider's id of the wallet in a success, which it made and nobody else did; left out where it makes none. */
  providerId?(success: object): string;
  /** The success for a wallet that is there; throws a failure where it is not, or is not what the input asked for. */
  read(source: Source, providerId: string, sought: Sought<Input>, call: Call): Promise<object>;
}

interface LookUp<Source, Input> extends Known<Source, Input> {
  readonly by: 'lookUp';
  /**
   * What another operation's wallet could be mistaken for this one's by: operations with equal targets are decided
   * together. Null where the wallet itself says whose it is.
   */
  readonly target: ((source: Source, input: Input) => string) | null;
  /** What is there that may be this operation's. Throws a failure where the provider does not say. */
  look(source: Source, sought: Sought<Input>, call: Call): Promise<readonly Candidate[]>;
  /**
   * Longer than the provider may take to do what it was sent and to show it, in milliseconds; the gateway's setting
   * where null.
   */
  absentAfterMs(source: Source): number | null;
  /** A provider that answers a second create with the first one's wallet: two operations may then have one. */
  readonly sharesWallets?: boolean;
}

interface Native<Source, Input> extends Known<Source, Input> {
  readonly by: 'native';
  /** For so long after the first attempt the provider knows the key for certain, in milliseconds. */
  withinMs(source: Source): number;
  /** The very same request, byte for byte. */
  again(source: Source, input: Input, attempt: Attempt): Promise<object>;
}

interface Repeatable<Source, Input> extends Asked<Source> {
  readonly by: 'repeatable';
  /** As the first time: with the success also where it turns out to be done already. */
  again(source: Source, input: Input, attempt: Attempt): Promise<object>;
}

interface ReadBack<Source, Input> extends Asked<Source> {
  readonly by: 'readBack';
  /** The success, where the wallet stands as it would after it; null where it does not, or not yet. */
  read(source: Source, input: Input, call: Call): Promise<object | null>;
  /** What is then so, for a person. That it may still arrive late does no harm. */
  readonly otherwise: string;
}

/** What is sought. */
export interface Sought<Input> {
  /** The operation's own id: what a marker holds. */
  readonly id: string;
  readonly input: Input;
  /** As it was when the key was claimed. */
  readonly target: string;
  /** Since when something of it may be there: the first attempt that was not refused, in milliseconds since 1970. */
  readonly since: number;
  /** What the attempt noted before it sent anything. */
  readonly note: unknown;
}

export interface Candidate {
  readonly providerId: string;
  /** It may or may not be the operation's: the provider does not say enough of it. A person decides. */
  readonly isDoubtful: boolean;
  /**
   * The provider may have answered with it although it was there already, and to do so again would do harm: while it is
   * there the operation is not absent, whoever owns it.
   */
  readonly mayBeShared?: boolean;
}

/** Keeps a recovery's own types while it is written, and forgets them where all stand in one list. */
export function defineRecovery<Source, Input>(recovery: Recovery<Source, Input>): Recovery {
  return recovery as unknown as Recovery; // a list of recoveries cannot name each one's source and input
}

/** A recovery as those see it who do not know the provider. */
export type BoundRecovery = Recovery<object, object>;

/** Finds recoveries, and their datasources. */
export interface Recoveries {
  of(provider: WalletProvider, mutation: string): BoundRecovery | null;
  /** The tenant's running datasource; null where the provider is off for it. */
  source(recovery: BoundRecovery, tenant: string): object | null;
}

/** `running` gives the datasource of a provider that is on for that tenant. */
export function bindRecoveries(
  all: readonly Recovery[],
  running: (tenant: string, provider: WalletProvider) => object | null,
): Recoveries {
  const bound = all as readonly BoundRecovery[]; // `source` only ever hands one the datasource that it was written for
  const byMutation = Map.groupBy(bound, ({ mutation }) => mutation);
  return {
    of: (provider, mutation) => byMutation.get(mutation)?.find(one => one.provider === provider) ?? null,
    source: ({ provider }, tenant) => running(tenant, provider),
  };
}

/**
 * What the operation's wallet could be mistaken for, or which one it changes; null too where the provider is off, so
 * that nothing is sent.
 */
export function targetOf(
  recoveries: Recoveries,
  recovery: BoundRecovery | null,
  { tenant, input }: { readonly tenant: string; readonly input: object },
): string | null {
  if (recovery?.changes !== undefined) return `change of ${recovery.changes(input)}`;
  if (recovery?.by !== 'lookUp' || recovery.target === null) return null;
  const source = recoveries.source(recovery, tenant);
  return source === null ? null : recovery.target(source, input);
}

/** Whose wallet an operation is about; null where nobody is named, or what named them is erased. */
export function ownerOf(
  recoveries: Recoveries,
  { provider, mutation, input }: Pick<Entry, 'provider' | 'mutation' | 'input'>,
): string | null {
  if (Object.keys(input).length === 0) return null;
  return recoveries.of(provider, mutation)?.owner(input) ?? null;
}

/** The provider's id of the wallet that a success has made; null where it made none, or where nobody looks for it. */
export function madeBy(recovery: BoundRecovery, success: object): string | null {
  return (recovery.by === 'lookUp' || recovery.by === 'native' ? recovery.providerId?.(success) : undefined) ?? null;
}
