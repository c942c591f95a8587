import { jsonObject } from './json.js';
import type { Wording } from './outcome-faults.js';
import { empty, json, retryAfter } from './wire.js';

export const wording: Wording = {
  refusals: {
    '400': () => json(400, { error: 'name: must not contain markup' }),
    '401': () => empty(401),
    '403': () => empty(403),
    '404': () => empty(404),
    '409': () => json(409, { error: 'account lacks the wallet.balance capability' }),
    '418': () => json(418, { error: 'declined by underwriting' }),
    '422': () => json(422, { name: 'must be at most 64 characters' }),
    '429': () => empty(429, retryAfter),
    '500': () => empty(500),
    '503': () => empty(503, retryAfter),
  },
  changeRefusals: {
    '400': () => json(400, { error: 'status: must not contain markup' }),
    '409': () => json(409, { error: 'wallet has pending transfers' }),
    '422': ({ body }) => {
      const isClosing = jsonObject(body)?.status === 'closed';
      return json(422, isClosing ? { status: 'is not allowed' } : { name: 'must be at most 64 characters' });
    },
  },
  strange: wallet => ({
    ...wallet,
    status: 'frozen',
    walletType: 'escrow',
    createdOn: '2026-01-15T10:00:00.123456789+00:00',
    riskScore: 7,
  }),
};
