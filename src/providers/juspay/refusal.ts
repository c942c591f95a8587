import { z } from 'zod';
import {
  ConflictError,
  InvalidInputError,
  NotFoundError,
  ProviderAccessDeniedError,
  ProviderRejectedError,
  RetryAdvice,
  type ProviderErrorResponse,
} from '../../core/errors.js';
import { failure, MutationFailure } from '../../core/failures.js';
import { WalletProvider } from '../../core/provider.js';
import {
  headerText,
  lookUp,
  parseJson,
  refusal,
  string,
  type Answer,
  type ProviderWords,
} from '../../upstream/answers.js';
import { OneTimeCodeRejectedError } from './commands.js';

/** Juspay's error body. Older answers lack parts of it. */

const errorInfo = z.object({
  code: string,
  category: string,
  developer_message: string,
  request_id: string,
  fields: z.array(z.object({ field_name: string, reason: string }).nullable().catch(null)).catch([]),
});
const noInfo = { code: null, category: null, developer_message: null, request_id: null, fields: [] };
const errorBody = z.object({
  error_code: string,
  error_message: string,
  error_info: z
    .unknown()
    .optional() // older answers have none
    .transform(info => (typeof info === 'string' ? jsonOr(info) : info)) // some answers carry it as JSON in a string
    .pipe(errorInfo.catch(noInfo)),
});

/** By `error_info.code` or `error_code`. Neither list is published whole: what is not here goes by the status. */
const typeByCode: Readonly<Record<string, ProviderWords['type']>> = {
  INVALID_INPUT: InvalidInputError,
  MISSING_MANDATORY_PARAMETER: InvalidInputError,
  RESOURCE_NOT_FOUND: NotFoundError,
  object_not_found: NotFoundError,
  null_error: NotFoundError, // "Invalid Request": a customer that does not exist
  ALREADY_EXISTS: ConflictError,
  unique: ConflictError,
  INVALID_ACTION: ConflictError,
  DUPLICATE_REQUEST: ConflictError,
  EXPIRED: ProviderRejectedError,
  UNAUTHENTICATED: ProviderAccessDeniedError,
  UNAUTHORIZED: ProviderAccessDeniedError,
  BAD_ORIGIN: ProviderAccessDeniedError,
  access_denied: ProviderAccessDeniedError,
};

/** Juspay's codes of category CONFIG_ERROR, which an answer may leave out. Its published table is cut off here. */
const setUpCodes = new Set([
  'GATEWAY_NOT_FOUND',
  'ACCOUNT_NOT_FOUND',
  'INVALID_ACCOUNT_DETAILS',
  'LOCKER_NOT_CONFIGURED',
  'FEATURE_NOT_ENABLED',
]);

/** Where a field of a call stands in our input, and what must be at Juspay before the call can succeed. */
interface Asked {
  readonly paths: Readonly<Record<string, readonly string[]>>;
  readonly needs?: string;
}

const account = ['input', 'account', 'juspay'];
const create: Asked = {
  paths: {
    customer_id: [...account, 'customerId'],
    gateway: [...account, 'gateway'],
    command: [...account, 'authenticate'],
    mobile_number: [...account, 'mobileNumber'],
    gateway_reference_id: [...account, 'gatewayReferenceId'],
    client_auth_token: [...account, 'clientAuthToken'],
  },
  needs: 'The customer must be made at Juspay first: docs/providers.md tells how.',
};
const command: Asked = {
  paths: {
    otp: ['input', 'otp'],
    gateway_reference_id: ['input', 'gatewayReferenceId'],
    client_auth_token: ['input', 'clientAuthToken'],
  },
};

export function createRefusal(answer: Answer): Error {
  return juspayRefusal(answer, create);
}

export function commandRefusal(answer: Answer): Error {
  return juspayRefusal(answer, command);
}

/**
 * Whether a wrong code can be a 400 as well is not published: one that names the code is taken for it, and so is
 * EXPIRED, since nothing else in the call could be.
 */
export function linkRefusal(answer: Answer, attemptsLeft: number): Error {
  const refused = commandRefusal(answer);
  const error = refused instanceof MutationFailure ? refused.error : null;
  const isCode = error instanceof InvalidInputError && error.fields.some(({ path }) => path.at(-1) === 'otp');
  const response = error?.providerResponse ?? null;
  return isCode || response?.code === 'EXPIRED' ? codeRejected(attemptsLeft, response) : refused;
}

export function codeRejected(attemptsLeft: number, providerResponse: ProviderErrorResponse | null = null): Error {
  const message = 'The code is wrong or too old; the wallet is not linked.';
  return failure(OneTimeCodeRejectedError, {
    provider: WalletProvider.JUSPAY,
    message,
    attemptsLeft,
    providerResponse,
  });
}

/** Of a read, where nothing is asked for. */
export function juspayRefusal(answer: Answer, { paths, needs }: Asked = { paths: {} }): Error {
  const body = errorBody.safeParse(snakeCased(answer.json));
  if (!body.success) return refusal(answer, answer.status === 404 ? { hint: needs } : {});
  const { error_code, error_message, error_info: info } = body.data;
  // The merchant's own set-up lacks something: no client can mend it.
  const isSetUp = info.category === 'CONFIG_ERROR' || setUpCodes.has(info.code ?? '');
  const fields = info.fields.filter(field => field !== null);
  const type = isSetUp ? ProviderRejectedError : (lookUp(typeByCode, info.code) ?? lookUp(typeByCode, error_code));
  const isMissing = type === NotFoundError || (type === undefined && answer.status === 404);
  return refusal(answer, {
    type,
    hint: isSetUp
      ? 'The gateway must be set up for the merchant at Juspay: docs/providers.md tells how.'
      : isMissing
        ? needs
        : undefined,
    code: info.code ?? error_code,
    message: error_message ?? info.developer_message,
    requestId:
      info.request_id ?? headerText(answer.headers, 'x-request-id') ?? headerText(answer.headers, 'x-response-id'),
    details: fields.map(({ field_name, reason }) => ({ target: field_name, message: reason })),
    fields: fields.flatMap(({ field_name, reason }) => {
      const path = lookUp(paths, field_name);
      return path === undefined ? [] : [{ path, message: reason ?? 'Refused.' }];
    }),
    retry: isSetUp
      ? RetryAdvice.ASK_OPERATOR
      : info.code === 'DUPLICATE_REQUEST' // the same identifier is in process: it will pass
        ? RetryAdvice.RETRY_WITH_SAME_KEY
        : undefined,
  });
}

/** Juspay's SDK reads camelCase twins of these members too, in the body and in its `errorInfo`. */
function snakeCased(body: unknown, hasInfo = true): unknown {
  if (body === null || typeof body !== 'object' || Array.isArray(body)) return body;
  const renamed = Object.entries(body).map(([name, value]: [string, unknown]) => [
    name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`),
    name === 'errorInfo' && hasInfo ? snakeCased(value, false) : value,
  ]);
  return Object.fromEntries(renamed) as unknown;
}

function jsonOr(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return null;
  }
}
