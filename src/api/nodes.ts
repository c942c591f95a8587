import DataLoader from 'dataloader';
import { GraphQLError } from 'graphql';
import type { Keyv } from 'keyv';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { decode, encode } from '../core/codec.js';
import type { Context } from '../core/context.js';
import type { Call } from '../core/request.js';
import { NotFoundError, ProviderUnavailableError, WalletErrorCode } from '../core/errors.js';
import { failure, MutationFailure } from '../core/failures.js';
import { readGlobalId } from '../core/ids.js';
import type { DataSource, Provider } from '../core/provider-port.js';
import { providerTitles } from '../core/provider.js';
import { Node } from '../core/wallet.js';

@Resolver()
export class NodesResolver {
  @Query(() => Node, {
    nullable: true,
    description:
      'Anything by its id, as it is now: a wallet from its provider, an operation from the journal. Null where it does not exist; null with an error where the id is malformed or the provider cannot be asked.',
  })
  node(
    @Arg('id', () => ID, { description: 'An id that this gateway gave.' }) id: string,
    @Ctx() context: Context,
  ): Promise<object | null> {
    return context.nodes.load(id);
  }
}

export interface NodeLoaderOptions {
  readonly providers: readonly Provider[];
  /** The running datasource of a provider; throws a failure where it is off. */
  readonly sourceOf: (provider: Provider) => DataSource;
  readonly operation: (id: string) => Promise<object | null>;
  /** Wallets as they were seconds ago. Nothing that holds a secret is put into it. */
  readonly cache: Keyv;
  readonly tenant: string;
  readonly call: Call;
}

/** One request's way to nodes: each id is fetched once, however often it is asked for. */
export function nodeLoader(options: NodeLoaderOptions): { load(id: string): Promise<object | null> } {
  const loader = new DataLoader<string, object | null>(ids =>
    Promise.all(
      ids.map(id => load(options, id).catch((error: unknown) => (isNotFound(error) ? null : asError(error)))),
    ),
  );
  return { load: id => loader.load(id) };
}

async function load(options: NodeLoaderOptions, id: string): Promise<object | null> {
  const named = readGlobalId(id);
  if (named?.typeName === 'Operation') return options.operation(id);
  const provider = options.providers.find(({ nodes }) => named !== null && Object.hasOwn(nodes, named.typeName));
  const kind = named === null ? undefined : provider?.nodes[named.typeName];
  const parts = kind?.parts.safeParse(named?.parts);
  if (provider === undefined || kind === undefined || parts?.success !== true) {
    throw malformedId();
  }

  const key = `${options.tenant}:${id}`;
  const kept = await options.cache.get<string>(key);
  if (kept !== undefined) return decode(kept) as object;
  const node = await kind.read(options.sourceOf(provider), parts.data, options.call);
  if (!('id' in node) || node.id !== id) throw aboutAnother(provider);
  if (kind.holdsSecret?.(node) !== true) await options.cache.set(key, encode(node));
  return node;
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

function isNotFound(error: unknown): boolean {
  return error instanceof MutationFailure && error.error instanceof NotFoundError;
}

/** A read that fails is an entry in `errors`, in the same words as a mutation's errors. */
function asError(error: unknown): Error {
  if (error instanceof MutationFailure) {
    const { code, message, provider, providerResponse, retry, retryAfterSeconds } = error.error;
    return new GraphQLError(message, {
      extensions: { code, provider, providerResponse, retry, retryAfterSeconds },
      originalError: error,
    });
  }
  return error instanceof Error ? error : new Error(String(error));
}
