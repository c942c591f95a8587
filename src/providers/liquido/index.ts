import { z } from 'zod';
import { uuidPart } from '../../core/ids.js';
import { WalletProvider } from '../../core/provider.js';
import { defineProvider } from '../../core/provider-port.js';
import { LiquidoDataSource } from './datasource.js';
import { liquidoSettings } from './settings.js';

/** Its mutation is shared with Juspay: api/wallet-accounts. */
export const liquido = defineProvider({
  name: WalletProvider.LIQUIDO,
  settings: liquidoSettings,
  credentials: ['LIQUIDO_CLIENT_ID', 'LIQUIDO_CLIENT_SECRET', 'LIQUIDO_API_KEY'],
  source: LiquidoDataSource,
  open: (settings, wire) => new LiquidoDataSource(settings, wire),
  resolvers: [],
  successes: [],
  recoveries: [],
  nodes: {
    LiquidoWalletAccount: {
      parts: z.tuple([uuidPart]),
      read: (source, [walletId = ''], call) => source.wallet(walletId, call),
    },
  },
});
