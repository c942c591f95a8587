import { z } from 'zod';
import { make } from '../../core/codec.js';
import {
  ConflictError,
  InvalidInputError,
  NotFoundError,
  ProviderAccessDeniedError,
  ProviderErrorDetail,
  RateLimitedError,
} from '../../core/errors.js';
import { MutationFailure } from '../../core/failures.js';
import { lookUp, refusal, string, time, waitOf, type Answer, type ProviderWords } from '../../upstream/answers.js';

/** PingOne's error body, as it comes with a refusal, and inside a success for a notification that did not go out. */

const innerError = z.object({ retryAfter: time, quotaResetTime: time }).nullable().catch(null);
const errorDetail = z.object({ code: string, message: string, target: string, innerError });
const errorDetails = z.array(errorDetail.nullable().catch(null)).catch([]);
export const pingOneError = z.object({ id: string, code: string, message: string, details: errorDetails });

export function detailsOf(details: z.output<typeof errorDetails>, answer: Answer): ProviderErrorDetail[] {
  const clean = (text: string | null) => (text === null ? null : answer.clean(text));
  return details
    .filter(detail => detail !== null)
    .map(({ code, message, target }) =>
      make(ProviderErrorDetail, { code: clean(code), message: clean(message), target: clean(target) }),
    );
}

/** PingOne warns that statuses within a class may change, so its codes come first. */
const typeByCode: Readonly<Record<string, ProviderWords['type']>> = {
  INVALID_DATA: InvalidInputError,
  INVALID_REQUEST: InvalidInputError, // REQUEST_FAILED says nothing: its status decides
  ACCESS_FAILED: ProviderAccessDeniedError,
  NOT_FOUND: NotFoundError,
  REQUEST_LIMITED: RateLimitedError,
};

/** Details that make a conflict of what is otherwise called invalid data. */
const conflictCodes = new Set(['UNIQUENESS_VIOLATION', 'CONSTRAINT_VIOLATION']);

export function pingOneRefusal(answer: Answer): Error {
  return refusal(answer, wordsFrom(answer));
}

/** A create's refusal, with what may have to be made first. */
export function creationRefusal(answer: Answer): Error {
  const words = wordsFrom(answer);
  const isMissing = words.type === NotFoundError || answer.status === 404;
  const isOfApplication =
    words.type === InvalidInputError && words.fields?.some(({ path }) => path[1] === 'digitalWalletApplicationId');
  return refusal(answer, isMissing || isOfApplication ? { ...words, hint: mustExist } : words);
}

const mustExist =
  'The user and the digital wallet application must exist in that environment first: docs/providers.md tells how.';

/** Whether it says that something is not there. */
export function isNotFound(refused: Error): boolean {
  return refused instanceof MutationFailure && refused.error instanceof NotFoundError;
}

function wordsFrom(answer: Answer): ProviderWords {
  const body = pingOneError.safeParse(answer.json);
  if (!body.success) return {};
  const { id, code, message } = body.data;
  const details = body.data.details.filter(detail => detail !== null);
  const isConflict = answer.status === 409 || details.some(detail => conflictCodes.has(detail.code ?? ''));
  return {
    type: isConflict ? ConflictError : lookUp(typeByCode, code),
    code,
    message,
    requestId: id,
    details,
    retryAfterSeconds: waitUntil(details),
    fields: details.flatMap(detail => {
      const path = inputPath(detail.target ?? '');
      return path === null ? [] : [{ path, message: detail.message ?? '', code: detail.code }];
    }),
  };
}

/** Over a limit, PingOne may say in the body from when on it works again. */
function waitUntil(details: readonly NonNullable<z.output<typeof errorDetail>>[]): number | null {
  const moment = details.map(({ innerError: inner }) => inner?.retryAfter ?? inner?.quotaResetTime).find(Boolean);
  return moment == null ? null : waitOf((Date.parse(moment) - Date.now()) / 1000);
}

/** PingOne's name of a member of the request, as a path into our input. */
function inputPath(target: string): string[] | null {
  const [first = '', second = '', ...rest] = target.split(/[.[\]/]+/).filter(part => part !== '');
  if (first === 'digitalWalletApplication') return ['input', 'digitalWalletApplicationId'];
  if (first === 'applicationInstance') return ['input', 'applicationInstanceId'];
  if (first === 'status') return ['input', 'status'];
  if (first === 'notification') return ['input', first, second, ...rest].filter(part => part !== '');
  return null;
}
