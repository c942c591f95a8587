import { describe, expect, test } from '@jest/globals';
import { systemClock, within } from '../../src/core/clock.js';
import { handClock } from '../support/time.js';

const never = new Promise<never>(() => undefined);

describe('within', () => {
  test('a value that is there in time is given, and no timer is left', async () => {
    const clock = handClock();
    const value = Promise.withResolvers<string>();
    const given = within(clock, 100, value.promise, () => 'late');
    await clock.pass(99);
    value.resolve('value');
    expect(await given).toBe('value');
    expect(clock.waiting()).toBe(0);
  });

  test('where it is not there in time, the other is given', async () => {
    const clock = handClock();
    const value = Promise.withResolvers<string>();
    const given = within(clock, 100, value.promise, () => 'late');
    await clock.pass(100);
    value.resolve('value');
    expect(await given).toBe('late');
    expect(clock.waiting()).toBe(0);
  });

  test('what is thrown in its place is thrown', async () => {
    const clock = handClock();
    const given = within(clock, 100, never, () => {
      throw new Error('late');
    });
    const thrown = expect(given).rejects.toThrow('late');
    await clock.pass(100);
    await thrown;
  });

  test('the other is not made where it is not needed', async () => {
    const clock = handClock();
    let made = 0;
    await within(clock, 100, Promise.resolve('value'), () => (made += 1));
    await clock.pass(1_000);
    expect(made).toBe(0);
  });

  test('a value that fails in time fails, and no timer is left', async () => {
    const clock = handClock();
    await expect(within(clock, 100, Promise.reject(new Error('no')), () => 'late')).rejects.toThrow('no');
    expect(clock.waiting()).toBe(0);
  });

  test('a value that fails too late is nothing to anybody', async () => {
    const clock = handClock();
    const value = Promise.withResolvers<string>();
    const given = within(clock, 100, value.promise, () => 'late');
    await clock.pass(100);
    value.reject(new Error('no'));
    expect(await given).toBe('late');
    await new Promise(setImmediate); // an unhandled rejection would end the process here
  });

  test('a wall clock that jumps is nothing to it', async () => {
    const clock = handClock();
    const value = Promise.withResolvers<string>();
    const given = within(clock, 100, value.promise, () => 'late');
    clock.jump(86_400_000);
    await clock.pass(99);
    value.resolve('value');
    expect(await given).toBe('value');
  });
});

describe('the system clock', () => {
  test('goes on', async () => {
    const since = systemClock.monotonic();
    await new Promise<void>(resolve => systemClock.after(5, resolve));
    expect(systemClock.monotonic()).toBeGreaterThan(since);
    expect(Math.abs(systemClock.now() - Date.now())).toBeLessThan(60_000);
  });

  test('calls back in a later turn, even after no time', async () => {
    const order: string[] = [];
    const called = new Promise<void>(resolve =>
      systemClock.after(0, () => {
        order.push('later');
        resolve();
      }),
    );
    order.push('now');
    await called;
    expect(order).toEqual(['now', 'later']);
  });

  test('does not call back what was called off', async () => {
    let calls = 0;
    const callOff = systemClock.after(0, () => (calls += 1));
    callOff();
    await new Promise<void>(resolve => systemClock.after(1, resolve));
    expect(calls).toBe(0);
  });
});
