import { headerText, parseJson } from './answers.js';
import type { WireAnswer } from './exchange.js';
import { cleaned } from './redaction.js';

/** For the log, so it is as short and plain as other text of a provider's. */
export function requestIdOf({ headers }: WireAnswer, secrets: () => readonly string[]): string | null {
  const id = headerText(headers, 'x-request-id');
  return id === null ? null : cleaned(id, secrets(), 128);
}

/** The body where it is JSON and says so; undefined otherwise. We ask for no encoding, so an encoded body is not read. */
export function jsonFrom({ headers, body }: WireAnswer): unknown {
  const type = headerText(headers, 'content-type');
  const isJson = type === null || /^application\/(?:[\w.+-]+\+)?json\b/i.test(type);
  const encoding = headerText(headers, 'content-encoding');
  if (!isJson || body.length === 0 || (encoding !== null && encoding !== 'identity')) return undefined;
  try {
    return parseJson(strictUtf8.decode(body));
  } catch {
    return undefined;
  }
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
