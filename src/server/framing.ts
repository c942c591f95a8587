import type { IncomingMessage } from 'node:http';
import { maximumHeaders } from './connections.js';
import { BadRequest } from './graphql-over-http.js';

/**
 * What two readers of one request might read differently, so that a proxy in front of the gateway would let through what
 * it meant to stop. Node's parser refuses most of it; this is the rest.
 */

/** Each may stand once: of two, one reader takes the first and another the last. Two tokens are nobody's: see `http`. */
const singular: ReadonlySet<string> = new Set(['host', 'content-type', 'content-encoding', 'expect', 'origin']);

/** Why a request is refused before anybody looks what it is about. What follows it on its connection is not believed either. */
export function framingProblem(request: IncomingMessage): BadRequest | null {
  const { headers, rawHeaders, httpVersion, url = '' } = request;
  if (rawHeaders.length / 2 > maximumHeaders) {
    const message = `A request may have ${maximumHeaders} headers at most.`;
    return refusal(message, 431, 'REQUEST_HEADER_FIELDS_TOO_LARGE');
  }
  const repeated = repeatedIn(rawHeaders);
  if (repeated !== undefined) return refusal(`The header ${repeated} may stand once.`);
  if (headers.host === undefined && httpVersion !== '1.0') return refusal('Host is missing.');
  const coding = headers['transfer-encoding'];
  // RFC 9112 section 6.1: with HTTP/1.0 it is a sign of broken framing.
  if (coding !== undefined && (httpVersion === '1.0' || coding.toLowerCase() !== 'chunked')) {
    return refusal('Transfer-Encoding can only be chunked, and needs HTTP/1.1.');
  }
  if (headers.expect !== undefined && !/^100-continue$/i.test(headers.expect)) {
    return refusal('Only 100-continue can be expected.', 417, 'EXPECTATION_FAILED');
  }
  const target = url.startsWith('/') ? null : URL.parse(url);
  if (target !== null && target.host !== headers.host?.toLowerCase()) {
    return refusal('Host must be that of the URL that is asked for.');
  }
  return null;
}

/** A header that may stand once and does not; of the raw ones, since Node drops what it takes for too many. */
function repeatedIn(rawHeaders: readonly string[]): string | undefined {
  const seen: string[] = [];
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = (rawHeaders[at] ?? '').toLowerCase();
    if (!singular.has(name)) continue;
    if (seen.includes(name)) return name;
    seen.push(name);
  }
  return undefined;
}

/** How often a header stands there. */
export function timesSent({ rawHeaders }: IncomingMessage, header: string): number {
  let times = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) if (rawHeaders[at]?.toLowerCase() === header) times += 1;
  return times;
}

function refusal(message: string, status = 400, code = 'BAD_REQUEST'): BadRequest {
  return new BadRequest(status, code, message, { connection: 'close' });
}

/** The target's path; RFC 9112 section 3.2.2 has servers accept a whole URL too. */
export function pathOf({ url = '' }: IncomingMessage): string {
  const target = url.startsWith('/') ? url : (URL.parse(url)?.pathname ?? url);
  return target.split('?', 1)[0] ?? '';
}
