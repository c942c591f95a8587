import { createLocalJWKSet } from 'jose';
import type { Clock } from '../core/clock.js';
import type { Events } from '../core/events.js';
import { algorithms } from './algorithms.js';
import { fetchKeys, NoKeys } from './key-server.js';
import type { KeyRing, Keys } from './keys.js';
import { VerifiedTokens } from './verified-tokens.js';

/**
 * An issuer's published keys. They are fetched again and again, whether or not somebody calls, so that a key which was
 * withdrawn is soon gone here as well; and they outlive an outage of the server that publishes them.
 */

export interface KeySetOptions {
  readonly url: URL;
  /** For so long since they were fetched the last keys are used. */
  readonly outageMs: number;
  readonly clock: Clock;
  readonly events: Events;
}

const refreshMs = 10 * 60_000;
/** After a fetch that failed: with keys in hand, and without any. */
const patientPauseMs = 30_000;
const urgentPauseMs = 5_000;
/** Unknown keys cause no fetch so soon after another one, however many tokens name them. */
const coolDownMs = 30_000;
/** Of one whole fetch. */
const deadlineMs = 5_000;

interface Held {
  readonly ring: KeyRing;
  /** Tells one set from another. */
  readonly text: string;
  /** On the monotonic clock. */
  readonly fetchedAt: number;
}

export function openKeySet({ url, outageMs, clock, events }: KeySetOptions): Keys {
  let held: Held | null = null;
  let fetching: Promise<void> | null = null;
  let beganAt = Number.NEGATIVE_INFINITY;
  let trouble: string | null = null;
  let isClosed = false;
  let callOff = (): void => undefined;
  let giveUp = new AbortController();

  const usable = (): KeyRing | null =>
    held !== null && clock.monotonic() - held.fetchedAt < outageMs ? held.ring : null;

  const take = async (signal: AbortSignal): Promise<void> => {
    const found = await fetchKeys(url, signal);
    const text = JSON.stringify(found);
    const isSame = held?.text === text;
    if (!isSame || trouble !== null) events.emit('keysFetched', { keys: found.length });
    const ring = isSame && held !== null ? held.ring : ringOf(found);
    held = { ring, text, fetchedAt: clock.monotonic() };
    trouble = null;
  };

  const failed = (error: unknown): void => {
    const reason = error instanceof NoKeys ? error.reason : 'broken';
    const hasKeys = usable() !== null;
    const now = `${reason}, ${hasKeys}`;
    if (now !== trouble) events.emit('keysFetchFailed', { reason, hasKeys });
    trouble = now;
    if (!(error instanceof NoKeys)) events.emit('broken', { request: null, doing: 'fetch keys', error });
  };

  const fetchOnce = async (): Promise<void> => {
    callOff();
    beganAt = clock.monotonic();
    giveUp = new AbortController();
    const endDeadline = clock.after(deadlineMs, () => giveUp.abort());
    let pauseMs = refreshMs;
    try {
      await take(giveUp.signal);
    } catch (error) {
      if (!isClosed) failed(error);
      pauseMs = usable() === null ? urgentPauseMs : patientPauseMs;
    } finally {
      endDeadline();
      fetching = null;
      if (!isClosed) callOff = clock.after(pauseMs, () => void fetchNow());
    }
  };
  /** All who need one share it. It never rejects. */
  const fetchNow = (): Promise<void> => (fetching ??= fetchOnce());

  void fetchNow();

  return {
    current() {
      const ring = usable();
      return ring === null && fetching !== null ? fetching.then(usable) : ring;
    },
    async others(than) {
      if (held?.ring === than) {
        if (fetching === null && clock.monotonic() - beganAt < coolDownMs) return null;
        await fetchNow();
      }
      const ring = usable();
      return ring === than ? null : ring;
    },
    reload: () => void fetchNow(),
    async close() {
      isClosed = true;
      callOff();
      giveUp.abort();
      await fetching;
    },
  };
}

function ringOf(keys: Awaited<ReturnType<typeof fetchKeys>>): KeyRing {
  return { key: createLocalJWKSet({ keys }), algorithms, verified: new VerifiedTokens() };
}
