import { setTimeout as wait } from 'node:timers/promises';
import {
  liveEnvironment,
  startGatewayProcess,
  temporaryFolder,
  type Environment,
  type GatewayProcess,
} from '../support/process.js';
import { readFault, writeFault } from './faults.js';
import type { Judge } from './judge.js';
import { ask, newKey, note, standing, type Key, type Standing } from './key.js';
import { randomFrom, type Random } from './random.js';

/** One journal and its gateways, one after the other: each works until it is killed, the last one lives on. */
export interface Lane {
  readonly keys: readonly Key[];
  /** Lets so many gateways work and kills them; then starts the one that is not killed. */
  kill(times: number, onKill: () => void): Promise<void>;
  /** How each key stands once nothing is undecided any more, or as it is when patience is over. */
  settled(): Promise<Map<Key, Standing>>;
  /** Asks every key again until each has an answer that lasts. */
  askAll(): Promise<void>;
  /** What became of unknown outcomes, by the operation's id: `done`, `absent`, `lost` or `attention`. */
  outcomes(): ReadonlyMap<string, string>;
  /** Lines that a gateway logged as errors. */
  readonly errors: readonly string[];
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

/** A gateway is killed at some moment between its start and this, in milliseconds. */
const longestLifeMs = 400;
/** Some live longer, and meet what a provider does and not only their own end: this part of them, so many times as long. */
const longLife = { share: 0.1, times: 10 };
/** New keys at once when a gateway has started, so that a short life has something to lose. */
const atStart = 5;
/** Between two new keys from then on, in milliseconds. */
const pauseMs = [5, 40] as const;
/** Keys asked again when a gateway has started: more would leave it no time for anything else before it is killed. */
const askedAgain = 8;
/** A look that a kill cut off is made again 30 s later; two empty ones are 5 s apart. */
const settlePatienceMs = 90_000;
/** Requests at once when all keys are gone through. */
const atOnce = 8;

export function openLane(lane: number, seed: number, judge: Judge, extra: Environment = {}): Lane {
  const folder = temporaryFolder();
  const environment = { ...liveEnvironment(judge.environment), ...settings, ...extra };
  // Apart, so that the moments do not depend on how many keys there was time for.
  const moments = randomFrom(`${seed}/${lane}/moments`);
  const random = randomFrom(`${seed}/${lane}/keys`);
  const keys: Key[] = [];
  const unanswered = new Set<Key>();
  const outcomes = new Map<string, string>();
  const errors: string[] = [];
  let last: GatewayProcess | null = null;

  const survivor = (): GatewayProcess => {
    if (last === null) throw new Error('No gateway lives.');
    return last;
  };

  const momentOfDeath = (): number =>
    moments.between(0, longestLifeMs * (moments.isLikely(longLife.share) ? longLife.times : 1));

  async function live(life: number): Promise<void> {
    const gateway = await startGatewayProcess({ folder, environment });
    const over = new AbortController();
    const killed = wait(momentOfDeath()).then(() => {
      over.abort();
      return gateway.stop('SIGKILL');
    });
    const send = async (key: Key): Promise<void> => {
      const said = await ask(gateway.url, key);
      unanswered.delete(key);
      if (said !== 'nothing') return;
      key.wasLost = true;
      unanswered.add(key); // behind those that wait already
    };
    const sent = [...unanswered].slice(0, askedAgain).map(send);
    for (let count = 1; !over.signal.aborted; count += 1) {
      const key = newKey(lane, keys.length);
      keys.push(key);
      note(key, `life ${life}, ${key.wish.mutation} at ${key.wish.provider}, ${key.mainId}`);
      const isReady = key.wish.prepare?.(key.mainId, judge.environment) ?? Promise.resolve();
      planFaults(key, random, judge);
      sent.push(isReady.then(() => send(key)));
      if (random.isLikely(0.3)) {
        const later = random.between(0, 100);
        sent.push(isReady.then(() => wait(later)).then(() => send(key)));
      }
      if (count >= atStart) await wait(random.between(...pauseMs));
    }
    await killed;
    await Promise.all(sent);
    readLog(gateway);
  }

  function readLog(gateway: GatewayProcess): void {
    for (const { msg, level, operationId, status, ...rest } of gateway.lines()) {
      if (msg === 'an unknown outcome was settled') outcomes.set(String(operationId), String(status));
      if (Number(level) >= 50) errors.push(JSON.stringify({ msg, operationId, status, ...rest }));
    }
  }

  return {
    keys,
    errors,
    async kill(times, onKill) {
      for (let life = 1; life <= times; life += 1) {
        await live(life);
        onKill();
      }
      last = await startGatewayProcess({ folder, environment });
    },
    async settled() {
      const standings = new Map<Key, Standing>();
      await untilClosed(keys, async key => {
        const now = await standing(survivor().url, key);
        standings.set(key, now);
        return now.state === 'undecided';
      });
      return standings;
    },
    askAll: () =>
      untilClosed(keys, async key => ['unknown', 'in progress', 'nothing'].includes(await ask(survivor().url, key))),
    outcomes() {
      if (last !== null) readLog(last);
      return outcomes;
    },
    async stop() {
      await last?.stop();
    },
  };
}

/** A fault for some of the requests that a key will lead to; whose request meets it does not matter. */
function planFaults({ wish: { provider, operation } }: Key, random: Random, judge: Judge): void {
  const route = operation === undefined ? 'create' : 'change';
  if (random.isLikely(0.4)) judge.next(provider, writeFault(random, provider), route);
  if (random.isLikely(0.05)) judge.next(provider, readFault(random), 'read');
  if (random.isLikely(0.02)) judge.next(provider, readFault(random), 'token');
}

/** Goes through the keys, and through those that are still open again, until none is or patience is over. */
async function untilClosed(keys: readonly Key[], isOpen: (key: Key) => Promise<boolean>): Promise<void> {
  let open = keys;
  let until: number | null = null; // many keys take long to go through even once
  for (;;) {
    const waiting = open.values();
    const still: Key[] = [];
    const worker = async (): Promise<void> => {
      for (const key of waiting) if (await isOpen(key)) still.push(key);
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    until ??= Date.now() + settlePatienceMs;
    if (still.length === 0 || Date.now() > until) return;
    open = still;
    await wait(250);
  }
}
