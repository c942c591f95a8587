import { expect } from '@jest/globals';
import type { Answered } from '../support/http.js';

/** What an attack may be answered with, wherever it went in. */

/** Neither a stack nor a path nor a page. */
export const insides = /\bat .+:\d+:\d+|node_modules|node:internal|<!doctype|<html|dist\/src/i;

/** All answers in what came over a socket. */
export function answersIn(received: string): Answered[] {
  const answers: Answered[] = [];
  for (let rest = received; rest.startsWith('HTTP/1.1 ');) {
    const end = rest.indexOf('\r\n\r\n');
    const [first = '', ...lines] = rest.slice(0, end).split('\r\n');
    const headers = Object.fromEntries(
      lines.map(line => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
    );
    const text = rest.slice(end + 4, end + 4 + Number(headers['content-length'] ?? 0));
    const status = Number(first.split(' ')[1]);
    if (status !== 100) answers.push({ status, headers, text }); // that one only says to go on
    rest = rest.slice(end + 4 + text.length);
  }
  return answers;
}

/** One refusal as JSON, or a closed connection without a word: the same to whoever attacks. */
export function expectRefusalOrClosed(received: string): void {
  const answers = answersIn(received);
  expect({ received, isOne: received === '' || answers.length === 1 }).toEqual({ received, isOne: true });
  for (const answer of answers) expectRefusal(answer);
}

/** 4xx as JSON with `errors`. */
export function expectRefusal({ status, headers, text }: Answered): void {
  expect({ status, text, isRefused: status >= 400 && status < 500 }).toEqual({ status, text, isRefused: true });
  expect(headers['content-type']).toMatch(/^application\/(?:graphql-response\+)?json; charset=utf-8$/);
  expect(JSON.parse(text)).toEqual({ errors: [expect.objectContaining({ message: expect.any(String) })] });
  expect(text).not.toMatch(insides);
}
