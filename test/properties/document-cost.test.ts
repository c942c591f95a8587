import 'reflect-metadata';
import { expect, test } from '@jest/globals';
import fc, { type GeneratorValue } from 'fast-check';
import {
  buildSchema,
  executeSync,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isListType,
  isNonNullType,
  parse,
  printSchema,
  validate,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { schemaOf } from '../../src/api/schema.js';
import { providers } from '../../src/providers/index.js';
import { costOf, usualList } from '../../src/server/cost.js';
import { measured } from '../../src/server/limits.js';

/**
 * Random documents over the real schema, executed by graphql-js with as much data as there can be: never are more
 * fields resolved than were counted beforehand.
 */

const schema = schemaOf(providers);
/** The same types without resolvers: what they give is made up below. */
const bare: GraphQLSchema = buildSchema(printSchema(schema));
const composites = Object.values(bare.getTypeMap()).filter(
  (type): type is GraphQLCompositeType =>
    isCompositeType(type) && !type.name.startsWith('__') && type.name !== 'Mutation',
);

interface Made {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Writes a document by what it draws. Fragments spread only later ones; fields with arguments have names of their own. */
function write(draw: GeneratorValue): Made {
  const upTo = (max: number) => draw(fc.nat, { max });
  const oneOf = <Value>(values: readonly Value[]): Value | undefined => values[upTo(Math.max(0, values.length - 1))];
  const variables: Record<string, unknown> = {};
  const declared: string[] = [];
  let aliases = 0;

  const fragments = Array.from({ length: upTo(4) }, (_none, at) => ({
    name: oneOf([`F${at}`, `__schema${at}`]),
    on: oneOf(composites),
  }));

  const number = (): string => {
    const length = upTo(6);
    const name = `n${declared.length}`;
    switch (upTo(3)) {
      case 0:
        declared.push(`$${name}: Int = ${length}`);
        return `$${name}`;
      case 1:
        declared.push(`$${name}: Int`);
        variables[name] = upTo(3) === 0 ? null : length;
        return `$${name}`;
      default:
        return String(length);
    }
  };
  const ids = (): string => {
    const all = Array.from({ length: upTo(6) }, (_none, at) => `x${at}`);
    if (upTo(1) === 0) return JSON.stringify(all);
    const name = `ids${declared.length}`;
    declared.push(`$${name}: [ID!]!`);
    variables[name] = all;
    return `$${name}`;
  };
  const argumentsFor = ({ args }: GraphQLField<unknown, unknown>): string => {
    const given = args.flatMap(({ name, type }) => {
      if (name === 'ids') return [`ids: ${ids()}`];
      if (name === 'first' && upTo(3) > 0) return [`first: ${number()}`];
      if (!isNonNullType(type)) return [];
      return [`${name}: ${isListType(type.ofType) ? '[]' : '"x"'}`];
    });
    return given.length === 0 ? '' : `(${given.join(', ')})`;
  };
  const directive = (): string =>
    oneOf(['', '', '', ' @skip(if: false)', ' @skip(if: true)', ' @include(if: false)']) ?? '';

  const field = (type: GraphQLCompositeType, depth: number, from: number): string => {
    const all = 'getFields' in type ? Object.values(type.getFields()) : [];
    const within = all.filter(one => depth > 0 || !isCompositeType(getNamedType(one.type)));
    const chosen = oneOf(within);
    if (chosen === undefined || upTo(9) === 0) return `__typename${directive()}`;
    const given = argumentsFor(chosen);
    const alias = given !== '' || upTo(3) === 0 ? `a${(aliases += 1)}: ` : '';
    const below = getNamedType(chosen.type);
    return `${alias}${chosen.name}${given}${directive()}${isCompositeType(below) ? ` ${selections(below, depth - 1, from)}` : ''}`;
  };
  const selection = (type: GraphQLCompositeType, depth: number, from: number): string => {
    const about = new Set([
      type.name,
      ...(isAbstractType(type) ? bare.getPossibleTypes(type).map(({ name }) => name) : []),
    ]);
    const later = fragments.slice(from).filter(({ on }) => on !== undefined && about.has(on.name));
    const spread = later.length > 0 && upTo(2) === 0 ? oneOf(later) : undefined;
    if (spread !== undefined) return `...${spread.name}${directive()}`;
    const possible = isAbstractType(type) ? bare.getPossibleTypes(type) : [];
    const narrower = possible.length > 0 && depth > 0 && upTo(1) === 0 ? oneOf(possible) : undefined;
    if (narrower !== undefined) return `... on ${narrower.name}${directive()} ${selections(narrower, depth - 1, from)}`;
    return field(type, depth, from);
  };
  const selections = (type: GraphQLCompositeType, depth: number, from: number): string =>
    `{ ${Array.from({ length: 1 + upTo(3) }, () => selection(type, depth, from)).join(' ')} }`;

  const query = bare.getQueryType();
  if (query == null) throw new Error('There is nothing to ask for.');
  const main = selections(query, 6, 0);
  const rest = fragments.map(({ name, on }, at) =>
    on === undefined ? '' : `fragment ${name} on ${on.name} ${selections(on, 3, at + 1)}`,
  );
  const head = declared.length === 0 ? 'query' : `query (${declared.join(', ')})`;
  return { query: `${head} ${main} ${rest.join(' ')}`, variables };
}

/** Every list as long as it can be; an object knows how long a page its lists are of. */
const give: GraphQLFieldResolver<{ readonly page?: number }, unknown> = (
  parent,
  given,
  _context,
  { fieldName, returnType },
) => {
  const type = getNamedType(returnType);
  const { first } = given as { first?: number | null };
  const one = isCompositeType(type)
    ? { page: first ?? 20 }
    : isEnumType(type)
      ? type.getValues()[0]?.value
      : leaf(type.name);
  if (!isListType(getNullableType(returnType))) return one;
  const { ids } = given as { ids?: readonly string[] };
  const page = ['edges', 'nodes'].includes(fieldName) ? parent?.page : undefined;
  return Array.from({ length: ids?.length ?? page ?? usualList }, () => one);
};
const leaf = (name: string): unknown => ({ Int: 1, Boolean: true })[name] ?? 'x';

/** Each of its names is a field that was resolved. */
function fieldsIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + fieldsIn(one), 0);
  if (value === null || typeof value !== 'object') return 0;
  return Object.values(value).reduce<number>((sum, one) => sum + 1 + fieldsIn(one), 0);
}

function counted({ query, variables }: Made): number {
  const { document, fragments } = measured(parse(query));
  const [operation] = document.definitions as readonly [OperationDefinitionNode]; // it was written first
  return costOf({ schema, operation, fragments, variables }).fields;
}

function resolved({ query, variables }: Made, typeAt: (possible: number) => number): number {
  const { data, errors } = executeSync({
    schema: bare,
    document: parse(query),
    rootValue: {},
    variableValues: variables,
    fieldResolver: give,
    typeResolver: (_value, _context, _info, type) => {
      const possible = bare.getPossibleTypes(type);
      return possible[typeAt(possible.length)]?.name;
    },
  });
  expect(errors).toBeUndefined();
  return fieldsIn(data);
}

/** Without fragments that nobody uses, which are no more than bad manners. */
const isExecutable = ({ query }: Made): boolean =>
  validate(bare, parse(query)).every(
    ({ message }) => message.endsWith('is never used.') || message.includes('is never used in operation'),
  );

const runs = 600;

test('no document resolves more fields than were counted', () => {
  let largest = 0;
  fc.assert(
    fc.property(fc.gen(), draw => {
      const made = write(draw);
      fc.pre(isExecutable(made));
      const count = counted(made);
      fc.pre(count < 20_000); // the machine has other things to do
      const real = resolved(made, possible => draw(fc.nat, { max: possible - 1 }));
      largest = Math.max(largest, real);
      expect(count).toBeGreaterThanOrEqual(real);
    }),
    { numRuns: runs, endOnFailure: true }, // to find a smaller one takes minutes
  );
  expect(largest).toBeGreaterThan(100); // else they were too small to say something
}, 60_000);

test('where nothing is merged, skipped or of several kinds, the count is exact', () => {
  fc.assert(
    fc.property(fc.nat({ max: 9 }), fc.nat({ max: 9 }), (first, ids) => {
      const query = `query ($n: Int, $ids: [ID!]!) {
        operations(first: $n) { nodes { id attempts } edges { cursor node { id } } }
        nodes(ids: $ids) { id }
        providers { provider limits { name } }
      }`;
      const made = { query, variables: { n: first, ids: Array.from({ length: ids }, String) } };
      expect(counted(made)).toBe(resolved(made, () => 0));
    }),
  );
});
