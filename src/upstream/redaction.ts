import { textsIn } from '../core/sensitive.js';

/** What a provider wrote, made fit to be shown or logged. */

/** Provider text without secrets and control characters, of at most so many UTF-16 units. */
export function cleaned(text: string, secrets: readonly string[], maximum: number): string {
  let withoutSecrets = text;
  for (const secret of secrets) {
    const mayBeThere = secret.length >= 4 && secret.length <= withoutSecrets.length;
    if (mayBeThere) withoutSecrets = withoutSecrets.replaceAll(secret, '***');
  }
  return withoutSecrets
    .replace(/\p{Cc}+/gu, ' ')
    .slice(0, maximum)
    .toWellFormed();
}

/** A secret as it is, in base64, percent-encoded and as in a form: a provider may quote back any of them. */
export function spellings(secret: string): string[] {
  const inForm = new URLSearchParams({ '': secret }).toString().slice(1);
  return [Buffer.from(secret).toString('base64'), encodeURIComponent(secret), inForm, secret];
}

/** Tells in 200 characters what kind of body came: the members' names of JSON, the plain words of a page. */
export function sampleOf(body: Buffer, json: unknown, secrets: readonly string[]): string {
  if (body.length === 0) return '(empty)';
  if (json !== undefined) {
    const isObject = json !== null && typeof json === 'object' && !Array.isArray(json);
    return `JSON ${Array.isArray(json) ? 'array' : typeof json} ${wordsIn((isObject ? Object.keys(json) : []).slice(0, 20).join(' '), secrets)}`;
  }
  const start = body.subarray(0, 1000).toString('latin1');
  return start.trimStart().startsWith('<')
    ? `markup ${wordsIn(start, secrets)}`
    : `(${body.length} bytes that are no JSON)`;
}

/** Words made of letters alone: numbers, ids, addresses and keys have something else in them. */
function wordsIn(text: string, secrets: readonly string[]): string {
  const words = cleaned(text, secrets, text.length)
    .split(/[\s<>]+/)
    .map(word => (/^[A-Za-z]{1,16}[.,:!]?$/.test(word) ? word : '…'));
  return words
    .join(' ')
    .replace(/(?:… ?)+/g, '… ')
    .slice(0, 200);
}

/** Every text in a body that we sent: none of it may be logged. */
export function sentTexts(body: object | null): string[] {
  return body instanceof URLSearchParams ? [...body.values()] : textsIn(body);
}
