import { GraphQLError, GraphQLScalarType, Kind, valueFromASTUntyped, type ValueNode } from 'graphql';
import { uuidPattern } from './ids.js';

/**
 * Our scalars. On the way in they take any text: whether its format is right is answered by the runner as an
 * `InvalidInputError` with a path (`formatProblem`), so that a form can show it; only a wrong JSON type is a GraphQL
 * error. On the way out they never refuse: `wire.ts` has made null of what does not fit.
 */

interface Format {
  readonly isRight: (text: string) => boolean;
  /** Ends a sentence that begins with "Must be". */
  readonly expectation: string;
}

/** RFC 3339; the seconds may have any number of digits. */
export const dateTimePattern =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d{1,18})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i;

const runsCode = /^(?:javascript|data|vbscript|blob|file|about|view-source):/i;

/** Absolute, with a scheme that does not run code. */
export function isSafeUrl(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:[^\s\p{Cc}]+$/iu.test(text) && text.length <= 8192 && !runsCode.test(text);
}

const formats: Readonly<Record<string, Format>> = {
  DateTime: { isRight: text => dateTimePattern.test(text), expectation: 'an RFC 3339 date-time with an offset' },
  UUID: { isRight: text => uuidPattern.test(text), expectation: 'a UUID' },
  URL: { isRight: isSafeUrl, expectation: 'an absolute URL' },
  CurrencyCode: { isRight: text => /^[A-Z]{3}$/.test(text), expectation: 'three capital letters (ISO 4217)' },
  CountryCode: { isRight: text => /^[A-Z]{2}$/.test(text), expectation: 'two capital letters (ISO 3166-1)' },
  PhoneNumber: { isRight: text => /^\+[0-9]{5,19}$/.test(text), expectation: 'a plus sign and 5 to 19 digits' },
  Decimal: { isRight: text => /^-?\d{1,40}(?:\.\d{1,40})?$/.test(text), expectation: 'a decimal number' },
};

/** What is wrong with the text as a value of that scalar; null where nothing is, or where the scalar has no format. */
export function formatProblem(scalar: string, text: string): string | null {
  const format = formats[scalar];
  return format === undefined || format.isRight(text) ? null : `Must be ${format.expectation}.`;
}

function textScalar(name: string, description: string, specifiedByURL?: string, parse = (text: string) => text) {
  const take = (value: unknown): string => {
    if (typeof value === 'string') return parse(value);
    throw new GraphQLError(`${name} takes a string.`);
  };
  return new GraphQLScalarType<string, string>({
    name,
    description,
    specifiedByURL: specifiedByURL ?? null,
    serialize: value => String(value),
    parseValue: take,
    parseLiteral: node => take(node.kind === Kind.STRING ? node.value : undefined),
  });
}

export const GraphQLDateTime = textScalar(
  'DateTime',
  'RFC 3339 date-time, always with an offset; as many digits after the second as the provider gave.',
  'https://www.rfc-editor.org/rfc/rfc3339',
);

export const GraphQLUUID = textScalar(
  'UUID',
  'RFC 9562 UUID.',
  'https://www.rfc-editor.org/rfc/rfc9562',
  text => text.toLowerCase(), // one id, one spelling: else the same input would look like another one
);

export const GraphQLURL = textScalar(
  'URL',
  "Absolute URL, letter for letter as the provider wrote it. http, https or an app's own scheme; never one that runs code, such as javascript: or data:.",
  'https://www.rfc-editor.org/rfc/rfc3986',
);

export const GraphQLCurrencyCode = textScalar('CurrencyCode', 'ISO 4217 alphabetic currency code, such as USD.');
export const GraphQLCountryCode = textScalar('CountryCode', 'ISO 3166-1 alpha-2 country code, such as CO.');
export const GraphQLPhoneNumber = textScalar(
  'PhoneNumber',
  'A plus sign and 5 to 19 digits: shape only, the provider decides the rest.',
);
export const GraphQLDecimal = textScalar('Decimal', 'Exact decimal number, as a string.');

function int64(value: unknown): bigint {
  const isWhole = typeof value === 'string' ? /^-?\d{1,19}$/.test(value) : Number.isSafeInteger(value);
  const integer = typeof value === 'bigint' ? value : isWhole ? BigInt(value as string | number) : null;
  if (integer === null || BigInt.asIntN(64, integer) !== integer) {
    throw new GraphQLError('BigInt takes a 64-bit signed integer, as a string or a number.');
  }
  return integer;
}

export const GraphQLBigInt = new GraphQLScalarType<bigint, string>({
  name: 'BigInt',
  description:
    '64-bit signed integer, always written as a string, so that no client rounds it; a string or a number is accepted.',
  serialize: value => String(value),
  parseValue: int64,
  parseLiteral: node => int64(node.kind === Kind.INT || node.kind === Kind.STRING ? node.value : undefined),
});

function holdsVariable(node: ValueNode): boolean {
  if (node.kind === Kind.VARIABLE) return true;
  if (node.kind === Kind.LIST) return node.values.some(holdsVariable);
  return node.kind === Kind.OBJECT && node.fields.some(({ value }) => holdsVariable(value));
}

function objectScalar(name: string, description: string, accepts: (member: unknown) => boolean, kind: string) {
  const take = (value: unknown): Record<string, unknown> => {
    if (value === null || typeof value !== 'object' || Array.isArray(value) || !Object.values(value).every(accepts)) {
      throw new GraphQLError(`${name} takes ${kind}.`);
    }
    // Without a prototype, so that a member named __proto__ is only a member.
    return Object.assign(Object.create(null) as Record<string, unknown>, value);
  };
  return new GraphQLScalarType({
    name,
    description,
    serialize: value => value,
    parseValue: take,
    // Validation asks without the variables' values, execution once more with them.
    parseLiteral: (node, variables) =>
      variables == null && holdsVariable(node) ? {} : take(valueFromASTUntyped(node, variables)),
  });
}

export const GraphQLStringMap = objectScalar(
  'StringMap',
  'Flat object of string values.',
  member => typeof member === 'string',
  'an object whose values are strings',
);
export const GraphQLJSONObject = objectScalar('JSONObject', 'Any JSON object.', () => true, 'a JSON object');
