import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isListType,
  isObjectType,
  Kind,
  valueFromASTUntyped,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { listGiven, type Calls } from '../core/costs.js';
import { longestPage } from '../core/pages.js';
import { introspectionFields } from './introspection.js';
import type { Fragments } from './limits.js';

/**
 * What executing an operation would cost at the most. Fields are counted as execution resolves them: through fragments
 * and aliases, times the length of every list; of an abstract type, as the costliest of its types. What @skip and
 * @include say is not believed. A document that is not valid is counted somehow: it will not be executed.
 */
export interface Cost {
  readonly fields: number;
  /** Calls to providers, as the fields declare them. */
  readonly calls: number;
}

/** What holds for one operation, whatever is sent with it; or only for these variables. */
export interface WholeCost extends Cost {
  readonly isFixed: boolean;
}

export interface Operation {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Fragments;
  /** As the client sent them. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/** How many a list holds that has no length of its own: providers, limits, devices, attempts, details of an error. */
export const usualList = 5;
/** Most mutations are a call, perhaps one before that looks, and one behind; those that are more declare it. */
const mutationCalls = 3;
/** Those lists of a page that are as long as the page. */
const pageLists = new Set(['edges', 'nodes']);

const free: Cost = { fields: 0, calls: 0 };

export function costOf({ schema, operation, fragments, variables: sent }: Operation): WholeCost {
  let isFixed = true;
  const variables = new Proxy(withDefaults(operation, sent), {
    get(given, name) {
      isFixed = false;
      return given[String(name)];
    },
  });
  const countIntrospection = introspectionFields(schema, fragments);
  const known = new Map<SelectionSetNode, Map<string, Cost>>();

  const costOfSet = (set: SelectionSetNode, type: GraphQLObjectType | null, page: number | null): Cost => {
    const costs = known.get(set) ?? new Map<string, Cost>();
    known.set(set, costs);
    const key = `${type?.name ?? ''} ${page}`;
    const cost = costs.get(key) ?? sum(set.selections.map(selection => costOfSelection(selection, type, page)));
    costs.set(key, cost);
    return cost;
  };

  const costOfSelection = (
    selection: SelectionSetNode['selections'][number],
    type: GraphQLObjectType | null,
    page: number | null,
  ): Cost => {
    if (selection.kind === Kind.FIELD) return costOfField(selection, type, page);
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    if (fragment === undefined || !isAbout(fragment.typeCondition?.name.value, type)) return free;
    return costOfSet(fragment.selectionSet, type, page);
  };

  const isAbout = (condition: string | undefined, type: GraphQLObjectType | null): boolean => {
    if (condition === undefined || type === null || condition === type.name) return true;
    const named = schema.getType(condition);
    return isAbstractType(named) ? schema.isSubType(named, type) : !isObjectType(named);
  };

  const costOfField = (node: FieldNode, type: GraphQLObjectType | null, page: number | null): Cost => {
    if (type === schema.getQueryType() && /^__(?:schema|type)$/.test(node.name.value)) {
      return { fields: bounded(countIntrospection(node, argumentsOf(node, variables))), calls: 0 };
    }
    const field = type?.getFields()[node.name.value];
    const given = field !== undefined && isPricedByArguments(field) ? argumentsOf(node, variables) : {};
    const below = node.selectionSet === undefined ? free : costBelow(node.selectionSet, field, given);
    const times = field !== undefined && isListType(getNullableType(field.type)) ? lengthOf(field, given, page) : 1;
    const own = field === undefined ? 0 : callsOf(field, given, type === schema.getMutationType());
    return { fields: bounded(1 + times * below.fields), calls: bounded(own + times * below.calls) };
  };

  const costBelow = (
    set: SelectionSetNode,
    field: GraphQLField<unknown, unknown> | undefined,
    given: Readonly<Record<string, unknown>>,
  ): Cost => {
    const type = field === undefined ? undefined : getNamedType(field.type);
    const page = field?.args.some(({ name }) => name === 'first') ? longestPage(given.first) : null;
    if (isObjectType(type)) return costOfSet(set, type, page);
    if (!isAbstractType(type)) return costOfSet(set, null, page);
    const costs = schema.getPossibleTypes(type).map(possible => costOfSet(set, possible, page));
    return {
      fields: Math.max(0, ...costs.map(({ fields }) => fields)),
      calls: Math.max(0, ...costs.map(({ calls }) => calls)),
    };
  };

  const root = schema.getRootType(operation.operation) ?? null;
  return { ...costOfSet(operation.selectionSet, root, null), isFixed };
}

function isPricedByArguments({ args, extensions }: GraphQLField<unknown, unknown>): boolean {
  return typeof extensions.calls === 'function' || args.some(({ name }) => name === 'first' || name === 'ids');
}

function lengthOf(
  { name, args }: GraphQLField<unknown, unknown>,
  given: Readonly<Record<string, unknown>>,
  page: number | null,
): number {
  if (args.some(argument => argument.name === 'ids')) return listGiven(given.ids).length;
  return page !== null && pageLists.has(name) ? page : usualList;
}

function callsOf(
  { extensions }: GraphQLField<unknown, unknown>,
  given: Readonly<Record<string, unknown>>,
  isMutation: boolean,
): number {
  const calls = extensions.calls as Calls | undefined; // `Costs` alone writes it
  if (calls === undefined) return isMutation ? mutationCalls : 0;
  return typeof calls === 'number' ? calls : calls(given);
}

/** Not coerced: what is no value for the argument will not be executed. */
function argumentsOf(
  { arguments: given = [] }: FieldNode,
  variables: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(given.map(({ name, value }) => [name.value, valueFromASTUntyped(value, variables)]));
}

function withDefaults(
  { variableDefinitions = [] }: OperationDefinitionNode,
  sent: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const defaults = variableDefinitions.flatMap(({ variable, defaultValue }) =>
    defaultValue === undefined ? [] : [[variable.name.value, valueFromASTUntyped(defaultValue)] as const],
  );
  return { ...Object.fromEntries(defaults), ...sent };
}

function sum(costs: readonly Cost[]): Cost {
  return costs.reduce(
    (all, { fields, calls }) => ({ fields: bounded(all.fields + fields), calls: bounded(all.calls + calls) }),
    free,
  );
}

/** Beyond this nobody counts: it neither overflows nor becomes no number. */
function bounded(count: number): number {
  return Math.min(count, Number.MAX_SAFE_INTEGER);
}
