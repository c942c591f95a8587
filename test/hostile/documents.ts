import { readFileSync } from 'node:fs';
import {
  buildSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isRequiredArgument,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
} from 'graphql';
import type { Choices } from './choices.js';
import { literalOf, valueOf, type Making } from './values.js';

/** Documents, by the grammar and the schema: whole ones, and such as somebody has laid hands on. */

export interface Document {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

export const schema = buildSchema(readFileSync('schema/schema.graphql', 'utf8'));

export function rootOf(kind: 'query' | 'mutation'): GraphQLObjectType {
  const root = kind === 'query' ? schema.getQueryType() : schema.getMutationType();
  if (root == null) throw new Error('The schema has both.');
  return root;
}

/** A document in the making. */
interface Draft extends Making {
  readonly declared: string[];
  readonly variables: Record<string, unknown>;
  readonly fragments: string[];
  /** Names in answers, so that no two fields get into each other's way. */
  names: number;
}

/** Deeper than this there are only leaves. */
const deepest = 4;

export function documentFrom(choices: Choices): Document {
  const draft: Draft = { choices, hostileOneIn: 12, declared: [], variables: {}, fragments: [], names: 0 };
  const kind = choices.rarely(6) ? 'mutation' : 'query';
  const selections = selectionsOf(rootOf(kind), 0, draft);
  const declared = draft.declared.length === 0 ? '' : `(${draft.declared.join(', ')})`;
  const operation = `${kind} ${choices.rarely(2) ? 'Some' : ''}${declared} ${selections}`;
  return { query: [operation, ...draft.fragments].join('\n'), variables: draft.variables };
}

function selectionsOf(type: GraphQLCompositeType, depth: number, draft: Draft): string {
  const { choices } = draft;
  const made = Array.from({ length: 1 + choices.pick(3) }, () => selectionOf(type, depth, draft));
  return `{ ${made.join(' ')} }`;
}

function selectionOf(type: GraphQLCompositeType, depth: number, draft: Draft): string {
  const { choices } = draft;
  if (isAbstractType(type) && depth < deepest && choices.rarely(2)) {
    const members = schema.getPossibleTypes(type);
    const member = members[choices.pick(members.length)] ?? type;
    return `... on ${member.name}${directive(draft, 8)} ${selectionsOf(member, depth + 1, draft)}`;
  }
  if (depth < deepest && choices.rarely(10)) {
    const name = `F${draft.fragments.length}`;
    const place = draft.fragments.push('') - 1;
    draft.fragments[place] = `fragment ${name} on ${type.name} ${selectionsOf(type, depth + 1, draft)}`;
    return `...${name}${directive(draft, 8)}`;
  }
  const fields = 'getFields' in type ? Object.values(type.getFields()) : [];
  const open = depth < deepest ? fields : fields.filter(field => !isCompositeType(getNamedType(field.type)));
  if (type === schema.getQueryType() && choices.rarely(12)) open.push(SchemaMetaFieldDef, TypeMetaFieldDef);
  const field = open[choices.pick(open.length + 1)];
  return field === undefined ? '__typename' : fieldFrom(field, depth, draft);
}

function fieldFrom(field: GraphQLField<unknown, unknown>, depth: number, draft: Draft): string {
  const { choices } = draft;
  const given = field.args.filter(argument => isRequiredArgument(argument) || choices.rarely(3));
  const written = given.map(argument => `${argument.name}: ${argumentFrom(argument, draft)}`);
  const named = getNamedType(field.type);
  const alias = given.length > 0 || choices.rarely(4) ? `a${(draft.names += 1)}: ` : '';
  const within = isCompositeType(named) ? ` ${selectionsOf(named, depth + 1, draft)}` : '';
  return `${alias}${field.name}${written.length === 0 ? '' : `(${written.join(', ')})`}${directive(draft, 10)}${within}`;
}

function argumentFrom({ name, type }: GraphQLArgument, draft: Draft): string {
  const value = valueOf(type, name, draft);
  if (draft.choices.rarely(2)) return literalOf(type, value);
  return variable(String(type), value, draft);
}

function variable(type: string, value: unknown, draft: Draft): string {
  const name = `$v${draft.declared.length}`;
  draft.declared.push(`${name}: ${type}`);
  draft.variables[name.slice(1)] = value;
  return name;
}

function directive(draft: Draft, oneIn: number): string {
  const { choices } = draft;
  if (!choices.rarely(oneIn)) return '';
  if (choices.rarely(8)) return ' @deprecated';
  const condition = choices.rarely(2) ? variable('Boolean!', choices.rarely(2), draft) : String(choices.rarely(2));
  return ` @${choices.rarely(2) ? 'skip' : 'include'}(if: ${condition})`;
}

/** What may stand where a token stood. */
const strange = [
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  '...',
  '$',
  '@',
  '!',
  ':',
  '=',
  '|',
  '&',
  '"',
  '"""',
  '#',
  '\\',
  '\0',
  '\ufeff',
  '\u2028',
  '😀',
  'имя',
  'ａ',
  '\ud800',
  '__proto__',
  'constructor',
  '__schema',
  '__typename',
  'on',
  'fragment',
  'mutation',
  'subscription',
  'null',
  'true',
  '-1',
  '1e999',
  '00',
  '99999999999999999999',
  '"\\u{110000}"',
  '"\\ud800"',
  'extend type Query { a: Int }',
  'schema { query: Query }',
] as const;

/** The document with some of its tokens taken out, doubled, moved or replaced. */
export function mangled({ query, variables }: Document, choices: Choices): Document {
  const tokens: string[] = query.match(/\w+|"(?:[^"\\]|\\.)*"|\.\.\.|\S/g) ?? [];
  for (let left = 1 + choices.pick(3); left > 0; left -= 1) {
    const at = choices.pick(tokens.length + 1);
    const other = tokens[choices.pick(tokens.length + 1)] ?? '';
    switch (choices.pick(5)) {
      case 0:
        tokens.splice(at, 1);
        break;
      case 1:
        tokens.splice(at, 0, other);
        break;
      case 2:
        tokens.splice(at, 1, other);
        break;
      case 3:
        tokens.splice(at, 1, choices.one(strange));
        break;
      default:
        tokens.splice(at, 0, choices.one(strange));
    }
  }
  return { query: tokens.join(' '), variables };
}

/** Tokens in no order at all. */
export function noise(choices: Choices): Document {
  const tokens = Array.from({ length: choices.pick(40) }, () => choices.one(strange));
  return { query: tokens.join(choices.rarely(2) ? ' ' : ''), variables: {} };
}
