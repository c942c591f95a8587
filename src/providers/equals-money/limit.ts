import { Field, Int, ObjectType } from 'type-graphql';
import { MutationError, RetryAdvice, WalletErrorCode } from '../../core/errors.js';

/** As many live tokens as a card may have, and whether it has them. */

/** From "Create digital wallet tokens": active and suspended together. The next one fails on the device only. */
export const liveTokenLimit = 25;

@ObjectType({
  implements: MutationError,
  description:
    "The card has as many live tokens as it may have; one more would fail on the customer's device only. Nothing was asked for. DO_NOT_RETRY: end one, then use a new key.",
})
export class CardTokenLimitReachedError extends MutationError {
  override readonly code = WalletErrorCode.CARD_TOKEN_LIMIT_REACHED;
  override readonly retry: RetryAdvice = RetryAdvice.DO_NOT_RETRY;

  @Field(() => Int, { description: 'How many it may have.' })
  readonly limit: number = liveTokenLimit;
}

interface Listed {
  readonly token: string;
  readonly cardId: string;
}

/** A list, page by page. */
type Pages = AsyncIterator<readonly Listed[], void>;
type ByToken = ReadonlyMap<string, Listed>;

/**
 * Whether that many are known, of two lists: of active tokens, and of suspended ones. They are read side by side and no
 * further than it takes. A token on both says that the lists are not sorted by state, or that it is being changed: then
 * nothing is known.
 */
export async function hasLiveTokens(
  cardId: string,
  lists: readonly [active: Pages, suspended: Pages],
  known: readonly [active: ByToken, suspended: ByToken] = [new Map(), new Map()],
): Promise<boolean> {
  const pages = await Promise.all([lists[0].next(), lists[1].next()]);
  const [active, suspended] = [withPage(known[0], pages[0]), withPage(known[1], pages[1])];
  const tokens = new Map([...active, ...suspended]);
  if (tokens.size < active.size + suspended.size) return false;
  if ([...tokens.values()].filter(listed => listed.cardId === cardId).length >= liveTokenLimit) return true;
  const isAll = pages.every(({ done }) => done === true);
  return isAll ? false : hasLiveTokens(cardId, lists, [active, suspended]);
}

function withPage(known: ByToken, page: IteratorResult<readonly Listed[], void>): ByToken {
  return page.done === true ? known : new Map([...known, ...page.value.map(row => [row.token, row] as const)]);
}
