import DataLoader from 'dataloader';
import type { Context } from './context.js';
import { asError } from './failures.js';
import type { RequestRecord } from './request.js';

export interface LoaderOptions<Key, Value> {
  /** One text for one key: each is fetched once in a request. */
  readonly textOf: (key: Key) => string;
  /** Keys of one group are fetched together, and share a failure. */
  readonly groupOf: (key: Key) => string;
  /** One value for each key, in the same order. */
  readonly fetch: (keys: readonly Key[], context: Context) => Promise<readonly Value[]>;
}

/** A DataLoader for each request: what its fields ask for in one turn is fetched by one call for each group. */
export function loaderPerRequest<Key, Value>({
  textOf,
  groupOf,
  fetch,
}: LoaderOptions<Key, Value>): (context: Context) => DataLoader<Key, Value, string> {
  const loaders = new WeakMap<RequestRecord, DataLoader<Key, Value, string>>(); // Apollo copies the context
  return context => {
    const known = loaders.get(context.request);
    if (known !== undefined) return known;
    const loader = new DataLoader<Key, Value, string>(keys => fetchGrouped(keys), { cacheKeyFn: textOf });
    loaders.set(context.request, loader);
    return loader;

    async function fetchGrouped(keys: readonly Key[]): Promise<(Value | Error)[]> {
      const values = new Map<Key, Value | Error>();
      const groups = [...Map.groupBy(keys, groupOf).values()];
      await Promise.all(
        groups.map(async group => {
          const fetched = await fetch(group, context).catch(asError);
          for (const [index, key] of group.entries()) {
            values.set(key, fetched instanceof Error ? fetched : (fetched[index] as Value)); // one for each key
          }
        }),
      );
      return keys.map(key => values.get(key) as Value | Error); // each key is in a group
    }
  };
}

/** For what has a call of its own: within a request it is read once for a key, however many fields ask. */
export function oncePerRequest<Key, Value>(
  textOf: (key: Key) => string,
  read: (key: Key, context: Context) => Promise<Value>,
): (key: Key, context: Context) => Promise<Value> {
  const readings = new WeakMap<RequestRecord, Map<string, Promise<Value>>>();
  return (key, context) => {
    const known = readings.get(context.request) ?? new Map<string, Promise<Value>>();
    readings.set(context.request, known);
    const text = textOf(key);
    const reading = known.get(text) ?? read(key, context);
    known.set(text, reading);
    return reading;
  };
}
