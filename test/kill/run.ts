import { startGatewayProcess, temporaryFolder, type Environment } from '../support/process.js';
import { startJudge, type Judge } from './judge.js';
import { ask, newKey, type Key, type Standing } from './key.js';
import { openLane, type Lane } from './lane.js';
import { onFile, onPostgres, type Place } from './place.js';
import { randomFrom } from './random.js';
import { wishes, type Wish } from './wishes.js';
import { breachesOf, storyOf, type Breach } from './verdict.js';

/** Kills gateways under load, lets the last ones settle what was left, and holds what they say against the ledgers. */

export interface Plan {
  readonly kills: number;
  readonly seed: number;
  /** Journals, each with gateways of its own, at once. */
  readonly lanes: number;
  /** Gateways at once over one journal in PostgreSQL; null for one over a file. */
  readonly replicas: number | null;
  readonly say: (line: string) => void;
}

export interface Report {
  /** The stories of what must not be. */
  readonly breaches: readonly string[];
  readonly counts: Counts;
}

export interface Counts {
  readonly kills: number;
  readonly keys: number;
  /** Creates and changes that were carried out. */
  readonly effects: number;
  /** Keys of which a gateway was killed before it answered. */
  readonly unanswered: number;
  /** Of those: found to be done, by looking. */
  readonly healedAfterKill: number;
  /** Of those: found not to be done, by looking. */
  readonly absentAfterKill: number;
  /** Keys that were answered with an unknown outcome. */
  readonly saidUnknown: number;
  /** Unknown outcomes of any cause, by how they were settled. */
  readonly healed: number;
  readonly absent: number;
  /** Given up, where nothing can be read back. */
  readonly lost: number;
  /** Keys that never got beyond a refusal or an absence while gateways were killed, and were asked once more. */
  readonly askedAnew: number;
  /** Keys that succeeded at last, by provider and mutation. */
  readonly made: Readonly<Record<string, number>>;
  readonly errorsLogged: number;
  /** Successes that another gateway told than those that made the attempts. */
  readonly toldElsewhere: number;
  /** Gateways that stood still and went on. */
  readonly stops: number;
  /** What befell the journals' places. */
  readonly harms: Readonly<Record<string, number>>;
}

export async function run({ kills, seed, lanes: count, replicas, say }: Plan): Promise<Report> {
  const judge = await startJudge();
  const extra = { NODE_COMPILE_CACHE: temporaryFolder() };
  const placeOf = async (lane: number): Promise<Place> =>
    replicas === null ? onFile() : onPostgres(replicas, randomFrom(`${seed}/${lane}/place`));
  const places = await Promise.all(Array.from({ length: count }, (_, lane) => placeOf(lane)));
  const lanes = places.map((place, lane) => openLane({ lane, seed, judge, place, extra }));
  try {
    await warmUp(extra);
    say(`seed ${seed}: ${kills} kills in ${count} lanes${replicas === null ? '' : ` of ${replicas} replicas`}`);
    let done = 0;
    const share = (lane: number): number => Math.floor(kills / count) + (lane < kills % count ? 1 : 0);
    await Promise.all(
      lanes.map((lane, index) =>
        lane.kill(share(index), () => {
          done += 1;
          if (done % 50 === 0) say(`${done} kills, ${sum(lanes.map(({ keys }) => keys.length))} keys`);
        }),
      ),
    );
    judge.heal();
    say('no more kills and faults; what is undecided is settled');
    const first = await judged(lanes, judge);
    say('every key is asked once more');
    await Promise.all(lanes.map(lane => lane.askAll()));
    const second = await judged(lanes, judge);
    return {
      // Most are seen both times; a key that is called absent and is there, only before it is asked again.
      breaches: [
        ...new Map([...first.breaches, ...second.breaches].map(one => [one.key.name + one.what, one])).values(),
      ].map(storyOf),
      counts: { ...countsOf(kills, lanes, first.standings, second), harms: harmsOf(places) },
    };
  } finally {
    await Promise.all(lanes.map(lane => lane.stop()));
    await Promise.all(places.map(place => place.close()));
    await judge.stop();
  }
}

/**
 * Compiled once and kept, with all that a mutation needs: else a gateway of so short a life would do little but start.
 * Only one that ends in peace writes it down.
 */
async function warmUp(extra: Environment): Promise<void> {
  const gateway = await startGatewayProcess({ environment: { PROVIDERS: 'sandbox', ...extra } });
  for (let count = 0; count < wishes.length; count += 1) await ask(gateway.url, newKey(0, count));
  await gateway.stop();
}

interface Judgement {
  readonly standings: ReadonlyMap<Key, Standing>;
  readonly effects: number;
  readonly breaches: readonly Breach[];
}

async function judged(lanes: readonly Lane[], judge: Judge): Promise<Judgement> {
  const settled = await Promise.all(lanes.map(lane => lane.settled()));
  const standings = new Map(settled.flatMap(all => [...all]));
  const ledgers = await judge.ledgers();
  const effects = sum(Object.values(ledgers).map(({ creates, changes }) => creates.length + changes.length));
  return { standings, effects, breaches: breachesOf(standings, ledgers) };
}

function countsOf(
  kills: number,
  lanes: readonly Lane[],
  before: ReadonlyMap<Key, Standing>,
  { standings, effects }: Judgement,
): Omit<Counts, 'harms'> {
  const keys = lanes.flatMap(lane => lane.keys);
  const readings = lanes.map(lane => lane.read());
  const outcomes = new Map(readings.flatMap(reading => [...reading.outcomes]));
  const endedAs = (outcome: string) => (key: Key) => outcomes.get(standings.get(key)?.operationId ?? '') === outcome;
  const lostToKill = keys.filter(key => key.wasLost);
  const made = keys.filter(key => standings.get(key)?.state === 'made');
  return {
    kills,
    keys: keys.length,
    effects,
    unanswered: lostToKill.length,
    healedAfterKill: lostToKill.filter(endedAs('done')).length,
    absentAfterKill: lostToKill.filter(endedAs('absent')).length,
    saidUnknown: keys.filter(key => key.wasUnknown).length,
    healed: keys.filter(endedAs('done')).length,
    absent: keys.filter(endedAs('absent')).length,
    lost: keys.filter(endedAs('lost')).length,
    askedAnew: keys.filter(key => ['refused', 'free'].includes(before.get(key)?.state ?? '')).length,
    made: Object.fromEntries(
      [...Map.groupBy(made, ({ wish }) => nameOf(wish))].map(([name, all]) => [name, all.length]),
    ),
    errorsLogged: sum(readings.map(({ errors }) => errors.length)),
    toldElsewhere: sum(readings.map(reading => reading.toldElsewhere())),
    stops: sum(lanes.map(({ stops }) => stops)),
  };
}

function harmsOf(places: readonly Place[]): Counts['harms'] {
  const all = Map.groupBy(
    places.flatMap(({ harms }) => [...harms]),
    ([harm]) => harm,
  );
  return Object.fromEntries([...all].toSorted().map(([harm, times]) => [harm, sum(times.map(([, count]) => count))]));
}

export function nameOf({ provider, mutation }: Wish): string {
  return `${provider} ${mutation}`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
