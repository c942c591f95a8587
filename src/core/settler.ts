import type { Entry } from './journal-entry.js';
import { WalletProvider } from './provider.js';
import { settling, type Looks, type SettlingOptions } from './settling.js';

/**
 * Settles unknown outcomes: when they are due, when a caller asks, and never too many at a time. How, `settling` says:
 * an operation is adopted, shown absent, or, where neither can be told and somebody must, left to a person.
 */
export interface Settler {
  /**
   * Looks at once, unless it was looked for within the last second; where another process looks for it just now, waits for
   * what that finds, so long. Answers with the entry as it then stands.
   */
  look(entry: Entry, patienceMs: number): Promise<Entry>;
  /** From now on, looks for what is due. */
  start(): void;
  /** Looks no more; resolves when nothing is under way. */
  stop(): Promise<void>;
}

export interface SettlerOptions extends Omit<SettlingOptions, 'pauseMs'> {
  /** Looks begun in a second, at each provider. */
  readonly perSecond: number;
}

/** How often due operations are taken. */
const tickMs = 1_000;
/** One operation is not looked for more often, however many callers ask. */
const pauseMs = 1_000;
/** Nobody else takes an operation meanwhile, or for as long as what is sent again may take; a look that a crash cut off is made again after it. */
const shortestTakenMs = 30_000;
const marginMs = 5_000;
/** An operation that somebody else settled is forgotten by then. */
const forgottenMs = 86_400_000;

export function openSettler(options: SettlerOptions): Settler {
  const { journal, events, clock, ...limits } = options;
  const settle = settling({ ...options, pauseMs });
  const takenMs = Math.max(shortestTakenMs, limits.leaseMs + limits.timeoutMs + marginMs);
  /** Looks of this process, by operation; null where another process was found to look for it. */
  const looking = new Map<string, Promise<Entry | null>>();
  const looksByAttempt = new Map<string, Looks>();
  const busy = new Map<WalletProvider, number>();
  let nextTick = (): void => undefined;
  let ticking = Promise.resolve();
  let isStopped = true;

  return {
    async look(entry, patienceMs) {
      const last = looksByAttempt.get(attemptOf(entry))?.last ?? Number.NEGATIVE_INFINITY;
      const isRecent = clock.monotonic() - last < pauseMs;
      const look = looking.get(entry.id) ?? (isRecent ? entry : tracked(entry, takeAndLook(entry)));
      return (await look) ?? journal.awaited(entry, patienceMs);
    },
    start() {
      isStopped = false;
      planTick(0);
    },
    async stop() {
      isStopped = true;
      nextTick();
      await ticking;
      await Promise.allSettled(looking.values());
    },
  };

  function planTick(inMs: number): void {
    nextTick = clock.after(inMs, () => void (ticking = tick()));
  }

  async function tick(): Promise<void> {
    const since = clock.monotonic();
    try {
      for (const [attempt, { last }] of looksByAttempt) {
        if (since - last > forgottenMs) looksByAttempt.delete(attempt);
      }
      await journal.orphan(limits.leaseMs + limits.timeoutMs);
      await takeDue();
    } catch (error) {
      events.emit('journalFailed', { request: null, doing: 'settle', error });
    }
    if (!isStopped) planTick(Math.max(1, tickMs - (clock.monotonic() - since)));
  }

  /** So many begin in a second, less those that are still under way: a provider that hangs is asked no more. */
  async function takeDue(): Promise<void> {
    const free = Object.values(WalletProvider)
      .map(provider => [provider, limits.perSecond - (busy.get(provider) ?? 0)] as const)
      .filter(([, count]) => count > 0);
    const askedAt = clock.monotonic();
    const due = await journal.due(takenMs, Object.fromEntries(free));
    if (isTooLate(askedAt)) return;
    for (const entry of due) if (!isStopped) void tracked(entry, lookUnlessUnderWay(entry, askedAt));
  }

  /**
   * One that a caller asked for may be under way: two at once would send one request twice at a time. Where that finds it
   * taken, it is for this one.
   */
  async function lookUnlessUnderWay(entry: Entry, askedAt: number): Promise<Entry> {
    return (await looking.get(entry.id)) ?? (isTooLate(askedAt) ? entry : lookFor(entry));
  }

  /** Null where another process looks for it just now. */
  async function takeAndLook(entry: Entry): Promise<Entry | null> {
    const askedAt = clock.monotonic();
    const taken = await journal.seek(entry, takenMs);
    return taken === null || isTooLate(askedAt) ? null : lookFor(taken);
  }

  /** Whoever stood still for so long after it was taken has lost it to others. */
  function isTooLate(askedAt: number): boolean {
    return clock.monotonic() - askedAt >= takenMs;
  }

  function tracked(entry: Entry, underWay: Promise<Entry | null>): Promise<Entry | null> {
    const look = underWay
      .catch((error: unknown) => {
        events.emit('journalFailed', { request: null, doing: 'settle', error });
        return entry;
      })
      .finally(() => {
        if (looking.get(entry.id) === look) looking.delete(entry.id);
      });
    looking.set(entry.id, look);
    return look;
  }

  /** To be called only by who has taken it. */
  async function lookFor(entry: Entry): Promise<Entry> {
    const attempt = attemptOf(entry);
    const now = clock.monotonic();
    const looks = looksByAttempt.get(attempt) ?? { first: now, last: now, firstEmpty: null, ended: null };
    looks.last = now;
    looksByAttempt.set(attempt, looks);
    busy.set(entry.provider, (busy.get(entry.provider) ?? 0) + 1);
    try {
      const settled = await settle(entry, looks);
      looksByAttempt.delete(attempt);
      // Where this process has repeated it, what it knows of it holds for the attempt that this was.
      const isOwn = settled.attempt === entry.attempt || settled.attempt === looks.ended;
      if (settled.status === 'unknown' && isOwn) looksByAttempt.set(attemptOf(settled), looks);
      return settled;
    } finally {
      busy.set(entry.provider, (busy.get(entry.provider) ?? 1) - 1);
    }
  }
}

function attemptOf({ id, attempt }: Entry): string {
  return `${id}/${attempt}`;
}
