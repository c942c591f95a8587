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
  return JSON.stringify(value, (_name, member: unknown) => {
    if (typeof member === 'bigint') return member.toString();
    if (member === null || typeof member !== 'object' || Array.isArray(member) || isPlain(member)) return member;
    return { __typename: typeNameOf(member), ...member };
  });
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
  const members = Object.entries(value)
    .filter(([name, member]) => name !== omitted && member !== undefined && !(dropsNull && member === null))
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`);
  return `{${members.join(',')}}`;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
