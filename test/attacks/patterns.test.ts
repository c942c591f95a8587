import { readdirSync, readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from '@jest/globals';
import { patternsIn } from './pattern-source.js';

/** A16: no text that somebody sends makes a regular expression of ours think for long. */

const length = 100_000;
/** All of a pattern's cases take a fraction of a second; one that backtracks takes minutes, or until the sun goes out. */
const boundMs = 20_000;

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts'));
const sourceOf = (file: string): string => readFileSync(`src/${file}`, 'utf8');
const patterns = [...new Set(files.flatMap(file => patternsIn(sourceOf(file))))];

/** Letters that a pattern speaks of, and one for each class that it may mean. */
function alphabetOf(pattern: string): string[] {
  const written = pattern.replace(/\\u\{?[0-9a-f]+\}?|\\x[0-9a-f]{2}|\\[a-zA-Z]/gi, '');
  return [...new Set([...written, ...'a0 -.\n=A/é'])].slice(0, 40);
}

/** Repeated letters, repeated pairs, and each of these with an end that does not match. */
function worstCases(pattern: string): string[] {
  const letters = alphabetOf(pattern);
  const pairs = letters.slice(0, 8).flatMap(one => letters.slice(0, 8).map(other => one + other));
  const repeated = [...letters, ...pairs].map(part => part.repeat(Math.ceil(length / part.length)));
  return repeated.flatMap(text => [text, `${text}\u0000`, `a${text}!`]);
}

/** The first of the worst cases on which a pattern takes longer than the bound, or null. */
function slowCase(pattern: string, withinMs = boundMs): string | null {
  const tried = { texts: worstCases(pattern), last: '' };
  // With a clock of its own: a test that waited for it to end would wait for ever.
  const script = `for (const text of texts) { last = text.slice(0, 12); text.replace(${pattern}, ''); }`;
  try {
    runInNewContext(script, tried, { timeout: withinMs });
    return null;
  } catch (error) {
    if ((error as { readonly code?: unknown }).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    return JSON.stringify(tried.last);
  }
}

describe('A16', () => {
  test('every pattern in src is found, and none is put together at run time', () => {
    expect(patterns.length).toBeGreaterThan(60);
    for (const pattern of patterns) expect(() => runInNewContext(pattern)).not.toThrow();
    const madeUp = files.filter(file => /\bRegExp\(/.test(sourceOf(file)));
    expect(madeUp).toEqual([]);
  });

  test.each(patterns)(
    '%s › 100 kB of the worst take no time',
    pattern => {
      expect(slowCase(pattern)).toBeNull();
    },
    60_000,
  );
});

describe('the checker', () => {
  test.each(['/(a+)+$/', '/^(\\w+\\s?)*$/', '/(x|x)*y/', '/^([a-z0-9]+-?)+$/i'])('finds %s', planted => {
    expect(slowCase(planted, 1_000)).not.toBeNull();
  });

  test('reads patterns as the language does', () => {
    const source = [
      'const a = /one/g.test(b) ? c / d / e : /[/"]two\\//u;',
      "const f = '/no/' + `/no/ ${g.replace(/three/, `${/four/.source}`)} /no/`; // /no/",
      'return /five/; /* = /no/ */ const h = (i + j) / k / l;',
      '[m].map(n => /six$/i);',
    ].join('\n');
    expect(patternsIn(source)).toEqual(['/one/g', '/[/"]two\\//u', '/three/', '/four/', '/five/', '/six$/i']);
  });
});
