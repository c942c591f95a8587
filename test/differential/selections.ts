import {
  getNamedType,
  getNullableType,
  GraphQLNonNull,
  isAbstractType,
  isCompositeType,
  isInputObjectType,
  isListType,
  isNonNullType,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
} from 'graphql';
import { literalOf } from '../hostile/values.js';
import { schema } from '../hostile/documents.js';
import type { Random } from '../kill/random.js';

/** What stands between the braces of a document, by chance, and the variables that it needs. */

export interface Draft {
  readonly random: Random;
  /** As they are declared: `$v0: Int = 3`. */
  readonly declared: string[];
  readonly variables: Record<string, unknown>;
  readonly fragments: string[];
  /** Whether fields may be skipped. */
  readonly hasConditions: boolean;
  /** A value for an argument, such as a client gives it. */
  readonly valueFor: (field: string, argument: string, type: GraphQLInputType) => unknown;
}

const deepest = 6;

export function selectionsOf(type: GraphQLCompositeType, depth: number, draft: Draft): string {
  const { random } = draft;
  const count = random.between(1, depth > 3 ? 4 : 6);
  const made = Array.from({ length: count }, () => selectionOf(type, depth, draft));
  // The same field again: what is asked of it is put together.
  const [first = ''] = made;
  if (random.isLikely(0.15) && !first.startsWith('...')) made.push(first);
  return `{ ${made.join(' ')} }`;
}

function selectionOf(type: GraphQLCompositeType, depth: number, draft: Draft): string {
  const { random } = draft;
  if (depth < deepest && random.isLikely(isAbstractType(type) ? 0.6 : 0.1)) {
    const on = random.isLikely(0.15) ? type : conditionFor(type, random);
    if (random.isLikely(0.4)) return `...${fragment(on, depth, draft)}${directives(draft)}`;
    const condition = on === type && random.isLikely(0.5) ? '' : ` on ${on.name}`;
    return `...${condition}${directives(draft)} ${selectionsOf(on, depth + 1, draft)}`;
  }
  const field = fieldFor(type, depth, random);
  if (field === null) return `${alias('__typename', random, 0.2)}__typename${directives(draft)}`;
  return fieldWritten(field, depth, draft);
}

/** One of its members, or another interface that one of them has. */
function conditionFor(type: GraphQLCompositeType, random: Random): GraphQLCompositeType {
  const members = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
  const member = members[random.between(0, members.length)];
  if (member === undefined) return type;
  const others = member.getInterfaces();
  return (random.isLikely(0.3) ? others[random.between(0, others.length || 1)] : member) ?? member;
}

function fragment(on: GraphQLCompositeType, depth: number, draft: Draft): string {
  const known = draft.fragments.findIndex(text => text.includes(` on ${on.name} `));
  if (known !== -1 && draft.random.isLikely(0.5)) return `F${known}`;
  const made = selectionsOf(on, depth + 1, draft); // its own fragments come before it: none spreads itself
  return `F${draft.fragments.push(`fragment F${draft.fragments.length} on ${on.name} ${made}`) - 1}`;
}

function fieldFor(type: GraphQLCompositeType, depth: number, random: Random): GraphQLField<unknown, unknown> | null {
  if (type === schema.getQueryType() && random.isLikely(0.04)) {
    return random.oneOf([SchemaMetaFieldDef, TypeMetaFieldDef]);
  }
  const fields = 'getFields' in type ? Object.values(type.getFields()) : [];
  const open = depth < deepest ? fields : fields.filter(field => !isCompositeType(getNamedType(field.type)));
  return random.isLikely(0.12) ? null : (open[random.between(0, open.length || 1)] ?? null);
}

export function fieldWritten(
  field: GraphQLField<unknown, unknown>,
  depth: number,
  draft: Draft,
  values?: Readonly<Record<string, unknown>>,
): string {
  const { random } = draft;
  const given = field.args.flatMap(({ name, type }) => {
    if (!isNonNullType(type) && random.isLikely(0.5)) return [];
    const value = values?.[name] ?? draft.valueFor(field.name, name, type);
    return [`${name}: ${written(type, value, name, draft)}`];
  });
  const named = getNamedType(field.type);
  const within = isCompositeType(named) ? ` ${selectionsOf(named, depth + 1, draft)}` : '';
  const name = alias(field.name, random, given.length > 0 ? 0.9 : 0.2);
  return `${name}${field.name}${given.length === 0 ? '' : `(${given.join(', ')})`}${directives(draft)}${within}`;
}

function alias(name: string, random: Random, probability: number): string {
  return random.isLikely(probability) ? `${name.replace(/^_+/, '')}${random.between(0, 1_000)}: ` : '';
}

/** A literal, a variable, or a literal with variables in it. */
function written(type: GraphQLInputType, value: unknown, name: string, draft: Draft): string {
  const { random } = draft;
  if (!draft.hasConditions || random.isLikely(0.4)) return variable(type, value, name, draft); // plans take no literals
  const inner = getNullableType(type);
  if (Array.isArray(value) && isListType(inner)) {
    return `[${value.map(item => written(inner.ofType, item, name, draft)).join(', ')}]`;
  }
  if (value === null || typeof value !== 'object' || !isInputObjectType(inner)) return literalOf(type, value);
  const members = Object.entries(value).map(([member, one]: [string, unknown]) => {
    // What stands in a `@oneOf` must be there.
    const of = inner.getFields()[member]?.type;
    return `${member}: ${of === undefined ? 'null' : written(inner.isOneOf ? new GraphQLNonNull(of) : of, one, member, draft)}`;
  });
  return `{ ${members.join(', ')} }`;
}

function variable(type: GraphQLInputType, value: unknown, about: string, draft: Draft): string {
  const { random, declared, variables } = draft;
  // A key under its own name, so that it is another one in the next round.
  const name = `${about === 'idempotencyKey' ? about : 'v'}${declared.length}`;
  const nullable = String(getNullableType(type));
  const fallback = random.isLikely(0.15) && value !== undefined ? ` = ${literalOf(type, value)}` : '';
  const declaredType = random.isLikely(0.5) ? `${nullable}!` : fallback === '' ? String(type) : nullable;
  declared.push(`$${name}: ${declaredType}${fallback}`);
  if (fallback === '' || random.isLikely(0.4)) variables[name] = value;
  return `$${name}`;
}

function directives({ random, hasConditions, declared, variables }: Draft): string {
  if (!hasConditions) return '';
  const wanted = (['skip', 'include'] as const).filter(() => random.isLikely(0.07));
  const texts = wanted.map(directive => {
    const isSo = random.isLikely(0.5);
    if (random.isLikely(0.3)) return ` @${directive}(if: ${isSo})`;
    const name = `if${declared.length}`;
    const hasDefault = random.isLikely(0.2);
    declared.push(`$${name}: Boolean${hasDefault ? ` = ${!isSo}` : '!'}`);
    if (!hasDefault || random.isLikely(0.5)) variables[name] = isSo;
    return ` @${directive}(if: $${name})`;
  });
  return texts.join('');
}
