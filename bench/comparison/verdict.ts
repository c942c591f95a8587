/** Whether Billfold has become dearer than it was when its figures were written down. */

/** Two runs of one version differ by less where the machine is quiet. */
const tolerance = 0.1;

export interface Verdict {
  readonly isDearer: boolean;
  readonly sentence: string;
}

export function verdictOn(name: string, reached: number, recordedRatio: number): Verdict {
  const isDearer = reached > recordedRatio * (1 + tolerance);
  const change = ((reached / recordedRatio - 1) * 100).toFixed(1);
  const sentence = `${name} ÷ LIMIT is ${reached.toFixed(2)}, recorded is ${recordedRatio.toFixed(2)}: ${change} %.`;
  return { isDearer, sentence: isDearer ? `${sentence} That is more than ${tolerance * 100} % dearer.` : sentence };
}
