import { ProviderRejectedError } from '../../core/errors.js';
import { failure, MutationFailure } from '../../core/failures.js';
import { WalletProvider } from '../../core/provider.js';
import type { Call } from '../../core/request.js';
import { isSuccess } from '../../upstream/answers.js';
import { path, type Client } from '../../upstream/client.js';
import { equalsMoneyRefusal } from './refusal.js';
import { rowsFrom, tokenStates, tokenTypes, type TokenRow } from './wire.js';

/** Equals Money's one list of card tokens, and what its query narrows it to. */

/** What its other lists give where no limit is named. */
const pageLength = 100;
/** Pages of one list that are looked through. */
const longestList = 100;

export interface TokenList {
  /** Whose tokens, and of which kind. */
  readonly query: Readonly<Record<string, string | null>>;
  readonly call: Call;
  /** As for a client's extras. */
  readonly isOptional?: boolean;
  readonly pagesAtMost?: number;
}

/** What tokens can be told apart by, with all its words: rows say neither. */
const kinds = { tokenState: Object.keys(tokenStates), tokenType: Object.keys(tokenTypes) } as const;

/** Page by page; throws a failure where not all is told. A token comes again where the list has moved meanwhile. */
export async function* pagesOf(
  client: Client,
  list: TokenList,
  known: ReadonlySet<string> = new Set(),
  pagesLeft = list.pagesAtMost ?? longestList,
): AsyncGenerator<readonly TokenRow[], void> {
  const { query, call, isOptional } = list;
  const page = { limit: String(pageLength), offset: String(known.size) };
  const answer = await client.get(path`/v2/cards/tokens`, call, { query: { ...query, ...page }, isOptional });
  if (!isSuccess(answer)) throw equalsMoneyRefusal(answer);
  const { rows, count } = rowsFrom(answer);
  yield rows;
  const all = new Set([...known, ...rows.map(({ token }) => token)]);
  if (count === null ? rows.length < pageLength : all.size >= count) return;
  if (pagesLeft <= 1 || all.size === known.size) {
    throw notAllTold('Equals Money does not list all tokens of this account.');
  }
  yield* pagesOf(client, list, all, pagesLeft - 1);
}

/** Each token once. */
export async function allOf(client: Client, list: TokenList): Promise<readonly TokenRow[]> {
  const all = new Map<string, TokenRow>();
  for await (const rows of pagesOf(client, list)) for (const row of rows) all.set(row.token, row);
  return [...all.values()];
}

/**
 * By token, under which words of that kind the list has it. Null where every list is the same: then a name that is not
 * known is ignored, and nothing can be told by it.
 */
export async function wordsOf(
  client: Client,
  kind: keyof typeof kinds,
  list: TokenList,
): Promise<ReadonlyMap<string, readonly string[]> | null> {
  const words = kinds[kind];
  const lists = await Promise.all(
    words.map(async word => {
      const rows = await allOf(client, { ...list, query: { ...list.query, [kind]: word } });
      return rows.map(({ token }) => ({ token, word }));
    }),
  );
  const byToken = Map.groupBy(lists.flat(), ({ token }) => token);
  const found = new Map([...byToken].map(([token, named]) => [token, named.map(({ word }) => word)]));
  const isIgnored = found.size > 0 && [...found.values()].every(named => named.length === words.length);
  return isIgnored ? null : found;
}

export function notSortedBy(kind: keyof typeof kinds): Error {
  return notAllTold(`Equals Money does not sort its list by ${kind}.`);
}

function notAllTold(message: string): Error {
  return failure(ProviderRejectedError, { provider: WalletProvider.EQUALS_MONEY, message }, new NotAllTold());
}

/** The list was answered, and does not tell all: whoever can do without may go on. */
export function isNotAllTold(error: unknown): boolean {
  return error instanceof MutationFailure && error.cause instanceof NotAllTold;
}

class NotAllTold extends Error {}
