import { canonical } from '../../core/codec.js';
import { ConflictError } from '../../core/errors.js';
import { failure } from '../../core/failures.js';
import type { UpdateMoovWalletInput } from './changes.js';
import { MoovWalletType, type MoovWallet } from './types.js';

/** How a wallet may be changed, and when it may be closed. */

/** What Moov is asked for: only what does not stand so already. */
export interface MoovWalletChange {
  readonly name?: string;
  /** Empty where it is cleared. */
  readonly description?: string;
  /** A person's labels, without the gateway's own; none where they are cleared. */
  readonly metadata?: Readonly<Record<string, string>>;
}

/** Null where the wallet stands as asked. Whether a closed one can still be changed is not published: Moov decides. */
export function changeOf(
  wallet: MoovWallet,
  { name, description, metadata }: Omit<UpdateMoovWalletInput, 'idempotencyKey' | 'moovWalletId'>,
): MoovWalletChange | null {
  const change: MoovWalletChange = {
    ...(name == null || name === wallet.name ? {} : { name }),
    ...(description === undefined || (description ?? '') === wallet.description
      ? {}
      : { description: description ?? '' }),
    ...(metadata === undefined || canonical(metadata ?? {}) === canonical(wallet.metadata ?? {})
      ? {}
      : { metadata: metadata ?? {} }),
  };
  return Object.keys(change).length === 0 ? null : change;
}

/**
 * Moov's guides: a default wallet is active for ever ("multiple wallets"), and only an empty one can be closed
 * ("Dashboard"). The rest is for Moov to judge: 75 quiet days, no pending transfer, and wallets that cards are issued on.
 */
export function checkClosing({ walletType, availableBalance }: MoovWallet): void {
  if (walletType === MoovWalletType.DEFAULT) throw forbidden("It is the account's default wallet, which stays open.");
  if (availableBalance !== null && availableBalance.minorUnits !== 0n) {
    throw forbidden('Its balance is not zero: only an empty wallet can be closed.');
  }
}

function forbidden(message: string): Error {
  return failure(ConflictError, { message: `${message} Nothing was sent.` });
}
