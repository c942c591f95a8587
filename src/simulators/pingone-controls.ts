import { randomUUID } from 'node:crypto';
import type { ListLagControl } from './list-lag.js';
import { usualApplicationId } from './pingone-book.js';
import type { Book } from './pingone-book.js';
import type { Wallet, WalletAction } from './pingone-rules.js';
import { withNanoseconds } from './times.js';

export interface WalletSeed {
  readonly applicationId?: string;
  /** An ACTIVE one is paired. */
  readonly status?: Wallet['status'];
}

export interface CredentialSeed {
  readonly status?: string;
  readonly createdAt?: string;
  /** Their name for it is `expiredAt` (reference section 6.3). */
  readonly expiresAt?: string;
  readonly credentialId?: string;
  readonly walletActions?: readonly WalletAction[];
}

/** What happens at PingOne without a request of ours. */
export interface PingOneControls extends ListLagControl {
  /** The phone app finishes the pairing. */
  pair(walletId: string, applicationInstanceId?: string): void;
  /** The phone app tries, and PingOne refuses it, such as with `APP_PACKAGE_MISMATCH` (reference section 7). */
  failPairing(walletId: string, code: string): void;
  /** The pairing window runs out. */
  expire(walletId: string): void;
  /** How long a wallet waits for its pairing; counts for those that wait already, too. */
  setPairingWindow(ms: number): void;
  /** An administrator switches it off. */
  disable(walletId: string): void;
  /** Somebody else deletes it, with its credentials. */
  remove(walletId: string): void;
  /** A wallet that no request made; its id. */
  addWallet(userId: string, seed?: WalletSeed): string;
  /** A credential comes into the wallet; its id. */
  provision(walletId: string, seed?: CredentialSeed): string;
}

export function pingOneControls(book: Book, baseUrl: string): PingOneControls {
  function walletOf(id: string): Wallet {
    const wallet = book.wallet(id);
    if (!wallet) throw new Error(`No PingOne wallet has the id ${id}`);
    return wallet;
  }

  function become(walletId: string, changes: Partial<Wallet>): void {
    Object.assign(walletOf(walletId), { ...changes, updatedAt: book.written() });
  }

  /** The attempts with one more, whose time has nine digits in the published sample. */
  function attempts(walletId: string, attempt: object): Wallet['pairingAttempts'] {
    const attemptedAt = withNanoseconds(new Date().toISOString());
    return [...(walletOf(walletId).pairingAttempts ?? []), { ...attempt, attemptedAt }];
  }

  function pair(walletId: string, instanceId: string = randomUUID()): void {
    const deviceData = {
      appPackage: 'com.example.wallet',
      sdkVersion: '2.0.1',
      osType: 'ANDROID',
      osVersion: '15',
      manufacturer: 'Example',
      model: 'Phone 1',
      pushToken: 'sandbox-push-token',
    };
    const pairingAttempts = attempts(walletId, { success: true });
    become(walletId, { status: 'ACTIVE', instanceId, deviceData, pairingAttempts });
  }

  return {
    setListLag: book.lag.setListLag,
    setPairingWindow: book.setPairingWindow,
    pair,
    // The name of the member that tells why is not published (reference section 6).
    failPairing: (walletId, code) =>
      become(walletId, { pairingAttempts: attempts(walletId, { success: false, error: { code } }) }),
    expire: walletId => become(walletId, { status: 'EXPIRED' }),
    disable: walletId => become(walletId, { status: 'DISABLED' }),
    remove: walletId => book.remove(walletOf(walletId).id),
    addWallet(userId, { applicationId = usualApplicationId, status = 'PAIRING_REQUIRED' } = {}) {
      const wallet = book.draft(userId, { applicationId }, baseUrl);
      book.add(wallet);
      if (status === 'ACTIVE') pair(wallet.id);
      else wallet.status = status;
      return wallet.id;
    },
    provision(walletId, seed = {}) {
      const { userId } = walletOf(walletId);
      const createdAt = book.written(seed.createdAt);
      const id = randomUUID();
      book.provision({
        id,
        userId,
        walletId,
        credentialId: seed.credentialId ?? randomUUID(),
        createdAt,
        ...(seed.expiresAt !== undefined && { expiredAt: book.written(seed.expiresAt) }),
        status: seed.status ?? 'ACCEPTED',
        walletActions: seed.walletActions ?? [{ type: 'CREDENTIAL_ACCEPTED', occurredAt: createdAt }],
      });
      return id;
    },
  };
}
