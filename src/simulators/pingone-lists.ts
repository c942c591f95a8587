import type { JsonObject } from './json.js';
import { invalid } from './pingone-rules.js';
import { json } from './wire.js';
import type { WireAnswer, WireRequest } from './wire.js';

export interface ListStyle {
  /** Neither the items nor, on a last page, the collection have `_links`. */
  readonly listLinks?: 'usual' | 'missing';
  /** A collection of nothing has no `_embedded` (reference section 6.2). */
  readonly emptyEmbedded?: 'usual' | 'missing';
}

/** Something that was made at some point. */
export interface Numbered {
  /** Rises with every thing that is made; a cursor points behind one. */
  readonly sequence: number;
}

/** What a list shows of it. */
export interface Entry extends Numbered {
  readonly body: JsonObject;
}

export interface Collection {
  readonly name: string;
  /** In the order in which they were made. */
  readonly entries: readonly Entry[];
  readonly pageLength?: number;
}

/**
 * A HAL collection. Longer ones are paged by `_links.next`, whose cursor names the last thing shown and not a place
 * among the others: what comes or goes meanwhile makes nothing appear twice or be skipped.
 */
export function collection(
  request: WireRequest,
  { name, entries, pageLength }: Collection,
  { listLinks = 'usual', emptyEmbedded = 'usual' }: ListStyle,
): WireAnswer {
  // Where nothing is paged, a cursor is a query like any other that nobody knows.
  const cursor = pageLength === undefined ? undefined : request.query.cursor;
  const after = cursor === undefined ? -1 : sequenceIn(cursor);
  if (after === undefined) return invalid('INVALID_PARAMETER', 'cursor', 'The cursor is not valid.');
  const rest = entries.filter(({ sequence }) => sequence > after);
  const page = rest.slice(0, pageLength);
  const last = page.at(-1);
  const url = `${request.baseUrl}${request.path}`;
  const links = {
    ...(listLinks === 'usual' && { self: { href: url } }),
    ...(last && rest.length > page.length && { next: { href: `${url}?cursor=${cursorAfter(last.sequence)}` } }),
  };
  const items = page.map(({ body: { _links, ...members } }) =>
    listLinks === 'usual' ? { _links, ...members } : members,
  );
  return json(200, {
    ...(Object.keys(links).length > 0 && { _links: links }),
    ...((items.length > 0 || emptyEmbedded === 'usual') && { _embedded: { [name]: items } }),
    size: items.length,
  });
}

function cursorAfter(sequence: number): string {
  return Buffer.from(`after ${sequence}`).toString('base64url');
}

function sequenceIn(cursor: string): number | undefined {
  const digits = /^after (\d+)$/.exec(Buffer.from(cursor, 'base64url').toString())?.[1];
  return digits === undefined ? undefined : Number(digits);
}
