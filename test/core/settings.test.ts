import { describe, expect, test } from '@jest/globals';
import type { z } from 'zod';
import { duration, list, millisecondsIn, settleAbsentAfter, wholeNumberOrNone } from '../../src/core/settings.js';

/** What is read of a text, or what is wrong with it. */
function read(kind: z.ZodType, text: string | undefined): unknown {
  const outcome = kind.safeParse(text);
  return outcome.success ? outcome.data : outcome.error.issues.map(({ message }) => message);
}

describe('a time', () => {
  test.each([
    ['0s', 0],
    ['1s', 1_000],
    ['90s', 90_000],
    ['15m', 900_000],
    ['24h', 86_400_000],
    ['30d', 2_592_000_000],
    ['999999d', 86_399_913_600_000],
  ])('%s is %i milliseconds', (text, milliseconds) => {
    expect(millisecondsIn(String(read(duration('1s'), text)))).toBe(milliseconds);
  });

  test('is the usual one where there is none', () => {
    expect(read(duration('24h'), undefined)).toBe('24h');
  });

  test.each(['', '24', 'h', '24 h', '24H', '1.5h', '-1h', '+1h', '1h30m', '1w', '1e3s', '1000000s', '١h', '24h\n'])(
    '%j is none',
    text => {
      expect(read(duration('1s'), text)).toEqual(['must look like 24h (s, m, h or d)']);
    },
  );
});

describe('names separated by commas', () => {
  test.each<[string, string[]]>([
    ['a', ['a']],
    ['a,b', ['a', 'b']],
    [' a , b ', ['a', 'b']],
    ['a,,b,', ['a', 'b']],
    ['a\n,b', ['a', 'b']],
    ['', []],
    [' , ', []],
  ])('%j', (text, names) => {
    expect(read(list(), text)).toEqual(names);
  });
});

describe('a whole number that may be left out', () => {
  test.each([
    ['1', 1],
    ['1000000', 1_000_000],
    ['007', 7],
  ])('%s is one', (text, value) => {
    expect(read(wholeNumberOrNone(1, 1_000_000).optional(), text)).toBe(value);
  });

  test('is none where it is left out', () => {
    expect(read(wholeNumberOrNone(1, 10).optional(), undefined)).toBeUndefined();
    expect(read(settleAbsentAfter(), undefined)).toBeUndefined();
  });

  test.each(['0', '1000001'])('%s is out of bounds', text => {
    expect(read(wholeNumberOrNone(1, 1_000_000), text)).toEqual(['must be from 1 to 1000000']);
  });

  test.each(['1.5', '-1', '1e3', '0x1', ' 1', '1 '])('%j is none', text => {
    expect(read(wholeNumberOrNone(1, 1_000_000), text)).toContain('must be a whole number');
  });

  test('a wait for what may still show up is one day at most', () => {
    expect(read(settleAbsentAfter(), '86400000')).toBe(86_400_000);
    expect(read(settleAbsentAfter(), '86400001')).toEqual(['must be from 0 to 86400000']);
  });
});
