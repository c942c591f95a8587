import { make } from '../../core/codec.js';
import { WalletProvider } from '../../core/provider.js';
import { defineRecovery } from '../../core/recovery.js';
import type { Call } from '../../core/request.js';
import { WalletAccountLinked, type DelinkWalletAccountInput, type LinkWalletAccountInput } from './commands.js';
import { JuspayDataSource } from './datasource.js';
import { placeOf } from './ids.js';

/** How unknown outcomes of commands are settled; those of creates are in api/wallet-accounts. */

const provider = WalletProvider.JUSPAY;
interface Command {
  readonly walletAccountId: string;
}

/** By Juspay's id alone: a wallet goes by several customer ids and routing ids. */
const changes = ({ walletAccountId }: Command): string => placeOf(walletAccountId).walletId.toLowerCase();

const owner = ({ walletAccountId }: Command): string => placeOf(walletAccountId).customerId;
const isOwners = (source: JuspayDataSource, { walletAccountId }: Command, call: Call): Promise<boolean> =>
  source.isOfCustomer(placeOf(walletAccountId), call);

export const commandRecoveries = [
  // Nothing tells that a code was sent. Another one is sent where the customer asks for it, never by itself.
  defineRecovery({ mutation: 'authenticateWalletAccount', provider, by: 'nothing', owner, isOwners, changes }),
  // A code that was accepted is used up: sent again, it might be taken for a wrong one.
  defineRecovery<JuspayDataSource, LinkWalletAccountInput>({
    mutation: 'linkWalletAccount',
    provider,
    by: 'readBack',
    owner,
    isOwners,
    changes,
    source: JuspayDataSource,
    otherwise: 'The wallet is not linked: the code did not arrive, or was not accepted.',
    async read(source, { walletAccountId }, call) {
      const walletAccount = await source.knownWallet(placeOf(walletAccountId), call);
      return walletAccount.linked ? make(WalletAccountLinked, { walletAccount }) : null;
    },
  }),
  // It changes nothing, and ends one-time tokens: it is asked for anew by whoever still wants to know.
  defineRecovery({ mutation: 'refreshWalletAccount', provider, by: 'nothing', owner, isOwners }),
  defineRecovery<JuspayDataSource, DelinkWalletAccountInput>({
    mutation: 'delinkWalletAccount',
    provider,
    by: 'repeatable',
    owner,
    isOwners,
    changes,
    source: JuspayDataSource,
    again: (source, input, attempt) => source.delink(input, attempt),
  }),
];
