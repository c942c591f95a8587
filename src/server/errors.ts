import { ApolloServerValidationErrorCode, unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { MutationFailure } from '../core/failures.js';
import { withoutQuotes } from './quotes.js';

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

/** Apollo's words for it name a call in our code, which no client can change. */
export function withoutApollosAdvice(formatted: GraphQLFormattedError): GraphQLFormattedError {
  if (formatted.extensions?.validationErrorCode !== ApolloServerValidationErrorCode.INTROSPECTION_DISABLED)
    return formatted;
  return { ...formatted, message: 'Introspection is off here (INTROSPECTION).' };
}

/** Errors that we made are for the client; what nobody expected is hidden. */
export function masked(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const { locations, path } = formatted;
  const original = unwrapResolverError(error);
  if (original instanceof MutationFailure) return { ...formatted, extensions: extensionsOf(original) };
  if (!isBug(error)) {
    const isUncoded = formatted.extensions?.code === 'INTERNAL_SERVER_ERROR'; // Apollo's word where there is none
    const message = path === undefined ? withoutQuotes(formatted.message, error) : formatted.message; // a field's error is in our words
    return { ...formatted, message, ...(isUncoded ? { extensions: { code: 'BAD_USER_INPUT' } } : {}) };
  }
  return {
    message: 'Internal server error',
    ...(locations === undefined ? {} : { locations }),
    ...(path === undefined ? {} : { path }),
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  };
}

/** A read that fails is told in the same words as a mutation's errors. */
function extensionsOf({ error }: MutationFailure): Record<string, unknown> {
  const { code, provider, providerResponse, retry, retryAfterSeconds } = error;
  return { code, provider, providerResponse, retry, retryAfterSeconds };
}

/**
 * Anything that was thrown and is no GraphQLError or expected failure; and one without a code that has a path: graphql-js could not make
 * sense of what a resolver gave, and quotes it. Without a path it is about the request.
 */
export function isBug(error: unknown): boolean {
  const original = unwrapResolverError(error);
  if (original instanceof MutationFailure) return false;
  if (!(original instanceof GraphQLError)) return true;
  const isAboutRequest = error instanceof GraphQLError && error.path === undefined;
  return original.extensions.code === undefined && !isAboutRequest;
}
