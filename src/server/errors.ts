import type { GraphQLFormattedError } from 'graphql';

/** Errors as they are shown: not more, and not longer, than somebody reads. */

/** Whoever made more mistakes mends these first. Nobody looks for more than one beyond them, either. */
export const maximumErrors = 20;
/** Characters. graphql-js quotes what it was given, whole. */
const maximumMessage = 500;

/**
 * The members of an answer that tell of its errors. Where there are more than are shown, `extensions.errorsLeftOut`
 * says how many, at the least: validation gives up when it has found enough.
 */
export function shown(errors: readonly GraphQLFormattedError[] | undefined): {
  readonly errors?: readonly GraphQLFormattedError[];
  readonly extensions?: { readonly errorsLeftOut: number };
} {
  if (errors === undefined) return {};
  const first = errors
    .toSorted(byPlace)
    .slice(0, maximumErrors)
    .map(error => ({ ...error, message: shortened(error.message) }) satisfies GraphQLFormattedError);
  const errorsLeftOut = errors.length - first.length;
  return { errors: first, ...(errorsLeftOut === 0 ? {} : { extensions: { errorsLeftOut } }) };
}

/** In the order of the places that they are about: they come in the order of what happened, which may be any. */
function byPlace({ path: left = [] }: GraphQLFormattedError, { path: right = [] }: GraphQLFormattedError): number {
  const at = left.findIndex((part, index) => part !== right[index]);
  const [one, other] = [left[at], right[at]];
  if (one === undefined || other === undefined) return left.length - right.length; // one place is within the other
  return typeof one === 'number' && typeof other === 'number' ? one - other : String(one) < String(other) ? -1 : 1;
}

function shortened(message: string): string {
  if (message.length <= maximumMessage) return message;
  const isSplit = /[\ud800-\udbff]/.test(message.charAt(maximumMessage - 1)); // half of a character
  return `${message.slice(0, isSplit ? maximumMessage - 1 : maximumMessage)}…`;
}

/** Without the names of the schema that graphql-js proposes for one that it does not know. */
export function withoutHint(message: string): string {
  const hint = message.lastIndexOf(' Did you mean ');
  return hint >= 0 && message.endsWith('?') ? message.slice(0, hint) : message;
}
