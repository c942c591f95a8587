import 'reflect-metadata';
import type { Body, ProviderRequest } from './books.js';
import { bodyOf } from './books.js';
import { ask } from './clients.js';
import { dangersFrom, heal } from './dangers.js';
import { openGateway, timing, type Gateway } from './gateways.js';
import { judge } from './judge.js';
import { Lookers } from './lookers.js';
import { SimulatedProcess } from './process.js';
import { SimulatedProviders } from './providers.js';
import { Random } from './random.js';
import { rowOf, seals, type Scene } from './scene.js';
import { inOneStep, modelOfPostgres } from './stores.js';
import { ownMove, type Subject } from './subjects.js';
import { Timeline } from './timeline.js';
import { watch } from './watch.js';
import { wishesFor } from './wish-lists.js';
import { claimedBy } from './wishes.js';

/**
 * One schedule: a few keys, their clients, one to four gateways over one store, and everything that may go wrong, all of
 * it from one seed. Faults come first; then all heals, and everything must end. The providers' own books are the judge.
 */

export interface Outcome {
  readonly seed: number;
  /** What went against the promise; empty where all is well. */
  readonly breaches: readonly string[];
  /** How often an operation went from one state to another. */
  readonly moved: ReadonlyMap<string, number>;
  readonly kills: number;
  /** What took effect, by mutation. */
  readonly effects: ReadonlyMap<string, number>;
  /** Changes that were sent though the wallet did not allow them any more: it had changed since it was read. */
  readonly races: number;
  readonly story: readonly string[];
}

/** What the look-up may take until it may decide, the minute within which it must, and a killed look's turn. */
const healedWithinMs = timing.leaseMs + timing.timeoutMs + timing.absentAfterMs + 60_000;

/** Longer than anybody is patient with a journal. */
const longestStopMs = 8_000;

export async function runSchedule(seed: number): Promise<Outcome> {
  const random = new Random(seed);
  const timeline = new Timeline();
  const story: string[] = [];
  const breaches: string[] = [];
  const tell = (line: string): void => void story.push(`${timeline.now.toFixed(1).padStart(9)}  ${line}`);
  const breach = (line: string): void => {
    tell(`BREACH: ${line}`);
    breaches.push(line);
  };

  const dangers = dangersFrom(random);
  const { faultsLastMs } = dangers;
  const isShared = dangers.owners > 1;
  const world = new SimulatedProviders(timeline, random, dangers.limits);
  const surroundings = { timeline, random, hazards: dangers.hazards, tell };
  const store = dangers.isPostgres ? modelOfPostgres(surroundings) : inOneStep();
  const wishes = wishesFor(random, world.books, dangers);
  const gateways: Gateway[] = [];
  const watched = watch({
    wishes,
    rowOf: wish => rowOf({ store }, wish),
    askedBy: wish => claimedBy(wish, rowOf({ store }, wish), seals),
    // Sometimes just when a gateway knows how it stands, and is about to change it.
    wasRead(subject) {
      if (random.chance(0.3) && !scene.isHealed) planOwnMove(subject, timeline.now + random.between(0, 20));
    },
    breach,
  });
  // Whose clock jumps by an hour holds what it takes for an hour too long or not at all, as others reckon.
  const lookers = new Lookers(
    () => timeline.now,
    line => dangers.clockJumps || breach(line),
  );
  let requests = 0;
  const scene: Scene = {
    timeline,
    random,
    dangers,
    world,
    store,
    wishes,
    gateways,
    watch: watched,
    tell,
    breach,
    nextRequest: () => (requests += 1),
    isHealed: false,
  };

  let kills = 0;
  let started = 0;
  for (let index = 0; index < dangers.owners; index += 1) start(index);
  for (const wish of wishes) {
    const firstAt = random.between(0, random.pick([6_000, 18_000]));
    const clicks = random.pick([1, 1, 2, 4]);
    for (let click = 0; click < clicks; click += 1) {
      timeline.after(firstAt + (click === 0 ? 0 : random.between(0, 300)), () => ask(scene, wish, random.whole(0, 8)));
    }
    if (wish.subject !== null) planOwnMove(wish.subject, random.between(0, faultsLastMs));
  }
  if (dangers.clockJumps) planClockJumps();
  if (dangers.databaseStops) {
    const stopsAt = random.between(0, faultsLastMs - longestStopMs);
    timeline.after(stopsAt, () => store.stopFor(random.between(100, longestStopMs)));
  }

  // ── Faults, then healing: everything must end ───────────────────────────────────────────────
  await timeline.live(() => false, faultsLastMs);
  scene.isHealed = true;
  heal(dangers);
  // One that stands still may do so for long, where others can do its work meanwhile.
  for (const { process } of gateways) timeline.after(isShared ? random.between(0, 30_000) : 0, () => process.goOn());
  tell('everything heals');
  const isUndecided = () => [...store.rows.values()].some(({ status }) => status === 'calling' || status === 'unknown');
  const isAllOver = () => timeline.now > faultsLastMs + 5_000 && !isUndecided();
  const ended = await timeline.live(isAllOver, faultsLastMs + healedWithinMs);
  if (!ended) breach('something is undecided a minute after it could have been decided');
  // What is on its way without anybody waiting for it arrives.
  const isAsleep = () => gateways.some(({ process }) => process.isStandingStill);
  await timeline.live(() => !isAsleep(), faultsLastMs + 40_000);
  await timeline.live(() => false, timeline.now + 10_000);

  await judge(scene);
  const mutationOf = new Map(wishes.map(({ key, kind }) => [key, kind.mutation]));
  const byMutation = Map.groupBy(world.books.effects, ({ sender }) => mutationOf.get(sender) ?? 'nobody');
  const effects = new Map([...byMutation].map(([mutation, all]) => [mutation, all.length]));
  return { seed, breaches, moved: store.moved, kills, effects, races: watched.races, story };

  // ── What takes part ─────────────────────────────────────────────────────────────────────────
  function start(index: number): void {
    started += 1;
    const process = new SimulatedProcess(`gateway ${index} (${started})`, surroundings, () => {
      kills += 1;
      opened.died();
      // Another one takes its place; with one owner it cannot have begun before.
      timeline.after(random.between(50, random.pick([300, 3_000])), () => start(index));
    });
    process.skewMs = random.between(-300, 300);
    const opened = store.openFor(process);
    gateways[index] = openGateway(process, {
      timeline,
      random,
      perils: dangers.perils,
      providers: world,
      watch: watched,
      store: opened.store,
      seals,
      settings: dangers,
      lookers,
      keyOf: operationId => wishes.find(wish => rowOf({ store }, wish)?.id === operationId)?.key ?? null,
      foreignAnswer,
      tell,
      breach,
    });
    tell(`${process.name} starts`);
  }

  function planClockJumps(): void {
    // PingOne's wallets are told by their time, and guesses are counted by the hour: there the clock must be right.
    const mayJump = wishes.every(({ kind }) => kind.host !== 'pingone' && kind.mutation !== 'linkWalletAccount');
    const jump = (): void => {
      const hours = random.pick([-24, -1, 1, 24]);
      const gateway = random.pick(gateways);
      gateway.process.skewMs += hours * 3_600_000;
      tell(`the clock of ${gateway.process.name} jumps by ${hours} h`);
    };
    if (mayJump) for (let index = 0; index < 3; index += 1) timeline.after(random.between(0, faultsLastMs), jump);
  }

  function planOwnMove(subject: Subject, at: number): void {
    if (!dangers.walletsMove) return;
    timeline.after(at - timeline.now, () => {
      const body = ownMove(subject, world.books);
      if (body === null) return;
      world.books.move(subject.wallet, body);
      tell(`${subject.host} itself changes ${subject.wallet.id}`);
    });
  }

  /**
   * An answer that belongs to another request. Where something is made, its wallet's operation is done, so that nobody
   * may believe it to be another operation's; where something is changed, it is about any other wallet.
   */
  function foreignAnswer({ host, path, sender }: ProviderRequest): Body | null {
    const wish = wishes.find(({ key }) => key === sender);
    if (wish === undefined) return null;
    if (wish.kind.mutation === 'changeCardTokenState') {
      const { state } = wish.asked.input;
      return { state, digitalWalletToken: random.uuid(), fulfillmentStatus: 'PROVISIONED' };
    }
    const others = world.books.wallets.filter(wallet => wallet.host === host && wallet.id !== wish.target);
    if (wish.subject !== null) return others.map(bodyOf).find(body => body !== null) ?? null;
    if (host === 'juspay') return null; // one wallet for two operations may well be what Juspay does
    const done = new Set(wishes.flatMap(({ successes }) => [...successes]));
    const owned = others.find(wallet => wallet.sender !== null && wallet.path === path && done.has(wallet.id));
    return owned === undefined ? null : bodyOf(owned);
  }
}
