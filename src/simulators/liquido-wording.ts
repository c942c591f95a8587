import { failed, invalid } from './liquido-rules.js';
import type { Wording } from './outcome-faults.js';
import { json, retryAfter } from './wire.js';

export const wording: Wording = {
  refusals: {
    '400': () => invalid('phoneNumber', 'Invalid Phone Number'),
    '401': () => json(401, { message: 'Unauthorized' }),
    '403': () => json(403, { message: 'Forbidden' }),
    '404': () => failed(404, 'No wallet holder has this phone number'),
    '409': () => failed(409, 'The wallet holder has a wallet already'),
    '418': () => failed(422, 'The wallet holder was declined'),
    '422': () => failed(422, 'Invalid request field: name: not accepted'),
    '429': () => json(429, { message: 'Too Many Requests' }, retryAfter),
    '500': () => failed(500, 'Something broke.'),
    '503': () => json(503, { message: 'Service Unavailable' }, retryAfter),
  },
  changeRefusals: {
    '400': () => invalid('amountInCents', 'not accepted'),
    '409': () => failed(409, 'The wallet is locked by another request'),
    // A 422 on a charge means that the funds are insufficient (reference section 4).
    '418': () => failed(418, 'The transaction was declined'),
    '422': () => failed(422, 'Invalid request field: currency: not accepted'),
  },
  strange: wallet => ({
    ...wallet,
    status: 'PENDING_KYC',
    tier: 'GOLD',
    createdAt: '2026-01-15T05:00:00.123456789-0500',
  }),
};
