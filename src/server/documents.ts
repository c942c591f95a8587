import type { GraphQLRequest } from '@apollo/server';
import { getOperationAST, GraphQLError, parse, type GraphQLSchema } from 'graphql';
import { costOf } from './cost.js';
import { beyondLimit, documentLimits, measured, rootFieldsOf, type Measured } from './limits.js';

/** Documents as they come, held to their limits before anything else is done with them. */

export interface DocumentsOptions {
  readonly schema: GraphQLSchema;
  /** Null for as many as the other limits allow. */
  readonly mutationsPerDocument: number | null;
}

/** A document beyond this many tokens is not parsed. */
export const maximumTokens = 5_000;

/**
 * Fields that one request may resolve: they take some microseconds each, and nothing else runs meanwhile. A hundred
 * wallets with all their details come to 13,000, and the largest question about the schema to 9,000.
 */
export const maximumFields = 25_000;

/**
 * Calls to providers that one request may cause, as its fields declare them: a hundred wallets with all their details
 * come to four hundred. What a client cannot ask for comes on top: calls that are tried again, further pages of a list,
 * and up to ten calls for a page of transactions whose place has moved.
 */
export const maximumCalls = 500;

/** Documents that are remembered, by number and by characters; some hundred bytes are kept for each character. */
const knownDocuments = 500;
const knownCharacters = 500_000;

/** A known document: what was measured of it, or why it is refused. */
type Known = Measured | GraphQLError;

export function openDocuments({ schema, mutationsPerDocument }: DocumentsOptions) {
  const known = new Map<string, Known>(); // the one that was asked for longest ago comes first
  let characters = 0;

  const remember = (text: string, found: Known): Known => {
    known.set(text, found);
    characters += text.length;
    for (const oldest of known.keys()) {
      if (known.size <= knownDocuments && characters <= knownCharacters) break;
      known.delete(oldest);
      characters -= oldest.length;
    }
    return found;
  };

  /** Null for what is no document at all: graphql-js says better why. */
  const look = (text: string): Known | null => {
    const found = known.get(text);
    if (found === undefined) {
      const made = measuredText(text);
      return made === null ? null : remember(text, made);
    }
    known.delete(text);
    known.set(text, found);
    return found;
  };

  const refusalOf = (
    { document, fragments }: Measured,
    { operationName, variables = {} }: GraphQLRequest,
  ): GraphQLError | null => {
    const operation = getOperationAST(document, operationName);
    if (operation == null) return null; // nothing will be executed
    if (operation.operation === 'mutation' && mutationsPerDocument !== null) {
      const mutations = [...rootFieldsOf(operation, fragments).values()].filter(name => name !== '__typename').length;
      if (mutations > mutationsPerDocument) {
        const message = `This would be ${mutations} mutations at once; ${mutationsPerDocument} may be (CREATES_PER_DOCUMENT).`;
        return beyondLimit('mutations', mutationsPerDocument, message);
      }
    }
    const { fields, calls } = costOf({ schema, operation, fragments, variables });
    if (calls > maximumCalls) {
      const message = `This may take ${told(calls)} calls to providers; ${maximumCalls} may be. Ask for fewer at once.`;
      return beyondLimit('calls', maximumCalls, message);
    }
    if (fields > maximumFields) {
      const message = `This may resolve ${told(fields)} fields; ${maximumFields} may be. Ask for fewer, or for shorter lists.`;
      return beyondLimit('fields', maximumFields, message);
    }
    return null;
  };

  return {
    /** Why the request is not to be executed; null where no limit forbids it. */
    refusal(request: GraphQLRequest): GraphQLError | null {
      const found = look(request.query ?? '');
      if (found === null || found instanceof GraphQLError) return found;
      return refusalOf(found, request);
    },
  };
}

/** Beyond a million nobody wants to know. */
function told(count: number): string {
  return count > 1_000_000 ? 'more than 1000000' : String(count);
}

function measuredText(text: string): Known | null {
  try {
    return measured(parse(text, { maxTokens: maximumTokens, noLocation: true }));
  } catch (error) {
    if (error instanceof RangeError) {
      // The parser goes down with the document until there is no stack left.
      return beyondLimit('depth', documentLimits.depth, `The document has more than ${documentLimits.depth} levels.`);
    }
    if (!(error instanceof GraphQLError)) throw error;
    return error.extensions.code === undefined ? null : error; // syntax errors have none
  }
}
