import { isObject } from './json.js';
import type { Wording } from './outcome-faults.js';
import { failed, forbidden, invalid, notFound, unauthorized } from './pingone-rules.js';
import { retryAfter } from './wire.js';

export const wording: Wording = {
  refusals: {
    '400': () =>
      invalid('INVALID_VALUE', 'digitalWalletApplication.id', 'The application is not a native application.'),
    '401': unauthorized,
    '403': forbidden,
    '404': notFound,
    // The top-level code of a 409 is not published; the detail is PingOne's own.
    '409': () =>
      failed(409, 'INVALID_DATA', 'The request conflicts with existing data.', [
        { code: 'UNIQUENESS_VIOLATION', message: 'Already in use.' },
      ]),
    '418': () =>
      failed(418, 'REQUEST_FAILED', 'The request could not be completed.', [
        { code: 'ACCOUNT_NOT_USABLE', message: 'The account cannot be used.' },
      ]),
    '422': () => invalid('INVALID_VALUE', 'notification.template.variant', 'The variant does not exist.'),
    '429': () =>
      failed(
        429,
        'REQUEST_LIMITED',
        'Too many requests.',
        [{ code: 'LIMIT_EXCEEDED', message: 'Rate limit exceeded.' }],
        retryAfter,
      ),
    '500': () => failed(500, 'UNEXPECTED_ERROR', 'An unexpected error occurred.'),
    '503': () => failed(503, 'SERVICE_UNAVAILABLE', 'Try later.', undefined, retryAfter),
  },
  changeRefusals: {
    '400': () => invalid('INVALID_VALUE', 'status', 'This change of status is not allowed.'),
    '422': () => invalid('INVALID_VALUE', 'applicationInstance.id', 'The instance does not exist.'),
  },
  strange: wallet => ({
    ...wallet,
    status: 'QUARANTINED',
    createdAt: '2026-01-15T16:55:46.729645592+0000',
    updatedAt: null,
    trustLevel: { name: 'SILVER' },
    ...(isObject(wallet.pairingSession) && {
      pairingSession: { ...wallet.pairingSession, status: 'SCANNED' },
    }),
  }),
};
