import { within, type Clock } from './clock.js';
import { ClaimUncertain, JournalAway } from './failures.js';
import type { Caller, Intent } from './intent.js';
import type { Entry } from './journal-entry.js';
import type { Journal } from './journal.js';
import { targetOf, type Recoveries } from './recovery.js';
import { journalDown } from './replies.js';

/** Claims keys, with no more patience than a caller has, and knows which claims the store has not answered yet. */
export interface Claims {
  /** Rejects with `MustWait` as the journal does, and where the store does not answer in time: what it claims after that is given back. */
  claim(caller: Caller, intent: Intent): Promise<ClaimedEntry>;
  /**
   * Resolves when what other callers of this process claim under that key just now is claimed, and what follows from it has
   * begun; null where nobody does.
   */
  underWay(caller: Caller, intent: Intent): Promise<unknown> | null;
  /**
   * Whether somebody of this process has heard that they claimed that attempt, and its end is not written yet. An attempt of
   * this process of which nobody has heard, while nobody waits to hear of one, is one that nobody will ever make.
   */
  hasBegun(entry: Entry): boolean;
  /** Its end is written. */
  hasEnded(entry: Entry): void;
  /** What was claimed under that key, if anything was, and is nobody's, is refused as soon as the store lets it be. */
  giveBack(caller: Caller, intent: Intent): void;
  /** From now on nothing is given back any more. */
  stop(): void;
}

export type ClaimedEntry = Awaited<ReturnType<Journal['claim']>>;

export interface ClaimsOptions {
  readonly journal: Journal;
  readonly recoveries: Recoveries;
  readonly clock: Clock;
  /** For so long after its claim an attempt may begin to send. */
  readonly leaseMs: number;
  /** The deadline of one call to a provider. */
  readonly timeoutMs: number;
}

/** A store that does not answer by then counts as down. */
export const storePatienceMs = 5_000;
/** How often it is looked for what may have been claimed. */
const giveBackPauseMs = 1_000;
/** So many at a time: a store that comes back has other things to do. Those that fell with it come first. */
const givenBackAtOnce = 200;
/** Where the store is away for longer, somebody else has long found what was claimed. */
const givenUpAfterMs = 3_600_000;

/** A key of a tenant's, for one mutation. */
interface Key {
  readonly tenant: string;
  readonly mutation: string;
  readonly idempotencyKey: string;
}

/** Holds nothing of its request: a Set's former tables outlive what was taken out, and all that it leads to. */
interface ClaimUnderWay extends Key {
  /** Null where nobody waits for it. */
  ended: PromiseWithResolvers<void> | null;
}

/** What may have been claimed, though its caller was told that nothing was sent. */
interface Lost extends Key {
  /** On the monotonic clock. */
  readonly since: number;
}

function endOf(claim: ClaimUnderWay): Promise<void> {
  claim.ended ??= Promise.withResolvers<void>();
  return claim.ended.promise;
}

export function openClaims({ journal, recoveries, clock, leaseMs, timeoutMs }: ClaimsOptions): Claims {
  const quietAfterMs = leaseMs + timeoutMs;
  const underWay = new Set<ClaimUnderWay>();
  /** Attempts of which a caller has heard. One whose end could not be written stays: it may have sent something. */
  const begun = new Set<string>();

  const lost = new Set<Lost>();
  let isGivingBack = false;
  let isStopped = false;

  return {
    stop: () => void (isStopped = true),
    claim(caller, intent) {
      const key = keyOf(caller, intent);
      const claiming = claimOf(key.tenant, intent);
      const claim: ClaimUnderWay = { ...key, ended: null };
      underWay.add(claim);
      return within(clock, storePatienceMs, claiming, () => null).then(
        entry => {
          if (entry?.isClaimed === true) begun.add(attemptOf(entry));
          ended(claim);
          return entry ?? tooLate(key, claiming);
        },
        (error: unknown) => {
          ended(claim);
          giveBackIfClaimed(key, error);
          throw error;
        },
      );
    },
    underWay(caller, intent) {
      const others = claimsUnder(keyOf(caller, intent));
      return others.length === 0 ? null : Promise.all(others.map(endOf));
    },
    hasBegun: entry => begun.has(attemptOf(entry)),
    hasEnded: entry => void begun.delete(attemptOf(entry)),
    giveBack: (caller, intent) => giveBack(keyOf(caller, intent)),
  };

  function claimsUnder({ tenant, mutation, idempotencyKey }: Key): readonly ClaimUnderWay[] {
    return [...underWay].filter(
      other => other.tenant === tenant && other.mutation === mutation && other.idempotencyKey === idempotencyKey,
    );
  }

  function ended(claim: ClaimUnderWay): void {
    underWay.delete(claim);
    if (claim.ended !== null) clock.after(0, claim.ended.resolve); // whoever claimed it is told first
  }

  function tooLate(key: Key, claiming: Promise<ClaimedEntry>): never {
    void claiming.then(
      late => (late.isClaimed ? refused(late).catch(() => giveBack(key)) : null),
      (error: unknown) => giveBackIfClaimed(key, error),
    );
    throw new JournalAway('The store did not answer in time.');
  }

  /**
   * Its caller is told that nothing was sent, and nothing may be sent later either: so a claim that was carried out all the
   * same, or still is, is refused before its lease is over and somebody looks for it.
   */
  function giveBackIfClaimed(key: Key, error: unknown): void {
    if (error instanceof ClaimUncertain) giveBack(key);
  }

  function giveBack({ tenant, mutation, idempotencyKey }: Key): void {
    if (isStopped || lost.size >= givenBackAtOnce) return; // its lease ends, and it is looked for
    lost.add({ tenant, mutation, idempotencyKey, since: clock.monotonic() });
    if (!isGivingBack) planGivingBack();
  }

  function planGivingBack(): void {
    isGivingBack = lost.size > 0 && !isStopped;
    if (isGivingBack) clock.after(giveBackPauseMs, () => void giveAllBack().finally(planGivingBack));
  }

  /** One of them sees whether the store is there; the others follow. */
  async function giveAllBack(): Promise<void> {
    const [first, ...others] = lost;
    if (first !== undefined && (await isAnswered(first))) await Promise.all(others.map(isAnswered));
  }

  async function isAnswered(claim: Lost): Promise<boolean> {
    const ageMs = clock.monotonic() - claim.since;
    try {
      if ((await isSettled(claim)) || ageMs >= quietAfterMs) lost.delete(claim); // nothing arrives as late as that
      return true;
    } catch {
      // It is another one's turn to be the first: this one may be what cannot be read.
      lost.delete(claim);
      if (ageMs < givenUpAfterMs) lost.add(claim);
      return false;
    }
  }

  /** Whether nothing will come of that claim any more. */
  async function isSettled(claim: Lost): Promise<boolean> {
    const entry = await journal.byKey(claim.tenant, claim.mutation, claim.idempotencyKey);
    if (entry === null || entry.status === 'refused' || entry.status === 'absent') return false; // it may still arrive
    const isOurs = entry.status === 'calling' && entry.owner === journal.owner && !begun.has(attemptOf(entry));
    if (!isOurs) return true;
    // Asked only now: whoever claimed it before it was read, and hears of it yet, is among them or has begun.
    if (claimsUnder(claim).length > 0) return false;
    await refused(entry);
    return true;
  }

  async function refused(entry: Entry): Promise<void> {
    await journal.move(entry, { status: 'refused', result: journalDown() });
  }

  function claimOf(tenant: string, { mutation, provider, input }: Intent): Promise<ClaimedEntry> {
    const recovery = recoveries.of(provider, mutation);
    return journal.claim({
      tenant,
      mutation,
      provider,
      idempotencyKey: input.idempotencyKey,
      input,
      target: targetOf(recoveries, recovery, { tenant, input }),
      isApart: recovery?.changes !== undefined,
      quietAfterMs,
    });
  }
}

function keyOf({ principal: { tenant } }: Caller, { mutation, input: { idempotencyKey } }: Intent): Key {
  return { tenant, mutation, idempotencyKey };
}

function attemptOf({ id, attempt }: Entry): string {
  return `${id}/${attempt}`;
}
