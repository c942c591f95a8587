import { beforeEach, describe, expect, test } from '@jest/globals';
import { ProviderAccessDeniedError, WalletErrorCode } from '../../src/core/errors.js';
import { Events, type Facts } from '../../src/core/events.js';
import { CallerGone, failure, LeaseOver } from '../../src/core/failures.js';
import { openHealth, type HealthWatch } from '../../src/core/health-watch.js';
import { CircuitState } from '../../src/core/health.js';
import { WalletProvider } from '../../src/core/provider.js';
import { handClock, type HandClock } from '../support/time.js';

/** What is made of the facts about a provider, told by a clock that a test moves. */

const minute = 60_000;
const quiet = {
  circuit: 'CLOSED',
  p50Milliseconds: null,
  p99Milliseconds: null,
  lastErrorCode: null,
  lastErrorAt: null,
};

let clock: HandClock;
let events: Events;
let health: HealthWatch;
beforeEach(() => {
  clock = handClock('2026-01-01T00:00:00Z');
  events = new Events();
  health = openHealth(events, clock);
});

const called = (fields: Partial<Facts['called']> = {}): void =>
  events.emit('called', {
    request: { id: 'r' },
    tenant: 'default',
    provider: WalletProvider.MOOV,
    method: 'POST',
    route: '/accounts/{id}/wallets',
    status: 200,
    wasSent: true,
    durationMs: 20,
    providerRequestId: null,
    error: null,
    ...fields,
  });
const tokenFailed = (error: unknown): void =>
  events.emit('tokenFetchFailed', {
    tenant: 'default',
    provider: WalletProvider.MOOV,
    durationMs: 20,
    status: null,
    error,
  });
const ofMoov = () => health.of('default', WalletProvider.MOOV);

/** As undici and Node make them: with a code. */
const reset = () => new Error('lost', { cause: Object.assign(new Error('reset'), { code: 'ECONNRESET' }) });
const timedOut = () => new Error('lost', { cause: new Error('The deadline passed.') });
const callerGone = (wasSilent = false) =>
  new Error('lost', { cause: new Error('given up', { cause: new CallerGone(wasSilent) }) });

test('a provider of which nothing was heard is well, and has no numbers', () => {
  for (const provider of Object.values(WalletProvider)) expect(health.of('default', provider)).toEqual(quiet);
});

test('what one provider does says nothing of another', () => {
  called({ status: 503 });
  expect(ofMoov().lastErrorCode).toBe('OUTCOME_UNKNOWN');
  expect(health.of('default', WalletProvider.JUSPAY)).toEqual(quiet);
});

describe('how long calls take', () => {
  test('is told by the nearest rank, in whole milliseconds, whatever their order', () => {
    for (let index = 0; index < 100; index += 1) called({ durationMs: ((index * 37) % 100) + 1.2 });
    expect(ofMoov()).toMatchObject({ p50Milliseconds: 50, p99Milliseconds: 99 });
  });

  test('is told of one call, too', () => {
    called({ durationMs: 7 });
    expect(ofMoov()).toMatchObject({ p50Milliseconds: 7, p99Milliseconds: 7 });
  });

  test('counts a refusal, which is an answer, and a time-out with its whole wait', () => {
    called({ status: 404, durationMs: 10 });
    called({ status: null, durationMs: 1_500, error: timedOut() });
    expect(ofMoov()).toMatchObject({ p50Milliseconds: 10, p99Milliseconds: 1_500 });
  });

  test.each([
    ['that the network broke', { error: reset(), status: null }],
    ['that never left', { error: timedOut(), status: null, wasSent: false }],
    ['whose client went away', { error: callerGone(), status: null }],
  ])('does not count a call %s', (_what, fields) => {
    called({ ...fields, durationMs: 1 });
    expect(ofMoov()).toMatchObject({ p50Milliseconds: null, p99Milliseconds: null });
  });

  test('forgets a call after five minutes, not before', async () => {
    called({ durationMs: 10 });
    await clock.pass(4 * minute);
    called({ durationMs: 90 });
    await clock.pass(minute);
    expect(ofMoov()).toMatchObject({ p50Milliseconds: 10, p99Milliseconds: 90 });
    await clock.pass(1);
    expect(ofMoov()).toMatchObject({ p50Milliseconds: 90, p99Milliseconds: 90 });
    await clock.pass(4 * minute);
    expect(ofMoov()).toEqual(quiet);
  });

  test('is told of the latest 1,024 calls at most: older ones are overwritten', () => {
    for (let index = 0; index < 5_000; index += 1) called({ durationMs: 1_000 });
    expect(ofMoov().p50Milliseconds).toBe(1_000);
    for (let index = 0; index < 1_024; index += 1) called({ durationMs: 10 });
    expect(ofMoov()).toMatchObject({ p50Milliseconds: 10, p99Milliseconds: 10 });
  });
});

describe('the last error', () => {
  const { OUTCOME_UNKNOWN, PROVIDER_UNAVAILABLE, PROVIDER_ACCESS_DENIED, RATE_LIMITED } = WalletErrorCode;

  test.each([
    [200, null, null],
    [302, OUTCOME_UNKNOWN, PROVIDER_UNAVAILABLE],
    [400, null, null],
    [401, PROVIDER_ACCESS_DENIED, PROVIDER_ACCESS_DENIED],
    [403, PROVIDER_ACCESS_DENIED, PROVIDER_ACCESS_DENIED],
    [404, null, null],
    [408, OUTCOME_UNKNOWN, PROVIDER_UNAVAILABLE],
    [409, null, null],
    [418, null, null],
    [421, PROVIDER_UNAVAILABLE, PROVIDER_UNAVAILABLE],
    [422, null, null],
    [429, RATE_LIMITED, RATE_LIMITED],
    [500, OUTCOME_UNKNOWN, PROVIDER_UNAVAILABLE],
    [503, OUTCOME_UNKNOWN, PROVIDER_UNAVAILABLE],
  ])('after status %d is %s for a write, %s for a read', (status, ofWrite, ofRead) => {
    called({ status });
    expect(ofMoov().lastErrorCode).toBe(ofWrite);
    const reads = { provider: WalletProvider.JUSPAY, method: 'GET', status };
    called(reads);
    expect(health.of('default', WalletProvider.JUSPAY).lastErrorCode).toBe(ofRead);
  });

  test('without an answer is the same, also where a status line came', () => {
    called({ status: null, error: timedOut() });
    expect(ofMoov().lastErrorCode).toBe('OUTCOME_UNKNOWN');
    called({ status: null, error: timedOut(), wasSent: false });
    expect(ofMoov().lastErrorCode).toBe('PROVIDER_UNAVAILABLE');
    called({ status: 201, error: reset() });
    expect(ofMoov().lastErrorCode).toBe('OUTCOME_UNKNOWN');
    called({ status: null, error: reset(), method: 'GET' });
    expect(ofMoov().lastErrorCode).toBe('PROVIDER_UNAVAILABLE');
  });

  test('is that of the token where none was issued', () => {
    tokenFailed(failure(ProviderAccessDeniedError, { message: 'm' }));
    expect(ofMoov()).toMatchObject({ lastErrorCode: 'PROVIDER_ACCESS_DENIED', p50Milliseconds: null });
    tokenFailed(reset());
    expect(ofMoov().lastErrorCode).toBe('PROVIDER_UNAVAILABLE');
  });

  test('is not a call, or a token, for which nobody waited any more', () => {
    called({ status: null, error: callerGone() });
    tokenFailed(callerGone());
    expect(ofMoov()).toEqual(quiet);
  });

  test('is a call that was given up, too, where the provider had been silent for long', () => {
    called({ status: null, method: 'GET', durationMs: 3_000, error: callerGone(true) });
    expect(ofMoov()).toMatchObject({ lastErrorCode: 'PROVIDER_UNAVAILABLE', p50Milliseconds: 3_000 });
  });

  test('is not a call that this process was held up before', () => {
    called({ status: null, wasSent: false, error: new Error('not sent', { cause: new LeaseOver() }) });
    expect(ofMoov()).toEqual(quiet);
  });

  test('is over where the tenant has new connections, as is what was known of its circuits; others keep theirs', () => {
    const opened = { calls: 'writes', state: CircuitState.OPEN, refusedForMs: 2 * minute } as const;
    for (const tenant of ['default', 'other']) {
      called({ tenant, status: 503 });
      events.emit('circuitChanged', { tenant, provider: WalletProvider.MOOV, ...opened });
    }
    events.emit('reconnected', { tenant: 'default' });
    expect(ofMoov()).toEqual(quiet);
    expect(health.of('other', WalletProvider.MOOV)).toMatchObject({ circuit: 'OPEN' });
  });

  test('is not the refusal of an open circuit, which would keep it fresh for ever', async () => {
    called({ status: 503 });
    const opened = { calls: 'writes', state: CircuitState.OPEN, refusedForMs: 2 * minute } as const;
    events.emit('circuitChanged', { tenant: 'default', provider: WalletProvider.MOOV, ...opened });
    await clock.pass(minute);
    called({ status: null, wasSent: false, error: new Error('open') });
    expect(ofMoov()).toMatchObject({ lastErrorCode: 'OUTCOME_UNKNOWN', lastErrorAt: '2026-01-01T00:00:00.000Z' });
    called({ status: null, wasSent: false, method: 'GET', error: new Error('refused') }); // its circuit is closed
    expect(ofMoov()).toMatchObject({ lastErrorCode: 'PROVIDER_UNAVAILABLE', lastErrorAt: '2026-01-01T00:01:00.000Z' });
  });

  test('stays when later calls succeed, gives way to a later one, and is gone after five minutes', async () => {
    called({ status: 503 });
    await clock.pass(minute);
    called();
    expect(ofMoov()).toMatchObject({ lastErrorCode: 'OUTCOME_UNKNOWN', lastErrorAt: '2026-01-01T00:00:00.000Z' });
    called({ status: 429 });
    expect(ofMoov()).toMatchObject({ lastErrorCode: 'RATE_LIMITED', lastErrorAt: '2026-01-01T00:01:00.000Z' });
    await clock.pass(5 * minute);
    expect(ofMoov().lastErrorCode).toBe('RATE_LIMITED');
    await clock.pass(1);
    expect(ofMoov()).toEqual(quiet);
  });

  test('is neither revived nor buried by a wall clock that jumps; only its time is told by it', async () => {
    called({ status: 503 });
    clock.jump(60 * minute);
    expect(ofMoov()).toMatchObject({ p50Milliseconds: 20, lastErrorAt: '2026-01-01T00:00:00.000Z' });
    called({ status: 429 });
    expect(ofMoov().lastErrorAt).toBe('2026-01-01T01:00:00.000Z');
    await clock.pass(5 * minute + 1);
    clock.jump(-120 * minute);
    expect(ofMoov()).toEqual(quiet);
  });
});

describe('the circuit', () => {
  const changed = (calls: 'reads' | 'writes', state: CircuitState): void => {
    const refusedForMs = state === CircuitState.OPEN ? minute : 0;
    events.emit('circuitChanged', { tenant: 'default', provider: WalletProvider.MOOV, calls, state, refusedForMs });
  };

  test.each([
    ['CLOSED', 'CLOSED', 'CLOSED'],
    ['CLOSED', 'HALF_OPEN', 'HALF_OPEN'],
    ['HALF_OPEN', 'CLOSED', 'HALF_OPEN'],
    ['OPEN', 'HALF_OPEN', 'OPEN'],
    ['CLOSED', 'OPEN', 'OPEN'],
    ['OPEN', 'CLOSED', 'OPEN'],
  ] as const)('with reads %s and writes %s is %s', (reads, writes, worse) => {
    changed('reads', CircuitState[reads]);
    changed('writes', CircuitState[writes]);
    expect(ofMoov().circuit).toBe(worse);
  });

  test('is half open when the time is over for which calls are refused, though nobody calls', async () => {
    changed('writes', CircuitState.OPEN);
    await clock.pass(minute - 1);
    expect(ofMoov().circuit).toBe('OPEN');
    clock.jump(60 * minute); // what people read is not what it is measured by
    expect(ofMoov().circuit).toBe('OPEN');
    await clock.pass(1);
    expect(ofMoov()).toEqual({ ...quiet, circuit: 'HALF_OPEN' });
    changed('writes', CircuitState.OPEN);
    expect(ofMoov().circuit).toBe('OPEN');
  });

  test.each(['HALF_OPEN', 'CLOSED'] as const)('is %s as it was last said, however long ago', async state => {
    changed('reads', CircuitState.OPEN);
    changed('reads', CircuitState[state]);
    await clock.pass(60 * minute);
    expect(ofMoov()).toEqual({ ...quiet, circuit: state });
  });
});
