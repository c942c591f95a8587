import { median } from '../measure.js';

/** What is aimed at, and what was reached. */

export interface Target {
  readonly name: string;
  /** `×`, or what the figures are in. */
  readonly unit: string;
  /** At most, or at least where `isAtLeast`. */
  readonly must: number;
  readonly aim: number;
  readonly isAtLeast?: boolean;
  /** What each round says. */
  readonly reached: readonly number[];
}

export type Verdict = 'aim' | 'must' | 'missed';

export function verdictOf({ must, aim, isAtLeast = false, reached }: Target): Verdict {
  const middle = median(reached);
  const isWithin = (bound: number): boolean => (isAtLeast ? middle >= bound : middle <= bound);
  if (isWithin(aim)) return 'aim';
  return isWithin(must) ? 'must' : 'missed';
}

/** A target that is reached has its figure alone; one that is not, also what it was to be. */
export function targetTable(targets: readonly Target[]): string {
  const lines = targets.map(target => {
    const { name, unit, must, aim, isAtLeast = false, reached } = target;
    const figures = [median(reached), Math.min(...reached), Math.max(...reached)].map(value => figure(value));
    const sign = isAtLeast ? '≥' : '≤';
    const notes = {
      aim: '',
      must: `aim ${sign} ${aim}`,
      missed: `**must ${sign} ${must}**, aim ${sign} ${aim}`,
    };
    return `| ${name} | ${unit} | ${figures[0]} (${figures[1]}–${figures[2]}) | ${notes[verdictOf(target)]} |`;
  });
  return ['| what | in | reached | not reached |', '|---|---|---|---|', ...lines].join('\n');
}

function figure(value: number): string {
  return value.toFixed(Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2);
}
