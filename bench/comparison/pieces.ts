/** Where the time of a profile went, by whose work it was. */

export interface Piece {
  readonly name: string;
  /** Of all time in which the process did something. */
  readonly share: number;
}

/** As V8 writes it, as much as is read here. */
export interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string };
    readonly children?: readonly number[];
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/** By what the path of a file holds; the first that fits. */
const owners: readonly (readonly [name: string, files: RegExp])[] = [
  ['log', /\/node_modules\/(pino|sonic-boom|thread-stream|pino-[^/]+)\/|\/src\/server\/telemetry/],
  ['callers and limits', /\/src\/(auth|limiter)\/|\/node_modules\/(jose|rate-limiter-flexible)\//],
  ['journal', /\/src\/(store|cache)\/|\/src\/core\/(journal|seals)|\/node_modules\/pg/],
  ['the provider', /\/src\/upstream\/|\/node_modules\/(undici|cockatiel)\//],
  [
    'GraphQL',
    /\/node_modules\/(graphql[^/]*|@apollo|@graphql-tools|type-graphql|dataloader)\/|\/src\/(api|server\/(apollo|plans|documents|cost|answer-size|introspection))/,
  ],
  ['the operation', /\/src\/(core|providers|contexts|sources)|\/node_modules\/zod\//],
  ['HTTP', /\/src\/|^node:(_http|internal\/(http|stream)|net)/],
];
const collection = 'garbage collection';
const others = 'Node and the kernel';

/** Native code, and Node's own, belongs to whoever called it. */
export function piecesOf({ nodes, samples, timeDeltas }: Profile): Piece[] {
  const owned = new Map<number, string | null>();
  const byId = new Map(nodes.map(node => [node.id, node]));
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map(child => [child, id] as const)));
  const ownerOf = (id: number): string | null => {
    const known = owned.get(id);
    if (known !== undefined) return known;
    const { functionName, url } = byId.get(id)?.callFrame ?? { functionName: '(idle)', url: '' };
    const parent = parents.get(id);
    const own = nameOf(functionName, url);
    const isNodes = url === '' || url.startsWith('node:');
    const inherited = isNodes && own !== collection && own !== null && parent !== undefined ? ownerOf(parent) : others;
    const owner = own === null || inherited === others || inherited === null ? own : inherited;
    owned.set(id, owner);
    return owner;
  };
  const times = new Map<string, number>();
  for (const [index, id] of samples.entries()) {
    const owner = ownerOf(id);
    if (owner !== null) times.set(owner, (times.get(owner) ?? 0) + (timeDeltas[index] ?? 0));
  }
  const all = [...times.values()].reduce((sum, time) => sum + time, 0);
  return [...times]
    .map(([name, time]) => ({ name, share: time / all }))
    .toSorted((one, other) => other.share - one.share);
}

/** Null for time in which nothing was done. */
function nameOf(functionName: string, url: string): string | null {
  if (functionName === '(idle)') return null;
  if (functionName === '(garbage collector)') return collection;
  return owners.find(([, files]) => files.test(url))?.[0] ?? others;
}
