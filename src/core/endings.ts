import { storePatienceMs } from './claims.js';
import { within, type Clock } from './clock.js';
import type { Events } from './events.js';
import { JournalAway } from './failures.js';
import type { Ending, Entry } from './journal-entry.js';
import type { Journal } from './journal.js';
import type { RequestRecord } from './request.js';

export interface EndingsOptions {
  readonly journal: Journal;
  readonly events: Events;
  readonly clock: Clock;
}

/**
 * Writes down how an attempt ended. Gives the entry as it then stands, also where somebody else has decided on it meanwhile;
 * null where that could not be written, or not in time, so that nothing is certain.
 */
export type WriteEnding = (request: RequestRecord, entry: Entry, ending: Ending) => Promise<Entry | 'owned' | null>;

export function endingsIn({ journal, events, clock }: EndingsOptions): WriteEnding {
  return async (request, entry, ending) => {
    try {
      const moved = await within(clock, storePatienceMs, journal.move(entry, ending), () => null);
      if (moved === null) throw new JournalAway('The store did not answer in time.');
      return moved === 'stale' ? await journal.again(entry) : moved;
    } catch (error) {
      events.emit('journalFailed', { request, doing: 'settle', error });
      return null;
    }
  };
}
