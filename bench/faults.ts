import { setTimeout as wait } from 'node:timers/promises';
import type { WalletProvider } from '../test/generated/operations.js';
import { liveEnvironment } from '../test/support/process.js';
import { startGateway, type GatewayUnderLoad } from './gateway.js';
import { askSteadily } from './load.js';
import { takeTurns, type Contender } from './measure.js';
import type { Bench, Found } from './page.js';
import { faultFree, howToRead, table, unasked, withFaults, type Turn } from './faults-page.js';
import { create, fourWallets, moovWallets, type WalletsQuestion } from './questions.js';
import { settingsFor, startStandIns, type Moods, type StandIns } from './stand-ins.js';

/** Whether a healthy provider suffers from others: Moov, while PingOne hangs, Juspay resets and Equals Money refuses. */

/** A turn is so many times as long as one under full load: circuits open in it, and try again. */
const turnsLength = 5;
/** Code is compiled and pages are filled in one round: it is long enough. */
const uncounted = 1;
/** Shorter than usual, so that a turn sees what comes after it; longer than any stall of a machine that is in use. */
const readTimeoutMs = 3_000;
/** How often, and how many times, to look whether the gateway asks all of them again: a circuit may stay open for a minute. */
const healing = { pauseMs: 250, looks: 300 };

/** In a second; without a common divisor, so that every distance between them occurs. */
const rates = { moov: 97, four: 11, create: 7 };

const faults: Moods = { pingOne: 'hangs', juspay: 'resets', equalsMoney: 'refuses' };
const health: Moods = { pingOne: 'answers', juspay: 'answers', equalsMoney: 'answers' };
const faulty: readonly WalletProvider[] = ['PINGONE', 'JUSPAY', 'EQUALS_MONEY'];

export async function measureFaults({ rounds, seconds, say }: Bench): Promise<Found> {
  // In two processes, so that what the others do costs Moov no turn of its event loop.
  const [healthy, others] = await Promise.all([startStandIns(), startStandIns()]);
  const environment = liveEnvironment(settingsFor({ ...others.urls, moov: healthy.urls.moov }));
  const gateway = await startGateway({
    ...environment,
    READ_TIMEOUT_MS: String(readTimeoutMs),
    PROVIDER_TIMEOUT_MS: String(readTimeoutMs),
  });
  const turnSeconds = seconds * turnsLength;
  const parts = { gateway, healthy, others, seconds: turnSeconds };
  const contenders: Contender<Turn>[] = [
    { name: faultFree, turn: async () => ({ reads: await turn(parts, {}, fourWallets()) }) },
    { name: withFaults, turn: async () => ({ reads: await turn(parts, faults, fourWallets(faulty)) }) },
    { name: unasked, turn: async () => ({ reads: await turn(parts, {}, moovWallets) }) },
  ];
  const rows = await takeTurns(contenders, { rounds, uncounted, say });
  return {
    title: 'What a healthy provider suffers from others',
    turnSeconds,
    text: table(rows, readTimeoutMs),
    howToRead: howToRead(rates, readTimeoutMs),
  };
}

interface Parts {
  readonly gateway: GatewayUnderLoad;
  readonly healthy: StandIns;
  readonly others: StandIns;
  readonly seconds: number;
}

/** Everything begins healthy. Every answer must fit its question, and Moov must have been asked for each. */
async function turn(
  { gateway, healthy, others, seconds }: Parts,
  moods: Moods,
  ofAPerson: WalletsQuestion,
): Promise<Turn> {
  await others.tell(health);
  await healed(gateway);
  const before = await others.tell(moods);
  const moovBefore = (await healthy.tell({})).moov;
  const creation = create();
  const [moov, four, creates] = await Promise.all([
    askSteadily({ perSecond: rates.moov, seconds, ask: () => gateway.ask(moovWallets) }),
    askSteadily({ perSecond: rates.four, seconds, ask: () => gateway.ask(ofAPerson) }),
    askSteadily({ perSecond: rates.create, seconds, ask: () => gateway.ask(creation) }),
  ]);
  const after = await others.tell({});
  const asked = (await healthy.tell({})).moov - moovBefore;
  if (asked < moov.length + four.length + creates.length) throw new Error('Moov was not asked each time.');
  return {
    moov,
    four,
    creates,
    calls: {
      pingOne: after.pingOne - before.pingOne,
      juspay: after.juspay - before.juspay,
      equalsMoney: after.equalsMoney - before.equalsMoney,
    },
  };
}

/** Waits until the gateway asks all of them again. */
async function healed(gateway: GatewayUnderLoad): Promise<void> {
  for (let look = 0; look < healing.looks; look += 1) {
    const { wallets } = await gateway.ask(fourWallets('any'));
    if (wallets.failures.length === 0) return;
    await wait(healing.pauseMs);
  }
  throw new Error('The gateway does not ask all of them again.');
}
