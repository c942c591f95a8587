import type { ApolloServerOptions, BaseContext, GraphQLRequest } from '@apollo/server';
import {
  getOperationAST,
  GraphQLError,
  parse,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { costOf, type Cost } from './cost.js';
import { beyondLimit, documentLimits, measured, rootFieldsOf, type Fragments, type Measured } from './limits.js';
import { Repeated } from './repeated.js';

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

/** Documents, by number and by characters; some hundred bytes are kept for each character. */
const kept = { most: 500, largestTogether: 500_000 };

/** One operation of a document that is known: one and the same object for as long as it is. */
export interface KnownOperation {
  readonly text: string;
  /** Under which it was asked for. */
  readonly name: string | undefined;
  readonly operation: OperationDefinitionNode;
}

interface HeldOperation extends KnownOperation {
  /** Why it is never executed; undefined where that depends on its variables. */
  readonly refusal: GraphQLError | null | undefined;
}

/** A document that is within its limits. */
interface KnownDocument extends Measured {
  /** By the names under which they were asked for. */
  readonly operations: Map<string | undefined, HeldOperation>;
}

/** With the places of their fields, which take as much again. They are for what has no plan. */
const keptByApollo = { most: 500, largestTogether: 200_000 };

/** Where Apollo keeps what it has parsed and found to be valid. Its own store would keep what comes once, and measures it by writing it out. */
export function documentStore(): NonNullable<ApolloServerOptions<BaseContext>['documentStore']> {
  const documents = new Repeated<DocumentNode>(keptByApollo);
  return {
    get: async key => documents.get(key),
    set: async (key, document) => documents.set(key, document, document.loc?.end ?? keptByApollo.largestTogether),
    delete: async () => undefined, // Apollo never does
  };
}

export function openDocuments({ schema, mutationsPerDocument }: DocumentsOptions) {
  const known = new Repeated<KnownDocument | GraphQLError>(kept);

  /** Null for what is no document at all: graphql-js says better why. */
  const documentOf = (text: string): KnownDocument | GraphQLError | null => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = text === '' ? null : measuredText(text);
    if (made !== null) known.set(text, made, text.length);
    return made;
  };

  /** Null where there is no such operation, so that nothing will be executed. */
  const operationOf = (document: KnownDocument, request: GraphQLRequest): HeldOperation | null => {
    const held = document.operations.get(request.operationName);
    if (held !== undefined) return held;
    const operation = getOperationAST(document.document, request.operationName);
    if (operation == null) return null;
    const refusal = tooManyMutations(operation, document.fragments);
    const cost =
      refusal === null ? costOf({ schema, ...document, operation, variables: request.variables ?? {} }) : null;
    const found: HeldOperation = {
      text: request.query ?? '',
      name: request.operationName,
      operation,
      refusal: cost === null ? refusal : cost.isFixed ? tooCostly(cost) : undefined,
    };
    document.operations.set(request.operationName, found);
    return found;
  };

  const tooManyMutations = (operation: OperationDefinitionNode, fragments: Fragments): GraphQLError | null => {
    if (operation.operation !== 'mutation' || mutationsPerDocument === null) return null;
    const mutations = [...rootFieldsOf(operation, fragments).values()].filter(name => name !== '__typename').length;
    if (mutations <= mutationsPerDocument) return null;
    const message = `This would be ${mutations} mutations at once; ${mutationsPerDocument} may be (CREATES_PER_DOCUMENT).`;
    return beyondLimit('mutations', mutationsPerDocument, message);
  };

  return {
    /** Why the request is not to be executed, where a limit forbids it; else its operation, or null where there is none. */
    look(request: GraphQLRequest): GraphQLError | KnownOperation | null {
      const document = documentOf(request.query ?? '');
      if (document === null || document instanceof GraphQLError) return document;
      const held = operationOf(document, request);
      if (held === null) return null;
      const { operation, refusal } = held;
      if (refusal !== undefined) return refusal ?? held;
      return tooCostly(costOf({ schema, ...document, operation, variables: request.variables ?? {} })) ?? held;
    },
  };
}

function tooCostly({ fields, calls }: Cost): GraphQLError | null {
  if (calls > maximumCalls) {
    const message = `This may take ${told(calls)} calls to providers; ${maximumCalls} may be. Ask for fewer at once.`;
    return beyondLimit('calls', maximumCalls, message);
  }
  if (fields > maximumFields) {
    const message = `This may resolve ${told(fields)} fields; ${maximumFields} may be. Ask for fewer, or for shorter lists.`;
    return beyondLimit('fields', maximumFields, message);
  }
  return null;
}

/** Beyond a million nobody wants to know. */
function told(count: number): string {
  return count > 1_000_000 ? 'more than 1000000' : String(count);
}

function measuredText(text: string): KnownDocument | GraphQLError | null {
  try {
    return { ...measured(parse(text, { maxTokens: maximumTokens, noLocation: true })), operations: new Map() };
  } catch (error) {
    if (error instanceof RangeError) {
      // The parser goes down with the document until there is no stack left.
      return beyondLimit('depth', documentLimits.depth, `The document has more than ${documentLimits.depth} levels.`);
    }
    if (!(error instanceof GraphQLError)) throw error;
    return error.extensions.code === undefined ? null : error; // syntax errors have none
  }
}
