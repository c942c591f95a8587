import { setTimeout as wait } from 'node:timers/promises';
import type { GatewayProcess } from '../support/process.js';
import { readFault, writeFault } from './faults.js';
import type { Judge } from './judge.js';
import { ask, newKey, note, standing, type Key, type Standing } from './key.js';
import { randomFrom, type Random } from './random.js';

/** What is asked of a lane's gateways: new keys, and the same ones again, at any of them. */
export interface Load {
  readonly keys: readonly Key[];
  /** A new key, asked there and often elsewhere, too; resolves when all of that is answered, or never will be. */
  begin(gateway: Seated, living: readonly Seated[], told: string): Promise<unknown>;
  /** Some of the keys that have no answer yet, asked there. */
  askAgain(gateway: Seated): Promise<unknown>;
  /** All keys that have no answer yet, each asked at two gateways at once. */
  askTwice(living: readonly Seated[]): Promise<void>;
  /** What that gateway is just asked, asked elsewhere within so many milliseconds. */
  askElsewhere(gateway: Seated, living: readonly Seated[], withinMs: number): Promise<unknown>;
  /** How each key stands once nothing is undecided any more, or as it is when patience is over. */
  settled(living: readonly Seated[]): Promise<Map<Key, Standing>>;
  /** Asks every key again until each has an answer that lasts. */
  askAll(living: readonly Seated[]): Promise<void>;
}

/** A gateway that works, the keys that it is asked just now, and how many answers it has given. */
export interface Seated {
  readonly gateway: GatewayProcess;
  readonly asked: Set<Key>;
  answers: number;
}

/** A key is asked a second time at each gateway with this likelihood, at once or so much later, in milliseconds. */
const double = { likelihood: 0.3, laterMs: 100 };
/** With each new key, an earlier one is asked again with this likelihood. */
const earlierLikelihood = 0.25;
/** Keys asked again at once: more would leave a gateway no time for anything else before it is killed. */
const askedAgain = 8;
/** A look that a kill cut off is made again 30 s later; two empty ones are 5 s apart. */
const settlePatienceMs = 90_000;
/** Requests at once when all keys are gone through. */
const atOnce = 8;

export function openLoad(lane: number, seed: number, judge: Judge): Load {
  const random = randomFrom(`${seed}/${lane}/keys`);
  const keys: Key[] = [];
  /** Those of which the provider has done what must come before. */
  const ready: Key[] = [];
  const unanswered = new Set<Key>();

  const send = async (seated: Seated, key: Key): Promise<void> => {
    seated.asked.add(key);
    const said = await ask(seated.gateway.url, key);
    seated.asked.delete(key);
    unanswered.delete(key);
    if (said !== 'nothing') {
      seated.answers += 1;
      return;
    }
    key.wasLost = true;
    unanswered.add(key); // behind those that wait already
  };
  const anyOf = (living: readonly Seated[]): Seated => {
    const [first, ...others] = living;
    if (first === undefined) throw new Error('No gateway lives.');
    return random.oneOf([first, ...others]);
  };

  return {
    keys,
    begin(gateway, living, told) {
      const key = newKey(lane, keys.length);
      keys.push(key);
      note(key, `${told}, ${key.wish.mutation} at ${key.wish.provider}, ${key.mainId}`);
      const prepared = key.wish.prepare?.(key.mainId, judge.environment) ?? Promise.resolve();
      const isReady = prepared.then(() => ready.push(key));
      planFaults(key, random, judge);
      const sent = [isReady.then(() => send(gateway, key))];
      for (const other of living) {
        if (!random.isLikely(double.likelihood)) continue;
        const later = random.isLikely(0.5) ? 0 : random.between(0, double.laterMs);
        sent.push(isReady.then(() => wait(later)).then(() => send(other, key)));
      }
      const earlier = random.isLikely(earlierLikelihood) ? ready[random.between(0, ready.length)] : undefined;
      if (earlier !== undefined) sent.push(send(anyOf(living), earlier));
      return Promise.all(sent);
    },
    askAgain: gateway => Promise.all([...unanswered].slice(0, askedAgain).map(key => send(gateway, key))),
    askTwice: living =>
      forEach([...unanswered], async key => {
        await Promise.all([send(anyOf(living), key), send(anyOf(living), key)]);
      }),
    askElsewhere: ({ asked }, living, withinMs) =>
      Promise.all(
        [...asked].slice(0, askedAgain).map(async key => {
          await wait(random.between(0, withinMs));
          if (living.length > 0) await send(anyOf(living), key);
        }),
      ),
    async settled(living) {
      const standings = new Map<Key, Standing>();
      await untilClosed(keys, async key => {
        const now = await standing(anyOf(living).gateway.url, key);
        standings.set(key, now);
        return now.state === 'undecided';
      });
      return standings;
    },
    askAll: living =>
      untilClosed(keys, async key =>
        ['unknown', 'in progress', 'nothing'].includes(await ask(anyOf(living).gateway.url, key)),
      ),
  };
}

/** A fault for some of the requests that a key will lead to; whose request meets it does not matter. */
function planFaults({ wish: { provider, operation } }: Key, random: Random, judge: Judge): void {
  const route = operation === undefined ? 'create' : 'change';
  if (random.isLikely(0.4)) judge.next(provider, writeFault(random, provider), route);
  if (random.isLikely(0.05)) judge.next(provider, readFault(random), 'read');
  if (random.isLikely(0.02)) judge.next(provider, readFault(random), 'token');
}

async function forEach(keys: readonly Key[], work: (key: Key) => Promise<void>): Promise<void> {
  const waiting = keys.values();
  const worker = async (): Promise<void> => {
    for (const key of waiting) await work(key);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

/** Goes through the keys, and through those that are still open again, until none is or patience is over. */
async function untilClosed(keys: readonly Key[], isOpen: (key: Key) => Promise<boolean>): Promise<void> {
  let open = keys;
  let until: number | null = null; // many keys take long to go through even once
  for (;;) {
    const still: Key[] = [];
    await forEach(open, async key => {
      if (await isOpen(key)) still.push(key);
    });
    until ??= Date.now() + settlePatienceMs;
    if (still.length === 0 || Date.now() > until) return;
    open = still;
    await wait(250);
  }
}
