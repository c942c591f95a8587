import type { Allowance, Attempt } from './attempt.js';
import { storePatienceMs } from './claims.js';
import { within, type Clock } from './clock.js';
import { LeaseOver, MutationFailure } from './failures.js';
import type { Entry } from './journal-entry.js';
import type { Journal } from './journal.js';
import { journalDown, tooMany } from './replies.js';
import type { Call } from './request.js';

/** An attempt that is being made, and what became of it as far as the wire goes. */
export interface OwnAttempt {
  readonly attempt: Attempt;
  wasSent(): boolean;
  /** For one that failed: what it has used up counts no more, if nothing was sent. */
  giveBack(): void;
}

export interface AttemptOptions {
  readonly journal: Journal;
  readonly clock: Clock;
  /** What goes along with its calls. */
  readonly call: Call;
  readonly entry: Entry;
  /** On the monotonic clock. */
  readonly leaseEnds: number;
}

export function openAttempt({ journal, clock, call, entry, leaseEnds }: AttemptOptions): OwnAttempt {
  let wasSent = false;
  let hasUsed = false;

  return {
    attempt: {
      ...call,
      operationId: entry.id,
      providerKey: entry.providerKey,
      noted: entry.note,
      note,
      useUp,
      onSending() {
        if (clock.monotonic() >= leaseEnds) throw new LeaseOver();
        wasSent = true;
      },
    },
    wasSent: () => wasSent,
    giveBack() {
      if (hasUsed && !wasSent) void journal.giveBack(entry).catch(() => undefined); // else it counts, which is safe
    },
  };

  async function note(text: unknown): Promise<void> {
    const isNoted = await within(clock, storePatienceMs, journal.note(entry, text), () => false).catch(() => false);
    if (!isNoted) throw new MutationFailure(journalDown());
  }

  async function useUp(allowance: Allowance): Promise<number> {
    hasUsed = true;
    const used = await within(clock, storePatienceMs, journal.useUp(entry, allowance), () => null).catch(() => null);
    if (used === null) throw new MutationFailure(journalDown());
    if ('left' in used) return used.left;
    throw new MutationFailure(tooMany(allowance.refusal, used.noneForMs));
  }
}
