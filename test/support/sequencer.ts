/**
 * Jest's order of test files: what takes minutes comes first, so that the rest runs beside it; but last of all come the
 * kills, whose gateways want the machine for themselves.
 */

interface TestFile {
  readonly path: string;
}

const first = [
  'simulation.test.js',
  'planted.test.js',
  'process.test.js',
  'hostile.test.js',
  'differential.test.js',
  'kill/stopped-replicas.test.js',
  'replicas-outages.test.js',
  'postgres/migration.test.js',
];
const last = ['kill/kill.test.js', 'kill/replicas.test.js'];

export default class LongestFirst {
  sort<File extends TestFile>(files: readonly File[]): File[] {
    const rank = ({ path }: TestFile): number => {
      const index = first.findIndex(name => path.endsWith(name));
      const lastIndex = last.findIndex(name => path.endsWith(name));
      if (lastIndex !== -1) return first.length + 1 + lastIndex;
      return index === -1 ? first.length : index;
    };
    return files.toSorted((one, other) => rank(one) - rank(other) || one.path.localeCompare(other.path));
  }

  /** Of several machines, each takes every n-th file. */
  shard<File extends TestFile>(
    files: readonly File[],
    { shardIndex, shardCount }: { readonly shardIndex: number; readonly shardCount: number },
  ): File[] {
    return files.filter((_file, index) => index % shardCount === shardIndex - 1);
  }

  allFailedTests<File extends TestFile>(files: readonly File[]): File[] {
    return [...files];
  }

  cacheResults(): void {
    // The order does not depend on earlier runs.
  }
}
