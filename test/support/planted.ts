import {
  getNamedType,
  isInputObjectType,
  isInputType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  Kind,
  typeFromAST,
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { isSensitive } from '../../src/core/sensitive.js';

/** Where clients of a schema write text, and where a test has written some that it can look for. */

export interface Planted {
  /** As `Type.field`. */
  readonly place: string;
  readonly text: string;
}

/** Shorter ones stand anywhere by chance. */
const shortest = 8;

/** Every field in a mutation's input that takes text, as `Type.field`. */
export function textFieldsOf(schema: GraphQLSchema): readonly string[] {
  const seen = new Set<string>();
  const places: string[] = [];
  const walk = (type: GraphQLInputType): void => {
    const named = getNamedType(type);
    if (!isInputObjectType(named) || seen.has(named.name)) return;
    seen.add(named.name);
    for (const field of Object.values(named.getFields())) {
      const leaf = getNamedType(field.type);
      if (isScalarType(leaf) && !/^(?:Boolean|Int|Float)$/.test(leaf.name)) places.push(`${named.name}.${field.name}`);
      else walk(field.type);
    }
  };
  for (const mutation of Object.values(schema.getMutationType()?.getFields() ?? {}))
    for (const { type } of mutation.args) walk(type);
  return places;
}

/** Every sensitive field of an answer that holds a text, as `Type.field`. */
export function secretFieldsOf(schema: GraphQLSchema): readonly string[] {
  return Object.values(schema.getTypeMap()).flatMap(type =>
    isObjectType(type)
      ? Object.values(type.getFields())
          .filter(field => isSensitive(field) && isLeafType(getNamedType(field.type)))
          .map(({ name }) => `${type.name}.${name}`)
      : [],
  );
}

/** The texts in an answer under the names of such fields; their places are `.field`, since an answer need not say its types. */
export function secretsTold(schema: GraphQLSchema, answer: unknown): readonly Planted[] {
  const names = new Set(secretFieldsOf(schema).map(place => place.split('.')[1] ?? ''));
  const walk = (value: unknown): Planted[] =>
    value === null || typeof value !== 'object'
      ? []
      : Object.entries(value).flatMap(([name, member]: [string, unknown]) =>
          names.has(name) && typeof member === 'string' && member.length >= shortest
            ? [{ place: `.${name}`, text: member }]
            : walk(member),
        );
  return walk(answer);
}

/** What a document's variables write into such fields, as far as it can be looked for. */
export function plantedBy(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
): readonly Planted[] {
  return document.definitions.flatMap(definition =>
    definition.kind !== Kind.OPERATION_DEFINITION
      ? []
      : (definition.variableDefinitions ?? []).flatMap(({ variable, type }) => {
          const declared = typeFromAST(schema, type as never); // its overloads have none for any type
          const value = variables[variable.name.value];
          return isInputType(declared) ? plantedIn(declared, value, variable.name.value) : [];
        }),
  );
}

function plantedIn(type: GraphQLInputType, value: unknown, place: string): readonly Planted[] {
  if (isNonNullType(type)) return plantedIn(type.ofType, value, place);
  if (isListType(type)) return Array.isArray(value) ? value.flatMap(item => plantedIn(type.ofType, item, place)) : [];
  if (value === null || value === undefined) return [];
  if (!isInputObjectType(type))
    return wordsIn(value)
      .filter(text => text.length >= shortest)
      .map(text => ({ place, text }));
  const members = value as Readonly<Record<string, unknown>>; // an object of that type, else it would be refused
  return Object.values(type.getFields()).flatMap(field =>
    plantedIn(field.type, members[field.name], `${type.name}.${field.name}`),
  );
}

/** Every text in a value; in a person's own JSON the members' names are texts as well. */
function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object'
    ? Object.entries(value).flatMap(([name, member]) => [...(Array.isArray(value) ? [] : [name]), ...wordsIn(member)])
    : [];
}
