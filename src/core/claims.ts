import { within, type Clock } from './clock.js';
import type { Caller, Intent } from './intent.js';
import type { Journal } from './journal.js';
import { targetOf, type Recoveries } from './recovery.js';
import { journalDown } from './replies.js';

/** Claims keys, with no more patience than a caller has, and knows which claims the store has not answered yet. */
export interface Claims {
  /** Rejects with `MustWait` as the journal does, and where the store does not answer in time: what it claims after that is given back. */
  claim(caller: Caller, intent: Intent): Promise<ClaimedEntry>;
  /** Whether another caller of this process claims that key just now, so that its attempt may be about to begin. */
  isUnderWay(caller: Caller, intent: Intent): boolean;
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

export function openClaims({ journal, recoveries, clock, leaseMs, timeoutMs }: ClaimsOptions): Claims {
  const underWay = new Set<{ readonly caller: Caller; readonly intent: Intent }>();

  return {
    async claim(caller, intent) {
      const claim = { caller, intent };
      underWay.add(claim);
      try {
        return await claimed(caller, intent);
      } finally {
        underWay.delete(claim);
      }
    },
    isUnderWay: ({ principal: { tenant } }, { mutation, input }) =>
      [...underWay].some(
        other =>
          other.caller.principal.tenant === tenant &&
          other.intent.mutation === mutation &&
          other.intent.input.idempotencyKey === input.idempotencyKey,
      ),
  };

  async function claimed(caller: Caller, intent: Intent): Promise<ClaimedEntry> {
    const recovery = recoveries.of(intent.provider, intent.mutation);
    const { tenant } = caller.principal;
    const claim = journal.claim({
      ...intent,
      tenant,
      idempotencyKey: intent.input.idempotencyKey,
      target: targetOf(recoveries, recovery, { tenant, input: intent.input }),
      isApart: recovery?.changes !== undefined,
      quietAfterMs: leaseMs + timeoutMs,
    });
    const entry = await within(clock, storePatienceMs, claim, () => null);
    if (entry !== null) return entry;
    void claim
      .then(late => (late.isClaimed ? journal.move(late, { status: 'refused', result: journalDown() }) : null))
      .catch(() => null); // then its lease ends, and it is looked for like any other
    throw new Error('The store did not answer in time.');
  }
}
