import { forbidden } from '../../core/failures.js';
import { MoovWalletType, type MoovWallet } from './types.js';

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
