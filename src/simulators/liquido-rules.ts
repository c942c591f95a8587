import type { JsonObject } from './json.js';
import { isUuid } from './requests.js';
import { json } from './wire.js';
import type { WireAnswer } from './wire.js';

/** Limits from the guide; which fields are required is inferred. */
export function createProblem(asked: JsonObject): WireAnswer | undefined {
  const { phoneNumber, name, country, currency, groupId, idempotencyKey } = asked;
  if (typeof phoneNumber !== 'string' || !/^\+[0-9]{5,19}$/.test(phoneNumber))
    return invalid('phoneNumber', 'Invalid Phone Number');
  if (typeof name !== 'string' || name.trim() === '') return invalid('name', 'is required');
  if (typeof country !== 'string' || !/^[A-Z]{2}$/.test(country)) return invalid('country', 'not supported');
  if (typeof currency !== 'string' || !/^[A-Z]{3}$/.test(currency)) return invalid('currency', 'not supported');
  if (groupId !== undefined && (typeof groupId !== 'string' || groupId.length > 64))
    return invalid('groupId', 'at most 64 characters');
  if (typeof idempotencyKey !== 'string' || idempotencyKey === '') return invalid('idempotencyKey', 'is required');
  return undefined;
}

/** What the body of a top-up or a charge says, once it was judged. */
export interface Movement {
  readonly walletId: string;
  readonly cents: bigint;
  readonly currency: string;
}

export function movement(asked: JsonObject): WireAnswer | Movement {
  const { walletAccountId, amountInCents, currency, idempotencyKey } = asked;
  if (!isUuid(walletAccountId)) return invalid('walletAccountId', 'must be a UUID');
  if (!isPositiveInteger(amountInCents)) return invalid('amountInCents', 'must be a positive integer');
  if (typeof currency !== 'string' || !/^[A-Z]{3}$/.test(currency))
    return invalid('currency', 'must be an ISO 4217 code');
  if (typeof idempotencyKey !== 'string' || idempotencyKey === '') return invalid('idempotencyKey', 'is required');
  return { walletId: walletAccountId, cents: BigInt(amountInCents), currency };
}

function isPositiveInteger(value: unknown): value is number | bigint {
  return typeof value === 'bigint' ? value > 0n : Number.isSafeInteger(value) && Number(value) > 0;
}

/** The status is repeated as a string in `code` (guide). */
export function failed(status: number, errorMessage: string): WireAnswer {
  return json(status, { errors: [{ code: String(status), errorMessage }] });
}

/** The documented pattern, out of which a client may read the field (guide). */
export function invalid(field: string, reason: string): WireAnswer {
  return failed(400, `Invalid request field: ${field}: ${reason}`);
}
