import { z } from 'zod';

/** Kinds of settings. What is wrong with one is said so that the message can follow its name. */

/** An http or https URL without query, trailing slash or credentials; it may carry a path prefix. */
export function baseUrl(usual: string) {
  return z
    .string()
    .refine(isBaseUrl, 'must be an http or https URL, perhaps with a path, and nothing after it')
    .transform(text => text.replace(/(?<!\/)\/+$/, ''))
    .default(usual);
}

function isBaseUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, search, hash } = new URL(text);
  return (protocol === 'https:' || protocol === 'http:') && `${username}${password}${search}${hash}` === '';
}

/** A credential. It travels in a header, so it is one line of visible ASCII characters. */
export function secret() {
  return z.string().regex(/^[\x21-\x7e]{1,4096}$/, 'must be one line of visible ASCII characters without spaces');
}

/** A whole number written in digits. */
export function wholeNumber(usual: number, minimum: number, maximum: number) {
  return wholeNumberOrNone(minimum, maximum).default(usual);
}

export function wholeNumberOrNone(minimum: number, maximum: number) {
  return z
    .string()
    .regex(/^\d{1,10}$/, 'must be a whole number')
    .transform(Number)
    .refine(value => value >= minimum && value <= maximum, `must be from ${minimum} to ${maximum}`);
}

export interface RedisServer {
  readonly host: string;
  readonly port: number;
  readonly isEncrypted: boolean;
  readonly username: string | null;
  readonly password: string | null;
  readonly database: number;
}

/** Where a Redis is, and perhaps a password for it: what is wrong is said without quoting it. */
export function redisUrl() {
  return z.string().transform((text, { issues }) => {
    const server = redisServerFrom(text);
    if (server !== null) return server;
    const message =
      'must look like redis://user:password@host:6379/0, or rediss:// for TLS; user, port and number may be left out';
    issues.push({ code: 'custom', message, input: undefined }); // the text may hold a password
    return z.NEVER;
  });
}

function redisServerFrom(text: string): RedisServer | null {
  const url = URL.parse(text);
  if (url === null || !/^rediss?:$/.test(url.protocol) || `${url.search}${url.hash}` !== '') return null;
  const { hostname, username, password } = url;
  const database = /^\/?(?<number>\d{0,5})$/.exec(url.pathname)?.groups?.number;
  const isForNobody = username !== '' && password === ''; // Redis would be asked without either
  if (hostname === '' || url.port === '0' || database === undefined || isForNobody) return null;
  try {
    return {
      host: hostname.replace(/^\[(.+)\]$/, '$1'),
      port: Number(url.port || 6379),
      isEncrypted: url.protocol === 'rediss:',
      username: decodeURIComponent(username) || null,
      password: decodeURIComponent(password) || null,
      database: Number(database),
    };
  } catch {
    return null; // a percent sign that encodes nothing
  }
}

export interface PostgresServer {
  /** With the password in it. */
  readonly url: string;
  /** Host, port and database, for people. */
  readonly name: string;
}

/** Where the journal's rows are kept. */
export type StorePlace =
  | {
      readonly kind: 'sqlite';
      /** A path, or `:memory:`. */
      readonly file: string;
    }
  | { readonly kind: 'postgres'; readonly server: PostgresServer };

/** A file, or a PostgreSQL and perhaps a password for it: what is wrong is said without quoting it. */
export function storeUrl() {
  return z.string().transform((text, { issues }) => {
    const place = storePlaceFrom(text);
    if (place !== null) return place;
    const message =
      'must look like sqlite:data/billfold.sqlite, sqlite::memory: or postgres://user:password@host:5432/database';
    issues.push({ code: 'custom', message, input: undefined }); // the text may hold a password
    return z.NEVER;
  });
}

export function storePlaceFrom(text: string): StorePlace | null {
  const file = /^sqlite:(?<file>.+)/.exec(text)?.groups?.file;
  if (file !== undefined) return { kind: 'sqlite', file };
  const url = URL.parse(text);
  if (url === null || !/^postgres(?:ql)?:$/.test(url.protocol)) return null;
  const host = url.searchParams.get('host') ?? url.hostname;
  // An unescaped slash in a password makes a path of it, which would be told as the database's name.
  if (host === '' || !/^\/[^/@]+$/.test(url.pathname) || url.port === '0') return null;
  const mode =
    url.searchParams.get('sslmode') ?? (isLoopback(host) || host.startsWith('/') ? 'disable' : 'verify-full');
  if (!sslModes.has(mode)) return null;
  // Whoever asks for encryption is spoken to only if they are who they should be, unless it is said that this does not matter.
  url.searchParams.set('sslmode', mode === 'disable' || mode === 'no-verify' ? mode : 'verify-full');
  const name = `${host}${url.port === '' ? '' : `:${url.port}`}${url.pathname}`;
  return { kind: 'postgres', server: { url: url.href, name } };
}

const sslModes = new Set(['disable', 'no-verify', 'prefer', 'require', 'verify-ca', 'verify-full']);

/** Nobody but this machine reaches it. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || /^(?:\[?::1\]?|127(?:\.\d{1,3}){3})$/.test(host);
}

const unitsInMs: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** A time such as `24h`; `millisecondsIn` reads it. */
export function duration(usual: string) {
  return z
    .string()
    .regex(/^\d{1,6}[smhd]$/, { message: 'must look like 24h (s, m, h or d)', abort: true })
    .default(usual);
}

export function millisecondsIn(text: string): number {
  return Number(text.slice(0, -1)) * (unitsInMs[text.slice(-1)] ?? 0);
}

/** How long a wallet that is not found may still show up, where a provider's differs from the gateway's own setting. */
export function settleAbsentAfter() {
  return wholeNumberOrNone(0, 86_400_000)
    .optional()
    .describe('SETTLE_ABSENT_AFTER_MS for this provider alone, in milliseconds.');
}

/** Names separated by commas. */
export function list() {
  return z.string().transform(text =>
    text
      .split(',')
      .map(item => item.trim())
      .filter(item => item !== ''),
  );
}

/** Origins separated by commas, each as a browser writes it in the Origin header. */
export function origins() {
  return list().refine(
    given => given.every(isOrigin),
    'must be origins as browsers send them (scheme, host and perhaps a port, nothing after it), separated by commas: https://app.example',
  );
}

function isOrigin(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.origin === text && !text.includes('*'); // no browser sends that one
}
