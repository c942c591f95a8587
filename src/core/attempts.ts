import type { Allowance, Attempt } from './attempt.js';
import { storePatienceMs } from './claims.js';
import { within, type Clock } from './clock.js';
import { LeaseOver, MutationFailure } from './failures.js';
import type { Entry } from './journal-entry.js';
import type { Journal } from './journal.js';
import { journalDown, tooMany } from './replies.js';
import type { RequestRecord } from './request.js';

export interface AttemptOptions {
  readonly journal: Journal;
  readonly clock: Clock;
  readonly request: RequestRecord;
  /** Texts that are cleaned out of whatever the provider says. */
  readonly secrets: readonly string[];
  readonly entry: Entry;
  /** On the monotonic clock. */
  readonly leaseEnds: number;
}

/** An attempt that is being made, and what became of it as far as the wire goes. */
export class OwnAttempt implements Attempt {
  readonly request: RequestRecord;
  readonly secrets: readonly string[];
  readonly operationId: string;
  readonly providerKey: string;
  readonly noted: unknown;
  readonly #options: AttemptOptions;
  #wasSent = false;
  #hasUsed = false;

  constructor(options: AttemptOptions) {
    const { request, secrets, entry } = options;
    this.#options = options;
    this.request = request;
    this.secrets = secrets;
    this.operationId = entry.id;
    this.providerKey = entry.providerKey;
    this.noted = entry.note;
  }

  get wasSent(): boolean {
    return this.#wasSent;
  }

  onSending(): void {
    const { clock, leaseEnds } = this.#options;
    if (clock.monotonic() >= leaseEnds) throw new LeaseOver();
    this.#wasSent = true;
  }

  async note(text: unknown): Promise<void> {
    const { journal, clock, entry } = this.#options;
    const isNoted = await within(clock, storePatienceMs, journal.note(entry, text), () => false).catch(() => false);
    if (!isNoted) throw new MutationFailure(journalDown());
  }

  async useUp(allowance: Allowance): Promise<number> {
    const { journal, clock, entry } = this.#options;
    this.#hasUsed = true;
    const used = await within(clock, storePatienceMs, journal.useUp(entry, allowance), () => null).catch(() => null);
    if (used === null) throw new MutationFailure(journalDown());
    if ('left' in used) return used.left;
    throw new MutationFailure(tooMany(allowance.refusal, used.noneForMs));
  }

  /** For one that failed: what it has used up counts no more, if nothing was sent. */
  giveBack(): void {
    const { journal, entry } = this.#options;
    if (this.#hasUsed && !this.#wasSent) void journal.giveBack(entry).catch(() => undefined); // else it counts, which is safe
  }
}
