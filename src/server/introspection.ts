import {
  getNamedType,
  isObjectType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import type { Fragments } from './limits.js';

/**
 * How many fields a question about the schema resolves: exactly, as what it is asked of is here. Lists are as long as
 * they are in this schema, and what was counted of a type is not counted again. Infinity for what nobody counts.
 */

/** Counting ends here: it is beyond what one request may resolve. */
const longestCount = 25_000;

export function introspectionFields(
  schema: GraphQLSchema,
  fragments: Fragments,
): (node: FieldNode, given: Readonly<Record<string, unknown>>) => number {
  const known = new Map<SelectionSetNode, Map<unknown, number>>();
  let counted = 0;

  const countSet = (set: SelectionSetNode, type: GraphQLObjectType, about: unknown): number => {
    const counts = known.get(set) ?? new Map<unknown, number>();
    known.set(set, counts);
    const count = counts.get(about) ?? countSelections(set, type, about);
    counts.set(about, count);
    return count;
  };

  const countSelections = (set: SelectionSetNode, type: GraphQLObjectType, about: unknown): number => {
    let count = 0;
    for (const selection of set.selections) {
      counted += 1;
      if (counted > longestCount) return Infinity;
      if (selection.kind === Kind.FIELD) count += 1 + countBelow(selection, type, about);
      else {
        const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
        if (fragment !== undefined) count += countSet(fragment.selectionSet, type, about);
      }
    }
    return count;
  };

  const countBelow = ({ name, selectionSet }: FieldNode, type: GraphQLObjectType, about: unknown): number => {
    const field = selectionSet === undefined ? undefined : type.getFields()[name.value];
    if (selectionSet === undefined || field?.resolve === undefined) return 0;
    const below = getNamedType(field.type);
    if (!isObjectType(below)) return 0;
    const info = { schema } as GraphQLResolveInfo; // all that graphql-js's own resolvers look at
    const found: unknown = field.resolve(about, { includeDeprecated: true }, undefined, info);
    const all: readonly unknown[] = Array.isArray(found) ? found : found == null ? [] : [found];
    return all.reduce<number>((count, one) => count + countSet(selectionSet, below, one), 0);
  };

  return ({ name, selectionSet }, given) => {
    const { type } = name.value === '__schema' ? SchemaMetaFieldDef : TypeMetaFieldDef;
    const about =
      name.value === '__schema' ? schema : typeof given.name === 'string' ? schema.getType(given.name) : undefined;
    const named = getNamedType(type);
    if (selectionSet === undefined || about === undefined || !isObjectType(named)) return 1;
    return 1 + countSet(selectionSet, named, about);
  };
}
