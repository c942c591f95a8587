/** Taking turns, and what comes of it. */

/** What one operation cost, in microseconds. */
export interface Cost {
  /** User and system time of the process that is measured. */
  readonly cpu: number;
  readonly wall: number;
}

export interface Contender {
  readonly name: string;
  /** One turn: what each kind of operation cost in it. Rejects where anything did not end as it should. */
  turn(): Promise<Readonly<Record<string, Cost>>>;
}

export interface Row {
  readonly name: string;
  readonly operation: string;
  /** One for each round. */
  readonly costs: readonly Cost[];
}

/** The first turns are dearer: code is compiled, pages are filled. */
const uncountedRounds = 2;

/** All contenders in turn, in reverse order every other round. */
export async function takeTurns(
  contenders: readonly Contender[],
  rounds: number,
  say: (line: string) => void,
): Promise<readonly Row[]> {
  const rows = new Map<string, Row & { readonly costs: Cost[] }>();
  for (let round = -uncountedRounds; round < rounds; round += 1) {
    say(round < 0 ? 'warming up' : `round ${round + 1} of ${rounds}`);
    for (const contender of round % 2 === 0 ? contenders : contenders.toReversed()) {
      const turn = await contender.turn();
      for (const [operation, cost] of Object.entries(turn)) {
        const name = `${contender.name}/${operation}`;
        const row = rows.get(name) ?? { name: contender.name, operation, costs: [] };
        rows.set(name, row);
        if (round >= 0) row.costs.push(cost);
      }
    }
  }
  const place = (row: Row): number => contenders.findIndex(({ name }) => name === row.name);
  return [...rows.values()].toSorted((left, right) => place(left) - place(right));
}

export function cpuOf(costs: readonly Cost[]): readonly number[] {
  return costs.map(({ cpu }) => cpu);
}

/** What each round says, of the two that stood in it side by side. */
export function byRound(
  left: Row,
  right: Row,
  combine: (left: number, right: number) => number,
): readonly [number, ...number[]] {
  const [first = NaN, ...others] = left.costs.map(({ cpu }, round) => combine(cpu, right.costs[round]?.cpu ?? NaN));
  return [first, ...others];
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
