import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import type { GraphQLRequest } from '@apollo/server';
import type { TrustedDocuments } from './trusted-documents.js';

/**
 * GraphQL over HTTP: what of a request is GraphQL, by the rules of the specification of that name, and of its working
 * group's proposal on persisted documents.
 */

export interface Asked {
  readonly graphql: GraphQLRequest;
  /** The document itself was sent, and not its id. */
  readonly isText: boolean;
}

/** A request that is answered with a status and a reason, before anything of it is executed. */
export class BadRequest extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.name = 'BadRequest';
  }
}

/** Ten certificates of the largest size, and the document that sends them, fit into it. */
const maximumBodyBytes = 256 * 1024;

/** The newer media type, in which a refused document has a 4xx status, where the client asks for it. */
export function acceptsGraphqlResponse(accept = '*/*'): boolean {
  const known = usesGraphqlResponse.get(accept);
  if (known !== undefined) return known;
  const found = prefersGraphqlResponse(accept);
  if (usesGraphqlResponse.size < mostRemembered) usesGraphqlResponse.set(accept, found);
  return found;
}

/** Clients send few different ones, each time the same. */
const usesGraphqlResponse = new Map<string, boolean>();
const mostRemembered = 100;

function prefersGraphqlResponse(accept: string): boolean {
  const offered = accept.split(',').map(mediaRange);
  const given = (type: string) => offered.find(({ name }) => name === type)?.quality;
  // The most specific range decides: RFC 9110 section 12.5.1.
  const quality = (type: string): number => given(type) ?? given('application/*') ?? given('*/*') ?? 0;
  const newer = quality('application/graphql-response+json');
  const older = quality('application/json');
  if (newer === 0 && older === 0) {
    throw new BadRequest(406, 'NOT_ACCEPTABLE', 'Answers are application/graphql-response+json or application/json.');
  }
  // Whoever takes anything may not know it.
  return given('application/graphql-response+json') === undefined ? older === 0 : newer > 0 && newer >= older;
}

function mediaRange(text: string): { name: string; quality: number } {
  const [name = '', ...parameters] = text.split(';').map(part => part.trim().toLowerCase());
  const quality = parameters.find(parameter => parameter.startsWith('q='))?.slice(2);
  return { name, quality: quality === undefined ? 1 : Number(quality) || 0 };
}

/** `trusted` is null where documents come as text alone. */
export async function graphqlRequestFrom(request: IncomingMessage, trusted: TrustedDocuments | null): Promise<Asked> {
  return checked(request.method === 'GET' ? fromQuery(request) : await fromBody(request), trusted);
}

/** A simple GET can be sent by any page in the browser's name; one with a header of its own is asked about first. */
function fromQuery(request: IncomingMessage): Parameters {
  const { headers } = request;
  if (!headers['apollo-require-preflight'] && !headers['x-apollo-operation-name']) {
    throw new BadRequest(
      400,
      'BAD_REQUEST',
      'A GET needs the header apollo-require-preflight or x-apollo-operation-name.',
    );
  }
  const parameters = new URL(request.url ?? '', 'http://gateway').searchParams;
  const parsed = (name: string): unknown => {
    const text = parameters.get(name);
    return text === null ? undefined : parsedJson(text, `${name} is not JSON.`);
  };
  return {
    query: parameters.get('query'),
    documentId: parameters.get('documentId'),
    operationName: parameters.get('operationName'),
    variables: parsed('variables'),
    extensions: parsed('extensions'),
  };
}

/** Only JSON: a form or plain text could be sent by any page without being asked about. */
async function fromBody(request: IncomingMessage): Promise<Parameters> {
  const { headers } = request;
  checkContentType(headers['content-type'] ?? '');
  if (headers['content-encoding'] !== undefined && headers['content-encoding'] !== 'identity') {
    throw new BadRequest(415, 'UNSUPPORTED_MEDIA_TYPE', 'The body must not be encoded.');
  }
  const body = parsedJson(decoded(await bytesOf(request)), 'The body is not JSON.');
  if (body === null || typeof body !== 'object' || Array.isArray(body)) {
    throw new BadRequest(400, 'BAD_REQUEST', 'The body must be a JSON object; batches are not accepted.');
  }
  return body;
}

function checkContentType(text: string): void {
  if (text === 'application/json') return; // what most clients send
  const [type, ...parameters] = text.split(';').map(part => part.trim().toLowerCase());
  if (type !== 'application/json') {
    throw new BadRequest(415, 'UNSUPPORTED_MEDIA_TYPE', 'The body must be application/json.');
  }
  const charset = parameters.find(parameter => parameter.startsWith('charset='))?.slice('charset='.length);
  if (charset !== undefined && !/^"?utf-?8"?$/.test(charset)) {
    throw new BadRequest(415, 'UNSUPPORTED_MEDIA_TYPE', 'The body must be in UTF-8.');
  }
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const tooLarge = () =>
    new BadRequest(413, 'PAYLOAD_TOO_LARGE', `The body may have ${maximumBodyBytes} bytes at most.`);
  if (Number(request.headers['content-length']) > maximumBodyBytes) throw tooLarge();
  // Whoever left while it was found out who they are: nothing of it comes any more, not even its end.
  if (request.destroyed) throw new BadRequest(400, 'BAD_REQUEST', 'The body was cut short.');
  return new Promise((resolve, reject) => {
    let [first, size]: [Buffer | null, number] = [null, 0];
    const others: Buffer[] = []; // most bodies come in one piece
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= maximumBodyBytes) {
        if (first === null) first = chunk;
        else others.push(chunk);
        return;
      }
      request.pause();
      reject(tooLarge());
    });
    request.on('end', () => {
      resolve(others.length === 0 && first !== null ? first : Buffer.concat([first ?? empty, ...others]));
      [first, others.length] = [null, 0]; // the request holds on to this function while it is answered
    });
    request.on('error', () => reject(new BadRequest(400, 'BAD_REQUEST', 'The body was cut short.')));
  });
}

const empty = Buffer.alloc(0);
const byteOrderMark = 0xfeff;

function decoded(bytes: Buffer): string {
  if (!isUtf8(bytes)) throw new BadRequest(400, 'BAD_REQUEST', 'The body is not UTF-8.');
  const text = bytes.toString();
  return text.charCodeAt(0) === byteOrderMark ? text.slice(1) : text;
}

function parsedJson(text: string, otherwise: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BadRequest(400, 'BAD_REQUEST', otherwise);
  }
}

type Parameters = { [Name in 'query' | 'documentId' | 'operationName' | 'variables' | 'extensions']?: unknown };

function checked(
  { operationName, variables, extensions, ...named }: Parameters,
  trusted: TrustedDocuments | null,
): Asked {
  const { text, isText } = documentOf(named, trusted); // first, so that every guess at the schema has one answer
  if (operationName != null && typeof operationName !== 'string') {
    throw new BadRequest(400, 'BAD_REQUEST', 'operationName must be a string.');
  }
  const graphql = {
    query: text,
    ...(operationName ? { operationName } : {}),
    ...(variables == null ? {} : { variables: objectOf('variables', variables) }),
    ...(extensions == null ? {} : { extensions: objectOf('extensions', extensions) }),
  };
  return { graphql, isText };
}

function documentOf(
  { query, documentId }: Pick<Parameters, 'query' | 'documentId'>,
  trusted: TrustedDocuments | null,
): { readonly text: string; readonly isText: boolean } {
  const isWithoutId = query != null || documentId == null;
  if (trusted?.isRequired && isWithoutId) {
    throw new BadRequest(400, 'DOCUMENT_ID_REQUIRED', 'Only trusted documents are accepted, by documentId alone.');
  }
  if (trusted !== null && !isWithoutId) return { text: trustedText(documentId, trusted), isText: false };
  if (typeof query === 'string' && query !== '') return { text: query, isText: true };
  throw new BadRequest(400, 'BAD_REQUEST', 'query must be a GraphQL document.');
}

function trustedText(id: unknown, trusted: TrustedDocuments): string {
  if (typeof id !== 'string') throw new BadRequest(400, 'BAD_REQUEST', 'documentId must be a string.');
  const text = trusted.byId(id);
  if (text === null) throw new BadRequest(400, 'DOCUMENT_NOT_FOUND', 'There is no trusted document with this id.');
  return text;
}

function objectOf(name: string, value: unknown): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new BadRequest(400, 'BAD_REQUEST', `${name} must be a JSON object.`);
}
