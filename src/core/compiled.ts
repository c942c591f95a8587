import { z } from 'zod';

const made = new WeakMap<z.ZodType, z.ZodType>();

/**
 * The schema as a function, which checks a value in a fraction of the time. To make it takes about a millisecond, so that it is made
 * when the schema is first asked: most providers' answers are not read before the gateway's first one, and many never are.
 * For schemas that live as long as the process.
 */
export function compiled<Schema extends z.ZodType>(schema: Schema): Schema {
  const known = made.get(schema) as Schema | undefined; // what is kept under a schema was made of it
  if (known !== undefined) return known;
  const fresh = z.compile(schema);
  made.set(schema, fresh);
  return fresh;
}
