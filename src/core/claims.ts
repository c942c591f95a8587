import { within, type Clock } from './clock.js';
import { ClaimUncertain } from './failures.js';
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

/** Holds nothing of its request: a Set's former tables outlive what was taken out, and all that it leads to. */
interface ClaimUnderWay {
  readonly tenant: string;
  readonly mutation: string;
  readonly idempotencyKey: string;
  /** Null where nobody waits for it. */
  ended: PromiseWithResolvers<void> | null;
}

function endOf(claim: ClaimUnderWay): Promise<void> {
  claim.ended ??= Promise.withResolvers<void>();
  return claim.ended.promise;
}

export function openClaims({ journal, recoveries, clock, leaseMs, timeoutMs }: ClaimsOptions): Claims {
  const quietAfterMs = leaseMs + timeoutMs;
  const underWay = new Set<ClaimUnderWay>();

  let givingBack = 0;
  let isStopped = false;

  return {
    stop: () => void (isStopped = true),
    claim(caller, intent) {
      const { tenant } = caller.principal;
      const claiming = claimOf(tenant, intent);
      const { mutation, input } = intent;
      const claim: ClaimUnderWay = { tenant, mutation, idempotencyKey: input.idempotencyKey, ended: null };
      underWay.add(claim);
      return within(clock, storePatienceMs, claiming, () => null).then(
        entry => {
          ended(claim);
          return entry ?? tooLate(tenant, claiming);
        },
        (error: unknown) => {
          ended(claim);
          giveBackIfClaimed(tenant, error);
          throw error;
        },
      );
    },
    underWay({ principal: { tenant } }, { mutation, input }) {
      const others = [...underWay].filter(
        other =>
          other.tenant === tenant && other.mutation === mutation && other.idempotencyKey === input.idempotencyKey,
      );
      return others.length === 0 ? null : Promise.all(others.map(endOf));
    },
  };

  function ended(claim: ClaimUnderWay): void {
    underWay.delete(claim);
    if (claim.ended !== null) clock.after(0, claim.ended.resolve); // whoever claimed it is told first
  }

  function tooLate(tenant: string, claiming: Promise<ClaimedEntry>): never {
    void claiming
      .then(late => (late.isClaimed ? journal.move(late, { status: 'refused', result: journalDown() }) : null))
      .catch((error: unknown) => giveBackIfClaimed(tenant, error));
    throw new Error('The store did not answer in time.');
  }

  /**
   * Its caller is told that nothing was sent, and nothing may be sent later either: so a claim that was carried out all the
   * same, or still is, is refused before its lease is over and somebody looks for it.
   */
  function giveBackIfClaimed(tenant: string, error: unknown): void {
    if (!(error instanceof ClaimUncertain) || givingBack >= givenBackAtOnce) return; // else its lease ends, and it is looked for
    givingBack += 1;
    void giveBack(tenant, error.operationId, clock.monotonic() + quietAfterMs).finally(() => (givingBack -= 1));
  }

  async function giveBack(tenant: string, operationId: string, until: number): Promise<void> {
    await new Promise<void>(resolve => clock.after(giveBackPauseMs, resolve));
    const entry = await journal.entry(tenant, operationId).catch(() => null);
    const isOpen = entry === null || (entry.status === 'calling' && entry.attempt === 1);
    const isRefused = entry !== null && isOpen && (await refused(entry));
    const mayCome = isOpen && !isRefused && clock.monotonic() < until;
    if (mayCome && !isStopped) return giveBack(tenant, operationId, until);
  }

  function refused(entry: Entry): Promise<boolean> {
    return journal.move(entry, { status: 'refused', result: journalDown() }).then(
      moved => typeof moved !== 'string',
      () => false,
    );
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
