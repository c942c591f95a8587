import { Extensions } from 'type-graphql';

/** What a field costs besides being answered: declared on it by `Costs`, and added up before anything is executed. */

/**
 * How many calls to providers a field causes by itself, at the most of what is usual; or how to tell it from its
 * arguments, which are as the client sent them: nobody has looked at them yet.
 */
export type Calls = number | ((given: Readonly<Record<string, unknown>>) => number);

export function Costs(calls: Calls): MethodDecorator & PropertyDecorator {
  return (target: object, name: string | symbol) => Extensions({ calls })(target, name);
}

/** What GraphQL makes a list of: one value counts for a list of one. */
export function listGiven(given: unknown): readonly unknown[] {
  if (given == null) return [];
  return Array.isArray(given) ? given : [given];
}
