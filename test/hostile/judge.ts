import type { Exchange } from '../../src/simulators/kit.js';
import type { GatewayProcess } from '../support/process.js';
import type { Answer } from './gateway.js';
import type { Sent } from './requests.js';

/** What an answer may not be, and what providers may not see. */

interface GraphQLAnswer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message?: unknown; readonly extensions?: { readonly code?: unknown } }[];
  /** Of `/healthz`. */
  readonly status?: unknown;
}

/** A line of a stack. */
const stack = /\bat .+:\d+:\d+|\n\s+at /;
/** What of this program no answer tells. */
const places = /node_modules|node:internal|dist\/src/;

export function breachesOf(
  { method }: Sent,
  { status, type, text }: Answer,
  credentials: readonly string[],
): readonly string[] {
  if (status === 0) return [`no answer: ${text}`];
  const found: string[] = [];
  if (status >= 500) found.push(`status ${status}`);
  if (!/^application\/(?:graphql-response\+)?json\b/.test(type)) found.push(`content type ${type}`);
  if (places.test(text) || text.includes(process.cwd())) found.push('a place in the code');
  if (credentials.some(credential => text.includes(credential))) found.push('a credential');
  const hasBody = method !== 'HEAD' && status !== 204;
  return hasBody ? [...found, ...breachesOfBody(text)] : found;
}

function breachesOfBody(text: string): string[] {
  let answer: GraphQLAnswer;
  try {
    answer = JSON.parse(text) as GraphQLAnswer; // what is not so is a breach
  } catch {
    return ['no JSON'];
  }
  const { data, errors, status } = answer;
  if (errors === undefined) return data === undefined && status === undefined ? ['neither data nor errors'] : [];
  return errors.flatMap(({ message, extensions }) => [
    ...(typeof message === 'string' && message !== '' ? [] : ['an error without a message']),
    ...(extensions?.code === 'INTERNAL_SERVER_ERROR' ? ['an internal error'] : []),
    ...(stack.test(String(message)) ? ['a stack trace'] : []),
  ]);
}

/** Segments of a path, as a provider may get them: ids of the patterns that the gateway allows. */
const fine = /^[A-Za-z0-9._~@:+=-]*$/;

export function breachesAt({ route, request }: Exchange): readonly string[] {
  const asked = `${request.method} ${request.path.slice(0, 200)}`;
  if (route === 'unknown') return [`a provider was asked for what it does not have: ${asked}`];
  const odd = Object.values(request.parameters).filter(part => !fine.test(part) || /^\.+$/.test(part));
  return odd.length > 0 ? [`a provider was asked for an id that is none: ${asked}`] : [];
}

/** pino's number for an error. */
const errorLevel = 50;

/** What the log calls an error is a bug, but for what a provider did. */
export function breachesOfProcess({ child, lines }: GatewayProcess): readonly string[] {
  const bugs = lines()
    .filter(({ level, msg }) => Number(level) >= errorLevel && msg !== 'an operation needs attention')
    .map(line => `it logged ${JSON.stringify(line).slice(0, 500)}`);
  return child.exitCode === null && child.signalCode === null ? bugs : [...bugs, 'the gateway is dead'];
}
