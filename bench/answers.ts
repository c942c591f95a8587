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
    if (method === 'POST') return { access_token: 'token', token_type: 'Bearer', expires_in: 3600 };
    const [, , environmentId = '', , userId = ''] = segments;
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
  juspay({ segments }) {
    const [, customerId = ''] = segments;
    const list = walletIdsOf(customerId).map(id => ({
      id,
      object: 'wallet_account',
      wallet: 'PAYTM',
      linked: true,
      current_balance: 120.5,
      last_refreshed: '2026-07-01T10:00:00+0000',
      metadata: { mobile_number: '9876543210' },
    }));
    return { list, total: list.length, count: list.length, offset: 0 };
  },
  equalsMoney({ query }) {
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
