import { ApolloServer, type ApolloServerPlugin, type GraphQLRequest } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import {
  GraphQLError,
  type ExecutionResult,
  type GraphQLFormattedError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { answerTooLarge, maximumAnswer } from '../core/answer-limit.js';
import { systemClock } from '../core/clock.js';
import type { Context } from '../core/context.js';
import type { RequestRecord } from '../core/request.js';
import type { Events } from '../core/events.js';
import { answerSize } from './answer-size.js';
import { documentStore, maximumTokens, openDocuments, type KnownOperation } from './documents.js';
import { isBug, masked, maximumErrors, shown, withoutApollosAdvice, withoutHint } from './errors.js';
import { openPlans } from './plans.js';

/** Apollo Server without a transport: HTTP's rules are the edge's. */

export interface ApolloOptions {
  readonly schema: GraphQLSchema;
  readonly events: Events;
  readonly introspection: boolean;
  /** Null for as many as the other limits allow. */
  readonly mutationsPerDocument: number | null;
  /** Whether documents that come again are compiled. */
  readonly hasCompiledPlans: boolean;
  readonly plugins?: readonly ApolloServerPlugin<Context>[];
}

export interface Executed {
  readonly status: number;
  readonly body: string;
  readonly operationName: string | null;
}

export async function startApollo({ schema, events, introspection, plugins = [], ...options }: ApolloOptions) {
  const documents = openDocuments({ schema, mutationsPerDocument: options.mutationsPerDocument });
  // Plugins are to hear of every request: with any there is the long way alone.
  const plans = options.hasCompiledPlans && plugins.length === 0 ? openPlans(schema, systemClock) : null;
  const told = (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const shownToAll = masked(formatted, error);
    if (introspection) return shownToAll;
    return withoutApollosAdvice({ ...shownToAll, message: withoutHint(shownToAll.message) });
  };
  const stateBugs = (errors: readonly Error[], { request }: Context): void => {
    for (const error of errors.filter(isBug)) {
      events.emit('broken', { request, doing: 'graphql', error: unwrapResolverError(error) });
    }
  };
  // By request, not by context: Apollo copies the context.
  const methods = new WeakMap<RequestRecord, string>();
  const names = new WeakMap<RequestRecord, string>();
  const server = new ApolloServer<Context>({
    schema,
    introspection,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    documentStore: documentStore(),
    persistedQueries: false, // Apollo's is a cache that anyone may fill
    parseOptions: parsing,
    validationOptions: { maxErrors: maximumErrors },
    executionOptions: { maxCoercionErrors: maximumErrors },
    formatError: told,
    plugins: [
      ApolloServerPluginCacheControlDisabled(), // it would wrap every field's resolver
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      {
        requestDidStart: async () => ({
          didEncounterErrors: async ({ errors, contextValue }) => stateBugs(errors, contextValue),
          didResolveOperation: async ({ operation, contextValue }) => {
            names.set(contextValue.request, operation == null ? '' : nameOf(operation));
            if (methods.get(contextValue.request) !== 'GET' || operation?.operation === 'query') return;
            throw new GraphQLError('Only queries may be sent by GET.', {
              extensions: { code: 'METHOD_NOT_ALLOWED', http: { status: 405 } },
            });
          },
        }),
      },
      ...plugins,
    ],
  });
  await server.start();

  /** The short way; null where the long one is to be taken, and nothing has been done. */
  function executedByPlan(known: KnownOperation, request: GraphQLRequest, context: Context): Promise<Executed> | null {
    const result = plans?.find(known)?.execute(request.variables ?? {}, context) ?? null;
    return result === null ? null : toldOf(result, known.operation, context);
  }

  async function toldOf(
    executing: Promise<ExecutionResult>,
    operation: OperationDefinitionNode,
    context: Context,
  ): Promise<Executed> {
    const { data, errors } = await executing;
    if (errors !== undefined) stateBugs(errors, context);
    const formatted = errors?.map(error => told(formattedAsApollo(error), error));
    return answerOf({ data, errors: formatted }, { operationName: nameOf(operation) });
  }

  return {
    async execute(request: GraphQLRequest, context: Context, method: string): Promise<Executed> {
      const known = documents.look(request);
      if (known instanceof GraphQLError) {
        return { status: 400, body: JSON.stringify({ errors: [known] }), operationName: null };
      }
      const planned =
        known === null || method === 'GET' || request.extensions !== undefined
          ? null
          : executedByPlan(known, request, context);
      if (planned !== null) return planned;
      methods.set(context.request, method);
      const { body, http } = await server.executeOperation(request, { contextValue: context });
      if (body.kind !== 'single') throw new Error('An incremental answer is not supported.');
      const { singleResult } = body;
      if (known !== null && singleResult.data !== undefined) plans?.wasExecuted(known);
      return answerOf(singleResult, { status: http.status, operationName: names.get(context.request) ?? null });
    },
    stop: () => server.stop(),
  };
}

const parsing = { maxTokens: maximumTokens };

function nameOf({ name, operation }: OperationDefinitionNode): string {
  return name?.value ?? operation;
}

/** As Apollo hands an error to `formatError`. */
function formattedAsApollo(error: GraphQLError): GraphQLFormattedError {
  const { code = 'INTERNAL_SERVER_ERROR' } = error.extensions;
  return { ...error.toJSON(), extensions: { ...error.extensions, code } };
}

interface Answered {
  readonly data?: unknown;
  readonly errors?: readonly GraphQLFormattedError[] | undefined;
  /** What plugins have added. */
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

function answerOf(
  { data, errors, extensions }: Answered,
  { status, operationName }: { readonly status?: number | undefined; readonly operationName: string | null },
): Executed {
  const isRefused = data === undefined; // the document could not be executed at all
  if (answerSize(data) > maximumAnswer) return { status: 200, body: tooLarge, operationName };
  const answer = errors === undefined ? { data } : { ...shown(errors), data };
  const added = extensions === undefined ? {} : { extensions: { ...extensions, ...shown(errors).extensions } };
  return { status: status ?? (isRefused ? 400 : 200), body: JSON.stringify({ ...answer, ...added }), operationName };
}

/** What was done is done: the keys of its mutations tell. */
const tooLarge = JSON.stringify({ errors: [answerTooLarge()], data: null });
