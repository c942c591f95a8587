import { posted, type Script } from './scripts.js';

/** What the journal holds of a script: whatever a document did not show of its operations. */

const pageLength = 100;

const query = `query Journal($first: Int, $after: String) {
  operations(first: $first, after: $after) {
    nodes {
      id mutation provider idempotencyKey status attempts startedAt finishedAt
      result { __typename ... on MutationError { code message retry provider } }
    }
    pageInfo { endCursor }
  }
}`;

/** The script, and in every round the pages in which its operations are: few documents have more than one, and many none. */
export function withJournal(script: Script): Script {
  const count = Math.ceil((2 * script.steps.length) / pageLength);
  const cursor = (page: number): string => `cursor-of-page-${page}`;
  const pages = Array.from({ length: count }, (_none, page) => ({
    ...posted({ query, variables: { first: pageLength, after: page === 0 ? null : cursor(page) } }),
    learnt: [[cursor(page + 1), ['data', 'operations', 'pageInfo', 'endCursor']]] as const,
  }));
  return { ...script, steps: [...script.steps, ...pages] };
}
