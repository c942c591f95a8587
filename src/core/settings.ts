import { z } from 'zod';

/** Kinds of settings. What is wrong with one is said so that the message can follow its name. */

/** An http or https URL without query, trailing slash or credentials; it may carry a path prefix. */
export function baseUrl(usual: string) {
  return z
    .string()
    .refine(isBaseUrl, 'must be an http or https URL, perhaps with a path, and nothing after it')
    .transform(text => text.replace(/\/+$/, ''))
    .default(usual);
}

function isBaseUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, search, hash } = new URL(text);
  return (protocol === 'https:' || protocol === 'http:') && `${username}${password}${search}${hash}` === '';
}

/** A credential. It travels in a header, so it is one line of visible ASCII characters. */
export function secret() {
  return z.string().regex(/^[\x21-\x7e]{1,4096}$/, 'must be one line of visible ASCII characters without spaces');
}

/** A whole number written in digits. */
export function wholeNumber(usual: number, minimum: number, maximum: number) {
  return z
    .string()
    .regex(/^\d{1,10}$/, 'must be a whole number')
    .transform(Number)
    .refine(value => value >= minimum && value <= maximum, `must be from ${minimum} to ${maximum}`)
    .default(usual);
}

/** Names separated by commas. */
export function list() {
  return z.string().transform(text =>
    text
      .split(',')
      .map(item => item.trim())
      .filter(item => item !== ''),
  );
}
