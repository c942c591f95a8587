import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type GraphQLType,
} from 'graphql';
import { Extensions } from 'type-graphql';
import { Needs } from './authorization.js';
import { typeNameOf } from './codec.js';
import type { WalletProvider } from './provider.js';
import { inputTypeOf } from './validation.js';

/** What works for whoever holds it. One decorator says so of a field; all that follows from it is decided by that. */

/**
 * On an output field: it needs `secrets:read`, at the provider that is named, and what holds its value is never put into
 * the read cache. On an input field: its text is cleaned out of whatever the provider says. In the schema the
 * description begins with "Secret: "; what stands in the code goes on from there.
 */
export function Sensitive(provider?: WalletProvider): MethodDecorator & PropertyDecorator {
  return (target: object, name: string | symbol) => {
    Extensions({ isSensitive: true })(target, name);
    Needs('secrets:read', provider)(target, name); // asked for on output fields alone: who writes an input knows it
  };
}

export function isSensitive({ extensions }: { readonly extensions: Readonly<Record<string, unknown>> }): boolean {
  return extensions.isSensitive === true;
}

/** Whether there is a value in a sensitive field of it, at any depth. What the schema does not know may be anything. */
export function holdsSecret(schema: GraphQLSchema, value: unknown): boolean {
  if (Array.isArray(value)) return value.some(item => holdsSecret(schema, item));
  if (value === null || typeof value !== 'object') return false;
  const type = schema.getType(typeNameOf(value));
  if (!isObjectType(type)) return true;
  if (!mayHoldSecrets(type)) return false;
  const members = value as Readonly<Record<string, unknown>>; // an instance of that type's class, or read back from one
  return Object.values(type.getFields()).some(field => {
    const member = members[field.name];
    return member != null && (isSensitive(field) || holdsSecretAs(schema, field.type, member));
  });
}

/** A member says its type only where it could be of several; elsewhere the field knows it. */
function holdsSecretAs(schema: GraphQLSchema, type: GraphQLOutputType, value: unknown): boolean {
  const named = getNamedType(type);
  if (!isCompositeType(named) || value === null) return false;
  if (Array.isArray(value)) return value.some(item => holdsSecretAs(schema, type, item));
  return holdsSecret(schema, isObjectType(named) ? { ...(value as object), __typename: named.name } : value);
}

/** The texts of the sensitive fields of a mutation's input. */
export function secretsOf(schema: GraphQLSchema, mutation: string, input: object): readonly string[] {
  const type = inputTypeOf(schema, mutation);
  return type === null || !mayHoldSecrets(type) ? none : secretsIn(type, input);
}

const none: readonly string[] = [];

/** Most types have no sensitive field, at any depth: that is made out once for each. */
const typesWithSecrets = new WeakMap<GraphQLType, boolean>();

function mayHoldSecrets(type: GraphQLType): boolean {
  let mayHold = typesWithSecrets.get(type);
  if (mayHold === undefined) {
    mayHold = reachesSecrets(type, new Set());
    typesWithSecrets.set(type, mayHold);
  }
  return mayHold;
}

function reachesSecrets(type: GraphQLType, reached: Set<GraphQLType>): boolean {
  const named = getNamedType(type);
  if (isAbstractType(named)) return true; // perhaps: what stands there may be of any type
  if (!(isInputObjectType(named) || isObjectType(named)) || reached.has(named)) return false;
  reached.add(named);
  return Object.values(named.getFields()).some(field => isSensitive(field) || reachesSecrets(field.type, reached));
}

function secretsIn(type: GraphQLInputType, value: unknown): readonly string[] {
  if (isNonNullType(type)) return secretsIn(type.ofType, value);
  if (isListType(type)) return Array.isArray(value) ? value.flatMap(item => secretsIn(type.ofType, item)) : [];
  if (!isInputObjectType(type) || value === null || typeof value !== 'object') return [];
  const members = value as Readonly<Record<string, unknown>>; // GraphQL has coerced it to an object of this type
  return Object.values(type.getFields()).flatMap(field => {
    const member = members[field.name];
    return isSensitive(field) ? textsIn(member) : secretsIn(field.type, member);
  });
}

/** A mutation's input without its sensitive fields; all of it is left out where the mutation is not known any more. */
export function withoutSecrets(schema: GraphQLSchema, mutation: string, input: object): object {
  const type = inputTypeOf(schema, mutation);
  return type === null ? {} : (openly(type, input) as object); // an input is one, and so is what is left of it
}

function openly(type: GraphQLInputType, value: unknown): unknown {
  if (isNonNullType(type)) return openly(type.ofType, value);
  if (isListType(type)) return Array.isArray(value) ? value.map(item => openly(type.ofType, item)) : value;
  if (!isInputObjectType(type) || value === null || typeof value !== 'object') return value;
  const fields = type.getFields();
  const pairs = Object.entries(value).flatMap(([name, member]: [string, unknown]) => {
    const field = fields[name]; // what no field is any more may have been a secret
    return field === undefined || isSensitive(field) ? [] : [[name, openly(field.type, member)] as const];
  });
  return Object.fromEntries(pairs);
}

/** Every text in a value, however deep. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];
}
