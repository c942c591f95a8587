import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { GraphQLError, parse, validate, type GraphQLSchema } from 'graphql';
import type { Events } from '../core/events.js';
import type { RequestRecord } from '../core/request.js';
import { maximumTokens } from './documents.js';
import { measured } from './limits.js';

/**
 * The documents of the clients that belong to this gateway, known before anybody sends them. They stand in a manifest,
 * a JSON object of texts by id, as the clients' build writes it.
 */
export interface TrustedDocuments {
  /** Nothing else is accepted. Where it need not be, what would be refused is stated. */
  readonly isRequired: boolean;
  /** By its id in the manifest, or by `sha256:` and the digest of its text. */
  byId(id: string): string | null;
  /** States that a document was executed which came as text: once for each, as far as is remembered. */
  cameAsText(document: TextExecuted): void;
  /** Takes the manifest as it is now, and answers with how many it holds. Throws a readable Error, and keeps the former one, where it is broken. */
  readAgain(): number;
}

export interface TextExecuted {
  readonly text: string;
  readonly operationName: string;
  readonly request: RequestRecord;
}

export interface TrustedDocumentsOptions {
  readonly file: string;
  readonly isRequired: boolean;
  /** What every document is held against. */
  readonly schema: GraphQLSchema;
  readonly events: Events;
}

/** Texts that have been stated: beyond so many the oldest is forgotten, and would be stated again. */
const remembered = 10_000;
/** Faults that are named; as many as a person mends before looking again. */
const faultsNamed = 10;

/** Throws a readable Error where the manifest is broken. */
export function openTrustedDocuments(options: TrustedDocumentsOptions): TrustedDocuments {
  const { file, isRequired, schema, events } = options;
  let documents = manifestIn(file, schema);
  const stated = new Set<string>();

  return {
    isRequired,
    byId: id => documents.get(id) ?? null,
    cameAsText({ text, operationName, request }) {
      const sha256 = digestOf(text);
      if (isRequired || stated.has(sha256)) return;
      stated.add(sha256);
      for (const oldest of stated) {
        if (stated.size <= remembered) break;
        stated.delete(oldest);
      }
      events.emit('cameAsText', { request, operationName, sha256, isTrusted: documents.has(`sha256:${sha256}`) });
    },
    readAgain() {
      documents = manifestIn(file, schema);
      return new Set(documents.values()).size;
    },
  };
}

/** Texts by every id under which they may be asked for. Read at once, so that of two readings the later one stays. */
function manifestIn(file: string, schema: GraphQLSchema): ReadonlyMap<string, string> {
  const entries = entriesIn(file);
  const faults = entries.flatMap(([id, text]) => {
    const fault = faultOf(id, text, schema);
    return fault === null ? [] : [`${id}: ${fault}`];
  });
  if (faults.length > 0) {
    const more = faults.length > faultsNamed ? [`and ${faults.length - faultsNamed} more`] : [];
    throw unusable(file, [...faults.slice(0, faultsNamed), ...more]);
  }
  const texts = entries.map(([id, text]): [string, string] => [id, String(text)]); // all are texts: else there were faults
  return new Map([...texts.map(([, text]): [string, string] => [`sha256:${digestOf(text)}`, text]), ...texts]);
}

function entriesIn(file: string): [string, unknown][] {
  const manifest = parsedFrom(file);
  if (manifest === null || typeof manifest !== 'object' || Array.isArray(manifest)) {
    throw unusable(file, ['it is not a JSON object of texts by id']);
  }
  const entries = Object.entries(manifest);
  if (entries.length === 0) throw unusable(file, ['there are no documents in it']);
  return entries;
}

function parsedFrom(file: string): unknown {
  const text = textOf(file);
  try {
    return JSON.parse(text);
  } catch {
    throw unusable(file, ['it is not JSON']);
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown';
    throw unusable(file, [`it cannot be read (${code})`]);
  }
}

/** What is wrong with one entry, in one line; null where nothing is. */
function faultOf(id: string, text: unknown, schema: GraphQLSchema): string | null {
  if (typeof text !== 'string') return 'it is not a text.';
  // Clients that know what the prefix means would ask for one document and get another.
  if (id.startsWith('sha256:') && id !== `sha256:${digestOf(text)}`) return 'its text has another digest.';
  try {
    const [error] = validate(schema, measured(parse(text, { maxTokens: maximumTokens })).document);
    return error === undefined ? null : lineOf(error);
  } catch (error) {
    if (error instanceof GraphQLError) return lineOf(error);
    throw error;
  }
}

function lineOf({ message, locations }: GraphQLError): string {
  const [at] = locations ?? [];
  return at === undefined ? message : `${message} (line ${at.line}, column ${at.column})`;
}

function unusable(file: string, problems: readonly string[]): Error {
  const lines = problems.map(problem => `  - ${problem}`);
  return new Error(`TRUSTED_DOCUMENTS_FILE (${file}) cannot be used:\n${lines.join('\n')}`);
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
