/** Taking turns, and what comes of it. */

/** What one operation cost, in microseconds. */
export interface Cost {
  /** User and system time of the process that is measured. */
  readonly cpu: number;
  readonly wall: number;
}

export interface Contender<Result = Cost> {
  readonly name: string;
  /** One turn: what became of each kind of operation in it. Rejects where anything did not end as it should. */
  turn(): Promise<Readonly<Record<string, Result>>>;
}

export interface Row<Result = Cost> {
  readonly name: string;
  readonly operation: string;
  /** One for each round. */
  readonly results: readonly Result[];
}

export interface Rounds {
  readonly rounds: number;
  /** The first turns are dearer: code is compiled, pages are filled. Never more than are counted: a short run is short. */
  readonly uncounted: number;
  readonly say: (line: string) => void;
}

/** All contenders in turn, in reverse order every other round. */
export async function takeTurns<Result>(
  contenders: readonly Contender<Result>[],
  { rounds, uncounted, say }: Rounds,
): Promise<readonly Row<Result>[]> {
  const rows = new Map<string, Row<Result> & { readonly results: Result[] }>();
  for (let round = -Math.min(uncounted, rounds); round < rounds; round += 1) {
    say(round < 0 ? 'warming up' : `round ${round + 1} of ${rounds}`);
    for (const contender of round % 2 === 0 ? contenders : contenders.toReversed()) {
      const turn = await contender.turn();
      for (const [operation, result] of Object.entries(turn)) {
        const name = `${contender.name}/${operation}`;
        const row = rows.get(name) ?? { name: contender.name, operation, results: [] };
        rows.set(name, row);
        if (round >= 0) row.results.push(result);
      }
    }
  }
  const place = (row: Row<Result>): number => contenders.findIndex(({ name }) => name === row.name);
  return [...rows.values()].toSorted((left, right) => place(left) - place(right));
}

/** The row of that name; of several, the one with that operation, or else the first. */
export function find<Result>(rows: readonly Row<Result>[], name: string, operation?: string): Row<Result> {
  const named = rows.filter(row => row.name === name);
  const row = named.find(one => one.operation === operation) ?? named[0];
  if (row === undefined) throw new Error(`Nobody measured ${name}.`);
  return row;
}

export function cpuOf({ results }: Row): readonly number[] {
  return results.map(({ cpu }) => cpu);
}

/** What each round says, of the two that stood in it side by side. */
export function byRound(
  left: readonly number[],
  right: readonly number[],
  combine: (left: number, right: number) => number,
): readonly number[] {
  return left.map((value, round) => combine(value, right[round] ?? NaN));
}

export function ratios(left: readonly number[], right: readonly number[]): readonly number[] {
  return byRound(left, right, (one, other) => one / other);
}

/** The lowest value that so large a share of all does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.max(1, Math.ceil(share * sorted.length)) - 1] ?? NaN;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? NaN) + (sorted[Math.floor(middle)] ?? NaN)) / 2;
}

/** `1.23 (1.10–1.41)`: the median, and the lowest and highest. */
export function spread(values: readonly number[], digits: number): string {
  const [middle, lowest, highest] = [median(values), Math.min(...values), Math.max(...values)].map(value =>
    value.toFixed(digits),
  );
  return `${middle} (${lowest}–${highest})`;
}
