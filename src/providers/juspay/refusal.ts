import { z } from 'zod';
import {
  ConflictError,
  InvalidInputError,
  NotFoundError,
  ProviderAccessDeniedError,
  ProviderRejectedError,
  RetryAdvice,
} from '../../core/errors.js';
import {
  headerText,
  lookUp,
  parseJson,
  refusal,
  string,
  type Answer,
  type ProviderWords,
} from '../../upstream/answers.js';

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

const fieldNames: Readonly<Record<string, string>> = {
  customer_id: 'customerId',
  gateway: 'gateway',
  command: 'authenticate',
  mobile_number: 'mobileNumber',
  gateway_reference_id: 'gatewayReferenceId',
  client_auth_token: 'clientAuthToken',
};

export function juspayRefusal(answer: Answer): Error {
  const body = errorBody.safeParse(snakeCased(answer.json));
  if (!body.success) return refusal(answer);
  const { error_code, error_message, error_info: info } = body.data;
  // The merchant's own set-up lacks something: no client can mend it.
  const isSetUp = info.category === 'CONFIG_ERROR' || setUpCodes.has(info.code ?? '');
  const fields = info.fields.filter(field => field !== null);
  return refusal(answer, {
    type: isSetUp ? ProviderRejectedError : (lookUp(typeByCode, info.code) ?? lookUp(typeByCode, error_code)),
    code: info.code ?? error_code,
    message: error_message ?? info.developer_message,
    requestId:
      info.request_id ?? headerText(answer.headers, 'x-request-id') ?? headerText(answer.headers, 'x-response-id'),
    details: fields.map(({ field_name, reason }) => ({ target: field_name, message: reason })),
    fields: fields.flatMap(({ field_name, reason }) => {
      const name = lookUp(fieldNames, field_name);
      return name === undefined ? [] : [{ path: ['input', 'account', 'juspay', name], message: reason ?? 'Refused.' }];
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
