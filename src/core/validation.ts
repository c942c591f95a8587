import {
  GraphQLError,
  isInputObjectType,
  isListType,
  isNonNullType,
  isScalarType,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLResolveInfo,
  type GraphQLScalarType,
  type GraphQLSchema,
} from 'graphql';
import { z } from 'zod';
import { make } from './codec.js';
import { compiled } from './compiled.js';
import { InvalidField, WalletErrorCode } from './errors.js';
import { isIdOf, type NodeId } from './ids.js';
import { formatProblem } from './scalars.js';

/**
 * What is wrong with a mutation's input, each rule once: formats follow from the scalar's name, further rules stand
 * beside the input class in one zod schema. Everything is answered with its path, before anything is sent.
 */

const rulesByType = new Map<string, z.ZodType>();

/** Rules of an input class beyond its types. Members that are absent or null are not checked by `text` and its kin. */
export function Rules(schema: z.ZodType): ClassDecorator {
  return target => void rulesByType.set(target.name, schema);
}

/** Plenty for a name or a description, far from a flood. In code points. */
const usualLength = 1024;

interface TextRule {
  readonly maximum?: number;
  readonly pattern?: RegExp;
  readonly expectation?: string;
}

/** A text of 1 to `maximum` code points (after NFC, as a person counts), of that shape where one is given. */
export function text({ maximum = usualLength, pattern, expectation = 'in the expected format' }: TextRule = {}) {
  return z
    .string()
    .refine(value => value.length > 0, { error: 'Must not be empty.', params: { code: 'EMPTY' } })
    .refine(value => !isLonger(value, maximum), {
      error: `Must be at most ${maximum} characters long.`,
      params: { code: 'TOO_LONG' },
    })
    .refine(value => pattern === undefined || (value.length <= usualLength * 16 && pattern.test(value)), {
      error: `Must be ${expectation}.`,
      params: { code: 'FORMAT' },
    })
    .nullish();
}

/** The global id of a node of that kind. */
export function nodeId(kind: NodeId) {
  return z.string().refine(id => isIdOf(kind, id), {
    error: `Must be the id of a ${kind.typeName}.`,
    params: { code: 'WRONG_ID' },
  });
}

function isLonger(value: string, maximum: number): boolean {
  // Composing makes one code point of a few; beyond that it is not worth the count.
  return value.length > maximum && (value.length > maximum * 8 || [...value.normalize('NFC')].length > maximum);
}

const idempotencyKey = text({
  maximum: 255,
  pattern: /^[\x21-\x7e]*$/,
  expectation: 'visible ASCII characters only',
});

/** What a person reads of the key of a change. */
export const changeKeyDescription =
  'Your key for this intent: with the same key it is done once. 1 to 255 visible ASCII characters.';

/** A person's own JSON is bounded: it is stored, and sent on. */
const jsonLimit = { characters: 16_384, depth: 8 };

/** The type of a mutation's argument `input`; null where there is no such mutation. */
export function inputTypeOf(schema: GraphQLSchema, mutation: string): GraphQLInputType | null {
  const field = schema.getMutationType()?.getFields()[mutation];
  return field?.args.find(argument => argument.name === 'input')?.type ?? null;
}

/** No list that we know has more; a body has room for a hundred thousand, each with something wrong in it. */
const longestList = 100;
/** As many as a person reads. */
const mostComplaints = 20;

/** What is wrong with `value` as an input of that type, each with its path: as much of it as a person reads. */
export function invalidFields(
  type: GraphQLInputType,
  value: unknown,
  path: readonly string[],
): readonly InvalidField[] {
  const found: InvalidField[] = [];
  checkOfAll(type)(value, [...path], found);
  return found.slice(0, mostComplaints);
}

/** Adds to `found` what is wrong with a value. `path` is where it stands, and is left as it was. */
type Check = (value: unknown, path: string[], found: InvalidField[]) => void;

/** What there is to check is the same for all values of a type: it is made out once. */
const checksByType = new WeakMap<GraphQLInputType, Check>();

function checkOfAll(type: GraphQLInputType): Check {
  const known = checksByType.get(type);
  if (known !== undefined) return known;
  const inside = checkOf(type);
  const check: Check = holdsLists(type)
    ? (value, path, found) => {
        found.push(...longLists(type, value, path));
        if (found.length === 0) inside(value, path, found);
      }
    : inside;
  checksByType.set(type, check);
  return check;
}

function holdsLists(type: GraphQLInputType, reached = new Set<GraphQLInputType>()): boolean {
  if (isNonNullType(type)) return holdsLists(type.ofType, reached);
  if (isListType(type)) return true;
  if (!isInputObjectType(type) || reached.has(type)) return false;
  reached.add(type);
  return Object.values(type.getFields()).some(field => holdsLists(field.type, reached));
}

/** Looked for first, so that nothing looks at their items. */
function longLists(type: GraphQLInputType, value: unknown, path: readonly string[]): InvalidField[] {
  if (isNonNullType(type)) return longLists(type.ofType, value, path);
  if (value === null || value === undefined) return [];
  if (isListType(type)) {
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    if (items.length <= longestList) {
      return items.flatMap((item, index) => longLists(type.ofType, item, [...path, String(index)]));
    }
    return [make(InvalidField, { path, message: `Must hold at most ${longestList}.`, code: 'TOO_LONG' })];
  }
  if (!isInputObjectType(type)) return [];
  const members = value as Readonly<Record<string, unknown>>; // GraphQL has coerced it to an object of this type
  return Object.values(type.getFields()).flatMap(field =>
    longLists(field.type, members[field.name], [...path, field.name]),
  );
}

const nothing: Check = () => undefined;

function checkOf(type: GraphQLInputType): Check {
  if (isNonNullType(type)) return checkOf(type.ofType);
  if (isListType(type)) return eachItem(checkOf(type.ofType));
  if (isScalarType(type)) return scalarCheck(type);
  return isInputObjectType(type) ? objectCheck(type) : nothing; // an enum: GraphQL has checked it
}

function eachItem(check: Check): Check {
  return (value, path, found) => {
    if (value === null || value === undefined) return;
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    for (const [index, item] of items.entries()) {
      path.push(String(index));
      check(item, path, found);
      path.pop();
    }
  };
}

function objectCheck(type: GraphQLInputObjectType): Check {
  const rules = rulesByType.get(type.name);
  let members: readonly { readonly name: string; readonly check: Check }[] | null = null; // a type may hold itself
  return (value, path, found) => {
    if (value === null || value === undefined) return;
    const given = value as Readonly<Record<string, unknown>>; // GraphQL has coerced it to an object of this type
    members ??= Object.values(type.getFields()).map(field => ({ name: field.name, check: checkOf(field.type) }));
    for (const { name, check } of members) {
      path.push(name);
      check(given[name], path, found);
      path.pop();
    }
    if (typeof given.idempotencyKey === 'string') {
      path.push('idempotencyKey');
      checkRules(compiled(idempotencyKey), given.idempotencyKey, path, found);
      path.pop();
    }
    if (rules !== undefined) checkRules(compiled(rules), value, path, found);
  };
}

/** Throws where a query's arguments are wrong, with all that is: by their formats, and by `rules` where there are any. */
export function checkArguments(
  { parentType, fieldName }: GraphQLResolveInfo,
  given: Readonly<Record<string, unknown>>,
  rules?: z.ZodType,
): void {
  const declared = parentType.getFields()[fieldName]?.args ?? [];
  const fields = declared.flatMap(({ name, type }) => invalidFields(type, given[name], [name]));
  if (rules !== undefined) checkRules(rules, given, [], fields);
  if (fields.length === 0) return;
  throw new GraphQLError('The arguments are wrong.', {
    extensions: { code: WalletErrorCode.INVALID_INPUT, fields: fields.slice(0, mostComplaints) },
  });
}

function scalarCheck({ name }: GraphQLScalarType): Check {
  return (value, path, found) => {
    if (typeof value === 'string') {
      const problem = formatProblem(name, value);
      if (problem !== null) return complain(found, path, problem, 'FORMAT');
      if (!isCleanText(value)) complain(found, path, 'Must not hold control characters.', 'CHARACTERS');
    } else if (typeof value === 'object' && value !== null) {
      const problem = jsonProblem(value);
      if (problem !== null) complain(found, path, problem, 'TOO_LARGE');
    }
  };
}

function complain(found: InvalidField[], path: readonly string[], message: string, code: string): void {
  found.push(make(InvalidField, { path: [...path], message, code }));
}

/** No control characters, and no half of a surrogate pair. */
function isCleanText(value: string): boolean {
  return value.isWellFormed() && !/\p{Cc}/u.test(value);
}

function jsonProblem(value: object): string | null {
  let left = jsonLimit.characters;
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > jsonLimit.depth) return `Must be nested at most ${jsonLimit.depth} levels deep.`;
    const next: unknown[] = [];
    for (const member of level) {
      if (typeof member === 'string') left -= member.length;
      else if (member !== null && typeof member === 'object') {
        for (const [name, inner] of Object.entries(member)) {
          left -= name.length + 2;
          next.push(name, inner);
        }
      }
      if (typeof member === 'string' && !isCleanText(member)) return 'Must not hold control characters.';
      if (left < 0) return `Must hold at most ${jsonLimit.characters} characters.`;
    }
    level = next;
  }
  return null;
}

/** Adds to `found` what of a value at that place breaks the rules. */
function checkRules(rules: z.ZodType, value: unknown, path: readonly string[], found: InvalidField[]): void {
  const outcome = rules.safeParse(value);
  if (outcome.success) return;
  for (const issue of outcome.error.issues) {
    const code = issue.code === 'custom' ? String(issue.params?.code ?? 'RULE') : issue.code.toUpperCase();
    complain(found, [...path, ...issue.path.map(String)], issue.message, code);
  }
}
