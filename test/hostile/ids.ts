import { getNamedType, isCompositeType, type GraphQLField } from 'graphql';
import type { Choices } from './choices.js';
import { rootOf, type Document } from './documents.js';
import { hostileText } from './texts.js';
import { valueOf } from './values.js';

/** Every argument of every query and mutation, as its clients would give it, but for one text that plays tricks. */

interface Operation {
  readonly field: GraphQLField<unknown, unknown>;
  readonly query: string;
}

function operationOf(kind: 'query' | 'mutation', field: GraphQLField<unknown, unknown>): Operation {
  const declared = field.args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const given = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
  const within = isCompositeType(getNamedType(field.type)) ? ' { __typename }' : '';
  return { field, query: `${kind} (${declared}) { ${field.name}(${given})${within} }` };
}

const operations = (['query', 'mutation'] as const).flatMap(kind =>
  Object.values(rootOf(kind).getFields())
    .filter(({ args }) => args.length > 0)
    .map(field => operationOf(kind, field)),
);

export function idRequest(choices: Choices): Document {
  const [first] = operations;
  const operation = operations[choices.pick(operations.length)] ?? first;
  if (operation === undefined) throw new Error('The schema has operations with arguments.');
  const { field, query } = operation;
  const making = { choices, hostileOneIn: 1_000_000 };
  const variables = Object.fromEntries(field.args.map(({ name, type }) => [name, valueOf(type, name, making)]));
  const places = textPlaces(variables);
  const place = places[choices.pick(places.length || 1)];
  place?.put(hostileText(choices));
  return { query, variables };
}

interface Place {
  put(text: string): void;
}

/** Everywhere in it that a text stands. */
function textPlaces(value: unknown): Place[] {
  if (value === null || typeof value !== 'object') return [];
  const members = value as Record<string, unknown>; // of an array, too
  return Object.entries(members).flatMap(([name, member]) =>
    typeof member === 'string' ? [{ put: (text: string) => void (members[name] = text) }] : textPlaces(member),
  );
}
