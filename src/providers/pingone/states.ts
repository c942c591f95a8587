import { forbidden } from '../../core/failures.js';
import { WalletState } from '../../core/wallet.js';
import { DigitalWalletTargetStatus, type UpdateDigitalWalletInput } from './changes.js';
import type { DigitalWallet } from './types.js';

/** What PingOne is asked for. */
export interface DigitalWalletChange {
  readonly status: DigitalWalletTargetStatus | null;
  readonly applicationInstanceId: string | null;
}

/**
 * How a wallet may be changed by hand, from PingOne's page "Update Digital Wallet": PAIRING_REQUIRED and EXPIRED are set
 * by PingOne alone, an application instance is assigned once, and ACTIVE needs one. That page says nothing of a way on
 * from EXPIRED. A status that is not known forbids nothing.
 *
 * A status that stands already is sent all the same, since a read may lag, and PUT of the same changes nothing. Null where
 * nothing is left to send: an instance that is assigned already. Throws a failure where the state forbids the change.
 */
export function changeOf(
  wallet: DigitalWallet,
  asked: Pick<UpdateDigitalWalletInput, keyof DigitalWalletChange>,
): DigitalWalletChange | null {
  const assigned = wallet.applicationInstanceId?.toLowerCase() ?? null;
  const status = asked.status ?? null;
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
