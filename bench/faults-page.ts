import { find, quantile, ratios, spread, type Row } from './measure.js';

/** What comes of the turns without faults and with them. */

export const faultFree = 'fault-free';
export const withFaults = 'with faults';
/** Everybody asks Moov alone. */
export const unasked = 'nobody asks the others';

/** What one turn gave: how long answers took in milliseconds, and the calls that reached those that may be faulty. */
export interface Turn {
  /** Reads of Moov alone. */
  readonly moov: readonly number[];
  /** Reads of all four. */
  readonly four: readonly number[];
  readonly creates: readonly number[];
  readonly calls: Readonly<Record<'pingOne' | 'juspay' | 'equalsMoney', number>>;
}

/** An answer that comes so long after the deadline of its read is late. */
const graceMs = 250;

export function table(rows: readonly Row<Turn>[], readTimeoutMs: number): string {
  const [calm, faulty] = [find(rows, faultFree).results, find(rows, withFaults).results];
  const line = (name: string, valueOf: (turn: Turn) => number, digits: number): string => {
    const [left, right] = [calm.map(valueOf), faulty.map(valueOf)];
    return `| ${name} | ${spread(left, digits)} | ${spread(right, digits)} | ${spread(ratios(right, left), 2)} |`;
  };
  const p99 = (turns: readonly Turn[]): number[] => turns.map(({ moov }) => quantile(moov, 0.99));
  const pooled = (turns: readonly Turn[]): number =>
    quantile(
      turns.flatMap(({ moov }) => moov),
      0.99,
    );
  const alone = find(rows, unasked).results;
  const p99Ratios = ratios(p99(faulty), p99(calm));
  const answers = faulty.flatMap(({ four }) => four);
  const late = answers.filter(milliseconds => milliseconds > readTimeoutMs + graceMs).length;
  return [
    '| what | fault-free | with faults | ÷ fault-free |',
    '|---|---|---|---|',
    line('`wallets` of Moov alone, p50 ms', ({ moov }) => quantile(moov, 0.5), 1),
    line('`wallets` of Moov alone, p99 ms', ({ moov }) => quantile(moov, 0.99), 1),
    line('`createMoovWallet`, p50 ms', ({ creates }) => quantile(creates, 0.5), 1),
    line('`createMoovWallet`, p99 ms', ({ creates }) => quantile(creates, 0.99), 1),
    line('`wallets` of all four, p50 ms', ({ four }) => quantile(four, 0.5), 1),
    line('`wallets` of all four, longest ms', ({ four }) => Math.max(...four), 1),
    line('calls that reached PingOne (hangs)', ({ calls }) => calls.pingOne, 0),
    line('calls that reached Juspay (resets)', ({ calls }) => calls.juspay, 0),
    line('calls that reached Equals Money (429)', ({ calls }) => calls.equalsMoney, 0),
    '',
    `**While PingOne hangs, Juspay resets and Equals Money answers 429, Moov's p99 is ${spread(p99Ratios, 2)} times the fault-free one.**`,
    `The target is 1.2. All rounds' answers together: ${(pooled(faulty) / pooled(calm)).toFixed(2)} times.`,
    `It is ${spread(ratios(p99(faulty), p99(alone)), 2)} times that of turns in which nobody asks the others, who so cost nothing.`,
    '',
    `With faults, all ${answers.length} answers of all four held Moov's wallets and three failures; ${late} of them came later than`,
    `${graceMs} ms after the deadline of a read.`,
  ].join('\n');
}

export function howToRead(rates: Readonly<Record<'moov' | 'four' | 'create', number>>, readTimeoutMs: number): string {
  return `**Does a healthy provider suffer from others?** One gateway is asked ${rates.moov} times a second for the wallets of a Moov account, each time
another, ${rates.four} times for those of a person whom all four providers know, and ${rates.create} times to create one at Moov: far below what it can
do. In one turn all is well; in the other PingOne never answers, Juspay resets the connection, and Equals Money answers
429 with \`Retry-After: 1\`, from the first moment of the turn to its last.

- Requests have planned times, which do not wait for answers, and **latency** counts from them: p50 and p99 within a turn; then
  the median of all turns, and the lowest and highest. **÷ fault-free** is formed inside a round, the median of ratios.
- **Every answer is checked**, and any that is wrong ends the bench: fault-free it has the wallets of all that were asked, with
  faults Moov's, and a failure for each of the other three. Moov was asked once for each, so no cache answered.
- **calls** are those that reached the provider within a turn. A list takes one, at Equals Money six, one for each state and
  one for all. A circuit that opens keeps them away; what still reaches a faulty one are those before, and its probes.
- READ_TIMEOUT_MS and PROVIDER_TIMEOUT_MS are ${readTimeoutMs}, so that a turn sees what comes after the first deadline. Providers are two
  processes that cost next to nothing, Moov one of its own. Before each turn the gateway is waited for until it asks all
  four again.
- Faults also save work: where three of four fail, there is less to read and to answer. So there is a third kind of turn, in
  which those who ask about all four ask about Moov alone.`;
}
