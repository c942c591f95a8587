/** What each contender knows of Moov: where it is, what it is sent, and what becomes of its answer. */

export const moovUrl = process.env['MOOV_API_URL'] ?? '';

export const headers = {
  accept: 'application/json',
  'content-type': 'application/json',
  authorization: `Basic ${Buffer.from('public:secret').toString('base64')}`,
  'x-moov-version': 'v2026.07.00',
};

export interface CreateInput {
  readonly idempotencyKey: string;
  readonly accountId: string;
  readonly name: string;
  readonly description?: string | null;
}

/** As Moov answers. */
export interface Wallet {
  readonly walletID: string;
  readonly walletType: string;
  readonly createdOn: string;
  readonly name: string;
  readonly description: string;
  readonly status: string;
  readonly availableBalance: { readonly currency: string; readonly value: number };
}

export const pathOf = ({ accountId }: CreateInput): string => `/accounts/${accountId}/wallets`;

export function requestOf({ idempotencyKey, name, description }: CreateInput): object {
  return { name, description, metadata: { operation: idempotencyKey } };
}

export function walletFrom(wallet: Wallet, { accountId }: CreateInput) {
  const { walletID, name, description, walletType, status, createdOn, availableBalance } = wallet;
  return {
    id: Buffer.from(`MoovWallet:${accountId}:${walletID}`).toString('base64url'),
    providerId: walletID,
    provider: 'MOOV',
    accountId,
    name,
    description,
    walletType: walletType.toUpperCase(),
    state: status.toUpperCase(),
    createdAt: createdOn,
    availableBalance: {
      currency: availableBalance.currency,
      minorUnits: String(availableBalance.value),
      decimal: (availableBalance.value / 100).toFixed(2),
    },
  };
}

/** What a resolver gives where Moov refuses. */
export const unavailable = {
  __typename: 'ProviderUnavailableError',
  code: 'PROVIDER_UNAVAILABLE',
  message: 'Moov does not answer.',
  retry: 'SAME_KEY',
};
