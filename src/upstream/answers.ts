import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import { make } from '../core/codec.js';
import { compiled } from '../core/compiled.js';
import {
  ConflictError,
  InvalidField,
  InvalidInputError,
  NotFoundError,
  ProviderAccessDeniedError,
  ProviderErrorDetail,
  ProviderErrorResponse,
  ProviderRejectedError,
  ProviderUnavailableError,
  RateLimitedError,
  RetryAdvice,
} from '../core/errors.js';
import { failure, OutcomeUncertain, Unreadable } from '../core/failures.js';
import { uuidPattern } from '../core/ids.js';
import { providerTitles, type WalletProvider } from '../core/provider.js';
import { dateTimePattern, isSafeUrl } from '../core/scalars.js';

/** What a provider answered, whatever its status. */
export interface Answer {
  readonly provider: WalletProvider;
  /** A read may be repeated, so that losing its answer proves nothing and harms nothing. */
  readonly isRead: boolean;
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** How long its headers ask to wait, or longer where the provider asked others for more; null where they do not. */
  readonly retryAfterSeconds: number | null;
  /** The body where it is JSON; integers beyond 2^53 are bigints. Undefined where it is anything else. */
  readonly json: unknown;
  /** Takes secrets and control characters out of provider text, and cuts it to 500 characters. */
  readonly clean: (text: string) => string;
  /** States that the body could not be read. */
  readonly reportUnreadable: () => void;
  /** States that it tells one thing in two ways that differ; what is exact was believed. */
  readonly reportDisputed: (field: string) => void;
}

export function isSuccess(answer: Answer): boolean {
  return answer.status >= 200 && answer.status < 300;
}

/** A provider's error body in our words; every part may be missing. */
export interface ProviderWords {
  /** The type that the provider's own code stands for, where the status alone would say something else. */
  readonly type?: RefusalType | undefined;
  readonly code?: string | null | undefined;
  readonly message?: string | null | undefined;
  readonly requestId?: string | null | undefined;
  readonly details?: readonly { code?: string | null; message?: string | null; target?: string | null }[];
  /** Wrong fields by their path in our input, for an InvalidInputError. */
  readonly fields?: readonly { path: readonly string[]; message: string; code?: string | null }[];
  /** Where it differs from what the type usually advises. */
  readonly retry?: RetryAdvice | undefined;
  /** What may be missing, for a person: ends the message. */
  readonly hint?: string | undefined;
  /** A wait that stands in the body; one in a header comes first. */
  readonly retryAfterSeconds?: number | null | undefined;
}

type RefusalType =
  | typeof InvalidInputError
  | typeof NotFoundError
  | typeof ConflictError
  | typeof ProviderRejectedError
  | typeof ProviderAccessDeniedError
  | typeof RateLimitedError
  | typeof ProviderUnavailableError;

/** Of an endless list of complaints, as many as a person reads. */
const maximumComplaints = 20;

/**
 * What to throw for an answer that is no success. For a create, a 3xx, 408 or 5xx proves nothing: it is uncertain,
 * whatever the body says. A 421 is HTTP's own "not processed": RFC 9110 section 15.5.20 lets any request be repeated.
 */
export function refusal(answer: Answer, words: ProviderWords = {}): Error {
  const { provider, status } = answer;
  const response = responseOf(answer, words);
  const provesNothing = status < 400 || status === 408 || status >= 500;
  if (provesNothing && !answer.isRead) return new OutcomeUncertain(provider, response);

  const type = provesNothing ? ProviderUnavailableError : typeOf(status, words);
  const isTemporary = type === RateLimitedError || type === ProviderUnavailableError;
  const retry = isTemporary ? RetryAdvice.RETRY_WITH_SAME_KEY : words.retry;
  const wait = answer.retryAfterSeconds ?? words.retryAfterSeconds ?? null;
  const common = {
    provider,
    providerResponse: response,
    message: [messages.get(type)?.(providerTitles[provider]), words.hint].filter(Boolean).join(' '),
    ...(retry === undefined ? {} : { retry }),
    retryAfterSeconds: retry === RetryAdvice.RETRY_WITH_SAME_KEY ? wait : null,
  };
  if (type !== InvalidInputError) return failure(type as typeof NotFoundError, common); // the others have no more fields
  const fields = (words.fields ?? []).slice(0, maximumComplaints).map(({ path, message, code }) =>
    make(InvalidField, {
      path: path.map(answer.clean),
      message: answer.clean(message),
      code: code == null ? null : answer.clean(code),
    }),
  );
  return failure(InvalidInputError, { ...common, fields });
}

/** The provider's code tells more than the status, except where the status alone says that nothing was processed. */
function typeOf(status: number, words: ProviderWords): RefusalType {
  if (status === 421 || status === 429) return typeByStatus(status);
  return words.type ?? typeByStatus(status);
}

function typeByStatus(status: number): RefusalType {
  if (status === 400 || status === 422) return InvalidInputError;
  if (status === 401 || status === 403) return ProviderAccessDeniedError;
  if (status === 404) return NotFoundError;
  if (status === 409) return ConflictError;
  if (status === 421) return ProviderUnavailableError;
  if (status === 429) return RateLimitedError;
  return ProviderRejectedError;
}

const messages: ReadonlyMap<RefusalType, (title: string) => string> = new Map<RefusalType, (title: string) => string>([
  [InvalidInputError, title => `${title} refused the input.`],
  [NotFoundError, title => `${title} does not know what the input names.`],
  [ConflictError, title => `At ${title}, the state of things forbids it.`],
  [ProviderRejectedError, title => `${title} declined the request.`],
  [ProviderAccessDeniedError, title => `${title} does not let the gateway do this.`],
  [RateLimitedError, title => `${title} is asked too often.`],
  [ProviderUnavailableError, title => `${title} is not available at present.`],
]);

function responseOf(answer: Answer, words: ProviderWords): ProviderErrorResponse {
  const clean = (text: string | null | undefined) => (text == null || text === '' ? null : answer.clean(text));
  return make(ProviderErrorResponse, {
    httpStatus: answer.status,
    code: clean(words.code),
    message: clean(words.message),
    requestId: clean(words.requestId ?? headerText(answer.headers, 'x-request-id')),
    details: (words.details ?? []).slice(0, maximumComplaints).map(detail =>
      make(ProviderErrorDetail, {
        code: clean(detail.code),
        message: clean(detail.message),
        target: clean(detail.target),
      }),
    ),
  });
}

/** Reads a success. One that cannot be read may still have done what was asked: uncertain, except for a read. */
export function read<Shape extends z.ZodType>(shape: Shape, answer: Answer): z.output<Shape> {
  const parsed = compiled(shape).safeParse(answer.json);
  if (parsed.success) return parsed.data;
  throw unreadable(answer, parsed.error);
}

/** Also for a success that contradicts the request, such as one about another person. */
export function unreadable(answer: Answer, cause?: unknown): Error {
  answer.reportUnreadable();
  if (!answer.isRead) return new OutcomeUncertain(answer.provider, responseOf(answer, {}), cause);
  const message = `${providerTitles[answer.provider]} answered something that cannot be read.`;
  return failure(ProviderUnavailableError, { provider: answer.provider, message }, new Unreadable(cause));
}

/**
 * The wait that an answer asks for, in whole seconds, rounded up; null where none can be made out. `now` is in
 * milliseconds. No wait is longer than GraphQL's Int can tell.
 */
export function retryAfterSeconds(headers: IncomingHttpHeaders, now: number): number | null {
  const digits = (name: string): number | null => {
    const text = headerText(headers, name);
    return text !== null && /^\d{1,12}$/.test(text) ? Number(text) : null;
  };
  const inMilliseconds = digits('retry-after-ms');
  if (inMilliseconds !== null) return waitOf(inMilliseconds / 1000);
  const inSeconds = digits('retry-after');
  if (inSeconds !== null) return waitOf(inSeconds);
  // Digits are never a date: Date.parse('120') is the year 120. An HTTP date begins with the day's name.
  const date = headerText(headers, 'retry-after') ?? '';
  if (/^[A-Z][a-z]{2,8},? /.test(date)) return waitOf((Date.parse(date) - now) / 1000);
  const older = digits('x-retry-in'); // Moov's older pages: milliseconds
  return older === null ? null : waitOf(older / 1000);
}

/** Whole seconds, from 0 to what an Int holds. */
export function waitOf(seconds: number): number | null {
  return Number.isFinite(seconds) ? Math.min(Math.max(0, Math.ceil(seconds)), 2 ** 31 - 1) : null;
}

export function headerText(headers: IncomingHttpHeaders, name: string): string | null {
  const value = headers[name];
  return typeof value === 'string' ? value : (value?.[0] ?? null);
}

// ── Lenient readers: what does not fit is null, and never spoils the answer to a create. What is missing is usual, and
// null without being tried: to find out what is wrong with it costs more than to read it. ──

export const string = z.string().nullable().default(null).catch(null);

/** A UUID that must be there; of any version, also of one that is yet to come. */
export const requiredUuid = z.string().regex(uuidPattern);

/** A provider's own word, such as a status: short, and one line. */
export const ownWord = z
  .string()
  .regex(/^\P{Cc}{1,100}$/u)
  .nullable()
  .default(null)
  .catch(null);

export const uuid = requiredUuid.nullable().default(null).catch(null);

export const url = z.string().refine(isSafeUrl).nullable().default(null).catch(null);

/** RFC 3339 as it comes, with the digits it comes with; an offset without its colon gets one. */
export const time = z
  .string()
  .transform(text => text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'))
  .refine(text => dateTimePattern.test(text))
  .nullable()
  .default(null)
  .catch(null);

/** A 64-bit integer, exact to the last digit. */
export const int64 = z
  .union([z.bigint(), z.number().refine(Number.isSafeInteger), z.string().regex(/^-?\d{1,19}$/)])
  .transform(value => BigInt(value))
  .refine(value => BigInt.asIntN(64, value) === value)
  .nullable()
  .default(null)
  .catch(null);

/** An exact decimal, written as a number or as text; a number as it was written, see `parseJson`. */
export const decimal = z
  .union([z.bigint(), z.number().refine(Number.isFinite), z.string()])
  .transform(String)
  .refine(text => /^-?\d{1,40}(?:\.\d{1,40})?$/.test(text))
  .nullable()
  .default(null)
  .catch(null);

/** What a table says of a provider's word. A word such as `constructor` is not in it, though every object has that member. */
export function lookUp<Ours>(
  table: Readonly<Record<string, Ours>>,
  theirs: string | null | undefined,
): Ours | undefined {
  return theirs != null && Object.hasOwn(table, theirs) ? table[theirs] : undefined;
}

/** A word of the provider's, folded into one of ours; `otherwise` where we do not know it, or it is missing. */
export function word<Ours extends string>(words: Readonly<Record<string, Ours>>, otherwise: Ours) {
  const ours = (theirs: unknown): Ours => (typeof theirs === 'string' ? lookUp(words, theirs) : undefined) ?? otherwise;
  return z.unknown().optional().transform(ours);
}

/**
 * JSON with integers beyond 2^53 as bigints, and other numbers that a double would round as the text that they were
 * written as. Throws where it is no JSON, or is nested too deep to be read.
 */
export function parseJson(text: string): unknown {
  if (!mayBeRounded.test(text)) return JSON.parse(text); // the reviver costs more than the rest
  const exact = (_name: string, value: unknown, context?: { readonly source?: string }): unknown => {
    const source = context?.source ?? '';
    if (typeof value !== 'number') return value;
    if (/^-?\d+$/.test(source)) return Number.isSafeInteger(value) ? value : BigInt(source);
    return /^-?\d+\.\d+$/.test(source) && !isWrittenAs(value, source) ? source : value;
  };
  return JSON.parse(text, exact as (name: string, value: unknown) => unknown); // the types do not know the source yet
}

/** Sixteen digits, with a point among them or before them. */
const mayBeRounded = /\d[\d.]{14,}\d|\b0\.0{6}/;

/** Without an exponent, too, in which a small number is written as text. */
function isWrittenAs(value: number, source: string): boolean {
  const digits = source.length - source.indexOf('.') - 1;
  return digits <= mostDigits && value.toFixed(digits) === source && !String(value).includes('e');
}

/** After the point: `toFixed` writes no more. */
const mostDigits = 100;
