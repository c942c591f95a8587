import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { z } from 'zod';
import { dateTimePattern } from '../../src/core/scalars.js';
import {
  decimal,
  headerText,
  int64,
  parseJson,
  retryAfterSeconds,
  string,
  time,
  url,
  uuid,
  word,
} from '../../src/upstream/answers.js';

const now = Date.UTC(2026, 0, 15, 10, 0, 0);

describe('retryAfterSeconds', () => {
  test('whole seconds › come as they are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), seconds => {
        expect(retryAfterSeconds({ 'retry-after': String(seconds) }, now)).toBe(seconds);
      }),
    );
  });

  test('a date › is the time until then, rounded up, and never below zero', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 999 }), (seconds, early) => {
        const header = { 'retry-after': new Date(now + seconds * 1000).toUTCString() };
        expect(retryAfterSeconds(header, now)).toBe(Math.max(0, seconds));
        expect(retryAfterSeconds(header, now - early)).toBe(Math.max(0, seconds + (early > 0 ? 1 : 0)));
      }),
    );
  });

  test('the older spellings of a date › are read', () => {
    expect(retryAfterSeconds({ 'retry-after': 'Thursday, 15-Jan-26 10:00:09 GMT' }, now)).toBe(9);
    expect(retryAfterSeconds({ 'retry-after': 'Thu Jan 15 10:00:09 2026 GMT' }, now)).toBe(9);
  });

  test('milliseconds in either header › are rounded up', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('retry-after-ms', 'x-retry-in'),
        fc.integer({ min: 0, max: 999_999_999_999 }),
        (header, milliseconds) => {
          expect(retryAfterSeconds({ [header]: String(milliseconds) }, now)).toBe(Math.ceil(milliseconds / 1000));
        },
      ),
    );
  });

  test('anything whatever › is null, or a whole number that GraphQL can say', () => {
    const headers = fc.record(
      { 'retry-after': text(), 'retry-after-ms': text(), 'x-retry-in': text() },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(headers, given => {
        const seconds = retryAfterSeconds(given, now);
        if (seconds === null) return;
        expect(Number.isInteger(seconds)).toBe(true);
        expect(seconds).toBeGreaterThanOrEqual(0);
        expect(seconds).toBeLessThan(2 ** 31);
      }),
    );
    function text() {
      const digits = fc.integer().map(String);
      const dates = fc.date({ noInvalidDate: true }).map(date => date.toUTCString());
      return fc.oneof(
        fc.string(),
        digits,
        dates,
        fc.constantFrom('', '-1', '+7', '1.5', '0x10', '1e3', ' 7', 'Infinity'),
      );
    }
  });

  for (const value of [
    '',
    '-1',
    '+7',
    '1.5',
    '1e3',
    '0x10',
    'soon',
    '2026-01-15',
    '99999999999999999999',
    '120, 130',
  ]) {
    test(`"${value}" › is null`, () => {
      expect(retryAfterSeconds({ 'retry-after': value }, now)).toBeNull();
    });
  }

  test('a date in a year far away › is null or fits', () => {
    const seconds = retryAfterSeconds({ 'retry-after': 'Fri, 31 Dec 9999 23:59:59 GMT' }, now);
    expect(seconds === null || seconds < 2 ** 31).toBe(true);
  });

  test('garbage beside milliseconds › does not hide them', () => {
    expect(retryAfterSeconds({ 'retry-after': 'soon', 'x-retry-in': '1500' }, now)).toBe(2);
  });

  test('no header › is null', () => {
    expect(retryAfterSeconds({}, now)).toBeNull();
  });
});

describe('headerText', () => {
  test('a header that came twice › is the first one', () => {
    expect(headerText({ 'set-cookie': ['a', 'b'] }, 'set-cookie')).toBe('a');
    expect(headerText({}, 'x-request-id')).toBeNull();
  });
});

describe('parseJson', () => {
  test('an integer of 64 bits › is exact', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), integer => {
        const parsed = parseJson(`{"value":${integer}}`) as { value: number | bigint };
        expect(BigInt(parsed.value)).toBe(integer);
        expect(z.object({ value: int64 }).parse(parsed).value).toBe(integer);
      }),
    );
  });

  test('what JSON.parse reads › is read alike where no integer is large', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), value => {
        const text = JSON.stringify(value);
        if (/\d{16}/.test(text)) return;
        expect(parseJson(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  test('an integer in exponent form beyond 2^53 › stays a number, and is no int64', () => {
    for (const digits of ['1e300', '1E18', '9.223372036854775807e18']) {
      const parsed = parseJson(`{"value":${digits},"other":9007199254740993}`) as object;
      expect(parsed).toEqual({ value: Number(digits), other: 9007199254740993n });
      expect(z.object({ value: int64 }).parse(parsed).value).toBeNull();
    }
  });

  test('a decimal that a double would round › is exact', () => {
    const read = (text: string) => z.object({ value: decimal }).parse(parseJson(`{"value":${text}}`)).value;
    for (const text of [
      '99999999999999.99',
      '-1234567890123456.78',
      '0.0000001',
      '1230.0000000000000001',
      '9007199254740993.0',
      '0.1234567890123456789',
    ]) {
      expect(read(text)).toBe(text);
      expect(read(`"${text}"`)).toBe(text);
    }
    // These are what they say as numbers, too.
    expect(parseJson('{"a":1.50,"b":10.00,"c":123456789012.125,"d":12345678901234567890}')).toEqual({
      a: 1.5,
      b: 10,
      c: 123456789012.125,
      d: 12345678901234567890n,
    });
  });

  test('an integer inside a text › stays text', () => {
    expect(parseJson('{"id":"12345678901234567890"}')).toEqual({ id: '12345678901234567890' });
  });

  test('what is no JSON › throws', () => {
    for (const text of ['', '{', '{"a":1}{"a":1}', '\uFEFF{}', 'NaN', "{'a':1}", '[1,]', '01']) {
      expect(() => parseJson(text)).toThrow(SyntaxError);
    }
  });

  test('100000 arrays deep › is read or throws, and the process lives', () => {
    const deep = (inner: string) => `${'['.repeat(100_000)}${inner}${']'.repeat(100_000)}`;
    for (const inner of ['', '1', '12345678901234567890']) {
      let outcome: unknown;
      try {
        outcome = parseJson(deep(inner));
      } catch (error) {
        outcome = error;
      }
      expect(Array.isArray(outcome) || outcome instanceof RangeError).toBe(true);
    }
  });

  test('a member named __proto__ › pollutes nothing', () => {
    parseJson('{"__proto__":{"polluted":12345678901234567890},"constructor":{"prototype":{"polluted":1}}}');
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

describe('readers', () => {
  const of = (reader: z.ZodType, value: unknown) =>
    (z.object({ value: reader }).parse(value === undefined ? {} : { value }) as { value: unknown }).value;

  test('whatever comes › no reader throws', () => {
    const readers = [string, uuid, url, time, int64, decimal, word({ active: 'ACTIVE' as const }, 'OTHER' as const)];
    fc.assert(
      fc.property(fc.constantFrom(...readers), fc.anything({ withBigInt: true }), (reader, value) => {
        of(reader, value);
      }),
    );
  });

  test('times › keep their digits, and an offset gets its colon', () => {
    for (const [given, read] of [
      ['2026-01-15T10:00:00Z', '2026-01-15T10:00:00Z'],
      ['2026-01-15T16:55:46.541Z', '2026-01-15T16:55:46.541Z'],
      ['2026-01-15T16:55:46.729645592Z', '2026-01-15T16:55:46.729645592Z'],
      ['2026-01-31T09:15:00+0000', '2026-01-31T09:15:00+00:00'],
      ['2026-01-31T09:15:00.123456789+0530', '2026-01-31T09:15:00.123456789+05:30'],
      ['2026-01-31T09:15:00-08:00', '2026-01-31T09:15:00-08:00'],
    ] as const) {
      expect(of(time, given)).toBe(read);
    }
  });

  test('what is no time › is null', () => {
    for (const value of [
      undefined,
      null,
      1768471200,
      '',
      '2026-01-15',
      '2026-01-15T10:00:00',
      '2026-13-15T10:00:00Z',
      '2026-01-15 10:00:00Z',
      '15/01/2026',
      '2026-01-15T10:00:00Zx',
      'x2026-01-15T10:00:00Z',
      '2026-01-15T10:00:00+99:99',
      '2026-01-15T10:00:00Z\n',
    ]) {
      expect({ value, time: of(time, value) }).toEqual({ value, time: null });
    }
  });

  test('any date of JavaScript › is a time, letter for letter', () => {
    const dates = fc.date({ min: new Date(0), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true });
    fc.assert(
      fc.property(dates, date => {
        expect(of(time, date.toISOString())).toBe(date.toISOString());
        expect(dateTimePattern.test(date.toISOString())).toBe(true);
      }),
    );
  });

  test('URLs › are kept letter for letter, unless they run code', () => {
    for (const value of [
      'https://api.pingone.com/v1/distributedid/requests/47000000-0000-4000-8000-000000000013',
      'https://wallet.example.com/open?u=https%3A%2F%2Fapi.pingone.com%2Fv1',
      'wallet-app:open?u=1',
      'http://127.0.0.1:4000/a#b',
    ]) {
      expect(of(url, value)).toBe(value);
    }
    for (const value of [
      undefined,
      7,
      '',
      '/relative',
      'javascript:alert(1)',
      'JavaScript:alert(1)',
      'data:text/html,<script>',
      'vbscript:x',
      'https://a b',
      'https://a\n.example',
      `https://${'a'.repeat(9000)}.example`,
    ]) {
      expect({ value, url: of(url, value) }).toEqual({ value, url: null });
    }
  });

  test('decimals › are kept digit for digit', () => {
    for (const [value, read] of [
      [250.5, '250.5'],
      [0, '0'],
      ['0.00', '0.00'],
      ['-12.30', '-12.30'],
      [12345678901234567890n, '12345678901234567890'],
      ['12345678901234567890.12345678901234567890', '12345678901234567890.12345678901234567890'],
      [undefined, null],
      [null, null],
      [1e300, null],
      [Number.NaN, null],
      ['1e5', null],
      ['1,000.00', null],
      ['', null],
      ['.5', null],
      [true, null],
    ] as const) {
      expect({ value, decimal: of(decimal, value) }).toEqual({ value, decimal: read });
    }
  });

  test('64-bit integers › are exact, and nothing else is one', () => {
    for (const [value, read] of [
      [0, 0n],
      [-250, -250n],
      ['9223372036854775807', 9223372036854775807n],
      [9223372036854775807n, 9223372036854775807n],
      [-9223372036854775808n, -9223372036854775808n],
      [9223372036854775808n, null],
      ['9223372036854775808', null],
      [1.5, null],
      [2 ** 53, null],
      ['12.5', null],
      ['', null],
      [' 1', null],
      [true, null],
      [undefined, null],
    ] as const) {
      expect({ value, integer: of(int64, value) }).toEqual({ value, integer: read });
    }
  });

  test('words › are folded; unknown, missing and inherited ones are the other one', () => {
    const reader = word({ active: 'ACTIVE' as const }, 'OTHER' as const);
    expect(of(reader, 'active')).toBe('ACTIVE');
    for (const value of [undefined, null, 7, '', 'ACTIVE', 'toString', '__proto__', 'constructor', ['active']]) {
      expect({ value, word: of(reader, value) }).toEqual({ value, word: 'OTHER' });
    }
  });
});
