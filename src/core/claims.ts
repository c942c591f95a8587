import { within, type Clock } from './clock.js';
import type { Caller, Intent } from './intent.js';
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
  const underWay = new Set<{ readonly caller: Caller; readonly intent: Intent; readonly ended: Promise<void> }>();

  return {
    async claim(caller, intent) {
      const { promise: ended, resolve: end } = Promise.withResolvers<void>();
      const claim = { caller, intent, ended };
      underWay.add(claim);
      try {
        return await claimed(caller, intent);
      } finally {
        underWay.delete(claim);
        clock.after(0, end); // whoever claimed it is told first
      }
    },
    underWay({ principal: { tenant } }, { mutation, input }) {
      const others = [...underWay].filter(
        other =>
          other.caller.principal.tenant === tenant &&
          other.intent.mutation === mutation &&
          other.intent.input.idempotencyKey === input.idempotencyKey,
      );
      return others.length === 0 ? null : Promise.all(others.map(({ ended }) => ended));
    },
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
