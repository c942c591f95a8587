import 'reflect-metadata';
import { schemaOf } from '../../src/api/schema.js';
import { walletAccountRecoveries } from '../../src/api/wallet-accounts.js';
import type { Attempt } from '../../src/core/attempt.js';
import { typeNameOf } from '../../src/core/codec.js';
import type { Context } from '../../src/core/context.js';
import { RetryAdvice, type MutationError } from '../../src/core/errors.js';
import { Events } from '../../src/core/events.js';
import { openJournal, type Journal } from '../../src/core/journal.js';
import { globalId } from '../../src/core/ids.js';
import type { JournalRow, JournalStore } from '../../src/core/journal-store.js';
import { operationRunner } from '../../src/core/operation-runner.js';
import { bindRecoveries, type Recoveries } from '../../src/core/recovery.js';
import { openSeals, providerKeyFrom } from '../../src/core/seals.js';
import { settleByHand, type Verdict } from '../../src/core/by-hand.js';
import { openSettler } from '../../src/core/settler.js';
import { providers } from '../../src/providers/index.js';
import { simulatedDispatcher, type Perils, type Sender } from './network.js';
import { SimulatedProcess, type Hazards } from './process.js';
import { SimulatedProviders } from './providers.js';
import { Random } from './random.js';
import { simulatedStore } from './store.js';
import { Timeline } from './timeline.js';
import { kinds, mutate, mutations, pingOneBody, walletIdOf, wishFor, type Wish } from './wishes.js';

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
  readonly creates: number;
  readonly story: readonly string[];
}

interface Gateway {
  readonly process: SimulatedProcess;
  readonly journal: Journal;
  readonly recoveries: Recoveries;
  /** `asked` numbers the requests of all clients. */
  ask(wish: Wish, input: Wish['input'], asked: number): Promise<object>;
}

const timing = { leaseMs: 3_000, timeoutMs: 2_000, absentAfterMs: 12_000, sameKeyWaitMs: 1_000 };
/** What the look-up may take until it may decide, the minute within which it must, and a killed look's turn. */
const healedWithinMs = timing.leaseMs + timing.timeoutMs + timing.absentAfterMs + 60_000;

const schema = schemaOf(providers);
/** When wallets were made that were there before; on the timeline. */
const longAgo = -3_600_000;
const seals = openSeals([Buffer.alloc(32, 7)]);
const environmentId = '11111111-1111-4111-8111-111111111111';

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

  // What this schedule is about. Each danger is left out of some schedules, so that others show more of what they do.
  const owners = random.pick([1, 1, 2, 3, 4]);
  const isShared = owners > 1;
  const hazards: Hazards = {
    crash: random.pick([0, 0.002, 0.01, 0.03]),
    pause: random.pick([0, 0, 0.005, 0.02]),
    longestPauseMs: random.pick([500, 6_000, 60_000]),
    pauseAfterClaim: random.pick([0, 0, 0.15]),
    storeFails: random.pick([0, 0, 0.03]),
    storeFailsAfter: random.pick([0, 0, 0.03]),
    storeIsSlow: random.pick([0, 0, 0.02]),
  };
  const perils: Perils = {
    refused: random.pick([0, 0.1]),
    lost: random.pick([0, 0.3, 1]),
    saysNo: random.pick([0, 0.1, 0.4]),
    breaks: random.pick([0, 0.2, 0.6]),
    foreign: random.pick([0, 0, 0.1]),
    slowestMs: random.pick([100, 1_500]),
  };
  const takesSnapshots = random.chance(0.5);
  const clockJumps = random.chance(0.15);
  // How old a key is, across processes, only the wall clock can tell: where that jumps, LIQUIDO must remember for longer.
  const resendWithinSeconds = clockJumps ? 600 : random.pick([20, 600]);
  const faultsLastMs = random.pick([20_000, 20_000, 20_000, 60_000]);
  const liquidoMemoryMs = resendWithinSeconds * 1_000 + 5_000;
  const world = new SimulatedProviders(timeline, random, {
    longestLagMs: random.pick([10, 4_000]),
    pingOneSkewMs: random.between(-20_000, 20_000),
    longestStaleMs: random.pick([0, 4_500]),
    liquidoMemoryMs,
  });
  const store = simulatedStore(isShared);
  let sender: Sender | null = null;
  let requests = 0;
  let kills = 0;
  let isHealed = false;

  // ── Gateways ────────────────────────────────────────────────────────────────────────────────
  const gateways: Gateway[] = [];
  let started = 0;

  function start(index: number): void {
    started += 1;
    const process = new SimulatedProcess(`gateway ${index} (${started})`, { timeline, random, hazards, tell }, () => {
      kills += 1;
      // Another one takes its place; with one owner it cannot have begun before.
      timeline.after(random.between(50, 3_000), () => start(index));
    });
    process.skewMs = random.between(-300, 300);
    gateways[index] = open(process);
    tell(`${process.name} starts`);
  }

  function open(process: SimulatedProcess): Gateway {
    const port = Object.fromEntries(
      Object.entries(store)
        .filter((member): member is [string, (...given: never[]) => unknown] => typeof member[1] === 'function')
        .map(([name, method]) => [name, (...given: never[]) => process.call(name, () => method(...given))]),
    ) as unknown as JournalStore; // the simulated store has its methods, without their promises
    const { clock } = process;
    const events = new Events();
    events.on('broken', ({ doing, error }) => breach(`${process.name} broke at ${doing}: ${String(error)}`));
    const journal = openJournal({ store: port, seals, clock, newId: () => random.uuid() });
    const wire = {
      events,
      clock,
      random: () => random.next(),
      timeoutMs: timing.timeoutMs,
      maximumBytes: 100_000,
      useProxy: false,
      dispatcherTo: (origin: string) =>
        simulatedDispatcher(process, origin, {
          timeline,
          random,
          perils,
          providers: world,
          tell,
          takeSender: () => {
            const now = sender;
            sender = null;
            return now;
          },
          foreignWallet: request => ownedWalletAt(request.host, request.path),
        }),
    };
    const sources = new Map(
      providers.map(provider => [provider, provider.open(provider.settings.parse(settings()) as never, wire)] as const),
    );
    const recoveries = bindRecoveries(
      [...providers.flatMap(provider => provider.recoveries), ...walletAccountRecoveries],
      name => [...sources].find(([provider]) => provider.name === name)?.[1] ?? null,
    );
    const parts = { journal, recoveries, events, clock, leaseMs: timing.leaseMs, timeoutMs: timing.timeoutMs };
    const settler = openSettler({ ...parts, absentAfterMs: timing.absentAfterMs, perSecond: 20 });
    const runner = operationRunner({ ...parts, schema, settler, sameKeyWaitMs: timing.sameKeyWaitMs });
    settler.start();

    return {
      process,
      journal,
      recoveries,
      ask(wish, input, asked) {
        const request = { id: wish.key };
        const context = {
          request,
          tenant: 'default',
          operations: {
            run: (intent: never, perform: (attempt: Attempt) => Promise<object>) =>
              runner.run(
                {
                  request,
                  tenant: 'default',
                },
                intent,
                attempt => {
                  const onSending = (): void => {
                    attempt.onSending();
                    sender = { key: wish.key, request: asked };
                  };
                  return perform({
                    ...attempt,
                    onSending,
                  });
                },
              ),
          },
          source: (type: unknown) => [...sources].find(([provider]) => provider.source === type)?.[1],
        } as unknown as Context; // as much of one as a mutation needs
        return mutate[wish.kind](input as never, context);
      },
    };
  }

  const settings = () => ({
    PINGONE_API_URL: 'https://pingone.example',
    PINGONE_AUTH_URL: 'https://pingone.example',
    PINGONE_ENVIRONMENT_ID: environmentId,
    PINGONE_CLIENT_ID: 'id',
    PINGONE_CLIENT_SECRET: 'secret',
    JUSPAY_API_URL: 'https://juspay.example',
    JUSPAY_API_KEY: 'key',
    JUSPAY_SNAPSHOT: takesSnapshots ? 'on' : 'off',
    LIQUIDO_API_URL: 'https://liquido.example',
    LIQUIDO_AUTH_URL: 'https://liquido.example',
    LIQUIDO_CLIENT_ID: 'id',
    LIQUIDO_CLIENT_SECRET: 'secret',
    LIQUIDO_API_KEY: 'key',
    LIQUIDO_RESEND_WITHIN: `${resendWithinSeconds}s`,
    EQUALS_MONEY_API_URL: 'https://equals-money.example',
    EQUALS_MONEY_API_KEY: 'key',
    MOOV_API_URL: 'https://moov.example',
    MOOV_PUBLIC_KEY: 'public',
    MOOV_SECRET_KEY: 'secret',
  });

  /** One whose operation is done, so that nobody may believe it to be another operation's. */
  function ownedWalletAt(host: string, path: string): Readonly<Record<string, unknown>> | null {
    if (host === 'juspay') return null; // one wallet for two operations may well be what Juspay does
    const done = new Set(wishes.flatMap(({ successes }) => [...successes]));
    return (
      world.wallets.find(wallet => wallet.host === host && wallet.path === path && done.has(wallet.id))?.body ?? null
    );
  }

  // ── Clients ─────────────────────────────────────────────────────────────────────────────────
  const wishes: Wish[] = [];
  const count = random.whole(1, 5);
  for (let index = 0; index < count; index += 1) {
    const earlier = wishes.length === 0 ? undefined : random.pick(wishes);
    const kind = earlier !== undefined && random.chance(0.5) ? earlier.kind : random.pick(kinds);
    const target = earlier?.kind === kind && random.chance(0.7) ? earlier.target : random.uuid();
    wishes.push(wishFor(`key-${index}`, kind, target));
  }
  for (const { key } of wishes) {
    world.liquidoSenders.set(providerKeyFrom('default', mutations.liquido, key), key);
  }
  // Wallets from before: too old for PingOne to be mistaken; at Juspay only a snapshot can tell them.
  for (const { kind, target } of wishes) {
    if (!random.chance(0.3)) continue;
    if (kind === 'pingone') {
      world.plant(kind, `/v1/environments/${environmentId}/users/${target}/digitalWallets`, pingOneBody, longAgo);
    }
    if (kind === 'juspay' && takesSnapshots)
      world.plant(kind, `/customers/${target}/wallets`, 'gateway=MOBIKWIK', longAgo);
    if (kind === 'moov') {
      world.plant(kind, `/accounts/${target}/wallets`, JSON.stringify({ name: 'Savings', metadata: {} }), longAgo);
    }
  }

  /** Asks, and does what the answer advises, as a client would; `patience` is how often it asks again. */
  function client(wish: Wish, patience: number): void {
    const gateway = random.pick(gateways);
    if (gateway.process.isDead) return void timeline.after(random.between(100, 1_000), () => client(wish, patience));
    const isMistaken = random.chance(0.02);
    const askedAt = timeline.now;
    const again = (milliseconds: number): void => {
      if (patience > 0 || isHealed) timeline.after(milliseconds, () => client(wish, patience - 1));
    };
    // Some hang up, or lose their gateway, and ask elsewhere.
    let hasAnswer = false;
    timeline.after(random.between(4_000, 15_000), () => {
      if (!hasAnswer) again(0);
    });
    const asked = { askedAt, request: (requests += 1), again };
    gateway
      .ask(wish, isMistaken ? wish.otherInput : wish.input, asked.request)
      .finally(() => (hasAnswer = true))
      .then(answer => gateway.process.isDead || hear(wish, answer, asked))
      .catch((error: unknown) => breach(`${wish.key}: a mutation threw ${String(error)}`));
  }

  interface Asked {
    readonly askedAt: number;
    readonly request: number;
    readonly again: (milliseconds: number) => void;
  }

  function hear(wish: Wish, answer: object, { askedAt, request, again }: Asked): void {
    const name = typeNameOf(answer);
    if (!('retry' in answer)) {
      const id = walletIdOf(answer) ?? `the payload for ${wish.key}`;
      tell(`${wish.key} hears ${name} ${id}`);
      wish.successes.add(id);
      if (wish.successes.size > 1)
        breach(`${wish.key} heard of two different wallets: ${[...wish.successes].join(', ')}`);
      if (random.chance(0.2)) again(random.between(10, 3_000));
      return;
    }
    const { code, retry, provider } = answer as MutationError;
    tell(`${wish.key} hears ${name} ${retry}`);
    // Without a provider it is the journal that was down: that says nothing of earlier attempts.
    const provesNothingDone = !['OUTCOME_UNKNOWN', 'OPERATION_IN_PROGRESS', 'IDEMPOTENCY_KEY_REUSED'].includes(code);
    const isTold = provesNothingDone && provider !== null;
    if (isTold && appliedFor(wish).some(({ at, sentBy }) => at < askedAt || sentBy === request)) {
      breach(`${wish.key} was told that nothing was done (${code}), though it took effect`);
    }
    if (code === 'IDEMPOTENCY_KEY_REUSED') return again(random.between(10, 1_000));
    if (retry === RetryAdvice.FOLLOW_OPERATION) return again(random.between(50, 4_000));
    if (retry === RetryAdvice.RETRY_WITH_SAME_KEY && random.chance(0.8)) return again(random.between(10, 2_000));
  }

  const appliedFor = ({ key }: Wish) => world.applied.filter(one => one.sender === key);

  for (let index = 0; index < owners; index += 1) start(index);
  for (const wish of wishes) {
    const firstAt = random.between(0, random.pick([6_000, 18_000]));
    const clicks = random.pick([1, 1, 2, 4]);
    for (let click = 0; click < clicks; click += 1) {
      timeline.after(firstAt + (click === 0 ? 0 : random.between(0, 300)), () => client(wish, random.whole(0, 8)));
    }
  }
  if (clockJumps) {
    // PingOne's wallets are told by their time, so there the gateway's clock must be right.
    const mayJump = wishes.every(({ kind }) => kind !== 'pingone');
    const jump = (): void => {
      const hours = random.pick([-24, -1, 1, 24]);
      const gateway = random.pick(gateways);
      gateway.process.skewMs += hours * 3_600_000;
      tell(`the clock of ${gateway.process.name} jumps by ${hours} h`);
    };
    if (mayJump) for (let index = 0; index < 3; index += 1) timeline.after(random.between(0, faultsLastMs), jump);
  }

  // ── Faults, then healing: everything must end ───────────────────────────────────────────────
  await timeline.live(() => false, faultsLastMs);
  isHealed = true;
  Object.assign(hazards, { crash: 0, pause: 0, pauseAfterClaim: 0, storeFails: 0, storeFailsAfter: 0, storeIsSlow: 0 });
  Object.assign(perils, { refused: 0, lost: 0, saysNo: 0, breaks: 0, foreign: 0, slowestMs: 100 });
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

  await judge();
  return { seed, breaches, moved: store.moved, kills, creates: world.applied.length, story };

  // ── The judge ───────────────────────────────────────────────────────────────────────────────
  async function judge(): Promise<void> {
    for (const { sender: whose } of world.applied) {
      if (!wishes.some(({ key }) => key === whose)) breach(`a create took effect that no key sent: ${whose}`);
    }
    for (const wish of wishes) {
      const applied = appliedFor(wish);
      const row = rowOf(wish);
      if (applied.length > 1) breach(`${wish.key} was created ${applied.length} times`);
      if (row === undefined) {
        if (applied.length > 0) breach(`${wish.key} took effect, and the journal does not know it`);
        continue;
      }
      tell(`${wish.key} (${wish.kind}) ends ${row.status}; took effect ${applied.length} times`);
      const [made] = applied;
      if (row.status === 'done' && made === undefined) breach(`${wish.key} is done, and nothing took effect`);
      if ((row.status === 'refused' || row.status === 'absent') && made !== undefined) {
        breach(`${wish.key} is ${row.status}, though it took effect`);
      }
      if (wish.kind !== 'equals-money') {
        if (row.status === 'lost') breach(`${wish.key} was given up, though it could be looked for`);
        for (const id of wish.successes) {
          if (id !== made?.walletId)
            breach(`${wish.key} heard of wallet ${id}, though it made ${made?.walletId ?? 'none'}`);
        }
      }
      if (row.status === 'attention') await byHand(wish);
      await askOnceMore(wish);
    }
  }

  /** Whatever happened, the caller finds out how it ended, and finding out sends nothing. */
  async function askOnceMore(wish: Wish): Promise<void> {
    const [made, ...others] = appliedFor(wish);
    const status = rowOf(wish)?.status;
    if (status !== 'done' && status !== 'lost') return; // what is free makes a new attempt
    let answer: object | null = null;
    gateways[0]?.ask(wish, wish.input, (requests += 1)).then(
      heard => (answer = heard),
      (error: unknown) => breach(`${wish.key}: a mutation threw ${String(error)}`),
    );
    await timeline.live(() => answer !== null, timeline.now + 10_000);
    const { code, retry } = (answer ?? {}) as Partial<MutationError>;
    const isMistaken = code === 'IDEMPOTENCY_KEY_REUSED'; // the other input came first
    const isTold =
      status === 'lost'
        ? retry === RetryAdvice.RETRY_WITH_NEW_KEY
        : answer !== null && code === undefined && [null, made?.walletId].includes(walletIdOf(answer));
    if (!isTold && !isMistaken) breach(`${wish.key} is ${status}, and its caller hears ${code ?? 'something else'}`);
    if (others.length === 0 && appliedFor(wish).length > 1) breach(`${wish.key} was created again when it had ended`);
  }

  /** A person looks at the provider's own books. What needs a person must have a reason. */
  async function byHand(wish: Wish): Promise<void> {
    const isAmbiguous = wishes.filter(({ kind, target }) => kind === wish.kind && target === wish.target).length > 1;
    const isExcused =
      (wish.kind === 'liquido' && (resendWithinSeconds === 20 || clockJumps || world.refusedSenders.has(wish.key))) ||
      (wish.kind === 'juspay' && takesSnapshots && rowOf(wish)?.note === null) || // it may have been killed before its snapshot
      ((wish.kind === 'pingone' || wish.kind === 'juspay') && isAmbiguous);
    if (!isExcused) breach(`${wish.key} needs a person, though it could be told`);
    const [made] = appliedFor(wish);
    const verdict = made === undefined ? ({ isAbsent: true } as const) : { found: made.walletId };
    let outcome: string | null = null;
    const settle = (patience: number): void => {
      settledByHand(wish, verdict).then(
        () => (outcome = 'settled'),
        (error: unknown) => {
          // A list that lags has caught up when the person tries again.
          if (patience > 0) timeline.after(6_000, () => settle(patience - 1));
          else outcome = String(error);
        },
      );
    };
    settle(1);
    await timeline.live(() => outcome !== null, timeline.now + 60_000);
    const now = rowOf(wish)?.status;
    if (outcome === 'settled' && now !== (made === undefined ? 'absent' : 'done'))
      breach(`${wish.key} is ${now} by hand`);
    if (outcome !== 'settled') breach(`${wish.key} could not be settled by hand: ${outcome ?? 'it took too long'}`);
  }

  async function settledByHand(wish: Wish, verdict: Verdict): Promise<void> {
    const [gateway] = gateways;
    const row = rowOf(wish);
    const entry = await gateway?.journal.entry('default', globalId('Operation', row?.id ?? ''));
    if (gateway === undefined || entry == null) throw new Error('The operation is gone.');
    await settleByHand(gateway, entry, verdict);
  }

  function rowOf({ kind, key }: Wish): JournalRow | undefined {
    const [hash] = seals.hashes('key', 'default', mutations[kind], key);
    return [...store.rows.values()].find(({ keyHash }) => hash !== undefined && keyHash.equals(hash));
  }
}
