import { make } from '../../core/codec.js';
import { partsOf } from '../../core/ids.js';
import { IdempotencySupport, ProviderCapability } from '../../core/offers.js';
import { WalletProvider } from '../../core/provider.js';
import { defineOwner, defineProvider } from '../../core/provider-port.js';
import { defineRecovery } from '../../core/recovery.js';
import {
  MoovWalletClosed,
  MoovWalletUpdated,
  type CloseMoovWalletInput,
  type UpdateMoovWalletInput,
} from './changes.js';
import { MoovDataSource } from './datasource.js';
import { MoovResolver, MoovWalletResolver } from './resolver.js';
import { moovSettings } from './settings.js';
import { MoovAccountInput, MoovWalletCreated, moovWalletId, type CreateMoovWalletInput } from './types.js';

export const moov = defineProvider({
  name: WalletProvider.MOOV,
  offers: {
    capabilities: [
      ProviderCapability.CREATE,
      ProviderCapability.READ,
      ProviderCapability.LIST,
      ProviderCapability.UPDATE,
      ProviderCapability.CLOSE,
    ],
    idempotency: IdempotencySupport.MARKER,
    limits: [
      { name: 'open general wallets of an account', maximum: 10 },
      { name: 'requests a second about an account, from one address, with production keys', maximum: 40 },
      { name: 'requests a second about an account, from one address, with test keys', maximum: 10 },
    ],
    words: {
      onlyOnce:
        "Moov takes no key for wallets: each carries its operation's id as a label in its metadata, and one whose answer was lost is found by it in the account's list.",
      listing: 'An account: `moovAccount`.',
      needs: [
        "An account of Moov's; its id is the input's `accountId`. It must be connected to the one whose keys these are: `POST /accounts/{id}/connections` does that.",
        'The capability `wallet.balance` on that account, asked for with `POST /accounts/{id}/capabilities`; approval of a `send-funds.*` or `collect-funds.*` capability switches it on too. That takes a while: wait until it is `enabled`. Moov then makes the first wallet, of type `default`, by itself; this gateway makes further ones, of type `general`.',
        'An API key with its secret half. One host serves test and production: the keys decide.',
      ],
    },
  },
  settings: moovSettings,
  credentials: ['MOOV_PUBLIC_KEY', 'MOOV_SECRET_KEY'],
  source: MoovDataSource,
  open: (settings, wire) => new MoovDataSource(settings, wire),
  resolvers: [MoovResolver, MoovWalletResolver],
  results: [MoovWalletCreated, MoovWalletUpdated, MoovWalletClosed],
  recoveries: [
    defineRecovery<MoovDataSource, CreateMoovWalletInput>({
      mutation: 'createMoovWallet',
      provider: WalletProvider.MOOV,
      by: 'lookUp',
      owner: ({ accountId }) => accountId,
      source: MoovDataSource,
      target: null, // the marker says whose it is
      absentAfterMs: source => source.absentAfterMs,
      providerId: success => (success as MoovWalletCreated).moovWallet.providerId, // the mutation's only success
      look: (source, sought, call) => source.walletsMarked(sought, call),
      read: async (source, walletId, { input }, call) =>
        make(MoovWalletCreated, { moovWallet: await source.wallet(input.accountId, walletId, call) }),
    }),
    // A PATCH with the same body comes to the same, and a wallet is closed once.
    defineRecovery<MoovDataSource, UpdateMoovWalletInput>({
      mutation: 'updateMoovWallet',
      provider: WalletProvider.MOOV,
      by: 'repeatable',
      owner: accountOf,
      source: MoovDataSource,
      changes: walletChangedBy,
      again: (source, input, attempt) => source.updateWallet(input, attempt),
    }),
    defineRecovery<MoovDataSource, CloseMoovWalletInput>({
      mutation: 'closeMoovWallet',
      provider: WalletProvider.MOOV,
      by: 'repeatable',
      owner: accountOf,
      source: MoovDataSource,
      changes: walletChangedBy,
      again: (source, input, attempt) => source.closeWallet(input, attempt),
    }),
  ],
  nodes: {
    [moovWalletId.typeName]: {
      parts: moovWalletId.parts,
      owner: ([accountId = '']) => accountId,
      read: (source, [accountId = '', walletId = ''], call) => source.wallet(accountId, walletId, call),
      listOf: ([accountId = '']) => [accountId],
      isListedWhole: true,
    },
  },
  lists: {
    ownerOf: ([accountId = '']) => accountId,
    pages: (source, [accountId = ''], call) => source.walletPages(accountId, call),
    owners: [
      defineOwner<MoovDataSource, MoovAccountInput>({
        member: 'moovAccount',
        input: MoovAccountInput,
        description: 'An account at Moov.',
        place: (_source, { accountId }) => ({ list: [accountId], scope: [accountId] }),
      }),
    ],
  },
});

function accountOf({ moovWalletId: id }: UpdateMoovWalletInput | CloseMoovWalletInput): string {
  const [accountId] = partsOf(id, moovWalletId);
  return accountId;
}

function walletChangedBy(input: UpdateMoovWalletInput | CloseMoovWalletInput): string {
  const [, walletId] = partsOf(input.moovWalletId, moovWalletId);
  return walletId;
}
