import { make } from '../../core/codec.js';
import { partsOf } from '../../core/ids.js';
import { IdempotencySupport, ProviderCapability } from '../../core/offers.js';
import { WalletProvider } from '../../core/provider.js';
import { defineProvider } from '../../core/provider-port.js';
import { defineRecovery } from '../../core/recovery.js';
import { LiquidoDataSource } from './datasource.js';
import {
  InsufficientFundsError,
  WalletAccountCharged,
  WalletAccountToppedUp,
  type ChargeWalletAccountInput,
  type TopUpWalletAccountInput,
} from './moves.js';
import { LiquidoResolver } from './resolver.js';
import { liquidoSettings } from './settings.js';
import { liquidoWalletAccountId } from './types.js';

/** Its create is shared with Juspay: api/wallet-accounts. */
export const liquido = defineProvider({
  name: WalletProvider.LIQUIDO,
  offers: {
    capabilities: [ProviderCapability.CREATE, ProviderCapability.READ, ProviderCapability.UPDATE],
    idempotency: IdempotencySupport.NATIVE,
    limits: [], // none was found in what LIQUIDO publishes
    words: {
      onlyOnce:
        'LIQUIDO takes a key, made from yours: where an answer was lost, the very same request is sent again, for as long as `LIQUIDO_RESEND_WITHIN` says.',
      listing:
        'Nothing: LIQUIDO has no list call and no search, so it is never in `LIST`. Keep the ids of the wallets, or fetch the operation.',
      needs: [
        'A client id and secret that may use wallets. LIQUIDO does not say how rights are given, but its tokens carry the scope of one API: one for payments alone would be refused though it is valid. Ask LIQUIDO for the wallet scope.',
        'The assigned API key, which goes with every call besides the token.',
        "No customer record: the holder's name and phone number, country and currency are in the input.",
      ],
    },
  },
  settings: liquidoSettings,
  credentials: ['LIQUIDO_CLIENT_ID', 'LIQUIDO_CLIENT_SECRET', 'LIQUIDO_API_KEY'],
  source: LiquidoDataSource,
  open: (settings, wire) => new LiquidoDataSource(settings, wire),
  resolvers: [LiquidoResolver],
  results: [WalletAccountToppedUp, WalletAccountCharged, InsufficientFundsError],
  recoveries: [
    // Two movements of one wallet do not get into each other's way, so that neither waits for the other.
    defineRecovery<LiquidoDataSource, TopUpWalletAccountInput>({
      mutation: 'topUpWalletAccount',
      provider: WalletProvider.LIQUIDO,
      by: 'native',
      owner: walletOf,
      source: LiquidoDataSource,
      withinMs: source => source.resendWithinMs,
      again: (source, input, attempt) => source.topUpWallet(input, attempt),
      read: async (source, walletId, { input }, call) =>
        make(WalletAccountToppedUp, { walletAccount: await source.movedWallet(input, walletId, call) }),
    }),
    defineRecovery<LiquidoDataSource, ChargeWalletAccountInput>({
      mutation: 'chargeWalletAccount',
      provider: WalletProvider.LIQUIDO,
      by: 'native',
      owner: walletOf,
      source: LiquidoDataSource,
      withinMs: source => source.resendWithinMs,
      again: (source, input, attempt) => source.chargeWallet(input, attempt),
      read: async (source, walletId, { input }, call) =>
        make(WalletAccountCharged, { walletAccount: await source.movedWallet(input, walletId, call) }),
    }),
  ],
  nodes: {
    LiquidoWalletAccount: {
      parts: liquidoWalletAccountId.parts,
      owner: ([walletId = '']) => walletId,
      read: (source, [walletId = ''], call) => source.wallet(walletId, call),
    },
  },
});

/** LIQUIDO knows no owner of a wallet but the wallet. */
function walletOf({ walletAccountId }: TopUpWalletAccountInput | ChargeWalletAccountInput): string {
  const [walletId] = partsOf(walletAccountId, liquidoWalletAccountId);
  return walletId;
}
