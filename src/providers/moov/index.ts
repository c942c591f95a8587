import { z } from 'zod';
import { uuidPart } from '../../core/ids.js';
import { WalletProvider } from '../../core/provider.js';
import { defineProvider } from '../../core/provider-port.js';
import { MoovDataSource } from './datasource.js';
import { MoovResolver } from './resolver.js';
import { moovSettings } from './settings.js';
import { MoovWalletCreated } from './types.js';

export const moov = defineProvider({
  name: WalletProvider.MOOV,
  settings: moovSettings,
  credentials: ['MOOV_PUBLIC_KEY', 'MOOV_SECRET_KEY'],
  source: MoovDataSource,
  open: (settings, wire) => new MoovDataSource(settings, wire),
  resolvers: [MoovResolver],
  successes: [MoovWalletCreated],
  nodes: {
    MoovWallet: {
      parts: z.tuple([uuidPart, uuidPart]),
      read: (source, [accountId = '', walletId = ''], call) => source.wallet(accountId, walletId, call),
    },
  },
});
