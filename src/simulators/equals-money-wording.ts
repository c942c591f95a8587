import { failed, invalid } from './equals-money-tokens.js';
import type { Wording } from './outcome-faults.js';
import { retryAfter } from './wire.js';

export const wording: Wording = {
  refusals: {
    '400': () => invalid('provisioningAppVersion is not accepted'),
    '401': () => failed(401, 'Unauthorized', 'The API key has expired'),
    '403': () => failed(403, 'Forbidden', 'Access denied'),
    '404': () => failed(404, 'Not Found', 'Card not found'),
    '409': () => failed(409, 'Conflict', 'The card has a token on this device'),
    '418': () => failed(418, 'Declined', 'Tokenisation is not enabled for this card product'),
    '422': () => invalid('deviceType is not supported for this card'),
    '429': () => failed(429, 'Too Many Requests', 'Too many requests', retryAfter),
    '500': () => failed(500, 'Internal Server Error', 'Something went wrong'),
    '503': () => failed(503, 'Service Unavailable', 'Try later', retryAfter),
  },
  changeRefusals: {
    '400': () => invalid('state is not accepted'),
    '409': () => failed(409, 'Conflict', 'The token is being changed'),
    '418': () => failed(418, 'Declined', 'The network has declined the transition'),
    '422': () => invalid('digitalWalletToken is not accepted'),
  },
  strange: success => ({
    ...success,
    ...('createdAt' in success && { createdAt: '2026-01-31T09:15:00.123456789+0000' }),
    fulfillmentStatus: 'DECISION_PURPLE',
    walletProviderHint: { tier: 'X' },
  }),
};
