import { ConflictError } from '../../core/errors.js';
import { failure } from '../../core/failures.js';
import { WalletState } from '../../core/wallet.js';
import { DigitalWalletTargetStatus, type UpdateDigitalWalletInput } from './changes.js';
import type { DigitalWallet } from './types.js';

/** What PingOne is asked for: only what does not stand so already. */
export interface DigitalWalletChange {
  readonly status: DigitalWalletTargetStatus | null;
  readonly applicationInstanceId: string | null;
}

/**
 * How a wallet may be changed by hand, from PingOne's page "Update Digital Wallet": PAIRING_REQUIRED and EXPIRED are set
 * by PingOne alone, an application instance is assigned once, and ACTIVE needs one. That page says nothing of a way on
 * from EXPIRED. A status that is not known forbids nothing.
 *
 * Null where the wallet stands as asked. Throws a failure where its state forbids the change.
 */
export function changeOf(
  wallet: DigitalWallet,
  asked: Pick<UpdateDigitalWalletInput, keyof DigitalWalletChange>,
): DigitalWalletChange | null {
  const assigned = wallet.applicationInstanceId?.toLowerCase() ?? null;
  const status = asked.status == null || asked.status === wallet.providerStatus ? null : asked.status;
  const given = asked.applicationInstanceId ?? null;
  const applicationInstanceId = given === assigned ? null : given;
  if (status === null && applicationInstanceId === null) return null;

  if (wallet.state === WalletState.EXPIRED) throw forbidden('The wallet has expired: it can only be deleted.');
  if (applicationInstanceId !== null && assigned !== null) {
    throw forbidden('The wallet has another application instance, and it is assigned once.');
  }
  if (status === DigitalWalletTargetStatus.ACTIVE && applicationInstanceId === null && assigned === null) {
    throw forbidden('The wallet has no application instance yet: give one with it.');
  }
  return { status, applicationInstanceId };
}

function forbidden(message: string): Error {
  return failure(ConflictError, { message: `${message} Nothing was sent.` });
}
