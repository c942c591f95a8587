import { z } from 'zod';
import { make } from '../../core/codec.js';
import { uuidPart } from '../../core/ids.js';
import { WalletProvider } from '../../core/provider.js';
import { defineProvider } from '../../core/provider-port.js';
import { defineRecovery } from '../../core/recovery.js';
import { MoovDataSource } from './datasource.js';
import { MoovResolver } from './resolver.js';
import { moovSettings } from './settings.js';
import { MoovWalletCreated, type CreateMoovWalletInput } from './types.js';

export const moov = defineProvider({
  name: WalletProvider.MOOV,
  settings: moovSettings,
  credentials: ['MOOV_PUBLIC_KEY', 'MOOV_SECRET_KEY'],
  source: MoovDataSource,
  open: (settings, wire) => new MoovDataSource(settings, wire),
  resolvers: [MoovResolver],
  successes: [MoovWalletCreated],
  recoveries: [
    defineRecovery<MoovDataSource, CreateMoovWalletInput>({
      mutation: 'createMoovWallet',
      provider: WalletProvider.MOOV,
      by: 'lookUp',
      source: MoovDataSource,
      target: null, // the marker says whose it is
      absentAfterMs: source => source.absentAfterMs,
      providerId: success => (success as MoovWalletCreated).moovWallet.providerId, // the mutation's only success
      look: (source, { id, input }, call) => source.walletsMarked(input.accountId, id, call),
      read: async (source, walletId, { input }, call) =>
        make(MoovWalletCreated, { moovWallet: await source.wallet(input.accountId, walletId, call) }),
    }),
  ],
  nodes: {
    MoovWallet: {
      parts: z.tuple([uuidPart, uuidPart]),
      read: (source, [accountId = '', walletId = ''], call) => source.wallet(accountId, walletId, call),
    },
  },
});
