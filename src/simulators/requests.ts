import { timingSafeEqual } from 'node:crypto';
import type { WireRequest } from './wire.js';

/** What a header or a form says, read the way a strict server does. */

export function hasContentType(request: WireRequest, type: string): boolean {
  return (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() === type;
}

export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);
}

/** The text inside `Basic …`, colon and all. */
export function basicText(request: WireRequest): string | undefined {
  const encoded = /^Basic ([A-Za-z0-9+/]+=*)$/i.exec(request.headers.authorization ?? '')?.[1];
  return encoded === undefined ? undefined : Buffer.from(encoded, 'base64').toString();
}

export function bearerToken(request: WireRequest): string | undefined {
  return /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
}

export function formOf(request: WireRequest): Readonly<Record<string, string>> {
  return Object.fromEntries(new URLSearchParams(request.body));
}

export function isSame(given: string | undefined, expected: string): boolean {
  const left = Buffer.from(given ?? '');
  const right = Buffer.from(expected);
  return left.length === right.length && timingSafeEqual(left, right);
}
