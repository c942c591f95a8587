/**
 * Results are instances of our GraphQL classes while they are made, and plain JSON with a `__typename` once they
 * have been in the journal. Both are served alike: an abstract type asks `typeNameOf`.
 */

/** Builds a typed instance of a class. */
export function make<Type extends object>(type: new () => Type, fields: Fields<Type>): Type {
  return Object.assign(new type(), fields);
}

/** All members that may not be left out, and those that may. */
export type Fields<Type> = { [Name in keyof Type as undefined extends Type[Name] ? never : Name]: Type[Name] } & {
  [Name in keyof Type as undefined extends Type[Name] ? Name : never]?: Type[Name];
};

/** The GraphQL type of a result, made now or read back. Class names are type names; a test holds the schema to that. */
export function typeNameOf(value: object): string {
  return '__typename' in value ? String(value.__typename) : value.constructor.name;
}

/**
 * JSON in which every instance says its type. Integers become text, as the BigInt scalar writes them anyway: a mark of
 * our own that says "integer" could be forged by whoever fills a JSON field.
 */
export function encode(value: unknown): string {
  return JSON.stringify(typed(value)); // a replacer would be called for each member, and is far slower
}

/** What JSON can say of it as it is; the value itself where that is all of it. */
function typed(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(typed);
  if ('toJSON' in value && typeof value.toJSON === 'function') return typed(value.toJSON());
  const isWritten = isPlain(value);
  // Each a copy by `...`, in which a member that somebody calls "__proto__" is one like any other.
  let copy: Record<string, unknown> | null = isWritten ? null : { __typename: typeNameOf(value), ...value };
  for (const name of Object.keys(value)) {
    const member = (value as Record<string, unknown>)[name];
    const written =
      member !== null && (typeof member === 'object' || typeof member === 'bigint') ? typed(member) : member;
    if (written !== member) (copy ??= { ...value })[name] = written;
  }
  return copy ?? value;
}

export function decode(text: string): unknown {
  return JSON.parse(text);
}

/**
 * One text for one meaning, to compare inputs by: members sorted, without the member `omitted`, and in input objects
 * without what was given as null, which means the same as not at all. Nulls inside a person's own JSON stay.
 */
export function canonical(value: unknown, omitted?: string): string {
  if (Array.isArray(value)) return `[${value.map(item => canonical(item)).join(',')}]`;
  if (typeof value === 'bigint') return JSON.stringify(value.toString()); // as `encode` writes it
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  const dropsNull = !isPlain(value);
  let members = '';
  for (const name of Object.keys(value).toSorted()) {
    const member = (value as Record<string, unknown>)[name];
    if (name === omitted || member === undefined || (dropsNull && member === null)) continue;
    members += `${members === '' ? '' : ','}${JSON.stringify(name)}:${canonical(member)}`;
  }
  return `{${members}}`;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
