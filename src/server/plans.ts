import {
  getNamedType,
  getVariableValues,
  GraphQLError,
  GraphQLScalarType,
  GraphQLSchema,
  isAbstractType,
  isNonNullType,
  isObjectType,
  Kind,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
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

/** To compile an operation costs as much as some hundred executions: it has come twice before, once before it was known. */
const executionsBefore = 1;
/** After a compilation there is none for so many times as long as it took: whoever sends ever new texts stops nobody else. */
const pauseAfterCompiling = 20;
/** Fields that one plan writes out, and all that are kept: each takes some 700 bytes, and a hundredth of a millisecond to be made. */
const largest = 1_500;
const largestTogether = 60_000;
/** Operations that are known to have a plan, or none: their texts are kept as long. */
const mostHeld = 500;
/** Characters of a document, with its comments. */
const longestText = 20_000;

type Compiler = typeof import('graphql-jit');

interface Held {
  /** Null where there can be none. */
  readonly plan: Plan | null;
  readonly size: number;
}

export function openPlans(schema: GraphQLSchema, clock: Clock): Plans {
  const withAny = withPassThrough(schema);
  const executions = new WeakMap<KnownOperation, number>();
  const plans = new LRUCache<KnownOperation, Held>({
    max: mostHeld,
    maxSize: largestTogether,
    sizeCalculation: ({ size }) => size,
  });
  let compilesFrom = 0;
  let compiler: Compiler | null = null;
  let loading: Promise<void> | null = null;

  const compile = ({ compileQuery, isCompiledQuery }: Compiler, { text, name, operation }: KnownOperation): Held => {
    const document = parse(text); // with the places of its fields, which errors name
    const size = writtenFields(schema, document, operation);
    if (size > largest || !isCompilable(schema, document, operation)) return { plan: null, size: 1 };
    const compiled = compileQuery(withAny, withoutTypes(document), name, { disablingCapturingStackErrors: true });
    return isCompiledQuery(compiled)
      ? { plan: planOf(schema, operation, compiled.query), size }
      : { plan: null, size: 1 }; // one of a kind that the schema does not have writes out nothing at all
  };

  /** Not while the gateway starts: nothing needs it before something has come again. */
  const load = async (): Promise<void> => {
    compiler = await import('graphql-jit');
  };

  const make = (known: KnownOperation): Plan | null => {
    if (known.text.length > longestText || (executions.get(known) ?? 0) < executionsBefore) return null;
    loading ??= load().catch(() => undefined); // then everything goes the long way
    const now = clock.monotonic();
    if (compiler === null || now < compilesFrom) return null;
    const held = compiledBy(compiler, known);
    const ended = clock.monotonic();
    compilesFrom = ended + pauseAfterCompiling * (ended - now);
    plans.set(known, held);
    return held.plan;
  };

  /** What cannot be compiled goes the long way, and is not tried again. */
  const compiledBy = (loaded: Compiler, known: KnownOperation): Held => {
    try {
      return compile(loaded, known);
    } catch {
      return { plan: null, size: 1 };
    }
  };

  return {
    find(known) {
      const held = plans.get(known);
      return held === undefined ? make(known) : held.plan;
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
      if (coerced === undefined) return null;
      // One that is left out is not the same as null, and the compiler knows no difference.
      for (const { variable } of variableDefinitions) if (!Object.hasOwn(coerced, variable.name.value)) return null;
      return executed(query, context, coerced);
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
 * Whether the compiler does as graphql-js does. It writes literals into its program, texts among them, so that nothing but
 * numbers and truth values may stand in a document; it takes a variable that is left out of an object for null, and a null
 * where there must be something; it knows fields by the names on the way to them, joined by "_"; fields under conditions
 * stand elsewhere, or not at all; a question about the schema would show the type below; and of several fields at the top of a
 * query, where one that fails may take the others with it, it waits for all.
 */
function isCompilable(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): boolean {
  const declared = new Map(operation.variableDefinitions?.map(({ variable, type }) => [variable.name.value, type]));
  let [isPlain, fieldsAtTop, mayTakeAll] = [true, 0, false];
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      Directive: () => void (isPlain = false),
      Argument({ value }) {
        if (value.kind === Kind.INT || value.kind === Kind.BOOLEAN) return;
        const type = value.kind === Kind.VARIABLE ? declared.get(value.name.value) : undefined;
        const mayBeNull = type?.kind !== Kind.NON_NULL_TYPE && isNonNullType(types.getArgument()?.type);
        if (type === undefined || mayBeNull) isPlain = false;
      },
      Field({ name, alias }) {
        if (name.value === '__schema' || name.value === '__type' || alias?.value.includes('_')) isPlain = false;
        if (operation.operation !== 'query' || types.getParentType() !== schema.getQueryType()) return;
        fieldsAtTop += 1;
        if (name.value !== '__typename' && isNonNullType(types.getType())) mayTakeAll = true;
      },
    }),
  );
  return isPlain && !(fieldsAtTop > 1 && mayTakeAll);
}

/** How many fields the compiler writes out: those of an abstract type once for each type that it may be. */
function writtenFields(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): number {
  const fragments = new Map(
    document.definitions.flatMap(one =>
      one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [],
    ),
  );
  const known = new Map<SelectionSetNode, Map<GraphQLObjectType, number>>();
  const countAs = (set: SelectionSetNode, type: GraphQLNamedType | undefined): number => {
    if (isObjectType(type)) return count(set, type);
    if (!isAbstractType(type)) return 0;
    return schema.getPossibleTypes(type).reduce((sum, possible) => sum + count(set, possible), 0);
  };
  const count = (set: SelectionSetNode, type: GraphQLObjectType): number => {
    const counts = known.get(set) ?? new Map<GraphQLObjectType, number>();
    known.set(set, counts);
    const found = counts.get(type) ?? set.selections.reduce((sum, selection) => sum + countOne(selection, type), 0);
    counts.set(type, found);
    return found;
  };
  const countOne = (selection: SelectionNode, type: GraphQLObjectType): number => {
    if (selection.kind === Kind.FIELD) {
      const field = type.getFields()[selection.name.value];
      const below = selection.selectionSet;
      return 1 + (below === undefined || field === undefined ? 0 : countAs(below, getNamedType(field.type)));
    }
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    const condition = fragment?.typeCondition?.name.value;
    const named = condition === undefined ? type : schema.getType(condition);
    const isAbout = named === type || (isAbstractType(named) && schema.isSubType(named, type));
    return fragment !== undefined && isAbout ? count(fragment.selectionSet, type) : 0;
  };
  return countAs(operation.selectionSet, schema.getRootType(operation.operation) ?? undefined);
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
