import type { Clock } from '../../core/clock.js';
import type { Client } from './library.js';
import type { Database } from './database.js';
import { reasonOf } from './outage.js';
import { schemaName } from './schema.js';

/** One connection that hears what other gateways moved. While it is gone, those who wait look by themselves. */

export interface ListeningChange {
  readonly isWorking: boolean;
  readonly reason: string | null;
}

export interface ListenerOptions {
  /** One that is not connected yet, and waits for no answer without end. */
  readonly open: () => Client;
  readonly clock: Clock;
  /** Stated once when it does not work, and once when it works again. */
  readonly changed: (change: ListeningChange) => void;
}

export interface Listener {
  readonly moved: Database['moved'];
  close(): Promise<void>;
}

/** Asked so often whether it is still there, since a connection that is cut in the middle says nothing. */
const pingMs = 5_000;
const longestPauseMs = 2_000;

export function openListener({ open, clock, changed }: ListenerOptions): Listener {
  const waiting = new Map<string, Set<() => void>>();
  let client: Client | null = null;
  let isWorking = true;
  let isClosed = false;
  let failures = 0;
  let callOff = (): void => undefined;
  void connect();

  return {
    moved(id) {
      const told = Promise.withResolvers<void>();
      const others = waiting.get(id) ?? new Set();
      waiting.set(id, others.add(told.resolve));
      return {
        told: told.promise,
        forget() {
          others.delete(told.resolve);
          if (others.size === 0 && waiting.get(id) === others) waiting.delete(id);
        },
      };
    },
    async close() {
      isClosed = true;
      callOff();
      tellAll(); // nobody hears anything any more
      await client?.end().catch(() => undefined);
    },
  };

  async function connect(): Promise<void> {
    const own = open();
    client = own;
    let isOver = false;
    const over = (error: unknown): void => {
      if (isOver) return;
      isOver = true;
      callOff();
      own.end(() => undefined);
      if (isClosed) return;
      state(false, reasonOf(error));
      callOff = clock.after(Math.min(50 * 2 ** failures, longestPauseMs), () => void connect());
      failures += 1;
    };
    own.on('error', over);
    own.on('end', () => over(new Error('the connection was closed')));
    own.on('notification', ({ payload = '' }) => tell(payload));
    try {
      await own.connect();
      await own.query(`LISTEN ${schemaName}`);
    } catch (error) {
      return over(error);
    }
    if (isClosed || isOver) return over(null);
    failures = 0;
    state(true, null);
    tellAll(); // something may have been missed
    ping(own, over);
  }

  function ping(own: Client, over: (error: unknown) => void): void {
    callOff = clock.after(pingMs, () => {
      own.query('SELECT 1').then(() => (client === own && !isClosed ? ping(own, over) : undefined), over);
    });
  }

  function tell(id: string): void {
    for (const resolve of waiting.get(id) ?? []) resolve();
  }

  function tellAll(): void {
    for (const id of waiting.keys()) tell(id);
  }

  function state(works: boolean, reason: string | null): void {
    if (works === isWorking) return;
    isWorking = works;
    changed({ isWorking, reason });
  }
}
