import type { Journal } from './journal.js';
import type { Ending, Entry } from './journal-entry.js';
import { providerTitles } from './provider.js';
import { madeBy, type Recoveries } from './recovery.js';
import { absent, callFor, soughtFrom } from './verdicts.js';

/** What a person found out who looked at the provider: the id of the wallet, or that there is none. */
export type Verdict = { readonly found: string } | { readonly isAbsent: true };

/**
 * Ends an operation that needs attention, or that is still unknown, as a person says. A wallet is read first: it must be
 * there. Throws a readable Error where that cannot be, and changes nothing then.
 */
export async function settleByHand(
  { journal, recoveries }: { readonly journal: Journal; readonly recoveries: Recoveries },
  entry: Entry,
  verdict: Verdict,
): Promise<Entry> {
  if (entry.status !== 'attention' && entry.status !== 'unknown') {
    throw new Error(`It is ${entry.operation.status}: there is nothing to settle.`);
  }
  const ending = 'found' in verdict ? await foundByHand(recoveries, entry, verdict.found) : absent(entry);
  const moved = await journal.move(entry, ending);
  if (moved === 'owned') throw new Error('That wallet belongs to another operation.');
  if (moved === 'stale') throw new Error('Somebody else has settled it meanwhile.');
  return moved;
}

async function foundByHand(recoveries: Recoveries, entry: Entry, providerId: string): Promise<Ending> {
  const recovery = recoveries.of(entry.provider, entry.mutation);
  if (recovery === null || !('read' in recovery)) throw new Error('Nothing of this kind can be read back.');
  const source = recoveries.source(recovery, entry.tenant);
  if (source === null) throw new Error(`${providerTitles[entry.provider]} is not configured here.`);
  if (recovery.by !== 'readBack') {
    const result = await recovery.read(source, providerId, soughtFrom(entry), callFor(entry));
    return { status: 'done', result, providerId: madeBy(recovery, result) };
  }
  if (recovery.changes?.(entry.input) !== providerId.toLowerCase()) throw new Error('That is not its wallet.');
  const result = await recovery.read(source, entry.input, callFor(entry));
  if (result === null) throw new Error('The wallet does not stand as it would after this.');
  return { status: 'done', result };
}
