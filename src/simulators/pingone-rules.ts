import { randomUUID } from 'node:crypto';
import { isObject, jsonObject } from './json.js';
import type { JsonObject } from './json.js';
import { outcomeOf } from './outcomes.js';
import { isUuid } from './requests.js';
import { json } from './wire.js';
import type { Headers, WireAnswer } from './wire.js';

export interface Wallet {
  readonly id: string;
  readonly userId: string;
  readonly applicationId: string;
  readonly createdAt: string;
  readonly pairingSession: JsonObject;
  readonly notification?: JsonObject;
  updatedAt: string;
  status: 'PAIRING_REQUIRED' | 'ACTIVE' | 'EXPIRED' | 'DISABLED';
  instanceId?: string;
  deviceData?: JsonObject;
  pairingAttempts?: readonly JsonObject[];
}

/** A credential in a wallet (reference section 6.3). */
export interface Credential {
  readonly id: string;
  readonly userId: string;
  readonly walletId: string;
  readonly credentialId: string;
  readonly createdAt: string;
  readonly expiredAt?: string;
  readonly status: string;
  readonly walletActions: readonly WalletAction[];
}

export interface WalletAction {
  readonly type: string;
  readonly occurredAt: string;
}

export interface CreateRequest {
  readonly applicationId: string;
  readonly instanceId?: string;
  readonly notification?: JsonObject;
}

/** Reference section 5. */
export function createRequest(sent: JsonObject): CreateRequest | WireAnswer {
  const applicationId = idIn(sent.digitalWalletApplication);
  if (applicationId === undefined)
    return invalid('REQUIRED_VALUE', 'digitalWalletApplication.id', 'A value is required.');
  if (!isUuid(applicationId)) return invalid('INVALID_VALUE', 'digitalWalletApplication.id', 'Must be a UUID.');
  const instanceId = idIn(sent.applicationInstance);
  if (sent.applicationInstance !== undefined && !isUuid(instanceId))
    return invalid('INVALID_VALUE', 'applicationInstance.id', 'Must be a UUID.');
  const { notification } = sent;
  const ids = { applicationId, ...(isUuid(instanceId) && { instanceId }) };
  if (notification === undefined) return ids;
  if (!isObject(notification)) return invalid('INVALID_VALUE', 'notification', 'Must be an object.');
  const { methods = [], template } = notification;
  const areMethods =
    Array.isArray(methods) &&
    new Set(methods).size === methods.length &&
    methods.every(each => each === 'EMAIL' || each === 'SMS');
  if (!areMethods) return invalid('INVALID_VALUE', 'notification.methods', 'Must be EMAIL or SMS, each once.');
  if (template !== undefined) {
    if (!isObject(template)) return invalid('INVALID_VALUE', 'notification.template', 'Must be an object.');
    for (const name of ['locale', 'variant']) {
      const given = template[name];
      if (typeof given !== 'string' || given === '')
        return invalid('REQUIRED_VALUE', `notification.template.${name}`, 'A value is required.');
    }
    // The guide's table says array of objects, its example is an object: both pass.
    const { variables = {} } = template;
    if (typeof variables !== 'object' || variables === null)
      return invalid('INVALID_VALUE', 'notification.template.variables', 'Must be an object.');
  }
  return { ...ids, notification };
}

function idIn(reference: unknown): unknown {
  return isObject(reference) ? reference.id : undefined;
}

/** One result per method, inside a 201 either way (guide). Variables are not echoed. */
export function notified(notification: JsonObject, userId: string): JsonObject {
  const { template } = notification;
  const methods: unknown[] = Array.isArray(notification.methods) ? notification.methods : [];
  const outcome = outcomeOf(userId);
  const sharedErrorId = randomUUID();
  const results = methods.map(method => {
    if (outcome === '208')
      return {
        method,
        sent: false,
        error: { id: sharedErrorId, code: 'NOT_FOUND', message: 'The resource was not found.' },
      };
    if (outcome !== '207' || method !== 'SMS') return { method, sent: true, notification: { id: randomUUID() } };
    const details = [{ code: 'INVALID_VALUE', message: `Could not find phone attribute for user ${userId}.` }];
    const message = 'The request could not be completed. One or more validation errors were in the request.';
    return { method, sent: false, error: { id: randomUUID(), code: 'INVALID_DATA', message, details } };
  });
  return {
    methods,
    ...(isObject(template) && { template: { locale: template.locale, variant: template.variant } }),
    results,
  };
}

export interface UpdateStyle {
  /** Whether a PUT may take a wallet out of EXPIRED; not published (reference section 7). */
  readonly expiredByPut?: 'refused' | 'allowed';
}

/** A narrow PUT: ACTIVE or DISABLED and a first instance, nothing else (reference section 7). The caller carries it out. */
export function updated(
  wallet: Wallet,
  text: string,
  { expiredByPut = 'refused' }: UpdateStyle,
): WireAnswer | { readonly changes: Partial<Wallet> } {
  const asked = jsonObject(text);
  if (!asked) return failed(400, 'INVALID_REQUEST', 'The request body could not be parsed.');
  const foreign = Object.keys(asked).find(name => name !== 'status' && name !== 'applicationInstance');
  if (foreign !== undefined) return invalid('INVALID_VALUE', foreign, 'Cannot be changed.');
  const { status, applicationInstance } = asked;
  const given = idIn(applicationInstance);
  const instanceId = isUuid(given) ? given : undefined;
  const isReassigned = wallet.instanceId !== undefined && instanceId !== wallet.instanceId;
  if (applicationInstance !== undefined && (instanceId === undefined || isReassigned)) {
    return invalid('INVALID_VALUE', 'applicationInstance.id', 'Must be a UUID and cannot be changed.');
  }
  const target = instanceId ?? wallet.instanceId;
  const isOver = wallet.status === 'EXPIRED' && expiredByPut === 'refused';
  const isOpen = status === undefined || status === 'DISABLED' || (status === 'ACTIVE' && target !== undefined);
  if (isOver || !isOpen) return invalid('INVALID_VALUE', 'status', 'This change of status is not allowed.');
  return { changes: { instanceId: target, ...(status !== undefined && { status }) } };
}

export function failed(
  status: number,
  code: string,
  message: string,
  details?: readonly JsonObject[],
  headers?: Headers,
): WireAnswer {
  return json(status, { id: randomUUID(), code, message, details }, headers);
}

export function invalid(code: string, target: string, message: string): WireAnswer {
  return failed(
    400,
    'INVALID_DATA',
    'The request could not be completed. One or more validation errors were in the request.',
    [{ code, target, message }],
  );
}

export function unauthorized(): WireAnswer {
  return failed(401, 'ACCESS_FAILED', 'The request could not be authorised.', [
    { code: 'INVALID_TOKEN', message: 'The token is not valid.' },
  ]);
}

export function forbidden(): WireAnswer {
  return failed(403, 'ACCESS_FAILED', 'The actor may not do this.', [
    { code: 'INSUFFICIENT_PERMISSIONS', message: 'Insufficient permissions.' },
  ]);
}

export function notFound(): WireAnswer {
  return failed(404, 'NOT_FOUND', 'The resource was not found.');
}

export function oauthError(status: number, error: string, error_description: string): WireAnswer {
  return json(status, { error, error_description });
}
