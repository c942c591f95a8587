import { randomUUID } from 'node:crypto';

/**
 * What four providers answer to whoever needs next to no answer: every create makes a wallet, nothing is kept. An
 * owner is a UUID at each of them, and its last three digits say how many wallets it has.
 */

export const providerNames = ['pingOne', 'juspay', 'equalsMoney', 'moov'] as const;
export type ProviderName = (typeof providerNames)[number];

export interface Asked {
  readonly method: string;
  readonly segments: readonly string[];
  readonly query: URLSearchParams;
}

export const answers: Readonly<Record<ProviderName, (asked: Asked) => object>> = {
  moov({ method, segments, query }) {
    const [, accountId = '', , walletId] = segments;
    if (method === 'POST') return moovWallet(randomUUID());
    if (walletId !== undefined) return moovWallet(walletId);
    return walletIdsOf(accountId)
      .slice(Number(query.get('skip')))
      .map(moovWallet);
  },
  pingOne({ method, segments }) {
    const [, , environmentId = '', , userId = '', collection] = segments;
    if (collection === undefined) return { access_token: 'token', token_type: 'Bearer', expires_in: 3600 };
    if (method === 'POST') return pingOneWallet(environmentId, userId);
    const digitalWallets = walletIdsOf(userId).map(id => ({
      id,
      status: 'ACTIVE',
      createdAt: '2026-07-01T10:00:00.000Z',
      updatedAt: '2026-07-01T10:05:00.000Z',
      environment: { id: environmentId },
      user: { id: userId },
      digitalWalletApplication: { id: '7f1c2a7e-0b7d-4c39-9d5f-1b9c7f0e0003' },
    }));
    return { _embedded: { digitalWallets }, size: digitalWallets.length };
  },
  juspay({ method, segments }) {
    const [, customerId = ''] = segments;
    if (method === 'POST') return juspayAccount(`wlt_${randomUUID()}`);
    const list = walletIdsOf(customerId).map(juspayAccount);
    return { list, total: list.length, count: list.length, offset: 0 };
  },
  equalsMoney({ method, query }) {
    if (method === 'POST') return applePass;
    const state = query.get('tokenState');
    const isListed = state === null || state === 'ACTIVE';
    const rows = (isListed ? walletIdsOf(query.get('accountId') ?? '') : []).map(token => ({
      token,
      cardId: '7c2a9c1e-5b4d-4a6f-8e3b-1b9c7f0e0004',
      cardName: 'Travel',
      lastFour: '4242',
    }));
    return { count: rows.length, rows };
  },
};

/** A user whom an e-mail reaches, and no SMS. */
export const phonelessUser = '49000000-0000-4000-8000-000000000011';

function pingOneWallet(environmentId: string, userId: string): object {
  const id = randomUUID();
  const times = { createdAt: '2026-07-01T10:00:00.000Z', updatedAt: '2026-07-01T10:00:00.000Z' };
  const places = { environment: { id: environmentId }, user: { id: userId } };
  const error = { id: randomUUID(), code: 'INVALID_DATA', message: 'One or more validation errors.' };
  const results = [
    { method: 'EMAIL', sent: true, notification: { id: randomUUID() } },
    { method: 'SMS', sent: false, error },
  ];
  return {
    id,
    ...times,
    ...places,
    digitalWalletApplication: { id: '7f1c2a7e-0b7d-4c39-9d5f-1b9c7f0e0003' },
    status: 'PAIRING_REQUIRED',
    pairingSession: {
      id: randomUUID(),
      ...times,
      ...places,
      digitalWallet: { id },
      challenge: 'a1b2c3d4e5f6g7h8',
      qrUrl: `https://api.pingone.com/v1/distributedid/requests/${id}`,
      status: 'INITIAL',
    },
    ...(userId === phonelessUser ? { notification: { methods: ['EMAIL', 'SMS'], results } } : {}),
  };
}

function juspayAccount(id: string): object {
  return {
    id,
    object: 'wallet_account',
    wallet: 'PAYTM',
    linked: true,
    current_balance: 120.5,
    last_refreshed: '2026-07-01T10:00:00+0000',
    metadata: { mobile_number: '9876543210' },
  };
}

const applePass = {
  deviceType: 'MOBILE_PHONE',
  provisioningAppVersion: '1.4.0',
  certificates: ['TEVBRi1ERU1P', 'U1VCQ0EtREVNTw=='],
  nonce: 'Tk9OQ0UtREVNTw==',
  nonceSignature: 'U0lHTi1ERU1P',
  encryptedPassData: 'RU5DUllQVEVE',
  activationData: 'QUNUSVZBVElPTg==',
  ephemeralPublicKey: 'RVBIRU1FUkFM',
};

export function newOwner(wallets: number): string {
  return randomUUID().slice(0, -3) + String(wallets).padStart(3, '0');
}

/** In the order in which they are listed: an owner's wallets begin as its own id does. */
export function walletIdsOf(owner: string): string[] {
  return Array.from({ length: Number(owner.slice(-3)) }, (_wallet, index) => `${owner.slice(0, 24)}${twelve(index)}`);
}

function twelve(index: number): string {
  return String(index).padStart(12, '0');
}

function moovWallet(walletID: string): object {
  return {
    walletID,
    partnerAccountID: '2c9a6a0d-7e52-4b6b-8e0b-1b9c7f0e0002',
    walletType: 'general',
    createdOn: '2026-07-01T10:00:00Z',
    name: 'Savings',
    description: 'For the next bicycle',
    status: 'active',
    availableBalance: { currency: 'USD', value: 0, valueDecimal: '0' },
  };
}
