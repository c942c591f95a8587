import { randomFillSync } from 'node:crypto';
import { z } from 'zod';
import { compiled } from './compiled.js';

/**
 * Ids. A global id is opaque to clients; inside it is the type's name and what the provider needs to find the thing
 * again. Whatever goes into a provider's path must match one of the patterns here first: percent-encoding does not
 * help against `..`, which a URL parser takes for a step upwards.
 */

/** RFC 9562, in either case. */
export const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** An id that a merchant makes up, fit for a path segment and a header value; never only dots. */
export const namePattern = /^(?!\.+$)[A-Za-z0-9._~@:+=-]{1,128}$/;

/** A UUID in a global id, as we write it. */
export const uuidPart = z.string().regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
export const namePart = z.string().regex(namePattern);

/** A kind of global id. */
export interface NodeId<Parts extends readonly string[] = readonly string[]> {
  readonly typeName: string;
  /** What the id must hold, strictly: it goes into a path. */
  readonly parts: z.ZodType<Parts>;
}

/** The parts of an id that is known to be of the kind. */
export function partsOf<Parts extends readonly string[]>(id: string, { parts }: NodeId<Parts>): Parts {
  return compiled(parts).parse(readGlobalId(id)?.parts);
}

export function isIdOf({ typeName, parts }: NodeId, id: string): boolean {
  const named = readGlobalId(id);
  return named?.typeName === typeName && compiled(parts).safeParse(named.parts).success;
}

export function globalId(typeName: string, ...parts: readonly string[]): string {
  let text = typeName;
  for (const part of parts) text += `/${part}`;
  return encoded(text);
}

function encoded(text: string): string {
  return Buffer.from(text).toString('base64url');
}

/** The parts of a global id, or null where it cannot be one of ours. */
export function readGlobalId(id: string): { typeName: string; parts: readonly string[] } | null {
  if (id.length > 1024) return null;
  const bytes = Buffer.from(id, 'base64url');
  if (bytes.toString('base64url') !== id) return null; // one spelling for one id
  const text = bytes.toString('latin1');
  const end = text.indexOf('/');
  if (end < 0 || !/^[\x20-\x7e]+$/.test(text)) return null; // no id of ours has anything else in it
  return { typeName: text.slice(0, end), parts: text.slice(end + 1).split('/') };
}

const random = Buffer.alloc(10 * 256);
let used = random.length;

/** A UUID of version 7: later ones come after former ones, so that an index of them grows at its end alone. */
export function newRowId(): string {
  if (used === random.length) {
    randomFillSync(random);
    used = 0;
  }
  const rest = random.toString('hex', used, (used += 10));
  const time = Date.now().toString(16).padStart(12, '0');
  const variant = '89ab'.charAt(parseInt(rest.charAt(3), 16) & 3);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${rest.slice(0, 3)}-${variant}${rest.slice(4, 7)}-${rest.slice(7, 19)}`;
}
