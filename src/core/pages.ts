import { GraphQLError } from 'graphql';
import { Field, ObjectType } from 'type-graphql';
import { WalletErrorCode } from './errors.js';

@ObjectType({ description: 'Where a page stands in its list.' })
export class PageInfo {
  @Field({ description: 'Whether more comes after it.' })
  readonly hasNextPage: boolean;

  @Field({ description: 'Whether something may come before it: it was asked for with `after`.' })
  readonly hasPreviousPage: boolean;

  constructor(
    private readonly edges: readonly { readonly cursor: string }[],
    { isFirst, hasMore }: { readonly isFirst: boolean; readonly hasMore: boolean },
  ) {
    this.hasNextPage = hasMore;
    this.hasPreviousPage = !isFirst;
  }

  @Field(() => String, { nullable: true, description: 'The cursor of its first entry; null where it is empty.' })
  get startCursor(): string | null {
    return this.edges[0]?.cursor ?? null;
  }

  @Field(() => String, {
    nullable: true,
    description: 'The cursor of its last entry: give it to `after`. Null where it is empty.',
  })
  get endCursor(): string | null {
    return this.edges.at(-1)?.cursor ?? null;
  }
}

const usualLength = 20;
const maximumLength = 100;

/** The length of a page that was asked for by `first`. Throws where no page has it. */
export function pageLength(first: number | null | undefined): number {
  const length = first ?? usualLength;
  if (length >= 1 && length <= maximumLength) return length;
  throw new GraphQLError(`"first" must be from 1 to ${maximumLength}.`, {
    extensions: { code: WalletErrorCode.INVALID_INPUT },
  });
}

/** The most that a page asked for by `first` can hold; whatever `first` is. */
export function longestPage(first: unknown): number {
  if (first == null) return usualLength;
  return typeof first === 'number' && first >= 0 && first <= maximumLength ? first : maximumLength;
}

export function invalidCursor(): GraphQLError {
  return new GraphQLError('"after" is no cursor of this list.', {
    extensions: { code: WalletErrorCode.INVALID_INPUT },
  });
}
