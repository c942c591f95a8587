import { z } from 'zod';
import { make } from '../../core/codec.js';
import {
  ConflictError,
  InvalidInputError,
  NotFoundError,
  ProviderAccessDeniedError,
  ProviderRejectedError,
  RetryAdvice,
} from '../../core/errors.js';
import { globalId, namePart } from '../../core/ids.js';
import { WalletProvider } from '../../core/provider.js';
import { WalletState } from '../../core/wallet.js';
import {
  decimal,
  headerText,
  lookUp,
  parseJson,
  read,
  refusal,
  string,
  time,
  type Answer,
  type ProviderWords,
} from '../../upstream/answers.js';
import { JuspayWalletAccount, type JuspayWalletAccountInput } from './types.js';

/** Juspay's forms and JSON, as in "Create Wallet" and the pages around it. */

export function walletForm(input: JuspayWalletAccountInput): URLSearchParams {
  const form = new URLSearchParams({ gateway: input.gateway });
  if (input.authenticate) form.set('command', 'authenticate');
  if (input.mobileNumber != null) form.set('mobile_number', input.mobileNumber);
  if (input.gatewayReferenceId != null) form.set('gateway_reference_id', input.gatewayReferenceId);
  if (input.clientAuthToken != null) form.set('client_auth_token', input.clientAuthToken);
  return form;
}

const wallet = z.object({
  id: namePart,
  wallet: string,
  linked: z.union([z.boolean(), z.enum(['true', 'false']).transform(text => text === 'true')]).catch(false), // some pages show it as text
  current_balance: decimal,
  last_refreshed: time, // 2026-01-31T09:15:00+0000
  metadata: z.object({ mobile_number: string }).nullable().catch(null),
  gateway_reference_id: string,
});

/** Which customer was asked about, and by which routing id: a later read needs both. */
export interface CustomerPlace {
  readonly customerId: string;
  readonly routingId: string;
  readonly gateway?: string;
}

/** A routing id in a global id: encoded, since it may hold the slash by which parts are separated. */
export const routingPart = z
  .string()
  .refine(text => Buffer.from(text, 'base64url').toString('base64url') === text)
  .transform(text => Buffer.from(text, 'base64url').toString('utf8'))
  .pipe(z.string().regex(/^[\x21-\x7e]{1,128}$/));

export function walletFrom(answer: Answer, { customerId, routingId, gateway }: CustomerPlace): JuspayWalletAccount {
  const found = read(wallet, answer);
  return make(JuspayWalletAccount, {
    id: globalId('JuspayWalletAccount', customerId, Buffer.from(routingId).toString('base64url'), found.id),
    provider: WalletProvider.JUSPAY,
    providerId: found.id,
    state: found.linked ? WalletState.ACTIVE : WalletState.PENDING,
    providerStatus: null,
    customerId,
    walletName: found.wallet ?? gateway ?? '',
    linked: found.linked,
    currentBalance: found.current_balance,
    lastRefreshed: found.last_refreshed,
    mobileNumber: found.metadata?.mobile_number ?? null,
    gatewayReferenceId: found.gateway_reference_id,
  });
}

const listed = z.object({
  list: z.array(
    z.object({
      id: namePart,
      wallet: string,
      metadata: z.object({ mobile_number: string }).nullable().catch(null),
      gateway_reference_id: string,
    }),
  ),
  total: z.number().nullable().catch(null),
});

/** Whose wallet it may be is told by what both the request and the list say: names, in either case. */
export interface WalletList {
  readonly ids: readonly string[];
  /** Those that such a create may have made. */
  readonly like: readonly string[];
  /** False where the customer has more than the list shows: how to ask for the rest is not published. */
  readonly isWhole: boolean;
}

/** `aliases`: the wallet's name by the gateway's, where it differs; both in lower case. */
export function listFrom(
  answer: Answer,
  input: JuspayWalletAccountInput,
  aliases: ReadonlyMap<string, string>,
): WalletList {
  const { list, total } = read(listed, answer);
  const gateway = input.gateway.toLowerCase();
  const names = [gateway, aliases.get(gateway)];
  const differs = (asked: string | null | undefined, found: string | null | undefined) =>
    asked != null && found != null && asked !== found;
  const like = list
    .filter(({ wallet: name }) => name === null || names.includes(name.toLowerCase()))
    .filter(({ metadata }) => !differs(input.mobileNumber, metadata?.mobile_number))
    .filter(({ gateway_reference_id }) => !differs(input.gatewayReferenceId, gateway_reference_id));
  const idsOf = (wallets: typeof list) => wallets.map(({ id }) => id);
  return { ids: idsOf(list), like: idsOf(like), isWhole: total === null || total <= list.length };
}

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
