import { exists, failed, invalid, invalidAction, unauthenticated } from './juspay-rules.js';
import type { Wording } from './outcome-faults.js';
import { formOf } from './requests.js';
import { retryAfter } from './wire.js';

/** The member that each command could have wrong; the others have none but the command itself. */
const fields: Readonly<Record<string, string>> = { authenticate: 'gateway_reference_id', link: 'otp' };

export const wording: Wording = {
  refusals: {
    '400': () => invalid('mobile_number', 'Invalid value.'),
    '401': unauthenticated,
    '403': () =>
      failed(403, {
        status: 'Forbidden',
        error_code: 'access_denied',
        error_info: { code: 'BAD_ORIGIN', category: 'USER_ERROR' },
      }),
    // Reference section 5: seen when listing for an unknown customer; the status is inferred.
    '404': () =>
      failed(400, {
        status: 'Invalid Request',
        error_code: 'null_error',
        error_message: 'No customer has this id.',
      }),
    '409': () => exists('Wallet exists already.'),
    '418': () =>
      failed(400, {
        status: 'Bad Request',
        error_code: 'invalid_request_error',
        error_message: 'The gateway is not configured for this merchant.',
        error_info: {
          code: 'GATEWAY_NOT_FOUND',
          category: 'CONFIG_ERROR',
          developer_message: 'The gateway is not configured for this merchant.',
        },
      }),
    '422': () => invalid('gateway', 'Not supported for wallets.'),
    '429': () => failed(429, { status: 'Too Many Requests', error_message: 'Too many requests.' }, retryAfter),
    '500': () =>
      failed(500, {
        status: 'error',
        error_code: 'internal_server_error',
        error_message: 'Something went wrong.',
      }),
    '503': () => failed(503, { status: 'error', error_message: 'Service unavailable.' }, retryAfter),
  },
  changeRefusals: {
    '400': request => {
      const { command = '' } = formOf(request);
      return invalid(fields[command] ?? 'command', 'Invalid value.');
    },
    '409': () => invalidAction('The wallet is busy.'),
    '422': () => invalid('command', 'Not supported for this wallet.'),
  },
  strange: wallet => ({
    ...wallet,
    // Pages disagree on the type of a balance and print offsets without a colon.
    current_balance: '0.00',
    last_refreshed: '2026-01-31T09:15:00.123456789+0530',
    kyc_status: 'HALF_VERIFIED',
    metadata: { mobile_number: null, device_id: 'device-1' },
  }),
};
