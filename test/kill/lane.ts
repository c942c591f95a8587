import { setTimeout as wait } from 'node:timers/promises';
import {
  liveEnvironment,
  startGatewayProcess,
  temporaryFolder,
  type Environment,
  type GatewayProcess,
} from '../support/process.js';
import type { Judge } from './judge.js';
import type { Key, Standing } from './key.js';
import { openLoad, type Seated } from './load.js';
import type { Place } from './place.js';
import { randomFrom, type Random } from './random.js';
import { openReading, type Reading } from './reading.js';

/**
 * One journal and its gateways, in as many seats as its place has: in each, one gateway after the other works until it is
 * killed, and the last one lives on.
 */
export interface Lane {
  readonly keys: readonly Key[];
  /** Lets so many gateways work and kills them; then starts those that are not killed. */
  kill(times: number, onKill: () => void): Promise<void>;
  /** How each key stands once nothing is undecided any more, or as it is when patience is over. */
  settled(): Promise<Map<Key, Standing>>;
  /** Asks every key again until each has an answer that lasts. */
  askAll(): Promise<void>;
  /** What the gateways have logged. */
  read(): Reading;
  /** Gateways that were stopped and went on. */
  readonly stops: number;
  stop(): Promise<void>;
}

/**
 * Small, so that a test of minutes sees what takes minutes. A fault may carry a create out 1.3 s after it was sent;
 * a wallet counts as absent no earlier than 1.5 s after the attempt's last sign of life.
 */
const settings: Environment = {
  LEASE_MS: '500',
  PROVIDER_TIMEOUT_MS: '1000',
  SETTLE_ABSENT_AFTER_MS: '1500',
  SETTLE_PER_SECOND: '1000',
  SAME_KEY_WAIT_MS: '300',
  CREATES_PER_MINUTE: '0', // one caller makes them all
};

/** This part of the gateways live longer, and meet what a provider does and not only their own end. */
const longLifeShare = 0.1;
/** A gateway that is stopped stands still for longer than its lease and its deadline together, in milliseconds. */
const stillMs = [1_500, 4_000] as const;
/** New keys at once when a gateway has started, so that a short life has something to lose. */
const atStart = 5;

export interface LaneOptions {
  readonly lane: number;
  readonly seed: number;
  readonly judge: Judge;
  readonly place: Place;
  readonly extra: Environment;
}

export function openLane({ lane, seed, judge, place, extra }: LaneOptions): Lane {
  const folder = temporaryFolder();
  const environment = { ...liveEnvironment(judge.environment), ...settings, ...place.environment, ...extra };
  const random = randomFrom(`${seed}/${lane}/pauses`);
  const load = openLoad(lane, seed, judge);
  const reading = openReading();
  const seats = Array.from({ length: place.gateways }, (): Seated | null => null);
  const sent: Promise<unknown>[] = [];
  let stops = 0;

  const living = (): readonly Seated[] => seats.filter(seated => seated !== null);
  /** Again where the database was away for longer than a start waits, as whoever runs it would; but not for ever. */
  const running = (further = 5): Promise<GatewayProcess> =>
    startGatewayProcess({ folder, environment }).catch((error: unknown) => {
      if (further === 0 || !String(error).includes('(STORE_URL) cannot be reached')) throw error;
      return running(further - 1);
    });
  const started = async (): Promise<Seated> => ({ gateway: await running(), asked: new Set(), answers: 0 });

  async function live(seat: number, life: number, moments: Random): Promise<void> {
    const own = await started();
    seats[seat] = own;
    const { gateway } = own;
    const over = new AbortController();
    const lifeMs = (): number =>
      moments.between(0, place.longestLifeMs[moments.isLikely(longLifeShare) ? 'atTimes' : 'usually']);
    let goesOn = Promise.resolve();

    async function standStill(): Promise<void> {
      const forMs = moments.between(...stillMs);
      gateway.child.kill('SIGSTOP');
      const others = living().filter(one => one !== own);
      sent.push(load.askElsewhere(own, others, forMs));
      await wait(forMs);
      gateway.child.kill('SIGCONT');
      stops += 1;
    }

    async function end(): Promise<void> {
      await wait(lifeMs());
      const answers = moments.between(0, place.answersOfALife + 1);
      while (own.answers < answers && gateway.child.exitCode === null) await wait(10);
      if (place.livesPerStop !== null && life % place.livesPerStop === 0) {
        goesOn = standStill();
        await goesOn;
        await wait(lifeMs());
      }
      over.abort();
      seats[seat] = null;
      const { signal, stderr } = await gateway.stop('SIGKILL');
      if (signal !== 'SIGKILL') throw new Error(`A gateway ended by itself.\n${stderr}`);
    }

    const killed = end();
    sent.push(load.askAgain(own));
    for (let count = 1; !over.signal.aborted; count += 1) {
      sent.push(load.begin(own, living(), `life ${life}`));
      if (count < atStart) continue;
      await wait(random.between(...place.pauseMs));
      await goesOn;
    }
    await killed;
    reading.read(gateway);
  }

  return {
    keys: load.keys,
    get stops() {
      return stops;
    },
    async kill(times, onKill) {
      let begun = 0;
      const inSeat = async (seat: number): Promise<void> => {
        // Apart, so that the moments do not depend on how many keys there was time for.
        const moments = randomFrom(`${seed}/${lane}/${seat}/moments`);
        while (begun < times) {
          begun += 1;
          await live(seat, begun, moments);
          place.killed();
          onKill();
        }
        seats[seat] = await started();
      };
      await Promise.all(seats.map((_, seat) => inSeat(seat)));
      await Promise.all(sent);
      // Nobody waits until all is settled before they ask again; and what befalls these, no kill hides.
      if (place.gateways > 1) await load.askTwice(living());
      await place.heal();
    },
    settled: () => load.settled(living()),
    askAll: () => load.askAll(living()),
    read() {
      for (const { gateway } of living()) reading.read(gateway);
      return reading;
    },
    async stop() {
      await Promise.all(living().map(({ gateway }) => gateway.stop()));
    },
  };
}
