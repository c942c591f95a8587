import { jsonText } from './json.js';

export type Headers = Readonly<Record<string, string>>;

/** A request as a simulator sees it. */
export interface WireRequest {
  readonly method: string;
  /** Without the prefix of the base URL, still encoded as it came. */
  readonly path: string;
  /** What the template's braces matched, decoded. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Headers;
  readonly body: string;
  /** The base URL it was sent to, for links. */
  readonly baseUrl: string;
}

export interface WireAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string | Uint8Array;
}

export function json(status: number, value: unknown, headers: Headers = {}): WireAnswer {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: jsonText(value) };
}

export function empty(status: number, headers: Headers = {}): WireAnswer {
  return { status, headers, body: '' };
}

export function isSuccess(answer: WireAnswer): boolean {
  return answer.status >= 200 && answer.status < 300;
}

/** The shortest wait that the header can ask for: a client may wait it out and send again. */
export const retryAfter: Headers = { 'retry-after': '1' };

/** What an edge proxy says when a backend died under it. */
export const badGatewayPage =
  '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>';

/** RFC 9110 section 15.5.20: the front door does not serve this authority, so nothing was processed. */
export const misdirected: WireAnswer = {
  status: 421,
  headers: { 'content-type': 'text/plain' },
  body: 'Misdirected Request',
};
