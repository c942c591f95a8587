import {
  getVariableValues,
  GraphQLError,
  GraphQLScalarType,
  GraphQLSchema,
  Kind,
  parse,
  visit,
  type DocumentNode,
  type ExecutionResult,
  type OperationDefinitionNode,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import type { Context } from '../core/context.js';
import { maximumErrors } from './errors.js';

/**
 * Compiled plans: an operation that comes again and again becomes a function, which makes the same answer as graphql-js
 * for a fraction of the work. A plan executes and does nothing else: that a document is valid, and within its limits, is
 * known before there is a plan for it.
 */
export interface Plan {
  /** Null where graphql-js would not execute it with these variables: it says best why. Then nothing has been done. */
  execute(variables: Readonly<Record<string, unknown>>, context: Context): Promise<ExecutionResult> | null;
}

/** Makes plans for a schema. What it gives is null where an operation cannot be compiled. */
export type Planner = (text: string, operationName: string | undefined) => Plan | null;

export function openPlanner(schema: GraphQLSchema, parseOptions: { readonly maxTokens: number }): Planner {
  const planned = withPassThrough(schema);
  return (text, operationName) => {
    const document = parse(text, parseOptions); // with the places of its fields, which errors name
    const operation = operationIn(document, operationName);
    const compiled = compileQuery(planned, withoutTypes(document), operationName, {
      disablingCapturingStackErrors: true,
    });
    return operation === null || !isCompiledQuery(compiled) ? null : planOf(schema, operation, compiled.query);
  };
}

function planOf(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  query: (root: unknown, context: unknown, variables: object) => unknown,
): Plan {
  const options = { maxErrors: maximumErrors };
  return {
    execute(variables, context) {
      const { coerced } = getVariableValues(schema, variableDefinitions, variables, options);
      return coerced === undefined ? null : executed(query, context, coerced);
    },
  };
}

async function executed(
  query: (root: unknown, context: unknown, variables: object) => unknown,
  context: Context,
  variables: object,
): Promise<ExecutionResult> {
  const { data, errors } = (await query(undefined, context, variables)) as ExecutionResult; // a subscription alone gives anything else
  return errors === undefined ? { data } : { data, errors: errors.map(asGraphqlJs) };
}

/** The compiler's errors lack what others rely on, such as extensions where there are none. */
function asGraphqlJs({ message, path, locations, originalError }: GraphQLError): GraphQLError {
  const error = new GraphQLError(message, { path, originalError });
  return Object.defineProperty(error, 'locations', { value: locations, enumerable: locations !== undefined });
}

// ── Variables are coerced once, by graphql-js: the compiler has a coercion of its own, which knows no @oneOf ──

const passThrough = 'PassThrough';

/** The schema with a type that takes any value as it is. */
function withPassThrough(schema: GraphQLSchema): GraphQLSchema {
  const config = schema.toConfig();
  const type = new GraphQLScalarType({ name: passThrough, parseValue: value => value });
  return new GraphQLSchema({ ...config, types: [...config.types, type], assumeValid: true });
}

/** The document with variables that are all of that type: what the compiler is given has been coerced already. */
function withoutTypes(document: DocumentNode): DocumentNode {
  return visit(document, {
    VariableDefinition: ({ variable }) => ({
      kind: Kind.VARIABLE_DEFINITION,
      variable,
      type: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: passThrough } },
    }),
  });
}

function operationIn(document: DocumentNode, name: string | undefined): OperationDefinitionNode | null {
  const operations = document.definitions.filter(definition => definition.kind === Kind.OPERATION_DEFINITION);
  return operations.find(operation => name === undefined || operation.name?.value === name) ?? null;
}
