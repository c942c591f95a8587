import { GraphQLError } from 'graphql';

/**
 * graphql-js quotes what it could not take, and where one member is missing the whole input. Whoever sent it knows it;
 * but clients keep errors where others read them, and a secret has no place there.
 */

/** What it says of a value, as far as none of the value is in it. */
const reasons: readonly RegExp[] = [
  /^Expected (?:non-nullable )?type "[\w![\]]+"(?: not to be null| to be an object)?\.$/,
  /^Field "\w+" of required type "[\w![\]]+" was not provided\.$/,
  /^Field "\w+" is not defined by type "[\w![\]]+"\.(?: Did you mean [\w ",]+\?)?$/,
  /^Field "\w+" must be non-null\.$/,
  /^Exactly one key must be specified for OneOf type "[\w![\]]+"\.$/,
  /^\w+ takes [\w ,-]+\.$/,
  /^\w+ cannot represent [\w -]+\.$/,
];

/** The message of an error of graphql-js's about a document or its variables, without the values in it. */
export function withoutQuotes(message: string, error: unknown): string {
  const [variable] = /^Variable "\$\w+"(?= got invalid value )/.exec(message) ?? [];
  if (variable === undefined) return withoutValue(message);
  const reason = error instanceof GraphQLError ? error.originalError?.message : undefined;
  const quoting = reason === undefined ? message : message.slice(0, -`; ${reason}`.length);
  const [at = ''] = / at "[\w.[\]]+"$/.exec(quoting) ?? [];
  const said = withoutValue(reason ?? '');
  return `${variable} got an invalid value${at}${reasons.some(known => known.test(said)) ? `; ${said}` : '.'}`;
}

function withoutValue(message: string): string {
  return message
    .replace(/^(\w+ cannot represent [\w -]+): .*$/s, '$1.')
    .replace(/^(Expected value of type "[\w![\]]+"), found .*$/s, '$1.')
    .replace(/^(Syntax Error: .*?\b(?:BlockString|String|Int|Float)) ".*"(\.?)$/s, '$1$2');
}
