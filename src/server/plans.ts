import {
  getVariableValues,
  GraphQLError,
  GraphQLScalarType,
  GraphQLSchema,
  isNonNullType,
  Kind,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type ExecutionResult,
  type OperationDefinitionNode,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import type { Context } from '../core/context.js';
import type { Clock } from '../core/clock.js';
import type { KnownOperation } from './documents.js';
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

export interface Plans {
  /** Null where an operation is to take the long way: it has not come often enough, or cannot be compiled. */
  find(known: KnownOperation): Plan | null;
  /** States that graphql-js has executed it. */
  wasExecuted(known: KnownOperation): void;
}

/** So often graphql-js executes an operation first: to compile it costs as much as some hundred executions. */
const executionsBefore = 2;
/** After a compilation there is none for so many times as long as it took: whoever sends ever new texts stops nobody else. */
const pauseAfterCompiling = 20;
/** Fields and fragments of one operation, and of all whose plans are kept: each takes some 4 kB. */
const largest = 600;
const largestTogether = 10_000;

export function openPlans(schema: GraphQLSchema, clock: Clock): Plans {
  const withAny = withPassThrough(schema);
  const executions = new WeakMap<KnownOperation, number>();
  const plans = new Map<KnownOperation, Plan | null>(); // the one that was asked for longest ago comes first
  let size = 0;
  let compilesFrom = 0;

  const compile = ({ text, name, operation }: KnownOperation): Plan | null => {
    const document = parse(text); // with the places of its fields, which errors name
    if (!isCompilable(schema, document, operation)) return null;
    const compiled = compileQuery(withAny, withoutTypes(document), name, { disablingCapturingStackErrors: true });
    return isCompiledQuery(compiled) ? planOf(schema, operation, compiled.query) : null;
  };

  const make = (known: KnownOperation): Plan | null => {
    const now = clock.monotonic();
    if (now < compilesFrom || known.size > largest || (executions.get(known) ?? 0) < executionsBefore) return null;
    const plan = compile(known);
    const ended = clock.monotonic();
    compilesFrom = ended + pauseAfterCompiling * (ended - now);
    plans.set(known, plan);
    size += known.size;
    for (const oldest of plans.keys()) {
      if (size <= largestTogether) break;
      plans.delete(oldest);
      size -= oldest.size;
    }
    return plan;
  };

  return {
    find(known) {
      const plan = plans.get(known);
      if (plan === undefined) return make(known);
      plans.delete(known);
      plans.set(known, plan);
      return plan;
    },
    wasExecuted: known => void executions.set(known, (executions.get(known) ?? 0) + 1),
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

/**
 * What the compiler does otherwise than graphql-js stays with graphql-js: fields under conditions, questions about the
 * schema, and several fields at the top of a query of which one that fails takes the others with it.
 */
function isCompilable(schema: GraphQLSchema, document: DocumentNode, { operation }: OperationDefinitionNode): boolean {
  const root = schema.getRootType(operation)?.getFields() ?? {};
  let [isPlain, fieldsAtTop, mayTakeAll] = [true, 0, false];
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      Directive: () => void (isPlain = false),
      Field({ name }) {
        if (name.value === '__schema' || name.value === '__type') isPlain = false;
        if (operation !== 'query' || types.getParentType() !== schema.getQueryType()) return;
        fieldsAtTop += 1;
        if (isNonNullType(root[name.value]?.type)) mayTakeAll = true;
      },
    }),
  );
  return isPlain && !(fieldsAtTop > 1 && mayTakeAll);
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
