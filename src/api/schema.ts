import {
  isAbstractType,
  isInputObjectType,
  isIntrospectionType,
  isObjectType,
  lexicographicSortSchema,
  printSchema,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { buildSchemaSync, getMetadataStorage } from 'type-graphql';
import { guard } from '../core/authorization.js';
import { typeNameOf } from '../core/codec.js';
import type { Provider } from '../core/provider-port.js';
import { isSensitive } from '../core/sensitive.js';
import { nodesResolver } from './nodes.js';
import { operationsResolver } from './operations.js';
import { walletsResolver } from './wallets.js';
import { ProvidersResolver } from './providers.js';
import { WalletAccountCreated, WalletAccountsResolver, walletAccountTypes } from './wallet-accounts.js';

/** The whole schema, from the providers' resolvers and our own. */
export function schemaOf(providers: readonly Provider[]): GraphQLSchema {
  const resolvers = [
    ...providers.flatMap(provider => provider.resolvers),
    operationsResolver([...providers.flatMap(provider => provider.results), WalletAccountCreated]),
    WalletAccountsResolver,
    nodesResolver(providers),
    walletsResolver(providers),
    ProvidersResolver,
  ];
  const schema = buildSchemaSync({
    resolvers: resolvers as [Function, ...Function[]],
    orphanedTypes: walletAccountTypes,
    validate: false,
  });
  const computed = new Set(getMetadataStorage().fieldResolvers.map(({ methodName }) => methodName));
  for (const type of Object.values(schema.getTypeMap())) {
    // The decorator's directive alone is only a note: graphql-js acts by this mark, in introspection and in coercion.
    if (isInputObjectType(type))
      type.isOneOf = type.astNode?.directives?.some(({ name }) => name.value === 'oneOf') ?? false;
    // TypeGraphQL looks for classes, asynchronously; results from the journal are plain objects that know their type.
    if (isAbstractType(type)) type.resolveType = value => typeNameOf(value as object);
    if (isObjectType(type) && !isIntrospectionType(type)) {
      type.isTypeOf = undefined;
      for (const field of Object.values(type.getFields())) {
        // TypeGraphQL's own for a plain member does no more than graphql-js would, and a compiled plan reads it without a call.
        if (!isRoot(schema, type) && !computed.has(field.name)) delete field.resolve;
        guard(field);
        sayWhatItNeeds(field);
      }
    }
    if (isObjectType(type) || isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) sayThatItIsSecret(field);
    }
  }
  return schema;
}

function isRoot(schema: GraphQLSchema, type: GraphQLObjectType): boolean {
  return type === schema.getQueryType() || type === schema.getMutationType();
}

/** A person in the explorer reads it where they read the rest. */
function sayWhatItNeeds(field: GraphQLField<unknown, unknown>): void {
  const { permission } = field.extensions;
  if (permission !== undefined) field.description = `${field.description ?? ''} Needs \`${String(permission)}\`.`;
}

function sayThatItIsSecret(field: GraphQLField<unknown, unknown> | GraphQLInputField): void {
  if (isSensitive(field)) field.description = `Secret: ${field.description ?? ''}`;
}

/** The schema as it is published: sorted, and without a difference between two builds. */
export function printedSchema(schema: GraphQLSchema): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
